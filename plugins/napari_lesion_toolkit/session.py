"""What is open in the reading room, as values: no window, no canvas, no axes.

A session is frozen. Moving a caliper gives a new session whose course comes from the
same ``assess`` as on the command line.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from lesion_toolkit.criteria.engine import assess
from lesion_toolkit.criteria.preset import load_preset
from lesion_toolkit.criteria.quantity import Quantity
from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.finding import Finding, Severity
from lesion_toolkit.model.lesion import Lesion
from lesion_toolkit.model.measurement import (
    Caliper,
    CaliperSource,
    LesionMeasurement,
    PointMm,
    State,
)
from lesion_toolkit.model.phase import PhaseSet
from lesion_toolkit.model.response import Assessment, Course
from lesion_toolkit.model.timeline import Timeline, Timepoint
from lesion_toolkit.model.volume import Mask, ViabilityMap

Assess = Callable[[Timeline, str], Course]
"""Judges a timeline by the named criteria."""

DEFAULT_CRITERIA = "mrecist-2010"
TENTH_MM = Decimal("0.1")


class Extent(StrEnum):
    """What a caliper spans: the viable part of a lesion or all of it."""

    VIABLE = "viable"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Exam:
    """The images of one timepoint with what was found in them, by lesion id."""

    phases: PhaseSet
    masks: Mapping[str, Mask]
    viability: Mapping[str, ViabilityMap]


@dataclass(frozen=True, slots=True)
class DrawnCaliper:
    """A caliper with the lesion it measures."""

    lesion: str
    extent: Extent
    caliper: Caliper

    @property
    def readout(self) -> str:
        """Length as it stands beside the line, for example ``T1 viable 52.3 mm``."""
        return f"{self.lesion} {self.extent} {rounded_mm(self.caliper)} mm"


@dataclass(frozen=True, slots=True)
class ReadingSession:
    """One patient's exams, the timeline read from them and its assessment.

    Attributes
    ----------
    exams
        Images by timepoint label; a timepoint of the timeline may have none.
    timeline
        What was measured, with every edit so far.
    criteria
        Name of the criteria it is judged by.
    course
        The timeline, judged.
    opened
        The timeline before any edit of this session.
    assess
        What judged it.
    """

    exams: Mapping[str, Exam]
    timeline: Timeline
    criteria: str
    course: Course
    opened: Timeline
    assess: Assess


def open_session(
    exams: Mapping[str, Exam],
    timeline: Timeline,
    *,
    criteria: str = DEFAULT_CRITERIA,
    assess: Assess = assess,
) -> ReadingSession:
    """Begin to read a patient.

    Raises
    ------
    InputRefused
        An exam belongs to no timepoint of the timeline.
    """
    labels = {timepoint.label for timepoint in timeline.timepoints}
    strangers = [label for label in exams if label not in labels]
    if strangers:
        raise InputRefused(
            f"images for {', '.join(map(repr, strangers))}, not in the timeline.",
            "a timepoint for every exam.",
            "check the labels of the timeline.",
        )
    course = assess(timeline, criteria)
    return ReadingSession(exams, timeline, criteria, course, timeline, assess)


def with_criteria(session: ReadingSession, criteria: str) -> ReadingSession:
    """Judge the same timeline by other criteria."""
    course = session.assess(session.timeline, criteria)
    return replace(session, criteria=criteria, course=course)


def with_caliper(
    session: ReadingSession,
    timepoint: str,
    lesion: str,
    ends_mm: tuple[PointMm, PointMm],
    extent: Extent = Extent.VIABLE,
) -> ReadingSession:
    """Set a diameter by hand; sums and categories follow.

    The diameter is the caliper's length rounded half up to 0.1 mm. What belonged to
    the earlier caliper alone (its perpendicular, its band, its key image) is dropped;
    volumes stay, they are the mask's.

    Parameters
    ----------
    timepoint, lesion
        Label and lesion id.
    ends_mm
        The two ends in patient LPS mm.
    extent
        Which diameter the caliper spans.

    Raises
    ------
    InputRefused
        There is no such timepoint, or the lesion has no measurement there.
    """
    current = _measurement(session.timeline, timepoint, lesion)
    opened = _measurement(session.opened, timepoint, lesion)
    earlier = _caliper(current, extent)
    plane = earlier.plane if earlier else "axial"
    caliper = Caliper(ends_mm, plane=plane, source=CaliperSource.EDITED)
    note = _edit_finding(opened, extent, caliper)
    kept = tuple(f for f in current.findings if f.code != note.code)
    edited = replace(
        _with_diameter(current, caliper, extent),
        state=State.MEASURED,
        reason="",
        key_image=None,
        findings=(*kept, note),
    )
    return _judged(session, timepoint, edited)


def with_opened_calipers(
    session: ReadingSession, timepoint: str, lesion: str
) -> ReadingSession:
    """Take back every edit of one lesion at one timepoint."""
    opened = _measurement(session.opened, timepoint, lesion)
    return _judged(session, timepoint, opened)


def drawn_calipers(session: ReadingSession, timepoint: str) -> tuple[DrawnCaliper, ...]:
    """Calipers of a timepoint that the criteria sum, one for each lesion.

    A lesion that was not measured has none, nor has a node, whose short axis is a
    perpendicular and not a caliper of its own.
    """
    lesions = {lesion.id: lesion for lesion in session.timeline.lesions}
    drawn = []
    for measured in _timepoint(session.timeline, timepoint).measurements:
        extent = _summed_extent(session, lesions[measured.lesion])
        caliper = extent and _caliper(measured, extent)
        if caliper:
            drawn.append(DrawnCaliper(measured.lesion, extent, caliper))
    return tuple(drawn)


def edited_lesions(session: ReadingSession, timepoint: str) -> tuple[str, ...]:
    """Lesions whose measurement at a timepoint differs from when it was opened."""
    opened = _timepoint(session.opened, timepoint)
    now = _timepoint(session.timeline, timepoint).measurements
    return tuple(m.lesion for m in now if m != opened.measurement_of(m.lesion))


def rounded_mm(caliper: Caliper) -> Decimal:
    """Length of a caliper in mm, half up to 0.1 mm."""
    return Decimal(repr(caliper.length_mm)).quantize(TENTH_MM, ROUND_HALF_UP)


def diameter_mm(measurement: LesionMeasurement, extent: Extent) -> Decimal | None:
    """Return the diameter of one extent, or None where there is none."""
    if extent is Extent.VIABLE:
        return measurement.viable_diameter_mm
    return measurement.whole_diameter_mm


def assessments_at(session: ReadingSession, timepoint: str) -> tuple[Assessment, ...]:
    """Answers for one timepoint: two where one line ends and the next begins."""
    return tuple(a for a in session.course.assessments if a.label == timepoint)


def _summed_extent(session: ReadingSession, lesion: Lesion) -> Extent | None:
    quantity = load_preset(session.criteria).quantity_of(lesion)
    if quantity is Quantity.SHORT_AXIS:
        return None
    return Extent.VIABLE if quantity.is_viable else Extent.WHOLE


def _caliper(measurement: LesionMeasurement, extent: Extent) -> Caliper | None:
    if extent is Extent.VIABLE:
        return measurement.caliper
    return measurement.whole_caliper


def _with_diameter(
    measurement: LesionMeasurement, caliper: Caliper, extent: Extent
) -> LesionMeasurement:
    errors = measurement.standard_errors
    if extent is Extent.VIABLE:
        return replace(
            measurement,
            caliper=caliper,
            viable_diameter_mm=rounded_mm(caliper),
            viable_perpendicular_mm=None,
            viable_band_mm=None,
            viable_islands_sum_mm=None,
            standard_errors=errors
            and replace(
                errors, viable_perpendicular_mm=None, viable_islands_sum_mm=None
            ),
        )
    return replace(
        measurement,
        whole_caliper=caliper,
        whole_diameter_mm=rounded_mm(caliper),
        whole_perpendicular_mm=None,
        standard_errors=errors and replace(errors, whole_perpendicular_mm=None),
    )


def _edit_finding(
    opened: LesionMeasurement, extent: Extent, caliper: Caliper
) -> Finding:
    before = diameter_mm(opened, extent)
    was = "not measured before" if before is None else f"{before:.1f} mm before"
    message = f"{extent} diameter set by hand: {rounded_mm(caliper)} mm ({was})."
    code = f"{extent}-caliper-edited"
    return Finding(code, message.capitalize(), Severity.NOTE, opened.lesion)


def _judged(
    session: ReadingSession, label: str, measurement: LesionMeasurement
) -> ReadingSession:
    """Put one measurement in its place and judge the timeline again."""
    timeline = session.timeline
    changed = _timepoint(timeline, label)
    rows = tuple(
        measurement if m.lesion == measurement.lesion else m
        for m in changed.measurements
    )
    changed = replace(changed, measurements=rows)
    timeline = replace(
        timeline,
        timepoints=tuple(
            changed if t.label == label else t for t in timeline.timepoints
        ),
    )
    course = session.assess(timeline, session.criteria)
    return replace(session, timeline=timeline, course=course)


def _timepoint(timeline: Timeline, label: str) -> Timepoint:
    found = next((t for t in timeline.timepoints if t.label == label), None)
    if found is None:
        raise InputRefused(
            f"no timepoint {label!r}.",
            f"one of: {', '.join(repr(t.label) for t in timeline.timepoints)}.",
            "choose one of them.",
        )
    return found


def _measurement(timeline: Timeline, label: str, lesion: str) -> LesionMeasurement:
    found = _timepoint(timeline, label).measurement_of(lesion)
    if found is None:
        raise InputRefused(
            f"no measurement of {lesion!r} at {label!r}.",
            "a lesion that was measured at that timepoint.",
            "measure it first.",
        )
    return found
