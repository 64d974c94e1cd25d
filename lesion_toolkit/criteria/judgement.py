"""One timepoint judged: from what was seen to the row of the table that applies."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from lesion_toolkit.criteria.other_disease import (
    FirstSeen,
    NewLesions,
    NonTargets,
    new_lesions,
    non_target_response,
)
from lesion_toolkit.criteria.preset import Preset, Rule
from lesion_toolkit.criteria.switches import Switches
from lesion_toolkit.criteria.targets import (
    Reference,
    Target,
    TargetSum,
    target_response,
    target_sum,
)
from lesion_toolkit.model.lesion import Lesion
from lesion_toolkit.model.response import Response
from lesion_toolkit.model.timeline import NewLesionSeen, Timepoint


@dataclass(frozen=True, slots=True)
class RuleBook:
    """A preset and the switches it is applied with."""

    preset: Preset
    switches: Switches


@dataclass(frozen=True, slots=True)
class Followed:
    """The lesions that are followed in one treatment line.

    ``known`` names lesions that were new to an earlier line and are not new to this.
    """

    targets: tuple[Target, ...]
    non_targets: tuple[Lesion, ...]
    known: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class History:
    """What earlier timepoints of the line leave for the next one to be judged by.

    ``nadir`` is the smallest sum so far, baseline included; it is None when the
    baseline sum is not known.
    """

    baseline: Reference | None
    nadir: Reference | None
    target_responded: bool = False
    complete: Timepoint | None = None
    first_seen: Mapping[str, FirstSeen] = field(default_factory=dict)
    counted: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Judgement:
    """Everything that led to the overall response of one timepoint.

    ``persisted`` says that a PR was kept by the EORTC reading, ``reappeared`` that
    disease is seen again after an overall CR.
    """

    timepoint: Timepoint
    history: History
    sums: TargetSum
    target: Response
    persisted: bool
    non_targets: NonTargets
    new: NewLesions
    reappeared: bool
    overall: Response
    rule: Rule


def opening(
    timepoint: Timepoint, followed: Followed, book: RuleBook
) -> tuple[TargetSum, History]:
    """Sum the targets at baseline, and open the history that begins there."""
    sums = target_sum(followed.targets, timepoint, book.switches)
    if not sums.parts or sums.total_mm is None:
        return sums, History(None, None)
    reference = Reference(sums.total_mm, timepoint)
    return sums, History(reference, reference)


def judge_each(
    visits: Iterable[Timepoint], followed: Followed, history: History, book: RuleBook
) -> list[Judgement]:
    """Judge the timepoints after baseline one after the other."""
    judgements = []
    for timepoint in visits:
        judgement = judge(timepoint, followed, history, book)
        history = history_after(judgement)
        judgements.append(judgement)
    return judgements


def judge(
    timepoint: Timepoint, followed: Followed, history: History, book: RuleBook
) -> Judgement:
    """Judge one timepoint after baseline; ``history`` ends just before it."""
    preset, switches = book.preset, book.switches
    sums = target_sum(followed.targets, timepoint, switches)
    target = target_response(sums, history.baseline, history.nadir, preset, switches)
    persisted = (
        switches.pr_persistence == "eortc"
        and target is Response.SD
        and history.target_responded
    )
    if persisted:
        target = Response.PR
    non_targets = non_target_response(followed.non_targets, timepoint)
    listed = tuple(n for n in timepoint.new_lesions if n.lesion not in followed.known)
    history = _with_new(history, timepoint, listed)
    new = new_lesions(listed, history.first_seen, history.counted, switches)
    row = preset.table[target, non_targets.response, new.answer]
    reappeared = (
        history.complete is not None
        and (sums.seen or non_targets.seen)
        and row.overall is not Response.PD
    )
    progresses = reappeared and switches.reappearance_after_CR == "PD"
    return Judgement(
        timepoint,
        history,
        sums,
        target,
        persisted,
        non_targets,
        new,
        reappeared,
        overall=Response.PD if progresses else row.overall,
        rule=preset.reappearance if progresses else row,
    )


def _with_new(
    history: History, timepoint: Timepoint, listed: tuple[NewLesionSeen, ...]
) -> History:
    unseen = [n for n in listed if n.lesion not in history.first_seen]
    if not unseen:
        return history
    day, label = timepoint.date, timepoint.label
    added = {n.lesion: FirstSeen(day, label, n.diameter_mm) for n in unseen}
    return replace(history, first_seen={**history.first_seen, **added})


def history_after(judgement: Judgement) -> History:
    """Return what the next timepoint is judged by."""
    history = judgement.history
    nadir, total = history.nadir, judgement.sums.total_mm
    if nadir is not None and total is not None and total < nadir.sum_mm:
        nadir = Reference(total, judgement.timepoint)
    responded = judgement.target in {Response.CR, Response.PR}
    complete = judgement.overall is Response.CR
    return replace(
        history,
        nadir=nadir,
        target_responded=responded
        or (history.target_responded and judgement.target is not Response.PD),
        complete=history.complete or (judgement.timepoint if complete else None),
        counted=history.counted | frozenset(judgement.new.counting),
    )
