"""`lesion-toolkit criteria`: every table can be read, and two can be compared."""

import json

import pytest
from typer.testing import CliRunner

from lesion_toolkit.cli.app import app, register
from lesion_toolkit.criteria.builtin import TABLES
from lesion_toolkit.criteria.lesion_table import LESION_TABLES
from lesion_toolkit.criteria.preset import criteria_names, load_preset
from lesion_toolkit.errors import UsageRefused

register()


def run(*arguments):
    return CliRunner().invoke(app, ["criteria", *arguments], catch_exceptions=False)


def test_all_criteria_are_listed_patients_and_single_lesions():
    listed = json.loads(run("--json").stdout)
    assert set(listed) == {*criteria_names(), *LESION_TABLES}
    assert all(listed.values())


@pytest.mark.parametrize("name", [*criteria_names(), *LESION_TABLES])
def test_a_table_prints_its_rules_with_their_sources(name):
    shown = run(name)
    assert shown.exit_code == 0
    content = json.loads(run(name, "--json").stdout)
    for key in content["sources"]:
        assert f"[{key}]" in shown.stdout


def test_switches_that_decide_nothing_are_not_offered():
    shown = run("easl").stdout
    assert "new_enhancement" in shown
    assert "node_cr_mm" not in shown
    assert "node_cr_mm" in load_preset("easl").without


def test_two_versions_for_single_lesions_are_compared_like_criteria_for_patients():
    shown = run("diff", "lirads-tr-2018", "lirads-tr-2024-radiation", "--json")
    assert any(row["where"] == "asks for" for row in json.loads(shown.stdout))


def test_a_rule_set_for_lesions_is_not_compared_with_one_for_patients():
    with pytest.raises(UsageRefused, match="compare two of a kind"):
        run("diff", "mrecist-2010", "lirads-tr-2018")


def test_a_table_for_lesions_of_ones_own_is_printed_and_compared(tmp_path):
    own = tmp_path / "own.toml"
    published = (TABLES / "lirads-tr-2018.toml").read_text("utf-8")
    own.write_text(published.replace("Equivocal", "Nonviable"), "utf-8")
    assert "LR-TR Nonviable" in run(str(own)).stdout
    found = json.loads(run("diff", "lirads-tr-2018", str(own), "--json").stdout)
    assert all("Equivocal" in row["first"] for row in found)
    assert found
