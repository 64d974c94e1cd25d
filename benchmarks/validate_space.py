"""How right the diameter in space is: bare masks of tilted ellipsoids.

    python benchmarks/validate_space.py [--count 60] [--seed 4]

Ellipsoids of 16 to 60 mm, half to three quarters as wide, tilted at random and placed
at random between voxels; a voxel is marked where its center is inside. Prints the mean
error and its standard deviation in mm for three voxel sizes.
"""

import argparse
import math

import numpy as np

from lesion_toolkit.measurement.calipers import lesion_diameter
from lesion_toolkit.model.geometry import Geometry

SPACINGS_MM = ((0.7, 1.0), (0.7, 2.5), (0.9, 5.0))


def error_mm(rng: np.random.Generator, pixel_mm: float, slice_mm: float) -> float:
    """Measured length of one ellipsoid minus its long axis."""
    long_mm = rng.uniform(16, 60)
    half = long_mm / 2 * np.array([1.0, rng.uniform(0.5, 0.75), rng.uniform(0.5, 0.75)])
    axes, _ = np.linalg.qr(rng.normal(size=(3, 3)))
    spacing_mm = (slice_mm, pixel_mm, pixel_mm)
    shape = tuple(2 * (int(half[0] / step) + 2) + 1 for step in spacing_mm)
    off = rng.uniform(-0.5, 0.5, 3)
    along = [
        (np.arange(n) - n // 2 + shift) * step
        for n, shift, step in zip(shape, off, spacing_mm, strict=True)
    ]
    places = np.stack(np.meshgrid(*along, indexing="ij"), axis=-1) @ axes
    inside = ((places / half) ** 2).sum(axis=-1) <= 1
    grid = Geometry.from_axes(shape, origin_mm=(0, 0, 0), spacing_mm=spacing_mm)
    found = lesion_diameter(inside, grid, math.inf, plane="oblique")
    assert found is not None
    return found.length_mm - long_mm


def main(count: int, seed: int) -> None:
    for pixel_mm, slice_mm in SPACINGS_MM:
        rng = np.random.default_rng(seed)
        errors = np.array([error_mm(rng, pixel_mm, slice_mm) for _ in range(count)])
        said = f"{errors.mean():+.2f} ± {errors.std():.2f} mm"
        print(f"{slice_mm:g} mm slices, {pixel_mm:g} mm pixels: {said}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--seed", type=int, default=4)
    asked = parser.parse_args()
    main(asked.count, asked.seed)
