"""Viable is what takes up contrast; oil, necrosis, rims and specks are not."""

from dataclasses import replace

import numpy as np
import pytest

from lesion_toolkit.errors import InputRefused, SpaceMismatch
from lesion_toolkit.measurement.viability import ViabilityRule, viability
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.phase import Phase, PhaseSet
from lesion_toolkit.model.volume import Mask, Tissue, Volume

GEOMETRY = Geometry.from_axes(
    (24, 80, 80), origin_mm=(-40.0, -40.0, -30.0), spacing_mm=(2.5, 1.0, 1.0)
)
X, Y, Z = np.moveaxis(
    GEOMETRY.index_to_mm(np.moveaxis(np.indices(GEOMETRY.shape), 0, -1)), -1, 0
)
LESION = Mask(X**2 + Y**2 + Z**2 < 24**2, GEOMETRY)
DEAD = LESION.array & (X > 4)
VIABLE_HU, NECROSIS_HU, LIVER_HU = (45, 120), (28, 29), (55, 75)
SCALE = {"CT": 1.0, "MR": 4.0}


def exam(
    dead=DEAD, *, noise=12.0, oil=None, modality="CT", only=None, viable=VIABLE_HU
) -> PhaseSet:
    """Precontrast and late arterial phase of one lesion in liver."""
    rng = np.random.default_rng(7)
    volumes = {}
    for phase, column in ((Phase.PRECONTRAST, 0), (Phase.LATE_ARTERIAL, 1)):
        values = np.full(GEOMETRY.shape, float(LIVER_HU[column]))
        values[LESION.array] = viable[column]
        values[dead] = NECROSIS_HU[column]
        if oil is not None:
            values[oil] = 700
        values = values * SCALE[modality] + rng.normal(0, noise, values.shape)
        volumes[phase] = Volume(values.astype(np.int16), GEOMETRY, modality)
    return PhaseSet({p: v for p, v in volumes.items() if only is None or p in only})


def share(found, tissue: Tissue) -> float:
    return found.volume_ml(tissue) / found.lesion.volume_ml


def codes(found) -> set[str]:
    return {finding.code for finding in found.findings}


@pytest.mark.parametrize("modality", ["CT", "MR"])
@pytest.mark.parametrize("edge_mm", [-40.0, -8.0, 0.0, 8.0, 40.0])
def test_the_viable_share_is_within_five_points_of_the_truth(edge_mm, modality):
    dead = LESION.array & (edge_mm < X)
    found = viability(exam(dead, modality=modality), LESION)
    truth = 1 - dead.sum() / LESION.array.sum()
    assert share(found, Tissue.VIABLE) == pytest.approx(truth, abs=0.05)
    assert share(found, Tissue.INDETERMINATE) == 0


def test_noise_beyond_the_threshold_is_smoothed_away():
    found = viability(exam(noise=25.0), LESION)
    truth = 1 - DEAD.sum() / LESION.array.sum()
    assert share(found, Tissue.VIABLE) == pytest.approx(truth, abs=0.05)


def test_oil_is_indeterminate_and_does_not_make_its_neighbors_viable():
    oil = LESION.array & (np.hypot(X - 12, Y) < 6)
    found = viability(exam(oil=oil), LESION)
    region = found.lesion.bounding_box()
    assert region is not None
    truth = oil[
        np.ix_(
            *(
                np.flatnonzero(LESION.array.any(axis=a))
                for a in ((1, 2), (0, 2), (0, 1))
            )
        )
    ]
    part = found.array[region]
    assert (part[truth] == Tissue.INDETERMINATE).all()
    assert "lipiodol" in codes(found)
    viable = 1 - DEAD.sum() / LESION.array.sum()
    assert share(found, Tissue.VIABLE) == pytest.approx(viable, abs=0.05)


def test_tissue_as_bright_as_liver_is_viable_because_it_enhances():
    dead = LESION.array & (X > 0)
    found = viability(exam(dead, viable=(40, 75)), LESION)
    assert share(found, Tissue.VIABLE) == pytest.approx(0.5, abs=0.05)


