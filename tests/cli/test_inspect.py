"""``inspect`` and ``phases`` answer for every file and never guess."""

import csv
import io
import json
import subprocess
import sys
import warnings

import numpy as np
import pydicom
import pytest
import typer
from pydicom.data import get_testdata_file
from pydicom.encaps import encapsulate, generate_frames
from pydicom.uid import RLELossless
from typer.testing import CliRunner

from lesion_toolkit.cli import inspect as inspect_command
from lesion_toolkit.cli import phases as phases_command
from lesion_toolkit.errors import InputRefused


@pytest.fixture
def run():
    app = typer.Typer()
    inspect_command.register(app)
    phases_command.register(app)
    return lambda *words: CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture
def exam(tmp_path):
    folder = tmp_path / "exam"
    folder.mkdir()
    found = pydicom.dcmread(get_testdata_file("CT_small.dcm"))
    found.SeriesDescription = "LIVER 3 PHASE (AP)"
    for phase in (1, 2):
        for n in range(4):
            found.SOPInstanceUID = f"1.2.{phase}.{n}"
            found.file_meta.MediaStorageSOPInstanceUID = found.SOPInstanceUID
            found.AcquisitionNumber = phase
            found.ImagePositionPatient = [0, 0, 5 * n]
            found.save_as(folder / f"{phase}{n}")
    (folder / "notes.txt").write_text("x")
    return folder


def test_lists_each_volume_then_accounts_for_each_file(run, exam):
    answer = run("inspect", exam)
    assert answer.exit_code == 0, answer.output
    assert answer.output.count("LIVER 3 PHASE (AP)  ->  unknown") == 2
    assert "[AcquisitionNumber 2]" in answer.output
    assert "9 files: 8 used" in answer.output
    assert "1 set aside: not DICOM" in answer.output


def test_one_file_is_one_file(run, exam):
    for path in sorted(exam.iterdir())[1:]:
        path.unlink()
    answer = run("inspect", exam)
    assert "1 file: 0 used\n" in answer.output
    assert isinstance(answer.exception, InputRefused)
    assert answer.exception.found.startswith("1 file, ")


def test_nothing_a_terminal_would_obey_is_printed(run, exam):
    for path in exam.iterdir():
        if path.suffix != ".txt":
            found = pydicom.dcmread(path)
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                found.ImageType = ["ORIGINAL", "PRIMARY", f"A\x1b[{path.name[0]}J"]
                found.SeriesDescription = "ART\x1b]0;owned\x07\x9b2J\r"
                found.save_as(path)
    for option in ((), ("--json",)):
        output = run("inspect", exam, *option).output
        assert "ART" in output
        assert all(c.isprintable() or c == "\n" for c in output)


def test_json_counts_add_up_and_names_no_patient(run, exam):
    answer = run("inspect", exam, "--json")
    found = json.loads(answer.stdout)
    assert found["files"] == len(found["account"]) == 9
    assert found["files_used"] + found["files_set_aside"] == found["files"]
    assert [v["slices"] for v in found["volumes"]] == [4, 4]
    assert np.allclose(found["volumes"][0]["spacing_mm"][0], 5)
    patient = pydicom.dcmread(get_testdata_file("CT_small.dcm"))
    assert str(patient.PatientName) not in answer.output
    assert str(patient.PatientID) not in answer.output


def test_arterial_phase_of_the_exam_is_graded(run, exam):
    assert "arterial phase of this exam: absent" in run("inspect", exam).output
    found = json.loads(run("inspect", exam, "--json").stdout)
    assert found["arterial_phases"] == ["absent"]
    assert "no-arterial-phase" in {finding["code"] for finding in found["findings"]}


def test_the_reader_may_name_the_phase_of_a_series(run, exam):
    listed = json.loads(run("inspect", exam, "--json").stdout)
    second = listed["volumes"][1]["series"]
    told = run("inspect", exam, "--json", "--phase", f"late arterial={second}")
    found = json.loads(told.stdout)
    assert [v["phase"] for v in found["volumes"]] == ["unknown", "late arterial"]
    assert found["volumes"][1]["reasons"] == ["named by the reader"]
    assert found["arterial_phases"] == ["adequate"]


