"""Whether a category hangs on one target: each is left out in turn."""

from collections.abc import Iterator
from decimal import Decimal

from lesion_toolkit.criteria.judgement import Judgement, RuleBook
from lesion_toolkit.criteria.targets import Lines, Part, is_beyond
from lesion_toolkit.criteria.wording import listed, shown
from lesion_toolkit.model.finding import Finding, Severity
from lesion_toolkit.model.response import Response


def target_choice(judgement: Judgement, book: RuleBook) -> tuple[Finding, ...]:
    """Point out targets without which the overall response would be another one.

    Baseline and nadir stay at their timepoints. Left out where the sum is not known,
    there is one target only, or the sum is not all that decides.
    """
    sums = judgement.sums
    if not book.sum_decides or sums.missing or len(sums.parts) < 2:
        return ()
    if judgement.rule is book.preset.reappearance or judgement.persisted:
        return ()
    if judgement.overall is Response.PD and judgement.target is not Response.PD:
        return ()  # progression elsewhere stands without any of them
    said = tuple(
        f"without {name} {overall} ({shown(total)} {book.limits.unit})"
        for name, total, overall in _without_each(judgement, book)
        if overall is not judgement.overall
    )
    if not said:
        return ()
    message = f"The category hangs on the choice of targets: {listed(said)}."
    return (Finding("target-choice-decides", message, Severity.NOTE),)


def _without_each(
    judgement: Judgement, book: RuleBook
) -> Iterator[tuple[str, Decimal, Response]]:
    """Sum and overall response of the other targets, where theirs is another one."""
    baseline, nadir = judgement.history.baseline, judgement.history.nadir
    if baseline is None or nadir is None:
        return
    before, low, sums = baseline.without, nadir.without, judgement.sums
    seen = [part.target.lesion.id for part in sums.parts if _is_seen(part, book)]
    for part in sums.parts:
        name = part.target.lesion.id
        if part.size is None or name not in before or name not in low:
            continue
        total = sums.measured - part.size
        gone = not seen or seen == [name]
        target = _response(total, before[name], low[name], gone, book)
        if target is judgement.target:
            continue
        key = target, judgement.non_targets.response, judgement.new.answer
        yield name, total, book.preset.table[key].overall


def _is_seen(part: Part, book: RuleBook) -> bool:
    if not part.size:
        return False
    return part.target.above_cr(part.size, book.switches) is not None


def _response(
    total: Decimal, baseline: Lines, nadir: Lines, gone: bool, book: RuleBook
) -> Response:
    progressed = is_beyond(total, nadir, book.limits)
    if progressed and not (gone and book.switches.cr_before_pd):
        return Response.PD
    if not baseline.sum:
        return Response.NE
    if gone:
        return Response.CR
    return Response.PR if total <= baseline.responds else Response.SD
