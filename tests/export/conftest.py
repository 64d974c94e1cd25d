"""Two visits of one patient, drawn rather than scanned."""

import dataclasses
import datetime
from collections.abc import Callable
from decimal import Decimal

import numpy as np
import pytest

from lesion_toolkit.model.finding import Finding, Severity
from lesion_toolkit.model.lesion import Kind, Lesion, Role
from lesion_toolkit.model.measurement import (
    KeyImage,
    LesionMeasurement,
    State,
    ViableBand,
    Volumes,
)
from lesion_toolkit.model.response import (
    Assessment,
    Course,
    LineOutcome,
    NewLesion,
    Response,
    Stability,
    Unit,
)
from lesion_toolkit.model.timeline import (
    NewLesionSeen,
    NewLesionStatus,
    NonTarget,
    NonTargetStatus,
    Timeline,
    Timepoint,
    TreatmentLine,
)

CENTER = 64.0
SPACING_MM = (0.8, 0.7)


def _circle(radius_mm: float, center: tuple[float, float]) -> tuple:
    turns = np.linspace(0, 2 * np.pi, 90, endpoint=False)
    rows = center[0] + radius_mm * np.sin(turns) / SPACING_MM[0]
    columns = center[1] + radius_mm * np.cos(turns) / SPACING_MM[1]
    return tuple(zip(rows.tolist(), columns.tolist(), strict=True))


def _across(length_mm: float, center: tuple[float, float]) -> tuple:
    half = length_mm / 2 / SPACING_MM[1]
    return ((center[0], center[1] - half), (center[0], center[1] + half))


def _key_image(viable_mm: float, whole_mm: float) -> KeyImage:
    """A round lesion with a round viable part at its upper edge and a necrotic rest."""
    shape = (128, 144)
    rows, columns = np.mgrid[: shape[0], : shape[1]].astype(float)
    center = (CENTER, 72.0)
    top = (CENTER - (whole_mm - viable_mm) / 2 / SPACING_MM[0], 72.0)

    def within(radius_mm: float, at: tuple[float, float]) -> np.ndarray:
        apart = np.hypot(
            (rows - at[0]) * SPACING_MM[0], (columns - at[1]) * SPACING_MM[1]
        )
        return apart <= radius_mm

    gray = np.where(within(46, center), 110, 20)
    gray = np.where(within(whole_mm / 2, center), 70, gray)
    gray = np.where(within(viable_mm / 2, top), 190, gray)
    noise = np.random.default_rng(1).normal(0, 6, shape)
    whole, viable = _circle(whole_mm / 2, center), _circle(viable_mm / 2, top)
    return KeyImage(
        pixels=np.clip(gray + noise, 0, 255).astype(np.uint8).tobytes(),
        shape=shape,
        spacing_mm=SPACING_MM,
        outlines={
            "lesion": (whole,),
            "viable": (viable,),
            "necrotic": (whole, viable),
        },
        calipers={
            "viable": _across(viable_mm, top),
            "whole": _across(whole_mm, center),
        },
        edge_letters=("R", "L", "A", "P"),
        caption="Late arterial, slice 31 (z 88.0 mm), window 60 to 200 HU",
    )


def _measured(lesion: str, viable: str, whole: str) -> LesionMeasurement:
    v, w = Decimal(viable), Decimal(whole)
    return LesionMeasurement(
        lesion,
        viable_diameter_mm=v,
        whole_diameter_mm=w,
        viable_perpendicular_mm=v - 4,
        whole_perpendicular_mm=w - 6,
        viable_band_mm=ViableBand(v - 1, v, v + 2, v + 1, v - 2),
        viable_islands_sum_mm=v + 3,
        volumes=Volumes(w * 2, w, w - 3, Decimal(3)),
        findings=(Finding("lipiodol", "Dense lipiodol is counted as neither."),),
        key_image=_key_image(float(viable), float(whole)),
    )


def _assessment(label: str, date: str, **known: object) -> Assessment:
    empty = dict.fromkeys(
        (
            "sum",
            "baseline_sum",
            "nadir_sum",
            "change_from_baseline_pct",
            "change_from_nadir_pct",
            "target",
            "non_target",
            "overall",
        )
    )
    start = {
        "line": "regorafenib",
        "criteria": "mrecist",
        "preset": "mrecist-2010",
        "unit": Unit.MM,
        "new_lesion": NewLesion.NO,
        "rule_id": "mrecist.overall.pr",
        "reason": "The sum of viable diameters fell.",
    }
    day = datetime.date.fromisoformat(date)
    return Assessment(day, label, **(empty | start | known))


LIMITS_PCT = (Decimal(-30), Decimal(20))
VISITS = [
    ("baseline", "2023-04-18", "60.0", "68.0"),
    ("week 8", "2023-06-14", "40.2", "66.0"),
    ("week 16", "2023-08-09", "44.0", "67.5"),
]


