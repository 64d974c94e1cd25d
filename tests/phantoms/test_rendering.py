"""Voxels keep the volume, the brightness and the noise they were asked for."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.phase import Phase
from lesion_toolkit.phantoms.anatomy import AORTA, Build, Scene, Structure
from lesion_toolkit.phantoms.materials import BRIGHTNESS, Material, brightness
from lesion_toolkit.phantoms.rendering import (
    add_noise,
    coverage,
    layers_of,
    paint,
    tumor_layer,
)
from lesion_toolkit.phantoms.shapes import Column, Ellipsoid, sphere
from lesion_toolkit.phantoms.tumor import Tumor

GRID = Geometry.from_axes(
    (24, 60, 64), origin_mm=(-48, -45, -36), spacing_mm=(3, 1.5, 1.5)
)
ABDOMEN = Geometry.from_axes(
    (15, 120, 120), origin_mm=(-178.5, -178.5, -84), spacing_mm=(12, 3, 3)
)


@given(
    st.tuples(st.floats(-8, 8), st.floats(-8, 8), st.floats(-5, 5)),
    st.tuples(st.floats(6, 30), st.floats(6, 30), st.floats(8, 25)),
    st.floats(-90, 90),
)
@settings(max_examples=20, deadline=None)
def test_partial_volume_keeps_the_volume_of_a_shape(
    center: tuple[float, float, float], axes: tuple[float, float, float], turn: float
) -> None:
    shape = Ellipsoid(center, axes, turn_deg=turn)
    covered = coverage([shape], [lambda inside: inside[0]], GRID)
    assert covered is not None
    found = float(covered[1][0].sum(dtype=np.float64)) * GRID.voxel_volume_ml
    assert found == pytest.approx(shape.volume_ml, rel=0.01)


def test_the_parts_of_a_lesion_fill_it_without_overlap() -> None:
    tumor = Tumor(
        "T1",
        (Ellipsoid((0, 0, 0), (25, 20, 18)), sphere((22, 5, 0), 16)),
        necrosis=(sphere((3, 2, 1), 26),),
        islands=(sphere((5, 0, 0), 12),),
        lipiodol=(sphere((-14, 0, 0), 12),),
    )
    layer = tumor_layer(tumor, GRID)
    assert layer is not None
    total = sum(fraction for _, fraction in layer.parts)
    assert total.max() == pytest.approx(1)
    viable_ml = dict(layer.parts)[Material.VIABLE_TUMOR].sum() * GRID.voxel_volume_ml
    whole_ml = total.sum() * GRID.voxel_volume_ml
    assert whole_ml == pytest.approx(tumor.truth.whole_volume_ml, rel=0.01)
    assert viable_ml == pytest.approx(tumor.truth.viable_volume_ml, rel=0.01)


def test_a_shape_outside_the_grid_covers_nothing() -> None:
    assert coverage([sphere((500, 0, 0), 20)], [lambda i: i[0]], GRID) is None


def test_a_column_covers_the_same_part_of_every_slice() -> None:
    column = Column((0, 0), (12, 9))
    covered = coverage([column], [lambda inside: inside[0]], GRID)
    assert covered is not None
    box, (fraction,) = covered
    assert (box[0].start, box[0].stop) == (0, 24)
    area_mm2 = float(fraction[0].sum()) * 1.5 * 1.5
    assert area_mm2 == pytest.approx(np.pi * 12 * 9, rel=5e-3)


@pytest.mark.parametrize("modality", ["CT", "MR"])
@pytest.mark.parametrize(
    "phase", [Phase.PRECONTRAST, Phase.LATE_ARTERIAL, Phase.PORTAL_VENOUS]
)
def test_pure_voxels_have_the_brightness_of_their_tissue(
    modality: str, phase: Phase
) -> None:
    lesion = Tumor(
        "T1", (sphere((-84, -12, 0), 60),), necrosis=(sphere((-84, -12, 0), 30),)
    )
    scene = Scene(Build(), (lesion,))
    image = paint(layers_of(scene, ABDOMEN), ABDOMEN.shape, modality, phase)
    seen = {
        Material.AORTA: (19, 34, 0),
        Material.LIVER: (-100, 50, 0),
        Material.NECROSIS: (-84, -12, 0),
        Material.VIABLE_TUMOR: (-84, -34, 0),
        Material.AIR: (-170, -170, 0),
    }
    for material, at_mm in seen.items():
        k, j, i = np.rint(ABDOMEN.mm_to_index(at_mm)).astype(int)
        assert image[k, j, i] == pytest.approx(
            brightness(modality, phase, material), abs=1e-3
        ), material


def test_a_voxel_that_a_surface_halves_is_halfway_between_both_tissues() -> None:
    # the wall of a 3 mm grid voxel row lies exactly at x = 0
    wall = Column((-500, 0), (500, 4000))
    geometry = Geometry.from_axes(
        (2, 8, 9), origin_mm=(-12, -12, 0), spacing_mm=(3, 3, 3)
    )
    covered = coverage([wall], [lambda inside: inside[0]], geometry)
    assert covered is not None
    np.testing.assert_array_equal(covered[1][0][0, 4], [1, 1, 1, 1, 0.5, 0])


def test_enhancement_scales_what_contrast_adds() -> None:
    late = Phase.LATE_ARTERIAL
    full = brightness("CT", late, Material.VIABLE_TUMOR)
    before = brightness("CT", Phase.PRECONTRAST, Material.VIABLE_TUMOR)
    half = brightness("CT", late, Material.VIABLE_TUMOR, enhancement=0.5)
    assert half == pytest.approx((full + before) / 2)
    assert brightness("CT", late, Material.VIABLE_TUMOR, enhancement=0) == before


def test_breathing_moves_the_liver_but_not_the_spine() -> None:
    bone = Tumor("NT1", (sphere((0, 66, 0), 16),), breathes=False)
    mass = Tumor("T1", (sphere((-80, 0, 0), 40),))
    scene = Scene(Build(), (mass, bone))
    still = layers_of(scene, ABDOMEN)
    moved = layers_of(scene, ABDOMEN, shift_mm=(0, 0, 12))
    images = [
        paint(x, ABDOMEN.shape, "CT", Phase.LATE_ARTERIAL) for x in (still, moved)
    ]
    for x, y, shift in ((-80, 0, 1), (0, 66, 0), (19, 34, 0)):
        _, j, i = np.rint(ABDOMEN.mm_to_index((x, y, 0))).astype(int)
        before, after = images[0][:, j, i], images[1][:, j, i]
        np.testing.assert_allclose(
            after[3:12], before[3 - shift : 12 - shift], atol=1e-3
        )


def test_later_deposits_cover_earlier_organs() -> None:
    oil = Structure(Material.LIPIODOL, sphere((-90, 30, 0), 30))
    image = paint(
        layers_of(Scene(deposits=(oil,)), ABDOMEN),
        ABDOMEN.shape,
        "CT",
        Phase.PRECONTRAST,
    )
    k, j, i = np.rint(ABDOMEN.mm_to_index((-90, 30, 0))).astype(int)
    assert image[k, j, i] == pytest.approx(600)


def test_ct_noise_has_the_deviation_asked_for_and_is_correlated_in_the_slice() -> None:
    flat = np.full((20, 128, 128), 60, dtype=np.float32)
    noise = add_noise(flat, "CT", 11, np.random.default_rng(5)) - 60
    assert noise.std() == pytest.approx(11, rel=0.02)
    assert abs(noise.mean()) < 0.2
    beside = np.corrcoef(noise[:, :, 1:].ravel(), noise[:, :, :-1].ravel())[0, 1]
    above = np.corrcoef(noise[1:].ravel(), noise[:-1].ravel())[0, 1]
    assert beside == pytest.approx(2 / 3, abs=0.02)
    assert abs(above) < 0.02


def test_mr_noise_is_rician_so_air_is_never_negative() -> None:
    dark = np.zeros((10, 64, 64), dtype=np.float32)
    magnitude = add_noise(dark, "MR", 9, np.random.default_rng(5))
    assert magnitude.min() >= 0
    # a Rayleigh distribution has the mean sd * sqrt(pi / 2)
    assert magnitude.mean() == pytest.approx(9 * np.sqrt(np.pi / 2), rel=0.02)
    bright = add_noise(dark + 400, "MR", 9, np.random.default_rng(5))
    assert bright.std() == pytest.approx(9, rel=0.03)


@pytest.mark.parametrize("modality", ["CT", "MR"])
def test_phases_are_told_apart_by_aorta_portal_vein_and_liver(modality: str) -> None:
    def value(phase: Phase, material: Material) -> float:
        return brightness(modality, phase, material)

    pre, late, portal = Phase.PRECONTRAST, Phase.LATE_ARTERIAL, Phase.PORTAL_VENOUS
    aorta, vein, liver = Material.AORTA, Material.PORTAL_VEIN, Material.LIVER
    assert value(pre, aorta) < value(pre, liver)
    assert value(late, aorta) > 1.5 * value(late, vein)
    assert value(portal, vein) >= value(portal, aorta)
    assert value(portal, liver) > value(late, liver)


@pytest.mark.parametrize("modality", ["CT", "MR"])
def test_a_typical_tumor_enhances_in_the_arterial_phase_and_washes_out(
    modality: str,
) -> None:
    def contrast(phase: Phase) -> float:
        tumor = brightness(modality, phase, Material.VIABLE_TUMOR)
        return tumor - brightness(modality, phase, Material.LIVER)

    assert contrast(Phase.PRECONTRAST) < 0 < contrast(Phase.LATE_ARTERIAL)
    assert contrast(Phase.PORTAL_VENOUS) < 0


@pytest.mark.parametrize("modality", ["CT", "MR"])
def test_every_material_has_a_value_and_dead_tissue_does_not_enhance(
    modality: str,
) -> None:
    table = BRIGHTNESS[modality]
    assert set(table) == set(Material)
    dead = table[Material.NECROSIS]
    assert max(dead) - min(dead) < 10
    assert len(set(table[Material.LIPIODOL])) == 1


def test_the_aorta_lies_in_front_of_the_spine_and_to_its_left() -> None:
    low, high = AORTA.shape.bounds_mm
    assert low[0] > 0
    assert high[1] < Build().depth_mm / 2 - 52
