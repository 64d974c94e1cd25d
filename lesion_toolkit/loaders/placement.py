"""Marked voxels from another grid onto the grid of an image, by patient coordinates."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from lesion_toolkit.errors import InputRefused, SpaceMismatch
from lesion_toolkit.model.finding import Finding, Severity
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.volume import Mask

Voxels = NDArray[np.bool_]

KEPT_FRACTION = 0.99
"""A mask that loses more than the rest at the edge of the image says so."""

VOLUME_TOLERANCE = 0.05
"""Resampling that changes the volume by more is told."""


def place(voxels: Voxels, source: Geometry, target: Geometry, name: str) -> Mask | None:
    """Bring a mask onto the grid of an image; None where they do not overlap.

    Voxels are copied where both grids coincide (also flipped or cut), else taken from
    the nearest voxel, which the mask's findings then tell.
    """
    if source.same_space_as(target):
        return Mask(voxels, target, source=name)
    placed = _nearest(voxels, source, target)
    if not placed.any():
        return None
    return Mask(placed, target, name, _what_changed(voxels, source, placed, target))


def _nearest(voxels: Voxels, source: Geometry, target: Geometry) -> Voxels:
    placed = np.zeros(target.shape, np.bool_)
    box = Mask(voxels, source).bounding_box()
    if box is None:
        return placed
    ends = np.array([[s.start - 0.5, s.stop - 0.5] for s in box])
    corners = np.stack(np.meshgrid(*ends), axis=-1).reshape(-1, 3)
    at = target.mm_to_index(source.index_to_mm(corners))
    low = np.clip(np.floor(at.min(axis=0)).astype(int), 0, target.shape)
    high = np.clip(np.ceil(at.max(axis=0)).astype(int) + 1, 0, target.shape)
    if (low >= high).any():
        return placed
    rows = np.arange(low[1], high[1])
    columns = np.arange(low[2], high[2])
    for k in range(low[0], high[0]):
        index = np.stack(np.meshgrid([k], rows, columns, indexing="ij"), axis=-1)
        place_mm = target.index_to_mm(index[0])
        # A hair off the boundary, so that equal grids round the same way everywhere.
        near = np.floor(source.mm_to_index(place_mm) + 0.5 + 1e-6).astype(int)
        inside = ((near >= 0) & (near < np.array(source.shape))).all(axis=-1)
        near[~inside] = 0
        values = voxels[near[..., 0], near[..., 1], near[..., 2]] & inside
        placed[k, low[1] : high[1], low[2] : high[2]] = values
    return placed


def _what_changed(
    voxels: Voxels, source: Geometry, placed: Voxels, target: Geometry
) -> tuple[Finding, ...]:
    index = np.argwhere(voxels)
    at = target.mm_to_index(source.index_to_mm(index))
    held = ((at >= -0.5) & (at <= np.array(target.shape) - 0.5)).all(axis=1).mean()
    if held < KEPT_FRACTION:
        message = f"{1 - held:.0%} of the mask lies outside of the image."
        return (Finding("mask-cut", message, Severity.SERIOUS),)
    before = len(index) * source.voxel_volume_ml
    after = np.count_nonzero(placed) * target.voxel_volume_ml
    change = after / before - 1
    if abs(change) > VOLUME_TOLERANCE:
        message = f"Drawn on another grid; resampling changed its volume {change:+.0%}."
        return (Finding("mask-resampled", message),)
    return ()


def check_frame(
    frame_of_reference_uid: str, target: Geometry, any_frame: bool = False
) -> tuple[Finding, ...]:
    """Refuse what was drawn in another frame of reference; if told, only say so.

    Raises
    ------
    SpaceMismatch
        Both frames of reference are known and differ.
    """
    ours, theirs = target.frame_of_reference_uid, frame_of_reference_uid
    if not ours or not theirs or ours == theirs:
        return ()
    if not any_frame:
        raise SpaceMismatch(
            "a mask from another frame of reference than the image.",
            "a mask drawn on this exam.",
            "check that mask and image belong together; if they do, say so with "
            "--any-frame on the command line, in Python with any_frame=True.",
        )
    message = (
        "Drawn in another frame of reference than the image, and placed by its "
        "coordinates because a reader said so: check where it lies."
    )
    return (Finding("mask-frame-foreign", message, Severity.SERIOUS),)


def remarked(mask: Mask | None, findings: tuple[Finding, ...]) -> Mask | None:
    """Add findings to a mask, if there is one."""
    if mask is None:
        return None
    return replace(mask, findings=(*mask.findings, *findings))


def overlapping(masks: Mapping[str, Mask | None], empty: int = 0) -> dict[str, Mask]:
    """Keep masks that mark something in the image; the others become a finding.

    Parameters
    ----------
    masks
        By name; None for what lies outside of the image.
    empty
        How many structures of the file mark nothing at all.

    Raises
    ------
    InputRefused
        Nothing is marked at all.
    SpaceMismatch
        Everything that is marked lies outside of the image.
    """
    if not masks:
        raise InputRefused(
            "a mask file that marks no voxel.",
            "at least one marked lesion.",
            "check that the right file was saved.",
        )
    kept = {name: mask for name, mask in masks.items() if mask is not None}
    if not kept:
        raise SpaceMismatch(
            "a mask that lies outside of the image.",
            "a mask drawn on this exam.",
            "check that mask and image belong together.",
        )
    findings = _left_out(len(masks) - len(kept), empty, len(masks) + empty)
    if not findings:
        return kept
    return {
        name: Mask(mask.array, mask.geometry, mask.source, mask.findings + findings)
        for name, mask in kept.items()
    }


def _left_out(outside: int, empty: int, total: int) -> tuple[Finding, ...]:
    found = []
    if outside:
        message = f"{outside} of {total} drawn structures lie outside of the image."
        found.append(Finding("mask-outside", message))
    if empty:
        message = f"{empty} of {total} structures of the mask file mark nothing."
        found.append(Finding("mask-empty", message, Severity.NOTE))
    return tuple(found)


def free_name(name: str, taken: Mapping[str, object]) -> str:
    """Give a name that no other structure of the file has."""
    free, number = name, 2
    while free in taken:
        free, number = f"{name} ({number})", number + 1
    return free
