"""From one click, or a rough caliper, to the whole lesion in three dimensions.

A lesion is tissue around the click that does not look like liver: brighter or darker
in the arterial phase, washed out or necrotic in the portal venous phase. Viable and
necrotic parts belong to it alike. What hangs on by a neck (vessels, body wall, the
next organ) is cut off, and growth far beyond the largest ball around the click is
stopped and said so.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import ndimage

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.finding import Finding, Severity
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.measurement import PointMm
from lesion_toolkit.model.phase import PhaseSet
from lesion_toolkit.model.volume import Mask
from lesion_toolkit.segmentation.contrast import Contrast, contrast_around
from lesion_toolkit.segmentation.liver import LiverLook, liver_look

Flags = NDArray[np.bool_]
Values = NDArray[np.float32]

DIFFERENT = 3.0
"""Spreads of liver from which tissue is not liver."""

REACH_MM = 95.0
"""Half the edge of the box that is searched: the largest lesion has 180 mm."""

NECK = 0.35
"""What hangs on by a neck narrower than this share of the lesion is not lesion."""

NECK_MM = (1.5, 15.0)
FARTHEST = 2.2
"""Growth ends this many radii of the largest ball around the click from its center."""

LEAKED = 0.3
"""Share of the region beyond that end from which a leak is said to have happened."""

MISSED_MM = 3.0
"""A click may lie this far beside the lesion."""

SLENDER = 0.9
"""A lesion's other axes as a share of the long axis that a caliper was laid on."""

TOLERANCE = 0.12
"""How far, as a share of its radius, a lesion may leave the shape of a caliper."""

FARTHEST_BESIDE = 1.3
"""Radii of the ellipsoid of a caliper beyond which nothing belongs to the lesion."""

ROUGH_MM, FINE_MM = 4.0, (1.0, 3.0)
FINENESS = 12
"""Voxels along a radius of the lesion when its outline is looked for."""

MARGIN_MM = 10.0

SMOOTHING_MM = 1.5
AIR_HU = -30.0


def segment(
    phases: PhaseSet,
    at_mm: Sequence[float] | Sequence[Sequence[float]] = (),
    caliper_mm: tuple[Sequence[float], Sequence[float]] | None = None,
) -> Mask:
    """Outline the whole lesion, viable and necrotic, at a click.

    Parameters
    ----------
    phases
        The exam on one geometry. Arterial and portal venous phase together tell most.
    at_mm
        A click inside the lesion in patient LPS mm, or several: each adds its part.
    caliper_mm
        Both ends of a rough long axis, in patient LPS mm: for lesions that look like
        liver, or that a click alone does not find. It gives the size, within 12 %.

    Returns
    -------
    Mask
        On ``phases.geometry``, source ``click`` or ``caliper``; a finding when growth
        had to be stopped.

    Raises
    ------
    InputRefused
        No click and no caliper, a place outside the volume, in air or fat, or a click
        where nothing differs from liver.
    """
    clicks = _points(at_mm)
    ends = () if caliper_mm is None else _points(caliper_mm)
    for place in (*clicks, *([_middle(ends)] if ends else [])):
        _refuse_place(phases, place)
    if not clicks and not ends:
        raise InputRefused(
            "neither a click nor a caliper.",
            "a place inside the lesion in patient mm.",
            "give at_mm=(x, y, z), or the two ends of a rough long axis.",
        )
    liver = liver_look(phases)
    marked = np.zeros(phases.geometry.shape, bool)
    findings: list[Finding] = []
    if ends:
        found = _along_caliper(phases, liver, ends)
        _add(marked, phases.geometry, found)
    for click in clicks:
        found = _around_click(phases, liver, click)
        _add(marked, phases.geometry, found)
        findings += [_LEAK] if found.leaked else []
    source = "caliper" if ends else "click"
    return Mask(marked, phases.geometry, source=source, findings=tuple(findings))


def _points(places: Sequence[float] | Sequence[Sequence[float]]) -> tuple[PointMm, ...]:
    try:
        listed = np.asarray(places, np.float64)
    except (TypeError, ValueError):
        listed = np.full((1, 1), np.nan)
    if listed.size == 0:
        return ()
    is_place = listed.ndim in (1, 2) and listed.shape[-1] == 3
    if not is_place or not np.isfinite(listed).all():
        raise InputRefused(
            "a place that is not three finite numbers.",
            "three finite numbers a place: x, y, z in patient LPS mm.",
            "check the click; voxel indices are not places.",
        )
    return tuple((float(x), float(y), float(z)) for x, y, z in listed.reshape(-1, 3))


