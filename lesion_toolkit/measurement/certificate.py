"""Proof of how far the longest diameter of a slice can be from the one that was found.

Branch and bound over all straight lines. A family of lines (angle ± a, offset ± b)
passes each point of its middle line at most ``b + a r`` away, r being the distance from
the middle of the region, so whatever is farther than that from the region is outside
for every line of the family: the longest run on the middle line, outside only there, is
an upper bound for all of them. Families that cannot beat the best line found so far are
dropped, the others are split. Valid for every gap; for tests and benchmarks, too slow
for a reading room. Slits narrower than half a pixel are not seen by the bounds (their
distances are known to a quarter of a pixel), so there the bracket stays wide.
"""

import heapq
import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lesion_toolkit.measurement.chord import (
    TOUCH_MM,
    inside_intervals,
    intervals_buffer,
    longest_run,
)
from lesion_toolkit.measurement.compiled import compiled, compiled_with_numba
from lesion_toolkit.measurement.outline import IN, ONE_EDGE, OUT, Outline
from lesion_toolkit.measurement.section import (
    Section,
    checked_gap,
    checked_region,
    checked_spacing,
)

_FINER = 4
"""Nodes per pixel of the grid on which distances to the region are known."""

_FIRST_SPLIT = 32
"""Angles, and offsets, of the families to begin with."""


@dataclass(frozen=True, slots=True)
class Bracket:
    """Between which lengths the longest admissible diameter is, proved.

    Attributes
    ----------
    lower_mm
        Length of an admissible diameter that exists.
    upper_mm
        No admissible diameter is longer.
    families
        Families of lines that were bounded.
    """

    lower_mm: float
    upper_mm: float
    families: int


def bracket(
    region: ArrayLike,
    spacing_mm: tuple[float, float],
    gap_mm: float = 0.0,
    *,
    within_mm: float = 0.1,
    most_families: int = 200_000,
) -> Bracket:
    """Prove bounds on the longest diameter of a slice.

    Parameters
    ----------
    region, spacing_mm, gap_mm
        As for :func:`~lesion_toolkit.measurement.calipers.longest_diameter`.
    within_mm
        Stop when the bounds are so near to each other.
    most_families
        Stop after so many families of lines; the bounds hold, only wider.

    Raises
    ------
    InputRefused
        As :func:`~lesion_toolkit.measurement.calipers.longest_diameter`.
    """
    section = Section.cut(
        checked_region(region, dimensions=2), checked_spacing(spacing_mm)
    )
    gap_mm = checked_gap(gap_mm)
    if section is None:
        return Bracket(0.0, 0.0, 0)
    outline = section.outline
    far, pitch = _fine_distance(outline)
    center = outline.vertices.mean(axis=0)
    radius = float(np.hypot(*(outline.vertices - center).T).max()) + 1e-6
    lower, upper, families = _branch_and_bound(
        outline,
        far,
        pitch,
        (float(center[0]), float(center[1]), radius),
        gap_mm,
        within_mm,
        section.longest(gap_mm).length_mm,
        most_families,
        intervals_buffer(outline),
    )
    return Bracket(lower, upper, families)


def _fine_distance(
    outline: Outline,
) -> tuple[NDArray[np.float64], tuple[float, float]]:
    """Lower bound of the distance from fine nodes to the region, and their pitch."""
    from scipy import ndimage

    pitch = (outline.sx / _FINER, outline.sy / _FINER)
    rows, columns = outline.kinds.shape
    near = np.zeros((rows * _FINER + 1, columns * _FINER + 1), np.uint8)
    _mark_near(outline.kinds, outline.planes, near)
    apart = ndimage.distance_transform_edt(near == 0, sampling=pitch[::-1])
    # half a fine diagonal to the nearest node, and another from a node to the region
    far: NDArray[np.float64] = np.maximum(apart - math.hypot(*pitch), 0.0)
    return far, pitch


