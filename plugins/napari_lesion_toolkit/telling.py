"""A reading leaves the room: report, figure panel, tables, timeline."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from lesion_toolkit.errors import UsageRefused
from lesion_toolkit.export.figure import SUFFIXES as FIGURE_SUFFIXES
from lesion_toolkit.export.figure import figure_panel
from lesion_toolkit.export.files import write_whole
from lesion_toolkit.export.report import SUFFIXES as REPORT_SUFFIXES
from lesion_toolkit.export.report import report
from lesion_toolkit.export.tables import (
    ASSESSMENT_COLUMNS,
    MEASUREMENT_COLUMNS,
    assessment_rows,
    measurement_rows,
    write_table,
)
from lesion_toolkit.measurement.key_image import key_image
from lesion_toolkit.model.measurement import LesionMeasurement
from lesion_toolkit.model.response import Course
from lesion_toolkit.model.timeline import Timeline, Timepoint
from napari_lesion_toolkit.session import Exam, ReadingSession

BESIDE = ("recist-1.1",)
"""Criteria that reports and tables have beside those of the reading."""


class What(StrEnum):
    """What can be told of a reading."""

    REPORT = "report"
    FIGURE = "figure"
    TABLES = "tables"
    TIMELINE = "timeline"


@dataclass(frozen=True, slots=True)
class Kind:
    """How one thing is called, and the suffixes it may have, the usual one first."""

    title: str
    suffixes: tuple[str, ...]


KINDS: Mapping[What, Kind] = {
    What.REPORT: Kind("Report", REPORT_SUFFIXES),
    What.FIGURE: Kind("Figure panel", (".png", *FIGURE_SUFFIXES)),
    What.TABLES: Kind("CSV tables", (".csv",)),
    What.TIMELINE: Kind("Timeline JSON", (".json",)),
}


def tell(
    session: ReadingSession,
    what: What,
    path: str | Path,
    *,
    beside: Sequence[str] = BESIDE,
) -> tuple[Path, ...]:
    """Write one thing about a reading as it stands.

    Parameters
    ----------
    session
        The reading, with its images.
    what
        What to write.
    path
        The file; the name without ``-measurements.csv`` and ``-assessments.csv`` where
        tables are written (:func:`files_of`). Existing files are replaced.
    beside
        Further criteria in reports and tables.

    Returns
    -------
    tuple
        The files that were written.

    Raises
    ------
    InputRefused
        There is nothing to show, or the file cannot be written there.
    UsageRefused
        The suffix is another one, or PDF is wanted and WeasyPrint not installed.
    """
    if Path(path).suffix.lower() not in KINDS[what].suffixes:
        known = ", ".join(dict.fromkeys(KINDS[what].suffixes))
        raise UsageRefused(f"{KINDS[what].title} is one of {known}.")
    return _WRITERS[what](session, files_of(what, path), beside)


def files_of(what: What, path: str | Path) -> tuple[Path, ...]:
    """Name the files that telling something would write."""
    path = Path(path)
    if what is not What.TABLES:
        return (path,)
    return tuple(
        path.with_name(f"{path.stem}-{name}.csv")
        for name in ("measurements", "assessments")
    )


def usual_name(session: ReadingSession, what: What) -> str:
    """Offer a file name: the study label, what it is, and the usual suffix."""
    label = re.sub(r"[^\w.-]+", "-", session.timeline.patient).strip("-.")
    ending = "" if what is What.TABLES else f"-{what}"
    return f"{label or 'patient'}{ending}{KINDS[what].suffixes[0]}"


def pictured(session: ReadingSession) -> Course:
    """Give the course of a reading the key images of its lesions as they now stand."""
    timeline = session.timeline
    timepoints = tuple(
        _with_key_images(timepoint, session.exams.get(timepoint.label))
        for timepoint in timeline.timepoints
    )
    return replace(session.course, timeline=replace(timeline, timepoints=timepoints))


def compared(
    session: ReadingSession, names: Sequence[str], timeline: Timeline | None = None
) -> tuple[Course, ...]:
    """Judge the timeline of a reading by other criteria than its own."""
    others = (name for name in dict.fromkeys(names) if name != session.criteria)
    judged = timeline or session.timeline
    return tuple(session.assess(judged, name) for name in others)


def _with_key_images(timepoint: Timepoint, exam: Exam | None) -> Timepoint:
    if exam is None:
        return timepoint
    measurements = tuple(_with_key_image(m, exam) for m in timepoint.measurements)
    return replace(timepoint, measurements=measurements)


def _with_key_image(measured: LesionMeasurement, exam: Exam) -> LesionMeasurement:
    tissues = exam.viability.get(measured.lesion)
    if tissues is None or not tissues.array.any():
        return measured
    image = key_image(
        exam.phases,
        tissues,
        viable=measured.caliper,
        whole=measured.whole_caliper,
    )
    return replace(measured, key_image=image)


_Write = Callable[[ReadingSession, tuple[Path, ...], Sequence[str]], tuple[Path, ...]]


def _report(
    session: ReadingSession, files: tuple[Path, ...], beside: Sequence[str]
) -> tuple[Path, ...]:
    course = pictured(session)
    others = compared(session, beside, course.timeline)
    return (report(course, files[0], compare=others),)


def _figure(
    session: ReadingSession, files: tuple[Path, ...], beside: Sequence[str]
) -> tuple[Path, ...]:
    return (figure_panel(session.course, session.exams, files[0]),)


def _tables(
    session: ReadingSession, files: tuple[Path, ...], beside: Sequence[str]
) -> tuple[Path, ...]:
    courses = (session.course, *compared(session, beside))
    answers = [row for course in courses for row in assessment_rows(course)]
    measured = measurement_rows(session.timeline)
    return (
        write_table(files[0], MEASUREMENT_COLUMNS, measured),
        write_table(files[1], ASSESSMENT_COLUMNS, answers),
    )


def _timeline(
    session: ReadingSession, files: tuple[Path, ...], beside: Sequence[str]
) -> tuple[Path, ...]:
    return (write_whole(files[0], session.timeline.to_json() + "\n"),)


_WRITERS: Mapping[What, _Write] = {
    What.REPORT: _report,
    What.FIGURE: _figure,
    What.TABLES: _tables,
    What.TIMELINE: _timeline,
}
