"""What would have changed an answer, in the words of a radiologist."""

from lesion_toolkit.criteria.judgement import (
    Judgement,
    RuleBook,
    progresses_by_reappearance,
)
from lesion_toolkit.criteria.targets import Part, Reference, grown_alone
from lesion_toolkit.criteria.wording import listed
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
    alone: tuple[Part, ...] = ()
    if book.limits.single_lesions:
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
            return [f"The targets are {nadir.pd_words}."]
    return []


def _responding(
    judgement: Judgement, baseline: Reference, nadir: Reference, book: RuleBook
) -> str:
    """Name the sums that part PR, SD and PD."""
    if judgement.target is Response.SD:
        pr = f"PR up to {baseline.pr_words}"
        return pr if book.limits.any_lesion else f"{pr}, {nadir.pd_words}"
    persists = book.switches.pr_persistence == "eortc"
    stays = judgement.persisted or (persists and judgement.history.target_responded)
    if stays or nadir.lines.progresses <= baseline.lines.responds:
        return nadir.pd_words  # there is no SD between the two
    return f"SD above {baseline.pr_words}, {nadir.pd_words}"
