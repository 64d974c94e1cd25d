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
from lesion_toolkit.model.timeline import Timepoint

ZERO = Decimal(0)

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


def reason(judgement: Judgement, followed: Followed, book: RuleBook) -> str:
    """Say why a timepoint has its overall response."""
    said = _target(judgement, followed, book)
    said += _non_target(judgement, followed)
    said += _new(judgement, book)
    if judgement.also:
        said.append(judgement.also)
    said.append(_overall(judgement, book))
    return " ".join(said)


def _target(judgement: Judgement, followed: Followed, book: RuleBook) -> list[str]:
    sums, history = judgement.sums, judgement.history
    if judgement.because:
        return [judgement.because]
    if not sums.parts:
        return ["No targets at baseline."]
    if history.baseline is None or history.nadir is None:
        return ["The baseline sum of the targets is not known: NE."]
    if sums.missing:
        return [_incomplete(judgement, history.nadir, book)]
    unit = book.limits.unit
    name = f"{_sum_name(followed)} {_sized(sums.measured, unit)}"
    if history.baseline.sum == 0 and judgement.target is Response.NE:
        return [f"{name}; the baseline sum was 0 {unit}, nothing could respond: NE."]
    match judgement.target:
        case Response.CR:
            return [f"{name}, {_gone(followed, sums)}: CR."]
        case Response.PD:
            grown = _growth(sums.measured, history.nadir, history, book)
            grown = _grown_alone(judgement, book) or grown
            though = _though_below_baseline(sums.measured, history, unit)
            return [f"{name}, {grown}, {book.limits.pd_condition}{though}: PD."]
    said = _neither_gone_nor_progressed(
        judgement, history.baseline, history.nadir, book
    )
    return [f"{name}, {said}."]


def _neither_gone_nor_progressed(
    judgement: Judgement, baseline: Reference, nadir: Reference, book: RuleBook
) -> str:
    """PR or SD: against baseline, and against the nadir where the sum has grown."""
    total = judgement.sums.measured
    limits, unit = book.limits, book.limits.unit
    said = []
    if total <= baseline.sum:
        responds = judgement.target is Response.PR and not judgement.persisted
        less = "at least" if responds else "less than"
        down = "the same as"
        if total != baseline.sum:
            down = f"down {_percent(total, baseline, limits.pr_pct)} % from"
        reference = _reference(baseline, "baseline", unit)
        said.append(f"{down} {reference}, {less} {limits.pr_words} %")
    if total > nadir.sum:
        grown = _growth(total, nadir, judgement.history, book)
        said.append(f"{grown}, {_short_of_pd(total, nadir, limits)}")
    holds = ", which holds until progression" if judgement.persisted else ""
    return f"{'; '.join(said)}: {judgement.target}{holds}"


def _growth(total: Decimal, nadir: Reference, history: History, book: RuleBook) -> str:
    limits, unit = book.limits, book.limits.unit
    at_baseline = history.baseline is not None and nadir is history.baseline
    reference = _reference(nadir, "baseline" if at_baseline else "the nadir", unit)
    if at_baseline and book.switches.pd_reference == "nadir":
        reference += ", the smallest sum so far"
    more = f"{shown(total - nadir.sum, limits.floor)} {unit}"
    if nadir.sum == 0:
        exceeds = f"where any growth exceeds {limits.pd_words} %"
        return f"up {more} from {reference}, {exceeds}"
    return f"up {_percent(total, nadir, limits.pd_pct)} % (+{more}) from {reference}"


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


def _though_below_baseline(total: Decimal, history: History, unit: str) -> str:
    baseline = history.baseline
    if baseline is None or total >= baseline.sum:
        return ""
    reference = _reference(baseline, "baseline", unit)
    return f" (though {_percent(total, baseline)} % below {reference})"


def _short_of_pd(total: Decimal, nadir: Reference, limits: Limits) -> str:
    least = limits.progresses * nadir.sum
    if total < least:
        return f"less than {limits.pd_words} %"
    if limits.any_lesion:
        return "but no lesion alone has grown enough"
    if total == least and limits.above:
        return f"not more than {limits.pd_words} %"
    return f"but by less than {plain(limits.floor)} mm"


def _incomplete(judgement: Judgement, nadir: Reference, book: RuleBook) -> str:
    sums, history, limits = judgement.sums, judgement.history, book.limits
    unit = limits.unit
    if judgement.target is Response.PD:
        grown = _growth(sums.measured, nadir, history, book)
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


def _non_target(judgement: Judgement, followed: Followed) -> list[str]:
    if not followed.non_targets:
        return []
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
    return [f"{said}: {response}."]


def _new(judgement: Judgement, book: RuleBook) -> list[str]:
    new = judgement.new
    if new.answer is NewLesion.NO:
        return ["No new lesion."]
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


def _reference(reference: Reference, what: str, unit: str) -> str:
    timepoint = reference.timepoint
    return f"{what} {_sized(reference.sum, unit)} ({_named(what, timepoint)})"


def _named(what: str, timepoint: Timepoint) -> str:
    if what.startswith("baseline"):
        return day(timepoint.date)
    return f"{timepoint.label}, {day(timepoint.date)}"


def _when(label: str, date: datetime.date) -> str:
    return f"at {label} ({day(date)})"


def _percent(total: Decimal, reference: Reference, *limits: Decimal) -> str:
    change = change_pct(total, reference.sum)
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
