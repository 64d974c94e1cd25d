"""Methods timed in turns, so that a busy machine slows all of them alike."""

import gc
import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Timing:
    """Median seconds of one method."""

    wall_s: float
    cpu_s: float


def interleave(
    methods: Mapping[str, Callable[[], Any]], rounds: int = 5
) -> dict[str, Timing]:
    """Run every method once a round, first round unmeasured (warm caches)."""
    wall: dict[str, list[float]] = {name: [] for name in methods}
    cpu: dict[str, list[float]] = {name: [] for name in methods}
    for turn in range(rounds + 1):
        for name, method in methods.items():
            gc.collect()
            started, busy = time.perf_counter(), time.process_time()
            method()
            if turn:
                wall[name].append(time.perf_counter() - started)
                cpu[name].append(time.process_time() - busy)
    return {
        name: Timing(statistics.median(wall[name]), statistics.median(cpu[name]))
        for name in methods
    }


def table(timings: Mapping[str, Timing], product: str, title: str) -> str:
    """Markdown table with ratios to the product."""
    ours = timings[product]
    lines = [
        f"\n### {title}\n",
        "| method | wall s | CPU s | wall x product | CPU x product |",
        "|---|---|---|---|---|",
    ]
    for name, one in timings.items():
        lines.append(
            f"| {name} | {one.wall_s:.4f} | {one.cpu_s:.4f} "
            f"| {one.wall_s / ours.wall_s:.1f} | {one.cpu_s / ours.cpu_s:.1f} |"
        )
    return "\n".join(lines)
