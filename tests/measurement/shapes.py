"""Regions whose diameters are hard to find: for the tests of the calipers."""

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

KINDS = (
    "crescent",
    "ring",
    "spicules",
    "spiral",
    "fragments",
    "holes",
    "blob",
    "bridge",
    "border",
    "single pixels",
)


def disc(shape, center, radius):
    row, column = np.mgrid[: shape[0], : shape[1]]
    return (row - center[0]) ** 2 + (column - center[1]) ** 2 <= radius**2


def soft_ellipse(shape, center, semi_axes, angle=0.0, sub=8):
    """Fraction of each pixel inside an ellipse (semi-axes in pixels, angle in rad)."""
    offsets = (np.arange(sub) + 0.5) / sub - 0.5
    row = (np.arange(shape[0])[:, None] + offsets).ravel() - center[0]
    column = (np.arange(shape[1])[:, None] + offsets).ravel() - center[1]
    y, x = np.meshgrid(row, column, indexing="ij")
    u = x * np.cos(angle) + y * np.sin(angle)
    v = y * np.cos(angle) - x * np.sin(angle)
    inside = (u / semi_axes[0]) ** 2 + (v / semi_axes[1]) ** 2 <= 1
    return inside.reshape(shape[0], sub, shape[1], sub).mean(axis=(1, 3))


def random_region(rng, kind=None, size=32) -> NDArray[np.bool_]:
    """Random region of a kind, boolean (row, column), never empty."""
    kind = kind or rng.choice(KINDS)
    row, column = np.mgrid[:size, :size].astype(float)
    center = size / 2 + rng.uniform(-2, 2, 2)
    radius = rng.uniform(0.25, 0.45) * size
    turn = rng.uniform(0, np.pi)
    y, x = row - center[0], column - center[1]
    u = (x * np.cos(turn) + y * np.sin(turn)) / radius
    v = (y * np.cos(turn) - x * np.sin(turn)) / (radius * rng.uniform(0.5, 1))
    r2, angle = u**2 + v**2, np.arctan2(v, u)
    noise = ndimage.gaussian_filter(rng.normal(size=(size, size)), rng.uniform(1, 3))
    noise /= noise.std()
    region = r2 + 0.3 * noise <= 1
    if kind == "crescent":
        shift, inner = rng.uniform(0.2, 0.7), rng.uniform(0.5, 0.9)
        region = (r2 <= 1) & ((u - shift) ** 2 + v**2 > inner**2)
    elif kind == "ring":
        region = (r2 + 0.05 * noise <= 1) & (r2 > rng.uniform(0.2, 0.8))
        if rng.random() < 0.5:
            region &= np.abs(angle - rng.uniform(-3, 3)) > rng.uniform(0.1, 0.7)
    elif kind == "spicules":
        lobes = np.abs(np.cos(rng.integers(2, 6) * angle)) ** rng.uniform(1, 10)
        region = r2 <= (0.3 + 0.7 * lobes) ** 2
    elif kind == "spiral":
        turns = (np.sqrt(r2) * rng.uniform(1.5, 3) - angle / (2 * np.pi)) % 1
        region = (r2 <= 1) & (turns < rng.uniform(0.4, 0.7))
    elif kind == "fragments":
        region = (noise > rng.uniform(-0.2, 0.8)) & (r2 <= 1)
    elif kind == "holes":
        region = r2 <= 1
        for _ in range(rng.integers(1, 8)):
            hole = center + rng.uniform(-0.8, 0.8, 2) * radius
            region &= ~disc((size, size), hole, rng.uniform(0.04, 0.3) * radius)
    elif kind == "bridge":
        apart = rng.uniform(0.6, 0.9)
        region = (u - apart) ** 2 + v**2 <= 0.3
        region |= (u + apart) ** 2 + v**2 <= 0.2
        region[int(center[0]), int(center[1] - radius) : int(center[1] + radius)] = True
    elif kind == "border":
        cut = int(rng.integers(3, size // 2))
        region = region[cut:, : size - cut // 2]
    elif kind == "single pixels":
        region = rng.random((size, size)) < rng.uniform(0.005, 0.15)
    if not region.any():
        region[region.shape[0] // 2, region.shape[1] // 2] = True
    return region
