"""Viable share of random lesions of known share: two meanings of viable, CT and MR.

    python benchmarks/validate_viability.py [--count 40] [--first 0]

Ellipsoids of 28 to 70 mm with a dead core, a dead side, a living rim of 6 to 10 mm or
living islands of 10 mm or more, on 2.5 x 0.8 x 0.8 mm; voxels at edges in part; signal
of unenhanced liver 10 to 30 times the noise. Late arterial: liver takes up some, tumor
far more; early arterial: liver nearly nothing; iso-enhancing: tumor as much as liver;
beside lipiodol (CT): late arterial, one deposit of 6 to 15 mm radius and 250 to 800 HU
anywhere in the lesion, never viable.
Prints the error of the viable share in percentage points for "enhances at all" (the
default) and for "more than liver" (mean + 2 SD of reference regions, as qEASL).
"""

import argparse
import itertools
import statistics
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from lesion_toolkit.measurement.viability import viability
from lesion_toolkit.measurement.viability_rule import (
    DEFAULT_RULE,
    ViabilityRule,
    ViableMeans,
)
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.phase import Phase, PhaseSet
from lesion_toolkit.model.reference import REFERENCE_RADIUS_MM, ReferenceTissue
from lesion_toolkit.model.volume import Mask, Tissue, Volume

Shares = NDArray[np.float64]

GRID = Geometry.from_axes(
    (36, 120, 150), origin_mm=(-48.0, -48.0, -44.0), spacing_mm=(2.5, 0.8, 0.8)
)
LIVER = ReferenceTissue(
    "liver", ((62.0, 0, 0), (62.0, 30, 20), (62.0, -30, -20)), REFERENCE_RADIUS_MM
)
KINDS = ("core", "side", "rim", "islands")
GAINS = {  # HU that liver and tumor take up, lowest and highest
    "late arterial": ((10, 25), (45, 90)),
    "early arterial": ((1, 5), (30, 60)),
    "iso-enhancing": ((25, 35), (25, 35)),
}
RULES = {
    "enhances at all": DEFAULT_RULE,
    "more than liver": ViabilityRule(viable_means=ViableMeans.HYPERENHANCING),
}
CT_TO_MR = 4.0
"""Scanner units a HU, so that unenhanced liver is 220."""


@dataclass(frozen=True)
class Phantom:
    """An exam, its lesion, and the share of it that is alive."""

    exam: PhaseSet
    lesion: Mask
    viable_share: float


def _inside(center: NDArray[np.float64], radii: NDArray[np.float64]) -> Shares:
    """Share of each voxel (k, j, i) inside an ellipsoid (x, y, z in mm)."""
    total = np.zeros(GRID.shape)
    for quarters in itertools.product((-0.25, 0.25), repeat=3):
        z, y, x = (  # the axes of the grid are those of the patient
            ((start + step * (np.arange(count) + quarter) - middle) / radius) ** 2
            for start, step, count, quarter, middle, radius in zip(
                GRID.origin_mm[::-1],
                GRID.spacing_mm,
                GRID.shape,
                quarters,
                center[::-1],
                radii[::-1],
                strict=True,
            )
        )
        total += z[:, None, None] + y[:, None] + x < 1
    return total / 8


def _alive(kind: str, dice: np.random.Generator, radii: NDArray[np.float64]) -> Shares:
    whole = _inside(np.zeros(3), radii)
    if kind == "core":
        return whole - _inside(np.zeros(3), radii * dice.uniform(0.3, 0.6))
    if kind == "rim":
        return whole - _inside(np.zeros(3), radii - dice.uniform(6, 10))
    if kind == "side":
        away = np.array([radii[0] * dice.uniform(0.6, 1.3), 0, 0])
        return np.minimum(whole, 1 - _inside(away, radii))
    along = np.array([radii[0] / 2, 0, 0])
    size = np.maximum(radii * dice.uniform(0.35, 0.45), 5.5)
    return np.maximum(_inside(along, size), _inside(-along, size))


