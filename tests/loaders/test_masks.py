"""Masks land on the patient, not on an index, or are refused."""

import numpy as np
import pytest
import SimpleITK as sitk

from lesion_toolkit.errors import InputRefused, SpaceMismatch
from lesion_toolkit.loaders.index import find_series
from lesion_toolkit.loaders.masks import load_masks
from lesion_toolkit.loaders.pixels import read_volume
from lesion_toolkit.loaders.seg import read_segments
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.volume import Volume

GRID = Geometry.from_axes(
    (6, 20, 16),
    origin_mm=(-10, -20, 100),
    spacing_mm=(2.5, 0.8, 0.8),
    frame_of_reference_uid="1.2.3.9",
)
LIKE = Volume(np.zeros(GRID.shape, np.int16), GRID)


def _marked(shape=GRID.shape):
    marks = np.zeros(shape, np.uint8)
    marks[1:4, 5:12, 3:9] = 1
    return marks


def _saved(tmp_path, array, suffix=".nii.gz", origin=(-10, -20, 100), step=2.5):
    picture = sitk.GetImageFromArray(array)
    picture.SetOrigin(origin)
    picture.SetSpacing((0.8, 0.8, step))
    path = tmp_path / f"lesion{suffix}"
    sitk.WriteImage(picture, str(path))
    return path


@pytest.mark.parametrize("suffix", [".nii", ".nii.gz", ".nrrd", ".mha"])
def test_mask_on_the_grid_comes_back_voxel_for_voxel(tmp_path, suffix):
    masks = load_masks(_saved(tmp_path, _marked(), suffix), LIKE)
    assert (masks["T1"].array == _marked().astype(bool)).all()
    assert masks["T1"].findings == ()


@pytest.mark.parametrize("kept", [0.3, 0.6, 0.99])
@pytest.mark.parametrize("suffix", [".nii", ".nii.gz", ".nrrd", ".mha"])
def test_file_that_is_cut_is_refused_not_read_as_empty(tmp_path, suffix, kept):
    path = _saved(tmp_path, _marked(), suffix)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(kept * len(whole))])
    with pytest.raises(InputRefused, match="mask"):
        load_masks(path, LIKE)


def test_flipped_file_is_the_same_mask(tmp_path):
    path = _saved(tmp_path, _marked())
    flipped = sitk.Flip(sitk.ReadImage(str(path)), (True, True, True))
    assert flipped.GetDirection() != sitk.ReadImage(str(path)).GetDirection()
    sitk.WriteImage(flipped, str(tmp_path / "flipped.nii.gz"))
    (mask,) = load_masks(tmp_path / "flipped.nii.gz", LIKE).values()
    assert (mask.array == _marked().astype(bool)).all()


@pytest.mark.parametrize("suffix", [".nii", ".nii.gz", ".nrrd", ".mha"])
@pytest.mark.parametrize("axes", [(0,), (1,), (2,), (0, 2)], ids=str)
def test_each_axis_may_be_flipped_in_each_format(tmp_path, suffix, axes):
    flips = [axis in axes for axis in range(3)]
    flipped = sitk.Flip(sitk.ReadImage(str(_saved(tmp_path, _marked()))), flips)
    stored = sitk.GetArrayFromImage(flipped)
    assert (stored != _marked()).any()
    sitk.WriteImage(flipped, str(tmp_path / f"flipped{suffix}"))
    (mask,) = load_masks(tmp_path / f"flipped{suffix}", LIKE).values()
    assert (mask.array == _marked().astype(bool)).all()


@pytest.mark.parametrize("suffix", [".nii", ".nii.gz", ".nrrd", ".mha"])
def test_slices_may_be_stored_sagittal_or_coronal(tmp_path, suffix):
    axial = sitk.ReadImage(str(_saved(tmp_path, _marked())))
    for order in ((1, 2, 0), (0, 2, 1)):
        turned = sitk.PermuteAxes(axial, order)
        sitk.WriteImage(turned, str(tmp_path / f"turned{suffix}"))
        (mask,) = load_masks(tmp_path / f"turned{suffix}", LIKE).values()
        assert (mask.array == _marked().astype(bool)).all()


def test_cropped_file_lands_where_it_was_cut_from(tmp_path):
    cut = _marked()[1:, 4:, 2:]
    origin = tuple(GRID.index_to_mm((1, 4, 2)))
    (mask,) = load_masks(_saved(tmp_path, cut, origin=origin), LIKE).values()
    assert (mask.array == _marked().astype(bool)).all()


