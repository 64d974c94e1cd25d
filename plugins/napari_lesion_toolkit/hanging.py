"""Patient space to the screen and back: the only code here that knows axes.

Every volume is shown on a voxel grid of its own, because napari draws a rotated affine
wrongly in two dimensions: the one it was acquired on, or, where an oblique series is
looked at in a plane of the patient, one it is resampled on. A layer therefore has only
a scale in mm along the grid's axes; the true patient affine travels in its metadata,
and points are converted here.

Convention (radiological): axial slices are seen from the feet, so the patient's right
is on the left of the screen and anterior is up; coronal slices are seen from the
front; on sagittal slices anterior is on the left. Head is up in both. The slice slider
runs from the feet to the head (axial), from front to back (coronal), from right to
left (sagittal).
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np
import SimpleITK as sitk
from numpy.typing import ArrayLike, NDArray

from lesion_toolkit.alignment.resampling import image_of, resampled
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.measurement import PointMm

LPS = np.eye(3)

LEFT, POSTERIOR, HEAD = LPS

VIEWS = {
    0: (LEFT, -HEAD, POSTERIOR),
    1: (POSTERIOR, -HEAD, LEFT),
    2: (HEAD, POSTERIOR, LEFT),
}
"""Patient directions of (slider, down, right) by the axis that slices are stacked on:
0 sagittal, 1 coronal, 2 axial."""


class Plane(StrEnum):
    """How a volume is cut: along its own slices, or as the patient lies."""

    ACQUIRED = "acquired"
    AXIAL = "axial"
    CORONAL = "coronal"
    SAGITTAL = "sagittal"


SLIDER_OF = {Plane.SAGITTAL: 0, Plane.CORONAL: 1, Plane.AXIAL: 2}
"""Patient axis (left, posterior, head) that the slider of a plane moves along."""

SQUARE_COSINE = np.cos(np.radians(2))
"""A grid within 2 degrees of the patient's axes is cut along its own."""

FINEST_MM = 1.0
"""Voxels of an oblique series cut in another plane are not made smaller."""

MM = ("mm", "mm", "mm")

AXIS_LABELS = ("slice", "row", "column")


@dataclass(frozen=True, slots=True, eq=False)
class Hanging:
    """How an exam's grid is turned to lie on the screen as a radiologist expects.

    Attributes
    ----------
    axes
        Array axes that become (slider, down, right).
    flipped
        Which of (slider, down, right) run against the array axis.
    grid
        The grid as shown: index (slider, down, right), same place in the patient.
    """

    axes: tuple[int, int, int]
    flipped: tuple[bool, bool, bool]
    grid: Geometry

    def array(self, array: NDArray[Any]) -> NDArray[Any]:
        """View of voxels (k, j, i) as (slider, down, right); nothing is copied."""
        step = tuple(slice(None, None, -1 if flip else 1) for flip in self.flipped)
        return array.transpose(self.axes)[step]

    def line(self, ends_mm: ArrayLike) -> NDArray[np.float64]:
        """Layer coordinates (2, 3) of the two ends of a caliper in LPS mm."""
        return self.grid.mm_to_index(np.asarray(ends_mm, dtype=np.float64))

    def ends_mm(self, line: ArrayLike) -> tuple[PointMm, PointMm]:
        """Two ends in LPS mm of a line (2, 3) in layer coordinates."""
        first, second = self.grid.index_to_mm(line)
        return _point(first), _point(second)

    @property
    def placement(self) -> dict[str, Any]:
        """Keyword arguments that put any layer of this exam in its place, in mm.

        Every exam begins at 0 mm: two exams in two frames of reference have no common
        origin, and the slice slider would run through empty space between them.
        """
        return {
            "scale": self.grid.spacing_mm,
            "units": MM,
            "axis_labels": AXIS_LABELS,
        }


def hang(geometry: Geometry) -> Hanging:
    """Choose the axes and flips that show a grid the way radiologists look at it."""
    unit = geometry.directions
    normal = np.cross(unit[1], unit[2])
    wanted = VIEWS[int(np.argmax(np.abs(normal)))]
    right = 2 if abs(unit[2] @ wanted[2]) >= abs(unit[1] @ wanted[2]) else 1
    axes = (0, 3 - right, right)
    flips = [bool(unit[a] @ want < 0) for a, want in zip(axes, wanted, strict=True)]
    first = np.zeros(3)
    affine = geometry.affine.copy()
    for column, (axis, flip) in enumerate(zip(axes, flips, strict=True)):
        affine[:3, column] = geometry.affine[:3, axis] * (-1 if flip else 1)
        first[axis] = geometry.shape[axis] - 1 if flip else 0
    affine[:3, 3] = geometry.index_to_mm(first)
    depth, height, width = (geometry.shape[axis] for axis in axes)
    grid = Geometry((depth, height, width), affine, geometry.frame_of_reference_uid)
    return Hanging(axes, (flips[0], flips[1], flips[2]), grid)


