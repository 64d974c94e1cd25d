"""The b-value of a diffusion image that only its vendor's private element has.

Elements and creators as dcm2niix and GDCM know them. A private element means nothing
without its creator (PS3.5 7.8.1), which may have reserved any block of its group.
"""

import struct

from lesion_toolkit.loaders import tags
from lesion_toolkit.loaders.headers import Header

MAX_B_VALUE = 1e6
"""In s/mm2; no scanner comes near, a misread number may go beyond."""

GE_OFFSET = 100_000
"""GE adds a multiple of this, 1,000,000,000, to mark some images."""

SIEMENS, GE, PHILIPS, UNITED_IMAGING = tags.PRIVATE_B_VALUES


def with_b_value(header: Header) -> Header:
    """Give an MR header the standard Diffusion b-value where its vendor's stands in."""
    raw = header.elements
    if raw.get(tags.MODALITY) != b"MR" or tags.B_VALUE in raw:
        return header
    if tags.PRIVATE.isdisjoint(raw):
        return header
    for group, (creator, element) in tags.PRIVATE_B_VALUES.items():
        for block in tags.PRIVATE_BLOCKS:
            value = raw.get(group << 16 | block << 8 | element)
            if value and header.text(group << 16 | block) == creator:
                b_value = _b_value(group, value)
                if b_value is not None:
                    packed = struct.pack("<d", b_value)
                    return header.with_elements({tags.B_VALUE: packed})
    return header


def _b_value(group: int, raw: bytes) -> float | None:
    """Read a private element; None where it makes no sense."""
    try:
        if group == PHILIPS:
            number = float(struct.unpack("<f", raw)[0])
        elif group == UNITED_IMAGING:
            number = float(struct.unpack("<d", raw)[0])
        else:
            number = float(raw.split(b"\\")[0].strip(b"\0 "))
    except (struct.error, ValueError):
        return None
    if group == GE and number >= GE_OFFSET:
        number %= GE_OFFSET
    return number if 0 <= number <= MAX_B_VALUE else None
