"""Lesions are carried to the next visit, matched, and only ever proposed."""

from dataclasses import replace

import numpy as np
import pytest

from lesion_toolkit.alignment.exams import align_visits
from lesion_toolkit.carried import carry_over
from lesion_toolkit.errors import InputRefused, SpaceMismatch
from lesion_toolkit.followup import confirmed, propagate, propose_matches
from lesion_toolkit.model.alignment import Part
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.measurement import State
from lesion_toolkit.model.phase import Phase, PhaseSet
from lesion_toolkit.model.proposal import Fate, Nearness
from lesion_toolkit.model.standing import Standing
from lesion_toolkit.model.therapy import Therapy
from lesion_toolkit.model.volume import Mask, Volume
from lesion_toolkit.nodules import describe_nodule
from lesion_toolkit.phantoms.anatomy import Scene
from lesion_toolkit.phantoms.materials import Material, brightness
from lesion_toolkit.phantoms.rendering import add_noise, layers_of, paint_with
from lesion_toolkit.phantoms.shapes import Ellipsoid
from lesion_toolkit.phantoms.tumor import Tumor
from lesion_toolkit.segmentation.click import segment
from lesion_toolkit.segmentation.pieces import separate_pieces
from lesion_toolkit.workflow import measure

SPACING, SHAPE, START = (4.0, 2.4, 2.4), (40, 124, 130), (-162.0, -115.0, -78.0)
PHASES = (Phase.PRECONTRAST, Phase.LATE_ARTERIAL, Phase.PORTAL_VENOUS)
MOVED = np.add((8.0, -120.0, 640.0), (1.0, -3.0, 12.0))
"""Table and breath of the follow-up: from a place at baseline to the same place."""

T1, T2 = np.array((-85.0, 0.0, 8.0)), np.array((-60.0, 30.0, -35.0))
FAR, NEXT_TO_T1 = np.array((-25.0, -45.0, 12.0)), np.array((-85.0, -42.0, 8.0))


def tumor(name: str, at, radius: float, **kind) -> Tumor:
    return Tumor(name, (Ellipsoid(tuple(map(float, at)), (radius,) * 3),), **kind)


def visit(*tumors: Tumor, later: bool = False) -> PhaseSet:
    """A baseline, or a follow-up on another table and in another breath."""
    breath = (1.0, -3.0, 12.0) if later else (0.0, 0.0, 0.0)
    table = (8.0, -120.0, 640.0) if later else (0.0, 0.0, 0.0)
    seen = Geometry.from_axes(SHAPE, origin_mm=START, spacing_mm=SPACING)
    grid = Geometry.from_axes(
        SHAPE,
        origin_mm=np.add(START, table),
        spacing_mm=SPACING,
        frame_of_reference_uid="2.2" if later else "1.1",
    )
    layers = layers_of(Scene(tumors=tumors), seen, breath)
    dice = np.random.default_rng(int(later))
    volumes = {}
    for phase in PHASES:
        painted = paint_with(
            layers, SHAPE, lambda m, rise, p=phase: brightness("CT", p, m, rise)
        )
        noisy = np.rint(add_noise(painted, "CT", 10.0, dice)).astype(np.int16)
        volumes[phase] = Volume(noisy, grid)
    return PhaseSet(volumes)


def ball(exam: PhaseSet, at, radius: float) -> Mask:
    grid = exam.geometry
    places = grid.index_to_mm(np.moveaxis(np.indices(grid.shape), 0, -1))
    return Mask(np.linalg.norm(places - at, axis=-1) <= radius, grid, source="click")


def center_mm(mask: Mask) -> np.ndarray:
    return mask.geometry.index_to_mm(np.argwhere(mask.array).mean(axis=0))


@pytest.fixture(scope="module")
def baseline() -> PhaseSet:
    return visit(tumor("T1", T1, 18), tumor("T2", T2, 12))


@pytest.fixture(scope="module")
def masks(baseline) -> dict[str, Mask]:
    return {"T1": ball(baseline, T1, 18), "T2": ball(baseline, T2, 12)}


@pytest.fixture(scope="module")
def follow_up() -> PhaseSet:
    """T1 smaller, T2 gone, one typical nodule far away and one beside T1."""
    return visit(
        tumor("T1", T1, 14),
        tumor("N1", FAR, 9),
        tumor("N2", NEXT_TO_T1, 8),
        later=True,
    )


