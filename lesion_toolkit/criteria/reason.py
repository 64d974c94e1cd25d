"""The reason for an assessment, in the sentences a radiologist would write."""

import datetime
from decimal import Decimal

from lesion_toolkit.criteria.judgement import Followed, History, Judgement, RuleBook
from lesion_toolkit.criteria.preset import Diameter
from lesion_toolkit.criteria.targets import Reference, Target, TargetSum
from lesion_toolkit.criteria.wording import change_pct, day, listed, plain, shown
from lesion_toolkit.model.response import NewLesion, Response
from lesion_toolkit.model.timeline import Timepoint

HUNDRED = Decimal(100)


def baseline_reason(followed: Followed, sums: TargetSum, line: str) -> str:
    """Say what later sums of the line are compared with."""
    of = f"Baseline of {line}: " if line else "Baseline: "
    if not sums.parts:
        return of + "no targets."
    if sums.missing:
        return f"{of}the sum is not known; {_missing(sums)}."
    targets = listed(tuple(_length(p.target, p.length_mm) for p in sums.parts))
    return (
        f"{of}{_sum_name(followed).lower()} {shown(sums.measured_mm)} mm ({targets})."
    )


def reason(judgement: Judgement, followed: Followed, book: RuleBook) -> str:
    """Say why a timepoint has its overall response."""
    return " ".join(
        (
            *_target(judgement, followed, book),
            *_non_target(judgement, followed),
            *_new(judgement, book),
            _overall(judgement, book),
        )
    )


def _target(judgement: Judgement, followed: Followed, book: RuleBook) -> list[str]:
    sums, history = judgement.sums, judgement.history
    if not sums.parts:
        return ["No targets at baseline."]
    if history.baseline is None or history.nadir is None:
        return ["The baseline sum of the targets is not known: NE."]
    if sums.missing:
        return [_incomplete(judgement, history.nadir, book)]
    name = f"{_sum_name(followed)} {shown(sums.measured_mm)} mm"
    if history.baseline.sum_mm == 0 and judgement.target is Response.NE:
        return [f"{name}; the baseline sum was 0 mm, nothing could respond: NE."]
    match judgement.target:
        case Response.CR:
            return [f"{name}, {_gone(followed, sums)}: CR."]
        case Response.PD:
            grown = _growth(sums.measured_mm, history.nadir, history, book)
            though = _though_below_baseline(sums.measured_mm, history)
            return [f"{name}, {grown}, {_pd_limits(book)}{though}: PD."]
    said = _neither_gone_nor_progressed(
        judgement, history.baseline, history.nadir, book
    )
    return [f"{name}, {said}."]


def _neither_gone_nor_progressed(
    judgement: Judgement, baseline: Reference, nadir: Reference, book: RuleBook
) -> str:
    """PR or SD: against baseline, and against the nadir where the sum has grown."""
    total = judgement.sums.measured_mm
    limit = HUNDRED * book.preset.thresholds.pr_decrease
    said = []
    if total <= baseline.sum_mm:
        less = "at least" if judgement.target is Response.PR else "less than"
        if judgement.persisted:
            less = "less than"
        down = f"down {_percent(total, baseline, limit)} % from"
        if total == baseline.sum_mm:
            down = "the same as"
        reference = _reference(baseline, "baseline")
        said.append(f"{down} {reference}, {less} {plain(limit)} %")
    if total > nadir.sum_mm:
        grown = _growth(total, nadir, judgement.history, book)
        said.append(f"{grown}, {_short_of_pd(total, nadir, book)}")
    verdict = f"{judgement.target}"
    if judgement.persisted:
        verdict += ", which holds until progression"
    return f"{'; '.join(said)}: {verdict}"


