"""Time from a click in the reading room to the updated category, and where it goes.

    python benchmarks/bench_click.py [--rounds 5] [--profile]

Every lesion of every visit of the sample patient is clicked once to warm up, then
``--rounds`` times, each time from a reading without lesions, so that every click does
all the work: outline, tissue, measurement, log and criteria. Painting the window is not
in it. The limit of the project is 0.5 s for a lesion of 40 mm.
"""

import argparse
import cProfile
import pstats
import statistics
import time
from collections.abc import Callable

from lesion_toolkit.loaders.seeds import read_seeds
from lesion_toolkit.model.measurement import PointMm
from lesion_toolkit.model.timeline import Timeline, Timepoint
from lesion_toolkit.segmentation.click import segment
from lesion_toolkit.workflow import load_exam
from napari_lesion_toolkit.pointed import with_click
from napari_lesion_toolkit.sample_data import sample_folder
from napari_lesion_toolkit.session import Exam, ReadingSession, open_session

Clicks = dict[tuple[str, str], PointMm]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--profile", action="store_true", help="the costly functions")
    said = parser.parse_args()
    session, clicks = opened()
    print(
        "| visit | lesion | whole mm | click to category s (range) | CPU s | "
        "outline alone s |\n|---|---|---|---|---|---|"
    )
    for (visit, lesion), at_mm in clicks.items():
        row = clicked(session, visit, at_mm, said.rounds)
        print(f"| {visit} | {lesion} | {' | '.join(row)} |", flush=True)
    if said.profile:
        with cProfile.Profile() as profile:
            for (visit, _), at_mm in clicks.items():
                with_click(session, visit, at_mm)
        pstats.Stats(profile).sort_stats("cumulative").print_stats(60)


def opened() -> tuple[ReadingSession, Clicks]:
    """Open the sample patient without a lesion, and give the clicks it waits for."""
    folder = sample_folder()
    exams, clicks = {}, {}
    for seeds in sorted((folder / "seeds").glob("*.csv")):
        exams[seeds.stem] = load_exam(folder / seeds.stem)
        for seed in read_seeds(seeds):
            clicks[seeds.stem, seed.lesion] = seed.points_mm[0]
    timepoints = tuple(
        Timepoint(label, phases.date) for label, phases in exams.items() if phases.date
    )
    timeline = Timeline("sample", timepoints=timepoints)
    shown = {label: Exam(phases, {}, {}) for label, phases in exams.items()}
    return open_session(shown, timeline), clicks


def clicked(
    session: ReadingSession, visit: str, at_mm: PointMm, rounds: int
) -> list[str]:
    """Cells of one row."""
    after = with_click(session, visit, at_mm)
    at = next(t for t in after.timeline.timepoints if t.label == visit)
    wall, cpu = timed(lambda: with_click(session, visit, at_mm), rounds)
    phases = session.exams[visit].phases
    outline, _ = timed(lambda: segment(phases, at_mm=at_mm), rounds)
    return [
        str(at.measurements[0].whole_diameter_mm),
        f"{statistics.median(wall):.2f} ({min(wall):.2f}-{max(wall):.2f})",
        f"{statistics.median(cpu):.2f}",
        f"{statistics.median(outline):.2f}",
    ]


def timed(act: Callable[[], object], rounds: int) -> tuple[list[float], list[float]]:
    """Wall and CPU seconds of each round."""
    wall, cpu = [], []
    for _ in range(rounds):
        began, began_cpu = time.perf_counter(), time.process_time()
        act()
        wall.append(time.perf_counter() - began)
        cpu.append(time.process_time() - began_cpu)
    return wall, cpu


if __name__ == "__main__":
    main()
