"""Assess a timeline by one set of criteria: the category at each timepoint, and why."""

import decimal
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from lesion_toolkit.criteria.choices import OtherChoices, judged_otherwise
from lesion_toolkit.criteria.conformance import baseline_conformance, conformance
from lesion_toolkit.criteria.judgement import (
    Followed,
    Judgement,
    RuleBook,
    judge_each,
    opening,
)
from lesion_toolkit.criteria.kinds import rule_book
from lesion_toolkit.criteria.lines import (
    LineCourse,
    before_all_lines,
    lesions_of,
    line_courses,
)
from lesion_toolkit.criteria.otherwise import otherwise
from lesion_toolkit.criteria.outcome import line_outcome
from lesion_toolkit.criteria.preset import criteria_names, load_preset
from lesion_toolkit.criteria.reason import Changes, baseline_reason, reason
from lesion_toolkit.criteria.remarks import baseline_remarks, fragile, remarks
from lesion_toolkit.criteria.simulation import simulated_probabilities
from lesion_toolkit.criteria.stability import hangs_on_nodes, probabilities
from lesion_toolkit.criteria.targets import (
    EXACT,
    Reference,
    Target,
    TargetSum,
    to_next_category,
)
from lesion_toolkit.criteria.therapy import removed_on_study, with_line_therapies
from lesion_toolkit.criteria.wording import change_pct, rounded
from lesion_toolkit.errors import UsageRefused
from lesion_toolkit.model.finding import Finding, Severity
from lesion_toolkit.model.lesion import Lesion, Role
from lesion_toolkit.model.noun import made
from lesion_toolkit.model.response import (
    Assessment,
    Course,
    LineOutcome,
    NewLesion,
    Response,
    Stability,
    Unit,
)
from lesion_toolkit.model.timeline import Timeline, Timepoint

__all__ = ["assess", "criteria_names"]

BASELINE, NO_BASELINE = "baseline", "no-baseline"
"""Rule ids of timepoints that no row of the table decides."""


def assess(
    timeline: Timeline,
    criteria: str | Path,
    *,
    line: str | None = None,
    **switches: Any,
) -> Course:
    """Assess every timepoint of a timeline, each treatment line by its own baseline.

    Parameters
    ----------
    timeline
        One patient's course.
    criteria
        Name of installed criteria (``mrecist-2010``, ``recist-1.1``, ...), or a TOML
        file of one's own.
    line
        Assess this treatment line only.
    **switches
        Settings that differ from the preset, for example ``pd_abs_floor_mm=5``; the
        table of the criteria names them all.

    Returns
    -------
    Course
        One assessment for each timepoint of each line, the baseline included, and the
        outcome of each line.

    Raises
    ------
    UsageRefused
        There are no such criteria, no such line, or no such switch.
    InputRefused
        The file is not a complete criteria table.
    """
    book = rule_book(load_preset(criteria), switches) if switches else _book(criteria)
    courses = line_courses(timeline)
    before = before_all_lines(timeline, courses)
    if line is not None:
        courses = _only(courses, line)
    assessments: list[Assessment] = []
    outcomes: list[LineOutcome] = []
    with decimal.localcontext(EXACT):
        for course in courses:
            answers, outcome = _assess_line(timeline, course, book)
            assessments += answers
            outcomes.append(outcome)
    return Course(
        timeline,
        criteria=book.preset.preset,
        assessments=tuple(assessments),
        lines=tuple(outcomes),
        switches=_differing(book),
        findings=(*_unjudged(before), *_misplaced(timeline)),
        limits_pct=_limits_pct(book),
    )


@cache
def _book(criteria: str | Path) -> RuleBook:
    """Open the rules as they are published."""
    return rule_book(load_preset(criteria), {})


def _limits_pct(book: RuleBook) -> tuple[Decimal | None, Decimal | None]:
    if book.preset.kind == "grade of necrosis":
        return None, None
    limits = book.limits
    return -limits.pr_pct, None if limits.any_lesion else limits.pd_pct


