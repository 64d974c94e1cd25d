"""What of a lesion is measured, in which plane, and to which boundary."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from numpy.typing import NDArray

from lesion_toolkit.measurement.boundary import SubvoxelOutline, alive_within
from lesion_toolkit.measurement.calipers import (
    LesionDiameter,
    island_diameters,
    viable_band,
)
from lesion_toolkit.measurement.viability import ViableRegion
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.measurement import Boundary
from lesion_toolkit.model.volume import Mask

Region = NDArray[Any]


@dataclass(frozen=True, slots=True, eq=False)
class Extent:
    """How far a lesion extends.

    Attributes
    ----------
    lesion
        The lesion on the crop of the exam that holds it.
    outline
        The same with its boundary below the pixel, on that crop.
    plane
        ``axial``, ``acquired`` or ``oblique``.
    """

    lesion: Mask
    outline: SubvoxelOutline
    plane: str

    @classmethod
    def on_crop(
        cls, outline: SubvoxelOutline, geometry: Geometry, lesion: Mask, plane: str
    ) -> "Extent":
        """Cut an outline on the exam's grid down to the crop of a lesion."""
        first = geometry.mm_to_index(lesion.geometry.origin_mm).round().astype(int)
        box = tuple(
            slice(start, start + count)
            for start, count in zip(first, lesion.array.shape, strict=True)
        )
        return cls(lesion, replace(outline, weights=outline.weights[box]), plane)

    @property
    def whole(self) -> Region:
        """Region of the whole lesion, as calipers take it."""
        from_image = self.outline.source is Boundary.IMAGE
        return self.outline.weights if from_image else self.lesion.array

    def alive(self, viable: ViableRegion) -> Region:
        """Region of viable tissue, to the same boundary as the whole lesion."""
        if self.outline.source is Boundary.MASK:
            return viable.flags
        return alive_within(self.outline.weights, viable.flags, viable.above)

    def longest(self, region: Region, gap_mm: float) -> LesionDiameter | None:
        """Longest diameter of a region; None where it is empty."""
        return self.by_gap(region, (gap_mm,))[0]

    def by_gap(
        self, region: Region, gaps_mm: Sequence[float]
    ) -> tuple[LesionDiameter | None, ...]:
        """Longest diameter of a region for each of several gaps."""
        band = viable_band(region, self.lesion.geometry, gaps_mm, plane=self.plane)
        return tuple(found and self._named(found) for found in band)

    def islands(self, region: Region, gap_mm: float) -> tuple[LesionDiameter, ...]:
        """Longest diameter of each island that is measurable by itself.

        Where none is, the longest of all stands for them, so that their sum is never
        below it. Islands are measured in slices: in an oblique plane they are not.
        """
        if self.plane == "oblique":
            return ()
        grid = self.lesion.geometry
        found = island_diameters(region, grid, gap_mm, plane=self.plane)
        longest = None if found else self.longest(region, gap_mm)
        return (longest,) if longest else tuple(self._named(one) for one in found)

    def _named(self, found: LesionDiameter) -> LesionDiameter:
        """Write on a diameter and its perpendicular to which boundary they go."""
        source = self.outline.source
        across = found.perpendicular
        return replace(
            found,
            caliper=replace(found.caliper, boundary=source),
            perpendicular=across and replace(across, boundary=source),
        )
