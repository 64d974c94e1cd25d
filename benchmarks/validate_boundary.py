"""How right diameters are below the pixel, beside other tools, on known ellipsoids.

    python benchmarks/validate_boundary.py [--count 60] [--seed 9]

Random ellipsoids of 6 to 60 mm with partial volume, five voxel sizes. Every method
measures the same lesions: from the image without noise, from the image with a contrast
of 8 times the noise, and from the bare mask. The truth of a whole diameter is the
longest section of the ellipsoid in the slices there are. Prints the mean absolute error
in mm and, in brackets, the mean error in pixels.
"""

import argparse
import math
from collections.abc import Callable

import numpy as np
import SimpleITK as sitk
from numpy.typing import NDArray
from scipy.spatial import distance
from skimage.measure import find_contours, regionprops

from lesion_toolkit.measurement.boundary import outline_of
from lesion_toolkit.measurement.calipers import LesionDiameter, lesion_diameter
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.volume import Mask, Volume

SPACINGS_MM = ((0.5, 1.0), (0.7, 2.5), (0.9, 5.0), (1.5, 3.0), (2.0, 5.0))
CONTRAST_HU, LIVER_HU, SUB = 60.0, 50.0, 4
Flags = NDArray[np.bool_]


class Phantom:
    """An ellipsoid turned about the body's long axis, and what its slices show."""

    def __init__(self, rng: np.random.Generator, pixel_mm: float, slice_mm: float):
        a = rng.uniform(3, 30)
        b, c = a * rng.uniform(0.6, 1, 2)
        turn, off = rng.uniform(0, math.pi), rng.uniform(-0.5, 0.5, 3)
        steps = (slice_mm, pixel_mm, pixel_mm)
        half = [int(n / step) + 10 for n, step in zip((c, a, a), steps, strict=True)]
        fine = (np.arange(SUB) + 0.5) / SUB - 0.5
        z, y, x = (
            ((np.arange(-n, n + 1)[:, None] + fine).ravel() + shift) * step
            for n, step, shift in zip(half, steps, off, strict=True)
        )
        # a slice shows its middle: what lies between slices is not the boundary's fault
        z = (np.arange(-half[0], half[0] + 1) + off[0]) * slice_mm
        u = (x * math.cos(turn) + y[:, None] * math.sin(turn)) / a
        v = (y[:, None] * math.cos(turn) - x * math.sin(turn)) / b
        inside = (u**2 + v**2)[None] + ((z / c) ** 2)[:, None, None] <= 1
        rows = 2 * half[1] + 1
        self.soft = inside.reshape(len(z), rows, SUB, rows, SUB).mean(axis=(2, 4))
        self.pixel_mm = pixel_mm
        self.geometry = Geometry.from_axes(
            self.soft.shape, origin_mm=(0, 0, 0), spacing_mm=steps
        )
        level = math.sqrt(max(1 - (np.abs(z).min() / c) ** 2, 0.0))
        self.whole_mm, self.across_mm = 2 * a * level, 2 * b * level
        self.mask = Mask(self.soft >= 0.5, self.geometry)
        self.noise = rng.normal(0, 1 / 8, self.soft.shape)

    def from_image(self, noise: float) -> LesionDiameter:
        """Longest diameter to the image's boundary, the mask as it is without noise."""
        values = LIVER_HU + CONTRAST_HU * (self.soft + noise * self.noise)
        region = outline_of(Volume(values, self.geometry), self.mask).weights
        return self.measured(region)

    def measured(self, region: NDArray) -> LesionDiameter:
        """Longest diameter of a region that may be crossed anywhere."""
        found = lesion_diameter(region, self.geometry, math.inf)
        assert found is not None
        return found

    def over_slices(self, of_slice: Callable[[Flags, float], float]) -> float:
        """Longest diameter over slices by another tool's measure of one slice."""
        slices = (inside for inside in self.mask.array if inside.any())
        return max(of_slice(inside, self.pixel_mm) for inside in slices)


def simpleitk(inside: Flags, pixel_mm: float) -> float:
    image = sitk.GetImageFromArray(inside.astype(np.uint8))
    image.SetSpacing((pixel_mm, pixel_mm))
    shapes = sitk.LabelShapeStatisticsImageFilter()
    shapes.ComputeFeretDiameterOn()
    shapes.Execute(image)
    return float(shapes.GetFeretDiameter(1))


def skimage(inside: Flags, pixel_mm: float) -> float:
    return float(regionprops(inside.astype(int))[0].feret_diameter_max) * pixel_mm


def marching_squares(inside: Flags, pixel_mm: float) -> float:
    """Longest distance on the half-way contour of the bare mask, as it is."""
    corners = np.concatenate(find_contours(np.pad(inside, 1).astype(float), 0.5))
    return float(distance.pdist(corners).max()) * pixel_mm


METHODS: dict[str, Callable[[Phantom], tuple[float, float]]] = {
    "image, no noise": lambda p: (p.from_image(0).length_mm, p.whole_mm),
    "image, contrast 8 × noise": lambda p: (p.from_image(1).length_mm, p.whole_mm),
    "bare mask": lambda p: (p.measured(p.mask.array).length_mm, p.whole_mm),
    "perpendicular, image": lambda p: (
        p.from_image(0).perpendicular_mm or 0.0,
        p.across_mm,
    ),
    "perpendicular, bare mask": lambda p: (
        p.measured(p.mask.array).perpendicular_mm or 0.0,
        p.across_mm,
    ),
    "marching squares": lambda p: (p.over_slices(marching_squares), p.whole_mm),
    "SimpleITK Feret": lambda p: (p.over_slices(simpleitk), p.whole_mm),
    "skimage Feret": lambda p: (p.over_slices(skimage), p.whole_mm),
}


def main(count: int, seed: int) -> None:
    print(f"{count} ellipsoids for each voxel size: mean absolute error in mm (pixels)")
    print("| method |", " | ".join(f"{p:g} × {s:g}" for p, s in SPACINGS_MM), "|")
    print("|---" * (len(SPACINGS_MM) + 1) + "|")
    rows: dict[str, list[str]] = {name: [] for name in METHODS}
    for column, (pixel_mm, slice_mm) in enumerate(SPACINGS_MM):
        rng = np.random.default_rng([seed, column])
        phantoms = [Phantom(rng, pixel_mm, slice_mm) for _ in range(count)]
        for name, method in METHODS.items():
            error = np.array([np.subtract(*method(phantom)) for phantom in phantoms])
            mean_px = error.mean() / pixel_mm
            rows[name].append(f"{np.abs(error).mean():.2f} ({mean_px:+.2f})")
    for name, cells in rows.items():
        print(f"| {name} |", " | ".join(cells), "|")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--seed", type=int, default=9)
    asked = parser.parse_args()
    main(asked.count, asked.seed)
