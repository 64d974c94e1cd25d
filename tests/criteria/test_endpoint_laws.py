"""What holds of the times of any patient."""

import dataclasses
import datetime
import random

from hypothesis import given
from hypothesis import strategies as st

from lesion_toolkit.criteria.endpoints import (
    PatientFacts,
    duration_of_response,
    overall_survival,
    progression_free_survival,
    time_to_progression,
    time_to_response,
)
from lesion_toolkit.criteria.engine import assess
from tests.criteria.endpoint_facts import dated, facts

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
