"""Times to progression, death and response of one patient's treatment line."""

import dataclasses
import datetime
import doctest
import json
import random
import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from lesion_toolkit.criteria.builtin import TABLES
from lesion_toolkit.criteria.censoring import (
    CensoringTable,
    censoring_table,
    missed_visits,
)
from lesion_toolkit.criteria.endpoints import (
    PatientFacts,
    duration_of_response,
    overall_survival,
    progression_free_survival,
    time_to_progression,
    time_to_response,
)
from lesion_toolkit.criteria.engine import assess
from lesion_toolkit.errors import InputRefused, UsageRefused
from lesion_toolkit.model.response import Response
from lesion_toolkit.model.timeline import Timeline

DAY0 = datetime.date(2023, 4, 18)
EMA = {"EMA/ITT rule", "EMA/treatment-policy"}


def day(n):
    return DAY0 + datetime.timedelta(n)


def dated(*rows):
    return [(day(n), response) for n, response in rows]


def facts(
    death=None, last_contact=None, new_therapy=None, schedule=None, start=0
) -> PatientFacts:
    days = (death, last_contact, new_therapy)
    dates = (None if n is None else day(n) for n in days)
    return PatientFacts(day(start), *dates, visit_interval_days=schedule)


def spell(time):
    return [time.days, int(time.occurred)]


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


# ------------------------------------------------------------------ missed visits
@pytest.mark.parametrize(
    ("gap", "missed"),
    [
        (0, 0),
        (56, 0),
        (63, 0),  # a week late is still the visit that was due
        (64, 1),
        (112, 1),
        (119, 1),
        (120, 2),
        (168, 2),
    ],
)
def test_a_visit_is_missed_once_the_event_comes_a_week_after_it_was_due(gap, missed):
    assert missed_visits(day(0), day(gap), 56) == missed


def test_without_a_schedule_no_visit_is_missed():
    responses = dated((56, "SD"), (1000, "PD"))
    assert progression_free_survival(responses, facts()).days == 1000
    assert progression_free_survival(responses, facts(schedule=56)).days == 56


def test_a_visit_that_could_not_be_judged_counts_as_missed():
    responses = dated((56, "SD"), (112, "NE"), (168, "NE"), (224, "PD"))
    got = progression_free_survival(responses, facts(schedule=56))
    assert spell(got) == [56, 0]
    assert got.why == (
        "censored at the last adequate assessment: progression after 2 missed visits"
    )


def test_visits_missed_before_an_adequate_assessment_do_no_harm():
    responses = dated((56, "SD"), (280, "SD"), (336, "PD"))
    assert spell(progression_free_survival(responses, facts(schedule=56))) == [336, 1]


def test_death_long_after_the_start_without_any_assessment_is_censored_there():
    known = facts(death=200, schedule=56)
    assert spell(progression_free_survival([], known)) == [0, 0]
    assert spell(progression_free_survival([], known, "ema")) == [200, 1]


# ------------------------------------------------------------------ new therapy
def test_a_scan_on_the_day_of_the_new_therapy_still_counts():
    responses = dated((56, "SD"), (112, "PD"))
    assert spell(progression_free_survival(responses, facts(new_therapy=112))) == [
        112,
        1,
    ]


def test_death_after_a_new_therapy_counts_for_ema_only():
    responses, known = dated((56, "SD")), facts(new_therapy=60, death=90)
    got = progression_free_survival(responses, known)
    assert spell(got) == [56, 0]
    assert got.why == (
        "censored at the last adequate assessment: "
        "new anticancer therapy before progression"
    )
    assert spell(progression_free_survival(responses, known, "ema")) == [90, 1]


def test_a_response_to_the_next_therapy_is_not_one_to_this():
    responses, known = dated((56, "SD"), (112, "PR")), facts(new_therapy=60)
    assert spell(time_to_response(responses, known)) == [56, 0]
    assert duration_of_response(responses, known) is None
    assert spell(time_to_response(responses, known, "ema")) == [112, 1]


# ------------------------------------------------------------------ immune responses
@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        ([(56, "iUPD")], [56, 1]),
        ([(56, "iSD"), (112, "iUPD"), (168, "NE")], [112, 1]),
        ([(56, "iUPD"), (112, "iUPD")], [56, 1]),
        ([(56, "iUPD"), (112, "NE"), (168, "iCPD")], [56, 1]),
        ([(56, "iUPD"), (112, "iSD")], [112, 0]),
        ([(56, "iUPD"), (112, "iCR"), (168, "iUPD")], [168, 1]),
        ([(56, "iCPD")], [56, 1]),
    ],
)
def test_unconfirmed_progression_counts_unless_it_is_overturned(rows, wanted):
    assert spell(time_to_progression(dated(*rows), facts())) == wanted


