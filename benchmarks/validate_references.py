"""Reference regions in random patients: how often found, wholly in their tissue or not.

    python benchmarks/validate_references.py [--count 40] [--first 0]

Patients of the case series and one without a lesion, on CT and MR, precontrast, late
arterial and portal venous: what each tissue takes up varies by 6 %, the dose by 15 to
25 %, liver before contrast from fatty to iron-laden, noise from 5 to 20 (HU or scanner
units); on MR a coil shades the body by up to a fifth. Counted are spheres of which
every voxel holds nothing but the tissue, and those that hold other tissue in more than
a tenth of their voxels. Last, the same patients without a spleen: found means wrong.
"""

import argparse
from collections.abc import Callable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.phase import Phase, PhaseSet
from lesion_toolkit.model.reference import ReferenceTissue
from lesion_toolkit.model.volume import Volume
from lesion_toolkit.phantoms.anatomy import Scene
from lesion_toolkit.phantoms.case_series import case_series
from lesion_toolkit.phantoms.materials import Material, brightness
from lesion_toolkit.phantoms.random_exam import GRID
from lesion_toolkit.phantoms.rendering import add_noise, layers_of, paint_with
from lesion_toolkit.segmentation.tissue_references import tissue_references

PHASES = (Phase.PRECONTRAST, Phase.LATE_ARTERIAL, Phase.PORTAL_VENOUS)
MATERIAL = {
    "liver": Material.LIVER,
    "spleen": Material.SPLEEN,
    "muscle": Material.MUSCLE,
}
TISSUE_SD = 0.06
DOSE = {"CT": (0.75, 1.25), "MR": (0.85, 1.15)}
LIVER_OFFSET = {"CT": (-15.0, 8.0), "MR": (-40.0, 40.0)}
NOISE = (5.0, 20.0)
COIL = 0.2

Shares = NDArray[np.float64]
PLACES_MM = GRID.index_to_mm(np.moveaxis(np.indices(GRID.shape), 0, -1))


def patient(
    dice: np.random.Generator, modality: str, scene: Scene, without: Material | None
) -> tuple[PhaseSet, Callable[[Material], Shares]]:
    """Draw an exam, and give which share of each voxel (k, j, i) a material fills."""
    layers = layers_of(scene, GRID, (0.0, 0.0, 0.0))
    strength = {m: float(np.exp(dice.normal(0, TISSUE_SD))) for m in Material}
    dose = float(dice.uniform(*DOSE[modality]))
    offset = float(dice.uniform(*LIVER_OFFSET[modality]))
    noise = float(dice.uniform(*NOISE))
    k, j, i = np.ogrid[tuple(slice(-1, 1, n * 1j) for n in GRID.shape)]
    a, b, c = dice.uniform(-COIL, COIL, 3) * (modality == "MR")
    coil = 1 + (a * i + b * j + c * k) / 2

    def look(phase: Phase, material: Material, enhancement: float) -> float:
        shown = Material.FAT if material is without else material
        found = brightness(modality, phase, shown, enhancement * dose * strength[shown])
        return found + offset * (material is Material.LIVER)

    volumes = {}
    for phase in PHASES:
        image = paint_with(layers, GRID.shape, lambda m, e, p=phase: look(p, m, e))
        noisy = np.rint(add_noise(image, modality, noise, dice) * coil)
        volumes[phase] = Volume(noisy.astype(np.int16), GRID, modality)

    def share_of(material: Material) -> Shares:
        return paint_with(layers, GRID.shape, lambda m, e: float(m is material))

    return PhaseSet(volumes), share_of


def purity(found: ReferenceTissue, share: Shares) -> list[float]:
    """Share of the voxels of each sphere that hold nothing but the tissue."""
    return [
        float(np.mean(share[np.linalg.norm(PLACES_MM - at, axis=-1) <= 6.2] > 0.99))
        for at in found.places_mm
    ]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=40)
    parser.add_argument("--first", type=int, default=0)
    asked = parser.parse_args()
    scenes = [Scene(), *(v.scene for case in case_series() for v in case.visits)]
    print(
        "| | | patients | with 3 or more | spheres | pure | more than a tenth other |"
    )
    print("|---|---|---|---|---|---|---|")
    for modality in ("CT", "MR"):
        for tissue, without in (
            ("liver", None),
            ("spleen", None),
            ("muscle", None),
            ("spleen", Material.SPLEEN),
        ):
            found: list[list[float]] = []
            for seed in range(asked.first, asked.first + asked.count):
                dice = np.random.default_rng(seed)
                scene = scenes[int(dice.integers(len(scenes)))]
                lesions = scene if without is None else replace(scene, tumors=())
                exam, share_of = patient(dice, modality, lesions, without)
                try:
                    references = tissue_references(exam, tissue)
                except InputRefused:
                    continue
                share = share_of(MATERIAL[tissue])
                found.append(purity(references, share * (without is None)))
            spheres = [one for many in found for one in many]
            pure = sum(one == 1 for one in spheres)
            off = sum(one < 0.9 for one in spheres)
            enough = sum(len(many) >= 3 for many in found)
            name = tissue if without is None else "spleen taken out"
            print(
                f"| {modality} | {name} | {len(found)} of {asked.count} | {enough} | "
                f"{len(spheres)} | {pure} | {off} |"
            )


if __name__ == "__main__":
    main()
