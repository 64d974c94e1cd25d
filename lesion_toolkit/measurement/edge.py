"""How sharply a lesion, and the living part of it, ends in an image."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from lesion_toolkit.errors import SpaceMismatch
from lesion_toolkit.model.volume import Mask, Volume

Flags = NDArray[np.bool_]

OUTLINE_PLACED, VIABLE_PLACED = 0.021, 0.037
"""Where within the width of an edge the outline of a lesion, or of what of it is
viable, runs: standard deviation as a share of that width, the same all around
(calibrated on random lesions)."""

CALMED = 0.1
"""What the smoothing of the map of enhancement leaves of a pixel's noise."""

APART_PX, ENOUGH_STEPS = 3, 8
"""Noise is taken from at least so many differences of pixels so far apart, for that of
neighbors is alike."""

LEAST_CONTRAST = 1.0
"""Contrast is not taken for less than the noise: there the edge cannot be seen."""

_IN_PLANE = np.zeros((3, 3, 3), bool)
_IN_PLANE[1] = ndimage.generate_binary_structure(2, 1)


@dataclass(frozen=True, slots=True)
class Edge:
    """How sharply a region ends in an image.

    Attributes
    ----------
    width_mm
        Contrast over the steepest slope: how wide the transition is.
    noise_share
        Noise of a pixel over contrast, at most 1.
    placed
        Where within that width the outline runs: standard deviation as a share of it.
    """

    width_mm: float
    noise_share: float
    placed: float = OUTLINE_PLACED

    @property
    def placed_mm(self) -> float:
        """How far the outline may run from the boundary, as a standard deviation."""
        return self.placed * self.width_mm


def edge_of(image: Volume, region: Mask) -> Edge:
    """Measure how sharply a region ends in an image, in the plane of the slices.

    Parameters
    ----------
    image
        Intensity on the grid of the region.
    region
        Voxels of the region.

    Returns
    -------
    Edge
        A region without inside or surroundings has an edge as wide as two pixels and
        as noisy as can be.

    Raises
    ------
    SpaceMismatch
        Image and region lie on different grids.
    """
    if not image.geometry.same_space_as(region.geometry):
        raise SpaceMismatch(
            "an image and a region on different grids.",
            "an image on the grid of the region.",
            "resample the image onto the geometry of the region first.",
        )
    box = region.bounding_box(margin=6)
    inside = region.array if box is None else region.array[box]
    values = (image.array if box is None else image.array[box]).astype(np.float64)
    return _edge(values, inside, region.geometry.spacing_mm)


def _edge(
    image: NDArray[np.float64], inside: Flags, spacing_mm: tuple[float, float, float]
) -> Edge:
    layers = [shrunk(inside, n) for n in (1, 3)]
    wider = [grown(inside, n) for n in (1, 4)]
    pixel_mm = math.sqrt(math.prod(spacing_mm[1:]))
    core = layers[1] if layers[1].any() else layers[0]
    around = wider[1] & ~grown(inside, 2)
    if not core.any() or not around.any():
        return Edge(2 * pixel_mm, 1.0)
    contrast = abs(image[core & ~shrunk(inside, 5)].mean() - image[around].mean())
    step = abs(image[inside & ~layers[0]].mean() - image[wider[0] & ~inside].mean())
    noise = noise_of(image, layers[0], around)
    width_px = max(contrast / max(step, 1e-6), 1.0)
    share = min(noise / max(contrast, 1e-6), 1.0 / LEAST_CONTRAST)
    return Edge(float(min(width_px, 6.0)) * pixel_mm, float(share))


def shrunk(inside: Flags, pixels: int) -> Flags:
    """Take so many pixels off a region in the plane of the slices."""
    eroded: Flags = ndimage.binary_erosion(inside, _IN_PLANE, pixels, border_value=1)
    return eroded


def grown(inside: Flags, pixels: int) -> Flags:
    """Add so many pixels to a region in the plane of the slices."""
    dilated: Flags = ndimage.binary_dilation(inside, _IN_PLANE, pixels)
    return dilated


def noise_of(image: NDArray[np.float64], *places: Flags) -> float:
    """Noise of a pixel from differences of nearby pixels, robust to structure.

    Of the first place that is large enough to tell; 0 where none is.
    """
    for where in places:
        both = where[:, :, APART_PX:] & where[:, :, :-APART_PX]
        steps = (image[:, :, APART_PX:] - image[:, :, :-APART_PX])[both]
        if steps.size >= ENOUGH_STEPS:
            return float(np.median(np.abs(steps)) / 0.6745 / math.sqrt(2))
    return 0.0


def viable_edge(edge: Edge, sigma_mm: float) -> Edge:
    """Edge between viable and dead tissue in the smoothed map of enhancement.

    As wide as the edge in the image and the Gaussian of the map together; the Gaussian
    takes the noise out.
    """
    gaussian_mm = math.sqrt(2 * math.pi) * sigma_mm
    width_mm = math.hypot(edge.width_mm, gaussian_mm)
    return Edge(width_mm, CALMED * edge.noise_share, VIABLE_PLACED)
