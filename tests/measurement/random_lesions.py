"""Random lesions with a known truth: an ellipsoid, and what of it is alive.

Arterial and precontrast CT with partial volume (each voxel is the mean of the points
in it), the blur of a scanner and noise. The outline is the half-way contour of the
noisy image, as a careful reader draws it. Truth is analytic, or searched on a grid so
fine that its error does not matter.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from lesion_toolkit.measurement.calipers import longest_diameter
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.measurement import LesionMeasurement
from lesion_toolkit.model.phase import Phase, PhaseSet
from lesion_toolkit.model.volume import Mask, Volume

SUB = 3
"""Points per voxel and axis that its value is the mean of."""

LIVER_HU, DEAD_HU, UNENHANCED_HU = 65.0, 32.0, 45.0
KINDS = ("alive", "island", "rim", "islands")


@dataclass(frozen=True, eq=False)
class RandomLesion:
    """A lesion, its images and its truth (diameters in axial planes, mm; ml).

    The perpendicular of a rim is not known analytically and left out.
    """

    kind: str
    phases: PhaseSet
    mask: Mask
    whole_mm: float
    whole_across_mm: float
    viable_mm: float
    viable_across_mm: float | None
    islands_mm: float
    whole_ml: float
    viable_ml: float


@dataclass(frozen=True)
class Ellipsoid:
    """Half axes (x, y, z) in mm, center, and turn about the body's long axis."""

    axes: tuple[float, float, float]
    center: tuple[float, float, float]
    turn: float

    def level(
        self, x: NDArray[np.float64], y: NDArray[np.float64], z: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        """Below 1 inside."""
        a, b, c = self.axes
        x, y, z = x - self.center[0], y - self.center[1], z - self.center[2]
        u = (x * math.cos(self.turn) + y * math.sin(self.turn)) / a
        v = (y * math.cos(self.turn) - x * math.sin(self.turn)) / b
        return np.asarray(np.sqrt(u**2 + v**2 + (z / c) ** 2))

    @property
    def volume_ml(self) -> float:
        return 4 / 3 * math.pi * math.prod(self.axes) / 1000


def random_lesion(rng: np.random.Generator) -> RandomLesion:
    """Draw a lesion of 14 to 60 mm on slices of 1 to 5 mm."""
    kind = str(rng.choice(KINDS))
    a = rng.uniform({"alive": 7, "islands": 22}.get(kind, 15), 30)
    turn = rng.uniform(0, math.pi)
    axes = (a, a * rng.uniform(0.75, 1), a * rng.uniform(0.75, 1))
    whole = Ellipsoid(axes, (0.0, 0.0, 0.0), turn)
    inner = _inner(rng, kind, whole)
    pixel_mm, slice_mm = rng.uniform(0.6, 0.95), rng.choice([1.0, 2.0, 2.5, 3.0, 5.0])
    geometry = _grid(axes, (slice_mm, pixel_mm, pixel_mm), rng)
    inside, alive = _fractions(geometry, whole, inner, kind)
    tumor_hu, noise_hu = rng.uniform(95, 150), rng.uniform(4, 18)
    blur = rng.uniform(0.3, 0.8) / pixel_mm
    phases = {}
    for phase, tissue_hu, liver_hu in (
        (Phase.PRECONTRAST, UNENHANCED_HU, LIVER_HU - 10),
        (Phase.LATE_ARTERIAL, tumor_hu, LIVER_HU),
    ):
        values = liver_hu + alive * (tissue_hu - liver_hu)
        values += (inside - alive) * (DEAD_HU - liver_hu)
        values = ndimage.gaussian_filter(values, (0, blur, blur))
        values += rng.normal(0, noise_hu, values.shape)
        phases[phase] = Volume(np.round(values).astype(np.int16), geometry)
    mask = _outlined(inside, abs(tumor_hu - LIVER_HU) / noise_hu, blur, geometry, rng)
    return RandomLesion(kind, PhaseSet(phases), mask, **_truth(kind, whole, inner))


def _truth(
    kind: str, whole: Ellipsoid, inner: tuple[Ellipsoid, ...]
) -> dict[str, float | None]:
    """Diameters and volumes of a lesion, and of what of it is alive."""
    inner_ml = sum(part.volume_ml for part in inner)
    truth = {
        "whole_mm": 2 * whole.axes[0],
        "whole_across_mm": 2 * whole.axes[1],
        "whole_ml": whole.volume_ml,
    }
    if kind == "rim":
        viable_mm = _viable_rim(whole, inner[0])
        return truth | {
            "viable_mm": viable_mm,
            "viable_across_mm": None,
            "islands_mm": viable_mm,
            "viable_ml": whole.volume_ml - inner_ml,
        }
    parts = (whole,) if kind == "alive" else inner
    return truth | {
        "viable_mm": 2 * parts[0].axes[0],
        "viable_across_mm": 2 * parts[0].axes[1],
        "islands_mm": sum(2 * part.axes[0] for part in parts),
        "viable_ml": sum(part.volume_ml for part in parts),
    }


def _inner(
    rng: np.random.Generator, kind: str, whole: Ellipsoid
) -> tuple[Ellipsoid, ...]:
    """Build what is alive of islands, or dead of a rim; nothing if all is alive."""
    shares: tuple[float, ...]
    places: tuple[tuple[float, float, float], ...]
    if kind == "islands":
        away = 0.55 * whole.axes[0]
        x, y = away * math.cos(whole.turn), away * math.sin(whole.turn)
        shares = (0.28, 0.28 * rng.uniform(0.85, 0.95))
        places = ((x, y, 0.0), (-x, -y, 0.0))
    else:
        shares = (rng.uniform(0.4, 0.7),)
        x, y, z = (rng.uniform(-1, 1) * n * (1 - shares[0]) / 2.5 for n in whole.axes)
        places = ((x, y, z),)
    a, b, c = whole.axes
    return tuple(
        Ellipsoid((a * share, b * share, c * share), place, whole.turn)
        for share, place in zip(shares, places, strict=True)
    )


def _grid(
    axes: tuple[float, float, float],
    spacing_mm: tuple[float, float, float],
    rng: np.random.Generator,
) -> Geometry:
    reach = np.array([axes[2], axes[0], axes[0]]) + 9.0
    shape = np.ceil(2 * reach / spacing_mm).astype(int)
    first = -(shape - 1) / 2 * spacing_mm + rng.uniform(-0.5, 0.5, 3) * spacing_mm
    return Geometry.from_axes(
        (int(shape[0]), int(shape[1]), int(shape[2])),
        origin_mm=first[::-1],
        spacing_mm=spacing_mm,
    )


def _fractions(
    geometry: Geometry, whole: Ellipsoid, inner: tuple[Ellipsoid, ...], kind: str
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Share of each voxel in the lesion, and alive."""
    fine = (np.arange(SUB) + 0.5) / SUB - 0.5
    z, y, x = (
        ((np.arange(n)[:, None] + fine).ravel() * step + first)
        for n, step, first in zip(
            geometry.shape, geometry.spacing_mm, geometry.origin_mm[::-1], strict=True
        )
    )
    place = x[None, None, :], y[None, :, None], z[:, None, None]
    inside = whole.level(*place) <= 1
    core = np.any([part.level(*place) <= 1 for part in inner], axis=0)
    alive = {"alive": inside, "rim": inside & ~core}.get(kind, inside & core)
    k, j, i = geometry.shape
    blocks = (k, SUB, j, SUB, i, SUB)
    return (
        inside.reshape(blocks).mean(axis=(1, 3, 5)),
        alive.reshape(blocks).mean(axis=(1, 3, 5)),
    )


def _outlined(
    inside: NDArray[np.float64],
    contrast_to_noise: float,
    blur: float,
    geometry: Geometry,
    rng: np.random.Generator,
) -> Mask:
    """Half-way contour of the blurred, noisy and lightly smoothed lesion."""
    seen = ndimage.gaussian_filter(inside, (0, blur, blur))
    seen += rng.normal(0, 1 / max(contrast_to_noise, 2.0), seen.shape)
    seen = ndimage.gaussian_filter(seen, (0, 1.0, 1.0))
    pieces, _ = ndimage.label(seen >= 0.5)
    largest = np.bincount(pieces.ravel())[1:].argmax() + 1
    return Mask(ndimage.binary_fill_holes(pieces == largest), geometry)


def _viable_rim(whole: Ellipsoid, inner: Ellipsoid) -> float:
    """Longest axial diameter that crosses at most 5 mm of the dead core at a time."""
    step, longest = 1.0, 0.0
    reach = max(whole.axes) + 3
    y, x = np.mgrid[-reach:reach:step, -reach:reach:step]
    for share in np.linspace(-0.97, 0.97, 41):
        z = np.full_like(x, share * whole.axes[2])
        # mm to each surface near it, linear there: the outline passes 0.5 exactly
        outside = (1 - whole.level(x, y, z)) * whole.axes[1]
        beyond = (inner.level(x, y, z) - 1) * inner.axes[1]
        field = np.clip(0.5 + np.minimum(outside, beyond), 0, 1)
        longest = max(longest, longest_diameter(field, (step, step), 5.0).length_mm)
    return longest


def measured_and_true(
    lesion: RandomLesion, measured: LesionMeasurement
) -> Iterator[tuple[str, float, float, float]]:
    """Name, value, standard error and truth of each quantity that was measured."""
    sizes, caliper, whole = measured.volumes, measured.caliper, measured.whole_caliper
    errors = measured.standard_errors
    assert sizes is not None
    assert errors is not None
    for name, value, error, truth in (
        (
            "whole diameter",
            whole and whole.length_mm,
            whole and whole.uncertainty_mm,
            lesion.whole_mm,
        ),
        (
            "viable diameter",
            caliper and caliper.length_mm,
            caliper and caliper.uncertainty_mm,
            lesion.viable_mm,
        ),
        (
            "whole perpendicular",
            measured.whole_perpendicular_mm,
            errors.whole_perpendicular_mm,
            lesion.whole_across_mm,
        ),
        (
            "viable perpendicular",
            measured.viable_perpendicular_mm,
            errors.viable_perpendicular_mm,
            lesion.viable_across_mm,
        ),
        (
            "sum of islands",
            measured.viable_islands_sum_mm,
            errors.viable_islands_sum_mm,
            lesion.islands_mm,
        ),
        (
            "whole volume",
            sizes.whole_ml,
            sizes.whole_uncertainty_ml,
            lesion.whole_ml,
        ),
        (
            "viable volume",
            sizes.viable_ml,
            sizes.viable_uncertainty_ml,
            lesion.viable_ml,
        ),
        (
            "necrotic volume",
            sizes.necrotic_ml,
            sizes.necrotic_uncertainty_ml,
            lesion.whole_ml - lesion.viable_ml,
        ),
    ):
        if value is not None and error is not None and truth is not None:
            yield name, float(value), float(error), truth
