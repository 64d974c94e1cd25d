"""Slices of a Siemens mosaic lie where they were taken, or the mosaic is set aside."""

import math
import struct

import numpy as np
import pydicom
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydicom.uid import MRImageStorage

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.loaders.codecs import Frames
from lesion_toolkit.loaders.csa import UnreadableCsa, read_csa
from lesion_toolkit.loaders.index import find_series
from lesion_toolkit.loaders.pixels import read_volume

COUNT, ROWS, COLUMNS = 11, 6, 8
SPACING = (1.5, 1.25)
STEP_MM = 3.5
FIRST = np.array([-12.0, 7.0, -31.0])
"""LPS mm of the first pixel of the first tile."""
AXIAL = (np.array([1.0, 0, 0]), np.array([0, 1.0, 0]))


def _oblique():
    """Row and column of a plane turned about all three axes."""
    a, b, c = np.radians([20, -35, 50])
    x = np.array([[1, 0, 0], [0, math.cos(a), -math.sin(a)],
                  [0, math.sin(a), math.cos(a)]])  # fmt: skip
    y = np.array([[math.cos(b), 0, math.sin(b)], [0, 1, 0],
                  [-math.sin(b), 0, math.cos(b)]])  # fmt: skip
    z = np.array([[math.cos(c), -math.sin(c), 0], [math.sin(c), math.cos(c), 0],
                  [0, 0, 1]])  # fmt: skip
    turned = x @ y @ z
    return turned[0], turned[1]


def csa(tags, layout=2):
    """A CSA header of either layout, as scanners write it."""
    body = b""
    surplus = 6 if layout == 1 else 0
    for name, texts in tags.items():
        items = texts if layout == 2 else [*texts, *[""] * (6 - len(texts))]
        body += struct.pack("<64si4siii", name.encode(), len(texts), b"DS", 3,
                            len(items), 77)  # fmt: skip
        for text in items:
            held = text.encode() + b"\0" if text else b""
            body += struct.pack("<4i", len(held) + surplus, len(held), 77, 77)
            body += held + b"\0" * (-len(held) % 4)
    start = b"SV10\4\3\2\1" if layout == 2 else b""
    return start + struct.pack("<II", len(tags), 77) + body


def _protocol(centers):
    lines = ["### ASCCONV BEGIN ###", f"sSliceArray.lSize = {len(centers)}"]
    for number, center in enumerate(centers):
        for axis, value in zip(("Sag", "Cor", "Tra"), center, strict=True):
            if value:
                slot = f"sSliceArray.asSlice[{number}].sPosition.d{axis}"
                lines.append(f"{slot}\t = \t{value:.8f}")
    return "\n".join([*lines, "### ASCCONV END ###"])


