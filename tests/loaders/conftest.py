"""Small DICOM files written on the spot, and real patients unpacked once."""

import tarfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import numpy as np
import pydicom
import pytest
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import CTImageStorage, ExplicitVRLittleEndian, generate_uid

AXIAL = (1, 0, 0, 0, 1, 0)


def image(
    z: float,
    *,
    series: str = "1.2.3.4",
    pixels: Any = None,
    shape: tuple[int, int] = (8, 6),
    **other: Any,
) -> Dataset:
    """One CT slice at a height; any other element by keyword."""
    if pixels is None:
        pixels = np.full(shape, int(z), np.int16)
    pixels = np.asarray(pixels)
    found = Dataset()
    found.SOPClassUID = CTImageStorage
    found.SOPInstanceUID = generate_uid()
    found.Modality = "CT"
    found.ImageType = ["ORIGINAL", "PRIMARY", "AXIAL"]
    found.PatientID = "P1"
    found.StudyInstanceUID = "1.2.3"
    found.SeriesInstanceUID = series
    found.FrameOfReferenceUID = "1.2.3.9"
    found.StudyDate = "20240131"
    found.SeriesNumber = 4
    found.InstanceNumber = 1
    found.ImagePositionPatient = [-10.0, -20.0, z]
    found.ImageOrientationPatient = list(AXIAL)
    found.PixelSpacing = [0.7, 0.8]
    found.SliceThickness = 5.0
    found.Rows, found.Columns = pixels.shape
    found.SamplesPerPixel = 1
    found.PhotometricInterpretation = "MONOCHROME2"
    found.BitsAllocated = found.BitsStored = 8 * pixels.dtype.itemsize
    found.HighBit = found.BitsStored - 1
    found.PixelRepresentation = int(pixels.dtype.kind == "i")
    found.RescaleSlope, found.RescaleIntercept = 1, 0
    found.PixelData = pixels.tobytes()
    for keyword, value in other.items():
        if value is None:
            delattr(found, keyword)
        else:
            setattr(found, keyword, value)
    return found


def save(found: Dataset, path: Path, syntax: str = ExplicitVRLittleEndian) -> Path:
    """Write a dataset as a DICOM file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    found.file_meta = FileMetaDataset()
    found.file_meta.TransferSyntaxUID = syntax
    found.file_meta.MediaStorageSOPClassUID = found.SOPClassUID
    found.file_meta.MediaStorageSOPInstanceUID = found.SOPInstanceUID
    pydicom.dcmwrite(path, found, enforce_file_format=True)
    return path


SaveAll = Callable[[Iterable[Dataset]], Path]


@pytest.fixture
def saved(tmp_path: Path) -> SaveAll:
    """Write datasets as files of one folder and give the folder."""

    def write(datasets: Iterable[Dataset]) -> Path:
        for number, found in enumerate(datasets):
            save(found, tmp_path / "series" / f"{number:03}.dcm")
        return tmp_path / "series"

    return write


def _unpacked(shared: Path, name: str, folder: Path) -> Path:
    with tarfile.open(shared / "data/liver_ct" / f"{name}.tar.xz") as archive:
        archive.extractall(folder, filter="data")
    return folder / name


@pytest.fixture(scope="session")
def hcc_007(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both visits of a real patient; phases stacked within a series."""
    return _unpacked(shared, "HCC_007", tmp_path_factory.mktemp("patients"))


@pytest.fixture(scope="session")
def hcc_015(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One visit of a real patient; arterial and portal grids are offset."""
    return _unpacked(shared, "HCC_015", tmp_path_factory.mktemp("patients"))


@pytest.fixture(scope="session")
def make() -> Callable[..., Dataset]:
    """Give :func:`image`, so that tests need not import this file."""
    return image


@pytest.fixture(scope="session")
def save_as() -> Callable[..., Path]:
    """Give :func:`save`, so that tests need not import this file."""
    return save


@pytest.fixture(scope="session")
def index() -> Path:
    """Parquet file of the index as ``idc-index`` ships it."""
    shipped = pytest.importorskip(
        "idc_index_data", reason="needs the extra `public` (the idc-index package)"
    )
    return shipped.IDC_INDEX_PARQUET_FILEPATH
