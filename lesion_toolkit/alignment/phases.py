"""The phases of one exam onto one geometry."""

import datetime
from collections.abc import Mapping, Sequence

import numpy as np
import SimpleITK as sitk
from scipy import ndimage

from lesion_toolkit.alignment.resampling import (
    image_of,
    outside_value,
    resample_onto,
    resampled,
)
from lesion_toolkit.alignment.rigid import RigidFit, fit_rigid
from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.finding import Finding, Severity
from lesion_toolkit.model.phase import ARTERIAL_PHASES, Phase, PhaseLabel, PhaseSet
from lesion_toolkit.model.volume import Mask, Volume

__all__ = ["align_exam", "resample_onto"]

MAX_SHIFT_MM = 30.0
"""Longest difference between two breath-holds that is looked for, along each axis."""

TOLERATED_RESIDUAL_MM = 5.0
"""A phase that stays further off than this gets a finding."""

COARSE_MM = 4.0
SOFT_TISSUE_HU = (0.0, 250.0)
WALL_MM = 12.0
"""Half the thickness above which soft tissue is an organ and not the body wall."""


def align_exam(
    volumes: Mapping[Phase, Volume],
    *,
    labels: Mapping[Phase, PhaseLabel] | None = None,
    sources: Mapping[Phase, str] | None = None,
    date: datetime.date | None = None,
    slice_thickness_mm: float | None = None,
    findings: Sequence[Finding] = (),
) -> PhaseSet:
    """Lay every phase on the arterial grid and undo the shift between breath-holds.

    Without an arterial phase the portal venous grid is used, else the one with the
    smallest voxels. Each other phase is registered rigidly to the reference inside the
    large organs (the body wall does not breathe). A registration that cannot be trusted
    is not applied and leaves a finding.

    Parameters
    ----------
    volumes
        One volume per phase, any grids, one patient space.
    labels, sources, date, slice_thickness_mm, findings
        Carried into the result; ``sources`` default to the volumes' series.

    Raises
    ------
    InputRefused
        There is no volume at all.
    SpaceMismatch
        A phase has another frame of reference.
    """
    reference = _reference_phase(volumes)
    fixed = volumes[reference]
    region = _organs(fixed)
    aligned, residuals, said = {reference: fixed}, {}, list(findings)
    for phase, moving in volumes.items():
        if phase is reference:
            continue
        outside = outside_value(moving.modality)
        if not moving.geometry.same_frame_as(fixed.geometry):
            resample_onto(moving, fixed.geometry, outside=outside)  # says why not
        fit = fit_rigid(
            fixed, moving, region, max_shift_mm=MAX_SHIFT_MM, grid_mm=COARSE_MM
        )
        aligned[phase] = resample_onto(
            moving, fixed.geometry, outside=outside, transform=fit.transform
        )
        if np.isfinite(fit.residual_mm):
            residuals[phase] = fit.residual_mm
        said += _remarks(phase, fit)
    return PhaseSet(
        aligned,
        labels=labels or {},
        sources=sources or {p: v.series_uid for p, v in volumes.items()},
        registration_residual_mm=residuals,
        findings=tuple(said),
        date=date,
        slice_thickness_mm=slice_thickness_mm,
    )


def _reference_phase(volumes: Mapping[Phase, Volume]) -> Phase:
    if not volumes:
        raise InputRefused(
            "an exam without a single usable volume.",
            "at least one contrast phase, better precontrast and late arterial.",
            "run `lesion-toolkit inspect` on the folder to see why each series was "
            "set aside.",
        )
    for phase in (*ARTERIAL_PHASES, Phase.PORTAL_VENOUS):
        if phase in volumes:
            return phase
    return min(volumes, key=lambda phase: volumes[phase].geometry.voxel_volume_ml)


def _remarks(phase: Phase, fit: RigidFit) -> list[Finding]:
    if fit.at_limit:
        return [
            Finding(
                "alignment-switched-off",
                f"{phase}: no trustworthy alignment within {MAX_SHIFT_MM:.0f} mm; the "
                "series is shown where the scanner recorded it.",
                Severity.CAUTION,
                where=str(phase),
            )
        ]
    if fit.residual_mm > TOLERATED_RESIDUAL_MM:
        return [
            Finding(
                "misaligned",
                f"{phase}: about {fit.residual_mm:.0f} mm off after alignment.",
                Severity.CAUTION,
                where=str(phase),
            )
        ]
    return []


def _organs(volume: Volume) -> Mask:
    """Roughly the liver and what it touches: soft tissue thicker than the body wall.

    The largest such piece; where nothing is that thick, the whole body.
    """
    blocks = volume.block_means(COARSE_MM)
    coarse, grid = blocks.array, blocks.geometry
    if volume.modality == "MR":
        body = coarse > 0.15 * np.percentile(coarse, 99)
        soft = body
    else:
        body = coarse > -300
        soft = (coarse > SOFT_TISSUE_HU[0]) & (coarse < SOFT_TISSUE_HU[1])
    core = ndimage.distance_transform_edt(soft, sampling=grid.spacing_mm) > WALL_MM
    pieces, count = ndimage.label(core)
    if count:
        sizes = np.bincount(pieces.ravel())
        core = pieces == 1 + int(np.argmax(sizes[1:]))
        apart = ndimage.distance_transform_edt(~core, sampling=grid.spacing_mm)
        body = body & (apart < WALL_MM)
    fine = resampled(image_of(body, grid), volume.geometry, 0, sitk.Transform())
    return Mask(fine > 0, volume.geometry)
