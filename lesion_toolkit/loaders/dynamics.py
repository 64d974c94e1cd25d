"""When the dynamic of a Philips image began, which only a private element says.

Philips may draw Instance Numbers at random and leave out Temporal Position Identifier;
(2005,xxA0) Dynamic Scan Begin Time, in s, then tells dynamics apart (dcm2niix #533).
"""

import math
import struct

from lesion_toolkit.loaders import tags
from lesion_toolkit.loaders.headers import Header

SCAN_BEGIN = tags.SCAN_BEGIN_GROUP << 16 | tags.SCAN_BEGIN_ELEMENT
"""Where the time is kept, as text: a place that no element of a file can have."""


def with_scan_begin(header: Header) -> Header:
    """Give an MR header the time its dynamic began, where Philips wrote one."""
    raw = header.elements
    if raw.get(tags.MODALITY) != b"MR" or tags.SCAN_BEGIN.isdisjoint(raw):
        return header
    for block in tags.PRIVATE_BLOCKS:
        group = tags.SCAN_BEGIN_GROUP << 16
        value = raw.get(group | block << 8 | tags.SCAN_BEGIN_ELEMENT, b"")
        if len(value) != 4 or header.text(group | block) != tags.SCAN_BEGIN_CREATOR:
            continue
        began_s = struct.unpack("<f", value)[0]
        if math.isfinite(began_s):
            return header.with_elements({SCAN_BEGIN: f"{began_s:g}".encode()})
    return header
