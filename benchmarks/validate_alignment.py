"""Alignment against known motion: phantoms, real tissue with a known bend, outlines.

    python benchmarks/validate_alignment.py [--exams 10] [--peers 3] [--first 1000]
        [--patients FOLDER]

Phantoms: two phases on different grids, a breath of up to 30 mm in between, with and
without a bend of the organs. Every method starts from the same rigid move, on the same
4 mm grid, in one run. Printed is how far places of the liver are from where they truly
are (mm): the median over the pairs and the worst pair, and how much worse than the
rigid move the worst pair became; beside it the residual that the product reports.
Pairs are drawn from the seeds FIRST, FIRST + 1, ...; the slower peers run on the first
few of them only.

FOLDER holds unpacked patients of HCC-TACE-Seg (docs/validation/real_patients.md) and
``outlines/``. Phases of one visit are bent by a known field and found again; the lesion
outlined at the first visit of HCC_007 is carried to the second and outlined there.
"""

import argparse
import itertools
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import SimpleITK as sitk
from bent_alignment import REACH_MM, bend, is_better
from numpy.typing import NDArray

from lesion_toolkit.alignment.bend import fit_bend
from lesion_toolkit.alignment.phases import (
    COARSE_MM,
    MAX_SHIFT_MM,
    is_trusted,
    organs,
)
from lesion_toolkit.alignment.resampling import image_of, outside_value, resampled
from lesion_toolkit.alignment.rigid import fit_rigid
from lesion_toolkit.alignment.similarity import residual_mm
from lesion_toolkit.followup import propagate
from lesion_toolkit.loaders.index import find_series
from lesion_toolkit.loaders.masks import load_masks
from lesion_toolkit.loaders.phases import label_phases
from lesion_toolkit.loaders.pixels import read_volume
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.phase import ARTERIAL_PHASES, Phase
from lesion_toolkit.model.volume import Mask, Volume
from lesion_toolkit.phantoms.case_series import case_series
from lesion_toolkit.phantoms.materials import Material, brightness
from lesion_toolkit.phantoms.rendering import add_noise, layers_of, paint_with
from lesion_toolkit.workflow import load_exam

FIXED = Geometry.from_axes(
    (56, 150, 150), origin_mm=(-172, -122, -82), spacing_mm=(3.0, 2.3, 2.3)
)
MOVING = Geometry.from_axes(
    (40, 170, 170), origin_mm=(-170, -121, -95), spacing_mm=(5.0, 2.0, 2.0)
)
BENDS_MM = (0.0, 5.0, 10.0)
VISITS = (("12-27-1997", "baseline"), ("03-14-1998", "followup"))
Places = NDArray[np.float64]


@dataclass(frozen=True)
class Bend:
    """A smooth bend: a few bumps (centers, n x 3) of ``sigma_mm``, LPS mm."""

    centers_mm: Places
    pushes_mm: Places
    sigma_mm: float = 32.0

    @classmethod
    def drawn(cls, dice: np.random.Generator, among: Places, size_mm: float) -> "Bend":
        """Bumps about places of ``among``, the largest ``size_mm`` there."""
        centers = among[dice.choice(len(among), 4, replace=False)]
        pushes = dice.normal(0, 1, (4, 3)) * (0.5, 0.7, 1.0)
        one = cls(centers, pushes)
        longest = np.linalg.norm(one.at(among), axis=1).max()
        return cls(centers, pushes * (size_mm / longest))

    def at(self, places: Places) -> Places:
        """Push (..., 3) in mm at places (..., 3)."""
        apart = ((places[..., None, :] - self.centers_mm) ** 2).sum(-1)
        return np.exp(-apart / (2 * self.sigma_mm**2)) @ self.pushes_mm

    def target(self, places: Places) -> Places:
        """Where a place of the unbent volume is in the bent one."""
        moved = places
        for _ in range(30):
            moved = places + self.at(moved)
        return moved

    def applied(self, volume: Volume) -> Volume:
        """Bend the volume, as it would have been scanned."""
        grid = volume.block_means(6.0).geometry
        where = grid.index_to_mm(np.moveaxis(np.indices(grid.shape), 0, -1))
        image = sitk.GetImageFromArray(-self.at(where), isVector=True)
        image.CopyInformation(image_of(np.zeros(grid.shape, np.uint8), grid))
        field = sitk.DisplacementFieldTransform(
            sitk.Cast(image, sitk.sitkVectorFloat64)
        )
        values = resampled(
            image_of(volume.array.astype(np.float32), volume.geometry),
            volume.geometry,
            outside_value(volume.modality),
            field,
        )
        return volume.with_array(np.rint(values).astype(np.int16))


