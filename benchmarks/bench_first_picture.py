"""First picture of a four-phase exam: the arterial volume beside the whole exam.

    python benchmarks/bench_first_picture.py FOLDER [--rounds 7]

FOLDER receives four series of 300 slices of 512 x 512 (about 630 MB), one folder a
phase, and the same files again in one folder and under names that tell nothing (hard
links). The first picture is the first set of `open_exam`, which lists all files and
reads one volume; "that volume" is read where its folder is known, by the product and by
SimpleITK.
"""

import argparse
import random
from pathlib import Path

from bench_read import with_simpleitk
from loader_series import header, slices_like_ct, write
from side_by_side import interleave, table

from lesion_toolkit.loaders.index import find_series
from lesion_toolkit.loaders.pixels import read_volume
from lesion_toolkit.model.phase import Phase
from lesion_toolkit.workflow import open_exam

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


def in_one_folder(root: Path, tidy: Path) -> Path:
    """Link all files into one folder, shuffled."""
    if not root.exists():
        files = sorted(tidy.rglob("IM*"))
        random.Random(3).shuffle(files)
        root.mkdir()
        for number, file in enumerate(files):
            (root / f"{number:06}").hardlink_to(file)
    return root


def first_picture(root: Path) -> int:
    """Open the exam and take its first set."""
    first = next(open_exam(root))
    assert first.arterial_phase is Phase.LATE_ARTERIAL
    return int(first.reference.array.shape[0])


def that_volume(root: Path) -> int:
    """Read the arterial series where its folder is known."""
    (series,) = find_series(root / "LATE_ARTERIAL").series
    return int(read_volume(series).array.shape[0])


def whole_exam(root: Path) -> int:
    """Read all volumes, without comparing or aligning them."""
    return sum(read_volume(s).array.shape[0] for s in find_series(root).series)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--slices", type=int, default=300)
    asked = parser.parse_args()
    tidy = exam(asked.folder / f"exam-{asked.slices}", asked.slices)
    flat = in_one_folder(asked.folder / f"flat-{asked.slices}", tidy)
    (known,) = find_series(tidy / "LATE_ARTERIAL").series
    methods = {
        "that volume": lambda: that_volume(tidy),
        "that volume, already listed": lambda: read_volume(known).array.shape[0],
        "that volume, SimpleITK": lambda: with_simpleitk(tidy / "LATE_ARTERIAL"),
        "first picture": lambda: first_picture(tidy),
        "first picture, one folder": lambda: first_picture(flat),
        "list all files": lambda: len(find_series(tidy).series),
        "whole exam": lambda: whole_exam(tidy),
    }
    title = f"four phases, {4 * asked.slices} files"
    timings = interleave(methods, asked.rounds)
    print(table(timings, "that volume", title).replace("x product", "x that volume"))


if __name__ == "__main__":
    main()