def test_coarser_mask_is_resampled_and_told_when_its_volume_changes(tmp_path):
    coarse = np.zeros((3, 20, 16), np.uint8)
    coarse[1, 5:12, 3:9] = 1
    path = _saved(tmp_path, coarse, step=5.0)
    (mask,) = load_masks(path, LIKE).values()
    truth_ml = coarse.sum() * 5 * 0.8 * 0.8 / 1000
    assert mask.volume_ml == pytest.approx(truth_ml, rel=0.01)
    assert mask.findings == ()


def test_mask_cut_by_the_image_says_so(tmp_path):
    path = _saved(tmp_path, _marked(), origin=(-10, -20, 107.5))
    (mask,) = load_masks(path, LIKE).values()
    assert [finding.code for finding in mask.findings] == ["mask-cut"]


def test_mask_elsewhere_is_refused(tmp_path):
    with pytest.raises(SpaceMismatch):
        load_masks(_saved(tmp_path, _marked(), origin=(500, 0, 0)), LIKE)


@pytest.mark.parametrize(
    ("array", "found"),
    [
        (np.zeros(GRID.shape, np.uint8), "marks no voxel"),
        (np.full(GRID.shape, 0.4, np.float32), "fractional"),
    ],
)
def test_empty_and_fractional_images_are_refused(tmp_path, array, found):
    with pytest.raises(InputRefused) as refusal:
        load_masks(_saved(tmp_path, array), LIKE)
    assert found in refusal.value.found


def test_what_is_no_mask_is_refused(tmp_path, make, save_as):
    text = tmp_path / "notes.txt"
    text.write_text("mask")
    broken = tmp_path / "broken.nii.gz"
    broken.write_bytes(b"mask")
    picture = save_as(make(0.0), tmp_path / "ct.dcm")
    for path in (text, broken, picture, tmp_path / "nothing"):
        with pytest.raises(InputRefused):
            load_masks(path, LIKE)


def test_a_file_name_never_becomes_a_lesion_name(tmp_path):
    path = _saved(tmp_path, _marked())
    assert set(load_masks(path.rename(tmp_path / "DOE_JANE.nii.gz"), LIKE)) == {"T1"}


def test_each_label_is_a_mask(tmp_path):
    labels = _marked()
    labels[4, :3, :3] = 7
    masks = load_masks(_saved(tmp_path, labels), LIKE)
    assert {name: int(m.array.sum()) for name, m in masks.items()} == {
        "T1": 126,
        "T7": 9,
    }


def test_an_image_given_for_a_mask_is_refused(tmp_path):
    ramp = np.arange(GRID.shape[0] * 320, dtype=np.int16).reshape(GRID.shape)
    with pytest.raises(InputRefused, match="1919 different values"):
        load_masks(_saved(tmp_path, ramp), LIKE)


@pytest.mark.parametrize("value", [np.inf, np.nan])
def test_values_that_are_no_numbers_are_refused(tmp_path, value):
    marks = _marked().astype(np.float32)
    marks[0, 0, 0] = value
    with pytest.raises(InputRefused):
        load_masks(_saved(tmp_path, marks, ".nrrd"), LIKE)


def _named_by_slicer(tmp_path, labels, **said):
    picture = sitk.GetImageFromArray(labels)
    picture.SetOrigin((-10, -20, 100))
    picture.SetSpacing((0.8, 0.8, 2.5))
    for key, value in said.items():
        picture.SetMetaData(key, value)
    path = tmp_path / "case.seg.nrrd"
    sitk.WriteImage(picture, str(path))
    return load_masks(path, LIKE)


def test_segments_of_one_name_and_without_a_name_are_all_kept(tmp_path):
    labels = _marked()
    labels[4, :3, :3] = 2
    labels[5, :3, :3] = 3
    masks = _named_by_slicer(
        tmp_path,
        labels,
        Segment0_Name="Tumor",
        Segment0_LabelValue="1",
        Segment1_Name="Tumor",
        Segment1_LabelValue="2",
    )
    sizes = {name: int(mask.array.sum()) for name, mask in masks.items()}
    assert sizes == {"Tumor": 126, "Tumor (2)": 9, "T3": 9}


def test_names_are_plain_lines_and_nonsense_beside_them_is_ignored(tmp_path):
    masks = _named_by_slicer(
        tmp_path,
        _marked(),
        Segment0_Name="Tumor\x1b[2J\u202edirty",
        Segment0_LabelValue="1",
        Segment1_Name="lost",
        Segment1_LabelValue="two",
    )
    assert list(masks) == ["Tumor [2J dirty"]


