"""The report from the command line."""

import json
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parents[2] / "sample_scans" / "two-visit" / "2024-04-16"
"""One visit, with its clicks in the folder of seeds beside it."""


@pytest.fixture
def timeline(tmp_path: Path) -> Path:
    """Write a patient whose viable tumor shrinks inside an unchanged outline."""
    sizes = [("baseline", "2023-04-18", 52.3, 68.0), ("week 8", "2023-06-14", 35.0, 66)]
    content = {
        "schema": "lesion-toolkit/timeline/1",
        "patient": "P01",
        "lesions": [{"id": "T1"}],
        "timepoints": [
            {
                "label": label,
                "date": date,
                "measurements": [
                    {
                        "lesion": "T1",
                        "viable_diameter_mm": viable,
                        "whole_diameter_mm": whole,
                    }
                ],
            }
            for label, date, viable, whole in sizes
        ],
    }
    path = tmp_path / "timeline.json"
    path.write_text(json.dumps(content))
    return path


def test_a_timeline_becomes_a_page_that_compares_criteria(
    command, timeline: Path, tmp_path: Path
) -> None:
    out = tmp_path / "r.html"
    answer = command("report", timeline, "--out", out, "--compare", "recist-1.1")
    assert answer.exit_code == 0
    assert answer.out.strip() == str(out)
    text = out.read_text("utf-8")
    assert "mRECIST and RECIST 1.1 part at week 8" in text
    assert "−33.1 % from baseline" in text


def test_a_missing_timeline_is_refused(command, tmp_path: Path) -> None:
    answer = command("report", tmp_path / "absent.json", "--out", tmp_path / "r.html")
    assert answer.exit_code == 3
    assert not (tmp_path / "r.html").exists()


def test_unknown_criteria_are_a_usage_error(
    command, timeline: Path, tmp_path: Path
) -> None:
    out = tmp_path / "r.html"
    answer = command("report", timeline, "--out", out, "--criteria", "none")
    assert answer.exit_code == 2
    assert not out.exists()


def test_neither_report_nor_figure_is_a_usage_error(command, timeline: Path) -> None:
    answer = command("report", timeline)
    assert answer.exit_code == 2
    assert "--figure" in answer.err


def test_a_timeline_alone_has_no_figure(
    command, timeline: Path, tmp_path: Path
) -> None:
    answer = command("report", timeline, "--figure", tmp_path / "f.svg")
    assert answer.exit_code == 3
    assert "a patient's folder with images" in answer.err
    assert not (tmp_path / "f.svg").exists()


def test_a_patients_folder_becomes_a_report_and_a_figure(
    command, tmp_path: Path
) -> None:
    files = tmp_path / "r.html", tmp_path / "f.svg"
    answer = command("report", SAMPLE, "--out", files[0], "--figure", files[1])
    assert answer.out.split() == [str(file) for file in files]
    assert '<svg class="key-image"' in files[0].read_text("utf-8")
    assert "slices of its caliper" in files[1].read_text("utf-8")
