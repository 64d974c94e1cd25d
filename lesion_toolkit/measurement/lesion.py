"""Everything that is measured of one lesion at one timepoint."""

import math
from collections.abc import Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from lesion_toolkit.measurement.calipers import (
    LesionDiameter,
    island_diameters,
    lesion_diameter,
    viable_band,
)
from lesion_toolkit.measurement.enhancement import Enhancement, enhancement
from lesion_toolkit.measurement.key_image import key_image
from lesion_toolkit.measurement.standard_errors import Errors
from lesion_toolkit.measurement.uncertainty import ReaderVariability, edge_of
from lesion_toolkit.measurement.viability import classified, viable_above
from lesion_toolkit.measurement.viability_rule import DEFAULT_RULE, ViabilityRule
from lesion_toolkit.measurement.volumetry import volumes, whole_volume, with_shape
from lesion_toolkit.model.finding import Finding, Severity
from lesion_toolkit.model.measurement import LesionMeasurement, ViableBand
from lesion_toolkit.model.phase import PhaseSet
from lesion_toolkit.model.volume import Mask

REPORTED_MM = Decimal("0.1")
"""Lengths are reported, and judged, in tenths of a millimeter."""

WIDE_BAND_PCT = 10.0
"""The viable diameter depends on the threshold when the band is wider than this."""


def measure_lesion(
    lesion: str,
    phases: PhaseSet,
    mask: Mask,
    *,
    rule: ViabilityRule = DEFAULT_RULE,
    readers: ReaderVariability = ReaderVariability.NONE,
) -> LesionMeasurement:
    """Measure viable and whole diameters, volumes and the band of one lesion.

    Parameters
    ----------
    lesion
        Id of the lesion.
    phases
        The exam on one geometry, precontrast laid on the lesion.
    mask
        The lesion, viable and necrotic parts together, on that geometry.
    rule
        What counts as viable.
    readers
        Whether standard errors take in how much readers scatter.

    Returns
    -------
    LesionMeasurement
        Lengths in mm to a tenth, volumes in ml, each with its standard error. A lesion
        without any viable tissue left has a viable diameter of 0 and a finding; where
        viable tissue could not be judged it is None and ``reason`` says why.

    Raises
    ------
    InputRefused
        The mask marks no voxel.
    SpaceMismatch
        The mask lies on another grid than the exam.
    """
    found = enhancement(phases, mask, rule)
    tissues = classified(found, rule)
    whole = lesion_diameter(found.lesion.array, tissues.geometry, math.inf)
    assert whole is not None  # enhancement() refuses an empty mask
    not_judged = _why_not_judged(found, rule)
    bands = () if not_judged else _viable_by_gap(found, rule)
    longest = bands[1] if bands else None
    sizes = whole_volume(found.lesion) if not_judged else volumes(tissues)
    errors = Errors(found, edge_of(phases.reference, mask), whole, rule, readers)
    sizes = errors.of_whole_volume(with_shape(sizes, phases.reference, mask))
    measured = LesionMeasurement(
        lesion,
        whole_diameter_mm=_mm(whole.length_mm),
        whole_perpendicular_mm=_mm(whole.perpendicular_mm),
        short_axis_mm=_mm(whole.perpendicular_mm),
        whole_volume_ml=sizes.whole_ml,
        reason=not_judged,
        volumes=sizes,
        whole_caliper=errors.of_whole(),
        findings=(*mask.findings, *tissues.findings, *_cut_by_scan_edge(mask)),
        key_image=key_image(phases, tissues, viable=longest, whole=whole),
    )
    return measured if not_judged else _with_viable(measured, bands, found, errors)


def _viable_by_gap(
    found: Enhancement, rule: ViabilityRule
) -> tuple[LesionDiameter | None, ...]:
    """Viable diameters for the strict, the default and the lenient gap."""
    region = viable_above(found, found.threshold, rule)
    gaps_mm = (0.0, rule.gap_mm, rule.lenient_gap_mm)
    return viable_band(region, found.lesion.geometry, gaps_mm)


def _with_viable(
    measured: LesionMeasurement,
    by_gap: Sequence[LesionDiameter | None],
    found: Enhancement,
    errors: Errors,
) -> LesionMeasurement:
    """Add the viable diameter, its perpendicular, its band, its islands, its error."""
    geometry, rule, longest = found.lesion.geometry, errors.rule, by_gap[1]
    strict, default, lenient = (_length(diameter) for diameter in by_gap)
    region, low_region, high_region = (
        viable_above(found, level, rule)
        for level in (found.threshold, found.low, found.high)
    )
    low, high = (
        _length(lesion_diameter(other, geometry, rule.gap_mm))
        for other in (low_region, high_region)
    )
    islands = island_diameters(region, geometry, rule.gap_mm)
    across = None if longest is None else longest.perpendicular_mm
    lengths_mm = (float(low), float(default), float(high))
    sizes = measured.volumes
    assert sizes is not None  # the whole lesion always has a volume
    return replace(
        measured,
        viable_diameter_mm=default,
        viable_perpendicular_mm=_mm(across),
        viable_volume_ml=sizes.viable_ml,
        viable_band_mm=ViableBand(strict, default, lenient, low, high),
        viable_islands_sum_mm=_mm(sum(island.length_mm for island in islands)),
        volumes=errors.of_viable_volume(sizes, region, (low_region, high_region)),
        caliper=None
        if longest is None
        else errors.of_viable(longest, region, lengths_mm),
        findings=(*measured.findings, *_wide(default, low, high)),
    )


def _why_not_judged(found: Enhancement, rule: ViabilityRule) -> str:
    """Why the viable part is not evaluable, or nothing."""
    if found.judged.any() and found.judged_pct >= rule.min_judged_pct:
        return ""
    if not found.judged.any() and found.findings:
        return found.findings[0].message
    return f"Only {found.judged_pct:.0f} % of the lesion could be judged."


def _wide(default: Decimal, low: Decimal, high: Decimal) -> tuple[Finding, ...]:
    width = max(default, low, high) - min(default, low, high)
    if width * 100 <= default * Decimal(WIDE_BAND_PCT):
        return ()
    message = (
        f"The viable diameter depends on the threshold: {low} mm with the low one, "
        f"{default} mm by default, {high} mm with the high one."
    )
    return (Finding("viability-depends-on-threshold", message, Severity.CAUTION),)


def _cut_by_scan_edge(mask: Mask) -> tuple[Finding, ...]:
    box = mask.bounding_box()
    if box is None or all(
        side.start > 0 and side.stop < length
        for side, length in zip(box, mask.array.shape, strict=True)
    ):
        return ()
    message = "The lesion extends beyond the scan: its size is a lower bound."
    return (Finding("cut-by-scan-edge", message, Severity.SERIOUS),)


def _length(diameter: LesionDiameter | None) -> Decimal:
    """Length to a tenth of a millimeter; 0 where no tissue of that kind is there."""
    return Decimal(0) if diameter is None else _tenths(diameter.length_mm)


def _mm(length_mm: float | None) -> Decimal | None:
    return None if length_mm is None else _tenths(length_mm)


def _tenths(length_mm: float) -> Decimal:
    return Decimal(length_mm).quantize(REPORTED_MM, rounding=ROUND_HALF_UP)
