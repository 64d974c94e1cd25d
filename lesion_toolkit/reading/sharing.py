"""What readers would have said, had they shared one thing they recorded.

A shared length is the mean of the readers' lengths, an absent lesion counting 0 mm;
where a lesion is not measured by all of them, and for statuses and new lesions, it is
what most readers recorded, of the first reader among equals.
"""

from collections.abc import Sequence
from dataclasses import fields, replace
from decimal import Decimal
from typing import Any

from lesion_toolkit.model.lesion import Lesion, Role
from lesion_toolkit.model.measurement import LesionMeasurement, State
from lesion_toolkit.model.timeline import Timeline, Timepoint

_MM = Decimal("0.000001")
"""Means are kept to this many mm, far below what any reader measures."""

_SIZES = tuple(
    field.name
    for field in fields(LesionMeasurement)
    if field.name.endswith(("_mm", "_ml", "_hu"))
    and field.name not in {"fragments_mm", "viable_band_mm"}
)
"""Everything of a measurement that is one number."""


def share_lengths(
    readings: Sequence[Timeline], index: int, lesion: str | None = None
) -> tuple[Timeline, ...]:
    """Give every reading the same measurements at a timepoint.

    Parameters
    ----------
    readings
        One patient's timelines by different readers, of the same timepoints.
    index
        Which timepoint, from 0.
    lesion
        Share this lesion only; by default every target that all readers recorded.
    """
    found = [{m.lesion: m for m in r.timepoints[index].measurements} for r in readings]
    common = set.intersection(*(set(one) for one in found))
    wanted = common if lesion is None else common & {lesion}
    shared = {name: _shared([one[name] for one in found]) for name in wanted}
    return tuple(
        _with_timepoint(
            reading,
            index,
            replace(
                reading.timepoints[index],
                measurements=tuple(
                    shared.get(m.lesion, m)
                    for m in reading.timepoints[index].measurements
                ),
            ),
        )
        for reading in readings
    )


def _shared(recorded: Sequence[LesionMeasurement]) -> LesionMeasurement:
    measured = {State.MEASURED, State.ABSENT}
    if not {one.state for one in recorded} <= measured:
        states = [one.state for one in recorded]
        return recorded[states.index(max(states, key=states.count))]
    if all(one.state is State.ABSENT for one in recorded):
        return recorded[0]
    sizes: dict[str, Any] = {}
    for name in _SIZES:
        values = [
            Decimal(0) if one.state is State.ABSENT else getattr(one, name)
            for one in recorded
        ]
        if all(value is not None for value in values):
            sizes[name] = (sum(values, Decimal(0)) / len(values)).quantize(_MM)
    return LesionMeasurement(recorded[0].lesion, **sizes)


def share_non_targets(readings: Sequence[Timeline], index: int) -> tuple[Timeline, ...]:
    """Give every reading the same statuses of non-targets at a timepoint."""
    said = [reading.timepoints[index].non_targets for reading in readings]
    common = max(said, key=said.count)
    donor = readings[said.index(common)]
    return tuple(
        _with_timepoint(
            _with_lesions_of(donor, reading),
            index,
            replace(reading.timepoints[index], non_targets=common),
        )
        for reading in readings
    )


def share_new_lesions(readings: Sequence[Timeline], index: int) -> tuple[Timeline, ...]:
    """Give every reading the same new lesions at a timepoint."""
    said = [reading.timepoints[index].new_lesions for reading in readings]
    common = max(said, key=said.count)
    return tuple(
        _with_timepoint(
            reading, index, replace(reading.timepoints[index], new_lesions=common)
        )
        for reading in readings
    )


def targets(reading: Timeline) -> frozenset[str]:
    """Ids of the lesions a reader chose as targets."""
    return frozenset(x.id for x in reading.lesions if x.role is Role.TARGET)


def _with_lesions_of(donor: Timeline, reading: Timeline) -> Timeline:
    known = {lesion.id for lesion in reading.lesions}
    added: tuple[Lesion, ...] = tuple(x for x in donor.lesions if x.id not in known)
    return replace(reading, lesions=(*reading.lesions, *added))


def _with_timepoint(reading: Timeline, index: int, timepoint: Timepoint) -> Timeline:
    before, after = reading.timepoints[:index], reading.timepoints[index + 1 :]
    return replace(reading, timepoints=(*before, timepoint, *after))
