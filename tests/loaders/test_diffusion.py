"""Diffusion images come apart by b-value, be it the vendor's own."""

import struct

import numpy as np
import pytest
from pydicom.uid import (
    DeflatedExplicitVRLittleEndian,
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
    MRImageStorage,
)

from lesion_toolkit.loaders.index import find_series
from lesion_toolkit.loaders.pixels import read_volume

HEIGHTS = (0.0, 5.0, 10.0)
VENDORS = {
    "Siemens": (0x0019, "SIEMENS MR HEADER", 0x0C, "IS", str),
    "GE": (0x0043, "GEMS_PARM_01", 0x39, "IS", lambda b: [b, 8, 0, 0]),
    "GE with an offset": (
        0x0043, "GEMS_PARM_01", 0x39, "IS", lambda b: [10**9 + b, 8, 0, 0],
    ),
    "Philips": (0x2001, "Philips Imaging DD 001", 0x03, "FL", float),
    "United Imaging": (0x0065, "Image Private Header", 0x09, "FD", float),
}  # fmt: skip


def _images(make, vendor, *, creator=None, others=(), modality="MR"):
    """Two b-values at each height, in no helpful order, told apart privately."""
    group, known, element, vr, written = VENDORS[vendor]
    images = []
    for number, (z, b) in enumerate((z, b) for z in HEIGHTS for b in (50, 800)):
        pixels = np.full((8, 6), b, np.int16)
        found = make(z, pixels=pixels, SOPClassUID=MRImageStorage, Modality=modality)
        found.InstanceNumber = (5 * number) % 7
        for other in others:
            found.private_block(group, other, create=True)
        private = found.private_block(group, creator or known, create=True)
        private.add_new(element, vr, written(b))
        images.append(found)
    return images


@pytest.mark.parametrize(
    "syntax",
    [
        ExplicitVRLittleEndian,
        ImplicitVRLittleEndian,
        ExplicitVRBigEndian,
        DeflatedExplicitVRLittleEndian,
    ],
)
@pytest.mark.parametrize("vendor", VENDORS)
def test_the_vendors_own_element_splits_by_b_value(
    make, save_as, tmp_path, vendor, syntax
):
    for number, found in enumerate(_images(make, vendor)):
        if syntax == ExplicitVRBigEndian:
            stored = np.frombuffer(found.PixelData, "<i2")
            found.PixelData = stored.astype(">i2").tobytes()
        save_as(found, tmp_path / f"{number}.dcm", syntax)
    told = {
        series.split_value: np.unique(read_volume(series).array).tolist()
        for series in find_series(tmp_path).series
    }
    assert all(
        one.split_by == "DiffusionBValue" for one in find_series(tmp_path).series
    )
    assert told == {"50": [50], "800": [800]}


@pytest.mark.parametrize("vendor", VENDORS)
def test_the_block_of_a_creator_may_be_any(make, saved, vendor):
    folder = saved(_images(make, vendor, others=("SOMEBODY ELSE", "ANOTHER")))
    assert {one.split_value for one in find_series(folder).series} == {"50", "800"}


@pytest.mark.parametrize("vendor", VENDORS)
def test_the_same_element_of_another_creator_means_something_else(make, saved, vendor):
    index = find_series(saved(_images(make, vendor, creator="SOMEBODY ELSE")))
    assert all("DiffusionBValue" not in one.split_by for one in index.series)


def test_a_value_of_unknown_representation_is_read_too(make, saved):
    """Archives that do not know a private element keep its bytes as UN."""
    images = _images(make, "Philips")
    for found in images:
        element = found.private_block(0x2001, "Philips Imaging DD 001")[0x03]
        value = struct.pack("<f", element.value)
        found.add_new(element.tag, "UN", value)
    series = find_series(saved(images)).series
    assert {one.split_value for one in series} == {"50", "800"}


def test_the_standard_element_is_believed_before_the_vendors(make, saved):
    images = _images(make, "Siemens")
    for found in images:
        is_low = found.PixelData == images[0].PixelData
        found.DiffusionBValue = 100.0 if is_low else 400.0
    series = find_series(saved(images)).series
    assert {one.split_value for one in series} == {"100", "400"}


@pytest.mark.parametrize("nonsense", ["", "many", "-5", "nan", "1e99"])
def test_nonsense_is_no_b_value(make, saved, nonsense):
    images = _images(make, "Siemens")
    for found in images[::2]:
        tag = found.private_block(0x0019, "SIEMENS MR HEADER").get_tag(0x0C)
        found.add_new(tag, "UN", nonsense.encode() + b" " * (len(nonsense) % 2))
    assert {one.split_value for one in find_series(saved(images)).series} == {
        "none",
        "800",
    }


def test_ct_has_no_b_value(make, saved):
    index = find_series(saved(_images(make, "GE", modality="CT")))
    assert all("DiffusionBValue" not in one.split_by for one in index.series)
