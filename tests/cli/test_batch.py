"""A cohort from the command line, on the sample case that ships."""

import csv
import json
import shutil
import sys
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from lesion_toolkit import extensions
from lesion_toolkit.loaders.index import find_series

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


def _carried(folder: Path, later: Path, therapies: str) -> Path:
    """Clicks of the baseline alone; the follow-up says what was done in between."""
    seeds = SAMPLE / "seeds" / "2024-02-06.csv"
    earlier = SAMPLE / "2024-02-06"
    rows = (
        "patient,timepoint,date,path,lesions,therapies,drawn_at",
        f"P01,baseline,2024-02-06,{earlier},{seeds},,",
        f"P01,follow-up,2024-04-16,{later},{seeds},{therapies},{earlier}",
    )
    path = folder / "carried.csv"
    path.write_text("\n".join(rows) + "\n")
    return path


def test_lesions_of_an_earlier_visit_are_carried_with_what_was_done_to_them(
    command, tmp_path: Path
) -> None:
    later = SAMPLE / "2024-04-16"
    beads = "DEB-TACE=2024-02-20; SBRT=2024-04-02"
    cohort, out = _carried(tmp_path, later, beads), tmp_path / "out"
    done = command("batch", cohort, "--out", out, "--json")
    assert done.exit_code == 0, done.out
    timeline = json.loads((out / "timelines" / "P01.json").read_text("utf-8"))
    for lesion in timeline["lesions"]:
        assert [(t["kind"], t["date"]) for t in lesion["therapies"]] == [
            ("DEB-TACE", "2024-02-20"),
            ("SBRT", "2024-04-02"),
        ]
    expected = json.loads((SAMPLE / "expected.json").read_text("utf-8"))
    truth = expected["visits"][1]["lesions"]
    rows = timeline["timepoints"][1]["measurements"]
    assert [row["lesion"] for row in rows] == ["T1", "T2"]
    for row in rows:
        known = truth[row["lesion"]]["viable_diameter_mm"]
        assert abs(row["viable_diameter_mm"] - known) <= expected["tolerance_mm"]
        assert "proposed-outline" in {f["code"] for f in row["findings"]}
    said = command("assess", out / "timelines" / "P01.json").out
    assert "14 days after SBRT" in " ".join(said.split())


def test_after_ctace_a_carried_exam_without_precontrast_is_not_evaluable(
    command, tmp_path: Path
) -> None:
    later = tmp_path / "later"
    shutil.copytree(SAMPLE / "2024-04-16", later)
    for series in find_series(later).series:
        if "pre" in series.description.lower():
            shutil.rmtree(series.files[0].parent)
    out = tmp_path / "out"
    cohort = _carried(tmp_path, later, "cTACE=2024-02-20")
    header, _, follow_up = cohort.read_text().splitlines()
    cohort.write_text(f"{header}\n{follow_up}\n")
    assert command("batch", cohort, "--out", out).exit_code == 0
    timeline = json.loads((out / "timelines" / "P01.json").read_text("utf-8"))
    (timepoint,) = timeline["timepoints"]
    assert len(timepoint["measurements"]) == 2
    for row in timepoint["measurements"]:
        assert "cTACE" in row["reason"]


def test_settings_of_what_is_viable_are_those_of_measure_and_measure_anew(
    command, tmp_path: Path
) -> None:
    cohort, out = _cohort(tmp_path), tmp_path / "out"
    header, baseline, _ = cohort.read_text().splitlines()
    cohort.write_text(f"{header}\n{baseline}\n")
    asked = ("batch", cohort, "--out", out, "--json")
    strict = ("--viability", "enhancement_hu=60")
    plain = json.loads(command(*asked).out)
    assert (plain["measured"], plain["reused"]) == (1, 0)
    default = _table(out / "measurements.csv")
    told = json.loads(command(*asked, *strict).out)
    assert (told["measured"], told["reused"]) == (1, 0)
    by_60 = _table(out / "measurements.csv")
    alone = command(
        "measure",
        SAMPLE / "2024-02-06",
        "--lesions",
        SAMPLE / "seeds" / "2024-02-06.csv",
        *strict,
        "--json",
    )
    rows = json.loads(alone.out)["measurements"]
    of_batch = [float(row["viable_diameter_mm"]) for row in by_60]
    assert of_batch == [row["viable_diameter_mm"] for row in rows]
    assert of_batch != [float(row["viable_diameter_mm"]) for row in default]
    manifest = json.loads((out / "manifest.json").read_text("utf-8"))
    assert manifest["settings"]["viability"] == {"enhancement_hu": "60"}
    again = json.loads(command(*asked, *strict).out)
    assert (again["measured"], again["reused"]) == (0, 1)


