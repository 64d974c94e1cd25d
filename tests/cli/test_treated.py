"""`treated` on the command line: LI-RADS treatment response of single lesions."""

import json
from pathlib import Path

import jsonschema
import pytest

from lesion_toolkit.criteria.builtin import TABLES
from lesion_toolkit.criteria.lesion_table import load_lesion_table
from lesion_toolkit.criteria.lirads import treatment_response
from lesion_toolkit.model.treated import TreatedLesions

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"
STABLE = {
    "lesion": "T1",
    "date": "2023-07-18",
    "modality": "MR",
    "masslike_enhancement": "present",
    "arterial_phase_hyperenhancement": "present",
    "change_over_time": "stable",
}
RADIATED = {"id": "T1", "therapies": [{"kind": "TARE", "date": "2023-04-18"}]}
UNTREATED = {"id": "T2"}


def content(*seen, lesions=(RADIATED, UNTREATED), **more):
    return {
        "schema": "lesion-toolkit/treated/1",
        "patient": "P01",
        "lesions": list(lesions),
        "seen": list(seen),
        **more,
    }


@pytest.fixture
def judged(run, tmp_path):
    """Run `treated` on one file; answers (exit code, output, errors)."""

    def _judged(of, *words):
        file = tmp_path / "treated.json"
        file.write_text(json.dumps(of), encoding="utf-8")
        return run("treated", file, *words)

    return _judged


def test_each_lesion_has_its_category_its_reason_and_its_findings(judged):
    code, out, err = judged(content(STABLE))
    assert (code, err) == (0, "")
    heading, reason, finding, *rules = out.splitlines()
    assert heading == "T1 · 2023-07-18 · MR: LR-TR Nonprogressing"
    assert "stable over time, 91 days after TARE (18 Apr 2023)" in reason
    assert reason.endswith("(lr-tr-2024-radiation.nonprogressing)")
    assert finding.strip().startswith("note: LR-TR is of this lesion alone")
    assert rules[0].startswith("rule lr-tr-2024-radiation.nonprogressing: masslike")
    assert any(line.startswith("[") for line in rules)


def test_the_json_is_the_answer_of_the_python_door(judged):
    of = content(STABLE)
    code, out, _ = judged(of, "--json")
    said = json.loads(out)
    assert (code, said["schema"]) == (0, "lesion-toolkit/lesion-responses/1")
    assert (said["patient"], said["lirads_version"]) == ("P01", "2024")
    lesions = TreatedLesions.from_json(json.dumps(of))
    answer = treatment_response(lesions.seen[0], lesions.therapies_of("T1"))
    (row,) = said["responses"]
    assert (row["category"], row["table"]) == (answer.category, answer.table)
    assert (row["rule_id"], row["reason"]) == (answer.rule_id, answer.reason)
    cited = said["rules"][answer.rule_id]
    table = load_lesion_table(answer.table)
    assert cited["sources"].items() <= table.sources.items()
    assert cited["clause"] in answer.reason
    assert [f["code"] for f in row["findings"]] == [f.code for f in answer.findings]


def test_the_version_and_the_ancillary_features_are_those_asked_for(judged):
    raised = STABLE | {
        "diffusion_restriction": "present",
        "ancillary_change_over_time": "new",
    }
    old = judged(content(STABLE), "--lirads-version", "2018")
    assert "MR: LR-TR Viable" in old[1]
    assert "MR: LR-TR Nonprogressing" in judged(content(raised))[1]
    assert "MR: LR-TR Viable" in judged(content(raised), "--ancillary-features")[1]


def test_a_hospital_judges_by_its_own_table(judged, tmp_path):
    own = tmp_path / "own.toml"
    published = (TABLES / "lirads-tr-2024-radiation.toml").read_text("utf-8")
    renamed = published.replace("lr-tr-2024-radiation.", "ours.")
    own.write_text(renamed.replace('version = "2024"', 'version = "ours"'), "utf-8")
    _, out, _ = judged(content(STABLE), "--table", own, "--json")
    said = json.loads(out)
    assert said["lirads_version"] == "ours"
    assert said["responses"][0]["rule_id"] == "ours.nonprogressing"
    by_lipiodol = {"id": "T1", "therapies": [{"kind": "cTACE", "date": "2023-04-18"}]}
    code, out, _ = judged(content(STABLE, lesions=(by_lipiodol,)), "--table", own)
    assert (code, "ours does not cover" in out) == (1, True)
    empty = tmp_path / "empty.toml"
    empty.write_text("rows = []", "utf-8")
    assert judged(content(STABLE), "--table", empty)[0] == 3


def test_a_lesion_that_is_refused_hides_no_other_and_the_exit_code_says_so(judged):
    untreated = STABLE | {"lesion": "T2"}
    code, out, _ = judged(content(untreated, STABLE))
    assert code == 1
    assert "T2 · 2023-07-18 · MR: refused" in out
    assert "T1 · 2023-07-18 · MR: LR-TR Nonprogressing" in out
    code, out, _ = judged(content(untreated, STABLE), "--json")
    refused, answered = json.loads(out)["responses"]
    assert code == 1
    assert set(refused["error"]) == {"found", "needed", "next"}
    assert answered["category"] == "LR-TR Nonprogressing"


@pytest.mark.parametrize(
    ("of", "place"),
    [
        (content(STABLE | {"lesion": "T9"}), "'T9' was seen and is not among"),
        (content(STABLE, STABLE), "'T1' was seen twice on MR of 2023-07-18"),
        (content(lesions=(RADIATED, RADIATED)), "lesion id repeats: 'T1'"),
        (content(STABLE | {"washout": "yes"}), "seen.0.washout"),
        (content(STABLE | {"modality": "US"}), "seen.0.modality"),
        (content(STABLE | {"rim": "thin"}), "unknown key 'seen.0.rim' ('T1')"),
        (content(schema="lesion-toolkit/timeline/1"), "of schema 'lesion-toolkit/ti"),
    ],
)
def test_a_file_that_contradicts_itself_is_refused_by_name(judged, of, place):
    code, out, err = judged(of)
    assert (code, out) == (3, "")
    assert place in err


def test_wrong_requests_are_usage_faults(judged):
    words = ("--lirads-version", "2018", "--ancillary-features")
    assert judged(content(STABLE), *words)[0] == 2
    assert judged(content(STABLE), "--lirads-version", "2017")[0] == 2


def test_the_published_schema_takes_what_is_read(run):
    code, out, _ = run("schema", "treated")
    schema = json.loads(out)
    assert code == 0
    published = REFERENCE / "treated.schema.json"
    assert schema == json.loads(published.read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(content(STABLE))
    wrong = content(STABLE | {"rim": "thin"})
    assert not jsonschema.Draft202012Validator(schema).is_valid(wrong)
