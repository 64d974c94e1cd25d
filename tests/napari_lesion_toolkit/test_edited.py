"""Edits of the list of lesions and of the course, without a screen."""

import datetime
from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.lesion import Kind, Lesion, Role
from lesion_toolkit.model.measurement import CaliperSource, LesionMeasurement, State
from lesion_toolkit.model.response import Response
from lesion_toolkit.model.therapy import Therapy, TherapyKind
from lesion_toolkit.model.timeline import (
    NewLesionStatus,
    NonTargetStatus,
    TreatmentLine,
)
from lesion_toolkit.reading.events import LesionAdded, MaskSet, Measured
from lesion_toolkit.reading.masks import digest_of
from napari_lesion_toolkit.drawn import (
    drawn_calipers,
    edited_lesions,
    measured_without_hand,
    with_caliper,
    with_opened_calipers,
)
from napari_lesion_toolkit.edited import (
    with_comment,
    with_lesion,
    with_line,
    with_name,
    with_new,
    with_state,
    with_status,
    without_lesion,
    without_line,
)
from napari_lesion_toolkit.listed import lesion_named
from napari_lesion_toolkit.pointed import clicks_of, with_outlined
from napari_lesion_toolkit.session import signed, timepoint_of, with_acts
from napari_lesion_toolkit.treated import redone, therapies_of, undone

BASELINE, WEEK_8 = "baseline", "week 8"
SHORTER = ((10.0, 5.0, 112.0), (38.0, 5.0, 112.0))
JANUARY = datetime.date(2023, 1, 31)


def measured(session, timepoint, lesion):
    return timepoint_of(session, timepoint).measurement_of(lesion)


def last(session):
    return session.course.assessments[-1]


def lesion(session, name="T1"):
    return lesion_named(session, name)


def outlined(session, timepoint, name):
    """T1's outline taken for another lesion as well, without measuring it."""
    mask = session.exams[timepoint].masks["T1"]
    acts = LesionAdded(Lesion(name)), MaskSet(timepoint, name, digest_of(mask))
    return with_acts(session, *acts)


def test_a_renamed_lesion_keeps_what_was_measured_of_it_without_a_hand(session):
    edited = with_caliper(session, WEEK_8, "T1", SHORTER)
    called = with_name(edited, "T1", "Segment VII")
    before = measured_without_hand(called, WEEK_8, "Segment VII")
    assert before.viable_diameter_mm == Decimal("32.0")
    assert edited_lesions(called, WEEK_8) == ("Segment VII",)
    assert edited_lesions(called, BASELINE) == ()
    back = with_opened_calipers(called, WEEK_8, "Segment VII")
    assert last(back).overall is Response.SD
    assert drawn_calipers(back, WEEK_8)[0].lesion == "Segment VII"


def test_a_caliper_of_a_renamed_lesion_still_says_what_was_before(session):
    called = with_name(session, "T1", "A")
    edited = with_caliper(called, WEEK_8, "A", SHORTER)
    (note,) = measured(edited, WEEK_8, "A").findings
    assert "32.0 mm before" in note.message
    assert measured(edited, WEEK_8, "A").caliper.source is CaliperSource.EDITED


def test_a_renamed_lesion_keeps_the_clicks_it_was_grown_from(session):
    mask = session.exams[WEEK_8].masks["T1"]
    digest, at = digest_of(mask), (1.0, 2.0, 3.0)
    clicked = with_acts(session, MaskSet(WEEK_8, "T1", digest, (at,)))
    called = with_name(clicked, "T1", "A")
    assert clicks_of(called, WEEK_8, "A").added_mm == (at,)
    assert clicks_of(with_name(called, "A", "T1"), WEEK_8, "T1").added_mm == (at,)


def test_a_lesion_that_took_the_name_of_a_removed_one_has_no_past(session):
    edited = with_caliper(session, WEEK_8, "T1", SHORTER)
    fresh = with_acts(without_lesion(edited, "T1"), LesionAdded(Lesion("T1")))
    assert measured_without_hand(fresh, WEEK_8, "T1") is None
    assert clicks_of(fresh, WEEK_8, "T1").mask == ""


def test_every_edit_is_one_act_that_undo_takes_back(session):
    edits = [
        lambda s: with_name(s, "T1", "A"),
        lambda s: with_lesion(s, replace(lesion(s), organ="lung", kind=Kind.MASS)),
        lambda s: with_lesion(s, Lesion("T2")),
        lambda s: with_new(s, WEEK_8, "", NewLesionStatus.EQUIVOCAL),
        lambda s: with_new(s, WEEK_8, "T1", NewLesionStatus.UNEQUIVOCAL),
        lambda s: with_state(s, WEEK_8, "T1", State.ABSENT),
        lambda s: with_line(s, TreatmentLine("TACE", JANUARY)),
        lambda s: with_comment(s, "beside a cyst", WEEK_8, "T1"),
        lambda s: without_lesion(s, "T1"),
    ]
    for edit in edits:
        edited = edit(session)
        assert edited.reading.record != session.reading.record
        assert undone(edited).reading.record == session.reading.record
        assert redone(undone(edited)).reading.record == edited.reading.record


