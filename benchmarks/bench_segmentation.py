"""One click to a lesion beside its peers: how right, and how fast.

    python benchmarks/bench_segmentation.py phantoms [--count 30] [--peers 12]
        [--seed 7]
    python benchmarks/bench_segmentation.py time [--rounds 5]

``phantoms``: lesions of 8 to 140 mm in an upper abdomen (hyper- and hypoenhancing,
washed out only, rim with necrosis, dead core; lobes; texture; contrast-to-noise 1.5 to
8; deep, at the liver's edge, at a vessel, under the heart, in the left lobe, at the
dome). The click falls anywhere in the inner two thirds. Dice, surface distance (mean
and 95th percentile), error of the equivalent diameter, refused clicks, CPU seconds. The
first ``--peers`` of them also go through the library methods, with the same click, on a
crop of three lesion radii (they are told the size, we are not) and smoothed as ours
are. ``time``: lesions of 40 and 140 mm on 512 x 512 images, first click and second
click.
"""

import argparse
import math
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import SimpleITK as sitk
from numpy.typing import NDArray
from scipy import ndimage
from skimage.segmentation import random_walker

from lesion_toolkit.errors import InputRefused
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
from lesion_toolkit.segmentation.anatomy import box_around
from lesion_toolkit.segmentation.click import segment

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


# ------------------------------------------------------------------------ library peers
def crop(one: Phantom) -> tuple[tuple[slice, slice, slice], NDArray[np.float32]]:
    """Smoothed arterial voxels within three radii of the lesion."""
    center = GRID.index_to_mm(np.argwhere(one.truth).mean(axis=0))
    box = box_around(GRID, center, 1.5 * one.diameter_mm + 10)
    values = one.exam.reference.array[box].astype(np.float32)
    sigma = [2.0 / s for s in GRID.spacing_mm]
    return box, ndimage.gaussian_filter(values, sigma)


def _click_index(one: Phantom, box: tuple[slice, slice, slice]) -> tuple[int, ...]:
    index = np.round(GRID.mm_to_index(one.click_mm)).astype(int)
    return tuple(int(n) - edge.start for n, edge in zip(index, box, strict=True))


def _sitk(values: NDArray[np.float32]) -> sitk.Image:
    image = sitk.GetImageFromArray(values)
    k, j, i = GRID.spacing_mm
    image.SetSpacing((i, j, k))
    return image


def confidence_connected(one: Phantom) -> Flags:
    box, values = crop(one)
    seed = _click_index(one, box)[::-1]
    found = sitk.ConfidenceConnected(_sitk(values), [seed], 3, 2.5, 2)
    return _whole(one, box, sitk.GetArrayFromImage(found) > 0)


def walker(one: Phantom) -> Flags:
    """Random walker: the click's ball against the border of the crop."""
    box, values = crop(one)
    labels = np.zeros(values.shape, np.int32)
    for axis in range(3):
        labels[tuple(slice(None) if a != axis else [0, -1] for a in range(3))] = 2
    labels[_ball(one, box, max(3.0, 0.15 * one.diameter_mm))] = 1
    found = random_walker(
        np.clip(values, -100, 250),
        labels,
        beta=400,
        mode="cg_j",
        spacing=np.array(GRID.spacing_mm),
        tol=1e-2,
    )
    return _whole(one, box, found == 1)


def geodesic_contour(one: Phantom) -> Flags:
    box, values = crop(one)
    image = _sitk(np.clip(values, -100, 250))
    slope = sitk.GradientMagnitude(image)
    edges = sitk.Cast(sitk.BoundedReciprocal(slope), sitk.sitkFloat32)
    start = _ball(one, box, max(3.0, 0.15 * one.diameter_mm))
    level = sitk.SignedMaurerDistanceMap(
        sitk.GetImageFromArray(start.astype(np.uint8)), False, False, False
    )
    level.CopyInformation(image)
    found = sitk.GeodesicActiveContourLevelSet(
        sitk.Cast(level, sitk.sitkFloat32),
        edges,
        propagationScaling=1.0,
        curvatureScaling=0.3,
        advectionScaling=1.0,
        maximumRMSError=0.005,
        numberOfIterations=200,
    )
    return _whole(one, box, sitk.GetArrayFromImage(found) < 0)


