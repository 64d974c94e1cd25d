"""The table of a reading as plain text: lesions, sums, categories by timepoint."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from lesion_toolkit.export.words import unit_words
from lesion_toolkit.model.finding import Finding, Severity
from lesion_toolkit.model.lesion import Role
from lesion_toolkit.model.measurement import (
    CaliperSource,
    LesionMeasurement,
    State,
)
from lesion_toolkit.model.response import Assessment, Response, Unit
from lesion_toolkit.model.timeline import (
    NewLesionSeen,
    NewLesionStatus,
    Timepoint,
)
from napari_lesion_toolkit.listed import lesion_named, lesion_names
from napari_lesion_toolkit.session import ReadingSession, assessments_at

NOTHING = "–"
SUM, RESPONSE, STABILITY = "Sum, mm", "Response", "Stability"
BASELINE = "baseline"
NEW, PERHAPS_NEW = "new", "new?"


@dataclass(frozen=True, slots=True)
class Cell:
    """One entry of the table.

    Attributes
    ----------
    text
        What stands there.
    explanation
        What a tooltip adds: the reason, and findings about this entry.
    by_hand
        Whether a person set it.
    to_look_at
        Whether one of its findings is more than a note.
    """

    text: str
    explanation: str = ""
    by_hand: bool = False
    to_look_at: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; ``lesion`` is empty for sums and categories."""

    heading: str
    cells: tuple[Cell, ...]
    lesion: str = ""
    explanation: str = ""

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
            *(_lesion_row(session, name) for name in lesion_names(session)),
            _row(SUM, answers, _sum),
            _row("vs baseline", answers, lambda a: _change(a.change_from_baseline_pct)),
            _row("vs nadir", answers, lambda a: _change(a.change_from_nadir_pct)),
            _row("Targets", answers, lambda a: _category(a.target)),
            _row("Non-targets", answers, lambda a: _category(a.non_target)),
            _row("New lesion", answers, _new_lesion),
            _with_findings_of_visits(_row(RESPONSE, answers, _overall), session),
            _row(STABILITY, answers, _stability),
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
    lines = [f"{a.line}: {a.reason}" if several else a.reason for a in answers]
    sure = [f"{STABILITY}: {words}." for a in answers if (words := stability_words(a))]
    return "\n".join((*lines, *sure))


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


def _lesion_row(session: ReadingSession, name: str) -> Row:
    lesion = lesion_named(session, name)
    assert lesion is not None
    role = "" if lesion.role is Role.TARGET else f" {lesion.role}"
    said = (f"{lesion.role} lesion", lesion.organ, lesion.kind, lesion.site)
    cells = tuple(_lesion_cell(session, name, t) for t in session.timeline.timepoints)
    return Row(f"{name}{role}", cells, name, ", ".join(filter(None, said)))


def _lesion_cell(session: ReadingSession, lesion: str, timepoint: Timepoint) -> Cell:
    """Say what was measured, judged and declared of a lesion, with its findings."""
    measured = timepoint.measurement_of(lesion)
    status = next((n.status for n in timepoint.non_targets if n.lesion == lesion), None)
    cell = Cell(NOTHING if status is None else str(status))
    findings: tuple[Finding, ...] = ()
    if measured is not None:
        cell, findings = _measured_cell(measured), measured.findings
    seen = next((s for s in timepoint.new_lesions if s.lesion == lesion), None)
    if seen is not None:
        cell = _new_cell(seen, cell)
    answers = assessments_at(session, timepoint.label)
    about = (f for a in answers for f in a.findings if f.where == lesion)
    return _with_findings(cell, (*findings, *about))


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
    return Cell(text, "viable diameter (whole diameter), mm", by_hand)


def _new_cell(seen: NewLesionSeen, cell: Cell) -> Cell:
    """Add that a lesion is new here to what was measured of it."""
    sure = seen.status is NewLesionStatus.UNEQUIVOCAL
    size = "" if seen.diameter_mm is None else _mm(seen.diameter_mm)
    shown = size if cell.text == NOTHING else cell.text
    said = filter(None, (f"{seen.status} new lesion", cell.explanation))
    text = f"{shown} {NEW if sure else PERHAPS_NEW}".strip()
    return replace(cell, text=text, explanation="\n".join(said))


def _with_findings(cell: Cell, findings: Sequence[Finding]) -> Cell:
    messages = dict.fromkeys((cell.explanation, *(f.message for f in findings)))
    return replace(
        cell,
        explanation="\n".join(filter(None, messages)),
        to_look_at=any(f.severity is not Severity.NOTE for f in findings),
    )


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


def _with_findings_of_visits(row: Row, session: ReadingSession) -> Row:
    """Tell at each timepoint the findings that are about no single lesion."""
    names = lesion_names(session)
    cells = []
    for cell, timepoint in zip(row.cells, session.timeline.timepoints, strict=True):
        found = findings_at(session, timepoint.label)
        messages = (f.message for f in found if f.where not in names)
        cells.append(
            replace(cell, explanation="\n".join((cell.explanation, *messages)))
        )
    return replace(row, cells=tuple(cells))


def stability_words(answer: Assessment) -> str:
    """Say how probable each category is, and how far the next one."""
    said = answer.stability
    if said is None:
        return ""
    shares = sorted(said.probability.items(), key=lambda share: -share[1])
    words = [f"{name} {100 * share:.0f} %" for name, share in shares if share >= 0.005]
    if said.mm_to_next_category is not None:
        words.append(f"{said.mm_to_next_category:.1f} mm to the next category")
    return ", ".join(words)


def _stability(answer: Assessment) -> str:
    said = answer.stability
    share = said and said.probability.get(str(answer.overall))
    return NOTHING if share is None else f"{100 * share:.0f} %"


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
