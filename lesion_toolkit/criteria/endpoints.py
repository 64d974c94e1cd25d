"""Times to progression, death and response of one patient's treatment line.

Times run in days from the start of the line, which is day 0. What presets do with
a new therapy and with missed visits is the table ``censoring.toml``; everything else is
the definition of the endpoint. Sources: FDA guidance on cancer trial endpoints (2007),
RECIST 1.1 (Eisenhauer 2009), iRECIST (Seymour 2017).
"""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lesion_toolkit.criteria.best_response import Dated, best_response
from lesion_toolkit.criteria.censoring import (
    Censoring,
    load_censoring,
    missed_visits,
)
from lesion_toolkit.criteria.progression import (
    in_order,
    last_adequate,
    progression_of,
    until_progression,
)
from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.noun import made
from lesion_toolkit.model.response import Response, TimeToEvent

RESPONDING = (Response.CR, Response.PR)


@dataclass(frozen=True, slots=True)
class PatientFacts:
    """What is known of a patient beside the assessments of one treatment line.

    Attributes
    ----------
    start
        Randomization, or the first dose of the line.
    death, last_contact
        Day of death; last day the patient was known to be alive. None where unknown.
    new_therapy
        Start of the next anticancer therapy, None where there was none.
    visit_interval_days
        Days from one scheduled assessment to the next; None where there is no schedule,
        then no visit counts as missed.

    Raises
    ------
    InputRefused
        A date lies before the start, the next therapy after death, or the interval is
        not positive.
    """

    start: datetime.date
    death: datetime.date | None = None
    last_contact: datetime.date | None = None
    new_therapy: datetime.date | None = None
    visit_interval_days: int | None = None

    def __post_init__(self) -> None:
        dates = {
            "death": self.death,
            "the last contact": self.last_contact,
            "the new therapy": self.new_therapy,
        }
        for words, date in dates.items():
            if date is not None and date < self.start:
                raise _out_of_order(f"{words} on {date}", f"the start on {self.start}")
        if self.death and self.new_therapy and self.death < self.new_therapy:
            raise _out_of_order(
                f"death on {self.death}", f"the new therapy on {self.new_therapy}"
            )
        if self.visit_interval_days is not None and self.visit_interval_days < 1:
            raise InputRefused(
                f"a visit every {self.visit_interval_days} days.",
                "a positive number of days between scheduled visits.",
                "correct it, or leave it out where there is no schedule.",
            )


def progression_free_survival(
    responses: Iterable[tuple[datetime.date | str, Response | str]],
    facts: PatientFacts,
    censoring: str = "fda",
) -> TimeToEvent:
    """Time from the start to the first progression or death of any cause.

    Parameters
    ----------
    responses
        (date, overall response) of each timepoint after baseline, in any order; RECIST
        or immune responses. Of several on one day the worst stands. Unconfirmed
        progression (iUPD) counts at the first of its run unless a later response or
        stable disease overturns it.
    facts
        Start, death, new therapy and schedule.
    censoring
        ``fda`` censors at a new therapy and after two missed visits, ``ema`` does not.

    Raises
    ------
    InputRefused
        A response is unknown, a date is none, or an assessment lies after death.
    UsageRefused
        There is no such censoring preset.
    """
    preset = load_censoring(censoring)
    dated = _course(responses, facts, preset)
    return _until_event(dated, facts, preset, death_counts=True)


def time_to_progression(
    responses: Iterable[tuple[datetime.date | str, Response | str]],
    facts: PatientFacts,
    censoring: str = "fda",
) -> TimeToEvent:
    """Time from the start to the first progression; death without it is censored.

    Parameters and errors are those of :func:`progression_free_survival`. In cirrhosis
    death of the liver blurs progression-free survival (AASLD-JNCI 2008).
    """
    preset = load_censoring(censoring)
    dated = _course(responses, facts, preset)
    return _until_event(dated, facts, preset, death_counts=False)


def overall_survival(facts: PatientFacts) -> TimeToEvent:
    """Time from the start to death of any cause, else to when last known alive."""
    if facts.death is not None:
        return _since(facts.start, facts.death, True, "death")
    contacts = [d for d in (facts.last_contact, facts.new_therapy) if d is not None]
    if not contacts:
        why = "censored at the start: no later contact is known"
        return _since(facts.start, facts.start, False, why)
    why = "censored when last known to be alive"
    return _since(facts.start, max(contacts), False, why)


