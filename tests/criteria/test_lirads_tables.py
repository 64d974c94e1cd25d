"""Tables of LI-RADS treatment response: whole, exact, sourced, or refused."""

import itertools
from dataclasses import fields
from pathlib import Path

import pytest

from lesion_toolkit.criteria.builtin import TABLES
from lesion_toolkit.criteria.lesion_table import (
    FEATURES,
    LESION_TABLES,
    load_lesion_table,
)
from lesion_toolkit.errors import InputRefused, UsageRefused
from lesion_toolkit.model.treated import TreatedLesionSeen
from tests.criteria.treated_lesions import LOWER_CERTAINTY, judged, treated_seen


@pytest.mark.parametrize("name", LESION_TABLES)
def test_every_combination_of_what_is_seen_matches_exactly_one_row(name):
    table = load_lesion_table(name)
    answers = [[str(one) for one in FEATURES[feature]] for feature in table.features]
    for combination in itertools.product(*answers):
        signs = dict(zip(table.features, combination, strict=True))
        matching = [row for row in table.rows if row.matches(signs)]
        assert len(matching) == 1, signs
        answer = judged(name, treated_seen(**signs))
        assert (answer.rule_id, answer.category) == (
            matching[0].id,
            matching[0].category,
        )


UNRESOLVED = ("uncertain", "not assessable", "no comparison")
"""Answers that leave open what is there."""


def _resolutions(signs):
    """Every reading that the uncertain one may turn out to be."""
    certain = [
        [one for one in map(str, FEATURES[name]) if one not in UNRESOLVED]
        if answer == "uncertain"
        else [answer]
        for name, answer in signs.items()
    ]
    for combination in itertools.product(*certain):
        yield dict(zip(signs, combination, strict=True))


@pytest.mark.parametrize("name", LESION_TABLES)
def test_a_tie_goes_to_the_category_of_lower_certainty(name):
    """What doubt leaves open is the lower certainty; what it does not, is certain."""
    table = load_lesion_table(name)
    ties = 0
    for signs in table.combinations():
        if "not assessable" in signs.values():
            continue
        open_to = {
            judged(name, treated_seen(**one)).category for one in _resolutions(signs)
        }
        category = judged(name, treated_seen(**signs)).category
        if len(open_to) > 1:
            ties += 1
            assert category == LOWER_CERTAINTY[name], signs
        else:
            assert {category} == open_to, signs
    assert ties


@pytest.mark.parametrize("name", LESION_TABLES)
def test_what_cannot_be_assessed_is_never_called_nonviable(name):
    for signs in load_lesion_table(name).combinations():
        if signs["masslike_enhancement"] == "not assessable":
            assert judged(name, treated_seen(**signs)).category == "LR-TR Nonevaluable"


def test_each_version_has_its_own_categories():
    of_table = {
        name: {
            row.category.removeprefix("LR-TR ") for row in load_lesion_table(name).rows
        }
        for name in LESION_TABLES
    }
    common = {"Nonevaluable", "Nonviable", "Viable"}
    assert of_table["lirads-tr-2018"] == common | {"Equivocal"}
    assert of_table["lirads-tr-2024-nonradiation"] == common | {"Equivocal"}
    assert of_table["lirads-tr-2024-radiation"] == common | {"Nonprogressing"}


def test_every_rule_names_a_source_that_is_cited_in_full():
    for table in map(load_lesion_table, LESION_TABLES):
        for rule in table.rules:
            assert rule.clause
            assert all(len(table.sources[key]) > 20 for key in rule.source)


def test_no_row_claims_that_the_core_itself_was_read():
    tables = map(load_lesion_table, LESION_TABLES)
    assert "read" not in {rule.basis for table in tables for rule in table.rules}


def test_every_feature_a_table_may_ask_for_can_be_said():
    said = {field.name for field in fields(TreatedLesionSeen)}
    assert said - set(FEATURES) == {"lesion", "date", "modality"}


def _edited(tmp_path: Path, name: str, old: str, new: str) -> Path:
    text = (TABLES / f"{name}.toml").read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "edited.toml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


RADIATION_TABLE = "lirads-tr-2024-radiation"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"increased"]\ncat', '"new"]\ncat', "no row: .* present, change over time"),
        ('["uncertain"]', '["uncertain", "new"]', "viable and .* both match"),
        ('["absent"]', '["gone"]', "masslike_enhancement is one of absent, present"),
        ('["absent"]', "[]", "masslike_enhancement is one of absent, present"),
        ("when.change_over_time", "when.size", "'size' is not a feature"),
        ('["acr-2024", "radulator"]', '["nobody"]', "cites unknown nobody"),
        ("radiation.nonviable", "radiation.viable", "a row id repeats"),
        ('category = "LR-TR Viable"', 'category = "CR"', "category"),
        ('therapies = ["TARE", "SBRT"]', "therapies = []", "scope.therapies"),
        ("table =", "table", "no lesion-level table at"),
    ],
)
def test_an_incomplete_table_is_refused_with_the_place(tmp_path, old, new, said):
    with pytest.raises(InputRefused, match=said):
        load_lesion_table(_edited(tmp_path, RADIATION_TABLE, old, new))


def test_a_hospital_can_read_by_its_own_table(tmp_path):
    change = ('change_over_time = ["uncertain"]', '"LR-TR Nonprogressing"')
    text = (TABLES / f"{RADIATION_TABLE}.toml").read_text(encoding="utf-8")
    head, tail = text.split(change[0])
    own = tmp_path / "ours.toml"
    tail = tail.replace(change[1], '"LR-TR Equivocal"', 1)
    own.write_text(head + change[0] + tail, encoding="utf-8")
    seen = treated_seen(masslike_enhancement="present", change_over_time="uncertain")
    assert load_lesion_table(str(own)).row_of(seen).category == "LR-TR Equivocal"
    assert judged(RADIATION_TABLE, seen).category == "LR-TR Nonprogressing"


def test_tables_that_are_not_there_are_refused_naming_those_there_are():
    with pytest.raises(UsageRefused, match="lirads-tr-2018"):
        load_lesion_table("mrecist-2010")
    with pytest.raises(InputRefused, match="no lesion-level table at nowhere"):
        load_lesion_table("nowhere.toml")
