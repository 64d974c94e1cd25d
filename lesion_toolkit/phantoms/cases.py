"""A phantom patient: visits, lesions, treatment, and the answer that is true."""

import csv
import datetime
import io
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from lesion_toolkit.model.lesion import Lesion, Role
from lesion_toolkit.model.response import Response
from lesion_toolkit.model.timeline import (
    NewLesionSeen,
    NonTarget,
    NonTargetStatus,
    TreatmentLine,
)
from lesion_toolkit.phantoms.anatomy import Scene
from lesion_toolkit.phantoms.dicom import write_exam
from lesion_toolkit.phantoms.exam import Exam, Protocol, Subject
from lesion_toolkit.phantoms.shapes import PointMm
from lesion_toolkit.phantoms.truth import LesionTruth

BASELINE, FOLLOW_UP = "baseline", "follow-up"
"""Labels of the two visits that every phantom patient has."""
PRESENT, PERSISTS = NonTargetStatus.PRESENT, NonTargetStatus.NON_CR_NON_PD
SEED_COLUMNS = ("lesion", "x_mm", "y_mm", "z_mm", "role", "organ", "kind")


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit: when, what was inside the patient, what a reader states.

    Attributes
    ----------
    label, date
        As they enter the timeline.
    scene
        The patient at this visit.
    table_mm
        Where the scene's origin lies in this exam's patient coordinates (LPS mm).
    non_targets, new_lesions
        What a reader would state of the lesions that are not measured.
    """

    label: str
    date: datetime.date
    scene: Scene
    table_mm: PointMm = (0.0, 0.0, 0.0)
    non_targets: tuple[NonTarget, ...] = ()
    new_lesions: tuple[NewLesionSeen, ...] = ()


@dataclass(frozen=True, slots=True)
class Clinical:
    """What the published series states of the patient beside the images."""

    age_years: int
    sex: str
    hepatitis_b: bool
    cirrhosis: bool
    afp_ng_ml: float
    child_pugh: str
    bclc: str
    pfs_months: int


@dataclass(frozen=True, slots=True)
class Answer:
    """The true overall response at a visit within a treatment line."""

    visit: str
    line: str
    criteria: str
    overall: Response


@dataclass(frozen=True, slots=True)
class Case:
    """One phantom patient.

    Attributes
    ----------
    label
        Name of its folder, for example ``case-1``.
    number
        Number in its fictional name and Patient ID.
    protocol
        How every visit is scanned.
    treatment_lines, lesions, visits
        As they enter the timeline.
    answers
        True overall responses at the follow-up visits.
    clinical
        Patient facts of the published series; None for other phantoms.
    """

    label: str
    number: int
    protocol: Protocol
    treatment_lines: tuple[TreatmentLine, ...]
    lesions: tuple[Lesion, ...]
    visits: tuple[Visit, ...]
    answers: tuple[Answer, ...]
    clinical: Clinical | None = None

    @property
    def targets(self) -> tuple[Lesion, ...]:
        """Lesions that are measured."""
        return tuple(x for x in self.lesions if x.role is Role.TARGET)

    def visit(self, label: str) -> Visit:
        """Return the visit with this label.

        Raises
        ------
        KeyError
            No visit has that label.
        """
        for visit in self.visits:
            if visit.label == label:
                return visit
        raise KeyError(label)

    def exam(self, visit: Visit) -> Exam:
        """Return what the scanner sees at a visit."""
        about = self.clinical
        sex, age = (about.sex, about.age_years) if about else ("O", 60)
        subject = Subject(self.number, sex, age)
        return Exam(subject, visit.date, visit.scene, self.protocol, visit.table_mm)

    def truth(self, visit: Visit) -> dict[str, LesionTruth]:
        """Return the true diameters and volumes of every target at a visit."""
        return {x.id: visit.scene.tumor(x.id).truth for x in self.targets}

    def clicks_mm(self, visit: Visit) -> dict[str, PointMm]:
        """One click inside living tissue per target, in patient LPS mm of the exam."""
        clicks = {}
        for lesion in self.targets:
            at = zip(visit.scene.click_mm(lesion.id), visit.table_mm, strict=True)
            x, y, z = (round(a + b, 1) for a, b in at)
            clicks[lesion.id] = (x, y, z)
        return clicks


@dataclass(frozen=True, slots=True)
class WrittenVisit:
    """A visit on disk: its DICOM folder and the seeds file of its targets."""

    visit: Visit
    directory: Path
    seeds: Path
    files: tuple[Path, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class WrittenCase:
    """A case on disk."""

    case: Case
    directory: Path
    visits: tuple[WrittenVisit, ...]


def stated(status: NonTargetStatus, *lesions: str) -> tuple[NonTarget, ...]:
    """State the same of several non-target lesions."""
    return tuple(NonTarget(lesion, status) for lesion in lesions)


def answers(
    line: str, visit: str, *, mrecist: Response, recist: Response
) -> tuple[Answer, ...]:
    """State the true overall responses at one visit by mRECIST and by RECIST 1.1."""
    return (
        Answer(visit, line, "mrecist-2010", mrecist),
        Answer(visit, line, "recist-1.1", recist),
    )


def alter_tumor(case: Case, visit: str, lesion: str, **changes: Any) -> Case:
    """Return the case with one lesion changed at one visit.

    ``changes`` are fields of :class:`~lesion_toolkit.phantoms.tumor.Tumor`, for example
    ``islands=()``. The stated answers stay what they were: they no longer bind.
    """

    def altered(at: Visit) -> Visit:
        if at.label != visit:
            return at
        tumors = tuple(
            replace(t, **changes) if t.lesion == lesion else t for t in at.scene.tumors
        )
        return replace(at, scene=replace(at.scene, tumors=tumors))

    case.visit(visit).scene.tumor(lesion)  # an unknown name must not pass silently
    return replace(case, visits=tuple(altered(at) for at in case.visits))


def write_visit(case: Case, visit: Visit, directory: Path) -> WrittenVisit:
    """Write one visit: DICOM in ``<date>/``, clicks in ``seeds/<date>.csv``."""
    folder = directory / visit.date.isoformat()
    files = write_exam(case.exam(visit), folder)
    seeds = directory / "seeds" / f"{visit.date.isoformat()}.csv"
    seeds.parent.mkdir(parents=True, exist_ok=True)
    seeds.write_text(seeds_csv(case, visit), encoding="utf-8", newline="")
    return WrittenVisit(visit, folder, seeds, files)


def write_case(case: Case, directory: Path) -> WrittenCase:
    """Write every visit of a case below ``directory/<label>/``."""
    folder = directory / case.label
    visits = tuple(write_visit(case, visit, folder) for visit in case.visits)
    return WrittenCase(case, folder, visits)


def seeds_csv(case: Case, visit: Visit) -> str:
    """Write one row per target: a click in patient LPS mm, and what the lesion is."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(SEED_COLUMNS)
    clicks = case.clicks_mm(visit)
    for lesion in case.targets:
        what = (lesion.role.value, lesion.organ, lesion.kind.value)
        rows.writerow((lesion.id, *clicks[lesion.id], *what))
    return text.getvalue()


