"""What is left of a lesion where it is expected: nothing, one lesion, or several."""

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.phase import PhaseSet
from lesion_toolkit.model.volume import Mask
from lesion_toolkit.segmentation.click import segment
from lesion_toolkit.segmentation.liver import liver_look

Flags = NDArray[np.bool_]

UNLIKE_SPREADS = 2.5
"""Further from the look of liver than this many spreads is something else."""

CALM_MM = 2.0
"""Gaussian that takes the noise away first."""

DEEP_MM = 3.0
"""A piece holds a ball of this radius: what is thinner is a rim or a vessel."""

MOST_PIECES = 4
LEAST_ML = 0.5
"""A nodule of 10 mm; what is smaller is noise or a piece of a vessel."""

APART_MM = 3.0
"""Outlines nearer to each other than this are parts of one lesion."""


def unlike_liver(exam: PhaseSet, mask: Mask) -> float:
    """Share of an outline that looks unlike liver in any telling phase, 0 to 1."""
    box = mask.bounding_box(margin=3)
    if box is None:
        return 0.0
    return float(_unlike(exam, box)[mask.array[box]].mean())


def separate_pieces(exam: PhaseSet, place: Mask) -> tuple[Mask, ...]:
    """Outline the lesions into which one fell apart; none where it did not.

    Tissue unlike liver inside its place is parted where it is thinner than 6 mm. Each
    part is clicked where it is deepest; outlines that overlap, touch or nearly touch
    are one lesion, as the living rim and the dead core of one are.

    Parameters
    ----------
    place
        Where the lesion was, on the grid of ``exam``.

    Returns
    -------
    tuple of Mask
        Two or more, deepest first; empty where fewer were found.
    """
    outlines: list[Mask] = []
    clicks = _deepest(exam, place)
    for click in clicks if len(clicks) > 1 else ():
        try:
            found = segment(exam, at_mm=click)
        except InputRefused:  # a vessel, the wall: no lesion
            continue
        if found.volume_ml >= LEAST_ML and not any(
            _is_same(found, one) for one in outlines
        ):
            outlines.append(found)
    return tuple(outlines) if len(outlines) > 1 else ()


def _unlike(exam: PhaseSet, box: tuple[slice, slice, slice]) -> Flags:
    """Voxels of a box that look unlike liver in any telling phase."""
    look = liver_look(exam)
    unlike = np.zeros([edge.stop - edge.start for edge in box], bool)
    for phase, level, spread in zip(
        look.phases, look.levels, look.spreads, strict=True
    ):
        part = exam.volumes[phase].cropped(box)
        sigma = [CALM_MM / s for s in part.geometry.spacing_mm]
        calm = ndimage.gaussian_filter(part.array.astype(np.float32), sigma)
        unlike |= np.abs(calm - level) > UNLIKE_SPREADS * spread
    return unlike


def _deepest(exam: PhaseSet, place: Mask) -> list[tuple[float, float, float]]:
    """Where the parts of a place that are unlike liver are deepest, LPS mm."""
    box = place.bounding_box(margin=3)
    if box is None:
        return []
    unlike = _unlike(exam, box) & place.array[box]
    spacing = place.geometry.spacing_mm
    depth = ndimage.distance_transform_edt(np.pad(unlike, 1), sampling=spacing)
    parts, count = ndimage.label(depth > DEEP_MM)
    numbers = range(1, count + 1)
    found = ndimage.maximum_position(depth, parts, numbers) if count else ()
    peaks = np.array(found, int).reshape(-1, 3)
    peaks = peaks[np.argsort(-depth[tuple(peaks.T)], kind="stable")]
    first = np.array([edge.start for edge in box]) - 1
    centers = [place.geometry.index_to_mm(first + at) for at in peaks[:MOST_PIECES]]
    return [(float(x), float(y), float(z)) for x, y, z in centers]


def _is_same(one: Mask, other: Mask) -> bool:
    """Whether two outlines, neither empty, nearly touch."""
    both = Mask(one.array | other.array, one.geometry).bounding_box(margin=1)
    if both is None:
        return True
    spacing = one.geometry.spacing_mm
    away = ndimage.distance_transform_edt(~one.array[both], sampling=spacing)
    return bool(away[other.array[both]].min() < APART_MM)
