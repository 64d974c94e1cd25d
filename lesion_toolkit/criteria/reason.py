"""The reason for an assessment, in the sentences a radiologist would write."""

import datetime
from decimal import Decimal

from lesion_toolkit.criteria.judgement import Followed, History, Judgement, RuleBook
from lesion_toolkit.criteria.limits import Limits
from lesion_toolkit.criteria.targets import Part, Reference, TargetSum, grown_alone
from lesion_toolkit.criteria.wording import (
    UNITS,
    change_pct,
    day,
    listed,
    plain,
    shown,
)
from lesion_toolkit.model.response import NewLesion, Response, Unit

ZERO = Decimal(0)

Changes = tuple[Decimal | None, Decimal | None]
"""Changes of a sum in percent, from baseline and from the nadir; None without them."""

SUMS = {Unit.MM: "sum", Unit.MM2: "sum of products", Unit.ML: "volume"}
"""What the targets add up to, in words."""


def baseline_reason(followed: Followed, sums: TargetSum, line: str) -> str:
    """Say what later sums of the line are compared with."""
    of = f"Baseline of {line}: " if line else "Baseline: "
    if not sums.parts:
        return of + "no targets."
    if sums.missing:
        return f"{of}the sum is not known; {_missing(sums)}."
    targets = listed(tuple(_size(p) for p in sums.parts))
    return (
        f"{of}{_sum_name(followed).lower()} {_sized(sums.measured, _unit(followed))} "
        f"({targets})."
    )


def reason(
    judgement: Judgement, changes: Changes, followed: Followed, book: RuleBook
) -> str:
    """Say why a timepoint has its overall response.

    ``changes`` are those of the measured sum from baseline and from the nadir.
    """
    said = [_target(judgement, changes, followed, book)]
    if followed.non_targets:
        said.append(_non_target(judgement))
    if judgement.new.answer is NewLesion.NO:
        said.append("No new lesion.")
    else:
        said += _new(judgement, book)
    if judgement.also:
        said.append(judgement.also)
    said.append(_overall(judgement, book))
    return " ".join(said)


def _target(
    judgement: Judgement, changes: Changes, followed: Followed, book: RuleBook
) -> str:
    sums, history = judgement.sums, judgement.history
    if judgement.because:
        return judgement.because
    if not sums.parts:
        return "No targets at baseline."
    baseline, nadir = history.baseline, history.nadir
    if baseline is None or nadir is None:
        return "The baseline sum of the targets is not known: NE."
    if sums.missing:
        return _incomplete(judgement, changes, book)
    unit, target = book.limits.unit, judgement.target
    name = f"{_sum_name(followed)} {shown(sums.measured)} {unit}"
    if target is Response.NE and not baseline.sum:
        return f"{name}; the baseline sum was 0 {unit}, nothing could respond: NE."
    if target is Response.CR:
        return f"{name}, {_gone(followed, sums)}: CR."
    if target is Response.PD:
        grown = _growth(sums.measured, changes[1], history, book)
        grown = _grown_alone(judgement, book) or grown
        though = _though_below_baseline(sums.measured, changes[0], history)
        return f"{name}, {grown}, {book.limits.pd_condition}{though}: PD."
    said = _neither_gone_nor_progressed(judgement, baseline, nadir, changes, book)
    return f"{name}, {said}."


def _neither_gone_nor_progressed(
    judgement: Judgement,
    baseline: Reference,
    nadir: Reference,
    changes: Changes,
    book: RuleBook,
) -> str:
    """PR or SD: against baseline, and against the nadir where the sum has grown."""
    total = judgement.sums.measured
    limits = book.limits
    said = []
    if total <= baseline.sum:
        responds = judgement.target is Response.PR and not judgement.persisted
        less = "at least" if responds else "less than"
        down = "the same as"
        if total != baseline.sum:
            down = f"down {_percent(changes[0], limits.pr_pct)} % from"
        said.append(f"{down} {baseline.as_baseline}, {less} {limits.pr_words} %")
    if total > nadir.sum:
        grown = _growth(total, changes[1], judgement.history, book)
        said.append(f"{grown}, {_short_of_pd(total, nadir, limits)}")
    holds = ", which holds until progression" if judgement.persisted else ""
    return f"{'; '.join(said)}: {judgement.target}{holds}"


def _growth(
    total: Decimal, change: Decimal | None, history: History, book: RuleBook
) -> str:
    """Growth over the nadir, which is ``change`` percent."""
    limits, unit, nadir = book.limits, book.limits.unit, history.nadir
    assert nadir is not None
    reference = nadir.as_nadir
    if nadir is history.baseline:
        reference = nadir.as_baseline
        if book.switches.pd_reference == "nadir":
            reference += ", the smallest sum so far"
    more = f"{shown(total - nadir.sum, limits.floor)} {unit}"
    if not nadir.sum:
        exceeds = f"where any growth exceeds {limits.pd_words} %"
        return f"up {more} from {reference}, {exceeds}"
    return f"up {_percent(change, limits.pd_pct)} % (+{more}) from {reference}"


