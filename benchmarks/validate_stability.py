"""How often a category is true that was stated with a probability.

    python benchmarks/validate_stability.py [--count 3000] [--seed 20261123]

Random courses of one to three lesions with known true sizes are read with errors of
the standard error that the readings state, and judged. Two sets: readings that state
none and scatter by the variability of readers, and calipers that state 1 to 3 mm. Each
probability of each category is then held against two facts: the category of the true
sizes, and the category that a second reading with other errors gives. Criteria that
are judged on simulated readings are slower and get a tenth of the courses. Draws
``docs/definitions/images/stability-calibration.png``.
"""

import argparse
import datetime
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import matplotlib as mpl
import numpy as np

mpl.use("Agg")
import matplotlib.pyplot as plt

from lesion_toolkit.criteria.engine import assess
from lesion_toolkit.criteria.preset import load_preset
from lesion_toolkit.model.lesion import Lesion
from lesion_toolkit.model.measurement import Caliper, LesionMeasurement, StandardErrors
from lesion_toolkit.model.timeline import Timeline, Timepoint

IMAGE = Path(__file__).parents[1] / "docs/definitions/images/stability-calibration.png"
DAY0 = datetime.date(2024, 1, 8)
VISITS = 3
BASELINE_MM = (15.0, 100.0)
CHANGE = (-0.08, 0.25)
"""Mean and SD of the logarithm of the change of a lesion from visit to visit."""
ROUNDNESS = 0.75
"""Perpendicular over longest diameter."""
CALIPER_MM = (1.0, 3.0)
CRITERIA = {"mrecist-2010": 1.0, "recist-1.1": 1.0, "irecist": 0.1, "who": 0.1}
"""Criteria, each with the share of the courses that are judged by it."""
EDGES = np.linspace(0, 1, 11)

Sizes = np.ndarray
"""Lengths of one course in mm: (timepoint, longest and perpendicular, lesion)."""


@dataclass(frozen=True)
class Stated:
    """One probability of one category at one timepoint, and what came of it."""

    visit: int
    category: str
    probability: float
    is_given: bool
    is_true: bool
    is_read_again: bool


def true_sizes(dice: np.random.Generator) -> Sizes:
    """Draw lesions log-uniform in size, and their changes from visit to visit."""
    lesions = int(dice.integers(1, 4))
    first = np.exp(dice.uniform(*np.log(BASELINE_MM), lesions))
    changes = dice.normal(*CHANGE, (VISITS, lesions))
    longest = first * np.exp(np.vstack([np.zeros(lesions), changes.cumsum(axis=0)]))
    return np.stack([longest, ROUNDNESS * longest], axis=1)


def course(sizes: Sizes, stated_mm: Sizes | None = None) -> Timeline:
    """One patient with these lengths, with the standard errors that are stated."""
    names = [f"T{n + 1}" for n in range(sizes.shape[2])]
    timepoints = []
    for i, (longest, perpendicular) in enumerate(sizes):
        errors = [None] * len(names) if stated_mm is None else stated_mm[i].T
        lengths = zip(names, longest, perpendicular, errors, strict=True)
        rows = tuple(_row(*one) for one in lengths)
        day = DAY0 + datetime.timedelta(60 * i)
        timepoints.append(Timepoint(f"V{i}", day, rows))
    lesions = tuple(Lesion(name) for name in names)
    return Timeline("P01", lesions=lesions, timepoints=tuple(timepoints))


def _row(
    lesion: str, longest: float, perpendicular: float, stated_mm: Sizes | None
) -> LesionMeasurement:
    mm, across_mm = (Decimal(f"{max(x, 0):.2f}") for x in (longest, perpendicular))
    caliper = errors = None
    if stated_mm is not None:
        own, of_perpendicular = (Decimal(f"{x:.3f}") for x in stated_mm)
        caliper = Caliper(((0, 0, 0), (float(mm), 0, 0)), uncertainty_mm=own)
        errors = StandardErrors(whole_perpendicular_mm=of_perpendicular)
    return LesionMeasurement(
        lesion,
        viable_diameter_mm=mm,
        whole_diameter_mm=mm,
        whole_perpendicular_mm=across_mm,
        caliper=caliper,
        whole_caliper=caliper,
        standard_errors=errors,
    )


def read_twice(
    sizes: Sizes, relative: float, *, calipers: bool, dice: np.random.Generator
) -> tuple[Timeline, Timeline]:
    """Two readings of the same lengths, their errors independent."""
    stated_mm = dice.uniform(*CALIPER_MM, sizes.shape) if calipers else None
    errors = relative * sizes if stated_mm is None else stated_mm
    first, second = (course(dice.normal(sizes, errors), stated_mm) for _ in range(2))
    return first, second


def stated(criteria: str, count: int, *, calipers: bool, seed: int) -> list[Stated]:
    """Judge random courses; every probability that was stated of them."""
    relative = load_preset(criteria).relative_error
    found = []
    for n in range(count):
        dice = np.random.default_rng([seed, calipers, n])
        sizes = true_sizes(dice)
        first, again = read_twice(sizes, relative, calipers=calipers, dice=dice)
        judged = assess(first, criteria).assessments[1:]
        truth = assess(course(sizes), criteria).assessments[1:]
        second = assess(again, criteria).assessments[1:]
        categories = {str(a.overall) for a in (*judged, *truth, *second)}
        for i, (answer, true, other) in enumerate(
            zip(judged, truth, second, strict=True), start=1
        ):
            given = answer.stability.probability
            for name in categories | set(given):
                row = (str(a.overall) == name for a in (answer, true, other))
                found.append(Stated(i, name, given.get(name, 0.0), *row))
    return found


