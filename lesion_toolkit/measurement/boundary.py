"""Where a lesion ends, below the pixel: half-way between inside and surroundings.

A mask says for each voxel in or out; the image knows more. Across a boundary the image
goes from the lesion's value to that of its surroundings, blurred by the voxel, and
passes half-way where the boundary is. Values are scaled so that the surroundings are 0,
the lesion is 1 and the boundary is at 0.5, as the calipers expect. An image that does
not support this leaves the mask to be measured, and the caliper says so.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from lesion_toolkit.errors import SpaceMismatch
from lesion_toolkit.measurement.edge import grown, noise_of, shrunk
from lesion_toolkit.model.measurement import Boundary
from lesion_toolkit.model.volume import Mask, Volume

Flags = NDArray[np.bool_]
Values = NDArray[np.float64]

REACH_PX = 3.0
"""Standard deviation, in pixels, of the neighborhood that inside and outside are
averaged over."""

SMOOTHING_PX, MOST_SMOOTHING_PX = 8.0, 2.0
"""Standard deviation, in pixels, of the smoothing where noise is as high as contrast;
at less noise in proportion, but never more than the second number. Without it noise
makes a longest diameter too long."""

DEPTH_PX = 4
"""What lies deeper, such as necrosis, does not tell how bright a lesion is at its
outline."""

STAIRCASE_PX = 1.0
"""Standard deviation of the smoothing that takes the steps off a mask."""

NOISE_TRUSTED = 8.0
"""Where noise is so many times lower than contrast, image and mask count alike in where
the boundary runs; at less noise the image counts for more."""

LEAST_CONTRAST = 3.0
"""Inside and surroundings must differ by this many standard deviations of the noise
for the boundary to move there."""

CLEAR, EVERYWHERE, SHARP_PX, AGREES = 5.0, 0.9, 4.0, 0.7
"""An image supports a boundary when it contrasts with the surroundings by so many
standard deviations of the noise, enough for the boundary to move on this share of the
outline, goes from inside to surroundings within so many pixels, and puts this share of
the voxels on either side of the mask's outline where the mask puts them."""


@dataclass(frozen=True, slots=True, eq=False)
class SubvoxelOutline:
    """A lesion with a boundary below the pixel.

    Attributes
    ----------
    weights
        (k, j, i) values 0 to 1, 0.5 on the boundary: the share of each voxel inside.
    source
        Whether the image supports that boundary well enough to be measured.
    """

    weights: Values
    source: Boundary


