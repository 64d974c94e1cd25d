"""Each lesion of two visits gets exactly one fate, by overlap and else by distance."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lesion_toolkit.alignment.matching import NEAR_MM, match_lesions
from lesion_toolkit.errors import InputRefused, SpaceMismatch
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.proposal import Fate
from lesion_toolkit.model.volume import Mask

GEOMETRY = Geometry.from_axes(
    (16, 40, 40), origin_mm=(0.0, 0.0, 0.0), spacing_mm=(4.0, 2.5, 2.5)
)
PLACES = GEOMETRY.index_to_mm(np.moveaxis(np.indices(GEOMETRY.shape), 0, -1))


def ball(x: float, radius: float = 10.0, y: float = 50.0, z: float = 30.0) -> Mask:
    apart = np.linalg.norm(PLACES - (x, y, z), axis=-1)
    return Mask(apart <= radius, GEOMETRY)


NOWHERE = Mask(np.zeros(GEOMETRY.shape, bool), GEOMETRY)


def fates(earlier, later) -> set[tuple]:
    return {(m.fate, m.earlier, m.later) for m in match_lesions(earlier, later)}


def test_outlines_that_overlap_are_one_lesion_even_after_growth():
    found = fates({"T1": ball(30), "T2": ball(75)}, {"a": ball(77), "b": ball(33, 18)})
    assert found == {
        (Fate.SAME, ("T1",), ("b",)),
        (Fate.SAME, ("T2",), ("a",)),
    }


def test_one_lesion_in_whose_place_two_lie_has_split():
    found = fates({"T1": ball(50, 25)}, {"a": ball(36, 8), "b": ball(64, 8)})
    assert found == {(Fate.SPLIT, ("T1",), ("a", "b"))}


def test_two_lesions_in_whose_place_one_lies_have_merged():
    found = fates({"T1": ball(36, 8), "T2": ball(64, 8)}, {"a": ball(50, 25)})
    assert found == {(Fate.MERGED, ("T1", "T2"), ("a",))}


def test_what_has_no_partner_vanished_or_is_new():
    found = fates({"T1": ball(15)}, {"a": ball(80)})
    assert found == {(Fate.VANISHED, ("T1",), ()), (Fate.NEW, (), ("a",))}


def test_a_lesion_outside_the_later_images_is_unseen_and_not_vanished():
    assert fates({"T1": NOWHERE}, {}) == {(Fate.UNSEEN, ("T1",), ())}


def test_small_lesions_that_miss_each_other_are_paired_by_distance_on_the_whole():
    # the nearest two (T2 and a, 7 mm) are not one: both moved 13 mm
    earlier = {"T1": ball(20, 3), "T2": ball(40, 3)}
    later = {"a": ball(33, 3), "b": ball(53, 3)}
    assert fates(earlier, later) == {
        (Fate.SAME, ("T1",), ("a",)),
        (Fate.SAME, ("T2",), ("b",)),
    }


@pytest.mark.parametrize(("apart", "fate"), [(-1.5, Fate.SAME), (3.0, Fate.VANISHED)])
def test_beyond_the_error_of_the_alignment_nothing_is_paired(apart, fate):
    matches = match_lesions({"T1": ball(20, 4)}, {"a": ball(20 + NEAR_MM + apart, 4)})
    assert matches[0].fate is fate


def test_a_match_says_how_much_is_shared_and_how_far_the_centers_are():
    (match,) = match_lesions({"T1": ball(50, 12)}, {"a": ball(55, 6)})
    assert match.overlap == 1.0
    assert match.distance_mm == pytest.approx(5, abs=0.3)


def test_outlines_of_another_grid_are_refused():
    other = Mask(ball(50).array[1:], GEOMETRY.crop((1, 0, 0), (15, 40, 40)))
    with pytest.raises(SpaceMismatch, match="different grids"):
        match_lesions({"T1": ball(50)}, {"a": other})


def test_an_empty_outline_at_the_later_visit_is_refused():
    with pytest.raises(InputRefused, match="empty outline"):
        match_lesions({"T1": ball(50)}, {"a": NOWHERE})


balls = st.lists(
    st.builds(
        ball,
        x=st.floats(5, 95),
        radius=st.floats(4, 25),
        y=st.floats(20, 80),
        z=st.floats(10, 50),
    ),
    max_size=5,
)


def named(masks, letter: str) -> dict[str, Mask]:
    return {f"{letter}{number}": mask for number, mask in enumerate(masks)}


@given(balls, balls)
@settings(max_examples=40, deadline=None)
def test_every_lesion_gets_exactly_one_fate(before, after):
    earlier, later = named(before, "E"), named(after, "L")
    matches = match_lesions(earlier, later)
    assert Counter(n for m in matches for n in m.earlier) == Counter(list(earlier))
    assert Counter(n for m in matches for n in m.later) == Counter(list(later))
    sizes = {
        Fate.SAME: lambda one, other: (one, other) == (1, 1),
        Fate.SPLIT: lambda one, other: one == 1 and other > 1,
        Fate.MERGED: lambda one, other: one > 1 and other == 1,
        Fate.VANISHED: lambda one, other: (one, other) == (1, 0),
        Fate.NEW: lambda one, other: (one, other) == (0, 1),
    }
    for match in matches:
        assert sizes[match.fate](len(match.earlier), len(match.later))


@given(balls, balls, st.randoms(use_true_random=False))
@settings(max_examples=30, deadline=None)
def test_the_order_of_the_lesions_changes_nothing(before, after, dice):
    earlier, later = named(before, "E"), named(after, "L")
    shuffled = [list(side.items()) for side in (earlier, later)]
    for side in shuffled:
        dice.shuffle(side)
    assert match_lesions(*map(dict, shuffled)) == match_lesions(earlier, later)


@given(balls)
@settings(max_examples=30, deadline=None)
def test_lesions_that_do_not_touch_and_did_not_change_are_all_the_same(masks):
    apart = []
    for mask in masks:
        if not any((mask.array & other.array).any() for other in apart):
            apart.append(mask)
    lesions = named(apart, "T")
    matches = match_lesions(lesions, lesions)
    assert [(m.fate, m.earlier, m.later) for m in matches] == [
        (Fate.SAME, (name,), (name,)) for name in sorted(lesions)
    ]
