"""Rows of the tables about exams, lesions and findings."""

from collections.abc import Iterator, Mapping, Sequence

from lesion_toolkit.cohort.cohort_file import Exam
from lesion_toolkit.cohort.exam_file import MeasuredExam
from lesion_toolkit.cohort.outcomes import Cohort
from lesion_toolkit.export.tables import Row
from lesion_toolkit.model.finding import Finding
from lesion_toolkit.model.response import Course
from lesion_toolkit.model.timeline import Timeline, Timepoint


def exam_rows(
    exams: Sequence[Exam], measured: Mapping[int, MeasuredExam]
) -> Iterator[Row]:
    """One row for each exam of the cohort file, measured or not."""
    for exam in exams:
        row: dict[str, object] = {
            "patient": exam.patient,
            "timepoint": exam.timepoint,
            "date": exam.date,
            "row": exam.row,
            "treatment_line": exam.treatment_line,
            "state": "failed",
        }
        known = measured.get(exam.row)
        if known is not None:
            visit = known.timepoint
            row |= {
                "state": "measured",
                "modality": visit.modality,
                "arterial_phase": visit.arterial_phase,
                "slice_thickness_mm": visit.slice_thickness_mm,
                "lesions": len(visit.measurements),
                "findings": " ".join(dict.fromkeys(f.code for f in visit.findings)),
                "seconds": round(known.seconds, 3),
            }
        yield row


def lesion_rows(timeline: Timeline) -> Iterator[Row]:
    """One row for each lesion of a patient."""
    for lesion in timeline.lesions:
        seen = [
            visit.date
            for visit in timeline.timepoints
            if any(row.lesion == lesion.id for row in visit.measurements)
        ]
        yield {
            "patient": timeline.patient,
            "lesion": lesion.id,
            "role": lesion.role,
            "organ": lesion.organ,
            "site": lesion.site,
            "kind": lesion.kind,
            "pattern": lesion.pattern,
            "prior_local_therapy": lesion.prior_local_therapy,
            "therapies": "; ".join(f"{t.kind}={t.date}" for t in lesion.therapies),
            "timepoints": len(seen),
            "first_date": min(seen, default=None),
            "last_date": max(seen, default=None),
        }


def finding_rows(cohorts: Sequence[Cohort]) -> Iterator[Row]:
    """One row for each finding: of images and sizes once, of judgements by criteria."""
    for course in cohorts[0].courses:
        patient = course.timeline.patient
        for visit in course.timeline.timepoints:
            for lesion, finding in _of_visit(visit):
                yield _row(patient, visit, finding, lesion, "")
        for cohort in cohorts:
            yield from _of_judgements(cohort.course_of(patient))


def _of_visit(visit: Timepoint) -> Iterator[tuple[str, Finding]]:
    for finding in visit.findings:
        yield "", finding
    for row in visit.measurements:
        for finding in row.findings:
            yield row.lesion, finding


def _of_judgements(course: Course) -> Iterator[Row]:
    """Give the findings of judgements beside those that they pass on."""
    lesions = {lesion.id for lesion in course.timeline.lesions}
    visits = {(v.label, v.date): v for v in course.timeline.timepoints}
    for answer in course.assessments:
        visit = visits[answer.label, answer.date]
        passed_on = {finding for _, finding in _of_visit(visit)}
        for finding in answer.findings:
            if finding not in passed_on:
                lesion = finding.where if finding.where in lesions else ""
                yield _row(
                    course.timeline.patient, visit, finding, lesion, answer.preset
                )


def _row(
    patient: str, visit: Timepoint, finding: Finding, lesion: str, criteria: str
) -> Row:
    return {
        "patient": patient,
        "timepoint": visit.label,
        "date": visit.date,
        "lesion": lesion,
        "criteria": criteria,
        "severity": finding.severity,
        "code": finding.code,
        "message": finding.message,
    }