def build_timeline(patient: str = "P01") -> Timeline:
    """One liver mass, one node, a thrombus, and a nodule that appears at week 16."""
    timepoints = []
    for number, (label, date, viable, whole) in enumerate(VISITS):
        node = (
            LesionMeasurement("N1", short_axis_mm=Decimal("18.0"))
            if number < 2
            else LesionMeasurement(
                "N1", state=State.NOT_EVALUABLE, reason="not covered"
            )
        )
        status = NonTargetStatus.NON_CR_NON_PD if number else NonTargetStatus.PRESENT
        seen = NewLesionSeen("NEW1", NewLesionStatus.EQUIVOCAL, "liver", Decimal(8))
        timepoints.append(
            Timepoint(
                label,
                datetime.date.fromisoformat(date),
                measurements=(_measured("T1", viable, whole), node),
                non_targets=(NonTarget("NT1", status),),
                new_lesions=(seen,) if number == 2 else (),
                slice_thickness_mm=Decimal("2.5"),
                modality="CT",
                arterial_phase="late arterial",
            )
        )
    return Timeline(
        patient,
        (TreatmentLine("regorafenib", datetime.date(2023, 4, 20)),),
        (
            Lesion("T1", site="segment VII", prior_local_therapy="HAIC"),
            Lesion("N1", organ="lymph node", kind=Kind.NODE, site="porta hepatis"),
            Lesion("NT1", role=Role.NON_TARGET, kind=Kind.THROMBUS),
        ),
        tuple(timepoints),
        "R1",
    )


def build_courses(patient: str = "P01") -> tuple[Course, Course]:
    """Return the same timeline under mRECIST (PR, then NE) and RECIST 1.1 (SD, NE)."""
    timeline = build_timeline(patient)
    d = Decimal
    mrecist = (
        _assessment("baseline", "2023-04-18", sum=d(78), baseline_sum=d(78)),
        _assessment(
            "week 8",
            "2023-06-14",
            sum=d("54.2"),
            baseline_sum=d(78),
            nadir_sum=d(78),
            change_from_baseline_pct=d("-30.51282051282"),
            change_from_nadir_pct=d("-30.51282051282"),
            target=Response.PR,
            non_target=Response.NON_CR_NON_PD,
            overall=Response.PR,
            reason="The viable sum fell by 30.5 % from 78.0 mm to 54.2 mm.",
            stability=Stability({"PR": 0.62, "SD": 0.38}, d("0.4")),
        ),
        _assessment(
            "week 16",
            "2023-08-09",
            baseline_sum=d(78),
            nadir_sum=d("54.2"),
            target=Response.NE,
            non_target=Response.NON_CR_NON_PD,
            new_lesion=NewLesion.EQUIVOCAL,
            overall=Response.NE,
            rule_id="mrecist.overall.ne",
            reason="N1 is not evaluable (not covered), so there is no sum.",
            findings=(
                Finding("equivocal", "NEW1 is equivocal.", Severity.SERIOUS, "NEW1"),
            ),
        ),
    )
    recist = tuple(
        dataclasses.replace(
            a,
            criteria="recist-1.1",
            preset="recist-1.1",
            sum=s,
            baseline_sum=d(86),
            nadir_sum=d(86) if n else None,
            change_from_baseline_pct=c,
            change_from_nadir_pct=c,
            overall=o,
            target=o,
            rule_id="recist.overall",
            reason="By whole diameters.",
            stability=None,
            findings=(),
        )
        for n, (a, s, c, o) in enumerate(
            zip(
                mrecist,
                (d(86), d(84), None),
                (None, d("-2.3255813953"), None),
                (None, Response.SD, Response.NE),
                strict=True,
            )
        )
    )
    outcome = LineOutcome("regorafenib", Response.PR, Response.SD, None, None)
    other = dataclasses.replace(outcome, best_overall_response=Response.SD)
    return (
        Course(
            timeline,
            "mrecist",
            mrecist,
            (outcome,),
            {"multi_foci": "sum"},
            limits_pct=LIMITS_PCT,
        ),
        Course(timeline, "recist-1.1", recist, (other,), limits_pct=LIMITS_PCT),
    )


@pytest.fixture
def key_image() -> KeyImage:
    """A round lesion of 40 mm with a viable part of 30 mm."""
    return _key_image(30.0, 40.0)


@pytest.fixture
def courses() -> tuple[Course, Course]:
    """The two courses of patient P01."""
    return build_courses()


@pytest.fixture
def make_courses() -> Callable[[str], tuple[Course, Course]]:
    """Return the two courses of a patient of any label."""
    return build_courses
