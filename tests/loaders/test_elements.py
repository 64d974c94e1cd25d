"""Passing repeated runs of elements must find what walking each of them finds."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesion_toolkit.loaders import tags
from lesion_toolkit.loaders.elements import (
    IMPLICIT_LITTLE_ENDIAN,
    Damaged,
    MoreNeeded,
    Unfamiliar,
    Walk,
)
from lesion_toolkit.loaders.headers import read_header
from lesion_toolkit.loaders.repeats import Repeats

EXPLICIT = "1.2.840.10008.1.2.1"


def _element(tag: int, value: bytes, explicit: bool) -> bytes:
    head = struct.pack("<HH", tag >> 16, tag & 0xFFFF)
    length = struct.pack("<2sH", b"LO", len(value))
    return head + (length if explicit else struct.pack("<I", len(value))) + value


def _sequence(texts: list[bytes], explicit: bool) -> bytes:
    """Give a sequence of unknown length, and so are its items."""
    endless = b"SQ\0\0\xff\xff\xff\xff" if explicit else b"\xff\xff\xff\xff"
    items = b"".join(
        struct.pack("<HHI", 0xFFFE, 0xE000, 0xFFFFFFFF)
        + _element(tags.SERIES_DESCRIPTION, text, explicit)
        + struct.pack("<HHI", 0xFFFE, 0xE00D, 0)
        for text in texts
    )
    end = struct.pack("<HHI", 0xFFFE, 0xE0DD, 0)
    return struct.pack("<HH", 0x0008, 0x1140) + endless + items + end


def _meta(syntax: str) -> bytes:
    return _element(tags.TRANSFER_SYNTAX_UID, syntax.encode(), True)


def _walked(content: bytes, repeats: Repeats | None) -> object:
    walk = Walk(repeats)
    try:
        walk.run(content, 0)
        ended: object = "at the pixels"
    except (MoreNeeded, Unfamiliar, Damaged) as fault:
        ended = type(fault), fault.args
    return walk.elements, walk.pixels_at, walk.pixel_length, ended


VALUES = st.sampled_from([b"", b"ONE ", b"TWO ", b"1\\2\\3 "])
ITEMS = st.lists(st.sampled_from([b"ONE ", b"TWO ", b"LONGER"]), max_size=2)
TAGS = sorted(tag for tag in tags.WANTED if 0x00080000 <= tag < 0x00300000)


@st.composite
def _files(draw: st.DrawFn) -> list[bytes]:
    """Some files of one exam, changed here and there, cut or garbled."""
    explicit = draw(st.booleans())
    shared = {tag: draw(VALUES) for tag in TAGS}
    files = []
    for _ in range(draw(st.integers(2, 12))):
        own = shared | draw(st.dictionaries(st.sampled_from(TAGS), VALUES, max_size=6))
        content = _meta(EXPLICIT if explicit else IMPLICIT_LITTLE_ENDIAN)
        for tag, value in own.items():
            if tag == tags.PATIENT_ID:
                content += _sequence(draw(ITEMS), explicit)
            content += _element(tag, value, explicit)
        pixels = struct.pack("<HH", 0x7FE0, 0x0010)
        pixels += struct.pack("<2sHI", b"OW", 0, 8) if explicit else b"\x08\0\0\0"
        content += pixels + bytes(8)
        if draw(st.booleans()):
            at = draw(st.integers(0, len(content) - 1))
            garbled = draw(st.sampled_from([b"", b"\xff", b"SQ\xff\xff\xff\xff"]))
            content = content[:at] + garbled + content[at + 1 :]
        if draw(st.integers(0, 3)) == 0:
            content = content[: draw(st.integers(0, len(content)))]
        files.append(content)
    return files


@given(_files())
def test_repeats_never_change_what_a_walk_finds(files):
    repeats = Repeats()
    for content in files:
        assert _walked(content, repeats) == _walked(content, None)


@pytest.mark.parametrize("syntax", [EXPLICIT, IMPLICIT_LITTLE_ENDIAN])
def test_a_series_repeats_all_but_what_changes_its_length(syntax):
    explicit = syntax == EXPLICIT
    repeats = Repeats()
    for number in range(8):
        own = {
            tags.INSTANCE_NUMBER: b"%04d" % number,
            tags.IMAGE_POSITION: b"12" * number,
        }
        content = _meta(syntax)
        for tag in TAGS:
            content += _element(tag, own.get(tag, b"SAME"), explicit)
        _walked(content, repeats)
    stretches = repeats.stretches[explicit].values()
    passed = [tag for one in stretches for tag in (*one.shared, *one.own_tags)]
    assert set(TAGS) - set(passed) == {tags.IMAGE_POSITION}
    assert [one.own_tags for one in stretches if one.own_tags] == [
        (tags.INSTANCE_NUMBER,)
    ]


def test_a_stretch_never_leads_out_of_the_file_meta_information():
    repeats = Repeats()
    rest = b"".join(_element(tag, b"SAME", True) for tag in (0x00020013, *TAGS))
    for number in range(3):
        first = _element(0x00090010, b"12" * number, True)
        _walked(_meta(EXPLICIT) + first + rest, repeats)
    mislabelled = _meta(IMPLICIT_LITTLE_ENDIAN) + rest
    assert _walked(mislabelled, repeats) == _walked(mislabelled, None)


def test_headers_of_a_series_are_the_same_read_together_or_alone(
    make, save_as, tmp_path
):
    repeats = Repeats()
    for number in range(12):
        slice_ = make(float(number), InstanceNumber=number + 1)
        private = slice_.private_block(0x0019, "MAKER", create=True)
        for element in range(40):
            private.add_new(element, "LO", f"value {element}")
        path = save_as(slice_, tmp_path / f"{number}")
        assert read_header(path, repeats) == read_header(path)
    assert repeats.stretches[True]
