"""Whether the targets of a line were fit to be targets: findings at its baseline."""

from collections import Counter
from decimal import Decimal

from lesion_toolkit.criteria.judgement import RuleBook
from lesion_toolkit.criteria.targets import Part, TargetSum
from lesion_toolkit.criteria.wording import plain, shown
from lesion_toolkit.model.finding import Finding, Severity
from lesion_toolkit.model.timeline import Timepoint


def eligibility(
    sums: TargetSum, timepoint: Timepoint, book: RuleBook
) -> tuple[Finding, ...]:
    """Point out targets that are too small or too many; they are still summed."""
    return (*_too_small(sums, timepoint, book), *_too_many(sums, book))


def _too_small(sums: TargetSum, timepoint: Timepoint, book: RuleBook) -> list[Finding]:
    found = []
    for part in sums.parts:
        smallest, why = _smallest_mm(part, timepoint.slice_thickness_mm, book)
        if part.size is None or part.size >= smallest:
            continue
        lesion = part.target.lesion.id
        message = (
            f"{lesion} is too small for a target at baseline: {part.target.quantity} "
            f"{shown(part.size, smallest)} mm, at least {plain(smallest)} mm "
            f"needed{why}."
        )
        found.append(Finding("target-too-small", message, Severity.CAUTION, lesion))
    return found


def _smallest_mm(
    part: Part, slice_mm: Decimal | None, book: RuleBook
) -> tuple[Decimal, str]:
    switches, rule = book.switches, book.preset.eligibility
    if part.target.is_node:
        at_porta = "porta hepatis" in part.target.lesion.site.lower()
        if at_porta and switches.porta_hepatis_mm is not None:
            return switches.porta_hepatis_mm, " at the porta hepatis"
        return switches.node_mm, ""
    if slice_mm is not None and slice_mm > rule.thick_slice_mm:
        thick = f" on slices of {plain(slice_mm)} mm"
        return max(rule.mass_mm, rule.slice_factor * slice_mm), thick
    return rule.mass_mm, ""


def _too_many(sums: TargetSum, book: RuleBook) -> list[Finding]:
    most, per_organ = book.switches.max_targets, book.switches.per_organ
    organs = Counter(_organ(part) for part in sums.parts)
    said = [
        f"{count} targets in one organ ({organ}), at most {per_organ}"
        for organ, count in organs.items()
        if count > per_organ
    ]
    if len(sums.parts) > most:
        said.append(f"{len(sums.parts)} targets, at most {most}")
    return [Finding("too-many-targets", f"{text}.", Severity.CAUTION) for text in said]


def _organ(part: Part) -> str:
    """All lymph nodes together count as one organ."""
    if part.target.is_node:
        return "lymph node"
    return part.target.lesion.organ.strip().lower()
