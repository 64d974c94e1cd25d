"""The phases of one exam onto one geometry."""

import datetime
from collections.abc import Mapping, Sequence

import numpy as np
import SimpleITK as sitk
from numpy.typing import NDArray
from scipy import ndimage

from lesion_toolkit.alignment.bend import BendFit, fit_bend
from lesion_toolkit.alignment.evidence import checkerboard
from lesion_toolkit.alignment.resampling import (
    image_of,
    outside_value,
    resample_onto,
    resampled,
)
from lesion_toolkit.alignment.rigid import RigidFit, fit_rigid
from lesion_toolkit.alignment.similarity import residual_mm, worst_quarter_mm
from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.alignment import Alignment, Move, Part
from lesion_toolkit.model.finding import Finding, Severity
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.phase import ARTERIAL_PHASES, Phase, PhaseLabel, PhaseSet
from lesion_toolkit.model.volume import Mask, Volume

__all__ = ["align_exam", "resample_onto"]

MAX_SHIFT_MM = (24.0, 24.0, 34.0)
"""Longest difference between two breath-holds that is looked for, LPS: 30 mm up or
down, and less across, with a margin that tells the longest from the end of the search.
"""

TOLERATED_RESIDUAL_MM = 5.0
"""A phase that stays further off than this gets a finding."""

LEAST_PARTS = 2
"""Parts that must tell how well they fit, for a move of the whole to be trusted."""

COARSE_MM = 4.0
SKIN_MM = 24.0
"""Skin, fat and muscle of the body wall, which no breath moves."""

BONE_HU, BONE_MM = 180.0, 8.0
"""Nearer than this to a rib or the spine is what holds it."""

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
    large organs (the body wall does not breathe). What cannot be trusted is not applied
    and leaves a finding; ``alignment`` of the result says what was done and how well,
    part by part. A gentle bend on top of the rigid move stays only where a quarter of
    the organs that it was not made from speaks for it (docs/decisions/0008); a finding
    says where it was switched off. Around a lesion
    :func:`~lesion_toolkit.alignment.lesion.align_at` goes on from here.

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
    region = organs(fixed)
    aligned, said, how = {reference: fixed}, list(findings), []
    for phase, moving in volumes.items():
        if phase is not reference:
            aligned[phase], done, remarks = _laid(phase, moving, fixed, region)
            said += remarks
            how.append(done)
    return PhaseSet(
        aligned,
        labels=labels or {},
        sources=sources or {p: v.series_uid for p, v in volumes.items()},
        registration_residual_mm={
            Phase(done.phase): done.residual_mm
            for done in how
            if done.residual_mm is not None
        },
        alignment=tuple(how),
        findings=tuple(said),
        date=date,
        slice_thickness_mm=slice_thickness_mm,
    )


def _laid(
    phase: Phase, moving: Volume, fixed: Volume, region: Mask
) -> tuple[Volume, Alignment, list[Finding]]:
    """Lay one phase on the reference where that is trusted, and say how well."""
    outside = outside_value(moving.modality)
    if not moving.geometry.same_frame_as(fixed.geometry):
        resample_onto(moving, fixed.geometry, outside=outside)  # says why not
    rigid = fit_rigid(
        fixed, moving, region, max_shift_mm=MAX_SHIFT_MM, grid_mm=COARSE_MM
    )
    if not is_trusted(rigid):
        rigid = RigidFit(None, 0.0, rigid.parts, rigid.similarity, at_limit=True)
    bent = None if rigid.at_limit else fit_bend(fixed, moving, region, rigid)
    transform, parts, bend_mm = rigid.transform, rigid.parts, 0.0
    move = Move.NONE if transform is None else Move.RIGID
    if bent is not None and bent.is_better:
        transform, parts, bend_mm = bent.transform, bent.parts, bent.longest_mm
        move = Move.DEFORMABLE
    said = [*_remarks(phase, rigid.at_limit, parts), *_bend_remarks(phase, bent)]
    laid = resample_onto(moving, fixed.geometry, outside=outside, transform=transform)
    left = residual_mm(parts)
    done = Alignment(
        str(phase),
        move,
        shift_mm=round(rigid.shift_mm, 2),
        bend_mm=round(bend_mm, 2),
        residual_mm=round(left, 2) if np.isfinite(left) else None,
        parts=parts,
        picture=checkerboard(fixed, laid, region, f"reference phase and {phase}"),
    )
    return laid, done, said


