"""Phantom exams as DICOM CT or MR files, the same bytes at every run."""

import datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pydicom.dataelem import DataElement
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.encaps import encapsulate
from pydicom.filebase import DicomBytesIO
from pydicom.filewriter import write_data_element, write_file_meta_info
from pydicom.pixels.encoders.base import get_encoder
from pydicom.uid import (
    CTImageStorage,
    ExplicitVRLittleEndian,
    JPEGLSLossless,
    MRImageStorage,
    generate_uid,
)

from lesion_toolkit.phantoms.exam import (
    CT_OFFSET_HU,
    Acquisition,
    Exam,
    Protocol,
    Subject,
    render,
)
from lesion_toolkit.phantoms.materials import Agent

IMPLEMENTATION_UID = generate_uid(entropy_srcs=["lesion-toolkit phantoms"])
_INJECTION = datetime.datetime(2000, 1, 1, 10, 4)
"""Time of day of every injection; the date is the visit's."""


def write_exam(exam: Exam, directory: Path) -> tuple[Path, ...]:
    """Write an exam as ``directory/<series number>/<instance number>.dcm``.

    Each pass is one series unless passes share a series number. The bytes depend on
    the exam alone.
    """
    files: list[Path] = []
    written: dict[int, int] = {}
    passes: dict[int, int] = {}
    for acquisition, voxels in render(exam):
        number = acquisition.series_number
        passes[number] = passes.get(number, 0) + 1
        folder = directory / f"{number:03d}"
        folder.mkdir(parents=True, exist_ok=True)
        header = _header(exam, acquisition, passes[number])
        shared = _encode(header)
        # instances are numbered from the head down, as scanners show them
        for k in reversed(range(len(voxels))):
            written[number] = written.get(number, 0) + 1
            path = folder / f"{written[number]:04d}.dcm"
            image = _slice(exam, header, voxels[k], k, written[number])
            path.write_bytes(_file(image, {**shared, **_encode(image)}))
            files.append(path)
    return tuple(files)


def _uid(*words: object) -> str:
    return str(generate_uid(entropy_srcs=["lesion-toolkit phantom", *map(str, words)]))


def _header(exam: Exam, acquisition: Acquisition, number: int) -> Dataset:
    """Attributes that every slice of one pass shares."""
    protocol, header = exam.protocol, Dataset()
    acquired = _INJECTION + datetime.timedelta(seconds=acquisition.seconds)
    header.SpecificCharacterSet = "ISO_IR 192"
    header.SOPClassUID = CTImageStorage if protocol.modality == "CT" else MRImageStorage
    day = exam.date.strftime("%Y%m%d")
    header.StudyDate = header.SeriesDate = day
    header.AcquisitionDate = header.ContentDate = day
    header.StudyTime = "100000"
    # passes of one series share its start; a pass of its own starts it
    header.SeriesTime = _clock(_series_start(protocol, acquisition.series_number))
    header.AcquisitionTime = header.ContentTime = _clock(acquired)
    header.AccessionNumber = ""
    header.Modality = protocol.modality
    header.Manufacturer = "lesion-toolkit phantoms"
    header.ManufacturerModelName = "analytic liver"
    header.ReferringPhysicianName = ""
    header.StudyDescription = f"{protocol.modality} LIVER MULTIPHASE"
    header.SeriesDescription = acquisition.description
    _identify(header, exam.subject)
    header.BodyPartExamined = "LIVER"
    header.PatientPosition = "HFS"
    header.StudyInstanceUID = _uid(exam.key, "study")
    header.SeriesInstanceUID = _uid(exam.key, "series", acquisition.series_number)
    header.FrameOfReferenceUID = _uid(exam.key, "frame of reference")
    header.PositionReferenceIndicator = ""
    header.StudyID = "1"
    header.SeriesNumber = acquisition.series_number
    header.AcquisitionNumber = number
    _contrast(header, protocol, acquisition.seconds)
    (_ct if protocol.modality == "CT" else _mr)(header)
    _grid(header, protocol)
    return header


def _series_start(protocol: Protocol, series_number: int) -> datetime.datetime:
    first = min(
        a.seconds for a in protocol.acquisitions if a.series_number == series_number
    )
    return _INJECTION + datetime.timedelta(seconds=first)


def _clock(time: datetime.datetime) -> str:
    return time.strftime("%H%M%S.%f")


def _identify(header: Dataset, subject: Subject) -> None:
    header.PatientName = subject.name
    header.PatientID = subject.patient_id
    header.PatientBirthDate = ""
    header.PatientSex = subject.sex
    header.PatientAge = f"{subject.age_years:03d}Y"
    header.PatientComments = "Computed phantom; shows no person."
    header.BurnedInAnnotation = "NO"


_AGENTS = {
    ("CT", Agent.EXTRACELLULAR): "IOHEXOL",
    ("MR", Agent.EXTRACELLULAR): "GADOBUTROL",
    ("MR", Agent.HEPATOCYTE): "GADOXETATE",
}


