"""What a whole treatment line came to: best response, progression, response."""

import datetime
from collections.abc import Mapping, Sequence

from lesion_toolkit.criteria.best_response import best_response
from lesion_toolkit.criteria.judgement import Judgement, RuleBook
from lesion_toolkit.criteria.lines import LineCourse
from lesion_toolkit.criteria.switches import Switches
from lesion_toolkit.model.response import LineOutcome, Response

Dated = tuple[datetime.date, Response]


def line_outcome(
    course: LineCourse, judgements: Sequence[Judgement], book: RuleBook
) -> LineOutcome:
    """Outcome of one line from its judged timepoints."""
    if book.kind.outcome is not None:
        said = book.kind.outcome(course.start, judgements, book)
        return LineOutcome(
            course.name,
            said.best,
            said.confirmed,
            said.progression_date,
            said.response_date,
        )
    switches, names = book.switches, book.preset.names
    dated, progression = _until_progression(judgements, switches, names)
    best, confirmed = (
        best_response(
            dated,
            course.start,
            confirm_days=switches.confirm_days,
            sd_min_days=switches.sd_min_days,
            max_not_evaluable=switches.max_NE,
            accept_sd=switches.accept_SD,
            confirmed=confirmed,
        ).response
        for confirmed in (False, True)
    )
    responding = (date for date, r in dated if r in {Response.CR, Response.PR})
    return LineOutcome(
        course.name,
        names.get(best, best),
        names.get(confirmed, confirmed),
        progression,
        next(responding, None),
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
