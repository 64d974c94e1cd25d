"""Times to progression, death and response of one patient's treatment line."""

import doctest
import tomllib
from pathlib import Path

import pytest
from pydantic import ValidationError

from lesion_toolkit.criteria.builtin import TABLES
from lesion_toolkit.criteria.censoring import (
    CensoringTable,
    censoring_table,
    missed_visits,
)
from lesion_toolkit.criteria.endpoints import (
    duration_of_response,
    overall_survival,
    progression_free_survival,
    time_to_progression,
    time_to_response,
)
from lesion_toolkit.errors import InputRefused, UsageRefused
from lesion_toolkit.model.response import Response
from tests.criteria.endpoint_facts import dated, day, facts, spell


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
