"""`assess`, `criteria` and `schema` on the command line."""

import json

import pytest


def timeline(patient="P01", lengths=((50, 60), (20, 58), (24, 59)), **more):
    return {
        "schema": "lesion-toolkit/timeline/1",
        "patient": patient,
        "treatment_lines": [{"name": "regorafenib", "start": "2023-04-20"}],
        "lesions": [{"id": "T1"}],
        "timepoints": [
            {
                "label": f"V{i}",
                "date": f"2023-{4 + 2 * i:02}-18",
                "measurements": [
                    {
                        "lesion": "T1",
                        "viable_diameter_mm": viable,
                        "whole_diameter_mm": whole,
                    }
                ],
            }
            for i, (viable, whole) in enumerate(lengths)
        ],
        **more,
    }


@pytest.fixture
def path(tmp_path):
    file = tmp_path / "timeline.json"
    file.write_text(json.dumps(timeline()), encoding="utf-8")
    return file


def test_the_course_is_printed_as_json(run, path):
    code, out, err = run("assess", path, "--criteria", "mrecist-2010", "--json")
    course = json.loads(out)
    assert (code, err) == (0, "")
    assert [a["overall"] for a in course["assessments"]] == [None, "PR", "PD"]
    assert course["progression_date"] == "2023-08-18"


@pytest.mark.parametrize("width", [20, 40, 60, 80, 160])
def test_no_window_is_too_narrow_for_a_sum_or_a_category(run, path, monkeypatch, width):
    monkeypatch.setenv("COLUMNS", str(width))
    _, out, _ = run("assess", path)
    before_the_reasons = out[: out.index("V0:")]
    shown = before_the_reasons.split()
    for word in ("50.0", "20.0", "24.0", "-60.0", "+20.0", "2023-08-18", "PR", "PD"):
        assert word in shown
    assert "…" not in out


@pytest.mark.parametrize(
    ("viable", "change", "category"),
    [
        # 39.2466 % is not 39.25 % rounded once more
        ((82.3, 50), "-39.2", "PR"),
        ((82.3, 57.612), "-29.998", "SD"),
        ((50, 35), "-30.0", "PR"),
        ((100, 119.9996), "+19.9996", "SD"),
    ],
)
def test_a_printed_change_is_rounded_once_and_never_onto_a_limit_it_misses(
    run, tmp_path, viable, change, category
):
    file = tmp_path / "timeline.json"
    lengths = [(mm, mm) for mm in viable]
    file.write_text(json.dumps(timeline(lengths=lengths)), encoding="utf-8")
    _, out, _ = run("assess", file)
    (row,) = (line for line in out.splitlines() if line.startswith(" 2023-06-18"))
    assert row.split().count(change) == 2
    assert row.split()[-1] == category


def test_each_rule_is_printed_with_its_sources_in_full(run, path):
    _, out, _ = run("assess", path)
    assert "  rules: mrecist.target.pr, mrecist.overall.pr" in out
    said = " ".join(out.split())
    assert "rule mrecist.target.pr: sum of viable diameters at least 30 %" in said
    assert "[reproduced; lencioni-2010, klca-2022]" in said
    assert "[lencioni-2010] Lencioni R, Llovet JM. Modified RECIST" in said


@pytest.mark.parametrize("words", [("--criteria",), ("--compare",)])
def test_a_rule_set_for_single_lesions_is_sent_to_its_own_command(run, path, words):
    code, out, err = run("assess", path, *words, "lirads-tr-2018")
    assert (code, out) == (2, "")
    assert "`lesion-toolkit treated` does so" in err


def test_a_timeline_without_timepoints_is_said_to_have_none(run, tmp_path):
    file = tmp_path / "timeline.json"
    file.write_text(json.dumps(timeline(lengths=())), encoding="utf-8")
    code, out, _ = run("assess", file)
    assert (code, "No timepoint to judge." in out) == (0, True)


