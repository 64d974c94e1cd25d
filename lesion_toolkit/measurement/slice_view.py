"""A rectangle of one slice, turned as radiologists look at it, and its gray values.

Axial slices are seen from the feet (the patient's right is on the left, anterior is
up), coronal slices from the front; on sagittal slices anterior is on the left.
"""

from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray
from skimage.measure import find_contours

from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.measurement import Caliper, PointMm

LEVEL_HU, WIDTH_HU = 80.0, 300.0
"""Window of an arterial liver CT."""

SUBTRACTION_LEVEL_HU, SUBTRACTION_WIDTH_HU = 50.0, 140.0
"""Window of arterial minus precontrast CT: enhancement from -20 to 120 HU."""

_LEFT, _POSTERIOR, _HEAD = np.eye(3)

_DOWN_RIGHT = (
    (-_HEAD, _POSTERIOR),
    (-_HEAD, _LEFT),
    (_POSTERIOR, _LEFT),
)
"""Patient directions of (down, right) by the patient axis that slices lie across."""

_DIRECTIONS = (("R", "L"), ("A", "P"), ("F", "H"))
"""Letters towards the negative and the positive end of patient x, y, z (LPS)."""

IN_SLICE = 0.75
"""Slices that an end of a caliper may lie off a slice and still be drawn on it."""

Pixel = tuple[float, float]
"""(row, column) on a picture; pixel centers are whole numbers."""

Polygon = tuple[Pixel, ...]


@dataclass(frozen=True, slots=True)
class SliceView:
    """A rectangle of one slice of an exam.

    Attributes
    ----------
    geometry
        The exam's grid.
    order
        Its array axes as (slice, row, column) of the picture.
    slice_index
        Index along the first of them.
    rows, columns
        Indices along the others, from the top and from the left; they run backwards
        where the picture is turned.
    """

    geometry: Geometry
    order: tuple[int, int, int]
    slice_index: int
    rows: range
    columns: range

    @classmethod
    def around(
        cls,
        geometry: Geometry,
        across: int,
        slice_index: int,
        box: tuple[range, range, range],
        field_mm: float,
    ) -> Self:
        """Show a square of a slice with a box of voxels (k, j, i) in its middle.

        Parameters
        ----------
        across
            Array axis that the slices lie across.
        slice_index
            Which of them.
        box
            Voxels to center on.
        field_mm
            Side of the square; at the border of the image it shows less.
        """
        order, flipped = _hung(geometry, across)
        shown = []
        for axis, flip in zip(order[1:], flipped, strict=True):
            count = round(field_mm / geometry.spacing_mm[axis])
            pixels = _centered(box[axis], count, geometry.shape[axis])
            shown.append(pixels[::-1] if flip else pixels)
        return cls(geometry, order, slice_index, shown[0], shown[1])

    @property
    def spacing_mm(self) -> tuple[float, float]:
        """(row, column) spacing in mm."""
        spacing = self.geometry.spacing_mm
        return spacing[self.order[1]], spacing[self.order[2]]

    @property
    def shape(self) -> tuple[int, int]:
        """(rows, columns)."""
        return len(self.rows), len(self.columns)

    @property
    def edge_letters(self) -> tuple[str, str, str, str]:
        """Patient directions at the left, right, top and bottom edge."""
        _, row, column = self.geometry.directions[list(self.order)]
        top, bottom = _letters(row * self.rows.step)
        left, right = _letters(column * self.columns.step)
        return left, right, top, bottom

    @property
    def middle_mm(self) -> NDArray[np.float64]:
        """Place (patient LPS mm) of the middle of the picture."""
        index = np.zeros(3)
        rows, columns = self.rows, self.columns
        middles = (rows[0] + rows[-1]) / 2, (columns[0] + columns[-1]) / 2
        index[list(self.order)] = (self.slice_index, *middles)
        return self.geometry.index_to_mm(index)

    def cut(self, array: NDArray[Any]) -> NDArray[Any]:
        """Pixels (row, column) of an array on the exam's grid."""
        whole = array.transpose(self.order)[self.slice_index]
        pixels: NDArray[Any] = whole[np.ix_(self.rows, self.columns)]
        return pixels

    def cut_part(self, array: NDArray[Any], part: Geometry) -> NDArray[Any]:
        """Pixels of an array on a crop of the exam's grid; zero outside the crop."""
        box = self.geometry.box_of(part)
        whole = np.zeros([self.geometry.shape[a] for a in self.order[1:]], array.dtype)
        if box is not None:
            across, rows, columns = (box[axis] for axis in self.order)
            if across.start <= self.slice_index < across.stop:
                inside = array.transpose(self.order)
                whole[rows, columns] = inside[self.slice_index - across.start]
        return whole[np.ix_(self.rows, self.columns)]

    def holds(self, caliper: Caliper) -> bool:
        """Whether a caliper lies in this slice."""
        across = self.geometry.mm_to_index(caliper.ends_mm)[:, self.order[0]]
        return bool((np.abs(across - self.slice_index) <= IN_SLICE).all())

    def ends_of(self, caliper: Caliper) -> tuple[Pixel, Pixel]:
        """Both ends of a caliper as (row, column)."""
        start, end = caliper.ends_mm
        return self.pixel_of(start), self.pixel_of(end)

    def pixel_of(self, point_mm: PointMm) -> Pixel:
        """(row, column) of a place in the patient."""
        _, row, column = self.geometry.mm_to_index(point_mm)[list(self.order)]
        return (
            float(row - self.rows.start) / self.rows.step,
            float(column - self.columns.start) / self.columns.step,
        )


