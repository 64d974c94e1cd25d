"""Count how often stated intervals hold the truth, and draw it into ``images``.

    python docs/definitions/draw_uncertainty.py [--count 500] [--seed 2026]

Random lesions with a known truth are measured as any lesion is; for each level from
50 to 99 % the share of lesions whose truth lies in the stated interval is counted.
Random numbers other than those of the tests and of the calibration.
"""

import argparse
import math
import sys
from collections.abc import Iterator
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
COLORS = ("#5b6b7a", "#e07b39", "#2a6f97", "#9a5b9e")


def deviations(count: int, seed: int) -> Iterator[tuple[str, str, float, float]]:
    """Kind of lesion, quantity, error and standard error of each measurement."""
    for i in range(count):
        lesion = random_lesion(np.random.default_rng([seed, i]))
        measured = measure_lesion("T1", lesion.phases, lesion.mask)
        for name, value, error, truth in measured_and_true(lesion, measured):
            yield lesion.kind, name, value - truth, error


def main(count: int, seed: int) -> None:
    rows = list(deviations(count, seed))
    names = list(dict.fromkeys(name for _, name, _, _ in rows))
    kinds = list(dict.fromkeys(kind for kind, _, _, _ in rows))
    print(f"{count} lesions, seed {seed}: 95 % intervals hold the truth, in percent")
    print(f"{'':18}{'all':>8}{'mean':>8}{'SD':>8}{'stated':>8}", *kinds, sep="  ")
    figure, axes = plt.subplots(figsize=(5.2, 4.8), layout="constrained")
    for name, color in zip(names, COLORS, strict=True):
        mine = [row for row in rows if row[1] == name]
        error, stated = np.array([row[2:] for row in mine]).T
        ratio = np.abs(error) / stated
        held = [np.mean(ratio <= NormalDist().inv_cdf((1 + p) / 2)) for p in LEVELS]
        axes.plot(100 * LEVELS, 100 * np.array(held), "o-", color=color, label=name)
        of_kind = [
            100 * np.mean(ratio[[row[0] == kind for row in mine]] <= 1.96)
            for kind in kinds
        ]
        print(
            f"{name:18}{100 * np.mean(ratio <= 1.96):8.1f}{error.mean():+8.2f}"
            f"{error.std():8.2f}{math.sqrt((stated**2).mean()):8.2f}",
            *(f"{share:6.1f}" for share in of_kind),
        )
    axes.plot([45, 100], [45, 100], color="black", lw=1, label="as stated")
    axes.fill_between([94, 96], 93, 97, color="#c9d6c0", label="93 to 97 % wanted")
    axes.set(
        xlabel="Stated interval (%)",
        ylabel="Lesions whose truth it holds (%)",
        title=f"{count} random lesions with known truth",
        xlim=(45, 101),
        ylim=(45, 101),
    )
    axes.legend(frameon=False)
    figure.savefig(IMAGE, dpi=120)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--seed", type=int, default=2026)
    asked = parser.parse_args()
    main(asked.count, asked.seed)
