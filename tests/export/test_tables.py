import csv
from decimal import Decimal
from pathlib import Path

from lesion_toolkit.export.tables import (
    ASSESSMENT_COLUMNS,
    MEASUREMENT_COLUMNS,
    assessment_rows,
    measurement_rows,
    write_table,
)
from lesion_toolkit.model.response import Course

Courses = tuple[Course, Course]


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_lengths_come_back_exactly(courses: Courses, tmp_path: Path) -> None:
    timeline = courses[0].timeline
    path = tmp_path / "measurements.csv"
    rows = _read(write_table(path, MEASUREMENT_COLUMNS, measurement_rows(timeline)))
    assert len(rows) == sum(len(t.measurements) for t in timeline.timepoints)
    assert Decimal(rows[2]["viable_diameter_mm"]) == Decimal("40.2")
    assert rows[2]["findings"] == "lipiodol"


def test_what_was_not_measured_is_an_empty_cell(
    courses: Courses, tmp_path: Path
) -> None:
    path = tmp_path / "measurements.csv"
    rows = measurement_rows(courses[0].timeline)
    last = _read(write_table(path, MEASUREMENT_COLUMNS, rows))[-1]
    assert (last["lesion"], last["state"], last["reason"]) == (
        "N1",
        "not_evaluable",
        "not covered",
    )
    assert last["short_axis_mm"] == last["viable_diameter_mm"] == ""


def test_answers_carry_sums_category_rule_and_reason(
    courses: Courses, tmp_path: Path
) -> None:
    path = tmp_path / "assessments.csv"
    rows = _read(write_table(path, ASSESSMENT_COLUMNS, assessment_rows(courses[0])))
    assert [row["overall"] for row in rows] == ["", "PR", "NE"]
    assert rows[1]["sum_mm"] == "54.2"
    assert rows[1]["change_from_baseline_pct"] == "-30.5128"
    assert rows[2]["sum_mm"] == ""
    assert rows[2]["reason"] == courses[0].assessments[2].reason


def test_a_table_without_rows_keeps_its_header(tmp_path: Path) -> None:
    path = write_table(tmp_path / "t.csv", ("a", "b"), [])
    assert path.read_text() == "a,b\n"


def test_commas_quotes_and_line_breaks_survive(tmp_path: Path) -> None:
    hostile = 'a, "b"\nc'
    path = write_table(tmp_path / "t.csv", ("reason",), [{"reason": hostile}])
    assert _read(path) == [{"reason": hostile}]