def test_an_unconfirmed_progression_after_missed_visits_is_no_visit_before_itself():
    responses = dated((56, "iSD"), (224, "iUPD"), (280, "iCPD"))
    known = facts(schedule=56)
    assert spell(progression_free_survival(responses, known)) == [56, 0]
    assert spell(progression_free_survival(responses, known, "ema")) == [224, 1]


def test_an_immune_response_lasts_until_the_first_of_the_confirmed_run():
    responses = dated(
        (56, "iPR"), (112, "iUPD"), (168, "iPR"), (224, "iUPD"), (280, "iCPD")
    )
    assert spell(duration_of_response(responses, facts())) == [168, 1]


# ------------------------------------------------------------------ response
def test_a_response_has_to_be_confirmed_where_that_is_asked():
    responses = dated((56, "PR"), (112, "SD"), (168, "PR"), (196, "CR"), (252, "PD"))
    assert spell(duration_of_response(responses, facts())) == [196, 1]
    assert spell(duration_of_response(responses, facts(), confirmed=True)) == [84, 1]
    assert time_to_response(responses, facts(), confirmed=True).days == 168
    complete = (Response.CR,)
    assert duration_of_response(responses, facts(), of=complete).days == 56
    confirmed = duration_of_response(responses, facts(), of=complete, confirmed=True)
    assert confirmed is None


def test_a_complete_response_may_confirm_the_partial_one_before_it():
    responses = dated((56, "PR"), (112, "CR"), (168, "CR"), (224, "SD"))
    assert duration_of_response(responses, facts(), confirmed=True).days == 168
    got = duration_of_response(responses, facts(), of=(Response.CR,), confirmed=True)
    assert spell(got) == [112, 0]


def test_a_response_after_progression_is_none():
    responses = dated((56, "PD"), (112, "PR"))
    assert duration_of_response(responses, facts()) is None
    got = time_to_response(responses, facts())
    assert spell(got) == [56, 0]
    assert got.why == "censored at progression without a response"


def test_death_ends_a_response_but_only_censors_the_wait_for_one():
    known = facts(death=100)
    assert spell(duration_of_response(dated((56, "PR")), known)) == [44, 1]
    got = time_to_response(dated((56, "SD")), known)
    assert spell(got) == [56, 0]
    assert got.why == (
        "censored at the last adequate assessment: death without progression; "
        "no response was seen"
    )


# ------------------------------------------------------------------ survival
def test_a_patient_never_heard_of_again_is_censored_at_the_start():
    assert spell(overall_survival(facts())) == [0, 0]


def test_who_begins_a_new_therapy_is_alive_on_that_day():
    assert spell(overall_survival(facts(new_therapy=120))) == [120, 0]
    assert spell(overall_survival(facts(new_therapy=120, last_contact=90))) == [120, 0]
    assert spell(overall_survival(facts(new_therapy=120, last_contact=150))) == [150, 0]


# ------------------------------------------------------------------ several a day
@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        (("SD", "PD"), [56, 1]),
        (("NE", "SD"), [56, 0]),
        (("iSD", "iUPD"), [56, 1]),
    ],
)
def test_of_several_responses_of_one_day_the_worst_stands(said, wanted):
    for rows in (said, said[::-1]):
        responses = dated(*((56, response) for response in rows))
        assert spell(progression_free_survival(responses, facts())) == wanted


def test_assessments_before_the_start_do_not_count():
    responses = dated((-30, "PD"), (0, "NE"), (56, "SD"))
    assert spell(progression_free_survival(responses, facts())) == [56, 0]


# ------------------------------------------------------------------ refusals
@pytest.mark.parametrize(
    "known",
    [
        {"death": -1},
        {"last_contact": -1},
        {"new_therapy": -1},
        {"death": 10, "new_therapy": 11},
        {"schedule": 0},
    ],
)
def test_facts_in_an_impossible_order_are_refused(known):
    with pytest.raises(InputRefused):
        facts(**known)


@pytest.mark.parametrize(
    "rows", [[(day(56), "fine")], [("18.4.2023", "SD")], [(day(90), "SD")]]
)
def test_responses_that_cannot_be_are_refused(rows):
    with pytest.raises(InputRefused):
        progression_free_survival(rows, facts(death=80))


def test_a_scan_after_death_is_refused_even_behind_a_progression():
    with pytest.raises(InputRefused, match="before an assessment"):
        time_to_progression(dated((56, "PD"), (112, "SD")), facts(death=80))


def test_an_unknown_preset_is_refused_by_name():
    with pytest.raises(UsageRefused, match="choose one of ema, fda"):
        progression_free_survival([], facts(), "emea")


# ------------------------------------------------------------------ the table
def test_every_row_of_the_censoring_table_names_a_source_it_cites():
    table = censoring_table()
    assert set(table.presets) == {"fda", "ema"}
    text = (TABLES / "censoring.toml").read_text("utf-8")
    for key in table.sources:
        broken = tomllib.loads(text)
        del broken["sources"][key]
        with pytest.raises(ValidationError, match=f"cites unknown {key}"):
            CensoringTable.model_validate(broken)


