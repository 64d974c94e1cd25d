import zlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.volume import Mask
from lesion_toolkit.reading.masks import digest_of, from_bytes, to_bytes

shapes = st.tuples(*[st.integers(1, 9)] * 3)


def mask_of(array, spacing_mm=(2.5, 0.7, 0.7)):
    geometry = Geometry.from_axes(
        array.shape,
        origin_mm=(-1 / 3, 0.1, 7e-5),
        spacing_mm=spacing_mm,
        frame_of_reference_uid="1.2.3",
    )
    return Mask(array, geometry, source="click")


@given(arrays.arrays(bool, shapes))
def test_an_outline_comes_back_voxel_for_voxel_in_its_place(array):
    mask = mask_of(array)
    again = from_bytes(to_bytes(mask), digest_of(mask))
    assert np.array_equal(again.array, array)
    assert np.array_equal(again.geometry.affine, mask.geometry.affine)
    assert again.geometry.frame_of_reference_uid == "1.2.3"
    assert again.source == "click"


def test_the_digest_is_of_the_voxels_and_of_where_they_are():
    array = np.zeros((3, 4, 5), bool)
    array[1, 2, 3] = True
    same, moved = mask_of(array.copy()), np.roll(array, 1, axis=2)
    assert digest_of(same) == digest_of(mask_of(array))
    assert digest_of(mask_of(moved)) != digest_of(same)
    assert digest_of(mask_of(array, (2.5, 0.7, 0.8))) != digest_of(same)


def test_an_outline_that_is_not_the_one_stored_is_refused():
    mask = mask_of(np.ones((2, 2, 2), bool))
    other = mask_of(np.zeros((2, 2, 2), bool))
    for packed in (to_bytes(other), b"", zlib.compress(b"x"), to_bytes(mask)[:-3]):
        with pytest.raises(InputRefused, match="not the one which was stored"):
            from_bytes(packed, digest_of(mask))
