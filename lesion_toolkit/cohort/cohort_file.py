"""The cohort file: one row an exam, every problem named before anything is measured."""

import csv
import datetime
import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.lesion import Kind, Role
from lesion_toolkit.model.therapy import Therapy, TherapyKind, read_therapy

REQUIRED = ("patient", "timepoint", "date", "path", "lesions")
"""Columns every cohort file has."""

OPTIONAL = ("role", "organ", "kind", "treatment_line", "therapies", "drawn_at")
"""Columns with a meaning; all further ones are clinical and are carried along."""

LONGEST_LABEL = 64
"""Letters in a study label, which becomes part of file names."""


@dataclass(frozen=True, slots=True)
class Exam:
    """One row of the cohort file: one visit of one patient.

    Attributes
    ----------
    row
        Line in the file, the header being line 1.
    patient
        Study label, not an identity.
    timepoint, date
        Name and day of the visit.
    path, lesions
        Folder (or archive) of the images, and the seeds or mask file; no file where a
        segmenter finds the lesions.
    role, organ, kind
        Said of every lesion of this exam where given.
    treatment_line
        Therapy that begins with the first exam of that name.
    therapies
        What was done to the lesions of this exam, and when.
    drawn_at
        Folder (or archive) of the earlier visit that the lesion file belongs to: its
        lesions are carried over to this one.
    clinical
        Further columns as they stand.
    """

    row: int
    patient: str
    timepoint: str
    date: datetime.date
    path: Path
    lesions: Path | None
    role: Role | None
    organ: str
    kind: Kind | None
    treatment_line: str
    clinical: Mapping[str, str]
    therapies: tuple[Therapy, ...] = ()
    drawn_at: Path | None = None


def read_cohort(path: str | Path, *, lesions_needed: bool = True) -> tuple[Exam, ...]:
    """Read a cohort file; paths in it are relative to the file.

    Parameters
    ----------
    path
        The file.
    lesions_needed
        Whether each row must name its lesion file; not where a segmenter finds them.

    Raises
    ------
    InputRefused
        The file is not a cohort table; all of its problems are named by row. Missing
        image folders are not problems of the table: those exams fail on their own.
    """
    path = Path(path)
    folder = path.absolute().parent  # a worker elsewhere may start in another folder
    header, rows = _rows(path)
    problems = _header_problems(header)
    exams: list[Exam] = []
    if not problems:
        for number, cells in rows:
            found = list(_row_problems(header, cells, lesions_needed))
            problems += [f"row {number}: {problem}" for problem in found]
            if not found:
                exams.append(_exam(folder, number, header, cells))
        problems += _repeats(exams)
    if not problems and not exams:
        problems = ["no rows"]
    if problems:
        raise InputRefused(
            f"a cohort file with {len(problems)} problems: {'; '.join(problems)}.",
            f"one row an exam with {', '.join(REQUIRED)}; dates as 2023-04-18.",
            "correct the named rows and start again; nothing was measured.",
        )
    return tuple(exams)


def file_name(patient: str) -> str:
    """Study label as a file name: letters, digits, dot, dash and underscore."""
    return re.sub(r"[^\w.-]", "_", patient, flags=re.ASCII)


def _rows(path: Path) -> tuple[list[str], list[tuple[int, list[str]]]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise InputRefused(
            "no readable UTF-8 text file.",
            "a cohort CSV file.",
            "check the path, and save the table as CSV UTF-8.",
        ) from None
    reader = csv.reader(io.StringIO(text))
    header = [name.strip() for name in next(reader, [])]
    rows = [(reader.line_num, [cell.strip() for cell in row]) for row in reader]
    return header, [(number, row) for number, row in rows if any(row)]


def _header_problems(header: Sequence[str]) -> list[str]:
    missing = [name for name in REQUIRED if name not in header]
    problems = [f"no column {name!r}" for name in missing]
    counts = Counter(header)
    problems += [f"column {name!r} repeats" for name, n in counts.items() if n > 1]
    if missing and len(header) == 1 and ";" in header[0]:
        problems.append("the columns are separated by semicolons instead of commas")
    return problems


def _row_problems(
    header: Sequence[str], cells: Sequence[str], lesions_needed: bool
) -> Iterator[str]:
    if len(cells) != len(header):
        yield f"{len(cells)} cells below {len(header)} columns"
        return
    row = dict(zip(header, cells, strict=True))
    for name in REQUIRED:
        if not row[name] and (lesions_needed or name != "lesions"):
            yield f"no {name}"
    if row["patient"] and not _is_label(row["patient"]):
        yield (
            "the patient's label has a path separator, a control character, a leading "
            f"dot or more than {LONGEST_LABEL} letters"
        )
    if row["date"] and _date(row["date"]) is None:
        yield "the date is not a day like 2023-04-18"
    for name, words in (("role", Role), ("kind", Kind)):
        if row.get(name) and row[name] not in list(words):
            yield f"unknown {name} (one of {', '.join(words)})"
    for text in _parted(row.get("therapies", "")):
        if _therapy(text) is None:
            kinds = ", ".join(TherapyKind)
            yield f"a therapy is not KIND=DATE with a day and a kind of {kinds}"


def _parted(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


def _therapy(text: str) -> Therapy | None:
    try:
        return read_therapy(text)
    except ValueError:
        return None


def _is_label(text: str) -> bool:
    return (
        text.isprintable()
        and not re.search(r"[/\\:]", text)
        and not text.startswith(".")
        and len(text) <= LONGEST_LABEL
    )


def _date(text: str) -> datetime.date | None:
    try:
        return datetime.datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError:
        return None


def _exam(
    folder: Path, number: int, header: Sequence[str], cells: Sequence[str]
) -> Exam:
    row = dict(zip(header, cells, strict=True))
    date = _date(row["date"])
    assert date is not None
    named = {*REQUIRED, *OPTIONAL}
    return Exam(
        row=number,
        patient=row["patient"],
        timepoint=row["timepoint"],
        date=date,
        path=folder / row["path"],
        lesions=folder / row["lesions"] if row["lesions"] else None,
        role=Role(row["role"]) if row.get("role") else None,
        organ=row.get("organ", ""),
        kind=Kind(row["kind"]) if row.get("kind") else None,
        treatment_line=row.get("treatment_line", ""),
        clinical={k: v for k, v in row.items() if k and k not in named},
        therapies=tuple(map(read_therapy, _parted(row.get("therapies", "")))),
        drawn_at=folder / row["drawn_at"] if row.get("drawn_at") else None,
    )


def _repeats(exams: Sequence[Exam]) -> Iterator[str]:
    """Rows that name the same visit, the same day or the same file as another one."""
    visits: dict[tuple[str, str], int] = {}
    days: dict[tuple[str, datetime.date], int] = {}
    labels: dict[str, tuple[str, int]] = {}
    for exam in exams:
        first = visits.setdefault((exam.patient, exam.timepoint), exam.row)
        if first != exam.row:
            yield f"row {exam.row}: the same patient and timepoint as row {first}"
        first = days.setdefault((exam.patient, exam.date), exam.row)
        if first != exam.row:
            yield f"row {exam.row}: the same patient and date as row {first}"
        name = file_name(exam.patient).casefold()
        label, first = labels.setdefault(name, (exam.patient, exam.row))
        if label != exam.patient:
            yield (
                f"row {exam.row}: its patient's label and that of row {first} make "
                "the same file name"
            )
