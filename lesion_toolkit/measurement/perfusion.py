"""Wedges of liver that only fill early: a change of perfusion, not viable tumor.

A segment whose portal vein is blocked, or that a shunt feeds, enhances in the arterial
phase and is like any other liver before and after it. An outline that takes it in
bulges there: without it the lesion is rounder. Tumor that washes out never looks so; a
round tumor that does not wash out is told apart by its shape.
"""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from lesion_toolkit.measurement.enhancement import Enhancement
from lesion_toolkit.measurement.parenchyma import most_common
from lesion_toolkit.model.finding import Finding, Severity
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.phase import PhaseSet
from lesion_toolkit.model.volume import Mask, Volume

Flags = NDArray[np.bool_]
Values = NDArray[np.float32]

BLOCK_MM = 2.5
"""Voxels are averaged to this size in plane: noise falls, shapes stay."""

LIKE_LIVER_HU, LIKE_LIVER_SHARE_MR = 10.0, 0.08
"""Nearer to liver than this is like liver."""

SPREADS = 1.5
"""Or nearer than so many spreads of the liver around the lesion."""

LIVER_FROM_MM, LIVER_TO_MM = 5.0, 25.0
"""Where around the lesion its liver is."""

LEAST_ML, LEAST_SHARE = 0.5, 0.03
"""A smaller wedge is lost in what an outline is off anyway."""

MOST_SHARE = 0.75
"""More of the lesion than this is the lesion."""

ROUNDER = 0.03
"""By so much the lesion is more compact without a wedge (a ball has 1)."""

_BALL = (4 * np.pi / 3) ** (5 / 3) / (4 * np.pi / 5)


def without_perfusion_changes(
    found: Enhancement, phases: PhaseSet, mask: Mask
) -> Enhancement:
    """Leave wedges that only fill early open, and say so.

    Needs precontrast and portal venous volumes; without them nothing is told.

    Parameters
    ----------
    found
        What the lesion takes up.
    phases
        The exam on one geometry.
    mask
        The lesion on that geometry.
    """
    before, after = phases.precontrast, phases.portal_venous
    if before is None or after is None:
        return found
    box = mask.box_within(LIVER_TO_MM)
    assert box is not None  # an empty mask was refused before
    inside = mask.array[box]
    with np.errstate(invalid="ignore"):
        enhancing = found.values >= found.threshold
    alive = np.zeros(inside.shape, bool)
    alive[inside] = enhancing[found.lesion.array]
    grid = mask.geometry.crop([part.start for part in box], inside.shape)
    lesion, alike = (_blocks(flags, grid) for flags in (inside, alive))
    for volume in (before, after):
        if not alike.any():
            return found
        alike &= _like_liver(volume.cropped(box), lesion)
    spacing = Volume(inside, grid).block_means(BLOCK_MM).geometry.spacing_mm
    wedges = _wedges(alike, lesion, spacing)
    if not wedges.any():
        return found
    fine = _each_voxel(wedges, grid)[inside] & alive[inside]
    values = found.values.copy()
    values[found.lesion.array] = np.where(fine, np.nan, values[found.lesion.array])
    ml = np.count_nonzero(fine) * grid.voxel_volume_ml
    return replace(found, values=values, findings=(*found.findings, _said(ml)))


def _said(ml: float) -> Finding:
    message = (
        f"{ml:.1f} ml at the edge of the outline enhance only in the arterial phase "
        "and are like liver otherwise: a change of perfusion, not counted as viable."
    )
    return Finding("perfusion-like", message, Severity.CAUTION)


def _blocks(flags: Flags, grid: Geometry) -> Flags:
    """Blocks of which half is marked."""
    shares = Volume(flags.astype(np.float32), grid).block_means(BLOCK_MM)
    return np.asarray(shares.array >= 0.5)


def _each_voxel(blocks: Flags, grid: Geometry) -> Flags:
    """Give each voxel the flag of its block."""
    steps = [max(round(BLOCK_MM / s), 1) for s in grid.spacing_mm]
    k, j, i = (
        np.minimum(np.arange(n) // min(step, n), count - 1)
        for n, step, count in zip(grid.shape, steps, blocks.shape, strict=True)
    )
    return blocks[np.ix_(k, j, i)]


def _like_liver(volume: Volume, lesion: Flags) -> Flags:
    """Blocks about as bright as the liver around the lesion."""
    coarse = volume.block_means(BLOCK_MM)
    spacing = coarse.geometry.spacing_mm
    apart = ndimage.distance_transform_edt(~lesion, sampling=spacing)
    shell = coarse.array[(apart >= LIVER_FROM_MM) & (apart <= LIVER_TO_MM)]
    if not shell.size:
        return np.zeros(lesion.shape, bool)
    typical, spread = most_common(shell)
    level = float(np.median(typical))
    least = LIKE_LIVER_HU if volume.modality != "MR" else LIKE_LIVER_SHARE_MR * level
    calm = ndimage.gaussian_filter(coarse.array, [BLOCK_MM / s for s in spacing])
    return np.asarray(np.abs(calm - level) <= max(least, SPREADS * spread))


def _wedges(alike: Flags, lesion: Flags, spacing: tuple[float, float, float]) -> Flags:
    """Pieces without which the lesion is rounder."""
    block_ml = float(np.prod(spacing)) / 1000
    total = np.count_nonzero(lesion)
    core = ndimage.binary_opening(alike, np.ones((1, 2, 2), bool))
    pieces, count = ndimage.label(core)
    wedges = np.zeros(lesion.shape, bool)
    whole = _compactness(lesion, spacing)
    for number in range(1, count + 1):
        piece = pieces == number
        size = np.count_nonzero(piece)
        if size * block_ml < LEAST_ML or not LEAST_SHARE < size / total < MOST_SHARE:
            continue
        if _compactness(lesion & ~piece, spacing) > whole + ROUNDER:
            wedges |= piece
    return wedges


def _compactness(flags: Flags, spacing: tuple[float, float, float]) -> float:
    """1 for a ball, less the further from its middle a shape reaches for its volume."""
    places = np.argwhere(flags) * spacing
    spread = float(places.var(axis=0).sum()) * len(places)
    if not spread:
        return 0.0
    step = float(np.prod(spacing))
    return float((len(places) * step) ** (5 / 3) / (spread * step) / _BALL)
