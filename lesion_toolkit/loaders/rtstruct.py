"""RT Structure Set (PS3.3 A.19): planar contours filled on the grid of an image."""

import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.loaders.placement import (
    Voxels,
    check_frame,
    free_name,
    overlapping,
    remarked,
)
from lesion_toolkit.loaders.plain_text import plain_line
from lesion_toolkit.model.finding import Finding, Severity
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.volume import Mask

PLANAR_TOLERANCE_MM = 0.5
"""A contour that leaves its slice by more does not lie in it."""

SAME_SLICE = 0.1
"""Contours nearer to each other than this part of a slice lie in one slice."""

Contour = NDArray[np.float64]


def masks_from_rtstruct(
    file: Path, target: Geometry, any_frame: bool
) -> dict[str, Mask]:
    """Fill every structure of an RTSTRUCT on the grid of an image.

    A voxel is marked when its center lies inside an odd number of contours of its
    slice, so that a contour inside another one is a hole. Contours drawn on thicker
    slices than the image has reach half way to the next contour.

    Raises
    ------
    InputRefused
        Damaged, nothing drawn, or contours that do not lie in the slices.
    SpaceMismatch
        Another frame of reference, or outside of the image.
    """
    masks: dict[str, Mask | None] = {}
    structures = _structures(file)
    for name, frame_uid, contours in structures:
        foreign = check_frame(frame_uid, target, any_frame)
        if contours:
            masks[free_name(name, masks)] = remarked(_filled(contours, target), foreign)
    return overlapping(masks, empty=len(structures) - len(masks))


def _structures(file: Path) -> list[tuple[str, str, list[Contour]]]:
    """Name, frame of reference and closed contours (n, 3) in LPS mm of each one."""
    import pydicom

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            found = pydicom.dcmread(file, force=True)
            drawn = {
                int(item.ReferencedROINumber): _contours(item)
                for item in found.get("ROIContourSequence") or ()
            }
            return [
                (
                    plain_line(str(item.get("ROIName", "")))
                    or f"structure {int(item.ROINumber)}",
                    str(item.get("ReferencedFrameOfReferenceUID", "")),
                    drawn.get(int(item.ROINumber), []),
                )
                for item in found.get("StructureSetROISequence") or ()
            ]
        except Exception as fault:  # pydicom raises many kinds on damaged files
            raise InputRefused(
                "a damaged RTSTRUCT.", "readable contours.", "export it again."
            ) from fault


def _contours(item: Any) -> list[Contour]:
    contours = [
        np.array(contour.ContourData, float).reshape(-1, 3)
        for contour in item.get("ContourSequence") or ()
        if str(contour.ContourGeometricType).startswith("CLOSED")
        and len(contour.ContourData or ()) >= 9
    ]
    if not all(np.isfinite(contour).all() for contour in contours):
        raise ValueError("a point of a contour is nowhere")
    return contours


def _filled(contours: Sequence[Contour], target: Geometry) -> Mask | None:
    planes = _by_slice(contours, target)
    marked = np.zeros(target.shape, np.bool_)
    heights = np.array(sorted(planes, reverse=True))
    reach = max(0.5, float(-np.diff(heights).max()) / 2 if len(heights) > 1 else 0.5)
    for k in range(target.shape[0]):
        # Of two contours equally near the upper one, so that each fills as much.
        nearest = float(heights[np.round(np.abs(heights - k), 6).argmin()])
        if -reach - 1e-6 <= k - nearest < reach - 1e-6:
            marked[k] = _fill_slice(planes[nearest], target.shape[1:])
    if not marked.any():
        return None
    return Mask(marked, target, "rtstruct", _beyond(planes, target))


def _beyond(
    planes: Mapping[float, Sequence[Contour]], target: Geometry
) -> tuple[Finding, ...]:
    """Tell contours that the image does not hold whole."""
    slices, rows, columns = target.shape
    beyond = total = 0
    for height, contours in planes.items():
        total += len(contours)
        if not -0.5 - SAME_SLICE <= height <= slices - 0.5 + SAME_SLICE:
            beyond += len(contours)
            continue
        for contour in contours:
            # Up to the center of the voxel beyond the last one: that lost none.
            beyond += bool((contour < -1).any() or (contour > (rows, columns)).any())
    if not beyond:
        return ()
    message = f"{beyond} of {total} contours reach out of the image."
    return (Finding("mask-cut", message, Severity.SERIOUS),)


def _by_slice(
    contours: Sequence[Contour], target: Geometry
) -> dict[float, list[Contour]]:
    """Contours (n, 2) in row and column index, by where they lie along the slices."""
    step = target.spacing_mm[0]
    placed = []
    for contour in contours:
        at = target.mm_to_index(contour)
        height = float(at[:, 0].mean())
        if np.abs(at[:, 0] - height).max() * step > PLANAR_TOLERANCE_MM:
            raise InputRefused(
                "contours that do not lie in the slices of the image.",
                "contours drawn on this series.",
                "choose the series they were drawn on.",
            )
        placed.append((height, at[:, 1:]))
    planes: dict[float, list[Contour]] = {}
    last = -np.inf
    for height, contour in sorted(placed, key=lambda one: one[0]):
        if height - last > SAME_SLICE:
            last = height
        planes.setdefault(last, []).append(contour)
    return planes


def _fill_slice(contours: Sequence[Contour], shape: tuple[int, int]) -> Voxels:
    from skimage.draw import polygon

    filled = np.zeros(shape, np.bool_)
    for contour in contours:
        rows, columns = polygon(contour[:, 0], contour[:, 1], shape)
        filled[rows, columns] ^= True
    return filled
