"""The precontrast series is laid on the lesion, not on the ribs."""

import numpy as np
import pytest
import SimpleITK as sitk

from lesion_toolkit.alignment.lesion import MOVED_MM, align_at
from lesion_toolkit.alignment.resampling import resample_onto
from lesion_toolkit.errors import SpaceMismatch
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.phase import Phase, PhaseSet
from lesion_toolkit.model.volume import Mask, Volume

GEOMETRY = Geometry.from_axes(
    (32, 64, 64), origin_mm=(-64.0, -64.0, -40.0), spacing_mm=(2.5, 2.0, 2.0)
)
PLACES = np.moveaxis(
    GEOMETRY.index_to_mm(np.moveaxis(np.indices(GEOMETRY.shape), 0, -1)), -1, 0
)


def scan(*, tumor: float, liver: float, shift_mm=(0.0, 0.0, 0.0)) -> Volume:
    x, y, z = (a - b for a, b in zip(PLACES, shift_mm, strict=True))
    hu = np.full(GEOMETRY.shape, -80.0)
    hu[(x / 55) ** 2 + (y / 55) ** 2 + (z / 36) ** 2 < 1] = liver
    hu[x**2 + y**2 + z**2 < 20**2] = tumor
    hu[(x - 6) ** 2 + (y + 4) ** 2 + (z - 5) ** 2 < 7**2] = 400  # lipiodol
    rib = np.abs(np.hypot(*PLACES[:2]) - 58) < 3
    hu[rib] = 500  # bone does not breathe
    noise = np.random.default_rng(5).normal(0, 8, hu.shape)
    return Volume((hu + noise).astype(np.int16), GEOMETRY)


LESION = Mask(np.sum(PLACES**2, axis=0) < 20**2, GEOMETRY)


def exam(shift_mm) -> PhaseSet:
    return PhaseSet(
        {
            Phase.LATE_ARTERIAL: scan(tumor=120, liver=75),
            Phase.PRECONTRAST: scan(tumor=45, liver=55, shift_mm=shift_mm),
        }
    )


@pytest.mark.parametrize("shift_mm", [(0, 0, 10), (-6, 4, -7.5), (0, 0, 0)])
def test_the_lesion_is_found_again_whatever_the_ribs_do(shift_mm):
    found = align_at(exam(shift_mm), LESION).precontrast.array[LESION.array]
    truth = scan(tumor=45, liver=55).array[LESION.array]
    oil = truth > 250
    overlap = (found[oil] > 200).mean()
    assert overlap > 0.9


def test_an_exam_without_precontrast_comes_back_as_it_was():
    arterial = PhaseSet({Phase.LATE_ARTERIAL: scan(tumor=120, liver=75)})
    assert align_at(arterial, LESION) is arterial


def test_an_empty_mask_moves_nothing():
    empty = Mask(np.zeros(GEOMETRY.shape, bool), GEOMETRY)
    before = exam((0, 0, 10))
    assert align_at(before, empty) is before


def test_a_mask_of_another_grid_is_refused():
    other = Mask(LESION.array[1:], GEOMETRY.crop((1, 0, 0), (31, 64, 64)))
    with pytest.raises(SpaceMismatch, match="another grid"):
        align_at(exam((0, 0, 0)), other)


def test_what_lies_far_from_the_lesion_stays_where_the_exam_laid_it():
    """Of a small lesion: reference tissue elsewhere was aligned with the whole exam."""
    before = exam((0, 0, 10))
    small = Mask(np.sum((PLACES.T - (6, -4, 5)).T ** 2, axis=0) < 12**2, GEOMETRY)
    after = align_at(before, small)
    k, j, i = small.box_within(MOVED_MM)
    moved = after.precontrast.array != before.precontrast.array
    assert moved[small.array].mean() > 0.5
    moved[k, j, i] = False
    assert j.start > 0
    assert not moved.any()


def test_a_part_of_a_volume_is_looked_up_as_the_whole_is():
    turned = sitk.Euler3DTransform()
    turned.SetRotation(0.05, -0.03, 0.08)
    turned.SetTranslation((7.0, -3.0, 11.0))
    volume, box = scan(tumor=120, liver=75), (slice(9, 20), slice(30, 50), slice(0, 12))
    part = volume.cropped(box).geometry
    whole, some = (
        resample_onto(volume, grid, outside=-1024, transform=turned).array
        for grid in (GEOMETRY, part)
    )
    assert (some == whole[box]).all()