def _only(courses: tuple[LineCourse, ...], line: str) -> tuple[LineCourse, ...]:
    chosen = tuple(course for course in courses if course.name == line)
    if not chosen:
        names = ", ".join(repr(course.name) for course in courses if course.name)
        has = f"has {names}" if names else "names no treatment line"
        raise UsageRefused(f"no treatment line {line!r}; the timeline {has}.")
    return chosen


def _differing(book: RuleBook) -> dict[str, str]:
    if book.switches is book.preset.defaults:
        return {}
    return {
        name: str(value)
        for name, value in book.switches
        if value != getattr(book.preset.defaults, name)
    }


def _assess_line(
    timeline: Timeline, course: LineCourse, book: RuleBook
) -> tuple[list[Assessment], LineOutcome]:
    followed = Followed(
        tuple(
            _target(with_line_therapies(lesion, timeline), course, book)
            for lesion in lesions_of(timeline, course, Role.TARGET)
        ),
        lesions_of(timeline, course, Role.NON_TARGET),
        _new_before(course),
    )
    if course.baseline is None:
        answers = [_without_baseline(t, course, book) for t in course.visits]
        return answers, line_outcome(timeline, course, (), book)
    sums, history = opening(course.baseline, followed, book)
    judgements = judge_each(course.visits, followed, history, book)
    others = judged_otherwise(course, followed, book)
    answers = [_baseline(course.baseline, sums, course, followed, book)]
    stabilities = _stabilities(judgements, course, followed, book)
    for judgement, other, stability in zip(
        judgements, others, stabilities, strict=True
    ):
        answers.append(_assessment(judgement, other, stability, course, followed, book))
    return answers, line_outcome(timeline, course, judgements, book)


def _target(lesion: Lesion, course: LineCourse, book: RuleBook) -> Target:
    removed = removed_on_study(lesion, course)
    return Target(lesion, book.preset.quantity_of(lesion), removed)


def _new_before(course: LineCourse) -> frozenset[str]:
    """Lesions there at the baseline of this line: new only to an earlier one."""
    listed = course.baseline.new_lesions if course.baseline else ()
    return frozenset(seen.lesion for seen in listed)


def _baseline(
    timepoint: Timepoint,
    sums: TargetSum,
    course: LineCourse,
    followed: Followed,
    book: RuleBook,
) -> Assessment:
    total = sums.total if sums.parts else None
    return made(
        Assessment,
        date=timepoint.date,
        label=timepoint.label,
        **_asked(course, book),
        sum=total,
        baseline_sum=total,
        nadir_sum=total,
        change_from_baseline_pct=None,
        change_from_nadir_pct=None,
        target=None,
        non_target=None,
        new_lesion=NewLesion.NO,
        overall=None,
        rule_id=BASELINE,
        reason=baseline_reason(followed, sums, course.name),
        findings=(
            *baseline_remarks(timepoint, sums, followed, book),
            *baseline_conformance(timepoint, course.start, followed, book),
        ),
        stability=None,
        lesions=(),
        otherwise="",
    )


def _asked(course: LineCourse, book: RuleBook) -> dict[str, Any]:
    """Name the line and the criteria."""
    preset = book.preset
    return {
        "line": course.name,
        "criteria": preset.criteria,
        "preset": preset.preset,
        "unit": preset.measured.unit,
    }


def _assessment(
    judgement: Judgement,
    other: OtherChoices,
    stability: Stability | None,
    course: LineCourse,
    followed: Followed,
    book: RuleBook,
) -> Assessment:
    history, timepoint, sums = judgement.history, judgement.timepoint, judgement.sums
    total = sums.measured if sums.parts and not sums.missing else None
    changes = _changes(judgement)
    return made(
        Assessment,
        date=timepoint.date,
        label=timepoint.label,
        **_asked(course, book),
        sum=total,
        baseline_sum=_sum_of(history.baseline),
        nadir_sum=_sum_of(history.nadir),
        change_from_baseline_pct=None if total is None else _two_places(changes[0]),
        change_from_nadir_pct=None if total is None else _two_places(changes[1]),
        target=judgement.target,
        non_target=judgement.non_targets.response,
        new_lesion=judgement.new.answer,
        overall=judgement.overall,
        rule_id=judgement.rule.id,
        reason=reason(judgement, changes, followed, book),
        findings=(
            *remarks(judgement, other, followed, book),
            *_conformance(judgement, course, followed, book),
            *fragile(judgement.overall, stability),
        ),
        stability=stability,
        lesions=judgement.lesions,
        otherwise=otherwise(judgement, book),
    )


