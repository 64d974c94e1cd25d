"""Enhanced images converted from single slices split as those slices would."""

import numpy as np
from pydicom.dataset import Dataset

from lesion_toolkit.loaders.index import find_series
from lesion_toolkit.loaders.pixels import read_volume

LEGACY_CONVERTED_CT = "1.2.840.10008.5.1.4.1.1.2.2"
TIMES = ("101500", "101535")


def _item(**values):
    item = Dataset()
    for keyword, value in values.items():
        setattr(item, keyword, value)
    return item


def _frame(z, time):
    return _item(
        PlanePositionSequence=[_item(ImagePositionPatient=[-10.0, -20.0, z])],
        PixelValueTransformationSequence=[
            _item(RescaleSlope=1, RescaleIntercept=-1024, RescaleType="HU")
        ],
        UnassignedPerFrameConvertedAttributesSequence=[
            _item(AcquisitionTime=time, InstanceNumber=1)
        ],
    )


def _two_phases(make):
    """Two phases at three heights in one file, frames of both in turn."""
    frames = [(5.0 * n, time) for n in range(3) for time in TIMES]
    pixels = [
        np.full((8, 6), 1024 + 100 * TIMES.index(time) + int(z), np.int16)
        for z, time in frames
    ]
    found = make(0.0, SOPClassUID=LEGACY_CONVERTED_CT, ImagePositionPatient=None)
    del found.ImageOrientationPatient, found.PixelSpacing
    found.NumberOfFrames = len(frames)
    found.PixelData = np.stack(pixels).tobytes()
    orientation = _item(ImageOrientationPatient=[1, 0, 0, 0, 1, 0])
    measures = _item(PixelSpacing=[0.7, 0.8], SliceThickness=5)
    found.SharedFunctionalGroupsSequence = [
        _item(PlaneOrientationSequence=[orientation], PixelMeasuresSequence=[measures])
    ]
    found.PerFrameFunctionalGroupsSequence = [_frame(z, time) for z, time in frames]
    return found


def test_converted_phases_are_told_apart_by_the_time_each_frame_kept(make, saved):
    index = find_series(saved([_two_phases(make)]))
    assert [series.split_by for series in index.series] == ["AcquisitionTime"] * 2
    for series, value in zip(index.series, (0, 100), strict=True):
        volume = read_volume(series)
        assert volume.geometry.shape == (3, 8, 6)
        assert volume.array[:, 0, 0].tolist() == [value, value + 5, value + 10]
        assert volume.geometry.spacing_mm == (5.0, 0.7, 0.8)


def test_the_one_file_is_used_in_both_volumes(make, saved):
    (entry,) = find_series(saved([_two_phases(make)])).account
    assert [name.split("#")[1] for name in entry.used_in.split("; ")] == list(TIMES)
