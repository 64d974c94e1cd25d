"""A small patient in memory, and a screen where there is one."""

import datetime
import os
import subprocess
import sys
from decimal import Decimal
from functools import lru_cache

import numpy as np
import pytest

from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.lesion import Lesion
from lesion_toolkit.model.measurement import Caliper, LesionMeasurement
from lesion_toolkit.model.phase import Phase, PhaseSet
from lesion_toolkit.model.timeline import Timeline, Timepoint
from lesion_toolkit.model.volume import Mask, Tissue, ViabilityMap, Volume

SHAPE = (12, 96, 128)
SPACING_MM = (3.0, 0.8, 0.8)
BASELINE, FOLLOW_UP = "baseline", "week 8"
OPEN_A_WINDOW = "from qtpy.QtWidgets import QApplication; QApplication([])"


def geometry_of(origin_mm=(-50.0, -40.0, 100.0)):
    return Geometry.from_axes(SHAPE, origin_mm=origin_mm, spacing_mm=SPACING_MM)


def exam_of(geometry, center_kji, viable_radius_mm):
    """A disk-shaped lesion of 20 mm radius whose left part is viable."""
    from napari_lesion_toolkit.session import Exam

    index = np.stack(np.indices(SHAPE), axis=-1)
    offset_mm = (index - center_kji) * SPACING_MM
    lesion = np.linalg.norm(offset_mm, axis=-1) <= 20
    viable = lesion & (np.abs(offset_mm[..., 2]) <= viable_radius_mm)
    hu = np.where(viable, 130, np.where(lesion, 35, 70)).astype(np.int16)
    phases = PhaseSet(
        {Phase.LATE_ARTERIAL: Volume(hu, geometry)}, slice_thickness_mm=3.0
    )
    tissue = np.where(viable, Tissue.VIABLE, np.where(lesion, Tissue.NECROTIC, 0))
    return Exam(
        phases,
        {"T1": Mask(lesion, geometry)},
        {"T1": ViabilityMap(tissue, geometry, method="known")},
    )


def timepoint_of(label, day, geometry, center_kji, length_mm):
    """One caliper along the row direction through the lesion's center."""
    half = np.array([0, 0, length_mm / 2 / SPACING_MM[2]])
    ends = geometry.index_to_mm([center_kji - half, center_kji + half])
    caliper = Caliper((tuple(ends[0]), tuple(ends[1])))
    up = np.array([0, 25, 0])
    whole = geometry.index_to_mm([center_kji - up, center_kji + up])
    measured = LesionMeasurement(
        "T1",
        viable_diameter_mm=Decimal(str(length_mm)),
        whole_diameter_mm=Decimal("40.0"),
        caliper=caliper,
        whole_caliper=Caliper((tuple(whole[0]), tuple(whole[1]))),
    )
    return Timepoint(label, day, (measured,), arterial_phase="late arterial")


@pytest.fixture
def session():
    """Baseline 40.0 mm viable, week 8 32.0 mm (-20 %): stable disease."""
    from napari_lesion_toolkit.session import open_session

    here, there = geometry_of(), geometry_of((-50.0, -40.0, 130.0))
    at, then_at = np.array([6.0, 48.0, 64.0]), np.array([4.0, 50.0, 60.0])
    timeline = Timeline(
        "P01",
        lesions=(Lesion("T1"),),
        timepoints=(
            timepoint_of(BASELINE, datetime.date(2023, 4, 18), here, at, 40.0),
            timepoint_of(FOLLOW_UP, datetime.date(2023, 6, 14), there, then_at, 32.0),
        ),
    )
    exams = {
        BASELINE: exam_of(here, at, 20),
        FOLLOW_UP: exam_of(there, then_at, 16),
    }
    return open_session(exams, timeline)


@lru_cache
def why_no_window() -> str:
    """Say why a window cannot be opened here; empty where it can."""
    pytest.importorskip("napari", reason='needs "lesion-toolkit[viewer]"')
    if sys.platform == "linux" and not os.environ.get("DISPLAY"):
        return "no DISPLAY: run under xvfb-run"
    # Qt aborts the whole process when it finds no platform plugin: try it in another
    tried = subprocess.run(
        [sys.executable, "-c", OPEN_A_WINDOW], capture_output=True, check=False
    )
    return "" if tried.returncode == 0 else "Qt cannot open a window on this display"


def pytest_runtest_setup(item):
    """Skip tests of real windows where none can be opened, before Qt is touched."""
    if item.get_closest_marker("gui") and (why := why_no_window()):
        pytest.skip(why)


@pytest.fixture(autouse=True)
def own_store(tmp_path, monkeypatch):
    """Each test reads into a store of its own."""
    monkeypatch.setenv("LESION_TOOLKIT_STORE", str(tmp_path / "readings.sqlite"))
    monkeypatch.setenv("LESION_TOOLKIT_READER", "R1")


@pytest.fixture
def room(make_napari_viewer, session):
    """A real window with a patient in it."""
    from .hands import Room

    return Room(make_napari_viewer(show=True), session)


@pytest.fixture
def desk(qtbot, session):
    """The dock widget beside the model of a viewer, without a window."""
    from napari.components import ViewerModel

    from .hands import Desk

    desk = Desk(ViewerModel(), session)
    qtbot.addWidget(desk.widget)
    return desk
