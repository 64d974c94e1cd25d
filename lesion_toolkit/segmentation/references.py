"""Reference regions of normal tissue: placed by rule, movable by a reader.

qEASL compares a lesion with about 1 cm³ of normal parenchyma, and where that is placed
drives its variance; three spheres and their spread show how much. The aorta and the
veins of the liver tell how far the contrast has come.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.finding import Finding, Severity
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.phase import Phase, PhaseSet
from lesion_toolkit.model.reference import (
    REFERENCE_RADIUS_MM,
    ReferenceOrgan,
    ReferenceTissue,
)
from lesion_toolkit.model.volume import Mask
from lesion_toolkit.segmentation.anatomy import (
    ROUGH_MM,
    Anatomy,
    anatomy_of,
    box_around,
)
from lesion_toolkit.segmentation.evidence import onto
from lesion_toolkit.segmentation.liver_region import liver_doubts, parenchyma
from lesion_toolkit.segmentation.prompts import Place, points, refuse_outside

Flags = NDArray[np.bool_]
Floats = NDArray[np.float64]

WANTED = 4
"""Spheres that are placed where there is room."""

ENOUGH = 3

FROM_EDGE_MM, FROM_LESION_MM = 2.0, 10.0
"""Distance of a sphere's surface from vessels and edges, and from lesions."""

APART_MM = 30.0
"""Between the centers of two spheres, so that they speak for different segments."""

VESSEL_RADIUS_MM = 4.0
ASTRAY_MM = 20.0
"""Farther from the middle of its course the aorta does not run."""

UNLIKE = 0.25
"""Share of its typical value by which a place on the course of the aorta may differ."""

RISES = 40.0
"""HU (a tenth of the range on MR) by which the first pass fills the aorta above later
phases or the one before contrast."""


def liver_references(
    phases: PhaseSet,
    lesions: Mapping[str, Mask] | None = None,
    places_mm: Sequence[Place] = (),
) -> ReferenceTissue:
    """Place spheres of 1 cm³ in normal liver, or measure those a reader placed.

    Parameters
    ----------
    phases
        The exam on one geometry.
    lesions
        Masks on it that the spheres keep 10 mm away from.
    places_mm
        Centers chosen by a reader (patient LPS mm) instead.

    Returns
    -------
    ReferenceTissue
        Finding ``few-references`` where fewer than three fit, ``liver-uncertain``
        where what they were placed in has not the size of a liver: bowel may be larger
        than a remnant, or the scan shows a part of it.

    Raises
    ------
    InputRefused
        There is no room for a single sphere, or a place is outside, in air or in fat.
    """
    if len(chosen := points(places_mm)):
        for place in chosen:
            refuse_outside(phases, place)
        return measured(phases, "liver", chosen, REFERENCE_RADIUS_MM)
    anatomy = anatomy_of(phases)
    organ = parenchyma(anatomy)
    grid = anatomy.rough.geometry
    room = room_for_spheres(organ, grid, lesions or {})
    centers = most_typical(anatomy.rough.difference, room, grid)
    if not len(centers):
        raise InputRefused(
            "no normal liver wide enough for a reference region.",
            "at least one sphere of 1 cm³ away from lesions, vessels and edges.",
            "place the reference regions by hand: places_mm=[(x, y, z), ...].",
        )
    placed = measured(phases, "liver", centers, REFERENCE_RADIUS_MM)
    doubts = liver_doubts(anatomy, organ)
    return replace(placed, findings=(*placed.findings, *doubts))


def room_for_spheres(free: Flags, grid: Geometry, lesions: Mapping[str, Mask]) -> Flags:
    """Voxels of a tissue where a sphere fits, away from its edge and from lesions.

    Parameters
    ----------
    free
        The tissue (k, j, i), without its vessels.
    grid
        Where these voxels are.
    lesions
        Masks on any grid that the spheres keep away from.
    """
    spacing = grid.spacing_mm
    margin = REFERENCE_RADIUS_MM + FROM_EDGE_MM
    inside = np.pad(free, 1)
    depth = ndimage.distance_transform_edt(inside, sampling=spacing)[1:-1, 1:-1, 1:-1]
    room: Flags = depth > margin
    for lesion in lesions.values():
        marked = onto(lesion, grid)
        if marked.any():
            away = ndimage.distance_transform_edt(~marked, sampling=spacing)
            room &= away > REFERENCE_RADIUS_MM + FROM_LESION_MM
    return room


def most_typical(
    difference: NDArray[np.float32],
    room: Flags,
    grid: Geometry,
    apart_mm: float = APART_MM,
) -> Floats:
    """Take the most typical and even places, each away from those taken before.

    Parameters
    ----------
    difference
        How much each voxel (k, j, i) differs from the tissue.
    room
        Where a sphere fits.
    grid
        Where these voxels are.
    apart_mm
        Shortest distance between two centers.
    """
    size = [2 * round(REFERENCE_RADIUS_MM / s) + 1 for s in grid.spacing_mm]
    unlike = ndimage.uniform_filter(difference, size)
    index = np.argwhere(room)
    places = grid.index_to_mm(index)
    order = np.argsort(unlike[tuple(index.T)], kind="stable")
    taken: list[Floats] = []
    for place in places[order]:
        if all(np.linalg.norm(place - other) >= apart_mm for other in taken):
            taken.append(place)
        if len(taken) == WANTED:
            break
    return np.array(taken).reshape(-1, 3)


def vessel_references(phases: PhaseSet) -> dict[str, ReferenceTissue]:
    """Sample the aorta and the veins of the liver: ``aorta``, ``veins of the liver``.

    What is not found is left out, never guessed. The aorta is what the first pass fills
    most in front of the spine; the veins are what is brighter than liver inside it once
    contrast has come back.
    """
    anatomy = anatomy_of(phases)
    found = {
        "aorta": _aorta_places(phases, anatomy),
        "veins of the liver": _vein_places(anatomy),
    }
    return {
        tissue: measured(phases, tissue, places, VESSEL_RADIUS_MM)
        for tissue, places in found.items()
        if len(places)
    }