class Truth:
    """A volume of known voxels at a known place, and its mosaic."""

    def __init__(self, axes=AXIAL, towards=1):
        self.row, self.column = axes
        self.normal = towards * np.cross(*axes)
        tile = np.arange(COUNT * ROWS * COLUMNS).reshape(COUNT, ROWS, COLUMNS)
        self.voxels = (tile + 1).astype(np.uint16)

    def at(self, k, j=0.0, i=0.0):
        """LPS mm of the center of a voxel."""
        down, right = self.column * SPACING[0] * j, self.row * SPACING[1] * i
        return FIRST + self.normal * STEP_MM * k + down + right

    def image_header(self, **other):
        said = {
            "NumberOfImagesInMosaic": [str(COUNT)],
            "SliceNormalVector": [f"{v:.8f}" for v in self.normal],
            **other,
        }
        return {name: texts for name, texts in said.items() if texts}

    def series_header(self, is_reversed=False):
        centers = [self.at(k, ROWS / 2, COLUMNS / 2) for k in range(COUNT)]
        text = _protocol(centers[::-1] if is_reversed else centers)
        return {"UsedPatientWeight": ["70"], "MrPhoenixProtocol": [text]}

    def picture(self):
        across = math.ceil(math.sqrt(COUNT))
        picture = np.zeros((across * ROWS, across * COLUMNS), np.uint16)
        for k, tile in enumerate(self.voxels):
            top, left = k // across * ROWS, k % across * COLUMNS
            picture[top : top + ROWS, left : left + COLUMNS] = tile
        return picture

    def dataset(self, make, image=None, series=None, number=None, **other):
        """One mosaic: its position is that of one slice as large as the picture."""
        picture = self.picture()
        rows, columns = picture.shape
        corner = self.at(0, ROWS / 2 - rows / 2, COLUMNS / 2 - columns / 2)
        found = make(
            0.0,
            pixels=picture,
            SOPClassUID=MRImageStorage,
            Modality="MR",
            ImageType=["ORIGINAL", "PRIMARY", "M", "ND", "MOSAIC"],
            ImagePositionPatient=[float(f"{v:.6f}") for v in corner],
            ImageOrientationPatient=[
                float(f"{v:.8f}") for v in (*self.row, *self.column)
            ],
            PixelSpacing=list(SPACING),
            AcquisitionMatrix=[0, COLUMNS, ROWS, 0],
            RescaleSlope=None,
            RescaleIntercept=None,
            **{"SpacingBetweenSlices": STEP_MM, **other},
        )
        private = found.private_block(0x0029, "SIEMENS CSA HEADER", create=True)
        if image is not None:
            private.add_new(0x10, "OB", _even(image))
        if series is not None:
            private.add_new(0x20, "OB", _even(series))
        if number is not None:
            counted = found.private_block(0x0019, "SIEMENS MR HEADER", create=True)
            counted.add_new(0x0A, "US", number)
        return found


def _even(raw):
    return raw + b"\0" * (len(raw) % 2)


def _volume(folder):
    (series,) = find_series(folder).series
    return read_volume(series)


def _is_at(volume, truth):
    """Whether every voxel has its value where it was taken."""
    k, j, i = np.indices(truth.voxels.shape).reshape(3, -1)
    places = np.array([truth.at(*index) for index in zip(k, j, i, strict=True)])
    at = volume.geometry.mm_to_index(places)
    near = np.rint(at).astype(int)
    assert np.abs(at - near).max() * max(STEP_MM, *SPACING) < 1e-3
    return (volume.array[tuple(near.T)] == truth.voxels[k, j, i]).all()


def _why(folder):
    index = find_series(folder)
    assert index.series == ()
    (entry,) = index.account
    return entry.set_aside


# ---- where its slices lie ------------------------------------------------------------
@pytest.mark.parametrize("layout", [1, 2])
@pytest.mark.parametrize("towards", [1, -1])
@pytest.mark.parametrize("axes", [AXIAL, _oblique()])
def test_every_voxel_lies_where_it_was_taken(make, saved, axes, towards, layout):
    truth = Truth(axes, towards)
    image = csa(truth.image_header(), layout)
    series = csa(truth.series_header(), layout)
    volume = _volume(saved([truth.dataset(make, image, series)]))
    assert volume.geometry.shape == (COUNT, ROWS, COLUMNS)
    assert volume.geometry.spacing_mm == pytest.approx((STEP_MM, *SPACING))
    assert _is_at(volume, truth)
    assert [finding.code for finding in volume.findings] == [
        "mosaic",
        "pixels-not-square",
    ]


def test_slices_planned_in_the_other_order_are_the_same_slices(make, saved):
    truth = Truth(_oblique())
    series = csa(truth.series_header(is_reversed=True))
    found = truth.dataset(make, csa(truth.image_header()), series)
    assert _is_at(_volume(saved([found])), truth)


@pytest.mark.parametrize("towards", [1, -1])
def test_planned_positions_stand_in_for_the_normal_and_the_spacing(
    make, saved, towards
):
    truth = Truth(_oblique(), towards)
    series = csa(truth.series_header())
    found = truth.dataset(make, None, series, COUNT, SpacingBetweenSlices="")
    assert _is_at(_volume(saved([found])), truth)


