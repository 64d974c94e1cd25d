"""Read one 512 x 512 x 300 series: the product beside pydicom and SimpleITK.

    python benchmarks/bench_read.py FOLDER [--rounds 3] [--codecs raw rle ...]

FOLDER receives the generated series (about 160 MB raw) and is used again. Peak memory
of each method is that of a process of its own. Compressed series are also read by
product and SimpleITK kept on one core, where CPU time does not hang on what
the other core does; JPEG-LS and JPEG 2000 also without a reader (the decoder alone, on
one thread).
"""

import argparse
import os
import subprocess
import sys
import warnings
from collections.abc import Callable
from functools import partial
from pathlib import Path

import imagecodecs
import numpy as np
import pydicom
import SimpleITK as sitk
from loader_series import CODECS, one_series
from pydicom.encaps import get_frame
from side_by_side import interleave, table

from lesion_toolkit.loaders.index import find_series
from lesion_toolkit.loaders.pixels import read_volume

PEAK = """
import sys
from pathlib import Path
{imports}

def peak():
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) // 1024

before = peak()
{read}(Path({root!r}))
print(before, peak())
"""

BENCH = """
sys.path.insert(0, {here!r})
import bench_read
"""

PRODUCT_ALONE = """
from lesion_toolkit.loaders.index import find_series
from lesion_toolkit.loaders.pixels import read_volume

def read(root):
    (series,) = find_series(root).series
    return read_volume(series)
"""


def with_product(root: Path) -> np.ndarray:
    (series,) = find_series(root).series
    return read_volume(series).array


def _heights(root: Path) -> list[tuple[float, Path]]:
    tags = ["ImagePositionPatient"]
    return sorted(
        (float(pydicom.dcmread(f, specific_tags=tags).ImagePositionPatient[2]), f)
        for f in root.iterdir()
    )


def with_pydicom(root: Path) -> np.ndarray:
    """Into a preallocated int16 array, the fastest plain way."""
    files = _heights(root)
    array = np.empty((len(files), 512, 512), np.int16)
    for k, (_, file) in enumerate(files):
        array[k] = pydicom.dcmread(file).pixel_array
    return array


def with_simpleitk(root: Path) -> np.ndarray:
    reader = sitk.ImageSeriesReader()
    (uid,) = reader.GetGDCMSeriesIDs(str(root))
    reader.SetFileNames(reader.GetGDCMSeriesFileNames(str(root), uid))
    return sitk.GetArrayFromImage(reader.Execute())


def on_one_core(method: Callable[[Path], np.ndarray], root: Path) -> np.ndarray:
    """Threads that a method starts stay on the core of the one that starts them."""
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(cores)})
    try:
        return method(root)
    finally:
        os.sched_setaffinity(0, cores)


def decoder_alone(decode: Callable[[bytes], object], root: Path) -> Callable[[], None]:
    """Decode frames that are in memory already: no reader can be faster with it."""
    files = sorted(root.iterdir())
    held = [pydicom.dcmread(file).PixelData for file in files]
    codes = [get_frame(one, 0, number_of_frames=1) for one in held]

    def run() -> None:
        for code in codes:
            decode(code)

    return run


METHODS = {
    "product": with_product,
    "pydicom": with_pydicom,
    "SimpleITK": with_simpleitk,
}


def peak_mib(method: str, root: Path) -> str:
    """Peak memory of one method in a process that imports all of them."""
    imports = BENCH.format(here=str(Path(__file__).parent))
    return _peak(method, imports, f"bench_read.METHODS[{method!r}]", root)


def bare_peak_mib(root: Path) -> str:
    """Peak memory of the product in a process that imports nothing else."""
    return _peak("product in a process of its own", PRODUCT_ALONE, "read", root)


def _peak(title: str, imports: str, read: str, root: Path) -> str:
    script = PEAK.format(imports=imports, read=read, root=str(root))
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    before, after = map(int, done.stdout.split())
    return f"{title}: peak {after} MiB, {after - before} MiB above its imports"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--codecs", nargs="+", default=list(CODECS), choices=CODECS)
    parser.add_argument("--slices", type=int, default=300)
    asked = parser.parse_args()
    warnings.simplefilter("ignore")
    sitk.ProcessObject.SetGlobalWarningDisplay(False)
    for codec in asked.codecs:
        root = one_series(asked.folder / f"{codec}-{asked.slices}", codec, asked.slices)
        reference = with_product(root)
        methods = {}
        for name, method in METHODS.items():
            try:
                same = bool((method(root) == reference).all())
            except Exception as fault:
                print(f"{codec}: {name} cannot ({type(fault).__name__})")
                continue
            if not same:
                print(f"{codec}: {name} gives other voxels")
            methods[name] = lambda m=method, r=root: m(r)
        if codec == "jpeg-ls":
            methods["CharLS alone"] = decoder_alone(imagecodecs.jpegls_decode, root)
        if codec != "raw":
            for name in ("product", "SimpleITK"):
                methods[f"{name} on one core"] = partial(
                    on_one_core, METHODS[name], root
                )
        if codec == "jpeg-2000":
            methods["OpenJPEG alone"] = decoder_alone(imagecodecs.jpeg2k_decode, root)
        title = f"{codec}, {asked.slices} slices of 512 x 512"
        print(table(interleave(methods, asked.rounds), "product", title))
        if codec == "raw":
            peaks = [bare_peak_mib(root), *(peak_mib(name, root) for name in METHODS)]
            print("\n" + "\n".join(f"- {line}" for line in peaks))


if __name__ == "__main__":
    main()
