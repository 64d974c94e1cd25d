"""One slice of a region, ready to be measured: hull and outline are found once."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lesion_toolkit.errors import InputRefused

if TYPE_CHECKING:
    from lesion_toolkit.measurement.outline import Outline

PixelPoint = tuple[float, float]
"""A place in a slice: (row, column) in pixels, sub-pixel."""

LEVEL = 0.5
"""Value on the outline: half of the pixel belongs to the region."""

LEVEL_MARGIN = 1e-6
"""Values closer to the level than this count as just inside: no edge of length 0."""


@dataclass(frozen=True, slots=True)
class Diameter:
    """A length measured in one slice.

    Attributes
    ----------
    length_mm
        Length in mm; 0.0 where the region is empty.
    ends
        The two end points (row, column) in pixels, or None where there is nothing to
        measure: a caller treats that as absent, never as a length of zero.
    """

    length_mm: float
    ends: tuple[PixelPoint, PixelPoint] | None


NOTHING = Diameter(0.0, None)
"""What is measured of an empty region."""


@dataclass(frozen=True, eq=False)
class Section:
    """The part of a slice that holds a region.

    Attributes
    ----------
    values
        Values of the part: boolean or float64.
    spacing_mm
        (row, column).
    corner
        (row, column) of the slice where the part begins.
    whole
        Diameter of the hull, whatever it crosses.
    """

    values: NDArray[Any]
    spacing_mm: tuple[float, float]
    corner: tuple[int, int]
    whole: Diameter

    @classmethod
    def cut(
        cls,
        region: NDArray[Any],
        spacing_mm: tuple[float, float],
        whole: Diameter | None = None,
    ) -> "Section | None":
        """Cut out the part of a slice (row, column) that holds the region, if any.

        ``whole`` is its whole diameter where that is known already.
        """
        binary = region.dtype.kind != "f"
        inside = region if binary else region >= LEVEL - LEVEL_MARGIN
        rows = np.flatnonzero(inside.any(axis=1))
        if not rows.size:
            return None
        columns = np.flatnonzero(inside[rows[0] : rows[-1] + 1].any(axis=0))
        # a soft edge lies between the last pixel inside and its neighbor
        margin = 0 if binary else 1
        r0, c0 = max(rows[0] - margin, 0), max(columns[0] - margin, 0)
        part = region[r0 : rows[-1] + 1 + margin, c0 : columns[-1] + 1 + margin]
        whole = whole or whole_diameters(region[None], spacing_mm)[0]
        return cls(part, spacing_mm, (int(r0), int(c0)), whole)

    @property
    def binary(self) -> bool:
        """Whether the values are a bare mask."""
        return bool(self.values.dtype.kind != "f")

    @cached_property
    def _field(self) -> NDArray[np.float64]:
        from lesion_toolkit.measurement.outline import framed

        return framed(self.values)

    @cached_property
    def polygon(self) -> "Outline":
        """The polygon of the region, ready to be crossed by lines."""
        from lesion_toolkit.measurement.outline import trace

        sy, sx = self.spacing_mm
        return trace(self._field, sx, sy)

    @cached_property
    def outline(self) -> "Outline":
        """The polygon of the region, ready to be searched."""
        from lesion_toolkit.measurement.outline import with_distances

        return with_distances(self.polygon, self._field)

    def longest(self, gap_mm: float, longer_than_mm: float = 0.0) -> Diameter:
        """Longest admissible diameter above a length; :data:`NOTHING` without one."""
        from lesion_toolkit.measurement.chord_search import longest_chord

        if self.whole.length_mm <= longer_than_mm:
            return NOTHING
        if gap_mm >= self.whole.length_mm or self._crosses_no_gap_over(gap_mm):
            return self.whole
        return self._diameter(longest_chord(self.outline, gap_mm, longer_than_mm))

    def _crosses_no_gap_over(self, gap_mm: float) -> bool:
        """Whether the whole diameter is admissible itself: then nothing is longer."""
        from lesion_toolkit.measurement.chord import inside_intervals, intervals_buffer

        assert self.whole.ends is not None
        length = self.whole.length_mm
        sy, sx = self.spacing_mm
        (y0, x0), (y1, x1) = (
            ((row - self.corner[0] + 1.0) * sy, (column - self.corner[1] + 1.0) * sx)
            for row, column in self.whole.ends
        )
        ux, uy = (x1 - x0) / length, (y1 - y0) / length
        found = intervals_buffer(self.polygon)
        return (
            inside_intervals(self.polygon, x0, y0, ux, uy, 0.0, length, gap_mm, found)
            >= 0
        )

    def across(self, ends: tuple[PixelPoint, PixelPoint], gap_mm: float) -> Diameter:
        """Longest admissible diameter at 90° (in mm) to a caliper in this slice."""
        from lesion_toolkit.measurement.parallel_chords import longest_parallel

        sy, sx = self.spacing_mm
        (r0, c0), (r1, c1) = ends
        dx, dy = (c1 - c0) * sx, (r1 - r0) * sy
        length = math.hypot(dx, dy)
        if not math.isfinite(length) or length == 0.0:
            raise InputRefused(
                "a caliper without direction (its ends coincide or are not finite).",
                "two different end points in the slice.",
                "place the caliper again.",
            )
        ux, uy = -dy / length, dx / length
        return self._diameter(longest_parallel(self.polygon, ux, uy, gap_mm))

    def _diameter(self, chord: tuple[float, float, float, float, float]) -> Diameter:
        return _diameter(chord, self.spacing_mm, self.corner)


def whole_diameters(
    values: NDArray[Any], spacing_mm: tuple[float, float]
) -> list[Diameter]:
    """Diameter of the hull of each slice (slice, row, column), whatever it crosses."""
    from lesion_toolkit.measurement.hull import hull_diameters

    sy, sx = spacing_mm
    chords = hull_diameters(values, sx, sy).tolist()
    return [_diameter(chord, spacing_mm, (0, 0)) for chord in chords]


def _diameter(
    chord: Sequence[float], spacing_mm: tuple[float, float], corner: tuple[int, int]
) -> Diameter:
    """Chord (length, x0, y0, x1, y1 in mm, framed) with its ends in pixels."""
    length, x0, y0, x1, y1 = chord
    if length <= 0.0:
        return NOTHING
    sy, sx = spacing_mm
    row, column = corner[0] - 1.0, corner[1] - 1.0  # without the frame
    ends = ((y0 / sy + row, x0 / sx + column), (y1 / sy + row, x1 / sx + column))
    return Diameter(length, ends)


def checked_region(region: ArrayLike, *, dimensions: int) -> NDArray[Any]:
    """Return a region as boolean or float64 values, or refuse it."""
    values = np.asarray(region)
    if values.ndim != dimensions or values.dtype.kind not in "biuf":
        raise InputRefused(
            f"a region of type {values.dtype} with {values.ndim} dimensions.",
            f"boolean or partial-volume values with {dimensions} dimensions.",
            "pass one slice to the slice functions, a volume to the lesion functions.",
        )
    if values.dtype.kind != "f":
        return values if values.dtype.kind == "b" else values != 0
    if not np.isfinite(values).all():
        raise InputRefused(
            "a region with values that are not finite (NaN or infinity).",
            "a finite value for every pixel.",
            "set what was not imaged to 0 and say so.",
        )
    return values.astype(np.float64, copy=False)


def checked_spacing(spacing_mm: tuple[float, float]) -> tuple[float, float]:
    """Return (row, column) spacing, refused unless finite and above 0."""
    try:
        sy, sx = (float(s) for s in spacing_mm)
        usable = math.isfinite(sy) and math.isfinite(sx) and sy > 0 and sx > 0
    except (TypeError, ValueError):
        usable = False
    if not usable:
        raise InputRefused(
            f"a spacing of {spacing_mm!r}.",
            "two finite spacings above 0 mm: (row, column).",
            "check Pixel Spacing (0028,0030).",
        )
    return sy, sx


def checked_gap(gap_mm: float) -> float:
    """Return the longest gap allowed, refused unless 0 mm or more."""
    if math.isnan(gap_mm) or gap_mm < 0:
        raise InputRefused(
            f"a gap of {gap_mm} mm.",
            "the longest gap a diameter may cross: 0 mm or more.",
            "0 is strict, 5 the default, 10 lenient.",
        )
    return float(gap_mm)
