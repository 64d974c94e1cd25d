"""The list of lesions and the course, edited by a reader: each edit is an act."""

from dataclasses import replace

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.lesion import Lesion, Role
from lesion_toolkit.model.measurement import LesionMeasurement, State
from lesion_toolkit.model.timeline import (
    NewLesionSeen,
    NewLesionStatus,
    NonTargetStatus,
    TreatmentLine,
)
from lesion_toolkit.reading.events import (
    Act,
    Commented,
    LesionAdded,
    LesionChanged,
    LesionRemoved,
    LesionRenamed,
    MaskSet,
    Measured,
    NewLesionDeclared,
    NewLesionWithdrawn,
    NonTargetJudged,
    TreatmentLineRemoved,
    TreatmentLineSet,
)
from napari_lesion_toolkit.listed import (
    declared,
    lesion_named,
    lesion_names,
    measured_mm,
)
from napari_lesion_toolkit.session import ReadingSession, timepoint_of, with_acts
from napari_lesion_toolkit.treated import examined, with_treated

JUDGED_STATES = (State.ABSENT, State.TOO_SMALL, State.NOT_EVALUABLE)
"""What a reader can say of a lesion without measuring it."""

NOT_ASSESSABLE = "not assessable to the reader"
"""Reason of a lesion called not evaluable without a word why."""


def with_lesion(session: ReadingSession, lesion: Lesion) -> ReadingSession:
    """Add a lesion, or set role, organ, kind, pattern, site and therapies of one.

    A lesion that is no longer new is withdrawn from the new lesions. Where its
    therapies change what can be judged, it is measured anew.

    Raises
    ------
    InputRefused
        It becomes new (:func:`with_new` says at which visit), or the reading is signed.
    """
    known = lesion_named(session, lesion.id)
    if lesion == known:
        return session
    if lesion.role is Role.NEW and (known is None or known.role is not Role.NEW):
        raise InputRefused(
            f"{lesion.id!r} called new, without the visit.",
            "the visit at which it was not there before.",
            "choose that visit and say there that the lesion is new.",
        )
    acts: list[Act] = [_setting(session, lesion)]
    if lesion.role is not Role.NEW:
        acts += [NewLesionWithdrawn(t, lesion.id) for t in declared(session, lesion.id)]
    return with_treated(session, *acts)


def with_name(session: ReadingSession, lesion: str, name: str) -> ReadingSession:
    """Give a lesion another name, at every timepoint.

    Raises
    ------
    InputRefused
        The name is empty or taken, or there is no such lesion.
    """
    name = name.strip()
    if name == lesion:
        return session
    return with_acts(session, LesionRenamed(lesion, name))


def without_lesion(session: ReadingSession, lesion: str) -> ReadingSession:
    """Strike a lesion out, with all that was measured and said of it.

    Raises
    ------
    InputRefused
        There is no such lesion, or another one is said to have merged into it.
    """
    merged = [
        m.lesion
        for t in session.timeline.timepoints
        for m in t.measurements
        if m.into == lesion
    ]
    if merged:
        raise InputRefused(
            f"{merged[0]!r} merged into {lesion!r}.",
            "a lesion that no other one is part of.",
            f"measure {merged[0]!r} on its own first.",
        )
    return with_acts(session, LesionRemoved(lesion))


def with_status(
    session: ReadingSession,
    timepoint: str,
    lesion: str,
    status: NonTargetStatus | None,
) -> ReadingSession:
    """Judge a non-target lesion at a timepoint; None takes the judgment back.

    Raises
    ------
    InputRefused
        There is no such timepoint, or the lesion is no non-target.
    """
    meant = _lesion(session, lesion)
    if meant.role is not Role.NON_TARGET:
        raise InputRefused(
            f"{lesion!r}, which is {_article(meant.role)}.",
            "a non-target lesion: only those are judged and not measured.",
            "make it a non-target first.",
        )
    judged = timepoint_of(session, timepoint).non_targets
    if status == next((n.status for n in judged if n.lesion == lesion), None):
        return session
    return with_acts(session, NonTargetJudged(timepoint, lesion, status))


def with_new(
    session: ReadingSession,
    timepoint: str,
    lesion: str,
    status: NewLesionStatus | None,
    *,
    typical: bool | None = None,
) -> ReadingSession:
    """Declare a lesion new at a timepoint; None takes that back there.

    Its size is what was measured of it there, where it was.

    Parameters
    ----------
    lesion
        Its name; the first free of NEW1, NEW2, ... where it is empty.
    status
        How sure the reader is.
    typical
        Whether it has arterial hyperenhancement and washout; None where nobody says.

    Raises
    ------
    InputRefused
        The timepoint is the first: nothing was there before it to be new to.
    """
    first = session.timeline.timepoints[0].label
    if timepoint_of(session, timepoint).label == first:
        raise InputRefused(
            f"a new lesion at {first!r}, the first visit.",
            "a visit with an earlier one to compare with.",
            "follow it as a target or a non-target.",
        )
    said = declared(session, lesion).get(timepoint)
    if status is None:
        gone = NewLesionWithdrawn(timepoint, lesion)
        return session if said is None else with_acts(session, gone)
    name = lesion or _free_new_name(session)
    meant = lesion_named(session, name) or Lesion(name)
    seen = replace(
        said or NewLesionSeen(name, status),
        status=status,
        organ=meant.organ,
        kind=meant.kind,
        typical=typical,
        diameter_mm=measured_mm(session, timepoint, name),
    )
    acts: list[Act] = [NewLesionDeclared(timepoint, seen)]
    if meant.role is not Role.NEW or not _is_followed(session, name):
        acts.insert(0, _setting(session, replace(meant, role=Role.NEW)))
    return with_acts(session, *acts)


