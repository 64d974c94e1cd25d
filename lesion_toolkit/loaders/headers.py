"""Header of one DICOM file, read from the first few kilobytes.

A plain walk over the data elements (PS3.5 section 7) that skips nested sequences by
their lengths and delimiters and stops at the pixels. What the walk does not know
(deflated, big endian, no preamble, odd value representations) goes to pydicom.
"""

import os
import struct
import warnings
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from lesion_toolkit.loaders import tags

PREFIX_BYTES = 16384
"""First read; most image headers end within it."""

UNDEFINED_LENGTH = 0xFFFFFFFF
IMPLICIT_LITTLE_ENDIAN = "1.2.840.10008.1.2"
EXPLICIT_BIG_ENDIAN = "1.2.840.10008.1.2.2"
DEFLATED = "1.2.840.10008.1.2.1.99"
MAX_NESTING = 64
"""No real object nests deeper; a damaged one may pretend to."""

_LONG = (
    b"OB", b"OW", b"OF", b"OD", b"OL", b"OV", b"SQ", b"UN", b"UC", b"UR", b"UT",
    b"SV", b"UV",
)  # fmt: skip
_SHORT = (
    b"AE", b"AS", b"AT", b"CS", b"DA", b"DS", b"DT", b"FL", b"FD", b"IS", b"LO",
    b"LT", b"PN", b"SH", b"SL", b"SS", b"ST", b"TM", b"UI", b"UL", b"US",
)  # fmt: skip
_HAS_LONG_LENGTH = dict.fromkeys(_LONG, True) | dict.fromkeys(_SHORT, False)
"""Whether a value representation has a four-byte length (PS3.5 7.1.2)."""

_IS_LONG = {int.from_bytes(vr, "little"): n for vr, n in _HAS_LONG_LENGTH.items()}
_TAG_OF_BYTES = {(tag & 0xFFFF) << 16 | tag >> 16: tag for tag in tags.WANTED}
"""The same two tables for values unpacked as plain integers, which is faster."""

UN = int.from_bytes(b"UN", "little")

_packed = struct.Struct("<IHH").unpack_from
_implicit = struct.Struct("<HHI").unpack_from
_length = struct.Struct("<I").unpack_from


class NotDicom(Exception):
    """The bytes are not a DICOM file."""


class Damaged(Exception):
    """The file begins as DICOM but cannot be followed to its pixels."""


class _MoreNeeded(Exception):
    """The walk ran out of bytes at ``args[0]``, the start of an element."""


class _Unfamiliar(Exception):
    """Not a case for the plain walk."""


@dataclass(frozen=True, slots=True)
class Header:
    """Elements of one file that loading needs, and where its pixels begin.

    Attributes
    ----------
    path
        The file.
    elements
        Raw value bytes by tag, little endian.
    pixel_offset
        First byte of the Pixel Data value; 0 where the file has none.
    pixel_length
        Its length in bytes; ``UNDEFINED_LENGTH`` for encapsulated pixels.
    size
        Length of the file in bytes.
    plain
        Whether pixels can be read at ``pixel_offset`` (False: through pydicom).
    """

    path: Path
    elements: dict[int, bytes]
    pixel_offset: int = 0
    pixel_length: int = 0
    size: int = 0
    plain: bool = True

    def text(self, tag: int) -> str:
        """Value as text without padding; empty where absent."""
        raw = self.elements.get(tag)
        return raw.decode("latin-1").strip("\0 ") if raw else ""

    def number(self, tag: int) -> float | None:
        """First value of a number in text, or None."""
        try:
            return float(self.text(tag).split("\\")[0])
        except ValueError:
            return None

    def integer(self, tag: int, default: int = 0) -> int:
        """Value of an integer, binary or in text."""
        raw = self.elements.get(tag)
        if not raw:
            return default
        if tag in tags.BINARY_UNSIGNED:
            return int.from_bytes(raw[:2], "little")
        number = self.number(tag)
        return default if number is None or number != number else int(number)

    @property
    def has_pixels(self) -> bool:
        """Whether there is Pixel Data at all."""
        return self.pixel_length > 0

    @property
    def transfer_syntax(self) -> str:
        """Transfer Syntax UID; implicit little endian where none is given."""
        return self.text(tags.TRANSFER_SYNTAX_UID) or IMPLICIT_LITTLE_ENDIAN

    @property
    def sop_class(self) -> str:
        """SOP Class UID, from the file meta information where the object has none."""
        return self.text(tags.SOP_CLASS_UID) or self.text(tags.MEDIA_STORAGE_CLASS_UID)

    @property
    def sop_instance(self) -> str:
        """SOP Instance UID, from the file meta information where need be."""
        return self.text(tags.SOP_INSTANCE_UID) or self.text(
            tags.MEDIA_STORAGE_INSTANCE_UID
        )

    @property
    def image_type(self) -> tuple[str, ...]:
        """Values of Image Type, upper case."""
        values = self.text(tags.IMAGE_TYPE).upper().split("\\")
        return tuple(value.strip() for value in values)

    def description(self) -> str:
        """Series Description in the file's character set."""
        raw = self.elements.get(tags.SERIES_DESCRIPTION, b"").rstrip(b"\0 ")
        if raw.isascii() and b"\x1b" not in raw:
            return raw.decode("ascii").strip()
        from pydicom.charset import convert_encodings, decode_bytes

        charset = self.text(tags.SPECIFIC_CHARACTER_SET).split("\\")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                return decode_bytes(raw, convert_encodings(charset), set()).strip()
            except (LookupError, UnicodeError):
                return raw.decode("latin-1").strip()

    def with_elements(self, more: dict[int, bytes]) -> "Header":
        """Replace some elements (what one frame of several says of itself)."""
        return replace(self, elements={**self.elements, **more})