def test_wrong_settings_and_unknown_segmenters_are_usage_errors(
    command, tmp_path: Path
) -> None:
    asked = ("batch", _cohort(tmp_path), "--out", tmp_path / "out")
    for words in (("--viability", "oil=viable"), ("--segmenter", "no-such")):
        assert command(*asked, *words).exit_code == 2
    assert not (tmp_path / "out").exists()


def test_a_segmenter_that_finds_lesions_needs_no_lesion_file(
    command, monkeypatch, tmp_path: Path
) -> None:
    """The program that the option names outlines a box around a known tumor."""
    point = EntryPoint(
        "command",
        "lesion_toolkit.command_segmenter:CommandSegmenter",
        extensions.SEGMENTERS,
    )
    monkeypatch.setattr(extensions, "entry_points", lambda group: [point])
    program = tmp_path / "model.py"
    program.write_text(
        "import sys, numpy, SimpleITK as sitk\n"
        "image = sitk.ReadImage(sys.argv[1])\n"
        "flags = numpy.zeros(image.GetSize()[::-1], numpy.uint8)\n"
        "place = (-81.5, -172.4, 911.8)\n"
        "i, j, k = image.TransformPhysicalPointToIndex(place)\n"
        "flags[k - 2 : k + 3, j - 5 : j + 6, i - 5 : i + 6] = 1\n"
        "mask = sitk.GetImageFromArray(flags)\n"
        "mask.CopyInformation(image)\n"
        "sitk.WriteImage(mask, sys.argv[2])\n"
    )
    cohort, out = tmp_path / "cohort.csv", tmp_path / "out"
    cohort.write_text(
        f"{HEADER}\nP01,baseline,2024-02-06,{SAMPLE / '2024-02-06'},,133.6\n"
    )
    assert command("batch", cohort, "--out", out).exit_code == 3
    name = f"command:{sys.executable} {program} {{image}} {{mask}}"
    done = command("batch", cohort, "--out", out, "--segmenter", name, "--json")
    assert done.exit_code == 0, done.out + done.err
    (row,) = _table(out / "measurements.csv")
    assert float(row["whole_diameter_mm"]) > 0


@pytest.mark.parametrize(
    ("inside", "said"), [((), "holds nothing"), (("a", "b"), "holds 2 empty folders")]
)
def test_what_an_empty_folder_holds_is_said(
    command, tmp_path: Path, inside, said
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    for name in inside:
        (empty / name).mkdir()
    cohort = tmp_path / "cohort.csv"
    cohort.write_text(f"{HEADER}\nP02,baseline,2024-01-05,empty,cohort.csv,\n")
    done = command("batch", cohort, "--out", tmp_path / "out", "--json")
    (failure,) = json.loads(done.out)["failures"]
    assert said in failure["what"]
    assert "image folder" in failure["what"]


def test_therapies_that_are_none_are_problems_of_their_row(
    command, tmp_path: Path
) -> None:
    cohort = _carried(tmp_path, SAMPLE / "2024-04-16", "TACE=2024-02-20")
    answer = command("batch", cohort, "--out", tmp_path / "out")
    assert answer.exit_code == 3
    assert "row 3: a therapy is not KIND=DATE" in answer.err
