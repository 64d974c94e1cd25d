"""Agreement of several readers of the same patients, and what their splits come from.

Categories are those the criteria give for each reader's own record; a reader's reading
is a timeline with the reader's name.
"""

import itertools
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from lesion_toolkit.criteria.engine import assess
from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.response import Course, Response, Unit
from lesion_toolkit.model.timeline import Timeline
from lesion_toolkit.reading.coefficients import (
    BlandAltman,
    Coefficient,
    Weights,
    bland_altman,
    cohen_kappa,
    fleiss_kappa,
    gwet_ac1,
    icc,
    repeatability,
)
from lesion_toolkit.reading.sharing import share_lengths
from lesion_toolkit.reading.splits import (
    Category,
    Split,
    agreed,
    answers_by_timepoint,
    splits_of,
    worst_first,
)

ORDER = (Response.CR, Response.PR, Response.SD, Response.PD)
"""The categories that have an order; weighted kappa is about these."""

RESPONDING = frozenset({Response.CR, Response.PR})


@dataclass(frozen=True, slots=True)
class Rating:
    """Overall responses of every reader at one timepoint, in the readers' order."""

    patient: str
    label: str
    categories: tuple[Category, ...]


@dataclass(frozen=True, slots=True)
class Sums:
    """Sums of every reader at one timepoint, in the unit of the criteria."""

    patient: str
    label: str
    baseline: bool
    sums: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class SumAgreement:
    """How far sums agree: correlation, and the repeatability of one reading.

    ``repeatability`` is the difference that two readers stay below in 95 % of patients,
    in the unit of the sums; None for fewer than two patients.
    """

    absolute: Coefficient
    consistency: Coefficient
    repeatability: float | None


@dataclass(frozen=True)
class Agreement:
    """What readers of the same patients agree on under one criteria.

    Attributes
    ----------
    criteria
        Criteria that every reading was judged by.
    readers
        Their names, in order.
    readings
        By patient, the timelines of all readers, in the readers' order.
    left_out
        By patient, why he is not in the comparison.
    judge
        What made a course of a timeline.
    """

    criteria: str
    readers: tuple[str, ...]
    readings: Mapping[str, tuple[Timeline, ...]]
    left_out: Mapping[str, str]
    judge: Callable[[Timeline], Course]

    @cached_property
    def courses(self) -> dict[str, tuple[Course, ...]]:
        """Judged readings by patient, in the readers' order."""
        return {p: tuple(map(self.judge, rows)) for p, rows in self.readings.items()}

    @property
    def unit(self) -> Unit:
        """Unit of the sums."""
        answers = (
            a for courses in self.courses.values() for a in courses[0].assessments
        )
        return next((answer.unit for answer in answers), Unit.MM)

    @cached_property
    def ratings(self) -> tuple[Rating, ...]:
        """Overall responses at every timepoint after baseline."""
        return tuple(
            Rating(patient, answers[0].label, tuple(a.overall for a in answers))
            for patient, courses in self.courses.items()
            for answers in answers_by_timepoint(courses)
        )

    @cached_property
    def splits(self) -> tuple[Split, ...]:
        """Every disagreement with what caused it, in the order to adjudicate."""
        found = (splits_of(rows, self.judge) for rows in self.readings.values())
        return worst_first(list(itertools.chain.from_iterable(found)))

    @property
    def split_patients(self) -> int:
        """Patients with at least two different responses at one timepoint."""
        return len({r.patient for r in self.ratings if len(set(r.categories)) > 1})

    @property
    def response_split_patients(self) -> int:
        """Patients whom some readers say to respond (CR, PR), others not."""
        return len({r.patient for r in self.ratings if len(_responding(r)) > 1})

    @property
    def best_response_split_patients(self) -> int:
        """Patients with at least two different best overall responses."""
        return sum(
            len({course.best_overall_response for course in courses}) > 1
            for courses in self.courses.values()
        )

    def split_patients_if_shared(self, *, baseline: bool) -> int:
        """Patients split if all readers had the same lengths at certain timepoints.

        Parameters
        ----------
        baseline
            Share the baseline of each treatment line; else each timepoint after it, one
            at a time, every reader with his own lengths at the others.
        """
        return sum(
            self._split_if_shared(rows, baseline) for rows in self.readings.values()
        )

    def _split_if_shared(self, rows: tuple[Timeline, ...], baseline: bool) -> bool:
        places = list(_places(self.judge(rows[0]), rows[0], baseline))
        if baseline:
            for index in {before for before, _ in places}:
                rows = share_lengths(rows, index)
            changed = [self.judge(row) for row in rows]
            return not all(map(agreed, answers_by_timepoint(changed)))
        for number, (_, index) in enumerate(places):
            changed = [self.judge(row) for row in share_lengths(rows, index)]
            answers = list(answers_by_timepoint(changed))
            if not agreed(answers[number]):
                return True
        return False

    def fleiss(self, *, responding: bool = False) -> Coefficient:
        """Fleiss' kappa of the overall responses, or of responding or not."""
        return fleiss_kappa(self._rated(responding))

    def ac1(self, *, responding: bool = False) -> Coefficient:
        """Gwet's AC1 of the overall responses, or of responding or not."""
        return gwet_ac1(self._rated(responding))

    def _rated(self, responding: bool) -> list[tuple[object, ...]]:
        if responding:
            return [tuple(map(_responds, r.categories)) for r in self.ratings]
        return [r.categories for r in self.ratings]

    def cohen(self, first: int, second: int, weights: Weights = "none") -> Coefficient:
        """Kappa of two readers, by their numbers from 0.

        Weighted kappa leaves out what is not CR, PR, SD or PD: it has no order.
        """
        kin = [[c.kin if c else None for c in r.categories] for r in self.ratings]
        pairs = [(row[first], row[second]) for row in kin]
        if weights != "none":
            pairs = [p for p in pairs if p[0] in ORDER and p[1] in ORDER]
        order = ORDER if weights != "none" else ()
        ones, others = [p[0] for p in pairs], [p[1] for p in pairs]
        return cohen_kappa(ones, others, order=order, weights=weights)

    @cached_property
    def sums(self) -> tuple[Sums, ...]:
        """Sums of every timepoint at which every reader has one."""
        return tuple(
            Sums(p, a[0].label, a[0].overall is None, tuple(float(x) for x in known))
            for p, courses in self.courses.items()
            for a in zip(*(course.assessments for course in courses), strict=True)
            for known in [[x.sum for x in a if x.sum is not None]]
            if len(known) == len(self.readers)
        )

    def sum_agreement(self, *, baseline: bool) -> SumAgreement:
        """Agreement of the sums at baseline, or at the timepoints after it."""
        rows = [one.sums for one in self.sums if one.baseline is baseline]
        spread = None
        if len(rows) > 1:
            within = float(np.mean(np.var(rows, axis=1, ddof=1)))
            spread = repeatability(math.sqrt(within))
        return SumAgreement(icc(rows, "absolute"), icc(rows, "consistency"), spread)

    def limits_of_agreement(
        self, first: int, second: int, *, baseline: bool
    ) -> BlandAltman:
        """Bland-Altman limits of two readers' sums, second minus first."""
        rows = [one.sums for one in self.sums if one.baseline is baseline]
        return bland_altman([r[first] for r in rows], [r[second] for r in rows])

    @property
    def pairs(self) -> tuple[tuple[int, int], ...]:
        """Numbers of every two readers."""
        return tuple(itertools.combinations(range(len(self.readers)), 2))


