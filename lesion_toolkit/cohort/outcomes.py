"""Outcomes of a cohort: response rates with exact confidence intervals."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Literal

from scipy.stats import binomtest

from lesion_toolkit.criteria.engine import assess
from lesion_toolkit.errors import InputRefused, UsageRefused
from lesion_toolkit.model.response import Course, Response
from lesion_toolkit.model.timeline import Timeline

IntervalMethod = Literal["clopper-pearson", "wilson"]

OBJECTIVE_RESPONSES = frozenset(
    {
        *(Response.CR, Response.PR, Response.ICR, Response.IPR),
        *(Response.IMCR, Response.IMPR, Response.TE4, Response.TE3),
    }
)
"""Best responses that count as an objective response."""

CONTROLLED = OBJECTIVE_RESPONSES | {
    *(Response.SD, Response.ISD, Response.IMSD, Response.TE2)
}
"""Best responses that count as disease control; NON-CR/NON-PD does not."""

_SCIPY_NAMES: dict[str, Literal["exact", "wilson"]] = {
    "clopper-pearson": "exact",
    "wilson": "wilson",
}


def response_rate(
    k: int, n: int, level: float = 0.95, method: IntervalMethod = "clopper-pearson"
) -> tuple[float, float, float]:
    """Share of responders with its confidence interval, as fractions of 1.

    Parameters
    ----------
    k
        Patients who responded.
    n
        All patients, the ones who could not be evaluated included.
    level
        Confidence level between 0 and 1.
    method
        ``clopper-pearson`` (exact; Clopper and Pearson, Biometrika 1934;26:404) or
        ``wilson`` (score interval; Wilson, J Am Stat Assoc 1927;22:209).

    Returns
    -------
    tuple of float
        (rate, low, high).

    Raises
    ------
    UsageRefused
        There are no patients, more responders than patients, or the level or method is
        not one.

    Examples
    --------
    >>> tuple(round(100 * share, 2) for share in response_rate(7, 20))
    (35.0, 15.39, 59.22)
    """
    if not 0 <= k <= n or n == 0:
        raise UsageRefused(f"{k} responders of {n} patients is not a rate.")
    if not 0 < level < 1:
        raise UsageRefused(f"confidence level {level} is not between 0 and 1.")
    if method not in _SCIPY_NAMES:
        raise UsageRefused(
            f"{method!r} is not an interval method: {', '.join(_SCIPY_NAMES)}."
        )
    interval = binomtest(k, n).proportion_ci(level, method=_SCIPY_NAMES[method])
    return k / n, float(interval.low), float(interval.high)


@dataclass(frozen=True, slots=True)
class Rate:
    """A share of a cohort with its confidence interval, as fractions of 1."""

    count: int
    n: int
    rate: float
    low: float
    high: float
    level: float = 0.95

    @classmethod
    def of(
        cls,
        count: int,
        n: int,
        level: float = 0.95,
        method: IntervalMethod = "clopper-pearson",
    ) -> "Rate":
        """Rate of ``count`` among ``n`` patients by :func:`response_rate`."""
        return cls(count, n, *response_rate(count, n, level, method), level)

    def __str__(self) -> str:
        return (
            f"{_percent(self.rate)} % ({self.count}/{self.n}; {_percent(self.level)} % "
            f"CI {_percent(self.low)}-{_percent(self.high)} %)"
        )


def _percent(share: float) -> str:
    """Percent with at most one decimal: 20, 71.6."""
    percent = Decimal(repr(share)) * 100
    rounded = percent.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
    return f"{rounded:f}".removesuffix(".0")


def best_responses(
    courses: Iterable[Course], *, confirmed: bool = False
) -> tuple[Response | None, ...]:
    """Best overall response of each patient; None where there is none."""
    return tuple(
        c.confirmed_best_overall_response if confirmed else c.best_overall_response
        for c in courses
    )


def objective_response_rate(
    courses: Sequence[Course], *, confirmed: bool = False, level: float = 0.95
) -> Rate:
    """Share of patients whose best overall response is CR or PR.

    Every patient counts: one who could not be evaluated, or has no response at all,
    is a patient without response.

    Raises
    ------
    UsageRefused
        There are no patients.
    """
    return _rate(courses, OBJECTIVE_RESPONSES, confirmed, level)


def disease_control_rate(
    courses: Sequence[Course], *, confirmed: bool = False, level: float = 0.95
) -> Rate:
    """Share of patients whose best overall response is CR, PR or SD.

    SD counts where the criteria granted it as a best response, which asks for its
    minimum duration; NON-CR/NON-PD does not count, every patient is in the denominator.

    Raises
    ------
    UsageRefused
        There are no patients.
    """
    return _rate(courses, CONTROLLED, confirmed, level)


def _rate(
    courses: Sequence[Course],
    counted: frozenset[Response],
    confirmed: bool,
    level: float,
) -> Rate:
    best = best_responses(courses, confirmed=confirmed)
    return Rate.of(sum(b in counted for b in best), len(best), level)


@dataclass(frozen=True, slots=True)
class Cohort:
    """Many patients judged by one criteria.

    Raises
    ------
    UsageRefused
        There are no patients, a patient is there twice, or two criteria are mixed.
    """

    courses: tuple[Course, ...]

    def __post_init__(self) -> None:
        if not self.courses:
            raise UsageRefused("a cohort without patients has no outcome.")
        counts = Counter(self.patients)
        if repeated := sum(count > 1 for count in counts.values()):
            raise UsageRefused(f"{repeated} patients are in the cohort more than once.")
        if len({c.criteria for c in self.courses}) > 1:
            raise UsageRefused("a cohort is judged by one criteria at a time.")

    @classmethod
    def judged(
        cls, timelines: Sequence[Timeline], criteria: str, **switches: Any
    ) -> "Cohort":
        """Judge every timeline by one criteria.

        Parameters
        ----------
        timelines
            One a patient.
        criteria, **switches
            As for :func:`lesion_toolkit.criteria.engine.assess`.

        Raises
        ------
        InputRefused
            A timeline contradicts itself; the refusal says which, by its number.
        UsageRefused
            There are no patients, one is there twice, or there are no such criteria.
        """
        courses = []
        for number, timeline in enumerate(timelines, 1):
            try:
                courses.append(assess(timeline, criteria, **switches))
            except InputRefused as refusal:
                raise InputRefused(
                    f"in timeline {number} of {len(timelines)}, {refusal.found}",
                    refusal.needed,
                    refusal.next_step,
                ) from refusal
        return cls(tuple(courses))

    @property
    def criteria(self) -> str:
        """Criteria that every patient was judged by."""
        return self.courses[0].criteria

    @property
    def patients(self) -> tuple[str, ...]:
        """Study labels in order."""
        return tuple(c.timeline.patient for c in self.courses)

    @property
    def best_responses(self) -> dict[str, Response | None]:
        """Best overall response by study label, unconfirmed."""
        best = best_responses(self.courses)
        return dict(zip(self.patients, best, strict=True))

    @property
    def objective_response(self) -> Rate:
        """Objective response rate with its 95 % interval."""
        return objective_response_rate(self.courses)

    @property
    def disease_control(self) -> Rate:
        """Disease control rate with its 95 % interval."""
        return disease_control_rate(self.courses)

    def course_of(self, patient: str) -> Course:
        """Course of one patient.

        Raises
        ------
        KeyError
            The cohort has no such patient.
        """
        return {c.timeline.patient: c for c in self.courses}[patient]
