"""Random lesions in an upper abdomen, and how an outline compares with the truth."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.phase import Phase, PhaseSet
from lesion_toolkit.model.volume import Mask, Volume
from lesion_toolkit.phantoms.anatomy import Scene
from lesion_toolkit.phantoms.materials import Material, brightness
from lesion_toolkit.phantoms.rendering import (
    add_noise,
    coverage,
    layers_of,
    paint_with,
)
from lesion_toolkit.phantoms.shapes import Ellipsoid
from lesion_toolkit.phantoms.tumor import Tumor

Flags = NDArray[np.bool_]
Place = tuple[float, float, float]

PHASES = (Phase.PRECONTRAST, Phase.LATE_ARTERIAL, Phase.PORTAL_VENOUS)
GRID = Geometry.from_axes(
    (64, 180, 250), origin_mm=(-178, -126, -105), spacing_mm=(3.0, 1.4, 1.4)
)
PLACES: dict[str, Place] = {
    "deep": (-72, 2, -6),
    "edge": (-118, 20, -10),
    "vessel": (-48, 18, -8),
    "heart": (-8, -36, 50),
    "left": (42, -54, 24),
    "dome": (-80, 4, 55),
}
ENHANCES = {
    # HU above liver: arterial, portal venous
    "hyper": (45, -18),
    "hypo": (-22, -30),
    "washout only": (2, -35),
    "rim": (45, -18),
    "dead core": (40, -18),
}


@dataclass(frozen=True)
class Phantom:
    """An exam, the true lesion, a click in it, and what it is."""

    exam: PhaseSet
    truth: Flags
    click_mm: Place
    diameter_mm: float
    kind: str
    cnr: float
    place: str
    misplaced: Flags
    """The same lesion scanned half a slice lower: what no reader can do better than."""


def phantom(
    number: int,
    *,
    diameter_mm: float | None = None,
    grid: Geometry = GRID,
    seed: int = 7,
) -> Phantom:
    """Draw one lesion at random, and scan it."""
    dice = np.random.default_rng([seed, number])
    size = float(np.exp(dice.uniform(np.log(8), np.log(140))))
    size = diameter_mm or size
    kind = list(ENHANCES)[dice.integers(len(ENHANCES))]
    cnr = float(dice.uniform(1.5, 8))
    small, medium = list(PLACES), ["deep", "edge"]
    names = small if size < 45 else medium if size < 90 else ["deep"]
    place = names[dice.integers(len(names))]
    tumor = _tumor(dice, size, kind, place)
    truth = _true_voxels(tumor, grid)
    lower = Geometry.from_axes(
        grid.shape, origin_mm=grid.index_to_mm((0.5, 0, 0)), spacing_mm=grid.spacing_mm
    )
    noise = float(np.clip(max(map(abs, ENHANCES[kind])) / cnr, 5, 30))
    exam = _scan(dice, tumor, truth, kind, noise, grid)
    depth = ndimage.distance_transform_edt(truth, sampling=grid.spacing_mm)
    inner = np.argwhere(depth > 0.35 * depth.max())
    x, y, z = grid.index_to_mm(inner[dice.integers(len(inner))])
    shown = max(map(abs, ENHANCES[kind])) / noise
    click = (float(x), float(y), float(z))
    misplaced = _true_voxels(tumor, lower)
    return Phantom(exam, truth, click, size, kind, shown, place, misplaced)


def _true_voxels(tumor: Tumor, grid: Geometry) -> Flags:
    truth = np.zeros(grid.shape, bool)
    covered = coverage(tumor.shapes, [tumor.is_whole], grid)
    assert covered is not None
    truth[covered[0]] = covered[1][0] > 0.5
    return truth


def _tumor(dice: np.random.Generator, size: float, kind: str, place: str) -> Tumor:
    at = np.array(PLACES[place]) + dice.uniform(-4, 4, 3)
    if place == "edge":
        at[0] = -132 + 0.4 * size
    axes = size / 2 * np.array([1, dice.uniform(0.75, 1), dice.uniform(0.75, 1)])
    turn = float(dice.uniform(0, 180))
    outline = [Ellipsoid(_place(at), _place(axes), turn)]
    if dice.random() < 0.35:
        towards = _unit(dice)
        outline.append(Ellipsoid(_place(at + 0.3 * size * towards), _place(0.6 * axes)))
    necrosis = []
    if kind in ("rim", "dead core"):
        share = 0.8 if kind == "rim" else 0.55
        aside = size / 2 * (0.92 - share) * (0.9 if kind == "rim" else 0.6)
        center = at + _unit(dice) * aside * dice.random()
        necrosis = [Ellipsoid(_place(center), _place(share * axes), turn)]
    return Tumor("T1", tuple(outline), tuple(necrosis))


def _unit(dice: np.random.Generator) -> NDArray[np.float64]:
    towards = dice.normal(size=3)
    return np.asarray(towards / np.linalg.norm(towards))


def _place(values: NDArray[np.float64]) -> Place:
    x, y, z = (float(v) for v in values)
    return x, y, z


def _scan(
    dice: np.random.Generator,
    tumor: Tumor,
    truth: Flags,
    kind: str,
    noise: float,
    grid: Geometry,
) -> PhaseSet:
    layers = layers_of(Scene(tumors=(tumor,)), grid)
    liver = ndimage.gaussian_filter(dice.normal(size=grid.shape), (1.5, 3, 3))
    patches = ndimage.gaussian_filter(dice.normal(size=grid.shape), (1, 2, 2))
    uneven = dice.uniform(0, 12) * patches / patches.std()
    above = dict(zip(PHASES, (-8, *ENHANCES[kind]), strict=True))
    volumes = {}
    for phase in PHASES:

        def value(
            material: Material, enhancement: float, phase: Phase = phase
        ) -> float:
            if material is Material.VIABLE_TUMOR:
                return brightness("CT", phase, Material.LIVER, 1.0) + above[phase]
            return brightness("CT", phase, material, enhancement)

        image = paint_with(layers, grid.shape, value)
        image = image + np.where(np.abs(image) < 400, 3 * liver / liver.std(), 0)
        if phase is not Phase.PRECONTRAST:
            image = image + np.where(truth, uneven, 0)
        image = add_noise(image.astype(np.float32), "CT", noise, dice)
        stored = np.clip(np.rint(image), -1024, 3071).astype(np.int16)
        volumes[phase] = Volume(stored, grid)
    return PhaseSet(volumes)


def long_axis(truth: Flags, grid: Geometry) -> NDArray[np.float64]:
    """Both ends of the longest axis of the largest slice, patient mm."""
    k = int(truth.sum(axis=(1, 2)).argmax())
    edge = truth[k] & ~ndimage.binary_erosion(truth[k])
    index = np.argwhere(edge)
    places = grid.index_to_mm(np.insert(index, 0, k, axis=1))
    apart = np.linalg.norm(places[:, None] - places, axis=-1)
    first, second = np.unravel_index(apart.argmax(), apart.shape)
    return places[[first, second]]


@dataclass(frozen=True)
class Answer:
    """How a mask compares with the truth."""

    dice: float
    surface_mm: float
    surface_95_mm: float
    diameter_mm: float
    seconds: float


def compare(found: Flags, truth: Flags, grid: Geometry, seconds: float) -> Answer:
    if not found.any():
        return Answer(0.0, math.nan, math.nan, math.nan, seconds)
    overlap = 2 * (found & truth).sum() / (found.sum() + truth.sum())
    box = Mask(found | truth, grid).bounding_box(1)
    assert box is not None
    mine, true = found[box], truth[box]
    surfaces = [part & ~ndimage.binary_erosion(part) for part in (mine, true)]
    to = [
        ndimage.distance_transform_edt(~surface, sampling=grid.spacing_mm)
        for surface in surfaces
    ]
    apart = np.concatenate([to[1][surfaces[0]], to[0][surfaces[1]]])
    sizes = [2 * (3 * part.sum() / (4 * math.pi)) ** (1 / 3) for part in (mine, true)]
    voxel = (grid.voxel_volume_ml * 1000) ** (1 / 3)
    return Answer(
        float(overlap),
        float(apart.mean()),
        float(np.percentile(apart, 95)),
        float(voxel * (sizes[0] - sizes[1])),
        seconds,
    )
