"""An exam as a frozen value: who, when, what is inside, and how it is scanned."""

import datetime
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.phase import Phase
from lesion_toolkit.phantoms.anatomy import Scene
from lesion_toolkit.phantoms.materials import Agent
from lesion_toolkit.phantoms.rendering import Layer, add_noise, layers_of, paint
from lesion_toolkit.phantoms.shapes import PointMm

CT_OFFSET_HU = -1024
"""Lowest value a stored CT pixel can stand for."""
STORED_VALUES = 4096
"""Values of a 12-bit pixel."""
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
    agent
        Kind of contrast agent.
    """

    modality: str
    shape: tuple[int, int, int]
    spacing_mm: PointMm
    center_mm: PointMm
    acquisitions: tuple[Acquisition, ...]
    noise_sd: float
    compressed: bool = False
    agent: Agent = Agent.EXTRACELLULAR

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
            layers[shift],
            protocol.shape,
            protocol.modality,
            acquisition.phase,
            protocol.agent,
        )
        rng = np.random.default_rng(_seed(exam.key, number))
        noisy = add_noise(clean, protocol.modality, protocol.noise_sd, rng)
        lowest = CT_OFFSET_HU if protocol.modality == "CT" else 0
        bounded = np.clip(np.rint(noisy), lowest, lowest + STORED_VALUES - 1)
        yield acquisition, bounded.astype(np.int16)


def _seed(key: str, number: int) -> list[int]:
    digest = hashlib.sha256(f"{key} pass {number}".encode()).digest()
    return list(digest[:16])
