"""``outcomes`` and ``agreement`` on the command line."""

import json
from pathlib import Path

import pytest

SCHEMA = "lesion-toolkit/timeline/1"
VISITS = {"P01": (100, 60), "P02": (80, 85), "P03": (50, 70)}


def timeline(patient, sums, reader=""):
    days = ("2024-01-10", "2024-03-13")
    return {
        "schema": SCHEMA,
        "patient": patient,
        **({"reader": reader} if reader else {}),
        "lesions": [{"id": "T1"}],
        "timepoints": [
            {
                "label": f"V{n}",
                "date": day,
                "measurements": [
                    {"lesion": "T1", "viable_diameter_mm": mm, "whole_diameter_mm": mm}
                ],
            }
            for n, (day, mm) in enumerate(zip(days, sums, strict=True))
        ],
    }


@pytest.fixture
def results(tmp_path: Path) -> Path:
    folder = tmp_path / "results"
    (folder / "timelines").mkdir(parents=True)
    for patient, sums in VISITS.items():
        text = json.dumps(timeline(patient, sums))
        (folder / "timelines" / f"{patient}.json").write_text(text)
    (folder / "manifest.json").write_text("{}")
    (folder / "cohort.csv").write_text("patient,bclc\nP01,B\nP02,C\nP03,C\n")
    return folder


# ------------------------------------------------------------------ outcomes
def test_the_results_of_a_batch_become_figures_and_tables(command, results, tmp_path):
    done = command(
        *("outcomes", results, "--out", tmp_path / "out"),
        *("--clinical", results / "cohort.csv", "--by", "bclc", "--json"),
    )
    assert done.exit_code == 0, done.err
    said = json.loads(done.out)
    assert said["best_overall_response"] == {"PR": 1, "SD": 1, "PD": 1}
    assert set(said["subgroups"]) == {"B", "C"}
    for name in ("waterfall.svg", "pfs.png", "cross_table_recist-1.1.csv"):
        assert (tmp_path / "out" / name).is_file()


def test_the_outcomes_are_said_in_plain_words(command, results, tmp_path):
    done = command("outcomes", results, "--out", tmp_path / "out")
    assert "3 patients: best response 1 PR, 1 SD, 1 PD" in done.out
    assert "objective response 33.3 % (1/3" in done.out
    assert "mRECIST against RECIST 1.1: kappa 1.000" in done.out


@pytest.mark.parametrize(
    ("words", "exit_code"),
    [
        (("nowhere.json",), 3),
        (("--criteria", "mrecist-1999"), 2),
        (("--censoring", "nobody"), 2),
        (("--by", "bclc"), 2),
        (("--clinical", "nowhere.csv", "--by", "bclc"), 3),
    ],
)
def test_what_cannot_be_done_is_refused(command, results, tmp_path, words, exit_code):
    paths = () if words[0].endswith(".json") else (results,)
    done = command("outcomes", *paths, *words, "--out", tmp_path / "out")
    assert done.exit_code == exit_code, done.err
    assert not (tmp_path / "out").exists()


def test_a_missing_clinical_column_is_named(command, results, tmp_path):
    done = command(
        *("outcomes", results, "--out", tmp_path / "out"),
        *("--clinical", results / "cohort.csv", "--by", "arm"),
    )
    assert done.exit_code == 3
    assert "arm" in done.err


def test_a_folder_without_timelines_is_refused(command, tmp_path):
    (tmp_path / "empty").mkdir()
    done = command("outcomes", tmp_path / "empty", "--out", tmp_path / "out")
    assert done.exit_code == 3


# ------------------------------------------------------------------ agreement
def test_the_public_readings_are_compared_by_name(command):
    done = command("agreement", "hcc-tace-seg")
    assert done.exit_code == 0, done.err
    assert "split category    53.8 % (50/93" in done.out
    assert "shared the follow-up   24.7 % (23/93" in done.out
    assert "Fleiss kappa 0.443" in done.out


def test_timelines_of_two_readers_are_compared(command, tmp_path):
    for reader, mm in (("A", 40), ("B", 20)):
        text = json.dumps(timeline("P01", (50, mm), reader))
        (tmp_path / f"{reader}.json").write_text(text)
    done = command("agreement", tmp_path / "A.json", tmp_path / "B.json", "--json")
    assert done.exit_code == 0, done.err
    said = json.loads(done.out)
    assert said["causes"] == [{"what": "T1", "timepoint": "V1", "splits": 1}]


def test_one_reader_has_nobody_to_agree_with(command, tmp_path):
    (tmp_path / "A.json").write_text(json.dumps(timeline("P01", (50, 40), "A")))
    done = command("agreement", tmp_path / "A.json")
    assert done.exit_code == 3
    assert "two readers or more" in done.err
