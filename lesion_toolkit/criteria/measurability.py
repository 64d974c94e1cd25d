"""Whether a lesion can be a target at baseline: each rule of measurability, once.

Lengths are longest diameters and short axes also where products or volumes are summed:
a target is chosen by what can be measured again, in mm.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from lesion_toolkit.criteria.judgement import RuleBook
from lesion_toolkit.criteria.preset import Preset
from lesion_toolkit.criteria.switches import Switches
from lesion_toolkit.criteria.wording import day, plain, shown
from lesion_toolkit.model.lesion import Kind, Lesion, Pattern
from lesion_toolkit.model.measurement import LesionMeasurement, State
from lesion_toolkit.model.therapy import LOCAL
from lesion_toolkit.model.timeline import Timepoint

ZERO = Decimal(0)

UNMEASURABLE = {
    Kind.THROMBUS: "tumor in a vein cannot be measured again",
    Kind.EFFUSION: "an effusion cannot be measured",
    Kind.BONE: "bone itself cannot be measured; its soft tissue is a mass of its own",
}
"""Kinds of disease that are never a target, and why."""


class Verdict(StrEnum):
    """What a lesion can be at baseline."""

    TARGET = "target"
    NON_TARGET = "non-target"
    NOT_DISEASE = "not disease"


class Unfit(StrEnum):
    """Why a lesion cannot be a target: the code of the finding and key of the rule."""

    KIND = "target-not-measurable"
    INFILTRATIVE = "target-infiltrative"
    TREATED = "target-previously-treated"
    NOT_ENHANCING = "target-not-enhancing"
    TOO_SMALL = "target-too-small"
    MERGED = "target-merged"
    NOT_MEASURED = "target-without-baseline"


class Length(StrEnum):
    """Which length of a lesion says whether it can be a target."""

    VIABLE = "viable diameter"
    WHOLE = "whole diameter"
    SHORT_AXIS = "short axis"


@dataclass(frozen=True, slots=True)
class Measurability:
    """What a lesion can be at baseline, and why.

    Attributes
    ----------
    verdict
        Target, non-target, or not disease that is recorded.
    reason
        Why, as the second half of a sentence.
    length
        Which length decides.
    length_mm
        That length in mm; None where it was not measured.
    unfit
        What keeps it from being a target; None for a target.
    """

    verdict: Verdict
    reason: str
    length: Length
    length_mm: Decimal | None
    unfit: Unfit | None = None


def measurability(
    lesion: Lesion, timepoint: Timepoint, book: RuleBook
) -> Measurability:
    """Judge whether a lesion can be a target at a baseline.

    Parameters
    ----------
    lesion
        Its role is not asked; its kind, pattern, site and therapies are.
    timepoint
        The baseline: what was measured, on which slices, on which day.
    book
        The criteria with their switches.
    """
    length = deciding_length(lesion, book.preset)
    row = timepoint.measurement_of(lesion.id)
    size_mm, unknown = _size_mm(row, length)
    normal = _not_malignant(lesion, size_mm, book)
    if normal:
        return Measurability(
            Verdict.NOT_DISEASE, normal, length, size_mm, Unfit.TOO_SMALL
        )
    for unfit, why in (
        (Unfit.KIND, UNMEASURABLE.get(lesion.kind, "")),
        (Unfit.INFILTRATIVE, _infiltrative(lesion)),
        (Unfit.TREATED, _treated(lesion, timepoint, book.preset)),
    ):
        if why:
            return Measurability(Verdict.NON_TARGET, why, length, size_mm, unfit)
    if row is not None and row.state is State.MERGED:
        why = f"merged into {row.into or 'another lesion'} and measured with it"
        return Measurability(Verdict.NOT_DISEASE, why, length, None, Unfit.MERGED)
    if size_mm is None:
        gone = Unfit.TOO_SMALL if _called_too_small(row) else Unfit.NOT_MEASURED
        return Measurability(Verdict.NON_TARGET, unknown, length, None, gone)
    return _by_size(lesion, size_mm, timepoint, book)


def deciding_length(lesion: Lesion, preset: Preset) -> Length:
    """Which length of a lesion the criteria look at.

    A lesion in the liver without the typical pattern is measured whole even where only
    viable tumor counts.
    """
    if lesion.kind is Kind.NODE:
        return Length.SHORT_AXIS
    if preset.quantity_of(lesion).is_viable:
        return Length.VIABLE
    return Length.WHOLE


def _by_size(
    lesion: Lesion, size_mm: Decimal, timepoint: Timepoint, book: RuleBook
) -> Measurability:
    length = deciding_length(lesion, book.preset)
    if size_mm == 0 and length is Length.VIABLE:
        why = "it does not enhance in the arterial phase"
        return Measurability(
            Verdict.NON_TARGET, why, length, size_mm, Unfit.NOT_ENHANCING
        )
    smallest, thick = _smallest_mm(lesion, timepoint.slice_thickness_mm, book)
    why = f"{length} {shown(size_mm, smallest)} mm, at least {plain(smallest)} mm "
    why += f"needed{thick}"
    if size_mm >= smallest:
        return Measurability(Verdict.TARGET, why, length, size_mm)
    verdict = Verdict.NON_TARGET if size_mm else Verdict.NOT_DISEASE
    return Measurability(verdict, why, length, size_mm, Unfit.TOO_SMALL)


def _smallest_mm(
    lesion: Lesion, slice_mm: Decimal | None, book: RuleBook
) -> tuple[Decimal, str]:
    rule = book.preset.eligibility
    if lesion.kind is Kind.NODE:
        porta_mm = _porta_hepatis_mm(lesion, book.switches)
        if porta_mm is not None:
            return porta_mm, " at the porta hepatis"
        return book.switches.node_mm, ""
    if slice_mm is not None and slice_mm > rule.thick_slice_mm:
        thick = f" on slices of {plain(slice_mm)} mm"
        return max(rule.mass_mm, rule.slice_factor * slice_mm), thick
    return rule.mass_mm, ""


def _porta_hepatis_mm(lesion: Lesion, switches: Switches) -> Decimal | None:
    """Limit of a node at the porta hepatis, where the criteria have one."""
    at_porta = "porta hepatis" in lesion.site.lower()
    return switches.porta_hepatis_mm if at_porta else None


def _not_malignant(lesion: Lesion, size_mm: Decimal | None, book: RuleBook) -> str:
    """Why a node is not disease; empty where it is, or is no node."""
    if lesion.kind is not Kind.NODE or size_mm is None:
        return ""
    porta_mm = _porta_hepatis_mm(lesion, book.switches)
    if porta_mm is not None:
        limit, where = porta_mm, "at the porta hepatis is not malignant below"
    else:
        # a switched limit of targets may lie below that of pathological nodes
        limit = min(book.preset.eligibility.pathological_node_mm, book.switches.node_mm)
        where = "is normal and not recorded below"
    if size_mm >= limit:
        return ""
    return f"short axis {shown(size_mm, limit)} mm: a node {where} {plain(limit)} mm"


def _infiltrative(lesion: Lesion) -> str:
    if lesion.pattern is not Pattern.INFILTRATIVE:
        return ""
    return "it is infiltrative, without a margin that can be measured again"


def _treated(lesion: Lesion, timepoint: Timepoint, preset: Preset) -> str:
    """Why an earlier local therapy keeps a lesion from being a target."""
    therapy = _therapy_before(lesion, timepoint)
    if not therapy:
        return ""
    in_liver = lesion.is_intrahepatic and lesion.kind is Kind.MASS
    if preset.eligibility.treated == "enhancing" and in_liver:
        if lesion.pattern is Pattern.TYPICAL:
            return ""  # the size of what enhances decides
        return f"treated before ({therapy}), and no delineated part of it enhances"
    if lesion.progressed_since_therapy:
        return ""
    return f"treated before ({therapy}), and not shown to have progressed since"


def _therapy_before(lesion: Lesion, timepoint: Timepoint) -> str:
    before = [
        t for t in lesion.therapies if t.kind in LOCAL and t.date < timepoint.date
    ]
    if before:
        latest = max(before, key=lambda therapy: therapy.date)
        return f"{latest.kind}, {day(latest.date)}"
    return lesion.prior_local_therapy


def _called_too_small(row: LesionMeasurement | None) -> bool:
    return row is not None and row.state is State.TOO_SMALL


def _size_mm(
    row: LesionMeasurement | None, length: Length
) -> tuple[Decimal | None, str]:
    """Length in mm of one row; where it is None, why."""
    if row is None:
        return None, "it was not measured at this timepoint"
    measured = _length_mm(row, length)
    match row.state:
        case State.ABSENT if measured:
            return None, "it was called absent, yet measured"
        case State.ABSENT:
            return ZERO, ""
        case State.TOO_SMALL:
            return measured, "it is too small to measure"
        case State.SPLIT:
            total = sum(row.fragments_mm, ZERO)
            return total or None, "its fragments were not measured"
        case State.NOT_EVALUABLE:
            return None, row.reason or "it is not evaluable"
        case _:
            return measured, f"its {length} was not measured"


def _length_mm(row: LesionMeasurement, length: Length) -> Decimal | None:
    match length:
        case Length.VIABLE:
            return row.viable_diameter_mm
        case Length.WHOLE:
            return row.whole_diameter_mm
        case Length.SHORT_AXIS:
            return row.short_axis_mm
