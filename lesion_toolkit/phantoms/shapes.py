"""Analytic shapes in patient LPS mm: inside where the squared level is below one."""

import math
from dataclasses import dataclass, replace
from typing import Any, Protocol, Self

import numpy as np
from numpy.typing import NDArray

PointMm = tuple[float, float, float]
Floats = NDArray[np.floating[Any]]


class Shape(Protocol):
    """A solid with a smooth surface."""

    @property
    def smallest_radius_mm(self) -> float:
        """Smallest radius of the shape in mm: how sharply its surface may bend."""

    @property
    def bounds_mm(self) -> tuple[Floats, Floats]:
        """Lowest and highest corner (x, y, z) of a box that holds the shape."""

    def level(self, x: Floats, y: Floats, z: Floats) -> Floats:
        """Squared level at patient LPS points in mm: below 1 inside, above outside."""


@dataclass(frozen=True, slots=True)
class Ellipsoid:
    """An ellipsoid, turned about the head-foot axis, then tilted about left-right.

    Attributes
    ----------
    center_mm
        Patient LPS mm (x, y, z).
    semi_axes_mm
        Half lengths along its own axes, which are (x, y, z) before turning.
    turn_deg
        Rotation in the axial plane, from the patient's left towards the back.
    tilt_deg
        Rotation in the sagittal plane, from the back towards the head.
    """

    center_mm: PointMm
    semi_axes_mm: PointMm
    turn_deg: float = 0.0
    tilt_deg: float = 0.0

    @property
    def axes(self) -> NDArray[np.float64]:
        """Unit vectors of its own axes, one a column, in LPS."""
        c, s = _cos_sin(self.turn_deg)
        turn = np.array([[c, -s, 0.0], [s, c, 0.0], [0.0, 0.0, 1.0]])
        c, s = _cos_sin(self.tilt_deg)
        tilt = np.array([[1.0, 0.0, 0.0], [0.0, c, -s], [0.0, s, c]])
        axes: NDArray[np.float64] = tilt @ turn
        return axes

    @property
    def smallest_radius_mm(self) -> float:
        """Shortest semi-axis in mm."""
        return min(self.semi_axes_mm)

    @property
    def bounds_mm(self) -> tuple[Floats, Floats]:
        """Lowest and highest corner (x, y, z) of the box around it."""
        reach = np.linalg.norm(self.axes * np.array(self.semi_axes_mm), axis=1)
        return np.array(self.center_mm) - reach, np.array(self.center_mm) + reach

    @property
    def volume_ml(self) -> float:
        """Volume 4/3 π a b c in ml."""
        return 4 / 3 * math.pi * math.prod(self.semi_axes_mm) / 1000

    @property
    def to_unit_sphere(self) -> NDArray[np.float64]:
        """Matrix (3, 3) that takes an offset from the center to the unit sphere."""
        matrix: NDArray[np.float64] = (self.axes / np.array(self.semi_axes_mm)).T
        return matrix

    def level(self, x: Floats, y: Floats, z: Floats) -> Floats:
        """Squared distance from the center in units of the semi-axes."""
        x0, y0, z0 = self.center_mm
        total: Floats = np.zeros((), dtype=np.float32)
        for a, b, c in self.to_unit_sphere.tolist():
            along: Floats = (x - x0) * a
            if b:
                along = along + (y - y0) * b
            if c:
                along = along + (z - z0) * c
            total = total + along * along
        return total

    def moved(self, by_mm: PointMm) -> Self:
        """Return the same ellipsoid elsewhere."""
        x, y, z = (float(c + d) for c, d in zip(self.center_mm, by_mm, strict=True))
        return replace(self, center_mm=(x, y, z))

    def scaled(self, factor: float) -> Self:
        """Return the same ellipsoid with every semi-axis times ``factor``."""
        a, b, c = (factor * semi_axis for semi_axis in self.semi_axes_mm)
        return replace(self, semi_axes_mm=(a, b, c))


