"""Standard error of the size of one target: as measured, or as readers vary."""

from decimal import Decimal
from math import hypot, sqrt
from typing import Literal

from lesion_toolkit.criteria.judgement import RuleBook
from lesion_toolkit.criteria.quantity import Quantity
from lesion_toolkit.criteria.targets import Part
from lesion_toolkit.model.measurement import (
    Caliper,
    LesionMeasurement,
    StandardErrors,
    State,
)
from lesion_toolkit.model.response import Unit

VIABLE_DIAMETER, WHOLE_DIAMETER = Quantity.VIABLE_DIAMETER, Quantity.WHOLE_DIAMETER
MEASURED = State.MEASURED
NOT_MEASURED = StandardErrors()

OF_UNIT = {Unit.MM: 1.0, Unit.MM2: sqrt(2), Unit.ML: 3.0}
LENGTHS_IN = {quantity: OF_UNIT[quantity.unit] for quantity in Quantity}
"""Relative error of a product of two lengths and of a volume, in that of one length."""


def standard_error(part: Part, book: RuleBook) -> float:
    """Give the standard error of one size, in its unit.

    Own standard errors of the measurement where there are some; else the coefficient of
    variation of the preset, which is that of one reader measuring one lesion twice.
    """
    size, row = part.size, part.row
    if not size or row is None:
        return 0.0
    quantity = part.target.quantity
    if row.state is MEASURED:
        own = measured_error(row, quantity, book.switches.multi_foci)
        if own is not None:
            return own
    if row.state is State.SPLIT and row.fragments_mm:
        return book.preset.relative_error * hypot(*map(float, row.fragments_mm))
    return book.preset.relative_error * LENGTHS_IN[quantity] * float(size)


def measured_error(
    row: LesionMeasurement,
    quantity: Quantity,
    multi_foci: Literal["longest", "sum"] | None = None,
) -> float | None:
    """Give the standard error that came with a measurement; None where none did."""
    if quantity is WHOLE_DIAMETER:
        return _of(row.whole_caliper)
    if quantity is VIABLE_DIAMETER and multi_foci != "sum":
        return _of(row.caliper)
    errors = row.standard_errors or NOT_MEASURED
    match quantity:
        case Quantity.VIABLE_DIAMETER:
            return _float(errors.viable_islands_sum_mm)
        case Quantity.SHORT_AXIS:
            return _float(errors.short_axis_mm)
        case Quantity.VIABLE_PRODUCT:
            sides = row.viable_diameter_mm, row.viable_perpendicular_mm
            return _of_product(
                sides, (_of(row.caliper), _float(errors.viable_perpendicular_mm))
            )
        case Quantity.WHOLE_PRODUCT:
            sides = row.whole_diameter_mm, row.whole_perpendicular_mm
            return _of_product(
                sides, (_of(row.whole_caliper), _float(errors.whole_perpendicular_mm))
            )
        case Quantity.VIABLE_VOLUME:
            return _float(getattr(row.volumes, "viable_uncertainty_ml", None))
        case _:
            return _float(getattr(row.volumes, "whole_uncertainty_ml", None))


def _of(caliper: Caliper | None) -> float | None:
    return None if caliper is None else _float(caliper.uncertainty_mm)


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _of_product(
    sides: tuple[Decimal | None, Decimal | None],
    errors: tuple[float | None, float | None],
) -> float | None:
    """Error of a product of two lengths whose own errors are independent."""
    longest, perpendicular = sides
    if longest is None or perpendicular is None or None in errors:
        return None
    of_longest, of_perpendicular = (error or 0.0 for error in errors)
    return hypot(of_longest * float(perpendicular), of_perpendicular * float(longest))
