"""A lesion-level rule set as a table: what a reader saw gives one category.

A table is read from a TOML file, checked once and never changed. Every row names its
source, and every combination of what can be seen matches exactly one row, or the table
is refused.
"""

import itertools
import tomllib
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from lesion_toolkit.criteria.builtin import TABLES
from lesion_toolkit.criteria.preset import Rule, Sourced
from lesion_toolkit.criteria.wording import day, listed
from lesion_toolkit.errors import InputRefused, UsageRefused
from lesion_toolkit.model.finding import Finding
from lesion_toolkit.model.therapy import TherapyKind
from lesion_toolkit.model.treated import (
    ChangeOverTime,
    OtherEnhancement,
    Presence,
    TreatedLesionSeen,
    TreatmentResponse,
)

LESION_TABLES = (
    "lirads-tr-2018",
    "lirads-tr-2024-nonradiation",
    "lirads-tr-2024-radiation",
)
"""Names of the lesion-level tables this project ships."""

FEATURES: Mapping[str, type[StrEnum]] = {
    "masslike_enhancement": Presence,
    "other_enhancement": OtherEnhancement,
    "arterial_phase_hyperenhancement": Presence,
    "washout": Presence,
    "enhancement_similar_to_pretreatment": Presence,
    "change_over_time": ChangeOverTime,
    "diffusion_restriction": Presence,
    "mild_moderate_t2_hyperintensity": Presence,
    "ancillary_change_over_time": ChangeOverTime,
}
"""What a row may ask of :class:`TreatedLesionSeen`, with the answers there are."""

Signs = Mapping[str, str | None]
"""One answer for each feature, None where nothing was said."""

Condition = dict[str, tuple[str, ...]]
"""Features, each with the answers that meet the condition."""


class Scope(Sourced):
    """The therapies after which the table applies."""

    therapies: tuple[TherapyKind, ...] = Field(min_length=1)


class Conditional(Rule):
    """Holds with every feature of ``when``, and any one of ``with_any_of`` if given."""

    when: Condition = Field(default_factory=dict)
    with_any_of: Condition = Field(default_factory=dict)

    def matches(self, signs: Signs) -> bool:
        """Whether it holds for a lesion with these signs."""
        if not all(signs[name] in answers for name, answers in self.when.items()):
            return False
        any_of = self.with_any_of.items()
        return not any_of or any(signs[name] in answers for name, answers in any_of)


class LesionRow(Conditional):
    """One row with its category, and what a reader must know beside it."""

    category: TreatmentResponse
    findings: tuple[Finding, ...] = ()


class Ancillary(Conditional):
    """Ancillary features that may raise one category, on one modality alone."""

    modality: Literal["CT", "MR"]
    raises: TreatmentResponse
    to: TreatmentResponse


