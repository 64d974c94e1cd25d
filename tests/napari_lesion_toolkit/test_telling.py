"""What leaves the room, without a screen."""

import csv
import json
from xml.etree import ElementTree

import pytest

from lesion_toolkit.errors import InputRefused, UsageRefused
from lesion_toolkit.loaders.timelines import read_timeline
from lesion_toolkit.model.measurement import CaliperSource
from napari_lesion_toolkit.drawn import drawn_calipers, with_caliper
from napari_lesion_toolkit.session import open_session, signed, with_criteria
from napari_lesion_toolkit.telling import (
    KINDS,
    What,
    files_of,
    pictured,
    tell,
    usual_name,
)

BASELINE, WEEK_8 = "baseline", "week 8"


@pytest.fixture
def edited(session):
    """Week 8 shortened by hand to 26 mm: -35 %, partial response."""
    (drawn,) = drawn_calipers(session, WEEK_8)
    first, _ = drawn.caliper.ends_mm
    return with_caliper(
        session, WEEK_8, "T1", (first, (first[0] + 26, first[1], first[2]))
    )


def test_the_report_tells_what_was_edited_and_shows_it(edited, tmp_path):
    (path,) = tell(edited, What.REPORT, tmp_path / "report.html")
    text = path.read_text("utf-8")
    assert "mRECIST and RECIST 1.1 part at week 8" in text
    assert text.count('class="key-image"') == 2
    assert "viable 26.0 mm" in text


def test_the_slice_of_the_caliper_is_cut_anew_after_an_edit(edited):
    course = pictured(edited)
    image = course.timeline.timepoints[1].measurement_of("T1").key_image
    (r0, c0), (r1, c1) = image.calipers["viable"]
    assert (r1 - r0) ** 2 + (c1 - c0) ** 2 == pytest.approx((26 / 0.8) ** 2)
    assert course.assessments == edited.course.assessments
    assert "z 142.0 mm" in image.caption


def test_the_figure_has_a_row_for_each_visit(session, tmp_path):
    (path,) = tell(session, What.FIGURE, tmp_path / "figure.svg")
    root = ElementTree.parse(path).getroot()
    said = [t.text for t in root.iter("{http://www.w3.org/2000/svg}text")]
    assert "T1 viable 40.0 mm" in said
    assert "T1 viable 32.0 mm" in said


def test_the_tables_have_every_measurement_and_both_criteria(session, tmp_path):
    written = tell(session, What.TABLES, tmp_path / "p.csv")
    assert [file.name for file in written] == [
        "p-measurements.csv",
        "p-assessments.csv",
    ]
    measured, assessed = (
        list(csv.DictReader(file.read_text("utf-8").splitlines())) for file in written
    )
    assert [row["viable_diameter_mm"] for row in measured] == ["40", "32"]
    assert {row["preset"] for row in assessed} == {"mrecist-2010", "recist-1.1"}
    assert len(assessed) == 4


def test_criteria_are_not_compared_with_themselves(session, tmp_path):
    judged = with_criteria(session, "recist-1.1")
    _, path = tell(judged, What.TABLES, tmp_path / "p.csv")
    assert len(path.read_text("utf-8").splitlines()) == 1 + 2


def test_the_timeline_reads_back_as_it_was(edited, tmp_path):
    (path,) = tell(edited, What.TIMELINE, tmp_path / "timeline.json")
    assert read_timeline(path) == edited.timeline
    found = read_timeline(path).timepoints[1].measurement_of("T1")
    assert found.caliper.source is CaliperSource.EDITED


def test_a_signed_reading_can_be_told(session, tmp_path):
    (path,) = tell(signed(session), What.TIMELINE, tmp_path / "timeline.json")
    assert json.loads(path.read_text("utf-8"))["lesions"][0]["id"] == "T1"


@pytest.mark.parametrize("what", What)
def test_another_suffix_is_refused_and_nothing_is_written(session, what, tmp_path):
    with pytest.raises(UsageRefused, match=KINDS[what].title):
        tell(session, what, tmp_path / "told.docx")
    assert list(tmp_path.iterdir()) == []


def test_a_figure_without_images_is_refused(session, tmp_path):
    alone = open_session({}, session.timeline)
    with pytest.raises(InputRefused, match="no visit with images"):
        tell(alone, What.FIGURE, tmp_path / "figure.png")


def test_a_report_without_images_says_so(session, tmp_path):
    alone = open_session({}, session.timeline)
    (path,) = tell(alone, What.REPORT, tmp_path / "report.html")
    assert 'class="key-image"' not in path.read_text("utf-8")


def test_names_are_those_of_the_study(session):
    assert [usual_name(session, what) for what in What] == [
        "P01-report.html",
        "P01-figure.png",
        "P01.csv",
        "P01-timeline.json",
    ]
    assert [f.name for f in files_of(What.REPORT, "a/b.html")] == ["b.html"]
