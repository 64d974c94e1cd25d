"""Lengths and volumes of one row that cannot both be right."""

from collections.abc import Iterator
from decimal import Decimal

from lesion_toolkit.criteria.wording import shown
from lesion_toolkit.model.finding import Finding, Severity
from lesion_toolkit.model.measurement import LesionMeasurement
from lesion_toolkit.model.timeline import Timepoint


def contradictions(timepoint: Timepoint) -> list[Finding]:
    """Point out a part larger than its whole, and a perpendicular beyond the longest.

    The category is judged from what was entered all the same.
    """
    return [
        Finding(
            "sizes-contradict",
            f"{row.lesion}: {smaller} {shown(less)} {unit} above {larger} "
            f"{shown(more, less)} {unit}: one of them is wrong.",
            Severity.CAUTION,
            row.lesion,
        )
        for row in timepoint.measurements
        for smaller, less, larger, more, unit in _ordered(row)
        if less is not None and more is not None and less > more
    ]


def _ordered(
    row: LesionMeasurement,
) -> Iterator[tuple[str, Decimal | None, str, Decimal | None, str]]:
    """Pairs of sizes of which the first is never above the second."""
    whole = row.whole_diameter_mm
    yield "viable diameter", row.viable_diameter_mm, "whole diameter", whole, "mm"
    across = row.whole_perpendicular_mm
    yield "whole perpendicular", across, "whole diameter", whole, "mm"
    volumes = row.viable_volume_ml, row.whole_volume_ml
    yield "viable volume", volumes[0], "whole volume", volumes[1], "ml"