def test_what_is_said_already_is_no_act(session):
    assert with_lesion(session, lesion(session)) is session
    assert with_name(session, "T1", " T1 ") is session
    assert with_comment(session, "  ") is session
    lined = with_line(session, TreatmentLine("TACE", JANUARY))
    assert with_line(lined, TreatmentLine("TACE", JANUARY)) is lined


def test_a_signed_reading_is_not_edited(session):
    with pytest.raises(InputRefused, match="signed"):
        with_name(signed(session), "T1", "A")


@pytest.mark.parametrize("name", ["", "  ", "T2"])
def test_a_lesion_is_not_given_a_name_that_is_none_or_taken(session, name):
    two = with_lesion(session, Lesion("T2"))
    with pytest.raises(InputRefused, match="taken"):
        with_name(two, "T1", name)


def test_a_target_that_becomes_a_non_target_is_judged_and_not_summed(session):
    other = with_lesion(session, replace(lesion(session), role=Role.NON_TARGET))
    assert (last(other).target, last(other).non_target) == (Response.NONE, Response.NE)
    judged = with_status(other, WEEK_8, "T1", NonTargetStatus.PD)
    assert last(judged).overall is Response.PD
    assert measured(judged, WEEK_8, "T1") is None
    back = with_lesion(judged, replace(lesion(judged), role=Role.TARGET))
    assert last(back).overall is Response.SD
    assert measured(back, WEEK_8, "T1") == measured(session, WEEK_8, "T1")
    again = with_status(judged, WEEK_8, "T1", None)
    assert last(again).non_target is Response.NE


def test_only_a_non_target_is_judged(session):
    with pytest.raises(InputRefused, match="which is a target"):
        with_status(session, WEEK_8, "T1", NonTargetStatus.CR)


def test_an_unequivocal_new_lesion_is_progression_and_an_equivocal_one_is_not(session):
    sure = with_new(session, WEEK_8, "", NewLesionStatus.UNEQUIVOCAL)
    assert last(sure).overall is Response.PD
    assert [(x.id, x.role) for x in sure.timeline.lesions][-1] == ("NEW1", Role.NEW)
    doubt = with_new(sure, WEEK_8, "NEW1", NewLesionStatus.EQUIVOCAL)
    assert last(doubt).overall is Response.SD
    none = with_new(doubt, WEEK_8, "NEW1", None)
    assert timepoint_of(none, WEEK_8).new_lesions == ()


def test_the_first_visit_shows_nothing_new(session):
    with pytest.raises(InputRefused, match="first visit"):
        with_new(session, BASELINE, "", NewLesionStatus.UNEQUIVOCAL)
    with pytest.raises(InputRefused, match="without the visit"):
        with_lesion(session, Lesion("N", Role.NEW))


def test_a_new_lesion_has_the_size_that_is_measured_of_it(session):
    measured_new = outlined(session, WEEK_8, "N")
    mask = session.exams[WEEK_8].masks["T1"]
    measured_new = with_outlined(measured_new, WEEK_8, "N", mask)
    said = with_new(measured_new, WEEK_8, "N", NewLesionStatus.UNEQUIVOCAL)
    (seen,) = timepoint_of(said, WEEK_8).new_lesions
    assert seen.diameter_mm == measured(said, WEEK_8, "N").whole_diameter_mm
    smaller = replace(mask, array=mask.array & (np.arange(128) > 60))
    redrawn = with_outlined(said, WEEK_8, "N", smaller)
    (seen,) = timepoint_of(redrawn, WEEK_8).new_lesions
    assert seen.diameter_mm == measured(redrawn, WEEK_8, "N").whole_diameter_mm
    assert seen.diameter_mm < measured(said, WEEK_8, "N").whole_diameter_mm


def test_a_lesion_that_is_not_new_after_all_is_withdrawn_everywhere(session):
    said = with_new(session, WEEK_8, "T1", NewLesionStatus.UNEQUIVOCAL)
    assert last(said).overall is Response.PD
    back = with_lesion(said, replace(lesion(said), role=Role.TARGET))
    assert back.timeline == session.timeline


def test_a_vanished_target_counts_zero_and_loses_its_outline(session):
    gone = with_state(session, WEEK_8, "T1", State.ABSENT)
    assert last(gone).overall is Response.CR
    assert "T1" not in gone.exams[WEEK_8].masks
    assert "T1" in undone(gone).exams[WEEK_8].masks
    with pytest.raises(InputRefused, match="no outline"):
        with_state(gone, WEEK_8, "T1", State.MEASURED)


