"""One timepoint judged: from what was seen to the row of the table that applies."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple, Protocol

from lesion_toolkit.criteria.limits import Limits, limits_of
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
    NOTHING_SEEN,
    Reference,
    Target,
    TargetSum,
    sizes_of,
    target_response,
    target_sum,
)
from lesion_toolkit.model.lesion import Lesion
from lesion_toolkit.model.response import LesionCategory, Response
from lesion_toolkit.model.timeline import NewLesionSeen, Timepoint

CR, PR, SD, PD = Response.CR, Response.PR, Response.SD, Response.PD

NONE_NEW: Mapping[str, FirstSeen] = {}
"""No new lesion has been seen before."""


@dataclass(frozen=True)
class Followed:
    """The lesions that are followed in one treatment line.

    ``known`` names lesions that were new to an earlier line and are not new to this.
    """

    targets: tuple[Target, ...]
    non_targets: tuple[Lesion, ...]
    known: frozenset[str] = frozenset()

    @cached_property
    def only_viable(self) -> bool:
        """Whether of every target only what enhances is measured."""
        return all(target.quantity.is_viable for target in self.targets)

    @cached_property
    def treated(self) -> bool:
        """Whether any target has had a therapy."""
        return any(target.lesion.therapies for target in self.targets)


class History(NamedTuple):
    """What earlier timepoints of the line leave for the next one to be judged by.

    ``nadir`` is the smallest sum so far, baseline included, or the baseline sum itself
    where progression is judged from that; it is None when the baseline sum is not
    known. ``smallest`` has the smallest size of each target so far.
    """

    baseline: Reference | None
    nadir: Reference | None
    target_responded: bool = False
    complete: Timepoint | None = None
    smallest: Mapping[str, Decimal] = NOTHING_SEEN
    first_seen: Mapping[str, FirstSeen] = NONE_NEW
    counted: frozenset[str] = frozenset()


class Judgement(NamedTuple):
    """Everything that led to the overall response of one timepoint.

    ``persisted`` says that a PR was kept by the EORTC reading, ``reappeared`` that
    disease is seen again after an overall CR. ``because`` replaces the sentence about
    the sum, ``also`` is said before the overall response, ``lesions`` has a category
    for each lesion where the criteria judge them one by one.
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
    because: str = ""
    also: str = ""
    lesions: tuple[LesionCategory, ...] = ()


class TargetAnswer(NamedTuple):
    """Response of the targets; ``because`` says why where the sum alone does not."""

    response: Response
    because: str = ""
    lesions: tuple[LesionCategory, ...] = ()


@dataclass(frozen=True, slots=True)
class LineSummary:
    """Best overall response of a line, unconfirmed and confirmed, and its dates.

    ``dated`` are the responses that times to an event are taken from.
    """

    best: Response
    confirmed: Response
    progression_date: datetime.date | None
    response_date: datetime.date | None
    dated: tuple[tuple[datetime.date, Response], ...]


class SumTargets(Protocol):
    """Add up the targets at one timepoint."""

    def __call__(
        self,
        followed: Followed,
        timepoint: Timepoint,
        history: History,
        book: "RuleBook",
    ) -> TargetSum:
        """Return the sum; the history is empty at baseline."""


class JudgeTargets(Protocol):
    """Judge the targets of one timepoint whose baseline sum is known."""

    def __call__(
        self,
        sums: TargetSum,
        timepoint: Timepoint,
        history: History,
        book: "RuleBook",
    ) -> TargetAnswer:
        """Return the response and, where it needs words of its own, why."""


class Publish(Protocol):
    """Give the judged timepoints of a line the categories that the criteria publish."""

    def __call__(
        self, judgements: Sequence[Judgement], book: "RuleBook"
    ) -> list[Judgement]:
        """Return the same timepoints, renamed or judged in the light of each other."""


class JudgeLine(Protocol):
    """Say what a line came to, where progression is not final when it is first seen."""

    def __call__(
        self,
        start: datetime.date,
        judgements: Sequence[Judgement],
        book: "RuleBook",
    ) -> LineSummary:
        """Return best responses and dates of the line."""


def sum_of_targets(
    followed: Followed, timepoint: Timepoint, history: History, book: "RuleBook"
) -> TargetSum:
    """Add up the targets themselves, as most criteria do."""
    return target_sum(followed.targets, timepoint, book.switches)


def by_the_sum(
    sums: TargetSum, timepoint: Timepoint, history: History, book: "RuleBook"
) -> TargetAnswer:
    """Judge the targets by their sum, as most criteria do."""
    return TargetAnswer(
        target_response(
            sums,
            history.baseline,
            history.nadir,
            book.limits,
            book.switches,
            history.smallest,
        )
    )


def renamed(judgements: Sequence[Judgement], book: "RuleBook") -> list[Judgement]:
    """Give each category the name the criteria publish it under."""
    names = book.preset.names
    if not names:
        return list(judgements)
    return [j._replace(overall=names.get(j.overall, j.overall)) for j in judgements]


