"""Target disease at one timepoint: what each lesion adds to the sum, and the response.

All arithmetic is on exact decimals (see :data:`EXACT`); percentages are computed for
the reader only and never decide.
"""

import decimal
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from lesion_toolkit.criteria.preset import Diameter, Preset
from lesion_toolkit.criteria.switches import Switches
from lesion_toolkit.criteria.wording import shown
from lesion_toolkit.model.lesion import Kind, Lesion
from lesion_toolkit.model.measurement import LesionMeasurement, State
from lesion_toolkit.model.response import Response
from lesion_toolkit.model.timeline import Timepoint

EXACT = decimal.Context(prec=5000, traps=[decimal.Inexact, decimal.InvalidOperation])
"""Sums and products of lengths are exact here, or an error; nothing is rounded."""

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Target:
    """A target lesion and which of its diameters is summed."""

    lesion: Lesion
    diameter: Diameter

    @property
    def is_node(self) -> bool:
        """Whether the nodal CR limit applies."""
        return self.lesion.kind is Kind.NODE


@dataclass(frozen=True, slots=True)
class Part:
    """What one target adds to the sum in mm, or why it is not evaluable."""

    target: Target
    length_mm: Decimal | None
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class TargetSum:
    """Sum of the targets at one timepoint.

    ``measured_mm`` adds what could be measured; it is the sum only when nothing is
    missing. ``gone`` says that no target shows disease, ``seen`` that one does.
    ``above_cr_mm`` is how much would have to go for CR.
    """

    parts: tuple[Part, ...]
    measured_mm: Decimal
    missing: tuple[Part, ...]
    gone: bool
    seen: bool
    above_cr_mm: Decimal

    @property
    def total_mm(self) -> Decimal | None:
        """The sum in mm, or None when a target is not evaluable."""
        return None if self.missing else self.measured_mm


@dataclass(frozen=True, slots=True)
class Reference:
    """A sum in mm that later sums are compared with, and when it was measured."""

    sum_mm: Decimal
    timepoint: Timepoint


def target_sum(
    targets: tuple[Target, ...], timepoint: Timepoint, switches: Switches
) -> TargetSum:
    """Sum the targets at one timepoint."""
    rows = {m.lesion: m for m in timepoint.measurements}
    parts = tuple(_part(target, rows, targets, switches) for target in targets)
    measured = above_cr = ZERO
    seen = False
    for part in parts:
        if part.length_mm is None:
            continue
        measured += part.length_mm
        limit = switches.node_cr_mm if part.target.is_node else ZERO
        if part.length_mm > 0 and part.length_mm >= limit:
            seen = True
            above_cr += part.length_mm - limit
    missing = tuple(part for part in parts if part.length_mm is None)
    gone = bool(targets) and not missing and not seen
    return TargetSum(parts, measured, missing, gone, seen, above_cr)


def _part(
    target: Target,
    rows: Mapping[str, LesionMeasurement],
    targets: tuple[Target, ...],
    switches: Switches,
) -> Part:
    row = rows.get(target.lesion.id)
    if row is None:
        return Part(target, None, "not measured at this timepoint")
    measured = _measured(target, row, switches)
    match row.state:
        case State.MEASURED:
            return measured
        case State.ABSENT:
            if measured.length_mm:
                why = f"called absent, yet {shown(measured.length_mm)} mm was measured"
                return Part(target, None, why)
            return Part(target, ZERO)
        case State.TOO_SMALL:
            if measured.length_mm is not None:
                return measured
            if switches.tsm_default_mm == "NE":
                return Part(target, None, "too small to measure")
            return Part(target, switches.tsm_default_mm)
        case State.SPLIT:
            if not row.fragments_mm:
                return Part(target, None, "split, but its fragments were not measured")
            return Part(target, sum(row.fragments_mm, ZERO))
        case State.MERGED:
            if not _survives_in_target(row, rows, targets):
                into = row.into or "a lesion"
                return Part(target, None, f"merged into {into}, which is not summed")
            return Part(target, ZERO)
        case State.NOT_EVALUABLE:
            return Part(target, None, row.reason or "not evaluable")


def _survives_in_target(
    row: LesionMeasurement,
    rows: Mapping[str, LesionMeasurement],
    targets: tuple[Target, ...],
) -> bool:
    """Whether a merged lesion ends in another target that has its own length."""
    names = {target.lesion.id for target in targets}
    passed = {row.lesion}
    while row.state is State.MERGED:
        if row.into in passed or row.into not in names or row.into not in rows:
            return False
        passed.add(row.into)
        row = rows[row.into]
    return True


def _measured(target: Target, row: LesionMeasurement, switches: Switches) -> Part:
    match target.diameter:
        case Diameter.SHORT_AXIS:
            length, why = row.short_axis_mm, "its short axis was not measured"
        case Diameter.WHOLE:
            length, why = row.whole_diameter_mm, "its whole diameter was not measured"
        case Diameter.VIABLE if switches.multi_foci == "sum":
            length = row.viable_islands_sum_mm
            why = "the sum of its viable islands was not measured"
        case Diameter.VIABLE:
            length, why = row.viable_diameter_mm, "its viable diameter was not measured"
    return Part(target, length, "" if length is not None else why)


def target_response(
    current: TargetSum,
    baseline: Reference | None,
    nadir: Reference | None,
    preset: Preset,
    switches: Switches,
) -> Response:
    """Judge the targets at one timepoint against baseline and nadir, both in mm.

    The thresholds are inclusive: exactly 30 % less is PR, exactly 20 % more is PD.
    """
    if not current.parts:
        return Response.NONE
    if baseline is None or nadir is None:
        return Response.NE
    progressed = current.measured_mm >= pd_line_mm(nadir, preset, switches)
    progressed = progressed and current.measured_mm > nadir.sum_mm
    if current.missing:
        proven = progressed and switches.partial_sum_pd
        return Response.PD if proven else Response.NE
    if progressed and not (current.gone and switches.cr_before_pd):
        return Response.PD
    if baseline.sum_mm == 0:
        return Response.NE
    if current.gone:
        return Response.CR
    if current.measured_mm <= pr_line_mm(baseline, preset):
        return Response.PR
    return Response.SD


def pr_line_mm(baseline: Reference, preset: Preset) -> Decimal:
    """Largest sum in mm that is PR."""
    return (1 - preset.thresholds.pr_decrease) * baseline.sum_mm


def pd_line_mm(nadir: Reference, preset: Preset, switches: Switches) -> Decimal:
    """Smallest sum in mm that is PD, where it also exceeds the nadir."""
    relative = (1 + preset.thresholds.pd_increase) * nadir.sum_mm
    return max(relative, nadir.sum_mm + switches.pd_abs_floor_mm)


def mm_to_next_category(
    current: TargetSum,
    baseline: Reference,
    nadir: Reference,
    response: Response,
    preset: Preset,
    switches: Switches,
) -> Decimal | None:
    """Smallest change of the sum in mm that reaches another target category.

    None at CR, which any returning disease ends, and where there is no sum.
    """
    total = current.total_mm
    if total is None or response not in {Response.PR, Response.SD, Response.PD}:
        return None
    pr_line, pd_line = pr_line_mm(baseline, preset), pd_line_mm(nadir, preset, switches)
    if response is Response.PD:
        return total - pd_line
    # a PR that persists by rule does not end at the PR line
    ends_at_pr_line = (response is Response.PR) is (total <= pr_line)
    distances = {pd_line - total, current.above_cr_mm}
    return min(distances | {abs(total - pr_line)} if ends_at_pr_line else distances)