def test_the_course_is_printed_for_people(run, path):
    code, out, _ = run("assess", path)
    assert code == 0
    assert "mrecist-2010 · regorafenib" in out
    assert "V1: Viable sum 20.0 mm, down 60.0 % from baseline 50.0 mm" in out
    assert "caution: PD by less than 5 mm" in out
    assert "best overall response PR, confirmed SD" in out


def test_switches_are_set_by_key_and_value(run, path):
    words = ("assess", path, "--set", "pd_abs_floor_mm=5", "--json")
    _, out, _ = run(*words, "--set", "confirm_days=200")
    course = json.loads(out)
    assert course["switches"] == {"pd_abs_floor_mm": "5", "confirm_days": "200"}
    assert course["assessments"][2]["overall"] == "PR"
    assert course["confirmed_best_overall_response"] == "SD"


def test_criteria_are_compared_side_by_side(run, path):
    code, out, _ = run(
        "assess", path, "--compare", "recist-1.1,mrecist-trial", "--json"
    )
    compared = json.loads(out)
    assert code == 0
    assert compared["schema"] == "lesion-toolkit/comparison/1"
    names = [course["criteria"] for course in compared["courses"]]
    assert names == ["mrecist-2010", "recist-1.1", "mrecist-trial"]
    assert [d["overall"] for d in compared["differences"]] == [
        {"mrecist-2010": "PR", "recist-1.1": "SD", "mrecist-trial": "PR"},
        {"mrecist-2010": "PD", "recist-1.1": "SD", "mrecist-trial": "PR"},
    ]
    _, out, _ = run("assess", path, "--compare", "recist-1.1")
    assert "V1: the criteria part" in out
    assert "recist-1.1: Sum 58.0 mm, down 3.3 %" in out


@pytest.mark.parametrize("more", [(), ("--compare", "recist-1.1")])
def test_words_of_the_file_are_printed_as_they_are(run, tmp_path, more):
    file = tmp_path / "café Doe.json"
    content = timeline(treatment_lines=[{"name": "[i]line", "start": "2023-04-20"}])
    content["timepoints"][1]["label"] = "week [/x] 8"
    file.write_text(json.dumps(content), encoding="utf-8")
    code, out, _ = run("assess", file, *more)
    assert code == 0
    assert "week [/x] 8" in out
    assert "[i]line" in out


def test_one_line_of_treatment_can_be_chosen(run, path):
    code, out, _ = run("assess", path, "--line", "regorafenib", "--json")
    assert code == 0
    assert len(json.loads(out)["lines"]) == 1
    code, _, err = run("assess", path, "--line", "sorafenib")
    assert code == 2
    assert "the timeline has 'regorafenib'" in err


def test_a_timeline_without_treatment_lines_says_so(run, tmp_path):
    file = tmp_path / "plain.json"
    file.write_text(json.dumps(timeline(treatment_lines=[])), encoding="utf-8")
    code, _, err = run("assess", file, "--line", "sorafenib")
    assert code == 2
    assert "names no treatment line" in err


def test_json_lines_in_give_json_lines_out(run):
    texts = [json.dumps(timeline(f"P{i}")) for i in range(3)]
    code, out, _ = run("assess", "-", stdin="\n".join([*texts, ""]))
    courses = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [c["patient"] for c in courses] == ["P0", "P1", "P2"]


def test_a_bad_line_answers_with_its_error_and_the_rest_goes_on(run):
    bad = json.dumps(timeline(hospital="x"))
    deep = "[" * 100_000
    lines = [json.dumps(timeline("P0")), bad, deep, "", json.dumps(timeline("P4"))]
    code, out, _ = run("assess", "-", stdin="\n".join(lines))
    answers = [json.loads(line) for line in out.splitlines()]
    assert code == 1
    assert [a.get("patient") for a in answers] == ["P0", None, None, "P4"]
    error = answers[1]["error"]
    assert (error["line"], set(error)) == (2, {"line", "found", "needed", "next"})
    assert "unknown key 'hospital'" in error["found"]
    assert answers[2]["error"]["line"] == 3