def test_the_examples_of_the_page_are_true():
    page = Path(__file__).parents[2] / "docs" / "definitions" / "endpoints.md"
    outcome = doctest.testfile(str(page), module_relative=False)
    assert outcome.attempted > 3
    assert outcome.failed == 0


# ------------------------------------------------------------------ laws
PLAIN = ("CR", "PR", "SD", "NON-CR/NON-PD", "PD", "NE")
IMMUNE = ("iCR", "iPR", "iSD", "iUPD", "iCPD", "NE")
PRESET = st.sampled_from(["fda", "ema"])
CALLS = (
    progression_free_survival,
    time_to_progression,
    duration_of_response,
    time_to_response,
)


@st.composite
def patients(draw):
    """Days and responses of one patient, and the other facts in days."""
    words = draw(st.sampled_from([PLAIN, IMMUNE]))
    rows = draw(
        st.lists(st.tuples(st.integers(0, 500), st.sampled_from(words)), max_size=8)
    )
    last = max((n for n, _ in rows), default=0)
    therapy = draw(st.none() | st.integers(0, 600))
    death = draw(st.none() | st.integers(max(last, therapy or 0), 900))
    schedule = draw(st.none() | st.integers(14, 120))
    contact = 900 if death is None else None
    return rows, {
        "death": death,
        "last_contact": contact,
        "new_therapy": therapy,
        "schedule": schedule,
    }


def _all_times(rows, known, censoring):
    responses = dated(*rows)
    return [call(responses, known, censoring) for call in CALLS] + [
        overall_survival(known)
    ]


@given(patients(), PRESET, st.integers(-5000, 5000))
def test_when_a_patient_lived_does_not_matter(patient, censoring, shift):
    rows, known = patient
    moved = {
        key: n if n is None or key == "schedule" else n + shift
        for key, n in known.items()
    }
    later = [(n + shift, response) for n, response in rows]
    here = _all_times(rows, facts(**known), censoring)
    there = _all_times(later, facts(**moved, start=shift), censoring)
    for a, b in zip(here, there, strict=True):
        assert (a is None) == (b is None)
        if a is not None:
            assert (a.days, a.occurred, a.why) == (b.days, b.occurred, b.why)
            assert b.date - a.date == datetime.timedelta(shift)


@given(patients(), PRESET, st.randoms(use_true_random=False))
def test_the_order_of_the_responses_does_not_matter(
    patient, censoring, chance: random.Random
):
    rows, known = patient
    mixed = list(rows)
    chance.shuffle(mixed)
    known = facts(**known)
    assert _all_times(mixed, known, censoring) == _all_times(rows, known, censoring)


@given(patients(), PRESET)
def test_no_time_is_longer_than_the_one_that_contains_it(patient, censoring):
    rows, known = patient
    pfs, ttp, dor, ttr, os = _all_times(rows, facts(**known), censoring)
    assert 0 <= ttp.days <= pfs.days <= os.days
    assert 0 <= ttr.days <= pfs.days
    assert dor is None or 0 <= dor.days == pfs.days - ttr.days
    assert (dor is not None) == ttr.occurred


@given(patients())
def test_fda_never_ends_later_than_ema(patient):
    rows, known = patient
    for call in (progression_free_survival, time_to_progression):
        responses = dated(*rows)
        fda, ema = (call(responses, facts(**known), c) for c in ("fda", "ema"))
        assert fda.days <= ema.days
        if known["death"] is not None and call is progression_free_survival:
            assert ema.occurred  # death is an event whatever was missed before it


def test_a_course_has_the_times_that_the_functions_give(timeline_of):
    """With death, which parts progression-free survival from progression."""
    timeline = timeline_of(100, 60, 60)
    death = timeline.timepoints[-1].date + datetime.timedelta(30)
    for died in (None, death):
        course = assess(dataclasses.replace(timeline, death=died), "recist-1.1")
        (line,) = course.lines
        dated = [(a.date, a.overall) for a in course.assessments[1:]]
        facts = PatientFacts(
            timeline.timepoints[0].date, died, timeline.timepoints[-1].date
        )
        assert line.time_to_progression == time_to_progression(dated, facts)
        assert line.progression_free_survival == progression_free_survival(dated, facts)
        assert line.overall_survival == overall_survival(facts)
        assert line.duration_of_response == duration_of_response(dated, facts)
    assert line.progression_free_survival.why == "death without progression"
    assert not line.time_to_progression.occurred


def test_a_course_without_a_response_has_no_duration_of_one(timeline_of):
    (line,) = assess(timeline_of(100, 100), "recist-1.1").lines
    assert line.duration_of_response is None
