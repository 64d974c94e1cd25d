"""The slices of a lesion: across which array axis, and where in the patient."""

import itertools
import math
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.measurement.section import (
    LEVEL,
    Diameter,
    Section,
    whole_diameters,
)
from lesion_toolkit.model.geometry import Geometry

_HEAD_FOOT = 2
"""Index of z in patient LPS coordinates."""


def slice_axis(geometry: Geometry, plane: str) -> int:
    """Array axis that the slices of a plane lie across: nearest to head-foot, or k."""
    if plane == "acquired":
        return 0
    axes = geometry.affine[:3, :3].T.tolist()
    towards_head = [abs(axis[_HEAD_FOOT]) / math.hypot(*axis) for axis in axes]
    return towards_head.index(max(towards_head))


@dataclass(frozen=True, eq=False)
class Stack:
    """Slices of a region, in the plane they are measured in.

    Attributes
    ----------
    values
        (slice, row, column): boolean or float64.
    origin_mm
        Patient LPS position of the center of voxel (0, 0, 0) of ``values``.
    axes_mm
        Rows: steps in patient LPS mm from one slice, row, column to the next.
    plane
        ``axial`` or ``acquired``.
    first
        Index, in the whole array, of slice 0 of ``values``.
    """

    values: NDArray[Any]
    origin_mm: NDArray[np.float64]
    axes_mm: NDArray[np.float64]
    plane: str
    first: int = 0

    @classmethod
    def of(cls, values: NDArray[Any], geometry: Geometry, plane: str) -> Self:
        """Slices of a region (k, j, i); refused where rows and columns are skewed.

        The part that holds the region is kept; the rest is not looked at again.
        """
        axes = geometry.affine[:3, :3].T
        order = [0, 1, 2]
        order.insert(0, order.pop(slice_axis(geometry, plane)))
        axes, values = axes[order], values.transpose(order)
        _, row, column = axes
        cosine = row @ column / (math.hypot(*row) * math.hypot(*column))
        if abs(cosine) > 1e-3:
            angle_deg = math.degrees(math.acos(cosine))
            raise InputRefused(
                f"slices whose rows and columns meet at {angle_deg:.1f}°.",
                "slices with perpendicular rows and columns.",
                "resample the region onto an axial grid first.",
            )
        return cls(values, geometry.origin_mm, axes, plane)._cropped()

    def _inside(self) -> NDArray[np.bool_]:
        if self.values.dtype.kind == "f":
            return np.asarray(self.values >= LEVEL - 1e-6)
        return self.values

    def _cropped(self) -> Self:
        inside = self._inside()
        in_plane: NDArray[np.bool_] = np.any(inside, axis=0)
        rows, columns = in_plane.any(axis=1), in_plane.any(axis=0)
        start: list[int] = []
        box: list[slice] = []
        for axis, hit in enumerate((inside.any(axis=(1, 2)), rows, columns)):
            found = np.flatnonzero(hit)
            if not found.size:
                return replace(self, values=self.values[:0])
            # in plane a soft edge reaches one pixel further
            margin = 0 if axis == 0 else 1
            start.append(max(int(found[0]) - margin, 0))
            box.append(
                slice(start[-1], min(int(found[-1]) + 1 + margin, inside.shape[axis]))
            )
        return replace(
            self,
            values=self.values[tuple(box)],
            origin_mm=self.origin_mm + np.array(start) @ self.axes_mm,
            first=self.first + start[0],
        )

    @cached_property
    def spacing_mm(self) -> tuple[float, float]:
        """(row, column) spacing within a slice."""
        _, row, column = self.axes_mm.tolist()
        return math.hypot(*row), math.hypot(*column)

    @cached_property
    def wholes(self) -> list[Diameter]:
        """Whole diameter of each slice; no diameter of the slice is longer."""
        return whole_diameters(self.values, self.spacing_mm)

    @cached_property
    def _cut(self) -> dict[int, Section | None]:
        return {}

    def section(self, k: int) -> Section | None:
        """One slice, ready to be measured; None where it holds nothing."""
        if k not in self._cut:
            self._cut[k] = Section.cut(self.values[k], self.spacing_mm, self.wholes[k])
        return self._cut[k]

    def sections(self) -> dict[int, Section]:
        """Slices that hold some of the region."""
        cut = ((k, self.section(k)) for k in range(len(self.values)))
        return {k: section for k, section in cut if section is not None}

    def islands(self, gap_mm: float, at_least_mm: float) -> list["Stack"]:
        """Parts of the region that no caliper with this gap can bridge in a slice.

        Parts whose box is too small for a diameter of ``at_least_mm`` are left out.
        """
        from scipy import ndimage

        inside = self._inside()
        if not inside.size:
            return []
        labels = self._bridged_labels(inside, gap_mm)
        found = []
        for label, box in enumerate(ndimage.find_objects(labels), start=1):
            size = [edge.stop - edge.start + 1 for edge in box[1:]]
            if math.hypot(*np.multiply(size, self.spacing_mm)) < at_least_mm:
                continue
            # soft values around the island stay, other islands go
            others = inside & (labels != label)
            start = box[0].start
            part = np.where(others, 0, self.values)[start : box[0].stop]
            found.append(
                replace(
                    self,
                    values=part.astype(self.values.dtype),
                    origin_mm=self.origin_mm + start * self.axes_mm[0],
                    first=self.first + start,
                )._cropped()
            )
        return found

    def _bridged_labels(
        self, inside: NDArray[np.bool_], gap_mm: float
    ) -> NDArray[np.int32]:
        """Label of each inside voxel; islands that a caliper can bridge share one."""
        from scipy import ndimage, sparse

        labels, count = ndimage.label(inside)
        if gap_mm == 0.0 or count < 2:
            return np.asarray(labels, np.int32)
        near = [
            pair
            for values, part_labels in zip(self.values, labels, strict=True)
            for pair in _nearer_than(gap_mm, values, part_labels, self.spacing_mm)
        ]
        first, second = np.array(near, int).reshape(-1, 2).T
        graph = sparse.coo_array(
            (np.ones(len(first)), (first, second)), shape=(count + 1, count + 1)
        )
        _, groups = sparse.csgraph.connected_components(graph, directed=False)
        # label 0, outside, is alone in its group, which is found first: it stays 0
        return np.asarray(groups[labels], np.int32)

    def to_mm(self, k: int, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """Patient LPS mm of (row, column) points on slice ``k``."""
        return self.to_mm_in_space(np.column_stack([np.full(len(points), k), points]))

    def to_mm_in_space(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """Patient LPS mm of (slice, row, column) points."""
        place: NDArray[np.float64] = self.origin_mm + points @ self.axes_mm
        return place

    def to_pixels(self, points_mm: NDArray[np.float64]) -> NDArray[np.float64]:
        """(slice, row, column) of patient LPS points, counted within ``values``."""
        inverse = np.linalg.inv(self.axes_mm)
        pixels: NDArray[np.float64] = (points_mm - self.origin_mm) @ inverse
        return pixels


def _nearer_than(
    gap_mm: float,
    values: NDArray[Any],
    labels: NDArray[np.int32],
    spacing_mm: tuple[float, ...],
) -> list[tuple[int, int]]:
    """Pairs of labels in a slice whose outlines are no further apart than this."""
    from scipy.spatial import KDTree

    known = np.unique(labels[labels > 0])
    if len(known) < 2:
        return []
    places, owners = _crossings(values.astype(np.float64), labels)
    trees = {n: KDTree(places[owners == n] * spacing_mm) for n in known.tolist()}
    return [
        (one, other)
        for one, other in itertools.combinations(trees, 2)
        if trees[one].sparse_distance_matrix(trees[other], gap_mm).nnz
    ]


def _crossings(
    values: NDArray[np.float64], labels: NDArray[np.int32]
) -> tuple[NDArray[np.float64], NDArray[np.int32]]:
    """Where a slice passes its level between neighbors (row, column), and of whom."""
    values, labels = np.pad(values, 1), np.pad(labels, 1)
    places, owners = [], []
    for step in ((0, 1), (0, -1), (1, 0), (-1, 0)):
        beside = np.roll(values, step, axis=(0, 1))
        here = (labels > 0) & (np.roll(labels, step, axis=(0, 1)) == 0)
        within, beyond = values[here], beside[here]
        share = np.clip((within - LEVEL) / np.maximum(within - beyond, 1e-9), 0.0, 1.0)
        places.append(np.argwhere(here) - np.outer(share, step) - 1)
        owners.append(labels[here])
    return np.concatenate(places), np.concatenate(owners)