@pytest.mark.parametrize("override", ["late arterial=1.2.3", "arterialish=1.2.3"])
def test_an_override_that_names_nothing_is_refused(run, exam, override):
    answer = run("inspect", exam, "--phase", override)
    assert isinstance(answer.exception, InputRefused)


def test_folder_without_volumes_still_gets_its_account(run, tmp_path):
    (tmp_path / "notes.txt").write_text("x")
    answer = run("inspect", tmp_path)
    assert isinstance(answer.exception, InputRefused)
    assert "1 set aside: not DICOM" in answer.output


def test_empty_folder_ends_with_exit_code_3(tmp_path):
    command = "from lesion_toolkit.cli.app import run; run()"
    done = subprocess.run(
        [sys.executable, "-c", command, "inspect", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 3
    assert done.stderr.startswith("Refused.")
    assert done.stdout == ""


def test_table_of_words_gets_a_phase_a_row(run, tmp_path):
    table = tmp_path / "words.csv"
    table.write_text('modality,series_description\nCT,"ART, 3mm"\nMR,DWI\n')
    rows = list(csv.DictReader(io.StringIO(run("phases", "--words", table).output)))
    assert [row["phase"] for row in rows] == ["arterial", "non-dynamic"]
    assert rows[0]["series_description"] == "ART, 3mm"
    answers = json.loads(run("phases", "--words", table, "--json").stdout)
    assert [a["phase"] for a in answers] == ["arterial", "non-dynamic"]


@pytest.mark.parametrize("option", [(), ("--json",)])
def test_table_is_answered_without_what_a_terminal_would_obey(run, tmp_path, option):
    table = tmp_path / "words.csv"
    table.write_text('modality,series_description\nCT,"ART\x1b[2J\x9b"\n', "utf-8")
    output = run("phases", "--words", table, *option).output
    assert "ART" in output
    assert all(c.isprintable() or c in "\r\n" for c in output)


def test_table_without_its_columns_is_refused(run, tmp_path):
    table = tmp_path / "words.csv"
    table.write_text("modality\nCT\n")
    answer = run("phases", "--words", table)
    assert isinstance(answer.exception, InputRefused)
    assert "series_description" in str(answer.exception)


@pytest.fixture
def damaged(exam):
    """Both volumes are found, but the pixels of the second cannot be decoded."""
    for path in exam.glob("2*"):
        found = pydicom.dcmread(path)
        found.compress(RLELossless, generate_instance_uid=False)
        code = bytearray(next(generate_frames(found.PixelData, number_of_frames=1)))
        found.PixelData = encapsulate([bytes(code[: len(code) // 2])])
        found.save_as(path)
    return exam


def test_volume_that_cannot_be_read_is_listed_with_the_reason(run, damaged):
    answer = run("inspect", damaged)
    assert answer.exit_code == 0, answer.output
    assert "->  not readable  0x128x128" in answer.output
    assert "refused: Found: Pixels of at least one of 4 slices" in answer.output
    assert "9 files: 8 used" in answer.output
    rows = json.loads(run("inspect", damaged, "--json").stdout)["volumes"]
    assert [bool(row["refused"]) for row in rows] == [False, True]


def test_exam_without_a_readable_volume_still_gets_its_account(run, damaged):
    for path in damaged.glob("1*"):
        path.unlink()
    for option in ((), ("--json",)):
        answer = run("inspect", damaged, *option)
        assert isinstance(answer.exception, InputRefused)
        assert "not DICOM" in answer.output
        assert "Pixels of at least one of 4 slices are cut or damaged" in answer.output


def test_volumes_come_first_then_findings_then_the_account(run, exam):
    (exam / "13").unlink()
    (exam / "12").unlink()
    output = run("inspect", exam).output
    parts = ("->  unknown", "arterial phase of this exam", "7 files: 6 used")
    at = [output.index(part) for part in parts]
    assert at == sorted(at)
