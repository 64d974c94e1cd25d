"""What a patient's part of a page says: a course arranged for reading."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from markupsafe import Markup

from lesion_toolkit.export.alignment_section import AlignedPhase, aligned_phases
from lesion_toolkit.export.charts import sums_curve
from lesion_toolkit.export.key_images import extent_mm, key_image_svg
from lesion_toolkit.export.words import (
    UNKNOWN,
    change_pct,
    criteria_words,
    length_mm,
    unit_words,
    volume_ml,
)
from lesion_toolkit.model.finding import Finding, Severity
from lesion_toolkit.model.lesion import Kind, Lesion, Role
from lesion_toolkit.model.measurement import LesionMeasurement, State
from lesion_toolkit.model.response import Assessment, Course
from lesion_toolkit.model.timeline import Timepoint

COLUMNS = 5
"""Timepoints in one table: what fits an A4 page in portrait."""

_MOST_SERIOUS_FIRST = (Severity.SERIOUS, Severity.CAUTION, Severity.NOTE)


@dataclass(frozen=True, slots=True)
class Column:
    """One timepoint of a table, with each criteria's answer, the leading one first."""

    timepoint: Timepoint
    answers: tuple[Assessment | None, ...]


@dataclass(frozen=True, slots=True)
class LesionRow:
    """One lesion across the timepoints of a table."""

    name: str
    details: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A few timepoints side by side."""

    columns: tuple[Column, ...]
    rows: tuple[LesionRow, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One treatment line: its tables, and its outcome in words."""

    name: str
    story: str
    tables: tuple[Table, ...]
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A lesion at one timepoint: its drawing, or why there is none."""

    heading: str
    caption: str
    drawing: Markup | None


@dataclass(frozen=True, slots=True)
class Gallery:
    """One lesion's key images, baseline first."""

    lesion: str
    pictures: tuple[Picture, ...]


@dataclass(frozen=True, slots=True)
class WorkingRow:
    """How one diameter came about and how firm it is."""

    lesion: str
    timepoint: str
    viable: str
    whole: str
    gaps: str
    thresholds: str
    islands: str
    volumes: str


@dataclass(frozen=True, slots=True)
class PatientSection:
    """Everything one patient's part of a page shows."""

    key: str
    courses: tuple[Course, ...]
    lines: tuple[Line, ...]
    latest: Assessment | None
    partings: tuple[str, ...]
    curve: Markup
    galleries: tuple[Gallery, ...]
    workings: tuple[WorkingRow, ...]
    aligned: tuple[AlignedPhase, ...]
    findings: tuple[Finding, ...]

    @property
    def course(self) -> Course:
        """Course of the leading criteria."""
        return self.courses[0]


def patient_section(
    course: Course, *, compare: Sequence[Course] = (), key: str = "patient"
) -> PatientSection:
    """Arrange a course, and the same timeline under other criteria, for reading.

    ``key`` begins every id in the section and must be unique within the page.
    """
    courses = (course, *compare)
    judged = [a for a in course.assessments if a.overall is not None]
    return PatientSection(
        key=key,
        courses=courses,
        lines=tuple(_lines(courses)),
        latest=judged[-1] if judged else None,
        partings=tuple(_partings(courses)),
        curve=sums_curve(course, compare=compare, key=f"{key}-sums"),
        galleries=tuple(_galleries(course, key)),
        workings=tuple(_workings(course)),
        aligned=tuple(aligned_phases(course.timeline, key)),
        findings=_findings(courses),
    )


def _lines(courses: tuple[Course, ...]) -> Iterator[Line]:
    timeline = courses[0].timeline
    visits = {t.label: t for t in timeline.timepoints}
    for name, answers in itertools.groupby(courses[0].assessments, lambda a: a.line):
        columns = [
            Column(visits[a.label], (a, *(_answer(c, a) for c in courses[1:])))
            for a in answers
        ]
        groups = [columns[n : n + COLUMNS] for n in range(0, len(columns), COLUMNS)]
        tables = tuple(Table(tuple(g), tuple(_rows(courses[0], g))) for g in groups)
        yield Line(name, _story(courses[0], name), tables, tuple(columns))


def _answer(course: Course, like: Assessment) -> Assessment | None:
    """Answer of another criteria for the same timepoint of the same line."""
    same = (
        a for a in course.assessments if (a.line, a.label) == (like.line, like.label)
    )
    return next(same, None)