def read_header(path: Path) -> Header:
    """Read the header of a file.

    Raises
    ------
    NotDicom
        The bytes are something else.
    Damaged
        DICOM that breaks off or contradicts itself before its pixels.
    OSError
        The file cannot be opened.
    """
    descriptor = os.open(path, os.O_RDONLY)
    try:
        size = os.fstat(descriptor).st_size
        first = os.read(descriptor, PREFIX_BYTES)
        if first[128:132] != b"DICM":
            if not _may_lack_preamble(first):
                raise NotDicom
            return _through_pydicom(path, size)
        try:
            return _walk_file(descriptor, first, path, size)
        except (_Unfamiliar, RecursionError):
            return _through_pydicom(path, size)
    finally:
        os.close(descriptor)


def _walk_file(descriptor: int, first: bytes, path: Path, size: int) -> Header:
    walk = _Walk()
    buffer, base, at, ask = first, 0, 132, PREFIX_BYTES
    while True:
        try:
            walk.run(buffer, at)
            break
        except _MoreNeeded as short:
            stopped: int = short.args[0]
        if base + stopped == size:
            break
        if base + stopped > size or base + len(buffer) >= size:
            raise Damaged("breaks off inside its header")
        # One element longer than the whole read is asked for again, with more.
        ask = PREFIX_BYTES if stopped > at else ask * 4
        base, at = base + stopped, 0
        buffer = os.pread(descriptor, ask, base)
    if not walk.elements:
        raise Damaged("holds no data elements")
    offset = base + walk.pixels_at if walk.pixels_at else 0
    return Header(path, walk.elements, offset, walk.pixel_length, size)


