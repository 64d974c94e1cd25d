import csv
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet
import pytest

import lesion_toolkit
from lesion_toolkit.cohort.batch import Batch, run_batch
from lesion_toolkit.cohort.columns import columns_of
from lesion_toolkit.errors import InputRefused, UsageRefused
from lesion_toolkit.export.tables import ASSESSMENT_COLUMNS, MEASUREMENT_COLUMNS
from lesion_toolkit.loaders.timelines import read_timeline
from lesion_toolkit.model.response import Response

Run = Callable[..., Batch]
MakeCohort = Callable[[dict[str, list[str]]], Path]

HEADER = "patient,timepoint,date,path,lesions,treatment_line,afp_ng_ml"
DATES = ("2023-04-18", "2023-06-14", "2023-08-09")


@pytest.fixture
def make_cohort(tmp_path: Path) -> MakeCohort:
    """Write exams whose lesion files tell the stand-in what to do."""

    def build(patients: dict[str, list[str]]) -> Path:
        lines = [HEADER]
        for patient, exams in patients.items():
            for n, instruction in enumerate(exams):
                folder = tmp_path / "images" / patient / str(n)
                folder.mkdir(parents=True, exist_ok=True)
                (folder / "1.dcm").write_text("pixels")
                lesions = tmp_path / f"{patient}-{n}.csv"
                lesions.write_text(instruction)
                place = folder.relative_to(tmp_path)
                row = f"{patient},visit {n},{DATES[n]},{place},{lesions.name}"
                lines.append(f"{row},sorafenib,{n}")
        path = tmp_path / "cohort.csv"
        path.write_text("\n".join(lines) + "\n")
        return path

    return build


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a cohort with the stand-in."""
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    task = __import__("exam_tasks").measure

    def go(cohort: Path, jobs: int = 1, **options: object) -> Batch:
        return run_batch(cohort, tmp_path / "out", jobs, task=task, **options)  # type: ignore[arg-type]

    return go


def _table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_cohort_becomes_timelines_tables_and_outcomes(
    run: Run, make_cohort: MakeCohort, tmp_path: Path
) -> None:
    cohort = make_cohort({"A": ["50 60", "30 59"], "B": ["40 45", "55 60"]})
    batch = run(cohort, jobs=2)
    out = tmp_path / "out"
    assert (batch.measured, batch.reused, batch.failures) == (4, 0, ())
    assert batch.cohorts[0].best_responses == {"A": Response.PR, "B": Response.PD}
    rows = _table(out / "cohort.csv")
    assert [row["patient"] for row in rows] == ["A", "B"]
    assert rows[0]["mrecist_2010_best_response"] == "PR"
    assert rows[0]["recist_1_1_best_response"] == "SD"
    assert rows[1]["mrecist_2010_progression_date"] == "2023-06-14"
    assert rows[0]["afp_ng_ml"] == "0"
    assert len(_table(out / "measurements.csv")) == 4
    assert len(_table(out / "assessments.csv")) == 8
    assert _table(out / "failures.csv") == []
    timeline = read_timeline(out / "timelines" / "A.json")
    assert [t.label for t in timeline.timepoints] == ["visit 0", "visit 1"]
    assert timeline.treatment_lines[0].name == "sorafenib"


def test_a_failing_exam_is_a_row_and_never_ends_the_run(
    run: Run, make_cohort: MakeCohort, tmp_path: Path
) -> None:
    batch = run(make_cohort({"A": ["50 60", "refuse"], "B": ["40 45", "30 44"]}))
    assert batch.measured == 3
    (row,) = _table(tmp_path / "out" / "failures.csv")
    assert (row["patient"], row["timepoint"], row["row"]) == ("A", "visit 1", "3")
    assert (row["what"], row["how_to_retry"]) == ("no arterial phase.", "scan again.")
    assert batch.cohorts[0].best_responses["B"] is Response.SD


def test_a_failed_baseline_never_makes_the_next_visit_the_baseline(
    run: Run, make_cohort: MakeCohort
) -> None:
    batch = run(make_cohort({"A": ["refuse", "50 60", "30 59"]}))
    answers = batch.cohorts[0].courses[0].assessments
    assert [a.overall for a in answers] == [None, Response.NE, Response.NE]
    assert batch.cohorts[0].best_responses == {"A": Response.NE}


def test_an_unforeseen_fault_names_its_class_and_no_person(
    run: Run, make_cohort: MakeCohort, tmp_path: Path
) -> None:
    run(make_cohort({"A": ["50 60", "crash"]}))
    (row,) = _table(tmp_path / "out" / "failures.csv")
    assert "RuntimeError in exam_tasks.py, line" in row["what"]
    for file in (tmp_path / "out").rglob("*"):
        assert "DOE" not in file.name
        assert not file.is_file() or b"DOE" not in file.read_bytes()


def test_a_second_run_does_only_what_is_missing(
    run: Run, make_cohort: MakeCohort, tmp_path: Path
) -> None:
    cohort = make_cohort({"A": ["50 60", "refuse"]})
    assert run(cohort).measured == 1
    (tmp_path / "A-1.csv").write_text("30 59")
    again = run(cohort)
    assert (again.measured, again.reused, again.failures) == (1, 1, ())
    assert again.cohorts[0].best_responses == {"A": Response.PR}
    third = run(cohort)
    assert (third.measured, third.reused) == (0, 2)


def test_a_damaged_result_is_measured_again(
    run: Run, make_cohort: MakeCohort, tmp_path: Path
) -> None:
    cohort = make_cohort({"A": ["50 60", "30 59"]})
    run(cohort)
    damaged = sorted((tmp_path / "out" / "exams").iterdir())[0]
    damaged.write_text(damaged.read_text()[:100])
    again = run(cohort)
    assert (again.measured, again.reused) == (1, 1)


def test_a_changed_image_or_version_is_measured_again(
    run: Run,
    make_cohort: MakeCohort,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cohort = make_cohort({"A": ["50 60", "30 59"]})
    run(cohort)
    (tmp_path / "images" / "A" / "1" / "1.dcm").write_text("other pixels")
    again = run(cohort)
    assert (again.measured, again.reused) == (1, 1)
    monkeypatch.setattr(lesion_toolkit, "__version__", "99")
    assert run(cohort).measured == 2


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_an_exam_that_was_killed_beside_another_has_its_own_try_left(
    run: Run, make_cohort: MakeCohort
) -> None:
    """The first of its two deaths could have been the fault of its neighbor."""
    assert run(make_cohort({"A": ["die-twice 50 60", "30 59"]}), jobs=2).measured == 2


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_a_killed_process_costs_one_exam_after_one_more_try(
    run: Run, make_cohort: MakeCohort, tmp_path: Path
) -> None:
    cohort = make_cohort(
        {"A": ["50 60", "die"], "B": ["40 45", "die-once 30 44"], "C": ["9 9", "9 9"]}
    )
    batch = run(cohort, jobs=2)
    assert batch.measured == 5
    (row,) = _table(tmp_path / "out" / "failures.csv")
    assert (row["patient"], row["timepoint"]) == ("A", "visit 1")
    assert "memory" in row["why"]


def test_images_that_are_not_there_fail_their_exam_only(
    run: Run, make_cohort: MakeCohort, tmp_path: Path
) -> None:
    cohort = make_cohort({"A": ["50 60", "30 59"]})
    cohort.write_text(cohort.read_text() + f"A,visit 2,{DATES[2]},nowhere,A-0.csv,,\n")
    batch = run(cohort)
    assert batch.measured == 2
    (row,) = _table(tmp_path / "out" / "failures.csv")
    assert row["what"] == "no image folder where the row points to."
    answers = batch.cohorts[0].courses[0].assessments
    assert [a.overall for a in answers] == [None, Response.PR, Response.NE]


def test_a_lesion_described_in_two_ways_leaves_its_patient_not_evaluable(
    run: Run, make_cohort: MakeCohort
) -> None:
    cohort = make_cohort({"A": ["50 60", "30 59"], "B": ["40 45", "30 44"]})
    header, *rows = cohort.read_text().splitlines()
    roles = ["target", "non-target", "", ""]
    lines = [f"{header},role", *(f"{r},{x}" for r, x in zip(rows, roles, strict=True))]
    cohort.write_text("\n".join(lines))
    batch = run(cohort)
    assert "rows 2 and 3 describe differently" in batch.failures[0].what
    assert batch.cohorts[0].best_responses == {"A": Response.NE, "B": Response.SD}
    assert batch.cohorts[0].objective_response.n == 2


def test_the_manifest_tells_versions_settings_counts_and_timings(
    run: Run, make_cohort: MakeCohort, tmp_path: Path
) -> None:
    run(make_cohort({"A": ["50 60", "refuse"]}), criteria=["recist-1.1"])
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text())
    assert manifest["versions"]["lesion-toolkit"] == lesion_toolkit.__version__
    assert manifest["settings"] == {"criteria": ["recist-1.1"], "jobs": 1}
    assert manifest["counts"] == {
        "patients": 1,
        "measured": 1,
        "reused": 0,
        "failed": 1,
    }
    assert manifest["timings"]["seconds"] > 0


def test_progress_counts_up_to_the_exams_to_do(
    run: Run, make_cohort: MakeCohort
) -> None:
    steps: list[tuple[int, int]] = []
    run(
        make_cohort({"A": ["50 60", "refuse"]}),
        progress=lambda done, total: steps.append((done, total)),
    )
    assert steps == [(0, 2), (1, 2), (2, 2)]


def test_unknown_criteria_are_refused_before_anything_is_measured(
    run: Run, make_cohort: MakeCohort, tmp_path: Path
) -> None:
    with pytest.raises(UsageRefused):
        run(make_cohort({"A": ["50 60"]}), criteria=["no-such-criteria"])
    assert not (tmp_path / "out").exists()


def test_a_file_in_the_place_of_the_folder_is_refused(
    run: Run, make_cohort: MakeCohort, tmp_path: Path
) -> None:
    (tmp_path / "out").write_text("")
    with pytest.raises(InputRefused, match="cannot be written to"):
        run(make_cohort({"A": ["50 60"]}))


@pytest.mark.parametrize("named", ["command:touch ran {image} {mask}", "click"])
def test_a_cohort_file_names_no_segmenter_and_so_runs_no_command(
    make_cohort: MakeCohort, run: Run, named: str, tmp_path: Path
) -> None:
    cohort = make_cohort({"P01": ["measured 30"]})
    cohort.write_text(cohort.read_text().replace("P01-0.csv", named))
    (failure,) = run(cohort).failures
    assert failure.row == 2
    assert "lesion file" in failure.what
    assert not list(tmp_path.rglob("ran"))


def test_every_table_is_written_twice_and_explained(
    run: Run, make_cohort: MakeCohort, tmp_path: Path
) -> None:
    run(make_cohort({"A": ["50 60", "30 59"], "B": ["40 45", "refuse"]}))
    out = tmp_path / "out"
    dictionary = _table(out / "data_dictionary.csv")
    names = ("cohort", "exams", "lesions", "measurements", "assessments", "findings")
    assert {row["table"] for row in dictionary} == set(names)
    for name in names:
        rows = _table(out / f"{name}.csv")
        explained = [row["column"] for row in dictionary if row["table"] == name]
        parquet = pyarrow.parquet.read_table(out / f"{name}.parquet")
        assert parquet.column_names == explained
        assert parquet.num_rows == len(rows) > 0
        assert list(rows[0]) == explained
    measured = pyarrow.parquet.read_table(out / "measurements.parquet").to_pylist()
    assert measured[0]["viable_diameter_mm"] == 50.0
    assert measured[-1]["viable_diameter_mm"] is None  # missing, never zero
    states = [row["state"] for row in _table(out / "exams.csv")]
    assert states == ["measured", "measured", "measured", "failed"]


def test_columns_are_those_of_a_single_course() -> None:
    for name, columns in (
        ("measurements", MEASUREMENT_COLUMNS),
        ("assessments", ASSESSMENT_COLUMNS),
    ):
        assert tuple(column.name for column in columns_of(name)) == columns


def test_each_patient_and_the_cohort_have_a_report(
    run: Run, make_cohort: MakeCohort, tmp_path: Path
) -> None:
    run(make_cohort({"A": ["50 60", "30 59"], "B": ["40 45", "30 44"]}))
    out = tmp_path / "out"
    assert {file.name for file in (out / "reports").iterdir()} == {"A.html", "B.html"}
    assert "baseline 50.0 mm" in (out / "reports" / "A.html").read_text()
    page = (out / "report.html").read_text()
    assert "baseline 50.0 mm" in page
    assert "baseline 40.0 mm" in page