def _contrast(header: Dataset, protocol: Protocol, seconds: float) -> None:
    """Agent and start of injection, on the passes that follow it."""
    if seconds < 0:
        return
    header.ContrastBolusAgent = _AGENTS[protocol.modality, protocol.agent]
    header.ContrastBolusRoute = "IV"
    header.ContrastBolusStartTime = _clock(_INJECTION)


def _ct(header: Dataset) -> None:
    header.ImageType = ["ORIGINAL", "PRIMARY", "AXIAL"]
    header.KVP = "120"
    header.ConvolutionKernel = "SOFT"
    header.RescaleIntercept = str(CT_OFFSET_HU)
    header.RescaleSlope = "1"
    header.RescaleType = "HU"
    header.WindowCenter, header.WindowWidth = "70", "350"


def _mr(header: Dataset) -> None:
    header.ImageType = ["ORIGINAL", "PRIMARY", "OTHER"]
    header.ScanningSequence, header.SequenceVariant = "GR", "SP"
    header.ScanOptions, header.MRAcquisitionType = "FS", "3D"
    header.EchoTime, header.RepetitionTime, header.FlipAngle = "1.9", "4.2", "10"
    header.EchoTrainLength, header.MagneticFieldStrength = "1", "1.5"
    header.RescaleIntercept, header.RescaleSlope, header.RescaleType = "0", "1", "US"
    header.WindowCenter, header.WindowWidth = "300", "600"


def _grid(header: Dataset, protocol: Protocol) -> None:
    thickness, row, column = protocol.spacing_mm
    header.SliceThickness = _decimal(thickness)
    header.SpacingBetweenSlices = _decimal(thickness)
    header.PixelSpacing = [_decimal(row), _decimal(column)]
    header.ImageOrientationPatient = ["1", "0", "0", "0", "1", "0"]
    header.SamplesPerPixel = 1
    header.PhotometricInterpretation = "MONOCHROME2"
    _, header.Rows, header.Columns = protocol.shape
    header.BitsAllocated, header.BitsStored, header.HighBit = 16, 12, 11
    header.PixelRepresentation = 0


def _decimal(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".")


def _slice(
    exam: Exam, header: Dataset, voxels: NDArray[np.int16], k: int, number: int
) -> Dataset:
    """Attributes of one slice alone."""
    image = Dataset()
    image.SOPClassUID = header.SOPClassUID
    image.SOPInstanceUID = _uid(header.SeriesInstanceUID, number)
    image.InstanceNumber = number
    position = exam.protocol.geometry.index_to_mm((k, 0, 0)) + np.array(exam.table_mm)
    image.ImagePositionPatient = [_decimal(float(axis)) for axis in position]
    image.SliceLocation = _decimal(float(position[2]))
    stored = (voxels.astype(np.int32) - int(header.RescaleIntercept)).astype("<u2")
    if exam.protocol.compressed:
        image.add(_jpeg_ls(stored.tobytes(), header))
    else:
        image.add_new("PixelData", "OW", stored.tobytes())
    return image


def _jpeg_ls(stored: bytes, header: Dataset) -> DataElement:
    """Encode a slice as one encapsulated JPEG-LS lossless frame (PS3.5 A.4.3)."""
    frame = get_encoder(JPEGLSLossless).encode(
        stored,
        rows=header.Rows,
        columns=header.Columns,
        number_of_frames=1,
        samples_per_pixel=header.SamplesPerPixel,
        photometric_interpretation=header.PhotometricInterpretation,
        bits_allocated=header.BitsAllocated,
        bits_stored=header.BitsStored,
        pixel_representation=header.PixelRepresentation,
    )
    pixels = DataElement("PixelData", "OB", encapsulate([frame]))
    pixels.is_undefined_length = True
    return pixels


def _encode(attributes: Dataset) -> dict[int, bytes]:
    """Encode each attribute by itself, explicit VR little endian.

    What slices share is encoded once: a file is the attributes joined in tag order
    (PS3.5 7.1), and pydicom would encode all of them again for every slice.
    """
    encoded = {}
    for element in attributes:
        buffer = DicomBytesIO()
        buffer.is_little_endian, buffer.is_implicit_VR = True, False
        write_data_element(buffer, element, encodings=["utf_8"])
        encoded[int(element.tag)] = buffer.getvalue()
    return encoded


def _file(image: Dataset, encoded: dict[int, bytes]) -> bytes:
    """Join a DICOM file: preamble, meta information, attributes in tag order."""
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = image.SOPClassUID
    meta.MediaStorageSOPInstanceUID = image.SOPInstanceUID
    compressed = image["PixelData"].is_undefined_length
    meta.TransferSyntaxUID = JPEGLSLossless if compressed else ExplicitVRLittleEndian
    meta.ImplementationClassUID = IMPLEMENTATION_UID
    meta.ImplementationVersionName = "LESION_PHANTOMS"
    start = DicomBytesIO()
    start.write(bytes(128) + b"DICM")
    write_file_meta_info(start, meta)
    return start.getvalue() + b"".join(encoded[tag] for tag in sorted(encoded))