def duration_of_response(
    responses: Iterable[tuple[datetime.date | str, Response | str]],
    facts: PatientFacts,
    censoring: str = "fda",
    *,
    of: Sequence[Response] = RESPONDING,
    confirmed: bool = False,
) -> TimeToEvent | None:
    """Time from the first response to progression or death of any cause.

    Parameters
    ----------
    responses, facts, censoring
        As for :func:`progression_free_survival`, with the same errors.
    of
        The responses that begin it: CR and PR, or CR alone for the duration of
        complete response.
    confirmed
        Whether only a response confirmed 28 days later begins it, as where response is
        the primary endpoint of a trial without randomization.

    Returns
    -------
    TimeToEvent or None
        None for a patient without a response, who has no duration.
    """
    preset = load_censoring(censoring)
    dated = _course(responses, facts, preset)
    end = _until_event(dated, facts, preset, death_counts=True)
    first = _first_response(dated, facts.start, of, confirmed)
    if first is None:
        return None
    return _since(first, end.date, end.occurred, end.why)


def time_to_response(
    responses: Iterable[tuple[datetime.date | str, Response | str]],
    facts: PatientFacts,
    censoring: str = "fda",
    *,
    confirmed: bool = False,
) -> TimeToEvent:
    """Time from the start to the first CR or PR.

    Censored at progression where it comes first, else at the last adequate assessment.
    Parameters and errors are those of :func:`duration_of_response`; missed visits only
    delay a response and never censor it.
    """
    preset = load_censoring(censoring)
    dated = _course(responses, facts, preset)
    first = _first_response(dated, facts.start, RESPONDING, confirmed)
    if first is not None:
        return _since(facts.start, first, True, "first response")
    end = _until_event(dated, facts, preset, death_counts=False)
    why = f"{end.why}; no response was seen"
    if end.occurred:
        why = "censored at progression without a response"
    return _since(facts.start, end.date, False, why)


# ------------------------------------------------------------------ one patient
def _course(
    responses: Iterable[tuple[datetime.date | str, Response | str]],
    facts: PatientFacts,
    preset: Censoring,
) -> list[Dated]:
    """Responses that count, up to the first progression that stands."""
    rows = in_order(responses)
    if facts.death is not None and rows and rows[-1][0] > facts.death:
        last = f"an assessment on {rows[-1][0]}"
        raise _out_of_order(f"death on {facts.death}", last)
    end = facts.new_therapy if preset.new_therapy.ends_follow_up else None
    counts = (
        row for row in rows if row[0] >= facts.start and (end is None or row[0] <= end)
    )
    return until_progression(counts)


def _first_response(
    dated: Sequence[Dated],
    start: datetime.date,
    of: Sequence[Response],
    confirmed: bool,
) -> datetime.date | None:
    """First day of a response of this kind; a CR confirms a PR and the reverse."""
    if not confirmed:
        return next((date for date, response in dated if response in of), None)
    wanted = of[-1]
    alike = ((date, wanted if r in of else r) for date, r in dated)
    best = best_response(alike, start, confirmed=True)
    return best.date if best.response is wanted else None


# ------------------------------------------------------------------ event or censored
def _until_event(
    dated: Sequence[Dated],
    facts: PatientFacts,
    preset: Censoring,
    *,
    death_counts: bool,
) -> TimeToEvent:
    """Time to the first event that counts, else to the last adequate assessment."""
    replaced = preset.new_therapy.ends_follow_up and facts.new_therapy is not None
    event, what = progression_of(dated), "progression"
    if event is None and death_counts and not replaced:
        event, what = facts.death, "death without progression"
    if event is None:
        return _censored(dated, facts, _without_event(facts, replaced))
    last = last_adequate(dated) or facts.start
    missed = missed_visits(last, event, facts.visit_interval_days)
    if preset.missed_visits.allowed is None or missed <= preset.missed_visits.allowed:
        return _since(facts.start, event, True, what)
    return _censored(dated, facts, f"{what} after {missed} missed visits")


def _without_event(facts: PatientFacts, replaced: bool) -> str:
    """Why no event ends the time, in words."""
    if replaced:
        return "new anticancer therapy before progression"
    if facts.death is not None:
        return "death without progression"
    return "no progression was seen"


def _censored(dated: Sequence[Dated], facts: PatientFacts, why: str) -> TimeToEvent:
    last = last_adequate(dated)
    where = "the last adequate assessment"
    if last is None:
        last, where = facts.start, "the start, with no adequate assessment since"
    return _since(facts.start, last, False, f"censored at {where}: {why}")


def _since(
    start: datetime.date, end: datetime.date, occurred: bool, why: str
) -> TimeToEvent:
    """Time between two days, the first of them day 0."""
    days = (end - start).days
    return made(TimeToEvent, days=days, occurred=occurred, date=end, why=why)


def _out_of_order(first: str, second: str) -> InputRefused:
    return InputRefused(
        f"{first}, before {second}.", "dates in the order of events.", "correct them."
    )