def _conformance(
    judgement: Judgement, course: LineCourse, followed: Followed, book: RuleBook
) -> tuple[Finding, ...]:
    if course.baseline is None:
        return ()
    visit, start = judgement.timepoint, course.start
    return conformance(visit, course.baseline, start, followed, book)


def _without_baseline(
    timepoint: Timepoint, course: LineCourse, book: RuleBook
) -> Assessment:
    why = f"No timepoint on or before the start of {course.name} ({course.start})"
    return made(
        Assessment,
        date=timepoint.date,
        label=timepoint.label,
        **_asked(course, book),
        sum=None,
        baseline_sum=None,
        nadir_sum=None,
        change_from_baseline_pct=None,
        change_from_nadir_pct=None,
        target=Response.NE,
        non_target=Response.NE,
        new_lesion=NewLesion.NO,
        overall=Response.NE,
        rule_id=NO_BASELINE,
        reason=f"{why}: without a baseline nothing can be compared. Overall NE.",
        findings=(Finding("missing-baseline", f"{why}.", Severity.SERIOUS),),
        stability=None,
        lesions=(),
        otherwise="",
    )


def _sum_of(reference: Reference | None) -> Decimal | None:
    return None if reference is None else reference.sum


def _changes(judgement: Judgement) -> Changes:
    """Compare what was measured with baseline and nadir."""
    total = judgement.sums.measured
    baseline, nadir = judgement.history.baseline, judgement.history.nadir
    if baseline is None or nadir is None:
        return None, None
    change = change_pct(total, baseline.sum)
    if nadir is baseline:
        return change, change
    return change, change_pct(total, nadir.sum)


def _two_places(change: Decimal | None) -> Decimal | None:
    return None if change is None else rounded(change, 2)


def _stabilities(
    judgements: Sequence[Judgement],
    course: LineCourse,
    followed: Followed,
    book: RuleBook,
) -> list[Stability | None]:
    """Probabilities of the categories of each visit, and the way to the next one."""
    if book.sum_decides and not any(hangs_on_nodes(j, book) for j in judgements):
        probable = probabilities(judgements, book)
    else:
        probable = simulated_probabilities(course, followed, book)
    return [
        _stability(judgement, shares, book)
        for judgement, shares in zip(judgements, probable, strict=True)
    ]


def _stability(
    judgement: Judgement, shares: dict[str, float], book: RuleBook
) -> Stability | None:
    history = judgement.history
    if history.baseline is None or history.nadir is None:
        return None
    sums, distance = judgement.sums, None
    if sums.missing:
        return None
    if book.sum_decides and book.limits.unit == Unit.MM:
        distance = to_next_category(
            sums, history.baseline, history.nadir, judgement.target, book.limits
        )
    return made(Stability, probability=shares, mm_to_next_category=distance)


def _unjudged(before: Iterable[Timepoint]) -> list[Finding]:
    return [
        Finding(
            "before-first-line",
            f"{t.label} lies before the baseline of the first treatment line and is "
            "not assessed.",
            Severity.NOTE,
            t.label,
        )
        for t in before
    ]


def _misplaced(timeline: Timeline) -> list[Finding]:
    """Rows that no rule reads, because the lesion has another role."""
    role = {lesion.id: lesion.role for lesion in timeline.lesions}
    return [
        Finding(
            "row-without-use",
            f"{n.lesion} is a {role[n.lesion]} lesion; its non-target status at "
            f"{t.label} is not used.",
            Severity.CAUTION,
            n.lesion,
        )
        for t in timeline.timepoints
        for n in t.non_targets
        if role[n.lesion] is not Role.NON_TARGET
    ]
