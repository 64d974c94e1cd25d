"""Phantom exams as DICOM CT or MR files, the same bytes at every run."""

import datetime
import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.filebase import DicomBytesIO
from pydicom.filereader import read_dataset
from pydicom.filewriter import write_dataset
from pydicom.uid import (
    CTImageStorage,
    ExplicitVRLittleEndian,
    JPEGLSLossless,
    MRImageStorage,
    generate_uid,
)

from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.phase import Phase
from lesion_toolkit.phantoms.anatomy import Scene
from lesion_toolkit.phantoms.rendering import Layer, add_noise, layers_of, paint
from lesion_toolkit.phantoms.shapes import PointMm

IMPLEMENTATION_UID = generate_uid(entropy_srcs=["lesion-toolkit phantoms"])
_INJECTION = datetime.datetime(2000, 1, 1, 10, 4)
"""Time of day of every injection; the date is the visit's."""
_CT_OFFSET_HU = -1024
# fmt: off
_DIGITS = (
    "Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine",
)
# fmt: on


@dataclass(frozen=True, slots=True)
class Acquisition:
    """One pass over the liver.

    Attributes
    ----------
    phase
        Contrast phase that is imaged.
    description
        Series Description.
    seconds
        Seconds after the injection; negative before it.
    series_number
        Acquisitions that share it are stacked in one series and told apart by
        Acquisition Number, as some scanners store dynamic series.
    shift_mm
        How far a different breath moves the organs in this pass (LPS mm).
    """

    phase: Phase
    description: str
    seconds: float
    series_number: int
    shift_mm: PointMm = (0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Protocol:
    """How a patient is scanned: grid, passes, noise.

    Attributes
    ----------
    modality
        ``CT`` or ``MR``.
    shape
        (k, j, i): slices, rows, columns.
    spacing_mm
        (slice, row, column) spacing; slices touch.
    center_mm
        LPS mm of the middle of the grid, in the coordinates of the scene.
    acquisitions
        The passes, in the order they were made.
    noise_sd
        Standard deviation of the noise: HU on CT, scanner units on MR.
    compressed
        Whether pixels are stored as JPEG-LS lossless.
    """

    modality: str
    shape: tuple[int, int, int]
    spacing_mm: PointMm
    center_mm: PointMm
    acquisitions: tuple[Acquisition, ...]
    noise_sd: float
    compressed: bool = False

    @property
    def geometry(self) -> Geometry:
        """The grid in the coordinates of the scene."""
        half = (np.array(self.shape) - 1) / 2 * np.array(self.spacing_mm)
        origin = np.array(self.center_mm) - half[::-1]
        return Geometry.from_axes(
            self.shape, origin_mm=origin, spacing_mm=self.spacing_mm
        )


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom the files pretend to show: fictional by construction.

    ``number`` gives the Patient ID (PHANTOM-0001) and the name (Phantom^One).
    """

    number: int
    sex: str
    age_years: int

    @property
    def patient_id(self) -> str:
        """Patient ID, for example PHANTOM-0001."""
        return f"PHANTOM-{self.number:04d}"

    @property
    def name(self) -> str:
        """Patient's Name, for example Phantom^One."""
        return "Phantom^" + "".join(_DIGITS[int(digit)] for digit in str(self.number))


@dataclass(frozen=True, slots=True)
class Exam:
    """One visit to the scanner: who, when, what was inside, how it was scanned.

    ``table_mm`` says where the scene's origin lies in the patient coordinates of this
    exam: no two exams share a frame of reference.
    """

    subject: Subject
    date: datetime.date
    scene: Scene
    protocol: Protocol
    table_mm: PointMm = (0.0, 0.0, 0.0)

    @property
    def key(self) -> str:
        """What every UID and the noise of this exam derive from."""
        return f"{self.subject.patient_id} {self.date} {self.protocol.modality}"


def render(exam: Exam) -> Iterator[tuple[Acquisition, NDArray[np.int16]]]:
    """Voxels (k, j, i) of each pass of an exam: HU on CT, scanner units on MR."""
    protocol = exam.protocol
    geometry = protocol.geometry
    layers: dict[PointMm, tuple[Layer, ...]] = {}
    for number, acquisition in enumerate(protocol.acquisitions):
        shift = acquisition.shift_mm
        if shift not in layers:
            layers[shift] = layers_of(exam.scene, geometry, shift)
        clean = paint(
            layers[shift], protocol.shape, protocol.modality, acquisition.phase
        )
        rng = np.random.default_rng(_seed(exam.key, number))
        noisy = add_noise(clean, protocol.modality, protocol.noise_sd, rng)
        lowest = _CT_OFFSET_HU if protocol.modality == "CT" else 0
        bounded = np.clip(np.rint(noisy), lowest, lowest + 4095)
        yield acquisition, bounded.astype(np.int16)


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
        header = _encoded(_header(exam, acquisition, passes[number]))
        # instances are numbered from the head down, as scanners show them
        for k in reversed(range(len(voxels))):
            written[number] = written.get(number, 0) + 1
            path = folder / f"{written[number]:04d}.dcm"
            _write_slice(exam, header, voxels[k], k, written[number], path)
            files.append(path)
    return tuple(files)


def _seed(key: str, number: int) -> list[int]:
    digest = hashlib.sha256(f"{key} pass {number}".encode()).digest()
    return list(digest[:16])


def _uid(*words: object) -> str:
    return str(generate_uid(entropy_srcs=["lesion-toolkit phantom", *map(str, words)]))


def _header(exam: Exam, acquisition: Acquisition, number: int) -> Dataset:
    """Attributes that every slice of one pass shares."""
    protocol, header = exam.protocol, Dataset()
    acquired = _INJECTION + datetime.timedelta(seconds=acquisition.seconds)
    header.SpecificCharacterSet = "ISO_IR 192"
    header.ImageType = ["ORIGINAL", "PRIMARY", "AXIAL"]
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
    _contrast(header, protocol.modality, acquisition.seconds)
    (_ct if protocol.modality == "CT" else _mr)(header)
    _grid(header, protocol)
    return header


def _encoded(header: Dataset) -> Dataset:
    """Return the same attributes as bytes, so that each slice need not encode them."""
    encoded = DicomBytesIO()
    encoded.is_little_endian, encoded.is_implicit_VR = True, False
    write_dataset(encoded, header)
    return read_dataset(
        io.BytesIO(encoded.getvalue()), is_implicit_VR=False, is_little_endian=True
    )


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


def _contrast(header: Dataset, modality: str, seconds: float) -> None:
    """Agent and start of injection, on the passes that follow it."""
    if seconds < 0:
        return
    header.ContrastBolusAgent = "IOHEXOL" if modality == "CT" else "GADOBUTROL"
    header.ContrastBolusRoute = "IV"
    header.ContrastBolusStartTime = _clock(_INJECTION)


def _ct(header: Dataset) -> None:
    header.KVP = "120"
    header.ConvolutionKernel = "SOFT"
    header.RescaleIntercept = str(_CT_OFFSET_HU)
    header.RescaleSlope = "1"
    header.RescaleType = "HU"
    header.WindowCenter, header.WindowWidth = "70", "350"


def _mr(header: Dataset) -> None:
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


def _write_slice(
    exam: Exam,
    header: Dataset,
    voxels: NDArray[np.int16],
    k: int,
    instance_number: int,
    path: Path,
) -> None:
    image = Dataset()
    image.update(header)
    image.SOPInstanceUID = _uid(header.SeriesInstanceUID, instance_number)
    image.InstanceNumber = instance_number
    position = exam.protocol.geometry.index_to_mm((k, 0, 0)) + np.array(exam.table_mm)
    image.ImagePositionPatient = [_decimal(float(axis)) for axis in position]
    image.SliceLocation = _decimal(float(position[2]))
    stored = voxels.astype(np.int32) - int(image.RescaleIntercept)
    image.PixelData = stored.astype("<u2").tobytes()
    image["PixelData"].VR = "OW"
    image.file_meta = _file_meta(image)
    if exam.protocol.compressed:
        image.compress(JPEGLSLossless, generate_instance_uid=False)
    image.save_as(path, enforce_file_format=True)


def _file_meta(image: Dataset) -> FileMetaDataset:
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = image.SOPClassUID
    meta.MediaStorageSOPInstanceUID = image.SOPInstanceUID
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    meta.ImplementationClassUID = IMPLEMENTATION_UID
    meta.ImplementationVersionName = "LESION_PHANTOMS"
    return meta
