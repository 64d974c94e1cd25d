from collections.abc import Callable
from pathlib import Path

import pytest

from lesion_toolkit.cohort.outcomes import Cohort
from lesion_toolkit.cohort.report import cohort_report
from lesion_toolkit.cohort.tables import cohort_tables, write_tables
from lesion_toolkit.criteria.engine import assess
from lesion_toolkit.errors import UsageRefused
from lesion_toolkit.model.response import Course, Response
from lesion_toolkit.model.timeline import Timeline

MakeCourse = Callable[..., Course]

TIMELINE = """{"schema": "lesion-toolkit/timeline/1", "patient": "%s",
 "lesions": [{"id": "T1"}],
 "timepoints": [
  {"label": "baseline", "date": "2023-04-18", "measurements":
   [{"lesion": "T1", "viable_diameter_mm": 52.3, "whole_diameter_mm": 68.0}]},
  {"label": "week 8", "date": "2023-06-14", "measurements":
   [{"lesion": "T1", "viable_diameter_mm": %s, "whole_diameter_mm": 66.0}]}]}"""


def _cohorts(*sizes: str) -> tuple[Cohort, Cohort]:
    timelines = [
        Timeline.from_json(TIMELINE % (f"case {n}", size))
        for n, size in enumerate(sizes, 1)
    ]
    leading, beside = (
        Cohort(tuple(assess(timeline, name) for timeline in timelines))
        for name in ("mrecist-2010", "recist-1.1")
    )
    return leading, beside


def test_the_page_opens_with_the_rates_and_then_tells_each_patient(
    tmp_path: Path,
) -> None:
    leading, beside = _cohorts("35.0", "52.0", "80.0")
    path = cohort_report(leading, tmp_path / "r.html", compare=[beside], title="Three")
    text = path.read_text("utf-8")
    rate = text.index("33.3 % (1/3; 95 % CI 0.8-90.6 %)")
    assert text.index("<h1>Three</h1>") < rate
    places = [text.index(f"case {n}: response to treatment") for n in (1, 2, 3)]
    assert rate < places[0] < places[1] < places[2]
    for n in (1, 2, 3):
        assert f'href="#patient{n}"' in text
        assert f'id="patient{n}"' in text


def test_no_id_is_given_twice_on_a_page_of_many_patients(tmp_path: Path) -> None:
    import re

    leading, beside = _cohorts("35.0", "52.0")
    path = cohort_report(leading, tmp_path / "r.html", compare=[beside])
    ids = re.findall(r'\bid="([^"]+)"', path.read_text("utf-8"))
    assert len(ids) == len(set(ids))


def test_a_patient_without_any_answer_is_told_so(
    make_course: MakeCourse, tmp_path: Path
) -> None:
    cohort = Cohort((make_course("a", None), make_course("b", Response.PR)))
    text = cohort_report(cohort, tmp_path / "r.html").read_text("utf-8")
    assert "No response yet" in text
    assert "50 % (1/2" in text


def test_cohorts_of_different_patients_are_not_compared(
    make_course: MakeCourse, tmp_path: Path
) -> None:
    leading = Cohort((make_course("a", None),))
    beside = Cohort((make_course("b", None),))
    with pytest.raises(UsageRefused, match="same patients"):
        cohort_report(leading, tmp_path / "r.html", compare=[beside])
    assert not (tmp_path / "r.html").exists()


def test_the_table_of_a_cohort_has_one_row_a_patient_with_every_criteria(
    tmp_path: Path,
) -> None:
    leading, beside = _cohorts("35.0", "80.0")
    clinical = {"case 1": {"afp": "2745"}}
    write_tables(tmp_path, cohort_tables((leading, beside), clinical))
    header, first, second = (tmp_path / "cohort.csv").read_text().splitlines()
    columns = header.split(",")
    assert columns[:3] == ["patient", "afp", "mrecist_2010_best_response"]
    one = dict(zip(columns, first.split(","), strict=True))
    assert one["afp"] == "2745"
    assert one["mrecist_2010_categories"] == "PR"
    assert one["recist_1_1_best_response"] == "SD"
    assert second.startswith("case 2,,PD")