def _story(course: Course, line: str) -> str:
    """Course of one treatment in one sentence."""
    visits = [a for a in course.assessments if a.line == line]
    starts = [t.start for t in course.timeline.treatment_lines if t.name == line]
    told = [f"from {starts[0].isoformat()}"] if starts else []
    followups = sum(a.overall is not None for a in visits)
    if followups < len(visits):
        told.append(f"baseline {visits[0].date.isoformat()}")
    told.append(f"{followups} follow-up{'' if followups == 1 else 's'}")
    outcome = next((o for o in course.lines if o.line == line), None)
    if outcome is None or not followups:
        return ", ".join(told)
    best = outcome.best_overall_response or "none"
    confirmed = outcome.confirmed_best_overall_response or "none"
    told.append(f"best overall response {best} (confirmed: {confirmed})")
    progressed = outcome.progression_date
    until = f"by {visits[-1].date.isoformat()}"
    told.append(
        f"progression {progressed.isoformat()}"
        if progressed
        else f"no progression {until}"
    )
    return ", ".join(told)


def _rows(course: Course, columns: Sequence[Column]) -> Iterator[LesionRow]:
    """Targets, non-targets, then new lesions."""
    lesions = course.timeline.lesions
    for role in (Role.TARGET, Role.NON_TARGET):
        for lesion in (each for each in lesions if each.role is role):
            cells = tuple(_cell(lesion, c.timepoint) for c in columns)
            yield LesionRow(lesion.id, _described(lesion), cells)
    seen = [n.lesion for c in columns for n in c.timepoint.new_lesions]
    for name in dict.fromkeys(seen):
        cells = tuple(_new_lesion(name, c.timepoint) for c in columns)
        yield LesionRow(name, "new lesion", cells)


def _described(lesion: Lesion) -> str:
    kind = "" if lesion.kind is Kind.MASS else str(lesion.kind)
    told = [str(lesion.role), kind, lesion.organ, lesion.site]
    if lesion.prior_local_therapy:
        told.append(f"after {lesion.prior_local_therapy}")
    return ", ".join(part for part in told if part)


def _cell(lesion: Lesion, timepoint: Timepoint) -> str:
    measurement = timepoint.measurement_of(lesion.id)
    if measurement is not None:
        return measured_words(measurement, lesion.kind)
    said = (n.status for n in timepoint.non_targets if n.lesion == lesion.id)
    return str(next(said, "not recorded"))


def measured_words(measurement: LesionMeasurement, kind: Kind = Kind.MASS) -> str:
    """Say what was measured of a lesion, or what became of it.

    A node is told by its short axis, everything else by viable / whole diameter.
    """
    match measurement.state:
        case State.NOT_EVALUABLE:
            told = [f": {measurement.reason}"] if measurement.reason else []
            if measurement.whole_diameter_mm is not None:
                told.append(f"; whole {length_mm(measurement.whole_diameter_mm)}")
            return "not evaluable" + "".join(told)
        case State.ABSENT:
            return "absent"
        case State.TOO_SMALL:
            return "too small to measure"
        case State.MERGED:
            return f"merged into {measurement.into}"
        case State.SPLIT:
            pieces = " + ".join(length_mm(piece) for piece in measurement.fragments_mm)
            return f"split: {pieces}"
    if kind is Kind.NODE:
        return f"short axis {length_mm(measurement.short_axis_mm)}"
    viable = length_mm(measurement.viable_diameter_mm)
    return f"{viable} / {length_mm(measurement.whole_diameter_mm)}"


def _new_lesion(name: str, timepoint: Timepoint) -> str:
    for new in timepoint.new_lesions:
        if new.lesion == name:
            length = (
                "" if new.diameter_mm is None else f", {length_mm(new.diameter_mm)}"
            )
            return f"{new.status}{length}"
    return UNKNOWN


def _partings(courses: tuple[Course, ...]) -> Iterator[str]:
    """Where other criteria first give another category, by which figures, and again."""
    leading = courses[0]
    for other in courses[1:]:
        names = criteria_words(leading.criteria), criteria_words(other.criteria)
        pairs = [(a, _answer(other, a)) for a in leading.assessments]
        apart = [(a, b) for a, b in pairs if b and a.overall != b.overall]
        if apart:
            (a, b), *more = apart
            yield (
                f"{names[0]} and {names[1]} part at {a.label} ({a.date.isoformat()}): "
                f"{names[0]} {_verdict(a)}; {names[1]} {_verdict(b)}."
            )
            if more:
                also = ", ".join(
                    f"{a.label} ({a.overall} and {b.overall})" for a, b in more
                )
                yield f"They also part at {also}."
        if not apart and any(a.overall for a, _ in pairs):
            yield f"{names[0]} and {names[1]} agree at every timepoint."