def outline_of(image: Volume, mask: Mask) -> SubvoxelOutline:
    """Move the outline of a mask to where the image is half-way.

    It moves by a pixel at most, in the plane of the slices. Where the lesion hardly
    differs from its surroundings the mask stands, so a faint side of a lesion is not
    lost.

    Parameters
    ----------
    image
        Enhancement or intensity on the grid of the mask, lesion brighter or darker.
    mask
        The region, (k, j, i).

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
    weights = mask.array.astype(np.float64)
    box = _box(mask)
    if box is None:
        return SubvoxelOutline(weights, Boundary.MASK)
    values = image.array[box].astype(np.float64)
    weights[box], supported = _scaled(values, mask.array[box])
    return SubvoxelOutline(weights, Boundary.IMAGE if supported else Boundary.MASK)


def half_maximum_region(image: Volume, mask: Mask) -> Values:
    """Partial-volume region of a mask, its boundary where the image is half-way.

    The ``weights`` of :func:`outline_of`, however well the image supports them.
    """
    return outline_of(image, mask).weights


def alive_within(
    outline: Values, viable: Flags, above: NDArray[np.floating[Any]]
) -> Values:
    """Give viable tissue the boundary of the lesion where it reaches it, else its own.

    Parameters
    ----------
    outline
        Weights of the whole lesion, (k, j, i).
    viable
        Viable voxels.
    above
        How far enhancement is above that of the edge of viable tissue; NaN where it
        was not judged.

    Returns
    -------
    ndarray
        Nowhere above ``outline``; between judged voxels 0.5 lies where ``above`` is 0.
    """
    judged = ~np.isnan(above)
    span = 2 * np.max(np.abs(above), where=judged, initial=1e-6)
    share = 0.5 + np.where(judged, above, -span / 2) / span
    # what was dropped as too thin or too small is out, whatever its enhancement
    out = np.where(share >= 0.5, 0.0, share)
    alive = np.where(viable, np.maximum(share, 0.5), out)
    beyond = ~judged & grown(viable, 1)
    return np.minimum(np.where(beyond, 1.0, alive), outline)


def _box(mask: Mask) -> tuple[slice, slice, slice] | None:
    """Slices of the mask, with surroundings in plane."""
    tight, wide = mask.bounding_box(), mask.bounding_box(margin=int(4 * REACH_PX))
    return None if tight is None or wide is None else (tight[0], wide[1], wide[2])


def _scaled(values: Values, inside: Flags) -> tuple[Values, bool]:
    """Share of each voxel inside, and whether the image supports it."""
    core = shrunk(inside, 1)
    wider = grown(inside, 1)
    near = core & ~shrunk(inside, DEPTH_PX)
    # a lesion too thin to have a core is its own
    has_core = _blurred(core.astype(float), REACH_PX) > 1e-3
    bright = np.where(has_core, _local_mean(values, near), _local_mean(values, inside))
    surroundings = _local_mean(values, ~wider)
    contrast = bright - surroundings
    noise = noise_of(values, core, ~wider)
    rounding = 1e-6 * np.abs(values).max()
    enough = np.abs(contrast) > LEAST_CONTRAST * noise + rounding
    if not enough[inside].any():
        return inside.astype(np.float64), False
    ratio = noise / np.median(np.abs(contrast[enough & inside]))
    seen = np.where(enough, values - surroundings, 0.0) / np.where(enough, contrast, 1)
    band = wider & ~core
    weights = np.where(band, _settled(seen, inside, enough, ratio), inside)
    if ratio > 1 / CLEAR or enough[band].mean() < EVERYWHERE:
        return weights, False
    step = seen[band & inside].mean() - seen[band & ~inside].mean()
    agrees = ((weights >= 0.5) == inside)[band].mean() >= AGREES
    return weights, bool(agrees and step * SHARP_PX >= 1.0)


def _settled(seen: Values, inside: Flags, enough: Flags, ratio: float) -> Values:
    """Smooth what is seen, together with the mask as far as noise is a share of it."""
    trust = enough / (1 + (NOISE_TRUSTED * ratio) ** 2)
    least_px = 0.0 if enough.all() else STAIRCASE_PX
    sigma_px = min(max(SMOOTHING_PX * ratio, least_px), MOST_SMOOTHING_PX)
    share = _blurred(trust * seen + (1 - trust) * inside, sigma_px)
    share += 0.5 - _level(np.where(enough, share >= 0.5, inside), sigma_px)
    return np.asarray(np.clip(share, 0.0, 1.0))


def _level(inside: Flags, sigma_px: float) -> Values:
    """Find what a mask is on its outline once smoothed: below half where it bulges.

    Smoothing draws a round outline in; this tells by how much.
    """
    if sigma_px == 0.0:
        return np.full(inside.shape, 0.5)
    smooth = _blurred(inside.astype(float), sigma_px)
    within, beyond = inside & grown(~inside, 1), ~inside & grown(inside, 1)
    level = (_local_mean(smooth, within) + _local_mean(smooth, beyond)) / 2
    return np.asarray(np.clip(level, 0.25, 0.75))


def _blurred(values: Values, sigma_px: float) -> Values:
    return np.asarray(ndimage.gaussian_filter(values, (0.0, sigma_px, sigma_px)))


def _local_mean(values: Values, where: Flags) -> Values:
    """Mean over the marked voxels of a neighborhood, or of all where it has none."""
    weight = where.astype(float)
    share = _blurred(weight, REACH_PX)
    total = _blurred(values * weight, REACH_PX)
    overall = values[where].mean() if where.any() else values.mean()
    known = share > 1e-3
    return np.where(known, total / np.where(known, share, 1.0), overall)
