"""Dynamics of one Philips series come apart by when each began, if nothing else says.

Its Instance Numbers may be drawn at random; (2005,xxA0) is the dynamic scan begin time.
"""

import numpy as np
import pytest
from pydicom.uid import (
    DeflatedExplicitVRLittleEndian,
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
    MRImageStorage,
)

from lesion_toolkit.loaders.index import find_series
from lesion_toolkit.loaders.pixels import read_volume

CREATOR = "Philips MR Imaging DD 001"
HEIGHTS = (0.0, 5.0, 10.0)
BEGAN = (9.5, 31.25, 104.0)


def _images(make, creator=CREATOR, *, others=(), modality="MR"):
    """Three dynamics at each height, numbered at random."""
    images = []
    numbers = np.random.default_rng(5).permutation(len(HEIGHTS) * len(BEGAN))
    for z in HEIGHTS:
        for began in BEGAN:
            pixels = np.full((8, 6), int(began), np.int16)
            found = make(
                z, pixels=pixels, SOPClassUID=MRImageStorage, Modality=modality
            )
            found.InstanceNumber = int(numbers[len(images)])
            for other in others:
                found.private_block(0x2005, other, create=True)
            private = found.private_block(0x2005, creator, create=True)
            private.add_new(0xA0, "FL", began)
            images.append(found)
    return images


@pytest.mark.parametrize(
    "syntax",
    [
        ExplicitVRLittleEndian,
        ImplicitVRLittleEndian,
        DeflatedExplicitVRLittleEndian,
    ],
)
@pytest.mark.parametrize("others", [(), ("SOMEBODY ELSE", "ANOTHER")])
def test_dynamics_come_apart_in_the_order_they_began(
    make, save_as, tmp_path, syntax, others
):
    for number, found in enumerate(_images(make, others=others)):
        save_as(found, tmp_path / f"{number}.dcm", syntax)
    series = find_series(tmp_path).series
    assert [one.split_by for one in series] == ["Philips dynamic scan begin time"] * 3
    assert [one.split_value for one in series] == ["9.5", "31.25", "104"]
    voxels = [np.unique(read_volume(one).array).tolist() for one in series]
    assert voxels == [[9], [31], [104]]


@pytest.mark.parametrize(
    "other", [{"creator": "SOMEBODY ELSE"}, {"modality": "CT"}], ids=str
)
def test_the_element_of_another_creator_says_nothing(make, saved, other):
    index = find_series(saved(_images(make, **other)))
    assert index.series == ()
    assert {e.set_aside for e in index.account} == {
        "up to 3 images at a position, nothing tells them apart"
    }


def test_what_the_standard_says_is_believed_first(make, saved):
    images = _images(make)
    for number, found in enumerate(images):
        found.TemporalPositionIdentifier = 1 + number % 3
    series = find_series(saved(images)).series
    assert [one.split_by for one in series] == ["TemporalPositionIdentifier"] * 3


def test_a_time_that_is_no_number_says_nothing(make, saved):
    images = _images(make)
    for found in images:
        found[0x2005, 0x10A0].value = float("nan")
    assert find_series(saved(images)).series == ()