def expected(case: Case) -> dict[str, Any]:
    """JSON-ready truth of a case: sizes of every target, and the true categories.

    ``tolerance_mm`` is the diagonal of a voxel in the slice: what one click more or
    less of a caliper moves.
    """
    _, row, column = case.protocol.spacing_mm
    return {
        "case": case.label,
        "tolerance_mm": round((row * row + column * column) ** 0.5, 1),
        "treatment_lines": [
            {"name": line.name, "start": line.start.isoformat()}
            for line in case.treatment_lines
        ],
        "visits": [_expected_visit(case, visit) for visit in case.visits],
    }


def _expected_visit(case: Case, visit: Visit) -> dict[str, Any]:
    return {
        "label": visit.label,
        "date": visit.date.isoformat(),
        "lesions": {
            lesion: {
                "whole_diameter_mm": round(size.whole_diameter_mm, 1),
                "viable_diameter_mm": round(size.viable_diameter_mm, 1),
                "whole_volume_ml": round(size.whole_volume_ml, 1),
                "viable_volume_ml": round(size.viable_volume_ml, 1),
            }
            for lesion, size in case.truth(visit).items()
        },
        "overall": [
            {"line": a.line, "criteria": a.criteria, "response": a.overall.value}
            for a in case.answers
            if a.visit == visit.label
        ],
    }
