"""First picture of a four-phase exam: the arterial volume beside the whole exam.

    python benchmarks/bench_first_picture.py FOLDER [--rounds 3]

FOLDER receives four series of 300 slices of 512 x 512 (about 630 MB). The picture is
the arterial volume, chosen by the words of its series; the other volumes are not read.
"""

import argparse
from pathlib import Path

from loader_series import header, slices_like_ct, write
from side_by_side import interleave, table

from lesion_toolkit.loaders.index import find_series
from lesion_toolkit.loaders.phases import label_phase
from lesion_toolkit.loaders.pixels import read_volume

PHASES = ("PRECONTRAST", "LATE ARTERIAL", "PORTAL VENOUS", "DELAYED")


def exam(root: Path, slices: int) -> Path:
    """Write one folder a phase, unless it is there."""
    if root.exists():
        return root
    pixels = slices_like_ct(4, 512)
    for number, phase in enumerate(PHASES):
        for n in range(slices):
            found = header(f"1.2.826.9.{number}", n, "CT", 512)
            found.SeriesDescription = phase
            write(found, pixels[n % 4], root / phase.replace(" ", "_") / f"IM{n:05}")
    return root


def first_picture(root: Path) -> int:
    """Find the arterial series among all and read it alone."""
    arterial = next(
        series
        for series in find_series(root).series
        if label_phase(series.description, series.modality).phase.is_arterial
    )
    return int(read_volume(arterial).array.shape[0])


def that_volume(root: Path) -> int:
    """Read the arterial series where its folder is known."""
    (series,) = find_series(root / "LATE_ARTERIAL").series
    return int(read_volume(series).array.shape[0])


def whole_exam(root: Path) -> int:
    """Read all volumes."""
    return sum(read_volume(s).array.shape[0] for s in find_series(root).series)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--slices", type=int, default=300)
    asked = parser.parse_args()
    root = exam(asked.folder / f"exam-{asked.slices}", asked.slices)
    methods = {
        "that volume alone": lambda: that_volume(root),
        "first picture": lambda: first_picture(root),
        "whole exam": lambda: whole_exam(root),
    }
    title = f"four phases, {4 * asked.slices} files"
    timings = interleave(methods, asked.rounds)
    print(table(timings, "that volume alone", title).replace("product", "that volume"))


if __name__ == "__main__":
    main()
