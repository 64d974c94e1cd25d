"""Choi by size and attenuation; RECICL by the necrosis of each nodule."""

import datetime
import json
from decimal import Decimal

import pytest

from lesion_toolkit.criteria.engine import assess
from lesion_toolkit.criteria.recicl import Nodule, grade_of
from lesion_toolkit.model.lesion import Lesion
from lesion_toolkit.model.measurement import LesionMeasurement, State
from lesion_toolkit.model.timeline import NewLesionSeen, Timeline, Timepoint

DAY0 = datetime.date(2023, 4, 18)


@pytest.fixture(scope="module")
def cases(shared):
    path = shared / "criteria" / "worked_cases.json"
    listed = json.loads(path.read_text("utf-8"), parse_float=Decimal)
    return {case["id"]: case for case in listed}


def last(criteria, *visits, modality="CT", new=(), **switches):
    names = {row.lesion for rows in visits for row in rows}
    timeline = Timeline(
        "P01",
        lesions=tuple(Lesion(name) for name in sorted(names)),
        timepoints=tuple(
            Timepoint(
                f"V{i}",
                DAY0 + datetime.timedelta(56 * i),
                tuple(rows),
                new_lesions=new if i == len(visits) - 1 else (),
                modality=modality,
            )
            for i, rows in enumerate(visits)
        ),
    )
    return assess(timeline, criteria, **switches).assessments[-1]


def dense(mm, hu, lesion="T1"):
    hu = None if hu is None else Decimal(str(hu))
    return LesionMeasurement(
        lesion, whole_diameter_mm=Decimal(str(mm)), attenuation_hu=hu
    )


# ------------------------------------------------------------------------- Choi
@pytest.mark.shared
@pytest.mark.parametrize("name", [f"H0{n}" for n in range(1, 8)])
def test_changes_of_size_and_attenuation_are_judged_as_worked_out(cases, name):
    case = cases[name]
    criteria = {"Choi": "choi", "mChoi": "mchoi"}[case["criterion"]]
    size, hu = (
        100 + Decimal(str(case["inputs"][key])) for key in ("size_pct", "hu_pct")
    )
    answer = last(criteria, [dense(100, 100)], [dense(size, hu)])
    assert answer.target == answer.overall == case["expected"]


def test_attenuation_is_never_taken_from_mr():
    visits = [dense(100, 100)], [dense(100, 50)]
    assert last("choi", *visits).target == "PR"
    answer = last("choi", *visits, modality="MR")
    assert answer.target == "NE"
    assert "attenuation in HU not known" in answer.reason


def test_size_alone_decides_where_attenuation_could_not_change_it():
    assert last("choi", [dense(100, 100)], [dense(90, None)]).target == "PR"
    assert last("choi", [dense(100, 100)], [dense(111, None)]).target == "NE"
    assert last("mchoi", [dense(100, 100)], [dense(95, None)]).target == "SD"
    assert last("mchoi", [dense(100, 100)], [dense(111, None)]).target == "PD"


def test_attenuations_of_several_targets_are_averaged_exactly():
    before = [dense(30, 100), dense(30, 100, "T2"), dense(30, 100, "T3")]
    at_limit = [dense(30, 85), dense(30, 70, "T2"), dense(30, 100, "T3")]
    above = [dense(30, 85), dense(30, "70.1", "T2"), dense(30, 100, "T3")]
    assert last("choi", before, at_limit).target == "PR"
    assert last("choi", before, above).target == "SD"


def test_a_new_lesion_is_progression_for_choi_as_well():
    new = (NewLesionSeen("X", "unequivocal", "lung"),)
    assert last("choi", [dense(100, 100)], [dense(50, 50)], new=new).overall == "PD"


def test_the_reason_has_both_changes():
    reason = last("choi", [dense(100, 100)], [dense(98, 85)]).reason
    assert reason.startswith(
        "Sum 98.0 mm (-2.0 %); attenuation 85.0 HU after 100.0 HU (-15.0 %)"
    )


# ----------------------------------------------------------------------- RECICL
def nodule(lesion, whole_mm2, viable_mm2, margin=None):
    whole, viable = Decimal(str(whole_mm2)), Decimal(str(viable_mm2))
    return LesionMeasurement(
        lesion,
        whole_diameter_mm=whole / 100,
        whole_perpendicular_mm=Decimal(100),
        viable_diameter_mm=viable / 100,
        viable_perpendicular_mm=Decimal(100),
        margin_sufficient=margin,
    )


@pytest.mark.shared
def test_nodules_are_graded_as_worked_out(cases):
    for name, margin in (("L01", True), ("L02", False)):
        complete = Nodule(Decimal(900), Decimal(900), Decimal(0), margin)
        assert grade_of(complete, Decimal(25))[0] == cases[name]["expected"]
    for name in ("L03", "L04", "L05"):
        case = cases[name]
        whole = 900 * (100 + Decimal(case["inputs"]["size_change_pct"])) / 100
        viable = whole * (100 - Decimal(case["inputs"]["necrosis_pct"])) / 100
        seen = Nodule(Decimal(900), whole, viable, None)
        assert grade_of(seen, Decimal(25))[0] == case["expected"], name
    assert grade_of(seen, Decimal(50))[0] == "TE3"
    assert "TE3" in cases["L05"]["alternatives"].values()


def test_all_nodules_together_have_the_grade_of_the_worst():
    before = [nodule("T1", 900, 900), nodule("T2", 900, 900)]
    answer = last("recicl", before, [nodule("T1", 900, 0), nodule("T2", 900, 300)])
    assert (answer.target, answer.overall) == ("TE3", "TE3")
    assert [one.category for one in answer.lesions] == ["TE4b", "TE3"]
    assert answer.lesions[1].rule_id == "recicl.nodule.te3"
    assert "66.7 % of the area is necrotic" in answer.lesions[1].reason


def test_a_new_lesion_is_progression_and_no_grade():
    new = (NewLesionSeen("X", "unequivocal", "lung"),)
    visits = [nodule("T1", 900, 900)], [nodule("T1", 900, 0)]
    assert last("recicl", *visits).overall == "TE4"
    assert last("recicl", *visits, new=new).overall == "PD"


def test_a_nodule_without_areas_is_not_graded_and_one_that_has_gone_is_complete():
    before = [nodule("T1", 900, 900)]
    unmeasured = LesionMeasurement("T1", State.NOT_EVALUABLE, reason="not covered")
    assert last("recicl", before, [unmeasured]).target == "NE"
    gone = LesionMeasurement("T1", State.ABSENT)
    assert last("recicl", before, [gone]).target == "TE4"


def test_a_nodule_of_half_its_area_is_reduced_enough_without_necrosis():
    assert last(
        "recicl", [nodule("T1", 900, 900)], [nodule("T1", 450, 450)]
    ).target == ("TE3")


def test_the_limit_of_growth_can_be_that_of_the_other_edition():
    visits = [nodule("T1", 900, 900)], [nodule("T1", 1134, 1134)]
    assert last("recicl", *visits).target == "TE1"
    assert last("recicl", *visits, te1_pct=50).target == "TE2"