def threshold_level_set(one: Phantom) -> Flags:
    box, values = crop(one)
    image = _sitk(values)
    start = _ball(one, box, max(3.0, 0.15 * one.diameter_mm))
    near = values[start]
    level = sitk.SignedMaurerDistanceMap(
        sitk.GetImageFromArray(start.astype(np.uint8)), False, False, False
    )
    level.CopyInformation(image)
    found = sitk.ThresholdSegmentationLevelSet(
        sitk.Cast(level, sitk.sitkFloat32),
        image,
        lowerThreshold=float(near.mean() - 2.5 * near.std() - 5),
        upperThreshold=float(near.mean() + 2.5 * near.std() + 5),
        maximumRMSError=0.02,
        propagationScaling=1.0,
        curvatureScaling=1.0,
        numberOfIterations=200,
    )
    return _whole(one, box, sitk.GetArrayFromImage(found) < 0)


def _ball(one: Phantom, box: tuple[slice, slice, slice], radius_mm: float) -> Flags:
    index = np.stack(np.mgrid[box], axis=-1)
    apart = GRID.index_to_mm(index) - np.array(one.click_mm)
    return np.asarray((apart**2).sum(axis=-1) <= radius_mm**2)


def _whole(one: Phantom, box: tuple[slice, slice, slice], part: Flags) -> Flags:
    whole = np.zeros(one.truth.shape, bool)
    whole[box] = ndimage.binary_fill_holes(part)
    return whole


def ours(one: Phantom) -> Flags:
    return segment(one.exam, at_mm=one.click_mm).array


def ours_caliper(one: Phantom) -> Flags:
    """From the long axis of the largest slice, each end missed by about 2 mm."""
    dice = np.random.default_rng(3)
    ends = [end + dice.normal(0, 1.2, 3) for end in long_axis(one.truth, GRID)]
    return segment(one.exam, caliper_mm=ends).array


def long_axis(truth: Flags, grid: Geometry) -> NDArray[np.float64]:
    """Both ends of the longest axis of the largest slice, patient mm."""
    k = int(truth.sum(axis=(1, 2)).argmax())
    edge = truth[k] & ~ndimage.binary_erosion(truth[k])
    index = np.argwhere(edge)
    places = grid.index_to_mm(np.insert(index, 0, k, axis=1))
    apart = np.linalg.norm(places[:, None] - places, axis=-1)
    first, second = np.unravel_index(apart.argmax(), apart.shape)
    return places[[first, second]]


def misplaced(one: Phantom) -> Flags:
    return one.misplaced


METHODS: dict[str, Callable[[Phantom], Flags]] = {
    "the truth, half a slice off": misplaced,
    "lesion-toolkit, one click": ours,
    "lesion-toolkit, rough caliper": ours_caliper,
    "SimpleITK ConfidenceConnected": confidence_connected,
    "scikit-image random_walker": walker,
    "SimpleITK GeodesicActiveContour": geodesic_contour,
    "SimpleITK ThresholdSegmentationLevelSet": threshold_level_set,
}
OURS = 3


# ----------------------------------------------------------------------------- measures
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


def judged(method: Callable[[Phantom], Flags], one: Phantom) -> Answer:
    begun = time.process_time()
    try:
        found = method(one)
    except InputRefused:
        found = np.zeros(one.truth.shape, bool)
    return compare(found, one.truth, GRID, time.process_time() - begun)


