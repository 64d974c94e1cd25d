"""How firmly a category stands under the uncertainty of its measurements.

Each size is taken as normal around what was measured, independent of the others, with
its own standard error where one was measured and the published variability of readers
elsewhere. The nadir stays at its timepoint, and what was called absent stays absent.
"""

from collections.abc import Mapping
from math import erfc, hypot, inf, sqrt
from statistics import NormalDist

from lesion_toolkit.criteria.judgement import Judgement, RuleBook
from lesion_toolkit.criteria.standard_error import standard_error
from lesion_toolkit.criteria.targets import TargetSum, grown_alone
from lesion_toolkit.model.response import Response
from lesion_toolkit.model.timeline import Timepoint

NODES = tuple(NormalDist().inv_cdf((n + 0.5) / 32) for n in range(32))
"""Equally probable deviations of a size, in standard errors."""

FAR = 5.0
"""So many standard errors from a limit, the other side of it is out of reach."""

FIRM = 0.8
"""A category less probable than this is fragile."""

Size = tuple[float, float]
"""A sum and its standard error."""


def probabilities(judgement: Judgement, book: RuleBook) -> dict[str, float]:
    """Probability of each overall category at a timepoint judged by a sum.

    Empty where the sum does not decide: targets not evaluable, none at all, or criteria
    of another kind.
    """
    history = judgement.history
    baseline, nadir = history.baseline, history.nadir
    if baseline is None or nadir is None or judgement.sums.total is None:
        return {}
    settled = judgement.sums.gone or baseline.sum == 0
    if settled or _enhances_anew(judgement, book):
        return {str(judgement.overall): 1.0}
    now = _size(judgement.sums, judgement.timepoint, book)
    before = _size(baseline.sums, baseline.timepoint, book)
    low = before if nadir is baseline else _size(nadir.sums, nadir.timepoint, book)
    targets = target_probabilities(now, before, low, nadir is baseline, book)
    overall: dict[str, float] = {}
    for target, probability in targets.items():
        called = str(_overall(judgement, target, book))
        overall[called] = overall.get(called, 0.0) + probability
    return {name: round(p, 4) for name, p in overall.items() if p >= 5e-5}


def _enhances_anew(judgement: Judgement, book: RuleBook) -> bool:
    smallest = judgement.history.smallest
    alone = grown_alone(judgement.sums, smallest, book.preset, book.switches)
    return bool(alone)


def _size(sums: TargetSum, timepoint: Timepoint, book: RuleBook) -> Size:
    rows = {m.lesion: m for m in timepoint.measurements}
    errors = [
        standard_error(part, rows.get(part.target.lesion.id), book.preset)
        for part in sums.parts
    ]
    return float(sums.measured), hypot(*errors)


def target_probabilities(
    now: Size, baseline: Size, nadir: Size, same: bool, book: RuleBook
) -> Mapping[Response, float]:
    """Probability of PR, SD and PD of three sums with their standard errors.

    ``same`` says that the nadir is the baseline itself. Integrated over the present
    sum; given that, each limit is a bound on one other sum.
    """
    limits, floor = book.preset.limits(book.switches), book.switches.pd_abs_floor_mm
    decrease, increase = float(limits.pr_decrease), float(limits.pd_increase)
    floor_mm = float(floor)
    settled = _settled(now, baseline, nadir, (decrease, increase, floor_mm))
    if settled is not None:
        return {settled: 1.0}
    responds = progresses = 0.0
    for node in NODES:
        total = now[0] + node * now[1]
        below = _below(min(total / (1 + increase), total - floor_mm), nadir)
        above = 1 - _below(total / (1 - decrease), baseline)
        progresses += below
        # one sum cannot be below the one limit and above the other
        responds += above if same else above * (1 - below)
    responds, progresses = responds / len(NODES), progresses / len(NODES)
    return {
        Response.PR: responds,
        Response.SD: max(1 - responds - progresses, 0.0),
        Response.PD: progresses,
    }


def _settled(
    now: Size, baseline: Size, nadir: Size, limits: tuple[float, float, float]
) -> Response | None:
    """Category that no likely error changes; None where some might."""
    decrease, increase, floor_mm = limits
    line = max((1 + increase) * nadir[0], nadir[0] + floor_mm)
    from_pd = _errors_apart(now, line, (1 + increase) * nadir[1])
    from_pr = _errors_apart(now, (1 - decrease) * baseline[0], baseline[1])
    if from_pd > FAR:
        return Response.PD
    if from_pd > -FAR or abs(from_pr) < FAR:
        return None
    return Response.PR if from_pr < 0 else Response.SD


def _errors_apart(now: Size, limit: float, limit_error: float) -> float:
    error = hypot(now[1], limit_error)
    apart = now[0] - limit
    if error == 0:
        return inf if apart >= 0 else -inf
    return apart / error


def _below(limit: float, size: Size) -> float:
    """Probability that a size is at most a limit."""
    value, error = size
    if error == 0:
        return 1.0 if value <= limit else 0.0
    return 0.5 * erfc((value - limit) / error / sqrt(2))


def _overall(judgement: Judgement, target: Response, book: RuleBook) -> Response:
    """Overall category with another target response and all else as it was seen."""
    preset = book.preset
    if judgement.rule is preset.reappearance:
        return judgement.overall
    persists = book.switches.pr_persistence == "eortc"
    if persists and target is Response.SD and judgement.history.target_responded:
        target = Response.PR
    key = target, judgement.non_targets.response, judgement.new.answer
    overall = preset.table[key].overall
    return preset.names.get(overall, overall)
