"""Header of one DICOM file, read from its first few kilobytes.

What the plain walk over the elements does not know (deflated, big endian, no preamble,
odd value representations) goes to pydicom.
"""

import os
import stat
import struct
import warnings
from pathlib import Path
from typing import Any, NamedTuple

from lesion_toolkit.loaders import tags
from lesion_toolkit.loaders.elements import (
    IMPLICIT_LITTLE_ENDIAN,
    Damaged,
    MoreNeeded,
    Unfamiliar,
    Walk,
)
from lesion_toolkit.loaders.repeats import Repeats

PREFIX_BYTES = 8192
"""First read; most image headers end within it."""


AT_ONCE = getattr(os, "O_NONBLOCK", 0)
"""A pipe among the files would else be waited for, for ever."""


class NotDicom(Exception):
    """The bytes are not a DICOM file."""


class Header(NamedTuple):
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

    path: str
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
        return self._replace(elements={**self.elements, **more})


def read_header(path: str | Path, repeats: Repeats | None = None) -> Header:
    """Read the header of a file.

    Parameters
    ----------
    path
        The file.
    repeats
        What the files read before it have in common; kept by who reads many.

    Raises
    ------
    NotDicom
        The bytes are something else.
    Damaged
        DICOM that breaks off or contradicts itself before its pixels.
    OSError
        The file cannot be opened.
    """
    path = os.fspath(path)
    descriptor = os.open(path, os.O_RDONLY | AT_ONCE)
    try:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode):
            raise OSError("not a file")
        size = found.st_size
        first = os.read(descriptor, PREFIX_BYTES)
        if first[128:132] != b"DICM":
            if not _may_lack_preamble(first):
                raise NotDicom
            return _through_pydicom(path, size)
        try:
            return _walk_file(descriptor, first, path, size, repeats)
        except (Unfamiliar, RecursionError):
            return _through_pydicom(path, size)
    finally:
        os.close(descriptor)


def _walk_file(
    descriptor: int, first: bytes, path: str, size: int, repeats: Repeats | None
) -> Header:
    walk = Walk(repeats)
    buffer, base, at, ask = first, 0, 132, PREFIX_BYTES
    while True:
        try:
            walk.run(buffer, at)
            break
        except MoreNeeded as short:
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


def _may_lack_preamble(first: bytes) -> bool:
    """Whether bytes look like data elements from the first byte on."""
    if len(first) < 16:
        return False
    group, element = struct.unpack_from("<HH", first)
    return group in (0x0002, 0x0008) and element <= 0x0018


def _through_pydicom(path: str, size: int) -> Header:
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
        elif tag in tags.BINARY_SINGLE and isinstance(value, float):
            elements[tag] = struct.pack("<f", value)
        elif isinstance(value, str | int | float):
            elements[tag] = str(value).encode("latin-1", "replace")
        elif isinstance(value, bytes):
            elements[tag] = value
        else:
            elements[tag] = "\\".join(str(v) for v in value).encode("latin-1")
    return elements
