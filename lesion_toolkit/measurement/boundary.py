"""Where a lesion ends, below the pixel: half-way between inside and surroundings.

A mask says for each voxel in or out; the image knows more. Across a boundary the image
goes from the lesion's value to that of its surroundings, blurred by the voxel, and
passes half-way where the boundary is. Values are scaled so that the surroundings are 0,
the lesion is 1 and the boundary is at 0.5, as the calipers expect.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from lesion_toolkit.errors import SpaceMismatch
from lesion_toolkit.model.volume import Mask, Volume

REACH_PX = 3.0
"""Standard deviation, in pixels, of the neighborhood that inside and outside are
averaged over."""

SMOOTHING_PX = 0.5
"""Standard deviation, in pixels, of the smoothing at :data:`NOISY`: noise makes a
longest diameter too long, smoothing makes it shorter; here they cancel."""

NOISY = 1 / 8
"""Noise over contrast at which the whole smoothing is applied; below, in proportion."""

LEAST_CONTRAST = 3.0
"""Inside and surroundings must differ by this many standard deviations of the noise."""


def half_maximum_region(image: Volume, mask: Mask) -> NDArray[np.float64]:
    """Partial-volume region of a mask, its boundary where the image is half-way.

    The boundary moves by a pixel at most, in the plane of the slices. Where the lesion
    hardly differs from its surroundings the mask stands, so a faint side of a lesion is
    not lost.

    Parameters
    ----------
    image
        Enhancement or intensity on the grid of the mask, lesion brighter or darker.
    mask
        The region, (k, j, i).

    Returns
    -------
    ndarray
        (k, j, i) values 0 to 1: 0.5 on the boundary.

    Raises
    ------
    SpaceMismatch
        Image and mask lie on different grids.
    """
    if not image.geometry.same_space_as(mask.geometry):
        raise SpaceMismatch(
            "an image and a mask on different grids.",
            "an image on the grid of the mask.",
            "resample the image onto the geometry of the mask first.",
        )
    box = mask.bounding_box(margin=int(4 * REACH_PX))
    region = mask.array.astype(np.float64)
    if box is not None:
        # the margin is wanted in plane only, but whole slices more do no harm
        region[box] = _scaled(image.array[box].astype(np.float64), mask.array[box])
    return region


def _scaled(values: NDArray[np.float64], inside: NDArray[np.bool_]) -> NDArray[Any]:
    from scipy import ndimage

    in_plane = ndimage.generate_binary_structure(3, 1)
    in_plane[0] = in_plane[2] = False
    core = ndimage.binary_erosion(inside, in_plane, border_value=1)
    grown = ndimage.binary_dilation(inside, in_plane)
    # a lesion too thin to have a core is its own
    has_core = _blurred(core.astype(float), REACH_PX) > 1e-3
    bright = np.where(has_core, _local_mean(values, core), _local_mean(values, inside))
    surroundings = _local_mean(values, ~grown)
    contrast = bright - surroundings
    noise = _noise(values, core)
    rounding = 1e-6 * np.abs(values).max()
    enough = np.abs(contrast) > LEAST_CONTRAST * noise + rounding
    if not enough[inside].any():
        return inside.astype(np.float64)
    ratio = noise / np.median(np.abs(contrast[enough & inside]))
    smoothed = _blurred(values, SMOOTHING_PX * min(ratio / NOISY, 1.0))
    fraction = (smoothed - surroundings) / np.where(enough, contrast, 1.0)
    band = enough & grown & ~core
    return np.where(band, np.clip(fraction, 0.0, 1.0), inside)


def _blurred(values: NDArray[np.float64], sigma_px: float) -> NDArray[np.float64]:
    from scipy import ndimage

    return np.asarray(ndimage.gaussian_filter(values, (0.0, sigma_px, sigma_px)))


def _local_mean(
    values: NDArray[np.float64], where: NDArray[np.bool_]
) -> NDArray[np.float64]:
    """Mean over the marked voxels of a neighborhood, or of all where it has none."""
    weight = where.astype(float)
    share = _blurred(weight, REACH_PX)
    total = _blurred(values * weight, REACH_PX)
    overall = values[where].mean() if where.any() else values.mean()
    known = share > 1e-3
    return np.where(known, total / np.where(known, share, 1.0), overall)


def _noise(values: NDArray[np.float64], core: NDArray[np.bool_]) -> float:
    """Noise from differences of neighboring pixels in the lesion, robust to edges."""
    both = core[:, :, 1:] & core[:, :, :-1]
    steps = np.diff(values, axis=2)[both]
    if steps.size < 8:
        return 0.0
    return float(np.median(np.abs(steps)) / 0.6745 / np.sqrt(2.0))
