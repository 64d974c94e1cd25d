"""Targets of a whole timeline, proposed at the baseline of each treatment line."""

import datetime
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lesion_toolkit.criteria.lines import LineCourse, line_courses
from lesion_toolkit.criteria.preset import load_preset
from lesion_toolkit.criteria.proposal import TargetProposal, propose_targets
from lesion_toolkit.criteria.therapy import with_line_therapies
from lesion_toolkit.criteria.wording import day, listed
from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.finding import Finding, Severity
from lesion_toolkit.model.lesion import Lesion
from lesion_toolkit.model.timeline import Timeline, Timepoint


@dataclass(frozen=True, slots=True)
class BaselineProposal:
    """Targets proposed at the baseline of one treatment line.

    Attributes
    ----------
    line
        Name of the treatment line; empty for a timeline without lines.
    start
        Day it began.
    label, date
        Of its baseline; empty and None where the line has none.
    proposal
        A part for each lesion that was seen there, or that has no row anywhere; None
        without a baseline.
    findings
        What could not be considered.
    """

    line: str
    start: datetime.date
    label: str = ""
    date: datetime.date | None = None
    proposal: TargetProposal | None = None
    findings: tuple[Finding, ...] = ()


def propose_at_baselines(
    timeline: Timeline,
    criteria: str | Path,
    **switches: Any,
) -> tuple[BaselineProposal, ...]:
    """Propose the targets of each treatment line from what was measured at its start.

    Parameters
    ----------
    timeline
        One patient's course; the roles its lesions have are not asked.
    criteria
        Name of installed criteria, or a TOML file of one's own.
    **switches
        Settings that differ from the preset, for example ``max_targets=1``.

    Raises
    ------
    UsageRefused
        There are no such criteria, or no such switch.
    InputRefused
        There is no timepoint, or the criteria file is not a complete table.
    """
    load_preset(criteria).switched(switches)  # refused even where there is no line
    courses = line_courses(timeline)
    if not timeline.timepoints:
        raise InputRefused(
            "a timeline without a timepoint.",
            "a baseline with a measurement of each lesion.",
            "add it.",
        )
    return tuple(_proposed(timeline, one, criteria, switches) for one in courses)


def _proposed(
    timeline: Timeline,
    course: LineCourse,
    criteria: str | Path,
    switches: dict[str, Any],
) -> BaselineProposal:
    baseline = course.baseline
    if baseline is None:
        message = f"No timepoint until the start on {day(course.start)}: without a "
        message += "baseline no target can be proposed."
        missing = Finding("no-baseline", message, Severity.SERIOUS, course.name)
        return BaselineProposal(course.name, course.start, findings=(missing,))
    lesions = [with_line_therapies(one, timeline) for one in _there(timeline, baseline)]
    proposal = propose_targets(baseline, lesions, criteria, **switches)
    return BaselineProposal(
        course.name,
        course.start,
        baseline.label,
        baseline.date,
        proposal,
        _without_row(baseline),
    )


def _there(timeline: Timeline, baseline: Timepoint) -> tuple[Lesion, ...]:
    """Lesions with a row at the baseline, and those without a row anywhere."""
    here = _rows(baseline)
    anywhere = {name for t in timeline.timepoints for name in _rows(t)}
    return tuple(
        lesion
        for lesion in timeline.lesions
        if lesion.id in here or lesion.id not in anywhere
    )


def _rows(timepoint: Timepoint) -> set[str]:
    measured = {row.lesion for row in timepoint.measurements}
    return measured | {row.lesion for row in timepoint.non_targets}


def _without_row(baseline: Timepoint) -> tuple[Finding, ...]:
    new = [seen.lesion for seen in baseline.new_lesions]
    unmeasured = tuple(name for name in new if name not in _rows(baseline))
    if not unmeasured:
        return ()
    message = f"{listed(unmeasured)}: seen as new here and not measured, so no target "
    message += "is proposed of it: add it to the lesions with its lengths."
    return (
        Finding("new-lesion-not-measured", message, Severity.CAUTION, baseline.label),
    )