def _middle(ends: ArrayLike) -> PointMm:
    x, y, z = np.mean(np.asarray(ends, float), axis=0)
    return float(x), float(y), float(z)


def _refuse_place(phases: PhaseSet, place: PointMm) -> None:
    """Refuse a place outside the volume or in air or fat."""
    geometry = phases.geometry
    if not geometry.contains(place):
        raise InputRefused(
            "a click outside the volume.",
            "a place inside the imaged part of the patient, in patient LPS mm.",
            "check the sign of x and y (some programs use RAS) and the series.",
        )
    around = np.round(geometry.mm_to_index(place)).astype(int)
    reach = [round(MISSED_MM / s) for s in geometry.spacing_mm]
    box = tuple(
        slice(max(n - r, 0), n + r + 1) for n, r in zip(around, reach, strict=True)
    )
    brightness = float(np.median(phases.reference.array[box]))
    dark = AIR_HU
    if phases.reference.modality == "MR":
        dark = 0.03 * float(np.percentile(phases.reference.array[::2, ::4, ::4], 99))
    if brightness < dark:
        raise InputRefused(
            "a click in air or fat.",
            "a place inside the lesion.",
            "check the coordinates (patient LPS mm) and click the lesion again.",
        )


_LEAK = Finding(
    "leak-stopped",
    "The lesion could not be told from what it touches; growth was stopped. Check the "
    "outline, or lay a rough caliper on the lesion.",
    Severity.SERIOUS,
)


@dataclass(frozen=True, slots=True, eq=False)
class _Body:
    """A region on a coarse grid, the largest ball around the click, and its leak."""

    region: Flags
    geometry: Geometry
    radius_mm: float
    leaked: bool = False


def _around_click(phases: PhaseSet, liver: LiverLook, click: PointMm) -> _Body:
    """Find the lesion's size with coarse voxels, then its outline with finer ones."""
    rough = _grown(contrast_around(phases, liver, click, REACH_MM, ROUGH_MM), click)
    voxels = np.argwhere(rough.region)
    low, high = rough.geometry.index_to_mm([voxels.min(axis=0), voxels.max(axis=0)])
    reach = float(np.abs(high - low).max()) / 2 + MARGIN_MM
    voxel = float(np.clip(rough.radius_mm / FINENESS, *FINE_MM))
    fine = contrast_around(phases, liver, _middle((low, high)), reach, voxel)
    body = _grown(fine, click)
    return replace(body, leaked=body.leaked or rough.leaked)


def _grown(contrast: Contrast, click: PointMm) -> _Body:
    """Grow what differs from liver around a click, as far as it is one body."""
    grid, difference = contrast.geometry, contrast.difference
    different = difference > DIFFERENT
    depth = ndimage.distance_transform_edt(different, sampling=grid.spacing_mm)
    holds_click = np.where(_distance_from(click, grid) <= depth + MISSED_MM, depth, 0.0)
    center = np.unravel_index(int(np.argmax(holds_click)), depth.shape)
    radius = float(holds_click[center])
    if radius == 0.0:
        raise InputRefused(
            "a click where nothing differs from liver in any phase.",
            "a lesion that is brighter or darker than liver around the click.",
            "lay a rough long-axis caliper on the lesion instead.",
        )
    neck = float(np.clip(NECK * radius, *NECK_MM))
    core = _piece_at(depth > min(neck, 0.9 * radius), center)
    beside = ndimage.distance_transform_edt(~core, sampling=grid.spacing_mm)
    body = different & (beside <= neck + max(grid.spacing_mm) / 2)
    beyond = _distance_from(grid.index_to_mm(center), grid) > FARTHEST * radius
    leaked = bool((body & beyond).sum() > LEAKED * body.sum())
    body &= ~beyond & (difference > _half_height(contrast, core, neck))
    region = ndimage.binary_fill_holes(_piece_at(body, center))
    return _Body(region, grid, radius, leaked)


