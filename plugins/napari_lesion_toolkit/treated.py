"""What was done to lesions, and what that lets be measured of them."""

from collections.abc import Mapping

from lesion_toolkit.criteria.therapy import with_line_therapies
from lesion_toolkit.measurement.lesion import ExaminedLesion
from lesion_toolkit.measurement.refusals import viability_refused
from lesion_toolkit.model.finding import Finding
from lesion_toolkit.model.lesion import Lesion
from lesion_toolkit.model.measurement import State
from lesion_toolkit.model.therapy import Therapy
from lesion_toolkit.model.volume import Mask
from lesion_toolkit.reading.events import Act, Measured
from lesion_toolkit.workflow import examine
from napari_lesion_toolkit.drawn import edited_lesions
from napari_lesion_toolkit.session import (
    Outline,
    ReadingSession,
    timepoint_of,
    with_acts,
    with_outlines,
)
from napari_lesion_toolkit.session import redone as session_redone
from napari_lesion_toolkit.session import undone as session_undone


def therapies_of(session: ReadingSession, lesion: str) -> tuple[Therapy, ...]:
    """List what a lesion was treated with: its own therapies, and those of the lines.

    A line that began before the lesion was first seen did not treat it.
    """
    known = {one.id: one for one in session.timeline.lesions}
    meant = known.get(lesion, Lesion(lesion))
    return with_line_therapies(meant, session.timeline).therapies


def examined(
    session: ReadingSession, timepoint: str, lesion: str, mask: Mask
) -> ExaminedLesion:
    """Measure what an outline holds, as the lesion was treated until then.

    Raises
    ------
    InputRefused
        The outline is empty.
    """
    phases = session.exams[timepoint].phases
    date = timepoint_of(session, timepoint).date
    told = {lesion: therapies_of(session, lesion)}
    visit = examine(phases, {lesion: mask}, date, timepoint, therapies=told)
    return visit.lesions[lesion]


def with_treated(session: ReadingSession, *acts: Act) -> ReadingSession:
    """Do something in one go, and measure anew where therapies now say otherwise.

    After cTACE a CT without a precontrast series says nothing of what is viable. A
    size that a person set, and what a person judged, stay.

    Raises
    ------
    InputRefused
        The reading is signed, or the acts contradict what it says.
    """
    done = with_acts(session, *acts)
    found = _judged_otherwise(session, done)
    if not found:
        return done
    again = [
        Measured(label, one.measurement)
        for (label, lesion), one in found.items()
        if _is_of_a_machine(done, label, lesion)
    ]
    held = with_outlines(session, _outlines(done, found))
    return with_acts(held, *acts, *again)


def undone(session: ReadingSession) -> ReadingSession:
    """Take back the last act, and show tissue as it was judged before.

    Raises
    ------
    InputRefused
        There is nothing to take back, or the reading is signed.
    """
    return _as_treated(session, session_undone(session))


def redone(session: ReadingSession) -> ReadingSession:
    """Restore what was taken back last, and show tissue as it was judged then.

    Raises
    ------
    InputRefused
        There is nothing to restore, or the reading is signed.
    """
    return _as_treated(session, session_redone(session))


def _as_treated(before: ReadingSession, after: ReadingSession) -> ReadingSession:
    found = _judged_otherwise(before, after)
    return with_outlines(after, _outlines(after, found)) if found else after


def _judged_otherwise(
    before: ReadingSession, after: ReadingSession
) -> dict[tuple[str, str], ExaminedLesion]:
    """Examine outlines whose therapies refuse what they allowed, or the reverse."""
    return {
        (label, lesion): examined(after, label, lesion, mask)
        for label, exam in after.exams.items()
        for lesion, mask in exam.masks.items()
        if _refused(before, label, lesion) != _refused(after, label, lesion)
    }


def _outlines(
    session: ReadingSession, found: Mapping[tuple[str, str], ExaminedLesion]
) -> dict[tuple[str, str], Outline]:
    digests = session.reading.record.masks
    return {
        (label, digests[label, lesion]): Outline(one.mask, one.tissues)
        for (label, lesion), one in found.items()
    }


def _is_of_a_machine(session: ReadingSession, timepoint: str, lesion: str) -> bool:
    row = timepoint_of(session, timepoint).measurement_of(lesion)
    if row is None or row.state is not State.MEASURED:
        return False
    return lesion not in edited_lesions(session, timepoint)


def _refused(session: ReadingSession, timepoint: str, lesion: str) -> Finding | None:
    told = therapies_of(session, lesion)
    if not told:
        return None
    phases = session.exams[timepoint].phases
    return viability_refused(phases, None, told, timepoint_of(session, timepoint).date)
