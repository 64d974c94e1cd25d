"""Diameters beside their peers: how right, and how fast.

    python benchmarks/bench_diameter.py accuracy [--count 40]
    python benchmarks/bench_diameter.py time [--rounds 5]
    python benchmarks/bench_diameter.py viable [--rounds 5]
    python benchmarks/bench_diameter.py growth [--rounds 5]
    python benchmarks/bench_diameter.py many [--rounds 3]
    python benchmarks/bench_diameter.py start
    python benchmarks/bench_diameter.py prototype --path proto_lvd.py [--rounds 5]

``accuracy``: random ellipsoids with partial volume, five spacings; signed error in mm
against the analytic longest section. ``time``: the whole diameter of lesions of 10 to
140 mm. ``viable``: the viable diameter of 140 mm lesions, each kind of necrosis, a
slice and all slices, for each gap. ``growth``: the same from 10 to 140 mm, gap 0.
``many``: whole diameters of 200 lesions of 5 to 40 mm in one volume. ``start``: first
call in a new process, with an empty and a filled cache of compiled code, beside numba
alone with one function that adds 1. ``prototype``: viable diameters beside another
module with ``fast(slice, sx, sy, gap)`` and ``lesion(volume, sx, sy, gap)``. Methods
are interleaved (A B C A B C ...); medians of wall and of CPU seconds, and ratios to
ours within the same run. A peer that is not installed is named and left out.

pyradiomics 3.0.1 imports numpy while it is built, so it needs

    pip install numpy setuptools wheel versioneer cython
    pip install --no-build-isolation pyradiomics==3.0.1
"""

import argparse
import math
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from lesion_toolkit.measurement.boundary import half_maximum_region
from lesion_toolkit.measurement.calipers import (
    GAPS_MM,
    lesion_diameter,
    longest_diameter,
    whole_diameter,
)
from lesion_toolkit.measurement.hull import hull_diameters
from lesion_toolkit.measurement.section import whole_diameters
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.volume import Mask, Volume

OURS = "lesion-toolkit"
SPACINGS_MM = [(0.5, 1.0), (0.7, 2.5), (0.9, 5.0), (1.5, 3.0), (2.0, 5.0)]
NECROSIS = ("solid", "thick rim", "thin rim", "eccentric", "patchy", "fragments")


def grid(shape: tuple[int, ...], pixel_mm: float, slice_mm: float) -> Geometry:
    spacing_mm = (slice_mm, pixel_mm, pixel_mm)
    return Geometry.from_axes(shape, origin_mm=(0, 0, 0), spacing_mm=spacing_mm)


# ---------------------------------------------------------------- peers, slice by slice
def centers(region: NDArray[np.bool_], pixel_mm: float) -> float:
    """Farthest pixel centers (OpenCV, feret, pdist of edge pixels)."""
    from scipy.spatial.distance import pdist

    longest = 0.0
    for part in region:
        edge = np.argwhere(part & ~ndimage.binary_erosion(part))
        if len(edge) > 1:
            longest = max(longest, float(pdist(edge * pixel_mm).max()))
    return longest


def skimage_feret(region: NDArray[np.bool_], pixel_mm: float) -> float:
    from skimage.measure import regionprops

    found = (
        regionprops(part.astype(np.uint8), spacing=(pixel_mm, pixel_mm))
        for part in region
        if part.any()
    )
    return max((props[0].feret_diameter_max for props in found), default=0.0)


def simpleitk(region: NDArray[np.bool_], pixel_mm: float, *, box: bool) -> float:
    import SimpleITK as sitk

    longest = 0.0
    for part in region:
        if not part.any():
            continue
        image = sitk.GetImageFromArray(part.astype(np.uint8))
        image.SetSpacing((pixel_mm, pixel_mm))
        shape = sitk.LabelShapeStatisticsImageFilter()
        shape.SetComputeFeretDiameter(not box)
        shape.SetComputeOrientedBoundingBox(box)
        shape.Execute(image)
        length = (
            max(shape.GetOrientedBoundingBoxSize(1))
            if box
            else shape.GetFeretDiameter(1)
        )
        longest = max(longest, length)
    return longest


