import datetime
from decimal import Decimal

from lesion_toolkit.criteria.engine import assess
from lesion_toolkit.export.sections import measured_words, patient_section
from lesion_toolkit.model.lesion import Kind, Lesion
from lesion_toolkit.model.measurement import LesionMeasurement, State
from lesion_toolkit.model.timeline import Timeline, Timepoint, TreatmentLine

FIRST = datetime.date(2023, 1, 2)


def _visit(number: int, viable: str, whole: str) -> Timepoint:
    measured = LesionMeasurement(
        "T1", viable_diameter_mm=Decimal(viable), whole_diameter_mm=Decimal(whole)
    )
    day = FIRST + datetime.timedelta(weeks=8 * number)
    return Timepoint(f"visit {number}", day, (measured,))


def _timeline(*sizes: tuple[str, str], second_line_at: int | None = None) -> Timeline:
    visits = tuple(_visit(n, *size) for n, size in enumerate(sizes))
    starts = [("first", 0), ("second", second_line_at)] if second_line_at else []
    lines = tuple(
        TreatmentLine(n, visits[at].date) for n, at in starts if at is not None
    )
    return Timeline("P", lines, (Lesion("T1"),), visits)


def test_a_visit_between_two_treatments_ends_one_and_begins_the_next() -> None:
    timeline = _timeline(("40", "45"), ("60", "66"), ("30", "65"), second_line_at=1)
    first, second = patient_section(assess(timeline, "mrecist-2010")).lines
    assert [c.timepoint.label for c in first.columns] == ["visit 0", "visit 1"]
    assert [c.timepoint.label for c in second.columns] == ["visit 1", "visit 2"]
    assert "best overall response PD" in first.story
    assert "progression 2023-02-27" in first.story
    assert "baseline 2023-02-27, 1 follow-up, best overall response PR" in second.story


def test_the_first_parting_is_told_in_figures_and_the_others_are_named() -> None:
    timeline = _timeline(("50", "60"), ("30", "59"), ("29", "59"), ("50", "58"))
    section = patient_section(
        assess(timeline, "mrecist-2010"), compare=[assess(timeline, "recist-1.1")]
    )
    first, others = section.partings
    assert first.startswith("mRECIST and RECIST 1.1 part at visit 1 (2023-02-27)")
    assert others == ("They also part at visit 2 (PR and SD), visit 3 (PD and SD).")


def test_a_timeline_with_a_baseline_alone_has_no_response_yet() -> None:
    section = patient_section(assess(_timeline(("50", "60")), "mrecist-2010"))
    assert section.latest is None
    assert section.curve == ""
    assert section.lines[0].story == "baseline 2023-01-02, 0 follow-ups"


def test_what_became_of_a_lesion_is_said_in_words() -> None:
    def said(state: State, **known: object) -> str:
        return measured_words(LesionMeasurement("T1", state=state, **known))  # type: ignore[arg-type]

    assert said(State.ABSENT) == "absent"
    assert said(State.TOO_SMALL) == "too small to measure"
    assert said(State.MERGED, into="T2") == "merged into T2"
    assert said(State.NOT_EVALUABLE, reason="motion") == "not evaluable: motion"
    pieces = (Decimal(12), Decimal("8.5"))
    assert said(State.SPLIT, fragments_mm=pieces) == "split: 12.0 + 8.5"
    without_phase = said(
        State.NOT_EVALUABLE, reason="no arterial phase", whole_diameter_mm=Decimal(60)
    )
    assert without_phase == "not evaluable: no arterial phase; whole 60.0"
    whole_only = said(State.MEASURED, whole_diameter_mm=Decimal(60))
    assert whole_only == "– / 60.0"


def test_only_a_node_is_told_by_its_short_axis() -> None:
    measured = LesionMeasurement(
        "T1",
        viable_diameter_mm=Decimal(30),
        whole_diameter_mm=Decimal(40),
        short_axis_mm=Decimal(22),
    )
    assert measured_words(measured, Kind.MASS) == "30.0 / 40.0"
    assert measured_words(measured, Kind.NODE) == "short axis 22.0"