def test_spacing_that_no_position_proves_is_told(make, saved):
    truth = Truth(_oblique(), -1)
    volume = _volume(saved([truth.dataset(make, csa(truth.image_header()))]))
    assert _is_at(volume, truth)
    assert "slice-spacing-unproven" in {finding.code for finding in volume.findings}


def test_strict_refuses_a_spacing_that_no_position_proves(make, saved):
    truth = Truth()
    folder = saved([truth.dataset(make, csa(truth.image_header()))])
    (series,) = find_series(folder).series
    with pytest.raises(InputRefused, match="no positions prove"):
        read_volume(series, strict=True)


def test_strict_reads_a_mosaic_whose_protocol_proves_its_spacing(make, saved):
    truth = Truth()
    image, series = csa(truth.image_header()), csa(truth.series_header())
    (found,) = find_series(saved([truth.dataset(make, image, series)])).series
    assert _is_at(read_volume(found, strict=True), truth)


def test_a_mosaic_is_decoded_to_be_proven_and_to_be_read_not_once_a_tile(
    make, saved, monkeypatch
):
    truth = Truth()
    image, series = csa(truth.image_header()), csa(truth.series_header())
    (found,) = find_series(saved([truth.dataset(make, image, series)])).series
    decoded = []
    decode = Frames.pixels
    monkeypatch.setattr(
        Frames, "pixels", lambda *asked: (decoded.append(asked), decode(*asked))[1]
    )
    assert _is_at(read_volume(found), truth)
    assert len(decoded) == 2


def test_slope_and_intercept_apply_to_tiles_too(make, saved):
    truth = Truth()
    image, series = csa(truth.image_header()), csa(truth.series_header())
    scale = {"RescaleSlope": 0.5, "RescaleIntercept": 7}
    found = truth.dataset(make, image, series)
    found.RescaleSlope, found.RescaleIntercept = scale.values()
    volume = _volume(saved([found]))
    assert np.allclose(volume.array, truth.voxels * 0.5 + 7)


def test_mosaics_of_several_moments_come_apart(make, saved):
    truth = Truth()
    image, series = csa(truth.image_header()), csa(truth.series_header())
    times = ("101500", "101504", "101508")
    found = [truth.dataset(make, image, series, AcquisitionTime=t) for t in times]
    index = find_series(saved(found))
    assert [series.split_by for series in index.series] == ["AcquisitionTime"] * 3
    assert all(_is_at(read_volume(series), truth) for series in index.series)
    assert all(entry.used_in for entry in index.account)


