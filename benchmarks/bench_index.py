"""Find every series below a folder: the product beside pydicom and SimpleITK.

    python benchmarks/bench_index.py FOLDER [--rounds 5] [--scaling]

FOLDER receives the generated files (about 60 MB) and is used again the next time.
"""

import argparse
import os
import warnings
from pathlib import Path

import pydicom
import SimpleITK as sitk
from loader_series import mixed_tree, tidy_tree
from side_by_side import interleave, table

from lesion_toolkit.loaders.index import find_series

KEYWORDS = [
    "SeriesInstanceUID", "SOPInstanceUID", "SOPClassUID", "ImageType", "Modality",
    "SeriesDescription", "AcquisitionNumber", "AcquisitionTime", "InstanceNumber",
    "ImagePositionPatient", "ImageOrientationPatient", "PixelSpacing", "Rows",
    "Columns",
]  # fmt: skip


def with_pydicom(root: Path) -> int:
    series: dict[str, int] = {}
    for folder, _, names in os.walk(root):
        for name in names:
            try:
                found = pydicom.dcmread(
                    Path(folder) / name, specific_tags=KEYWORDS, stop_before_pixels=True
                )
            except pydicom.errors.InvalidDicomError:
                continue
            uid = found.SeriesInstanceUID
            series[uid] = series.get(uid, 0) + 1
    return sum(series.values())


def with_simpleitk(root: Path) -> int:
    count = 0
    for folder, _, _ in os.walk(root):
        for uid in sitk.ImageSeriesReader.GetGDCMSeriesIDs(folder):
            count += len(sitk.ImageSeriesReader.GetGDCMSeriesFileNames(folder, uid))
    return count


def with_product(root: Path) -> int:
    return sum(len(series.files) for series in find_series(root).series)


def compare(root: Path, files: int, title: str, rounds: int) -> str:
    methods = {"product": with_product, "pydicom": with_pydicom}
    methods["SimpleITK"] = with_simpleitk
    found = {name: method(root) for name, method in methods.items()}
    assert set(found.values()) == {files}, found
    timings = interleave({n: lambda m=m: m(root) for n, m in methods.items()}, rounds)
    each = timings["product"].wall_s / files * 1e6
    return table(timings, "product", f"{title}: {each:.0f} us a DICOM file")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--scaling", action="store_true")
    asked = parser.parse_args()
    warnings.simplefilter("ignore")
    sitk.ProcessObject.SetGlobalWarningDisplay(False)
    tidy = tidy_tree(asked.folder / "tidy", 8, 300)
    mixed = mixed_tree(asked.folder / "mixed", tidy)
    print(compare(tidy, 2400, "2,400 files, one folder a series", asked.rounds))
    print(compare(mixed, 2400, "the same in mixed folders with junk", asked.rounds))
    if asked.scaling:
        sizes = (300, 1200, 4800)
        roots = {n: tidy_tree(asked.folder / f"tidy{n}", n // 150, 150) for n in sizes}
        timings = interleave(
            {str(n): lambda r=root: with_product(r) for n, root in roots.items()},
            2 * asked.rounds,
        )
        for count in sizes:
            each = timings[str(count)].cpu_s / count * 1e6
            print(f"{count} files: {each:.0f} us of CPU a file")


if __name__ == "__main__":
    main()
