"""Slope and intercept of each slice hold for that slice alone, in any notation."""

import numpy as np

from lesion_toolkit.loaders.index import find_series
from lesion_toolkit.loaders.pixels import read_volume


def _read(folder):
    (series,) = find_series(folder).series
    return read_volume(series)


def test_intercepts_that_differ_are_each_applied(make, saved):
    slices = [
        make(5.0 * n, pixels=np.full((8, 6), 1000, np.int16), RescaleIntercept=-100 * n)
        for n in range(4)
    ]
    array = _read(saved(slices)).array
    assert array[:, 0, 0].tolist() == [1000, 900, 800, 700]


def test_slope_in_e_notation_is_that_number(make, saved):
    slices = []
    for n in range(3):
        found = make(5.0 * n, pixels=np.full((8, 6), 1000, np.int16))
        found.add_new(0x00281053, "DS", "5.0E-01")
        found.add_new(0x00281052, "DS", "-1.024e3")
        slices.append(found)
    assert np.unique(_read(saved(slices)).array).tolist() == [-524]


def test_one_slice_of_another_scale_does_not_change_the_others(make, saved):
    slices = [make(5.0 * n, pixels=np.full((8, 6), 7, np.int16)) for n in range(3)]
    slices[1].RescaleSlope = "0.25"
    array = _read(saved(slices)).array
    assert array[:, 0, 0].tolist() == [7, 1.75, 7]
