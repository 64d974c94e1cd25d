"""Visits down, phases across: what a figure panel shows, and its files."""

import dataclasses
import datetime
from decimal import Decimal
from xml.etree import ElementTree

import imagecodecs
import numpy as np
import pytest

from lesion_toolkit.criteria.engine import assess
from lesion_toolkit.errors import InputRefused, UsageRefused
from lesion_toolkit.export.arrows import distance_mm
from lesion_toolkit.export.figure import figure_panel
from lesion_toolkit.export.key_images import placed
from lesion_toolkit.export.panel import panel_of
from lesion_toolkit.export.panel_pictures import Column, shift_mm
from lesion_toolkit.model.exam import Exam
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.lesion import Lesion
from lesion_toolkit.model.measurement import Caliper, LesionMeasurement, State
from lesion_toolkit.model.phase import Phase, PhaseSet
from lesion_toolkit.model.timeline import Timeline, Timepoint
from lesion_toolkit.model.volume import Mask, Volume

SHAPE, SPACING_MM = (8, 150, 170), (5.0, 1.2, 1.2)
GRID = Geometry.from_axes(SHAPE, origin_mm=(-90, -80, 0), spacing_mm=SPACING_MM)
PLACES = {"T1": ((4, 75, 70), 20.0), "T2": ((4, 75, 115), 9.0), "T3": ((1, 40, 40), 6)}
"""Voxel in the middle and radius in mm; T1 and T2 share a slice."""

VISITS = (
    ("baseline", "2023-04-18", 40, 18),
    ("2023-06-14", "2023-06-14", 25, 16),
    ("week 16", "2023-08-09", 20, 14),
)
ALL = (Phase.PRECONTRAST, Phase.LATE_ARTERIAL, Phase.PORTAL_VENOUS)


def exam(phases):
    index = np.stack(np.indices(SHAPE), axis=-1)
    masks = {
        name: np.linalg.norm((index - middle) * SPACING_MM, axis=-1) <= radius
        for name, (middle, radius) in PLACES.items()
    }
    lesions = np.logical_or.reduce(list(masks.values()))
    volumes = {
        phase: Volume(np.where(lesions, hu, 60).astype(np.int16), GRID)
        for phase, hu in zip(ALL, (50, 120, 90), strict=True)
        if phase in phases
    }
    return Exam(
        PhaseSet(volumes), {n: Mask(array, GRID) for n, array in masks.items()}, {}
    )


def measured(lesion, length_mm):
    middle, _ = PLACES[lesion]
    half = np.array([0, 0, length_mm / 2 / SPACING_MM[2]])
    first, last = GRID.index_to_mm([middle - half, middle + half]).tolist()
    length = Decimal(str(length_mm))
    return LesionMeasurement(
        lesion,
        viable_diameter_mm=length,
        whole_diameter_mm=length,
        caliper=Caliper((tuple(first), tuple(last))),
    )


@pytest.fixture(scope="module")
def course():
    timepoints = tuple(
        Timepoint(
            label,
            datetime.date.fromisoformat(day),
            (measured("T1", one), measured("T2", two)),
        )
        for label, day, one, two in VISITS
    )
    lesions = (Lesion("T2"), Lesion("T1"))
    return assess(
        Timeline("P01", lesions=lesions, timepoints=timepoints), "mrecist-2010"
    )


@pytest.fixture(scope="module")
def exams():
    """Baseline with all phases, the second visit arterial alone, the third unseen."""
    return {"baseline": exam(ALL), "2023-06-14": exam([Phase.LATE_ARTERIAL])}


@pytest.fixture(scope="module")
def alone(exams):
    """One visit in one phase: quick to draw."""
    return {"baseline": exams["2023-06-14"]}


@pytest.fixture(scope="module")
def panel(course, exams):
    return panel_of(course, exams)


def test_rows_are_visits_and_columns_the_phases_that_any_of_them_has(panel):
    assert panel.columns == tuple(Column)
    assert [row.title for row in panel.rows] == ["baseline", "visit 2"]
    shown = [[picture is not None for picture in row.pictures] for row in panel.rows]
    assert shown == [[True] * 4, [False, True, False, False]]


def test_columns_that_no_visit_has_are_left_out(course, alone):
    assert panel_of(course, alone).columns == (Column.ARTERIAL,)


def test_each_row_says_day_size_and_category(panel):
    assert panel.rows[0].lines == (
        "day 0",
        "T1 viable 40.0 mm",
        "baseline",
        "sum 58.0 mm",
    )
    assert panel.rows[1].lines == (
        "day 57",
        "T1 viable 25.0 mm",
        "SD",
        "sum 41.0 mm, −29.3 %",
    )


def test_a_visit_without_images_is_named_below(panel):
    assert "No images: week 16." in panel.notes


def test_the_slice_is_that_of_the_caliper_in_every_phase(panel):
    for picture, hu in zip(panel.rows[0].pictures[:3], (50, 120, 90), strict=True):
        pixels = np.frombuffer(picture.pixels, np.uint8).reshape(picture.shape)
        ring = np.array(picture.outlines["T1"][0])
        middle = (ring.min(axis=0) + ring.max(axis=0)) / 2
        assert pixels[tuple(middle.round().astype(int))] == round((hu + 70) / 300 * 255)


def test_the_subtraction_shows_what_contrast_added(panel):
    picture = panel.rows[0].pictures[3]
    pixels = np.frombuffer(picture.pixels, np.uint8)
    assert set(np.unique(pixels)) == {round(20 / 140 * 255), round(90 / 140 * 255)}