def pyradiomics(region: NDArray[np.bool_], pixel_mm: float) -> float:
    import SimpleITK as sitk
    from radiomics import shape

    image = sitk.GetImageFromArray(np.pad(region, 1).astype(np.uint8))
    image.SetSpacing((pixel_mm, pixel_mm, 2.5))
    features = shape.RadiomicsShape(image, image, label=1)
    return float(features.getMaximum2DDiameterSliceFeatureValue())


def ours(region: NDArray[np.bool_], pixel_mm: float) -> float:
    found = lesion_diameter(region, grid(region.shape, pixel_mm, 2.5), math.inf)
    return 0.0 if found is None else found.length_mm


def ours_alone(region: NDArray[np.bool_], pixel_mm: float) -> float:
    """Give what the peers give: no caliper in the patient, no perpendicular."""
    found = whole_diameters(region, (pixel_mm, pixel_mm))
    return max(diameter.length_mm for diameter in found)


Method = Callable[[NDArray[np.bool_], float], float]


def methods() -> dict[str, Method]:
    """Ours first, then every peer that is installed."""
    peers: dict[str, tuple[str, Method]] = {
        "SimpleITK Feret": ("SimpleITK", lambda r, p: simpleitk(r, p, box=False)),
        "SimpleITK oriented box": ("SimpleITK", lambda r, p: simpleitk(r, p, box=True)),
        "skimage feret_diameter_max": ("skimage", skimage_feret),
        "scipy pdist, pixel centers": ("scipy", centers),
        "pyradiomics Maximum2DDiameterSlice": ("radiomics", pyradiomics),
    }
    found: dict[str, Method] = {
        f"{OURS}, from the mask": ours,
        f"{OURS}, length alone": ours_alone,
    }
    for name, (package, method) in peers.items():
        if find_spec(package):
            found[name] = method
        else:
            print(f"({name}: {package} is not installed)")
    return found


# ---------------------------------------------------------------- phantoms
def ellipsoid(
    rng: np.random.Generator, pixel_mm: float, slice_mm: float, sub: int = 5
) -> tuple[NDArray[np.float64], float]:
    """Partial volume of a random ellipsoid, and its longest axial section in mm."""
    a = rng.uniform(3, 40)
    b, c = a * rng.uniform(0.6, 1), max(a * rng.uniform(0.6, 1), 2 * slice_mm)
    turn, offset = rng.uniform(0, np.pi), rng.uniform(-0.5, 0.5, 3)
    size, slices = int(2 * a / pixel_mm) + 13, int(2 * c / slice_mm) + 5
    fine = (np.arange(sub) + 0.5) / sub - 0.5
    middle = np.array([slices, size, size]) / 2 + offset
    z = ((np.arange(slices)[:, None] + fine).ravel() - middle[0]) * slice_mm / c
    y = ((np.arange(size)[:, None] + fine).ravel() - middle[1]) * pixel_mm
    x = ((np.arange(size)[:, None] + fine).ravel() - middle[2]) * pixel_mm
    u = (x * np.cos(turn) + y[:, None] * np.sin(turn)) / a
    v = (y[:, None] * np.cos(turn) - x * np.sin(turn)) / b
    flat = u**2 + v**2
    soft = np.empty((slices, size, size))
    for k in range(slices):
        layers = [flat + z2**2 <= 1 for z2 in z[k * sub : (k + 1) * sub]]
        mean = np.mean(layers, axis=0)
        soft[k] = mean.reshape(size, sub, size, sub).mean(axis=(1, 3))
    nearest = np.abs((np.arange(slices) - middle[0]) * slice_mm / c).min()
    return soft, 2 * a * math.sqrt(1 - nearest**2)