@dataclass(frozen=True)
class Pair:
    """Two volumes, places in the first, and where they are in the second."""

    name: str
    fixed: Volume
    moving: Volume
    places: Places
    truth: Places


def phantom(dice: np.random.Generator, modality: str, bend_mm: float) -> Pair:
    scenes = [visit.scene for case in case_series() for visit in case.visits]
    scene = scenes[int(dice.integers(len(scenes)))]
    across = dice.normal(0, 4, 2).clip(-10, 10)
    shift = np.array([*across, dice.uniform(-30, 30)])
    phases = [Phase.PRECONTRAST, Phase.PORTAL_VENOUS]
    shown = phases[int(dice.integers(2))]
    noise = float(dice.uniform(8, 20))

    def liver_only(material: Material, _: float) -> float:
        return float(material in (Material.LIVER, Material.VIABLE_TUMOR))

    def scan(grid: Geometry, phase: Phase, by: Places, bent: Bend | None) -> Volume:
        x, y, z = by.tolist()
        painted = paint_with(
            layers_of(scene, grid, (x, y, z)),
            grid.shape,
            lambda material, rise: brightness(modality, phase, material, rise),
        )
        clean = Volume(painted, grid, modality)
        values = (bent.applied(clean) if bent else clean).array.astype(np.float32)
        noisy = add_noise(values, modality, noise, dice)
        lowest = 0 if modality == "MR" else -1024
        return Volume(np.rint(noisy).clip(lowest).astype(np.int16), grid, modality)

    liver = paint_with(layers_of(scene, FIXED), FIXED.shape, liver_only) > 0.5
    inside = np.argwhere(liver)
    places = FIXED.index_to_mm(inside[:: max(len(inside) // 600, 1)])
    bent = Bend.drawn(dice, places + shift, bend_mm) if bend_mm else None
    moved = places + shift
    return Pair(
        f"{modality} bend {bend_mm:g}",
        scan(FIXED, Phase.LATE_ARTERIAL, np.zeros(3), None),
        scan(MOVING, shown, shift, bent),
        places,
        bent.target(moved) if bent else moved,
    )


def through(transform: sitk.Transform, places: Places) -> Places:
    return np.array([transform.TransformPoint(p) for p in places.tolist()])


Method = Callable[[Volume, Volume, Mask, sitk.Transform], sitk.Transform]


def coarse_images(
    fixed: Volume, moving: Volume, region: Mask, start: sitk.Transform
) -> tuple[sitk.Image, sitk.Image, sitk.Image]:
    """Both volumes on the 4 mm grid around the organs, soft tissue only, and where."""
    box = region.bounding_box(margin=4)
    assert box is not None
    part = fixed.cropped(box).block_means(4.0)
    near = moving.block_means(3.0)
    moved = resampled(
        image_of(near.array, near.geometry),
        part.geometry,
        outside_value(moving.modality),
        start,
    )
    share = Volume(region.array.astype(np.float32), region.geometry).cropped(box)
    inside = share.block_means(4.0).array > 0.3

    def shown(values: NDArray[np.float32]) -> sitk.Image:
        low, high = (-150, 250) if fixed.modality != "MR" else (0, values.max())
        return image_of(values.clip(low, high).astype(np.float32), part.geometry)

    return shown(part.array), shown(moved), image_of(inside, part.geometry)


def b_spline(
    fixed: Volume, moving: Volume, region: Mask, start: sitk.Transform
) -> sitk.Transform:
    one, other, inside = coarse_images(fixed, moving, region, start)
    mesh = [max(round(n * 4 / 35), 2) for n in one.GetSize()]
    spline = sitk.BSplineTransformInitializer(one, mesh)
    method = sitk.ImageRegistrationMethod()
    method.SetMetricAsMattesMutualInformation(32)
    method.SetMetricFixedMask(inside)
    method.SetMetricSamplingStrategy(method.REGULAR)
    method.SetMetricSamplingPercentage(0.15, seed=1)
    method.SetInterpolator(sitk.sitkLinear)
    # unbounded, its first step throws the organs out of the image
    method.SetOptimizerAsLBFGSB(
        numberOfIterations=30, lowerBound=-REACH_MM, upperBound=REACH_MM
    )
    method.SetInitialTransform(spline, inPlace=True)
    method.Execute(one, other)
    return composed(start, spline)


def demons(
    fixed: Volume, moving: Volume, region: Mask, start: sitk.Transform
) -> sitk.Transform:
    one, other, _ = coarse_images(fixed, moving, region, start)
    other = sitk.HistogramMatching(other, one, 128, 12)
    method = sitk.FastSymmetricForcesDemonsRegistrationFilter()
    method.SetNumberOfIterations(60)
    method.SetStandardDeviations(2.0)
    field = method.Execute(one, other)
    return composed(start, sitk.DisplacementFieldTransform(field))


def composed(start: sitk.Transform, then: sitk.Transform) -> sitk.Transform:
    both = sitk.CompositeTransform(3)
    both.AddTransform(start)
    both.AddTransform(then)
    return both


METHODS: dict[str, Method] = {
    "MIND, coupled convex": bend,
    "SimpleITK B-spline": b_spline,
    "SimpleITK demons": demons,
}


@dataclass(frozen=True)
class Row:
    """What one method made of one pair; lengths in mm, CPU seconds."""

    pair: str
    method: str
    median_mm: float
    far_mm: float
    said_mm: float
    kept: bool
    seconds: float
    harm_mm: float


def tried(pair: Pair, peers: bool) -> Iterator[Row]:
    region = organs(pair.fixed)

    def off(moved: Places) -> Places:
        """Median and 95th percentile of how far the places are off."""
        apart = np.linalg.norm(moved - pair.truth, axis=1)
        return np.percentile(apart, (50, 95))

    def row(method: str, moved: Places, said: float, kept: bool, began: float) -> Row:
        took = time.process_time() - began
        middle, far = off(moved)
        harm = float((off(moved) - off(rigidly)).max())
        return Row(pair.name, method, float(middle), float(far), said, kept, took, harm)

    began = time.process_time()
    rigid = fit_rigid(
        pair.fixed, pair.moving, region, max_shift_mm=MAX_SHIFT_MM, grid_mm=COARSE_MM
    )
    trusted = is_trusted(rigid)
    rigid = rigid if trusted else replace(rigid, transform=None)
    start = rigid.transform or sitk.Transform()
    rigidly = moved = through(start, pair.places)
    yield row("none", pair.places, np.nan, True, time.process_time())
    yield row("rigid", moved, rigid.residual_mm, trusted, began)
    began = time.process_time()
    gentle = fit_bend(pair.fixed, pair.moving, region, rigid) if trusted else None
    kept = gentle is not None and gentle.is_better
    moved = through(gentle.transform, pair.places) if gentle and kept else moved
    left = residual_mm(gentle.parts) if gentle and kept else rigid.residual_mm
    yield row("rigid, gentle bend where proven (ours)", moved, left, kept, began)
    for name, method in METHODS.items() if peers else ():
        began = time.process_time()
        found = method(pair.fixed, pair.moving, region, start)
        took = through(found, pair.places)
        parts, kept = is_better(pair.fixed, pair.moving, region, rigid, found)
        yield row(name, took, residual_mm(parts), kept, began)


def show(rows: list[Row]) -> None:
    """One line a kind of pair and method: over the pairs the median, and the worst."""
    columns = "median off | 95 % | worst pair | worse than rigid | reported"
    print(f"| pairs | n | method | {columns} | kept | CPU s |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    keys = list(dict.fromkeys((row.pair, row.method) for row in rows))
    for pair, method in keys:
        some = [row for row in rows if (row.pair, row.method) == (pair, method)]
        off, far, said, seconds = (
            float(np.nanmedian(values)) if np.isfinite(values).any() else np.nan
            for name in ("median_mm", "far_mm", "said_mm", "seconds")
            for values in [[getattr(row, name) for row in some]]
        )
        worst = max(row.far_mm for row in some)
        harm = max(row.harm_mm for row in some)
        lengths = [f"{one:.1f}" for one in (off, far, worst)]
        cells = [pair, str(len(some)), method, *lengths, f"{harm:+.1f}", f"{said:.1f}"]
        kept = str(sum(row.kept for row in some))
        print("|", " | ".join([*cells, kept, f"{seconds:.1f}"]), "|")


def read_exam(folder: Path) -> dict[Phase, Volume]:
    """Every dynamic phase of a visit as the scanner recorded it."""
    pairs = [(one, read_volume(one)) for one in find_series(folder).series]
    labels = label_phases(pairs)
    found = zip(pairs, labels, strict=True)
    return {
        label.phase: volume
        for (_, volume), label in found
        if label.phase not in (Phase.UNKNOWN, Phase.NON_DYNAMIC)
    }


def bent_patients(folder: Path, seeds: range) -> Iterator[tuple[int, Pair]]:
    """Real phases, bent by known fields, each with the number of its draw.

    Truth is the rigid move before the bend. That move is itself some millimeters off:
    all methods share this error.
    """
    days = [path for path in sorted(folder.glob("HCC_0*/*")) if path.is_dir()]
    for day in days:
        exam = read_exam(day)
        fixed = next(exam[phase] for phase in ARTERIAL_PHASES if phase in exam)
        region = organs(fixed)
        inside = np.argwhere(region.array)
        some = inside[:: max(len(inside) // 600, 1)]
        places = fixed.geometry.index_to_mm(some)
        for phase in (Phase.PRECONTRAST, Phase.PORTAL_VENOUS):
            if phase not in exam:
                continue
            rigid = fit_rigid(
                fixed,
                exam[phase],
                region,
                max_shift_mm=MAX_SHIFT_MM,
                grid_mm=COARSE_MM,
            )
            moved = through(rigid.transform or sitk.Transform(), places)
            for bend_mm, seed in itertools.product(BENDS_MM, seeds):
                if not bend_mm and seed != seeds[0]:
                    continue  # nothing is drawn
                dice = np.random.default_rng([seed, int(bend_mm)])
                bent = Bend.drawn(dice, moved, bend_mm)
                pair = Pair(
                    f"real {phase}, bend {bend_mm:g}",
                    fixed,
                    bent.applied(exam[phase]),
                    places,
                    bent.target(moved),
                )
                yield seed - seeds[0], pair


def show_reported(rows: list[Row]) -> None:
    """How far the reported residual is from what is truly left of a rigid move."""
    off = [r.said_mm - r.median_mm for r in rows if r.method == "rigid" and r.kept]
    print(
        f"\nReported minus true residual over {len(off)} rigid moves: mean "
        f"{np.nanmean(off):+.1f} mm, SD {np.nanstd(off):.1f} mm, "
        f"{np.nanmin(off):+.1f} to {np.nanmax(off):+.1f} mm."
    )


def show_visits(folder: Path) -> None:
    """Carry the outlined lesion of HCC_007 to the other visit; print how far it is."""
    exams, masks = [], []
    for day, name in VISITS:
        exam = load_exam(next((folder / "HCC_007").glob(day + "*")))
        outline = folder / "outlines" / f"HCC_007_{name}_lesion.nii.gz"
        exams.append(exam)
        masks += load_masks(outline, like=exam.reference).values()
    found = propagate(exams[0], {"T1": masks[0]}, exams[1])
    said, lesion = found.alignment.alignment, found.of("T1")
    parts = ", ".join(f"{part.residual_mm:.1f}" for part in said.parts)
    print(f"\nHCC_007: moved {said.shift_mm:.1f} mm, parts {parts} mm off.\n")
    print("| lesion at follow-up | center off, mm | Dice with the outline |")
    print("|---|---|---|")
    for what, mask in (("carried", lesion.carried), ("outlined", lesion.mask)):
        if mask is not None:
            apart = np.linalg.norm(center_mm(mask) - center_mm(masks[1]))
            shared = 2 * np.count_nonzero(mask.array & masks[1].array)
            dice = shared / (mask.array.sum() + masks[1].array.sum())
            print(f"| {what} | {apart:.1f} | {dice:.2f} |")


def center_mm(mask: Mask) -> Places:
    return mask.geometry.index_to_mm(np.argwhere(mask.array).mean(axis=0))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--exams", type=int, default=10, help="pairs of each kind")
    parser.add_argument("--peers", type=int, default=3, help="pairs the peers run on")
    parser.add_argument("--first", type=int, default=1000, help="first seed")
    parser.add_argument("--patients", type=Path)
    arguments = parser.parse_args()
    rows: list[Row] = []
    seeds = range(arguments.first, arguments.first + arguments.exams)
    if arguments.patients:
        show_visits(arguments.patients)
        for number, pair in bent_patients(arguments.patients, seeds):
            rows += tried(pair, number < arguments.peers)
        show(rows)
        return
    for modality, bend_mm in itertools.product(("CT", "MR"), BENDS_MM):
        for number, seed in enumerate(seeds):
            dice = np.random.default_rng([seed, int(bend_mm), ord(modality[0])])
            rows += tried(phantom(dice, modality, bend_mm), number < arguments.peers)
    show(rows)
    show_reported(rows)


if __name__ == "__main__":
    main()
