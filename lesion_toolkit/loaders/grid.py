"""Where a stack of images lies in the patient: from positions, never from thickness."""

import numpy as np
from numpy.typing import NDArray

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.loaders import tags
from lesion_toolkit.loaders.planes import Plane, normal_of
from lesion_toolkit.model.finding import Finding, Severity
from lesion_toolkit.model.geometry import Geometry

DRIFT_TOLERANCE_PIXELS = 0.5
"""A stack that drifts sideways by less over its whole length counts as straight."""

THICK_SLICE_MM = 5.0
"""RECIST 1.1 asks for slices of no more than this."""

FEW_SLICES = 3


def geometry_of(planes: tuple[Plane, ...]) -> Geometry:
    """Give the grid of sorted images, as if they were stacked straight.

    Sideways drift (gantry tilt) is told by :func:`drift_mm`, not by this grid.
    """
    first, last = planes[0], planes[-1]
    step = (last.height_mm - first.height_mm) / (len(planes) - 1)
    affine = np.eye(4)
    affine[:3, 0] = np.array(normal_of(first)) * step
    affine[:3, 1] = np.array(first.column) * first.spacing_mm[0]
    affine[:3, 2] = np.array(first.row) * first.spacing_mm[1]
    affine[:3, 3] = first.position
    uid = first.header.text(tags.FRAME_OF_REFERENCE_UID)
    return Geometry((len(planes), *first.shape), affine, uid)


def drift_mm(planes: tuple[Plane, ...]) -> NDArray[np.float64]:
    """Sideways place of each image relative to the first, (n, 2) along row and column.

    Raises
    ------
    InputRefused
        Images jump sideways, so that no tilt explains where they lie.
    """
    first = planes[0]
    offsets = np.array([plane.position for plane in planes]) - first.position
    sideways = np.stack([offsets @ first.row, offsets @ first.column], axis=1)
    heights = np.array([plane.height_mm for plane in planes]) - first.height_mm
    line: NDArray[np.float64] = heights[:, None] * sideways[-1] / heights[-1]
    if np.abs(sideways - line).max() > DRIFT_TOLERANCE_PIXELS * min(first.spacing_mm):
        raise InputRefused(
            "slices that jump sideways within one series.",
            "slices stacked along one straight line.",
            "load the original axial series instead of a curved or mixed reformat.",
        )
    return line


def is_straight(planes: tuple[Plane, ...], drift: NDArray[np.float64]) -> bool:
    """Whether the whole stack drifts by less than half a pixel."""
    limit = DRIFT_TOLERANCE_PIXELS * min(planes[0].spacing_mm)
    return bool(np.abs(drift[-1]).max() <= limit)


def tilt_degrees(planes: tuple[Plane, ...], drift: NDArray[np.float64]) -> float:
    """Angle between the stacking direction and the normal of the images."""
    height = planes[-1].height_mm - planes[0].height_mm
    return float(np.degrees(np.arctan2(np.hypot(*drift[-1]), height)))


def geometry_findings(geometry: Geometry) -> tuple[Finding, ...]:
    """Tell what a reader must know about slice spacing and coverage."""
    found = []
    step = geometry.spacing_mm[0]
    if step > THICK_SLICE_MM + 0.05:
        message = (
            f"Slices are {step:.1f} mm apart; lengths across slices are uncertain and "
            "small lesions may be missed."
        )
        found.append(Finding("thick-slices", message))
    if geometry.shape[0] < FEW_SLICES:
        message = f"Only {geometry.shape[0]} slices: a slab, not an organ."
        found.append(Finding("few-slices", message))
    rows, columns = geometry.spacing_mm[1:]
    if abs(rows - columns) > 1e-3 * rows:
        message = f"Pixels are not square ({rows:.3f} by {columns:.3f} mm)."
        found.append(Finding("pixels-not-square", message, Severity.NOTE))
    return tuple(found)
