"""One measured exam on disk, named by everything that could have changed it."""

import datetime
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Protocol

from pydantic import TypeAdapter, ValidationError

import lesion_toolkit
from lesion_toolkit.cohort.cohort_file import Exam
from lesion_toolkit.errors import InputRefused
from lesion_toolkit.export.files import write_whole
from lesion_toolkit.model.lesion import Lesion
from lesion_toolkit.model.therapy import Therapy
from lesion_toolkit.model.timeline import Timepoint, to_content

SCHEMA = "lesion-toolkit/exam/1"
"""Name and version of the JSON of one exam."""

_TIMEPOINT = TypeAdapter(Timepoint)
_LESIONS = TypeAdapter(tuple[Lesion, ...])


class MeasureExam(Protocol):
    """What measures one exam from its files; a function of a module, so it pickles.

    It is told of therapies and of an earlier visit only where the row has them.
    """

    def __call__(
        self,
        path: Path,
        lesions_file: Path | None,
        *,
        date: datetime.date,
        label: str,
        therapies: Sequence[Therapy] = (),
        drawn_at: Path | None = None,
    ) -> tuple[Timepoint, tuple[Lesion, ...]]:
        """Measure every lesion of the file in the images below the path."""


@dataclass(frozen=True, slots=True)
class MeasuredExam:
    """What one exam came to, and how long it took."""

    timepoint: Timepoint
    lesions: tuple[Lesion, ...]
    seconds: float


def exam_key(exam: Exam, settings: Mapping[str, object] | None = None) -> str:
    """Name of an exam's result: a hash of its inputs, settings and of this version.

    Images enter with name, size and time of change, the lesion file with its content.

    Parameters
    ----------
    exam
        One row of the cohort file.
    settings
        What the run measures by, as JSON holds it.

    Raises
    ------
    InputRefused
        The images or the lesion file are not there.
    """
    earlier = [] if exam.drawn_at is None else list(_listing(exam.drawn_at))
    drawn = [] if exam.lesions is None else _files(exam.lesions, "lesion file")
    content = {
        "version": lesion_toolkit.__version__,
        "patient": exam.patient,
        "timepoint": exam.timepoint,
        "date": exam.date.isoformat(),
        "images": list(_listing(exam.path)),
        "lesions": [
            (file.name, hashlib.sha256(file.read_bytes()).hexdigest()) for file in drawn
        ],
        "therapies": [f"{one.kind}={one.date}" for one in exam.therapies],
        "drawn_at": earlier,
        "settings": dict(settings or {}),
    }
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()[:32]


def _listing(path: Path) -> Iterator[tuple[str, int, int]]:
    for file in _files(path, "image folder"):
        facts = file.stat()
        yield str(file.relative_to(path.parent)), facts.st_size, facts.st_mtime_ns


def _files(path: Path, what: str) -> list[Path]:
    if path.is_file():
        return [path]
    if not path.is_dir():
        raise InputRefused(
            f"no {what} where the row points to.",
            "paths that exist, relative to the cohort file.",
            "correct the row or bring the files, then run the same command again.",
        )
    files = sorted(p for p in path.rglob("*") if p.is_file())
    if not files:
        folders = sum(p.is_dir() for p in path.rglob("*"))
        held = f"{folders} empty folders" if folders else "nothing"
        raise InputRefused(
            f"a folder that holds {held} where the {what} should be.",
            "the DICOM images of that visit, or the file of its lesions.",
            "copy the files there, then run the same command again.",
        )
    return files


def write_exam(path: Path, exam: MeasuredExam) -> None:
    """Write what an exam came to, whole or not at all.

    Raises
    ------
    InputRefused
        The file cannot be written there.
    """
    content = {
        "schema": SCHEMA,
        "version": lesion_toolkit.__version__,
        "seconds": round(exam.seconds, 3),
        "lesions": [to_content(lesion) for lesion in exam.lesions],
        "timepoint": to_content(exam.timepoint),
    }
    write_whole(path, json.dumps(content, indent=1, ensure_ascii=False) + "\n")


def read_exam(path: Path) -> MeasuredExam | None:
    """Read a measured exam; None where it is missing or damaged."""
    try:
        content = json.loads(path.read_text("utf-8"), parse_float=Decimal)
        return MeasuredExam(
            _TIMEPOINT.validate_python(content["timepoint"]),
            _LESIONS.validate_python(content["lesions"]),
            float(content["seconds"]),
        )
    except (OSError, ValueError, KeyError, TypeError, ValidationError):
        return None
