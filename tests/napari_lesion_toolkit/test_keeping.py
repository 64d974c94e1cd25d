import dataclasses
import datetime

import numpy as np
import pytest

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.response import Response
from lesion_toolkit.model.timeline import Timepoint
from lesion_toolkit.reading.events import Commented
from lesion_toolkit.reading.store import open_store
from napari_lesion_toolkit.drawn import with_caliper
from napari_lesion_toolkit.keeping import kept
from napari_lesion_toolkit.session import (
    can_redo,
    can_undo,
    open_session,
    redone,
    reopened,
    signed,
    undone,
    with_acts,
    with_criteria,
)

BASELINE, WEEK_8 = "baseline", "week 8"
SHORTER = ((10.0, 5.0, 112.0), (38.0, 5.0, 112.0))


@pytest.fixture
def store(tmp_path):
    opened = open_store(tmp_path / "own.sqlite")
    yield opened
    opened.engine.dispose()


def overall(session):
    return session.course.assessments[-1].overall


def fresh(session):
    """The patient as opened again from the images."""
    return open_session(session.exams, session.timeline)


def test_undo_takes_back_an_edit_and_redo_restores_it(session):
    assert not can_undo(session)
    edited = with_caliper(session, WEEK_8, "T1", SHORTER)
    assert overall(edited) is Response.PR
    back = undone(edited)
    assert overall(back) is Response.SD
    assert back.timeline == session.timeline
    assert overall(redone(back)) is Response.PR
    assert (can_undo(back), can_redo(back), can_redo(edited)) == (False, True, False)


def test_what_the_images_said_at_first_is_not_undone(session):
    with pytest.raises(InputRefused, match="nothing to undo"):
        undone(session)


def test_the_choice_of_criteria_is_undone_like_any_act(session):
    other = with_criteria(session, "recist-1.1")
    assert undone(other).criteria == "mrecist-2010"
    assert undone(other).course == session.course


def test_a_reading_goes_on_where_it_was_left(session, store):
    opened, keeper = kept(session, store)
    edited = with_caliper(opened, WEEK_8, "T1", SHORTER)
    keeper.keep(edited)
    again, _ = kept(fresh(session), store)
    assert overall(again) is Response.PR
    assert again.reading.entries == edited.reading.entries
    assert overall(undone(again)) is Response.SD


def test_outlines_come_back_with_the_reading(session, store):
    kept(session, store)
    again, _ = kept(fresh(session), store)
    for label in (BASELINE, WEEK_8):
        known = session.exams[label].masks["T1"].array
        assert np.array_equal(again.exams[label].masks["T1"].array, known)
        assert "T1" in again.exams[label].viability


def test_a_visit_that_is_new_since_is_added_to_the_reading(session, store):
    first_only = open_session(
        {BASELINE: session.exams[BASELINE]},
        dataclasses.replace(
            session.timeline, timepoints=session.timeline.timepoints[:1]
        ),
    )
    _, keeper = kept(first_only, store)
    again, _ = kept(session, store)
    assert [t.label for t in again.timeline.timepoints] == [BASELINE, WEEK_8]
    assert again.timeline.timepoints == session.timeline.timepoints
    assert set(again.exams) == {BASELINE, WEEK_8}
    assert "T1" in again.exams[WEEK_8].masks
    assert store.load(keeper.reading, "reader").entries == again.reading.entries


def test_visits_belong_together_by_date_whatever_they_are_called(session, store):
    kept(session, store)
    called = {BASELINE: "2023-04-18", WEEK_8: "2023-06-14"}
    timeline = dataclasses.replace(
        session.timeline,
        timepoints=tuple(
            dataclasses.replace(t, label=called[t.label])
            for t in session.timeline.timepoints
        ),
    )
    exams = {called[label]: exam for label, exam in session.exams.items()}
    again, _ = kept(open_session(exams, timeline), store)
    assert set(again.exams) == {BASELINE, WEEK_8}


def test_a_second_window_is_told_and_the_first_loses_nothing(session, store):
    here, keeper = kept(session, store)
    there, other = kept(fresh(session), store)
    keeper.keep(with_acts(here, Commented("here")))
    with pytest.raises(InputRefused, match="another window"):
        other.keep(with_acts(there, Commented("there")))


def test_a_signed_reading_is_locked_and_opened_again_with_a_reason(session, store):
    opened, keeper = kept(session, store)
    locked = signed(opened)
    keeper.keep(locked)
    again, _ = kept(fresh(session), store)
    assert again.reading.is_signed
    assert not can_undo(again)
    with pytest.raises(InputRefused, match="signed reading"):
        with_caliper(again, WEEK_8, "T1", SHORTER)
    changed = with_caliper(reopened(again, "wrong end"), WEEK_8, "T1", SHORTER)
    assert overall(changed) is Response.PR


def test_a_signed_reading_does_not_grow_by_a_new_visit(session, store):
    opened, keeper = kept(session, store)
    keeper.keep(signed(opened))
    later = Timepoint("week 16", datetime.date(2023, 8, 14))
    timeline = dataclasses.replace(
        session.timeline, timepoints=(*session.timeline.timepoints, later)
    )
    again, _ = kept(open_session(session.exams, timeline), store)
    assert [t.label for t in again.timeline.timepoints] == [BASELINE, WEEK_8]


def test_a_visit_that_opening_added_is_not_undone(session, store):
    first_only = open_session(
        {BASELINE: session.exams[BASELINE]},
        dataclasses.replace(
            session.timeline, timepoints=session.timeline.timepoints[:1]
        ),
    )
    kept(first_only, store)
    again, _ = kept(session, store)
    assert not can_undo(again)
    edited = with_caliper(again, WEEK_8, "T1", SHORTER)
    assert undone(edited).timeline == again.timeline
    assert not can_undo(undone(edited))


def test_a_new_visit_takes_no_label_of_a_known_one(session, store):
    """Both folders were called the same; neither visit may replace the other."""
    first, second = session.timeline.timepoints
    only = {BASELINE: session.exams[BASELINE]}
    kept(
        open_session(only, dataclasses.replace(session.timeline, timepoints=(first,))),
        store,
    )
    renamed = dataclasses.replace(second, label=BASELINE)
    later = dataclasses.replace(session.timeline, timepoints=(renamed,))
    again, _ = kept(open_session({BASELINE: session.exams[WEEK_8]}, later), store)
    assert [t.label for t in again.timeline.timepoints] == [BASELINE, "2023-06-14"]
    assert again.timeline.timepoints[0] == first
    assert set(again.exams) == {"2023-06-14"}


def test_only_outlines_that_are_not_stored_are_packed_again(
    session, store, monkeypatch
):
    opened, keeper = kept(session, store)
    packed = []
    monkeypatch.setattr(type(store), "add_mask", lambda _, mask: packed.append(mask))
    keeper.keep(with_caliper(opened, WEEK_8, "T1", SHORTER))
    assert packed == []
