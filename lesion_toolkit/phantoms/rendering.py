"""From analytic shapes to voxels: partial volume by supersampling, and image noise."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.phase import Phase
from lesion_toolkit.phantoms.anatomy import Scene, Structure
from lesion_toolkit.phantoms.materials import Agent, Material, brightness
from lesion_toolkit.phantoms.shapes import Column, PointMm, Shape
from lesion_toolkit.phantoms.tumor import Tumor

Floats = NDArray[np.float32]
Flags = NDArray[np.bool_]
Box = tuple[slice, slice, slice]
Region = Callable[[Flags], Flags]

SUBSAMPLES = 4
"""Sub-voxels along each axis of a voxel that a surface cuts."""
_CHUNK = 32_768
"""Cut voxels supersampled at a time (memory)."""


@dataclass(frozen=True, slots=True, eq=False)
class Layer:
    """How much of each voxel in a box belongs to each part of one object.

    Fractions have the shape of the box, or one slice where every slice is the same.
    """

    box: Box
    parts: tuple[tuple[Material, Floats], ...]
    enhancement: float = 1.0


def layers_of(
    scene: Scene, geometry: Geometry, shift_mm: PointMm = (0.0, 0.0, 0.0)
) -> tuple[Layer, ...]:
    """Cover a grid with a scene, in painting order.

    Parameters
    ----------
    scene
        What is in the patient.
    geometry
        Axial grid (k, j, i) whose LPS mm are those of the scene.
    shift_mm
        Displacement of the organs that breathe, beyond the visit's own breath.
    """
    moved = np.add(scene.breath_mm, shift_mm)
    breathing = _shifted(geometry, -moved)
    painted: list[Layer | None] = [
        _structure_layer(s, breathing if s.breathes else geometry)
        for s in scene.structures
    ]
    painted += [
        tumor_layer(t, breathing if t.breathes else geometry) for t in scene.tumors
    ]
    return tuple(layer for layer in painted if layer is not None)


def tumor_layer(tumor: Tumor, geometry: Geometry) -> Layer | None:
    """Cover a grid with the living, dead and oily tissue of a lesion; None outside."""
    regions = [region for _, region in tumor.regions]
    covered = coverage(tumor.shapes, regions, geometry)
    if covered is None:
        return None
    box, fractions = covered
    materials = [material for material, _ in tumor.regions]
    parts = tuple(zip(materials, fractions, strict=True))
    return Layer(box, parts, tumor.enhancement)


def _structure_layer(structure: Structure, geometry: Geometry) -> Layer | None:
    covered = coverage([structure.shape], [_alone], geometry)
    if covered is None:
        return None
    box, (fraction,) = covered
    return Layer(box, ((structure.material, fraction),))


def _alone(inside: Flags) -> Flags:
    only: Flags = inside[0]
    return only


def _shifted(geometry: Geometry, by_mm: NDArray[np.float64]) -> Geometry:
    return Geometry.from_axes(
        geometry.shape,
        origin_mm=geometry.origin_mm + by_mm,
        spacing_mm=geometry.spacing_mm,
    )


def coverage(
    shapes: Sequence[Shape], regions: Sequence[Region], geometry: Geometry
) -> tuple[Box, list[Floats]] | None:
    """Fraction of each voxel (k, j, i) that lies in each region; None outside the grid.

    Voxels that no surface cuts are all or nothing. The others are divided into
    :data:`SUBSAMPLES` cubed parts, each judged at its center.

    Parameters
    ----------
    shapes
        Solids in LPS mm.
    regions
        Rules that say which points belong, from what each shape contains (axis 0).
    geometry
        Axial grid.
    """
    box = _box(shapes, geometry)
    if box is None:
        return None
    spacing = geometry.spacing_mm
    centers = [
        geometry.origin_mm[2 - axis] + spacing[axis] * np.arange(s.start, s.stop)
        for axis, s in enumerate(box)
    ]
    if all(isinstance(shape, Column) for shape in shapes):
        centers[0] = centers[0][:1]  # one slice stands for all
    inside, cut = _judge_voxels(shapes, centers, spacing)
    fractions = [region(inside).astype(np.float32) for region in regions]
    where = np.nonzero(cut)
    for first in range(0, len(where[0]), _CHUNK):
        some = tuple(index[first : first + _CHUNK] for index in where)
        flags = _subsample(shapes, centers, spacing, some)
        for fraction, region in zip(fractions, regions, strict=True):
            fraction[some] = region(flags).mean(axis=(1, 2, 3), dtype=np.float32)
    return box, fractions


def _box(shapes: Sequence[Shape], geometry: Geometry) -> Box | None:
    bounds = [shape.bounds_mm for shape in shapes]
    low = np.min([lower for lower, _ in bounds], axis=0) - geometry.origin_mm
    high = np.max([upper for _, upper in bounds], axis=0) - geometry.origin_mm
    box = []
    for axis, (count, step) in enumerate(
        zip(geometry.shape, geometry.spacing_mm, strict=True)
    ):
        first, last = np.clip(
            [low[2 - axis] / step, high[2 - axis] / step], -2, count + 1
        )
        start = max(int(np.floor(first - 0.5)), 0)
        stop = min(int(np.ceil(last + 0.5)) + 1, count)
        if start >= stop:
            return None
        box.append(slice(start, stop))
    return box[0], box[1], box[2]


def _judge_voxels(
    shapes: Sequence[Shape],
    centers: Sequence[NDArray[np.float64]],
    spacing: tuple[float, float, float],
) -> tuple[Flags, Flags]:
    """Tell what each shape wholly contains (axis 0), and the voxels a surface cuts."""
    corners = [
        np.append(c - step / 2, c[-1] + step / 2).astype(np.float32)
        for c, step in zip(centers, spacing, strict=True)
    ]
    z, y, x = np.ix_(*corners)
    inside = np.empty((len(shapes), *(len(c) for c in centers)), dtype=np.bool_)
    cut = np.zeros(inside.shape[1:], dtype=np.bool_)
    for row, shape in enumerate(shapes):
        level = np.broadcast_to(shape.level(x, y, z), tuple(len(c) for c in corners))
        # how much lower the level may be inside a voxel than at its corners
        bulge = sum((step / 2 / shape.smallest_radius_mm) ** 2 for step in spacing)
        some = _any_corner(level < 1)
        near = _any_corner(level < 1 + bulge)
        inside[row] = ~_any_corner(level >= 1)
        cut |= (some | near) & ~inside[row]
    return inside, cut


def _any_corner(flags: Flags) -> Flags:
    """Whether any of a voxel's eight corners is marked."""
    flags = flags[:-1] | flags[1:]
    flags = flags[:, :-1] | flags[:, 1:]
    joined: Flags = flags[:, :, :-1] | flags[:, :, 1:]
    return joined


