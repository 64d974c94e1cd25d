import dataclasses
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lesion_toolkit.criteria.engine import assess
from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.finding import Finding, Severity
from lesion_toolkit.model.lesion import Kind, Lesion, Pattern, Role
from lesion_toolkit.model.measurement import CaliperSource, StandardErrors, State
from lesion_toolkit.model.response import Response
from lesion_toolkit.model.timeline import (
    NewLesionSeen,
    NewLesionStatus,
    NonTargetStatus,
)
from lesion_toolkit.reading.calipers import Extent
from napari_lesion_toolkit.drawn import (
    drawn_calipers,
    edited_lesions,
    with_caliper,
    with_opened_calipers,
)
from napari_lesion_toolkit.edited import with_lesion, with_new, with_status
from napari_lesion_toolkit.session import open_session, with_criteria
from napari_lesion_toolkit.table import findings_at, reason_at, response_at, table

BASELINE, WEEK_8 = "baseline", "week 8"


def along_x(length_mm):
    return ((10.0, 5.0, 112.0), (10.0 + length_mm, 5.0, 112.0))


def overall(session):
    return session.course.assessments[-1].overall


def cell(session, heading, timepoint):
    shown = table(session)
    row = next(row for row in shown.rows if row.heading == heading)
    return row.cells[shown.timepoints.index(timepoint)]


def test_a_shorter_caliper_turns_stable_disease_into_a_response(session):
    assert overall(session) is Response.SD
    edited = with_caliper(session, WEEK_8, "T1", along_x(28.0))
    assert overall(edited) is Response.PR
    assert edited.course.assessments[-1].sum_mm == Decimal("28.0")


def test_the_session_one_began_with_is_untouched_by_an_edit(session):
    before = session.course.assessments
    with_caliper(session, WEEK_8, "T1", along_x(28.0))
    assert session.course.assessments == before


def test_the_category_is_that_of_the_command_line_for_the_same_timeline(session):
    edited = with_caliper(session, WEEK_8, "T1", along_x(27.9))
    assert edited.course == assess(edited.timeline, "mrecist-2010")


def test_thirty_percent_exactly_is_a_response_and_a_tenth_less_is_not(session):
    """40.0 -> 28.0 mm is -30 %, 28.04 mm rounds to it, 28.06 mm does not."""
    for length_mm, expected in [(28.04, Response.PR), (28.06, Response.SD)]:
        edited = with_caliper(session, WEEK_8, "T1", along_x(length_mm))
        assert overall(edited) is expected


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(length=st.integers(10, 9999))
def test_a_diameter_is_the_calipers_length_to_a_tenth(session, length):
    length_mm = length / 100
    edited = with_caliper(session, WEEK_8, "T1", along_x(length_mm))
    measured = edited.timeline.timepoints[1].measurement_of("T1")
    assert abs(measured.viable_diameter_mm - Decimal(str(length_mm))) <= Decimal("0.05")
    assert measured.viable_diameter_mm.as_tuple().exponent == -1
    assert measured.caliper.length_mm == pytest.approx(length_mm)


def test_an_edited_caliper_says_so_and_what_it_replaced(session):
    edited = with_caliper(session, WEEK_8, "T1", along_x(28.0))
    measured = edited.timeline.timepoints[1].measurement_of("T1")
    assert measured.caliper.source is CaliperSource.EDITED
    (note,) = measured.findings
    assert note.message == "Viable diameter set by hand: 28.0 mm (32.0 mm before)."
    again = with_caliper(edited, WEEK_8, "T1", along_x(30.0))
    (note,) = again.timeline.timepoints[1].measurement_of("T1").findings
    assert note.message == "Viable diameter set by hand: 30.0 mm (32.0 mm before)."


def test_what_belonged_to_the_earlier_caliper_alone_does_not_survive_it(session):
    first, second = session.timeline.timepoints
    (measured,) = second.measurements
    measured = dataclasses.replace(
        measured,
        viable_perpendicular_mm=Decimal(20),
        viable_islands_sum_mm=Decimal(45),
        viable_volume_ml=Decimal("12.5"),
        whole_perpendicular_mm=Decimal(31),
        standard_errors=StandardErrors(
            viable_perpendicular_mm=Decimal("0.4"),
            whole_perpendicular_mm=Decimal("0.5"),
            viable_islands_sum_mm=Decimal("0.9"),
        ),
    )
    second = dataclasses.replace(second, measurements=(measured,))
    timeline = dataclasses.replace(session.timeline, timepoints=(first, second))
    richer = open_session(session.exams, timeline)
    edited = with_caliper(richer, WEEK_8, "T1", along_x(28.0))
    after = edited.timeline.timepoints[1].measurement_of("T1")
    assert after.viable_perpendicular_mm is None
    assert after.viable_islands_sum_mm is None
    errors = after.standard_errors
    assert errors == StandardErrors(whole_perpendicular_mm=Decimal("0.5"))
    assert after.viable_volume_ml == Decimal("12.5")
    assert after.whole_perpendicular_mm == Decimal(31)


