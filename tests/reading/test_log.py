import datetime
import typing
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.finding import Finding
from lesion_toolkit.model.lesion import Lesion, Role
from lesion_toolkit.model.measurement import LesionMeasurement
from lesion_toolkit.model.timeline import NonTargetStatus, Timeline, Timepoint
from lesion_toolkit.phantoms.case_series import case_series
from lesion_toolkit.reading import events as e
from lesion_toolkit.reading.log import (
    begin,
    digest_after,
    done,
    entry_from_json,
    first_digest,
    last_act,
    next_act,
    reading_of,
    redone,
    reopened,
    signed,
    undone,
)
from lesion_toolkit.reading.record import acts_of

from .acts import BEGINNING, DAY, ONE_OF_EACH, measured, settings
from .conftest import NOW


def reading_with(*acts):
    """One act of the reader after another, each in one go."""
    reading = begin("P01", "R1")
    for act in acts:
        reading = done(reading, act, **NOW)
    return reading


def of_case(case):
    return Timeline(
        case.label,
        treatment_lines=case.treatment_lines,
        lesions=case.lesions,
        timepoints=tuple(
            Timepoint(v.label, v.date, (), v.non_targets, v.new_lesions)
            for v in case.visits
        ),
        death=DAY,
    )


def test_every_kind_of_act_is_tried_here():
    assert {type(act) for act in ONE_OF_EACH} == set(typing.get_args(e.Act))


def test_every_kind_of_entry_reads_back_exactly():
    reading = redone(undone(reading_with(*ONE_OF_EACH), **NOW), **NOW)
    reading = reopened(signed(reading, **NOW), "typo", **NOW)
    assert {type(x.event) for x in reading.entries} == set(typing.get_args(e.Event))
    for entry in reading.entries:
        assert entry_from_json(entry.to_json(), entry.digest) == entry


@given(st.lists(settings, max_size=12))
def test_what_is_undone_to_the_first_act_is_empty_and_redone_is_the_same(acts):
    reading = full = reading_with(*BEGINNING, *acts)
    while last_act(reading) is not None:
        reading = undone(reading, **NOW)
    assert dict(reading.record.slots) == {}
    while next_act(reading) is not None:
        reading = redone(reading, **NOW)
    assert dict(reading.record.slots) == dict(full.record.slots)
    assert reading.record.timeline == full.record.timeline


@given(st.lists(settings | st.sampled_from(["undo", "redo"]), max_size=15))
def test_the_fold_of_the_log_is_what_the_reading_says(acts):
    reading = reading_with(*BEGINNING)
    for act in acts:
        if act == "undo":
            own = (last_act(reading) or 0) > len(BEGINNING)
            reading = undone(reading, **NOW) if own else reading
        elif act == "redo":
            reading = redone(reading, **NOW) if next_act(reading) else reading
        else:
            reading = done(reading, act, **NOW)
    texts = [(entry.to_json(), entry.digest) for entry in reading.entries]
    again = reading_of("P01", "R1", [entry_from_json(*text) for text in texts])
    assert dict(again.record.slots) == dict(reading.record.slots)
    assert again.entries == reading.entries


@pytest.mark.parametrize("case", case_series(), ids=lambda case: case.label)
def test_the_acts_of_a_timeline_say_what_the_timeline_says(case):
    timeline = of_case(case)
    said = done(begin(timeline.patient, "R1"), *acts_of(timeline), **NOW)
    assert said.record.timeline.treatment_lines == timeline.treatment_lines
    assert said.record.timeline.lesions == timeline.lesions
    assert said.record.timeline.timepoints == timeline.timepoints
    assert said.record.timeline.death == DAY


def test_what_was_done_in_one_go_is_undone_in_one_go():
    reading = done(begin("P01", "R1"), *BEGINNING, **NOW)
    assert len(reading.entries) == 4
    assert undone(reading, **NOW).record.timeline.lesions == ()


def test_doing_something_after_an_undo_ends_what_could_be_redone():
    reading = undone(reading_with(*BEGINNING, measured("T1", 30)), **NOW)
    assert next_act(reading) is not None
    assert next_act(done(reading, measured("T1", 20), **NOW)) is None


def test_each_entry_says_who_when_by_what_and_what_it_replaced():
    reading = reading_with(*BEGINNING, measured("T1", 30), measured("T1", 25))
    first, second = reading.entries[-2:]
    assert first.replaced is None
    assert second.replaced["viable_diameter_mm"] == 30
    assert (second.reader, second.version) == ("R1", "1")
    assert second.time == NOW["at"]


def test_times_are_kept_in_utc_wherever_the_reader_sits():
    tokyo = datetime.timezone(datetime.timedelta(hours=9))
    at = datetime.datetime(2026, 1, 2, 18, 30, tzinfo=tokyo)
    (entry,) = done(begin("P", "R"), e.Commented("x"), at=at, version="1").entries
    assert entry.time.isoformat() == "2026-01-02T09:30:00+00:00"


