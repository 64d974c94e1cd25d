"""Viable, necrotic or indeterminate: what of a lesion is alive.

Viable tissue enhances at all: arterial minus precontrast reaches the threshold after
smoothing matched to the noise, in pieces thick and large enough to be tumor. Not
"brighter than liver", whose meaning changes with the timing of the bolus from visit to
visit. ``docs/definitions/viable-tissue.md`` has the evidence and the limits.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from lesion_toolkit.measurement.enhancement import Enhancement
from lesion_toolkit.measurement.lesion_enhancement import enhancement
from lesion_toolkit.measurement.misregistration import misregistration_finding
from lesion_toolkit.measurement.rims import rim_finding
from lesion_toolkit.measurement.smoothing import mean_nearby
from lesion_toolkit.measurement.viability_rule import DEFAULT_RULE, ViabilityRule
from lesion_toolkit.model.finding import Finding, Severity
from lesion_toolkit.model.phase import PhaseSet
from lesion_toolkit.model.reference import ReferenceTissue
from lesion_toolkit.model.volume import Mask, Tissue, ViabilityMap

__all__ = [
    "ViabilityRule",
    "ViableRegion",
    "classified",
    "viability",
    "viable_above",
    "with_oil",
]

Flags = NDArray[np.bool_]
Values = NDArray[np.float32]

CORE, DEAD_CORES = 0.98, (0.1, 0.4)
"""Share of the kernel that is alive from which tissue is away from the edge, on the
living side, and below which, on the dead side: where nothing dead is as far from it as
the first number wants, as the second one does. What is left of it is taken out."""

BESIDE, LEAST_EDGE = 0.05, 0.5
"""Share of the kernel that certainly lives within 1.6 of its widths of an edge, where
tissue may belong to it although blur took it below the threshold; and the least that
such tissue enhances by, of the threshold: midway between it and nothing at all (CT: 10
HU, below which nothing is called enhancement). A threshold below that of liver has no
such middle and stays."""

LEVELS = (0.25, 0.75)
"""A region smaller than its smoothing has no edge worth following further."""

WEAK = 2.0
"""Viable tissue whose median enhancement is below so many thresholds is close to it."""

_IN_PLANE = np.zeros((3, 3, 3), bool)
_IN_PLANE[1] = ndimage.generate_binary_structure(2, 1)


def viability(
    phases: PhaseSet,
    mask: Mask,
    *,
    rule: ViabilityRule = DEFAULT_RULE,
    reference: ReferenceTissue | None = None,
    refused: Finding | None = None,
) -> ViabilityMap:
    """Say of every voxel of a lesion whether it is viable, necrotic or indeterminate.

    Parameters
    ----------
    phases
        The exam on one geometry, precontrast laid on the lesion.
    mask
        The lesion, viable and necrotic parts together, on that geometry.
    rule
        The definition.
    reference
        Normal tissue, for a rule that compares with it.
    refused
        Why nothing may be judged here
        (:func:`~lesion_toolkit.measurement.refusals.viability_refused`).

    Returns
    -------
    ViabilityMap
        Codes (k, j, i) on the crop of the exam that holds the lesion. Where enhancement
        cannot be judged at all (no arterial phase, lipiodol without precontrast) every
        voxel is indeterminate and a finding says why.

    Raises
    ------
    InputRefused
        The mask marks no voxel.
    SpaceMismatch
        The mask lies on another grid than the exam.
    UsageRefused
        The rule compares with normal tissue, and there is no reference.
    """
    found = enhancement(phases, mask, rule, reference=reference, refused=refused)
    return classified(found, viable_above(found, found.threshold, rule), rule)


@dataclass(frozen=True, slots=True, eq=False)
class ViableRegion:
    """Tissue that enhances from a threshold on, without rims, vessels and specks.

    Attributes
    ----------
    flags
        Viable voxels (k, j, i) on the crop of the enhancement.
    above
        How far the enhancement of each voxel is above that of the edge of viable
        tissue there (HU or scanner units); NaN where it was not judged.
    doubtful
        Voxels that may enhance only because the precontrast volume is a little off.
    """

    flags: Flags
    above: Values
    doubtful: Flags

    def volume_ml(self, voxel_ml: float) -> float:
        """Volume of the viable voxels in ml."""
        return int(np.count_nonzero(self.flags)) * voxel_ml

    @property
    def dropped(self) -> Flags:
        """Voxels that enhance, but are too thin or too small to count."""
        with np.errstate(invalid="ignore"):
            return np.asarray((self.above >= 0) & ~self.flags)

    def dropped_ml(self, voxel_ml: float) -> float:
        """Volume of these in ml."""
        return int(np.count_nonzero(self.dropped)) * voxel_ml


def classified(
    found: Enhancement, alive: ViableRegion, rule: ViabilityRule
) -> ViabilityMap:
    """Turn enhancement and what of it is viable into three kinds of tissue."""
    codes = np.full(alive.flags.shape, Tissue.OUTSIDE, np.uint8)
    codes[found.lesion.array] = Tissue.INDETERMINATE
    codes[found.judged] = Tissue.NECROTIC
    if found.oil_is is not Tissue.INDETERMINATE:  # what counts of oil is alive below
        codes[found.oil] = Tissue.NECROTIC
    codes[alive.doubtful] = Tissue.INDETERMINATE
    codes[alive.flags] = Tissue.VIABLE
    thresholds = {
        "enhancement": found.threshold,
        "low": found.low,
        "high": found.high,
        "sigma_mm": found.sigma_mm,
        "opening_mm": rule.opening_mm,
        "min_component_mm": rule.min_component_mm,
        "lipiodol_hu": rule.lipiodol_hu,
    }
    if found.normal is not None:
        tissue = found.normal.tissue
        thresholds[f"{tissue}_mean"] = found.normal.mean
        thresholds[f"{tissue}_sd"] = found.normal.sd
        thresholds[f"{tissue}_spread"] = found.normal.spread
    return ViabilityMap(
        codes,
        found.lesion.geometry,
        found.method,
        thresholds=thresholds,
        findings=found.findings + _remarks(found, alive),
    )


def viable_above(
    found: Enhancement, threshold: float, rule: ViabilityRule
) -> ViableRegion:
    """Find the tissue that enhances from a threshold on, thick and large enough."""
    with np.errstate(invalid="ignore"):
        edge = _edge(found, threshold)
        above = found.values - edge
        least = found.values - found.faked
        doubtful = (above >= 0) & (least < np.minimum(edge, threshold))
        above[doubtful] = np.nan
    return _region(found, above, doubtful, rule)


def with_oil(
    alive: ViableRegion, found: Enhancement, rule: ViabilityRule
) -> ViableRegion:
    """Count lipiodol as viable beside what enhances."""
    taken = replace(found, oil_is=Tissue.VIABLE)
    return _region(taken, alive.above, alive.doubtful, rule)


def _region(
    found: Enhancement, above: Values, doubtful: Flags, rule: ViabilityRule
) -> ViableRegion:
    """Keep what is thick and large enough to be tumor."""
    spacing = found.lesion.geometry.spacing_mm
    with np.errstate(invalid="ignore"):
        enhancing = above >= 0
    if found.oil_is is Tissue.VIABLE:
        enhancing |= found.oil
    thick = _thick(enhancing, found.oil, spacing, rule.opening_mm)
    flags = _without_specks(thick, spacing, rule.min_component_mm)
    return ViableRegion(flags, above, doubtful & ~flags)


def _edge(found: Enhancement, threshold: float) -> Values:
    """Enhancement of the edge between living and dead tissue nearby.

    Smoothing spreads enhancement into dead tissue and takes it from living. A threshold
    far below the level of the living would follow it into the dead; one just below that
    level would lose the outermost living tissue. The edge lies midway between the two
    levels, or lower where living tissue bulges and higher where dead tissue does, for
    smoothing draws in what bulges. Below the threshold it lies only beside tissue that
    certainly reaches it. The threshold itself where there is no such edge.
    """
    sigma = [found.sigma_mm / s for s in found.lesion.geometry.spacing_mm]
    judged = found.judged
    with np.errstate(invalid="ignore"):
        enhancing = found.values >= threshold
        certain = found.values - found.faked >= threshold
    share = mean_nearby(enhancing.astype(np.float32), judged, sigma)
    beside = mean_nearby(certain.astype(np.float32), judged, sigma) > BESIDE
    least = min(LEAST_EDGE * threshold, threshold)
    floor = np.where(beside, np.float32(least), np.float32(threshold))
    wide = [2 * s for s in sigma]
    living = mean_nearby(found.values, judged & (share > CORE), wide)
    pure = _without_living(found.values, living, share)
    dead, thin = (
        mean_nearby(pure, judged & (share < core), wide) for core in DEAD_CORES
    )
    dead = np.where(np.isnan(dead), thin, dead)
    middle = _not_below(floor, np.asarray((living + dead) / 2), threshold)
    with np.errstate(invalid="ignore"):
        alive = found.values >= middle
    level = dead + (living - dead) * _level_of_edge(alive, judged, sigma)
    return _not_below(floor, level, threshold)


def _not_below(floor: Values, level: Values, threshold: float) -> Values:
    """Keep an edge from a floor on; the threshold where there is none."""
    known = np.maximum(level, floor)
    return np.asarray(np.where(np.isnan(level), np.float32(threshold), known))


def _without_living(values: Values, living: Values, share: Values) -> Values:
    """Take the enhancement that smoothing spread out of living tissue off dead one."""
    with np.errstate(invalid="ignore"):
        spread = np.minimum(share, DEAD_CORES[-1])
        dead = (values - spread * living) / (1 - spread)
    return np.where(np.isnan(living), values, dead)


def _level_of_edge(alive: Flags, judged: Flags, sigma: list[float]) -> Values:
    """Find what a region is on its edge once smoothed; a half where it is flat."""
    smooth = mean_nearby(alive.astype(np.float32), judged, sigma)
    dead = judged & ~alive
    within = alive & ndimage.binary_dilation(dead, _IN_PLANE)
    beyond = dead & ndimage.binary_dilation(alive, _IN_PLANE)
    level = mean_nearby(smooth, within, sigma) + mean_nearby(smooth, beyond, sigma)
    return np.asarray(np.clip(np.nan_to_num(level / 2, nan=0.5), *LEVELS))


def _thick(
    enhancing: Flags,
    oil: Flags,
    spacing: tuple[float, float, float],
    thickness_mm: float,
) -> Flags:
    """In each slice, tissue that is thick, and what it goes on as beside lipiodol.

    Lipiodol hides how thick the tissue beside it is: a disc may reach into it there.
    Only what is joined to tissue that is thick by itself is kept for it; a thin rim
    around a deposit stays a thin rim.
    """
    thick = _opened(enhancing, spacing, thickness_mm)
    if not oil.any() or not thick.any():
        return thick
    beside = _opened(enhancing | oil, spacing, thickness_mm) & enhancing
    pieces, count = ndimage.label(beside, _IN_PLANE)
    joined = np.zeros(count + 1, bool)
    joined[pieces[thick]] = True
    joined[0] = False
    return np.asarray(thick | joined[pieces])


def _opened(
    flags: Flags, spacing: tuple[float, float, float], thickness_mm: float
) -> Flags:
    """In each slice, what a disc of this diameter can sweep without leaving it.

    A disc of voxels never fits the outermost voxels of a round outline; the layer of
    one voxel that it takes from them for that is given back.
    """
    if not flags.any():
        return flags
    pixel_mm = (spacing[1] + spacing[2]) / 2
    # the edge lies half a pixel before the first center outside
    radius = (thickness_mm + pixel_mm) / 2
    centers = _in_plane_distance(flags, spacing) >= radius
    if not centers.any():
        return centers
    swept = _in_plane_distance(~centers, spacing) < radius + pixel_mm
    return np.asarray(flags & swept)


def _in_plane_distance(
    flags: Flags, spacing: tuple[float, float, float]
) -> NDArray[np.float64]:
    """Distance in mm of each flagged voxel to the nearest unflagged of its slice."""
    far = 10 * max(flags.shape) * max(spacing)  # slices do not see each other
    return np.asarray(ndimage.distance_transform_edt(flags, (far, *spacing[1:])))


def _without_specks(
    flags: Flags, spacing: tuple[float, float, float], diameter_mm: float
) -> Flags:
    """Drop islands that in no slice are as large as a disc of this diameter.

    Where an island tapers off, its smaller sections belong to it.
    """
    sections, _ = ndimage.label(flags, _IN_PLANE)
    area_mm2 = np.bincount(sections.ravel()) * spacing[1] * spacing[2]
    large = area_mm2 >= np.pi * diameter_mm**2 / 4
    large[0] = False
    islands, count = ndimage.label(flags)
    measurable = np.zeros(count + 1, bool)
    measurable[islands[large[sections]]] = True
    kept: Flags = measurable[islands]
    return kept


def _remarks(found: Enhancement, alive: ViableRegion) -> tuple[Finding, ...]:
    if not found.judged_pct:
        return ()
    rim = rim_finding(found.lesion, alive.flags, alive.dropped)
    rim += misregistration_finding(alive.doubtful, found.lesion.array)
    if not alive.flags.any():
        return (*rim, _nothing_viable(found))
    enhancing = found.values[alive.flags & found.judged]
    typical = float(np.median(enhancing)) if enhancing.size else np.inf
    if found.threshold > 0 and typical < WEAK * found.threshold:
        message = (
            f"Viable tissue enhances by only {typical:.0f} (threshold "
            f"{found.threshold:.0f}): what counts as viable depends on the threshold."
        )
        return (*rim, Finding("weak-enhancement", message, Severity.CAUTION))
    return rim


def _nothing_viable(found: Enhancement) -> Finding:
    with np.errstate(invalid="ignore"):
        specks = bool((found.values >= found.threshold).any())
    phase = "arterial" if found.phase.is_arterial else str(found.phase)
    message = f"No {phase} enhancement in the lesion."
    if specks:
        message = (
            f"No {phase} enhancement large enough to be tumor; thin or small enhancing "
            "spots were left out."
        )
    return Finding("no-viable-tissue", message, Severity.NOTE)
