"""Every way a SEG stores its voxels gives the same mask."""

import warnings
import zlib

import numpy as np
import pytest
from pydicom.dataset import Dataset
from pydicom.encaps import encapsulate
from pydicom.pixels import get_encoder
from pydicom.uid import (
    UID,
    DeflatedExplicitVRLittleEndian,
    ExplicitVRLittleEndian,
    JPEGLSLossless,
    RLELossless,
    SegmentationStorage,
)

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.loaders.masks import load_masks
from lesion_toolkit.loaders.seg import read_segments
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.volume import Volume

DEFLATED_FRAMES = b"1.2.840.10008.1.2.8.1\0"
"""Deflated Image Frame Compression, which pydicom cannot write."""
LABEL_MAP_STORAGE = UID("1.2.840.10008.5.1.4.1.1.66.7")
GRID = Geometry.from_axes(
    (4, 8, 16),
    origin_mm=(-10, -20, 100),
    spacing_mm=(2.5, 0.8, 0.8),
    frame_of_reference_uid="1.2.3.9",
)
LIKE = Volume(np.zeros(GRID.shape, np.int16), GRID)


def _boxes():
    """Two lesions that overlap in slice 1."""
    first, second = np.zeros((2, *GRID.shape), bool)
    first[0:2, 2:5, 3:9] = True
    second[1:3, 4:7, 6:12] = True
    return {"T1": first, "T2": second}


def _item(**values):
    item = Dataset()
    for keyword, value in values.items():
        setattr(item, keyword, value)
    return item


def _groups(k, number=None):
    x, y, z = GRID.index_to_mm((k, 0, 0))
    position = _item(ImagePositionPatient=[float(x), float(y), float(z)])
    group = _item(PlanePositionSequence=[position])
    if number is not None:
        segment = _item(ReferencedSegmentNumber=number)
        group.SegmentIdentificationSequence = [segment]
    return group


def _seg(frames, groups, kind, bits):
    """A segmentation of frames (n, row, column), uncompressed."""
    found = Dataset()
    found.SOPClassUID = LABEL_MAP_STORAGE if kind == "LABELMAP" else SegmentationStorage
    found.SOPInstanceUID, found.Modality = "1.2.3.4.5", "SEG"
    found.FrameOfReferenceUID = "1.2.3.9"
    found.SegmentationType = kind
    found.SegmentSequence = [
        _item(SegmentNumber=n, SegmentLabel=name)
        for n, name in enumerate(_boxes(), start=1)
    ]
    orientation = _item(ImageOrientationPatient=[1, 0, 0, 0, 1, 0])
    found.SharedFunctionalGroupsSequence = [
        _item(
            PlaneOrientationSequence=[orientation],
            PixelMeasuresSequence=[_item(PixelSpacing=[0.8, 0.8])],
        )
    ]
    found.PerFrameFunctionalGroupsSequence = groups
    found.NumberOfFrames = len(frames)
    found.Rows, found.Columns = frames.shape[1:]
    found.SamplesPerPixel, found.PhotometricInterpretation = 1, "MONOCHROME2"
    found.BitsAllocated = found.BitsStored = bits
    found.HighBit, found.PixelRepresentation = bits - 1, 0
    if bits == 1:
        found.PixelData = np.packbits(frames.ravel(), bitorder="little").tobytes()
    else:
        found.PixelData = frames.astype(np.uint8).tobytes()
    return found


def _one_a_segment(kind, scale=1, bits=8):
    """One frame for each slice of each segment that marks something."""
    marked = [
        (box[k] * scale, _groups(k, number))
        for number, box in enumerate(_boxes().values(), start=1)
        for k in range(GRID.shape[0])
        if box[k].any()
    ]
    frames, groups = zip(*marked, strict=True)
    return _seg(np.array(frames, np.uint8), list(groups), kind, bits)


def _masks(found, tmp_path, save_as, syntax=ExplicitVRLittleEndian):
    return load_masks(save_as(found, tmp_path / "seg.dcm", syntax), LIKE)


def _same(masks):
    return all((masks[name].array == box).all() for name, box in _boxes().items())


def test_overlapping_segments_keep_all_of_their_voxels(tmp_path, save_as):
    masks = _masks(_one_a_segment("BINARY", bits=1), tmp_path, save_as)
    assert _same(masks)
    assert (masks["T1"].array & masks["T2"].array).sum() == 3


def test_whole_file_may_be_deflated(tmp_path, save_as):
    found = _one_a_segment("BINARY", bits=1)
    assert _same(_masks(found, tmp_path, save_as, DeflatedExplicitVRLittleEndian))