def test_a_lesion_that_cannot_be_assessed_keeps_its_outline_and_can_be_measured(
    session,
):
    unread = with_state(session, WEEK_8, "T1", State.NOT_EVALUABLE, "motion")
    assert last(unread).overall is Response.NE
    assert measured(unread, WEEK_8, "T1").reason == "motion"
    assert with_state(session, WEEK_8, "T1", State.NOT_EVALUABLE).timeline != (
        session.timeline
    )
    again = with_state(unread, WEEK_8, "T1", State.MEASURED)
    assert measured(again, WEEK_8, "T1").state is State.MEASURED
    assert measured(again, WEEK_8, "T1").whole_diameter_mm > 30


def test_a_target_too_small_to_measure_counts_five_mm(session):
    small = with_state(session, WEEK_8, "T1", State.TOO_SMALL)
    assert last(small).sum_mm == Decimal(5)


def test_what_takes_a_length_is_not_said_without_one(session):
    with pytest.raises(InputRefused, match="without a length"):
        with_state(session, WEEK_8, "T1", State.SPLIT)


def test_a_line_moves_the_baseline_and_a_renamed_line_is_the_same_line(session):
    after = datetime.date(2023, 6, 20)
    lined = with_line(session, TreatmentLine("second", after))
    assert [a.label for a in lined.course.assessments] == [WEEK_8]
    called = with_line(lined, TreatmentLine("sorafenib", after), "second")
    assert [x.name for x in called.timeline.treatment_lines] == ["sorafenib"]
    assert without_line(called, "sorafenib").timeline == session.timeline
    with pytest.raises(InputRefused, match="taken"):
        with_line(called, TreatmentLine(" ", after))
    with pytest.raises(InputRefused, match="no treatment line"):
        without_line(session, "sorafenib")


def test_after_ctace_a_ct_without_precontrast_is_not_judged(session):
    """The measuring is told what was done, as on the command line."""
    mask = session.exams[WEEK_8].masks["T1"]
    plain = with_outlined(session, WEEK_8, "T1", mask)
    assert measured(plain, WEEK_8, "T1").viable_diameter_mm is not None
    done = Therapy(TherapyKind.CTACE, JANUARY)
    treated = with_lesion(plain, replace(lesion(plain), therapies=(done,)))
    row = measured(treated, WEEK_8, "T1")
    assert row.viable_diameter_mm is None
    assert "No precontrast series after cTACE" in row.reason
    tissue = treated.exams[WEEK_8].viability["T1"]
    back = undone(treated)
    assert measured(back, WEEK_8, "T1") == measured(plain, WEEK_8, "T1")
    shown = back.exams[WEEK_8].viability["T1"].array
    assert not np.array_equal(shown, tissue.array)
    assert np.array_equal(shown, plain.exams[WEEK_8].viability["T1"].array)


def test_a_line_of_ctace_treats_its_lesions_and_no_size_that_a_person_set(session):
    mask = session.exams[WEEK_8].masks["T1"]
    plain = with_outlined(session, WEEK_8, "T1", mask)
    line = TreatmentLine("TACE", datetime.date(2023, 4, 20), TherapyKind.CTACE)
    lined = with_line(plain, line)
    assert therapies_of(lined, "T1") == (Therapy(line.therapy, line.start),)
    assert measured(lined, WEEK_8, "T1").viable_diameter_mm is None
    by_hand = with_caliper(plain, WEEK_8, "T1", SHORTER)
    kept = with_line(by_hand, line)
    assert measured(kept, WEEK_8, "T1").viable_diameter_mm == Decimal("28.0")


def test_a_resected_target_is_not_evaluable_from_then_on(session):
    resected = Therapy(TherapyKind.RESECTION, datetime.date(2023, 7, 1))
    third = replace(
        timepoint_of(session, WEEK_8), label="week 16", date=datetime.date(2023, 8, 10)
    )
    timeline = replace(
        session.timeline, timepoints=(*session.timeline.timepoints, third)
    )
    course = session.assess(timeline, session.criteria)
    assert course.assessments[-1].overall is Response.SD
    cut = with_lesion(session, replace(lesion(session), therapies=(resected,)))
    timeline = replace(timeline, lesions=cut.timeline.lesions)
    assert session.assess(timeline, session.criteria).assessments[-1].overall is (
        Response.NE
    )
    assert last(cut).overall is Response.SD


def test_a_lesion_that_others_merged_into_is_not_struck_out(session):
    row = LesionMeasurement("T2", State.MERGED, into="T1")
    merged = with_acts(session, LesionAdded(Lesion("T2")), Measured(WEEK_8, row))
    with pytest.raises(InputRefused, match="merged into 'T1'"):
        without_lesion(merged, "T1")
