"""Motion in the arterial phase of MR is graded beside the other phases of the exam."""

from dataclasses import replace

import numpy as np
import pytest
from scipy import ndimage

from lesion_toolkit.measurement.lesion import measure_lesion
from lesion_toolkit.measurement.motion import (
    Motion,
    arterial_motion,
    ghosts_pct,
    motion_finding,
)
from lesion_toolkit.measurement.refusals import viability_refused
from lesion_toolkit.model.finding import Severity
from lesion_toolkit.model.phase import Phase, PhaseSet
from lesion_toolkit.model.volume import Mask
from lesion_toolkit.phantoms.materials import Agent
from lesion_toolkit.phantoms.motion import breathing
from lesion_toolkit.phantoms.random_exam import random_exam

PHASES = (Phase.PRECONTRAST, Phase.LATE_ARTERIAL, Phase.PORTAL_VENOUS)


FROM_MM = {
    Motion.NONE: 0.0,
    Motion.MILD: 2.0,
    Motion.MODERATE: 4.5,
    Motion.SEVERE: 12.0,
}


def exam(seed: int, amplitude_mm: float, *, axis=1, noise_sd=None) -> PhaseSet:
    dice = np.random.default_rng([seed, 55])
    made = random_exam(dice, "MR", PHASES, agent=Agent.HEPATOCYTE, noise_sd=noise_sd)
    volumes = dict(zip(PHASES, made.volumes, strict=True))
    arterial = volumes[Phase.LATE_ARTERIAL]
    volumes[Phase.LATE_ARTERIAL] = breathing(arterial, amplitude_mm, axis=axis)
    return PhaseSet(volumes)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("grade", Motion)
def test_each_amplitude_of_breathing_gets_its_grade(grade, seed):
    assert arterial_motion(exam(seed, FROM_MM[grade])) is grade


@pytest.mark.parametrize("axis", [1, 2])
def test_more_motion_makes_more_ghosts_along_either_axis(axis):
    found = [ghosts_pct(exam(9, mm, axis=axis)) for mm in (0.0, 1.0, 2.0, 4.0, 8.0)]
    assert found == sorted(found)
    assert found[0] < 3 < found[2]


def test_noise_is_no_motion():
    assert arterial_motion(exam(3, 0.0, noise_sd=35.0)) is Motion.NONE


def test_an_exam_whose_phases_all_move_alike_is_not_worse_in_the_arterial_one():
    still = exam(2, 0.0)
    moving = {phase: breathing(v, 4.0) for phase, v in still.volumes.items()}
    assert arterial_motion(PhaseSet(moving)) in (Motion.NONE, Motion.MILD)


def test_severe_motion_leaves_viable_tissue_not_evaluable():
    phases = exam(1, 15.0)
    said = motion_finding(phases)
    assert said.severity is Severity.SERIOUS
    middle = [n // 2 for n in phases.geometry.shape]
    array = np.zeros(phases.geometry.shape, bool)
    array[tuple(slice(m - 4, m + 5) for m in middle)] = True
    why = viability_refused(phases, said, (), None)
    found = measure_lesion("T1", phases, Mask(array, phases.geometry), refused=why)
    assert found.viable_diameter_mm is None
    assert "motion" in found.reason
    assert found.whole_diameter_mm is not None


def test_moderate_motion_is_said_and_still_measured():
    phases = exam(1, 4.5)
    said = motion_finding(phases)
    assert said.code == "arterial-motion-moderate"
    assert viability_refused(phases, said, (), None) is None


def test_motion_is_not_graded_on_ct_alone_or_where_air_is_blanked():
    phases = exam(0, 8.0)
    assert arterial_motion(PhaseSet({Phase.LATE_ARTERIAL: phases.arterial})) is None
    as_ct = {p: replace(v, modality="CT") for p, v in phases.volumes.items()}
    assert arterial_motion(PhaseSet(as_ct)) is None
    still = ndimage.gaussian_filter(exam(0, 0.0).arterial.array, (0, 2, 2))
    bright = still > 0.3 * np.percentile(still, 95)
    body = np.stack([ndimage.binary_fill_holes(one) for one in bright])
    blank = {
        p: v.with_array(np.where(body, v.array, 0)) for p, v in phases.volumes.items()
    }
    assert arterial_motion(PhaseSet(blank)) is None
