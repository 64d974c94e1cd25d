"""Where the code of each compressed frame lies in its file (PS3.5 A.4)."""

import bisect
import itertools
import struct
from collections.abc import Iterator
from typing import BinaryIO

Span = tuple[int, int]
"""First byte of a fragment and its length."""

_item = struct.Struct("<HHI")


class UnreadableFrame(Exception):
    """The pixels of a frame are cut, damaged, or coded in an unknown way."""


def find_frames(file: BinaryIO, at: int, end: int, count: int) -> list[list[Span]]:
    """Fragments of each frame, from one pass over their headers.

    Parameters
    ----------
    file
        Open for reading.
    at, end
        Where its Pixel Data begin, and where the file ends.
    count
        Number of frames.

    Raises
    ------
    UnreadableFrame
        A fragment is cut, or nothing tells which fragments make a frame. An Extended
        Offset Table need not be asked: with it each frame is one fragment.
    """
    items = list(_items(file, at, end))
    if len(items) < 2:
        raise UnreadableFrame("holds no compressed pixels")
    table, *fragments = items
    if count == 1:
        return [fragments]
    if len(fragments) == count:
        return [[fragment] for fragment in fragments]
    offsets = _offsets(file, table)
    if len(offsets) != count:
        raise UnreadableFrame("cannot be told from its neighbors (no offset table)")
    first = fragments[0][0]
    starts = [start - first for start, _ in fragments]
    bounds = [bisect.bisect_left(starts, offset) for offset in offsets]
    bounds.append(len(starts))
    return [fragments[start:stop] for start, stop in itertools.pairwise(bounds)]


def join(file: BinaryIO, fragments: list[Span]) -> bytes:
    """Read the code of one frame.

    Raises
    ------
    UnreadableFrame
        It has none, or the file has become shorter.
    """
    codes = []
    for start, length in fragments:
        file.seek(start)
        codes.append(file.read(length))
        if len(codes[-1]) < length:
            raise UnreadableFrame("is cut short")
    code = b"".join(codes)
    if not code:
        raise UnreadableFrame("holds no compressed pixels")
    return code


def _items(file: BinaryIO, at: int, end: int) -> Iterator[Span]:
    """Offset table and fragments, up to the delimiter or what stands in its place."""
    while True:
        file.seek(at)
        head = file.read(_item.size)
        if len(head) < _item.size:
            return  # files without the closing delimiter are common and whole
        group, element, length = _item.unpack(head)
        if group != 0xFFFE or element != 0xE000:
            return
        at += _item.size
        if at + length > end:
            raise UnreadableFrame("is cut short")
        yield at, length
        at += length


def _offsets(file: BinaryIO, table: Span) -> tuple[int, ...]:
    start, length = table
    file.seek(start)
    held = file.read(length // 4 * 4)
    return struct.unpack(f"<{len(held) // 4}I", held)