def test_real_header_puts_its_slices_where_they_were_planned(shared, tmp_path):
    """A head scan whose picture was replaced: its headers still say all there is."""
    found = pydicom.dcmread(shared / "data/awkward/nibabel/0.dcm")
    picture = np.zeros((896, 896), np.uint16)
    for k in range(48):
        picture[k // 7 * 128, k % 7 * 128] = k + 1
    found.Rows, found.Columns = picture.shape
    found.PixelData = picture.tobytes()
    found.save_as(tmp_path / "mosaic.dcm")
    volume = _volume(tmp_path)
    assert volume.array[:, 0, 0].tolist() == list(range(1, 49))
    # sSliceArray.asSlice[n].sPosition of its protocol, at the middle of the tile.
    planned = {
        0: (0, -20.03015269, -79.31259361),
        1: (0, -20.0144448, -76.31263473),
        47: (0, -19.29188179, 61.68547359),
    }
    for k, center in planned.items():
        found_at = volume.geometry.index_to_mm((k, 64, 64))
        assert found_at == pytest.approx(center, abs=1e-3)
    assert volume.geometry.spacing_mm[0] == pytest.approx(3.0, abs=1e-6)


# ---- what is set aside ---------------------------------------------------------------
def test_mosaic_without_private_headers_is_set_aside(make, saved):
    found = Truth().dataset(make)
    assert _why(saved([found])) == "mosaic of several slices: nothing says how many"


@pytest.mark.parametrize(
    ("why", "other"),
    [
        ("disagree on how many", {"NumberOfImagesInMosaic": ["12"]}),
        ("slice normals disagree", {"SliceNormalVector": ["0", "1", "0"]}),
        ("points against", {"SliceNormalVector": ["0", "0", "-1"]}),
        ("normal that is none", {"SliceNormalVector": ["0", "0", "7"]}),
        ("cannot be read", {"SliceNormalVector": ["0", "up", "1"]}),
    ],
)
def test_private_headers_that_contradict_each_other(make, saved, why, other):
    truth = Truth()
    image = csa(truth.image_header(**other))
    assert why in _why(saved([truth.dataset(make, image, csa(truth.series_header()))]))


@pytest.mark.parametrize(
    ("count", "why"),
    [
        (9, "does not hold 9 tiles"),
        (10, "a picture beyond its last tile"),
        (13, "the last of its tiles is empty"),
        (25, "does not hold 25 tiles"),
        (64, "not of the size that was acquired"),
        (0, "absurd number"),
        (-5, "absurd number"),
        (10**9, "absurd number"),
    ],
)
def test_number_that_the_pixels_contradict(make, saved, count, why):
    truth = Truth()
    image = csa(truth.image_header(NumberOfImagesInMosaic=[str(count)]))
    assert why in _why(saved([truth.dataset(make, image)]))


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"SpacingBetweenSlices": 5.0}, "not as far apart as they were planned"),
        ({"ImagePositionPatient": list(FIRST)}, "not lie where they were planned"),
        ({"AcquisitionMatrix": [0, 5, 6, 0]}, "not of the size that was acquired"),
    ],
)
def test_public_header_that_contradicts_the_protocol(make, saved, change, why):
    truth = Truth()
    found = truth.dataset(make, csa(truth.image_header()), csa(truth.series_header()))
    for keyword, value in change.items():
        setattr(found, keyword, value)
    assert why in _why(saved([found]))


@pytest.mark.parametrize(
    ("image", "public"),
    [({"SliceNormalVector": []}, {}), ({}, {"SpacingBetweenSlices": ""})],
)
def test_slices_without_order_or_distance(make, saved, image, public):
    truth = Truth()
    found = truth.dataset(make, csa(truth.image_header(**image)), **public)
    assert "nothing says how its slices follow" in _why(saved([found]))


@settings(max_examples=60, deadline=None)
@given(layout=st.sampled_from([1, 2]), dice=st.randoms(use_true_random=False))
def test_damaged_private_header_gives_no_wrong_place(
    make, save_as, tmp_path_factory, layout, dice
):
    truth = Truth(_oblique())
    headers = [csa(truth.image_header(), layout), csa(truth.series_header(), layout)]
    which = dice.randrange(2)
    damaged = bytearray(headers[which])
    if dice.random() < 0.5:
        damaged = damaged[: dice.randrange(len(damaged))]
    for _ in range(dice.randrange(1, 8)):
        if damaged:
            damaged[dice.randrange(len(damaged))] = dice.randrange(256)
    headers[which] = bytes(damaged)
    folder = tmp_path_factory.mktemp("damaged")
    save_as(truth.dataset(make, *headers), folder / "mosaic.dcm")
    index = find_series(folder)
    (entry,) = index.account
    assert bool(entry.used_in) != bool(entry.set_aside)
    for series in index.series:
        assert _is_at(read_volume(series), truth)


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(raw):
    for start in (b"", b"SV10\4\3\2\1"):
        try:
            read_csa(start + raw)
        except UnreadableCsa:
            continue


def test_every_length_is_bounded():
    huge = struct.pack("<II", 2**31, 77)
    with pytest.raises(UnreadableCsa, match="absurd number of tags"):
        read_csa(huge)
    tag = struct.pack("<64si4siii", b"Name", 1, b"DS", 3, 2**31 - 1, 77)
    item = struct.pack("<4i", 4, 2**31 - 1, 77, 77)
    for body in (tag + item, tag, tag[:40]):
        with pytest.raises(UnreadableCsa):
            read_csa(b"SV10\4\3\2\1" + struct.pack("<II", 1, 77) + body)
