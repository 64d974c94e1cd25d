"""The report shows how well the phases of each exam lie on each other."""

import datetime
from decimal import Decimal

import pytest

from lesion_toolkit.criteria.engine import assess
from lesion_toolkit.export.report import report
from lesion_toolkit.export.sections import patient_section
from lesion_toolkit.model.alignment import Alignment, Move, Part
from lesion_toolkit.model.lesion import Lesion
from lesion_toolkit.model.measurement import KeyImage, LesionMeasurement
from lesion_toolkit.model.timeline import Timeline, Timepoint

BOARD = KeyImage(
    pixels=bytes(range(200)) * 8,
    shape=(40, 40),
    spacing_mm=(2.0, 2.0),
    outlines={},
    calipers={},
    edge_letters=("R", "L", "H", "F"),
    caption="reference phase and precontrast",
)
MOVED = Alignment(
    "precontrast",
    Move.RIGID,
    shift_mm=12.43,
    residual_mm=1.6,
    parts=(Part((0.0, 0.0, 0.0), 0.8), Part((40.0, 0.0, 0.0), 4.2)),
    picture=BOARD,
)
LEFT = Alignment("portal venous", Move.NONE)


def timeline(*alignment: Alignment) -> Timeline:
    row = LesionMeasurement(
        "T1", viable_diameter_mm=Decimal(30), whole_diameter_mm=Decimal(40)
    )
    visit = Timepoint(
        "baseline", datetime.date(2024, 1, 2), (row,), alignment=alignment
    )
    return Timeline("P01", lesions=(Lesion("T1"),), timepoints=(visit,))


def test_each_phase_says_what_was_done_and_what_is_left() -> None:
    section = patient_section(assess(timeline(MOVED, LEFT), "mrecist-2010"))
    moved, left = section.aligned
    assert moved.move == "moved rigidly, 12.4 mm"
    assert moved.left == "1.6 mm (worst part 4.2 mm)"
    assert left.move == "left in place"
    assert left.left == "cannot be told"
    assert left.drawing is None


def test_the_report_shows_the_checkerboard_of_each_phase(tmp_path) -> None:
    course = assess(timeline(MOVED, LEFT), "mrecist-2010")
    page = report(course, tmp_path / "report.html").read_text("utf-8")
    assert "How well the phases lie on each other" in page
    assert page.count('class="key-image"') == 1
    assert "reference phase and precontrast" in page
    assert "1.6 mm (worst part 4.2 mm)" in page


@pytest.mark.parametrize("alignment", [(), (LEFT,)])
def test_without_a_picture_there_is_no_empty_gallery(tmp_path, alignment) -> None:
    course = assess(timeline(*alignment), "mrecist-2010")
    page = report(course, tmp_path / "report.html").read_text("utf-8")
    assert 'class="gallery"' not in page
    assert ("How well the phases lie" in page) is bool(alignment)


def test_pictures_stay_out_of_the_timeline_file_and_figures_stay_in() -> None:
    kept = Timeline.from_json(timeline(MOVED).to_json()).timepoints[0].alignment[0]
    assert kept.residual_mm == MOVED.residual_mm
    assert kept.parts == MOVED.parts
    assert kept.picture is None
