"""Whatever the bytes of compressed pixels say, no fragment lies outside of the file."""

import io
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesion_toolkit.loaders.fragments import UnreadableFrame, find_frames, join

ITEM, DELIMITER = 0xE000FFFE, 0xE0DDFFFE


def _item(content, length=None, tag=ITEM):
    return struct.pack("<II", tag, len(content) if length is None else length) + content


pieces = st.one_of(
    st.binary(max_size=40),
    st.binary(max_size=40).map(_item),
    st.builds(_item, st.binary(max_size=40), st.integers(0, 2**32 - 1)),
    st.builds(_item, st.just(b""), st.just(0), st.just(DELIMITER)),
    st.lists(st.integers(0, 2**32 - 1), max_size=6).map(
        lambda offsets: _item(struct.pack(f"<{len(offsets)}I", *offsets))
    ),
)


@given(
    st.lists(pieces, max_size=8).map(b"".join), st.integers(0, 20), st.integers(1, 6)
)
def test_any_bytes_give_fragments_within_the_file_or_are_refused(held, at, count):
    file = io.BytesIO(held)
    try:
        frames = find_frames(file, at, len(held), count)
    except UnreadableFrame:
        return
    assert len(frames) == count
    for fragments in frames:
        assert all(at <= start <= start + n <= len(held) for start, n in fragments)
        try:
            code = join(file, fragments)
        except UnreadableFrame:
            continue
        assert len(code) == sum(n for _, n in fragments) > 0


def test_offsets_tell_which_fragments_make_a_frame():
    codes = [b"aa", b"bbbb", b"cc", b"dd", b"ee"]
    starts, at = [], 0
    for code in codes:
        starts.append(at)
        at += len(_item(code))
    table = struct.pack("<3I", starts[0], starts[2], starts[3])
    file = io.BytesIO(b"".join(map(_item, [table, *codes])))
    frames = find_frames(file, 0, len(file.getvalue()), 3)
    assert [join(file, one) for one in frames] == [b"aabbbb", b"cc", b"ddee"]


def test_offsets_out_of_order_give_no_frame_the_code_of_another():
    table = struct.pack("<3I", 20, 0, 10)
    file = io.BytesIO(b"".join(map(_item, [table, b"aa", b"bb", b"cc", b"dd"])))
    first, *_ = find_frames(file, 0, len(file.getvalue()), 3)
    with pytest.raises(UnreadableFrame):
        join(file, first)
