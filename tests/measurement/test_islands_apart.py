"""Two foci 5 mm apart are two, whatever the grid, the noise and the direction."""

import numpy as np
import pytest
from scipy import ndimage

from lesion_toolkit.measurement.lesion import measure_lesion
from lesion_toolkit.measurement.viability import viability
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.phase import Phase, PhaseSet
from lesion_toolkit.model.volume import Mask, Tissue, Volume

FIRST_MM, SECOND_MM = 20.0, 16.0
SUBVOXELS = (np.arange(3) + 0.5) / 3 - 0.5
SCALE = {"CT": 1.0, "MR": 4.0}


def foci(spacing, modality, gap_mm, angle, noise) -> tuple[PhaseSet, Mask]:
    """Two living balls in a dead ellipsoid, voxels at their edges in part."""
    counts = [int(np.ceil(mm / s)) for mm, s in zip((46, 62, 84), spacing, strict=True)]
    origin = [-(n - 1) / 2 * s for n, s in zip(counts, spacing, strict=True)][::-1]
    grid = Geometry.from_axes(counts, origin_mm=origin, spacing_mm=spacing)
    index = np.moveaxis(np.indices(counts), 0, -1).astype(float)
    along = np.array([np.cos(angle), np.sin(angle), 0])
    centers = (
        -along * (FIRST_MM + gap_mm) / 2,
        along * (SECOND_MM + gap_mm) / 2,
    )
    alive, lesion = np.zeros(counts), np.zeros(counts)
    for offset in np.stack(np.meshgrid(*[SUBVOXELS] * 3), -1).reshape(-1, 3):
        place = grid.index_to_mm(index + offset)
        radii = [np.linalg.norm(place - center, axis=-1) for center in centers]
        alive += (radii[0] < FIRST_MM / 2) | (radii[1] < SECOND_MM / 2)
        lesion += ((place / [35, 26, 19]) ** 2).sum(axis=-1) < 1
    alive, lesion = alive / 27, lesion / 27
    dice = np.random.default_rng([round(10 * angle), round(10 * gap_mm)])
    volumes = {}
    for phase, liver, dead, living in (
        (Phase.PRECONTRAST, 55, 30, 45),
        (Phase.LATE_ARTERIAL, 75, 30, 120),
    ):
        values = liver + (dead - liver) * lesion + (living - dead) * alive
        values = (values + dice.normal(0, noise, values.shape)) * SCALE[modality]
        volumes[phase] = Volume(values.astype(np.int16), grid, modality)
    return PhaseSet(volumes), Mask(lesion > 0.5, grid)


@pytest.mark.parametrize("modality", ["CT", "MR"])
@pytest.mark.parametrize("spacing", [(2.5, 0.7, 0.7), (3.0, 1.0, 1.0)])
@pytest.mark.parametrize(("angle", "noise"), [(0.0, 3.0), (0.6, 7.0), (1.4, 5.0)])
def test_two_foci_five_millimeters_apart_stay_two(spacing, modality, angle, noise):
    phases, lesion = foci(spacing, modality, 5.0, angle, noise)
    islands = viability(phases, lesion).array == Tissue.VIABLE
    assert ndimage.label(islands)[1] == 2
    found = measure_lesion("T1", phases, lesion)
    assert float(found.viable_diameter_mm) == pytest.approx(FIRST_MM, abs=1.0)
    both = FIRST_MM + SECOND_MM
    assert float(found.viable_islands_sum_mm) == pytest.approx(both, abs=2.0)


@pytest.mark.parametrize("modality", ["CT", "MR"])
def test_two_foci_three_millimeters_apart_are_one_for_a_caliper(modality):
    phases, lesion = foci((2.5, 0.7, 0.7), modality, 3.0, 0.3, 3.0)
    found = measure_lesion("T1", phases, lesion)
    both = FIRST_MM + 3.0 + SECOND_MM
    assert float(found.viable_diameter_mm) == pytest.approx(both, abs=1.0)
