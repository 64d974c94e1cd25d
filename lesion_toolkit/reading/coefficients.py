"""How far readers agree: coefficients for categories and for lengths.

Every coefficient comes with a 95 % interval from a published formula, and is None where
it is not defined (all readers say one and the same category): it is never made up.
"""

import math
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from scipy.stats import f as f_distribution
from scipy.stats import norm, t

from lesion_toolkit.errors import UsageRefused

Weights = Literal["none", "linear", "quadratic"]
Category = Hashable

LEVEL = 0.95
"""Level of every interval here."""

_EDGE = float(norm.ppf((1 + LEVEL) / 2))


@dataclass(frozen=True, slots=True)
class Coefficient:
    """One coefficient over ``n`` subjects with its 95 % interval.

    ``value`` is None where it is not defined, the bounds where they are not.
    """

    value: float | None
    low: float | None
    high: float | None
    n: int

    def __str__(self) -> str:
        if self.value is None:
            return f"not defined (n = {self.n})"
        if self.low is None or self.high is None:
            return f"{self.value:.3f} (n = {self.n})"
        return f"{self.value:.3f} ({self.low:.3f} to {self.high:.3f}; n = {self.n})"


# ------------------------------------------------------------------ categories
def cohen_kappa(
    first: Sequence[Category],
    second: Sequence[Category],
    *,
    order: Sequence[Category] = (),
    weights: Weights = "none",
) -> Coefficient:
    """Kappa of two readers, plain or weighted.

    Parameters
    ----------
    first, second
        Category of each subject by either reader.
    order
        The categories from one end to the other; needed for weights.
    weights
        How much of an agreement two categories that lie apart are: ``none`` at all,
        less by each step (``linear``) or by its square (``quadratic``).

    Raises
    ------
    UsageRefused
        The readers judged different numbers of subjects, a category is not in the
        order, or weights are asked for without an order.

    Notes
    -----
    Cohen, Educ Psychol Meas 1960;20:37 and Psychol Bull 1968;70:213; standard error of
    Fleiss, Cohen and Everitt, Psychol Bull 1969;72:323.
    """
    if len(first) != len(second):
        raise UsageRefused("two readers must judge the same subjects.")
    if weights != "none" and not order:
        raise UsageRefused("weighted kappa needs the order of the categories.")
    places = list(order) or list(dict.fromkeys([*first, *second]))
    if missing := {*first, *second} - set(places):
        raise UsageRefused(f"{len(missing)} categories are not in the order.")
    n = len(first)
    if n == 0:
        return Coefficient(None, None, None, 0)
    table = np.zeros((len(places), len(places)))
    for one, other in zip(first, second, strict=True):
        table[places.index(one), places.index(other)] += 1 / n
    return _kappa_of_table(table, _agreement_weights(len(places), weights), n)


def _agreement_weights(categories: int, weights: Weights) -> np.ndarray:
    """1 where both say the same, 0 at the far ends (or anywhere else if unweighted)."""
    if weights == "none":
        return np.eye(categories)
    steps = np.abs(np.subtract.outer(np.arange(categories), np.arange(categories)))
    share = steps / max(categories - 1, 1)
    return np.asarray(1 - (share if weights == "linear" else share**2))


def _kappa_of_table(table: np.ndarray, weight: np.ndarray, n: int) -> Coefficient:
    """Kappa and its interval from shares of subjects (first reader, second reader)."""
    rows, columns = table.sum(axis=1), table.sum(axis=0)
    observed = float((weight * table).sum())
    chance = float((weight * np.outer(rows, columns)).sum())
    if math.isclose(chance, 1):
        return Coefficient(None, None, None, n)
    kappa = (observed - chance) / (1 - chance)
    mean = np.add.outer(weight @ columns, rows @ weight)
    spread = (weight * (1 - chance) - mean * (1 - observed)) ** 2
    middle = observed * chance - 2 * chance + observed
    variance = float((table * spread).sum() - middle**2) / (n * (1 - chance) ** 4)
    return _with_interval(kappa, variance, n)


