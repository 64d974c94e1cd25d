"""The same visits judged by other choices of what is measured, to see what decides."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lesion_toolkit.criteria.judgement import (
    Followed,
    Judgement,
    RuleBook,
    judge_each,
    opening,
)
from lesion_toolkit.criteria.lines import LineCourse
from lesion_toolkit.criteria.quantity import Quantity
from lesion_toolkit.model.measurement import LesionMeasurement
from lesion_toolkit.model.timeline import Timepoint

BAND = {
    "low_threshold": "the low enhancement threshold",
    "high_threshold": "the high enhancement threshold",
    "strict": "no gap allowed",
    "lenient": "gaps of up to 10 mm allowed",
    "lipiodol_viable": "lipiodol counted as viable",
}
"""Fields of a viable band, in the words of a finding."""


@dataclass(frozen=True, slots=True)
class OtherChoices:
    """One visit as other choices judge it.

    Attributes
    ----------
    islands
        By the other rule for several viable islands; None where no sum was measured.
    band
        By each end of the band of thresholds and gaps, with the choice in words; the
        choice holds at every visit alike. Empty where no band was measured.
    """

    islands: Judgement | None = None
    band: tuple[tuple[str, Judgement], ...] = ()


def judged_otherwise(
    course: LineCourse, followed: Followed, book: RuleBook
) -> list[OtherChoices]:
    """Judge each visit of a line by the other choices that were measured."""
    islands = _by_other_foci(course, followed, book)
    band = _by_band(course, followed, book)
    return [
        OtherChoices(other, tuple((words, judged[n]) for words, judged in band))
        for n, other in enumerate(islands)
    ]


def _by_other_foci(
    course: LineCourse, followed: Followed, book: RuleBook
) -> Sequence[Judgement | None]:
    """Judge the visits by the other rule for several viable islands, where measured."""
    rule = book.switches.multi_foci
    summed = (
        m.viable_islands_sum_mm is not None for t in course.own for m in t.measurements
    )
    if rule is None or course.baseline is None or not any(summed):
        return [None] * len(course.visits)
    other = "sum" if rule == "longest" else "longest"
    switches = book.switches.model_copy(update={"multi_foci": other})
    beside = replace(book, switches=switches)
    _, history = opening(course.baseline, followed, beside)
    return judge_each(course.visits, followed, history, beside)


def _by_band(
    course: LineCourse, followed: Followed, book: RuleBook
) -> list[tuple[str, list[Judgement]]]:
    """Judge the visits with the diameters of each end of the band at every visit."""
    viable = any(
        target.quantity is Quantity.VIABLE_DIAMETER for target in followed.targets
    )
    banded = (m.viable_band_mm is not None for t in course.own for m in t.measurements)
    summed = book.switches.multi_foci == "sum"
    if course.baseline is None or not viable or summed or not any(banded):
        return []
    found = []
    for field, words in BAND.items():
        baseline = _at(course.baseline, field)
        visits = [_at(visit, field) for visit in course.visits]
        _, history = opening(baseline, followed, book)
        found.append((words, judge_each(visits, followed, history, book)))
    return found


def _at(timepoint: Timepoint, field: str) -> Timepoint:
    rows = tuple(_row_at(row, field) for row in timepoint.measurements)
    return replace(timepoint, measurements=rows)


def _row_at(row: LesionMeasurement, field: str) -> LesionMeasurement:
    band = row.viable_band_mm
    length = None if band is None else getattr(band, field)
    if length is None or row.viable_diameter_mm is None:
        return row
    return replace(row, viable_diameter_mm=length)