@pytest.fixture(scope="module")
def alignment(baseline, follow_up):
    return align_visits(baseline, follow_up)


@pytest.fixture(scope="module")
def carried(baseline, masks, follow_up, alignment):
    return propagate(baseline, masks, follow_up, alignment=alignment)


def test_a_lesion_that_shrank_is_outlined_where_it_lies_now(carried, follow_up):
    found = carried.of("T1")
    truth = ball(follow_up, T1 + MOVED, 14)
    shared = 2 * np.count_nonzero(found.mask.array & truth.array)
    dice = shared / (found.mask.array.sum() + truth.array.sum())
    assert found.match.fate is Fate.SAME
    assert dice > 0.85
    assert np.linalg.norm(center_mm(found.mask) - (T1 + MOVED)) <= 2.0
    assert found.mask.source == "propagated"


def test_a_lesion_that_left_nothing_but_liver_is_proposed_as_vanished(carried):
    found = carried.of("T2")
    assert found.match.fate is Fate.VANISHED
    assert found.mask is None
    assert np.linalg.norm(center_mm(found.carried) - (T2 + MOVED)) <= 2.5


def test_everything_is_a_proposal_until_a_person_confirms_it(carried):
    assert {p.standing for p in carried.proposals} == {Standing.PROPOSED}
    agreed = confirmed(carried.of("T1"))
    assert agreed.standing is Standing.CONFIRMED
    assert agreed.mask is carried.of("T1").mask
    assert carried.of("T1").standing is Standing.PROPOSED
    with pytest.raises(KeyError):
        carried.of("T9")


def test_a_lesion_outside_the_later_images_is_unseen_and_never_vanished(
    baseline, masks, follow_up, alignment
):
    above = follow_up.geometry.mm_to_index(T1 + MOVED)[0] + 3
    part = (slice(int(above), None), slice(None), slice(None))
    cut = PhaseSet({p: v.cropped(part) for p, v in follow_up.volumes.items()})
    only = {"T1": masks["T1"]}
    (found,) = propagate(baseline, only, cut, alignment=alignment).proposals
    assert found.match.fate is Fate.UNSEEN
    assert found.mask is None
    assert {f.code for f in found.findings} == {"lesion-not-imaged"}


def test_an_outline_of_another_grid_or_an_empty_one_is_refused(baseline, follow_up):
    with pytest.raises(SpaceMismatch, match="another grid than its visit"):
        propagate(baseline, {"T1": ball(follow_up, T1, 9)}, follow_up)
    with pytest.raises(InputRefused, match="empty lesion outline"):
        propagate(baseline, {"T1": ball(baseline, T1 + 900, 9)}, follow_up)


def test_lesions_found_separately_are_matched_and_new_ones_described(
    baseline, masks, follow_up, alignment
):
    later = {
        "A": ball(follow_up, T1 + MOVED, 14),
        "B": ball(follow_up, FAR + MOVED, 9),
        "C": ball(follow_up, NEXT_TO_T1 + MOVED, 8),
    }
    found = propose_matches(baseline, masks, follow_up, later, alignment=alignment)
    assert {p.lesion: p.match.fate for p in found.proposals} == {
        "T1": Fate.SAME,
        "T2": Fate.VANISHED,
        "B": Fate.NEW,
        "C": Fate.NEW,
    }
    assert found.of("T1").match.later == ("A",)
    far, beside = found.of("B").nodule, found.of("C").nodule
    assert float(far.diameter_mm) == pytest.approx(18, abs=1.5)
    assert far.typical is True
    # late arterial 120 against 75 HU, portal venous 95 against 115
    assert far.above_liver[Phase.LATE_ARTERIAL] == pytest.approx(45, abs=5)
    assert far.above_liver[Phase.PORTAL_VENOUS] == pytest.approx(-20, abs=5)
    assert far.nearness is Nearness.APART
    assert beside.treated == "T1"


@pytest.mark.parametrize(
    ("at", "radius", "nearness"),
    [
        (np.add(T1, (9, 0, 0)), 7, Nearness.INSIDE),
        (np.add(T1, (31, 0, 0)), 7, Nearness.BESIDE),
    ],
)
def test_a_nodule_lies_inside_or_beside_a_treated_lesion(
    baseline, masks, follow_up, alignment, at, radius, nearness
):
    later = {"N": ball(follow_up, at + MOVED, radius)}
    treated = {"T1": alignment.place(masks["T1"], follow_up.geometry)}
    nodule = describe_nodule(follow_up, "N", later, treated)
    assert (nodule.nearness, nodule.treated) == (nearness, "T1")


