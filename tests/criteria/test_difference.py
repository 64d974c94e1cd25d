"""Where two rule sets part is told from their tables alone."""

import itertools

import pytest

from lesion_toolkit.criteria.difference import ABSENT, differences
from lesion_toolkit.criteria.lesion_difference import lesion_differences
from lesion_toolkit.criteria.lesion_table import LESION_TABLES, load_lesion_table
from lesion_toolkit.criteria.preset import criteria_names, load_preset


def _found(first, second):
    return {one.where: one for one in differences(load_preset(first), second)}


def test_trials_part_from_the_paper_over_the_5_mm_floor_and_nothing_else():
    found = _found("mrecist-2010", load_preset("mrecist-trial"))
    assert set(found) == {"target PD", "switch pd_abs_floor_mm"}
    floor = found["switch pd_abs_floor_mm"]
    assert (floor.first, floor.second) == ("0", "5")
    assert any("eisenhauer-2009" in clause for clause in floor.why)


def test_mrecist_measures_what_lives_and_recist_the_whole():
    found = _found("mrecist-2010", load_preset("recist-1.1"))
    measured = found["measured typical_intrahepatic"]
    assert (measured.first, measured.second) == (
        "viable diameter",
        "whole diameter",
    )
    assert found["switch porta_hepatis_mm"].second == ABSENT


@pytest.mark.parametrize("name", criteria_names())
def test_no_rule_set_parts_from_itself(name):
    assert differences(load_preset(name), load_preset(name)) == ()


@pytest.mark.parametrize("pair", [*itertools.combinations(criteria_names(), 2)])
def test_which_of_two_is_named_first_does_not_matter(pair):
    first, second = map(load_preset, pair)
    one = {(d.where, d.first, d.second) for d in differences(first, second)}
    other = {(d.where, d.second, d.first) for d in differences(second, first)}
    assert one == other


def test_combinations_that_get_another_category_are_named_row_by_row():
    paper = load_preset("recist-1.1")
    strict = paper.model_dump()
    (row,) = [r for r in strict["overall"] if r["overall"] == "CR"]
    row["overall"] = "PR"
    found = _found("recist-1.1", type(paper).model_validate(strict))
    (one,) = found.values()
    assert "target CR, non-target CR, new lesion NO" in one.where
    assert (one.first, one.second) == ("CR", "PR")


def test_what_becomes_of_treated_lesions_is_named():
    found = _found("mrecist-2010", load_preset("recist-1.1"))
    treated = found["eligibility treated"]
    assert (treated.first, treated.second) == ("enhancing", "progressed")
    assert any("shown to progress since" in clause for clause in treated.why)
    fallback = found["eligibility fallback"]
    assert (fallback.first, fallback.second) == ("recist-1.1", ABSENT)


# ------------------------------------------------------------------ single lesions
def _parted(*names):
    return lesion_differences(*map(load_lesion_table, names))


@pytest.mark.parametrize("name", LESION_TABLES)
def test_no_lesion_level_rule_set_parts_from_itself(name):
    assert _parted(name, name) == ()


def test_after_radiation_masslike_tissue_that_stays_is_another_category_in_2024():
    found = _parted("lirads-tr-2018", "lirads-tr-2024-radiation")
    pairs = {(d.first.split(":")[0], d.second.split(":")[0]) for d in found}
    assert ("LR-TR Viable", "LR-TR Nonprogressing") in pairs
    assert not any(one == other for one, other in pairs)
    asked = {d.where: d for d in found}["asks for"]
    assert "washout" in asked.first
    assert "washout" not in asked.second
    assert "change over time" in asked.second


def test_both_algorithms_of_2024_agree_that_masslike_tissue_is_needed():
    found = _parted("lirads-tr-2024-nonradiation", "lirads-tr-2024-radiation")
    rows = [d for d in found if d.where.startswith("row ")]
    assert rows
    assert not any("LR-TR Nonviable" in d.first + d.second for d in rows)


@pytest.mark.parametrize("pair", [*itertools.combinations(LESION_TABLES, 2)])
def test_which_lesion_level_set_is_named_first_does_not_matter(pair):
    one = {(d.first, d.second) for d in _parted(*pair)}
    other = {(d.second, d.first) for d in _parted(*reversed(pair))}
    assert one == other
