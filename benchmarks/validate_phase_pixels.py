"""Contrast phases from pixels alone, against phantoms drawn at random.

    python benchmarks/validate_phase_pixels.py [--exams 60] [--first 0]
    python benchmarks/validate_phase_pixels.py --folder EXAM

Patient, timing, dose, fat or iron of the liver, breath, coil and noise vary. Prints
what was named for each true phase, in full protocols and where phases are missing, and
what is said of scans between two phases. With a folder: what is seen in one exam.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from lesion_toolkit.loaders.enhancement import measure_enhancement
from lesion_toolkit.loaders.index import find_series
from lesion_toolkit.loaders.phase_pixels import label_enhancement
from lesion_toolkit.loaders.phases import label_phases
from lesion_toolkit.loaders.pixels import read_volume
from lesion_toolkit.model.phase import Phase
from lesion_toolkit.phantoms.materials import Agent
from lesion_toolkit.phantoms.random_exam import (
    FULL_PROTOCOLS,
    PARTIAL_PROTOCOLS,
    WINDOW_S,
    random_exam,
)

KINDS = (
    ("CT", Agent.EXTRACELLULAR),
    ("MR", Agent.EXTRACELLULAR),
    ("MR", Agent.HEPATOCYTE),
)
COLUMNS = (*WINDOW_S, Phase.ARTERIAL, Phase.UNKNOWN)
BETWEEN = {"24-31 s": (24.0, 31.0), "43-61 s": (43.0, 61.0)}
"""Seconds after the injection that belong to no phase."""

Found = Counter


def named(
    dice: np.random.Generator, modality: str, agent: Agent, phases: Sequence[Phase]
) -> Iterator[tuple[str, Phase]]:
    exam = random_exam(dice, modality, phases, agent=agent)
    labels = label_enhancement(measure_enhancement(exam.volumes), modality)
    for true, label in zip(exam.phases, labels, strict=True):
        yield true.value, label.phase


def named_between(
    dice: np.random.Generator, modality: str, agent: Agent
) -> Iterator[tuple[str, Phase]]:
    words, window = list(BETWEEN.items())[int(dice.integers(len(BETWEEN)))]
    phases = (Phase.PRECONTRAST, Phase.LATE_ARTERIAL, Phase.PORTAL_VENOUS)
    seconds = (-60.0, float(dice.uniform(*window)), float(dice.uniform(70, 85)))
    exam = random_exam(dice, modality, phases, agent=agent, seconds=seconds)
    labels = label_enhancement(measure_enhancement(exam.volumes), modality)
    yield words, labels[1].phase


def show(title: str, found: Found, rows: Sequence[str]) -> None:
    print(f"\n### {title}\n")
    used = [c for c in COLUMNS if any(found[row, c] for row in rows)]
    print("| true | " + " | ".join(used) + " |\n|---|" + "---|" * len(used))
    for row in rows:
        counts = [found[row, column] for column in used]
        if any(counts):
            print(f"| {row} | " + " | ".join(str(n or "") for n in counts) + " |")


def show_exam(folder: Path) -> None:
    series = find_series(folder).series
    pairs = [(replace(one, description=""), read_volume(one)) for one in series]
    for (one, _), label in zip(pairs, label_phases(pairs), strict=True):
        print(one.number, one.split_value, label.phase, *label.reasons, sep=" | ")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--exams", type=int, default=60, help="of each kind")
    parser.add_argument("--first", type=int, default=0, help="first seed")
    parser.add_argument("--folder", type=Path, help="an exam instead of phantoms")
    asked = parser.parse_args()
    if asked.folder:
        show_exam(asked.folder)
        return
    for modality, agent in KINDS:
        full, partial, between = Found(), Found(), Found()
        for seed in range(asked.first, asked.first + asked.exams):
            dice = np.random.default_rng([seed, ord(modality[0]), len(agent)])
            for table, protocols in (
                (full, FULL_PROTOCOLS[agent]),
                (partial, PARTIAL_PROTOCOLS[agent]),
            ):
                phases = protocols[seed % len(protocols)]
                table.update(named(dice, modality, agent, phases))
            between.update(named_between(dice, modality, agent))
        kind = f"{modality}, {agent} agent"
        rows = [phase.value for phase in WINDOW_S]
        show(f"{kind}: full protocols", full, rows)
        show(f"{kind}: phases missing", partial, rows)
        show(f"{kind}: between the phases", between, list(BETWEEN))


if __name__ == "__main__":
    main()
