"""Series of DICOM files for the loader benchmarks, written once to a folder."""

import random
from pathlib import Path

import imagecodecs
import numpy as np
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.encaps import encapsulate
from pydicom.filewriter import dcmwrite
from pydicom.sequence import Sequence
from pydicom.uid import (
    UID,
    CTImageStorage,
    ExplicitVRLittleEndian,
    JPEG2000Lossless,
    JPEGLosslessSV1,
    JPEGLSLossless,
    MRImageStorage,
    RLELossless,
    generate_uid,
)

CODECS = {
    "raw": ExplicitVRLittleEndian,
    "rle": RLELossless,
    "jpeg-lossless": JPEGLosslessSV1,
    "jpeg-ls": JPEGLSLossless,
    "jpeg-2000": JPEG2000Lossless,
    "htj2k": UID("1.2.840.10008.1.2.4.201"),
}


def slices_like_ct(count: int, size: int) -> list[np.ndarray]:
    """Make a smooth body with noise, so that codecs meet realistic entropy."""
    dice = np.random.default_rng(7)
    y, x = np.mgrid[-1 : 1 : size * 1j, -1 : 1 : size * 1j]
    body = np.where(x**2 / 0.8 + y**2 / 0.5 < 1, 50.0, -1000.0)
    body += 60 * np.exp(-((x + 0.3) ** 2 + y**2) / 0.05)
    return [
        np.clip(body + dice.normal(0, 12, (size, size)), -1024, 3000).astype(np.int16)
        for _ in range(count)
    ]


def header(series: str, number: int, modality: str, size: int) -> Dataset:
    """About 110 elements with sequences; MR ones carry a long private element."""
    found = Dataset()
    found.SpecificCharacterSet = "ISO_IR 100"
    found.ImageType = ["ORIGINAL", "PRIMARY", "AXIAL"]
    found.SOPClassUID = CTImageStorage if modality == "CT" else MRImageStorage
    found.SOPInstanceUID = generate_uid()
    for word in ("Study", "Series", "Acquisition", "Content"):
        setattr(found, f"{word}Date", "20260102")
        setattr(found, f"{word}Time", f"1015{number % 60:02}.25")
    found.Modality, found.Manufacturer = modality, "BENCH"
    found.StudyDescription, found.SeriesDescription = "LIVER", "ART 1mm"
    references = []
    for _ in range(3):
        reference = Dataset()
        reference.ReferencedSOPClassUID = CTImageStorage
        reference.ReferencedSOPInstanceUID = generate_uid()
        references.append(reference)
    found.ReferencedImageSequence = Sequence(references)
    found["ReferencedImageSequence"].is_undefined_length = True
    found.PatientName, found.PatientID = "BENCH^ONE", "BENCH"
    found.SliceThickness, found.KVP, found.ConvolutionKernel = 1.0, 120, "B30f"
    if modality == "MR":
        block = found.private_block(0x0029, "MAKER HEADER", create=True)
        block.add_new(0x10, "OB", bytes(82_000))
    block = found.private_block(0x0019, "MAKER VALUES", create=True)
    for element in range(60):
        block.add_new(element, "LO", f"value {element}")
    found.StudyInstanceUID, found.SeriesInstanceUID = "1.2.826.9", series
    found.FrameOfReferenceUID = "1.2.826.9.1"
    found.SeriesNumber, found.AcquisitionNumber = int(series[-1]) + 1, 1
    found.InstanceNumber = number + 1
    found.ImagePositionPatient = [-180.0, -180.0, float(number)]
    found.ImageOrientationPatient = [1, 0, 0, 0, 1, 0]
    found.SamplesPerPixel, found.PhotometricInterpretation = 1, "MONOCHROME2"
    found.Rows = found.Columns = size
    found.PixelSpacing = [0.7, 0.7]
    found.BitsAllocated, found.BitsStored, found.HighBit = 16, 16, 15
    found.PixelRepresentation = 1
    found.RescaleIntercept, found.RescaleSlope = 0, 1
    return found


def write(found: Dataset, pixels: np.ndarray, path: Path, codec: str = "raw") -> None:
    """Write one slice in a transfer syntax."""
    found.file_meta = FileMetaDataset()
    found.file_meta.TransferSyntaxUID = CODECS[codec]
    found.file_meta.MediaStorageSOPClassUID = found.SOPClassUID
    found.file_meta.MediaStorageSOPInstanceUID = found.SOPInstanceUID
    if codec == "raw":
        found.PixelData = pixels.tobytes()
    elif codec == "rle":
        found.compress(RLELossless, pixels, encoding_plugin="pydicom")
    else:
        found.PixelData = encapsulate([_encoded(pixels, codec)])
        found["PixelData"].is_undefined_length = True
    path.parent.mkdir(parents=True, exist_ok=True)
    dcmwrite(path, found, enforce_file_format=True)


def _encoded(pixels: np.ndarray, codec: str) -> bytes:
    unsigned = pixels.view(np.uint16)
    if codec == "jpeg-lossless":
        return imagecodecs.jpeg8_encode(unsigned, lossless=True)
    if codec == "jpeg-ls":
        return imagecodecs.jpegls_encode(unsigned)
    if codec == "jpeg-2000":
        return imagecodecs.jpeg2k_encode(pixels, codecformat="j2k", reversible=True)
    return imagecodecs.htj2k_encode(pixels, reversible=True)


def tidy_tree(root: Path, series: int, slices: int, size: int = 64) -> Path:
    """One folder a series, file names shuffled."""
    if root.exists():
        return root
    order = random.Random(1)
    pixels = slices_like_ct(1, size)[0]
    for number in range(series):
        modality = "MR" if number % 4 == 3 else "CT"
        names = list(range(slices))
        order.shuffle(names)
        for n, name in enumerate(names):
            found = header(f"1.2.826.9.{number}", n, modality, size)
            write(found, pixels, root / f"series{number}" / f"IM{name:05}")
    return root


def mixed_tree(root: Path, tidy: Path) -> Path:
    """Link the same files into six folders that hold some of every series, and junk."""
    if root.exists():
        return root
    order = random.Random(2)
    for number, path in enumerate(sorted(tidy.rglob("IM*"))):
        target = root / f"folder{order.randrange(6)}" / f"{number:06}"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.hardlink_to(path)
    for number in range(1200):
        target = root / f"folder{order.randrange(6)}" / f"note{number}.txt"
        target.write_bytes(order.randbytes(order.choice([0, 100, 4000])))
    return root


def one_series(root: Path, codec: str, slices: int = 300, size: int = 512) -> Path:
    """One CT series in one transfer syntax."""
    if not root.exists():
        for n, pixels in enumerate(slices_like_ct(slices, size)):
            found = header("1.2.826.9.7", n, "CT", size)
            write(found, pixels, root / f"IM{(n * 7) % slices:05}", codec)
    return root
