"""Liver, body wall and reference regions in a phantom whose organs are known."""

from functools import lru_cache

import numpy as np
import pytest

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.phase import Phase, PhaseSet
from lesion_toolkit.model.reference import REFERENCE_RADIUS_MM
from lesion_toolkit.model.volume import Mask, Volume
from lesion_toolkit.phantoms.anatomy import Build, Scene, liver
from lesion_toolkit.phantoms.materials import Material, brightness
from lesion_toolkit.phantoms.rendering import add_noise, coverage, layers_of, paint
from lesion_toolkit.phantoms.shapes import Ellipsoid, sphere
from lesion_toolkit.phantoms.tumor import Tumor
from lesion_toolkit.segmentation.anatomy import anatomy_of
from lesion_toolkit.segmentation.evidence import onto
from lesion_toolkit.segmentation.liver_region import liver_region
from lesion_toolkit.segmentation.references import liver_references, vessel_references

GRID = Geometry.from_axes(
    (44, 112, 116), origin_mm=(-172, -124, -100), spacing_mm=(4.5, 2.2, 3.0)
)
PHASES = (Phase.PRECONTRAST, Phase.LATE_ARTERIAL, Phase.PORTAL_VENOUS)
TUMOR = Tumor("T1", (sphere((-80.0, 5.0, -10.0), 50.0),))


@lru_cache(maxsize=2)
def exam(modality: str = "CT") -> PhaseSet:
    dice = np.random.default_rng(4)
    layers = layers_of(Scene(tumors=(TUMOR,)), GRID)
    volumes = {}
    for phase in PHASES:
        image = paint(layers, GRID.shape, modality, phase)
        noisy = add_noise(image, modality, 10.0, dice)
        volumes[phase] = Volume(np.rint(noisy).astype(np.int16), GRID, modality)
    return PhaseSet(volumes)


def truth(shape) -> np.ndarray:
    box, (share,) = coverage([shape], [lambda inside: inside[0]], GRID)
    whole = np.zeros(GRID.shape, bool)
    whole[box] = share > 0.5
    return whole


LESION = Mask(truth(TUMOR.outline[0]), GRID)
ORGAN = truth(liver(Build()))


@pytest.mark.parametrize("modality", ["CT", "MR"])
def test_the_liver_region_is_liver_and_no_other_organ(modality):
    found = liver_region(exam(modality))
    inside = (found.array & ORGAN).sum()
    assert inside > 0.95 * found.array.sum()
    assert inside > 0.6 * ORGAN.sum()
    assert not found.findings


def test_a_region_that_is_too_small_for_a_liver_says_so():
    low = PhaseSet(
        {
            p: v.cropped((slice(0, 8),) * 1 + (slice(None),) * 2)
            for p, v in exam().volumes.items()
        }
    )
    codes = {finding.code for finding in liver_region(low).findings}
    assert codes == {"liver-uncertain"}


def test_the_body_wall_leaves_the_liver_alone_and_holds_the_ribs():
    anatomy = anatomy_of(exam())
    assert anatomy.wall is not None
    wall = onto(anatomy.wall, GRID)
    assert (wall & ORGAN).sum() < 0.02 * ORGAN.sum()
    ribs = np.zeros(GRID.shape, bool)
    for one in Scene().structures:
        is_rib = one.material is Material.BONE and isinstance(one.shape, Ellipsoid)
        if is_rib and coverage([one.shape], [lambda inside: inside[0]], GRID):
            ribs |= truth(one.shape)
    assert (wall & ribs).sum() > 0.95 * ribs.sum()


@pytest.mark.parametrize("modality", ["CT", "MR"])
def test_at_least_three_references_of_a_cubic_centimeter_lie_in_normal_liver(modality):
    found = liver_references(exam(modality), {"T1": LESION})
    assert len(found.places_mm) >= 3
    assert 4 / 3 * np.pi * found.radius_mm**3 == pytest.approx(1000, rel=0.01)
    for phase in PHASES:
        true = brightness(modality, phase, Material.LIVER, 1.0)
        assert found.levels[phase] == pytest.approx(true, abs=3)
        assert found.spreads[phase] < 3
        assert found.sds[phase] == pytest.approx(10, rel=0.25)


@pytest.mark.parametrize("modality", ["CT", "MR"])
def test_every_reference_lies_wholly_in_liver_without_a_vessel(modality):
    layers = layers_of(Scene(tumors=(TUMOR,)), GRID)
    places_mm = GRID.index_to_mm(np.moveaxis(np.indices(GRID.shape), 0, -1))
    found = liver_references(exam(modality), {"T1": LESION})
    for phase in PHASES:
        image = paint(layers, GRID.shape, modality, phase)
        pure = brightness(modality, phase, Material.LIVER, 1.0)
        for center in found.places_mm:
            within = np.linalg.norm(places_mm - center, axis=-1) <= found.radius_mm
            np.testing.assert_allclose(image[within], pure, atol=1)


def test_references_keep_away_from_the_lesion_and_from_each_other():
    found = liver_references(exam(), {"T1": LESION})
    places = np.array(found.places_mm)
    to_lesion = np.linalg.norm(places - (-80.0, 5.0, -10.0), axis=1)
    assert to_lesion.min() > 25 + REFERENCE_RADIUS_MM + 5
    apart = np.linalg.norm(places[:, None] - places, axis=-1)
    assert apart[np.triu_indices(len(places), 1)].min() >= 30


