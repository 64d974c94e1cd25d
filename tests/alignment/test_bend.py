"""A gentle bend of the organs stays only where it proves itself."""

import numpy as np
import pytest
import SimpleITK as sitk
from scipy import ndimage

from lesion_toolkit.alignment import bend as bending
from lesion_toolkit.alignment import phases as aligning
from lesion_toolkit.alignment.bend import (
    LEAST_JACOBIAN,
    LONGEST_MM,
    BendFit,
    fit_bend,
    held_out,
    least_jacobian,
)
from lesion_toolkit.alignment.phases import align_exam
from lesion_toolkit.alignment.rigid import RigidFit
from lesion_toolkit.model.alignment import Move, Part
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.phase import Phase
from lesion_toolkit.model.volume import Mask, Volume

OBLIQUE = Geometry.from_axes(
    (14, 15, 16),
    origin_mm=(-30, 12, 5),
    spacing_mm=(5.0, 4.0, 3.0),
    directions=np.array([[0.0, 0.6, 0.8], [1.0, 0.0, 0.0], [0.0, 0.8, -0.6]]),
)
GRID = Geometry.from_axes(
    (50, 64, 64), origin_mm=(-96, -96, -75), spacing_mm=(3.0, 3.0, 3.0)
)
INDEX = np.moveaxis(np.indices(GRID.shape), 0, -1)
PLACES = GRID.index_to_mm(INDEX)
ORGAN = Mask((np.linalg.norm(PLACES / (85, 85, 65), axis=-1)) < 1, GRID)
PUSH_MM, WIDE_MM = np.array([0.0, 5.0, 7.0]), 40.0
AS_IT_WAS = RigidFit(sitk.Transform(), 0.0, (Part((0.0, 0.0, 0.0), 6.0),) * 2)


def _push(places: np.ndarray) -> np.ndarray:
    """A smooth push about a place 30 mm to the right of the middle."""
    apart = ((places - (-30.0, 0, 0)) ** 2).sum(axis=-1)
    return np.exp(-apart / (2 * WIDE_MM**2))[..., None] * PUSH_MM


def _tissue(
    places: np.ndarray, *, bright: bool, seed: int, noise_hu: float = 5.0
) -> Volume:
    """Structure of 8 mm that two phases show in different brightness, and noise."""
    dice = np.random.default_rng(7)
    texture = ndimage.gaussian_filter(dice.normal(0, 1, GRID.shape), 2.5)
    texture /= texture.std()
    index = np.moveaxis(GRID.mm_to_index(places), -1, 0)
    seen = ndimage.map_coordinates(texture, index, order=1, mode="nearest")
    hu = 110 - 25 * seen if bright else 60 + 15 * np.abs(seen) + 15 * seen
    noise = np.random.default_rng(seed).normal(0, noise_hu, GRID.shape)
    return Volume(np.rint(hu + noise).astype(np.int16), GRID, "CT")


def _off(found: BendFit, truth: np.ndarray, inside: np.ndarray) -> np.ndarray:
    places = PLACES[inside][::200]
    moved = np.array([found.transform.TransformPoint(p) for p in places.tolist()])
    return np.linalg.norm(moved - truth[inside][::200], axis=1)


def test_tissue_pushed_by_a_known_field_comes_back_nearer_its_place():
    fixed = _tissue(PLACES, bright=True, seed=1)
    # what lies at p in the fixed volume lies at p + push(p) in the moving one
    back = PLACES
    for _ in range(20):
        back = PLACES - _push(back)
    moving = _tissue(back, bright=False, seed=2)
    found = fit_bend(fixed, moving, ORGAN, AS_IT_WAS)
    assert found is not None
    assert found.is_better
    truth = PLACES + _push(PLACES)
    before = np.linalg.norm(_push(PLACES)[ORGAN.array][::200], axis=1)
    after = _off(found, truth, ORGAN.array)
    assert np.percentile(after, 95) < 0.6 * np.percentile(before, 95)
    assert np.median(after) < np.median(before)
    assert found.longest_mm <= np.linalg.norm(PUSH_MM)  # gentle: it never overshoots


