"""Which timepoints and lesions belong to which treatment line."""

import datetime
from dataclasses import dataclass

from lesion_toolkit.model.lesion import Lesion, Role
from lesion_toolkit.model.timeline import Timeline, Timepoint


@dataclass(frozen=True, slots=True)
class LineCourse:
    """One treatment line with its own baseline, and the timepoints judged in it.

    Attributes
    ----------
    name, start
        Of the line; a timeline without lines has one nameless line from its first
        timepoint.
    baseline
        Last timepoint on or before the start; None where there is none.
    visits
        Timepoints after the baseline up to the baseline of the next line, which is
        still judged here.
    own
        Baseline and visits without that shared last one: rows only seen there belong
        to the next line.
    """

    name: str
    start: datetime.date
    baseline: Timepoint | None
    visits: tuple[Timepoint, ...]
    own: tuple[Timepoint, ...]


def line_courses(timeline: Timeline) -> tuple[LineCourse, ...]:
    """Divide a timeline into its treatment lines, in order of their start."""
    timepoints = timeline.timepoints
    if not timeline.treatment_lines:
        if not timepoints:
            return ()
        first, visits = timepoints[0], timepoints[1:]
        return (LineCourse("", first.date, first, visits, timepoints),)
    lines = sorted(timeline.treatment_lines, key=lambda line: line.start)
    baselines = [_last_until(timepoints, line.start) for line in lines]
    courses = []
    for i, (line, baseline) in enumerate(zip(lines, baselines, strict=True)):
        after = baseline.date if baseline else line.start
        ahead = baselines[i + 1] if i + 1 < len(lines) else None
        if ahead is not None:
            until = ahead.date
        else:
            until = lines[i + 1].start if i + 1 < len(lines) else datetime.date.max
        visits = tuple(t for t in timepoints if after < t.date <= until)
        own = visits if baseline is None else (baseline, *visits)
        if ahead is not None and own and own[-1] is ahead and ahead is not baseline:
            own = own[:-1]
        courses.append(LineCourse(line.name, line.start, baseline, visits, own))
    return tuple(courses)


def _last_until(
    timepoints: tuple[Timepoint, ...], day: datetime.date
) -> Timepoint | None:
    return next((t for t in reversed(timepoints) if t.date <= day), None)


def before_all_lines(
    timeline: Timeline, courses: tuple[LineCourse, ...]
) -> tuple[Timepoint, ...]:
    """Timepoints that no treatment line judges."""
    judged = {t.label for c in courses for t in (c.baseline, *c.visits) if t}
    return tuple(t for t in timeline.timepoints if t.label not in judged)


def lesions_of(
    timeline: Timeline, course: LineCourse, role: Role
) -> tuple[Lesion, ...]:
    """Lesions of a role that are followed in a line.

    A lesion is followed where it has a row, and everywhere when it has none at all:
    a declared lesion that was never judged is missing, not absent.
    """
    if course.own is timeline.timepoints:
        return tuple(lesion for lesion in timeline.lesions if lesion.role is role)
    rows = _measured if role is Role.TARGET else _judged
    here = {name for t in course.own for name in rows(t)}
    anywhere = {name for t in timeline.timepoints for name in rows(t)}
    return tuple(
        lesion
        for lesion in timeline.lesions
        if lesion.role is role and (lesion.id in here or lesion.id not in anywhere)
    )


def _measured(timepoint: Timepoint) -> list[str]:
    return [m.lesion for m in timepoint.measurements]


def _judged(timepoint: Timepoint) -> list[str]:
    return [n.lesion for n in timepoint.non_targets]