def test_a_reader_may_place_the_references():
    places = [(-100.0, 40.0, 0.0), (-90.0, -40.0, 0.0)]
    found = liver_references(exam(), places_mm=places)
    assert found.places_mm == tuple(places)
    assert {finding.code for finding in found.findings} == {"few-references"}


SLAB = (slice(18, 24), slice(None), slice(None))
NOISE_HU = 6.0


def small_liver(lobe_hu: float) -> tuple[PhaseSet, dict[str, Mask]]:
    """Six slices of a small liver, a mass in its left; its front is brighter."""
    tumor = Tumor("T1", (sphere((5.0, -46.0, 14.0), 90.0),))
    layers = layers_of(Scene(build=Build(liver=0.3), tumors=(tumor,)), GRID)
    front = GRID.index_to_mm(np.moveaxis(np.indices(GRID.shape), 0, -1))[..., 1] < -20
    dice = np.random.default_rng(4)
    volumes = {}
    for phase in PHASES:
        image = paint(layers, GRID.shape, "CT", phase) + lobe_hu * front
        noisy = np.rint(add_noise(image, "CT", NOISE_HU, dice)).astype(np.int16)
        volumes[phase] = Volume(noisy, GRID, "CT").cropped(SLAB)
    exam = PhaseSet(volumes)
    return exam, {"T1": Mask(truth(tumor.outline[0])[SLAB], exam.geometry)}


@pytest.mark.parametrize("lobe_hu", [0.0, 8.0])
def test_a_small_liver_gives_few_references_and_the_spread_between_them(lobe_hu):
    """Two spheres of either side of a step: half of it, but for the noise."""
    found = liver_references(*small_liver(lobe_hu))
    codes = {finding.code for finding in found.findings}
    assert codes == {"few-references", "liver-uncertain"}
    front = [y < -20 for _, y, _ in found.places_mm]
    assert sorted(front) == [False, True]
    voxels = 1000 / np.prod(GRID.spacing_mm)
    for phase in PHASES:
        error = 3 * NOISE_HU / np.sqrt(voxels) / np.sqrt(2)
        assert found.spreads[phase] == pytest.approx(lobe_hu / 2, abs=error)


def test_the_spread_on_an_even_slope_is_that_of_the_places():
    places = np.array([(-100.0, 40.0, 0.0), (-90.0, -40.0, 0.0), (-80.0, 0.0, 18.0)])
    here = GRID.index_to_mm(np.moveaxis(np.indices(GRID.shape), 0, -1))
    slope = np.array([0.5, 0.25, -1.0])
    ramp = Volume((200 + here @ slope).astype(np.float32), GRID, "CT")
    found = liver_references(PhaseSet({Phase.PORTAL_VENOUS: ramp}), places_mm=places)
    wanted = (places @ slope).std()
    # a sphere on whole voxels is up to half a voxel off its place
    half = np.abs(slope) @ np.array(GRID.spacing_mm[::-1]) / 2
    assert found.spreads[Phase.PORTAL_VENOUS] == pytest.approx(wanted, abs=half)


def test_the_spread_of_a_single_reference_is_not_known():
    found = liver_references(exam(), places_mm=[(-100.0, 40.0, 0.0)])
    assert not found.spreads
    assert set(found.levels) == set(PHASES)


def test_references_in_what_is_too_small_for_a_liver_are_doubted():
    """A mass leaves less liver than there is bowel, where the spheres then lie."""
    mass = Tumor("T1", (sphere((-15.0, -46.0, 12.0), 110.0),))
    scene = Scene(build=Build(liver=0.4), tumors=(mass,))
    layers, dice = layers_of(scene, GRID), np.random.default_rng(4)
    volumes = {}
    for phase in PHASES:
        image = add_noise(paint(layers, GRID.shape, "CT", phase), "CT", 4.0, dice)
        volumes[phase] = Volume(np.rint(image).astype(np.int16), GRID, "CT")
    lesion = Mask(truth(mass.outline[0]), GRID)
    found = liver_references(PhaseSet(volumes), {"T1": lesion})
    assert "liver-uncertain" in {finding.code for finding in found.findings}


def test_a_reference_placed_in_the_air_is_refused():
    with pytest.raises(InputRefused, match="air or fat"):
        liver_references(exam(), places_mm=[(-170.0, -120.0, 0.0)])


def test_without_room_for_a_sphere_references_are_refused():
    everything = Mask(np.ones(GRID.shape, bool), GRID)
    with pytest.raises(InputRefused, match="no normal liver"):
        liver_references(exam(), {"T1": everything})


@pytest.mark.parametrize("modality", ["CT", "MR"])
def test_the_aorta_and_the_veins_are_sampled_where_they_run(modality):
    found = vessel_references(exam(modality))
    for tissue, material, tolerance in (
        ("aorta", Material.AORTA, 0.05),
        ("veins of the liver", Material.PORTAL_VEIN, 0.15),
    ):
        true = brightness(modality, Phase.PORTAL_VENOUS, material, 1.0)
        level = found[tissue].levels[Phase.PORTAL_VENOUS]
        assert level == pytest.approx(true, rel=tolerance)


def test_a_single_phase_shows_no_aorta():
    alone = PhaseSet({Phase.LATE_ARTERIAL: exam().volumes[Phase.LATE_ARTERIAL]})
    assert "aorta" not in vessel_references(alone)
