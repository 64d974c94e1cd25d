"""Which DICOM objects are slices of a volume, and why the others are not."""

from lesion_toolkit.loaders import tags
from lesion_toolkit.loaders.elements import UNDEFINED_LENGTH
from lesion_toolkit.loaders.headers import Header

SLICE_CLASSES = frozenset(
    {
        "1.2.840.10008.5.1.4.1.1.2",  # CT
        "1.2.840.10008.5.1.4.1.1.2.1",  # Enhanced CT
        "1.2.840.10008.5.1.4.1.1.2.2",  # Legacy converted enhanced CT
        "1.2.840.10008.5.1.4.1.1.4",  # MR
        "1.2.840.10008.5.1.4.1.1.4.1",  # Enhanced MR
        "1.2.840.10008.5.1.4.1.1.4.4",  # Legacy converted enhanced MR
    }
)
"""Storage SOP classes whose images are slices in the patient (PS3.4 B.5)."""

SECONDARY_CAPTURE = "1.2.840.10008.5.1.4.1.1.7"
MEDIA_DIRECTORY = "1.2.840.10008.1.3.10"
LOCALIZER_WORDS = frozenset({"LOCALIZER", "SCOUT", "TOPOGRAM"})
PICTURE_WORDS = frozenset(
    {
        "PROJECTION IMAGE",
        "MIP",
        "MINIP",
        "MNIP",
        "CSA MIP",
        "SCREEN SAVE",
        "SCREENSAVE",
        "PERFUSION",
    }
)
"""Image Type values of pictures made from a volume; their pixels are no tissue."""

MAX_SIDE = 8192
"""No CT or MR image has more rows or columns; a damaged header may claim them."""

MAX_JUDGED = 4096

_DECIDING = (
    tags.SOP_CLASS_UID,
    tags.MEDIA_STORAGE_CLASS_UID,
    tags.IMAGE_TYPE,
    tags.SAMPLES_PER_PIXEL,
    tags.PHOTOMETRIC_INTERPRETATION,
    tags.ROWS,
    tags.COLUMNS,
    tags.NUMBER_OF_FRAMES,
    tags.BITS_ALLOCATED,
    tags.TRANSFER_SYNTAX_UID,
)
_judged: dict[tuple[bytes | None, ...], tuple[str, int]] = {}
"""Reasons, and bytes that the pixels need, by the values they rest on: a folder
repeats few of them many times."""


def why_not_a_slice(header: Header) -> str:
    """Reason to set a file aside, or an empty text for a slice of a volume."""
    if not header.has_pixels:
        return _why_wrong_object(header) or "no pixels"
    key = tuple(map(header.elements.get, _DECIDING))
    judged = _judged.get(key)
    if judged is None:
        reason = _why_wrong_object(header) or _why_wrong_picture(header)
        judged = reason, _pixel_bytes(header)
        if len(_judged) < MAX_JUDGED:
            _judged[key] = judged
    return judged[0] or _why_cut(header, judged[1])


def _why_wrong_object(header: Header) -> str:
    sop_class = header.sop_class
    if sop_class == MEDIA_DIRECTORY:
        return "DICOM media directory"
    if sop_class.startswith(SECONDARY_CAPTURE):
        return "secondary capture"
    if sop_class not in SLICE_CLASSES:
        return f"another kind of object: {_class_name(sop_class)}"
    return ""


def _why_wrong_picture(header: Header) -> str:
    kinds = set(header.image_type)
    if kinds & LOCALIZER_WORDS:
        return "localizer"
    if kinds & PICTURE_WORDS:
        return "derived picture (projection, map or screen save)"
    samples = header.integer(tags.SAMPLES_PER_PIXEL, 1)
    if samples != 1 or not header.text(tags.PHOTOMETRIC_INTERPRETATION).startswith(
        "MONOCHROME"
    ):
        return "color image"
    sides = header.integer(tags.ROWS), header.integer(tags.COLUMNS)
    if min(sides) < 2:
        return "no rows and columns"
    if max(sides) > MAX_SIDE:
        return "absurd number of rows or columns"
    if not header.integer(tags.BITS_ALLOCATED):
        return "no bits allocated for a pixel"
    return ""


def _why_cut(header: Header, needed: int) -> str:
    """Pixels that the file is too short to hold."""
    held = header.pixel_length
    if held == UNDEFINED_LENGTH:
        return "" if header.pixel_offset + 8 < header.size else "truncated"
    if header.plain:
        held = min(held, header.size - header.pixel_offset)
    return "" if needed <= held else "truncated: fewer pixels than its size says"


def _pixel_bytes(header: Header) -> int:
    """Fewest bytes that hold the pixels; how far they compress cannot be known."""
    if is_encapsulated(header):
        return 0
    bytes_allocated = (header.integer(tags.BITS_ALLOCATED) + 7) // 8
    frames = max(header.integer(tags.NUMBER_OF_FRAMES, 1), 1)
    sides = header.integer(tags.ROWS), header.integer(tags.COLUMNS)
    return sides[0] * sides[1] * frames * bytes_allocated


def is_encapsulated(header: Header) -> bool:
    """Whether pixels are compressed (PS3.5 A.4)."""
    syntax = header.transfer_syntax
    return syntax not in (
        "1.2.840.10008.1.2",
        "1.2.840.10008.1.2.1",
        "1.2.840.10008.1.2.2",
        "1.2.840.10008.1.2.1.99",
    )


def _class_name(uid: str) -> str:
    from pydicom.uid import UID

    name = UID(uid).name
    return name if name and name != uid else "unknown SOP class"
