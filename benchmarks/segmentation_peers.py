"""Library methods that outline a lesion from the same click.

They work on a crop of three lesion radii, smoothed as our own is, each with one set of
parameters.
"""

from collections.abc import Callable

import numpy as np
import SimpleITK as sitk
from numpy.typing import NDArray
from scipy import ndimage
from segmentation_phantoms import GRID, Flags, Phantom
from skimage.segmentation import random_walker

from lesion_toolkit.segmentation.anatomy import box_around


def crop(one: Phantom) -> tuple[tuple[slice, slice, slice], NDArray[np.float32]]:
    """Smoothed arterial voxels within three radii of the lesion."""
    center = GRID.index_to_mm(np.argwhere(one.truth).mean(axis=0))
    box = box_around(GRID, center, 1.5 * one.diameter_mm + 10)
    values = one.exam.reference.array[box].astype(np.float32)
    sigma = [2.0 / s for s in GRID.spacing_mm]
    return box, ndimage.gaussian_filter(values, sigma)


def _click_index(one: Phantom, box: tuple[slice, slice, slice]) -> tuple[int, ...]:
    index = np.round(GRID.mm_to_index(one.click_mm)).astype(int)
    return tuple(int(n) - edge.start for n, edge in zip(index, box, strict=True))


def _sitk(values: NDArray[np.float32]) -> sitk.Image:
    image = sitk.GetImageFromArray(values)
    k, j, i = GRID.spacing_mm
    image.SetSpacing((i, j, k))
    return image


def confidence_connected(one: Phantom) -> Flags:
    box, values = crop(one)
    seed = _click_index(one, box)[::-1]
    found = sitk.ConfidenceConnected(_sitk(values), [seed], 3, 2.5, 2)
    return _whole(one, box, sitk.GetArrayFromImage(found) > 0)


def walker(one: Phantom) -> Flags:
    """Random walker: the click's ball against the border of the crop."""
    box, values = crop(one)
    labels = np.zeros(values.shape, np.int32)
    for axis in range(3):
        labels[tuple(slice(None) if a != axis else [0, -1] for a in range(3))] = 2
    labels[_ball(one, box, max(3.0, 0.15 * one.diameter_mm))] = 1
    found = random_walker(
        np.clip(values, -100, 250),
        labels,
        beta=400,
        mode="cg_j",
        spacing=np.array(GRID.spacing_mm),
        tol=1e-2,
    )
    return _whole(one, box, found == 1)


def geodesic_contour(one: Phantom) -> Flags:
    box, values = crop(one)
    image = _sitk(np.clip(values, -100, 250))
    slope = sitk.GradientMagnitude(image)
    edges = sitk.Cast(sitk.BoundedReciprocal(slope), sitk.sitkFloat32)
    start = _ball(one, box, max(3.0, 0.15 * one.diameter_mm))
    level = sitk.SignedMaurerDistanceMap(
        sitk.GetImageFromArray(start.astype(np.uint8)), False, False, False
    )
    level.CopyInformation(image)
    found = sitk.GeodesicActiveContourLevelSet(
        sitk.Cast(level, sitk.sitkFloat32),
        edges,
        propagationScaling=1.0,
        curvatureScaling=0.3,
        advectionScaling=1.0,
        maximumRMSError=0.005,
        numberOfIterations=200,
    )
    return _whole(one, box, sitk.GetArrayFromImage(found) < 0)


def threshold_level_set(one: Phantom) -> Flags:
    box, values = crop(one)
    image = _sitk(values)
    start = _ball(one, box, max(3.0, 0.15 * one.diameter_mm))
    near = values[start]
    level = sitk.SignedMaurerDistanceMap(
        sitk.GetImageFromArray(start.astype(np.uint8)), False, False, False
    )
    level.CopyInformation(image)
    found = sitk.ThresholdSegmentationLevelSet(
        sitk.Cast(level, sitk.sitkFloat32),
        image,
        lowerThreshold=float(near.mean() - 2.5 * near.std() - 5),
        upperThreshold=float(near.mean() + 2.5 * near.std() + 5),
        maximumRMSError=0.02,
        propagationScaling=1.0,
        curvatureScaling=1.0,
        numberOfIterations=200,
    )
    return _whole(one, box, sitk.GetArrayFromImage(found) < 0)


def _ball(one: Phantom, box: tuple[slice, slice, slice], radius_mm: float) -> Flags:
    index = np.stack(np.mgrid[box], axis=-1)
    apart = GRID.index_to_mm(index) - np.array(one.click_mm)
    return np.asarray((apart**2).sum(axis=-1) <= radius_mm**2)


def _whole(one: Phantom, box: tuple[slice, slice, slice], part: Flags) -> Flags:
    whole = np.zeros(one.truth.shape, bool)
    whole[box] = ndimage.binary_fill_holes(part)
    return whole


PEERS: dict[str, Callable[[Phantom], Flags]] = {
    "SimpleITK ConfidenceConnected": confidence_connected,
    "scikit-image random_walker": walker,
    "SimpleITK GeodesicActiveContour": geodesic_contour,
    "SimpleITK ThresholdSegmentationLevelSet": threshold_level_set,
}
