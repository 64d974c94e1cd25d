"""RECICL: each nodule is graded by how much of it is necrotic.

Liver Cancer Study Group of Japan: areas (longest diameter times perpendicular) of the
whole nodule and of what still enhances. The targets together have the grade of the
worst nodule: TE4 of the whole needs TE4 in every nodule (2019 revision).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from lesion_toolkit.criteria.judgement import History, Judgement, RuleBook, TargetAnswer
from lesion_toolkit.criteria.quantity import Quantity, measured_size
from lesion_toolkit.criteria.targets import TargetSum
from lesion_toolkit.criteria.wording import DISPLAY, plain, shown
from lesion_toolkit.model.measurement import LesionMeasurement, State
from lesion_toolkit.model.response import LesionCategory, NewLesion, Response
from lesion_toolkit.model.timeline import Timepoint

HUNDRED = Decimal(100)
ZERO = Decimal(0)
RESPONSE_OF = {
    "TE4a": Response.CR,
    "TE4b": Response.CR,
    "TE3": Response.PR,
    "TE2": Response.SD,
    "TE1": Response.PD,
    "NE": Response.NE,
}
"""The row of the overall table that each grade of a nodule stands in."""

WORST_FIRST = (Response.PD, Response.NE, Response.SD, Response.PR, Response.CR)


@dataclass(frozen=True, slots=True)
class Nodule:
    """Areas of one nodule in mm²: whole at baseline, whole and enhancing now."""

    before_mm2: Decimal
    whole_mm2: Decimal
    viable_mm2: Decimal
    margin_sufficient: bool | None


def by_grade_of_necrosis(
    sums: TargetSum, timepoint: Timepoint, history: History, book: RuleBook
) -> TargetAnswer:
    """Grade each target by its necrosis and its size, then all by the worst."""
    if history.baseline is None:
        return TargetAnswer(Response.NE)
    baseline = history.baseline.timepoint
    graded = []
    for part in sums.parts:
        name = part.target.lesion.id
        rows = baseline.measurement_of(name), timepoint.measurement_of(name)
        graded.append(_graded(name, *rows, book))
    responses = {RESPONSE_OF[one.category] for one in graded}
    worst = next(r for r in WORST_FIRST if r in responses)
    said = "; ".join(f"{one.lesion} {one.category}: {one.reason}" for one in graded)
    return TargetAnswer(worst, f"{said}.", tuple(graded))


def publish_grades(judgements: Sequence[Judgement], book: RuleBook) -> list[Judgement]:
    """Call the targets and the whole by grades; other progression stays PD."""
    names = book.preset.names
    return [
        judgement._replace(
            target=names.get(judgement.target, judgement.target),
            overall=judgement.overall
            if _elsewhere(judgement)
            else names.get(judgement.overall, judgement.overall),
        )
        for judgement in judgements
    ]


def _elsewhere(judgement: Judgement) -> bool:
    """Whether progression is seen outside the nodules that are graded."""
    new = judgement.new.answer is NewLesion.YES
    return new or judgement.non_targets.response is Response.PD


def _graded(
    name: str,
    before: LesionMeasurement | None,
    now: LesionMeasurement | None,
    book: RuleBook,
) -> LesionCategory:
    nodule = _nodule(before, now)
    if nodule is None:
        rule = book.preset.target[Response.NE]
        return LesionCategory(name, "NE", rule.id, "its areas were not measured")
    grade, why = grade_of(nodule, book.switches.te1_pct or HUNDRED)
    rule = book.preset.steps[grade]
    return LesionCategory(name, grade, rule.id, why)


def _nodule(
    before: LesionMeasurement | None, now: LesionMeasurement | None
) -> Nodule | None:
    if before is None or now is None:
        return None
    first = measured_size(before, Quantity.WHOLE_PRODUCT)
    if now.state is State.ABSENT:
        whole: Decimal | None = ZERO
        viable: Decimal | None = ZERO
    else:
        whole = measured_size(now, Quantity.WHOLE_PRODUCT)
        viable = measured_size(now, Quantity.VIABLE_PRODUCT)
    if viable == 0 and whole is None:
        whole = ZERO
    if first is None or whole is None or viable is None or first == 0:
        return None
    return Nodule(first, whole, viable, now.margin_sufficient)


def grade_of(nodule: Nodule, te1_pct: Decimal) -> tuple[str, str]:
    """Grade one nodule, and say why."""
    growth = HUNDRED * (nodule.whole_mm2 - nodule.before_mm2)
    if growth > te1_pct * nodule.before_mm2:
        return "TE1", f"whole area more than {plain(te1_pct)} % larger than at baseline"
    if nodule.viable_mm2 == 0:
        if nodule.margin_sufficient:
            return "TE4a", "nothing enhances, with sufficient margin"
        margin = "without" if nodule.margin_sufficient is False else "unknown"
        return "TE4b", f"nothing enhances, margin: {margin}"
    necrotic = nodule.whole_mm2 - nodule.viable_mm2
    if 2 * necrotic >= nodule.whole_mm2:
        share = DISPLAY.divide(HUNDRED * necrotic, nodule.whole_mm2)
        return "TE3", f"{shown(share)} % of the area is necrotic"
    if 2 * nodule.whole_mm2 <= nodule.before_mm2:
        return "TE3", "whole area at least halved since baseline"
    return "TE2", "less than half of the area is necrotic"