def _half_height(contrast: Contrast, core: Flags, width_mm: float) -> Values:
    """Half of what the lesion nearby differs from liver: where its edge lies."""
    sigma = [max(width_mm, 2.0) / s for s in contrast.geometry.spacing_mm]
    weight = ndimage.gaussian_filter(core.astype(np.float32), sigma)
    inner = np.where(core, contrast.difference, np.float32(0))
    nearby = np.zeros(core.shape, np.float32)
    total = ndimage.gaussian_filter(inner, sigma)
    np.divide(total, weight, out=nearby, where=weight > 1e-3)
    half: Values = np.maximum(nearby / 2, np.float32(DIFFERENT))
    return half


def _along_caliper(
    phases: PhaseSet, liver: LiverLook, ends: Sequence[PointMm]
) -> _Body:
    """Grow from the middle of a long axis; where that disagrees with it, hold to it."""
    middle = _middle(ends)
    half_axis = np.subtract(ends[1], ends[0]) / 2
    radius = float(np.linalg.norm(half_axis))
    voxel = float(np.clip(radius / FINENESS, *FINE_MM))
    contrast = contrast_around(phases, liver, middle, 1.3 * radius, voxel)
    grid = contrast.geometry
    offset = _places(grid) - np.array(middle)
    along = offset @ (half_axis / radius)
    across = np.maximum((offset**2).sum(axis=-1) - along**2, 0) / SLENDER**2
    relative = np.sqrt(along**2 + across) / radius
    try:
        grown = _grown(contrast, middle)
    except InputRefused:  # looks like liver: only the caliper says where it is
        return _held(contrast, relative)
    if grown.leaked or not _agrees(grown.region, relative):
        return _held(contrast, relative)
    return replace(grown, region=grown.region & (relative < FARTHEST_BESIDE))


def _agrees(region: Flags, relative: NDArray[np.float64]) -> bool:
    """Whether a region has about the size and place of the ellipsoid of a caliper."""
    size = np.count_nonzero(region) / np.count_nonzero(relative < 1)
    outside = np.count_nonzero(region & (relative > FARTHEST_BESIDE))
    return bool(0.6 < size < 1.7 and outside < 0.1 * np.count_nonzero(region))


def _held(contrast: Contrast, relative: NDArray[np.float64]) -> _Body:
    """Keep what differs from liver, held to the ellipsoid a long axis suggests.

    ``relative`` is the distance from the middle as a share of the ellipsoid's radius.
    """
    looks = np.clip(contrast.difference / DIFFERENT - 1, -1, 1)
    region = looks + (1 - relative) / TOLERANCE > 0
    center = np.unravel_index(int(np.argmin(relative)), relative.shape)
    region[center] = True
    region = ndimage.binary_fill_holes(_piece_at(region, center))
    return _Body(region, contrast.geometry, 0.0)


def _places(geometry: Geometry) -> NDArray[np.float64]:
    """Patient mm of every voxel, (k, j, i, 3)."""
    return geometry.index_to_mm(np.moveaxis(np.indices(geometry.shape), 0, -1))


def _distance_from(place: ArrayLike, geometry: Geometry) -> NDArray[np.float64]:
    distance: NDArray[np.float64] = np.linalg.norm(
        _places(geometry) - np.asarray(place, float), axis=-1
    )
    return distance


def _piece_at(flags: Flags, index: Sequence[int] | tuple[np.intp, ...]) -> Flags:
    """Select the connected piece that holds a voxel."""
    pieces, _ = ndimage.label(flags)
    piece: Flags = pieces == pieces[tuple(index)]
    return piece & flags


def _add(marked: Flags, onto: Geometry, body: _Body) -> None:
    """Smooth a region of the coarse grid and mark it on the exam's grid."""
    grid = body.geometry
    sigma = [SMOOTHING_MM / s for s in grid.spacing_mm]
    soft = ndimage.gaussian_filter(body.region.astype(np.float32), sigma)
    step = np.array(onto.spacing_mm) / np.array(grid.spacing_mm)
    low, high = (
        np.round(onto.mm_to_index(grid.index_to_mm(np.subtract(corner, 0.5))) + 0.5)
        for corner in ((0, 0, 0), grid.shape)
    )
    first = np.clip(low, 0, onto.shape).astype(int)
    stop = np.clip(high, first, onto.shape).astype(int)
    fine = ndimage.affine_transform(
        soft,
        step,
        offset=grid.mm_to_index(onto.index_to_mm(first)),
        output_shape=tuple(stop - first),
        order=1,
    )
    k, j, i = (slice(a, b) for a, b in zip(first, stop, strict=True))
    marked[k, j, i] |= fine > 0.5
