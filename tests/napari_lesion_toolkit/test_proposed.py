"""Lesions carried over to a later visit: proposals until a reader agrees."""

import dataclasses
from decimal import Decimal

import numpy as np
import pytest
import SimpleITK as sitk

from lesion_toolkit.alignment.exams import VisitAlignment
from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.alignment import Alignment
from lesion_toolkit.model.finding import Finding, Severity
from lesion_toolkit.model.lesion import Lesion, Role
from lesion_toolkit.model.measurement import State
from lesion_toolkit.model.phase import Phase
from lesion_toolkit.model.proposal import Fate, Match, Proposal
from lesion_toolkit.model.response import Response
from lesion_toolkit.model.timeline import NonTargetStatus
from napari_lesion_toolkit.edited import with_lesion, with_name, with_state
from napari_lesion_toolkit.listed import lesion_named
from napari_lesion_toolkit.proposed import Offer, offers, unsaid, with_accepted
from napari_lesion_toolkit.session import open_session, timepoint_of, undone

BASELINE, WEEK_8 = "baseline", "week 8"
WAY_MM = (-3.2, 1.6, 24.0)
"""From the lesion at baseline to the same lesion at week 8."""


@pytest.fixture
def unread(session):
    """Week 8 with images, and nothing said of T1 there yet."""
    first, second = session.timeline.timepoints
    bare = dataclasses.replace(second, measurements=())
    timeline = dataclasses.replace(session.timeline, timepoints=(first, bare))
    exams = {label: noisy(exam) for label, exam in session.exams.items()}
    exams[WEEK_8] = dataclasses.replace(exams[WEEK_8], masks={}, viability={})
    return open_session(exams, timeline)


def noisy(exam):
    """The same images with the noise of a scanner."""
    clean = exam.phases.reference
    noise = np.random.default_rng(0).normal(0, 10, clean.array.shape)
    volume = clean.with_array(np.rint(clean.array + noise).astype(np.int16))
    phases = dataclasses.replace(exam.phases, volumes={Phase.LATE_ARTERIAL: volume})
    return dataclasses.replace(exam, phases=phases)


def aligned():
    """Visits laid on each other by a known way."""
    back = sitk.TranslationTransform(3, [-mm for mm in WAY_MM])
    return {WEEK_8: VisitAlignment(back, Alignment("known"))}


def measured(session, lesion="T1"):
    return timepoint_of(session, WEEK_8).measurement_of(lesion)


def offer(fate, *findings, lesion="T1"):
    return Offer(WEEK_8, BASELINE, Proposal(lesion, Match(fate), findings=findings))


def test_a_lesion_is_proposed_where_nothing_is_said_of_it(session, unread):
    assert unsaid(unread, WEEK_8) == {"T1": BASELINE}
    assert unsaid(session, WEEK_8) == {}
    assert unsaid(unread, BASELINE) == {}
    gone = with_state(unread, WEEK_8, "T1", State.ABSENT)
    with pytest.raises(InputRefused, match="no lesion to carry over"):
        offers(gone, WEEK_8)


def test_a_proposal_is_no_act_and_its_acceptance_is_one(unread):
    (one,) = offers(unread, WEEK_8, aligned())
    assert measured(unread) is None
    assert (one.lesion, one.source, one.timepoint) == ("T1", BASELINE, WEEK_8)
    assert one.words.startswith("T1: ")
    assert "% overlap" in one.words
    agreed = with_accepted(unread, one)
    assert measured(agreed).whole_diameter_mm == pytest.approx(Decimal(40), abs=2)
    # the lesion of 20 mm radius lies there, in full
    there = agreed.exams[WEEK_8].masks["T1"]
    center = there.geometry.index_to_mm(np.argwhere(there.array).mean(axis=0))
    truth = unread.exams[WEEK_8].phases.geometry.index_to_mm([4.0, 50.0, 60.0])
    assert np.linalg.norm(center - truth) <= 3
    assert undone(agreed).reading.record == unread.reading.record


def test_a_lesion_that_is_not_seen_is_absent_only_once_a_reader_agrees(unread):
    one = offer(Fate.VANISHED)
    assert one.words == "T1: not seen in its place"
    assert measured(with_accepted(unread, one)).state is State.ABSENT
    assert with_accepted(unread, one).course.assessments[-1].overall is Response.CR


def test_a_lesion_that_could_not_be_judged_is_not_evaluable_and_says_why(unread):
    outside = Finding("lesion-not-imaged", "T1 lies outside.", Severity.SERIOUS, "T1")
    one = offer(Fate.UNSEEN, outside)
    assert one.doubts == ("T1 lies outside.",)
    row = measured(with_accepted(unread, one))
    assert (row.state, row.reason) == (State.NOT_EVALUABLE, "T1 lies outside.")


def test_what_became_of_a_non_target_is_judged_and_not_measured(unread):
    meant = dataclasses.replace(lesion_named(unread, "T1"), role=Role.NON_TARGET)
    other = with_lesion(unread, meant)
    for fate, status in (
        (Fate.VANISHED, NonTargetStatus.CR),
        (Fate.UNSEEN, NonTargetStatus.NE),
    ):
        agreed = with_accepted(other, offer(fate))
        (said,) = timepoint_of(agreed, WEEK_8).non_targets
        assert (said.lesion, said.status) == ("T1", status)


def test_a_proposal_that_the_reading_has_left_behind_is_refused(unread):
    one = offer(Fate.VANISHED)
    renamed = with_name(unread, "T1", "A")
    judged = with_state(unread, WEEK_8, "T1", State.NOT_EVALUABLE)
    for later in (renamed, judged):
        with pytest.raises(InputRefused, match="changed since"):
            with_accepted(later, one)


def test_lesions_come_from_the_last_visit_that_outlines_them(session):
    third = dataclasses.replace(
        timepoint_of(session, WEEK_8),
        label="week 16",
        date=session.timeline.timepoints[1].date.replace(month=9),
        measurements=(),
    )
    timeline = dataclasses.replace(
        session.timeline,
        lesions=(*session.timeline.lesions, Lesion("T2")),
        timepoints=(*session.timeline.timepoints, third),
    )
    exams = dict(session.exams)
    both = {"T2": exams[BASELINE].masks["T1"], **exams[BASELINE].masks}
    exams[BASELINE] = dataclasses.replace(exams[BASELINE], masks=both)
    exams["week 16"] = dataclasses.replace(exams[WEEK_8], masks={}, viability={})
    three = open_session(exams, timeline)
    assert unsaid(three, "week 16") == {"T1": WEEK_8, "T2": BASELINE}
    assert unsaid(three, WEEK_8) == {"T2": BASELINE}