def _verdict(answer: Assessment) -> str:
    changes = (
        f"{change_pct(answer.change_from_baseline_pct)} % from baseline, "
        f"{change_pct(answer.change_from_nadir_pct)} % from nadir"
    )
    told = f"sum {length_mm(answer.sum)} {unit_words(answer.unit)}, {changes}"
    return f"says {answer.overall or 'nothing yet'} ({told})"


def _galleries(course: Course, key: str) -> Iterator[Gallery]:
    """Key images of each measured lesion, all at one scale; none were kept: nothing."""
    for number, lesion in enumerate(course.timeline.lesions):
        seen = [(t, t.measurement_of(lesion.id)) for t in course.timeline.timepoints]
        images = [m.key_image for _, m in seen if m and m.key_image]
        if not images:
            continue
        extents = [extent_mm(image) for image in images]
        frame = max(w for w, _ in extents), max(h for _, h in extents)
        pictures = tuple(
            _picture(t, m, lesion.kind, frame, f"{key}-lesion{number}-image{n}")
            for n, (t, m) in enumerate(seen)
            if m is not None
        )
        yield Gallery(f"{lesion.id}: {_described(lesion)}", pictures)


def _picture(
    timepoint: Timepoint,
    measurement: LesionMeasurement,
    kind: Kind,
    frame_mm: tuple[float, float],
    key: str,
) -> Picture:
    heading = f"{timepoint.label}, {timepoint.date.isoformat()}"
    image = measurement.key_image
    found = measured_words(measurement, kind)
    if image is None:
        return Picture(heading, f"No image was kept ({found}).", None)
    drawing = key_image_svg(
        image,
        title=f"{measurement.lesion} at {heading}, mm: {found}",
        key=key,
        diameters_mm={
            "viable": measurement.viable_diameter_mm,
            "whole": measurement.whole_diameter_mm,
        },
        frame_mm=frame_mm,
    )
    elsewhere = [
        f"{name} diameter {length_mm(length)} mm on another slice"
        for name, length in (
            ("viable", measurement.viable_diameter_mm),
            ("whole", measurement.whole_diameter_mm),
        )
        if length and name not in image.calipers
    ]
    return Picture(heading, "; ".join([image.caption, *elsewhere]), drawing)


def _workings(course: Course) -> Iterator[WorkingRow]:
    for lesion in course.timeline.lesions:
        for timepoint in course.timeline.timepoints:
            measurement = timepoint.measurement_of(lesion.id)
            if measurement is not None and measurement.viable_band_mm is not None:
                yield _working(measurement, timepoint.label)


def _working(measurement: LesionMeasurement, label: str) -> WorkingRow:
    band, volumes = measurement.viable_band_mm, measurement.volumes
    assert band is not None
    parts = (
        (volumes.viable_ml, volumes.necrotic_ml, volumes.indeterminate_ml)
        if volumes
        else (measurement.viable_volume_ml, None, None)
    )
    return WorkingRow(
        lesion=measurement.lesion,
        timepoint=label,
        viable=_with_perpendicular(
            measurement.viable_diameter_mm, measurement.viable_perpendicular_mm
        ),
        whole=_with_perpendicular(
            measurement.whole_diameter_mm, measurement.whole_perpendicular_mm
        ),
        gaps=" / ".join(map(length_mm, (band.strict, band.default, band.lenient))),
        thresholds=" / ".join(
            map(length_mm, (band.low_threshold, band.high_threshold))
        ),
        islands=length_mm(measurement.viable_islands_sum_mm),
        volumes=" / ".join(map(volume_ml, parts)),
    )


def _with_perpendicular(diameter: Decimal | None, perpendicular: Decimal | None) -> str:
    return f"{length_mm(diameter)} × {length_mm(perpendicular)}"


def _findings(courses: tuple[Course, ...]) -> tuple[Finding, ...]:
    """Everything a reader must know, each once, the most serious first."""
    timeline = courses[0].timeline
    found = [f for c in courses for f in c.findings]
    for visit in timeline.timepoints:
        found += [_located(f, visit.label) for f in visit.findings]
        for m in visit.measurements:
            found += [_located(f, f"{m.lesion}, {visit.label}") for f in m.findings]
    for answer in itertools.chain(*(c.assessments for c in courses)):
        found += [_located(f, answer.label) for f in answer.findings]
    return tuple(
        sorted(
            dict.fromkeys(found), key=lambda f: _MOST_SERIOUS_FIRST.index(f.severity)
        )
    )


def _located(finding: Finding, place: str) -> Finding:
    """Say where, unless the finding already names that place."""
    named = [part for part in (finding.where,) if part and part not in place]
    return replace(finding, where=", ".join([*named, place]))