def test_each_criteria_reads_the_caliper_it_is_about(session):
    """mRECIST sums the viable, RECIST the whole diameter (40.0 mm at both visits)."""
    shorter = with_caliper(session, WEEK_8, "T1", along_x(28.0))
    assert overall(with_criteria(shorter, "recist-1.1")) is Response.SD
    smaller = with_caliper(shorter, WEEK_8, "T1", along_x(27.0), Extent.WHOLE)
    assert overall(with_criteria(smaller, "recist-1.1")) is Response.PR
    assert overall(with_criteria(smaller, "mrecist-2010")) is Response.PR


def test_edits_can_be_taken_back(session):
    edited = with_caliper(session, WEEK_8, "T1", along_x(28.0))
    assert edited_lesions(edited, WEEK_8) == ("T1",)
    assert edited_lesions(edited, BASELINE) == ()
    back = with_opened_calipers(edited, WEEK_8, "T1")
    assert back.timeline == session.timeline
    assert overall(back) is Response.SD
    assert edited_lesions(back, WEEK_8) == ()


def test_a_caliper_makes_an_unmeasured_lesion_measured(session):
    first, second = session.timeline.timepoints
    (measured,) = second.measurements
    blurred = dataclasses.replace(
        measured,
        state=State.NOT_EVALUABLE,
        reason="motion",
        viable_diameter_mm=None,
    )
    second = dataclasses.replace(second, measurements=(blurred,))
    timeline = dataclasses.replace(session.timeline, timepoints=(first, second))
    unread = open_session(session.exams, timeline)
    assert overall(unread) is Response.NE
    assert cell(unread, "T1", WEEK_8).text == "NE"
    assert cell(unread, "T1", WEEK_8).explanation == (
        "motion\nT1 is not evaluable: motion."
    )
    assert overall(with_caliper(unread, WEEK_8, "T1", along_x(28.0))) is Response.PR


@pytest.mark.parametrize(("timepoint", "lesion"), [("week 9", "T1"), (WEEK_8, "T2")])
def test_a_caliper_for_nothing_is_refused(session, timepoint, lesion):
    with pytest.raises(InputRefused):
        with_caliper(session, timepoint, lesion, along_x(28.0))


def test_images_without_a_timepoint_are_refused(session):
    exams = {**session.exams, "week 16": session.exams[WEEK_8]}
    with pytest.raises(InputRefused, match="week 16"):
        open_session(exams, session.timeline)


def test_the_caliper_that_is_drawn_is_the_one_that_is_summed(session):
    (viable,) = drawn_calipers(session, WEEK_8)
    assert viable.readout == "T1 viable 32.0 mm"
    (whole,) = drawn_calipers(with_criteria(session, "recist-1.1"), WEEK_8)
    assert whole.readout == "T1 whole 40.0 mm"


@pytest.mark.parametrize(
    ("change", "extents"),
    [
        ({"organ": "lung"}, [Extent.WHOLE]),
        ({"pattern": Pattern.ATYPICAL}, [Extent.WHOLE]),
        ({"organ": "lymph node", "kind": Kind.NODE}, []),
    ],
)
def test_mrecist_draws_the_viable_caliper_of_typical_lesions_in_the_liver_only(
    session, change, extents
):
    lesion = dataclasses.replace(session.timeline.lesions[0], **change)
    timeline = dataclasses.replace(session.timeline, lesions=(lesion,))
    other = open_session(session.exams, timeline)
    assert [c.extent for c in drawn_calipers(other, WEEK_8)] == extents


def test_the_table_has_lesions_sums_changes_and_categories(session):
    edited = with_caliper(session, WEEK_8, "T1", along_x(28.0))
    assert cell(edited, "T1", BASELINE).text == "40.0 (40.0)"
    assert cell(edited, "T1", WEEK_8).text == "28.0 (40.0)"
    assert cell(edited, "T1", WEEK_8).by_hand
    assert not cell(edited, "T1", BASELINE).by_hand
    assert cell(edited, "Sum, mm", WEEK_8).text == "28.0"
    assert cell(edited, "vs baseline", WEEK_8).text == "−30.0 %"
    assert cell(edited, "Response", BASELINE).text == "baseline"
    assert cell(edited, "Response", WEEK_8).text == "PR"
    assert response_at(edited, WEEK_8) == "week 8: PR"
    assert reason_at(edited, WEEK_8) == (
        f"{edited.course.assessments[-1].reason}\n"
        "Stability: PR 50 %, SD 50 %, 0.0 mm to the next category."
    )


