"""Attenuation is the mean HU of the whole lesion, in the phase it should be."""

from decimal import Decimal

import numpy as np
import pytest

from lesion_toolkit.criteria.engine import assess
from lesion_toolkit.measurement.attenuation import attenuation
from lesion_toolkit.measurement.lesion import measure_lesion
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.lesion import Lesion
from lesion_toolkit.model.phase import Phase, PhaseSet
from lesion_toolkit.model.timeline import Timeline, Timepoint
from lesion_toolkit.model.volume import Mask, Volume

GRID = Geometry.from_axes(
    (20, 60, 60), origin_mm=(-30.0, -30.0, -25.0), spacing_mm=(2.5, 1.0, 1.0)
)
X, Y, Z = np.moveaxis(
    GRID.index_to_mm(np.moveaxis(np.indices(GRID.shape), 0, -1)), -1, 0
)
LESION = Mask(X**2 + Y**2 + Z**2 < 18**2, GRID)
DEAD = LESION.array & (X > 4)
PHASES = (Phase.PRECONTRAST, Phase.LATE_ARTERIAL, Phase.PORTAL_VENOUS)
ALIVE_HU = dict(zip(PHASES, (45, 120, 95), strict=True))
DEAD_HU = dict(zip(PHASES, (28, 29, 31), strict=True))


def exam(*kept: Phase, modality: str = "CT") -> PhaseSet:
    """A lesion of two tissues in fat: what is not lesion would show in any mean."""
    around = -100 if modality == "CT" else 55
    volumes = {}
    for phase in kept or PHASES:
        values = np.where(LESION.array, ALIVE_HU[phase], around)
        values[DEAD] = DEAD_HU[phase]
        volumes[phase] = Volume(values.astype(np.int16), GRID, modality)
    return PhaseSet(volumes)


def true_mean(phase: Phase) -> float:
    share = DEAD.sum() / LESION.array.sum()
    return share * DEAD_HU[phase] + (1 - share) * ALIVE_HU[phase]


def test_it_is_the_mean_of_living_and_dead_tissue_in_the_portal_venous_phase():
    found = measure_lesion("T1", exam(), LESION)
    assert float(found.attenuation_hu) == pytest.approx(
        true_mean(Phase.PORTAL_VENOUS), abs=0.05
    )
    assert found.attenuation_hu.as_tuple().exponent == -1
    codes = {finding.code for finding in found.findings}
    assert "attenuation-in-arterial-phase" not in codes


def test_without_a_portal_venous_phase_it_is_arterial_and_says_so():
    two = exam(Phase.PRECONTRAST, Phase.LATE_ARTERIAL)
    found = measure_lesion("T1", two, LESION)
    assert float(found.attenuation_hu) == pytest.approx(
        true_mean(Phase.LATE_ARTERIAL), abs=0.05
    )
    codes = {finding.code for finding in found.findings}
    assert "attenuation-in-arterial-phase" in codes


def test_a_portal_venous_phase_that_cuts_the_lesion_is_not_taken():
    whole = exam()
    cut = whole.portal_venous.array.copy()
    cut[:10] = -1024
    late = whole.portal_venous.with_array(cut)
    found = attenuation(PhaseSet({**whole.volumes, Phase.PORTAL_VENOUS: late}), LESION)
    assert float(found.mean_hu) == pytest.approx(
        true_mean(Phase.LATE_ARTERIAL), abs=0.05
    )
    assert found.findings


def test_mr_and_images_before_contrast_have_none():
    assert measure_lesion("T1", exam(modality="MR"), LESION).attenuation_hu is None
    before = attenuation(exam(Phase.PRECONTRAST), LESION)
    assert (before.mean_hu, before.findings) == (None, ())


def test_what_is_measured_is_written_read_back_and_judged_by_choi():
    days = ("2024-02-06", "2024-04-16")
    row = measure_lesion("T1", exam(), LESION)
    darker = exam()
    volumes = dict(darker.volumes)
    late = darker.portal_venous
    values = np.where(LESION.array, 40, late.array).astype(np.int16)
    volumes[Phase.PORTAL_VENOUS] = late.with_array(values)
    later = measure_lesion("T1", PhaseSet(volumes), LESION)
    assert later.attenuation_hu == Decimal("40.0")
    timeline = Timeline(
        "P01",
        lesions=(Lesion("T1"),),
        timepoints=tuple(
            Timepoint(day, day, (one,), modality="CT")
            for day, one in zip(days, (row, later), strict=True)
        ),
    )
    again = Timeline.from_json(timeline.to_json())
    assert [t.measurements[0].attenuation_hu for t in again.timepoints] == [
        row.attenuation_hu,
        later.attenuation_hu,
    ]
    course = assess(again, "choi")
    assert course.assessments[1].overall == "PR"
    assert f"after {row.attenuation_hu} HU" in course.assessments[1].reason
