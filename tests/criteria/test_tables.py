"""The rule tables: complete, unambiguous, sourced, and open to one's own."""

import itertools
from pathlib import Path

import pytest

from lesion_toolkit.criteria.builtin import TABLES
from lesion_toolkit.criteria.engine import assess, criteria_names
from lesion_toolkit.criteria.preset import load_preset
from lesion_toolkit.errors import InputRefused, UsageRefused

TAKES_IT_BACK = ("imrecist",)
"""Criteria in which neither new lesions nor non-targets are progression alone."""

PRESETS = tuple(
    name for name in criteria_names() if load_preset(name).preset not in TAKES_IT_BACK
)
ALL = (*PRESETS, *TAKES_IT_BACK)
TARGET = ("CR", "PR", "SD", "PD", "NE", "NONE")
NON_TARGET = ("CR", "NON-CR/NON-PD", "PD", "NE", "NONE")
NEW = ("NO", "EQUIVOCAL", "YES")


def test_the_built_in_criteria_come_through_the_public_entry_points():
    assert {"mrecist-2010", "mrecist-trial", "recist-1.1"} <= set(PRESETS)
    assert len(PRESETS) >= 13
    assert set(ALL) == set(criteria_names())


@pytest.mark.parametrize("name", ALL)
def test_every_combination_matches_exactly_one_row(name):
    preset = load_preset(name)
    rows = (*preset.overall, *preset.non_target_only)
    for target, non_target, new in itertools.product(TARGET, NON_TARGET, NEW):
        matching = [
            row.id
            for row in rows
            if target in row.target and non_target in row.non_target and new in row.new
        ]
        assert len(matching) == 1, (target, non_target, new, matching)


@pytest.mark.parametrize("name", PRESETS)
def test_any_progression_is_overall_progression_and_nothing_else_is(name):
    for (target, non_target, new), row in load_preset(name).table.items():
        progresses = target == "PD" or non_target == "PD" or new == "YES"
        assert (row.overall == "PD") is progresses


def test_in_imrecist_only_the_total_burden_is_progression():
    for (target, non_target, _), row in load_preset("imrecist").table.items():
        assert (row.overall == "PD") is (target == "PD")
        if target == "CR" and non_target in {"NON-CR/NON-PD", "PD"}:
            assert row.overall == "PR"


@pytest.mark.parametrize("name", ALL)
def test_complete_response_needs_all_disease_gone(name):
    for (target, non_target, new), row in load_preset(name).table.items():
        if row.overall == "CR":
            assert {target, non_target} <= {"CR", "NONE"}
            assert new != "YES" or name in TAKES_IT_BACK


@pytest.mark.parametrize("name", ALL)
def test_what_was_not_evaluated_never_makes_an_answer_better(name):
    """An unjudged part gives no better category than the best it may hide."""
    order = ["CR", "PR", "SD", "NON-CR/NON-PD", "NE", "PD"]
    table = load_preset(name).table
    for target, new in itertools.product(TARGET, NEW):
        unseen = table[target, "NE", new].overall
        gone = table[target, "CR", new].overall
        assert order.index(unseen) >= order.index(gone), (target, new)
    for non_target, new in itertools.product(NON_TARGET, NEW):
        unseen = table["NE", non_target, new].overall
        assert unseen in {"NE", "PD"}, (non_target, new)


@pytest.mark.parametrize("name", ALL)
def test_an_equivocal_new_lesion_changes_no_category(name):
    table = load_preset(name).table
    for target, non_target in itertools.product(TARGET, NON_TARGET):
        assert (
            table[target, non_target, "EQUIVOCAL"].overall
            == table[target, non_target, "NO"].overall
        )


@pytest.mark.parametrize("name", ALL)
def test_every_rule_names_a_source_that_is_cited_in_full(name):
    preset = load_preset(name)
    for rule in preset.rules:
        assert rule.clause
        assert all(len(preset.sources[key]) > 20 for key in rule.source)


@pytest.mark.parametrize("name", ALL)
def test_rule_ids_do_not_repeat(name):
    preset = load_preset(name)
    ids = [r.id for r in (*preset.overall, *preset.non_target_only)]
    ids += [r.id for r in preset.target.values()] + [preset.reappearance.id]
    assert len(set(ids)) == len(ids)


def test_mrecist_marks_what_it_takes_from_recist():
    rows = {row.id: row for row in load_preset("mrecist-2010").overall}
    assert rows["mrecist.overall.ne"].extension == "RECIST 1.1"
    assert rows["mrecist.overall.pr-nontarget-ne"].extension == "RECIST 1.1"
    assert not rows["mrecist.overall.pr"].extension
    assert not any(row.extension for row in load_preset("recist-1.1").overall)


def test_mrecist_trial_differs_from_2010_in_the_floor_alone():
    trial, published = load_preset("mrecist-trial"), load_preset("mrecist-2010")
    differing = {
        name
        for name, value in trial.defaults
        if value != getattr(published.defaults, name)
    }
    assert differing == {"pd_abs_floor_mm"}
    assert (published.defaults.pd_abs_floor_mm, trial.defaults.pd_abs_floor_mm) == (
        0,
        5,
    )
    assert trial.overall == published.overall
    assert trial.thresholds == published.thresholds
    assert trial.measured == published.measured


def test_thresholds_are_exact_decimals():
    thresholds = load_preset("mrecist-2010").thresholds
    assert str(thresholds.pr_decrease) == "0.30"
    assert str(thresholds.pd_increase) == "0.20"


def test_a_hospital_can_pass_its_own_table(tmp_path, timeline_of):
    own = tmp_path / "ours.toml"
    own.write_text(
        'preset = "ours"\ninherits = "recist-1.1"\ntitle = "RECIST with 25 %"\n'
        "[thresholds]\npr_decrease = 0.25\n"
    )
    timeline = timeline_of(100, 75)
    assert assess(timeline, own).assessments[1].overall == "PR"
    assert assess(timeline, str(own)).criteria == "ours"
    assert assess(timeline, "recist-1.1").assessments[1].overall == "SD"


def _edited(tmp_path: Path, old: str, new: str) -> Path:
    text = (TABLES / "recist-1.1.toml").read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "edited.toml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('target = ["SD"]', 'target = ["PR"]', "both match"),
        ('non_target = ["NE"]', 'non_target = ["CR"]', "both match"),
        ('target = ["CR", "PR", "SD", "PD", "NE"]', 'target = ["CR"]', "no row match"),
        ('["eisenhauer-2009"]', '["nobody-1999"]', "cites unknown nobody-1999"),
        ("[target.SD]", "[target.iSD]", "no target rule for SD"),
        ("pr_decrease = 0.30", "pr_decrease = -0.30", "thresholds.pr_decrease"),
        ("pr_decrease = 0.30", "pr_drop = 0.30", "pr_drop"),
        ('default = "off"', 'default = "sometimes"', "pr_persistence"),
        ("preset =", "preset", "edited.toml"),
    ],
)
def test_an_incomplete_table_is_refused_with_the_place(tmp_path, old, new, said):
    with pytest.raises(InputRefused, match=said):
        load_preset(_edited(tmp_path, old, new))


def test_a_table_that_is_not_there_is_refused():
    with pytest.raises(InputRefused, match="no criteria table at"):
        load_preset("nowhere.toml")


def test_unknown_criteria_are_refused_naming_those_there_are():
    with pytest.raises(UsageRefused, match=r"recist-1\.1"):
        load_preset("mrecist-1999")
