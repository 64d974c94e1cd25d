"""Lines of two clicks: a diameter, the short axis of a node."""

import math
from decimal import Decimal

import pytest

pytest.importorskip("napari", reason='needs "lesion-toolkit[viewer]"')

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.lesion import Kind, Lesion
from lesion_toolkit.model.measurement import CaliperSource
from lesion_toolkit.reading.events import LesionAdded
from napari_lesion_toolkit.drawn import with_caliper, with_short_axis
from napari_lesion_toolkit.session import timepoint_of, undone, with_acts

BASELINE, WEEK_8 = "baseline", "week 8"
NODE = Lesion("N1", organ="lymph node", kind=Kind.NODE, site="porta hepatis")


def ends_in(session, label, mm, axis=2):
    """Two points of one slice of a visit, so many mm apart around its lesion."""
    geometry = session.exams[label].phases.geometry
    middle = [6.0, 48.0, 64.0]
    first, second = list(middle), list(middle)
    half = mm / 2 / geometry.spacing_mm[axis]
    first[axis], second[axis] = middle[axis] - half, middle[axis] + half
    return tuple(tuple(p) for p in geometry.index_to_mm([first, second]))


def test_a_lesion_without_outline_is_measured_by_a_caliper_alone(session):
    session = with_acts(session, LesionAdded(Lesion("T2")))
    ends = ends_in(session, WEEK_8, 24)
    measured = with_caliper(session, WEEK_8, "T2", ends)
    found = timepoint_of(measured, WEEK_8).measurement_of("T2")
    assert found.viable_diameter_mm == Decimal("24.0")
    assert found.caliper.source is CaliperSource.MANUAL
    assert found.viable_perpendicular_mm is None
    assert undone(measured).timeline == session.timeline


def test_the_perpendicular_of_a_caliper_set_by_hand_is_measured_in_the_outline(session):
    ends = ends_in(session, BASELINE, 30)
    edited = with_caliper(session, BASELINE, "T1", ends)
    found = timepoint_of(edited, BASELINE).measurement_of("T1")
    assert found.viable_diameter_mm == Decimal("30.0")
    # the disk of 20 mm radius is as high as it is wide
    assert float(found.viable_perpendicular_mm) == pytest.approx(40, abs=0.8)


def test_the_short_axis_of_a_node_is_set_by_two_points(session):
    session = with_acts(session, LesionAdded(NODE))
    ends = ends_in(session, BASELINE, 17.5, axis=1)
    measured = with_short_axis(session, BASELINE, "N1", ends)
    found = timepoint_of(measured, BASELINE).measurement_of("N1")
    assert found.short_axis_mm == Decimal("17.5")
    assert [finding.code for finding in found.findings] == ["short-axis-edited"]


def test_only_a_node_has_a_short_axis_to_set(session):
    with pytest.raises(InputRefused, match="no lymph node"):
        with_short_axis(session, BASELINE, "T1", ends_in(session, BASELINE, 20))


def test_a_line_for_a_lesion_that_is_not_listed_is_refused(session):
    with pytest.raises(InputRefused, match="no lesion 'T9'"):
        with_caliper(session, BASELINE, "T9", ends_in(session, BASELINE, 20))


@pytest.mark.gui
def test_two_clicks_measure_the_chosen_lesion(desk):
    widget = desk.widget
    widget.show_timepoint(WEEK_8)
    widget.panel.table.choose(WEEK_8, "T1")
    widget.clicks.ask("caliper")
    for end in ends_in(widget.session, WEEK_8, 22):
        assert widget.pane.pointing.is_armed
        widget.clicks.take(widget.pane, end)
    desk.settle()
    assert not widget.pane.pointing.is_armed
    assert desk.sum_mm(WEEK_8) == pytest.approx(22.0)
    layer = desk.calipers(WEEK_8)
    first, second = (layer.data_to_world(end) for end in layer.data[0])
    assert math.dist(first, second) == pytest.approx(22.0, abs=1e-3)


@pytest.mark.gui
def test_a_line_needs_a_chosen_lesion(desk):
    desk.panel.table.setCurrentCell(-1, -1)
    desk.widget.clicks.ask("caliper")
    assert not desk.widget.pane.pointing.is_armed
    assert "Choose a lesion" in desk.panel.message.text()
