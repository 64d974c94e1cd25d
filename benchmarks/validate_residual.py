"""How well the residual stated near a lesion tells how far off it is later.

    python benchmarks/validate_residual.py [--visits 10] [--first 2000]

Two visits of a phantom: another table, another breath (up to 30 mm), other grids,
lesions that grew or shrank, organs bent by 0, 5 or 10 mm. The visits are aligned as the
product does, rigidly. At each lesion and at six other places of the liver the distance
in mm between where it is found and where it is stands beside what
``Alignment.residual_near`` says there; visits are drawn from FIRST, FIRST + 1, ...
"""

import argparse
import itertools
from dataclasses import dataclass, replace

import numpy as np
from validate_alignment import BENDS_MM, FIXED, MOVING, Bend, Places

from lesion_toolkit.alignment.exams import align_visits
from lesion_toolkit.alignment.phases import TOLERATED_RESIDUAL_MM
from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.phase import Phase, PhaseSet
from lesion_toolkit.model.volume import Volume
from lesion_toolkit.phantoms.anatomy import Scene
from lesion_toolkit.phantoms.case_series import case_series
from lesion_toolkit.phantoms.materials import Material, brightness
from lesion_toolkit.phantoms.rendering import add_noise, layers_of, paint_with

PHASES = (Phase.LATE_ARTERIAL, Phase.PORTAL_VENOUS)
ELSEWHERE = 6
"""Places of the liver beside the lesions."""


@dataclass(frozen=True)
class Told:
    """One place of one pair of visits: how far off, and what was stated, in mm."""

    kind: str
    true_mm: float
    near_mm: float | None
    whole_mm: float | None


def visit(
    dice: np.random.Generator,
    scene: Scene,
    modality: str,
    grid: Geometry,
    breath: Places,
    table: Places,
    bent: Bend | None,
) -> PhaseSet:
    """Scan a scene in a breath on a table, organs bent or not."""
    x, y, z = breath.tolist()
    layers = layers_of(scene, grid, (x, y, z))
    moved = Geometry.from_axes(
        grid.shape, origin_mm=grid.origin_mm + table, spacing_mm=grid.spacing_mm
    )
    noise = float(dice.uniform(8, 20))
    volumes = {}
    for phase in PHASES:
        painted = paint_with(
            layers,
            grid.shape,
            lambda material, rise, shown=phase: brightness(
                modality, shown, material, rise
            ),
        )
        clean = Volume(painted, grid, modality)
        values = (bent.applied(clean) if bent else clean).array.astype(np.float32)
        noisy = add_noise(values, modality, noise, dice)
        lowest = 0 if modality == "MR" else -1024
        whole = np.rint(noisy).clip(lowest).astype(np.int16)
        volumes[phase] = Volume(whole, moved, modality)
    return PhaseSet(volumes)


def liver_places(scene: Scene) -> Places:
    """Where living liver or tumor is, LPS mm (n, 3)."""

    def shown(material: Material, _: float) -> float:
        return float(material in (Material.LIVER, Material.VIABLE_TUMOR))

    inside = paint_with(layers_of(scene, FIXED), FIXED.shape, shown) > 0.5
    return FIXED.index_to_mm(np.argwhere(inside))


def told(seed: int, modality: str, bend_mm: float) -> list[Told]:
    """Align one pair of visits; compare what is stated with what is true."""
    dice = np.random.default_rng([seed, int(bend_mm), ord(modality[0])])
    scenes = [one.scene for case in case_series() for one in case.visits]
    scene = scenes[int(dice.integers(len(scenes)))]
    factors = dice.uniform(0.7, 1.15, len(scene.tumors))
    changed = zip(scene.tumors, factors.tolist(), strict=True)
    later = replace(scene, tumors=tuple(one.scaled(by) for one, by in changed))
    breath = np.array([*dice.normal(0, 4, 2).clip(-10, 10), dice.uniform(-30, 30)])
    table = dice.uniform(-1, 1, 3) * (15, 150, 600)
    liver = liver_places(scene)
    bent = Bend.drawn(dice, liver + breath, bend_mm) if bend_mm else None
    before = visit(dice, scene, modality, FIXED, np.zeros(3), np.zeros(3), None)
    now = visit(dice, later, modality, MOVING, breath, table, bent)
    lesions = [one.outline[0].center_mm for one in scene.tumors if one.breathes]
    some = liver[dice.choice(len(liver), ELSEWHERE, replace=False)]
    places = np.array([*lesions, *some.tolist()])
    moved = places + breath
    truth = (bent.target(moved) if bent else moved) + table
    kind = f"{modality} bend {bend_mm:g}"
    try:
        found = align_visits(before, now)
    except InputRefused:
        return []
    carried = found.to_follow_up(places)
    off = np.linalg.norm(carried - truth, axis=1)
    stated = found.alignment
    return [
        Told(kind, float(mm), stated.residual_near((x, y, z)), stated.residual_mm)
        for mm, (x, y, z) in zip(off, carried.tolist(), strict=True)
    ]


def show(rows: list[Told], judged_by: str) -> None:
    """Print one line a kind: how far off, what was said, and who was warned."""
    print(f"\nStated: {judged_by}.\n")
    columns = "places | not stated | true median | true 95 % | stated - true | SD"
    warned_by = f"over {TOLERATED_RESIDUAL_MM:g} mm off | of them told"
    print(f"| visits | {columns} | {warned_by} | told without cause |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    kinds = [*dict.fromkeys(row.kind for row in rows), "all"]
    for kind in kinds:
        some = [row for row in rows if kind in (row.kind, "all")]
        said = [r.near_mm if judged_by == "nearest part" else r.whole_mm for r in some]
        true = np.array([row.true_mm for row in some])
        stated = np.array([np.nan if one is None else one for one in said])
        known = np.isfinite(stated)
        apart = (stated - true)[known]
        far, warned = true > TOLERATED_RESIDUAL_MM, stated > TOLERATED_RESIDUAL_MM
        cells = [
            kind,
            str(len(some)),
            str((~known).sum()),
            f"{np.median(true):.1f}",
            f"{np.percentile(true, 95):.1f}",
            f"{apart.mean():+.1f}",
            f"{apart.std():.1f}",
            str(far.sum()),
            str((far & warned).sum()),
            str((~far & warned).sum()),
        ]
        print("|", " | ".join(cells), "|")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--visits", type=int, default=10, help="pairs of each kind")
    parser.add_argument("--first", type=int, default=2000, help="first seed")
    arguments = parser.parse_args()
    rows: list[Told] = []
    for modality, bend_mm in itertools.product(("CT", "MR"), BENDS_MM):
        for seed in range(arguments.first, arguments.first + arguments.visits):
            found = told(seed, modality, bend_mm)
            rows += found
            if not found:
                print(f"{modality} bend {bend_mm:g}, seed {seed}: refused")
    for judged_by in ("nearest part", "median over the parts"):
        show(rows, judged_by)


if __name__ == "__main__":
    main()
