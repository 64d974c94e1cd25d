"""Heads of data elements: tag, value representation, length (PS3.5 section 7.1)."""

from lesion_toolkit.loaders import tags

_LONG = (
    b"OB", b"OW", b"OF", b"OD", b"OL", b"OV", b"SQ", b"UN", b"UC", b"UR", b"UT",
    b"SV", b"UV",
)  # fmt: skip
_SHORT = (
    b"AE", b"AS", b"AT", b"CS", b"DA", b"DS", b"DT", b"FL", b"FD", b"IS", b"LO",
    b"LT", b"PN", b"SH", b"SL", b"SS", b"ST", b"TM", b"UI", b"UL", b"US",
)  # fmt: skip
HAS_LONG_LENGTH = dict.fromkeys(_LONG, True) | dict.fromkeys(_SHORT, False)
"""Whether a value representation has a four-byte length (PS3.5 7.1.2)."""

TAG_OF_BYTES = {(tag & 0xFFFF) << 16 | tag >> 16: tag for tag in tags.WANTED}
"""Wanted tags by the integer that their four bytes make: group in the low half."""

ENDLESS = b"\xff\xff\xff\xff"
"""Length of an element whose end a delimiter tells."""


def head_size(element: bytes, explicit: bool) -> int:
    """Length of the head of an element in bytes."""
    return 12 if explicit and HAS_LONG_LENGTH.get(element[4:6]) else 8
