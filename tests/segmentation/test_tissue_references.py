"""Spleen and muscle of the back are found where they are, or refused in words."""

from functools import lru_cache

import numpy as np
import pytest

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.phase import Phase, PhaseSet
from lesion_toolkit.model.reference import ReferenceOrgan
from lesion_toolkit.model.volume import Mask, Volume
from lesion_toolkit.phantoms.anatomy import Build, Scene
from lesion_toolkit.phantoms.materials import Material, brightness
from lesion_toolkit.phantoms.rendering import add_noise, layers_of, paint
from lesion_toolkit.phantoms.shapes import sphere
from lesion_toolkit.phantoms.tumor import Tumor
from lesion_toolkit.segmentation.references import liver_references
from lesion_toolkit.segmentation.tissue_references import tissue_references

GRID = Geometry.from_axes(
    (44, 112, 128), origin_mm=(-190, -124, -100), spacing_mm=(4.5, 2.2, 3.0)
)
PHASES = (Phase.PRECONTRAST, Phase.LATE_ARTERIAL, Phase.PORTAL_VENOUS)
TUMOR = Tumor("T1", (sphere((-80.0, 5.0, -10.0), 50.0),))
MATERIAL = {"spleen": Material.SPLEEN, "muscle": Material.MUSCLE}
BUILDS = (Build(), Build(310, 205, 0.9), Build(365, 255, 1.05))

both = pytest.mark.parametrize("tissue", ["spleen", "muscle"])
each_modality = pytest.mark.parametrize("modality", ["CT", "MR"])


def scene(build: Build) -> Scene:
    return Scene(build, tumors=(TUMOR,))


@lru_cache(maxsize=6)
def exam(modality: str, build: Build = BUILDS[0]) -> PhaseSet:
    dice = np.random.default_rng(11)
    layers = layers_of(scene(build), GRID)
    volumes = {}
    for phase in PHASES:
        image = add_noise(
            paint(layers, GRID.shape, modality, phase), modality, 10.0, dice
        )
        volumes[phase] = Volume(np.rint(image).astype(np.int16), GRID, modality)
    return PhaseSet(volumes)


def only(modality: str, *kept: Phase) -> PhaseSet:
    whole = exam(modality).volumes
    return PhaseSet({phase: whole[phase] for phase in kept})


@each_modality
@both
@pytest.mark.parametrize("build", BUILDS, ids=["typical", "slight", "heavy"])
def test_every_sphere_lies_wholly_in_the_tissue(modality, tissue, build):
    """Each voxel of each sphere has the exact value of the tissue without noise."""
    found = tissue_references(exam(modality, build), tissue)
    assert found.tissue == tissue
    assert len(found.places_mm) >= 3
    layers = layers_of(scene(build), GRID)
    places_mm = GRID.index_to_mm(np.moveaxis(np.indices(GRID.shape), 0, -1))
    for phase in PHASES:
        image = paint(layers, GRID.shape, modality, phase)
        pure = brightness(modality, phase, MATERIAL[tissue], 1.0)
        # correlated noise of 10 in 34 voxels of each sphere
        assert found.levels[phase] == pytest.approx(pure, abs=5)
        for center in found.places_mm:
            within = np.linalg.norm(places_mm - center, axis=-1) <= found.radius_mm
            np.testing.assert_allclose(image[within], pure, atol=1)


@both
def test_spheres_keep_away_from_lesions(tissue):
    places_mm = GRID.index_to_mm(np.moveaxis(np.indices(GRID.shape), 0, -1))
    first = np.array(tissue_references(exam("CT"), tissue).places_mm[0])
    lesion = Mask(np.linalg.norm(places_mm - first, axis=-1) < 8, GRID)
    found = tissue_references(exam("CT"), tissue, {"T1": lesion})
    apart = np.linalg.norm(np.array(found.places_mm) - first, axis=1)
    assert apart.min() > 8 + found.radius_mm + 5


@both
def test_a_sphere_that_a_reader_gives_always_wins(tissue):
    placed = [(-100.0, 40.0, 0.0), (-90.0, -40.0, 0.0), (-60.0, 40.0, 20.0)]
    found = tissue_references(exam("CT"), tissue, places_mm=placed)
    assert found.tissue == tissue
    assert found.places_mm == tuple(placed)


@each_modality
def test_liver_is_placed_as_ever(modality):
    asked = tissue_references(exam(modality), ReferenceOrgan.LIVER, {})
    assert asked.places_mm == liver_references(exam(modality), {}).places_mm


@both
@each_modality
def test_tissue_that_one_phase_cannot_show_is_refused_in_words(modality, tissue):
    with pytest.raises(InputRefused, match=f"no {tissue} wide enough"):
        tissue_references(only(modality, Phase.LATE_ARTERIAL), tissue)


@each_modality
def test_a_patient_without_a_spleen_has_no_other_organ_measured_instead(modality):
    """Kidney, bowel, stomach and muscle of the left flank are not taken for it."""
    whole = exam(modality)
    x, y, z = np.moveaxis(
        GRID.index_to_mm(np.moveaxis(np.indices(GRID.shape), 0, -1)), -1, 0
    )
    where = ((x - 104) / 32) ** 2 + ((y - 40) / 52) ** 2 + ((z - 22) / 56) ** 2 < 1
    where &= (x / 140) ** 2 + (y / 90) ** 2 < 1
    spleen = {
        phase: np.abs(
            volume.array.astype(float) - brightness(modality, phase, Material.SPLEEN)
        )
        < 45
        for phase, volume in whole.volumes.items()
    }
    gone = np.logical_and.reduce(list(spleen.values())) & where
    fat = {p: brightness(modality, p, Material.FAT) for p in PHASES}
    without = PhaseSet(
        {
            phase: volume.with_array(np.where(gone, np.int16(fat[phase]), volume.array))
            for phase, volume in whole.volumes.items()
        }
    )
    assert gone.sum() * GRID.voxel_volume_ml > 100
    with pytest.raises(InputRefused, match="no spleen"):
        tissue_references(without, "spleen")


def test_muscle_on_one_side_only_is_not_taken_for_muscle_of_the_back():
    whole = exam("CT")
    x, y, _ = np.moveaxis(
        GRID.index_to_mm(np.moveaxis(np.indices(GRID.shape), 0, -1)), -1, 0
    )
    left = (x > 12) & (y > 70)
    one_sided = PhaseSet(
        {
            phase: volume.with_array(np.where(left, np.int16(-100), volume.array))
            for phase, volume in whole.volumes.items()
        }
    )
    with pytest.raises(InputRefused, match="no muscle"):
        tissue_references(one_sided, "muscle")
