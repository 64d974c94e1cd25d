"""Where SimpleITK's series reader is wrong, what it gives and what we give instead.

Each voxel holds where it was taken, so that a wrong place shows. The list is that of
docs/validation/loaders.md; a row goes when a SimpleITK that is right makes it fail.
"""

import math

import numpy as np
import pytest
import SimpleITK as sitk

from lesion_toolkit.loaders.index import find_series
from lesion_toolkit.loaders.pixels import OUTSIDE_HU, read_volume

pytestmark = pytest.mark.filterwarnings("ignore")


def _theirs(folder):
    """As a user of SimpleITK reads a folder: list the series, read its files."""
    (uid,) = sitk.ImageSeriesReader.GetGDCMSeriesIDs(str(folder))
    reader = sitk.ImageSeriesReader()
    reader.SetFileNames(sitk.ImageSeriesReader.GetGDCMSeriesFileNames(str(folder), uid))
    was_shown = sitk.ProcessObject.GetGlobalWarningDisplay()
    sitk.ProcessObject.SetGlobalWarningDisplay(False)
    try:
        return reader.Execute()
    finally:
        sitk.ProcessObject.SetGlobalWarningDisplay(was_shown)


def _ours(folder):
    return [read_volume(series) for series in find_series(folder).series]


def _at_height(volume, z):
    """Value that a volume of ours has at a height."""
    x, y, _ = volume.geometry.origin_mm
    k, j, i = np.rint(volume.geometry.mm_to_index((x, y, z))).astype(int)
    return int(volume.array[k, j, i])


def test_phases_of_one_series_are_stacked_into_each_other(make, saved):
    slices = [
        make(5.0 * n, AcquisitionNumber=phase, InstanceNumber=4 * phase + n)
        for phase in (1, 2)
        for n in range(4)
    ]
    folder = saved(slices)
    assert _theirs(folder).GetSize()[2] == 8
    assert [volume.geometry.shape[0] for volume in _ours(folder)] == [4, 4]


def test_a_gap_is_closed_and_what_lies_beyond_it_is_moved(make, saved):
    folder = saved(make(z) for z in (0.0, 5.0, 10.0, 25.0, 30.0, 35.0, 40.0))
    theirs = _theirs(folder)
    wrong = [
        abs(theirs.TransformIndexToPhysicalPoint((0, 0, k))[2] - theirs[0, 0, k])
        for k in range(theirs.GetSize()[2])
    ]
    assert max(wrong) > 4
    below, above = _ours(folder)
    assert [_at_height(below, z) for z in (0, 5, 10)] == [0, 5, 10]
    assert [_at_height(above, z) for z in (25, 30, 35, 40)] == [25, 30, 35, 40]


def test_a_tilted_gantry_is_taken_for_a_straight_one(make, saved):
    degrees, step, count = 15.0, 5.0, 7
    tilt = math.radians(degrees)
    along = [1, 0, 0, 0, math.cos(tilt), math.sin(tilt)]
    bright = np.zeros((40, 6), np.int16)
    bright[20] = 1000
    folder = saved(
        make(
            step * n,
            pixels=bright,
            ImageOrientationPatient=along,
            ImagePositionPatient=[0.0, 0.0, step * n],
        )
        for n in range(count)
    )
    truth = np.array(
        [[20 * 0.7 * along[4], step * n + 20 * 0.7 * along[5]] for n in range(count)]
    )
    theirs = _theirs(folder)
    places = [theirs.TransformIndexToPhysicalPoint((0, 20, k)) for k in range(count)]
    assert np.abs(np.array(places)[:, 1:] - truth).max() > 2
    (volume,) = _ours(folder)
    assert "gantry-tilt" in {finding.code for finding in volume.findings}
    for y, z in truth[1:-1]:
        k, j, i = np.rint(volume.geometry.mm_to_index((0.0, y, z))).astype(int)
        assert volume.array[k, j - 1 : j + 2, i].max() > 400


def test_padding_is_taken_for_tissue(make, saved):
    pixels = np.full((8, 6), 40, np.int16)
    pixels[0, 0] = -2000
    slices = [make(5.0 * n, pixels=pixels) for n in range(3)]
    for one in slices:
        one.add_new(0x00280120, "SS", -2000)
    folder = saved(slices)
    assert _theirs(folder)[0, 0, 0] == -2000
    (volume,) = _ours(folder)
    assert volume.array[0, 0, 0] == OUTSIDE_HU


def test_another_echo_of_the_same_place_is_a_slice_further_up(make, saved):
    slices = [
        make(5.0 * n, EchoTime=echo, InstanceNumber=number)
        for number, (n, echo) in enumerate(
            ((n, echo) for n in range(4) for echo in (2.3, 4.6)), 1
        )
    ]
    folder = saved(slices)
    assert _theirs(folder).GetSize()[2] == 8
    assert [series.split_by for series in find_series(folder).series] == [
        "EchoTime"
    ] * 2


def test_a_localizer_is_listed_among_the_slices(make, saved):
    scout = make(5.0, ImageType=["ORIGINAL", "PRIMARY", "LOCALIZER"], shape=(8, 6))
    scout.ImageOrientationPatient = [1, 0, 0, 0, 0, -1]
    folder = saved([*(make(5.0 * n) for n in range(4)), scout])
    (uid, *others) = sitk.ImageSeriesReader.GetGDCMSeriesIDs(str(folder))
    assert not others
    names = sitk.ImageSeriesReader.GetGDCMSeriesFileNames(str(folder), uid)
    assert len(names) == 5
    (volume,) = _ours(folder)
    assert volume.array[:, 0, 0].tolist() == [0, 5, 10, 15]
