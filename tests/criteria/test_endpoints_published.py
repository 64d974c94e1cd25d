"""Times to an event that others worked out or published, from the same responses."""

import datetime
import json
import re

import pytest

from lesion_toolkit.criteria.endpoints import (
    PatientFacts,
    duration_of_response,
    overall_survival,
    progression_free_survival,
    time_to_progression,
)
from lesion_toolkit.criteria.engine import assess
from lesion_toolkit.model.response import Response
from lesion_toolkit.model.timeline import Timeline
from tests.criteria.endpoint_facts import dated, day, facts, spell

EMA = {"EMA/ITT rule", "EMA/treatment-policy"}


# ------------------------------------------------------------------ worked cases
@pytest.fixture(scope="module")
def cases(shared):
    path = shared / "criteria" / "worked_cases.json"
    return json.loads(path.read_text("utf-8"))


def _known(inputs):
    known = {
        key: inputs.get(key)
        for key in ("death", "last_contact", "new_therapy", "schedule")
    }
    return facts(**known, start=inputs.get("rand", 0))


def _endpoint(name, responses, known, censoring):
    if name == "OS":
        return overall_survival(known)
    if name == "DoCR":
        return duration_of_response(responses, known, censoring, of=(Response.CR,))
    measured = {
        "PFS": progression_free_survival,
        "TTP": time_to_progression,
        "DoR": duration_of_response,
    }
    return measured[name](responses, known, censoring)


@pytest.mark.shared
def test_every_worked_case_ends_on_its_day_under_both_presets(cases):
    told = [c for c in cases if c["level"] == "time_to_event"]
    judged, other = 0, 0
    for case in told:
        inputs = case["inputs"]
        if case["id"] in {"S10", "S11"}:
            continue  # a new lesion dates progression back: judged from lesions below
        responses, known = dated(*inputs["assessments"]), _known(inputs)
        for name, wanted in case["expected"].items():
            got = _endpoint(name, responses, known, "fda")
            assert spell(got) == wanted, (case["id"], name, got)
            judged += 1
        for rule, text in case.get("alternatives", {}).items():
            assert rule in EMA
            wanted = json.loads(re.search(r"\[.*\]", text)[0])
            got = progression_free_survival(responses, known, "ema")
            assert spell(got) == wanted, (case["id"], rule, got)
            other += 1
    assert (len(told), judged, other) == (12, 16, 3)


def _course_of(content, criteria, **switches):
    schema = {"schema": "lesion-toolkit/timeline/1", "patient": "case"}
    return assess(Timeline.from_content(schema | content), criteria, **switches)


def _responses(course):
    """Responses of a judged line, its progression dated back as the outcome has it."""
    rows = [(a.date, a.overall) for a in course.assessments if a.overall is not None]
    end = course.progression_date
    if end is None:
        return rows
    return [row for row in rows if row[0] < end] + [(end, Response.PD)]


@pytest.mark.shared
def test_a_nodule_that_qualifies_late_progresses_when_it_was_first_seen(cases):
    """S10: 9 mm at day 112, 11 mm with the typical pattern at day 168."""
    case = next(c for c in cases if c["id"] == "S10")
    timepoints = [{"label": "baseline", "date": str(day(0)), "measurements": [T1]}]
    for n, mm in case["inputs"]["nodule"]:
        status = "unequivocal" if mm >= 10 else "equivocal"
        timepoints.append(_visit(n, {"lesion": "X", "status": status}))
    content = {"lesions": [{"id": "T1"}], "timepoints": timepoints}
    first = _course_of(content, "mrecist-2010")
    late = _course_of(content, "mrecist-2010", pd_date_rule="first_qualifying")
    got = progression_free_survival(_responses(first), facts())
    assert spell(got) == case["expected"]["PFS"]
    got = progression_free_survival(_responses(late), facts())
    assert spell(got) == json.loads(case["alternatives"]["first_qualifying"])


@pytest.mark.shared
def test_an_equivocal_lesion_that_is_confirmed_progresses_when_first_seen(cases):
    case = next(c for c in cases if c["id"] == "S11")
    timepoints = [{"label": "baseline", "date": str(day(0)), "measurements": [T1]}]
    for n, said in case["inputs"]["assessments"]:
        status = {"SD+equivocal": "equivocal", "PD": "unequivocal"}.get(said)
        seen = [{"lesion": "X", "status": status}] if status else []
        timepoints.append(_visit(n, *seen))
    content = {"lesions": [{"id": "T1"}], "timepoints": timepoints}
    course = _course_of(content, "recist-1.1")
    got = progression_free_survival(_responses(course), facts())
    assert spell(got) == case["expected"]["PFS"]


T1 = {"lesion": "T1", "viable_diameter_mm": 50, "whole_diameter_mm": 50}


def _visit(n, *new):
    return {
        "label": f"day {n}",
        "date": str(day(n)),
        "measurements": [T1],
        "new_lesions": list(new),
    }


@pytest.mark.shared
def test_immune_progression_is_dated_as_the_worked_cases_do(cases):
    told = [c for c in cases if c["level"] == "progression_date"]
    assert [c["id"] for c in told] == ["I19", "I20"]
    for case in told:
        responses = dated(*case["inputs"]["timepoints"])
        for censoring in ("fda", "ema"):
            got = time_to_progression(responses, facts(), censoring)
            assert got.occurred is case["expected"]["event"]
            assert got.days == case["expected"]["event_day"]


# ------------------------------------------------------------------ other people's
@pytest.mark.shared
def test_times_a_trial_published_follow_from_its_responses(shared):
    """Days there count the first day as 1, here as 0."""
    path = shared / "vectors" / "lesions_recist11_pharmaverse_small_outcomes.jsonl"
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    judged = 0
    for subject in rows:
        published = subject.get("expected_outcome", {}).get("TTE", {})
        start = datetime.date.fromisoformat(subject["reference_date"])
        responses = [
            (visit["date"], visit["recheck"]["overall"])
            for visit in subject["timepoints"]
            if "recheck" in visit
        ]
        for name, wanted in published.items():
            end = datetime.date.fromisoformat(wanted["end"])
            known = PatientFacts(start, last_contact=end if name == "OS" else None)
            got = _endpoint(name, responses, known, "fda")
            assert got.date == end, (subject["id"], name)
            assert got.occurred is not wanted["censored"]
            assert got.days + 1 == wanted["days"]
            judged += 1
    assert judged == 6


@pytest.mark.shared
def test_progression_free_survival_of_an_arm_is_what_two_programs_published(shared):
    """Every subject of a placebo arm, published without schedule or next therapy."""
    path = shared / "vectors" / "cohort_outcomes.jsonl"
    (arm,) = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    events = 0
    for subject in arm["subjects"]:
        died = subject["death_date"]
        known = PatientFacts(
            datetime.date.fromisoformat(subject["rand_date"]),
            death=datetime.date.fromisoformat(died) if died else None,
        )
        got = progression_free_survival(subject["assessments"], known)
        assert got.days + 1 == subject["pfs_days"], subject["subject"]
        assert got.occurred == bool(subject["pfs_event"]), subject["subject"]
        events += got.occurred
    assert len(arm["subjects"]) == 86
    assert events == sum(s["pfs_event"] for s in arm["subjects"]) > 0
