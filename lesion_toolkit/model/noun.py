"""How a noun is declared: frozen, typed, unknown keys refused by name."""

from decimal import Decimal
from typing import Annotated, TypeVar, cast, dataclass_transform

from pydantic import ConfigDict, Field, PlainSerializer, WithJsonSchema
from pydantic.dataclasses import dataclass

MAX_LENGTH_MM = 1000
"""Longer than any patient's lesion sum; a larger number is a typing error."""

Noun = TypeVar("Noun")


@dataclass_transform(frozen_default=True, field_specifiers=(Field,))
def noun(cls: type[Noun]) -> type[Noun]:
    """Make a class a noun that may enter or leave as JSON."""
    frozen = dataclass(frozen=True, config=ConfigDict(extra="forbid"))
    return cast("type[Noun]", frozen(cls))


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


LengthMm = Annotated[
    Decimal,
    Field(ge=0, le=MAX_LENGTH_MM, allow_inf_nan=False),
    PlainSerializer(_number),
    WithJsonSchema({"type": "number", "minimum": 0, "maximum": MAX_LENGTH_MM}),
]
"""A length in mm, exact decimal (52.3 is 523 tenths, never a binary double)."""

SumMm = Annotated[
    Decimal,
    Field(ge=0, allow_inf_nan=False),
    PlainSerializer(_number),
    WithJsonSchema({"type": "number", "minimum": 0}),
]
"""A sum of lengths in mm, exact decimal; unlike one length it has no upper limit."""

VolumeMl = Annotated[
    Decimal,
    Field(ge=0, allow_inf_nan=False),
    PlainSerializer(_number),
    WithJsonSchema({"type": "number", "minimum": 0}),
]
"""A volume in ml, exact decimal."""

ChangeMm = Annotated[
    Decimal,
    Field(allow_inf_nan=False),
    PlainSerializer(_number),
    WithJsonSchema({"type": "number"}),
]
"""A signed decimal number: a change in mm or in percent."""
