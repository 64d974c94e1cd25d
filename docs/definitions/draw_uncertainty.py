"""Count how often stated intervals hold the truth, and draw it into ``images``.

    python docs/definitions/draw_uncertainty.py [--count 500] [--seed 20261125]

Random lesions with a known truth are measured as any lesion is; for each level from
50 to 99 % the share of lesions whose truth lies in the stated interval is counted.
Random numbers other than those of the tests and of the calibration.
"""

import argparse
import math
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from statistics import NormalDist

import matplotlib as mpl
import numpy as np

mpl.use("Agg")
import matplotlib.pyplot as plt

sys.path.insert(0, str(Path(__file__).parents[2]))
from lesion_toolkit.measurement.lesion import measure_lesion
from tests.measurement.random_lesions import measured_and_true, random_lesion

IMAGE = Path(__file__).parent / "images" / "uncertainty-calibration.png"
LEVELS = np.array([0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99])
SMALL_MM = 40.0
KINDS = ("alive", "island", "islands", "rim")


@dataclass(frozen=True)
class Measured:
    """One quantity of one lesion: its error and its standard error, in mm or ml."""

    kind: str
    small: bool
    name: str
    error: float
    stated: float

    def is_held(self, level: float) -> bool:
        """Whether the interval of this level holds the truth."""
        reach = NormalDist().inv_cdf((1 + level) / 2)
        return abs(self.error) <= reach * self.stated + 1e-9


def all_measured(count: int, seed: int) -> list[Measured]:
    """Measure random lesions as any lesion is."""
    rows = []
    for i in range(count):
        lesion = random_lesion(np.random.default_rng([seed, i]))
        measured = measure_lesion("T1", lesion.phases, lesion.mask)
        small = lesion.whole_mm < SMALL_MM
        for name, value, error, truth in measured_and_true(lesion, measured):
            rows.append(Measured(lesion.kind, small, name, value - truth, error))
    return rows


def held_pct(rows: Iterable[Measured], level: float = 0.95) -> float:
    """Share of truths that lie in the interval of this level."""
    return 100 * float(np.mean([row.is_held(level) for row in rows]))


def table(by_name: dict[str, list[Measured]]) -> None:
    """Print what the 95 % intervals hold, and errors beside what was stated."""
    print("| | held | under 40 mm |", " | ".join(KINDS), end=" | ")
    print("mean error | SD | stated |")
    print("|---" * (len(KINDS) + 6) + "|")
    for name, rows in by_name.items():
        groups = [rows, [row for row in rows if row.small]]
        groups += [[row for row in rows if row.kind == kind] for kind in KINDS]
        error, stated = np.array([(row.error, row.stated) for row in rows]).T
        cells = [f"{held_pct(group):.1f}" if group else "" for group in groups]
        cells += [f"{error.mean():+.2f}", f"{error.std():.2f}"]
        cells += [f"{math.sqrt((stated**2).mean()):.2f}"]
        print(f"| {name} |", " | ".join(cells), "|")


def draw(by_name: dict[str, list[Measured]], count: int) -> None:
    """Draw stated against observed coverage, lengths and volumes apart."""
    figure, panels = plt.subplots(1, 2, figsize=(9.6, 4.8), layout="constrained")
    for panel, title in zip(panels, ("Lengths", "Volumes"), strict=True):
        for name, rows in by_name.items():
            if name.endswith("volume") == (title == "Volumes"):
                held = [held_pct(rows, level) for level in LEVELS]
                panel.plot(100 * LEVELS, held, "o-", ms=4, label=name)
        panel.plot([35, 100], [35, 100], color="black", lw=1, label="as stated")
        panel.fill_between([94, 96], 93, 97, color="#c9d6c0", label="93 to 97 % wanted")
        panel.set(
            xlabel="Stated interval (%)",
            ylabel="Lesions whose truth it holds (%)",
            title=f"{title} of {count} random lesions",
            xlim=(45, 101),
            ylim=(35, 101),
        )
        panel.legend(frameon=False, loc="lower right")
    figure.savefig(IMAGE, dpi=110)


def main(count: int, seed: int) -> None:
    rows = all_measured(count, seed)
    names = dict.fromkeys(row.name for row in rows)
    by_name = {name: [row for row in rows if row.name == name] for name in names}
    print(f"{count} lesions, seed {seed}: 95 % intervals hold the truth, in percent")
    table(by_name)
    draw(by_name, count)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--seed", type=int, default=20261125)
    asked = parser.parse_args()
    main(asked.count, asked.seed)
