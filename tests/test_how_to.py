"""What the pages tell a reader to type runs as it stands, and does what they say."""

import csv
import datetime
import json
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pydicom
import pytest
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import ExplicitVRLittleEndian, RTStructureSetStorage

from lesion_toolkit.phantoms.samples import sample_path
from lesion_toolkit.phantoms.selftest_scenes import (
    selftest_scenes,
    write_selftest_scene,
)

DOCS = Path(__file__).parents[1] / "docs"


def blocks(page: str, word: str = "") -> list[str]:
    """Fenced blocks of a page that are of one language, in order."""
    text = (DOCS / page).read_text("utf-8")
    return re.findall(rf"^```{word}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def commands(page: str) -> list[list[str]]:
    """Words after ``lesion-toolkit`` of every command line of a page, in order."""
    text = (DOCS / page).read_text("utf-8")
    lines = re.findall(r"^(?:    |\$ )?lesion-toolkit (.+)$", text, re.MULTILINE)
    return [shlex.split(line) for line in lines]


def scripted(page: str) -> dict[str, object]:
    """Run the Python of a page as one script; give the names it leaves."""
    left: dict[str, object] = {}
    for number, block in enumerate(blocks(page, "python"), 1):
        exec(compile(block, f"{page}, block {number}", "exec"), left)
    return left


@pytest.fixture
def here(tmp_path: Path, monkeypatch) -> Path:
    """Work in an empty folder, as the reader of a page does."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def exam_at(folder: Path, day: str, click_mm: tuple[float, float, float]) -> None:
    """Write a computed exam of that day whose only lesion lies at the click."""
    scene = selftest_scenes()[1]
    table_mm = tuple(
        float(a - b) for a, b in zip(click_mm, scene.click_mm, strict=True)
    )
    date = datetime.date.fromisoformat(day)
    exam = replace(scene.exam, date=date, table_mm=table_mm)
    write_selftest_scene(replace(scene, exam=exam), folder)


def test_the_page_on_follow_up(here: Path, command, capsys) -> None:
    case = sample_path("two-visit")
    (here / "visit-1").symlink_to(case / "2024-02-06")
    (here / "visit-2").symlink_to(case / "2024-04-16")
    shutil.copy(case / "seeds" / "2024-02-06.csv", here / "visit-1.csv")
    (asked,) = commands("how-to/follow-up.md")
    assert command(*asked).exit_code == 0
    left = scripted("how-to/follow-up.md")
    printed = capsys.readouterr().out
    assert "T1 same ('A',)" in printed
    assert "B new ('B',)" in printed
    assert left["agreed"].standing == "confirmed"
    assert len(left["liver"].places_mm) >= 3
    assert left["muscle"].tissue == "muscle"
    assert left["moved"].places_mm == ((-60.0, -150.0, 420.0),)


def test_the_page_on_the_first_ten_minutes(here: Path, command, capsys) -> None:
    days = ("2023-04-18", "2023-06-14")
    plain = blocks("start.md")
    (seeds,) = [block for block in plain if block.startswith("lesion,")]
    (row,) = csv.DictReader(seeds.splitlines())
    click_mm = tuple(float(row[f"{axis}_mm"]) for axis in "xyz")
    for day in days:
        exam_at(here / "patient" / day, day, click_mm)
    (here / "seeds.csv").write_text(seeds)
    (typed,) = [block for block in plain if "cat patient.json" in block]
    (here / "patient.json").write_text(typed[typed.index("{") : typed.rindex("$")])
    asked = {words[0]: command(*words) for words in commands("start.md")}
    assert set(asked) == {"assess", "inspect", "measure"}
    assert {done.exit_code for done in asked.values()} == {0}
    left = scripted("start.md")
    assert [a.date.isoformat() for a in left["course"].assessments] == list(days)
    assert left["course"].assessments[1].overall == "SD"
    assert (here / "report.html").stat().st_size > 10_000
    assert "exam-incomplete" in capsys.readouterr().out


def _contour_file(path: Path, at_mm: tuple[float, float, float]) -> None:
    """Write one circle of 16 mm as a DICOM structure set without a frame."""
    angle = np.linspace(0, 2 * np.pi, 100, endpoint=False)
    x, y, z = at_mm
    points = np.stack(
        [x + 8 * np.cos(angle), y + 8 * np.sin(angle), np.full(100, z)], axis=1
    )
    contour, structure, drawn, found = Dataset(), Dataset(), Dataset(), Dataset()
    contour.ContourGeometricType = "CLOSED_PLANAR"
    contour.NumberOfContourPoints = 100
    contour.ContourData = [f"{value:.6g}" for value in points.ravel()]
    structure.ROINumber, structure.ROIName = 1, "T1"
    drawn.ReferencedROINumber, drawn.ContourSequence = 1, [contour]
    found.SOPClassUID, found.SOPInstanceUID = RTStructureSetStorage, "1.2.3.4"
    found.Modality = "RTSTRUCT"
    found.StructureSetROISequence, found.ROIContourSequence = [structure], [drawn]
    found.file_meta = FileMetaDataset()
    found.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    pydicom.dcmwrite(path, found, enforce_file_format=True)


@pytest.mark.filterwarnings("ignore:::distributed")
def test_the_page_on_cohorts(here: Path, command) -> None:
    """The cohort file of the page, with computed patients in the folders it names."""
    (table,) = [b for b in blocks("how-to/batch.md") if b.startswith("patient,")]
    (here / "cohort.csv").write_text(table)
    at_mm = (-98.5, -23.6, -120.0)
    rows = list(csv.DictReader(table.splitlines()))
    for row in rows:
        exam_at(here / row["path"], row["date"], at_mm)
        if row["lesions"].endswith(".csv"):
            x, y, z = at_mm
            seeds = f"lesion,x_mm,y_mm,z_mm\nT1,{x},{y},{z}\n"
            (here / row["lesions"]).write_text(seeds)
        else:
            _contour_file(here / row["lesions"], at_mm)
    asked = commands("how-to/batch.md")
    here_alone, on_a_cluster = asked
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=1, threads_per_worker=1, dashboard_address=None
    ) as cluster:
        done = command(*on_a_cluster[:-1], cluster.scheduler_address)
        assert done.exit_code == 0, done.err
    manifest = json.loads((here / "results" / "manifest.json").read_text())
    assert manifest["counts"]["measured"] == len(rows)
    assert (here / "results" / "reports" / "P01.html").stat().st_size > 10_000
    done = command(*here_alone)
    assert done.exit_code == 0, done.err
    (script,) = blocks("how-to/batch.md", "python")
    (here / "run.py").write_text(script)
    ran = subprocess.run(
        [sys.executable, "run.py"], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.startswith("mrecist-2010 ")
    manifest = json.loads((here / "results" / "manifest.json").read_text())
    assert manifest["counts"]["reused"] == len(rows)  # the same run, given again


def test_the_page_on_outcomes_and_readers(here: Path, command) -> None:
    """The demo's folder as it would be, from sums; the readings of the page."""
    sums = {"case-1": (128, 80), "case-2": (21, 29), "case-3": (25, 26)}
    for patient, visits in sums.items():
        folder = here / "demo-output" / "patients" / patient
        folder.mkdir(parents=True)
        timepoints = [
            {
                "label": label,
                "date": day,
                "measurements": [
                    {"lesion": "T1", "viable_diameter_mm": mm, "whole_diameter_mm": 130}
                ],
            }
            for label, day, mm in zip(
                ("baseline", "follow-up"),
                ("2023-04-18", "2023-07-04"),
                visits,
                strict=True,
            )
        ]
        content = {
            "schema": "lesion-toolkit/timeline/1",
            "patient": patient,
            "lesions": [{"id": "T1"}],
            "timepoints": timepoints,
        }
        (folder / "timeline.json").write_text(json.dumps(content))
    clinical = "patient,bclc\ncase-1,C\ncase-2,B\ncase-3,B\n"
    (here / "demo-output" / "cohort.csv").write_text(clinical)
    (readings,) = [
        b for b in blocks("how-to/cohort.md") if b.startswith("patient,reader")
    ]
    (here / "readings.csv").write_text(readings)
    asked = commands("how-to/cohort.md")
    assert [words[0] for words in asked] == ["outcomes", "agreement"]
    for words in asked:
        done = command(*words)
        assert done.exit_code == 0, done.err
    with (here / "agreement" / "adjudication.csv").open(newline="") as file:
        splits = list(csv.DictReader(file))
    assert (len(splits), splits[0]["majority"]) == (50, "none")
    said = json.loads((here / "agreement" / "agreement.json").read_text())
    assert said["split_patients"]["follow_up"]["count"] == 23
    left = scripted("how-to/cohort.md")
    assert left["outcomes"].objective_response().count == 1
    (split,) = left["readers"].splits
    assert [(c.what, c.timepoint) for c in split.causes] == [("T1", "week 8")]
    for page, folder in (("waterfall", "figures"), ("bland_altman", "agreement")):
        for ending in ("svg", "png", "csv"):
            assert (here / folder / f"{page}.{ending}").is_file()
