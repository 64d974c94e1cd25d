"""How firmly a category stands under the uncertainty of its measurements.

Each size is taken as normal around what was measured, independent of the others, with
its own standard error where one was measured and the published variability of readers
elsewhere. The nadir stays at its timepoint, and what was called absent stays absent.
"""

from collections.abc import Callable, Iterable, Mapping
from math import erfc, hypot, sqrt
from statistics import NormalDist

from lesion_toolkit.criteria.judgement import (
    Judgement,
    RuleBook,
    progresses_by_reappearance,
)
from lesion_toolkit.criteria.quantity import Quantity
from lesion_toolkit.criteria.standard_error import standard_error
from lesion_toolkit.criteria.targets import TargetSum, grown_alone
from lesion_toolkit.model.response import Response

STEP, REACH = 0.4, 12
NODES = tuple(STEP * n for n in range(-REACH, REACH + 1))
WEIGHTS = tuple(STEP * NormalDist().pdf(node) for node in NODES)
"""Deviations of a size in standard errors, with their weights: the trapezoidal rule,
which converges faster than any power of the step for a normal density."""

NEVER = 5e-5
"""A category less probable than this is not named."""

PR, SD, PD = Response.PR, Response.SD, Response.PD
SHORT_AXIS = Quantity.SHORT_AXIS
ROOT_2 = sqrt(2)

FIRM = 0.8
"""A category less probable than this is fragile."""

Size = tuple[float, float]
"""A sum and its standard error."""

SizeOf = Callable[[TargetSum], Size]


def probabilities(
    judgements: Iterable[Judgement], book: RuleBook
) -> list[dict[str, float]]:
    """Probability of each overall category at each timepoint judged by a sum.

    Empty where the sum does not decide: targets not evaluable, or none at all.
    """
    sizes: dict[int, Size] = {}

    def size(sums: TargetSum) -> Size:
        key = id(sums)
        known = sizes.get(key)
        if known is None:
            known = sizes[key] = _size(sums, book)
        return known

    return [_probabilities(judgement, size, book) for judgement in judgements]


def _probabilities(
    judgement: Judgement, size: SizeOf, book: RuleBook
) -> dict[str, float]:
    baseline, nadir = judgement.history.baseline, judgement.history.nadir
    if baseline is None or nadir is None or judgement.sums.missing:
        return {}
    settled = judgement.sums.gone or not baseline.sum
    if settled or grown_alone_in(judgement, book):
        return {str(judgement.overall): 1.0}
    now, before = size(judgement.sums), size(baseline.sums)
    low = before if nadir is baseline else size(nadir.sums)
    if now[1] == before[1] == low[1] == 0:
        return {str(judgement.overall): 1.0}  # as decided by exact arithmetic
    return _by_overall(
        target_probabilities(now, before, low, nadir is baseline, book), judgement, book
    )


def hangs_on_nodes(judgement: Judgement, book: RuleBook) -> bool:
    """Whether all that is left are nodes, and errors may carry them across CR.

    Then the answer hangs on each node and not on the sum alone.
    """
    if judgement.sums.missing:
        return False
    left = []
    for part in judgement.sums.parts:
        if part.size:
            if part.target.quantity is not SHORT_AXIS:
                return False
            left.append(part)
    if not left:
        return False
    shrunk = 1.0
    for part in left:
        limit = part.target.cr_below_mm(book.switches)
        error = standard_error(part, book)
        shrunk *= _below(float(limit), (float(part.size or 0), error))
    return NEVER <= shrunk <= 1 - NEVER


def grown_alone_in(judgement: Judgement, book: RuleBook) -> bool:
    """Whether a target alone is progression, whatever the sum is."""
    if not book.limits.single_lesions:
        return False
    smallest = judgement.history.smallest
    return bool(grown_alone(judgement.sums, smallest, book.limits, book.switches))


