"""The columns of the tables of a run, defined once: names, types, units, meanings."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

UNITS = {"mm": "mm", "ml": "ml", "pct": "%", "seconds": "s", "date": "ISO 8601 day"}
"""Unit of a column by the end of its name."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    Attributes
    ----------
    name
        Heading.
    type
        ``text``, ``number``, ``whole`` (number) or ``day``.
    meaning
        What it holds, in words.
    """

    name: str
    type: str
    meaning: str

    @property
    def unit(self) -> str:
        """Unit, where it has one."""
        return UNITS.get(self.name.rpartition("_")[2], "")


@cache
def columns_of(table: str) -> tuple[Column, ...]:
    """Columns of one table in their order."""
    text = resources.files("lesion_toolkit.cohort").joinpath("columns.toml")
    said = tomllib.loads(text.read_text("utf-8"))[table]
    return tuple(Column(name, *facts) for name, facts in said.items())
