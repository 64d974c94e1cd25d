"""What must happen with each awkward file that other projects collected."""

import shutil
from pathlib import Path

import numpy as np
import pytest

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.loaders.index import find_series
from lesion_toolkit.loaders.pixels import read_volume

DICOM2NIFTI = "data/awkward/dicom2nifti"


@pytest.fixture
def awkward(shared):
    return shared / "data/awkward"


def _volumes(path, **switches):
    index = find_series(path)
    return index, [read_volume(series, **switches) for series in index.series]


def _codes(volume):
    return {finding.code for finding in volume.findings}


def _why(index, name):
    (entry,) = (e for e in index.account if e.path.name == name)
    return entry.set_aside


def test_tilted_gantry_is_straightened_and_told_or_refused(awkward):
    folder = awkward / "dicom2nifti/gantry_tilt"
    index, (volume,) = _volumes(folder)
    assert "gantry-tilt" in _codes(volume)
    assert "14.0" in next(f.message for f in volume.findings if f.code == "gantry-tilt")
    axes = volume.geometry.directions
    assert np.allclose(axes @ axes.T, np.eye(3), atol=1e-6)
    with pytest.raises(InputRefused, match="tilt"):
        read_volume(index.series[0], strict=True)


def test_missing_slice_is_a_gap_between_volumes(awkward):
    index, (volume,) = _volumes(awkward / "dicom2nifti/missing_slice_5_5_10mm")
    assert volume.geometry.shape[0] == 3
    assert volume.geometry.spacing_mm[0] == pytest.approx(5)
    assert "missing-slices" in _codes(volume)
    assert sum("beyond a gap" in entry.set_aside for entry in index.account) == 1


def test_bolus_monitoring_is_no_volume(awkward):
    index = find_series(awkward / "dicom2nifti/same_position_monitoring")
    assert index.series == ()
    assert all("bolus monitoring" in entry.set_aside for entry in index.account)


def test_mixed_orientations_are_volumes_of_their_own(awkward):
    _, volumes = _volumes(awkward / "dicom2nifti/mixed_orientations")
    assert [volume.geometry.shape[0] for volume in volumes] == [2, 2]
    normals = [volume.geometry.directions[0] for volume in volumes]
    assert abs(normals[0] @ normals[1]) < 0.3
    assert all("few-slices" in _codes(volume) for volume in volumes)


def test_two_slices_are_flagged(awkward):
    _, (volume,) = _volumes(awkward / "dicom2nifti/two_slices_only")
    assert "few-slices" in _codes(volume)


def test_each_slice_is_rescaled_by_its_own_slope(awkward):
    import pydicom

    index, (volume,) = _volumes(awkward / "dicom2nifti/per_slice_rescale_nonisotropic")
    assert volume.geometry.spacing_mm[1:] == pytest.approx((4.0, 6.4), abs=0.01)
    assert "pixels-not-square" in _codes(volume)
    slopes = set()
    for file in index.series[0].files:
        found = pydicom.dcmread(file)
        slopes.add(float(found.RescaleSlope))
        values = found.pixel_array * float(found.RescaleSlope)
        values = values + float(found.RescaleIntercept)
        k = round(volume.geometry.mm_to_index(found.ImagePositionPatient)[0])
        assert np.allclose(volume.array[k], values, rtol=1e-5)
    assert len(slopes) > 1


def test_four_codecs_give_the_same_voxels(awkward):
    arrays = [
        _volumes(awkward / "dicom2nifti" / codec)[1][0].array
        for codec in ("jpeg_lossless", "jpeg_ls", "jpeg2000", "rle")
    ]
    assert arrays[0].shape == (4, 256, 256)
    assert arrays[0].std() > 10
    assert all((array == arrays[0]).all() for array in arrays)


def test_two_time_points_come_apart(awkward):
    index, volumes = _volumes(awkward / "dicom2nifti/temporal_4D_2x4")
    assert len({series.split_by for series in index.series}) == 1
    assert index.series[0].split_by == "InstanceNumber"
    assert [volume.geometry.shape[0] for volume in volumes] == [4, 4]
    assert volumes[0].geometry.same_space_as(volumes[1].geometry)
    assert volumes[0].geometry.spacing_mm[0] == pytest.approx(3.6)


