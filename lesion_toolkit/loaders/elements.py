"""The data elements of a DICOM file, walked from its first kilobytes to its pixels.

A plain walk (PS3.5 section 7) that keeps the elements of
:data:`~lesion_toolkit.loaders.tags.WANTED` and skips nested sequences by their lengths
and delimiters. What files of a series have in common is compared instead of walked.
"""

import struct

from lesion_toolkit.loaders import tags
from lesion_toolkit.loaders.heads import HAS_LONG_LENGTH, TAG_OF_BYTES
from lesion_toolkit.loaders.repeats import Repeats

UNDEFINED_LENGTH = 0xFFFFFFFF
IMPLICIT_LITTLE_ENDIAN = "1.2.840.10008.1.2"
EXPLICIT_BIG_ENDIAN = "1.2.840.10008.1.2.2"
DEFLATED = "1.2.840.10008.1.2.1.99"
MAX_NESTING = 64
"""No real object nests deeper; a damaged one may pretend to."""

LONG_WALK = 32
"""Steps of a walk that make it worth looking for repeated elements."""

_IS_LONG = {int.from_bytes(vr, "little"): n for vr, n in HAS_LONG_LENGTH.items()}
"""Whether a value representation, as an integer, has a four-byte length."""

_UN = int.from_bytes(b"UN", "little")
_IMPLICIT = IMPLICIT_LITTLE_ENDIAN.encode()
_UNFAMILIAR = frozenset({EXPLICIT_BIG_ENDIAN.encode(), DEFLATED.encode()})

_head = struct.Struct("<II").unpack_from
_implicit = struct.Struct("<HHI").unpack_from
_length = struct.Struct("<I").unpack_from


class Damaged(Exception):
    """The file begins as DICOM but cannot be followed to its pixels."""


class MoreNeeded(Exception):
    """The walk ran out of bytes at ``args[0]``, the start of an element."""


class Unfamiliar(Exception):
    """Not a case for the plain walk."""


class Walk:
    """Where a walk over the data elements of one file stands.

    Attributes
    ----------
    elements
        Raw value bytes of the wanted elements by tag.
    pixels_at, pixel_length
        Where Pixel Data begin in the buffer, and their length; 0 where there are none.
    """

    __slots__ = ("_explicit", "_repeats", "elements", "pixel_length", "pixels_at")

    def __init__(self, repeats: Repeats | None = None) -> None:
        self.elements: dict[int, bytes] = {}
        self.pixels_at = self.pixel_length = 0
        self._repeats = repeats
        self._explicit: bool | None = None

    def run(self, buffer: bytes, at: int) -> None:
        """Go on from ``at`` until the pixels.

        Raises
        ------
        MoreNeeded
            The buffer ends before the pixels, or before the end of a wanted element.
        Unfamiliar
            The bytes want a reader that knows more.
        Damaged
            Sequences nest deeper than in any real object.
        """
        meta: list[int] = []
        if self._explicit is None:
            at = self._run_meta(buffer, at, meta)
        explicit = bool(self._explicit)
        starts: list[int] = []
        try:
            self._step(buffer, at, explicit, starts)
        except struct.error:
            raise MoreNeeded(starts[-1]) from None
        except KeyError:
            raise Unfamiliar from None
        finally:
            if self._repeats and len(starts) > LONG_WALK:
                self._repeats.learn(buffer, ((meta, True), (starts, explicit)))

    def _run_meta(self, buffer: bytes, at: int, starts: list[int]) -> int:
        """File meta information (PS3.10 7.1), always explicit little endian."""
        end, elements = len(buffer), self.elements
        stretches = self._repeats.stretches[True] if self._repeats else {}
        try:
            while True:
                starts.append(at)
                tag, head = _head(buffer, at)
                if tag & 0xFFFF != 2:
                    break
                if tag in stretches and stretches[tag].is_at(buffer, at):
                    at = stretches[tag].take(buffer, at, elements)
                    continue
                at += 8
                length = head >> 16
                if _IS_LONG.get(head & 0xFFFF):
                    length = _length(buffer, at)[0]
                    at += 4
                if tag in TAG_OF_BYTES:
                    if at + length > end:
                        raise MoreNeeded(starts[-1])
                    elements[TAG_OF_BYTES[tag]] = buffer[at : at + length]
                at += length
        except struct.error:
            raise MoreNeeded(starts[-1]) from None
        syntax = elements.get(tags.TRANSFER_SYNTAX_UID, b"").rstrip(b"\0 ")
        if syntax in _UNFAMILIAR:
            raise Unfamiliar
        self._explicit = syntax != _IMPLICIT
        return at

    def _step(self, buffer: bytes, at: int, explicit: bool, starts: list[int]) -> None:
        # The hot loop of indexing: locals, and few look-ups an element.
        unpack, tag_of, is_long, end = _head, TAG_OF_BYTES, _IS_LONG, len(buffer)
        elements = self.elements
        stretches = self._repeats.stretches[explicit] if self._repeats else {}
        while True:
            starts.append(at)
            tag, length = unpack(buffer, at)
            if tag in stretches and stretches[tag].is_at(buffer, at):
                at = stretches[tag].take(buffer, at, elements)
                continue
            at += 8
            vr = _UN
            if explicit:
                vr = length & 0xFFFF
                length >>= 16
                if is_long[vr]:
                    length = _length(buffer, at)[0]
                    at += 4
            if tag & 0xFFFF >= 0x7FE0 and self._ends(tag, at, length):
                return
            if length == UNDEFINED_LENGTH:
                at = _skip_sequence(buffer, at, vr != _UN, 0)
                length = 0
            if tag in tag_of:
                if at + length > end:
                    raise MoreNeeded(starts[-1])
                elements[tag_of[tag]] = buffer[at : at + length]
            at += length

    def _ends(self, swapped: int, at: int, length: int) -> bool:
        """Whether the walk is over; the pixels are noted when they are what ends it."""
        tag = (swapped & 0xFFFF) << 16 | swapped >> 16
        if tag == tags.PIXEL_DATA:
            self.pixels_at, self.pixel_length = at, length
        return tag >= tags.PIXEL_DATA


def _skip_sequence(buffer: bytes, at: int, explicit: bool, depth: int) -> int:
    """Byte after the delimiter of a sequence of undefined length."""
    if depth > MAX_NESTING:
        raise Damaged("nests deeper than any real object")
    while True:
        group, element, length = _implicit(buffer, at)
        at += 8
        if group != 0xFFFE:
            raise Unfamiliar
        if element == 0xE0DD:
            return at
        if length == UNDEFINED_LENGTH:
            at = _skip_item(buffer, at, explicit, depth)
        else:
            at += length


def _skip_item(buffer: bytes, at: int, explicit: bool, depth: int) -> int:
    """Byte after the delimiter of an item of undefined length."""
    while True:
        group, element, length = _implicit(buffer, at)
        if group == 0xFFFE and element == 0xE00D:
            return at + 8
        nested = explicit
        if explicit:
            vr = buffer[at + 4 : at + 6]
            at += 8
            has_long_length = HAS_LONG_LENGTH.get(vr)
            if has_long_length is None:
                raise Unfamiliar
            if has_long_length:
                length = _length(buffer, at)[0]
                at += 4
                nested = vr != b"UN"
            else:
                length >>= 16
        else:
            at += 8
        if length == UNDEFINED_LENGTH:
            at = _skip_sequence(buffer, at, nested, depth + 1)
        else:
            at += length
