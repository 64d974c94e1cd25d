"""What is open in the reading room, as values: no window, no canvas, no axes.

A session is frozen. Every act adds to the log of its reading and gives a new session
whose course comes from the same ``assess`` as on the command line; undo and redo are
acts like any other.
"""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from lesion_toolkit import __version__
from lesion_toolkit.criteria.engine import assess
from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.exam import Exam
from lesion_toolkit.model.phase import PhaseSet
from lesion_toolkit.model.response import Assessment, Course
from lesion_toolkit.model.timeline import Timeline, Timepoint
from lesion_toolkit.model.volume import Mask, ViabilityMap
from lesion_toolkit.reading import log
from lesion_toolkit.reading.events import (
    Act,
    CriteriaChosen,
    MaskSet,
    TimepointAdded,
)
from lesion_toolkit.reading.log import Reading
from lesion_toolkit.reading.masks import digest_of
from lesion_toolkit.reading.record import acts_of

Assess = Callable[..., Course]
"""Judges a timeline by the named criteria and switches."""

DEFAULT_CRITERIA = "mrecist-2010"
UNNAMED_READER = "reader"
UNNAMED_PATIENT = "patient"


@dataclass(frozen=True, slots=True)
class Outline:
    """A lesion as it was outlined at a timepoint, and its tissue."""

    mask: Mask
    tissue: ViabilityMap | None = None


@dataclass(frozen=True, slots=True)
class ReadingSession:
    """One patient's exams, the reading of them and its assessment.

    Attributes
    ----------
    exams
        Images by timepoint label, with the outlines that stand; a timepoint of the
        timeline may have none.
    reading
        The log of what was done; its fold is the timeline.
    course
        The timeline, judged.
    outlines
        Every outline there has been, by timepoint and digest: an undo finds its own.
    assess
        What judged it.
    """

    exams: Mapping[str, Exam]
    reading: Reading
    course: Course
    outlines: Mapping[tuple[str, str], Outline] = field(repr=False)
    assess: Assess = field(repr=False)

    @property
    def timeline(self) -> Timeline:
        """What was measured, with every act so far."""
        return self.reading.record.timeline

    @property
    def criteria(self) -> str:
        """Name of the criteria it is judged by."""
        return self.reading.record.criteria or DEFAULT_CRITERIA


def open_session(
    exams: Mapping[str, Exam],
    timeline: Timeline,
    *,
    criteria: str = "",
    assess: Assess = assess,
) -> ReadingSession:
    """Begin to read a patient.

    Raises
    ------
    InputRefused
        An exam belongs to no timepoint of the timeline.
    """
    patient = timeline.patient or UNNAMED_PATIENT
    reading = log.begin(patient, timeline.reader or UNNAMED_READER)
    chosen = (CriteriaChosen(criteria),) if criteria else ()
    outlined = {
        (label, lesion, digest_of(mask)): Outline(mask, exam.viability.get(lesion))
        for label, exam in exams.items()
        for lesion, mask in exam.masks.items()
    }
    acts = [
        *acts_of(timeline),
        *chosen,
        *(MaskSet(label, lesion, digest) for label, lesion, digest in outlined),
    ]
    _refuse_strangers(exams, timeline)
    if acts:
        reading = log.done(reading, *acts, **_now())
    outlines = {(label, d): one for (label, _, d), one in outlined.items()}
    return _session(exams, reading, outlines, assess)


def resumed(session: ReadingSession, reading: Reading) -> ReadingSession:
    """Put an earlier reading of the same images in place of the session's own.

    Outlines that the earlier reading names and the session does not hold must have
    been added by :func:`with_outlines` first.
    """
    _refuse_strangers(session.exams, reading.record.timeline)
    return _session(session.exams, reading, session.outlines, session.assess)


def with_outlines(
    session: ReadingSession, outlines: Mapping[tuple[str, str], Outline]
) -> ReadingSession:
    """Hold more outlines, by timepoint and digest."""
    known = {**session.outlines, **outlines}
    return _session(session.exams, session.reading, known, session.assess)


def with_exam(session: ReadingSession, label: str, phases: PhaseSet) -> ReadingSession:
    """Show the images of a timepoint, or put better known ones in their place."""
    exam = replace(session.exams[label], phases=phases)
    exams = {**session.exams, label: exam}
    return _session(exams, session.reading, session.outlines, session.assess)


