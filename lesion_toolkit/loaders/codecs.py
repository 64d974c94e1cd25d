"""Stored pixels of the frames of a file, any transfer syntax (PS3.5 sections 8, 10)."""

import io
import struct
import warnings
from collections.abc import Callable
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from lesion_toolkit.loaders import tags
from lesion_toolkit.loaders.elements import EXPLICIT_BIG_ENDIAN
from lesion_toolkit.loaders.fragments import UnreadableFrame, find_frames, join
from lesion_toolkit.loaders.headers import Header
from lesion_toolkit.loaders.kinds import is_encapsulated

RLE = "1.2.840.10008.1.2.5"
END_MARKER = b"\xff\xd9"
"""Ends every JPEG, JPEG-LS and JPEG 2000 code stream; padding may follow.

Decoders go wrong without a word on one that breaks off: libjpeg, OpenJPEG and OpenJPH
make the missing part up, CharLS counts the zeros behind it for ten seconds and more.
"""

_DECODERS = {
    RLE: "dicomrle_decode",
    "1.2.840.10008.1.2.4.50": "jpeg8_decode",  # JPEG baseline
    "1.2.840.10008.1.2.4.51": "jpeg8_decode",  # JPEG extended, 12 bits
    "1.2.840.10008.1.2.4.57": "jpeg8_decode",  # JPEG lossless
    "1.2.840.10008.1.2.4.70": "jpeg8_decode",  # JPEG lossless, first-order
    "1.2.840.10008.1.2.4.80": "jpegls_decode",
    "1.2.840.10008.1.2.4.81": "jpegls_decode",
    "1.2.840.10008.1.2.4.90": "jpeg2k_decode",
    "1.2.840.10008.1.2.4.91": "jpeg2k_decode",
    "1.2.840.10008.1.2.4.201": "htj2k_decode",
    "1.2.840.10008.1.2.4.202": "htj2k_decode",
    "1.2.840.10008.1.2.4.203": "htj2k_decode",
}
"""Name of the imagecodecs function of each transfer syntax."""


_JPEG_FRAME_MARKERS = frozenset({*range(0xC0, 0xD0), 0xF7} - {0xC4, 0xC8, 0xCC})
"""Start of frame: JPEG C0-CF but for tables and extensions, JPEG-LS F7."""


class Frames:
    """Frames of one file: what they share is read once, each frame when asked for.

    Parameters
    ----------
    header
        Of the file, or of any of its frames.

    Raises
    ------
    UnreadableFrame
        None of the frames can be read.
    """

    def __init__(self, header: Header) -> None:
        self._header = header
        self._shape = header.integer(tags.ROWS), header.integer(tags.COLUMNS)
        self._held = None if header.plain else _pixel_data(header)
        self._coded = is_encapsulated(header)
        if not self._coded:
            return
        count = max(header.integer(tags.NUMBER_OF_FRAMES, 1), 1)
        with self._open() as file:
            end = file.seek(0, io.SEEK_END)
            self._spans = find_frames(file, header.pixel_offset, end, count)

    def pixels(self, frame: int) -> NDArray[Any]:
        """Read the stored values (row, column) of a frame, signed as the header says.

        Raises
        ------
        UnreadableFrame
            The frame is cut short, damaged, or in a transfer syntax that is not known.
        """
        header = self._header
        if self._coded:
            if frame >= len(self._spans):
                raise UnreadableFrame("is beyond the last one")
            with self._open() as file:
                code = join(file, self._spans[frame])
            pixels = _decode(code, header)
        else:
            with self._open() as file:
                pixels = _raw(file, header, frame)
        if pixels.shape != self._shape:
            raise UnreadableFrame(
                f"holds {pixels.shape} pixels instead of {self._shape}"
            )
        return settle_bits(pixels, header)

    def _open(self) -> BinaryIO:
        if self._held is None:
            return open(self._header.path, "rb")
        return io.BytesIO(self._held)


def is_plain_16_bit(header: Header) -> bool:
    """Whether a frame can be read straight into 16-bit memory."""
    return (
        header.plain
        and not is_encapsulated(header)
        and header.integer(tags.BITS_ALLOCATED) == 16
    )