def test_a_nodule_that_does_not_wash_out_or_not_enhance_is_not_typical():
    dark = visit(
        tumor("N", FAR, 10, material=Material.NECROSIS),
        tumor("V", T1, 12, material=Material.SPLEEN),
    )
    later = {"N": ball(dark, FAR, 9), "V": ball(dark, T1, 11)}
    assert describe_nodule(dark, "N", later, {}).typical is False
    assert describe_nodule(dark, "V", later, {}).typical is False


def test_without_an_arterial_phase_the_pattern_is_not_told(follow_up):
    portal = PhaseSet({Phase.PORTAL_VENOUS: follow_up.portal_venous})
    later = {"N": ball(portal, FAR + MOVED, 9)}
    nodule = describe_nodule(portal, "N", later, {})
    assert nodule.typical is None
    assert {f.code for f in nodule.findings} == {"pattern-not-told"}


def test_outlines_that_became_one_are_said_to_have_perhaps_merged(
    baseline, follow_up, alignment
):
    """Two names carried into one lesion: both keep their outline, and a warning."""
    halves = {
        "L": ball(baseline, np.add(T1, (-5, 0, 0)), 13),
        "R": ball(baseline, np.add(T1, (5, 0, 0)), 13),
    }
    found = propagate(baseline, halves, follow_up, alignment=alignment)
    for name in halves:
        codes = {finding.code for finding in found.of(name).findings}
        assert "outlines-overlap" in codes


SPLIT = {"A": np.add(T1, (0, -14, 0)), "B": np.add(T1, (0, 14, 0))}
"""What is left of T1: two nodules of 18 mm with 10 mm of liver in between."""


@pytest.fixture(scope="module")
def split() -> PhaseSet:
    return visit(*(tumor(name, at, 9) for name, at in SPLIT.items()), later=True)


@pytest.fixture(scope="module")
def split_alignment(baseline, split):
    return align_visits(baseline, split)


def test_a_lesion_clicked_once_before_and_twice_after_is_proposed_as_split(
    baseline, split, split_alignment
):
    before = {"T1": segment(baseline, at_mm=tuple(T1))}
    later = {name: segment(split, at_mm=at + MOVED) for name, at in SPLIT.items()}
    found = propose_matches(baseline, before, split, later, alignment=split_alignment)
    (only,) = found.proposals
    assert (only.lesion, only.match.fate) == ("T1", Fate.SPLIT)
    assert only.match.later == ("A", "B")
    assert only.standing is Standing.PROPOSED
    np.testing.assert_array_equal(only.mask.array, later["A"].array | later["B"].array)


def test_a_carried_lesion_that_lies_there_in_two_is_proposed_as_split(
    baseline, masks, split, split_alignment
):
    only = {"T1": masks["T1"]}
    (found,) = propagate(baseline, only, split, alignment=split_alignment).proposals
    truth = [ball(split, at + MOVED, 9).array for at in SPLIT.values()]
    both = np.logical_or(*truth)
    assert found.match.fate is Fate.SPLIT
    assert (found.match.earlier, found.match.later) == (("T1",), ("T1a", "T1b"))
    assert found.standing is Standing.PROPOSED
    assert {f.code for f in found.findings} >= {"perhaps-split"}
    shared = 2 * np.count_nonzero(found.mask.array & both)
    assert shared / (found.mask.array.sum() + both.sum()) > 0.9
    for one in truth:
        assert np.count_nonzero(found.mask.array & one) > 0.85 * one.sum()


def test_a_living_rim_about_a_dead_core_is_one_lesion():
    whole, core = Ellipsoid(tuple(T1), (20,) * 3), Ellipsoid(tuple(T1), (13,) * 3)
    one = visit(Tumor("T1", (whole,), necrosis=(core,)))
    assert separate_pieces(one, ball(one, T1, 22)) == ()


def test_where_nothing_but_liver_lies_there_are_no_pieces(baseline):
    assert separate_pieces(baseline, ball(baseline, FAR, 15)) == ()


