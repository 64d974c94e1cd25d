"""A table of readings becomes one timeline a patient and reader, or is refused."""

import pytest

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.loaders.readings import read_readings

HEADER = "patient,reader,timepoint,date,lesion,viable_diameter_mm\n"
ROWS = (
    "P01,A,baseline,2024-01-10,T1,50.5\n"
    "P01,A,week 8,2024-03-13,T1,\n"
    "P01,B,baseline,2024-01-10,T1,48\n"
)


@pytest.fixture
def table(tmp_path):
    def write(text):
        path = tmp_path / "readings.csv"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_rows_become_one_timeline_a_patient_and_reader(table):
    first, second = read_readings(table(HEADER + ROWS))
    assert (first.patient, first.reader, second.reader) == ("P01", "A", "B")
    assert str(first.timepoints[0].measurements[0].viable_diameter_mm) == "50.5"


def test_an_empty_length_is_not_evaluable_and_not_zero(table):
    first, _ = read_readings(table(HEADER + ROWS))
    measured = first.timepoints[1].measurements[0]
    assert (measured.state, measured.viable_diameter_mm) == ("not_evaluable", None)


def test_timepoints_come_in_order_of_their_dates(table):
    rows = ROWS.splitlines(keepends=True)
    first, _ = read_readings(table(HEADER + rows[1] + rows[0] + rows[2]))
    assert [t.label for t in first.timepoints] == ["baseline", "week 8"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("patient,reader\nP01,A\n", "without timepoint"),
        (HEADER.replace("viable_diameter_mm", "size"), "without one of"),
        (HEADER.replace("\n", ",size\n"), "unknown columns"),
        (HEADER.replace("\n", ",date\n"), "repeat"),
        (HEADER + "P01,A,baseline,2024-01-10,T1,large\n", "row 2"),
        (HEADER + "P01,,baseline,2024-01-10,T1,50\n", "no reader"),
        (HEADER + "P01,A,baseline,2024-01-10,T1\n", "one value a column"),
        (HEADER + "P01,A,baseline,2024-01-10,T1,50,60\n", "one value a column"),
        (HEADER + ROWS + "P01,A,baseline,2024-01-11,T2,5\n", "another date"),
        (HEADER + "P01,A,baseline,10.1.2024,T1,50\n", "a timeline with"),
        (HEADER + "P01,A,baseline,2024-01-10,T1,-3\n", "a timeline with"),
    ],
)
def test_a_table_that_cannot_be_understood_is_refused_by_row(table, text, said):
    with pytest.raises(InputRefused, match=said):
        read_readings(table(text))


def test_a_missing_table_is_refused(tmp_path):
    with pytest.raises(InputRefused, match="no readable"):
        read_readings(tmp_path / "nowhere.csv")