@compiled
def _mark_near(
    kinds: NDArray[np.uint8], planes: NDArray[np.float64], near: NDArray[np.uint8]
) -> None:
    """Mark fine nodes with any of the region within half a fine diagonal."""
    rows, columns = kinds.shape
    for r in range(rows):
        for c in range(columns):
            kind = kinds[r, c]
            if kind == OUT:
                continue
            for y in range(_FINER + 1):
                for x in range(_FINER + 1):
                    u, v = c + x / _FINER, r + y / _FINER
                    inside = kind == IN
                    for edge in range(kind - ONE_EDGE + 1):
                        a, b = planes[r, c, 3 * edge], planes[r, c, 3 * edge + 1]
                        value = a * u + b * v + planes[r, c, 3 * edge + 2]
                        if kind != IN and value >= -(abs(a) + abs(b)) / (2 * _FINER):
                            inside = True
                    if inside:
                        near[r * _FINER + y, c * _FINER + x] = 1


@compiled
def _longest_possible(
    far: NDArray[np.float64],
    pitch: tuple[float, float],
    center: tuple[float, float],
    angle: float,
    offset: float,
    half_angle: float,
    half_offset: float,
    half: float,
    gap_mm: float,
) -> float:
    """Upper bound of the longest run over all lines of a family."""
    rows, columns = far.shape
    ux, uy = math.cos(angle), math.sin(angle)
    x, y = center[0] - uy * offset, center[1] + ux * offset
    u, v, du, dv = x / pitch[0], y / pitch[1], ux / pitch[0], uy / pitch[1]
    longest = 0.0
    run_from = empty_from = empty_to = -half
    step = min(pitch)
    at = -half
    while at < half:
        row = min(max(int(v + at * dv + 0.5), 0), rows - 1)
        column = min(max(int(u + at * du + 0.5), 0), columns - 1)
        moved = half_offset + half_angle * math.hypot(at, abs(offset) + half_offset)
        empty = far[row, column] - moved
        if empty > 0.0:
            # the whole stretch at - empty .. at + empty is outside for every line
            if at - empty > empty_to:
                empty_from = at - empty
            empty_to = max(empty_to, at + empty)
            if empty_to - empty_from > gap_mm + TOUCH_MM:
                longest = max(longest, empty_from - run_from)
                run_from = empty_to
        at += max(empty, step)
    return max(longest, half - run_from)


@compiled_with_numba
def _branch_and_bound(
    outline: Outline,
    far: NDArray[np.float64],
    pitch: tuple[float, float],
    disc: tuple[float, float, float],
    gap_mm: float,
    within_mm: float,
    lower: float,
    most_families: int,
    found: NDArray[np.float64],
) -> tuple[float, float, int]:
    """Split families, the most promising first, until the bounds meet."""
    cx, cy, radius = disc
    half_angle = math.pi / _FIRST_SPLIT / 2
    half_offset = radius / _FIRST_SPLIT
    waiting = [
        (
            -2.0 * radius,
            (2 * i + 1) * half_angle,
            -radius + (2 * j + 1) * half_offset,
            half_angle,
            half_offset,
        )
        for i in range(_FIRST_SPLIT)
        for j in range(_FIRST_SPLIT)
    ]
    heapq.heapify(waiting)
    families = 0
    while len(waiting) > 0:
        bound, angle, offset, half_angle, half_offset = heapq.heappop(waiting)
        if -bound <= lower + within_mm or families >= most_families:
            return lower, max(-bound, lower), families
        for i in (-0.5, 0.5):
            for j in (-0.5, 0.5):
                theta, rho = angle + i * half_angle, offset + j * half_offset
                nearest = max(abs(rho) - half_offset / 2, 0.0)
                half = math.sqrt(max(radius * radius - nearest * nearest, 0.0))
                upper = _longest_possible(
                    far,
                    pitch,
                    (cx, cy),
                    theta,
                    rho,
                    half_angle / 2,
                    half_offset / 2,
                    half,
                    gap_mm,
                )
                upper = min(upper, -bound)
                families += 1
                if upper <= lower + within_mm:
                    continue
                ux, uy = math.cos(theta), math.sin(theta)
                x, y = cx - uy * rho, cy + ux * rho
                n = inside_intervals(
                    outline, x, y, ux, uy, -half, half, math.inf, found
                )
                start, end = longest_run(found, n, gap_mm)
                lower = max(lower, end - start)
                heapq.heappush(
                    waiting, (-upper, theta, rho, half_angle / 2, half_offset / 2)
                )
    return lower, lower + within_mm, families
