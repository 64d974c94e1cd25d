"""After minus before contrast on the crop of a lesion, with the noise taken out."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from lesion_toolkit.measurement.enhancement import Enhancement, nothing_judged
from lesion_toolkit.measurement.lipiodol import (
    NEEDS_PRECONTRAST,
    TAKEN_FOR,
    grown,
    lipiodol,
    lipiodol_finding,
    looks_oily,
)
from lesion_toolkit.measurement.misregistration import faked_enhancement, residual_mm
from lesion_toolkit.measurement.parenchyma import Box, liver_around
from lesion_toolkit.measurement.phase_cautions import (
    NO_CT_PRECONTRAST,
    uncovered_finding,
)
from lesion_toolkit.measurement.smoothing import mean_nearby, suited_sigma_mm
from lesion_toolkit.measurement.viability_rule import ViabilityRule
from lesion_toolkit.model.phase import Phase, PhaseSet
from lesion_toolkit.model.volume import Mask

Values = NDArray[np.float32]
Flags = NDArray[np.bool_]

ENOUGH_WEIGHT = 0.05
"""Share of the smoothing kernel that must carry tissue."""

NOT_IMAGED_HU = -1000.0


def values_in(phases: PhaseSet, phase: Phase, box: Box) -> Values:
    """Voxels of one phase on a crop (k, j, i)."""
    return np.asarray(phases.volumes[phase].array[box], np.float32)


def subtracted_ct(
    phases: PhaseSet, phase: Phase, box: Box, lesion: Mask, rule: ViabilityRule
) -> Enhancement:
    """Measure in HU what each voxel gains; lipiodol is told from tissue."""
    after = values_in(phases, phase, box)
    precontrast = values_in(phases, Phase.PRECONTRAST, box)
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


def subtracted_mr(
    phases: PhaseSet, phase: Phase, box: Box, lesion: Mask, rule: ViabilityRule
) -> Enhancement:
    """Measure in scanner units what each voxel gains; liver sets the threshold."""
    after = values_in(phases, phase, box)
    precontrast = values_in(phases, Phase.PRECONTRAST, box)
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


def above_liver(
    phases: PhaseSet, box: Box, lesion: Mask, rule: ViabilityRule
) -> Enhancement:
    """Compare arterial CT with liver, where nothing was imaged before contrast."""
    assert phases.arterial_phase is not None  # looked at before
    arterial = values_in(phases, phases.arterial_phase, box)
    if looks_oily(arterial, lesion, rule):
        return nothing_judged(lesion, NEEDS_PRECONTRAST)
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
