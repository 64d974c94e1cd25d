"""Contours of an RTSTRUCT become the voxels they enclose, holes left out."""

import numpy as np
import pytest
from pydicom.dataset import Dataset
from pydicom.uid import RTStructureSetStorage

from lesion_toolkit.errors import InputRefused, SpaceMismatch
from lesion_toolkit.loaders.masks import load_masks
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.volume import Volume

GRID = Geometry.from_axes(
    (5, 60, 60),
    origin_mm=(-30, -30, 100),
    spacing_mm=(2.5, 1.0, 1.0),
    frame_of_reference_uid="1.2.3.9",
)
LIKE = Volume(np.zeros(GRID.shape, np.int16), GRID)
TALL = Geometry.from_axes(
    (16, 60, 60),
    origin_mm=(-30, -30, 90),
    spacing_mm=(2.5, 1.0, 1.0),
    frame_of_reference_uid="1.2.3.9",
)
LONG = Volume(np.zeros(TALL.shape, np.int16), TALL)


def _circle(radius_mm, z, x=0.0, y=0.0):
    angle = np.linspace(0, 2 * np.pi, 400, endpoint=False)
    xs, ys = x + radius_mm * np.cos(angle), y + radius_mm * np.sin(angle)
    return np.stack([xs, ys, np.full(400, z)], axis=1)


def _drawn(contours, path, save_as, like=LIKE):
    structure, drawn, found = Dataset(), Dataset(), Dataset()
    structure.ROINumber, structure.ROIName = 1, "T1"
    structure.ReferencedFrameOfReferenceUID = "1.2.3.9"
    drawn.ReferencedROINumber, drawn.ContourSequence = 1, []
    for points in contours:
        contour = Dataset()
        contour.ContourGeometricType = "CLOSED_PLANAR"
        contour.NumberOfContourPoints = len(points)
        contour.ContourData = [f"{value:.6g}" for value in points.ravel()]
        drawn.ContourSequence.append(contour)
    found.SOPClassUID, found.SOPInstanceUID = RTStructureSetStorage, "1.2.3.4"
    found.Modality = "RTSTRUCT"
    found.StructureSetROISequence, found.ROIContourSequence = [structure], [drawn]
    return load_masks(save_as(found, path / "rt.dcm"), like)["T1"]


def test_contour_inside_a_contour_is_a_hole(tmp_path, save_as):
    z = [102.5, 105.0]
    rings = [_circle(r, height) for height in z for r in (20, 10)]
    mask = _drawn(rings, tmp_path, save_as)
    area = np.pi * (20**2 - 10**2)
    assert mask.array[1:3].sum(axis=(1, 2)) == pytest.approx([area] * 2, rel=0.01)
    assert not mask.array[:, 30, 30].any()
    assert not mask.array[[0, 3, 4]].any()


def test_island_in_a_hole_is_marked(tmp_path, save_as):
    rings = [_circle(r, 105.0) for r in (20, 12, 5)]
    mask = _drawn(rings, tmp_path, save_as)
    area = np.pi * (20**2 - 12**2 + 5**2)
    assert mask.array.sum() == pytest.approx(area, rel=0.01)
    assert mask.array[2, 30, 30]


def test_contours_side_by_side_are_one_structure(tmp_path, save_as):
    rings = [_circle(6, 105.0, x=-15), _circle(8, 105.0, x=15)]
    mask = _drawn(rings, tmp_path, save_as)
    assert mask.array.sum() == pytest.approx(np.pi * (6**2 + 8**2), rel=0.02)


def test_contours_of_one_slice_may_differ_in_the_last_digit(tmp_path, save_as):
    rings = [_circle(20, 105.0), _circle(10, 105.01)]
    mask = _drawn(rings, tmp_path, save_as)
    area = np.pi * (20**2 - 10**2)
    assert mask.array.sum() == pytest.approx(area, rel=0.01)
    assert mask.array.any(axis=(1, 2)).sum() == 1


@pytest.mark.parametrize("step", [5.0, 7.5])
def test_contours_of_thicker_slices_fill_each_slice_once(tmp_path, save_as, step):
    rings = [_circle(20, z) for z in np.arange(105.0, 121.0, step)]
    mask = _drawn(rings, tmp_path, save_as, LONG)
    filled = mask.array.sum(axis=(1, 2))
    per_contour = round(step / 2.5)
    assert np.count_nonzero(filled) == per_contour * len(rings)
    assert np.ptp(np.flatnonzero(filled)) == np.count_nonzero(filled) - 1
    truth = len(rings) * step * np.pi * 20**2 / 1000
    assert mask.volume_ml == pytest.approx(truth, rel=0.01)


def test_contour_half_way_between_slices_fills_one(tmp_path, save_as):
    mask = _drawn([_circle(10, 103.75)], tmp_path, save_as)
    assert mask.array.any(axis=(1, 2)).sum() == 1


