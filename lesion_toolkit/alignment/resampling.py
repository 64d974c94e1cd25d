"""Volumes from one grid to another, in patient space."""

from typing import Any

import numpy as np
import SimpleITK as sitk
from numpy.typing import NDArray

from lesion_toolkit.errors import SpaceMismatch
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.volume import Volume

OUTSIDE_CT_HU = -1024
"""What stands where a CT series did not look: darker than air, so never tissue."""

OUTSIDE_MR = 0
"""What stands where an MR series did not look."""


def outside_value(modality: str) -> int:
    """Value that stands where a series of this modality did not look."""
    return OUTSIDE_MR if modality == "MR" else OUTSIDE_CT_HU


def resample_onto(
    volume: Volume,
    geometry: Geometry,
    *,
    outside: float,
    transform: sitk.Transform | None = None,
) -> Volume:
    """Look up a volume at the voxels of another grid (linear interpolation).

    Parameters
    ----------
    volume
        Any grid in the same frame of reference.
    geometry
        Grid wanted, (k, j, i).
    outside
        Value where the volume has no voxels.
    transform
        From patient mm of ``geometry`` to patient mm of ``volume``; default identity.

    Returns
    -------
    Volume
        Same type of number, same provenance, on ``geometry``. The volume itself when
        there is nothing to do.

    Raises
    ------
    SpaceMismatch
        The frames of reference differ, so millimetres cannot be compared.
    """
    if not volume.geometry.same_frame_as(geometry):
        raise SpaceMismatch(
            "two series with different frames of reference.",
            "series of one exam whose patient coordinates may be compared.",
            "leave one of them out, or register them by hand first.",
        )
    if transform is None:
        if volume.geometry.same_space_as(geometry):
            return volume
        transform = sitk.Transform()
    image = sitk.Cast(image_of(volume.array, volume.geometry), sitk.sitkFloat32)
    values = resampled(image, geometry, outside, transform)
    if np.issubdtype(volume.array.dtype, np.integer):
        # SimpleITK would cut off the decimals, half a HU towards zero
        values = np.rint(values, out=values)
    return volume.with_array(values.astype(volume.array.dtype), geometry)


def image_of(array: NDArray[Any], geometry: Geometry) -> sitk.Image:
    """SimpleITK image (i, j, k order) of an array (k, j, i); boolean becomes uint8."""
    number = np.uint8 if array.dtype == np.bool_ else array.dtype
    image = sitk.GetImageFromArray(np.ascontiguousarray(array, dtype=number))
    image.SetOrigin([float(x) for x in geometry.origin_mm])
    image.SetSpacing(geometry.spacing_mm[::-1])
    # SimpleITK wants the unit vectors of i, j, k as columns
    image.SetDirection(geometry.directions[::-1].T.ravel().tolist())
    return image


def resampled(
    image: sitk.Image,
    geometry: Geometry,
    outside: float,
    transform: sitk.Transform,
    *,
    nearest: bool = False,
) -> NDArray[Any]:
    """Array (k, j, i) of an image looked up at the voxels of a grid.

    Values in between are interpolated, or those of the nearest voxel: labels.
    """
    onto = sitk.ResampleImageFilter()
    onto.SetSize([int(n) for n in geometry.shape[::-1]])
    onto.SetOutputOrigin([float(x) for x in geometry.origin_mm])
    onto.SetOutputSpacing(geometry.spacing_mm[::-1])
    onto.SetOutputDirection(geometry.directions[::-1].T.ravel().tolist())
    onto.SetInterpolator(sitk.sitkNearestNeighbor if nearest else sitk.sitkLinear)
    onto.SetDefaultPixelValue(float(outside))
    onto.SetTransform(transform)
    array: NDArray[Any] = sitk.GetArrayFromImage(onto.Execute(image))
    return array