def necrotic_lesion(kind: str, diameter_mm: float = 140.0) -> NDArray[np.bool_]:
    """Viable voxels of a lesion at 0.7 × 0.7 × 2.5 mm."""
    rng = np.random.default_rng(0)
    half = diameter_mm / 2
    slices, size = int(diameter_mm / 2.5) + 4, int(diameter_mm / 0.7) + 12
    axes = ((np.arange(n) - n / 2 + 0.3) for n in (slices, size, size))
    z, y, x = np.meshgrid(*axes, indexing="ij", sparse=True)
    z, y, x = z * 2.5 / half, y * 0.7 / half, x * 0.7 / half
    noise = ndimage.gaussian_filter(rng.normal(size=(slices, size, size)), (1.5, 6, 6))
    noise /= noise.std()
    r = np.sqrt(x**2 + (y / 0.93) ** 2 + z**2)
    lesion = r + 0.03 * noise <= 1
    off_center = ((x - 0.3) / 0.55) ** 2 + ((y + 0.2) / 0.5) ** 2 + (z / 0.6) ** 2
    viable = {
        "solid": lesion,
        "thick rim": r + 0.04 * noise > 0.55,
        "thin rim": r + 0.02 * noise > 0.9,
        "eccentric": off_center + 0.1 * noise > 1,
        "patchy": noise > -0.3,
        "fragments": noise > 0.8,
    }[kind]
    return np.asarray(lesion & viable)


# ---------------------------------------------------------------- the three tables
def accuracy(count: int) -> None:
    for pixel_mm, slice_mm in SPACINGS_MM:
        rng = np.random.default_rng(3)
        errors: dict[str, list[float]] = {}
        for _ in range(count):
            soft, truth = ellipsoid(rng, pixel_mm, slice_mm)
            geometry = grid(soft.shape, pixel_mm, slice_mm)
            region = soft >= 0.5
            for name, method in methods_once.items():
                length = method(region, pixel_mm)
                errors.setdefault(name, []).append(length - truth)
            for cnr in (math.inf, 8.0):
                image = 50 + 60 * (soft + rng.normal(0, 1 / cnr, soft.shape))
                half = half_maximum_region(
                    Volume(image, geometry), Mask(region, geometry)
                )
                found = lesion_diameter(half, geometry, math.inf)
                name = f"{OURS}, from the image, CNR {cnr:g}"
                errors.setdefault(name, []).append(
                    (found.length_mm if found else 0.0) - truth
                )
        print(f"\n{pixel_mm} × {pixel_mm} × {slice_mm} mm, {count} ellipsoids")
        print(f"{'':44}{'mean':>8}{'MAE':>8}{'max':>8}{'mean px':>9}")
        for name, values in errors.items():
            e = np.array(values)
            worst = np.abs(e).max()
            print(
                f"{name:44}{e.mean():+8.3f}{np.abs(e).mean():8.3f}{worst:8.2f}"
                f"{e.mean() / pixel_mm:+9.2f}"
            )


def interleaved(
    calls: dict[str, Callable[[], object]], rounds: int, unit: str = "ms"
) -> None:
    """Print medians over rounds, each round calling every method once."""
    wall: dict[str, list[float]] = {name: [] for name in calls}
    cpu: dict[str, list[float]] = {name: [] for name in calls}
    for call in calls.values():
        call()
    for _ in range(rounds):
        for name, call in calls.items():
            before = resource.getrusage(resource.RUSAGE_SELF)
            begin = time.perf_counter()
            call()
            wall[name].append(time.perf_counter() - begin)
            after = resource.getrusage(resource.RUSAGE_SELF)
            cpu[name].append(
                after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
            )
    reference = statistics.median(cpu[next(iter(calls))])
    print(f"{'':44}{'wall ' + unit:>11}{'cpu ' + unit:>11}{'cpu ratio':>11}")
    for name in calls:
        w, c = statistics.median(wall[name]), statistics.median(cpu[name])
        print(f"{name:44}{w * 1e3:11.2f}{c * 1e3:11.2f}{c / reference:11.2f}")


