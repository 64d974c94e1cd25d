"""The quantity of a target that is summed: a length, a product of two, or a volume."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import StrEnum
from operator import attrgetter
from typing import Literal

from lesion_toolkit.model.measurement import LesionMeasurement
from lesion_toolkit.model.response import Unit


class Quantity(StrEnum):
    """What of a target enters the sum."""

    VIABLE_DIAMETER = "viable diameter"
    WHOLE_DIAMETER = "whole diameter"
    SHORT_AXIS = "short axis"
    VIABLE_PRODUCT = "viable product"
    WHOLE_PRODUCT = "whole product"
    VIABLE_VOLUME = "viable volume"
    WHOLE_VOLUME = "whole volume"

    @property
    def unit(self) -> Unit:
        """Unit of one such quantity and of their sum."""
        return UNITS.get(self, Unit.MM)

    @property
    def is_viable(self) -> bool:
        """Whether only the part that enhances is measured."""
        return self in VIABLE


UNITS = {
    Quantity.VIABLE_PRODUCT: Unit.MM2,
    Quantity.WHOLE_PRODUCT: Unit.MM2,
    Quantity.VIABLE_VOLUME: Unit.ML,
    Quantity.WHOLE_VOLUME: Unit.ML,
}
VIABLE = frozenset(
    {Quantity.VIABLE_DIAMETER, Quantity.VIABLE_PRODUCT, Quantity.VIABLE_VOLUME}
)


def measured_size(
    row: LesionMeasurement,
    quantity: Quantity,
    multi_foci: Literal["longest", "sum"] | None = None,
) -> Decimal | None:
    """Size of one target in the unit of the quantity; None where it was not measured.

    A product is the longest diameter times its perpendicular in the same slice, in mm²
    (Miller 1981). ``multi_foci`` says which viable diameter of several islands counts.
    """
    if quantity is Quantity.VIABLE_DIAMETER and multi_foci == "sum":
        return row.viable_islands_sum_mm
    return SIZE_OF[quantity](row)


def _product(longest: Decimal | None, perpendicular: Decimal | None) -> Decimal | None:
    if longest == 0:
        return Decimal(0)  # nothing there has no perpendicular
    if longest is None or perpendicular is None:
        return None
    return longest * perpendicular


def _viable_product(row: LesionMeasurement) -> Decimal | None:
    return _product(row.viable_diameter_mm, row.viable_perpendicular_mm)


def _whole_product(row: LesionMeasurement) -> Decimal | None:
    return _product(row.whole_diameter_mm, row.whole_perpendicular_mm)


SIZE_OF: Mapping[Quantity, Callable[[LesionMeasurement], Decimal | None]] = {
    Quantity.VIABLE_DIAMETER: attrgetter("viable_diameter_mm"),
    Quantity.WHOLE_DIAMETER: attrgetter("whole_diameter_mm"),
    Quantity.SHORT_AXIS: attrgetter("short_axis_mm"),
    Quantity.VIABLE_PRODUCT: _viable_product,
    Quantity.WHOLE_PRODUCT: _whole_product,
    Quantity.VIABLE_VOLUME: attrgetter("viable_volume_ml"),
    Quantity.WHOLE_VOLUME: attrgetter("whole_volume_ml"),
}
"""How each quantity is taken from a measurement."""
