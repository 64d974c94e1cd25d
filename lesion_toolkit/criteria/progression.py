"""Which progression stands: one patient's dated responses cut at the first one.

PD is progression at once. Unconfirmed progression (iUPD) is so, from the first of its
run, when it is confirmed (iCPD) or never overturned: a later iSD, iPR or iCR overturns
it, NE or another iUPD does not (iRECIST, Seymour 2017).
"""

import datetime
from collections.abc import Iterable, Sequence

from lesion_toolkit.criteria.best_response import Dated
from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.response import Response

RECIST_WORD = {
    Response.ICR: Response.CR,
    Response.IPR: Response.PR,
    Response.ISD: Response.SD,
    Response.IUPD: Response.SD,
}
"""Immune responses as RECIST names them; an overturned iUPD was no progression."""

WORST_FIRST = (
    Response.PD,
    Response.ICPD,
    Response.IUPD,
    Response.SD,
    Response.ISD,
    Response.NON_CR_NON_PD,
    Response.PR,
    Response.IPR,
    Response.CR,
    Response.ICR,
    Response.NE,
)
"""Which of several responses of one day stands; a readable one before NE."""

RANK = {response: rank for rank, response in enumerate(WORST_FIRST)}


def in_order(
    responses: Iterable[tuple[datetime.date | str, Response | str]],
) -> list[Dated]:
    """Order responses in time, one a day: of several on one day the worst stands.

    Raises
    ------
    InputRefused
        A response is unknown, or a date is none.
    """
    worst: dict[datetime.date, Response] = {}
    rows = (_read(date, said) for date, said in responses)
    for date, response in sorted(rows, key=_worst_first):
        worst.setdefault(date, response)
    return list(worst.items())


def until_progression(dated: Iterable[Dated]) -> list[Dated]:
    """Cut ordered responses at the first progression that stands, in RECIST words.

    Where there is progression it is the last row, PD: at the first PD, or at the first
    iUPD of a run that is confirmed or never overturned.
    """
    kept: list[Dated] = []
    progression: datetime.date | None = None
    for date, response in dated:
        if response in {Response.PD, Response.ICPD}:
            progression = progression or date
            break
        if response is Response.IUPD:
            progression = progression or date
        elif response is not Response.NE:
            progression = None
        kept.append((date, RECIST_WORD.get(response, response)))
    if progression is None:
        return kept
    before = [row for row in kept if row[0] < progression]
    return [*before, (progression, Response.PD)]


def progression_of(dated: Sequence[Dated]) -> datetime.date | None:
    """Day of the progression that ends these rows; None where there is none."""
    return dated[-1][0] if dated and dated[-1][1] is Response.PD else None


def last_adequate(dated: Sequence[Dated]) -> datetime.date | None:
    """Day of the last assessment before progression that could be judged."""
    outside = {Response.NE, Response.PD}
    return next((date for date, r in reversed(dated) if r not in outside), None)


def _worst_first(row: Dated) -> tuple[datetime.date, int]:
    return row[0], RANK[row[1]]


def _read(date: datetime.date | str, said: Response | str) -> Dated:
    if said not in RANK:
        raise InputRefused(
            f"the overall response {str(said)!r} on {date}.",
            "one of " + ", ".join(WORST_FIRST) + ".",
            "correct it, or leave the timepoint out.",
        )
    try:
        day = datetime.date.fromisoformat(date) if isinstance(date, str) else date
    except ValueError:
        raise InputRefused(
            f"the date {date!r}.", "a date such as 2023-04-18.", "correct it."
        ) from None
    return day, said if isinstance(said, Response) else Response(said)