def _cos_sin(degrees: float) -> tuple[float, float]:
    return math.cos(math.radians(degrees)), math.sin(math.radians(degrees))


def sphere(center_mm: PointMm, diameter_mm: float) -> Ellipsoid:
    """Build a sphere from its diameter in mm."""
    return Ellipsoid(center_mm, (diameter_mm / 2,) * 3)


@dataclass(frozen=True, slots=True)
class Column:
    """An elliptic column along the body, through every axial slice; LPS mm (x, y)."""

    center_mm: tuple[float, float]
    semi_axes_mm: tuple[float, float]

    @property
    def smallest_radius_mm(self) -> float:
        """Shorter semi-axis in mm."""
        return min(self.semi_axes_mm)

    @property
    def bounds_mm(self) -> tuple[Floats, Floats]:
        """Lowest and highest corner (x, y, z) of the box around it: z has no end."""
        center = np.array([*self.center_mm, 0.0])
        reach = np.array([*self.semi_axes_mm, np.inf])
        return center - reach, center + reach

    def level(self, x: Floats, y: Floats, z: Floats) -> Floats:
        """Squared distance from the axis in units of the semi-axes."""
        (x0, y0), (a, b) = self.center_mm, self.semi_axes_mm
        across, along = (x - x0) / a, (y - y0) / b
        squared: Floats = across * across + along * along
        return squared


@dataclass(frozen=True, slots=True)
class Tube:
    """A straight vessel with rounded ends: a segment and a radius, in LPS mm."""

    start_mm: PointMm
    end_mm: PointMm
    radius_mm: float

    @property
    def smallest_radius_mm(self) -> float:
        """Radius in mm."""
        return self.radius_mm

    @property
    def bounds_mm(self) -> tuple[Floats, Floats]:
        """Lowest and highest corner (x, y, z) of the box around it."""
        ends = np.array([self.start_mm, self.end_mm])
        return ends.min(axis=0) - self.radius_mm, ends.max(axis=0) + self.radius_mm

    def level(self, x: Floats, y: Floats, z: Floats) -> Floats:
        """Squared distance from the segment in units of the radius."""
        x0, y0, z0 = self.start_mm
        dx, dy, dz = (b - a for a, b in zip(self.start_mm, self.end_mm, strict=True))
        squared = dx * dx + dy * dy + dz * dz
        along = (x - x0) * (dx / squared) + (y - y0) * (dy / squared)
        along = np.clip(along + (z - z0) * (dz / squared), 0, 1)
        off_x, off_y, off_z = (
            x - x0 - along * dx,
            y - y0 - along * dy,
            z - z0 - along * dz,
        )
        apart: Floats = off_x * off_x + off_y * off_y + off_z * off_z
        return apart / self.radius_mm**2


@dataclass(frozen=True, slots=True)
class Blend:
    """Ellipsoids melted into one organ: their union with the creases filled in."""

    parts: tuple[Ellipsoid, ...]

    @property
    def smallest_radius_mm(self) -> float:
        """Smallest radius of any part in mm."""
        return min(part.smallest_radius_mm for part in self.parts)

    @property
    def bounds_mm(self) -> tuple[Floats, Floats]:
        """Lowest and highest corner (x, y, z) of a box around it."""
        # where the blend reaches 1, one part has a level of at most sqrt(n)
        grown = [p.scaled(len(self.parts) ** 0.25).bounds_mm for p in self.parts]
        lowest = np.min([low for low, _ in grown], axis=0)
        return lowest, np.max([high for _, high in grown], axis=0)

    def level(self, x: Floats, y: Floats, z: Floats) -> Floats:
        """Squared level: the parts' levels summed as an inverse square norm."""
        total: Floats = np.zeros((), dtype=np.float32)
        for part in self.parts:
            level = np.maximum(part.level(x, y, z), np.float32(1e-6))
            total = total + 1 / (level * level)
        return 1 / np.sqrt(total)