def with_acts(session: ReadingSession, *acts: Act) -> ReadingSession:
    """Do something, in one go.

    Raises
    ------
    InputRefused
        The reading is signed, or the acts contradict what it says.
    """
    return _followed(session, log.done(session.reading, *acts, **_now()))


def undone(session: ReadingSession) -> ReadingSession:
    """Take back the last act; what the reading began with stays.

    Raises
    ------
    InputRefused
        There is nothing to take back, or the reading is signed.
    """
    if not can_undo(session):
        raise InputRefused("nothing to undo.", "an act of yours.", "go on reading.")
    return _followed(session, log.undone(session.reading, **_now()))


def redone(session: ReadingSession) -> ReadingSession:
    """Restore what was taken back last.

    Raises
    ------
    InputRefused
        There is nothing to restore, or the reading is signed.
    """
    return _followed(session, log.redone(session.reading, **_now()))


def can_undo(session: ReadingSession) -> bool:
    """Whether something was done since a visit was last added by opening its images."""
    act = None if session.reading.is_signed else log.last_act(session.reading)
    return act is not None and not any(
        isinstance(entry.event, TimepointAdded)
        for entry in session.reading.entries
        if entry.act == act
    )


def can_redo(session: ReadingSession) -> bool:
    """Whether something was taken back and nothing done since."""
    is_open = not session.reading.is_signed
    return is_open and log.next_act(session.reading) is not None


def signed(session: ReadingSession) -> ReadingSession:
    """Sign and lock the reading."""
    return _followed(session, log.signed(session.reading, **_now()))


def reopened(session: ReadingSession, reason: str) -> ReadingSession:
    """Open a signed reading again, with the reason.

    Raises
    ------
    InputRefused
        It is not signed, or no reason is given.
    """
    return _followed(session, log.reopened(session.reading, reason, **_now()))


def with_criteria(
    session: ReadingSession, criteria: str, **switches: str
) -> ReadingSession:
    """Judge the same timeline by other criteria."""
    return with_acts(session, CriteriaChosen(criteria, switches))


def assessments_at(session: ReadingSession, timepoint: str) -> tuple[Assessment, ...]:
    """Answers for one timepoint: two where one line ends and the next begins."""
    return tuple(a for a in session.course.assessments if a.label == timepoint)


def timepoint_of(session: ReadingSession, label: str) -> Timepoint:
    """Find a timepoint by its label.

    Raises
    ------
    InputRefused
        There is none.
    """
    return _timepoint(session.timeline, label)


def _session(
    exams: Mapping[str, Exam],
    reading: Reading,
    outlines: Mapping[tuple[str, str], Outline],
    assess: Assess,
) -> ReadingSession:
    """Judge a reading, and give each exam the outlines that stand in it."""
    record = reading.record
    course = assess(
        record.timeline, record.criteria or DEFAULT_CRITERIA, **record.switches
    )
    shown = {}
    for label, exam in exams.items():
        known = {
            lesion: outlines[label, digest]
            for (at, lesion), digest in record.masks.items()
            if at == label and (label, digest) in outlines
        }
        # an outline of other images than those in view has no place in them
        on = exam.phases.geometry
        known = {k: one for k, one in known.items() if on.box_of(one.mask.geometry)}
        masks = {lesion: one.mask for lesion, one in known.items()}
        maps = {lesion: one.tissue for lesion, one in known.items() if one.tissue}
        shown[label] = replace(exam, masks=masks, viability=maps)
    return ReadingSession(shown, reading, course, outlines, assess)


def _followed(session: ReadingSession, reading: Reading) -> ReadingSession:
    return _session(session.exams, reading, session.outlines, session.assess)


def _now() -> dict[str, Any]:
    return {"at": datetime.datetime.now(datetime.UTC), "version": __version__}


def _refuse_strangers(exams: Mapping[str, Exam], timeline: Timeline) -> None:
    labels = {timepoint.label for timepoint in timeline.timepoints}
    strangers = [label for label in exams if label not in labels]
    if strangers:
        raise InputRefused(
            f"images for {', '.join(map(repr, strangers))}, not in the timeline.",
            "a timepoint for every exam.",
            "check the labels of the timeline.",
        )


def _timepoint(timeline: Timeline, label: str) -> Timepoint:
    found = next((t for t in timeline.timepoints if t.label == label), None)
    if found is None:
        raise InputRefused(
            f"no timepoint {label!r}.",
            f"one of: {', '.join(repr(t.label) for t in timeline.timepoints)}.",
            "choose one of them.",
        )
    return found
