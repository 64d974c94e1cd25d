"""A cohort from the command line, on the sample case that ships."""

import csv
import json
from pathlib import Path

SAMPLE = Path(__file__).parents[2] / "sample_scans" / "two-visit"
VISITS = {"baseline": "2024-02-06", "follow-up": "2024-04-16"}
HEADER = "patient,timepoint,date,path,lesions,AFP"


def _cohort(folder: Path, *further: str) -> Path:
    rows = [
        f"P01,{label},{day},{SAMPLE / day},{SAMPLE / 'seeds' / day}.csv,133.6"
        for label, day in VISITS.items()
    ]
    path = folder / "cohort.csv"
    path.write_text("\n".join([HEADER, *rows, *further]) + "\n")
    return path


def _table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_cohort_is_measured_once_and_a_failing_exam_is_told(
    command, tmp_path: Path
) -> None:
    missing = "P02,baseline,2024-01-05,nowhere,none.csv,"
    cohort, out = _cohort(tmp_path, missing), tmp_path / "out"
    first = command("batch", cohort, "--out", out, "--json")
    assert first.exit_code == 1
    answer = json.loads(first.out)
    assert (answer["measured"], answer["reused"]) == (2, 0)
    (failure,) = answer["failures"]
    assert (failure["patient"], failure["row"]) == ("P02", 4)
    best = {
        criteria: outcome["best_overall_response"]
        for criteria, outcome in answer["outcomes"].items()
    }
    assert best == {
        "mrecist-2010": {"P01": "PR", "P02": "NE"},
        "recist-1.1": {"P01": "SD", "P02": "NE"},
    }
    rows = _table(out / "cohort.csv")
    assert (rows[0]["patient"], rows[0]["AFP"]) == ("P01", "133.6")
    assert len(_table(out / "failures.csv")) == 1

    again = command("batch", _cohort(tmp_path), "--out", out)
    assert again.exit_code == 0
    assert "0 exams measured, 2 kept from before, 0 failed" in again.out
    assert "mRECIST: objective response 100 % (1/1" in again.out


def test_problems_of_the_table_are_refused_before_anything_is_written(
    command, tmp_path: Path
) -> None:
    cohort = _cohort(tmp_path, "P02,baseline,05.01.2024,a,b.csv,")
    answer = command("batch", cohort, "--out", tmp_path / "out")
    assert answer.exit_code == 3
    assert "row 4: the date is not a day" in answer.err
    assert not (tmp_path / "out").exists()


def test_unknown_criteria_are_a_usage_error(command, tmp_path: Path) -> None:
    answer = command(
        "batch", _cohort(tmp_path), "--out", tmp_path / "out", "--criteria", "none"
    )
    assert answer.exit_code == 2
    assert not (tmp_path / "out").exists()
