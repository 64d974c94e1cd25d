"""Voxels and where they are in the patient."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import IntEnum
from types import MappingProxyType
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from lesion_toolkit.errors import SpaceMismatch
from lesion_toolkit.model.finding import Finding
from lesion_toolkit.model.geometry import Geometry


def _on_grid(array: NDArray[Any], geometry: Geometry) -> NDArray[Any]:
    if array.shape != geometry.shape:
        raise SpaceMismatch(
            f"{array.shape} voxels for a grid of {geometry.shape}.",
            "one value for each voxel of the geometry, in order (k, j, i).",
            "resample onto the geometry first.",
        )
    view = array.view()
    view.flags.writeable = False
    return view


@dataclass(frozen=True, slots=True, eq=False)
class Volume:
    """Voxels and where they are in the patient; never changed in place.

    Attributes
    ----------
    array
        Values in order (k, j, i): HU for CT, scanner units for MR.
    geometry
        Where they are (LPS, mm).
    modality
        ``CT`` or ``MR``.
    series_uid
        Series Instance UID it was read from; empty for a computed volume.
    description
        Series Description as found.
    findings
        What a reader must know about these voxels.
    """

    array: NDArray[Any]
    geometry: Geometry
    modality: str = "CT"
    series_uid: str = ""
    description: str = ""
    findings: tuple[Finding, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "array", _on_grid(self.array, self.geometry))

    def with_array(self, array: NDArray[Any], geometry: Geometry | None = None) -> Self:
        """Other voxels, the same provenance, and the same place unless given."""
        return replace(self, array=array, geometry=geometry or self.geometry)

    def cropped(self, box: tuple[slice, slice, slice]) -> Self:
        """Part (k, j, i) of the volume, where it lies in the patient."""
        part = self.array[box]
        start = [
            edge.indices(n)[0] for edge, n in zip(box, self.array.shape, strict=True)
        ]
        shape = (part.shape[0], part.shape[1], part.shape[2])
        return self.with_array(part, self.geometry.crop(start, shape))

    def block_means(self, size_mm: float) -> Self:
        """Means of blocks of whole voxels about ``size_mm`` wide, float32.

        An axis whose spacing is already that wide keeps its voxels; what does not fill
        a last block is left out.
        """
        grid = self.geometry
        wanted = [max(round(size_mm / spacing), 1) for spacing in grid.spacing_mm]
        step = [min(n, size) for n, size in zip(wanted, grid.shape, strict=True)]
        k, j, i = (size // n for size, n in zip(grid.shape, step, strict=True))
        whole = self.array[: k * step[0], : j * step[1], : i * step[2]]
        sums = whole.astype(np.float32, copy=False)
        for axis, n in enumerate(step):
            sums = _sums_of(sums, n, axis)
        coarse = Geometry.from_axes(
            (k, j, i),
            origin_mm=grid.index_to_mm([(n - 1) / 2 for n in step]),
            spacing_mm=np.array(grid.spacing_mm) * step,
            directions=grid.directions,
            frame_of_reference_uid=grid.frame_of_reference_uid,
        )
        return self.with_array(sums / np.float32(np.prod(step)), coarse)


def _sums_of(values: NDArray[np.float32], count: int, axis: int) -> NDArray[np.float32]:
    """Add up blocks along an axis: strided, far faster than a mean over six axes."""
    along = np.moveaxis(values, axis, 0)
    total = along[::count]
    for n in range(1, count):
        total = total + along[n::count]
    return np.moveaxis(total, 0, axis)


@dataclass(frozen=True, slots=True, eq=False)
class Mask:
    """Boolean voxels (k, j, i) on a geometry.

    ``source`` says who drew it: ``click``, ``seg``, ``manual``, a model's name.
    """

    array: NDArray[np.bool_]
    geometry: Geometry
    source: str = ""
    findings: tuple[Finding, ...] = ()

    def __post_init__(self) -> None:
        boolean = np.asarray(self.array, dtype=np.bool_)
        object.__setattr__(self, "array", _on_grid(boolean, self.geometry))

    @property
    def volume_ml(self) -> float:
        """Volume of the marked voxels in ml, by counting."""
        return float(np.count_nonzero(self.array)) * self.geometry.voxel_volume_ml

    def bounding_box(self, margin: int = 0) -> tuple[slice, slice, slice] | None:
        """Slices (k, j, i) that hold all marked voxels, or None when it is empty."""
        box = []
        for axis, length in enumerate(self.array.shape):
            others = tuple(a for a in range(3) if a != axis)
            hit = np.flatnonzero(self.array.any(axis=others))
            if hit.size == 0:
                return None
            start, stop = int(hit[0]) - margin, int(hit[-1]) + 1 + margin
            box.append(slice(max(start, 0), min(stop, length)))
        return box[0], box[1], box[2]

    def box_within(self, reach_mm: float) -> tuple[slice, slice, slice] | None:
        """Slices (k, j, i) that hold what is marked and this much around; or None."""
        tight = self.bounding_box()
        if tight is None:
            return None
        reach = [int(np.ceil(reach_mm / s)) for s in self.geometry.spacing_mm]
        k, j, i = (
            slice(max(part.start - more, 0), min(part.stop + more, size))
            for part, more, size in zip(tight, reach, self.array.shape, strict=True)
        )
        return k, j, i


class Tissue(IntEnum):
    """What a voxel of a lesion is."""

    OUTSIDE = 0
    VIABLE = 1
    NECROTIC = 2
    INDETERMINATE = 3


@dataclass(frozen=True, slots=True, eq=False)
class ViabilityMap:
    """Which part of a lesion is viable, necrotic or indeterminate.

    Attributes
    ----------
    array
        :class:`Tissue` codes (k, j, i), uint8.
    geometry
        Grid of the codes: the exam's grid or the crop of it that holds the lesion.
    method
        Rule that decided, in words.
    thresholds
        Numbers it decided with, units in the names.
    findings
        Lower certainty, wide bands, lipiodol, and the like.
    """

    array: NDArray[np.uint8]
    geometry: Geometry
    method: str
    thresholds: Mapping[str, float] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()

    def __post_init__(self) -> None:
        codes = np.asarray(self.array, dtype=np.uint8)
        object.__setattr__(self, "array", _on_grid(codes, self.geometry))
        frozen = MappingProxyType(dict(self.thresholds))
        object.__setattr__(self, "thresholds", frozen)

    def region(self, tissue: Tissue) -> Mask:
        """Voxels of one kind of tissue."""
        return Mask(self.array == tissue, self.geometry, source=self.method)

    @property
    def lesion(self) -> Mask:
        """Every voxel of the lesion, whatever its tissue."""
        return Mask(self.array != Tissue.OUTSIDE, self.geometry, source=self.method)

    def volume_ml(self, tissue: Tissue) -> float:
        """Volume of one kind of tissue in ml, by counting."""
        return self.region(tissue).volume_ml
