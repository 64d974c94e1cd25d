"""Censoring presets as a table: which events a trial leaves out, and why.

Regulators differ in two situations only: a new anticancer therapy before progression,
and an event after missed visits. Both rows of each preset name their source.
"""

import datetime
import tomllib
from functools import cache
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from lesion_toolkit.criteria.builtin import TABLES
from lesion_toolkit.criteria.preset import Sourced
from lesion_toolkit.errors import UsageRefused


class VisitWindow(Sourced):
    """How many days late a scheduled visit may be before it counts as missed."""

    days: int = Field(ge=0)


class NewTherapy(Sourced):
    """Whether nothing counts any more once a new anticancer therapy begins."""

    ends_follow_up: bool


class MissedVisits(Sourced):
    """Most visits missed before an event that still counts; None means any number."""

    allowed: int | None = Field(None, ge=0)


class Censoring(BaseModel):
    """One preset: what it does in the two situations where presets differ."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    new_therapy: NewTherapy
    missed_visits: MissedVisits


class CensoringTable(BaseModel):
    """The shipped presets, the width of a visit's window, and the sources cited."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    sources: dict[str, str]
    visit_window: VisitWindow
    presets: dict[str, Censoring]

    @model_validator(mode="after")
    def _cited(self) -> Self:
        rows: list[Sourced] = [self.visit_window]
        for preset in self.presets.values():
            rows += [preset.new_therapy, preset.missed_visits]
        unknown = {key for row in rows for key in row.source} - self.sources.keys()
        if unknown:
            raise ValueError(f"a row cites unknown {', '.join(sorted(unknown))}")
        return self


@cache
def censoring_table() -> CensoringTable:
    """Return the shipped table, read and checked once."""
    text = (TABLES / "censoring.toml").read_text(encoding="utf-8")
    return CensoringTable.model_validate(tomllib.loads(text))


def load_censoring(name: str) -> Censoring:
    """Return a censoring preset by its name.

    Raises
    ------
    UsageRefused
        No preset has this name.
    """
    presets = censoring_table().presets
    if name not in presets:
        raise UsageRefused(
            f"there is no censoring preset {name!r}; "
            f"choose one of {', '.join(sorted(presets))}."
        )
    return presets[name]


def missed_visits(
    last: datetime.date, event: datetime.date, interval_days: int | None
) -> int:
    """Count the scheduled visits missed between an assessment and an event.

    Visits fall due every ``interval_days`` after ``last``, the last adequate assessment
    before the event, or the start where there was none. One is missed when the event
    comes more than the visit window after the day it was due. An event that is itself
    the late visit is therefore no missed visit. Without a schedule none is missed.
    """
    if interval_days is None:
        return 0
    late = (event - last).days - censoring_table().visit_window.days
    return max(0, (late - 1) // interval_days)
