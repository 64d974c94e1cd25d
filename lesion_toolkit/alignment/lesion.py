"""The precontrast series laid on one lesion, so that subtraction means something."""

from dataclasses import replace

import numpy as np
import SimpleITK as sitk
from numpy.typing import NDArray
from scipy import ndimage

from lesion_toolkit.alignment.resampling import outside_value, resample_onto
from lesion_toolkit.alignment.rigid import fit_rigid
from lesion_toolkit.errors import SpaceMismatch
from lesion_toolkit.model.finding import Finding
from lesion_toolkit.model.phase import Phase, PhaseSet
from lesion_toolkit.model.volume import Mask, Volume

Flags = NDArray[np.bool_]

REACH_MM = 12.0
"""How much of the lesion's surroundings takes part (enough to hold its edge)."""

MOVED_MM = 35.0
"""How far around the lesion the move goes: all that it is compared with lies nearer."""

MAX_SHIFT_MM = 20.0
BONE_HU = 180.0
BONE_GROWN_MM = 2.0


def align_at(phases: PhaseSet, mask: Mask) -> PhaseSet:
    """Register the precontrast series again, looking only at one lesion.

    The region is the lesion and 12 mm around it without bone: ribs do not breathe, and
    a box that holds them pulls the lesion the wrong way. Bright voxels inside the
    lesion stay (lipiodol is the best landmark there is). What is found holds around the
    lesion and is done there alone: tissue further away than 35 mm stays where the whole
    exam laid it. Where there is no arterial or no precontrast phase, or not moving is
    best, the exam is returned as it came.

    Parameters
    ----------
    phases
        An exam on one geometry.
    mask
        The lesion on that geometry.

    Returns
    -------
    PhaseSet
        The same exam with the precontrast volume moved around the lesion and its
        residual (mm) renewed.

    Raises
    ------
    SpaceMismatch
        The mask lies on another grid than the exam.
    """
    refuse_other_grid(phases, mask)
    arterial, precontrast = phases.arterial, phases.precontrast
    near = mask.box_within(REACH_MM + BONE_GROWN_MM)
    if arterial is None or precontrast is None or near is None:
        return phases
    around = _surroundings(arterial.cropped(near), mask.array[near])
    fit = fit_rigid(
        arterial.cropped(near), precontrast, around, max_shift_mm=MAX_SHIFT_MM
    )
    volumes = dict(phases.volumes)
    residuals = dict(phases.registration_residual_mm)
    findings = list(phases.findings)
    if fit.transform is not None:
        volumes[Phase.PRECONTRAST] = _moved(precontrast, fit.transform, mask)
    if np.isfinite(fit.residual_mm):
        residuals[Phase.PRECONTRAST] = fit.residual_mm
    if fit.at_limit:
        findings.append(
            Finding(
                "lesion-alignment-switched-off",
                "no trustworthy alignment of the precontrast series at the lesion; the "
                "alignment of the whole exam was kept.",
                where=mask.source,
            )
        )
    return replace(
        phases,
        volumes=volumes,
        registration_residual_mm=residuals,
        findings=tuple(findings),
    )


def refuse_other_grid(phases: PhaseSet, mask: Mask) -> None:
    """Refuse a mask that does not lie on the exam's grid."""
    if not mask.geometry.same_space_as(phases.geometry):
        raise SpaceMismatch(
            "a lesion mask on another grid than the exam.",
            "a mask on the grid of the arterial phase, in its frame of reference.",
            "load it with load_masks(path, like=volume), which resamples it.",
        )


def _surroundings(arterial: Volume, lesion: Flags) -> Mask:
    """Mark the lesion and what lies within reach, without bone."""
    spacing = arterial.geometry.spacing_mm
    apart = ndimage.distance_transform_edt(~lesion, sampling=spacing)
    near = apart <= REACH_MM
    if arterial.modality != "MR":
        bone = (arterial.array > BONE_HU) & ~lesion
        if bone.any():
            to_bone = ndimage.distance_transform_edt(~bone, sampling=spacing)
            near &= (to_bone > BONE_GROWN_MM) | lesion
    return Mask(near, arterial.geometry)


def _moved(precontrast: Volume, transform: sitk.Transform, mask: Mask) -> Volume:
    """Move what lies around the lesion; the rest of the exam stays where it was."""
    box = mask.box_within(MOVED_MM)
    assert box is not None  # an empty mask moves nothing
    part = resample_onto(
        precontrast,
        precontrast.cropped(box).geometry,
        outside=outside_value(precontrast.modality),
        transform=transform,
    )
    whole = precontrast.array.copy()
    whole[box] = part.array
    return precontrast.with_array(whole)