def timing(rounds: int) -> None:
    for diameter_mm in (10, 20, 40, 70, 100, 140):
        region = necrotic_lesion("solid", diameter_mm)
        print(f"\nwhole diameter, one lesion of {diameter_mm} mm")
        interleaved(
            {n: lambda m=m, r=region: m(r, 0.7) for n, m in methods_once.items()},
            rounds,
        )


def viable(rounds: int) -> None:
    for kind in NECROSIS:
        region = necrotic_lesion(kind)
        middle = region[len(region) // 2]
        geometry = grid(region.shape, 0.7, 2.5)
        calls: dict[str, Callable[[], object]] = {}
        for gap_mm in GAPS_MM:
            calls[f"a slice, gap {gap_mm:g} mm"] = lambda s=middle, g=gap_mm: (
                longest_diameter(s, (0.7, 0.7), g)
            )
            calls[f"the lesion, gap {gap_mm:g} mm"] = (
                lambda r=region, q=geometry, g=gap_mm: lesion_diameter(r, q, g)
            )
        whole = whole_diameter(middle, (0.7, 0.7)).length_mm
        strict = longest_diameter(middle, (0.7, 0.7)).length_mm
        print(f"\n{kind}, 140 mm: viable {strict:.1f} mm, whole {whole:.1f} mm")
        interleaved(calls, rounds)


def growth(rounds: int) -> None:
    for kind in ("solid", "thick rim", "patchy"):
        for diameter_mm in (10, 20, 40, 70, 100, 140):
            region = necrotic_lesion(kind, diameter_mm)
            middle = region[len(region) // 2]
            geometry = grid(region.shape, 0.7, 2.5)
            print(f"\n{kind}, {diameter_mm} mm, gap 0")
            interleaved(
                {
                    "a slice": lambda s=middle: longest_diameter(s, (0.7, 0.7)),
                    "the lesion": lambda r=region, g=geometry: lesion_diameter(r, g, 0),
                },
                rounds,
            )


def many(rounds: int) -> None:
    rng = np.random.default_rng(1)
    volume = np.zeros((300, 512, 512), np.uint8)
    # the largest first, so that none is hidden by another
    largest_first = np.sort(np.exp(rng.uniform(*np.log((5, 140)), 200)))[::-1]
    for label, diameter_mm in enumerate(largest_first, 1):
        reach = int(diameter_mm / 1.4) + 1
        slices = int(diameter_mm / 5) + 1
        low = np.array((slices, reach, reach))
        k, j, i = rng.integers(low, np.array(volume.shape) - low)
        z, y, x = np.ogrid[-slices:slices, -reach:reach, -reach:reach]
        apart_mm = np.sqrt((2.5 * z) ** 2 + (0.7 * y) ** 2 + (0.84 * x) ** 2)
        box = np.s_[
            k - slices : k + slices, j - reach : j + reach, i - reach : i + reach
        ]
        volume[box][apart_mm <= diameter_mm / 2] = label
    boxes = [(n, b) for n, b in enumerate(ndimage.find_objects(volume), 1) if b]
    regions = [volume[box] == label for label, box in boxes]
    print(f"\n{len(regions)} lesions of 5 to 140 mm in one volume, whole diameter each")
    calls: dict[str, Callable[[], object]] = {
        n: lambda m=m: [m(region, 0.7) for region in regions]
        for n, m in methods_once.items()
    }
    # all lesions as the slices of one: what is left is the geometry itself
    sides = np.max([region.shape[1:] for region in regions], axis=0)
    slices = np.zeros((sum(map(len, regions)), *sides), bool)
    at = 0
    for region in regions:
        k, j, i = region.shape
        slices[at : at + k, :j, :i] = region
        at += k
    calls[f"{OURS}, every slice in one call"] = lambda: hull_diameters(slices, 0.7, 0.7)
    interleaved(calls, rounds)


FIRST_CALL = """
import time, numpy as np
wall, cpu = time.perf_counter(), time.process_time()
from lesion_toolkit.measurement.calipers import longest_diameter
print(f"import {time.perf_counter() - wall:.2f} s, CPU {time.process_time() - cpu:.2f}")
y, x = np.ogrid[-30:30, -30:30]
region = (y**2 + x**2 < 500) & (y**2 + x**2 >= 100)
for turn in ("first call", "second call"):
    wall, cpu = time.perf_counter(), time.process_time()
    longest_diameter(region, (0.7, 0.7), 5.0)
    print(f"{turn} {time.perf_counter() - wall:.3f} s, "
          f"CPU {time.process_time() - cpu:.3f}")
"""


NUMBA_ALONE = """
import time
wall, cpu = time.perf_counter(), time.process_time()
import numba
print(f"import {time.perf_counter() - wall:.2f} s, CPU {time.process_time() - cpu:.2f}")
wall, cpu = time.perf_counter(), time.process_time()
def increased(x):
    return x + 1.0
numba.njit(increased)(1.0)
print(f"first call {time.perf_counter() - wall:.3f} s, "
      f"CPU {time.process_time() - cpu:.3f}")
"""


def start() -> None:
    with tempfile.TemporaryDirectory() as folder:
        settings = os.environ | {"PYTHONPYCACHEPREFIX": f"{folder}/bytecode"}
        settings.pop("PYTHONDONTWRITEBYTECODE", None)
        for state, code, kept in (
            ("nothing kept, not even bytecode", FIRST_CALL, "a"),
            ("bytecode kept (as pip leaves it), no compiled code", FIRST_CALL, "b"),
            ("compiled code kept", FIRST_CALL, "b"),
            ("compiled code kept, again", FIRST_CALL, "b"),
            ("numba alone", NUMBA_ALONE, "c"),
        ):
            print(f"\n{state}", flush=True)
            kept_in = settings | {"NUMBA_CACHE_DIR": f"{folder}/{kept}"}
            subprocess.run([sys.executable, "-c", code], env=kept_in, check=True)


def prototype(path: str, rounds: int) -> None:
    sys.path.insert(0, os.path.dirname(path))
    other = import_module(os.path.splitext(os.path.basename(path))[0])
    for kind, diameter_mm in ((k, d) for d in (40.0, 140.0) for k in NECROSIS):
        region = necrotic_lesion(kind, diameter_mm)
        middle = region[len(region) // 2]
        geometry = grid(region.shape, 0.7, 2.5)
        for gap_mm in (0.0, 2.0):
            mine = longest_diameter(middle, (0.7, 0.7), gap_mm).length_mm
            theirs = other.fast(middle, 0.7, 0.7, gap_mm)[0]
            print(
                f"\n{kind}, {diameter_mm:g} mm, gap {gap_mm:g} mm, middle slice: "
                f"{mine:.3f} mm, prototype {theirs:.3f} mm"
            )
            slice_and_lesion: dict[str, Callable[[], object]] = {
                "a slice": lambda s=middle, g=gap_mm: longest_diameter(
                    s, (0.7, 0.7), g
                ),
                "a slice, prototype": lambda s=middle, g=gap_mm: other.fast(
                    s, 0.7, 0.7, g
                ),
                "the lesion": lambda r=region, q=geometry, g=gap_mm: lesion_diameter(
                    r, q, g
                ),
                "the lesion, prototype": lambda r=region, g=gap_mm: other.lesion(
                    r, 0.7, 0.7, g
                ),
            }
            interleaved(slice_and_lesion, rounds)


if __name__ == "__main__":
    TABLES: dict[str, Callable[[argparse.Namespace], None]] = {
        "accuracy": lambda asked: accuracy(asked.count),
        "time": lambda asked: timing(asked.rounds),
        "viable": lambda asked: viable(asked.rounds),
        "growth": lambda asked: growth(asked.rounds),
        "many": lambda asked: many(asked.rounds),
        "start": lambda asked: start(),
        "prototype": lambda asked: prototype(asked.path, asked.rounds),
    }
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("table", choices=list(TABLES))
    parser.add_argument("--count", type=int, default=40)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--path", default="", help="module of the prototype")
    asked = parser.parse_args()
    methods_once = methods() if asked.table in ("accuracy", "time", "many") else {}
    TABLES[asked.table](asked)
