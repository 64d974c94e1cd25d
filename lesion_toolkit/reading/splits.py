"""Why readers of one patient came to different categories.

Each thing they recorded is shared among them in turn, everything else left as each of
them has it, and the patient is judged again: what makes them agree caused the split.
"""

import itertools
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from lesion_toolkit.model.measurement import LesionMeasurement
from lesion_toolkit.model.response import Assessment, Course, Response
from lesion_toolkit.model.timeline import Timeline
from lesion_toolkit.reading.sharing import (
    share_lengths,
    share_new_lesions,
    share_non_targets,
    targets,
)

Judge = Callable[[Timeline], Course]
Category = Response | None

ALL_TARGETS, NON_TARGETS, NEW_LESIONS = "all targets", "non-targets", "new lesions"
CHOICE, NOTHING_ALONE = "choice of targets", "nothing alone"


@dataclass(frozen=True, slots=True)
class Cause:
    """What made readers disagree: a lesion or a kind of finding, at a timepoint.

    Attributes
    ----------
    what
        Id of a target, or ``all targets``, ``non-targets``, ``new lesions``, ``choice
        of targets``, ``nothing alone``.
    timepoint
        Label of the timepoint; empty for the last two.
    values
        What each reader recorded there, in words.
    """

    what: str
    timepoint: str = ""
    values: tuple[str, ...] = ()

    def __str__(self) -> str:
        where = f"{self.what} at {self.timepoint}" if self.timepoint else self.what
        return f"{where} ({' / '.join(self.values)})" if self.values else where


@dataclass(frozen=True, slots=True)
class Split:
    """A timepoint at which readers came to different overall responses."""

    patient: str
    line: str
    label: str
    date: str
    categories: tuple[Category, ...]
    causes: tuple[Cause, ...]

    @property
    def majority(self) -> Category:
        """What more than half of the readers said; None where there is no such."""
        category, count = Counter(self.categories).most_common(1)[0]
        return category if 2 * count > len(self.categories) else None


def splits_of(readings: Sequence[Timeline], judge: Judge) -> Iterator[Split]:
    """Find each timepoint at which one patient's readers disagree, and why.

    Parameters
    ----------
    readings
        Timelines of one patient by different readers, of the same timepoints.
    judge
        What makes a course of a timeline.
    """
    for answers in answers_by_timepoint([judge(reading) for reading in readings]):
        if agreed(answers):
            continue
        first = answers[0]
        place = (first.line, first.date.isoformat())
        yield Split(
            readings[0].patient,
            first.line,
            first.label,
            place[1],
            tuple(a.overall for a in answers),
            tuple(_causes(readings, place, judge)),
        )


def answers_by_timepoint(courses: Sequence[Course]) -> Iterator[tuple[Assessment, ...]]:
    """Answers of each reader at each timepoint that has a response; no baselines."""
    for answers in zip(*(course.assessments for course in courses), strict=True):
        if any(answer.overall is not None for answer in answers):
            yield answers


def agreed(answers: Sequence[Assessment]) -> bool:
    """Whether all readers came to the same overall response."""
    return len({answer.overall for answer in answers}) == 1


def _causes(
    readings: Sequence[Timeline], place: tuple[str, str], judge: Judge
) -> Iterator[Cause]:
    """Everything that, shared alone, would have made them agree at this place."""

    def agree(changed: Sequence[Timeline]) -> bool:
        courses = [judge(reading) for reading in changed]
        (answers,) = (
            a
            for a in zip(*(course.assessments for course in courses), strict=True)
            if (a[0].line, a[0].date.isoformat()) == place
        )
        return agreed(answers)

    found = False
    for index, timepoint in enumerate(readings[0].timepoints):
        if timepoint.date.isoformat() > place[1]:
            break
        for cause in _at_timepoint(readings, index, agree):
            found = True
            yield cause
    if found:
        return
    yield Cause(CHOICE if len({targets(r) for r in readings}) > 1 else NOTHING_ALONE)


def _at_timepoint(
    readings: Sequence[Timeline],
    index: int,
    agree: Callable[[Sequence[Timeline]], bool],
) -> Iterator[Cause]:
    label = readings[0].timepoints[index].label
    common = [
        lesion
        for lesion in sorted(frozenset.intersection(*map(targets, readings)))
        if any(_recorded(readings, index, lesion))
    ]
    single = [
        Cause(lesion, label, _recorded(readings, index, lesion))
        for lesion in common
        if agree(share_lengths(readings, index, lesion))
    ]
    yield from single
    if not single and len(common) > 1 and agree(share_lengths(readings, index)):
        yield Cause(ALL_TARGETS, label)
    visits = [reading.timepoints[index] for reading in readings]
    if len({v.non_targets for v in visits}) > 1:
        said = tuple(
            ", ".join(f"{n.lesion} {n.status}" for n in v.non_targets) or "none"
            for v in visits
        )
        if agree(share_non_targets(readings, index)):
            yield Cause(NON_TARGETS, label, said)
    if len({v.new_lesions for v in visits}) > 1:
        said = tuple(
            ", ".join(f"{n.lesion} {n.status}" for n in v.new_lesions) or "none"
            for v in visits
        )
        if agree(share_new_lesions(readings, index)):
            yield Cause(NEW_LESIONS, label, said)


def _recorded(readings: Sequence[Timeline], index: int, lesion: str) -> tuple[str, ...]:
    """Say what each reader measured of a lesion: lengths in mm, or its state."""
    rows = (
        next((m for m in r.timepoints[index].measurements if m.lesion == lesion), None)
        for r in readings
    )
    return tuple(_in_words(row) if row else "" for row in rows)


def _in_words(measured: LesionMeasurement) -> str:
    lengths = {
        "viable": measured.viable_diameter_mm,
        "whole": measured.whole_diameter_mm,
        "short axis": measured.short_axis_mm,
    }
    said = [f"{name} {mm:f} mm" for name, mm in lengths.items() if mm is not None]
    return ", ".join(said) or str(measured.state)


def worst_first(splits: Sequence[Split]) -> tuple[Split, ...]:
    """Order splits for adjudication: no majority first, then the widest apart."""
    order = list(Response)

    def key(split: Split) -> tuple[bool, int, str, str]:
        places = [order.index(c) for c in split.categories if c is not None]
        apart = max(places, default=0) - min(places, default=0)
        return split.majority is not None, -apart, split.patient, split.date

    return tuple(sorted(splits, key=key))


def cause_counts(splits: Sequence[Split]) -> Counter[tuple[str, str]]:
    """How many splits each (what, timepoint) alone would have prevented."""
    return Counter(
        itertools.chain.from_iterable(
            dict.fromkeys((c.what, c.timepoint) for c in split.causes)
            for split in splits
        )
    )