def _deposit(seed: int, radii: NDArray[np.float64], whole: Shares) -> Shares:
    """Share of each voxel that is lipiodol."""
    dice = np.random.default_rng([seed, len(GAINS)])
    way = dice.normal(size=3)
    center = radii * way / np.linalg.norm(way) * dice.uniform(0, 0.8)
    return np.minimum(whole, _inside(center, dice.uniform(6, 15, 3)))


def phantom(
    seed: int,
    modality: str,
    timing: str,
    noise_hu: float | None = None,
    *,
    oil_hu: float = 0.0,
) -> Phantom:
    """Draw one lesion; the noise of a pixel is drawn too where none is given."""
    dice = np.random.default_rng([seed, list(GAINS).index(timing)])
    radii = dice.uniform(17.5, 35) * dice.uniform(0.8, 1.0, 3)
    alive = _alive(KINDS[seed % len(KINDS)], dice, radii)
    whole = _inside(np.zeros(3), radii)
    liver, tumor = (float(dice.uniform(*span)) for span in GAINS[timing])
    if timing == "iso-enhancing":
        tumor = liver
    scale = CT_TO_MR if modality == "MR" else 1.0
    noise = (55 / float(dice.uniform(10, 30)) if noise_hu is None else noise_hu) * scale
    oil = _deposit(seed, radii, whole) if oil_hu else np.zeros(GRID.shape)
    volumes = {}
    for phase in (Phase.PRECONTRAST, Phase.LATE_ARTERIAL):
        arrived = float(phase.is_arterial)
        normal, living = 55 + arrived * liver, 45 + arrived * tumor
        values = normal * (1 - whole) + 30 * (whole - alive) + living * alive
        values = values * (1 - oil) + oil_hu * oil
        grain = dice.normal(0, 1, values.shape)
        if noise_hu is not None:  # reconstructed slices are not white within a slice
            grain = ndimage.gaussian_filter(grain, (0, 1, 1))
            grain /= grain.std()
        values = values * scale + noise * grain
        volumes[phase] = Volume(np.rint(values).astype(np.int16), GRID, modality)
    share = float((alive * (1 - oil)).sum() / whole.sum())
    return Phantom(PhaseSet(volumes), Mask(whole >= 0.5, GRID), share)


def error_points(one: Phantom, rule: ViabilityRule) -> float:
    """Measured minus true viable share in percentage points."""
    found = viability(one.exam, one.lesion, rule=rule, reference=LIVER)
    share = found.volume_ml(Tissue.VIABLE) / found.lesion.volume_ml
    return 100 * (share - one.viable_share)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=40, help="lesions a row")
    parser.add_argument("--first", type=int, default=0, help="first seed")
    asked = parser.parse_args()
    print("| | | viable means | mean error | largest | within 5 points |")
    print("|---|---|---|---|---|---|")
    seeds = range(asked.first, asked.first + asked.count)
    for modality, timing in itertools.product(("CT", "MR"), GAINS):
        drawn = [phantom(seed, modality, timing) for seed in seeds]
        for name, rule in RULES.items():
            _print_row((modality, timing, name), drawn, rule)
    drawn = [
        phantom(seed, "CT", "late arterial", oil_hu=250 + 550 * (seed % 12) / 11)
        for seed in seeds
    ]
    _print_row(("CT", "beside lipiodol", next(iter(RULES))), drawn, DEFAULT_RULE)


def _print_row(
    names: tuple[str, ...], drawn: list[Phantom], rule: ViabilityRule
) -> None:
    errors = [error_points(one, rule) for one in drawn]
    within = sum(abs(error) <= 5 for error in errors)
    largest = max(errors, key=abs)
    print(
        f"| {' | '.join(names)} | {statistics.mean(errors):+.1f}"
        f" | {largest:+.1f} | {within} of {len(errors)} |",
        flush=True,
    )


if __name__ == "__main__":
    main()
