"""Outlines written are outlines read, by name."""

import itertools

import numpy as np
import pytest

from lesion_toolkit.errors import InputRefused, SpaceMismatch, UsageRefused
from lesion_toolkit.export.masks import write_masks
from lesion_toolkit.loaders.masks import load_masks
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.volume import Mask, Volume

SHAPE = (6, 20, 24)


def oblique():
    """A grid turned about two axes, with three spacings."""
    a, b = np.radians(20), np.radians(-35)
    turn = np.array(
        [[np.cos(a), -np.sin(a), 0], [np.sin(a), np.cos(a), 0], [0, 0, 1]]
    ) @ np.array([[1, 0, 0], [0, np.cos(b), -np.sin(b)], [0, np.sin(b), np.cos(b)]])
    affine = np.eye(4)
    affine[:3, :3] = turn * (3.0, 0.8, 0.9)
    affine[:3, 3] = (-40.0, 12.0, 133.0)
    return Geometry(SHAPE, affine)


def ball(at, radius):
    index = np.stack(np.indices(SHAPE), axis=-1)
    return np.linalg.norm(index - at, axis=-1) <= radius


LESIONS = {
    "T1": ball((3, 8, 8), 4),
    "T2": ball((3, 10, 11), 3),  # overlaps T1
    "segment VII": ball((2, 16, 20), 2),
}


@pytest.mark.parametrize("names", list(itertools.combinations(LESIONS, 2)))
def test_outlines_read_back_by_name_wherever_the_grid_lies(names, tmp_path):
    on = oblique()
    masks = {name: Mask(LESIONS[name], on) for name in names}
    path = write_masks(tmp_path / "o.nrrd", masks, on)
    found = load_masks(path, like=Volume(np.zeros(SHAPE, np.int16), on))
    assert set(found) == set(names)
    for name in names:
        assert (found[name].array == LESIONS[name]).all()


def test_a_crop_is_put_in_its_place(tmp_path):
    on = oblique()
    crop = on.crop((0, 3, 4), (6, 12, 10))
    part = Mask(LESIONS["T1"][:, 3:15, 4:14], crop)
    path = write_masks(tmp_path / "o.nrrd", {"T1": part}, on)
    (found,) = load_masks(path, like=Volume(np.zeros(SHAPE, np.int16), on)).values()
    assert (found.array == LESIONS["T1"]).all()


def test_nothing_to_write_another_grid_and_another_suffix_are_refused(tmp_path):
    on = oblique()
    mask = {"T1": Mask(LESIONS["T1"], on)}
    elsewhere = Geometry.from_axes(SHAPE, origin_mm=(0, 0, 0), spacing_mm=(1, 1, 1))
    for found, path, masks, grid in (
        (InputRefused, "o.nrrd", {}, on),
        (SpaceMismatch, "o.nrrd", mask, elsewhere),
        (UsageRefused, "o.nii", mask, on),
    ):
        with pytest.raises(found):
            write_masks(tmp_path / path, masks, grid)
    assert list(tmp_path.iterdir()) == []
