"""Which alignments of two visits are trusted: one patient, and different ones.

    python benchmarks/validate_visits.py FOLDER

Visits of the sample patient and of two real ones in every order, also with the lower or
the upper half of one exam alone; then visits of different patients, whose alignment
must not be trusted. FOLDER holds unpacked patients of HCC-TACE-Seg
(docs/validation/real_patients.md).
"""

import argparse
import itertools
from collections.abc import Iterator
from pathlib import Path

from bench_click import opened

from lesion_toolkit.alignment.exams import align_visits
from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.phase import PhaseSet
from lesion_toolkit.workflow import load_exam

REAL = (("HCC_007", "12-27-1997"), ("HCC_007", "03-14-1998"), ("HCC_015", "11-01-1998"))
HALVES = {"whole": (0.0, 1.0), "lower half": (0.0, 0.5), "upper half": (0.5, 1.0)}

Visits = dict[tuple[str, str], PhaseSet]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    visits = read(parser.parse_args().folder)
    print(
        "| baseline | follow-up | patient | said | parts | nearest mm |\n"
        "|---|---|---|---|---|---|"
    )
    for (first, second), half in pairs(visits):
        same = "one" if first[0] == second[0] else "two"
        said = answer(visits[first], part_of(visits[second], half))
        print(f"| {first[1]} | {second[1]}, {half} | {same} | {said} |", flush=True)


def read(folder: Path) -> Visits:
    """Every visit, by patient and label."""
    session, _ = opened()
    sample = {("sample", day): exam.phases for day, exam in session.exams.items()}
    real = {
        (patient, day): load_exam(next((folder / patient).rglob(f"{day}*")))
        for patient, day in REAL
    }
    return sample | real


def pairs(
    visits: Visits,
) -> Iterator[tuple[tuple[tuple[str, str], tuple[str, str]], str]]:
    """Two visits, and how much of the second is shown; halves of one patient only."""
    for first, second in itertools.permutations(visits, 2):
        halves = HALVES if first[0] == second[0] else ("whole",)
        yield from (((first, second), half) for half in halves)


def part_of(exam: PhaseSet, half: str) -> PhaseSet:
    """Keep some of the slices of an exam."""
    start, stop = (round(share * exam.geometry.shape[0]) for share in HALVES[half])
    box = (slice(start, stop), slice(None), slice(None))
    return PhaseSet(
        {name: volume.cropped(box) for name, volume in exam.volumes.items()}
    )


def answer(baseline: PhaseSet, follow_up: PhaseSet) -> str:
    """Cells of one row: what is said, how many parts judged, and what the best left."""
    try:
        found = align_visits(baseline, follow_up)
    except InputRefused:
        return "refused | | "
    said = ", ".join(finding.code for finding in found.findings) or "nothing"
    left = [part.residual_mm for part in found.alignment.parts]
    return f"{said} | {len(left)} | {min(left):.1f}"


if __name__ == "__main__":
    main()
