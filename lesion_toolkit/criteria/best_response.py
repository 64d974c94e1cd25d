"""Best overall response of a course, confirmed or not.

Confirmation follows the algorithm that pharmaverse admiralonco documents for RECIST
1.1 (Eisenhauer 2009, Table 3): only timepoints from the start up to and including the
first progression count; the best category that holds is the answer.
"""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.response import Response

Dated = tuple[datetime.date, Response]

STABLE_OR_BETTER = (Response.CR, Response.PR, Response.SD)

KNOWN = frozenset({*STABLE_OR_BETTER, Response.NON_CR_NON_PD, Response.PD, Response.NE})


@dataclass(frozen=True, slots=True)
class BestResponse:
    """Best overall response and the date of the timepoint that first showed it."""

    response: Response
    date: datetime.date | None = None


def best_response(
    responses: Iterable[tuple[datetime.date | str, Response | str]],
    start: datetime.date | str,
    *,
    confirm_days: int = 28,
    sd_min_days: int = 42,
    max_not_evaluable: int = 1,
    accept_sd: bool = False,
    confirmed: bool = True,
) -> BestResponse:
    """Best overall response from dated overall responses.

    Parameters
    ----------
    responses
        (date, overall response) of each timepoint after baseline, in any order; a date
        may be written as ``2023-04-18``.
    start
        Start of treatment; assessments before it do not count.
    confirm_days
        A CR or PR is confirmed by another at least this many days later.
    sd_min_days
        SD and NON-CR/NON-PD need an assessment at least this many days after start.
    max_not_evaluable
        So many NE may lie between a response and its confirmation.
    accept_sd
        Whether one SD may lie between a PR and its confirmation.
    confirmed
        Whether CR and PR have to be confirmed.

    Returns
    -------
    BestResponse
        NE without a date when nothing was assessed: it counts in the denominator.

    Raises
    ------
    InputRefused
        A response is not one of CR, PR, SD, NON-CR/NON-PD, PD, NE, or a date is none.
    """
    return best_of(
        _checked(responses),
        _day(start),
        confirm_days=confirm_days,
        sd_min_days=sd_min_days,
        max_not_evaluable=max_not_evaluable,
        accept_sd=accept_sd,
        confirmed=confirmed,
    )


def best_of(
    dated: Sequence[Dated],
    start: datetime.date,
    *,
    confirm_days: int,
    sd_min_days: int,
    max_not_evaluable: int,
    accept_sd: bool,
    confirmed: bool,
) -> BestResponse:
    """Best overall response as :func:`best_response`, of responses in order of time."""
    dated = _until_progression(dated, start)
    if confirmed:
        first_cr = _confirmed_cr(dated, confirm_days, max_not_evaluable)
        first_pr = _confirmed_pr(dated, confirm_days, max_not_evaluable, accept_sd)
    else:
        first_cr = _first(dated, (Response.CR,))
        first_pr = _first(dated, (Response.PR,))
    late = [row for row in dated if row[0] >= start + timedelta(days=sd_min_days)]
    candidates = (
        (Response.CR, first_cr),
        (Response.PR, first_pr),
        (Response.SD, _first(late, STABLE_OR_BETTER)),
        (Response.NON_CR_NON_PD, _first(late, (Response.NON_CR_NON_PD,))),
        (Response.PD, _first(dated, (Response.PD,))),
        (Response.NE, dated[0][0] if dated else None),
    )
    for response, date in candidates:
        if date is not None:
            return BestResponse(response, date)
    return BestResponse(Response.NE)


def _day(said: datetime.date | str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(said) if isinstance(said, str) else said
    except ValueError:
        raise InputRefused(
            f"the date {said!r}.", "a date such as 2023-04-18.", "correct it."
        ) from None


def _checked(
    responses: Iterable[tuple[datetime.date | str, Response | str]],
) -> list[Dated]:
    rows = []
    for date, said in responses:
        if said not in KNOWN:
            raise InputRefused(
                f"the overall response {str(said)!r} on {date}.",
                "one of " + ", ".join(sorted(KNOWN)) + ".",
                "correct it, or leave the timepoint out.",
            )
        response = said if isinstance(said, Response) else Response(said)
        rows.append((_day(date), response))
    return sorted(rows, key=lambda row: row[0])


def _until_progression(dated: Sequence[Dated], start: datetime.date) -> list[Dated]:
    kept = []
    for row in dated:
        if row[0] < start:
            continue
        kept.append(row)
        if row[1] is Response.PD:
            break
    return kept


def _first(
    dated: Sequence[Dated], wanted: tuple[Response, ...]
) -> datetime.date | None:
    return next((date for date, response in dated if response in wanted), None)


def _confirmed_cr(
    dated: Sequence[Dated], confirm_days: int, max_not_evaluable: int
) -> datetime.date | None:
    """First CR with a later CR far enough away and only CR or few NE between."""
    for i, (date, response) in enumerate(dated):
        if response is not Response.CR:
            continue
        window = _window(dated[i + 1 :], date, confirm_days, (Response.CR,))
        if (
            window
            and set(window) <= {Response.CR, Response.NE}
            and window.count(Response.NE) <= max_not_evaluable
        ):
            return date
    return None


def _confirmed_pr(
    dated: Sequence[Dated], confirm_days: int, max_not_evaluable: int, accept_sd: bool
) -> datetime.date | None:
    """First PR with a later CR or PR far enough away and nothing against it between."""
    allowed = {Response.CR, Response.PR, Response.SD, Response.NE}
    for i, (date, response) in enumerate(dated):
        if response is not Response.PR:
            continue
        wanted = (Response.CR, Response.PR)
        window = _window(dated[i + 1 :], date, confirm_days, wanted)
        if (
            window
            and set(window) <= allowed
            and window.count(Response.NE) <= max_not_evaluable
            and window.count(Response.SD) <= int(accept_sd)
            and not _pr_after_cr(window)
        ):
            return date
    return None


def _window(
    later: Sequence[Dated],
    first: datetime.date,
    confirm_days: int,
    wanted: tuple[Response, ...],
) -> list[Response]:
    """Responses up to and including the confirming one; empty when none confirms."""
    due = first + timedelta(days=confirm_days)
    for i, (date, response) in enumerate(later):
        if date >= due and response in wanted:
            return [r for _, r in later[: i + 1]]
    return []


def _pr_after_cr(window: Sequence[Response]) -> bool:
    """Whether a PR follows a CR: after a true CR any disease is progression."""
    if Response.CR not in window:
        return False
    return Response.PR in window[window.index(Response.CR) :]
