"""Everything that is measured of one lesion at one timepoint."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from lesion_toolkit.errors import UsageRefused
from lesion_toolkit.measurement.attenuation import attenuation
from lesion_toolkit.measurement.boundary import outline_of
from lesion_toolkit.measurement.calipers import LesionDiameter
from lesion_toolkit.measurement.edge import edge_of
from lesion_toolkit.measurement.enhancement import Enhancement, enhancement
from lesion_toolkit.measurement.extent import Extent
from lesion_toolkit.measurement.key_image import key_image
from lesion_toolkit.measurement.manual import caliper_findings, placed_diameter
from lesion_toolkit.measurement.oblique import not_comparable
from lesion_toolkit.measurement.standard_errors import Errors, with_error
from lesion_toolkit.measurement.uncertainty import ReaderVariability
from lesion_toolkit.measurement.viability import (
    ViableRegion,
    classified,
    viable_above,
)
from lesion_toolkit.measurement.viability_rule import DEFAULT_RULE, ViabilityRule
from lesion_toolkit.measurement.volumetry import volumes, whole_volume, with_shape
from lesion_toolkit.model.finding import Finding, Severity
from lesion_toolkit.model.measurement import (
    LesionMeasurement,
    PointMm,
    StandardErrors,
    State,
    ViableBand,
)
from lesion_toolkit.model.phase import PhaseSet
from lesion_toolkit.model.reference import ReferenceTissue
from lesion_toolkit.model.volume import Mask, Tissue, ViabilityMap

REPORTED_MM = Decimal("0.1")
"""Lengths are reported, and judged, in tenths of a millimeter."""

WIDE_BAND_PCT = 10.0
"""The viable diameter depends on the threshold when the band is wider than this."""

LOST_SLICES = frozenset({"unreadable-slices", "missing-slices"})
"""Findings of a volume that ends where its series goes on."""


@dataclass(frozen=True, slots=True, eq=False)
class _Parts:
    """A lesion taken apart: its extent, its tissue, the errors of what is measured.

    ``alive`` is the viable region at the default, the low and the high threshold;
    ``not_judged`` says why the viable part is not evaluable, or nothing.
    """

    found: Enhancement
    not_judged: str
    alive: tuple[ViableRegion, ViableRegion, ViableRegion]
    tissues: ViabilityMap
    extent: Extent
    whole: LesionDiameter
    errors: Errors


def measure_lesion(
    lesion: str,
    phases: PhaseSet,
    mask: Mask,
    *,
    rule: ViabilityRule = DEFAULT_RULE,
    readers: ReaderVariability = ReaderVariability.NONE,
    plane: str = "axial",
    placed_mm: tuple[PointMm, PointMm] | None = None,
    reference: ReferenceTissue | None = None,
    refused: Finding | None = None,
) -> LesionMeasurement:
    """Measure diameters, volumes, attenuation and the viable band of one lesion.

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
    plane
        ``axial``; ``acquired``: slices as stored; ``oblique``: any plane in space, not
        comparable with axial, without perpendiculars and islands, and marked so.
    placed_mm
        Ends (patient LPS mm) of a viable caliper that a reader placed: it is the viable
        diameter then, and findings say what is wrong with it. Never oblique.
    reference, refused
        As of :func:`~lesion_toolkit.measurement.viability.viability`.

    Returns
    -------
    LesionMeasurement
        Lengths in mm to a tenth, volumes in ml, each with its standard error. A lesion
        without any viable tissue left has a viable diameter of 0 and a finding; where
        viable tissue could not be judged it is None and ``reason`` says why. A lesion
        that ends where slices are damaged or missing is not evaluable.

    Raises
    ------
    InputRefused
        The mask marks no voxel, or the placed caliper does not lie in one slice.
    SpaceMismatch
        The mask lies on another grid than the exam.
    UsageRefused
        An unknown plane, a placed caliper in an oblique one, or a rule that compares
        with normal tissue without a reference.
    """
    if placed_mm is not None and plane == "oblique":
        raise UsageRefused("a placed caliper lies in a slice, not in an oblique plane.")
    if why_not := _cut_by_lost_slices(phases, mask):
        findings = (*mask.findings, *_cut_by_scan_edge(mask))
        return LesionMeasurement(
            lesion, State.NOT_EVALUABLE, reason=why_not, findings=findings
        )
    found = enhancement(phases, mask, rule, reference=reference, refused=refused)
    parts = _taken_apart(phases, mask, found, rule, readers, plane)
    by_gap = () if parts.not_judged else _viable_by_gap(parts)
    measured = _whole(lesion, phases, mask, parts, by_gap)
    if not parts.not_judged:
        measured = _with_viable(measured, parts, by_gap)
    if placed_mm is None:
        return measured
    return _by_hand(measured, phases, parts, placed_mm)


def _taken_apart(
    phases: PhaseSet,
    mask: Mask,
    found: Enhancement,
    rule: ViabilityRule,
    readers: ReaderVariability,
    plane: str,
) -> _Parts:
    outline = outline_of(phases.reference, mask)
    extent = Extent.on_crop(outline, mask.geometry, found.lesion, plane)
    default, low, high = (
        viable_above(found, level, rule)
        for level in (found.threshold, found.low, found.high)
    )
    whole = extent.longest(extent.whole, math.inf)
    assert whole is not None  # enhancement() refuses an empty mask
    edge = edge_of(phases.reference, mask)
    return _Parts(
        found,
        _why_not_judged(found, rule),
        (default, low, high),
        classified(found, default, rule),
        extent,
        whole,
        Errors(found, edge, whole.length_mm, rule, readers),
    )


def _viable_by_gap(parts: _Parts) -> tuple[LesionDiameter | None, ...]:
    """Viable diameters for the strict, the default and the lenient gap."""
    region = parts.extent.alive(parts.alive[0])
    return parts.extent.by_gap(region, parts.errors.rule.gaps_mm)


def _whole(
    lesion: str,
    phases: PhaseSet,
    mask: Mask,
    parts: _Parts,
    by_gap: Sequence[LesionDiameter | None],
) -> LesionMeasurement:
    """Measure the whole lesion, whatever of it is alive."""
    extent, errors, whole = parts.extent, parts.errors, parts.whole
    judged = not parts.not_judged
    counted = volumes(parts.tissues) if judged else whole_volume(extent.lesion)
    sizes = with_shape(counted, extent.outline.weights, extent.lesion)
    error = errors.of_whole(whole, extent.whole)
    across = errors.across(whole, error)
    oblique = (not_comparable(lesion),) if extent.plane == "oblique" else ()
    hu = attenuation(phases, mask)
    found = mask.findings + parts.tissues.findings + _cut_by_scan_edge(mask) + oblique
    viable = by_gap[1] if by_gap else None
    return LesionMeasurement(
        lesion,
        whole_diameter_mm=_mm(whole.length_mm),
        whole_perpendicular_mm=_mm(whole.perpendicular_mm),
        short_axis_mm=_mm(whole.perpendicular_mm),
        whole_volume_ml=sizes.whole_ml,
        attenuation_hu=hu.mean_hu,
        reason=parts.not_judged,
        volumes=errors.of_whole_volume(sizes),
        whole_caliper=with_error(whole.caliper, error),
        standard_errors=StandardErrors(
            whole_perpendicular_mm=across, short_axis_mm=across
        ),
        findings=tuple(dict.fromkeys((*found, *hu.findings))),
        key_image=key_image(
            phases,
            parts.tissues,
            viable=viable.caliper if viable else None,
            whole=whole.caliper,
        ),
    )


def _with_viable(
    measured: LesionMeasurement, parts: _Parts, by_gap: Sequence[LesionDiameter | None]
) -> LesionMeasurement:
    """Add the viable diameter, its perpendicular, its band, its islands, its error."""
    extent, errors, longest = parts.extent, parts.errors, by_gap[1]
    _, gap_mm, _ = errors.rule.gaps_mm
    strict, default, lenient = (_length(diameter) for diameter in by_gap)
    region, *others = (extent.alive(alive) for alive in parts.alive)
    low, high = (_length(extent.longest(other, gap_mm)) for other in others)
    sizes, own = measured.volumes, measured.standard_errors
    assert sizes is not None  # the whole lesion always has a volume
    assert own is not None
    measured = replace(
        measured,
        viable_diameter_mm=default,
        viable_volume_ml=sizes.viable_ml,
        viable_band_mm=ViableBand(
            strict, default, lenient, low, high, _with_lipiodol(parts, gap_mm)
        ),
        volumes=errors.of_parts(sizes, parts.tissues, parts.alive),
        findings=(*measured.findings, *_wide(default, low, high)),
    )
    if longest is None:
        return replace(measured, viable_islands_sum_mm=Decimal(0))
    lengths_mm = (float(low), float(default), float(high))
    islands = extent.islands(region, gap_mm)
    error = errors.of_viable(longest, region, lengths_mm)
    return replace(
        measured,
        caliper=with_error(longest.caliper, error),
        viable_perpendicular_mm=_mm(longest.perpendicular_mm),
        viable_islands_sum_mm=_sum(islands),
        standard_errors=replace(
            own,
            viable_perpendicular_mm=errors.across(longest, error, errors.inner_edge),
            viable_islands_sum_mm=errors.of_islands(islands, region, lengths_mm),
        ),
    )


def _with_lipiodol(parts: _Parts, gap_mm: float) -> Decimal | None:
    """Viable diameter with lipiodol counted as viable; None where there is none."""
    found = parts.found
    held = found.oil & found.lesion.array
    if found.oil_is is not Tissue.INDETERMINATE or not held.any():
        return None
    taken = replace(found, oil_is=Tissue.VIABLE)
    alive = viable_above(taken, found.threshold, parts.errors.rule)
    return _length(parts.extent.longest(parts.extent.alive(alive), gap_mm))


def _by_hand(
    measured: LesionMeasurement,
    phases: PhaseSet,
    parts: _Parts,
    placed_mm: tuple[PointMm, PointMm],
) -> LesionMeasurement:
    """Let a reader's caliper stand for the viable diameter.

    What belongs to the automatic one alone (band, islands) goes with it.
    """
    gap_mm, whole = parts.errors.rule.gap_mm, parts.extent.lesion
    viable = whole if parts.not_judged else parts.tissues.region(Tissue.VIABLE)
    placed = placed_diameter(
        placed_mm, phases.geometry, viable, gap_mm=gap_mm, plane=parts.extent.plane
    )
    was = measured.viable_diameter_mm
    message = f"Viable diameter placed by hand: {_length(placed)} mm"
    message += "." if was is None else f" ({was} mm automatically)."
    note = Finding("viable-caliper-placed", message, Severity.NOTE, measured.lesion)
    remarks = caliper_findings(
        measured.lesion, placed.caliper, viable=viable, whole=whole, gap_mm=gap_mm
    )
    own, across = measured.standard_errors, placed.perpendicular
    assert own is not None
    return replace(
        measured,
        viable_diameter_mm=_length(placed),
        viable_perpendicular_mm=_mm(placed.perpendicular_mm),
        viable_band_mm=None,
        viable_islands_sum_mm=None,
        reason="",
        caliper=placed.caliper,
        standard_errors=replace(
            own,
            viable_perpendicular_mm=across.uncertainty_mm if across else None,
            viable_islands_sum_mm=None,
        ),
        findings=(*measured.findings, note, *remarks),
        key_image=key_image(
            phases, parts.tissues, viable=placed.caliper, whole=parts.whole.caliper
        ),
    )


def _sum(islands: Sequence[LesionDiameter]) -> Decimal | None:
    """Sum of the diameters of islands as reported; None in an oblique plane."""
    return sum(map(_length, islands), Decimal(0)) if islands else None


def _why_not_judged(found: Enhancement, rule: ViabilityRule) -> str:
    """Why the viable part is not evaluable, or nothing."""
    if found.judged_pct >= rule.min_judged_pct:
        return ""
    if not found.judged_pct and found.findings:
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


def _cut_by_lost_slices(phases: PhaseSet, mask: Mask) -> str:
    """Why a lesion that ends where slices were lost cannot be measured, or nothing."""
    lost = any(finding.code in LOST_SLICES for finding in phases.reference.findings)
    if not lost or not mask.array[[0, -1]].any():
        return ""
    return "Damaged or missing slices cut through the lesion."


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
