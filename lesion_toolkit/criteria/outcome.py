"""What a whole treatment line came to: best response, progression, response."""

import datetime
from collections.abc import Mapping, Sequence

from lesion_toolkit.criteria.best_response import best_of
from lesion_toolkit.criteria.endpoints import (
    PatientFacts,
    duration_of_response,
    overall_survival,
    progression_free_survival,
    time_to_progression,
)
from lesion_toolkit.criteria.judgement import Judgement, LineSummary, RuleBook
from lesion_toolkit.criteria.lines import LineCourse
from lesion_toolkit.criteria.switches import Switches
from lesion_toolkit.model.noun import made
from lesion_toolkit.model.response import LineOutcome, Response
from lesion_toolkit.model.timeline import Timeline

Dated = tuple[datetime.date, Response]


def line_outcome(
    timeline: Timeline,
    course: LineCourse,
    judgements: Sequence[Judgement],
    book: RuleBook,
) -> LineOutcome:
    """Outcome of one line from its judged timepoints."""
    judge = book.kind.outcome or _summary
    said = judge(course.start, judgements, book)
    progression = survival = alive = response = None
    if course.baseline is not None:
        facts, censoring = _facts(timeline, course, book), book.switches.censoring
        progression = time_to_progression(said.dated, facts, censoring)
        survival = progression  # death is all that parts the two
        if facts.death is not None:
            survival = progression_free_survival(said.dated, facts, censoring)
        if said.response_date is not None:
            response = duration_of_response(said.dated, facts, censoring)
        alive = overall_survival(facts)
    return made(
        LineOutcome,
        line=course.name,
        best_overall_response=said.best,
        confirmed_best_overall_response=said.confirmed,
        progression_date=said.progression_date,
        response_date=said.response_date,
        time_to_progression=progression,
        progression_free_survival=survival,
        overall_survival=alive,
        duration_of_response=response,
    )


def _facts(timeline: Timeline, course: LineCourse, book: RuleBook) -> PatientFacts:
    later = (
        line.start for line in timeline.treatment_lines if line.start > course.start
    )
    contacts = [t.date for t in timeline.timepoints]  # who is scanned is alive
    if timeline.last_contact is not None:
        contacts.append(timeline.last_contact)
    return PatientFacts(
        course.start,
        timeline.death,
        max((day for day in contacts if day >= course.start), default=None),
        min(later, default=None),
        book.switches.visit_interval_days or None,
    )


def _summary(
    start: datetime.date, judgements: Sequence[Judgement], book: RuleBook
) -> LineSummary:
    """Best response and dates where the first progression is final."""
    switches, names = book.switches, book.preset.names
    dated, progression = _until_progression(judgements, switches, names)
    best, confirmed = (
        best_of(
            dated,
            start,
            confirm_days=switches.confirm_days,
            sd_min_days=switches.sd_min_days,
            max_not_evaluable=switches.max_NE,
            accept_sd=switches.accept_SD,
            confirmed=confirmed,
        ).response
        for confirmed in (False, True)
    )
    responding = (date for date, r in dated if r in {Response.CR, Response.PR})
    return LineSummary(
        names.get(best, best),
        names.get(confirmed, confirmed),
        progression,
        next(responding, None),
        tuple(dated),
    )


def _until_progression(
    judgements: Sequence[Judgement],
    switches: Switches,
    names: Mapping[Response, Response],
) -> tuple[list[Dated], datetime.date | None]:
    """Dated responses up to progression, and its date.

    A lesion that counts as new only later dates progression back to where it was first
    seen; what was called in between gives way to it.
    """
    rules = {name: rule for rule, name in names.items()}
    dated = [(j.timepoint.date, rules.get(j.overall, j.overall)) for j in judgements]
    progressing = [
        judgement
        for judgement, (_, response) in zip(judgements, dated, strict=True)
        if response is Response.PD
    ]
    if not progressing:
        return dated, None
    date = min(_progression_date(j, switches) for j in progressing)
    return [row for row in dated if row[0] < date] + [(date, Response.PD)], date


def _progression_date(judgement: Judgement, switches: Switches) -> datetime.date:
    seen = judgement.new.first_seen
    if seen is None or switches.pd_date_rule == "first_qualifying":
        return judgement.timepoint.date
    return seen.date
