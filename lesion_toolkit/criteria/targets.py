"""Target disease at one timepoint: what each lesion adds to the sum, and the response.

All arithmetic is on exact decimals (see :data:`EXACT`); percentages are computed for
the reader only and never decide.
"""

import datetime
import decimal
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from lesion_toolkit.criteria.limits import Limits
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

CR, PR, SD, PD = Response.CR, Response.PR, Response.SD, Response.PD
NE = Response.NE
MEASURED, SHORT_AXIS = State.MEASURED, Quantity.SHORT_AXIS

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
        if self.quantity is not SHORT_AXIS:
            return size or None
        limit = self.cr_below_mm(switches)
        return size - limit if size > 0 and size >= limit else None

    def cr_below_mm(self, switches: Switches) -> Decimal:
        """Short axis in mm below which a node is CR."""
        at_porta = "porta hepatis" in self.lesion.site.lower()
        if at_porta and switches.porta_cr_mm is not None:
            return switches.porta_cr_mm
        return switches.node_cr_mm


class Part(NamedTuple):
    """What one target adds to the sum and the row it comes from, or why it does not."""

    target: Target
    size: Decimal | None
    why_not: str = ""
    row: LesionMeasurement | None = None


class TargetSum(NamedTuple):
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


class Lines(NamedTuple):
    """A sum and the sums that are a response to it.

    ``responds`` is the largest that is PR of it, ``progresses`` the smallest that is
    PD over it, where it also exceeds it.
    """

    sum: Decimal
    responds: Decimal
    progresses: Decimal


def lines_of(size: Decimal, limits: Limits) -> Lines:
    """Work out where response to a sum begins and progression over it."""
    return Lines(size, pr_line(size, limits), pd_line(size, limits))


@dataclass(frozen=True)
class Reference:
    """A known sum that later sums are compared with, and when it was measured."""

    sums: TargetSum
    timepoint: Timepoint
    limits: Limits
    sum: Decimal = field(init=False)
    lines: Lines = field(init=False)

    def __post_init__(self) -> None:
        measured = self.sums.measured
        object.__setattr__(self, "sum", measured)
        object.__setattr__(self, "lines", lines_of(measured, self.limits))

    @cached_property
    def without(self) -> Mapping[str, Lines]:
        """The same without each of its targets, by name."""
        return {
            name: lines_of(self.sum - size, self.limits)
            for name, size in sizes_of(self.sums).items()
        }


def sizes_of(sums: TargetSum) -> dict[str, Decimal]:
    """Size of each target that has one."""
    return {p.target.lesion.id: p.size for p in sums.parts if p.size is not None}


def target_sum(
    targets: tuple[Target, ...], timepoint: Timepoint, switches: Switches
) -> TargetSum:
    """Sum the targets at one timepoint."""
    rows = {m.lesion: m for m in timepoint.measurements}
    parts: list[Part] = []
    measured = above_cr = ZERO
    seen = incomplete = False
    foci = switches.multi_foci
    for target in targets:
        row, size = rows.get(target.lesion.id), None
        if row is not None and row.state is MEASURED and target.removed is None:
            size = measured_size(row, target.quantity, foci)
        if size is not None:
            part = Part(target, size, "", row)
        else:
            part = _part(target, rows, targets, switches, timepoint.date)
            size = part.size
        parts.append(part)
        if size is None:
            incomplete = True
            continue
        measured += size
        is_length = target.quantity is not SHORT_AXIS
        above = (size or None) if is_length else target.above_cr(size, switches)
        if above is not None:
            seen = True
            above_cr += above
    missing: tuple[Part, ...] = ()
    if incomplete and switches.missing_targets != "dropped":
        missing = tuple(part for part in parts if part.size is None)
    gone = bool(targets) and not missing and not seen
    return TargetSum(tuple(parts), measured, missing, gone, seen, above_cr)


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
    if row.state is MEASURED:
        return measured
    return _part_otherwise(target, row, measured, rows, targets, switches)


