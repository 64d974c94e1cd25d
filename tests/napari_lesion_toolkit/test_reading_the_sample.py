"""A person reads the sample patient: real mouse and keys, kill -9, and back again."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("napari", reason='needs "lesion-toolkit[viewer]"')

SCRIPT = Path(__file__).parents[2] / "docs" / "images" / "read_sample_patient.py"


@pytest.mark.gui
def test_a_partial_response_survives_an_undo_and_a_kill(tmp_path):
    ended = subprocess.run(
        [sys.executable, str(SCRIPT), "--out", str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=500,
        check=False,
        env=os.environ,
    )
    assert ended.returncode == 0, ended.stderr
    said = dict(line.split(": ") for line in ended.stdout.splitlines() if ": " in line)
    clicked_mm, clicked = said["clicked"].split()
    assert clicked == "PR"
    assert said["dragged"].split()[1] == "SD"
    assert float(said["dragged"].split()[0]) > float(clicked_mm) + 20
    assert said["undone"] == said["reopened"] == said["clicked"]
    pictures = {p.name for p in tmp_path.glob("room-*.png")}
    assert {"room-dragged.png", "room-reopened.png"} <= pictures
