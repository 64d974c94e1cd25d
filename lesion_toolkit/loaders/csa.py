"""Siemens CSA headers (0029,xx10) and (0029,xx20): private, unpublished, not trusted.

The layout is as NiBabel's documentation describes it ("Siemens format DICOM with CSA
header"): after a count, tags of 84 bytes with a name and a number of items, each item
16 bytes and its text. Every length is checked before it is followed.
"""

import re
import struct

MAX_TAGS = 1024
"""Real headers have about a hundred."""

MAX_PROTOCOL_SLICES = 4096

_COUNT = struct.Struct("<II")
_TAG = struct.Struct("<64si4siii")
_ITEM = struct.Struct("<4i")

_SLICE_POSITION = re.compile(
    r"^sSliceArray\.asSlice\[(\d{1,4})\]\.sPosition\.d(Sag|Cor|Tra)\s*=\s*(\S+)\s*$",
    re.MULTILINE,
)
_SLICE_COUNT = re.compile(r"^sSliceArray\.lSize\s*=\s*(\d{1,4})\s*$", re.MULTILINE)
_AXES = {"Sag": 0, "Cor": 1, "Tra": 2}
"""Sagittal, coronal and transverse positions are LPS x, y, z."""


class UnreadableCsa(Exception):
    """The bytes cannot be followed as a CSA header."""


def read_csa(raw: bytes) -> dict[str, tuple[str, ...]]:
    """Read every tag of a CSA header: its texts by its name.

    Raises
    ------
    UnreadableCsa
        A count or length is absurd or leads past the end.
    """
    try:
        return _tags(raw)
    except struct.error:
        raise UnreadableCsa("breaks off") from None


def _tags(raw: bytes) -> dict[str, tuple[str, ...]]:
    is_second_layout = raw[:4] == b"SV10"
    at = 8 if is_second_layout else 0
    count, _ = _COUNT.unpack_from(raw, at)
    if not 0 < count <= MAX_TAGS:
        raise UnreadableCsa("claims an absurd number of tags")
    at += _COUNT.size
    found: dict[str, tuple[str, ...]] = {}
    first_items: int | None = None
    for _ in range(count):
        name, values, _, _, items, _ = _TAG.unpack_from(raw, at)
        at += _TAG.size
        if first_items is None:
            first_items = items
        surplus = None if is_second_layout else first_items
        texts, at = _items(raw, at, items, values, surplus)
        found.setdefault(_text(name), texts)
    return found


def _items(
    raw: bytes, at: int, items: int, values: int, surplus: int | None
) -> tuple[tuple[str, ...], int]:
    """Texts of one tag that are not empty, and where the next tag begins.

    The first layout keeps each length with ``surplus`` added, and fills the items
    beyond its values with nonsense.
    """
    if items < 0:
        raise UnreadableCsa("claims a negative number of items")
    texts = []
    for number in range(items):
        marks = _ITEM.unpack_from(raw, at)
        at += _ITEM.size
        length = marks[1] if surplus is None else marks[0] - surplus
        if length < 0 or at + length > len(raw):
            if surplus is not None and number >= values > 0:
                break
            raise UnreadableCsa("claims a length past its end")
        texts.append(_text(raw[at : at + length]))
        at += (length + 3) // 4 * 4
    return tuple(text for text in texts if text), at


def _text(raw: bytes) -> str:
    return raw.split(b"\0", 1)[0].decode("latin-1").strip()


def slice_centers_mm(protocol: str) -> tuple[tuple[float, float, float], ...]:
    """Center of each slice in LPS mm, as the measurement protocol planned them.

    Coordinates that are 0 are not written. Empty where the protocol does not say.

    Raises
    ------
    UnreadableCsa
        A coordinate is not a number, or belongs to no slice.
    """
    counted = _SLICE_COUNT.search(protocol)
    count = int(counted.group(1)) if counted else 0
    centers = [[0.0, 0.0, 0.0] for _ in range(min(count, MAX_PROTOCOL_SLICES))]
    written = _SLICE_POSITION.findall(protocol)
    if not written:
        return ()
    try:
        for number, axis, value in written:
            centers[int(number)][_AXES[axis]] = float(value)
    except (ValueError, IndexError):
        raise UnreadableCsa("has slice positions that make no sense") from None
    return tuple((x, y, z) for x, y, z in centers)
