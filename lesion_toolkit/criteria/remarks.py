"""Findings of an assessment: what a reader must know beside the category."""

from lesion_toolkit.criteria.choices import OtherChoices
from lesion_toolkit.criteria.eligibility import eligibility
from lesion_toolkit.criteria.judgement import Followed, Judgement, RuleBook
from lesion_toolkit.criteria.plausibility import contradictions
from lesion_toolkit.criteria.stability import FIRM
from lesion_toolkit.criteria.target_choice import target_choice
from lesion_toolkit.criteria.targets import TargetSum
from lesion_toolkit.criteria.therapy import therapy_cautions
from lesion_toolkit.criteria.wording import day, listed, plain, shown
from lesion_toolkit.model.finding import Finding, Severity
from lesion_toolkit.model.measurement import LesionMeasurement, State
from lesion_toolkit.model.response import Response, Stability
from lesion_toolkit.model.timeline import Timepoint


def remarks(
    judgement: Judgement, other: OtherChoices, followed: Followed, book: RuleBook
) -> tuple[Finding, ...]:
    """Return what a reader must know about one assessment.

    ``other`` is the same timepoint as other choices judge it.
    """
    found: list[Finding] = []
    if judgement.sums.missing:
        found += _not_evaluable(judgement.sums)
    if judgement.target is Response.PD:
        found += _small_progression(judgement, book)
    if book.limits.floor:
        found += _floor(judgement, book)
    found += target_choice(judgement, book)
    if judgement.reappeared:
        found += _reappearance(judgement)
    if judgement.new.doubtful:
        found += _doubtful_nodules(judgement)
    if other.islands is not None:
        found += _islands(judgement, other.islands, book)
    if other.band:
        found += _band(judgement, other)
    found += carried(judgement.timepoint, followed)
    return tuple(found)


def carried(timepoint: Timepoint, followed: Followed) -> tuple[Finding, ...]:
    """Pass on the findings of images, of measurements and of the targets' therapies."""
    found = [*timepoint.findings, *contradictions(timepoint)]
    for row in timepoint.measurements:
        if row.findings or row.state is State.SPLIT:
            found += _carried_row(row, followed)
    if followed.treated:
        found += therapy_cautions(timepoint, followed)
    return tuple(found)


def _carried_row(row: LesionMeasurement, followed: Followed) -> list[Finding]:
    target = next((t for t in followed.targets if t.lesion.id == row.lesion), None)
    if target is None:
        return []
    found = list(row.findings)
    if row.state is State.SPLIT and target.quantity.is_viable:
        message = f"The fragments of {row.lesion} are summed as viable diameters."
        found.append(Finding("fragments-as-viable", message, Severity.NOTE, row.lesion))
    return found


def baseline_remarks(
    timepoint: Timepoint, sums: TargetSum, followed: Followed, book: RuleBook
) -> tuple[Finding, ...]:
    """Return what a reader must know about a baseline."""
    return (
        *(
            Finding(
                "target-without-baseline",
                f"{part.target.lesion.id} has no baseline length ({part.why_not}): "
                "the target response of this line cannot be evaluated.",
                Severity.SERIOUS,
                part.target.lesion.id,
            )
            for part in sums.missing
        ),
        *eligibility(followed, timepoint, book),
        *carried(timepoint, followed),
    )


def fragile(
    overall: Response | None, stability: Stability | None
) -> tuple[Finding, ...]:
    """Point out a category that another reading might well not give."""
    if stability is None or not stability.probability:
        return ()
    shares = stability.probability
    if shares.get(str(overall), 0.0) >= FIRM:
        return ()
    others = sorted(shares.items(), key=lambda share: -share[1])
    said = listed(tuple(f"{name} {100 * share:.0f} %" for name, share in others))
    message = (
        f"The category is fragile: under the uncertainty of the measurements {said}."
    )
    return (Finding("category-fragile", message, Severity.CAUTION),)


def _not_evaluable(sums: TargetSum) -> list[Finding]:
    return [
        Finding(
            "target-not-evaluable",
            f"{part.target.lesion.id} is not evaluable: {part.why_not}.",
            Severity.CAUTION,
            part.target.lesion.id,
        )
        for part in sums.missing
    ]


def _small_progression(judgement: Judgement, book: RuleBook) -> list[Finding]:
    """PD that a floor on the absolute growth would not have called."""
    nadir, floor = judgement.history.nadir, book.preset.thresholds.small_pd_mm
    if nadir is None:
        return []
    growth = judgement.sums.measured - nadir.sum
    if growth >= floor:
        return []
    message = (
        f"PD by less than {plain(floor)} mm (+{shown(growth, floor)} mm): "
        f"not PD under a {plain(floor)} mm floor, and within reader variability."
    )
    return [Finding("pd-below-floor", message, Severity.CAUTION)]


def _floor(judgement: Judgement, book: RuleBook) -> list[Finding]:
    """Point out growth that only the floor keeps from being PD."""
    nadir, floor = judgement.history.nadir, book.limits.floor
    sums = judgement.sums
    if nadir is None or not nadir.sum or sums.missing:
        return []
    if judgement.overall is Response.PD or not nadir.sum < sums.measured:
        return []
    if sums.measured < book.limits.progresses * nadir.sum:
        return []
    growth = shown(sums.measured - nadir.sum, floor)
    message = (
        f"Only the {plain(floor)} mm floor keeps this from PD: the sum grew by at "
        f"least {book.limits.pd_words} %, but by {growth} mm."
    )
    return [Finding("floor-decides", message, Severity.CAUTION)]


def _reappearance(judgement: Judgement) -> list[Finding]:
    complete = judgement.history.complete
    if complete is None:
        return []
    message = (
        f"Disease is seen again after the overall CR of {day(complete.date)}: "
        "review whether that CR was real."
    )
    return [Finding("reappearance-after-cr", message, Severity.CAUTION)]


def _doubtful_nodules(judgement: Judgement) -> list[Finding]:
    return [
        Finding(
            "new-lesion-watched",
            f"Possible new lesion {name} is watched, not counted: {why}.",
            Severity.CAUTION,
            name,
        )
        for name, why in judgement.new.doubtful
    ]


def _islands(judgement: Judgement, other: Judgement, book: RuleBook) -> list[Finding]:
    """Point out that the category hangs on which islands are counted."""
    if other.sums.missing or judgement.sums.missing:
        return []
    if (other.target, other.overall) == (judgement.target, judgement.overall):
        return []
    by_sum = book.switches.multi_foci == "longest"
    rule = "all viable islands summed" if by_sum else "the longest viable island alone"
    message = (
        f"With {rule} the sum is {shown(other.sums.measured)} mm, the target "
        f"response {other.target} and the overall response {other.overall}."
    )
    return [Finding("islands-rule-decides", message, Severity.CAUTION)]


def _band(judgement: Judgement, other: OtherChoices) -> list[Finding]:
    """Point out that the category flips within the band of thresholds and gaps."""
    if judgement.sums.missing:
        return []
    said = [
        f"{judged.overall} with {words} ({shown(judged.sums.measured)} mm)"
        for words, judged in other.band
        if judged.overall is not judgement.overall and not judged.sums.missing
    ]
    if not said:
        return []
    message = (
        f"The category hangs on what counts as viable: {judgement.overall} by default, "
        f"{listed(tuple(said))}."
    )
    return [Finding("category-depends-on-threshold", message, Severity.CAUTION)]
