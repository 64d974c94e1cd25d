"""iRECIST: progression is unconfirmed at first, and later confirmed or taken back.

Seymour 2017, Tables 2 and 3, with the clarifications of the EORTC. Every timepoint is
judged by RECIST 1.1 first; this module reads those judgements in order.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from lesion_toolkit.criteria.judgement import Judgement, RuleBook
from lesion_toolkit.criteria.target_limits import counted_organ
from lesion_toolkit.criteria.wording import day, listed, shown
from lesion_toolkit.model.lesion import Kind, Lesion
from lesion_toolkit.model.response import NewLesion, Response
from lesion_toolkit.model.timeline import NewLesionSeen, NewLesionStatus

TARGETS, NON_TARGETS, NEW = "targets", "non-target disease", "new lesions"
"""Where progression is seen."""

RANK = {Response.CR: 0, Response.PR: 1, Response.SD: 2, Response.PD: 3}
ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Progression:
    """A progression since it was first seen: where, and what growth is measured from.

    ``total`` is the sum of the targets and ``new_mm`` that of the new lesions then.
    """

    since: Judgement
    where: frozenset[str]
    total: Decimal | None
    new_mm: Decimal
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Before:
    """What earlier timepoints leave: the open progression, and new lesions so far.

    ``sizes_mm`` has the last size of each, ``smallest_new_mm`` their smallest sum.
    """

    progression: Progression | None = None
    seen: frozenset[str] = frozenset()
    sizes_mm: Mapping[str, Decimal] = field(default_factory=dict)
    smallest_new_mm: Decimal | None = None


@dataclass(frozen=True, slots=True)
class NewDisease:
    """New lesions of one timepoint: there at all, not seen before, larger than before.

    ``sum_mm`` adds those that are large enough to be followed by their size.
    """

    present: tuple[NewLesionSeen, ...]
    additional: tuple[str, ...]
    larger: tuple[str, ...]
    sum_mm: Decimal


def confirm_progressions(
    judgements: Sequence[Judgement], book: RuleBook
) -> list[Judgement]:
    """Give each timepoint its iRECIST category, in the light of those before it."""
    before = Before()
    published = []
    for judgement in judgements:
        new = _new_disease(judgement, before, book)
        called, progression = _called(judgement, new, before, book)
        published.append(called)
        before = _after(before, new, progression)
    return published


def _after(before: Before, new: NewDisease, progression: Progression | None) -> Before:
    sizes = {n.lesion: n.diameter_mm for n in new.present if n.diameter_mm is not None}
    smallest = before.smallest_new_mm
    if new.present:
        smallest = new.sum_mm if smallest is None else min(smallest, new.sum_mm)
    return Before(
        progression,
        before.seen | {n.lesion for n in new.present},
        {**before.sizes_mm, **sizes},
        smallest,
    )


def _new_disease(judgement: Judgement, before: Before, book: RuleBook) -> NewDisease:
    present = tuple(
        n
        for n in judgement.timepoint.new_lesions
        if n.status is NewLesionStatus.UNEQUIVOCAL
        and n.lesion in judgement.new.counting
    )
    followed = _followed_by_size(judgement, present, book)
    return NewDisease(
        present,
        tuple(n.lesion for n in present if n.lesion not in before.seen),
        tuple(
            n.lesion
            for n in present
            if n.larger or (n.lesion not in followed and _grown(n, before))
        ),
        sum((n.diameter_mm or ZERO for n in present if n.lesion in followed), ZERO),
    )


def _followed_by_size(
    judgement: Judgement, present: Sequence[NewLesionSeen], book: RuleBook
) -> frozenset[str]:
    """Measurable when first seen, the largest first, as many as targets may be."""
    first = judgement.history.first_seen
    sizes = {n.lesion: first[n.lesion].diameter_mm or ZERO for n in present}
    organs = {n.lesion: _counted_organ(n, book) for n in present}
    chosen: list[NewLesionSeen] = []
    for lesion in sorted(present, key=lambda n: sizes[n.lesion], reverse=True):
        in_organ = sum(organs[n.lesion] == organs[lesion.lesion] for n in chosen)
        measurable = sizes[lesion.lesion] >= book.preset.eligibility.mass_mm
        if measurable and in_organ < book.switches.per_organ:
            chosen.append(lesion)
    return frozenset(n.lesion for n in chosen[: book.switches.max_targets])


def _counted_organ(new: NewLesionSeen, book: RuleBook) -> str:
    """Organ that a new lesion counts for, as if it were a target."""
    kind = new.kind or Kind.MASS
    return counted_organ(Lesion(new.lesion, organ=new.organ, kind=kind), book.switches)


def _grown(lesion: NewLesionSeen, before: Before) -> bool:
    last = before.sizes_mm.get(lesion.lesion)
    return last is not None and (lesion.diameter_mm or ZERO) > last


def _called(
    judgement: Judgement, new: NewDisease, before: Before, book: RuleBook
) -> tuple[Judgement, Progression | None]:
    """Name the category of one timepoint, and the progression that stays open."""
    progression = before.progression
    if progression is None:
        where = _progressing(judgement, new, before, book)
        if not where:
            return _responding(judgement, new, book), None
        opened = Progression(judgement, where, judgement.sums.total, new.sum_mm)
        said = f"Progression of {listed(tuple(sorted(where)))}, not confirmed yet."
        return _as(judgement, Response.IUPD, "unconfirmed", said, book), opened
    confirming = (
        "" if progression.confirmed else _confirming(judgement, new, progression, book)
    )
    since = _since(progression)
    if confirming:
        said = f"{confirming}: the progression {since} is confirmed."
        confirmed = replace(progression, confirmed=True)
        return _as(judgement, Response.ICPD, "confirmed", said, book), confirmed
    if not _persists(judgement, new, progression, book):
        said = f"The progression {since} is not seen any more; the bar is reset."
        if progression.confirmed:
            said = f"Recorded after the confirmed progression {since}."
        return _responding(judgement, new, book)._replace(also=said), None
    if progression.confirmed:
        said = f"The progression {since} was confirmed."
        return _as(judgement, Response.ICPD, "final", said, book), progression
    said = f"Nothing confirms the progression {since}, nothing takes it back."
    return _as(judgement, Response.IUPD, "persists", said, book), progression


def _since(progression: Progression) -> str:
    timepoint = progression.since.timepoint
    return f"of {timepoint.label} ({day(timepoint.date)})"


def _as(
    judgement: Judgement, response: Response, step: str, said: str, book: RuleBook
) -> Judgement:
    rule = book.preset.steps[step]
    return judgement._replace(overall=response, rule=rule, also=said)


def _responding(judgement: Judgement, new: NewDisease, book: RuleBook) -> Judgement:
    """Name the response of the lesions followed since baseline.

    A new lesion of an earlier progression need not have gone for iPR or iSD, but with
    it there is no iCR.
    """
    key = judgement.target, judgement.non_targets.response, NewLesion.NO
    row = book.preset.table[key]
    names, overall = book.preset.names, row.overall
    if overall is Response.CR and new.present:
        overall = Response.PR
    return judgement._replace(overall=names.get(overall, overall), rule=row)


def _progressing(
    judgement: Judgement, new: NewDisease, before: Before, book: RuleBook
) -> frozenset[str]:
    where = set()
    if _in_targets(judgement, book):
        where.add(TARGETS)
    if judgement.non_targets.response is Response.PD:
        where.add(NON_TARGETS)
    said_larger = any(lesion.larger for lesion in new.present)
    if new.additional or said_larger or _new_has_grown(new, before, book):
        where.add(NEW)
    return frozenset(where)


def _in_targets(judgement: Judgement, book: RuleBook) -> bool:
    """Whether the targets progress, by their sum or by coming back after CR."""
    came_back = judgement.rule is book.preset.reappearance
    return judgement.target is Response.PD or came_back


def _new_has_grown(new: NewDisease, before: Before, book: RuleBook) -> bool:
    """Whether new lesions of an earlier progression progress by their own sum."""
    smallest = before.smallest_new_mm
    if not smallest:
        return False
    line = (1 + book.preset.thresholds.pd_increase) * smallest
    return new.sum_mm >= max(line, smallest + book.switches.pd_abs_floor_mm)


def _confirming(
    judgement: Judgement, new: NewDisease, progression: Progression, book: RuleBook
) -> str:
    """Say what confirms an open progression; empty where nothing does."""
    anew = ""
    if new.additional:
        anew = f"Additional new lesion {listed(new.additional)}"
    if _too_early(judgement, progression, book):
        return anew if judgement.timepoint.new_symptom else ""
    where = progression.where
    if TARGETS in where and judgement.sums.total is not None:
        more = judgement.sums.total - (progression.total or ZERO)
        if _enough(more, book) and progression.total is not None:
            return f"Sum up {shown(more)} mm since then"
    if NON_TARGETS in where and judgement.non_targets.increased:
        return f"Non-target {listed(judgement.non_targets.increased)} larger still"
    if NEW in where and _enough(new.sum_mm - progression.new_mm, book):
        return f"New lesions up {shown(new.sum_mm - progression.new_mm)} mm"
    if NEW in where and new.larger:
        return f"New lesion {listed(new.larger)} larger still"
    if anew:
        return anew
    if TARGETS not in where and judgement.target is Response.PD:
        return "Progression now also of targets"
    if NON_TARGETS not in where and judgement.non_targets.response is Response.PD:
        return "Progression now also of non-target disease"
    return ""


def _enough(more_mm: Decimal, book: RuleBook) -> bool:
    limit = book.switches.irecist_confirm_mm
    strict = book.switches.irecist_confirm_operator == ">"
    return more_mm > limit if strict else more_mm >= limit


def _too_early(judgement: Judgement, progression: Progression, book: RuleBook) -> bool:
    earliest = int(book.switches.irecist_window_days.split("-")[0])
    days = (judgement.timepoint.date - progression.since.timepoint.date).days
    return days < earliest - book.switches.irecist_tol


def _persists(
    judgement: Judgement, new: NewDisease, progression: Progression, book: RuleBook
) -> bool:
    """Whether the open progression is still there.

    New lesions that stay do not keep it open once the targets have become better than
    they were when it was first seen.
    """
    if judgement.target is Response.NE:
        return True
    unseen = judgement.non_targets.response is Response.NE
    if unseen and NON_TARGETS in progression.where:
        return True
    if _in_targets(judgement, book):
        return True
    if judgement.non_targets.response is Response.PD:
        return True
    then, now = progression.since.target, judgement.target
    better = RANK.get(now, 0) < RANK.get(then, 0)
    return bool(new.present) and not better
