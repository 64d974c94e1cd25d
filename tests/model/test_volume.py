"""Voxels, masks and viability maps."""

import numpy as np
import pytest

from lesion_toolkit.errors import SpaceMismatch
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.phase import Phase, PhaseSet
from lesion_toolkit.model.volume import Mask, Tissue, ViabilityMap, Volume

GRID = Geometry.from_axes((3, 4, 5), origin_mm=(0, 0, 0), spacing_mm=(5, 2, 1))


def test_voxels_cannot_be_changed_in_place() -> None:
    volume = Volume(np.zeros(GRID.shape, np.int16), GRID)
    with pytest.raises(ValueError, match="read-only"):
        volume.array[0, 0, 0] = 1


def test_the_array_handed_in_stays_writable_for_its_owner() -> None:
    array = np.zeros(GRID.shape, np.int16)
    Volume(array, GRID)
    array[0, 0, 0] = 1


@pytest.mark.parametrize("noun", [Volume, Mask])
def test_voxels_must_fit_their_grid(noun) -> None:
    with pytest.raises(SpaceMismatch):
        noun(np.zeros((3, 4, 6)), GRID)


def test_mask_volume_counts_voxels() -> None:
    array = np.zeros(GRID.shape, bool)
    array[1, 1:3, 1:4] = True
    assert Mask(array, GRID).volume_ml == pytest.approx(6 * 10 / 1000)


def test_bounding_box_holds_every_marked_voxel_and_no_empty_border() -> None:
    array = np.zeros(GRID.shape, bool)
    assert Mask(array, GRID).bounding_box() is None
    array[1, 2, 3] = array[2, 1, 3] = True
    mask = Mask(array, GRID)
    assert mask.bounding_box() == (slice(1, 3), slice(1, 3), slice(3, 4))
    assert mask.bounding_box(margin=2) == (slice(0, 3), slice(0, 4), slice(1, 5))


def test_tissues_of_a_viability_map_add_up_to_the_lesion() -> None:
    codes = np.zeros(GRID.shape, np.uint8)
    codes[0, 0, :3] = [Tissue.VIABLE, Tissue.NECROTIC, Tissue.INDETERMINATE]
    tissues = ViabilityMap(codes, GRID, method="by hand")
    parts = sum(tissues.volume_ml(t) for t in Tissue if t is not Tissue.OUTSIDE)
    assert tissues.lesion.volume_ml == pytest.approx(parts)


def test_phases_of_an_exam_share_one_grid() -> None:
    array = np.zeros(GRID.shape, np.int16)
    arterial = Volume(array, GRID)
    shifted = Volume(array, GRID.crop((0, 0, 1), GRID.shape))
    with pytest.raises(SpaceMismatch):
        PhaseSet({Phase.LATE_ARTERIAL: arterial, Phase.PORTAL_VENOUS: shifted})


def test_late_arterial_is_preferred_to_early_and_portal_is_never_arterial() -> None:
    late, early, portal = (Volume(np.full(GRID.shape, n), GRID) for n in (1, 2, 3))
    exam = PhaseSet(
        {
            Phase.PORTAL_VENOUS: portal,
            Phase.EARLY_ARTERIAL: early,
            Phase.LATE_ARTERIAL: late,
        }
    )
    assert exam.arterial is late
    assert exam.reference is late
    assert PhaseSet({Phase.PORTAL_VENOUS: portal}).arterial is None
    assert PhaseSet({Phase.PORTAL_VENOUS: portal}).reference is portal


def test_a_box_in_mm_takes_more_voxels_along_the_finer_axis() -> None:
    grid = Geometry.from_axes((9, 30, 30), origin_mm=(0, 0, 0), spacing_mm=(3, 1, 0.5))
    array = np.zeros(grid.shape, bool)
    assert Mask(array, grid).box_within(4.0) is None
    array[4, 15, 15] = True
    box = (slice(2, 7), slice(11, 20), slice(7, 24))
    assert Mask(array, grid).box_within(4.0) == box