def phantoms(count: int, peers: int, seed: int) -> None:
    answers: dict[str, list[tuple[Phantom, Answer]]] = {name: [] for name in METHODS}
    for number in range(count):
        one = phantom(number, seed=seed)
        ours(one)  # the exam is looked at once; what follows is what a click costs
        about = f"{one.diameter_mm:.0f} mm {one.kind}, CNR {one.cnr:.1f}, {one.place}"
        said = []
        for name, method in list(METHODS.items())[: None if number < peers else OURS]:
            answer = judged(method, one)
            answers[name].append((one, answer))
            said.append(f"{answer.dice:.2f}")
        print(f"<!-- {number}: {about}: {' '.join(said)} -->", flush=True)
    print(f"\nThe first {peers} phantoms, all methods:\n")
    _table({name: found[:peers] for name, found in answers.items()})
    print(f"\nAll {count} phantoms, by size:\n")
    ours_of = list(answers.items())[:OURS]
    _table(dict(ours_of))
    for low, high in ((8, 20), (20, 60), (60, 141)):
        _table(
            {
                f"{name}, {low}-{high} mm": [
                    pair for pair in found if low <= pair[0].diameter_mm < high
                ]
                for name, found in ours_of
            },
            head=False,
        )


def _table(answers: dict[str, list[tuple[Phantom, Answer]]], head: bool = True) -> None:
    if head:
        print(
            "| method | n | Dice mean | Dice median | Dice lowest | surface mm | "
            "surface 95 % mm | diameter error mm | refused | CPU s |\n"
            "|---|---|---|---|---|---|---|---|---|---|"
        )
    for name, pairs in answers.items():
        if not pairs:
            continue
        found = [answer for _, answer in pairs]
        dice = [answer.dice for answer in found]
        surface = [a.surface_mm for a in found if not math.isnan(a.surface_mm)]
        far = [a.surface_95_mm for a in found if not math.isnan(a.surface_mm)]
        error = [abs(a.diameter_mm) for a in found if not math.isnan(a.diameter_mm)]
        print(
            f"| {name} | {len(found)} | {statistics.mean(dice):.3f} | "
            f"{statistics.median(dice):.3f} | {min(dice):.2f} | "
            f"{statistics.median(surface):.2f} | {statistics.median(far):.1f} | "
            f"{statistics.median(error):.1f} | {len(found) - len(surface)} | "
            f"{statistics.median(a.seconds for a in found):.2f} |"
        )


def timing(rounds: int) -> None:
    """Time the first and the later clicks on an exam of usual size."""
    grid = Geometry.from_axes(
        (76, 512, 512), origin_mm=(-180, -180, -105), spacing_mm=(2.5, 0.7, 0.7)
    )
    print("| lesion | first click s | later click s (CPU) | later click s (wall) |")
    print("|---|---|---|---|")
    for size in (40.0, 140.0):
        one = phantom(16, diameter_mm=size, grid=grid)
        begun = time.process_time()
        segment(one.exam, at_mm=one.click_mm)
        first = time.process_time() - begun
        busy, wall = [], []
        for _ in range(rounds):
            started, begun = time.perf_counter(), time.process_time()
            segment(one.exam, at_mm=one.click_mm)
            busy.append(time.process_time() - begun)
            wall.append(time.perf_counter() - started)
        print(
            f"| {size:.0f} mm | {first:.2f} | {statistics.median(busy):.2f} | "
            f"{min(wall):.2f} |",
            flush=True,
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    drawn = commands.add_parser("phantoms")
    drawn.add_argument("--count", type=int, default=30)
    drawn.add_argument("--peers", type=int, default=12)
    drawn.add_argument("--seed", type=int, default=7)
    commands.add_parser("time").add_argument("--rounds", type=int, default=5)
    said = parser.parse_args()
    if said.command == "phantoms":
        phantoms(said.count, said.peers, said.seed)
    else:
        timing(said.rounds)


if __name__ == "__main__":
    main()