@pytest.mark.filterwarnings("ignore")
def test_points_that_are_nowhere_are_refused(tmp_path, save_as):
    ring = _circle(10, 105.0)
    ring[3, 0] = np.nan
    with pytest.raises(InputRefused, match="damaged RTSTRUCT"):
        _drawn([ring], tmp_path, save_as)


def test_name_is_a_plain_line(tmp_path, save_as):
    rings = [_circle(10, 105.0)]
    _drawn(rings, tmp_path, save_as)
    path = tmp_path / "rt.dcm"
    path.write_bytes(path.read_bytes().replace(b"T1", b"T\x1b"))
    assert list(load_masks(path, LIKE)) == ["T"]


def test_contour_across_slices_is_refused(tmp_path, save_as):
    tilted = _circle(20, 105.0)
    tilted[:, 2] += 0.2 * tilted[:, 0]
    with pytest.raises(InputRefused, match="do not lie in the slices"):
        _drawn([tilted], tmp_path, save_as)


def _is_inside(points, y, x):
    """Even-odd rule: how often a ray to the right of (y, x) meets the outline."""
    crossings = 0
    for (x0, y0), (x1, y1) in zip(points, np.roll(points, -1, axis=0), strict=True):
        if (y0 > y) != (y1 > y):
            crossings += x < x0 + (y - y0) / (y1 - y0) * (x1 - x0)
    return crossings % 2 == 1


@pytest.mark.parametrize("seed", range(5))
def test_contours_between_voxels_mark_the_voxels_whose_centers_they_hold(
    tmp_path, save_as, seed
):
    """Vertices lie anywhere within a voxel; nothing is rounded to the grid first."""
    dice = np.random.default_rng(seed)
    angle = np.sort(dice.uniform(0, 2 * np.pi, 40))
    reach = dice.uniform(2.0, 9.0, 40)
    ring = np.stack(
        [reach * np.cos(angle) + 0.37, reach * np.sin(angle) - 0.21, [105.0] * 40], 1
    ).round(4)
    mask = _drawn([ring], tmp_path, save_as)
    at = range(-30, 30)
    truth = [[_is_inside(ring[:, :2], y, x) for x in at] for y in at]
    assert (mask.array[2] == np.array(truth)).all()


def test_half_a_voxel_to_the_side_moves_half_of_the_border(tmp_path, save_as):
    def box(left):
        x = left + np.array([0, 10, 10, 0])
        return np.stack([x, [-5.5, -5.5, 4.5, 4.5], [105.0] * 4], axis=1)

    for left, columns in ((0.4, range(31, 41)), (0.6, range(31, 41)),
                          (-0.4, range(30, 40))):  # fmt: skip
        mask = _drawn([box(left)], tmp_path, save_as)
        marked = np.flatnonzero(mask.array[2].any(axis=0))
        assert marked.tolist() == list(columns)


def test_hole_joined_to_its_outline_by_a_keyhole_is_a_hole(tmp_path, save_as):
    """Many planning systems draw ring and hole as one contour with a channel."""
    outer, inner = _circle(20, 105.0), _circle(10, 105.0)
    keyhole = np.concatenate([outer, outer[:1], inner[::-1], inner[-1:]])
    mask = _drawn([keyhole], tmp_path, save_as)
    area = np.pi * (20**2 - 10**2)
    assert mask.array.sum() == pytest.approx(area, rel=0.02)
    assert not mask.array[2, 30, 30]


def test_structure_of_another_frame_of_reference_is_refused_unless_told(
    tmp_path, save_as
):
    foreign = Volume(LIKE.array, Geometry(GRID.shape, GRID.affine, "1.2.3.another"))
    rings = [_circle(20, 105.0)]
    with pytest.raises(SpaceMismatch, match="frame of reference"):
        _drawn(rings, tmp_path, save_as, foreign)
    told = load_masks(tmp_path / "rt.dcm", foreign, any_frame=True)["T1"]
    assert told.array.sum() == pytest.approx(np.pi * 20**2, rel=0.01)


@pytest.mark.parametrize(
    "rings",
    [
        [_circle(10, z) for z in np.arange(100.0, 121.0, 2.5)],
        [_circle(10, 105.0, x=-28.0)],
    ],
    ids=["above", "beside"],
)
def test_structure_that_reaches_out_of_the_image_says_so(tmp_path, save_as, rings):
    mask = _drawn(rings, tmp_path, save_as)
    assert [finding.code for finding in mask.findings] == ["mask-cut"]


def test_structure_within_the_image_has_no_finding(tmp_path, save_as):
    rings = [_circle(10, z) for z in (100.0, 102.5, 105.0, 107.5, 110.0)]
    assert _drawn(rings, tmp_path, save_as).findings == ()