def with_state(
    session: ReadingSession,
    timepoint: str,
    lesion: str,
    state: State,
    reason: str = "",
) -> ReadingSession:
    """Say what became of a lesion at a timepoint without measuring it, or measure it.

    Parameters
    ----------
    state
        absent (then its outline goes), too small, or not evaluable; measured takes
        such a word back and measures the outline again.
    reason
        Why it is not evaluable.

    Raises
    ------
    InputRefused
        There is no such timepoint or lesion, it is a non-target, it cannot be measured
        without an outline, or it split or merged, which takes lengths.
    """
    if _lesion(session, lesion).role is Role.NON_TARGET:
        raise InputRefused(
            f"{lesion!r}, which is a non-target.",
            "a lesion that is measured.",
            "judge the non-target instead.",
        )
    row = timepoint_of(session, timepoint).measurement_of(lesion)
    if state is State.MEASURED:
        return _measured_again(session, timepoint, lesion)
    if state not in JUDGED_STATES:
        raise InputRefused(
            f"{lesion!r} called {state} without a length.",
            "absent, too small, or not evaluable.",
            "measure each part as a lesion of its own.",
        )
    why = (reason.strip() or NOT_ASSESSABLE) if state is State.NOT_EVALUABLE else ""
    said = LesionMeasurement(lesion, state, reason=why)
    if said == row:
        return session
    acts: list[Act] = [Measured(timepoint, said)]
    if state is State.ABSENT and (timepoint, lesion) in session.reading.record.masks:
        acts.append(MaskSet(timepoint, lesion, ""))
    return with_acts(session, *acts)


def with_line(
    session: ReadingSession, line: TreatmentLine, instead_of: str = ""
) -> ReadingSession:
    """Set a treatment line: response is judged from its own baseline.

    Parameters
    ----------
    instead_of
        Name that the line had before.

    Raises
    ------
    InputRefused
        The line has no name, or that of another line.
    """
    name = line.name.strip()
    line = replace(line, name=name)
    if line in session.timeline.treatment_lines:
        return session
    taken = {one.name for one in session.timeline.treatment_lines} - {instead_of}
    if not name or name in taken:
        raise InputRefused(
            f"the name {name!r} of a treatment line, empty or already taken.",
            "a name that no other line has.",
            "choose another name.",
        )
    gone = [TreatmentLineRemoved(instead_of)] if instead_of not in ("", name) else []
    return with_treated(session, *gone, TreatmentLineSet(line))


def without_line(session: ReadingSession, name: str) -> ReadingSession:
    """Strike a treatment line out.

    Raises
    ------
    InputRefused
        There is no such line.
    """
    if name not in {line.name for line in session.timeline.treatment_lines}:
        raise InputRefused(
            f"no treatment line {name!r}.",
            "a line of this patient.",
            "choose one of its lines.",
        )
    return with_treated(session, TreatmentLineRemoved(name))


def with_comment(
    session: ReadingSession, text: str, timepoint: str = "", lesion: str = ""
) -> ReadingSession:
    """Remark on the patient, a timepoint, or a lesion there; no text takes it away."""
    said = session.reading.record.comments.get((timepoint, lesion), "")
    if text.strip() == said:
        return session
    return with_acts(session, Commented(text.strip(), timepoint, lesion))


def _measured_again(
    session: ReadingSession, timepoint: str, lesion: str
) -> ReadingSession:
    exam = session.exams.get(timepoint)
    mask = None if exam is None else exam.masks.get(lesion)
    if mask is None:
        raise InputRefused(
            f"no outline of {lesion!r} at {timepoint!r}.",
            "a lesion that is outlined there.",
            "click it, or place a caliper.",
        )
    found = examined(session, timepoint, lesion, mask).measurement
    return with_acts(session, Measured(timepoint, found))


def _setting(session: ReadingSession, lesion: Lesion) -> LesionAdded | LesionChanged:
    followed = _is_followed(session, lesion.id)
    return LesionChanged(lesion) if followed else LesionAdded(lesion)


def _is_followed(session: ReadingSession, name: str) -> bool:
    return any(lesion.id == name for lesion in session.timeline.lesions)


def _free_new_name(session: ReadingSession) -> str:
    taken, number = lesion_names(session), 1
    while f"NEW{number}" in taken:
        number += 1
    return f"NEW{number}"


def _lesion(session: ReadingSession, name: str) -> Lesion:
    found = lesion_named(session, name)
    if found is None:
        raise InputRefused(
            f"no lesion {name!r}.", "a lesion of the table.", "choose one there."
        )
    return found


def _article(role: Role) -> str:
    return "new" if role is Role.NEW else f"a {role}"
