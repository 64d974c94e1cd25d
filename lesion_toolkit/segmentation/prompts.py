"""What a reader points at: places, a long axis, a box; and which places are refused."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.phase import PhaseSet
from lesion_toolkit.segmentation.anatomy import Anatomy, box_around
from lesion_toolkit.segmentation.evidence import Evidence
from lesion_toolkit.segmentation.sphere import sphere
from lesion_toolkit.segmentation.surface import MISSED_MM, REMOVED_MM, Wanted

Floats = NDArray[np.float64]
Place = Sequence[float]

SLENDER = 0.85
"""A lesion's other axes as a share of the long axis that a caliper was laid on."""

LONGEST = 1.1
"""Nothing of a lesion lies farther from its middle than half its long axis; a tenth is
the slip of the hand."""

HELD = 0.03
"""How strongly a caliper or a box holds the surface."""

FARTHEST_BESIDE = 1.3
"""Multiple of the ellipsoid of a caliper beyond which nothing belongs to the lesion."""

BOX_FILLED = 1.05
"""The same for a box, which was drawn around the lesion."""

AIR_HU = -30.0
SHORTEST_MM = 3.0
"""A caliper or box shorter than this is a slip of the hand."""


def points(places: Place | Sequence[Place]) -> Floats:
    """Patient LPS places as an array (n, 3).

    Raises
    ------
    InputRefused
        A place is not three finite numbers.
    """
    try:
        listed = np.asarray(places, np.float64)
    except (TypeError, ValueError):
        listed = np.full((1, 1), np.nan)
    if listed.size == 0:
        return np.empty((0, 3))
    is_place = listed.ndim in (1, 2) and listed.shape[-1] == 3
    if not is_place or not np.isfinite(listed).all():
        raise InputRefused(
            "a place that is not three finite numbers.",
            "three finite numbers a place: x, y, z in patient LPS mm.",
            "check the click; voxel indices are not places.",
        )
    return listed.reshape(-1, 3)


def pair(places: Sequence[Place], what: str) -> Floats:
    """Two places that lie apart, (2, 3).

    Raises
    ------
    InputRefused
        There are not two places, or they are closer than 3 mm.
    """
    ends = points(places)
    if len(ends) != 2 or np.linalg.norm(ends[1] - ends[0]) < SHORTEST_MM:
        raise InputRefused(
            f"a {what} that is not two places at least {SHORTEST_MM:g} mm apart.",
            f"the two {'ends' if what == 'caliper' else 'opposite corners'} of it.",
            "draw it again.",
        )
    return ends


def caliper_shape(ends_mm: Floats) -> tuple[Floats, Wanted]:
    """Center and expected radii of the ellipsoid that a long axis suggests."""
    half = (ends_mm[1] - ends_mm[0]) / 2
    length = float(np.linalg.norm(half))
    along = sphere().directions @ (half / length)
    radii = length / np.sqrt(along**2 + (1 - along**2) / SLENDER**2)
    wanted = Wanted(radii, HELD, FARTHEST_BESIDE, LONGEST * length)
    return ends_mm.mean(axis=0), wanted


def box_shape(corners_mm: Floats) -> tuple[Floats, Wanted]:
    """Center and expected radii of the ellipsoid in a box.

    A box drawn in one slice is as deep as its sides are long on average.
    """
    half = np.abs(corners_mm[1] - corners_mm[0]) / 2
    flat = half < SHORTEST_MM / 2
    half = np.where(flat, SLENDER * half[~flat].mean(), half)
    radii = 1 / np.sqrt(np.square(sphere().directions / half).sum(axis=1))
    wanted = Wanted(radii, HELD, BOX_FILLED, LONGEST * float(radii.max()))
    return corners_mm.mean(axis=0), wanted


def strokes(places_mm: Floats) -> list[Floats]:
    """Part clicks from scribbles: places that follow each other within 6 mm."""
    if not len(places_mm):
        return []
    apart = [float(np.linalg.norm(b - a)) for a, b in pairwise(places_mm)]
    cuts = np.flatnonzero(np.array(apart) > 2 * MISSED_MM) + 1
    return np.split(places_mm, cuts)


def refuse_outside(phases: PhaseSet, place_mm: Floats) -> None:
    """Refuse a place outside the volume, or in air or fat.

    Raises
    ------
    InputRefused
        It says which.
    """
    if not phases.geometry.contains(place_mm):
        raise InputRefused(
            "a click outside the volume.",
            "a place inside the imaged part of the patient, in patient LPS mm.",
            "check the sign of x and y (some programs use RAS) and the series.",
        )
    reference = phases.reference
    box = box_around(phases.geometry, place_mm, MISSED_MM)
    brightness = float(np.median(reference.array[box]))
    dark = AIR_HU
    if reference.modality == "MR":
        dark = 0.03 * float(np.percentile(reference.array[::2, ::4, ::4], 99))
    if brightness < dark:
        raise InputRefused(
            "a click in air or fat.",
            "a place inside the lesion.",
            "check the coordinates (patient LPS mm) and click the lesion again.",
        )


def refuse_no_lesion(anatomy: Anatomy, click_mm: Floats) -> None:
    """Refuse a click in bone, in the body wall, or in a vessel.

    Raises
    ------
    InputRefused
        It says which.
    """
    rough, bone, wall = anatomy.rough, anatomy.bone, anatomy.wall
    if bone is not None and _all_around(bone.array, rough, click_mm):
        raise _not_in_liver("bone")
    # the wall may be a single coarse voxel thick
    if wall is not None and _all_around(wall.array, rough, click_mm, reach=0):
        raise _not_in_liver("the body wall")
    if _all_around(rough.bright, rough, click_mm):
        raise _not_in_liver("a vessel (or another organ brighter than liver)")


def refuse_removed(click_mm: Floats, removed_mm: Floats) -> None:
    """Refuse a click on a place that another click removes.

    Raises
    ------
    InputRefused
        Both are within 4 mm of each other.
    """
    if (np.linalg.norm(removed_mm - click_mm, axis=-1) < REMOVED_MM).any():
        raise InputRefused(
            "a click on a place that is removed again.",
            "clicks that add and clicks that remove apart from each other.",
            "leave one of them out.",
        )


def _all_around(
    flags: NDArray[np.bool_], seen: Evidence, place_mm: Floats, reach: int = 1
) -> bool:
    """Whether a coarse voxel and those within reach in its slice are all marked."""
    k, j, i = np.round(seen.geometry.mm_to_index(place_mm)).astype(int)
    k = int(np.clip(k, 0, flags.shape[0] - 1))
    rows = slice(max(j - reach, 0), j + reach + 1)
    near = flags[k, rows, max(i - reach, 0) : i + reach + 1]
    return bool(near.size and near.all())


def _not_in_liver(where: str) -> InputRefused:
    return InputRefused(
        f"a click in {where}.",
        "a place inside the lesion.",
        "click inside the lesion, or lay a rough long-axis caliper on it.",
    )
