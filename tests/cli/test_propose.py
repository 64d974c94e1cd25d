"""`propose` on the command line."""

import json

import pytest

CONTENT = {
    "schema": "lesion-toolkit/timeline/1",
    "patient": "P01",
    "treatment_lines": [{"name": "regorafenib", "start": "2023-04-20"}],
    "lesions": [{"id": "T1"}, {"id": "T2"}],
    "timepoints": [
        {
            "label": "baseline",
            "date": "2023-04-18",
            "measurements": [
                {"lesion": "T1", "viable_diameter_mm": 9, "whole_diameter_mm": 30.5},
                {"lesion": "T2", "viable_diameter_mm": 20, "whole_diameter_mm": 40},
            ],
        }
    ],
}


@pytest.fixture
def path(tmp_path):
    file = tmp_path / "timeline.json"
    file.write_text(json.dumps(CONTENT), encoding="utf-8")
    return file


def test_each_lesion_has_its_part_and_its_reason(run, path):
    code, out, err = run("propose", path)
    assert (code, err) == (0, "")
    heading, criteria, *lesions, footer = out.splitlines()
    assert heading == "regorafenib · baseline (2023-04-18)"
    assert criteria.strip() == "by mrecist-2010"
    assert [line.split()[:2] for line in lesions] == [
        ["T2", "Target:"],
        ["T1", "Non-target:"],
    ]
    assert "a reader who sees the images confirms" in footer


def test_the_json_says_the_same_with_numbers(run, path):
    code, out, _ = run("propose", path, "--criteria", "recist-1.1", "--json")
    content = json.loads(out)
    assert (code, content["schema"]) == (0, "lesion-toolkit/proposal/1")
    (baseline,) = content["baselines"]
    assert baseline["proposal"]["standing"] == "proposed"
    roles = {row["lesion"]: row for row in baseline["proposal"]["roles"]}
    assert (roles["T1"]["role"], roles["T1"]["length_mm"]) == ("target", 30.5)


def test_a_switch_is_obeyed(run, path):
    _, out, _ = run("propose", path, "--criteria", "who", "--set", "max_targets=1")
    assert "Non-target: second largest in the liver" in out


def test_the_criteria_to_fall_back_on_are_shown_below(run, path):
    content = json.loads(json.dumps(CONTENT).replace('"viable_diameter_mm": 20, ', ""))
    path.write_text(json.dumps(content), encoding="utf-8")
    _, out, _ = run("propose", path)
    assert "serious: No lesion has a measurable part that enhances" in out
    assert out.index("by mrecist-2010") < out.index("by recist-1.1")


def test_wrong_requests_say_so_with_their_exit_code(run, path, tmp_path):
    assert run("propose", path, "--criteria", "nobody")[0] == 2
    assert run("propose", path, "--set", "max_targets")[0] == 2
    assert run("propose", path, "--set", "no_such=1")[0] == 2
    code, out, err = run("propose", tmp_path / "none.json")
    assert (code, out) == (3, "")
    assert err.startswith("Refused. Found: no readable text file")