def _subsample(
    shapes: Sequence[Shape],
    centers: Sequence[NDArray[np.float64]],
    spacing: tuple[float, float, float],
    where: tuple[NDArray[np.intp], ...],
) -> Flags:
    """Judge the sub-voxel centers: (shape, voxel, k, j, i)."""
    within = (np.arange(SUBSAMPLES) + 0.5) / SUBSAMPLES - 0.5
    z, y, x = (
        (c[index][:, None] + within * step).astype(np.float32)
        for c, index, step in zip(centers, where, spacing, strict=True)
    )
    z, y, x = z[:, :, None, None], y[:, None, :, None], x[:, None, None, :]
    flags = np.empty((len(shapes), len(where[0]), *(SUBSAMPLES,) * 3), dtype=np.bool_)
    for row, shape in enumerate(shapes):
        flags[row] = shape.level(x, y, z) < 1
    return flags


def paint(
    layers: Sequence[Layer],
    shape: tuple[int, int, int],
    modality: str,
    phase: Phase,
    agent: Agent = Agent.EXTRACELLULAR,
) -> Floats:
    """Noise-free voxels (k, j, i) of one phase: HU on CT, scanner units on MR."""

    def value(material: Material, enhancement: float) -> float:
        return brightness(modality, phase, material, enhancement, agent)

    return paint_with(layers, shape, value)


def paint_with(
    layers: Sequence[Layer],
    shape: tuple[int, int, int],
    value: Callable[[Material, float], float],
) -> Floats:
    """Noise-free voxels (k, j, i), each material as bright as ``value`` says.

    ``value`` gets a material and how strongly that object enhances, 1 is typical.
    """
    image = np.full(shape, value(Material.AIR, 1.0), dtype=np.float32)
    for layer in layers:
        part = image[layer.box]
        covered = layer.parts[0][1].copy()
        for _, fraction in layer.parts[1:]:
            covered += fraction
        part *= 1 - covered
        for material, fraction in layer.parts:
            part += np.float32(value(material, layer.enhancement)) * fraction
    return image


def add_noise(
    image: Floats, modality: str, sd: float, rng: np.random.Generator
) -> Floats:
    """Give an image (k, j, i) the noise of its modality, standard deviation ``sd``.

    CT noise is correlated in the slice as a soft reconstruction kernel leaves it. MR
    noise is Rician: the magnitude of a complex signal.
    """
    if modality == "CT":
        return image + np.float32(sd) * _correlated(image.shape, rng)
    real = image + np.float32(sd) * rng.standard_normal(image.shape, dtype=np.float32)
    imaginary = np.float32(sd) * rng.standard_normal(image.shape, dtype=np.float32)
    magnitude: Floats = np.sqrt(real * real + imaginary * imaginary)
    return magnitude


def _correlated(shape: tuple[int, ...], rng: np.random.Generator) -> Floats:
    """Noise of unit variance, white across slices, (1 2 1) smoothed along j and i.

    Only additions and exact powers of two: the same bits on every machine.
    """
    slices, rows, columns = shape
    padded = (slices, rows + 2, columns + 2)
    noise = rng.standard_normal(padded, dtype=np.float32)
    noise = noise[:, :-2] + 2 * noise[:, 1:-1] + noise[:, 2:]
    noise = noise[:, :, :-2] + 2 * noise[:, :, 1:-1] + noise[:, :, 2:]
    # each pass multiplies the variance by 1 + 4 + 1
    unit: Floats = noise / np.float32(6)
    return unit
