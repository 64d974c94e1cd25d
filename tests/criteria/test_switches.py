"""Switches: each one acts, and none is accepted that does not."""

import itertools

import pytest

from lesion_toolkit.criteria.engine import assess
from lesion_toolkit.criteria.preset import load_preset
from lesion_toolkit.errors import UsageRefused
from lesion_toolkit.model.lesion import Kind, Lesion
from lesion_toolkit.model.measurement import LesionMeasurement
from lesion_toolkit.model.timeline import Timeline, Timepoint

PRESETS = ("mrecist-2010", "mrecist-trial", "recist-1.1")

OTHER_VALUE = {
    "pd_abs_floor_mm": 3,
    "tsm_default_mm": "NE",
    "cr_before_pd": False,
    "pr_persistence": "eortc",
    "reappearance_after_CR": "recheck",
    "node_cr_mm": 12,
    "node_mm": 25,
    "porta_hepatis_mm": 25,
    "max_targets": 1,
    "per_organ": 1,
    "paired_and_nodes_one_organ": False,
    "partial_sum_pd": False,
    "pd_date_rule": "first_qualifying",
    "confirm_days": 200,
    "sd_min_days": 60,
    "max_NE": 0,
    "accept_SD": True,
    "multi_foci": "sum",
    "new_nodule_min_mm": 15,
    "growth_mm": 4,
}


def _islands():
    rows = (LesionMeasurement("T1", viable_diameter_mm=50, viable_islands_sum_mm=60),)
    return Timeline(
        "P01",
        lesions=(Lesion("T1"),),
        timepoints=(Timepoint("V0", "2023-04-18", rows),),
    )


@pytest.fixture(scope="module")
def stories(timeline_of):
    """Courses in which, between them, every switch has something to decide."""
    nodule = {"lesion": "X", "status": "unequivocal", "diameter_mm": 12}
    maybe = nodule | {"status": "equivocal"}
    porta = Lesion("N2", organ="lymph node", kind=Kind.NODE, site="Porta hepatis")
    chains = [
        Lesion(f"N{i}", organ="lymph node", kind=Kind.NODE, site=site)
        for i, site in enumerate(("neck", "mediastinum", "groin"))
    ]
    return (
        timeline_of(40, 20, 24.9),
        timeline_of(40, 10, 13),
        timeline_of(40, "too_small"),
        timeline_of({"N1": 20, "N2": 22}, {"N1": 6, "N2": 6}, {"N1": 9, "N2": 9}),
        timeline_of({"N1": 20, "N2": 24}, {"N1": 11, "N2": 9}, lesions=(porta,)),
        timeline_of(dict.fromkeys(("N0", "N1", "N2"), 20), lesions=chains),
        timeline_of(100, 70, 80, 70),
        timeline_of(40, 0, 4),
        timeline_of(40, 0, 0, non_target=["present", "CR", "NON-CR/NON-PD"]),
        timeline_of({"T1": 30, "T2": 20}, {"T1": 80, "T2": None}),
        timeline_of(100, 60, None, 60),
        timeline_of(50, 50),
        timeline_of(50, 50, 50, new={1: [maybe], 2: [nodule]}),
        timeline_of(
            50,
            50,
            50,
            new={
                1: [nodule | {"typical": False}],
                2: [nodule | {"typical": False, "diameter_mm": 17}],
            },
        ),
        _islands(),
    )


def _answer(timeline, name, switches):
    course = assess(timeline, name, **switches)
    return course.assessments, course.lines


@pytest.mark.parametrize(
    ("name", "switch"),
    [(name, key) for name in PRESETS for key in load_preset(name).switches],
)
def test_every_switch_changes_an_answer(stories, name, switch):
    changed = [
        _answer(timeline, name, {switch: OTHER_VALUE[switch]})
        != _answer(timeline, name, {})
        for timeline in stories
    ]
    assert any(changed)


def test_a_switch_the_criteria_do_not_have_is_refused_naming_those_they_have(
    timeline_of,
):
    with pytest.raises(UsageRefused, match=r"no switch 'multi_foci'; it has accept_SD"):
        assess(timeline_of(50), "recist-1.1", multi_foci="sum")


@pytest.mark.parametrize(
    ("switch", "value"),
    [
        ("pd_abs_floor_mm", -1),
        ("pd_abs_floor_mm", "five"),
        ("pd_abs_floor_mm", float("nan")),
        ("tsm_default_mm", "none"),
        ("cr_before_pd", "perhaps"),
        ("pr_persistence", "on"),
        ("confirm_days", -28),
        ("confirm_days", 28.5),
    ],
)
def test_a_value_a_switch_cannot_have_is_refused(timeline_of, switch, value):
    with pytest.raises(UsageRefused, match=switch):
        assess(timeline_of(50), "recist-1.1", **{switch: value})


def test_switches_are_read_from_text_as_well(timeline_of):
    timeline = timeline_of(40, 20, 24.9)
    for floor in ("0", 0, 0.0):
        course = assess(timeline, "recist-1.1", pd_abs_floor_mm=floor)
        assert course.assessments[2].target == "PD"


def test_the_course_says_which_switches_differ_from_the_preset(timeline_of):
    course = assess(
        timeline_of(50), "mrecist-2010", pd_abs_floor_mm="5", multi_foci="longest"
    )
    assert course.switches == {"pd_abs_floor_mm": "5"}
    assert assess(timeline_of(50), "mrecist-2010").switches == {}


def test_every_switch_of_every_preset_is_exercised_here():
    known = set(itertools.chain.from_iterable(load_preset(p).switches for p in PRESETS))
    assert known == set(OTHER_VALUE)
