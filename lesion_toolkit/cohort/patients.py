"""What one patient's treatment line came to, as a row of a cohort's figures."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lesion_toolkit.model.response import (
    Assessment,
    Course,
    LineOutcome,
    NewLesion,
    Response,
    TimeToEvent,
)
from lesion_toolkit.model.therapy import LOCAL


@dataclass(frozen=True, slots=True)
class Visit:
    """One timepoint after baseline: days from the start, change of the sum, category.

    ``change_pct`` is from baseline, None where there is no sum.
    """

    days: int
    change_pct: Decimal | None
    overall: Response
    new_lesion: bool


@dataclass(frozen=True, slots=True)
class PatientOutcome:
    """Outcome of one patient's treatment line.

    Attributes
    ----------
    patient, line
        Study label; name of the line, empty where the course has but one.
    start
        Day 0; None where there is no baseline, then there are no times either.
    best_response, confirmed_best_response
        Best overall response.
    visits
        Timepoints after baseline, in order.
    days_to_response
        From the start to the first response; None without one.
    local_therapy_days
        When lesions were treated locally after the start.
    """

    patient: str
    line: str
    start: datetime.date | None
    best_response: Response | None
    confirmed_best_response: Response | None
    visits: tuple[Visit, ...]
    days_to_response: int | None
    progression_free_survival: TimeToEvent | None
    time_to_progression: TimeToEvent | None
    overall_survival: TimeToEvent | None
    duration_of_response: TimeToEvent | None
    local_therapy_days: tuple[int, ...] = ()

    @property
    def best_change_pct(self) -> Decimal | None:
        """Smallest change of the sum from baseline up to and including progression.

        The bar of a waterfall. It may be negative in a patient with progression, by a
        new lesion for example. None where no sum after baseline is known.
        """
        return self._smallest(progressing=True)

    @property
    def depth_of_response_pct(self) -> Decimal | None:
        """Smallest change of the sum from baseline before progression."""
        return self._smallest(progressing=False)

    def _smallest(self, *, progressing: bool) -> Decimal | None:
        changes = []
        for visit in self.visits:
            progressed = visit.overall.kin is Response.PD
            if visit.change_pct is not None and (progressing or not progressed):
                changes.append(visit.change_pct)
            if progressed:
                break
        return min(changes, default=None)

    @property
    def progressed_with_new_lesion(self) -> bool:
        """Whether the first progression came with a new lesion."""
        first = next((v for v in self.visits if v.overall.kin is Response.PD), None)
        return first is not None and first.new_lesion


def patient_outcome(course: Course) -> PatientOutcome:
    """Take the outcome of the last treatment line from a course."""
    outcome = course.lines[-1] if course.lines else None
    start = _start(outcome)
    answers = [a for a in course.assessments if outcome and a.line == outcome.line]
    times = outcome or LineOutcome("", None, None, None, None)
    response = times.response_date
    return PatientOutcome(
        course.timeline.patient,
        times.line,
        start,
        times.best_overall_response,
        times.confirmed_best_overall_response,
        tuple(_visits(answers, start)),
        (response - start).days if response and start else None,
        times.progression_free_survival,
        times.time_to_progression,
        times.overall_survival,
        times.duration_of_response,
        tuple(_local_therapies(course, start)),
    )


def _start(outcome: LineOutcome | None) -> datetime.date | None:
    time = outcome.overall_survival if outcome else None
    return time.date - datetime.timedelta(time.days) if time else None


def _visits(
    answers: Sequence[Assessment], start: datetime.date | None
) -> Iterator[Visit]:
    for a in answers:
        if a.overall is not None and start is not None:
            yield Visit(
                (a.date - start).days,
                a.change_from_baseline_pct,
                a.overall,
                a.new_lesion is NewLesion.YES,
            )


def _local_therapies(course: Course, start: datetime.date | None) -> list[int]:
    days = {
        (therapy.date - start).days
        for lesion in course.timeline.lesions
        for therapy in lesion.therapies
        if start is not None and therapy.kind in LOCAL
    }
    return sorted(day for day in days if day >= 0)