def fleiss_kappa(ratings: Sequence[Sequence[Category]]) -> Coefficient:
    """Kappa of any number of readers; each subject is judged by as many.

    Parameters
    ----------
    ratings
        For each subject the category by each reader.

    Raises
    ------
    UsageRefused
        A subject is judged by fewer than two readers, or by more than another.

    Notes
    -----
    Fleiss, Psychol Bull 1971;76:378; variance over subjects of Gwet, Handbook of
    Inter-Rater Reliability, 4th ed. 2014.
    """
    counts = _counts(ratings)
    if counts.size == 0:
        return Coefficient(None, None, None, 0)
    shares = counts / counts.sum(axis=1, keepdims=True)
    overall = shares.mean(axis=0)
    return _many_readers(counts, shares @ overall)


def gwet_ac1(ratings: Sequence[Sequence[Category]]) -> Coefficient:
    """Agreement beyond chance that does not collapse where one category dominates.

    Parameters and errors are those of :func:`fleiss_kappa`. Categories that nobody
    used do not count.

    Notes
    -----
    Gwet, Br J Math Stat Psychol 2008;61:29.
    """
    counts = _counts(ratings)
    n, categories = counts.shape
    if n == 0 or categories < 2:
        return Coefficient(None, None, None, n)
    shares = counts / counts.sum(axis=1, keepdims=True)
    overall = shares.mean(axis=0)
    return _many_readers(counts, shares @ (1 - overall) / (categories - 1))


def _counts(ratings: Sequence[Sequence[Category]]) -> np.ndarray:
    """Readers per subject (row) and category (column)."""
    readers = {len(row) for row in ratings}
    if ratings and (len(readers) > 1 or min(readers) < 2):
        raise UsageRefused("each subject must be judged by the same two readers up.")
    places = list(dict.fromkeys(c for row in ratings for c in row))
    counted = [Counter(row) for row in ratings]
    table = [[row[place] for place in places] for row in counted]
    return np.array(table, dtype=float).reshape(len(ratings), len(places))


def _many_readers(counts: np.ndarray, chance: np.ndarray) -> Coefficient:
    """Coefficient of which each subject adds (agreement - chance) / (1 - chance)."""
    n, readers = counts.shape[0], counts[0].sum()
    agreed = (counts * (counts - 1)).sum(axis=1) / (readers * (readers - 1))
    by_chance = float(chance.mean())
    if math.isclose(by_chance, 1):
        return Coefficient(None, None, None, n)
    value = (float(agreed.mean()) - by_chance) / (1 - by_chance)
    each = (agreed - by_chance) / (1 - by_chance)
    each = each - 2 * (1 - value) * (chance - by_chance) / (1 - by_chance)
    if n < 2:
        return Coefficient(value, None, None, n)
    return _with_interval(value, float(((each - value) ** 2).sum()) / (n * (n - 1)), n)


def _with_interval(value: float, variance: float, n: int) -> Coefficient:
    half = _EDGE * math.sqrt(max(variance, 0))
    return Coefficient(value, max(value - half, -1.0), min(value + half, 1.0), n)


# ------------------------------------------------------------------ lengths
def icc(
    lengths: Sequence[Sequence[float]], kind: Literal["absolute", "consistency"]
) -> Coefficient:
    """Intraclass correlation of a single reading, readers crossed with subjects.

    Parameters
    ----------
    lengths
        For each subject the value by each reader.
    kind
        ``absolute``: a reader who is always 2 mm longer disagrees, ICC(2,1);
        ``consistency``: does not, ICC(3,1).

    Raises
    ------
    UsageRefused
        A subject is measured by fewer than two readers, or by more than another.

    Notes
    -----
    Shrout and Fleiss, Psychol Bull 1979;86:420, with their intervals.
    """
    if not lengths:
        return Coefficient(None, None, None, 0)
    if len({len(row) for row in lengths}) > 1 or len(lengths[0]) < 2:
        raise UsageRefused("each subject must be measured by the same two readers up.")
    values = np.asarray(lengths, dtype=float)
    n, k = values.shape
    if n < 2 or np.ptp(values) == 0:
        return Coefficient(None, None, None, n)
    between, readers, rest = _mean_squares(values)
    shared = (k - 1) * rest
    if kind == "absolute":
        shared += k * (readers - rest) / n
    value = (between - rest) / (between + shared)
    if rest == 0:
        return Coefficient(value, None, None, n)
    if kind == "consistency":
        return Coefficient(value, *_consistency_interval(between / rest, n, k), n)
    interval = _absolute_interval(value, between, readers, rest, n, k)
    return Coefficient(value, *interval, n)