def _grown_alone(judgement: Judgement, book: RuleBook) -> str:
    """Name the targets that are progression by themselves; empty without any."""
    smallest = judgement.history.smallest
    grown = grown_alone(judgement.sums, smallest, book.limits, book.switches)
    if not grown:
        return ""
    said = []
    for part in grown:
        before = smallest[part.target.lesion.id]
        change = change_pct(part.size or ZERO, before)
        by = "" if change is None else f"up {shown(change)} % "
        unit = book.limits.unit
        said.append(f"{_size(part)} {by}from its smallest {_sized(before, unit)}")
    return listed(tuple(said))


def _though_below_baseline(
    total: Decimal, change: Decimal | None, history: History
) -> str:
    baseline = history.baseline
    if baseline is None or total >= baseline.sum:
        return ""
    return f" (though {_percent(change)} % below {baseline.as_baseline})"


def _short_of_pd(total: Decimal, nadir: Reference, limits: Limits) -> str:
    least = limits.progresses * nadir.sum
    if total < least:
        return f"less than {limits.pd_words} %"
    if limits.any_lesion:
        return "but no lesion alone has grown enough"
    if total == least and limits.above:
        return f"not more than {limits.pd_words} %"
    return f"but by less than {plain(limits.floor)} mm"


def _incomplete(judgement: Judgement, changes: Changes, book: RuleBook) -> str:
    sums, history, limits = judgement.sums, judgement.history, book.limits
    unit = limits.unit
    if judgement.target is Response.PD:
        grown = _growth(sums.measured, changes[1], history, book)
        return (
            f"{_capital(_missing(sums))}; but the measured part alone, "
            f"{_sized(sums.measured, unit)}, is {grown}, {limits.pd_condition}: PD."
        )
    if len(sums.missing) == len(sums.parts):
        return f"{_capital(_missing(sums))}: NE."
    measured = f"the measured part, {_sized(sums.measured, unit)},"
    against = "does not by itself prove progression"
    if not book.switches.partial_sum_pd:
        against = "is not judged by itself"
    return f"{_capital(_missing(sums))}; {measured} {against}: NE."


def _missing(sums: TargetSum) -> str:
    named = tuple(f"{p.target.lesion.id} ({p.why_not})" for p in sums.missing)
    return f"not evaluable: {listed(named)}"


def _gone(followed: Followed, sums: TargetSum) -> str:
    viable = any(t.quantity.is_viable for t in followed.targets)
    gone = "no viable tumor left in any target" if viable else "all targets gone"
    nodes = tuple(p.target.lesion.id for p in sums.parts if p.size)
    return f"{gone}, {listed(nodes)} no longer pathological" if nodes else gone


def _non_target(judgement: Judgement) -> str:
    response = judgement.non_targets.response
    which = judgement.non_targets.deciding
    match response:
        case Response.CR:
            said = "Non-target disease gone"
        case Response.PD:
            said = f"Unequivocal progression of non-target {listed(which)}"
        case Response.NE:
            said = f"Non-target {listed(which)} not evaluated"
        case _:
            said = f"Non-target disease persists ({listed(which)})"
    return f"{said}: {response}."


def _new(judgement: Judgement, book: RuleBook) -> list[str]:
    new = judgement.new
    said = [
        f"Possible new lesion {name} does not count yet: {why}."
        for name, why in new.doubtful
    ]
    if new.answer is not NewLesion.YES or new.first_seen is None:
        return said
    plural = "s" if len(new.counting) > 1 else ""
    counts = f"New lesion{plural} {listed(new.counting)}"
    if new.first_seen.date == judgement.timepoint.date:
        return [f"{counts}.", *said]
    counts += f", first seen {_when(new.first_seen.label, new.first_seen.date)}"
    if book.switches.pd_date_rule == "first_detection":
        counts += "; progression dates from then"
    return [f"{counts}.", *said]


def _overall(judgement: Judgement, book: RuleBook) -> str:
    clause = judgement.rule.clause
    complete = judgement.history.complete
    if judgement.rule is book.preset.reappearance and complete is not None:
        clause += f" (CR {_when(complete.label, complete.date)})"
    return f"Overall {judgement.overall}: {clause}."


def _when(label: str, date: datetime.date) -> str:
    return f"at {label} ({day(date)})"


def _percent(change: Decimal | None, *limits: Decimal) -> str:
    return "" if change is None else shown(abs(change), *limits)


def _sum_name(followed: Followed) -> str:
    what = SUMS[followed.targets[0].quantity.unit]
    return f"Viable {what}" if followed.only_viable else what.capitalize()


def _unit(followed: Followed) -> str:
    return UNITS[followed.targets[0].quantity.unit]


def _sized(value: Decimal, unit: str) -> str:
    return f"{shown(value)} {unit}"


def _size(part: Part) -> str:
    value = "not evaluable" if part.size is None else shown(part.size)
    return f"{part.target.lesion.id} {value}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
