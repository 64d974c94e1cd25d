"""Where liver, its veins, spleen and kidneys lie: classic rules, no learned model.

An organ is found once for an exam and measured at the same place in every volume.
What does not pass the checks named here is not found; it is never measured instead.
"""

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage
from skimage.filters import threshold_otsu

from lesion_toolkit.loaders.aorta import Course, Signal
from lesion_toolkit.loaders.coarse import (
    GRID_MM,
    Flags,
    Grid,
    change,
    largest,
    smoothed,
    volumes_seeing,
)

TWO_TISSUES = 3.0
"""Otsu classes this many of their own deviations apart are two tissues.

The halves of one normally distributed tissue lie 2.65 apart.
"""

MIN_SHARE = 0.2
"""A class with less of the region is a part of an organ, not the organ."""

VEIN_CONTRAST = (0.6, 1.3)
"""A vein's share of the contrast between aorta and liver, once contrast returns."""

CLEAR_OF_NOISE = 6.0
"""Aorta and liver must differ by this many noise deviations to look for veins."""

LIVER_VARIES = (2.0, 6.0, 6.0)
"""Voxels (k, j, i) over which a liver's own brightness may vary."""

MIN_VEINS_ML, MIN_VESSEL_ML, MIN_SPLEEN_ML, MIN_KIDNEY_ML = 1.0, 0.3, 8.0, 8.0

VOXEL_ML = GRID_MM[0] * GRID_MM[1] * GRID_MM[2] / 1000

_IN_SLICE = np.ones((1, 3, 3), bool)


def even_tissue(grids: Grid, is_ct: bool) -> NDArray[np.intp]:
    """Count the volumes in which each voxel lies amid even soft tissue."""
    count = np.zeros(grids.shape[1:], np.intp)
    for grid in grids:
        filled = np.nan_to_num(grid)
        mean = ndimage.uniform_filter(filled, size=(1, 5, 5))
        square = ndimage.uniform_filter(filled**2, size=(1, 5, 5))
        spread = np.sqrt(np.maximum(square - mean**2, 0))
        if is_ct:
            fits = (mean > 0) & (mean < 250) & (spread < 25)
        else:
            fits = (mean > 0) & (spread < 0.15 * mean)
        count += fits & np.isfinite(grid)
    return count


def find_liver(
    grids: Grid, inside: Flags, even: NDArray[np.intp], aorta: list[Signal]
) -> Flags:
    """Largest even tissue of the right side that is fed like liver.

    A tumor takes its blood from the artery alone, the liver most of it from the portal
    vein. So where the region holds two tissues, the liver is the one that the volume
    nearest to the first pass shows darker, compared with the other volumes.
    """
    if not inside.any():
        return np.zeros_like(inside)
    columns = np.flatnonzero(inside.any(axis=(0, 1)))
    middle = int(columns.mean())
    seeing = volumes_seeing(grids)
    region = (
        inside
        & (seeing == int(np.max(seeing, where=inside, initial=0)))
        & (even == seeing)
    )
    region[:, :, max(middle - int(15 / GRID_MM[2]), 0) :] = False
    region = largest(ndimage.binary_erosion(region, _IN_SLICE))
    return _without_tumor(grids, region, aorta)


def _without_tumor(grids: Grid, region: Flags, aorta: list[Signal]) -> Flags:
    if len(grids) < 2 or not region.any():
        return region
    seen = np.stack([smoothed(grid, 5)[region] for grid in grids])
    # The earlier a volume, the further its aorta is ahead of the organs.
    ahead_of = [
        -np.inf if blood is None or not np.isfinite(one).all() else blood / np.mean(one)
        for blood, one in zip(aorta, seen, strict=True)
    ]
    first_pass = int(np.argmax(ahead_of))
    if ahead_of[first_pass] == -np.inf:
        return region
    others = np.delete(seen, first_pass, axis=0)
    others = others[np.isfinite(others).all(axis=1)]
    if len(others) == 0:
        return region
    ahead = seen[first_pass] - others.mean(axis=0)
    if np.ptp(ahead) == 0:
        return region
    late = ahead < threshold_otsu(ahead)
    within = np.sqrt(
        np.average(
            [ahead[late].var(), ahead[~late].var()], weights=[late.sum(), (~late).sum()]
        )
    )
    apart = ahead[~late].mean() - ahead[late].mean()
    if apart < TWO_TISSUES * within or late.mean() < MIN_SHARE:
        return region
    liver = region.copy()
    liver[region] = late
    return liver


def find_liver_veins(
    grids: Grid,
    liver: Flags,
    aorta: list[Signal],
    parenchyma: list[Signal],
    kidneys: Flags | None,
) -> Flags | None:
    """Portal and hepatic veins: what is as bright as blood inside of the liver.

    They are looked for where blood stands out best from the liver among the volumes
    that show at least 1 ml of them, which are those after the first pass. None where
    noise hides them.
    """
    around = np.ones((1, 5, 5), bool)
    hull = ndimage.binary_closing(np.pad(liver, 4), around, iterations=2)
    hull = ndimage.binary_dilation(hull[4:-4, 4:-4, 4:-4], _IN_SLICE)
    if kidneys is not None:
        hull &= ~ndimage.binary_dilation(kidneys, _IN_SLICE, iterations=2)
    best, clearest = None, CLEAR_OF_NOISE
    for grid, blood, tissue in zip(grids, aorta, parenchyma, strict=True):
        if blood is None or tissue is None:
            continue
        smooth = smoothed(grid, 3)
        clear = (blood - tissue) / _noise(smooth, liver)
        if clear < clearest:
            continue
        beside = _around(smooth, liver, tissue)
        contrast = np.nan_to_num((smooth - beside) / (blood - tissue))
        low, high = VEIN_CONTRAST
        found = _without_specks(hull & (contrast > low) & (contrast < high))
        if found.sum() * VOXEL_ML >= MIN_VEINS_ML:
            best, clearest = found, clear
    return best