class LesionTable(BaseModel):
    """One published rule set for single lesions.

    Attributes
    ----------
    table, criteria, version, title
        Name to ask for, published rule set, its version, one line.
    sources
        Full citations by the keys that rules name.
    scope, rows, ancillary
        When the table applies, its rows, and the optional upgrade, if there is one.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    table: str
    criteria: str
    version: str
    title: str
    sources: dict[str, str]
    scope: Scope
    rows: tuple[LesionRow, ...]
    ancillary: Ancillary | None = None

    @model_validator(mode="after")
    def _whole(self) -> Self:
        for rule in self.rules:
            unknown = [key for key in rule.source if key not in self.sources]
            if unknown:
                raise ValueError(f"{rule.clause!r} cites unknown {', '.join(unknown)}")
        for name, answers in self._asked():
            allowed = tuple(FEATURES.get(name, ()))
            if not allowed:
                raise ValueError(f"{name!r} is not a feature of a treated lesion")
            strange = [answer for answer in answers if answer not in allowed]
            if strange or not answers:
                raise ValueError(f"{name} is one of {', '.join(allowed)}")
        ids = [row.id for row in self.rows]
        if len(set(ids)) != len(ids):
            raise ValueError("a row id repeats")
        for signs in self.combinations():
            matching = [row.id for row in self.rows if row.matches(signs)]
            if len(matching) != 1:
                which = " and ".join(matching) + " both match" if matching else "no row"
                raise ValueError(f"{which}: {_in_line(signs)}")
        return self

    @property
    def rules(self) -> tuple[Sourced, ...]:
        """Everything in the table that has to name its source."""
        upgrade = () if self.ancillary is None else (self.ancillary,)
        return (self.scope, *self.rows, *upgrade)

    @cached_property
    def features(self) -> tuple[str, ...]:
        """The features that decide between rows, in the order of the noun."""
        asked = {name for row in self.rows for name in (*row.when, *row.with_any_of)}
        return tuple(name for name in FEATURES if name in asked)

    def combinations(self, said: Signs | None = None) -> Iterator[Signs]:
        """Yield every combination of answers, or all that agree with what was said."""
        answers = [
            tuple(map(str, FEATURES[name]))
            if (answer := (said or {}).get(name)) is None
            else (answer,)
            for name in self.features
        ]
        for combination in itertools.product(*answers):
            yield dict(zip(self.features, combination, strict=True))

    def row_of(self, seen: TreatedLesionSeen) -> LesionRow:
        """Return the row of a lesion.

        What was not said may be anything: it is needed only where it would lead to
        another row.

        Raises
        ------
        InputRefused
            What was said of the lesion fits several rows.
        """
        said = {name: getattr(seen, name) for name in self.features}
        rows = {
            row.id: row
            for signs in self.combinations(said)
            for row in self.rows
            if row.matches(signs)
        }
        if len(rows) == 1:
            return next(iter(rows.values()))
        unsaid = tuple(in_words(name) for name in self._deciding(said))
        raise InputRefused(
            f"{seen.lesion} on the scan of {day(seen.date)} without a word on "
            f"{listed(unsaid)}.",
            f"what {self.title} asks for: what is not said is not taken as absent.",
            f"say of {listed(unsaid)} what was seen.",
        )

    def _deciding(self, said: Signs) -> tuple[str, ...]:
        """Unsaid features whose answer may change the row."""
        unsaid = [name for name, answer in said.items() if answer is None]
        return tuple(name for name in unsaid if self._decides(name, said))

    def _decides(self, name: str, said: Signs) -> bool:
        reached: dict[tuple[str | None, ...], set[str]] = {}
        for signs in self.combinations(said):
            others = tuple(answer for key, answer in signs.items() if key != name)
            row = next(row for row in self.rows if row.matches(signs))
            reached.setdefault(others, set()).add(row.id)
        return any(len(rows) > 1 for rows in reached.values())

    def _asked(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        for rule in (*self.rows, self.ancillary):
            if rule is not None:
                yield from rule.when.items()
                yield from rule.with_any_of.items()


@cache
def load_lesion_table(table: str | Path) -> LesionTable:
    """Return a lesion-level table by its name, or from a TOML file of one's own.

    Raises
    ------
    UsageRefused
        No table has this name.
    InputRefused
        The file cannot be read or is not a complete table.
    """
    content = _content(table)
    try:
        return LesionTable.model_validate(content)
    except ValidationError as fault:
        places = (
            ": ".join(filter(None, [".".join(map(str, e["loc"])), e["msg"]]))
            for e in fault.errors(include_url=False)
        )
        raise InputRefused(
            f"a lesion-level table {str(table)!r} with {'; '.join(places)}.",
            "a complete table in which every combination matches one row.",
            f"correct the named places; {LESION_TABLES[0]} is a complete one.",
        ) from None


def is_lesion_table(name: str) -> bool:
    """Whether a name, or a TOML file of one's own, is of rules for single lesions."""
    if not name.endswith(".toml"):
        return name in LESION_TABLES
    try:
        return "rows" in tomllib.loads(Path(name).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return False  # refused, with the reason, by whoever reads it


def _content(table: str | Path) -> dict[str, Any]:
    own = isinstance(table, Path) or table.endswith(".toml")
    if not own and table not in LESION_TABLES:
        raise UsageRefused(
            f"{table!r} is not a lesion-level table; there are "
            f"{', '.join(LESION_TABLES)}."
        )
    path = Path(table) if own else TABLES / f"{table}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        reason = fault if isinstance(fault, tomllib.TOMLDecodeError) else "unreadable"
        raise InputRefused(
            f"no lesion-level table at {path} ({reason}).",
            "a TOML file.",
            "check the path, or name one of " + ", ".join(LESION_TABLES) + ".",
        ) from None


def in_words(name: str) -> str:
    """Write a feature as on a report: ``masslike enhancement``."""
    return name.replace("_", " ").replace("t2", "T2")


def _in_line(signs: Signs) -> str:
    return ", ".join(f"{in_words(name)} {answer}" for name, answer in signs.items())