def is_trusted(rigid: RigidFit) -> bool:
    """Whether a move may be applied: enough parts judge it, and one at least fits.

    A move after which no part of the organs lies within the tolerated residual laid
    them on something else.
    """
    if rigid.at_limit or rigid.transform is None:
        return not rigid.at_limit
    nearest = min((part.residual_mm for part in rigid.parts), default=np.inf)
    return len(rigid.parts) >= LEAST_PARTS and nearest <= TOLERATED_RESIDUAL_MM


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


def _remarks(phase: Phase, at_limit: bool, parts: Sequence[Part]) -> list[Finding]:
    if at_limit:
        code, message = (
            "alignment-switched-off",
            f"{phase}: no trustworthy alignment within {max(MAX_SHIFT_MM):.0f} mm; the "
            "series is shown where the scanner recorded it.",
        )
    elif (left_mm := worst_quarter_mm(tuple(parts))) > TOLERATED_RESIDUAL_MM:
        code, message = (
            "misaligned",
            f"{phase}: a quarter of the organs is {left_mm:.0f} mm or more off after "
            "alignment.",
        )
    else:
        return []
    return [Finding(code, message, Severity.CAUTION, where=str(phase))]


def _bend_remarks(phase: Phase, bent: BendFit | None) -> list[Finding]:
    if bent is None or bent.is_better or bent.longest_mm < TOLERATED_RESIDUAL_MM:
        return []
    why = "did not make the organs more alike where it was judged"
    if bent.squeezes:
        why = "would squeeze or fold tissue beyond what is plausible"
    message = (
        f"{phase}: a bend of up to {bent.longest_mm:.0f} mm on top of the rigid move "
        f"{why}; it was not applied."
    )
    return [Finding("bend-switched-off", message, Severity.NOTE, where=str(phase))]


def organs(volume: Volume) -> Mask:
    """Roughly the liver and what it touches: soft tissue thicker than the body wall.

    The largest such piece and its surroundings, but for skin, wall and bone, which do
    not breathe; where nothing is that thick, the whole body.
    """
    blocks = volume.block_means(COARSE_MM)
    coarse, grid = blocks.array, blocks.geometry
    bone = np.zeros(coarse.shape, bool)
    if volume.modality == "MR":
        body = coarse > 0.15 * np.percentile(coarse, 99)
        soft = body
    else:
        body = coarse > -300
        soft = (coarse > SOFT_TISSUE_HU[0]) & (coarse < SOFT_TISSUE_HU[1])
        bone = coarse > BONE_HU
    core = ndimage.distance_transform_edt(soft, sampling=grid.spacing_mm) > WALL_MM
    pieces, count = ndimage.label(core)
    if count:
        sizes = np.bincount(pieces.ravel())
        core = pieces == 1 + int(np.argmax(sizes[1:]))
        apart = ndimage.distance_transform_edt(~core, sampling=grid.spacing_mm)
        deep = apart < WALL_MM
        deep &= _depth_mm(body, grid) > SKIN_MM
        if bone.any():
            to_bone = ndimage.distance_transform_edt(~bone, sampling=grid.spacing_mm)
            deep &= (to_bone > BONE_MM) | core
        body = body & deep
    fine = resampled(image_of(body, grid), volume.geometry, 0, sitk.Transform())
    return Mask(fine > 0, volume.geometry)


def _depth_mm(body: NDArray[np.bool_], grid: Geometry) -> NDArray[np.float64]:
    """Distance (k, j, i) from the skin in its slice; lungs are inside the body."""
    trunk = np.stack([ndimage.binary_fill_holes(slice_) for slice_ in body])
    sampling = (1e6, *grid.spacing_mm[1:])
    # a border, so that a body cut by the field of view has its edge there
    padded = np.pad(trunk, ((0, 0), (1, 1), (1, 1)))
    depth: NDArray[np.float64] = ndimage.distance_transform_edt(
        padded, sampling=sampling
    )[:, 1:-1, 1:-1]
    return depth
