"""The course as JSON: every key always there, as its published schema says."""

import json
from pathlib import Path

import jsonschema
import pytest

from lesion_toolkit.criteria.course_json import (
    comparison_content,
    course_content,
    course_schema,
)
from lesion_toolkit.criteria.engine import assess

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"

ASSESSMENT_KEYS = [
    "date",
    "label",
    "line",
    "criteria",
    "preset",
    "sum_mm",
    "baseline_sum_mm",
    "nadir_sum_mm",
    "change_from_baseline_pct",
    "change_from_nadir_pct",
    "target",
    "non_target",
    "new_lesion",
    "overall",
    "rule_id",
    "reason",
    "findings",
    "stability",
]
OTHER_UNITS = ("unit", "sum", "baseline_sum", "nadir_sum")


@pytest.fixture(scope="module")
def course(timeline_of):
    timeline = timeline_of(50, 35, None, 60, lines={"first": 1})
    return assess(timeline, "mrecist-2010", pd_abs_floor_mm=5)


def test_the_published_schema_is_the_one_in_the_code():
    published = json.loads((REFERENCE / "course.schema.json").read_text("utf-8"))
    assert published == course_schema()


def test_a_course_keeps_to_its_schema(course):
    content = json.loads(json.dumps(course_content(course)))
    jsonschema.Draft202012Validator(course_schema()).validate(content)


def test_every_key_of_an_assessment_is_always_there(course):
    for assessment in course_content(course)["assessments"]:
        assert assessment.keys() == {
            *ASSESSMENT_KEYS,
            *OTHER_UNITS,
            "lesions",
            "otherwise",
        }


def test_the_course_says_what_it_is_and_how_it_was_judged(course):
    content = course_content(course)
    assert content["schema"] == "lesion-toolkit/course/1"
    assert (content["patient"], content["criteria"]) == ("P01", "mrecist-2010")
    assert content["switches"] == {"pd_abs_floor_mm": "5"}
    assert content["best_overall_response"] == "PR"
    assert content["confirmed_best_overall_response"] == "SD"
    assert content["response_date"] == "2023-06-13"
    assert content["progression_date"] == "2023-10-03"
    (line,) = content["lines"]
    assert line == line | {
        "line": "first",
        "best_overall_response": "PR",
        "confirmed_best_overall_response": "SD",
        "progression_date": "2023-10-03",
        "response_date": "2023-06-13",
    }


def test_times_of_a_line_run_from_its_start_to_an_event_or_say_why_not(course):
    (line,) = course_content(course)["lines"]
    progressed = {"days": 167, "occurred": True, "date": "2023-10-03"}
    assert line["time_to_progression"] == progressed | {"why": "progression"}
    assert line["progression_free_survival"] == line["time_to_progression"]
    assert line["duration_of_response"] == progressed | {
        "days": 112,
        "why": "progression",
    }
    assert line["overall_survival"] == {
        "days": 167,
        "occurred": False,
        "date": "2023-10-03",
        "why": "censored when last known to be alive",
    }


def test_numbers_are_numbers_and_the_unknown_is_null(course):
    baseline, partial, missing, progressed = course_content(course)["assessments"]
    assert (baseline["sum_mm"], baseline["overall"]) == (50, None)
    assert partial["change_from_baseline_pct"] == -30
    assert partial["stability"] == {
        "PR": 0.5,
        "SD": 0.5,
        "mm_to_next_category": 0,
    }
    assert missing["sum_mm"] is missing["stability"] is None
    assert missing["findings"] == [
        {
            "code": "target-not-evaluable",
            "message": "T1 is not evaluable: not covered.",
            "severity": "caution",
            "where": "T1",
        }
    ]
    assert progressed["change_from_nadir_pct"] == 71.43


def test_a_comparison_says_where_and_why_the_criteria_part(timeline_of):
    timeline = timeline_of(40, 10, 12)
    courses = [assess(timeline, name) for name in ("mrecist-2010", "mrecist-trial")]
    content = comparison_content(courses)
    assert [c["criteria"] for c in content["courses"]] == [
        "mrecist-2010",
        "mrecist-trial",
    ]
    (difference,) = content["differences"]
    assert difference["label"] == "V2"
    assert difference["overall"] == {"mrecist-2010": "PD", "mrecist-trial": "PR"}
    assert "but by less than 5 mm" in difference["reason"]["mrecist-trial"]
