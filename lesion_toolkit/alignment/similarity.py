"""How alike two volumes are in a region, whatever their contrast phase.

Normalised mutual information (Studholme 1999) on a coarse grid, for every whole-voxel
shift within reach: nothing to diverge. The same search in each part of the region says
how far that part is still off.
"""

import itertools
from dataclasses import dataclass
from typing import Any

import numpy as np
import SimpleITK as sitk
from numpy.typing import NDArray
from scipy import ndimage, special

from lesion_toolkit.alignment.resampling import image_of, outside_value, resampled
from lesion_toolkit.model.alignment import Part
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.volume import Mask, Volume

BINS = 32
MIN_VOXELS = 400
PART_VOXELS = 5000
AT_ONCE = 100_000
"""Voxels counted in one go: as many as stay in the cache."""

CLEARLY = 0.04
"""Relative rise of similarity below which a part is better left where it is."""

AGREE_MM = 4.5
"""Two halves of a part that want shifts further apart than this tell nothing."""

CORNERS = tuple(itertools.product((0, 1), repeat=3))
WINDOW_HU = (-100.0, 300.0)
"""Range that carries the anatomy; metal and air would otherwise own the histogram."""


@dataclass(frozen=True, slots=True)
class CoarsePair:
    """Both volumes on one coarse grid, and the voxels (n, 3) of the region on it.

    ``fixed`` holds histogram bins (k, j, i), -1 where there is no voxel; ``window`` the
    range of moving values that the bins share.
    """

    fixed: NDArray[np.int32]
    moving_image: sitk.Image
    voxels: NDArray[np.int_]
    grid: Geometry
    outside: float
    window: tuple[float, float]

    def moving(self, pad: NDArray[np.int_], to: sitk.Transform) -> NDArray[np.int32]:
        """Histogram bins of the moving volume, ``pad`` voxels further on each side."""
        k, j, i = (int(n) for n in np.array(self.grid.shape) + 2 * pad)
        grid = self.grid.crop(-pad, (k, j, i))
        values = resampled(self.moving_image, grid, self.outside, to)
        return _binned(values, self.window, self.outside)

    def thinned(self, count: int) -> NDArray[np.int_]:
        """About ``count`` of the region's voxels, evenly taken."""
        return self.voxels[:: max(len(self.voxels) // count, 1)]


def coarse_pair(
    fixed: Volume, moving: Volume, region: Mask, max_shift_mm: float, grid_mm: float
) -> CoarsePair | None:
    """Bring both volumes to a coarse grid around a region; None where it is empty."""
    box = region.bounding_box(margin=1)
    if box is None:
        return None
    part = fixed.cropped(box).block_means(grid_mm)
    grid, outside = part.geometry, outside_value(fixed.modality)
    share = Volume(region.array.astype(np.float32), region.geometry)
    inside = share.cropped(box).block_means(grid_mm)
    near = _near(moving, grid, max_shift_mm + 2 * grid_mm).block_means(grid_mm)
    # the finer of the two is blurred along k to what the coarser one shows
    blur = moving.geometry.spacing_mm[0] / 2.4 / grid.spacing_mm[0]
    values = (
        ndimage.gaussian_filter1d(part.array, blur, axis=0) if blur > 1 else part.array
    )
    return CoarsePair(
        _binned(values, _window(values, fixed.modality), outside),
        image_of(near.array, near.geometry),
        np.argwhere(inside.array >= 0.5),
        grid,
        outside,
        _window(near.array, moving.modality),
    )


def _near(moving: Volume, grid: Geometry, reach_mm: float) -> Volume:
    """Part of the moving volume within reach of a grid (at least one voxel)."""
    corners = [[k * n for k, n in zip(c, grid.shape, strict=True)] for c in CORNERS]
    index = moving.geometry.mm_to_index(grid.index_to_mm(corners))
    reach = reach_mm / np.array(moving.geometry.spacing_mm)
    last = np.array(moving.array.shape)
    first = np.clip(np.floor(index.min(axis=0) - reach), 0, last - 1).astype(int)
    stop = np.clip(np.ceil(index.max(axis=0) + reach) + 1, first + 1, last).astype(int)
    k, j, i = (slice(int(a), int(b)) for a, b in zip(first, stop, strict=True))
    return moving.cropped((k, j, i))


def _window(values: NDArray[Any], modality: str) -> tuple[float, float]:
    if modality != "MR":
        return WINDOW_HU
    return 0.0, max(float(np.percentile(values, 99.5)), 1.0)


def _binned(
    values: NDArray[Any], window: tuple[float, float], outside: float
) -> NDArray[np.int32]:
    """Histogram bin of each voxel; -1 where there is none."""
    low, high = window
    scaled = (np.asarray(values, np.float32) - low) / (high - low)
    bins: NDArray[np.int32] = np.clip(scaled * BINS, 0, BINS - 1).astype(np.int32)
    bins[np.asarray(values) <= outside] = -1
    return bins


def _similarity(counts: NDArray[np.int_]) -> NDArray[np.float64]:
    """Normalised mutual information, 1 (unrelated) to 2 (identical).

    ``counts`` (n, fixed bin, moving bin) are joint histograms.
    """
    total = counts.sum(axis=(1, 2))
    enough = total >= MIN_VOXELS / 2
    known = np.maximum(total, 1)
    joint, fixed, moving = (
        _entropy(some, known)
        for some in (
            counts.reshape(len(counts), -1),
            counts.sum(axis=2),
            counts.sum(axis=1),
        )
    )
    return np.where(enough, (fixed + moving) / joint, 1.0)


def _entropy(counts: NDArray[np.int_], total: NDArray[np.int_]) -> NDArray[np.float64]:
    """Entropy of each row of a histogram that adds up to ``total``."""
    number = np.arange(total.max() + 1)
    terms = special.xlogy(number, number)  # looked up: far fewer logarithms
    entropy = np.log(total) - terms[counts].sum(axis=1) / total
    return np.asarray(np.maximum(entropy, 1e-9))


def similarity_of(
    pair: CoarsePair,
    transform: sitk.Transform,
    voxels: NDArray[np.int_] | None = None,
) -> float:
    """Similarity under a transform, in the region or at some voxels (n, 3) of it."""
    pad = np.zeros(3, int)
    here = pair.voxels if voxels is None else voxels
    moving = pair.moving(pad, transform)
    (alike,) = _similarity(_joint_counts(pair, moving, pad, pad[None], here))
    return float(alike)


def best_shift(
    pair: CoarsePair, padded: NDArray[np.int32], reach: NDArray[np.int_]
) -> tuple[NDArray[np.float64], bool]:
    """Best shift (k, j, i) in voxels, and whether it is the last one within reach.

    Every second shift first, then the neighbors of the best, then a parabola.
    """
    rough = _box_of_shifts(reach, step=2)
    best = _best_of(pair, padded, reach, rough, pair.thinned(8_000))
    dense = pair.thinned(40_000)
    near = np.clip(best + _box_of_shifts(np.ones(3, int)), -reach, reach)
    best = _best_of(pair, padded, reach, near, dense)
    at_limit = bool((np.abs(best) == reach).any())
    return _subvoxel(pair, padded, reach, best, dense), at_limit


def _box_of_shifts(reach: NDArray[np.int_], step: int = 1) -> NDArray[np.int_]:
    """Every shift (n, 3) up to ``reach`` voxels along each axis, zero among them."""
    axes = [np.arange(-(r - r % step), r + 1, step) for r in reach]
    return np.stack(np.meshgrid(*axes, indexing="ij"), -1).reshape(-1, 3)


def _best_of(
    pair: CoarsePair,
    padded: NDArray[np.int32],
    pad: NDArray[np.int_],
    offsets: NDArray[np.int_],
    voxels: NDArray[np.int_],
) -> NDArray[np.int_]:
    found = _similarity(_joint_counts(pair, padded, pad, offsets, voxels))
    # of equal shifts the shortest, so that a constant image stays where it is
    length = np.linalg.norm(offsets, axis=1)
    best: NDArray[np.int_] = offsets[np.lexsort((length, -np.round(found, 6)))[0]]
    return best


def _subvoxel(
    pair: CoarsePair,
    padded: NDArray[np.int32],
    pad: NDArray[np.int_],
    best: NDArray[np.int_],
    voxels: NDArray[np.int_],
) -> NDArray[np.float64]:
    """Peak of the parabola through the best shift and its neighbors on each axis."""
    if (np.abs(best) == pad).any():
        return np.asarray(best, np.float64)
    axes = np.vstack(
        [np.zeros((1, 3), int), np.eye(3, dtype=int), -np.eye(3, dtype=int)]
    )
    found = _similarity(_joint_counts(pair, padded, pad, best + axes, voxels))
    after, before = found[1:4] - found[0], found[4:7] - found[0]
    curvature = after + before
    flat = curvature > -1e-9
    peak = (before - after) / (2 * np.where(flat, -1.0, curvature))
    moved = np.where(flat, 0.0, np.clip(peak, -0.5, 0.5))
    return np.asarray(best + moved, np.float64)


def _joint_counts(
    pair: CoarsePair,
    padded: NDArray[np.int32],
    pad: NDArray[np.int_],
    offsets: NDArray[np.int_],
    voxels: NDArray[np.int_],
) -> NDArray[np.int_]:
    """Joint histogram (n, fixed bin, moving bin) at ``voxels`` for each shift.

    Whole-voxel shifts (n, 3) of the padded moving volume, several at a time.
    """
    strides = np.array(padded.strides) // padded.itemsize
    base, flat = (voxels + pad) @ strides, padded.ravel()
    shifts = offsets @ strides
    side = BINS + 1  # the first row and column count what has no voxel
    fixed = (pair.fixed[tuple(voxels.T)].astype(np.intp) + 1) * side + 1
    at_once = max(AT_ONCE // max(len(voxels), 1), 1)
    counts = []
    for start in range(0, len(shifts), at_once):
        some = shifts[start : start + at_once, None]
        codes = flat[base + some] + fixed
        codes += np.arange(len(some))[:, None] * side**2
        found = np.bincount(codes.ravel(), minlength=len(some) * side**2)
        counts.append(found.reshape(len(some), side, side)[:, 1:, 1:])
    return np.concatenate(counts)


def parts_of(pair: CoarsePair, transform: sitk.Transform) -> tuple[Part, ...]:
    """Tell for each octant of the region by which shift it would still be more alike.

    A part is judged twice, by every other voxel; where the halves disagree, or there
    are too few voxels, it cannot be judged and is left out. A part that is not clearly
    more alike elsewhere is judged around where it is.
    """
    pad = np.full(3, 2)
    padded = pair.moving(pad, transform)
    octant = (pair.voxels >= np.median(pair.voxels, axis=0)) @ (4, 2, 1)
    parts = []
    for number in range(8):
        here = pair.voxels[octant == number]
        if len(here) < MIN_VOXELS:
            continue
        left = _left_mm(pair, padded, pad, here[:: max(len(here) // PART_VOXELS, 1)])
        if left is not None:
            x, y, z = pair.grid.index_to_mm(here.mean(axis=0))
            parts.append(Part((float(x), float(y), float(z)), round(left, 2)))
    return tuple(parts)


def _left_mm(
    pair: CoarsePair,
    padded: NDArray[np.int32],
    pad: NDArray[np.int_],
    voxels: NDArray[np.int_],
) -> float | None:
    """Length of the shift that a part still wants; None where its halves disagree."""
    shift = shift_of(pair, padded, pad, voxels, clearly=CLEARLY, agree_mm=AGREE_MM)
    if shift is None:
        return None
    return float(np.linalg.norm(shift * np.array(pair.grid.spacing_mm)))


def shift_of(
    pair: CoarsePair,
    padded: NDArray[np.int32],
    pad: NDArray[np.int_],
    voxels: NDArray[np.int_],
    *,
    clearly: float,
    agree_mm: float,
) -> NDArray[np.float64] | None:
    """Give the shift (k, j, i) in voxels by which some voxels would be more alike.

    Parameters
    ----------
    padded
        Bins of the moving volume, ``pad`` voxels further on each side.
    voxels
        Where to look (n, 3).
    clearly
        Relative rise of similarity below which they stay where they are.
    agree_mm
        None where the two halves of the voxels want shifts further apart than this.
    """
    spacing = np.array(pair.grid.spacing_mm)
    shifts = _box_of_shifts(pad)
    still = int(np.flatnonzero(~shifts.any(axis=1))[0])

    def wanted(counts: NDArray[np.int_]) -> NDArray[np.int_]:
        found = _similarity(counts)
        best = int(np.argmax(found))
        clear = found[best] - found[still] >= clearly * (found[still] - 1)
        chosen: NDArray[np.int_] = shifts[best if clear else still]
        return chosen

    one, other = (
        _joint_counts(pair, padded, pad, shifts, half)
        for half in (voxels[::2], voxels[1::2])
    )
    if np.linalg.norm((wanted(one) - wanted(other)) * spacing) > agree_mm:
        return None
    return _subvoxel(pair, padded, pad, wanted(one + other), voxels)


def residual_mm(parts: tuple[Part, ...]) -> float:
    """Median over the parts of what is left; NaN when no part could be judged."""
    return float(np.median([part.residual_mm for part in parts] or [np.nan]))


def worst_quarter_mm(parts: tuple[Part, ...]) -> float:
    """Tell what a quarter of the parts exceeds; NaN when no part could be judged.

    Organs that bent, grew or shrank are off in places, which a median hides.
    """
    left = [part.residual_mm for part in parts] or [np.nan]
    return float(np.percentile(left, 75))
