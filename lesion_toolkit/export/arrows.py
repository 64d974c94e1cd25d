"""Arrows that point at outlines from a side that is free."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from skimage.measure import points_in_poly

CLEAR_MM = 1.5
"""From the tip of an arrow to the outline it points at."""

DIRECTIONS = 16
"""Sides that are tried, beginning above on the left."""

FIRST_DEGREES = 225.0
"""Where an arrow comes from if every side is free (x to the right, y down)."""

STEP_MM = 0.05
"""How finely the place of a tip is looked for."""

ROUNDING_MM = 1e-9

HEAD_SHARE, HEAD_WIDTH_SHARE, SHAFT_SHARE = 0.5, 0.42, 0.14
"""Length and width of the head and width of the shaft, shares of the length."""

PointMm = tuple[float, float]
"""(x, y) on the drawing in mm, from the top left corner."""

Points = NDArray[np.float64]
"""(n, 2) points (x, y) on the drawing in mm."""


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow on a drawing, mm; ``lesion`` is what it points at."""

    lesion: str
    tail: PointMm
    tip: PointMm

    @property
    def polygon(self) -> tuple[PointMm, ...]:
        """Outline of the arrow, the tip first."""
        length = math.dist(self.tail, self.tip)
        ux, uy = ((a - b) / length for a, b in zip(self.tip, self.tail, strict=True))
        neck, wide = HEAD_SHARE * length, HEAD_WIDTH_SHARE / 2 * length
        thin = SHAFT_SHARE / 2 * length
        back = [(0.0, 0.0), (neck, wide), (neck, thin), (length, thin)]
        back += [(along, -across) for along, across in back[:0:-1]]
        x, y = self.tip
        return tuple((x - a * ux - c * uy, y - a * uy + c * ux) for a, c in back)


def arrow_at(
    lesion: str,
    rings: Sequence[Points],
    frame_mm: tuple[float, float],
    length_mm: float,
    taken: Sequence[Points] = (),
) -> Arrow:
    """Point at a lesion from the side on which the least is covered.

    Parameters
    ----------
    lesion
        What it points at.
    rings
        Its outline: closed rings of (x, y) points in mm.
    frame_mm
        (width, height) that an arrow should stay in.
    length_mm
        Length of the arrow; its tip ends 1.5 mm outside the outline.
    taken
        Closed rings of what should not be covered: other lesions, letters, calipers.
    """
    turns = FIRST_DEGREES + np.arange(DIRECTIONS) * (360 / DIRECTIONS)
    tried = [_from_side(lesion, rings, math.radians(t), length_mm) for t in turns]
    hidden = [_hidden(arrow, [*rings, *taken], frame_mm) for arrow in tried]
    return tried[int(np.argmin(hidden))]


def distance_mm(points: Points, rings: Sequence[Points]) -> Points:
    """Distance in mm of each of n points to the nearest point of closed rings."""
    nearest = np.full(len(points), np.inf)
    for ring in rings:
        start, edge = ring, np.roll(ring, -1, axis=0) - ring
        to = points[:, None] - start
        square = np.maximum((edge**2).sum(axis=1), 1e-12)
        share = np.clip((to * edge).sum(axis=2) / square, 0, 1)
        apart = np.linalg.norm(to - share[..., None] * edge, axis=2)
        nearest = np.minimum(nearest, apart.min(axis=1))
    return nearest


def _from_side(
    lesion: str, rings: Sequence[Points], turn: float, length_mm: float
) -> Arrow:
    """Come from one side, along a line through the middle of the lesion."""
    toward = np.array([math.cos(turn), math.sin(turn)])
    largest = max(rings, key=lambda ring: float(np.prod(np.ptp(ring, axis=0))))
    middle = (largest.min(axis=0) + largest.max(axis=0)) / 2
    reach = max(float(((ring - middle) @ toward).max()) for ring in rings)
    away = np.arange(reach + CLEAR_MM, -STEP_MM, -STEP_MM)
    line = middle + away[:, None] * toward
    touching = distance_mm(line, rings) < CLEAR_MM - ROUNDING_MM
    # the line ends in the middle of the lesion; where that is a hole, it may not touch
    last = int(np.argmax(touching)) - 1 if touching.any() else len(away) - 1
    tip = line[max(last, 0)]
    tail = tip + length_mm * toward
    return Arrow(lesion, _point(tail), _point(tip))


def _point(xy: Points) -> PointMm:
    return float(xy[0]), float(xy[1])


def _hidden(
    arrow: Arrow, rings: Sequence[Points], frame_mm: tuple[float, float]
) -> float:
    """How much of an arrow and its name is on what is taken (1) or outside (3)."""
    tip, tail = np.array(arrow.tip), np.array(arrow.tail)
    shares = np.linspace(0, 1.5, 31)[:, None]
    along = tip + shares * (tail - tip)
    covered = np.zeros(len(along), dtype=bool)
    for ring in rings:
        covered |= points_in_poly(along, ring)
    outside = (along < 0).any(axis=1) | (along > frame_mm).any(axis=1)
    return float(covered.sum() + 3 * outside.sum())
