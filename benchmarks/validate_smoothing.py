"""Which width of the smoothing suits which noise: viable share of random lesions.

    python benchmarks/validate_smoothing.py [--count 12] [--first 0]

The lesions of validate_viability.py on CT, late arterial, with the noise of a pixel
given (alike in neighbors, as reconstructed slices have it). Prints, for each noise and
each width of the Gaussian, the mean size of the error of the viable share in percentage
points, and the largest; last for the width that is matched to the noise.
"""

import argparse
import statistics
from collections.abc import Sequence
from dataclasses import replace

from validate_viability import Phantom, error_points, phantom

from lesion_toolkit.measurement.viability_rule import DEFAULT_RULE, ViabilityRule

NOISE_HU = (3.0, 8.0, 15.0, 25.0, 40.0)
SIGMA_MM = (1.0, 1.5, 2.0, 2.5, 3.0)


def said(drawn: Sequence[Phantom], rule: ViabilityRule) -> str:
    sizes = [abs(error_points(one, rule)) for one in drawn]
    return f"{statistics.mean(sizes):.1f} ({max(sizes):.1f})"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=12, help="lesions a noise")
    parser.add_argument("--first", type=int, default=0, help="first seed")
    asked = parser.parse_args()
    print(
        "| noise, HU | "
        + " | ".join(f"{sigma} mm" for sigma in SIGMA_MM)
        + " | matched |"
    )
    print("|---|" + "---|" * (len(SIGMA_MM) + 1))
    seeds = range(asked.first, asked.first + asked.count)
    for noise in NOISE_HU:
        drawn = [phantom(seed, "CT", "late arterial", noise) for seed in seeds]
        cells = []
        for sigma in SIGMA_MM:
            cells.append(
                said(drawn, replace(DEFAULT_RULE, sigma_mm=sigma, sigma_noise_hu=0))
            )
        cells.append(said(drawn, DEFAULT_RULE))
        print(f"| {noise:.0f} | " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    main()