def test_a_thin_rim_of_enhancement_is_not_tumor():
    inner = X**2 + Y**2 + Z**2 < 21**2
    found = viability(exam(LESION.array & inner), LESION)
    middle = found.array[found.array.shape[0] // 2]
    assert (middle != Tissue.VIABLE).all()


def test_a_dead_lesion_has_nothing_viable_and_says_so():
    found = viability(exam(LESION.array), LESION)
    assert found.volume_ml(Tissue.VIABLE) == 0
    assert share(found, Tissue.NECROTIC) == 1
    assert "no-viable-tissue" in codes(found)


def test_two_islands_five_millimeters_apart_stay_two():
    from scipy import ndimage

    gap = LESION.array & (np.abs(X) < 2.5)
    found = viability(exam(gap), LESION)
    middle = found.array[found.array.shape[0] // 2] == Tissue.VIABLE
    assert ndimage.label(middle)[1] == 2


def test_without_an_arterial_phase_nothing_is_judged():
    found = viability(exam(only={Phase.PRECONTRAST}), LESION)
    assert share(found, Tissue.INDETERMINATE) == 1
    assert codes(found) == {"no-arterial-phase"}


def test_without_precontrast_ct_compares_with_liver_and_says_so():
    found = viability(exam(only={Phase.LATE_ARTERIAL}), LESION)
    truth = 1 - DEAD.sum() / LESION.array.sum()
    assert share(found, Tissue.VIABLE) == pytest.approx(truth, abs=0.06)
    assert "no-precontrast" in codes(found)


def test_oil_without_precontrast_is_not_judged():
    oil = LESION.array & (np.hypot(X, Y) < 6)
    found = viability(exam(oil=oil, only={Phase.LATE_ARTERIAL}), LESION)
    assert share(found, Tissue.INDETERMINATE) == 1
    assert codes(found) == {"lipiodol-without-precontrast"}


def test_mr_without_precontrast_is_not_judged():
    found = viability(exam(modality="MR", only={Phase.LATE_ARTERIAL}), LESION)
    assert share(found, Tissue.INDETERMINATE) == 1
    assert codes(found) == {"no-precontrast"}


def test_what_precontrast_does_not_cover_is_indeterminate():
    whole = exam(LESION.array & (X > 40))
    before = whole.precontrast.array.copy()
    before[: GEOMETRY.shape[0] // 2] = -1024
    cut = replace(
        whole,
        volumes={
            Phase.LATE_ARTERIAL: whole.arterial,
            Phase.PRECONTRAST: whole.precontrast.with_array(before),
        },
    )
    found = viability(cut, LESION)
    assert share(found, Tissue.INDETERMINATE) == pytest.approx(0.5, abs=0.15)
    assert "precontrast-not-covering" in codes(found)


def test_weak_enhancement_is_said_to_depend_on_the_threshold():
    dead = LESION.array & (X > 0)
    assert "weak-enhancement" in codes(viability(exam(dead, viable=(45, 75)), LESION))
    assert "weak-enhancement" not in codes(viability(exam(dead), LESION))


def test_a_higher_threshold_never_finds_more():
    found = [
        viability(exam(), LESION, rule=ViabilityRule(enhancement_hu=hu)).volume_ml(
            Tissue.VIABLE
        )
        for hu in (10, 20, 40, 70, 200)
    ]
    assert found == sorted(found, reverse=True)
    assert found[-1] == 0


def test_an_empty_mask_is_refused():
    empty = Mask(np.zeros(GEOMETRY.shape, bool), GEOMETRY)
    with pytest.raises(InputRefused, match="without a single voxel"):
        viability(exam(), empty)


def test_a_mask_of_another_grid_is_refused():
    other = Mask(LESION.array[1:], GEOMETRY.crop((1, 0, 0), (23, 80, 80)))
    with pytest.raises(SpaceMismatch):
        viability(exam(), other)


@pytest.mark.parametrize("thick_mm", [9, 11, 15])
def test_a_thin_layer_of_necrosis_is_not_bridged_by_smoothing(thick_mm):
    dead = LESION.array & (abs(X) <= (thick_mm - 1) / 2)
    found = viability(exam(dead, noise=4.0), LESION)
    row = found.array[found.array.shape[0] // 2, found.array.shape[1] // 2]
    assert (row == Tissue.NECROTIC).sum() == pytest.approx(thick_mm, abs=1)


@pytest.mark.parametrize("radius_mm", [7.0, 9.0, 12.0])
def test_a_small_dead_core_keeps_its_size(radius_mm):
    dead = LESION.array & (radius_mm**2 > X**2 + Y**2 + Z**2)
    found = viability(exam(dead, noise=4.0), LESION)
    shift_mm = (found.volume_ml(Tissue.NECROTIC) - dead.sum() * 2.5 / 1000) / (
        4 * np.pi * radius_mm**2 / 1000
    )
    assert abs(shift_mm) <= 0.75


@pytest.mark.parametrize("gain_hu", [24, 28, 35, 60])
def test_how_much_living_tissue_enhances_does_not_move_its_edge(gain_hu):
    dead = LESION.array & (X > 0)
    found = viability(exam(dead, noise=3.0, viable=(45, 45 + gain_hu)), LESION)
    truth = 1 - dead.sum() / LESION.array.sum()
    assert share(found, Tissue.VIABLE) == pytest.approx(truth, abs=0.02)


def test_tissue_of_its_own_below_the_threshold_stays_dead_beside_living_tissue():
    weak = LESION.array & (X > 0)
    phases = exam(np.zeros_like(weak), noise=3.0, viable=(45, 75))
    arterial = phases.volumes[Phase.LATE_ARTERIAL]
    values = arterial.array.copy()
    values[weak] -= 15  # 15 HU are left
    volumes = {**phases.volumes, Phase.LATE_ARTERIAL: Volume(values, GEOMETRY, "CT")}
    found = viability(PhaseSet(volumes), LESION)
    truth = 1 - weak.sum() / LESION.array.sum()
    assert share(found, Tissue.VIABLE) == pytest.approx(truth, abs=0.03)


def test_living_tissue_touching_oil_is_viable_up_to_the_oil():
    oil = LESION.array & (X > 10)
    found = viability(exam(np.zeros_like(oil), oil=oil), LESION)
    truth = 1 - oil.sum() / LESION.array.sum()
    assert share(found, Tissue.VIABLE) == pytest.approx(truth, abs=0.01)


def test_tissue_touching_oil_is_indeterminate_where_precontrast_may_be_off():
    oil = LESION.array & (X > 10)
    phases = replace(
        exam(np.zeros_like(oil), oil=oil),
        registration_residual_mm={Phase.PRECONTRAST: 2.0},
    )
    found = viability(phases, LESION)
    row = found.array[found.array.shape[0] // 2, found.array.shape[1] // 2]
    assert row[np.flatnonzero(row == Tissue.VIABLE)[-1] + 1] == Tissue.INDETERMINATE
    assert (row == Tissue.INDETERMINATE).sum() > oil[12, 40].sum()


RADIUS = np.sqrt(X**2 + Y**2 + Z**2)
STRIP = LESION.array & (RADIUS >= 21) & (X > 10) & (np.abs(Z) < 12)
"""What a deposit leaves of a living rim on one side: less than the opening."""


def viable_in(flags, found) -> float:
    viable = np.zeros(GEOMETRY.shape, bool)
    box = LESION.box_within(5.0)
    viable[box] = found.region(Tissue.VIABLE).array
    return viable[flags].mean()


def test_a_living_rim_goes_on_where_lipiodol_hides_how_thick_it_is():
    oil = LESION.array & (RADIUS < 21) & (X > 8)
    dead = LESION.array & (RADIUS < 16)
    found = viability(exam(dead, noise=4.0, oil=oil), LESION)
    assert viable_in(STRIP, found) > 0.8


def test_a_thin_rim_around_a_deposit_is_not_viable():
    oil = LESION.array & (RADIUS < 21)
    found = viability(exam(np.zeros_like(oil), noise=4.0, oil=oil), LESION)
    assert viable_in(STRIP, found) < 0.1
