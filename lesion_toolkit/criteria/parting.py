"""Where courses judged by several criteria part, and why."""

from collections.abc import Sequence
from decimal import Decimal

from lesion_toolkit.criteria.wording import UNITS, plain, shown
from lesion_toolkit.model.response import Assessment, Course, Response, Unit

SAME_AS = {
    **dict.fromkeys((Response.ICR, Response.IMCR, Response.TE4), Response.CR),
    **dict.fromkeys((Response.IPR, Response.IMPR, Response.TE3), Response.PR),
    **dict.fromkeys((Response.ISD, Response.IMSD, Response.TE2), Response.SD),
    **dict.fromkeys((Response.IMPD, Response.TE1), Response.PD),
}
"""Categories that say the same; iUPD and iCPD say more than PD does."""


def parting(courses: Sequence[Course]) -> list[tuple[Assessment, ...]]:
    """Assessments of one timepoint, one of each course, whose categories differ.

    The same category under another name (iPR, imPR, TE3) is no difference.
    """
    beside = zip(*(course.assessments for course in courses), strict=True)
    return [row for row in beside if len({_plain(a) for a in row}) > 1]


def _plain(answer: Assessment) -> Response | None:
    return _same(answer.overall)


def _same(response: Response | None) -> Response | None:
    return None if response is None else SAME_AS.get(response, response)


def why_they_part(beside: Sequence[Assessment]) -> str:
    """Say in which respect the criteria differ at one timepoint.

    Compared with the first of them: the quantity that is summed, the limit that decides
    the same sum, what counts outside the targets, or the rule that links timepoints.
    """
    first = beside[0]
    others = [a for a in beside[1:] if _plain(a) is not _plain(first)]
    return " ".join(_why(first, other) for other in others)


def _why(first: Assessment, other: Assessment) -> str:
    names = f"{first.preset} and {other.preset}"
    if _same(first.target) is not _same(other.target):
        if _sums(first) != _sums(other):
            return f"{names} sum other things: {_summed(first)}, {_summed(other)}."
        limits = f"{first.otherwise} {other.otherwise}"
        called = f"{first.target} and {other.target}"
        return f"{names} call the same sum {called}: {limits}"
    if first.new_lesion is not other.new_lesion:
        seen = f"{first.new_lesion} and {other.new_lesion}"
        return f"{names} answer the question of a new lesion by {seen}."
    if first.non_target is not other.non_target:
        seen = f"{first.non_target} and {other.non_target}"
        return f"{names} call the non-target disease {seen}."
    rules = f"{first.rule_id} and {other.rule_id}"
    return f"{names} see the same and apply other rules: {rules}."


def _sums(answer: Assessment) -> tuple[Unit, Decimal | None, Decimal | None]:
    return answer.unit, answer.sum, answer.baseline_sum


def _summed(answer: Assessment) -> str:
    if answer.sum is None:
        return f"no sum (target {answer.target})"
    change = answer.change_from_baseline_pct
    said = f"{shown(answer.sum)} {UNITS[answer.unit]}"
    if change is None:
        return said
    sign = "+" if change > 0 else ""
    return f"{said} ({sign}{plain(change)} % from baseline, {answer.overall})"