def test_what_did_not_bend_is_not_bent():
    fixed = _tissue(PLACES, bright=True, seed=1)
    moving = _tissue(PLACES, bright=False, seed=2)
    assert fit_bend(fixed, moving, ORGAN, AS_IT_WAS) is None


def test_where_noise_hides_the_structure_nothing_is_bent(monkeypatch):
    """The same push that comes back in clear images."""
    fixed = _tissue(PLACES, bright=True, seed=1, noise_hu=30)
    moving = _tissue(PLACES - _push(PLACES), bright=False, seed=2, noise_hu=30)
    assert fit_bend(fixed, moving, ORGAN, AS_IT_WAS) is None
    monkeypatch.setattr(bending, "LEAST_ALIKE", 0.0)
    assert fit_bend(fixed, moving, ORGAN, AS_IT_WAS) is not None


def test_noise_alone_never_proves_a_bend():
    for seed in range(3):
        dice = np.random.default_rng(seed)
        one, other = (
            Volume(dice.normal(60, 20, GRID.shape).astype(np.int16), GRID, "CT")
            for _ in range(2)
        )
        found = fit_bend(one, other, ORGAN, AS_IT_WAS)
        assert found is None or not found.is_better


def test_far_from_the_organs_nothing_moves():
    fixed = _tissue(PLACES, bright=True, seed=1)
    moving = _tissue(PLACES - _push(PLACES), bright=False, seed=2)
    small = Mask((np.linalg.norm(PLACES, axis=-1)) < 45, GRID)
    found = fit_bend(fixed, moving, small, AS_IT_WAS)
    assert found is not None
    for place in ([80.0, 0.0, 0.0], [0.0, -75.0, 0.0], [500.0, 0.0, 0.0]):
        np.testing.assert_allclose(found.transform.TransformPoint(place), place)


def test_a_quarter_of_the_places_only_judges():
    share = held_out(PLACES).mean()
    assert share == pytest.approx(0.25, abs=0.02)


def _places(grid: Geometry) -> np.ndarray:
    return grid.index_to_mm(np.moveaxis(np.indices(grid.shape), 0, -1))


@pytest.mark.parametrize("grid", [GRID, OBLIQUE], ids=["upright", "oblique"])
@pytest.mark.parametrize(
    "stretch",
    [np.zeros((3, 3)), np.diag([-0.4, 0.2, 0.1]), 0.1 * np.arange(9).reshape(3, 3)],
)
def test_an_even_stretch_has_the_determinant_of_its_matrix_everywhere(grid, stretch):
    field = _places(grid) @ stretch.T
    wanted = np.linalg.det(np.eye(3) + stretch)
    assert least_jacobian(field, grid) == pytest.approx(wanted, abs=1e-9)


def test_a_mirrored_axis_is_a_fold():
    field = _places(OBLIQUE) * (-1.2, 0.0, 0.0)
    assert least_jacobian(field, OBLIQUE) == pytest.approx(-0.2)


def test_a_fold_between_two_voxels_is_not_averaged_away():
    field = np.zeros((*GRID.shape, 3))
    field[20, 30, 30, 0] = 3.6  # past its neighbor, 3 mm further on
    assert least_jacobian(field, GRID) == pytest.approx(-0.2)


@pytest.mark.parametrize("push_mm", [4.0, 10.0, 30.0])
def test_a_gaussian_push_squeezes_most_one_width_ahead_of_its_middle(push_mm):
    """Along its own direction ``1 - push x / w^2 exp(-x^2 / 2 w^2)``, least at w."""
    wide_mm = 15.0
    apart = (_places(GRID) ** 2).sum(axis=-1)
    field = np.zeros((*GRID.shape, 3))
    field[..., 0] = push_mm * np.exp(-apart / (2 * wide_mm**2))
    squeezed = push_mm / wide_mm * np.exp(-0.5)
    assert 1 - least_jacobian(field, GRID) == pytest.approx(squeezed, rel=0.02)


