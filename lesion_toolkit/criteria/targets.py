"""Target disease at one timepoint: what each lesion adds to the sum, and the response.

All arithmetic is on exact decimals (see :data:`EXACT`); percentages are computed for
the reader only and never decide.
"""

import datetime
import decimal
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from lesion_toolkit.criteria.preset import Preset
from lesion_toolkit.criteria.quantity import Quantity, measured_size
from lesion_toolkit.criteria.switches import Switches
from lesion_toolkit.criteria.wording import day, shown
from lesion_toolkit.model.lesion import Kind, Lesion
from lesion_toolkit.model.measurement import LesionMeasurement, State
from lesion_toolkit.model.response import Response, Unit
from lesion_toolkit.model.therapy import Therapy
from lesion_toolkit.model.timeline import Timepoint

EXACT = decimal.Context(prec=5000, traps=[decimal.Inexact, decimal.InvalidOperation])
"""Sums and products of lengths are exact here, or an error; nothing is rounded."""

ZERO = Decimal(0)

NOTHING_SEEN: Mapping[str, Decimal] = {}
"""No target has been measured before."""


@dataclass(frozen=True, slots=True)
class Target:
    """A target lesion and which of its quantities is summed.

    ``removed`` is its resection or ablation in the course of the line; from then on its
    size no longer says how the line works.
    """

    lesion: Lesion
    quantity: Quantity
    removed: Therapy | None = None

    @property
    def is_node(self) -> bool:
        """Whether the limits of nodes apply."""
        return self.lesion.kind is Kind.NODE

    def above_cr(self, size: Decimal, switches: Switches) -> Decimal | None:
        """How much of a size would have to go for CR; None where it is CR."""
        if self.quantity is not Quantity.SHORT_AXIS:
            return size or None
        limit = self.cr_below_mm(switches)
        return size - limit if size > 0 and size >= limit else None

    def cr_below_mm(self, switches: Switches) -> Decimal:
        """Short axis in mm below which a node is CR."""
        at_porta = "porta hepatis" in self.lesion.site.lower()
        if at_porta and switches.porta_cr_mm is not None:
            return switches.porta_cr_mm
        return switches.node_cr_mm


@dataclass(frozen=True, slots=True)
class Part:
    """What one target adds to the sum, or why it is not evaluable."""

    target: Target
    size: Decimal | None
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class TargetSum:
    """Sum of the targets at one timepoint, in the unit of their quantity.

    ``measured`` adds what could be measured; it is the sum only when nothing is
    missing. ``gone`` says that no target shows disease, ``seen`` that one does.
    ``above_cr`` is how much would have to go for CR.
    """

    parts: tuple[Part, ...]
    measured: Decimal
    missing: tuple[Part, ...]
    gone: bool
    seen: bool
    above_cr: Decimal

    @property
    def total(self) -> Decimal | None:
        """The sum, or None when a target is not evaluable."""
        return None if self.missing else self.measured


@dataclass(frozen=True, slots=True)
class Reference:
    """A known sum that later sums are compared with, and when it was measured."""

    sums: TargetSum
    timepoint: Timepoint
    sum: Decimal = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "sum", self.sums.measured)


def target_sum(
    targets: tuple[Target, ...], timepoint: Timepoint, switches: Switches
) -> TargetSum:
    """Sum the targets at one timepoint."""
    rows = {m.lesion: m for m in timepoint.measurements}
    on = timepoint.date
    parts = tuple(_part(target, rows, targets, switches, on) for target in targets)
    measured = above_cr = ZERO
    seen = False
    for part in parts:
        if part.size is None:
            continue
        measured += part.size
        above = part.target.above_cr(part.size, switches)
        if above is not None:
            seen = True
            above_cr += above
    missing = tuple(part for part in parts if part.size is None)
    if switches.missing_targets == "dropped":
        missing = ()
    gone = bool(targets) and not missing and not seen
    return TargetSum(parts, measured, missing, gone, seen, above_cr)


def _part(
    target: Target,
    rows: Mapping[str, LesionMeasurement],
    targets: tuple[Target, ...],
    switches: Switches,
    on: datetime.date,
) -> Part:
    removed = target.removed
    if removed is not None and removed.date < on:
        return Part(target, None, f"{removed.kind} on study ({day(removed.date)})")
    row = rows.get(target.lesion.id)
    if row is None:
        return Part(target, None, "not measured at this timepoint")
    measured = _measured(target, row, switches)
    match row.state:
        case State.MEASURED:
            return measured
        case State.ABSENT:
            if measured.size:
                unit = target.quantity.unit
                why = f"called absent, yet {shown(measured.size)} {unit} was measured"
                return Part(target, None, why)
            return Part(target, ZERO)
        case State.TOO_SMALL:
            if measured.size is not None:
                return measured
            lengths = target.quantity.unit is Unit.MM
            if switches.tsm_default_mm == "NE" or not lengths:
                return Part(target, None, "too small to measure")
            return Part(target, switches.tsm_default_mm)
        case State.SPLIT:
            return _split(target, row, measured)
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


