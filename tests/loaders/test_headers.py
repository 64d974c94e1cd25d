"""The plain walk must say what pydicom says, and know when it cannot."""

import struct
from pathlib import Path

import pydicom
import pytest
from pydicom.data import get_testdata_file
from pydicom.dataset import Dataset
from pydicom.sequence import Sequence

from lesion_toolkit.loaders import tags
from lesion_toolkit.loaders.elements import Damaged
from lesion_toolkit.loaders.headers import NotDicom, read_header

SHIPPED = [
    "CT_small.dcm",
    "MR_small.dcm",
    "MR_small_RLE.dcm",
    "JPEG2000.dcm",
    "MR_small_implicit.dcm",
    "rtplan.dcm",
    "liver_1frame.dcm",
    "nested_priv_SQ.dcm",
    "UN_sequence.dcm",
    "MR_small_bigendian.dcm",
    "image_dfl.dcm",
]
TEXT = (
    tags.SOP_CLASS_UID,
    tags.SERIES_INSTANCE_UID,
    tags.IMAGE_POSITION,
    tags.IMAGE_ORIENTATION,
    tags.PIXEL_SPACING,
    tags.RESCALE_SLOPE,
)


def _as_text(value: object) -> str:
    if value is None:
        return ""
    many = isinstance(value, pydicom.multival.MultiValue | list)
    return "\\".join(map(str, value)) if many else str(value)


@pytest.mark.parametrize("name", SHIPPED)
def test_header_agrees_with_pydicom(name):
    path = Path(get_testdata_file(name))
    header = read_header(path)
    found = pydicom.dcmread(path, force=True)
    for tag in TEXT:
        expected = _as_text(found[tag].value if tag in found else None)
        assert header.text(tag) == expected.strip()
    assert header.integer(tags.ROWS) == int(found.get("Rows", 0))
    assert header.has_pixels == ("PixelData" in found)


def test_file_without_preamble_is_read(tmp_path):
    whole = Path(get_testdata_file("CT_small.dcm")).read_bytes()
    start = whole.index(b"\x08\x00\x05\x00CS")
    path = tmp_path / "bare"
    path.write_bytes(whole[start:])
    header = read_header(path)
    assert header.integer(tags.ROWS) == 128
    assert header.has_pixels


def test_pixels_begin_where_the_header_says():
    path = Path(get_testdata_file("CT_small.dcm"))
    header = read_header(path)
    stored = path.read_bytes()[header.pixel_offset :][: header.pixel_length]
    assert stored == pydicom.dcmread(path).PixelData


def test_uid_in_a_nested_sequence_is_not_the_series(make, save_as, tmp_path):
    for name, undefined in (("a", True), ("b", False)):
        other = Dataset()
        other.SeriesInstanceUID = "9.9.9"
        slice_ = make(0.0)
        slice_.ReferencedSeriesSequence = Sequence([other])
        slice_["ReferencedSeriesSequence"].is_undefined_length = undefined
        header = read_header(save_as(slice_, tmp_path / name))
        assert header.text(tags.SERIES_INSTANCE_UID) == "1.2.3.4"


@pytest.mark.parametrize("length", [10, 20_000, 300_000])
def test_long_private_elements_before_the_image_are_passed(
    make, save_as, tmp_path, length
):
    slice_ = make(7.0)
    slice_.private_block(0x0019, "MAKER", create=True).add_new(
        1, "OB", b"\x01" * length
    )
    header = read_header(save_as(slice_, tmp_path / "long.dcm"))
    assert header.text(tags.IMAGE_POSITION).endswith("7.0")
    assert header.pixel_length == 8 * 6 * 2


def test_value_longer_than_the_first_read_is_whole(make, save_as, tmp_path):
    slice_ = make(0.0)
    with pytest.warns(UserWarning, match="exceeds the maximum length"):
        slice_.SeriesDescription = "L" * 40_000
    path = save_as(slice_, tmp_path / "long.dcm")
    assert len(read_header(path).description()) == 40_000


def test_header_that_breaks_off_is_damaged(make, save_as, tmp_path):
    whole = save_as(make(0.0), tmp_path / "whole.dcm").read_bytes()
    cut = tmp_path / "cut.dcm"
    cut.write_bytes(whole[: len(whole) // 2 - 40])
    with pytest.raises(Damaged):
        read_header(cut)


@pytest.mark.parametrize("content", [b"", b"text", b"\x89PNG" * 100, bytes(5000)])
def test_other_files_are_not_dicom(tmp_path, content):
    path = tmp_path / "file"
    path.write_bytes(content)
    with pytest.raises(NotDicom):
        read_header(path)


def test_bottomless_nesting_ends_as_damage(tmp_path):
    item = struct.pack("<HHI", 0xFFFE, 0xE000, 0xFFFFFFFF)
    sequence = struct.pack("<HH2sHI", 0x0008, 0x1140, b"SQ", 0, 0xFFFFFFFF)
    syntax = b"1.2.840.10008.1.2.1\0"
    meta = struct.pack("<HH2sH", 2, 0x10, b"UI", len(syntax)) + syntax
    path = tmp_path / "deep"
    path.write_bytes(bytes(128) + b"DICM" + meta + (sequence + item) * 5000)
    with pytest.raises(Damaged):
        read_header(path)


@pytest.mark.parametrize(
    ("charset", "description"),
    [
        ("ISO_IR 100", "Leber spätarteriell"),
        ("ISO_IR 192", "动脉期 3mm"),
        ("ISO 2022 IR 149", "동맥기"),
        ("GB18030", "门静脉期"),
    ],
)
def test_description_is_read_in_its_character_set(
    make, save_as, tmp_path, charset, description
):
    slice_ = make(0.0, SpecificCharacterSet=charset, SeriesDescription=description)
    assert read_header(save_as(slice_, tmp_path / "d")).description() == description