def test_a_renamed_lesion_takes_all_its_rows_along():
    reading = reading_with(
        *BEGINNING,
        measured("T1", 30),
        e.MaskSet("baseline", "T1", "a" * 64),
        e.Commented("beside a cyst", "baseline", "T1"),
        e.LesionRenamed("T1", "S7"),
    )
    record = reading.record
    assert [lesion.id for lesion in record.timeline.lesions] == ["S7", "T2"]
    assert record.timeline.timepoints[0].measurement_of("S7") is not None
    assert record.masks["baseline", "S7"] == "a" * 64
    assert record.comments["baseline", "S7"] == "beside a cyst"
    assert not any("T1" in slot for slot in record.slots)


def test_findings_about_a_renamed_lesion_are_about_its_new_name():
    note = Finding("cut-by-scan-edge", "It extends beyond the scan.", where="T1")
    other = replace(note, where="week 8")
    row = LesionMeasurement("T1", findings=(note, other))
    reading = reading_with(
        *BEGINNING, e.Measured("baseline", row), e.LesionRenamed("T1", "S7")
    )
    (found,) = reading.record.timeline.timepoints[0].measurements
    assert [finding.where for finding in found.findings] == ["S7", "week 8"]


def test_of_a_lesion_measured_and_judged_the_row_of_its_role_stands():
    reading = reading_with(
        *BEGINNING,
        measured("T1", 30),
        e.LesionChanged(Lesion("T1", Role.NON_TARGET)),
        e.NonTargetJudged("baseline", "T1", NonTargetStatus.PRESENT),
    )
    (first, _) = reading.record.timeline.timepoints
    assert first.measurements == ()
    assert [n.lesion for n in first.non_targets] == ["T1"]
    back = done(reading, e.LesionChanged(Lesion("T1")), **NOW)
    (first, _) = back.record.timeline.timepoints
    assert [m.lesion for m in first.measurements] == ["T1"]
    assert first.non_targets == ()


@pytest.mark.parametrize("name", ["T2", "", "  "])
def test_a_lesion_is_not_given_a_name_that_is_none_or_taken(name):
    with pytest.raises(InputRefused, match="taken"):
        reading_with(*BEGINNING, e.LesionRenamed("T1", name))


def test_a_removed_lesion_leaves_no_row_and_comes_back_with_undo():
    reading = reading_with(*BEGINNING, measured("T1", 30))
    removed = done(reading, e.LesionRemoved("T1"), **NOW)
    assert not any("T1" in slot for slot in removed.record.slots)
    assert undone(removed, **NOW).record == reading.record


@pytest.mark.parametrize(
    ("act", "found"),
    [
        (e.LesionRemoved("X"), "no lesion 'X'"),
        (e.LesionRenamed("X", "Y"), "no lesion 'X'"),
        (measured("X", 3), "not among the lesions"),
        (measured("T1", 3, "week 99"), "rows for 'week 99'"),
        (e.TimepointAdded(Timepoint("again", DAY)), "dates must ascend"),
    ],
)
def test_acts_that_contradict_the_reading_are_refused_and_change_nothing(act, found):
    reading = reading_with(*BEGINNING)
    with pytest.raises(InputRefused, match=found):
        done(reading, act, **NOW)
    assert len(reading.entries) == len(BEGINNING)


def test_a_signed_reading_is_locked_until_it_is_opened_again_with_a_reason():
    reading = signed(reading_with(*BEGINNING), **NOW)
    for change in (undone, redone, signed):
        with pytest.raises(InputRefused, match="signed reading"):
            change(reading, **NOW)
    with pytest.raises(InputRefused, match="signed reading"):
        done(reading, e.Commented("late"), **NOW)
    with pytest.raises(InputRefused, match="no reason"):
        reopened(reading, " ", **NOW)
    again = reopened(reading, "wrong lesion", **NOW)
    assert not again.is_signed
    assert again.signed_before
    assert again.entries[-1].event.reason == "wrong lesion"
    assert done(again, e.Commented("late"), **NOW).record.comments


def test_what_was_signed_is_not_undone():
    reading = reopened(signed(reading_with(*BEGINNING), **NOW), "typo", **NOW)
    assert last_act(reading) is None
    with pytest.raises(InputRefused, match="nothing to undo"):
        undone(reading, **NOW)


def test_a_reading_that_is_open_is_not_opened_again():
    with pytest.raises(InputRefused, match="not signed"):
        reopened(reading_with(*BEGINNING), "typo", **NOW)


def test_each_digest_is_of_the_entry_and_of_the_digest_before():
    before = first_digest("P01", "R1")
    for entry in reading_with(*ONE_OF_EACH).entries:
        assert entry.digest == digest_after(before, entry.to_json())
        before = entry.digest


@pytest.mark.parametrize("text", ["", "{}", '{"event": {"kind": "danced"}}', "[1]"])
def test_an_entry_of_another_version_is_refused(text):
    with pytest.raises(InputRefused, match="cannot read"):
        entry_from_json(text, "")


@pytest.mark.parametrize(("patient", "reader"), [("", "R"), ("P", " ")])
def test_a_reading_has_a_patient_and_a_reader(patient, reader):
    with pytest.raises(InputRefused, match="without a patient or without a reader"):
        begin(patient, reader)