def test_enhanced_multi_frame_is_read_by_its_functional_groups(awkward):
    import pydicom

    path = awkward / "dicom2nifti/enhanced_mr_philips"
    index, (volume,) = _volumes(path)
    found = pydicom.dcmread(index.series[0].files[0])
    frames = found.PerFrameFunctionalGroupsSequence
    for number, frame in enumerate(frames):
        place = frame.PlanePositionSequence[0].ImagePositionPatient
        k = round(volume.geometry.mm_to_index(place)[0])
        scale = frame.PixelValueTransformationSequence[0]
        values = found.pixel_array[number] * float(scale.RescaleSlope)
        values = values + float(scale.RescaleIntercept)
        assert np.allclose(volume.array[k], values, rtol=1e-4)


def test_field_map_and_magnitude_of_one_file_come_apart(awkward):
    _, volumes = _volumes(awkward / "dcm_qa/enh_philips_fieldmap.dcm")
    assert len(volumes) == 2
    assert sorted(volume.array.min() < 0 for volume in volumes) == [False, True]


def test_color_labelled_mr_is_refused(awkward):
    index = find_series(awkward / "dicom2nifti/rgb_j2k")
    assert index.series == ()
    assert {e.set_aside for e in index.account} <= {"color image", "secondary capture"}


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("nibabel/0.dcm", "mosaic of several slices: its size does not hold 48"),
        ("nibabel/csa_slice_norm.dcm", "no pixels"),
        ("nibabel/decimal_rescale.dcm", "single image"),
        ("nibabel/slicethickness_empty_string.dcm", "derived picture"),
        ("highdicom/dx_MONOCHROME1.dcm", "another kind of object"),
        ("pydicom-data/emri_small.dcm", "without a position"),
        ("pydicom-data/emri_small_RLE.dcm", "without a position"),
        ("pydicom-data/emri_small_big_endian.dcm", "without a position"),
        ("pydicom-data/emri_small_jpeg_2k_lossless_too_short.dcm", "without a posi"),
        ("pydicom-data/693_UNCR.dcm", "single image"),
        ("pydicom-data/693_J2KR.dcm", "single image"),
        ("pydicom-data/bad_sequence.dcm", "single image"),
        ("pydicom-data/explicit_VR-UN.dcm", "single image"),
        ("pydicom-data/eCT_Supplemental.dcm", "derived picture"),
        ("pydicom-data/JPEG-LL.dcm", "secondary capture"),
        ("pydicom-data/vlut_04.dcm", "secondary capture"),
        ("pydicom-data/mlut_18.dcm", "secondary capture"),
    ],
)
def test_what_makes_no_volume_says_why(awkward, name, reason):
    index = find_series(awkward / name)
    assert index.series == ()
    assert reason in _why(index, name.split("/")[1])


@pytest.mark.parametrize(
    "codec",
    [
        "RLE",
        "jpeg_ls_lossless",
        "jpeg_2k_lossless",
        # Only the closing delimiter is missing: every code stream is whole.
        "jpeg_2k_lossless_too_short",
        "big_endian",
    ],
)
def test_every_frame_of_a_multi_frame_file_decodes_alike(awkward, codec):
    from lesion_toolkit.loaders.codecs import Frames
    from lesion_toolkit.loaders.headers import read_header

    folder = awkward / "pydicom-data"
    plain = Frames(read_header(folder / "emri_small.dcm"))
    other = Frames(read_header(folder / f"emri_small_{codec}.dcm"))
    for frame in range(10):
        assert (other.pixels(frame) == plain.pixels(frame)).all()


def test_echoes_with_missing_slices_come_apart(awkward):
    index, volumes = _volumes(awkward / "dcmstack/2D_16Echo_qT2")
    assert [series.split_by.split(", ")[0] for series in index.series] == [
        "EchoTime"
    ] * 3
    assert [volume.geometry.shape[0] for volume in volumes] == [2, 2, 2]
    assert "missing-slices" in _codes(volumes[0])


def test_every_item_of_the_collection_has_its_rule_here(awkward):
    rules = Path(__file__).read_text(encoding="utf-8")
    items = [
        item.stem.removeprefix("emri_small_")
        for project in awkward.iterdir()
        for item in project.iterdir()
        if item.stem not in ("LICENSE", "COPYING")
    ]
    assert len(items) > 30
    assert [name for name in items if f"{name}" not in rules] == []


def test_the_whole_collection_at_once_is_accounted_for(awkward, tmp_path):
    folder = tmp_path / "all"
    shutil.copytree(awkward, folder)
    index = find_series(folder)
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert len(index.account) == len(files)
    assert all(bool(e.used_in) != bool(e.set_aside) for e in index.account)
    for series in index.series:
        read_volume(series)
