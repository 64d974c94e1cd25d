"""Choi and modified Choi: the size of the targets and their attenuation on CT.

Choi 2007: size or attenuation is enough for a response; the modified criteria ask for
both. Attenuation is HU of CT and never MR signal, which has no unit.
"""

from collections.abc import Iterable
from decimal import Decimal

from lesion_toolkit.criteria.judgement import History, RuleBook, TargetAnswer
from lesion_toolkit.criteria.targets import TargetSum, has_progressed, pr_line
from lesion_toolkit.criteria.wording import DISPLAY, change_pct, day, shown
from lesion_toolkit.model.response import Response
from lesion_toolkit.model.timeline import Timepoint


def by_size_and_attenuation(
    sums: TargetSum, timepoint: Timepoint, history: History, book: RuleBook
) -> TargetAnswer:
    """Judge the targets by their sum of diameters and their mean attenuation.

    The attenuation of several targets is the plain mean of theirs. Where it is not
    known and would decide, the answer is NE.
    """
    baseline, nadir = history.baseline, history.nadir
    if baseline is None or nadir is None or sums.total is None:
        return TargetAnswer(Response.NE)
    size = _size_words(sums.total, baseline.sum)
    if sums.gone:
        return TargetAnswer(Response.CR, f"{size}, all targets gone: CR.")
    names = tuple(p.target.lesion.id for p in sums.parts)
    before = sum_of_attenuations(baseline.timepoint, names)
    now = sum_of_attenuations(timepoint, names)
    smaller = sums.total <= pr_line(baseline.sum, book.limits)
    larger = has_progressed(sums.total, nadir.sum, book.limits)
    darker = _darker(before, now, book)
    response = _response(
        smaller, larger, darker, both=bool(book.switches.both_size_and_attenuation)
    )
    date = day(baseline.timepoint.date)
    attenuation = _attenuation_words(before, now, len(names))
    against = f"{size}; {attenuation} (baseline of {date})"
    return TargetAnswer(response, f"{against}: {response}.")


def sum_of_attenuations(timepoint: Timepoint, lesions: Iterable[str]) -> Decimal | None:
    """Sum of the attenuations in HU of some lesions; None on MR or where one has none.

    The sums of the same lesions have the same ratio as their means, without rounding.
    """
    if timepoint.modality.upper() == "MR":
        return None
    rows = {m.lesion: m.attenuation_hu for m in timepoint.measurements}
    values = [rows.get(name) for name in lesions]
    known = [value for value in values if value is not None]
    if not known or len(known) < len(values):
        return None
    return sum(known, Decimal(0))


def _darker(before: Decimal | None, now: Decimal | None, book: RuleBook) -> bool | None:
    """Whether attenuation has fallen enough; None where it is not known."""
    limit = book.preset.thresholds.attenuation_decrease
    if before is None or now is None or limit is None or before <= 0:
        return None
    return now <= (1 - limit) * before


def _response(
    smaller: bool, larger: bool, darker: bool | None, *, both: bool
) -> Response:
    if both:
        if smaller:
            return _decided_by(darker, yes=Response.PR, no=Response.SD)
        return Response.PD if larger else Response.SD
    if larger:
        return _decided_by(darker, yes=Response.PR, no=Response.PD)
    if smaller:
        return Response.PR
    return _decided_by(darker, yes=Response.PR, no=Response.SD)


def _decided_by(answer: bool | None, *, yes: Response, no: Response) -> Response:
    if answer is None:
        return Response.NE
    return yes if answer else no


def _size_words(total: Decimal, baseline: Decimal) -> str:
    change = change_pct(total, baseline)
    said = "" if change is None else f" ({_signed(change)} %)"
    return f"Sum {shown(total)} mm{said}"


def _attenuation_words(
    before: Decimal | None, now: Decimal | None, lesions: int
) -> str:
    if before is None or now is None or before <= 0:
        return "attenuation in HU not known at both timepoints"
    change = change_pct(now, before) or Decimal(0)
    means = (DISPLAY.divide(total, Decimal(lesions)) for total in (now, before))
    now_hu, before_hu = (shown(mean) for mean in means)
    return f"attenuation {now_hu} HU after {before_hu} HU ({_signed(change)} %)"


def _signed(change: Decimal) -> str:
    return f"{'+' if change >= 0 else '-'}{shown(abs(change))}"
