"""How much of a lesion takes up contrast in the phase that a rule judges."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from lesion_toolkit.errors import InputRefused, SpaceMismatch
from lesion_toolkit.measurement.enhancement import Enhancement, nothing_judged
from lesion_toolkit.measurement.parenchyma import AROUND_TO_MM, Box, reference_uptake
from lesion_toolkit.measurement.perfusion import without_perfusion_changes
from lesion_toolkit.measurement.phase_cautions import (
    NO_ARTERIAL,
    NO_MR_PRECONTRAST,
    NO_PORTAL,
    PORTAL_JUDGED,
    PORTAL_WITHOUT_PRECONTRAST,
    early_finding,
)
from lesion_toolkit.measurement.smoothing import mean_nearby
from lesion_toolkit.measurement.subtraction import (
    above_liver,
    subtracted_ct,
    subtracted_mr,
    values_in,
)
from lesion_toolkit.measurement.viability_rule import (
    JudgedPhase,
    ViabilityRule,
    ViableMeans,
)
from lesion_toolkit.model.finding import Finding
from lesion_toolkit.model.phase import Phase, PhaseSet
from lesion_toolkit.model.reference import ReferenceTissue
from lesion_toolkit.model.volume import Mask

Values = NDArray[np.float32]

OIL_MARGIN_MM = 5.0
"""Lipiodol this close to the lesion may reach into it."""


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
        return nothing_judged(lesion, refused)
    by_portal = rule.phase is JudgedPhase.PORTAL
    phase = _judged_phase(phases, by_portal)
    if phase is None:
        return nothing_judged(lesion, NO_PORTAL if by_portal else NO_ARTERIAL)
    if phases.precontrast is None:
        if is_mr:
            return nothing_judged(lesion, NO_MR_PRECONTRAST)
        if by_portal:
            return nothing_judged(lesion, PORTAL_WITHOUT_PRECONTRAST)
        found = above_liver(phases, box, lesion, rule)
    elif is_mr:
        found = subtracted_mr(phases, phase, box, lesion, rule)
    else:
        found = subtracted_ct(phases, phase, box, lesion, rule)
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
        taken_up = values_in(phases, found.phase, wide)
        imaged = np.ones(taken_up.shape, bool)
        if phases.precontrast is not None:
            precontrast = values_in(phases, Phase.PRECONTRAST, wide)
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
