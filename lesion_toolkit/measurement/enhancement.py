"""How much a lesion takes up: arterial minus precontrast, with the noise taken out."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from lesion_toolkit.errors import InputRefused, SpaceMismatch
from lesion_toolkit.measurement.viability_rule import ViabilityRule
from lesion_toolkit.model.finding import Finding, Severity
from lesion_toolkit.model.phase import Phase, PhaseSet
from lesion_toolkit.model.volume import Mask

Values = NDArray[np.float32]
Flags = NDArray[np.bool_]

REFERENCE_FROM_MM, REFERENCE_TO_MM = 5.0, 20.0
"""Where around the lesion liver is looked for."""

OIL_MARGIN_MM = 5.0
"""Lipiodol this close to the lesion may reach into it."""

ENOUGH_WEIGHT = 0.05
"""Share of the smoothing kernel that must carry tissue."""

NOT_IMAGED_HU = -1000.0


@dataclass(frozen=True, slots=True, eq=False)
class Enhancement:
    """What the lesion takes up, on the crop of the exam that holds it.

    Attributes
    ----------
    values
        Enhancement (k, j, i) in HU or scanner units, smoothed; NaN outside the lesion
        and where it cannot be judged.
    lesion
        Voxels of the lesion on the same crop.
    oil
        Voxels of lipiodol or calcification.
    threshold, low, high
        From which on tissue counts as viable: by default, and at both ends of the band.
    method
        In words.
    findings
        What a reader must know about it.
    """

    values: Values
    lesion: Mask
    oil: Flags
    threshold: float
    low: float
    high: float
    method: str
    findings: tuple[Finding, ...] = ()

    @property
    def judged(self) -> Flags:
        """Voxels that could be judged."""
        return np.isfinite(self.values)

    @property
    def judged_pct(self) -> float:
        """Share of the lesion that could be judged, in percent."""
        count = np.count_nonzero(self.lesion.array)
        return 100.0 * float(np.count_nonzero(self.judged)) / count


def enhancement(phases: PhaseSet, mask: Mask, rule: ViabilityRule) -> Enhancement:
    """Measure what a lesion takes up in the arterial phase.

    Parameters
    ----------
    phases
        The exam on one geometry, precontrast laid on the lesion (:func:`align_at`).
    mask
        The lesion on that geometry.
    rule
        The definition.

    Returns
    -------
    Enhancement
        Nothing is judged without an arterial phase, on CT with lipiodol but without
        precontrast, and on MR without precontrast; a finding says so.

    Raises
    ------
    InputRefused
        The mask marks no voxel.
    SpaceMismatch
        The mask lies on another grid than the exam.
    """
    needs_liver = phases.precontrast is None or phases.reference.modality == "MR"
    lesion, box = _crop(phases, mask, REFERENCE_TO_MM if needs_liver else OIL_MARGIN_MM)
    if phases.arterial is None:
        return _nothing(lesion, "no-arterial-phase", NO_ARTERIAL)
    arterial = np.asarray(phases.arterial.array[box], np.float32)
    timing = _early(phases.arterial_phase)
    if phases.precontrast is None:
        if phases.arterial.modality == "MR":
            return _nothing(lesion, "no-precontrast", NO_MR_PRECONTRAST)
        return _above_liver(arterial, lesion, rule, timing)
    precontrast = np.asarray(phases.precontrast.array[box], np.float32)
    if phases.arterial.modality == "MR":
        return _subtracted_mr(arterial, precontrast, lesion, rule, timing)
    return _subtracted_ct(arterial, precontrast, lesion, rule, timing)


NO_ARTERIAL = "No arterial phase: what of the lesion is viable cannot be measured."
NO_MR_PRECONTRAST = (
    "No precontrast series: on MR a lesion bright before contrast cannot be told from "
    "one that enhances."
)
OIL_WITHOUT_PRECONTRAST = (
    "Bright as lipiodol and no precontrast series: enhancement cannot be told from oil."
)


def _crop(
    phases: PhaseSet, mask: Mask, margin_mm: float
) -> tuple[Mask, tuple[slice, slice, slice]]:
    if not mask.geometry.same_space_as(phases.geometry):
        raise SpaceMismatch(
            "a lesion mask on another grid than the exam.",
            "a mask on the grid of the arterial phase, in its frame of reference.",
            "load it with load_masks(path, like=volume), which resamples it.",
        )
    tight = mask.bounding_box()
    if tight is None:
        raise InputRefused(
            "a lesion mask without a single voxel.",
            "a mask that marks the lesion.",
            "draw or click the lesion again; record a vanished lesion as absent.",
        )
    margin = [int(np.ceil(margin_mm / s)) for s in mask.geometry.spacing_mm]
    k, j, i = (
        slice(max(part.start - more, 0), min(part.stop + more, size))
        for part, more, size in zip(tight, margin, mask.array.shape, strict=True)
    )
    part = mask.array[k, j, i]
    start = (k.start, j.start, i.start)
    shape = (part.shape[0], part.shape[1], part.shape[2])
    geometry = mask.geometry.crop(start, shape)
    return Mask(part, geometry, source=mask.source), (k, j, i)


def _subtracted_ct(
    arterial: Values,
    precontrast: Values,
    lesion: Mask,
    rule: ViabilityRule,
    findings: tuple[Finding, ...],
) -> Enhancement:
    spacing = lesion.geometry.spacing_mm
    oil = _oil(arterial, precontrast, spacing, rule)
    here = lesion.array & ~oil
    after = _smoothed(arterial, here & (arterial > rule.void_hu), spacing, rule)
    before = _smoothed(precontrast, here & (precontrast > rule.void_hu), spacing, rule)
    values = after - np.maximum(before, rule.darkest_precontrast_hu)
    values[~here] = np.nan
    return Enhancement(
        values,
        lesion,
        oil & lesion.array,
        rule.enhancement_hu,
        rule.low_hu,
        rule.high_hu,
        "arterial minus precontrast",
        findings
        + _uncovered(precontrast <= NOT_IMAGED_HU, lesion)
        + _oil_finding(oil & lesion.array, lesion),
    )


def _subtracted_mr(
    arterial: Values,
    precontrast: Values,
    lesion: Mask,
    rule: ViabilityRule,
    findings: tuple[Finding, ...],
) -> Enhancement:
    spacing = lesion.geometry.spacing_mm
    imaged = lesion.array & (precontrast > 0)
    values = _smoothed(arterial - precontrast, imaged, spacing, rule)
    values[~lesion.array] = np.nan
    liver = _reference(precontrast, lesion, rule, darkest=None)
    threshold = liver * rule.enhancement_mr_pct / 100.0
    return Enhancement(
        values,
        lesion,
        np.zeros(values.shape, bool),
        threshold,
        threshold * rule.low_hu / rule.enhancement_hu,
        threshold * rule.high_hu / rule.enhancement_hu,
        "arterial minus precontrast, in percent of unenhanced liver",
        findings + _uncovered(precontrast <= 0, lesion),
    )


def _above_liver(
    arterial: Values,
    lesion: Mask,
    rule: ViabilityRule,
    findings: tuple[Finding, ...],
) -> Enhancement:
    bright = np.count_nonzero(lesion.array & (arterial > rule.oil_seen_hu))
    if 100 * bright > rule.oil_seen_pct * np.count_nonzero(lesion.array):
        return _nothing(lesion, "lipiodol-without-precontrast", OIL_WITHOUT_PRECONTRAST)
    liver = _reference(arterial, lesion, rule, darkest=rule.darkest_precontrast_hu)
    tissue = lesion.array & (arterial > rule.void_hu)
    values = _smoothed(arterial, tissue, lesion.geometry.spacing_mm, rule) - liver
    values[~lesion.array] = np.nan
    above = rule.without_precontrast_hu
    return Enhancement(
        values,
        lesion,
        np.zeros(values.shape, bool),
        above,
        above + rule.low_hu - rule.enhancement_hu,
        above + rule.high_hu - rule.enhancement_hu,
        "arterial compared with liver, without precontrast",
        (*findings, _NO_PRECONTRAST),
    )


_NO_PRECONTRAST = Finding(
    "no-precontrast",
    "No precontrast series: viable is what is about as bright as liver or brighter; "
    "lower certainty.",
    Severity.CAUTION,
)


def _nothing(lesion: Mask, code: str, message: str) -> Enhancement:
    shape = lesion.array.shape
    return Enhancement(
        np.full(shape, np.nan, np.float32),
        lesion,
        np.zeros(shape, bool),
        np.nan,
        np.nan,
        np.nan,
        "not judged",
        (Finding(code, message, Severity.SERIOUS),),
    )


def _oil(
    arterial: Values, precontrast: Values, spacing: Sequence[float], rule: ViabilityRule
) -> Flags:
    """Mark lipiodol and calcification, dust and its partial volume included."""
    dense = precontrast > rule.lipiodol_hu
    bright_before = precontrast > rule.dust_precontrast_hu
    if bright_before.any():
        reach = (max(rule.dust_reach_mm, spacing[0]), rule.dust_reach_mm)
        dense |= (arterial > rule.dust_arterial_hu) & _near(
            bright_before, spacing, *reach
        )
    if not dense.any():
        return dense
    apart = ndimage.distance_transform_edt(~dense, sampling=spacing)
    grown: Flags = apart <= rule.lipiodol_grown_mm
    return grown


def _near(
    flags: Flags, spacing: Sequence[float], across_mm: float, in_plane_mm: float
) -> Flags:
    """Voxels within reach of a flag: across the slices and in plane."""
    # distances in units of the reach turn the two reaches into one
    units = [spacing[0] / across_mm, *(s / in_plane_mm for s in spacing[1:])]
    near: Flags = ndimage.distance_transform_edt(~flags, sampling=units) <= 1.0
    return near


def _smoothed(
    values: Values, tissue: Flags, spacing: Sequence[float], rule: ViabilityRule
) -> Values:
    """Gaussian mean over tissue only (normalised convolution); NaN where there is none.

    What is not tissue of this lesion (oil, air, fat, liver around it) has no say.
    """
    sigma = [rule.sigma_mm / s for s in spacing]
    weight = ndimage.gaussian_filter(tissue.astype(np.float32), sigma, truncate=3.0)
    total = ndimage.gaussian_filter(
        np.where(tissue, values, np.float32(0)), sigma, truncate=3.0
    )
    mean = np.full(values.shape, np.nan, np.float32)
    np.divide(total, weight, out=mean, where=weight > ENOUGH_WEIGHT)
    return mean


def _reference(
    values: Values, lesion: Mask, rule: ViabilityRule, darkest: float | None
) -> float:
    """Typical value of liver around the lesion: clipped mean of a shell of tissue."""
    spacing = lesion.geometry.spacing_mm
    calm = ndimage.gaussian_filter(values, [rule.sigma_mm / s for s in spacing])
    apart = ndimage.distance_transform_edt(~lesion.array, sampling=spacing)
    shell = calm[(apart >= REFERENCE_FROM_MM) & (apart <= REFERENCE_TO_MM)]
    if darkest is None:
        darkest = 0.25 * float(np.percentile(shell, 99)) if shell.size else 0.0
    shell = shell[shell > darkest]
    if shell.size == 0:
        raise InputRefused(
            "no soft tissue within 20 mm of the lesion.",
            "liver around the lesion to compare it with.",
            "check that the mask lies in the patient, or add a precontrast series.",
        )
    for _ in range(5):
        middle = np.median(shell)
        spread = 1.4826 * np.median(np.abs(shell - middle))
        shell = shell[np.abs(shell - middle) <= max(2 * spread, 1e-3)]
    return float(shell.mean())


def _early(phase: Phase | None) -> tuple[Finding, ...]:
    if phase is not Phase.EARLY_ARTERIAL:
        return ()
    message = (
        "Early arterial phase: tumor may enhance less than in the late arterial phase, "
        "so that the threshold weighs more."
    )
    return (Finding("early-arterial", message, Severity.CAUTION),)


def _uncovered(absent: Flags, lesion: Mask) -> tuple[Finding, ...]:
    share = float(absent[lesion.array].mean())
    if share == 0:
        return ()
    message = (
        f"The precontrast series does not cover {100 * share:.0f} % of the lesion; "
        "that part is indeterminate."
    )
    return (Finding("precontrast-not-covering", message, Severity.CAUTION),)


def _oil_finding(oil: Flags, lesion: Mask) -> tuple[Finding, ...]:
    share = float(oil[lesion.array].mean())
    if share < 0.001:
        return ()
    message = (
        f"{100 * share:.0f} % of the lesion is lipiodol or calcification: "
        "indeterminate, never counted as viable."
    )
    return (Finding("lipiodol", message, Severity.CAUTION),)