def test_the_table_tells_targets_non_targets_and_new_lesions_apart(session):
    other = with_lesion(session, Lesion("NT1", Role.NON_TARGET, kind=Kind.THROMBUS))
    judged = with_status(other, WEEK_8, "NT1", NonTargetStatus.NON_CR_NON_PD)
    both = with_new(judged, WEEK_8, "", NewLesionStatus.UNEQUIVOCAL)
    both = with_new(both, WEEK_8, "T1", NewLesionStatus.EQUIVOCAL)
    headings = [row.heading for row in table(both).rows][:3]
    assert headings == ["T1 new", "NT1 non-target", "NEW1 new"]
    assert cell(both, "NT1 non-target", WEEK_8).text == "NON-CR/NON-PD"
    assert cell(both, "NEW1 new", BASELINE).text == "–"
    assert cell(both, "NEW1 new", WEEK_8).text == "new"
    assert cell(both, "T1 new", WEEK_8).text == "32.0 (40.0) new?"
    assert table(both).rows[1].explanation == "non-target lesion, liver, thrombus"


def test_a_new_lesion_that_is_only_in_the_record_has_a_row(session):
    first, second = session.timeline.timepoints
    seen = NewLesionSeen("N", NewLesionStatus.UNEQUIVOCAL, diameter_mm=Decimal(14))
    second = dataclasses.replace(second, new_lesions=(seen,))
    timeline = dataclasses.replace(session.timeline, timepoints=(first, second))
    recorded = open_session(session.exams, timeline)
    assert cell(recorded, "N new", WEEK_8).text == "14.0 new"


def test_findings_stand_at_the_row_of_their_lesion(session):
    first, second = session.timeline.timepoints
    (measured,) = second.measurements
    edge = Finding("cut-by-scan-edge", "It extends beyond the scan.", Severity.SERIOUS)
    measured = dataclasses.replace(measured, findings=(edge,))
    visit = Finding("no-portal", "No portal venous phase.", Severity.SERIOUS)
    second = dataclasses.replace(second, measurements=(measured,), findings=(visit,))
    timeline = dataclasses.replace(session.timeline, timepoints=(first, second))
    found = open_session(session.exams, timeline)
    assert edge.message in cell(found, "T1", WEEK_8).explanation
    assert cell(found, "T1", WEEK_8).to_look_at
    assert not cell(found, "T1", BASELINE).to_look_at
    assert visit.message in cell(found, "Response", WEEK_8).explanation
    assert edge.message not in cell(found, "Response", WEEK_8).explanation
    note = with_caliper(session, WEEK_8, "T1", along_x(28.0))
    assert "set by hand" in cell(note, "T1", WEEK_8).explanation
    assert not cell(note, "T1", WEEK_8).to_look_at


def test_the_table_says_how_firmly_a_category_stands(session):
    assert cell(session, "Stability", BASELINE).text == "–"
    sure = tuple(
        dataclasses.replace(
            t,
            measurements=tuple(
                dataclasses.replace(
                    m,
                    caliper=dataclasses.replace(m.caliper, uncertainty_mm=Decimal(2)),
                )
                for m in t.measurements
            ),
        )
        for t in session.timeline.timepoints
    )
    timeline = dataclasses.replace(session.timeline, timepoints=sure)
    doubted = open_session(session.exams, timeline)
    shares = doubted.course.assessments[-1].stability.probability
    shown = f"{100 * shares['SD']:.0f} %"
    assert 0.5 < shares["SD"] < 1
    assert cell(doubted, "Stability", WEEK_8).text == shown
    assert f"Stability: SD {shown}" in reason_at(doubted, WEEK_8)
    assert "4.0 mm to the next category" in reason_at(doubted, WEEK_8)


def test_findings_of_a_timepoint_come_the_most_serious_first(session):
    edited = with_caliper(session, WEEK_8, "T1", along_x(28.0))
    weights = ["serious", "caution", "note"]
    found = [weights.index(f.severity) for f in findings_at(edited, WEEK_8)]
    assert found == sorted(found)
    assert any("set by hand" in f.message for f in findings_at(edited, WEEK_8))


def test_a_finding_is_said_once_and_with_its_lesion(session):
    edited = with_caliper(session, WEEK_8, "T1", along_x(28.0))
    said = [f for f in findings_at(edited, WEEK_8) if "set by hand" in f.message]
    assert [f.where for f in said] == ["T1"]
    messages = [f.message for f in findings_at(edited, WEEK_8)]
    assert len(messages) == len(set(messages))


def test_a_sum_that_is_no_length_carries_its_unit_in_the_table(session):
    assert cell(session, "Sum, mm", WEEK_8).text == "32.0"
    by_volume = dataclasses.replace(
        session.timeline,
        timepoints=tuple(
            dataclasses.replace(
                t,
                measurements=tuple(
                    dataclasses.replace(m, viable_volume_ml=Decimal(20))
                    for m in t.measurements
                ),
            )
            for t in session.timeline.timepoints
        ),
    )
    volumes = with_criteria(open_session(session.exams, by_volume), "qeasl")
    assert cell(volumes, "Sum, mm", WEEK_8).text == "20.0 ml"
