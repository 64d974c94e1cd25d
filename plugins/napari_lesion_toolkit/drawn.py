"""Calipers of a session: which are drawn, and what moving one by hand does."""

from dataclasses import dataclass, replace

import numpy as np

from lesion_toolkit.criteria.preset import load_preset
from lesion_toolkit.criteria.quantity import Quantity
from lesion_toolkit.errors import InputRefused
from lesion_toolkit.measurement.manual import placed_diameter, snapped
from lesion_toolkit.measurement.stack import slice_axis
from lesion_toolkit.model.finding import Finding, Severity
from lesion_toolkit.model.lesion import Kind, Lesion
from lesion_toolkit.model.measurement import (
    Caliper,
    CaliperSource,
    LesionMeasurement,
    PointMm,
    State,
)
from lesion_toolkit.model.volume import Mask, Tissue
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
from lesion_toolkit.reading.record import Slots, slots_of
from napari_lesion_toolkit.listed import resized
from napari_lesion_toolkit.session import ReadingSession, timepoint_of, with_acts

MARGIN_MM = 60.0
"""What is cut out around a caliper holds its perpendicular and the outline near it."""

PERPENDICULAR_OF = {
    Extent.VIABLE: "viable_perpendicular_mm",
    Extent.WHOLE: "whole_perpendicular_mm",
}


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
    *,
    free: bool = True,
) -> ReadingSession:
    """Set a diameter by hand; sums and categories follow.

    The longest perpendicular in the same slice is measured with it where the lesion
    is outlined. A lesion that was not measured there gets this caliper as its own.

    Parameters
    ----------
    timepoint, lesion
        Label and lesion id.
    ends_mm
        The two ends in patient LPS mm.
    extent
        Which diameter the caliper spans.
    free
        Leave the ends where they are; else an end that was moved goes to the outline
        of what the caliper spans, where that is near.

    Raises
    ------
    InputRefused
        There is no such timepoint or lesion.
    """
    _lesion(session, lesion)
    found = timepoint_of(session, timepoint).measurement_of(lesion)
    current = found or LesionMeasurement(lesion)
    known = caliper_of(current, extent)
    near = region_near(session, timepoint, lesion, extent, ends_mm)
    if near is not None and not free:
        stays = () if known is None else known.ends_mm
        first, second = (end if end in stays else snapped(end, near) for end in ends_mm)
        ends_mm = first, second
    before = measured_without_hand(session, timepoint, lesion)
    edited = caliper_set(current, before, ends_mm, extent)
    across = _across(ends_mm, near)
    if across is not None:
        named = PERPENDICULAR_OF[extent]
        edited = replace(edited, **{named: rounded_mm(across)})
    more = resized(session, timepoint, edited)
    return with_acts(session, CaliperPlaced(timepoint, edited), *more)


def region_near(
    session: ReadingSession,
    timepoint: str,
    lesion: str,
    extent: Extent,
    ends_mm: tuple[PointMm, PointMm],
) -> Mask | None:
    """Cut out what a caliper spans (viable tissue, or the whole lesion) around it.

    None where the lesion is not outlined at the timepoint, or lies elsewhere.
    """
    exam = session.exams.get(timepoint)
    if exam is None:
        return None
    mask, tissue = exam.masks.get(lesion), exam.viability.get(lesion)
    if extent is Extent.VIABLE and tissue is not None:
        whole, geometry = tissue.array, tissue.geometry
    elif mask is not None:
        whole, geometry = mask.array, mask.geometry
    else:
        return None
    index = geometry.mm_to_index(ends_mm)
    margin = MARGIN_MM / np.array(geometry.spacing_mm) + 1
    margin[slice_axis(geometry, "axial")] = 1
    first = np.clip(np.floor(index.min(0) - margin).astype(int), 0, geometry.shape)
    last = np.clip(np.ceil(index.max(0) + margin).astype(int) + 1, 0, geometry.shape)
    if (last <= first).any():
        return None
    part = whole[tuple(slice(a, b) for a, b in zip(first, last, strict=True))]
    is_viable = extent is Extent.VIABLE and tissue is not None
    array = part == Tissue.VIABLE if is_viable else part
    depth, height, width = (int(n) for n in last - first)
    return Mask(array, geometry.crop(first, (depth, height, width)))


def _across(ends_mm: tuple[PointMm, PointMm], near: Mask | None) -> Caliper | None:
    """Longest perpendicular of a caliper; None where its region is not known."""
    if near is None:
        return None
    try:
        return placed_diameter(ends_mm, near.geometry, near).perpendicular
    except InputRefused:
        return None  # not in one axial slice: no perpendicular is defined


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


