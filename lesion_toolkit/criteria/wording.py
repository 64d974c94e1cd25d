"""Numbers and dates as a radiologist writes them; nothing here decides."""

import datetime
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import cache, lru_cache

DISPLAY = Context(prec=28, rounding=ROUND_HALF_UP)
"""For what is shown; :data:`lesion_toolkit.criteria.targets.EXACT` decides."""

QUANTA = tuple(Decimal(1).scaleb(-decimals) for decimals in range(7))
"""Unit of the last decimal place shown, by the number of places."""

TENTH = QUANTA[1]

HUNDRED = Decimal(100)

UNITS = {"mm": "mm", "mm2": "mm²", "ml": "ml"}
"""Units of a sum as they are written."""

MONTHS = (
    *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
    *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)


def rounded(value: Decimal, decimals: int) -> Decimal:
    """Round half up, as on paper."""
    return DISPLAY.quantize(value, QUANTA[decimals])


def change_pct(current_mm: Decimal, reference_mm: Decimal) -> Decimal | None:
    """Change of a sum in percent of its reference; None where that is 0."""
    if not reference_mm:
        return None
    return DISPLAY.divide((current_mm - reference_mm) * HUNDRED, reference_mm)


@lru_cache(8192)
def shown(value: Decimal, *limits: Decimal) -> str:
    """One decimal, or as many as it takes not to look equal to a limit it is not.

    >>> shown(Decimal("29.97"), Decimal(30)), shown(Decimal("33.08"), Decimal(30))
    ('29.97', '33.1')
    """
    said = DISPLAY.quantize(value, TENTH)
    if limits and value not in limits:
        decimals = 2
        while said in limits and decimals < 7:
            said = rounded(value, decimals)
            decimals += 1
    return str(said)


@lru_cache(8192)
def plain(value: Decimal) -> str:
    """Write a limit without needless zeros: 5, 30, 12.5."""
    return f"{value.normalize(DISPLAY):f}"


@lru_cache(8192)
def limit(value: Decimal) -> str:
    """Write a limit that was worked out: two decimals at most, no needless zeros."""
    return plain(rounded(value, 2))


@cache
def day(date: datetime.date) -> str:
    """Write a date like 18 Apr 2023, in every locale."""
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def listed(names: tuple[str, ...]) -> str:
    """Join names: T1, T2 and N1."""
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last
