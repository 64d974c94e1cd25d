"""A diameter set by hand: what remains of a measurement and what goes."""

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from lesion_toolkit.model.finding import Finding, Severity
from lesion_toolkit.model.measurement import (
    Caliper,
    CaliperSource,
    LesionMeasurement,
    PointMm,
    State,
)

TENTH_MM = Decimal("0.1")


class Extent(StrEnum):
    """What a caliper spans: the viable part of a lesion or all of it."""

    VIABLE = "viable"
    WHOLE = "whole"


def with_caliper(
    current: LesionMeasurement,
    before: LesionMeasurement | None,
    ends_mm: tuple[PointMm, PointMm],
    extent: Extent = Extent.VIABLE,
) -> LesionMeasurement:
    """Set a diameter by hand.

    The diameter is the caliper's length rounded half up to 0.1 mm. What belonged to
    the earlier caliper alone (its perpendicular, its band, its key image) is dropped;
    volumes stay, they are the mask's.

    Parameters
    ----------
    current
        The measurement to change.
    before
        The one that was made without a hand, which the finding names; None where
        there was none.
    ends_mm
        The two ends in patient LPS mm.
    extent
        Which diameter the caliper spans.
    """
    earlier = caliper_of(current, extent)
    source = CaliperSource.EDITED if earlier else CaliperSource.MANUAL
    plane = earlier.plane if earlier else "axial"
    if earlier and earlier.source is CaliperSource.MANUAL:
        source = CaliperSource.MANUAL
    caliper = Caliper(ends_mm, plane=plane, source=source)
    note = _edit_finding(before, current.lesion, extent, caliper)
    kept = tuple(f for f in current.findings if f.code != note.code)
    return replace(
        _with_diameter(current, caliper, extent),
        state=State.MEASURED,
        reason="",
        key_image=None,
        findings=(*kept, note),
    )


def rounded_mm(caliper: Caliper) -> Decimal:
    """Length of a caliper in mm, half up to 0.1 mm."""
    return Decimal(repr(caliper.length_mm)).quantize(TENTH_MM, ROUND_HALF_UP)


def diameter_mm(measurement: LesionMeasurement, extent: Extent) -> Decimal | None:
    """Return the diameter of one extent, or None where there is none."""
    if extent is Extent.VIABLE:
        return measurement.viable_diameter_mm
    return measurement.whole_diameter_mm


def caliper_of(measurement: LesionMeasurement, extent: Extent) -> Caliper | None:
    """Return the caliper of one extent, or None where there is none."""
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
    before: LesionMeasurement | None, lesion: str, extent: Extent, caliper: Caliper
) -> Finding:
    known = before and diameter_mm(before, extent)
    was = "not measured before" if known is None else f"{known:.1f} mm before"
    message = f"{extent} diameter set by hand: {rounded_mm(caliper)} mm ({was})."
    code = f"{extent}-caliper-edited"
    return Finding(code, message.capitalize(), Severity.NOTE, lesion)
