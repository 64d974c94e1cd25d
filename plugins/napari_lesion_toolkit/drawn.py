"""Calipers of a session: which are drawn, and what moving one by hand does."""

from dataclasses import dataclass

from lesion_toolkit.criteria.preset import load_preset
from lesion_toolkit.criteria.quantity import Quantity
from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.lesion import Lesion
from lesion_toolkit.model.measurement import Caliper, LesionMeasurement, PointMm
from lesion_toolkit.reading import log
from lesion_toolkit.reading.calipers import (
    Extent,
    caliper_of,
    rounded_mm,
)
from lesion_toolkit.reading.calipers import (
    with_caliper as caliper_set,
)
from lesion_toolkit.reading.events import CaliperPlaced, Measured
from napari_lesion_toolkit.session import ReadingSession, timepoint_of, with_acts


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


def with_caliper(
    session: ReadingSession,
    timepoint: str,
    lesion: str,
    ends_mm: tuple[PointMm, PointMm],
    extent: Extent = Extent.VIABLE,
) -> ReadingSession:
    """Set a diameter by hand; sums and categories follow.

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
    current = _measurement(session, timepoint, lesion)
    before = measured_without_hand(session, timepoint, lesion)
    edited = caliper_set(current, before, ends_mm, extent)
    return with_acts(session, CaliperPlaced(timepoint, edited))


def with_opened_calipers(
    session: ReadingSession, timepoint: str, lesion: str
) -> ReadingSession:
    """Put back what was measured of one lesion at one timepoint without a hand."""
    before = measured_without_hand(session, timepoint, lesion)
    if before is None:
        raise InputRefused(
            f"nothing measured of {lesion!r} but by hand.",
            "a lesion that was measured before it was edited.",
            "remove the caliper, or outline the lesion.",
        )
    return with_acts(session, Measured(timepoint, before))


def measured_without_hand(
    session: ReadingSession, timepoint: str, lesion: str
) -> LesionMeasurement | None:
    """Find what was measured of a lesion before calipers were edited."""
    measured = [
        act.measurement
        for act in log.standing_acts(session.reading)
        if isinstance(act, Measured)
        and (act.timepoint, act.measurement.lesion) == (timepoint, lesion)
    ]
    return measured[-1] if measured else None


def drawn_calipers(session: ReadingSession, timepoint: str) -> tuple[DrawnCaliper, ...]:
    """Calipers of a timepoint that the criteria sum, one for each lesion.

    A lesion that was not measured has none, nor has a node, whose short axis is a
    perpendicular and not a caliper of its own.
    """
    lesions = {lesion.id: lesion for lesion in session.timeline.lesions}
    drawn = []
    for measured in timepoint_of(session, timepoint).measurements:
        extent = summed_extent(session, lesions[measured.lesion])
        caliper = extent and caliper_of(measured, extent)
        if caliper:
            drawn.append(DrawnCaliper(measured.lesion, extent, caliper))
    return tuple(drawn)


def edited_lesions(session: ReadingSession, timepoint: str) -> tuple[str, ...]:
    """Lesions whose measurement at a timepoint is not the one made without a hand."""
    return tuple(
        m.lesion
        for m in timepoint_of(session, timepoint).measurements
        if m != measured_without_hand(session, timepoint, m.lesion)
    )


def summed_extent(session: ReadingSession, lesion: Lesion) -> Extent | None:
    """Which caliper of a lesion the criteria sum; None for the short axis of a node."""
    quantity = load_preset(session.criteria).quantity_of(lesion)
    if quantity is Quantity.SHORT_AXIS:
        return None
    return Extent.VIABLE if quantity.is_viable else Extent.WHOLE


def _measurement(session: ReadingSession, label: str, lesion: str) -> LesionMeasurement:
    found = timepoint_of(session, label).measurement_of(lesion)
    if found is None:
        raise InputRefused(
            f"no measurement of {lesion!r} at {label!r}.",
            "a lesion that was measured at that timepoint.",
            "measure it first.",
        )
    return found