def slice_of(geometry: Geometry, across: int, caliper: Caliper) -> int:
    """Slice that holds the middle of a caliper."""
    middle = float(geometry.mm_to_index(caliper.ends_mm)[:, across].mean())
    return min(max(round(middle), 0), geometry.shape[across] - 1)


def windowed(
    values: NDArray[Any], modality: str, *, subtraction: bool = False
) -> tuple[NDArray[np.uint8], str]:
    """Gray values 0 to 255, and the window in words; MR has no units to set it in."""
    if modality == "CT":
        level, width = (
            (SUBTRACTION_LEVEL_HU, SUBTRACTION_WIDTH_HU)
            if subtraction
            else (LEVEL_HU, WIDTH_HU)
        )
        low, high = level - width / 2, level + width / 2
        words = f"W {width:.0f} L {level:.0f}"
    else:
        low, high = (float(v) for v in np.percentile(values, (1, 99.5)))
        words = f"window {low:.0f} to {high:.0f}"
    gray = (np.asarray(values, np.float64) - low) / max(high - low, 1.0)
    return np.round(np.clip(gray, 0, 1) * 255).astype(np.uint8), words


def outlines(flags: NDArray[np.bool_]) -> tuple[Polygon, ...]:
    """Draw closed polygons (row, column) around flagged pixels, holes included."""
    if not flags.any():
        return ()
    framed = np.pad(flags, 1).astype(np.float64)
    return tuple(
        tuple((round(float(r) - 1, 2), round(float(c) - 1, 2)) for r, c in polygon)
        for polygon in find_contours(framed, 0.5)
    )


def _hung(
    geometry: Geometry, across: int
) -> tuple[tuple[int, int, int], tuple[bool, bool]]:
    """Array axes as (slice, row, column), and which of the last two run backwards."""
    unit = geometry.directions
    first, second = (axis for axis in range(3) if axis != across)
    normal = np.cross(unit[first], unit[second])
    down, right = _DOWN_RIGHT[int(np.argmax(np.abs(normal)))]
    turned = abs(unit[first] @ right) > abs(unit[second] @ right)
    row, column = (second, first) if turned else (first, second)
    flipped = bool(unit[row] @ down < 0), bool(unit[column] @ right < 0)
    return (across, row, column), flipped


def _centered(span: range, count: int, available: int) -> range:
    """Take ``count`` pixels around a span, moved to lie inside the image."""
    low = (span.start + span.stop - count) // 2
    low = max(min(low, available - count), 0)
    return range(low, min(low + count, available))


def _letters(direction: NDArray[np.float64]) -> tuple[str, str]:
    """Letters where an image axis begins and ends."""
    axis = int(np.argmax(np.abs(direction)))
    letters = _DIRECTIONS[axis]
    return letters if direction[axis] > 0 else letters[::-1]