@dataclass(frozen=True, slots=True)
class ScreenView:
    """How one plane of a hung grid lies on the screen.

    Attributes
    ----------
    order
        Axes of the grid that become (slider, vertical, horizontal).
    up, left
        Whether the vertical axis runs up and the horizontal one left.
    edge_letters
        Patient direction at the (left, right, top, bottom) edge of the screen.
    """

    order: tuple[int, int, int]
    up: bool
    left: bool
    edge_letters: tuple[str, str, str, str]


def screen_view(grid: Geometry, plane: Plane) -> ScreenView:
    """Lay a plane of a hung grid on the screen as a radiologist looks at it."""
    unit = grid.directions
    if plane is Plane.ACQUIRED:
        order, up, left = (0, 1, 2), False, False
    else:
        wanted = np.array(VIEWS[SLIDER_OF[plane]])
        along = unit @ wanted.T
        slider, vertical, horizontal = np.abs(along).argmax(axis=0)
        order = int(slider), int(vertical), int(horizontal)
        up, left = bool(along[vertical, 1] < 0), bool(along[horizontal, 2] < 0)
    down = unit[order[1]] * (-1 if up else 1)
    right = unit[order[2]] * (-1 if left else 1)
    letters = _letter(-right), _letter(right), _letter(-down), _letter(down)
    return ScreenView(order, up, left, letters)


def cut_grid(geometry: Geometry, plane: Plane) -> Geometry:
    """Grid on which a plane of a volume is looked at.

    The volume's own, unless the plane crosses its voxels obliquely: then one along the
    patient's axes that holds the whole volume, for the volume to be resampled on.
    """
    cosines = np.abs(geometry.directions).max(axis=1)
    if plane is Plane.ACQUIRED or (cosines >= SQUARE_COSINE).all():
        return geometry
    last = np.array(geometry.shape) - 1
    corners = geometry.index_to_mm([np.where(c, last, 0) for c in np.ndindex(2, 2, 2)])
    first, extent = corners.min(axis=0), np.ptp(corners, axis=0)
    voxel_mm = max(min(geometry.spacing_mm), FINEST_MM)
    width, depth, height = (int(n) for n in np.ceil(extent / voxel_mm) + 1)
    return Geometry.from_axes(
        (height, depth, width),
        origin_mm=tuple(first),
        spacing_mm=(voxel_mm,) * 3,
        frame_of_reference_uid=geometry.frame_of_reference_uid,
    )


def cut(
    array: NDArray[Any], grid: Geometry, on: Geometry, outside: float = 0
) -> NDArray[Any]:
    """Look up a hung array on the grid of another plane, hung as well.

    Parameters
    ----------
    array, grid
        Voxels (slider, down, right) and the grid as it is hung. Labels (uint8) keep
        their values; gray values are interpolated.
    on
        From :func:`cut_grid`.
    outside
        Value where there are no voxels.
    """
    found = resampled(
        image_of(array, grid),
        on,
        outside,
        sitk.Transform(),
        nearest=array.dtype == np.uint8,
    )
    return hang(on).array(found)


def place_mm(grid: Geometry, position: ArrayLike) -> PointMm:
    """Patient LPS mm of a position (slider, down, right; mm) of the viewer.

    Parameters
    ----------
    grid
        The grid as it is hung.
    """
    return _point(grid.index_to_mm(np.asarray(position) / grid.spacing_mm))


def position_of(grid: Geometry, point_mm: ArrayLike) -> NDArray[np.float64]:
    """Position (slider, down, right; mm) in the viewer of a point in LPS mm."""
    return grid.mm_to_index(np.asarray(point_mm, np.float64)) * grid.spacing_mm


def _point(xyz: NDArray[np.float64]) -> PointMm:
    x, y, z = (float(value) for value in xyz)
    return x, y, z


def _letter(direction: NDArray[np.float64]) -> str:
    axis = int(np.argmax(np.abs(direction)))
    return ("LR", "PA", "HF")[axis][0 if direction[axis] > 0 else 1]