class _Walk:
    """Where a walk over data elements stands."""

    __slots__ = ("elements", "explicit", "meta", "pixel_length", "pixels_at")

    def __init__(self) -> None:
        self.elements: dict[int, bytes] = {}
        self.explicit, self.meta = True, True
        self.pixels_at = self.pixel_length = 0

    def run(self, buffer: bytes, at: int) -> None:
        """Go on from ``at`` until the pixels."""
        if self.meta:
            at = self._run_meta(buffer, at)
        if self.explicit:
            self._run_explicit(buffer, at)
        else:
            self._run_implicit(buffer, at)

    def _run_meta(self, buffer: bytes, at: int) -> int:
        """File meta information (PS3.10 7.1), always explicit little endian."""
        start, end = at, len(buffer)
        try:
            while True:
                start = at
                packed, vr, length = _packed(buffer, at)
                if packed & 0xFFFF != 2:
                    break
                at += 8
                if _IS_LONG.get(vr):
                    length = _length(buffer, at)[0]
                    at += 4
                if packed in _TAG_OF_BYTES:
                    if at + length > end:
                        raise _MoreNeeded(start)
                    self.elements[_TAG_OF_BYTES[packed]] = buffer[at : at + length]
                at += length
        except struct.error:
            raise _MoreNeeded(start) from None
        syntax = self.elements.get(tags.TRANSFER_SYNTAX_UID, b"")
        uid = syntax.decode("latin-1").rstrip("\0 ")
        if uid in (EXPLICIT_BIG_ENDIAN, DEFLATED):
            raise _Unfamiliar
        self.explicit, self.meta = uid != IMPLICIT_LITTLE_ENDIAN, False
        return at

    def _keep(self, tag: int, buffer: bytes, at: int, length: int, start: int) -> None:
        if tag in tags.WANTED:
            if at + length > len(buffer):
                raise _MoreNeeded(start)
            self.elements[tag] = buffer[at : at + length]

    def _run_explicit(self, buffer: bytes, at: int) -> None:
        # The hot loop of indexing: locals, and two look-ups an element.
        unpack, tag_of, is_long, end = _packed, _TAG_OF_BYTES, _IS_LONG, len(buffer)
        elements, start = self.elements, at
        try:
            while True:
                start = at
                packed, vr, length = unpack(buffer, at)
                at += 8
                if is_long[vr]:
                    length = _length(buffer, at)[0]
                    at += 4
                    group = packed & 0xFFFF
                    if group >= 0x7FE0 and self._ends(group, packed >> 16, at, length):
                        return
                    if length == UNDEFINED_LENGTH:
                        at = _skip_sequence(buffer, at, vr != UN, 0)
                        length = 0
                if packed in tag_of:
                    if at + length > end:
                        raise _MoreNeeded(start)
                    elements[tag_of[packed]] = buffer[at : at + length]
                at += length
        except struct.error:
            raise _MoreNeeded(start) from None
        except KeyError:
            raise _Unfamiliar from None

    def _run_implicit(self, buffer: bytes, at: int) -> None:
        start = at
        try:
            while True:
                start = at
                group, element, length = _implicit(buffer, at)
                at += 8
                if group >= 0x7FE0 and self._ends(group, element, at, length):
                    return
                if length == UNDEFINED_LENGTH:
                    at = _skip_sequence(buffer, at, False, 0)
                    length = 0
                self._keep(group << 16 | element, buffer, at, length, start)
                at += length
        except struct.error:
            raise _MoreNeeded(start) from None

    def _ends(self, group: int, element: int, at: int, length: int) -> bool:
        """Whether the walk is over; the pixels are noted when they are what ends it."""
        tag = group << 16 | element
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
            raise _Unfamiliar
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
            has_long_length = _HAS_LONG_LENGTH.get(vr)
            if has_long_length is None:
                raise _Unfamiliar
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


def _may_lack_preamble(first: bytes) -> bool:
    """Whether bytes look like data elements from the first byte on."""
    if len(first) < 16:
        return False
    group, element, _ = _implicit(first, 0)
    return group in (0x0002, 0x0008) and element <= 0x0018


def _through_pydicom(path: Path, size: int) -> Header:
    import pydicom

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            found = pydicom.dcmread(path, specific_tags=list(tags.WANTED), force=True)
            elements, pixels = _as_raw(found), len(found.get("PixelData", b""))
        except Exception as fault:  # pydicom raises many kinds on damaged files
            raise Damaged("cannot be read as DICOM") from fault
    header = Header(path, elements, 0, pixels, size, plain=False)
    if not header.sop_class:
        raise NotDicom
    return header


def _as_raw(found: Any) -> dict[int, bytes]:
    """Elements pydicom read, as the little-endian bytes the plain walk keeps."""
    elements = {}
    for element in (*getattr(found, "file_meta", ()), *found):
        tag = int(element.tag)
        value = element.value
        if tag not in tags.WANTED or tag == tags.PIXEL_DATA:
            continue
        if element.VR == "SQ" or value is None or value == "":
            elements[tag] = b""
        elif tag in tags.BINARY_UNSIGNED and isinstance(value, int):
            elements[tag] = (value & 0xFFFF).to_bytes(2, "little")
        elif tag in tags.BINARY_DOUBLE and isinstance(value, float):
            elements[tag] = struct.pack("<d", value)
        elif isinstance(value, str | int | float):
            elements[tag] = str(value).encode("latin-1", "replace")
        elif isinstance(value, bytes):
            elements[tag] = value
        else:
            elements[tag] = "\\".join(str(v) for v in value).encode("latin-1")
    return elements