def without_edits(session: ReadingSession, timepoint: str) -> ReadingSession:
    """Take back every edit of a diameter at one timepoint."""
    for lesion in edited_lesions(session, timepoint):
        session = with_opened_calipers(session, timepoint, lesion)
    return session


def measured_without_hand(
    session: ReadingSession, timepoint: str, lesion: str
) -> LesionMeasurement | None:
    """Find what was measured of a lesion before calipers were edited."""
    return _without_hand(session).get(("measurement", timepoint, lesion))


def _without_hand(session: ReadingSession) -> Slots:
    """Fold the reading as though no caliper had been placed; names are today's."""
    acts = log.standing_acts(session.reading)
    return slots_of(act for act in acts if not isinstance(act, CaliperPlaced))


def with_short_axis(
    session: ReadingSession,
    timepoint: str,
    lesion: str,
    ends_mm: tuple[PointMm, PointMm],
) -> ReadingSession:
    """Set the short axis of a node by hand.

    Raises
    ------
    InputRefused
        There is no such lesion, or it is no node.
    """
    if _lesion(session, lesion).kind is not Kind.NODE:
        raise InputRefused(
            f"{lesion!r}, which is no lymph node.",
            "a node: only its short axis is measured.",
            "place a caliper, or say that the lesion is a node.",
        )
    found = timepoint_of(session, timepoint).measurement_of(lesion)
    caliper = Caliper(ends_mm, source=CaliperSource.MANUAL)
    said = f"Short axis set by hand: {rounded_mm(caliper)} mm."
    note = Finding("short-axis-edited", said, Severity.NOTE, lesion)
    current = found or LesionMeasurement(lesion)
    kept = tuple(f for f in current.findings if f.code != note.code)
    edited = replace(
        current,
        state=State.MEASURED,
        reason="",
        short_axis_mm=rounded_mm(caliper),
        findings=(*kept, note),
    )
    return with_acts(session, CaliperPlaced(timepoint, edited))


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


def place_of(session: ReadingSession, timepoint: str, lesion: str) -> PointMm | None:
    """Where to look for a lesion (the first, unnamed) at a timepoint.

    Returns
    -------
    tuple or None
        Middle of its caliper, or of the slice that shows most of its outline, LPS mm;
        None where it was neither measured nor outlined.
    """
    drawn = drawn_calipers(session, timepoint)
    at = next((c for c in drawn if not lesion or c.lesion == lesion), None)
    if at is not None:
        x, y, z = np.mean(at.caliper.ends_mm, axis=0).tolist()
        return x, y, z
    exam = session.exams.get(timepoint)
    mask = None if exam is None else exam.masks.get(lesion)
    return None if mask is None else middle_of(mask)


def middle_of(mask: Mask) -> PointMm | None:
    """Middle (LPS mm) of the slice that shows most of an outline; None without one."""
    box = mask.bounding_box()
    if box is None:
        return None
    part = mask.array[box]
    axis = slice_axis(mask.geometry, "axial")
    others = tuple(a for a in range(3) if a != axis)
    number = int(part.sum(axis=others).argmax())
    inside = np.argwhere(part.take([number], axis=axis)).mean(axis=0)
    inside[axis] = number
    x, y, z = mask.geometry.index_to_mm(inside + [s.start for s in box]).tolist()
    return x, y, z


def edited_lesions(session: ReadingSession, timepoint: str) -> tuple[str, ...]:
    """Lesions whose measurement at a timepoint is not the one made without a hand."""
    before = _without_hand(session)
    return tuple(
        m.lesion
        for m in timepoint_of(session, timepoint).measurements
        if m != before.get(("measurement", timepoint, m.lesion))
    )


def summed_extent(session: ReadingSession, lesion: Lesion) -> Extent | None:
    """Which caliper of a lesion the criteria sum; None for the short axis of a node."""
    quantity = load_preset(session.criteria).quantity_of(lesion)
    if quantity is Quantity.SHORT_AXIS:
        return None
    return Extent.VIABLE if quantity.is_viable else Extent.WHOLE


def _lesion(session: ReadingSession, name: str) -> Lesion:
    found = next((x for x in session.timeline.lesions if x.id == name), None)
    if found is None:
        raise InputRefused(
            f"no lesion {name!r}.",
            "a lesion of the table.",
            "click it, or add it to the list of lesions.",
        )
    return found
