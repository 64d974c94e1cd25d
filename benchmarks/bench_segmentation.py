"""One click to a lesion beside its peers: how right, and how fast.

    python benchmarks/bench_segmentation.py phantoms [--count 30] [--peers 12]
        [--seed 7]
    python benchmarks/bench_segmentation.py small [--count 60] [--seeds 101 102]
    python benchmarks/bench_segmentation.py leaks [--count 40] [--seeds 7 11 23 31]
    python benchmarks/bench_segmentation.py time [--rounds 5]

``phantoms``: lesions of 8 to 140 mm in an upper abdomen (hyper- and hypoenhancing,
washed out only, rim with necrosis, dead core; lobes; texture; contrast-to-noise 1.5 to
8; deep, at the liver's edge, at a vessel, under the heart, in the left lobe, at the
dome). The click falls anywhere in the inner two thirds. Dice, surface distance (mean
and 95th percentile), error of the equivalent diameter, refused clicks, CPU seconds. The
first ``--peers`` of them also go through the library methods, with the same click, on a
crop of three lesion radii (they are told the size, we are not) and smoothed as ours
are. ``small``: lesions of 8 to 20 mm by size and contrast-to-noise, ``--count`` of each
seed. ``leaks``: how many outlines of the same lesions are far too large, and whether a
finding says so. ``time``: lesions of 40 and 140 mm on 512 x 512 images, first click and
second click.
"""

import argparse
import itertools
import math
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from segmentation_peers import PEERS
from segmentation_phantoms import (
    GRID,
    Answer,
    Flags,
    Phantom,
    compare,
    long_axis,
    phantom,
)

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.segmentation.click import segment

LEAKED = 1.5
"""Volume in true volumes from which an outline has leaked."""

WELL = 0.85
"""Dice from which a finding of a leak is without cause."""

SMALL_MM = (8, 10, 13, 16, 20)
CONTRASTS = (1.5, 3, 5, 8.1)


def ours(one: Phantom) -> Flags:
    return segment(one.exam, at_mm=one.click_mm).array


def ours_caliper(one: Phantom) -> Flags:
    """From the long axis of the largest slice, each end missed by about 2 mm."""
    ends = _missed(long_axis(one.truth, GRID))
    return segment(one.exam, caliper_mm=ends).array


def _missed(ends: np.ndarray) -> list[np.ndarray]:
    dice = np.random.default_rng(3)
    return [end + dice.normal(0, 1.2, 3) for end in ends]


def misplaced(one: Phantom) -> Flags:
    return one.misplaced


OURS: dict[str, Callable[[Phantom], Flags]] = {
    "the truth, half a slice off": misplaced,
    "lesion-toolkit, one click": ours,
    "lesion-toolkit, rough caliper": ours_caliper,
}
METHODS = {**OURS, **PEERS}


def judged(method: Callable[[Phantom], Flags], one: Phantom) -> Answer:
    begun = time.process_time()
    try:
        found = method(one)
    except InputRefused:
        found = np.zeros(one.truth.shape, bool)
    return compare(found, one.truth, GRID, time.process_time() - begun)


def phantoms(count: int, peers: int, seed: int) -> None:
    answers: dict[str, list[tuple[Phantom, Answer]]] = {name: [] for name in METHODS}
    for number in range(count):
        one = phantom(number, seed=seed)
        ours(one)  # the exam is looked at once; what follows is what a click costs
        about = f"{one.diameter_mm:.0f} mm {one.kind}, CNR {one.cnr:.1f}, {one.place}"
        said = []
        for name, method in list(METHODS.items())[
            : None if number < peers else len(OURS)
        ]:
            answer = judged(method, one)
            answers[name].append((one, answer))
            said.append(f"{answer.dice:.2f}")
        print(f"<!-- {number}: {about}: {' '.join(said)} -->", flush=True)
    print(f"\nThe first {peers} phantoms, all methods:\n")
    _table({name: found[:peers] for name, found in answers.items()})
    print(f"\nAll {count} phantoms, by size:\n")
    ours_of = list(answers.items())[: len(OURS)]
    _table(dict(ours_of))
    for low, high in ((8, 20), (20, 60), (60, 141)):
        _table(
            {
                f"{name}, {low}-{high} mm": [
                    pair for pair in found if low <= pair[0].diameter_mm < high
                ]
                for name, found in ours_of
            },
            head=False,
        )


def small(count: int, seeds: list[int]) -> None:
    """Ask how right small lesions are by size and contrast-to-noise."""
    found = []
    for seed, number in itertools.product(seeds, range(count)):
        sizes = np.log([SMALL_MM[0], SMALL_MM[-1]])
        size = float(
            np.exp(np.random.default_rng([seed, 1000 + number]).uniform(*sizes))
        )
        one = phantom(number, diameter_mm=size, seed=seed)
        dice = [judged(method, one).dice for method in OURS.values()]
        found.append((one.diameter_mm, one.cnr, dice))
    print(f"| mm | contrast-to-noise | n | {' | '.join(OURS)} |")
    print("|---|---|---|---|---|---|")
    for low, high in itertools.pairwise(SMALL_MM):
        for faint, clear in itertools.pairwise(CONTRASTS):
            _row(
                f"{low}-{high} | {faint:g}-{clear:g}",
                [
                    dice
                    for mm, contrast, dice in found
                    if low <= mm < high and faint <= contrast < clear
                ],
            )
    _row("all | ", [dice for *_, dice in found])