def _size(sums: TargetSum, book: RuleBook) -> Size:
    errors = [standard_error(part, book) for part in sums.parts]
    return float(sums.measured), hypot(*errors)


def target_probabilities(
    now: Size, baseline: Size, nadir: Size, same: bool, book: RuleBook
) -> Mapping[Response, float]:
    """Probability of PR, SD and PD of three sums with their standard errors.

    ``same`` says that the nadir is the baseline itself. Each limit is a bound on the
    difference of two normal sums. Where two of them count at once (a floor beside the
    percentage, or a nadir that is not the baseline) and neither is settled, the present
    sum is integrated over.
    """
    limits = book.limits
    floor = limits.floor_float
    responds = 1 - _share_above(now, limits.responds_float, baseline)
    progresses = _share_above(now, limits.progresses_float, nadir)
    settled = same or _is_settled(responds, progresses)
    if floor:
        above_floor = _share_above(now, 1.0, nadir, floor)
        settled &= _is_settled(progresses, above_floor)
        progresses = min(progresses, above_floor)
    if not settled:
        responds, progresses = _integrated(now, baseline, nadir, same, book)
    elif not same:
        responds *= 1 - progresses
    return {
        PR: responds,
        SD: max(1 - responds - progresses, 0.0),
        PD: progresses,
    }


def _is_settled(one: float, other: float) -> bool:
    """Whether one of two is so sure that it does not matter how they hang together."""
    extremes = min(one, other), 1 - max(one, other)
    return min(extremes) < NEVER


def _integrated(
    now: Size, baseline: Size, nadir: Size, same: bool, book: RuleBook
) -> tuple[float, float]:
    """Give the probabilities of PR and PD, integrated over the present sum."""
    low, high = book.limits.responds_float, book.limits.progresses_float
    floor = book.limits.floor_float
    totals = [now[0] + node * now[1] for node in NODES]
    below = _shares_below([min(t / high, t - floor) for t in totals], nadir)
    above = [1 - share for share in _shares_below([t / low for t in totals], baseline)]
    responds = progresses = 0.0
    for weight, down, up in zip(WEIGHTS, below, above, strict=True):
        progresses += weight * down
        # one sum cannot be below the one limit and above the other
        responds += weight * (up if same else up * (1 - down))
    return responds, progresses


def _share_above(now: Size, factor: float, other: Size, floor: float = 0.0) -> float:
    """Probability that a sum is at least ``factor`` x another one plus a floor."""
    error = hypot(now[1], factor * other[1])
    above = now[0] - factor * other[0] - floor
    if error == 0:
        return 1.0 if above >= 0 else 0.0
    return 0.5 * erfc(-above / error / ROOT_2)


def _below(limit: float, size: Size) -> float:
    """Probability that a size is at most a limit."""
    return _shares_below([limit], size)[0]


def _shares_below(limits: list[float], size: Size) -> list[float]:
    """Probabilities that a size is at most each of some limits."""
    value, error = size
    if error == 0:
        return [1.0 if value <= limit else 0.0 for limit in limits]
    return [0.5 * erfc((value - limit) / error / ROOT_2) for limit in limits]


def _by_overall(
    targets: Mapping[Response, float], judgement: Judgement, book: RuleBook
) -> dict[str, float]:
    """Probability of each overall category, all but the targets as it was seen."""
    names, table = book.preset.names, book.preset.table
    non_target, new = judgement.non_targets.response, judgement.new.answer
    back = progresses_by_reappearance(judgement, book)
    persists = (
        judgement.history.target_responded and book.switches.pr_persistence == "eortc"
    )
    shares: dict[str, float] = {}
    for target, probability in targets.items():
        if probability < NEVER:
            continue
        stands = PR if persists and target is SD else target
        overall = PD if back else table[stands, non_target, new].overall
        called = str(names.get(overall, overall))
        shares[called] = shares.get(called, 0.0) + round(probability, 4)
    return shares
