"""The self-test exams are small, distinct, and their truth is arithmetic."""

import math
from pathlib import Path

import numpy as np
import pydicom
import pytest

from lesion_toolkit.phantoms.selftest_scenes import (
    SelftestScene,
    selftest_scenes,
    write_selftest_scene,
)

SCENES = {scene.name: scene for scene in selftest_scenes()}


@pytest.mark.parametrize(
    ("name", "whole_mm", "viable_mm"),
    [
        ("solid sphere", 40.0, 40.0),
        # tangent to where the dead column is still wider than 5 mm
        (
            "rim around central necrosis",
            60.0,
            2 * math.sqrt(30**2 - (19**2 - 2.5**2)),
        ),
        ("two viable islands", 72.0, 36.0),
    ],
)
def test_diameters_follow_from_the_construction(
    name: str, whole_mm: float, viable_mm: float
) -> None:
    truth = SCENES[name].truth
    assert truth.whole_diameter_mm == pytest.approx(whole_mm, abs=0.05)
    assert truth.viable_diameter_mm == pytest.approx(viable_mm, abs=0.05)


@pytest.mark.parametrize("scene", SCENES.values(), ids=list(SCENES))
def test_each_lesion_is_alive_where_it_is_clicked_and_covered_by_the_scan(
    scene: SelftestScene,
) -> None:
    point = np.reshape(scene.click_mm, (3, 1))
    inside = np.stack([shape.level(*point) < 1 for shape in scene.tumor.shapes])
    assert scene.tumor.is_viable(inside).all()
    for corner in scene.tumor.outline[0].bounds_mm:
        assert scene.exam.protocol.geometry.contains(corner)


def test_lipiodol_and_necrosis_shorten_the_viable_but_not_the_whole_diameter() -> None:
    for name in ("eccentric necrosis", "lipiodol beside living tumor"):
        truth = SCENES[name].truth
        assert truth.viable_diameter_mm < truth.whole_diameter_mm - 5


def test_a_scene_is_written_as_three_series(tmp_path: Path) -> None:
    files = write_selftest_scene(SCENES["solid sphere"], tmp_path)
    series = {
        pydicom.dcmread(f, stop_before_pixels=True).SeriesDescription for f in files
    }
    assert series == {
        "LIVER PRECONTRAST 2.5mm",
        "LIVER LATE ARTERIAL 2.5mm",
        "LIVER PORTAL VENOUS 2.5mm",
    }
