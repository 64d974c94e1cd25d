"""A wedge that only fills early is no tumor; a round tumor without washout is one."""

import numpy as np
import pytest

from lesion_toolkit.measurement.viability import viability
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.phase import Phase, PhaseSet
from lesion_toolkit.model.volume import Mask, Tissue, Volume

GEOMETRY = Geometry.from_axes(
    (40, 130, 130), origin_mm=(-65.0, -65.0, -49.0), spacing_mm=(2.5, 1.0, 1.0)
)
X, Y, Z = np.moveaxis(
    GEOMETRY.index_to_mm(np.moveaxis(np.indices(GEOMETRY.shape), 0, -1)), -1, 0
)
BALL = X**2 + Y**2 + Z**2 < 18**2
# widens from the ball towards the surface of the liver
WEDGE = (X > 0) & (X < 45) & (np.hypot(Y, Z) < 4 + 0.4 * X) & ~BALL
PHASES = (Phase.PRECONTRAST, Phase.LATE_ARTERIAL, Phase.PORTAL_VENOUS)
LIVER = (55, 75, 110)
WASHES_OUT, DOES_NOT = (45, 120, 90), (54, 120, 111)
EARLY_ONLY = (55, 115, 111)
DEAD = (30, 30, 32)
SCALE = {"CT": 1.0, "MR": 4.0}


def exam(modality="CT", *, phases=PHASES, **regions) -> PhaseSet:
    dice = np.random.default_rng(5)
    volumes = {}
    for number, phase in enumerate(PHASES):
        values = np.full(GEOMETRY.shape, float(LIVER[number]))
        for flags, levels in regions.values():
            values[flags] = levels[number]
        values = (values + dice.normal(0, 10, values.shape)) * SCALE[modality]
        volumes[phase] = Volume(values.astype(np.int16), GEOMETRY, modality)
    return PhaseSet({phase: volumes[phase] for phase in phases})


def measured(phases, lesion):
    found = viability(phases, Mask(lesion, GEOMETRY))
    at = {finding.code for finding in found.findings}
    return found.volume_ml(Tissue.VIABLE), "perfusion-like" in at, found


VOXEL_ML = 2.5 / 1000


@pytest.mark.parametrize("modality", ["CT", "MR"])
def test_a_wedge_that_only_fills_early_is_left_open_and_said(modality):
    phases = exam(modality, tumor=(BALL, WASHES_OUT), wedge=(WEDGE, EARLY_ONLY))
    viable_ml, said, found = measured(phases, BALL | WEDGE)
    assert said
    assert viable_ml == pytest.approx(BALL.sum() * VOXEL_ML, rel=0.1)
    assert found.volume_ml(Tissue.INDETERMINATE) > 0.7 * WEDGE.sum() * VOXEL_ML


def test_a_wedge_beside_a_dead_tumor_is_left_open():
    phases = exam(tumor=(BALL, DEAD), wedge=(WEDGE, EARLY_ONLY))
    viable_ml, said, _ = measured(phases, BALL | WEDGE)
    assert said
    assert viable_ml < 0.1 * WEDGE.sum() * VOXEL_ML


@pytest.mark.parametrize("modality", ["CT", "MR"])
def test_a_round_tumor_that_does_not_wash_out_stays_viable(modality):
    viable_ml, said, _ = measured(exam(modality, tumor=(BALL, DOES_NOT)), BALL)
    assert not said
    assert viable_ml == pytest.approx(BALL.sum() * VOXEL_ML, rel=0.05)


def test_the_living_half_of_a_tumor_that_does_not_wash_out_stays_viable():
    alive = BALL & (X > 0)
    phases = exam(tumor=(BALL, DEAD), rest=(alive, DOES_NOT))
    viable_ml, said, _ = measured(phases, BALL)
    assert not said
    assert viable_ml == pytest.approx(alive.sum() * VOXEL_ML, rel=0.1)


def test_a_satellite_that_does_not_wash_out_stays_viable_in_a_round_outline():
    nodule = (X - 8) ** 2 + Y**2 + Z**2 < 8**2
    phases = exam(tumor=(BALL, DEAD), nodule=(nodule, DOES_NOT))
    viable_ml, said, _ = measured(phases, BALL)
    assert not said
    assert viable_ml == pytest.approx(nodule.sum() * VOXEL_ML, rel=0.15)


@pytest.mark.parametrize("missing", [Phase.PRECONTRAST, Phase.PORTAL_VENOUS])
def test_without_three_phases_nothing_is_taken_for_a_change_of_perfusion(missing):
    kept = [phase for phase in PHASES if phase is not missing]
    phases = exam(phases=kept, tumor=(BALL, WASHES_OUT), wedge=(WEDGE, EARLY_ONLY))
    assert not measured(phases, BALL | WEDGE)[1]
