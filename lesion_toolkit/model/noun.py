"""How a noun is declared: frozen, typed, unknown keys refused by name."""

import datetime
import re
from decimal import Decimal
from typing import Annotated, Any, TypeVar, cast, dataclass_transform

from pydantic import (
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic.dataclasses import dataclass

MAX_LENGTH_MM = 1000
"""Longer than any patient's lesion sum; a larger number is a typing error."""

MAX_DIGITS = 25
"""More than any instrument gives, fewer than exact sums can hold."""

CONFIG = ConfigDict(extra="forbid", hide_input_in_errors=True)
"""Unknown keys are refused; a refusal never repeats a value, which may be a name."""

Noun = TypeVar("Noun")


@dataclass_transform(frozen_default=True, field_specifiers=(Field,))
def noun(cls: type[Noun]) -> type[Noun]:
    """Make a class a noun that may enter or leave as JSON."""
    frozen = dataclass(frozen=True, config=CONFIG)
    return cast("type[Noun]", frozen(cls))


def made(cls: type[Noun], **fields: Any) -> Noun:
    """Make a noun of what was computed here, each of its fields by name.

    Nothing is checked again: what comes from outside is made by the class itself.
    """
    one = object.__new__(cls)
    one.__dict__.update(fields)
    return one


def _written_as_a_date(value: Any) -> Any:
    if isinstance(value, datetime.date):
        return value
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        return value
    raise ValueError("a date is written as 2023-04-18")


Day = Annotated[datetime.date, BeforeValidator(_written_as_a_date)]
"""A calendar day; a bare number is not one, though it could be read as seconds."""


FROM_JSON = "JSON"
"""Context of a validation whose input was JSON, where text is no number."""


def _without_quotes(value: Any, info: ValidationInfo) -> Any:
    if isinstance(value, str) and info.context == FROM_JSON:
        raise ValueError("a number is written without quotes")
    return value


UNQUOTED = BeforeValidator(_without_quotes)
"""In Python text may stand for an exact decimal; in JSON a number is a number."""

MmFloat = Annotated[float, UNQUOTED]
"""A coordinate or a shift in mm, as binary floating point."""


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


LengthMm = Annotated[
    Decimal,
    Field(ge=0, le=MAX_LENGTH_MM, max_digits=MAX_DIGITS, allow_inf_nan=False),
    PlainSerializer(_number),
    WithJsonSchema({"type": "number", "minimum": 0, "maximum": MAX_LENGTH_MM}),
    UNQUOTED,
]
"""A length in mm, exact decimal (52.3 is 523 tenths, never a binary double)."""

Sum = Annotated[
    Decimal,
    Field(ge=0, allow_inf_nan=False),
    PlainSerializer(_number),
    WithJsonSchema({"type": "number", "minimum": 0}),
    UNQUOTED,
]
"""A sum of targets, exact decimal; unlike one length it has no upper limit."""

VolumeMl = Annotated[
    Decimal,
    Field(ge=0, max_digits=MAX_DIGITS, allow_inf_nan=False),
    PlainSerializer(_number),
    WithJsonSchema({"type": "number", "minimum": 0}),
    UNQUOTED,
]
"""A volume in ml, exact decimal."""

Hounsfield = Annotated[
    Decimal,
    Field(ge=-1100, le=32000, max_digits=MAX_DIGITS, allow_inf_nan=False),
    PlainSerializer(_number),
    WithJsonSchema({"type": "number", "minimum": -1100, "maximum": 32000}),
    UNQUOTED,
]
"""A mean attenuation of CT in HU, exact decimal."""

AreaCm2 = Annotated[
    Decimal,
    Field(ge=0, allow_inf_nan=False),
    PlainSerializer(_number),
    WithJsonSchema({"type": "number", "minimum": 0}),
    UNQUOTED,
]
"""An area in cm², exact decimal."""

ChangeMm = Annotated[
    Decimal,
    Field(allow_inf_nan=False),
    PlainSerializer(_number),
    WithJsonSchema({"type": "number"}),
    UNQUOTED,
]
"""A signed decimal number: a change in mm or in percent."""
