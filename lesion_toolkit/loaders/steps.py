"""Distances between images along their normal."""

import itertools
from collections import Counter
from collections.abc import Sequence

from lesion_toolkit.loaders.planes import Plane

SAME_PLACE_MM = 0.01
"""Two images nearer than this along the normal lie at the same position."""

STEP_TOLERANCE_MM = 0.15
"""Steps of an even stack agree within this, or within 2 % of the step."""


def by_height(planes: Sequence[Plane]) -> tuple[Plane, ...]:
    """Sorted along the normal, feet to head for axial images."""
    return tuple(sorted(planes, key=lambda plane: plane.height_mm))


def steps_mm(planes: Sequence[Plane]) -> list[float]:
    """Distances between neighbors along the normal; ``planes`` are sorted."""
    pairs = itertools.pairwise(planes)
    return [above.height_mm - below.height_mm for below, above in pairs]


def usual_step(steps: Sequence[float]) -> float:
    """Most frequent step, to 0.1 mm; the smallest of equally frequent ones."""
    if round(min(steps), 1) == round(max(steps), 1):
        return sum(steps) / len(steps)
    counts = Counter(round(step, 1) for step in steps)
    often = max(counts.values())
    usual = min(step for step, count in counts.items() if count == often)
    near = [step for step in steps if round(step, 1) == usual]
    return sum(near) / len(near)


def fits(step: float, usual: float) -> bool:
    """Whether a step is the usual one."""
    return abs(step - usual) <= max(STEP_TOLERANCE_MM, 0.02 * usual)


def is_even(planes: Sequence[Plane]) -> bool:
    """Whether sorted images are one distance apart."""
    steps = steps_mm(planes)
    usual = usual_step(steps)
    return usual >= SAME_PLACE_MM and all(fits(step, usual) for step in steps)


def repeats(planes: Sequence[Plane]) -> int:
    """Most images that lie at one position; ``planes`` are sorted."""
    most = run = 1
    for below, above in itertools.pairwise(planes):
        run = run + 1 if above.height_mm - below.height_mm < SAME_PLACE_MM else 1
        most = max(most, run)
    return most


def places(planes: Sequence[Plane]) -> list[int]:
    """Give the number of the position of each image, from the lowest one up."""
    order = sorted(range(len(planes)), key=lambda n: planes[n].height_mm)
    numbers = [0] * len(planes)
    for below, above in itertools.pairwise(order):
        step = planes[above].height_mm - planes[below].height_mm
        numbers[above] = numbers[below] + int(step >= SAME_PLACE_MM)
    return numbers
