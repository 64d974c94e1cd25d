"""Frames of an enhanced image split like single images, each by its attribute."""

import numpy as np
import pytest
from pydicom.dataset import Dataset
from pydicom.uid import EnhancedMRImageStorage

from lesion_toolkit.loaders.index import find_series
from lesion_toolkit.loaders.pixels import read_volume

HEIGHTS = (0.0, 2.5, 5.0, 7.5)
KINDS = (["ORIGINAL", "PRIMARY", "WATER"], ["ORIGINAL", "PRIMARY", "FAT"])


def _item(**values):
    item = Dataset()
    for keyword, value in values.items():
        setattr(item, keyword, value)
    return item


def _enhanced(make, frames):
    """One file of frames: height, value of its voxels, functional groups."""
    pixels = np.stack([np.full((8, 6), value, np.int16) for _, value, _ in frames])
    found = make(0.0, SOPClassUID=EnhancedMRImageStorage, ImagePositionPatient=None)
    del found.ImageOrientationPatient, found.PixelSpacing
    found.Modality, found.NumberOfFrames = "MR", len(frames)
    found.PixelData = pixels.tobytes()
    orientation = _item(ImageOrientationPatient=[1, 0, 0, 0, 1, 0])
    measures = _item(PixelSpacing=[0.7, 0.8], SliceThickness=5)
    found.SharedFunctionalGroupsSequence = [
        _item(PlaneOrientationSequence=[orientation], PixelMeasuresSequence=[measures])
    ]
    found.PerFrameFunctionalGroupsSequence = [
        _item(
            PlanePositionSequence=[_item(ImagePositionPatient=[-10.0, -20.0, z])],
            **{name: [item] for name, item in groups.items()},
        )
        for z, _, groups in frames
    ]
    return found


@pytest.mark.parametrize(
    ("by", "sequence", "keyword", "values"),
    [
        ("TemporalPositionIdentifier", "FrameContent", "TemporalPositionIndex", (1, 2)),
        ("AcquisitionNumber", "FrameContent", "FrameAcquisitionNumber", (3, 4)),
        (
            "AcquisitionDateTime",
            "FrameContent",
            "FrameAcquisitionDateTime",
            ("20240131101500", "20240131101535"),
        ),
        ("StackID", "FrameContent", "StackID", ("1", "2")),
        ("EchoTime", "MREcho", "EffectiveEchoTime", (2.3, 4.6)),
        ("DiffusionBValue", "MRDiffusion", "DiffusionBValue", (0.0, 800.0)),
        ("ImageType", "MRImageFrameType", "FrameType", KINDS),
        (
            "ContrastBolusAgentPhase",
            "ContrastBolusUsage",
            "ContrastBolusAgentPhase",
            ("ARTERIAL", "PORTAL_VENOUS"),
        ),
    ],
)
def test_frames_come_apart_by_what_each_says(
    make, saved, by, sequence, keyword, values
):
    frames = [
        (z, number, {f"{sequence}Sequence": _item(**{keyword: value})})
        for z in HEIGHTS
        for number, value in enumerate(values)
    ]
    index = find_series(saved([_enhanced(make, frames)]))
    assert [series.split_by for series in index.series] == [by] * 2
    volumes = [read_volume(series) for series in index.series]
    assert [np.unique(volume.array).tolist() for volume in volumes] == [[0], [1]]
    assert all(volume.geometry.spacing_mm == (2.5, 0.7, 0.8) for volume in volumes)
    assert index.findings == ()


def test_frames_without_a_volume_in_a_file_that_has_one_are_told(make, saved):
    water, projection = (
        {"MRImageFrameTypeSequence": _item(FrameType=["ORIGINAL", "PRIMARY", kind])}
        for kind in ("WATER", "MIP")
    )
    frames = [*((z, 0, water) for z in HEIGHTS), (3.0, 1, projection)]
    index = find_series(saved([_enhanced(make, frames)]))
    assert len(index.series) == 1
    assert index.account[0].used_in
    (finding,) = index.findings
    assert finding.code == "frames-set-aside"
    assert "1 frame, a single image" in finding.message
