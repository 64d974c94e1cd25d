"""Targets that should not have been chosen are pointed out at baseline."""

import pytest

from lesion_toolkit.criteria.engine import assess
from lesion_toolkit.model.lesion import Kind, Lesion

RECIST, MRECIST = "recist-1.1", "mrecist-2010"


def codes(timeline, criteria=RECIST):
    return [f.code for f in assess(timeline, criteria).assessments[0].findings]


@pytest.mark.parametrize(
    ("length", "thickness", "eligible"),
    [
        (10.0, None, True),
        (9.9, None, False),
        (10.0, 5, True),
        (12, 7, False),
        (14, 7, True),
    ],
)
def test_a_mass_measures_10_mm_and_twice_a_thick_slice(
    timeline_of, length, thickness, eligible
):
    timeline = timeline_of(length, thickness_mm=thickness)
    assert codes(timeline) == ([] if eligible else ["target-too-small"])


@pytest.mark.parametrize(
    ("short_axis", "site", "criteria", "eligible"),
    [
        (15.0, "retroperitoneum", RECIST, True),
        (14.9, "retroperitoneum", RECIST, False),
        (15.0, "retroperitoneum", MRECIST, True),
        (19, "porta hepatis", MRECIST, False),
        (20, "porta hepatis", MRECIST, True),
        (19, "porta hepatis", RECIST, True),
    ],
)
def test_a_node_has_its_own_limit(timeline_of, short_axis, site, criteria, eligible):
    node = Lesion("N1", organ="lymph node", kind=Kind.NODE, site=site)
    timeline = timeline_of({"N1": short_axis}, lesions=(node,))
    assert codes(timeline, criteria) == ([] if eligible else ["target-too-small"])


def test_at_most_two_targets_in_one_organ(timeline_of):
    assert codes(timeline_of({"T1": 20, "T2": 20})) == []
    assert codes(timeline_of({"T1": 20, "T2": 20, "T3": 20})) == ["too-many-targets"]


def test_all_nodes_are_one_organ(timeline_of):
    nodes = [
        Lesion(f"N{i}", organ=organ, kind=Kind.NODE)
        for i, organ in enumerate(("neck", "groin", "mediastinum"))
    ]
    timeline = timeline_of({n.id: 20 for n in nodes}, lesions=nodes)
    assert codes(timeline) == ["too-many-targets"]


def test_at_most_five_targets_in_all(timeline_of):
    organs = ("liver", "lung", "adrenal", "bone", "brain", "spleen")
    lesions = [Lesion(f"T{i}", organ=organ) for i, organ in enumerate(organs)]
    timeline = timeline_of({lesion.id: 20 for lesion in lesions}, lesions=lesions)
    assert codes(timeline) == ["too-many-targets"]


def test_unfit_targets_are_still_summed(timeline_of):
    assert assess(timeline_of(8), RECIST).assessments[0].sum_mm == 8
