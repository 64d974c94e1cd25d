"""The course as JSON: what `assess --json` prints, and its published schema."""

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from lesion_toolkit.criteria.cited import CitedRule, cited_rules
from lesion_toolkit.criteria.parting import parting, why_they_part
from lesion_toolkit.model.finding import Finding
from lesion_toolkit.model.response import Assessment, Course, LineOutcome, Response


class CourseDocument(BaseModel):
    """A course as it is published; the outcome is that of the last treatment line."""

    model_config = ConfigDict(frozen=True, extra="forbid", title="Course")

    schema_: Literal["lesion-toolkit/course/1"] = Field(alias="schema")
    patient: str
    criteria: str
    switches: dict[str, str]
    assessments: tuple[Assessment, ...]
    lines: tuple[LineOutcome, ...]
    best_overall_response: Response | None
    confirmed_best_overall_response: Response | None
    progression_date: datetime.date | None
    response_date: datetime.date | None
    findings: tuple[Finding, ...]
    rules: dict[str, CitedRule]


_ADAPTER = TypeAdapter(CourseDocument)


def course_content(
    course: Course, criteria: str | Path | None = None
) -> dict[str, Any]:
    """JSON-ready content of a course; every key is always there, null when unknown.

    ``rules`` has the clause and the sources of each rule that answered. ``criteria`` is
    the name or the file it was judged by; None for installed criteria.
    """
    document = CourseDocument(
        schema="lesion-toolkit/course/1",
        patient=course.timeline.patient,
        criteria=course.criteria,
        switches=course.switches,
        assessments=course.assessments,
        lines=course.lines,
        best_overall_response=course.best_overall_response,
        confirmed_best_overall_response=course.confirmed_best_overall_response,
        progression_date=course.progression_date,
        response_date=course.response_date,
        findings=course.findings,
        rules=cited_rules(course, criteria),
    )
    content: dict[str, Any] = _ADAPTER.dump_python(document, mode="json", by_alias=True)
    return content


def course_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of the course JSON."""
    schema = _ADAPTER.json_schema(mode="serialization")
    for part in (schema, *schema["$defs"].values()):
        if "properties" in part:
            part["required"] = list(part["properties"])
    return schema


COMPARISON_SCHEMA = "lesion-toolkit/comparison/1"
"""Name and version of the JSON that `assess --compare` prints."""


def comparison_content(
    courses: Sequence[Course], criteria: Sequence[str | Path | None] | None = None
) -> dict[str, Any]:
    """JSON-ready content of one timeline judged by several criteria.

    ``differences`` lists the timepoints where they part, with each one's reason.
    ``criteria`` are the names or files of each, as for :func:`course_content`.
    """
    judged_by = criteria or [None] * len(courses)
    return {
        "schema": COMPARISON_SCHEMA,
        "patient": courses[0].timeline.patient,
        "courses": [
            course_content(course, name)
            for course, name in zip(courses, judged_by, strict=True)
        ],
        "differences": [
            {
                "line": beside[0].line,
                "label": beside[0].label,
                "date": beside[0].date.isoformat(),
                "overall": {a.preset: a.overall for a in beside},
                "why": why_they_part(beside),
                "reason": {a.preset: a.reason for a in beside},
            }
            for beside in parting(courses)
        ],
    }