def _part_otherwise(
    target: Target,
    row: LesionMeasurement,
    measured: Part,
    rows: Mapping[str, LesionMeasurement],
    targets: tuple[Target, ...],
    switches: Switches,
) -> Part:
    """Part of a target that is absent, too small, split, merged or not evaluable."""
    match row.state:
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
            return Part(target, switches.tsm_default_mm, "", row)
        case State.SPLIT:
            return _split(target, row, measured)
        case State.MERGED:
            if not _survives_in_target(row, rows, targets):
                into = row.into or "a lesion"
                return Part(target, None, f"merged into {into}, which is not summed")
            return Part(target, ZERO)
        case _:
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
    return Part(target, sum(row.fragments_mm, ZERO), "", row)


def _measured(target: Target, row: LesionMeasurement, switches: Switches) -> Part:
    """Part of a target that was measured, or why it has no size."""
    size = measured_size(row, target.quantity, switches.multi_foci)
    if size is not None:
        return Part(target, size, "", row)
    islands = switches.multi_foci == "sum"
    if islands and target.quantity is Quantity.VIABLE_DIAMETER:
        return Part(target, None, "the sum of its viable islands was not measured")
    return Part(target, None, f"its {target.quantity} was not measured")


def target_response(
    current: TargetSum,
    baseline: Reference | None,
    nadir: Reference | None,
    limits: Limits,
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
        return NE
    progressed = not limits.any_lesion and is_beyond(
        current.measured, nadir.lines, limits
    )
    if limits.single_lesions:
        progressed |= bool(grown_alone(current, smallest, limits, switches))
    if current.missing:
        proven = progressed and switches.partial_sum_pd
        return PD if proven else NE
    if progressed and not (current.gone and switches.cr_before_pd):
        return PD
    if baseline.sum == 0:
        return NE
    if current.gone:
        return CR
    if current.measured <= baseline.lines.responds:
        return PR
    return SD


def is_beyond(size: Decimal, before: Lines, limits: Limits) -> bool:
    """Whether a sum is progression over the smallest one before it."""
    if size <= before.sum:
        return False
    line = before.progresses
    return size > line if limits.above else size >= line


def has_progressed(size: Decimal, before: Decimal, limits: Limits) -> bool:
    """Whether a size is progression over the smallest one before it."""
    return is_beyond(size, lines_of(before, limits), limits)


def grown_alone(
    current: TargetSum,
    smallest: Mapping[str, Decimal],
    limits: Limits,
    switches: Switches,
) -> tuple[Part, ...]:
    """Targets that are progression by themselves, each over its own smallest size."""
    if not limits.single_lesions:
        return ()
    grown = []
    for part in current.parts:
        before = smallest.get(part.target.lesion.id)
        if part.size is None or before is None or part.size <= before:
            continue
        enhances_anew = switches.new_enhancement == "PD" and before == 0
        grows = limits.any_lesion and has_progressed(part.size, before, limits)
        if enhances_anew or grows:
            grown.append(part)
    return tuple(grown)


def pr_line(baseline: Decimal, limits: Limits) -> Decimal:
    """Largest sum that is PR."""
    return limits.responds * baseline


def pd_line(nadir: Decimal, limits: Limits) -> Decimal:
    """Smallest sum that is PD, where it also exceeds the nadir."""
    relative = limits.progresses * nadir
    return max(relative, nadir + limits.floor) if limits.floor else relative


def to_next_category(
    current: TargetSum,
    baseline: Reference,
    nadir: Reference,
    response: Response,
    limits: Limits,
) -> Decimal | None:
    """Smallest change of the sum that reaches another target category.

    None at CR, which any returning disease ends, and where there is no sum.
    """
    if current.missing or limits.any_lesion:
        return None  # without a sum, or where single lesions decide
    total, progresses = current.measured, nadir.lines.progresses
    if response is PD:
        return total - progresses
    if response is not PR and response is not SD:
        return None
    responds = baseline.lines.responds
    nearest = min(progresses - total, current.above_cr)
    # a PR that persists by rule does not end at the PR line
    ends_at_pr_line = (response is PR) is (total <= responds)
    return min(nearest, abs(total - responds)) if ends_at_pr_line else nearest
