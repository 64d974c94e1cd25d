"""Criteria beside each other, without a screen."""

from napari_lesion_toolkit.session import with_criteria
from napari_lesion_toolkit.side_by_side import side_by_side

from .conftest import BASELINE, FOLLOW_UP


def test_each_criteria_says_category_sum_and_change(session):
    shown = side_by_side(session, ["recist-1.1", "who"])
    assert shown.headings == ("mRECIST", "RECIST 1.1", "WHO")
    first, second = shown.rows
    assert [a.category for a in first.answers] == ["baseline"] * 3
    told = [(a.category, a.sum, a.change) for a in second.answers]
    assert told[:2] == [("SD", "32.0 mm", "−20.0 %"), ("SD", "40.0 mm", "0.0 %")]
    assert told[2][0] == "NE"
    assert all(a.reason for a in second.answers)


def test_rows_say_why_the_criteria_part_and_only_where_they_do(session):
    first, second = side_by_side(session, ["who"]).rows
    assert first.why_apart == ""
    assert "mrecist-2010 and who" in second.why_apart


def test_criteria_that_agree_do_not_part(session):
    rows = side_by_side(session, ["recist-1.1"]).rows
    assert [row.why_apart for row in rows] == ["", ""]


def test_the_criteria_of_the_reading_come_first_and_once(session):
    judged = with_criteria(session, "recist-1.1")
    shown = side_by_side(judged, ["mrecist-2010", "recist-1.1", "mrecist-2010"])
    assert shown.criteria == ("recist-1.1", "mrecist-2010")


def test_rows_are_headed_by_label_and_date(session):
    rows = side_by_side(session, []).rows
    assert [row.timepoint for row in rows] == [BASELINE, FOLLOW_UP]
    assert rows[1].heading == "week 8\n2023-06-14"
