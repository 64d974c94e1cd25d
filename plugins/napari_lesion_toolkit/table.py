"""The table of a reading as plain text: lesions, sums, categories by timepoint."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from lesion_toolkit.export.words import unit_words
from lesion_toolkit.model.finding import Finding
from lesion_toolkit.model.lesion import Lesion, Role
from lesion_toolkit.model.measurement import (
    CaliperSource,
    LesionMeasurement,
    State,
)
from lesion_toolkit.model.response import Assessment, Response, Unit
from lesion_toolkit.model.timeline import Timepoint
from napari_lesion_toolkit.session import ReadingSession, assessments_at

NOTHING = "–"
SUM, RESPONSE = "Sum, mm", "Response"
BASELINE = "baseline"


@dataclass(frozen=True, slots=True)
class Cell:
    """One entry: what stands there, what a tooltip adds, whether a person set it."""

    text: str
    explanation: str = ""
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; ``lesion`` is empty for sums and categories."""

    heading: str
    cells: tuple[Cell, ...]
    lesion: str = ""

    @property
    def leading(self) -> bool:
        """Whether the eye should find this line first."""
        return self.heading in (SUM, RESPONSE)


@dataclass(frozen=True, slots=True)
class Table:
    """Timepoints across, lesions then sums then categories down."""

    timepoints: tuple[str, ...]
    headings: tuple[str, ...]
    rows: tuple[Row, ...]


def table(session: ReadingSession) -> Table:
    """Lay a session out as rows of text."""
    timepoints = session.timeline.timepoints
    answers = [assessments_at(session, t.label) for t in timepoints]
    return Table(
        timepoints=tuple(t.label for t in timepoints),
        headings=tuple(_heading(t) for t in timepoints),
        rows=(
            *(_lesion_row(lesion, timepoints) for lesion in session.timeline.lesions),
            _row(SUM, answers, _sum),
            _row("vs baseline", answers, lambda a: _change(a.change_from_baseline_pct)),
            _row("vs nadir", answers, lambda a: _change(a.change_from_nadir_pct)),
            _row("Targets", answers, lambda a: _category(a.target)),
            _row("Non-targets", answers, lambda a: _category(a.non_target)),
            _row("New lesion", answers, _new_lesion),
            _row(RESPONSE, answers, _overall),
        ),
    )


def visit_name(session: ReadingSession, timepoint: str) -> str:
    """Label and date of a timepoint for people, each on its line."""
    return _heading(
        next(t for t in session.timeline.timepoints if t.label == timepoint)
    )


def response_at(session: ReadingSession, timepoint: str) -> str:
    """Say the category of a timepoint in a few words."""
    said = dict.fromkeys(_overall(a) for a in assessments_at(session, timepoint))
    return f"{timepoint}: {' / '.join(said) or NOTHING}"


def reason_at(session: ReadingSession, timepoint: str) -> str:
    """Why the categories of a timepoint are what they are, one paragraph a line."""
    answers = assessments_at(session, timepoint)
    several = len(answers) > 1
    return "\n".join(f"{a.line}: {a.reason}" if several else a.reason for a in answers)


def findings_at(session: ReadingSession, timepoint: str) -> tuple[Finding, ...]:
    """Collect what a reader must know about a timepoint, the most serious first."""
    at = next(t for t in session.timeline.timepoints if t.label == timepoint)
    of_lesions = [(m.lesion, f) for m in at.measurements for f in m.findings]
    repeated = {f for _, f in of_lesions}
    answers = assessments_at(session, timepoint)
    found = [f for a in answers for f in a.findings if f not in repeated]
    found += at.findings
    found += [_named(f, lesion) for lesion, f in of_lesions]
    weight = {severity: n for n, severity in enumerate(("serious", "caution", "note"))}
    return tuple(sorted(dict.fromkeys(found), key=lambda f: weight[f.severity]))


def _named(finding: Finding, lesion: str) -> Finding:
    return finding if finding.where else replace(finding, where=lesion)


def _heading(timepoint: Timepoint) -> str:
    date = timepoint.date.isoformat()
    return date if timepoint.label == date else f"{timepoint.label}\n{date}"


def _lesion_row(lesion: Lesion, timepoints: tuple[Timepoint, ...]) -> Row:
    role = "" if lesion.role is Role.TARGET else f" {lesion.role}"
    cells = tuple(_lesion_cell(lesion.id, timepoint) for timepoint in timepoints)
    return Row(f"{lesion.id}{role}", cells, lesion.id)


def _lesion_cell(lesion: str, timepoint: Timepoint) -> Cell:
    measured = timepoint.measurement_of(lesion)
    if measured is not None:
        return _measured_cell(measured)
    status = next((n.status for n in timepoint.non_targets if n.lesion == lesion), None)
    return Cell(NOTHING if status is None else str(status))


def _measured_cell(measured: LesionMeasurement) -> Cell:
    if measured.state is State.NOT_EVALUABLE:
        return Cell("NE", measured.reason)
    if measured.state is not State.MEASURED:
        return Cell(measured.state.replace("_", " "), measured.reason)
    if measured.short_axis_mm is not None and measured.viable_diameter_mm is None:
        return Cell(_mm(measured.short_axis_mm), "short axis of a node")
    calipers = (measured.caliper, measured.whole_caliper)
    by_hand = any(c and c.source is not CaliperSource.AUTO for c in calipers)
    text = f"{_mm(measured.viable_diameter_mm)} ({_mm(measured.whole_diameter_mm)})"
    explanation = "viable diameter (whole diameter), mm"
    if by_hand:
        explanation = "\n".join([explanation, *(f.message for f in measured.findings)])
    return Cell(text, explanation, by_hand)


def _row(
    heading: str,
    answers: Sequence[Sequence[Assessment]],
    say: Callable[[Assessment], str],
) -> Row:
    """One line of the answers; where two lines meet at a timepoint, both are said."""
    cells = []
    for at_timepoint in answers:
        said = dict.fromkeys(say(answer) for answer in at_timepoint)
        if len(said) > 1:
            said.pop(NOTHING, None)
        reasons = "\n".join(f"{a.line}: {a.reason}".strip(": ") for a in at_timepoint)
        cells.append(Cell(" / ".join(said) or NOTHING, reasons))
    return Row(heading, tuple(cells))


def _sum(answer: Assessment) -> str:
    """Sum in mm, or with its unit where products or volumes are summed."""
    if answer.unit is Unit.MM or answer.sum is None:
        return _mm(answer.sum)
    return f"{_mm(answer.sum)} {unit_words(answer.unit)}"


def _mm(length: Decimal | None) -> str:
    return NOTHING if length is None else f"{length:.1f}"


def _change(change: Decimal | None) -> str:
    return NOTHING if change is None else f"{change:+.1f} %".replace("-", "−")


def _category(category: Response | None) -> str:
    return NOTHING if category in (None, Response.NONE) else str(category)


def _new_lesion(answer: Assessment) -> str:
    return NOTHING if answer.overall is None else answer.new_lesion.lower()


def _overall(answer: Assessment) -> str:
    return BASELINE if answer.overall is None else str(answer.overall)