@dataclass(frozen=True, slots=True)
class Kind:
    """What makes one family of criteria judge otherwise than by a sum of targets."""

    sums: SumTargets = sum_of_targets
    target: JudgeTargets = by_the_sum
    publish: Publish = renamed
    outcome: JudgeLine | None = None
    sum_decides: bool = True


@dataclass(frozen=True, slots=True)
class RuleBook:
    """A preset, the switches it is applied with, and the kind of its criteria."""

    preset: Preset
    switches: Switches
    kind: Kind = Kind()
    limits: Limits = field(init=False, repr=False)

    def __post_init__(self) -> None:
        limits = limits_of(self.preset, self.switches)
        object.__setattr__(self, "limits", limits)

    @property
    def sum_decides(self) -> bool:
        """Whether the sums of three timepoints are all a target response rests on."""
        return self.kind.sum_decides and not self.limits.any_lesion


def opening(
    timepoint: Timepoint, followed: Followed, book: RuleBook
) -> tuple[TargetSum, History]:
    """Sum the targets at baseline, and open the history that begins there."""
    nothing = History(None, None)
    sums = book.kind.sums(followed, timepoint, nothing, book)
    smallest = _smallest({}, sums, book)
    if not sums.parts or sums.total is None:
        return sums, nothing._replace(smallest=smallest)
    reference = Reference(sums, timepoint, book.limits)
    return sums, History(reference, reference, smallest=smallest)


def judge_each(
    visits: Iterable[Timepoint], followed: Followed, history: History, book: RuleBook
) -> list[Judgement]:
    """Judge the timepoints after baseline one after the other."""
    judgements = []
    for timepoint in visits:
        judgement = judge(timepoint, followed, history, book)
        history = history_after(judgement, book)
        judgements.append(judgement)
    return book.kind.publish(judgements, book)


def judge(
    timepoint: Timepoint, followed: Followed, history: History, book: RuleBook
) -> Judgement:
    """Judge one timepoint after baseline; ``history`` ends just before it."""
    preset, switches = book.preset, book.switches
    listed = timepoint.new_lesions
    if listed and followed.known:
        listed = tuple(n for n in listed if n.lesion not in followed.known)
    history = _with_new(history, timepoint, listed)
    sums = book.kind.sums(followed, timepoint, history, book)
    answer = _target_answer(sums, timepoint, history, book)
    target = answer.response
    persisted = (
        switches.pr_persistence == "eortc" and target is SD and history.target_responded
    )
    if persisted:
        target = PR
    non_targets = non_target_response(followed.non_targets, timepoint)
    new = new_lesions(listed, history.first_seen, history.counted, switches)
    row = preset.table[target, non_targets.response, new.answer]
    reappeared = (
        history.complete is not None
        and (sums.seen or non_targets.seen)
        and row.overall is not PD
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
        PD if progresses else row.overall,
        preset.reappearance if progresses else row,
        answer.because,
        "",
        answer.lesions,
    )


def progresses_by_reappearance(judgement: Judgement, book: RuleBook) -> bool:
    """Whether what is seen would be PD for the overall CR before it alone."""
    if judgement.history.complete is None:
        return False
    back = judgement.sums.seen or judgement.non_targets.seen
    return back and book.switches.reappearance_after_CR == "PD"


def _target_answer(
    sums: TargetSum, timepoint: Timepoint, history: History, book: RuleBook
) -> TargetAnswer:
    """Without targets, or without their baseline, there is nothing to compare."""
    if not sums.parts:
        return TargetAnswer(Response.NONE)
    if history.baseline is None:
        return TargetAnswer(Response.NE)
    return book.kind.target(sums, timepoint, history, book)


def _with_new(
    history: History, timepoint: Timepoint, listed: tuple[NewLesionSeen, ...]
) -> History:
    if not listed:
        return history
    unseen = [n for n in listed if n.lesion not in history.first_seen]
    if not unseen:
        return history
    day, label = timepoint.date, timepoint.label
    added = {n.lesion: FirstSeen(day, label, n.diameter_mm) for n in unseen}
    return history._replace(first_seen={**history.first_seen, **added})


def _smallest(
    before: Mapping[str, Decimal], sums: TargetSum, book: RuleBook
) -> Mapping[str, Decimal]:
    if not book.limits.single_lesions:
        return before
    sizes = sizes_of(sums)
    return {**before, **{k: min(s, before.get(k, s)) for k, s in sizes.items()}}


def history_after(judgement: Judgement, book: RuleBook) -> History:
    """Return what the next timepoint is judged by."""
    history, sums, target = judgement.history, judgement.sums, judgement.target
    nadir = history.nadir
    falls = nadir is not None and not sums.missing and sums.measured < nadir.sum
    if falls and book.switches.pd_reference == "nadir":
        nadir = Reference(sums, judgement.timepoint, book.limits)
    responded = history.target_responded and target is not PD
    complete = history.complete
    if complete is None and judgement.overall is CR:
        complete = judgement.timepoint
    counting = judgement.new.counting
    return History(
        history.baseline,
        nadir,
        responded or target is PR or target is CR,
        complete,
        _smallest(history.smallest, sums, book),
        history.first_seen,
        history.counted.union(counting) if counting else history.counted,
    )