@pytest.mark.parametrize(
    ("lengths", "more", "place"),
    [
        (((50, -1),), {}, "timepoints.0.measurements.0.whole_diameter_mm"),
        (((50, float("nan")),), {}, "finite"),
        (((50, 1001),), {}, "less than or equal to 1000"),
        (((50, 60),), {"hospital": "x"}, "unknown key 'hospital'"),
        (((50, 60),), {"lesions": [{"id": "T1"}, {"id": "T1"}]}, "repeats: 'T1'"),
        (((50, 60),), {"timepoints": [{"label": "a"}]}, "timepoints.0.date"),
    ],
)
def test_a_bad_timeline_is_refused_with_exit_code_3(
    run, tmp_path, lengths, more, place
):
    file = tmp_path / "bad.json"
    file.write_text(json.dumps(timeline(lengths=lengths, **more)), encoding="utf-8")
    code, out, err = run("assess", file, "--json")
    assert (code, out) == (3, "")
    assert place in err
    assert "P01" not in err


def test_a_missing_file_is_refused_with_exit_code_3(run, tmp_path):
    code, _, err = run("assess", tmp_path / "nowhere.json")
    assert code == 3
    assert "no readable text file" in err


@pytest.mark.parametrize(
    "words",
    [
        ("--criteria", "mrecist-1999"),
        ("--compare", "mrecist-1999"),
        ("--set", "pd_abs_floor_mm"),
        ("--set", "speed=fast"),
        ("--set", "pd_abs_floor_mm=fast"),
    ],
)
def test_an_impossible_request_is_refused_with_exit_code_2(run, path, words):
    assert run("assess", path, *words)[0] == 2
    # refused before any timeline is read
    assert run("assess", "-", *words, stdin="{")[:2] == (2, "")


def test_criteria_lists_names_and_titles(run):
    code, out, _ = run("criteria")
    assert code == 0
    assert "mrecist-trial" in out
    _, out, _ = run("criteria", "--json")
    assert "RECIST 1.1" in json.loads(out)["recist-1.1"]


def test_criteria_diff_shows_where_two_rule_sets_part(run):
    code, out, _ = run("criteria", "diff", "mrecist-2010", "mrecist-trial")
    assert code == 0
    assert "pd_abs_floor_mm" in out
    assert "growth_mm" not in out
    _, out, _ = run("criteria", "diff", "mrecist-2010", "recist-1.1", "--json")
    assert json.loads(out)[0]["where"] == "measured typical_intrahepatic"
    _, out, _ = run("criteria", "diff", "recist-1.1", "recist-1.1")
    assert "judge alike" in out


@pytest.mark.parametrize(
    "words", [("diff",), ("diff", "recist-1.1"), ("recist-1.1", "mrecist-2010")]
)
def test_criteria_takes_one_name_or_diff_and_two(run, words):
    assert run("criteria", *words)[0] == 2


def test_criteria_prints_the_rule_table_with_sources_and_switches(run):
    code, out, _ = run("criteria", "mrecist-2010")
    assert code == 0
    for said in (
        "sum of viable diameters at least 30 %",
        "mrecist.overall.cr-nontarget-persists",
        "pd_abs_floor_mm",
        "extension from RECIST 1.1",
        "[lencioni-2010] Lencioni R, Llovet JM.",
    ):
        assert said in out
    assert "\\[" not in out
    _, out, _ = run("criteria", "mrecist-2010", "--json")
    table = json.loads(out)
    assert table["thresholds"]["pd_increase"] == "0.20"
    assert len(table["overall"]) == 11
    assert run("criteria", "mrecist-1999")[0] == 2


@pytest.mark.parametrize("document", ["timeline", "course"])
def test_the_schema_of_each_document_is_printed(run, document):
    code, out, _ = run("schema", document)
    assert code == 0
    assert json.loads(out)["title"].lower() == document
