"""Whether a bend is to be believed, by how alike the organs are after the rigid move.

    python benchmarks/validate_alike.py [--exams 10] [--first 0] [--patients FOLDER]

The pairs of ``validate_alignment.py`` (phantoms of the seeds FIRST, FIRST + 1, ...;
with FOLDER real phases bent by a known field) are bent without the condition that
organs are alike (``LEAST_ALIKE``), all others kept. Printed is, by normalised mutual
information in the cubes that only judge, how many bends these others keep and what such
a bend changes: how far places of the liver are off, less the same after the rigid move
(mm, below 0 is better).
"""

import argparse
import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import SimpleITK as sitk
from validate_alignment import BENDS_MM, Pair, bent_patients, phantom, through

from lesion_toolkit.alignment import bend
from lesion_toolkit.alignment.phases import (
    COARSE_MM,
    MAX_SHIFT_MM,
    is_trusted,
    organs,
)
from lesion_toolkit.alignment.rigid import fit_rigid
from lesion_toolkit.alignment.similarity import coarse_pair, similarity_of

ALIKE = (1.0, 1.05, 1.1, 1.15, 1.2, 9.0)
"""Limits of normalised mutual information between the rows."""


@dataclass(frozen=True)
class Bent:
    """One pair: how alike its organs are, and what a bend changes (mm); NaN: not kept.

    ``middle_mm`` is the change of the median over the places, ``far_mm`` that of their
    95th percentile.
    """

    kind: str
    alike: float
    middle_mm: float
    far_mm: float


def tried(pair: Pair) -> Bent | None:
    """Bend a pair whose rigid move is trusted; None where it is not."""
    region = organs(pair.fixed)
    rigid = fit_rigid(
        pair.fixed, pair.moving, region, max_shift_mm=MAX_SHIFT_MM, grid_mm=COARSE_MM
    )
    coarse = coarse_pair(pair.fixed, pair.moving, region, bend.REACH_MM, bend.GRID_MM)
    if not is_trusted(rigid) or coarse is None:
        return None
    start = rigid.transform or sitk.Transform()
    judges = bend.held_out(coarse.grid.index_to_mm(coarse.voxels))
    alike = similarity_of(coarse, start, coarse.voxels[judges])
    found = bend.fit_bend(pair.fixed, pair.moving, region, rigid)
    if found is None or not found.is_better:
        return Bent(pair.name, alike, np.nan, np.nan)
    before, after = (
        np.percentile(
            np.linalg.norm(through(transform, pair.places) - pair.truth, axis=1),
            (50, 95),
        )
        for transform in (start, found.transform)
    )
    middle, far = after - before
    return Bent(pair.name, alike, float(middle), float(far))


def pairs(exams: int, first: int, folder: Path | None) -> Iterator[Pair]:
    seeds = range(first, first + exams)
    if folder is not None:
        for _, pair in bent_patients(folder, seeds):
            yield pair
        return
    for modality, bend_mm in itertools.product(("CT", "MR"), BENDS_MM):
        for seed in seeds:
            dice = np.random.default_rng([seed, int(bend_mm), ord(modality[0])])
            yield phantom(dice, modality, bend_mm)


def show(rows: list[Bent]) -> None:
    print(
        "| pairs | alike | n | kept | median off, mean (most) | 95 % off, mean (most) |"
        " worse by over 1 mm | better by over 1 mm |\n|---|---|---|---|---|---|---|---|"
    )
    for kind in dict.fromkeys(_kind(row) for row in rows):
        for low, high in itertools.pairwise(ALIKE):
            here = [
                r for r in rows if r.kind.startswith(kind) and low <= r.alike < high
            ]
            kept = [row for row in here if np.isfinite(row.far_mm)]
            if not here:
                continue
            cells = [kind, f"{low:g} to {high:g}", str(len(here)), str(len(kept))]
            for values in ([r.middle_mm for r in kept], [r.far_mm for r in kept]):
                told = f"{np.mean(values):+.1f} ({max(values):+.1f})" if kept else ""
                cells.append(told)
            cells.append(str(sum(row.far_mm > 1 for row in kept)))
            cells.append(str(sum(row.far_mm < -1 for row in kept)))
            print("|", " | ".join(cells), "|")


def _kind(row: Bent) -> str:
    """Name what was bent, without by how much."""
    return row.kind.partition(" bend")[0].removesuffix(",")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--exams", type=int, default=10, help="pairs of each kind")
    parser.add_argument("--first", type=int, default=0, help="first seed")
    parser.add_argument("--patients", type=Path)
    said = parser.parse_args()
    bend.LEAST_ALIKE = 0.0  # the condition that is asked about
    tries = map(tried, pairs(said.exams, said.first, said.patients))
    show([one for one in tries if one is not None])


if __name__ == "__main__":
    main()