def _growth(total: Decimal, nadir: Reference, history: History, book: RuleBook) -> str:
    at_baseline = history.baseline is not None and nadir is history.baseline
    reference = _reference(nadir, "baseline" if at_baseline else "the nadir")
    if at_baseline:
        reference += ", the smallest sum so far"
    limit = HUNDRED * book.preset.thresholds.pd_increase
    millimeters = shown(total - nadir.sum_mm, book.switches.pd_abs_floor_mm)
    if nadir.sum_mm == 0:
        exceeds = f"where any growth exceeds {plain(limit)} %"
        return f"up {millimeters} mm from {reference}, {exceeds}"
    return f"up {_percent(total, nadir, limit)} % (+{millimeters} mm) from {reference}"


def _though_below_baseline(total: Decimal, history: History) -> str:
    baseline = history.baseline
    if baseline is None or total >= baseline.sum_mm:
        return ""
    reference = _reference(baseline, "baseline")
    return f" (though {_percent(total, baseline)} % below {reference})"


def _pd_limits(book: RuleBook) -> str:
    limits = f"at least {plain(HUNDRED * book.preset.thresholds.pd_increase)} %"
    if book.switches.pd_abs_floor_mm:
        limits += f" and {plain(book.switches.pd_abs_floor_mm)} mm"
    return limits


def _short_of_pd(total: Decimal, nadir: Reference, book: RuleBook) -> str:
    increase = book.preset.thresholds.pd_increase
    if total < (1 + increase) * nadir.sum_mm:
        return f"less than {plain(HUNDRED * increase)} %"
    return f"but by less than {plain(book.switches.pd_abs_floor_mm)} mm"


def _incomplete(judgement: Judgement, nadir: Reference, book: RuleBook) -> str:
    sums, history = judgement.sums, judgement.history
    if judgement.target is Response.PD:
        grown = _growth(sums.measured_mm, nadir, history, book)
        return (
            f"{_capital(_missing(sums))}; but the measured part alone, "
            f"{shown(sums.measured_mm)} mm, is {grown}, {_pd_limits(book)}: PD."
        )
    if len(sums.missing) == len(sums.parts):
        return f"{_capital(_missing(sums))}: NE."
    measured = f"the measured part, {shown(sums.measured_mm)} mm,"
    against = "does not by itself prove progression"
    if not book.switches.partial_sum_pd:
        against = "is not judged by itself"
    return f"{_capital(_missing(sums))}; {measured} {against}: NE."


def _missing(sums: TargetSum) -> str:
    named = tuple(f"{p.target.lesion.id} ({p.why_not})" for p in sums.missing)
    return f"not evaluable: {listed(named)}"


def _gone(followed: Followed, sums: TargetSum) -> str:
    viable = any(t.diameter is Diameter.VIABLE for t in followed.targets)
    gone = "no viable tumor left in any target" if viable else "all targets gone"
    nodes = tuple(p.target.lesion.id for p in sums.parts if p.length_mm)
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
    said = [
        f"Possible new lesion {name} does not count yet: {why}."
        for name, why in new.doubtful
    ]
    if new.answer is not NewLesion.YES or new.first_seen is None:
        return said or ["No new lesion."]
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


def _reference(reference: Reference, what: str) -> str:
    timepoint = reference.timepoint
    return f"{what} {shown(reference.sum_mm)} mm ({_named(what, timepoint)})"


def _named(what: str, timepoint: Timepoint) -> str:
    if what.startswith("baseline"):
        return day(timepoint.date)
    return f"{timepoint.label}, {day(timepoint.date)}"


def _when(label: str, date: datetime.date) -> str:
    return f"at {label} ({day(date)})"


def _percent(total: Decimal, reference: Reference, *limits: Decimal) -> str:
    change = change_pct(total, reference.sum_mm)
    return "" if change is None else shown(abs(change), *limits)


def _sum_name(followed: Followed) -> str:
    viable = [t.diameter is Diameter.VIABLE for t in followed.targets]
    return "Viable sum" if viable and all(viable) else "Sum"


def _length(target: Target, length_mm: Decimal | None) -> str:
    value = "not evaluable" if length_mm is None else shown(length_mm)
    return f"{target.lesion.id} {value}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
