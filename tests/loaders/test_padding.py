"""Padding of the scanner becomes what lies outside, however its range is written."""

import numpy as np
import pytest

from lesion_toolkit.loaders.index import find_series
from lesion_toolkit.loaders.pixels import OUTSIDE_HU, read_volume


def _pixels(dtype, *padding):
    pixels = np.full((8, 6), 1064 if dtype == np.uint16 else 40, dtype)
    pixels[0, : len(padding)] = padding
    return pixels


@pytest.mark.parametrize("ends", [(-3000, -2000), (-2000, -3000)], ids=str)
def test_range_of_padding_may_be_written_either_way(make, saved, ends):
    found = make(0, pixels=_pixels(np.int16, -3000, -2500, -2000, -1999))
    found.add_new(0x00280120, "SS", ends[0])
    found.add_new(0x00280121, "SS", ends[1])
    other = make(5, pixels=_pixels(np.int16))
    (series,) = find_series(saved([found, other])).series
    row = read_volume(series).array[0, 0].tolist()
    assert row == [OUTSIDE_HU] * 3 + [-1999, 40, 40]


def test_padding_is_compared_before_the_rescale(make, saved):
    more = {"RescaleIntercept": -1024}
    found = make(0, pixels=_pixels(np.uint16, 0, 1), **more)
    found.add_new(0x00280120, "US", 0)
    other = make(5, pixels=_pixels(np.uint16), **more)
    (series,) = find_series(saved([found, other])).series
    row = read_volume(series).array[0, 0].tolist()
    assert row == [OUTSIDE_HU, -1023, 40, 40, 40, 40]


def test_each_slice_has_its_own_padding(make, saved):
    slices = [make(z, pixels=_pixels(np.int16, -2000, -1500)) for z in (0, 5)]
    slices[0].add_new(0x00280120, "SS", -2000)
    slices[1].add_new(0x00280120, "SS", -1500)
    (series,) = find_series(saved(slices)).series
    array = read_volume(series).array
    assert array[0, 0, :2].tolist() == [OUTSIDE_HU, -1500]
    assert array[1, 0, :2].tolist() == [-2000, OUTSIDE_HU]


def test_monochrome1_is_padded_alike(make, saved):
    more = {"PhotometricInterpretation": "MONOCHROME1"}
    found = make(0, pixels=_pixels(np.int16, -2000), **more)
    found.add_new(0x00280120, "SS", -2000)
    other = make(5, pixels=_pixels(np.int16), **more)
    (series,) = find_series(saved([found, other])).series
    assert read_volume(series).array[0, 0, :2].tolist() == [OUTSIDE_HU, 40]