@pytest.mark.parametrize(("gap_mm", "count"), [(1.0, 0), (6.0, 2), (12.0, 2)])
def test_nodules_are_parted_where_liver_lies_in_between(gap_mm, count):
    apart = np.array((0.0, 10 + gap_mm / 2, 0.0))
    exam = visit(tumor("A", T1 - apart, 10), tumor("B", T1 + apart, 10))
    assert len(separate_pieces(exam, ball(exam, T1, 24))) == count


def test_carried_lesions_are_outlined_or_not_evaluable_never_absent(
    baseline, masks, follow_up
):
    found = carry_over(baseline, masks, follow_up)
    assert set(found.outlines) == {"T1"}
    assert {f.code for f in found.outlines["T1"].findings} >= {"proposed-outline"}
    gone = found.without_outline["T2"]
    assert gone.state is State.NOT_EVALUABLE
    assert "vanished" in gone.reason
    assert gone.viable_diameter_mm is None


def test_a_timepoint_is_completed_in_the_order_of_the_lesions(
    baseline, masks, follow_up
):
    found = carry_over(baseline, dict(reversed(masks.items())), follow_up)
    measured = measure(follow_up, found.outlines, "2024-04-16")
    rows = found.completed(measured).measurements
    assert [row.lesion for row in rows] == ["T2", "T1"]
    assert float(rows[1].whole_diameter_mm) == pytest.approx(28, abs=2.5)


def test_a_lesion_is_doubted_where_the_visits_around_it_stay_off(
    baseline, masks, follow_up, alignment
):
    near, far = ((*map(float, place + MOVED),) for place in (T1, T2))
    parts = (Part(near, 1.0), Part(far, 11.6))
    off = replace(alignment, alignment=replace(alignment.alignment, parts=parts))
    found = propagate(baseline, masks, follow_up, alignment=off)
    said = {p.lesion: {f.code: f.message for f in p.findings} for p in found.proposals}
    assert "carried-inexactly" not in said["T1"]
    assert "12 mm" in said["T2"]["carried-inexactly"]


@pytest.fixture(scope="module")
def without_precontrast(follow_up) -> PhaseSet:
    kept = {p: v for p, v in follow_up.volumes.items() if p is not Phase.PRECONTRAST}
    return PhaseSet(kept)


OILED = {name: (Therapy("cTACE", "2024-02-20"),) for name in ("T1", "T2")}


def test_after_ctace_every_carried_lesion_says_that_oil_hides_what_lives(
    baseline, masks, without_precontrast, alignment
):
    """Also one that seems to have vanished: no caution depends on an outline."""
    found = propagate(
        baseline,
        masks,
        without_precontrast,
        alignment=alignment,
        therapies=OILED,
        date="2024-04-16",
    )
    assert found.of("T1").mask is not None
    assert found.of("T2").mask is None
    for name in masks:
        codes = {finding.code for finding in found.of(name).findings}
        assert "ctace-without-precontrast" in codes


@pytest.mark.parametrize("day", ["2024-02-20", "2024-02-01"])
def test_a_therapy_on_or_after_the_day_of_the_scan_says_nothing_of_it(
    baseline, masks, without_precontrast, alignment, day
):
    only = {"T1": masks["T1"]}
    found = propagate(
        baseline,
        only,
        without_precontrast,
        alignment=alignment,
        therapies=OILED,
        date=day,
    )
    codes = {finding.code for finding in found.of("T1").findings}
    assert "ctace-without-precontrast" not in codes


def test_therapies_without_a_day_of_the_scan_are_refused(
    baseline, masks, without_precontrast, alignment
):
    with pytest.raises(InputRefused, match="without a date"):
        propagate(
            baseline, masks, without_precontrast, alignment=alignment, therapies=OILED
        )


def test_carried_lesions_are_not_evaluable_after_ctace_without_precontrast(
    baseline, masks, without_precontrast
):
    """The row of a lesion without an outline gives the reason of the other ones."""
    day = "2024-04-16"
    found = carry_over(baseline, masks, without_precontrast, therapies=OILED, date=day)
    timepoint = measure(without_precontrast, found.outlines, day, therapies=OILED)
    outlined, gone = found.completed(timepoint).measurements
    assert outlined.viable_diameter_mm is None
    assert "cTACE" in outlined.reason
    assert gone.state is State.NOT_EVALUABLE
    assert "cTACE" in gone.reason
    for row in (outlined, gone):
        codes = [finding.code for finding in row.findings]
        assert codes.count("ctace-without-precontrast") == 1