def test_frames_may_be_run_length_encoded(tmp_path, save_as):
    found = _one_a_segment("FRACTIONAL", scale=255)
    found.SegmentationFractionalType, found.MaximumFractionalValue = "OCCUPANCY", 255
    frames = np.frombuffer(found.PixelData, np.uint8).reshape(-1, *GRID.shape[1:])
    encode = get_encoder(RLELossless).encode
    found.PixelData = encapsulate(
        [
            encode(frame, rows=8, columns=16, samples_per_pixel=1, number_of_frames=1,
                   bits_allocated=8, bits_stored=8, pixel_representation=0,
                   photometric_interpretation="MONOCHROME2")
            for frame in frames
        ]
    )  # fmt: skip
    found["PixelData"].is_undefined_length = True
    assert _same(_masks(found, tmp_path, save_as, RLELossless))


@pytest.mark.parametrize("bits", [1, 8])
def test_frames_may_be_deflated_one_by_one(tmp_path, save_as, bits):
    found = _one_a_segment("BINARY" if bits == 1 else "FRACTIONAL", bits=bits)
    found.MaximumFractionalValue = 1
    frames = found.NumberOfFrames
    length = len(found.PixelData) // frames
    pieces = [found.PixelData[n * length : (n + 1) * length] for n in range(frames)]
    found.PixelData = encapsulate([_deflated(piece) for piece in pieces])
    found["PixelData"].is_undefined_length = True
    assert _same(_deflated_masks(found, tmp_path, save_as))


def _deflated_masks(found, tmp_path, save_as):
    path = save_as(found, tmp_path / "seg.dcm", JPEGLSLossless)
    name = JPEGLSLossless.encode()
    path.write_bytes(path.read_bytes().replace(name, DEFLATED_FRAMES, 1))
    return load_masks(path, LIKE)


def _deflated(piece):
    """Raw deflate (RFC 1951), as PS3.5 10.20 wants it."""
    packer = zlib.compressobj(wbits=-15)
    packed = packer.compress(piece) + packer.flush()
    return packed + b"\0" * (len(packed) % 2)


def test_half_of_the_maximum_and_more_is_inside(tmp_path, save_as):
    found = _one_a_segment("FRACTIONAL", scale=200)
    found.SegmentationFractionalType, found.MaximumFractionalValue = "PROBABILITY", 200
    frames = np.frombuffer(found.PixelData, np.uint8).copy()
    frames[frames == 0] = 99
    frames[frames == 200] = 100
    found.PixelData = frames.tobytes()
    assert _same(_masks(found, tmp_path, save_as))


def test_label_map_has_one_frame_for_all_segments(tmp_path, save_as):
    first, second = _boxes().values()
    labels = np.where(second, 2, first).astype(np.uint8)
    groups = [_groups(k) for k in range(GRID.shape[0])]
    masks = _masks(_seg(labels, groups, "LABELMAP", 8), tmp_path, save_as)
    assert (masks["T2"].array == second).all()
    assert (masks["T1"].array == first & ~second).all()


def test_background_of_a_label_map_is_no_lesion(tmp_path, save_as):
    labels = next(iter(_boxes().values())).astype(np.uint8)
    found = _seg(labels, [_groups(k) for k in range(GRID.shape[0])], "LABELMAP", 8)
    background = _item(CodeValue="125040", CodingSchemeDesignator="DCM")
    found.SegmentSequence[1].SegmentNumber = 0
    found.SegmentSequence[1].SegmentedPropertyTypeCodeSequence = [background]
    assert list(_masks(found, tmp_path, save_as)) == ["T1"]


def test_segment_that_marks_nothing_is_told(tmp_path, save_as):
    found = _one_a_segment("BINARY", bits=1)
    found.SegmentSequence.append(_item(SegmentNumber=3, SegmentLabel="T3"))
    masks = _masks(found, tmp_path, save_as)
    assert _same(masks)
    for mask in masks.values():
        assert [finding.code for finding in mask.findings] == ["mask-empty"]


def test_segment_without_a_number_is_refused(tmp_path, save_as):
    found = _one_a_segment("BINARY", bits=1)
    del found.SegmentSequence[0].SegmentNumber
    with pytest.raises(InputRefused, match="damaged"):
        _masks(found, tmp_path, save_as)


def test_label_and_codes_are_plain_lines(tmp_path, save_as):
    found = _one_a_segment("BINARY", bits=1)
    found.SegmentSequence[0].SegmentLabel = "T1\x1b[31m\x07"
    found.SegmentSequence[0].TrackingID = "a\x1b]0;b\x07"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # pydicom does not like to write it either
        path = save_as(found, tmp_path / "seg.dcm")
    assert list(load_masks(path, LIKE)) == ["T1 [31m", "T2"]
    assert read_segments(path)[0].tracking_id == "a ]0;b"


