"""Time of an assessment with its reasons, and whether it is linear in the timepoints.

    python benchmarks/bench_assess.py [--timepoints 100000] [--criteria mrecist-2010]

Patients of eleven timepoints (baseline and ten) with three targets, one non-target and
now and then a new lesion; the timelines are made before the clock starts. The limit of
the project is 5 s for 100,000 timepoints on one core.
"""

import argparse
import datetime
import random
import time
from decimal import Decimal

from lesion_toolkit.criteria.engine import assess
from lesion_toolkit.model.lesion import Lesion, Role
from lesion_toolkit.model.measurement import LesionMeasurement
from lesion_toolkit.model.timeline import (
    NewLesionSeen,
    NonTarget,
    Timeline,
    Timepoint,
)

VISITS = 11
DAY0 = datetime.date(2023, 4, 18)
LESIONS = (*(Lesion(f"T{n}") for n in (1, 2, 3)), Lesion("NT1", role=Role.NON_TARGET))


def patient(source: random.Random) -> Timeline:
    """One course: three targets that shrink or grow by a random walk."""
    sizes = {f"T{n}": source.uniform(15, 80) for n in (1, 2, 3)}
    timepoints = []
    for n in range(VISITS):
        rows = tuple(_measured(name, mm) for name, mm in sizes.items())
        new = (NewLesionSeen("X", "unequivocal", "lung"),) if n == VISITS - 1 else ()
        timepoints.append(
            Timepoint(
                f"V{n}",
                DAY0 + datetime.timedelta(56 * n),
                rows,
                (NonTarget("NT1", "present"),),
                new,
            )
        )
        sizes = {name: mm * source.uniform(0.8, 1.15) for name, mm in sizes.items()}
    return Timeline("P01", lesions=LESIONS, timepoints=tuple(timepoints))


def _measured(name: str, mm: float) -> LesionMeasurement:
    viable = Decimal(f"{mm:.1f}")
    return LesionMeasurement(
        name,
        viable_diameter_mm=viable,
        viable_perpendicular_mm=viable,
        whole_diameter_mm=viable + 10,
        whole_perpendicular_mm=viable + 10,
        viable_volume_ml=viable,
        whole_volume_ml=viable + 10,
    )


def cpu_seconds(timelines: list[Timeline], criteria: str) -> float:
    """CPU seconds of assessing them all."""
    begun = time.process_time()
    for timeline in timelines:
        assess(timeline, criteria)
    return time.process_time() - begun


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--timepoints", type=int, default=100_000)
    parser.add_argument("--criteria", nargs="+", default=["mrecist-2010", "recist-1.1"])
    asked = parser.parse_args()
    source = random.Random(11)
    timelines = [patient(source) for _ in range(-(-asked.timepoints // VISITS))]
    print("| criteria | timepoints | CPU s | microseconds a timepoint |")
    print("|---|---|---|---|")
    for criteria in asked.criteria:
        assess(timelines[0], criteria)
        for share in (10, 3, 1):
            some = timelines[: len(timelines) // share]
            seconds, count = cpu_seconds(some, criteria), len(some) * VISITS
            each = 1e6 * seconds / count
            print(f"| {criteria} | {count:,} | {seconds:.2f} | {each:.0f} |")


if __name__ == "__main__":
    main()
