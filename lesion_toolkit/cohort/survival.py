"""Time to an event in a cohort: Kaplan-Meier, medians, log-rank, landmark.

Times run in days from the start of the treatment line, which is day 0. Where a time is
censored and where an event ends it is decided for each patient
(:mod:`lesion_toolkit.criteria.endpoints`), not here.
"""

import itertools
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from scipy.stats import norm

from lesion_toolkit.errors import UsageRefused
from lesion_toolkit.model.response import TimeToEvent

Interval = Literal["log-log", "log"]
Spell = tuple[int, bool]
"""Days, and whether the event occurred then (else the time is censored)."""

_HALF = 0.5 + 1e-9
"""Survival at or below one half, in spite of binary rounding."""


@dataclass(frozen=True, slots=True)
class Step:
    """What happened on one day, and the share without the event after it.

    ``low`` and ``high`` are None where no interval is defined: nobody is left.
    """

    days: int
    at_risk: int
    events: int
    censored: int
    survival: float
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class SurvivalCurve:
    """A Kaplan-Meier curve; at equal times events come before censorings.

    Attributes
    ----------
    n, events
        Patients, and those who had the event.
    steps
        One a day on which something happened, in order.
    level
        Confidence level of every interval.
    """

    n: int
    events: int
    steps: tuple[Step, ...]
    level: float

    @property
    def median_days(self) -> int | None:
        """First day on which half or fewer are without the event; None if never."""
        return self._first([step.survival for step in self.steps])

    @property
    def median_interval_days(self) -> tuple[int | None, int | None]:
        """Interval of the median: where the interval of the curve crosses one half.

        Brookmeyer and Crowley, Biometrics 1982;38:29. None where it never does.
        """
        low = self._first([step.low for step in self.steps])
        return low, self._first([step.high for step in self.steps])

    def _first(self, shares: Sequence[float | None]) -> int | None:
        pairs = zip(self.steps, shares, strict=True)
        crossed = (s.days for s, x in pairs if x is not None and x <= _HALF)
        return next(crossed, None)

    def at(self, days: int) -> Step | None:
        """Give the share without the event after that many days.

        None after the last follow-up, unless everybody had the event: what came then
        is not known.
        """
        if not self.steps:
            return None
        last = self.steps[-1]
        if days > last.days and last.survival > 0:
            return None
        before = [step for step in self.steps if step.days <= days]
        return before[-1] if before else Step(days, self.n, 0, 0, 1.0, 1.0, 1.0)

    def at_risk(self, days: int) -> int:
        """Patients still under observation without the event just before that day."""
        left = sum(s.events + s.censored for s in self.steps if s.days < days)
        return self.n - left


def kaplan_meier(
    times: Iterable[TimeToEvent | Spell],
    *,
    level: float = 0.95,
    interval: Interval = "log-log",
) -> SurvivalCurve:
    """Estimate the share of patients without the event over time.

    Parameters
    ----------
    times
        Time of each patient, or (days, whether the event occurred).
    level
        Confidence level between 0 and 1.
    interval
        Scale on which Greenwood's variance makes the interval of the curve:
        ``log-log``, as trials report it, or ``log``, the default of R.

    Raises
    ------
    UsageRefused
        There are no times, or the level is not one.

    Notes
    -----
    Kaplan and Meier, J Am Stat Assoc 1958;53:457, by lifelines.
    """
    from lifelines import KaplanMeierFitter  # slow to import

    spells = _spells(times)
    if not 0 < level < 1:
        raise UsageRefused(f"confidence level {level} is not between 0 and 1.")
    days, occurred = zip(*spells, strict=True)
    fitted = KaplanMeierFitter().fit(days, occurred)
    shares = fitted.survival_function_["KM_estimate"]
    steps, variance = [], 0.0
    for day, row in fitted.event_table.iterrows():
        events, at_risk = int(row["observed"]), int(row["at_risk"])
        left = at_risk - events
        variance += events / (at_risk * left) if left else 0.0
        if not events and not row["censored"]:
            continue  # the day of entry
        share = float(shares[day])
        low, high = _bounds(share, math.sqrt(variance), level, interval)
        censored = int(row["censored"])
        steps.append(Step(int(day), at_risk, events, censored, share, low, high))
    return SurvivalCurve(len(spells), sum(occurred), tuple(steps), level)


def _spells(times: Iterable[TimeToEvent | Spell]) -> list[Spell]:
    spells = [
        (one.days, one.occurred) if isinstance(one, TimeToEvent) else one
        for one in times
    ]
    if not spells:
        raise UsageRefused("a survival curve needs at least one patient.")
    return [(days, bool(occurred)) for days, occurred in spells]


def _bounds(
    share: float, error: float, level: float, interval: Interval
) -> tuple[float | None, float | None]:
    """Interval of a share; ``error`` is its standard error over the share."""
    if share <= 0:
        return None, None
    if share >= 1:
        return 1.0, 1.0
    edge = float(norm.ppf((1 + level) / 2)) * error
    if interval == "log":
        return share * math.exp(-edge), min(share * math.exp(edge), 1.0)
    slope = edge / abs(math.log(share))
    return float(share ** math.exp(slope)), float(share ** math.exp(-slope))


@dataclass(frozen=True, slots=True)
class LogRank:
    """Test of the hypothesis that groups have one and the same curve."""

    chi_squared: float
    degrees_of_freedom: int
    p: float


def log_rank(groups: Mapping[str, Iterable[TimeToEvent | Spell]]) -> LogRank:
    """Compare the curves of two groups or more.

    Raises
    ------
    UsageRefused
        There are fewer than two groups, or one is empty.
    """
    from lifelines.statistics import multivariate_logrank_test  # slow to import

    if len(groups) < 2:
        raise UsageRefused("a log-rank test compares two groups or more.")
    spells = {name: _spells(times) for name, times in groups.items()}
    days, occurred = zip(*itertools.chain(*spells.values()), strict=True)
    names = [name for name, rows in spells.items() for _ in rows]
    tested = multivariate_logrank_test(days, names, occurred)
    return LogRank(float(tested.test_statistic), len(groups) - 1, float(tested.p_value))


@dataclass(frozen=True, slots=True)
class Landmark:
    """Survival after a landmark by whether a response was seen up to it.

    Attributes
    ----------
    days
        The landmark, in days from the start.
    responders, others
        Times from the landmark on.
    left_out
        Patients who had the event, or were lost, before it: they are in neither group,
        which is what keeps responders from being longer alive by definition.
    """

    days: int
    responders: tuple[Spell, ...]
    others: tuple[Spell, ...]
    left_out: int


def landmark(patients: Iterable[tuple[TimeToEvent, int | None]], days: int) -> Landmark:
    """Part patients by response at a fixed day (Anderson, J Clin Oncol 1983;1:710).

    Parameters
    ----------
    patients
        Of each one the time to the event, and days to the first response or None.
    days
        The landmark.

    Raises
    ------
    UsageRefused
        The landmark is not after the start.
    """
    if days < 1:
        raise UsageRefused(f"a landmark {days} days after the start is not after it.")
    responders: list[Spell] = []
    others: list[Spell] = []
    left_out = 0
    for time, response in patients:
        if time.days < days or (time.days == days and time.occurred):
            left_out += 1
            continue
        group = responders if response is not None and response <= days else others
        group.append((time.days - days, time.occurred))
    return Landmark(days, tuple(responders), tuple(others), left_out)
