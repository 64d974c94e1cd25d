"""Switches: each one acts, and none is accepted that does not."""

import itertools
from dataclasses import replace

import pytest

from lesion_toolkit.criteria import simulation
from lesion_toolkit.criteria.engine import assess, criteria_names
from lesion_toolkit.criteria.preset import load_preset
from lesion_toolkit.errors import UsageRefused
from lesion_toolkit.model.lesion import Kind, Lesion
from lesion_toolkit.model.measurement import LesionMeasurement
from lesion_toolkit.model.timeline import Timeline, Timepoint

PRESETS = criteria_names()

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
    "washout_required": False,
    "effusion_needs_cytology": True,
    "porta_cr_mm": 20,
    "pd_operator": ">",
    "pd_scope": "any_lesion",
    "pd_reference": "baseline",
    "new_enhancement": "sum",
    "missing_targets": "NE",
    "volume_thresholds": "-35/+55",
    "both_size_and_attenuation": True,
    "te1_pct": 50,
    "irecist_window_days": "40-56",
    "visit_interval_days": 45,
    "censoring": "ema",
    "irecist_tol": 20,
    "irecist_confirm_mm": 8,
    "irecist_confirm_operator": ">",
}
OPPOSITE = {
    "pd_scope": "sum",
    "both_size_and_attenuation": False,
    "pd_reference": "nadir",
    "effusion_needs_cytology": False,
    "tsm_default_mm": 5,
    "reappearance_after_CR": "PD",
    "max_targets": 5,
    "per_organ": 2,
}
"""Where the default already is the other value."""


def _islands():
    rows = (LesionMeasurement("T1", viable_diameter_mm=50, viable_islands_sum_mm=60),)
    return Timeline(
        "P01",
        lesions=(Lesion("T1"),),
        timepoints=(Timepoint("V0", "2023-04-18", rows),),
    )


def _in_every_quantity(timeline, attenuation_hu):
    """Products and volumes in proportion to lengths; attenuation after baseline."""

    def widened(row, attenuation_hu):
        if row.short_axis_mm is not None:
            size, more = row.short_axis_mm, {"whole_diameter_mm": row.short_axis_mm}
        elif row.whole_diameter_mm is not None:
            size, more = row.whole_diameter_mm, {}
        else:
            return row
        return replace(
            row,
            viable_perpendicular_mm=20,
            whole_perpendicular_mm=20,
            viable_volume_ml=size,
            whole_volume_ml=size,
            attenuation_hu=attenuation_hu,
            **more,
        )

    return replace(
        timeline,
        timepoints=tuple(
            replace(
                t,
                measurements=tuple(
                    widened(row, attenuation_hu if n else 100) for row in t.measurements
                ),
            )
            for n, t in enumerate(timeline.timepoints)
        ),
    )


@pytest.fixture(scope="module")
def stories(timeline_of):
    """Courses in which, between them, every switch has something to decide."""
    told = _stories(timeline_of)
    return tuple(_in_every_quantity(one, hu) for one in told for hu in (100, 80))


def _stories(timeline_of):
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
        timeline_of(
            50, 50, new={1: [nodule | {"hyperenhancing": True, "washout": False}]}
        ),
        timeline_of(50, 50, new={1: [{**nodule, "kind": "effusion"}]}),
        timeline_of({"N1": 25, "N2": 24}, {"N1": 9, "N2": 14}, lesions=(porta,)),
        timeline_of({"T1": 40, "T2": 90}, {"T1": 50, "T2": 60}),
        timeline_of({"T1": 40, "T2": 90}, {"T1": 0, "T2": 80}, {"T1": 1, "T2": 70}),
        timeline_of(40, 20, 25),
        timeline_of(40, 30, 41),
        timeline_of(40, 30, 37.5),
        timeline_of(100, 60),
        timeline_of(100, 88),
        timeline_of(100, 130),
        timeline_of({"T1": 30, "T2": 20}, {"T1": 50, "T2": None}),
        timeline_of({"T1": 30, "T2": 20}, {"T1": 90, "T2": None}),
        timeline_of(100, 130, 136, days=(0, 56, 90)),
        timeline_of(100, 130, 136, days=(0, 56, 66)),
        timeline_of(100, 130, 135, days=(0, 56, 112)),
        timeline_of(100, 30, None, 30),
        timeline_of(100, 50, 60, 50),
        timeline_of(100, 35, 50, 35),
        timeline_of(100, 90, 95, 90),
        timeline_of(100, 88, 95, 88),
        timeline_of(10, 12.5),
        timeline_of(40, 40, 40, 60, days=(0, 50, 60, 70), lines={"1": 0, "2": 65}),
    )


def _answer(timeline, name, switches):
    """Categories, sums and findings; not the words, which may name a switch."""
    course = assess(timeline, name, **switches)
    answers = [(a.target, a.overall, a.sum, _codes(a)) for a in course.assessments]
    return answers, course.lines


def _codes(answer):
    return [f.code for f in answer.findings if f.code != "category-fragile"]


@pytest.mark.parametrize(
    ("name", "switch"),
    [(name, key) for name in PRESETS for key in load_preset(name).offered],
)
def test_every_switch_changes_an_answer(stories, name, switch, monkeypatch):
    monkeypatch.setattr(simulation, "DRAWS", 1)  # stability is not compared
    value = OTHER_VALUE[switch]
    if str(load_preset(name).switches[switch].default) == str(value):
        value = OPPOSITE[switch]
    assert any(
        _answer(timeline, name, {switch: value}) != _answer(timeline, name, {})
        for timeline in stories
    )


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
    known = set(itertools.chain.from_iterable(load_preset(p).offered for p in PRESETS))
    assert known == set(OTHER_VALUE)