# ---- frames and slices that differ ---------------------------------------------------
def _image(slices, step, z=100.0):
    geometry = Geometry.from_axes(
        (slices, *GRID.shape[1:]),
        origin_mm=(-10, -20, z),
        spacing_mm=(step, 0.8, 0.8),
        frame_of_reference_uid="1.2.3.9",
    )
    return Volume(np.zeros(geometry.shape, np.int16), geometry)


def _drawn_on(heights, tmp_path, save_as, **declared):
    """One segment of 18 pixels a frame at some heights."""
    marks = np.zeros((len(heights), *GRID.shape[1:]), np.uint8)
    marks[:, 2:5, 3:9] = 1
    groups = [_groups(0, 1) for _ in heights]
    for group, z in zip(groups, heights, strict=True):
        group.PlanePositionSequence[0].ImagePositionPatient = [-10, -20, z]
    found = _seg(marks, groups, "BINARY", 1)
    del found.SegmentSequence[1]
    (measures,) = found.SharedFunctionalGroupsSequence[0].PixelMeasuresSequence
    for keyword, value in declared.items():
        setattr(measures, keyword, value)
    return save_as(found, tmp_path / "seg.dcm")


def _ml(frames, step_mm):
    return frames * 18 * 0.8 * 0.8 * step_mm / 1000


@pytest.mark.parametrize(
    "declared", [{"SpacingBetweenSlices": 5}, {"SliceThickness": 5}]
)
@pytest.mark.parametrize("heights", [(105, 110, 115), (105, 115)])
def test_seg_of_thick_slices_keeps_its_volume_on_thin_ones(
    tmp_path, save_as, heights, declared
):
    if len(heights) == 2 and "SliceThickness" in declared:
        declared = {**declared, "SpacingBetweenSlices": 5}
    path = _drawn_on(heights, tmp_path, save_as, **declared)
    mask = load_masks(path, _image(21, 1.25))["T1"]
    assert mask.volume_ml == pytest.approx(_ml(len(heights), 5.0))
    assert [f.code for f in mask.findings] == ["mask-from-thicker-slices"]
    on = GRID.index_to_mm((0, 2, 3))[:2]
    for z in heights:
        k, j, i = mask.geometry.mm_to_index((*on, z)).round().astype(int)
        assert mask.array[k, j, i]


@pytest.mark.parametrize(
    "declared",
    [{}, {"SliceThickness": 2.5}, {"SliceThickness": 3.0, "SpacingBetweenSlices": 2.5}],
)
def test_frames_left_out_between_others_stay_unmarked(tmp_path, save_as, declared):
    path = _drawn_on((102.5, 107.5), tmp_path, save_as, **declared)
    mask = load_masks(path, _image(4, 2.5))["T1"]
    assert mask.array.any(axis=(1, 2)).tolist() == [False, True, False, True]
    assert mask.findings == ()


def test_frames_between_slices_leave_their_gaps_open(tmp_path, save_as):
    path = _drawn_on((104, 114), tmp_path, save_as, SpacingBetweenSlices=5)
    mask = load_masks(path, _image(30, 1.0))["T1"]
    assert mask.volume_ml == pytest.approx(_ml(2, 5.0))
    marked = np.flatnonzero(mask.array.any(axis=(1, 2)))
    assert set(marked) <= {*range(1, 8), *range(11, 18)}


def test_uneven_frames_between_the_slices_are_refused(tmp_path, save_as):
    path = _drawn_on((101, 106, 113), tmp_path, save_as)
    with pytest.raises(InputRefused, match="not evenly apart"):
        load_masks(path, _image(12, 2.5))


def test_damaged_frames_are_refused(tmp_path, save_as):
    found = _one_a_segment("FRACTIONAL")
    found.PixelData = encapsulate([b"\xff" * 8] * found.NumberOfFrames)
    found["PixelData"].is_undefined_length = True
    with pytest.raises(InputRefused, match="damaged"):
        _deflated_masks(found, tmp_path, save_as)


@pytest.mark.parametrize("cut", [np.s_[:2], np.s_[:, :5], np.s_[:, :, 5:]])
def test_segments_cut_by_the_image_say_so(tmp_path, save_as, cut):
    array = LIKE.array[cut]
    start = [axis.start or 0 for axis in (*np.atleast_1d(cut), *[np.s_[:]] * 3)[:3]]
    affine = GRID.affine.copy()
    affine[:3, 3] = GRID.index_to_mm(start)
    smaller = Volume(array, Geometry(array.shape, affine, "1.2.3.9"))
    path = save_as(_one_a_segment("BINARY", bits=1), tmp_path / "seg.dcm")
    masks = load_masks(path, smaller)
    for name, box in _boxes().items():
        codes = {finding.code for finding in masks[name].findings}
        assert (masks[name].array == box[cut]).all()
        assert ("mask-cut" in codes) == (box[cut].sum() < box.sum())