def agreement(
    timelines: Sequence[Timeline], criteria: str, **switches: Any
) -> Agreement:
    """Compare the readings of several readers of the same patients.

    A patient is compared if every reader read him at the same dates; the others are
    left out and named with the reason.

    Parameters
    ----------
    timelines
        One a patient and reader; each says its ``reader``.
    criteria, **switches
        As for :func:`lesion_toolkit.criteria.engine.assess`.

    Raises
    ------
    InputRefused
        There are not two readers, a reader is not named, or one has read a patient
        twice.
    UsageRefused
        There are no such criteria or no such switch.
    """
    by_patient: dict[str, dict[str, Timeline]] = {}
    for timeline in timelines:
        rows = by_patient.setdefault(timeline.patient, {})
        if not timeline.reader or timeline.reader in rows:
            found = "twice by one reader" if timeline.reader else "by a nameless reader"
            raise InputRefused(
                f"a patient read {found}.",
                "one timeline a patient and reader, each with its reader's name.",
                'name the "reader" in each timeline, or leave one of them out.',
            )
        rows[timeline.reader] = timeline
    readers = tuple(sorted({t.reader for t in timelines}))
    if len(readers) < 2:
        raise InputRefused(
            f"readings of {len(readers)} reader.",
            "the same patients read by two readers or more.",
            "hand in the timelines of another reader as well.",
        )
    left_out = {
        p: why for p, rows in by_patient.items() if (why := _why(rows, readers))
    }
    return Agreement(
        criteria,
        readers,
        {
            p: tuple(rows[reader] for reader in readers)
            for p, rows in by_patient.items()
            if p not in left_out
        },
        left_out,
        lambda timeline: assess(timeline, criteria, **switches),
    )


def _why(rows: Mapping[str, Timeline], readers: Sequence[str]) -> str:
    """Why readings of a patient cannot be compared; empty if they can."""
    if len(rows) < len(readers):
        return f"read by {len(rows)} of {len(readers)} readers"
    dates = {tuple(t.date for t in row.timepoints) for row in rows.values()}
    lines = {row.treatment_lines for row in rows.values()}
    if len(dates) > 1 or len(lines) > 1:
        return "the readers differ in the dates of timepoints or treatment lines"
    return ""


def _responding(rating: Rating) -> set[bool]:
    return set(map(_responds, rating.categories))


def _responds(category: Category) -> bool:
    return category is not None and category.kin in RESPONDING


def _places(
    course: Course, timeline: Timeline, baseline: bool
) -> Iterator[tuple[int, int]]:
    """(index of its baseline, own index) of every timepoint that has a response."""
    index = {t.date: number for number, t in enumerate(timeline.timepoints)}
    start = 0
    for answer in course.assessments:
        if answer.overall is None:
            start = index[answer.date]
        else:
            yield start, index[answer.date]