def _split(target: Target, row: LesionMeasurement, measured: Part) -> Part:
    """Fragments add; they carry lengths only, so other quantities must be given."""
    if target.quantity.unit is not Unit.MM:
        return measured
    if not row.fragments_mm:
        return Part(target, None, "split, but its fragments were not measured")
    return Part(target, sum(row.fragments_mm, ZERO))


def _measured(target: Target, row: LesionMeasurement, switches: Switches) -> Part:
    """Part of a target that was measured, or why it has no size."""
    size = measured_size(row, target.quantity, switches.multi_foci)
    if size is not None:
        return Part(target, size)
    islands = switches.multi_foci == "sum"
    if islands and target.quantity is Quantity.VIABLE_DIAMETER:
        return Part(target, None, "the sum of its viable islands was not measured")
    return Part(target, None, f"its {target.quantity} was not measured")


def target_response(
    current: TargetSum,
    baseline: Reference | None,
    nadir: Reference | None,
    preset: Preset,
    switches: Switches,
    smallest: Mapping[str, Decimal] = NOTHING_SEEN,
) -> Response:
    """Judge the targets at one timepoint against baseline and nadir.

    The thresholds are inclusive unless switched: exactly 30 % less is PR, exactly 20 %
    more is PD. ``smallest`` has the smallest earlier size of each target, for criteria
    in which one growing lesion is progression.
    """
    if not current.parts:
        return Response.NONE
    if baseline is None or nadir is None:
        return Response.NE
    progressed = has_progressed(current.measured, nadir.sum, preset, switches)
    if switches.pd_scope == "any_lesion":
        progressed = False
    if switches.judges_single_lesions:
        progressed |= bool(grown_alone(current, smallest, preset, switches))
    if current.missing:
        proven = progressed and switches.partial_sum_pd
        return Response.PD if proven else Response.NE
    if progressed and not (current.gone and switches.cr_before_pd):
        return Response.PD
    if baseline.sum == 0:
        return Response.NE
    if current.gone:
        return Response.CR
    if current.measured <= pr_line(baseline.sum, preset, switches):
        return Response.PR
    return Response.SD


def has_progressed(
    size: Decimal, before: Decimal, preset: Preset, switches: Switches
) -> bool:
    """Whether a size is progression over the smallest one before it."""
    line = pd_line(before, preset, switches)
    reached = size > line if switches.pd_operator == ">" else size >= line
    return reached and size > before


def grown_alone(
    current: TargetSum,
    smallest: Mapping[str, Decimal],
    preset: Preset,
    switches: Switches,
) -> tuple[Part, ...]:
    """Targets that are progression by themselves, each over its own smallest size."""
    grown = []
    for part in current.parts:
        before = smallest.get(part.target.lesion.id)
        if part.size is None or before is None or part.size <= before:
            continue
        enhances_anew = switches.new_enhancement == "PD" and before == 0
        alone = switches.pd_scope == "any_lesion"
        grows = alone and has_progressed(part.size, before, preset, switches)
        if enhances_anew or grows:
            grown.append(part)
    return tuple(grown)


def pr_line(baseline: Decimal, preset: Preset, switches: Switches) -> Decimal:
    """Largest sum that is PR."""
    return (1 - preset.limits(switches).pr_decrease) * baseline


def pd_line(nadir: Decimal, preset: Preset, switches: Switches) -> Decimal:
    """Smallest sum that is PD, where it also exceeds the nadir."""
    relative = (1 + preset.limits(switches).pd_increase) * nadir
    return max(relative, nadir + switches.pd_abs_floor_mm)


def to_next_category(
    current: TargetSum,
    baseline: Reference,
    nadir: Reference,
    response: Response,
    preset: Preset,
    switches: Switches,
) -> Decimal | None:
    """Smallest change of the sum that reaches another target category.

    None at CR, which any returning disease ends, and where there is no sum.
    """
    total = current.total
    if total is None or response not in {Response.PR, Response.SD, Response.PD}:
        return None
    if switches.pd_scope == "any_lesion":
        return None  # it hangs on single lesions, not on the sum
    responds = pr_line(baseline.sum, preset, switches)
    progresses = pd_line(nadir.sum, preset, switches)
    if response is Response.PD:
        return total - progresses
    # a PR that persists by rule does not end at the PR line
    ends_at_pr_line = (response is Response.PR) is (total <= responds)
    distances = {progresses - total, current.above_cr}
    return min(distances | {abs(total - responds)} if ends_at_pr_line else distances)
