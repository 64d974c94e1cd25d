"""A follow-up is laid on its baseline in the liver, across frames of reference."""

import numpy as np
import pytest

from lesion_toolkit.alignment.exams import align_visits
from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.phase import Phase, PhaseSet
from lesion_toolkit.model.volume import Mask, Volume
from lesion_toolkit.phantoms.anatomy import Scene
from lesion_toolkit.phantoms.materials import brightness
from lesion_toolkit.phantoms.rendering import add_noise, layers_of, paint_with
from lesion_toolkit.phantoms.shapes import Ellipsoid
from lesion_toolkit.phantoms.tumor import Tumor

AT = np.array((-80.0, 0.0, 0.0))
SCENE = Scene(tumors=(Tumor("T1", (Ellipsoid(tuple(AT.tolist()), (16, 14, 15)),)),))


def visit(
    *,
    table_mm=(0.0, 0.0, 0.0),
    breath_mm=(0.0, 0.0, 0.0),
    spacing_mm=(5.0, 3.0, 3.0),
    shape=(34, 112, 108),
    start_mm=(-162.0, -120.0, -85.0),
    frame="1.1",
    seed=1,
) -> PhaseSet:
    """One visit; the table says where the scene's origin lies in its coordinates."""
    scene_grid = Geometry.from_axes(shape, origin_mm=start_mm, spacing_mm=spacing_mm)
    painted = paint_with(
        layers_of(SCENE, scene_grid, breath_mm),
        shape,
        lambda material, rise: brightness("CT", Phase.PORTAL_VENOUS, material, rise),
    )
    noisy = add_noise(painted, "CT", 10.0, np.random.default_rng(seed))
    grid = Geometry.from_axes(
        shape,
        origin_mm=np.add(start_mm, table_mm),
        spacing_mm=spacing_mm,
        frame_of_reference_uid=frame,
    )
    volume = Volume(np.rint(noisy).astype(np.int16), grid)
    return PhaseSet({Phase.PORTAL_VENOUS: volume})


BASELINE = visit()
MOTIONS = {
    "another table": {"table_mm": (12.0, -150.0, 905.0)},
    "another breath": {"table_mm": (-4.0, 8.0, -420.0), "breath_mm": (2.0, -4.0, 18.0)},
    "other slices": {
        "table_mm": (3.0, -20.0, 60.0),
        "breath_mm": (0.0, 3.0, -12.0),
        "spacing_mm": (3.0, 2.4, 2.4),
        "shape": (44, 130, 140),
        "start_mm": (-165.0, -150.0, -55.0),
    },
}


@pytest.mark.parametrize("motion", MOTIONS.values(), ids=MOTIONS)
def test_a_place_of_the_liver_is_found_again_at_the_other_visit(motion):
    follow_up = visit(**motion, frame="2.2", seed=2)
    found = align_visits(BASELINE, follow_up)
    moved = np.add(motion["table_mm"], motion.get("breath_mm", (0, 0, 0)))
    for place in (AT, np.add(AT, (30, -20, 25)), np.add(AT, (10, 25, -30))):
        assert np.linalg.norm(found.to_follow_up(place) - (place + moved)) <= 2.0
        assert np.linalg.norm(found.to_baseline(place + moved) - place) <= 2.0
    assert not found.findings


def test_there_and_back_is_where_one_began():
    motion = MOTIONS["another breath"]
    found = align_visits(BASELINE, visit(**motion, frame="2.2", seed=2))
    places = AT + np.random.default_rng(0).normal(0, 30, (10, 3))
    back = found.to_baseline(found.to_follow_up(places))
    np.testing.assert_allclose(back, places, atol=0.05)


def test_a_lesion_is_carried_whole_onto_the_other_grid():
    motion = MOTIONS["other slices"]
    follow_up = visit(**motion, frame="2.2", seed=2)
    grid = BASELINE.geometry
    places = grid.index_to_mm(np.moveaxis(np.indices(grid.shape), 0, -1))
    lesion = Mask(np.linalg.norm(places - AT, axis=-1) < 15, grid, source="click")
    carried = align_visits(BASELINE, follow_up).place(lesion, follow_up.geometry)
    center = follow_up.geometry.index_to_mm(np.argwhere(carried.array).mean(axis=0))
    wanted = AT + motion["table_mm"] + motion["breath_mm"]
    assert np.linalg.norm(center - wanted) <= 2.0
    assert carried.volume_ml == pytest.approx(lesion.volume_ml, rel=0.08)
    assert carried.source == "click"


def test_two_visits_are_aligned_the_same_way_every_time():
    follow_up = visit(**MOTIONS["another breath"], frame="2.2", seed=2)
    places = AT + np.random.default_rng(0).normal(0, 30, (5, 3))
    one, other = (
        align_visits(BASELINE, follow_up).to_follow_up(places) for _ in range(2)
    )
    # sums of floats differ in their last digit with where the arrays lie in memory
    np.testing.assert_allclose(one, other, rtol=0, atol=1e-9)


@pytest.mark.parametrize("level", [-800, 40])
def test_a_visit_that_shows_no_body_is_refused(level):
    grid = BASELINE.geometry
    noise = np.random.default_rng(3).normal(level, 30, grid.shape).astype(np.int16)
    nothing = PhaseSet({Phase.PORTAL_VENOUS: Volume(noise, grid)})
    with pytest.raises(InputRefused, match="cannot be compared"):
        align_visits(BASELINE, nothing)


@pytest.mark.parametrize("axis", [0, 2], ids=["upside down", "left for right"])
def test_another_body_is_said_not_to_be_aligned(axis):
    """Its best move lies well within reach, and yet nothing fits after it."""
    exam = visit(**MOTIONS["another table"], frame="2.2", seed=2)
    portal = exam.portal_venous
    other = portal.with_array(np.flip(portal.array, axis).copy())
    found = align_visits(BASELINE, PhaseSet({Phase.PORTAL_VENOUS: other}))
    assert [finding.code for finding in found.findings] == ["visits-not-aligned"]


def test_the_picture_shows_both_visits_in_turns():
    follow_up = visit(**MOTIONS["another table"], frame="2.2", seed=2)
    picture = align_visits(BASELINE, follow_up).alignment.picture
    board = np.frombuffer(picture.pixels, np.uint8).reshape(picture.shape)
    assert board.std() > 20
    assert picture.edge_letters == ("R", "L", "H", "F")
