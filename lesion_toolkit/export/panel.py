"""What a figure panel says: a row for each visit, a column for each phase."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lesion_toolkit.errors import InputRefused, UsageRefused
from lesion_toolkit.export.arrows import Arrow
from lesion_toolkit.export.panel_pictures import (
    FIELDS_MM,
    Column,
    Place,
    arrows_on,
    caliper_of,
    has,
    needed_mm,
    picture,
    place_of,
)
from lesion_toolkit.export.words import (
    change_pct,
    criteria_words,
    length_mm,
    unit_words,
)
from lesion_toolkit.model.exam import Exam
from lesion_toolkit.model.lesion import Role
from lesion_toolkit.model.measurement import KeyImage, LesionMeasurement, State
from lesion_toolkit.model.response import Assessment, Course
from lesion_toolkit.model.timeline import Timepoint


@dataclass(frozen=True, slots=True)
class PanelRow:
    """One visit: what is said of it, and its picture of each column (None: missing).

    ``arrows`` are in mm on the drawing and the same on every picture.
    """

    title: str
    lines: tuple[str, ...]
    pictures: tuple[KeyImage | None, ...]
    arrows: tuple[Arrow, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """Everything a figure panel shows.

    Attributes
    ----------
    title
        What is seen, for a reader who cannot see it.
    columns, rows
        Phases that at least one visit has, and visits in their order.
    field_mm
        Side of every picture in mm.
    notes
        Sentences below the pictures.
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[PanelRow, ...]
    field_mm: float
    notes: tuple[str, ...]


def panel_of(course: Course, exams: Mapping[str, Exam], lesion: str = "") -> Panel:
    """Arrange the pictures of one target over time.

    Parameters
    ----------
    course
        The answer; its categories stand beside the pictures.
    exams
        Images by timepoint label.
    lesion
        The target whose slices are shown; the largest at the first visit with images
        where it is not named.

    Raises
    ------
    InputRefused
        No visit has images in which the target was found.
    UsageRefused
        There is no such target.
    """
    targets = [one.id for one in course.timeline.lesions if one.role is Role.TARGET]
    if lesion and lesion not in targets:
        known = ", ".join(targets) or "none"
        raise UsageRefused(f"{lesion!r} is no target; targets: {known}.")
    visits = [t for t in course.timeline.timepoints if t.label in exams]
    name = lesion or _largest(visits, targets, exams)
    places = {
        t.label: place_of(exams[t.label], name, t.measurement_of(name)) for t in visits
    }
    columns = tuple(
        c for c in Column if any(has(exams[t.label].phases, c) for t in visits)
    )
    if not columns or not any(places.values()):
        raise _no_pictures()
    field_mm = _field_mm(exams, places)
    rows = []
    for visit in visits:
        place = places[visit.label]
        caliper = caliper_of(visit.measurement_of(name))
        pictures = tuple(
            picture(exams[visit.label], place, c, caliper, field_mm) if place else None
            for c in columns
        )
        rows.append(
            PanelRow(
                _name(course, visit),
                tuple(_said(course, visit, name)),
                pictures,
                tuple(arrows_on(pictures, field_mm)),
            )
        )
    title = _title(course, name, rows, columns)
    notes = tuple(_notes(course, exams, name))
    return Panel(title, columns, tuple(rows), field_mm, notes)


def _largest(
    visits: Sequence[Timepoint], targets: Sequence[str], exams: Mapping[str, Exam]
) -> str:
    """Largest target at the first visit that shows one."""
    for visit in visits:
        found = [visit.measurement_of(name) for name in targets]
        sizes = {
            m.lesion: m.viable_diameter_mm or m.whole_diameter_mm or 0
            for m in found
            if m and place_of(exams[visit.label], m.lesion, m)
        }
        if sizes:
            return max(sizes, key=lambda name: sizes[name])
    raise _no_pictures()


def _no_pictures() -> InputRefused:
    return InputRefused(
        "no visit with images in which a target was found.",
        "a contrast phase of a visit, and a seed, mask or click of a target in it.",
        "name a patient's folder with images, or measure the target first.",
    )


def _field_mm(exams: Mapping[str, Exam], places: Mapping[str, Place | None]) -> float:
    """One field of view that holds the lesion at every visit."""
    needed = [needed_mm(exams[label], at) for label, at in places.items() if at]
    widest = max(needed)
    return next((field for field in FIELDS_MM if field >= widest), widest)


def _name(course: Course, visit: Timepoint) -> str:
    """Label of a visit; its number where the label is its date."""
    if visit.label != visit.date.isoformat():
        return visit.label
    return f"visit {course.timeline.timepoints.index(visit) + 1}"


def _said(course: Course, visit: Timepoint, lesion: str) -> Iterator[str]:
    """Day, size and category of a visit, a line each; dates are relative."""
    first = course.timeline.timepoints[0].date
    yield f"day {(visit.date - first).days}"
    yield f"{lesion} {_size(visit.measurement_of(lesion))}"
    for answer in course.assessments:
        if answer.label == visit.label:
            yield from _category(answer)


def _size(measured: LesionMeasurement | None) -> str:
    if measured is None:
        return "not recorded"
    if measured.state is not State.MEASURED:
        return str(measured.state).replace("_", " ")
    if measured.viable_diameter_mm is not None:
        return f"viable {length_mm(measured.viable_diameter_mm)} mm"
    if measured.whole_diameter_mm is not None:
        return f"whole {length_mm(measured.whole_diameter_mm)} mm"
    return f"short axis {length_mm(measured.short_axis_mm)} mm"


def _category(answer: Assessment) -> Iterator[str]:
    """Category and on which treatment; sum and its change from baseline."""
    on = f"{answer.line}: " if answer.line else ""
    yield f"{on}{answer.overall or 'baseline'}"
    if answer.sum is None:
        return
    change = answer.change_from_baseline_pct if answer.overall else None
    total = f"sum {length_mm(answer.sum)} {unit_words(answer.unit)}"
    yield total if change is None else f"{total}, {change_pct(change)} %"


def _title(
    course: Course, lesion: str, rows: Sequence[PanelRow], columns: Sequence[Column]
) -> str:
    steps = ". ".join(f"{row.title}: {'; '.join(row.lines)}" for row in rows)
    shown = ", ".join(column.lower() for column in columns)
    criteria = criteria_words(course.criteria)
    return f"{lesion} by {criteria}, slices of its caliper ({shown}). {steps}"


def _notes(course: Course, exams: Mapping[str, Exam], lesion: str) -> Iterator[str]:
    yield (
        f"{criteria_words(course.criteria)}; change of the sum from baseline. Slices "
        f"of the caliper (white line) of {lesion}; arrows point at every outlined "
        "lesion. All pictures have one scale."
    )
    unseen = [
        _name(course, t) for t in course.timeline.timepoints if t.label not in exams
    ]
    if unseen:
        yield f"No images: {', '.join(unseen)}."