def test_the_caliper_is_drawn_on_the_arterial_picture_at_its_length(panel):
    drawn = [bool(p.calipers) for p in panel.rows[0].pictures]
    assert drawn == [False, True, False, False]
    picture = panel.rows[0].pictures[1]
    (x0, y0), (x1, y1) = (placed(e, picture) for e in picture.calipers["caliper"])
    assert np.hypot(x1 - x0, y1 - y0) == pytest.approx(40.0)


def test_every_lesion_of_the_slice_has_an_arrow_just_outside_it(panel):
    for row in panel.rows:
        image = next(p for p in row.pictures if p)
        assert {arrow.lesion for arrow in row.arrows} == {"T1", "T2"}
        shift = shift_mm(image, panel.field_mm)
        for arrow in row.arrows:
            rings = [
                np.array([placed(p, image, shift) for p in line])
                for line in image.outlines[arrow.lesion]
            ]
            (apart,) = distance_mm(np.array([arrow.tip]), rings)
            assert 1.5 - 1e-6 <= apart <= 1.6


def test_all_pictures_have_one_scale(panel):
    spacings = {p.spacing_mm for row in panel.rows for p in row.pictures if p}
    assert spacings == {(1.2, 1.2)}
    shapes = {p.shape for row in panel.rows for p in row.pictures if p}
    assert len(shapes) == 1


def test_the_patient_lies_as_radiologists_look_at_them(panel):
    letters = {p.edge_letters for row in panel.rows for p in row.pictures if p}
    assert letters == {("R", "L", "A", "P")}


def test_another_target_may_be_followed(course, exams):
    rows = panel_of(course, exams, "T2").rows
    assert rows[0].lines[1] == "T2 viable 18.0 mm"


def test_what_is_no_target_is_refused(course, exams):
    with pytest.raises(UsageRefused, match="'T9' is no target; targets: T2, T1"):
        panel_of(course, exams, "T9")


def test_a_timeline_without_images_is_refused(course, tmp_path):
    with pytest.raises(InputRefused, match="no visit with images"):
        figure_panel(course, {}, tmp_path / "figure.png")
    assert list(tmp_path.iterdir()) == []


def test_a_lesion_that_is_gone_has_words_and_no_picture(course, exams):
    absent = LesionMeasurement("T1", state=State.ABSENT)
    first, second, _ = course.timeline.timepoints
    gone = dataclasses.replace(second, measurements=(absent, second.measurements[1]))
    timeline = dataclasses.replace(course.timeline, timepoints=(first, gone))
    seen = exams["2023-06-14"]
    unmarked = {"T2": seen.masks["T2"]}
    after = {**exams, gone.label: dataclasses.replace(seen, masks=unmarked)}
    row = panel_of(assess(timeline, "mrecist-2010"), after).rows[1]
    assert row.lines[1] == "T1 absent"
    assert row.pictures == (None,) * 4
    assert row.arrows == ()


def test_an_svg_holds_text_as_text_and_says_what_is_seen(course, exams, tmp_path):
    path = figure_panel(course, exams, tmp_path / "figure.svg")
    text = path.read_text("utf-8")
    root = ElementTree.fromstring(text)
    said = {t.text for t in root.iter("{http://www.w3.org/2000/svg}text")}
    assert {"Precontrast", "Arterial", "T1 viable 25.0 mm"} <= said
    assert "T1 by mRECIST, slices of its caliper" in text
    assert "2023-" not in text
    assert not any("P01" in (words or "") for words in said)


def test_a_png_is_gray_and_fit_for_print(course, exams, tmp_path):
    path = figure_panel(course, exams, tmp_path / "figure.png")
    pixels = imagecodecs.png_decode(path.read_bytes())[..., :3].astype(int)
    assert np.ptp(pixels, axis=2).max() == 0
    assert pixels.shape[1] == pytest.approx(180 / 25.4 * 300, abs=2)


def test_the_same_figure_is_the_same_file(course, alone, tmp_path):
    for suffix in (".svg", ".pdf"):
        one, again = (
            figure_panel(course, alone, tmp_path / f"{n}{suffix}") for n in "ab"
        )
        assert one.read_bytes() == again.read_bytes()


def test_long_labels_are_broken_and_not_cut(course, alone, tmp_path):
    first, *others = course.timeline.timepoints
    label = "beforethefirstcycleofatezolizumabandbevacizumab at the referring hospital"
    named = dataclasses.replace(first, label=label)
    timeline = dataclasses.replace(course.timeline, timepoints=(named, *others))
    path = figure_panel(
        assess(timeline, "mrecist-2010"),
        {label: alone["baseline"]},
        tmp_path / "figure.svg",
    )
    root = ElementTree.parse(path).getroot()
    said = [t.text for t in root.iter("{http://www.w3.org/2000/svg}text")]
    assert label.replace(" ", "") in "".join(said).replace(" ", "")


def test_another_suffix_is_refused(course, exams, tmp_path):
    with pytest.raises(UsageRefused, match=r"\.svg, \.png, \.pdf"):
        figure_panel(course, exams, tmp_path / "figure.bmp")


def test_a_missing_folder_is_refused(course, alone, tmp_path):
    with pytest.raises(InputRefused, match="cannot be written"):
        figure_panel(course, alone, tmp_path / "absent" / "figure.png")