def settle_bits(pixels: NDArray[Any], header: Header) -> NDArray[Any]:
    """Give pixels their sign and drop bits that are not stored, in place."""
    signed = header.integer(tags.PIXEL_REPRESENTATION) == 1
    width = 8 * pixels.dtype.itemsize
    bits = header.integer(tags.BITS_STORED, width)
    settled = pixels.view(f"{'i' if signed else 'u'}{pixels.dtype.itemsize}")
    if not 0 < bits < width:
        return settled
    high = header.integer(tags.HIGH_BIT, bits - 1)
    if signed:
        # Up and down again spreads the sign bit over the unused ones.
        settled <<= width - 1 - high
        settled >>= width - bits
    else:
        if high >= bits:
            settled >>= high + 1 - bits
        settled &= (1 << bits) - 1
    return settled


def _raw(file: BinaryIO, header: Header, frame: int) -> NDArray[Any]:
    rows, columns = header.integer(tags.ROWS), header.integer(tags.COLUMNS)
    depth = header.integer(tags.BITS_ALLOCATED) // 8
    if depth not in (1, 2, 4):
        raise UnreadableFrame(f"has {8 * depth} bits allocated")
    length = rows * columns * depth
    file.seek(header.pixel_offset + frame * length)
    held = bytearray(file.read(length))
    if len(held) < length:
        raise UnreadableFrame("is cut short")
    return np.frombuffer(held, f"<u{depth}").reshape(rows, columns)


def _pixel_data(header: Header) -> bytes:
    """Pixels that do not lie plainly in their file, little endian."""
    import pydicom

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            element = pydicom.dcmread(header.path, force=True)["PixelData"]
            held: bytes = element.value
        except Exception as fault:  # pydicom raises many kinds on damaged files
            raise UnreadableFrame("cannot be read") from fault
    if header.transfer_syntax != EXPLICIT_BIG_ENDIAN:
        return held
    # Words of two bytes are swapped even where a pixel is one of them (PS3.5 8.1.1).
    width = max(
        header.integer(tags.BITS_ALLOCATED) // 8, 2 if element.VR == "OW" else 1
    )
    whole = len(held) // width * width
    if width not in (1, 2, 4):
        raise UnreadableFrame(f"has {8 * width} bits allocated")
    return np.frombuffer(held[:whole], f">u{width}").astype(f"<u{width}").tobytes()


def _decode(code: bytes, header: Header) -> NDArray[Any]:
    name = _DECODERS.get(header.transfer_syntax)
    if name is None:
        raise UnreadableFrame("is in a transfer syntax that is not read")
    is_whole = header.transfer_syntax == RLE or END_MARKER in code.rstrip(b"\0")[-4:]
    if not is_whole:
        raise UnreadableFrame("breaks off before its end marker")
    _check_coded_size(code, header)
    import imagecodecs

    decoder: Callable[..., Any] = getattr(imagecodecs, name)
    depth = header.integer(tags.BITS_ALLOCATED) // 8
    rows, columns = header.integer(tags.ROWS), header.integer(tags.COLUMNS)
    try:
        if header.transfer_syntax == RLE:
            held = bytearray(decoder(code, dtype=f"<u{depth}"))
            return np.frombuffer(held, f"<u{depth}").reshape(rows, columns)
        pixels = np.ascontiguousarray(decoder(code))
    except Exception as fault:  # each codec has its own kinds
        raise UnreadableFrame("cannot be decoded") from fault
    return pixels.astype(
        f"{pixels.dtype.kind}{max(depth, pixels.dtype.itemsize)}", copy=False
    )


def _check_coded_size(code: bytes, header: Header) -> None:
    """Refuse a code stream of another size before it takes minutes to decode."""
    if header.transfer_syntax == RLE:
        return
    size = _jpeg_2000_size(code) if code[:2] == b"\xff\x4f" else _jpeg_size(code)
    if size != (header.integer(tags.ROWS), header.integer(tags.COLUMNS)):
        raise UnreadableFrame("is coded with another size than its header says")


def _jpeg_2000_size(code: bytes) -> tuple[int, int] | None:
    """Rows and columns in the SIZ marker segment (ISO/IEC 15444-1 A.5.1)."""
    if len(code) < 24 or code[2:4] != b"\xff\x51":
        return None
    right, bottom, left, top = struct.unpack_from(">4I", code, 8)
    return bottom - top, right - left


def _jpeg_size(code: bytes) -> tuple[int, int] | None:
    """Rows and columns in the frame header (ISO/IEC 10918-1 B.2.2)."""
    at = 2
    while at + 9 <= len(code) and code[at] == 0xFF:
        marker, length = struct.unpack_from(">xBH", code, at)
        if marker in _JPEG_FRAME_MARKERS:
            rows, columns = struct.unpack_from(">HH", code, at + 5)
            return rows, columns
        at += 2 + length
    return None
