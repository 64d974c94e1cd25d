"""One reading judged by several criteria: a row for each timepoint, where they part."""

from collections.abc import Sequence
from dataclasses import dataclass

from lesion_toolkit.criteria.parting import parting, why_they_part
from lesion_toolkit.export.words import (
    change_pct,
    criteria_words,
    length_mm,
    unit_words,
)
from lesion_toolkit.model.response import Assessment, Course
from napari_lesion_toolkit.session import ReadingSession
from napari_lesion_toolkit.telling import compared

BASELINE = "baseline"


@dataclass(frozen=True, slots=True)
class Answer:
    """What one criteria says at one timepoint; empty text where it says nothing."""

    category: str
    sum: str
    change: str
    reason: str


@dataclass(frozen=True, slots=True)
class BesideRow:
    """One timepoint of one treatment line.

    ``why_apart`` says why the categories differ; it is empty where they do not.
    """

    timepoint: str
    heading: str
    answers: tuple[Answer, ...]
    why_apart: str


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Criteria across, timepoints down."""

    criteria: tuple[str, ...]
    headings: tuple[str, ...]
    rows: tuple[BesideRow, ...]


def side_by_side(session: ReadingSession, criteria: Sequence[str]) -> SideBySide:
    """Judge a reading by its own criteria and by others, and say where they part.

    Parameters
    ----------
    session
        The reading; its own criteria come first.
    criteria
        Names of the others, as :func:`~lesion_toolkit.criteria.engine.criteria_names`
        lists them.
    """
    courses = (session.course, *compared(session, criteria))
    apart = {
        (row[0].line, row[0].label): why_they_part(row) for row in parting(courses)
    }
    beside = zip(*(course.assessments for course in courses), strict=True)
    names = (session.criteria, *(course.criteria for course in courses[1:]))
    return SideBySide(
        criteria=names,
        headings=tuple(criteria_words(name) for name in names),
        rows=tuple(
            BesideRow(
                row[0].label,
                _heading(row[0], courses[0]),
                tuple(map(_answer, row)),
                apart.get((row[0].line, row[0].label), ""),
            )
            for row in beside
        ),
    )


def _heading(answer: Assessment, course: Course) -> str:
    """Label, date where that is another, and the line where there are several."""
    said = [answer.label, answer.date.isoformat()]
    several = len({a.line for a in course.assessments}) > 1
    said += [answer.line] if several else []
    return "\n".join(dict.fromkeys(said))


def _answer(answer: Assessment) -> Answer:
    total, change = answer.sum, answer.change_from_baseline_pct
    told = answer.overall is not None and change is not None
    return Answer(
        category=str(answer.overall or BASELINE),
        sum="" if total is None else f"{length_mm(total)} {unit_words(answer.unit)}",
        change=f"{change_pct(change)} %" if told else "",
        reason=answer.reason,
    )