def _pushed_far() -> BendFit | None:
    """All tissue lies 8 mm to the left, back and head: 13.9 mm off."""
    fixed = _tissue(PLACES, bright=True, seed=1)
    moving = _tissue(PLACES - (8.0, 8.0, 8.0), bright=False, seed=2)
    return fit_bend(fixed, moving, ORGAN, AS_IT_WAS)


def test_no_block_pushes_further_than_the_longest_bend(monkeypatch):
    monkeypatch.setattr(bending, "LEAST_ALIKE", 0.0)  # that far off nothing is alike
    found = _pushed_far()
    monkeypatch.setattr(bending, "LONGEST_MM", np.inf)
    unlimited = _pushed_far()
    assert found is not None
    assert unlimited is not None
    assert found.longest_mm <= LONGEST_MM
    # every block wants 6 mm along each axis, all within reach on voxels of 3 mm: the
    # blend is shortened as each of them
    wanted = unlimited.longest_mm * LONGEST_MM / np.linalg.norm((6.0, 6.0, 6.0))
    assert found.longest_mm == pytest.approx(wanted, rel=0.02)
    middle = np.array(found.transform.TransformPoint((0.0, 0.0, 0.0)))
    np.testing.assert_allclose(middle / middle.max(), 1.0, atol=0.1)  # same direction


def test_a_bend_that_squeezes_tissue_too_far_is_not_better(monkeypatch):
    fixed = _tissue(PLACES, bright=True, seed=1)
    moving = _tissue(PLACES - _push(PLACES), bright=False, seed=2)
    found = fit_bend(fixed, moving, ORGAN, AS_IT_WAS)
    assert found is not None
    assert found.is_better
    assert not found.squeezes
    assert LEAST_JACOBIAN < found.least_jacobian < 1
    monkeypatch.setattr(bending, "LEAST_JACOBIAN", found.least_jacobian)
    again = fit_bend(fixed, moving, ORGAN, AS_IT_WAS)
    assert again is not None
    assert again.squeezes
    assert not again.is_better


def test_a_fold_is_switched_off_with_its_reason(monkeypatch):
    aside = sitk.TranslationTransform(3, (9.0, 0.0, 0.0))
    folded = BendFit(aside, 9.0, (), is_better=False, least_jacobian=-0.1)
    exam = _exam(monkeypatch, folded)
    (said,) = [one for one in exam.findings if one.code == "bend-switched-off"]
    assert "squeeze or fold" in said.message
    assert exam.alignment[0].move is not Move.DEFORMABLE


def _exam(monkeypatch: pytest.MonkeyPatch, bent: BendFit):
    monkeypatch.setattr(aligning, "fit_bend", lambda *_: bent)
    return align_exam(
        {
            Phase.LATE_ARTERIAL: _tissue(PLACES, bright=True, seed=1),
            Phase.PORTAL_VENOUS: _tissue(PLACES, bright=False, seed=2),
        }
    )


def _bent_by(mm: float, *, is_better: bool) -> BendFit:
    aside = sitk.TranslationTransform(3, (mm, 0.0, 0.0))
    return BendFit(aside, mm, (Part((0.0, 0.0, 0.0), 0.5),), is_better)


def test_a_bend_that_makes_things_worse_is_switched_off_and_said(monkeypatch):
    exam = _exam(monkeypatch, _bent_by(9.0, is_better=False))
    (done,) = exam.alignment
    assert done.move is not Move.DEFORMABLE
    assert done.bend_mm == 0
    (said,) = [one for one in exam.findings if one.code == "bend-switched-off"]
    assert "9 mm" in said.message
    assert said.where == "portal venous"


def test_a_bend_that_proves_itself_is_applied_and_recorded(monkeypatch):
    exam = _exam(monkeypatch, _bent_by(6.0, is_better=True))
    (done,) = exam.alignment
    assert (done.move, done.bend_mm) == (Move.DEFORMABLE, 6.0)
    assert done.residual_mm == 0.5
    assert not [one for one in exam.findings if one.code == "bend-switched-off"]
    moved = exam.volumes[Phase.PORTAL_VENOUS].array
    plain = _tissue(PLACES, bright=False, seed=2).array
    np.testing.assert_allclose(moved[:, :, :-2], plain[:, :, 2:], atol=1)
