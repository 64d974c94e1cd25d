"""Where voxels are in the patient."""

import itertools
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lesion_toolkit.errors import InputRefused

POSITION_TOLERANCE_MM = 0.01
"""Two grids are the same when no corner differs by more than this."""


@dataclass(frozen=True, slots=True, eq=False)
class Geometry:
    """Shape and place of a grid of voxels in the patient.

    Attributes
    ----------
    shape
        Number of voxels along (k, j, i): slice, row, column.
    affine
        4 × 4 matrix from voxel index (k, j, i, 1) to patient LPS mm (x, y, z, 1).
    frame_of_reference_uid
        DICOM Frame of Reference UID (0020,0052); empty where unknown.
    """

    shape: tuple[int, int, int]
    affine: NDArray[np.float64]
    frame_of_reference_uid: str = ""

    def __post_init__(self) -> None:
        affine = np.array(self.affine, dtype=np.float64)
        if affine.shape != (4, 4) or not np.isfinite(affine).all():
            raise InputRefused(
                "an affine that is not a finite 4 × 4 matrix.",
                "a voxel grid with a place in the patient.",
                "check Image Position, Image Orientation and Pixel Spacing.",
            )
        if abs(np.linalg.det(affine[:3, :3])) < 1e-12:
            raise InputRefused(
                "an affine without volume (zero spacing or parallel axes).",
                "three independent voxel axes.",
                "check Image Orientation and the slice positions.",
            )
        affine.flags.writeable = False
        object.__setattr__(self, "affine", affine)
        object.__setattr__(self, "shape", tuple(int(n) for n in self.shape))

    @classmethod
    def from_axes(
        cls,
        shape: tuple[int, int, int],
        *,
        origin_mm: ArrayLike,
        spacing_mm: ArrayLike,
        directions: ArrayLike | None = None,
        frame_of_reference_uid: str = "",
    ) -> Self:
        """Build from origin, spacing and unit directions.

        Parameters
        ----------
        shape
            (k, j, i).
        origin_mm
            LPS position of the center of voxel (0, 0, 0).
        spacing_mm
            (slice, row, column) spacing: distance between neighbors along k, j, i.
        directions
            Rows are the unit vectors (LPS) along k, j, i; default axial: k to the
            head, j to the back, i to the patient's left.
        """
        unit = np.eye(3)[::-1] if directions is None else np.asarray(directions, float)
        affine = np.eye(4)
        with np.errstate(invalid="ignore"):  # an infinite spacing is refused below
            affine[:3, :3] = (unit * np.asarray(spacing_mm, float)[:, None]).T
        affine[:3, 3] = np.asarray(origin_mm, float)
        return cls(shape, affine, frame_of_reference_uid)

    @property
    def spacing_mm(self) -> tuple[float, float, float]:
        """Distance in mm between neighboring voxel centers along (k, j, i)."""
        k, j, i = np.linalg.norm(self.affine[:3, :3], axis=0)
        return float(k), float(j), float(i)

    @property
    def origin_mm(self) -> NDArray[np.float64]:
        """LPS position of the center of voxel (0, 0, 0)."""
        return self.affine[:3, 3]

    @property
    def directions(self) -> NDArray[np.float64]:
        """Unit vectors (rows, LPS) along k, j, i."""
        unit: NDArray[np.float64] = self.affine[:3, :3] / np.array(self.spacing_mm)
        return unit.T

    @property
    def voxel_volume_ml(self) -> float:
        """Volume of one voxel in ml."""
        return float(abs(np.linalg.det(self.affine[:3, :3])) / 1000)

    def index_to_mm(self, index: ArrayLike) -> NDArray[np.float64]:
        """Patient LPS mm of voxel indices (..., 3) in order (k, j, i)."""
        index = np.asarray(index, dtype=np.float64)
        return self.origin_mm + index @ self.affine[:3, :3].T

    def mm_to_index(self, point_mm: ArrayLike) -> NDArray[np.float64]:
        """Fractional voxel indices (k, j, i) of patient LPS points (..., 3)."""
        inverse = np.linalg.inv(self.affine[:3, :3])
        offset = np.asarray(point_mm, float) - self.origin_mm
        index: NDArray[np.float64] = offset @ inverse.T
        return index

    def contains(self, point_mm: ArrayLike) -> bool:
        """Whether a patient LPS point lies inside a voxel of this grid."""
        index = self.mm_to_index(point_mm)
        return bool(((index >= -0.5) & (index <= np.array(self.shape) - 0.5)).all())

    def crop(self, start: ArrayLike, shape: tuple[int, int, int]) -> Self:
        """Part of this grid that begins at voxel ``start`` (k, j, i)."""
        affine = self.affine.copy()
        affine[:3, 3] = self.index_to_mm(start)
        return type(self)(shape, affine, self.frame_of_reference_uid)

    def box_of(self, part: "Geometry") -> tuple[slice, slice, slice] | None:
        """Voxels (k, j, i) of this grid that a crop of it covers.

        None where ``part`` is not a crop of this grid.
        """
        start = np.rint(self.mm_to_index(part.origin_mm)).astype(int)
        stop = start + part.shape
        if (start < 0).any() or (stop > self.shape).any():
            return None
        if not self.crop(start, part.shape).same_space_as(part):
            return None
        k, j, i = (slice(int(a), int(b)) for a, b in zip(start, stop, strict=True))
        return k, j, i

    def same_space_as(self, other: "Geometry") -> bool:
        """Whether voxel (k, j, i) is the same place in the patient in both grids.

        Frames of reference must agree where both are known; corners may differ by
        :data:`POSITION_TOLERANCE_MM`.
        """
        if self.shape != other.shape or not self.same_frame_as(other):
            return False
        extremes = [(0, n - 1) for n in self.shape]
        corners = np.array(list(itertools.product(*extremes)), float)
        apart = np.abs(self.index_to_mm(corners) - other.index_to_mm(corners))
        return bool(apart.max() <= POSITION_TOLERANCE_MM)

    def same_frame_as(self, other: "Geometry") -> bool:
        """Whether patient coordinates of both grids may be compared."""
        mine, theirs = self.frame_of_reference_uid, other.frame_of_reference_uid
        return not mine or not theirs or mine == theirs