def _aorta_places(phases: PhaseSet, anatomy: Anatomy) -> Floats:
    first = phases.arterial
    others = [phases.portal_venous, phases.precontrast]
    later = next((volume for volume in others if volume is not None), None)
    if first is None or later is None:
        return np.empty((0, 3))
    is_mr = phases.reference.modality == "MR"
    filled, rest = (v.block_means(ROUGH_MM).array for v in (first, later))
    rises = ndimage.uniform_filter(filled - rest, size=(1, 3, 3))
    window = _before_spine(anatomy.rough.calm[0] > (0 if is_mr else -300))
    if not is_mr:  # lung that breathing moved also changes
        window &= ndimage.minimum_filter(np.minimum(filled, rest), (1, 3, 3)) > 0
    enough = RISES
    if is_mr:
        enough = 0.1 * float(np.percentile(first.array[::2, ::4, ::4], 99.5))
    height = np.where(window, rises - _unevenness(filled), -np.inf)
    columns = rises.shape[2]
    best = height.reshape(len(rises), -1).argmax(axis=1)
    course = np.stack([np.arange(len(best)), best // columns, best % columns], axis=1)
    course = course[height[tuple(course.T)] > enough]
    if not len(course):
        return np.empty((0, 3))
    places = anatomy.rough.geometry.index_to_mm(course)
    on_course = np.abs(places - np.median(places, axis=0))[:, :2].max(axis=1)
    right = on_course < ASTRAY_MM
    for values in (filled, rest):
        level = ndimage.uniform_filter(values, (1, 3, 3))[tuple(course.T)]
        right &= np.abs(level / np.median(level) - 1) < UNLIKE
    return _some(places[right])


def _unevenness(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """Spread within 12 mm of a slice: small in a lumen, large where bone moved."""
    mean = ndimage.uniform_filter(values, (1, 3, 3))
    square = ndimage.uniform_filter(np.square(values), (1, 3, 3))
    spread: NDArray[np.float32] = np.sqrt(np.maximum(square - np.square(mean), 0))
    return spread


def _before_spine(body: Flags) -> Flags:
    """Where the aorta can run: about the midline and to its left (LPS)."""
    window = np.zeros_like(body)
    whole = ndimage.binary_opening(body, np.ones((1, 5, 5), bool))
    for k, slice_ in enumerate(whole):
        j, i = np.flatnonzero(slice_.any(axis=1)), np.flatnonzero(slice_.any(axis=0))
        if j.size and i.size:
            depth, width, middle = np.ptp(j), np.ptp(i), (i[0] + i[-1]) // 2
            rows = slice(j[0] + int(0.4 * depth), j[0] + int(0.75 * depth))
            columns = slice(middle - int(0.06 * width), middle + int(0.14 * width))
            window[k, rows, columns] = True
    return window


def _vein_places(anatomy: Anatomy) -> Floats:
    grid = anatomy.rough.geometry
    organ = parenchyma(anatomy)
    around = ndimage.distance_transform_edt(~organ, sampling=grid.spacing_mm) < 12
    inside = around & (ndimage.uniform_filter(organ.astype(np.float32), 9) > 0.45)
    veins = anatomy.rough.bright & inside
    depth = ndimage.distance_transform_edt(veins, sampling=grid.spacing_mm)
    return _some(grid.index_to_mm(np.argwhere(depth >= VESSEL_RADIUS_MM)))


def _some(places_mm: Floats) -> Floats:
    """Up to nine places spread evenly over those found; at least three or none."""
    if len(places_mm) < ENOUGH:
        return np.empty((0, 3))
    picked = np.linspace(0, len(places_mm) - 1, min(len(places_mm), 9)).astype(int)
    some: Floats = places_mm[picked]
    return some


def measured(
    phases: PhaseSet, tissue: str, centers_mm: Floats, radius_mm: float
) -> ReferenceTissue:
    """Measure spheres of a tissue in every phase, wherever they were placed."""
    values: dict[Phase, list[NDArray[np.generic]]] = {p: [] for p in phases.volumes}
    for center in centers_mm:
        box = box_around(phases.geometry, center, radius_mm)
        k, j, i = (np.arange(edge.start, edge.stop) for edge in box)
        index = np.stack(np.meshgrid(k, j, i, indexing="ij"), axis=-1)
        apart = phases.geometry.index_to_mm(index) - center
        ball = (apart**2).sum(axis=-1) <= radius_mm**2
        ball[np.unravel_index((apart**2).sum(axis=-1).argmin(), ball.shape)] = True
        for phase, volume in phases.volumes.items():
            values[phase].append(volume.array[box][ball])
    means = {p: np.array([part.mean() for part in v]) for p, v in values.items()}
    few = tissue in list(ReferenceOrgan) and len(centers_mm) < ENOUGH
    return ReferenceTissue(
        tissue,
        tuple((float(x), float(y), float(z)) for x, y, z in centers_mm),
        radius_mm,
        levels={p: float(np.median(m)) for p, m in means.items()},
        sds={
            p: float(np.sqrt(np.mean([part.var() for part in v])))
            for p, v in values.items()
        },
        spreads={p: float(m.std()) for p, m in means.items() if len(m) > 1},
        findings=(_few(tissue),) if few else (),
    )


def _few(tissue: str) -> Finding:
    message = (
        f"Fewer than three reference regions of normal {tissue}: their spread says "
        "little."
    )
    return Finding("few-references", message, Severity.CAUTION)