def _row(name: str, dice: list[list[float]]) -> None:
    if not dice:
        return
    of_each = zip(*dice, strict=True)
    cells = [f"{statistics.mean(some):.2f} ({min(some):.2f})" for some in of_each]
    print(f"| {name} | {len(dice)} | {' | '.join(cells)} |", flush=True)


def _table(answers: dict[str, list[tuple[Phantom, Answer]]], head: bool = True) -> None:
    if head:
        print(
            "| method | n | Dice mean | Dice median | Dice lowest | surface mm | "
            "surface 95 % mm | diameter error mm | refused | CPU s |\n"
            "|---|---|---|---|---|---|---|---|---|---|"
        )
    for name, pairs in answers.items():
        if not pairs:
            continue
        found = [answer for _, answer in pairs]
        dice = [answer.dice for answer in found]
        surface = [a.surface_mm for a in found if not math.isnan(a.surface_mm)]
        far = [a.surface_95_mm for a in found if not math.isnan(a.surface_mm)]
        error = [abs(a.diameter_mm) for a in found if not math.isnan(a.diameter_mm)]
        print(
            f"| {name} | {len(found)} | {statistics.mean(dice):.3f} | "
            f"{statistics.median(dice):.3f} | {min(dice):.2f} | "
            f"{statistics.median(surface):.2f} | {statistics.median(far):.1f} | "
            f"{statistics.median(error):.1f} | {len(found) - len(surface)} | "
            f"{statistics.median(a.seconds for a in found):.2f} |"
        )


def leaks(count: int, seeds: list[int]) -> None:
    """Ask whether an outline that is far too large says so, and others do not."""
    columns = "too large | of them told | told although well found"
    print(f"| prompt | lesions | refused | {columns} |\n|---|---|---|---|---|---|")
    drawn = [(n, seed) for seed in seeds for n in range(count)]
    told = {"click": _Told(), "caliper": _Told()}
    for number, seed in drawn:
        one = phantom(number, seed=seed)
        prompts = {
            "click": {"at_mm": one.click_mm},
            "caliper": {"caliper_mm": _missed(long_axis(one.truth, GRID))},
        }
        for name, prompt in prompts.items():
            told[name].add(one, prompt, f"{name} {seed}/{number}")
    for name, found in told.items():
        cells = [len(drawn), found.refused, found.large, found.said, found.needless]
        print("|", " | ".join(map(str, [name, *cells])), "|")


@dataclass
class _Told:
    """Counts of outlines by whether they leaked and whether a finding says so."""

    refused: int = 0
    large: int = 0
    said: int = 0
    needless: int = 0

    def add(self, one: Phantom, prompt: dict[str, Any], name: str) -> None:
        try:
            mask = segment(one.exam, **prompt)
        except InputRefused:
            self.refused += 1
            return
        answer = compare(mask.array, one.truth, GRID, 0.0)
        times = mask.array.sum() / one.truth.sum()
        codes = [
            f.code for f in mask.findings if f.code in ("leak-stopped", "grown-far")
        ]
        self.large += times > LEAKED
        self.said += times > LEAKED and bool(codes)
        self.needless += answer.dice >= WELL and bool(codes)
        if times > LEAKED or codes:
            about = (
                f"{one.diameter_mm:.0f} mm {one.kind}, CNR {one.cnr:.1f}, {one.place}"
            )
            size = f"{times:.1f} times as large, Dice {answer.dice:.2f}"
            print(f"<!-- {name}: {about}: {size} {codes} -->", flush=True)


def timing(rounds: int) -> None:
    """Time the first and the later clicks on an exam of usual size."""
    grid = Geometry.from_axes(
        (76, 512, 512), origin_mm=(-180, -180, -105), spacing_mm=(2.5, 0.7, 0.7)
    )
    print("| lesion | first click s | later click s (CPU) | later click s (wall) |")
    print("|---|---|---|---|")
    for size in (40.0, 140.0):
        one = phantom(16, diameter_mm=size, grid=grid)
        begun = time.process_time()
        segment(one.exam, at_mm=one.click_mm)
        first = time.process_time() - begun
        busy, wall = [], []
        for _ in range(rounds):
            started, begun = time.perf_counter(), time.process_time()
            segment(one.exam, at_mm=one.click_mm)
            busy.append(time.process_time() - begun)
            wall.append(time.perf_counter() - started)
        print(
            f"| {size:.0f} mm | {first:.2f} | {statistics.median(busy):.2f} | "
            f"{min(wall):.2f} |",
            flush=True,
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    drawn = commands.add_parser("phantoms")
    drawn.add_argument("--count", type=int, default=30)
    drawn.add_argument("--peers", type=int, default=12)
    drawn.add_argument("--seed", type=int, default=7)
    little = commands.add_parser("small")
    little.add_argument("--count", type=int, default=60)
    little.add_argument("--seeds", type=int, nargs="+", default=[101, 102])
    large = commands.add_parser("leaks")
    large.add_argument("--count", type=int, default=40)
    large.add_argument("--seeds", type=int, nargs="+", default=[7, 11, 23, 31])
    commands.add_parser("time").add_argument("--rounds", type=int, default=5)
    said = parser.parse_args()
    if said.command == "phantoms":
        phantoms(said.count, said.peers, said.seed)
    elif said.command == "small":
        small(said.count, said.seeds)
    elif said.command == "leaks":
        leaks(said.count, said.seeds)
    else:
        timing(said.rounds)


if __name__ == "__main__":
    main()