def test_slicer_names_its_segments(tmp_path):
    labels = _marked()
    labels[4, :3, :3] = 2
    picture = sitk.GetImageFromArray(labels)
    picture.SetOrigin((-10, -20, 100))
    picture.SetSpacing((0.8, 0.8, 2.5))
    for number, name in enumerate(("T1", "T2")):
        picture.SetMetaData(f"Segment{number}_Name", name)
        picture.SetMetaData(f"Segment{number}_LabelValue", str(number + 1))
    path = tmp_path / "case.seg.nrrd"
    sitk.WriteImage(picture, str(path))
    assert set(load_masks(path, LIKE)) == {"T1", "T2"}


# ---- real files ----------------------------------------------------------------------
@pytest.fixture(scope="module")
def liver_ct(shared):
    folder = shared / "data/seg_sr_rt_pm/dcmqi/ct-3slice"
    return read_volume(find_series(folder).series[0])


@pytest.mark.parametrize(
    "name",
    [
        "dcmqi/liver.dcm",
        "dcmqi/liver_seg.nrrd",
        "pydicom-data/liver_deflate.dcm",
        "pydicom-data/liver_rle.dcm",
        "pydicom-data/liver_expb.dcm",
    ],
)
def test_dcmqi_liver_is_70_36_ml(shared, liver_ct, name):
    (mask,) = load_masks(shared / "data/seg_sr_rt_pm" / name, liver_ct).values()
    assert np.count_nonzero(mask.array) == 107098
    assert mask.volume_ml == pytest.approx(70.36, abs=0.005)


def test_seg_equals_the_label_map_it_was_made_from(shared, liver_ct):
    folder = shared / "data/seg_sr_rt_pm/dcmqi"
    seg = load_masks(folder / "liver.dcm", liver_ct)["Liver"]
    nrrd = load_masks(folder / "liver_seg.nrrd", liver_ct)["T1"]
    assert (seg.array == nrrd.array).all()


def test_segments_keep_their_codes_and_tracking(shared):
    folder = shared / "data/seg_sr_rt_pm"
    (liver,) = read_segments(folder / "dcmqi/liver.dcm")
    assert liver.kind[2] == "Liver"
    (bone,) = read_segments(folder / "highdicom/seg_image_ct_binary_fractional.dcm")
    assert bone.tracking_id == "Bone"
    assert bone.tracking_uid


def test_seg_of_another_frame_of_reference_is_refused_unless_told(shared, liver_ct):
    path = shared / "data/seg_sr_rt_pm/dcmqi/liver.dcm"
    geometry = Geometry(
        liver_ct.geometry.shape, liver_ct.geometry.affine, "1.2.3.another"
    )
    foreign = liver_ct.with_array(liver_ct.array, geometry)
    with pytest.raises(SpaceMismatch, match="frame of reference"):
        load_masks(path, foreign)
    (mask,) = load_masks(path, foreign, any_frame=True).values()
    assert mask.volume_ml == pytest.approx(70.36, abs=0.005)


def test_rtstruct_area_is_that_of_its_contours(shared):
    folder = shared / "data/seg_sr_rt_pm/rt-utils"
    volume = read_volume(find_series(folder).series[0])
    masks = load_masks(folder / "invalid_reference_rt.dcm", volume)
    assert list(masks) == ["ROI-1", "ROI-2", "ROI-3", "ROI-4"]
    for number, mask in enumerate(masks.values()):
        area = _shoelace(folder / "invalid_reference_rt.dcm", number, volume)
        voxel = np.prod(volume.geometry.spacing_mm[1:])
        assert mask.array.sum() * voxel == pytest.approx(area, rel=0.03)


def _shoelace(path, number, volume):
    import pydicom

    found = pydicom.dcmread(path, force=True)
    area = 0.0
    for contour in found.ROIContourSequence[number].ContourSequence:
        points = np.array(contour.ContourData, float).reshape(-1, 3)
        if volume.geometry.contains(points.mean(axis=0)):
            x, y = points[:, 0], points[:, 1]
            area += abs(x @ np.roll(y, 1) - y @ np.roll(x, 1)) / 2
    return area


@pytest.mark.parametrize(
    ("name", "volume_ml"),
    [("HCC_007_baseline_lesion", 713.7), ("HCC_007_followup_lesion", 717.2)],
)
def test_outlines_of_a_real_lesion(shared, hcc_007, name, volume_ml):
    visit = "12-27-1997*" if "baseline" in name else "03-14-1998*"
    series = find_series(next(hcc_007.glob(visit))).series
    arterial = next(s for s in series if s.split_value in ("1", "2"))
    path = shared / f"data/liver_ct/outlines/{name}.nii.gz"
    (mask,) = load_masks(path, read_volume(arterial)).values()
    assert mask.volume_ml == pytest.approx(volume_ml, abs=0.05)
