"""Reference regions beside the liver: spleen, and the muscle of the back.

Classic rules on coarse voxels: where the tissue lies, how even it is, and how it gains
with contrast. What does not pass them is not found; nothing is measured instead.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.phase import Phase, PhaseSet
from lesion_toolkit.model.reference import (
    REFERENCE_RADIUS_MM,
    ReferenceOrgan,
    ReferenceTissue,
)
from lesion_toolkit.model.volume import Mask
from lesion_toolkit.segmentation.anatomy import ROUGH_MM
from lesion_toolkit.segmentation.body_wall import largest_piece
from lesion_toolkit.segmentation.liver import calmed, liver_look
from lesion_toolkit.segmentation.prompts import Place, points, refuse_outside
from lesion_toolkit.segmentation.references import (
    liver_references,
    measured,
    most_typical,
    room_for_spheres,
)

Flags = NDArray[np.bool_]
Values = NDArray[np.float32]
Seen = Mapping[Phase, Values]

MUSCLE_HU = (25.0, 95.0)
"""Smoothed muscle, before and after contrast."""

MUSCLE_GAIN_HU, MUSCLE_GAIN_MR = 25.0, 0.4
"""More than this (on MR a share of its unenhanced value) muscle does not gain by the
portal venous phase; liver, spleen and kidney gain at least twice as much."""

MUSCLE_TO_FAT_MR = 1.8
"""Muscle is this much brighter than the darker half of the body on MR (fat, bone)."""

BESIDE_SPINE_MM, BEHIND = (16.0, 62.0), 0.28
"""Muscle of the back: so far to either side of the midline, and in the rear share of
the depth of the body."""

SPLEEN_ARTERIAL, SPLEEN_PORTAL = 1.15, (0.75, 1.3)
"""Brightness as a share of liver: the spleen is ahead of it in the arterial phase, and
about as bright in the portal venous one, where a kidney is brighter."""

SPLEEN_GAIN_HU, SPLEEN_GAIN_MR = 15.0, 0.3
"""What it gains by the arterial phase at least (on MR a share of its unenhanced value),
where that can be told: a stomach gains nothing."""

APART_MM = 20.0
"""Between two centers: spheres that do not touch; these organs have no segments."""

SPLEEN_ML = 20.0
"""A smaller piece may be a bowel loop, or the pole of a kidney."""

ALIKE_HU, ALIKE_MR, ALIKE_SPREADS = 12.0, 0.1, 3.0
"""Nearer than this to the core of a tissue, in every phase, is the same tissue: HU or a
share of its value, or so many of its own spreads."""

UNEVEN_CT, UNEVEN_MR = 12.0, 0.1
"""Spread of smoothed values within 12 mm of a slice: HU, or a share of the value."""


@dataclass(frozen=True, slots=True, eq=False)
class _Coarse:
    """An exam of coarse voxels, smoothed, and the body seen in it."""

    seen: Seen
    body: Flags
    grid: Geometry
    is_mr: bool


def tissue_references(
    phases: PhaseSet,
    tissue: ReferenceOrgan | str = ReferenceOrgan.LIVER,
    lesions: Mapping[str, Mask] | None = None,
    places_mm: Sequence[Place] = (),
) -> ReferenceTissue:
    """Place spheres of 1 cm³ in liver, spleen or muscle of the back.

    Parameters
    ----------
    phases
        The exam on one geometry.
    tissue
        ``liver`` (:func:`~lesion_toolkit.segmentation.references.liver_references`),
        ``spleen`` or ``muscle``.
    lesions
        Masks that the spheres keep 10 mm away from.
    places_mm
        Centers chosen by a reader (patient LPS mm): they always win.

    Returns
    -------
    ReferenceTissue
        Finding ``few-references`` where fewer than three fit.

    Raises
    ------
    InputRefused
        The tissue was not found, or a chosen place is outside, in air or in fat.
    """
    organ = ReferenceOrgan(tissue)
    if organ is ReferenceOrgan.LIVER:
        return liver_references(phases, lesions, places_mm)
    if len(chosen := points(places_mm)):
        for place in chosen:
            refuse_outside(phases, place)
        return measured(phases, organ, chosen, REFERENCE_RADIUS_MM)
    coarse = _coarse(phases)
    if organ is ReferenceOrgan.SPLEEN:
        region = _spleen(phases, coarse)
    else:
        region = _muscle(coarse)
    room = room_for_spheres(region, coarse.grid, lesions or {})
    centers = most_typical(_unlike(region, coarse), room, coarse.grid, APART_MM)
    if not len(centers):
        raise _not_found(organ)
    return measured(phases, organ, centers, REFERENCE_RADIUS_MM)


def _not_found(organ: ReferenceOrgan) -> InputRefused:
    where = {
        ReferenceOrgan.SPLEEN: "the left flank in arterial and portal venous phases",
        ReferenceOrgan.MUSCLE: "the back in two phases, one of them unenhanced or "
        "arterial",
    }[organ]
    return InputRefused(
        f"no {organ} wide enough for a reference region.",
        f"an exam that shows {where}, with room for a sphere of 1 cm³.",
        "place the regions by hand: tissue_references(phases, "
        f"'{organ}', places_mm=[(x, y, z), ...]); or compare with another tissue.",
    )


def _coarse(phases: PhaseSet) -> _Coarse:
    volumes = {p: v.block_means(ROUGH_MM) for p, v in phases.volumes.items()}
    grid = next(iter(volumes.values())).geometry
    seen = {p: calmed(v.array, grid.spacing_mm) for p, v in volumes.items()}
    is_mr = phases.reference.modality == "MR"
    typical = np.mean(list(seen.values()), axis=0)
    air = 0.1 * float(np.percentile(typical, 99)) if is_mr else -300.0
    disc = np.ones((1, 5, 5), bool)  # a table or an arm's edge is thinner
    body = np.stack(
        [
            ndimage.binary_fill_holes(largest_piece(one))
            for one in ndimage.binary_opening(typical > air, disc)
        ]
    )
    return _Coarse(seen, body, grid, is_mr)


def _muscle(coarse: _Coarse) -> Flags:
    """Even tissue on both sides of the spine that hardly gains with contrast."""
    nothing = np.zeros_like(coarse.body)
    late = _first_of(coarse.seen, (Phase.PORTAL_VENOUS, Phase.DELAYED))
    if late is None or len(coarse.seen) < 2:
        return nothing
    # noise would pass for gain: each is judged by its surroundings of 12 mm
    values = [ndimage.uniform_filter(v, _AROUND) for v in coarse.seen.values()]
    first = np.minimum.reduce(values)
    gain = ndimage.uniform_filter(late, _AROUND) - first
    if coarse.is_mr:
        dark = float(np.percentile(first[coarse.body], 25)) if coarse.body.any() else 0
        fits = (first > MUSCLE_TO_FAT_MR * dark) & (gain < MUSCLE_GAIN_MR * first)
    else:
        low, high = MUSCLE_HU
        fits = (
            (first > low) & (np.maximum.reduce(values) < high) & (gain < MUSCLE_GAIN_HU)
        )
    fits &= _even(coarse)
    sides = [fits & _back(coarse, side) for side in (-1, 1)]
    pieces = [largest_piece(ndimage.binary_erosion(one, _IN_SLICE)) for one in sides]
    if not all(piece.any() for piece in pieces):  # muscles of the back are a pair
        return nothing
    return _whole(pieces[0] | pieces[1], coarse)


def _spleen(phases: PhaseSet, coarse: _Coarse) -> Flags:
    """Largest even tissue of the left flank that fills as a spleen does."""
    nothing = np.zeros_like(coarse.body)
    arterial, portal = phases.arterial_phase, Phase.PORTAL_VENOUS
    if arterial is None or portal not in coarse.seen:
        return nothing
    look = liver_look(phases)
    liver = dict(zip(look.phases, look.levels, strict=True))
    mean = {p: ndimage.uniform_filter(v, _AROUND) for p, v in coarse.seen.items()}
    early, late = (mean[phase] / liver[phase] for phase in (arterial, portal))
    low, high = SPLEEN_PORTAL
    fits = (early > SPLEEN_ARTERIAL) & (late > low) & (late < high)
    if (before := mean.get(Phase.PRECONTRAST)) is not None:
        least = SPLEEN_GAIN_MR * before if coarse.is_mr else SPLEEN_GAIN_HU
        fits &= mean[arterial] - before > least
    fits &= _flank(coarse) & _even(coarse)
    core = largest_piece(ndimage.binary_erosion(fits, _IN_SLICE))
    spleen = _whole(core, coarse)
    ml = float(np.count_nonzero(spleen)) * coarse.grid.voxel_volume_ml
    return spleen if ml >= SPLEEN_ML else nothing


_IN_SLICE = np.ones((1, 3, 3), bool)
_AROUND = (1, 3, 3)


def _whole(core: Flags, coarse: _Coarse) -> Flags:
    """Add what lies around the core of a tissue and looks like it in every phase."""
    whole = ndimage.binary_dilation(core, _IN_SLICE, iterations=2)
    for values in coarse.seen.values():
        if not core.any():
            break
        level = float(np.median(values[core]))
        spread = 1.4826 * float(np.median(np.abs(values[core] - level)))
        least = ALIKE_MR * level if coarse.is_mr else ALIKE_HU
        whole &= np.abs(values - level) < max(ALIKE_SPREADS * spread, least)
    return np.asarray(whole)


def _even(coarse: _Coarse) -> Flags:
    """Away from edges, seen in the later phase: the first pass mottles the spleen."""
    late = _first_of(coarse.seen, (Phase.PORTAL_VENOUS, Phase.DELAYED))
    assert late is not None  # asked for by both tissues before
    mean = ndimage.uniform_filter(late, _AROUND)
    square = ndimage.uniform_filter(np.square(late), _AROUND)
    spread = np.sqrt(np.maximum(square - np.square(mean), 0))
    limit = UNEVEN_MR * np.abs(mean) if coarse.is_mr else UNEVEN_CT
    return np.asarray(spread < limit)


def _first_of(seen: Seen, wanted: Sequence[Phase]) -> Values | None:
    return next((seen[phase] for phase in wanted if phase in seen), None)


def _back(coarse: _Coarse, side: int) -> Flags:
    """Window behind and beside the spine on one side (-1 right, 1 left)."""
    window = np.zeros_like(coarse.body)
    step = coarse.grid.spacing_mm[2]
    near, far = (round(mm / step) for mm in BESIDE_SPINE_MM)
    for k, box in _extents(coarse.body):
        front, back, right, left = box
        middle = (right + left) // 2
        first, last = sorted((middle + side * near, middle + side * far))
        rows = slice(back - int(BEHIND * (back - front)), back + 1)
        window[k, rows, max(first, 0) : last + 1] = True
    return window & coarse.body


def _flank(coarse: _Coarse) -> Flags:
    """Window of the left rear quarter of the body (LPS)."""
    window = np.zeros_like(coarse.body)
    for k, (front, back, right, left) in _extents(coarse.body):
        middle = (right + left) // 2
        window[k, front + int(0.35 * (back - front)) :, (middle + left) // 2 :] = True
    return window & coarse.body


def _extents(body: Flags) -> list[tuple[int, tuple[int, int, int, int]]]:
    """Front, back, right and left border of the body in each slice that shows it."""
    found = []
    for k, one in enumerate(body):
        rows, columns = np.flatnonzero(one.any(1)), np.flatnonzero(one.any(0))
        if rows.size and columns.size:
            found.append((k, (rows[0], rows[-1], columns[0], columns[-1])))
    return found


def _unlike(region: Flags, coarse: _Coarse) -> Values:
    """Distance of every voxel from what the tissue typically is, over all phases."""
    away = np.zeros(region.shape, np.float32)
    if not region.any():
        return away
    for values in coarse.seen.values():
        inside = values[region]
        level = np.median(inside)
        spread = max(float(np.median(np.abs(inside - level))), 1e-3)
        away += np.square((values - level) / spread)
    return np.sqrt(away)
