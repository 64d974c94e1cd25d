"""What would have changed an answer, in the words of a radiologist."""

from decimal import Decimal
from functools import lru_cache

from lesion_toolkit.criteria.judgement import (
    Judgement,
    RuleBook,
    progresses_by_reappearance,
)
from lesion_toolkit.criteria.limits import Limits
from lesion_toolkit.criteria.targets import Reference, grown_alone
from lesion_toolkit.criteria.wording import listed, plain, rounded
from lesion_toolkit.model.response import NewLesion, Response


def otherwise(judgement: Judgement, book: RuleBook) -> str:
    """Say what other findings would have given another category.

    Progression outside the targets is named first: without it the other findings would
    decide. Then the sums at which the targets would respond or progress.
    """
    if judgement.rule is book.preset.reappearance:
        return "Without any disease seen it would have stayed CR."
    said = [*_outside_targets(judgement, book), *_targets(judgement, book)]
    return " ".join(said)


def _outside_targets(judgement: Judgement, book: RuleBook) -> list[str]:
    """Answer without the new lesion, or without the progression of non-targets."""
    if book.preset.steps:
        return []  # there the answer also hangs on other timepoints
    if progresses_by_reappearance(judgement, book):
        return []  # disease after CR is PD without them as well
    non_target, new = judgement.non_targets.response, judgement.new.answer
    if new is not NewLesion.YES and non_target is not Response.PD:
        return []
    names, said = book.preset.names, []
    if new is NewLesion.YES:
        row = book.preset.table[judgement.target, non_target, NewLesion.NO]
        which = listed(judgement.new.counting)
        without = names.get(row.overall, row.overall)
        if without is not judgement.overall:
            said.append(f"Without new lesion {which} {without}.")
    if non_target is Response.PD:
        stays = judgement.non_targets.without_progression
        row = book.preset.table[judgement.target, stays, new]
        which = listed(judgement.non_targets.deciding)
        without = names.get(row.overall, row.overall)
        if without is not judgement.overall:
            said.append(f"Without the progression of {which} {without}.")
    return said


def _targets(judgement: Judgement, book: RuleBook) -> list[str]:
    sums, history = judgement.sums, judgement.history
    if sums.missing:
        names = listed(tuple(part.target.lesion.id for part in sums.missing))
        return [f"It needs {names}."] if judgement.target is Response.NE else []
    baseline, nadir = history.baseline, history.nadir
    if baseline is None or nadir is None or judgement.because or not baseline.sum:
        return []
    alone = grown_alone(sums, history.smallest, book.limits, book.switches)
    if alone:
        names = listed(tuple(part.target.lesion.id for part in alone))
        return [f"The targets would not progress without the growth of {names}."]
    match judgement.target:
        case Response.CR:
            return ["The targets are CR only while none of them is seen."]
        case Response.SD | Response.PR:
            said = _responding(judgement, baseline, nadir, book)
            return [f"The targets would be {said}."]
        case Response.PD:
            return [f"The targets are {_progressing(nadir, book.limits)}."]
    return []


def _responding(
    judgement: Judgement, baseline: Reference, nadir: Reference, book: RuleBook
) -> str:
    """Name the sums that part PR, SD and PD."""
    limits = book.limits
    responds, pd = baseline.lines.responds, _progressing(nadir, limits)
    if judgement.target is Response.SD:
        pr = f"PR up to {_limit(responds)} {limits.unit}"
        return pr if limits.any_lesion else f"{pr}, {pd}"
    persists = book.switches.pr_persistence == "eortc"
    stays = judgement.persisted or (persists and judgement.history.target_responded)
    if stays or nadir.lines.progresses <= responds:
        return pd  # there is no SD between the two
    return f"SD above {_limit(responds)} {limits.unit}, {pd}"


def _progressing(nadir: Reference, limits: Limits) -> str:
    progresses = nadir.lines.progresses
    more = "above" if limits.above or progresses == nadir.sum else "from"
    return f"PD {more} {_limit(progresses)} {limits.unit}"


@lru_cache(8192)
def _limit(value: Decimal) -> str:
    return plain(rounded(value, 2))
