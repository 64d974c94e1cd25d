"""The list of lesions: those followed, and those that are only listed as new."""

from dataclasses import replace
from decimal import Decimal

from lesion_toolkit.model.lesion import Lesion, Role
from lesion_toolkit.model.measurement import LesionMeasurement
from lesion_toolkit.model.timeline import NewLesionSeen
from lesion_toolkit.reading.events import NewLesionDeclared
from napari_lesion_toolkit.session import ReadingSession, timepoint_of


def lesion_names(session: ReadingSession) -> tuple[str, ...]:
    """Name every lesion: those followed, then those only listed as new."""
    timeline = session.timeline
    followed = [lesion.id for lesion in timeline.lesions]
    new = [seen.lesion for t in timeline.timepoints for seen in t.new_lesions]
    return tuple(dict.fromkeys((*followed, *new)))


def lesion_named(session: ReadingSession, name: str) -> Lesion | None:
    """Find a lesion; one that is only listed as new at some visit counts as well."""
    for lesion in session.timeline.lesions:
        if lesion.id == name:
            return lesion
    seen = declared(session, name)
    return Lesion(name, Role.NEW, next(iter(seen.values())).organ) if seen else None


def declared(session: ReadingSession, lesion: str) -> dict[str, NewLesionSeen]:
    """Find what was said of a lesion as a new one, by timepoint."""
    return {
        t.label: seen
        for t in session.timeline.timepoints
        for seen in t.new_lesions
        if seen.lesion == lesion
    }


def measured_mm(session: ReadingSession, timepoint: str, lesion: str) -> Decimal | None:
    """Return the whole diameter that a lesion has at a timepoint; None without one."""
    row = timepoint_of(session, timepoint).measurement_of(lesion)
    return None if row is None else row.whole_diameter_mm


def resized(
    session: ReadingSession, timepoint: str, measured: LesionMeasurement
) -> tuple[NewLesionDeclared, ...]:
    """Declare a new lesion with the size it now has, where its size was measured.

    A size that was recorded otherwise than by measuring stays.
    """
    seen = declared(session, measured.lesion).get(timepoint)
    was = measured_mm(session, timepoint, measured.lesion)
    now = measured.whole_diameter_mm
    if seen is None or seen.diameter_mm not in (None, was) or now is None:
        return ()
    return (NewLesionDeclared(timepoint, replace(seen, diameter_mm=now)),)
