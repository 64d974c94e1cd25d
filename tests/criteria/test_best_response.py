"""Best overall response, confirmed and not."""

import datetime

import pytest

from lesion_toolkit.criteria.best_response import BestResponse, best_response
from lesion_toolkit.criteria.engine import assess
from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.response import Response

START = datetime.date(2023, 4, 18)


def on(day: int) -> datetime.date:
    return START + datetime.timedelta(day)


def best(*pairs, **settings) -> str:
    dated = [(on(day), response) for day, response in pairs]
    return str(best_response(dated, START, **settings).response)


@pytest.mark.parametrize(
    ("first", "second", "confirmed"),
    [
        ("CR", "CR", "CR"),
        ("CR", "PR", "SD"),
        ("CR", "SD", "SD"),
        ("CR", "PD", "SD"),
        ("CR", "NE", "SD"),
        ("PR", "CR", "PR"),
        ("PR", "PR", "PR"),
        ("PR", "SD", "SD"),
        ("PR", "PD", "SD"),
        ("PR", "NE", "SD"),
        ("NE", "NE", "NE"),
        ("SD", "PD", "SD"),
        ("NON-CR/NON-PD", "PD", "NON-CR/NON-PD"),
    ],
)
def test_two_timepoints_give_the_published_table(first, second, confirmed):
    assert best((56, first), (84, second)) == confirmed


@pytest.mark.parametrize(
    ("first", "second", "confirmed"),
    [
        ("CR", "PD", "PD"),
        ("PR", "PD", "PD"),
        ("SD", "PD", "PD"),
        ("CR", "NE", "NE"),
        ("SD", "NE", "NE"),
    ],
)
def test_stability_that_was_too_short_falls_through(first, second, confirmed):
    assert best((30, first), (41, second)) == confirmed


def test_the_windows_are_inclusive():
    assert best((56, "PR"), (84, "PR")) == "PR"
    assert best((56, "PR"), (83, "PR")) == "SD"
    assert best((42, "SD")) == "SD"
    assert best((41, "SD")) == "NE"


def test_the_window_lengths_are_settings():
    assert best((56, "PR"), (83, "PR"), confirm_days=27) == "PR"
    assert best((41, "SD"), sd_min_days=41) == "SD"


def test_few_missed_timepoints_may_lie_before_the_confirmation():
    once = ((56, "PR"), (84, "NE"), (112, "PR"))
    twice = ((56, "PR"), (84, "NE"), (98, "NE"), (112, "PR"))
    assert best(*once) == "PR"
    assert best(*twice) == "SD"
    assert best(*twice, max_not_evaluable=2) == "PR"
    assert best((56, "CR"), (70, "NE"), (84, "CR")) == "CR"
    assert best((56, "CR"), (70, "NE"), (84, "CR"), max_not_evaluable=0) == "SD"


def test_one_stable_timepoint_between_may_be_accepted():
    rows = ((56, "PR"), (70, "SD"), (84, "PR"))
    assert best(*rows) == "SD"
    assert best(*rows, accept_sd=True) == "PR"
    assert best((56, "PR"), (63, "SD"), (70, "SD"), (84, "PR"), accept_sd=True) == "SD"


def test_a_partial_after_a_complete_response_confirms_nothing():
    assert best((56, "PR"), (70, "CR"), (112, "PR")) == "SD"


def test_the_wrong_response_between_breaks_a_confirmation():
    assert best((56, "CR"), (70, "PR"), (84, "CR")) == "SD"
    assert best((56, "PR"), (70, "NON-CR/NON-PD"), (84, "PR")) == "SD"


def test_a_later_pair_confirms_where_the_first_fails():
    rows = ((56, "PR"), (84, "SD"), (112, "PR"), (140, "PR"))
    dated = [(on(day), response) for day, response in rows]
    assert best_response(dated, START) == BestResponse(Response.PR, on(112))


def test_nothing_after_progression_counts():
    assert best((56, "PD"), (112, "CR"), (168, "CR")) == "PD"
    assert best((56, "PR"), (70, "PD"), (112, "PR")) == "SD"


def test_nothing_before_the_start_counts():
    assert best((-10, "CR"), (56, "SD"), confirmed=False) == "SD"
    assert best((0, "PR"), confirmed=False) == "PR"


def test_unconfirmed_takes_the_best_until_progression():
    rows = ((56, "SD"), (112, "PR"), (168, "SD"), (224, "PD"))
    assert best(*rows, confirmed=False) == "PR"
    assert best((30, "CR"), (58, "PD"), confirmed=False) == "CR"


def test_nothing_assessed_is_not_evaluable():
    assert best_response([], START) == BestResponse(Response.NE, None)


def test_the_order_of_the_rows_does_not_matter():
    rows = [(on(84), "PR"), (on(56), "PR"), (on(112), "PD")]
    assert best_response(rows, START) == BestResponse(Response.PR, on(56))


def test_an_unknown_response_is_refused():
    with pytest.raises(InputRefused, match="'OK' on 2023-06-13"):
        best_response([(on(56), "OK")], START)


def test_the_course_carries_best_response_and_dates(timeline_of):
    timeline = timeline_of(100, 60, 90, 50, days=(0, 56, 84, 120))
    course = assess(timeline, "recist-1.1")
    assert [str(a.overall) for a in course.assessments[1:]] == ["PR", "PD", "PR"]
    assert course.best_overall_response == "PR"
    assert course.confirmed_best_overall_response == "SD"
    assert course.response_date == on(56)
    assert course.progression_date == on(84)


def test_the_course_takes_the_settings_of_best_response(timeline_of):
    timeline = timeline_of(100, 60, 60, days=(0, 41, 68))
    preset = assess(timeline, "recist-1.1")
    assert preset.confirmed_best_overall_response == "SD"
    shorter = assess(timeline, "recist-1.1", confirm_days=27)
    assert shorter.confirmed_best_overall_response == "PR"
    longer = assess(timeline, "recist-1.1", sd_min_days=70)
    assert longer.confirmed_best_overall_response == "NE"
    missed = timeline_of(100, 60, None, 60)
    once = assess(missed, "recist-1.1")
    assert once.confirmed_best_overall_response == "PR"
    never = assess(missed, "recist-1.1", max_NE=0)
    assert never.confirmed_best_overall_response == "SD"
    between = timeline_of(100, 70, 80, 70)
    stable = assess(between, "recist-1.1", accept_SD=True)
    assert stable.confirmed_best_overall_response == "PR"
    assert assess(between, "recist-1.1").confirmed_best_overall_response == "SD"


def test_dates_may_be_written_as_text():
    said = [("2023-06-14", "PR"), ("2023-04-18", "SD")]
    days = [(datetime.date.fromisoformat(day), response) for day, response in said]
    for confirmed in (True, False):
        assert best_response(said, "2023-02-01", confirmed=confirmed) == best_response(
            days, datetime.date(2023, 2, 1), confirmed=confirmed
        )


@pytest.mark.parametrize(
    ("day", "start"), [("14/06/2023", "2023-02-01"), ("2023-06-14", "February")]
)
def test_text_that_is_no_date_is_refused(day, start):
    with pytest.raises(InputRefused, match="the date"):
        best_response([(day, "PR")], start)