def _mean_squares(values: np.ndarray) -> tuple[float, float, float]:
    """Mean squares between subjects, between readers, and of what is left."""
    n, k = values.shape
    by_subject = values.mean(axis=1, keepdims=True)
    by_reader = values.mean(axis=0, keepdims=True)
    left = values - by_subject - by_reader + values.mean()
    return (
        float(k * by_subject.var(ddof=1)),
        float(n * by_reader.var(ddof=1)),
        float((left**2).sum() / ((n - 1) * (k - 1))),
    )


def _f(first: float, second: float) -> float:
    return float(f_distribution.ppf((1 + LEVEL) / 2, first, second))


def _consistency_interval(ratio: float, n: int, k: int) -> tuple[float, float]:
    error = (n - 1) * (k - 1)
    low, high = ratio / _f(n - 1, error), ratio * _f(error, n - 1)
    return (low - 1) / (low + k - 1), (high - 1) / (high + k - 1)


def _absolute_interval(
    value: float, between: float, readers: float, rest: float, n: int, k: int
) -> tuple[float | None, float | None]:
    if math.isclose(value, 1):
        return None, None
    a = k * value / (n * (1 - value))
    b = 1 + k * value * (n - 1) / (n * (1 - value))
    freedom = (a * readers + b * rest) ** 2 / (
        (a * readers) ** 2 / (k - 1) + (b * rest) ** 2 / ((n - 1) * (k - 1))
    )
    upper, lower = _f(n - 1, freedom), _f(freedom, n - 1)
    error = k * readers + (k * n - k - n) * rest
    low = n * (between - upper * rest) / (upper * error + n * between)
    high = n * (lower * between - rest) / (error + n * lower * between)
    return float(low), float(high)


@dataclass(frozen=True, slots=True)
class BlandAltman:
    """Second reader minus first: mean difference and 95 % limits of agreement.

    Each has its own 95 % interval, in the unit of what was measured; None for fewer
    than two subjects.
    """

    n: int
    bias: float | None
    bias_interval: tuple[float, float] | None
    limits: tuple[float, float] | None
    lower_interval: tuple[float, float] | None
    upper_interval: tuple[float, float] | None


def bland_altman(first: Sequence[float], second: Sequence[float]) -> BlandAltman:
    """Limits within which 95 % of the differences of two readers lie.

    Raises
    ------
    UsageRefused
        The readers measured different numbers of subjects.

    Notes
    -----
    Bland and Altman, Lancet 1986;1:307; the standard error of a limit is
    sqrt(3 / n) standard deviations.
    """
    if len(first) != len(second):
        raise UsageRefused("two readers must measure the same subjects.")
    n = len(first)
    if n < 2:
        bias = float(second[0]) - float(first[0]) if n else None
        return BlandAltman(n, bias, None, None, None, None)
    differences = np.subtract(second, first, dtype=float)
    bias, spread = float(differences.mean()), float(differences.std(ddof=1))
    edge = float(t.ppf((1 + LEVEL) / 2, n - 1))
    of_bias, of_limit = edge * spread / math.sqrt(n), edge * spread * math.sqrt(3 / n)
    low, high = bias - _EDGE * spread, bias + _EDGE * spread
    return BlandAltman(
        n,
        bias,
        (bias - of_bias, bias + of_bias),
        (low, high),
        (low - of_limit, low + of_limit),
        (high - of_limit, high + of_limit),
    )


def repeatability(within_standard_deviation: float) -> float:
    """Difference that 95 % of two readings of one thing stay below.

    1.96 sqrt(2) within-subject standard deviations (Obuchowski, Acad Radiol 2018).
    """
    return _EDGE * math.sqrt(2) * within_standard_deviation
