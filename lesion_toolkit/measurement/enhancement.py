"""How much a lesion takes up: after minus before contrast, with the noise taken out."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from lesion_toolkit.errors import InputRefused, SpaceMismatch
from lesion_toolkit.measurement.lipiodol import (
    NEEDS_PRECONTRAST,
    TAKEN_FOR,
    grown,
    lipiodol,
    lipiodol_finding,
    looks_oily,
)
from lesion_toolkit.measurement.misregistration import faked_enhancement, residual_mm
from lesion_toolkit.measurement.parenchyma import (
    AROUND_TO_MM,
    Box,
    Uptake,
    liver_around,
    reference_uptake,
)
from lesion_toolkit.measurement.perfusion import without_perfusion_changes
from lesion_toolkit.measurement.phase_cautions import (
    NO_ARTERIAL,
    NO_CT_PRECONTRAST,
    NO_MR_PRECONTRAST,
    NO_PORTAL,
    PORTAL_JUDGED,
    PORTAL_WITHOUT_PRECONTRAST,
    early_finding,
    uncovered_finding,
)
from lesion_toolkit.measurement.smoothing import mean_nearby, suited_sigma_mm
from lesion_toolkit.measurement.viability_rule import (
    JudgedPhase,
    ViabilityRule,
    ViableMeans,
)
from lesion_toolkit.model.finding import Finding
from lesion_toolkit.model.phase import Phase, PhaseSet
from lesion_toolkit.model.reference import ReferenceTissue
from lesion_toolkit.model.volume import Mask, Tissue

Values = NDArray[np.float32]
Flags = NDArray[np.bool_]

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
    oil_is
        What they are taken for.
    faked
        How much of each value the residual misalignment may have added.
    zero
        What ``values`` are relative to, where there is no precontrast volume.
    threshold, low, high
        From which on tissue counts as viable: by default, and at both ends of the band.
    method
        In words.
    sigma_mm
        Width of the Gaussian that ``values`` were smoothed with.
    normal
        What normal tissue takes up, where the threshold rests on it.
    phase
        The contrast phase that was judged.
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
    sigma_mm: float
    oil_is: Tissue = Tissue.INDETERMINATE
    faked: Values | float = 0.0
    zero: float = 0.0
    normal: Uptake | None = None
    phase: Phase = Phase.LATE_ARTERIAL
    findings: tuple[Finding, ...] = ()

    @property
    def judged(self) -> Flags:
        """Voxels whose enhancement could be judged."""
        return np.isfinite(self.values)

    @property
    def judged_pct(self) -> float:
        """Share of the lesion that could be judged, in percent."""
        count = np.count_nonzero(self.lesion.array)
        told = self.judged
        if self.oil_is is not Tissue.INDETERMINATE:
            told = told | self.oil
        return 100.0 * float(np.count_nonzero(told)) / count


def enhancement(
    phases: PhaseSet,
    mask: Mask,
    rule: ViabilityRule,
    *,
    reference: ReferenceTissue | None = None,
    refused: Finding | None = None,
) -> Enhancement:
    """Measure what a lesion takes up in the phase that the rule judges.

    Parameters
    ----------
    phases
        The exam on one geometry, precontrast laid on the lesion (:func:`align_at`).
    mask
        The lesion on that geometry.
    rule
        The definition.
    reference
        Normal tissue, where the rule compares with it.
    refused
        Why nothing may be judged here
        (:func:`~lesion_toolkit.measurement.refusals.viability_refused`).

    Returns
    -------
    Enhancement
        Nothing is judged without the arterial phase (or the portal venous one, where
        the rule judges that), on CT with lipiodol but without precontrast, on MR
        without precontrast, and in the portal venous phase without precontrast; a
        finding says so.

    Raises
    ------
    InputRefused
        The mask marks no voxel.
    SpaceMismatch
        The mask lies on another grid than the exam.
    UsageRefused
        The rule compares with normal tissue, and there is no reference.
    """
    is_mr = phases.reference.modality == "MR"
    needs_liver = phases.precontrast is None or is_mr
    lesion, box = _crop(phases, mask, AROUND_TO_MM if needs_liver else OIL_MARGIN_MM)
    if refused is not None:
        return _nothing(lesion, refused)
    by_portal = rule.phase is JudgedPhase.PORTAL
    phase = _judged_phase(phases, by_portal)
    if phase is None:
        return _nothing(lesion, NO_PORTAL if by_portal else NO_ARTERIAL)
    if phases.precontrast is None:
        if is_mr:
            return _nothing(lesion, NO_MR_PRECONTRAST)
        if by_portal:
            return _nothing(lesion, PORTAL_WITHOUT_PRECONTRAST)
        found = _above_liver(phases, box, lesion, rule)
    elif is_mr:
        found = _subtracted_mr(phases, phase, box, lesion, rule)
    else:
        found = _subtracted_ct(phases, phase, box, lesion, rule)
    found = replace(found, phase=phase)
    if not found.judged.any():
        return found
    if rule.viable_means is ViableMeans.HYPERENHANCING:
        found = _above_reference(found, phases, rule, reference)
    if by_portal:  # what only fills early does not show here
        return replace(found, findings=(PORTAL_JUDGED, *found.findings))
    found = replace(
        found, findings=(*early_finding(phases.arterial_phase), *found.findings)
    )
    return without_perfusion_changes(found, phases, mask)


def _judged_phase(phases: PhaseSet, by_portal: bool) -> Phase | None:
    if not by_portal:
        return phases.arterial_phase
    return None if phases.portal_venous is None else Phase.PORTAL_VENOUS


def _crop(
    phases: PhaseSet, mask: Mask, margin_mm: float
) -> tuple[Mask, tuple[slice, slice, slice]]:
    if not mask.geometry.same_space_as(phases.geometry):
        raise SpaceMismatch(
            "a lesion mask on another grid than the exam.",
            "a mask on the grid of the arterial phase, in its frame of reference.",
            "load it with load_masks(path, like=volume), which resamples it.",
        )
    box = mask.box_within(margin_mm)
    if box is None:
        raise InputRefused(
            "a lesion mask without a single voxel.",
            "a mask that marks the lesion.",
            "draw or click the lesion again; record a vanished lesion as absent.",
        )
    part = mask.array[box]
    start = [edge.start for edge in box]
    shape = (part.shape[0], part.shape[1], part.shape[2])
    geometry = mask.geometry.crop(start, shape)
    return Mask(part, geometry, source=mask.source), box


def _values(phases: PhaseSet, phase: Phase, box: Box) -> Values:
    return np.asarray(phases.volumes[phase].array[box], np.float32)


def _subtracted_ct(
    phases: PhaseSet, phase: Phase, box: Box, lesion: Mask, rule: ViabilityRule
) -> Enhancement:
    after = _values(phases, phase, box)
    precontrast = _values(phases, Phase.PRECONTRAST, box)
    oil = lipiodol(after, precontrast, lesion.geometry.spacing_mm, rule)
    spacing, off_mm = lesion.geometry.spacing_mm, residual_mm(phases)
    tissue = ~grown(oil, spacing, rule.lipiodol_grown_mm)
    oil = grown(oil, spacing, min(off_mm, rule.lipiodol_grown_mm))
    here = lesion.array & tissue
    rule = _suited(rule, after, here)
    values = _ct_difference(after, precontrast, here, lesion, rule)
    values[~lesion.array | oil] = np.nan  # beside oil: what the tissue next to it has
    said = lipiodol_finding(oil & lesion.array, lesion, rule)
    return Enhancement(
        values,
        lesion,
        oil & lesion.array,
        rule.enhancement_hu,
        rule.low_hu,
        rule.high_hu,
        f"{rule.phase} minus precontrast",
        rule.sigma_mm,
        TAKEN_FOR[rule.lipiodol],
        _faked(np.clip(precontrast, rule.void_hu, rule.lipiodol_hu), phases, rule),
        findings=uncovered_finding(precontrast <= NOT_IMAGED_HU, lesion) + said,
    )


def _faked(tissue: Values, phases: PhaseSet, rule: ViabilityRule) -> Values:
    spacing, off_mm = phases.geometry.spacing_mm, residual_mm(phases)
    return faked_enhancement(tissue, spacing, off_mm, rule.sigma_mm)


def _ct_difference(
    contrast: Values,
    precontrast: Values,
    here: Flags,
    lesion: Mask,
    rule: ViabilityRule,
) -> Values:
    """After minus before contrast in HU, each smoothed over tissue alone."""
    after = _smoothed(contrast, here & (contrast > rule.void_hu), lesion, rule)
    before = _smoothed(precontrast, here & (precontrast > rule.void_hu), lesion, rule)
    return np.asarray(after - np.maximum(before, rule.darkest_precontrast_hu))


def _subtracted_mr(
    phases: PhaseSet, phase: Phase, box: Box, lesion: Mask, rule: ViabilityRule
) -> Enhancement:
    after = _values(phases, phase, box)
    precontrast = _values(phases, Phase.PRECONTRAST, box)
    imaged = lesion.array & (precontrast > 0)
    liver = liver_around(precontrast, lesion, rule, darkest=None)
    threshold = liver * rule.enhancement_mr_pct / 100.0
    rule = _suited(rule, after, imaged, rule.enhancement_hu / threshold)
    values = _smoothed(after - precontrast, imaged, lesion, rule)
    values[~lesion.array] = np.nan
    return Enhancement(
        values,
        lesion,
        np.zeros(values.shape, bool),
        threshold,
        threshold * rule.low_hu / rule.enhancement_hu,
        threshold * rule.high_hu / rule.enhancement_hu,
        f"{rule.phase} minus precontrast, in percent of unenhanced liver",
        rule.sigma_mm,
        faked=_faked(precontrast, phases, rule),
        findings=uncovered_finding(precontrast <= 0, lesion),
    )


def _above_liver(
    phases: PhaseSet, box: Box, lesion: Mask, rule: ViabilityRule
) -> Enhancement:
    assert phases.arterial_phase is not None  # looked at before
    arterial = _values(phases, phases.arterial_phase, box)
    if looks_oily(arterial, lesion, rule):
        return _nothing(lesion, NEEDS_PRECONTRAST)
    liver = liver_around(arterial, lesion, rule, darkest=rule.darkest_precontrast_hu)
    tissue = lesion.array & (arterial > rule.void_hu)
    rule = _suited(rule, arterial, tissue)
    values = _smoothed(arterial, tissue, lesion, rule) - liver
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
        rule.sigma_mm,
        zero=liver,
        findings=(NO_CT_PRECONTRAST,),
    )


def _above_reference(
    found: Enhancement,
    phases: PhaseSet,
    rule: ViabilityRule,
    reference: ReferenceTissue | None,
) -> Enhancement:
    """Ask for more than normal tissue takes up, never less than enhancing at all."""
    sigma = [found.sigma_mm / s for s in phases.geometry.spacing_mm]

    def calm(box: Box) -> Values:
        wide = _widened(box, [3 * s for s in sigma])
        taken_up = _values(phases, found.phase, wide)
        imaged = np.ones(taken_up.shape, bool)
        if phases.precontrast is not None:
            precontrast = _values(phases, Phase.PRECONTRAST, wide)
            imaged = precontrast > (0 if phases.precontrast.modality == "MR" else -1000)
            taken_up = taken_up - precontrast
        smooth = mean_nearby(taken_up, imaged, sigma)
        inner = tuple(
            slice(part.start - more.start, part.stop - more.start)
            for part, more in zip(box, wide, strict=True)
        )
        return smooth[inner]

    normal = reference_uptake(reference, phases.geometry, calm)
    levels = normal.threshold(rule.k_sd)
    threshold, low, high = (max(one - found.zero, found.threshold) for one in levels)
    return replace(
        found,
        threshold=threshold,
        low=low,
        high=high,
        normal=normal,
        method=f"{found.method}, above normal {normal.tissue}",
    )


def _widened(box: Box, by: list[float]) -> Box:
    k, j, i = (
        slice(max(part.start - int(np.ceil(more)), 0), part.stop + int(np.ceil(more)))
        for part, more in zip(box, by, strict=True)
    )
    return k, j, i


def _nothing(lesion: Mask, why: Finding) -> Enhancement:
    shape = lesion.array.shape
    return Enhancement(
        np.full(shape, np.nan, np.float32),
        lesion,
        np.zeros(shape, bool),
        np.nan,
        np.nan,
        np.nan,
        "not judged",
        np.nan,
        findings=(why,),
    )


def _suited(
    rule: ViabilityRule, arterial: Values, where: Flags, hu_per_unit: float = 1.0
) -> ViabilityRule:
    """Give the definition with the smoothing that suits the noise of this lesion."""
    sigma_mm = suited_sigma_mm(arterial, where, rule, hu_per_unit)
    return replace(rule, sigma_mm=sigma_mm)


def _smoothed(
    values: Values, tissue: Flags, lesion: Mask, rule: ViabilityRule
) -> Values:
    """Gaussian mean over tissue of this lesion only; NaN where there is none.

    What is not tissue of it (oil, air, fat, liver around it) has no say.
    """
    sigma = [rule.sigma_mm / s for s in lesion.geometry.spacing_mm]
    return mean_nearby(values, tissue, sigma, ENOUGH_WEIGHT)
