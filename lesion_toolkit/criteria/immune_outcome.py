"""What a line came to where progression may be taken back by a later timepoint."""

import datetime
from collections.abc import Sequence
from datetime import timedelta

from lesion_toolkit.criteria.best_response import BestResponse, Dated, best_response
from lesion_toolkit.criteria.judgement import Judgement, LineSummary, RuleBook
from lesion_toolkit.model.response import Response

RESPONDING = frozenset({Response.CR, Response.PR})


def irecist_outcome(
    start: datetime.date, judgements: Sequence[Judgement], book: RuleBook
) -> LineSummary:
    """Outcome of a line by iRECIST (Seymour 2017, Table 3).

    Timepoints up to the confirmed progression count; an unconfirmed one does not keep
    a later response from being the best. Progression dates from the first iUPD that
    was confirmed, or that nothing took back.
    """
    called: list[Dated] = []
    open_since = None
    for judgement in judgements:
        day, response = judgement.timepoint.date, judgement.overall
        called.append((day, response))
        if response is Response.ICPD:
            break
        if response is Response.IUPD:
            open_since = open_since or day
        elif response is not Response.NE:
            open_since = None
    fallback = Response.IUPD if _has(called, Response.IUPD) else Response.NE
    if _has(called, Response.ICPD):
        fallback = Response.ICPD
    names = {name: rule for rule, name in book.preset.names.items()}
    # a progression that is not final is no verdict on the response
    plain = [(day, names.get(called_, Response.NE)) for day, called_ in called]
    return _summary(start, plain, fallback, open_since, called, book)


def imrecist_outcome(
    start: datetime.date, judgements: Sequence[Judgement], book: RuleBook
) -> LineSummary:
    """Outcome of a line by imRECIST (Hodi 2018).

    Progression that the next scan, at least four weeks later, does not show any more is
    taken back; the best response may come after it.
    """
    names = {name: rule for rule, name in book.preset.names.items()}
    called = [(j.timepoint.date, names.get(j.overall, j.overall)) for j in judgements]
    plain: list[Dated] = []
    progression = None
    for n, (day, response) in enumerate(called):
        if response is not Response.PD:
            plain.append((day, response))
        elif taken_back(called[n:], book.switches.confirm_days):
            plain.append((day, Response.NE))
        else:
            progression = day
            plain.append((day, response))
            break
    progressed = book.preset.names[Response.PD]
    fallback = progressed if _has(called, Response.PD) else Response.NE
    return _summary(start, plain, fallback, progression, plain, book)


def taken_back(called: Sequence[Dated], confirm_days: int) -> bool:
    """Whether the next evaluable scan late enough shows no progression any more."""
    first = called[0][0] + timedelta(days=confirm_days)
    later = (r for day, r in called[1:] if day >= first and r is not Response.NE)
    return next(later, Response.PD) is not Response.PD


def _has(called: Sequence[Dated], response: Response) -> bool:
    return any(one is response for _, one in called)


def _summary(
    start: datetime.date,
    plain: Sequence[Dated],
    fallback: Response,
    progression: datetime.date | None,
    dated: Sequence[Dated],
    book: RuleBook,
) -> LineSummary:
    """``fallback`` is said where there is no better response than progression."""
    answers = []
    for confirmed in (False, True):
        best = _best(start, plain, book, confirmed=confirmed).response
        worse = best in {Response.NE, Response.PD}
        answers.append(fallback if worse else book.preset.names.get(best, best))
    responding = (day for day, response in plain if response in RESPONDING)
    return LineSummary(
        answers[0], answers[1], progression, next(responding, None), tuple(dated)
    )


def _best(
    start: datetime.date, plain: Sequence[Dated], book: RuleBook, *, confirmed: bool
) -> BestResponse:
    switches = book.switches
    return best_response(
        plain,
        start,
        confirm_days=switches.confirm_days,
        sd_min_days=switches.sd_min_days,
        max_not_evaluable=switches.max_NE,
        accept_sd=switches.accept_SD,
        confirmed=confirmed,
    )