# ------------------------------------------------------------------ the figures
def bins(
    rows: Sequence[Stated], fact: str
) -> Iterable[tuple[float, float, float, int]]:
    """Mean stated probability, observed share, its standard error and count of bins."""
    p = np.array([row.probability for row in rows])
    happened = np.array([getattr(row, fact) for row in rows], dtype=float)
    at = np.clip(np.digitize(p, EDGES) - 1, 0, len(EDGES) - 2)
    for i in range(len(EDGES) - 1):
        chosen = at == i
        if chosen.sum() >= 20:
            share = happened[chosen].mean()
            error = math.sqrt(share * (1 - share) / chosen.sum())
            yield p[chosen].mean(), share, error, int(chosen.sum())


def brier(rows: Sequence[Stated], fact: str) -> tuple[float, float]:
    """Brier score of a category, and of saying only how often it is given."""
    p = np.array([row.probability for row in rows])
    given = np.array([row.is_given for row in rows], dtype=float)
    happened = np.array([getattr(row, fact) for row in rows], dtype=float)
    return float(np.mean((p - happened) ** 2)), float(np.mean((given - happened) ** 2))


def print_table(sets: dict[str, list[Stated]]) -> None:
    """Print one row a set: the category that was given, and all probabilities."""
    print("| readings | given | stated | true | read again |", end=" ")
    print("Brier, probabilities | Brier, category alone | largest gap |")
    print("|---" * 8 + "|")
    for name, rows in sets.items():
        given = [row for row in rows if row.is_given]
        said = np.mean([row.probability for row in given])
        true = np.mean([row.is_true for row in given])
        again = np.mean([row.is_read_again for row in given])
        of_probability, of_category = brier(rows, "is_true")
        gap = max((abs(p - s), p, s) for p, s, _, _ in bins(rows, "is_true"))
        cells = [f"{len(given)}", *(f"{100 * x:.1f} %" for x in (said, true, again))]
        cells += [f"{of_probability:.4f}", f"{of_category:.4f}"]
        cells += [f"{100 * gap[1]:.0f} stated, {100 * gap[2]:.0f} true"]
        print(f"| {name} |", " | ".join(cells), "|")


def print_bins(rows: Sequence[Stated]) -> None:
    """Print stated probability against both facts, bin by bin."""
    print("| stated | true | read again | probabilities |")
    print("|---|---|---|---|")
    pairs = zip(bins(rows, "is_true"), bins(rows, "is_read_again"), strict=True)
    for (p, share, _, count), (_, again, _, _) in pairs:
        print(f"| {100 * p:.1f} % | {100 * share:.1f} | {100 * again:.1f} | {count} |")


def print_mean(rows: Sequence[Stated], visit: int, category: str) -> None:
    """Print how probable a category was on average, and how often it was true."""
    chosen = [row for row in rows if (row.visit, row.category) == (visit, category)]
    courses = len([row for row in rows if row.visit == visit and row.is_given])
    said = 100 * sum(row.probability for row in chosen) / courses
    true = 100 * sum(row.is_true for row in chosen) / courses
    print(f"visit {visit}, {category}: stated {said:.1f} %, true {true:.1f} %")


def draw(sets: dict[str, list[Stated]]) -> None:
    """Draw stated probability against how often it was true, and was read again."""
    figure, panels = plt.subplots(1, 2, figsize=(9.6, 5.0), layout="constrained")
    facts = {"is_true": "the category of the true sizes", "is_read_again": "read again"}
    for panel, (fact, words) in zip(panels, facts.items(), strict=True):
        for name, rows in sets.items():
            p, share, error, _ = np.array(list(bins(rows, fact))).T
            panel.errorbar(
                100 * p, 100 * share, 196 * error, fmt="o-", ms=4, lw=1, label=name
            )
        panel.plot([0, 100], [0, 100], color="black", lw=1, label="as stated")
        panel.set(
            title=f"How often it is {words}",
            xlabel="Stated probability of a category (%)",
            ylabel="Observed share (%)",
            xlim=(-2, 102),
            ylim=(-2, 102),
        )
    lines = panels[0].get_legend_handles_labels()
    figure.legend(*lines, frameon=False, loc="outside lower center", ncols=5)
    figure.savefig(IMAGE, dpi=110)


def main(count: int, seed: int) -> None:
    sets = {}
    for criteria, share in CRITERIA.items():
        for calipers in (False, True):
            words = "calipers" if calipers else "readers"
            number = round(count * share)
            found = stated(criteria, number, calipers=calipers, seed=seed)
            sets[f"{criteria}, {words}"] = found
    print(f"{count} courses of {VISITS} visits, seed {seed}\n")
    print_table(sets)
    rows = sets["mrecist-2010, readers"]
    print("\nmrecist-2010, readers: all probabilities in bins of 10 %\n")
    print_bins(rows)
    print()
    for visit in range(1, VISITS + 1):
        for category in ("PR", "SD", "PD"):
            print_mean(rows, visit, category)
    draw(sets)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=20261123)
    asked = parser.parse_args()
    main(asked.count, asked.seed)
