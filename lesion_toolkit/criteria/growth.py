"""Growth kinetics of a volume between two visits."""

from decimal import Decimal
from math import log

from lesion_toolkit.errors import InputRefused

DAYS_A_YEAR = 365


def doubling_time_days(
    before_ml: Decimal | float, after_ml: Decimal | float, days: int
) -> float | None:
    """Days in which a volume doubles at the pace seen; negative where it shrinks.

    ``days * ln 2 / ln(after / before)`` (Seyal 2014); None where it did not change.

    Raises
    ------
    InputRefused
        A volume is not positive, or the days are not.
    """
    if before_ml <= 0 or after_ml <= 0 or days <= 0:
        raise InputRefused(
            f"volumes of {before_ml} and {after_ml} ml {days} days apart.",
            "positive volumes at two different days.",
            "leave out a lesion that has gone: it has no doubling time.",
        )
    if before_ml == after_ml:
        return None
    return days * log(2) / log(float(after_ml) / float(before_ml))


def reciprocal_doubling_per_year(
    before_ml: Decimal | float, after_ml: Decimal | float, days: int
) -> float:
    """Doublings a year at the pace seen: 365 over the doubling time, 0 if stable.

    Raises
    ------
    InputRefused
        As :func:`doubling_time_days`.
    """
    doubling = doubling_time_days(before_ml, after_ml, days)
    return 0.0 if doubling is None else DAYS_A_YEAR / doubling
