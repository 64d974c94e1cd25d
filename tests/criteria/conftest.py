"""Timelines written as a reader would dictate them."""

import datetime
import itertools
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

import pytest

from lesion_toolkit.model.lesion import Kind, Lesion, Role
from lesion_toolkit.model.measurement import LesionMeasurement, State
from lesion_toolkit.model.timeline import (
    NewLesionSeen,
    NonTarget,
    Timeline,
    Timepoint,
    TreatmentLine,
)

BASELINE_DAY = datetime.date(2023, 4, 18)
Length = float | str | tuple[float, ...] | None


def measured(lesion: str, length: Length) -> LesionMeasurement:
    """A number is mm, a tuple fragments, None not evaluable, text another state.

    A mass has the same viable and whole diameter, so that every criteria may read it.
    """
    if length is None:
        return LesionMeasurement(lesion, State.NOT_EVALUABLE, reason="not covered")
    if isinstance(length, str):
        return LesionMeasurement(lesion, State(length))
    if isinstance(length, tuple):
        fragments = tuple(Decimal(str(part)) for part in length)
        return LesionMeasurement(lesion, State.SPLIT, fragments_mm=fragments)
    mm = Decimal(str(length))
    if lesion.startswith("N"):
        return LesionMeasurement(lesion, short_axis_mm=mm)
    return LesionMeasurement(lesion, viable_diameter_mm=mm, whole_diameter_mm=mm)


def dictate(
    *visits: Length | dict[str, Length],
    non_target: Sequence[str] = (),
    new: dict[int, Sequence[dict[str, Any]]] | None = None,
    days: Sequence[int] | None = None,
    lines: dict[str, int] | None = None,
    lesions: Sequence[Lesion] = (),
    thickness_mm: float | None = None,
) -> Timeline:
    """One patient: ``visits`` 56 days apart, the first one the baseline.

    A visit is the length of T1, or lengths by lesion; ids with N are nodes.
    ``non_target`` has the status of NT1 at each visit, ``new`` the new lesions by
    visit, ``lines`` the start of each treatment line in days.
    """
    rows = [v if isinstance(v, dict) else {"T1": v} for v in visits]
    declared = {lesion.id: lesion for lesion in lesions}
    for name in dict.fromkeys(itertools.chain.from_iterable(rows)):
        kind = Kind.NODE if name.startswith("N") else Kind.MASS
        organ = "lymph node" if kind is Kind.NODE else "liver"
        declared.setdefault(name, Lesion(name, organ=organ, kind=kind))
    if non_target:
        declared["NT1"] = Lesion("NT1", role=Role.NON_TARGET)
    return Timeline(
        "P01",
        treatment_lines=tuple(
            TreatmentLine(name, BASELINE_DAY + datetime.timedelta(day))
            for name, day in (lines or {}).items()
        ),
        lesions=tuple(declared.values()),
        timepoints=tuple(
            Timepoint(
                f"V{i}" if i else "baseline",
                BASELINE_DAY + datetime.timedelta(days[i] if days else 56 * i),
                measurements=tuple(measured(k, length) for k, length in row.items()),
                non_targets=(NonTarget("NT1", non_target[i]),) if non_target else (),
                new_lesions=tuple(NewLesionSeen(**n) for n in (new or {}).get(i, ())),
                slice_thickness_mm=thickness_mm,
            )
            for i, row in enumerate(rows)
        ),
    )


@pytest.fixture(scope="session")
def timeline_of() -> Callable[..., Timeline]:
    return dictate