def _around(grid: Grid, liver: Flags, tissue: float) -> Grid:
    """Brightness of the liver around each voxel: coils and noise make it vary."""
    known = liver & np.isfinite(grid)
    weight = ndimage.gaussian_filter(known.astype(np.float32), LIVER_VARIES)
    total = ndimage.gaussian_filter(np.where(known, grid, np.float32(0)), LIVER_VARIES)
    local = total / np.maximum(weight, np.float32(1e-3))
    return np.where(weight > 0.02, local, np.float32(tissue))


def _without_specks(mask: Flags) -> Flags:
    """Keep parts that run on, as vessels do and noise does not."""
    mask = ndimage.binary_opening(mask, np.ones((1, 2, 2), bool))
    labels, _ = ndimage.label(mask, np.ones((3, 3, 3), bool))
    sizes = np.bincount(labels.ravel())
    return np.asarray(mask & (sizes[labels] * VOXEL_ML >= MIN_VESSEL_ML), np.bool_)


def _noise(grid: Grid, mask: Flags) -> float:
    """Deviation of the noise in a tissue, vessels and gradients left aside."""
    rest = (grid - smoothed(grid, 7))[mask]
    rest = rest[np.isfinite(rest)]
    return 1.48 * float(np.median(np.abs(rest))) if len(rest) else np.inf


def find_spleen(
    grids: Grid, inside: Flags, even: NDArray[np.intp], course: Course, is_ct: bool
) -> Flags | None:
    """Largest even tissue of the left flank that takes up contrast.

    Even in half of the volumes is enough: the spleen is mottled in the first pass.
    None where there is less than 8 ml of it.
    """
    seeing = volumes_seeing(grids)
    rise = smoothed(change(grids, is_ct), 3)
    enough = 20.0 if is_ct else 0.2 * np.nanpercentile(grids, 95)
    tissue = inside & (2 * even >= seeing) & (seeing > 0) & (rise > enough)
    flank = np.zeros_like(inside)
    for k, _, i in course:
        front, back, _, left = _extent(inside[k])
        flank[k, int(front + 0.4 * (back - front)) :, (i + left) // 2 :] = True
    found = largest(ndimage.binary_erosion(tissue & flank, _IN_SLICE))
    return found if found.sum() * VOXEL_ML >= MIN_SPLEEN_ML else None


def find_kidneys(
    grids: Grid,
    inside: Flags,
    course: Course,
    aorta: list[Signal],
    others: Flags,
    is_ct: bool,
) -> Flags | None:
    """Strongly enhancing tissue beside the spine: the largest part of each side.

    ``others`` are organs already found. None unless a side has at least 8 ml.
    """
    known = [value for value in aorta if value is not None]
    if len(grids) < 2 or len(known) < 2:
        return None
    rise = smoothed(change(grids, is_ct), 3)
    enough = 0.4 * (max(known) - min(known))
    if is_ct:
        enough = float(np.clip(enough, 50, 110))
        # Fat and bowel gas change by moving, bone does not change.
        with np.errstate(invalid="ignore"):
            rise[(np.fmin.reduce(grids) < -20) | (np.fmax.reduce(grids) > 500)] = 0
    taken = ndimage.binary_dilation(others, iterations=2)
    for k, j, i in course:
        taken[k, max(j - 6, 0) : j + 7, max(i - 6, 0) : i + 7] = True
    strong = inside & (rise > enough) & ~taken
    strong = ndimage.binary_opening(strong, np.ones((1, 2, 2), bool))
    found = np.zeros_like(inside)
    for side in (-1, 1):
        part = largest(strong & _beside_spine(inside, course, side))
        if part.sum() * VOXEL_ML >= MIN_KIDNEY_ML:
            found |= part
    return found if found.any() else None


def _beside_spine(inside: Flags, course: Course, side: int) -> Flags:
    """Window from 27 to 90 mm beside the midline, from the aorta's level backwards."""
    window = np.zeros_like(inside)
    for k, j, _ in course:
        _, _, right, left = _extent(inside[k])
        middle = (right + left) // 2
        near, far = sorted((middle + side * 9, middle + side * 30))
        window[k, max(j - 4, 0) : j + 20, max(near, 0) : far] = True
    return window


def _extent(inside: Flags) -> tuple[int, int, int, int]:
    """Front, back, right and left border of the body in one slice."""
    j, i = np.nonzero(inside)
    front, back = np.percentile(j, (2, 98))
    right, left = np.percentile(i, (2, 98))
    return int(front), int(back), int(right), int(left)
