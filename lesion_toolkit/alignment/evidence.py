"""A picture by which a reader sees whether two volumes lie on each other."""

import numpy as np
import SimpleITK as sitk
from numpy.typing import NDArray

from lesion_toolkit.alignment.resampling import image_of, outside_value, resampled
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.measurement import KeyImage
from lesion_toolkit.model.volume import Mask, Volume

PIXEL_MM = 2.0
TILE_MM = 30.0
WINDOW_HU = (-110.0, 190.0)

CORONAL = np.array([[0, 1, 0], [0, 0, -1], [1, 0, 0]], np.float64)
"""Slices to the back, rows to the feet, columns to the patient's left."""


def checkerboard(fixed: Volume, moved: Volume, region: Mask, caption: str) -> KeyImage:
    """Coronal slice through the organs, its tiles in turn from either volume.

    Parameters
    ----------
    fixed, moved
        Two volumes in one patient space.
    region
        The organs; the slice lies in their middle and shows their extent.
    caption
        What is shown, without patient identity.
    """
    grid = _coronal(region)
    shown = [_gray(volume, grid) for volume in (fixed, moved)]
    tile = round(TILE_MM / PIXEL_MM)
    rows, columns = np.indices(shown[0].shape) // tile
    board = np.where((rows + columns) % 2 == 0, shown[0], shown[1])
    return KeyImage(
        pixels=board.tobytes(),
        shape=(int(board.shape[0]), int(board.shape[1])),
        spacing_mm=(PIXEL_MM, PIXEL_MM),
        outlines={},
        calipers={},
        edge_letters=("R", "L", "H", "F"),
        caption=caption,
    )


def _coronal(region: Mask) -> Geometry:
    voxels = np.argwhere(region.array[::2, ::4, ::4]) * (2, 4, 4)
    if not len(voxels):
        voxels = np.argwhere(np.ones((2, 2, 2))) * (np.array(region.array.shape) - 1)
    places = region.geometry.index_to_mm(voxels)
    low, high = places.min(axis=0), places.max(axis=0)
    width, _, height = np.ceil((high - low) / PIXEL_MM).astype(int) + 1
    return Geometry.from_axes(
        (1, int(height), int(width)),
        origin_mm=(low[0], places[:, 1].mean(), high[2]),
        spacing_mm=(PIXEL_MM, PIXEL_MM, PIXEL_MM),
        directions=CORONAL,
    )


def _gray(volume: Volume, grid: Geometry) -> NDArray[np.uint8]:
    image = image_of(volume.array, volume.geometry)
    outside = outside_value(volume.modality)
    values = resampled(image, grid, outside, sitk.Transform())[0].astype(np.float32)
    top = float(np.percentile(values, 99.5))
    low, high = WINDOW_HU if volume.modality != "MR" else (0.0, max(top, 1.0))
    gray: NDArray[np.uint8] = np.clip(
        (values - low) / (high - low) * 255, 0, 255
    ).astype(np.uint8)
    return gray
