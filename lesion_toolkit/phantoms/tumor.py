"""Analytic lesions: an outline, what has died inside it, and what is still alive."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Self

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import distance_transform_edt

from lesion_toolkit.phantoms.materials import Material
from lesion_toolkit.phantoms.shapes import Ellipsoid, PointMm, sphere
from lesion_toolkit.phantoms.truth import (
    GAP_MM,
    LesionTruth,
    longest_axial_diameter_mm,
    volume_ml,
)

Flags = NDArray[np.bool_]
_CLICK_GRID = 60
"""Points across a lesion among which the deepest is sought."""


@dataclass(frozen=True, slots=True)
class Tumor:
    """One lesion as it is at one visit, made of ellipsoids in patient LPS mm.

    Attributes
    ----------
    lesion
        Id of the lesion, for example ``T1``.
    outline
        The whole lesion is the union of these (more than one: fused nodules).
    necrosis
        Dead tissue: these, as far as they lie in the outline.
    islands
        Tissue that is alive again inside the necrosis.
    lipiodol
        Oil from an earlier chemoembolization; never viable.
    material
        What its living part is made of.
    enhancement
        What contrast adds to the living part, 1 is typical.
    breathes
        Whether it moves with the liver (a bone metastasis does not).
    """

    lesion: str
    outline: tuple[Ellipsoid, ...]
    necrosis: tuple[Ellipsoid, ...] = ()
    islands: tuple[Ellipsoid, ...] = ()
    lipiodol: tuple[Ellipsoid, ...] = ()
    material: Material = Material.VIABLE_TUMOR
    enhancement: float = 1.0
    breathes: bool = True

    @property
    def shapes(self) -> tuple[Ellipsoid, ...]:
        """Every ellipsoid of the lesion, in the order the regions expect."""
        return (*self.outline, *self.necrosis, *self.islands, *self.lipiodol)

    @property
    def regions(self) -> tuple[tuple[Material, Callable[[Flags], Flags]], ...]:
        """The living, the dead and the oily part, disjoint, as rules on ``shapes``."""
        return (
            (self.material, self.is_viable),
            (Material.NECROSIS, self._is_necrotic),
            (Material.LIPIODOL, self._is_lipiodol),
        )

    @property
    def truth(self) -> LesionTruth:
        """True diameters and volumes of the lesion."""
        return _truth(replace(self, lesion="", enhancement=1.0))

    @property
    def click_mm(self) -> PointMm:
        """Where a reader would click: the deepest point of living tissue, LPS mm."""
        return _deepest_viable_point(self)

    def is_whole(self, inside: Flags) -> Flags:
        """Points of the lesion, from what each of ``shapes`` (first axis) contains."""
        return np.asarray(inside[: len(self.outline)].any(axis=0))

    def is_viable(self, inside: Flags) -> Flags:
        """Points of living tissue, from what each of ``shapes`` contains."""
        return (
            self.is_whole(inside)
            & ~self._is_necrotic(inside)
            & ~self._is_lipiodol(inside)
        )

    def _is_necrotic(self, inside: Flags) -> Flags:
        _, necrosis, islands, lipiodol = self._split(inside)
        dead = necrosis.any(axis=0) & ~islands.any(axis=0)
        return dead & self.is_whole(inside) & ~lipiodol.any(axis=0)

    def _is_lipiodol(self, inside: Flags) -> Flags:
        return self.is_whole(inside) & self._split(inside)[3].any(axis=0)

    def _split(self, inside: Flags) -> Sequence[Flags]:
        ends = np.cumsum([len(self.outline), len(self.necrosis), len(self.islands)])
        return np.split(inside, ends.tolist())

    def moved(self, by_mm: PointMm) -> Self:
        """Return the same lesion elsewhere."""
        return self._each(lambda ellipsoid: ellipsoid.moved(by_mm))

    def scaled(self, factor: float) -> Self:
        """Return the lesion grown or shrunk about the center of its first outline."""
        anchor = np.array(self.outline[0].center_mm)

        def resize(ellipsoid: Ellipsoid) -> Ellipsoid:
            away = (np.array(ellipsoid.center_mm) - anchor) * (factor - 1)
            x, y, z = away.tolist()
            return ellipsoid.scaled(factor).moved((x, y, z))

        return self._each(resize)

    def _each(self, change: Callable[[Ellipsoid], Ellipsoid]) -> Self:
        return replace(
            self,
            outline=tuple(map(change, self.outline)),
            necrosis=tuple(map(change, self.necrosis)),
            islands=tuple(map(change, self.islands)),
            lipiodol=tuple(map(change, self.lipiodol)),
        )


def along_vein(lesion: str, *beads: tuple[PointMm, float]) -> Tumor:
    """Build tumor thrombus: overlapping spheres, each a center and a diameter in mm."""
    outline = tuple(sphere(at, diameter) for at, diameter in beads)
    return Tumor(lesion, outline, material=Material.TUMOR_THROMBUS)


@lru_cache(maxsize=256)
def _truth(tumor: Tumor) -> LesionTruth:
    whole = tumor.outline, tumor.outline, tumor.is_whole
    viable = tumor.outline, tumor.shapes, tumor.is_viable
    return LesionTruth(
        longest_axial_diameter_mm(*whole, GAP_MM),
        longest_axial_diameter_mm(*viable, GAP_MM),
        volume_ml(*whole),
        volume_ml(*viable),
    )


@lru_cache(maxsize=256)
def _deepest_viable_point(tumor: Tumor) -> PointMm:
    bounds = [ellipsoid.bounds_mm for ellipsoid in tumor.outline]
    low = np.min([lower for lower, _ in bounds], axis=0)
    high = np.max([upper for _, upper in bounds], axis=0)
    step = float((high - low).max()) / _CLICK_GRID
    axes = [
        np.arange(a - step, b + 2 * step, step) for a, b in zip(low, high, strict=True)
    ]
    x, y, z = np.ix_(*axes)
    inside = np.stack([shape.level(x, y, z) < 1 for shape in tumor.shapes])
    depth = distance_transform_edt(tumor.is_viable(inside))
    deepest = np.unravel_index(int(np.argmax(depth)), depth.shape)
    at = [round(float(axis[n]), 1) for axis, n in zip(axes, deepest, strict=True)]
    return at[0], at[1], at[2]
