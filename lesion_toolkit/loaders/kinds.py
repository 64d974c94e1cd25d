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
)
_judged: dict[tuple[bytes | None, ...], str] = {}
"""Reasons by the values they rest on: a folder repeats few of them many times."""


def why_not_a_slice(header: Header) -> str:
    """Reason to set a file aside, or an empty text for a slice of a volume."""
    if not header.has_pixels:
        return _why_wrong_object(header) or "no pixels"
    key = tuple(map(header.elements.get, _DECIDING))
    reason = _judged.get(key)
    if reason is None:
        reason = _why_wrong_object(header) or _why_wrong_picture(header)
        if len(_judged) < MAX_JUDGED:
            _judged[key] = reason
    return reason or _why_cut(header)


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
    return ""


def _why_cut(header: Header) -> str:
    """Pixels that the file is too short to hold."""
    if not header.plain:
        held = header.pixel_length
    elif header.pixel_length == UNDEFINED_LENGTH:
        return "" if header.pixel_offset + 8 < header.size else "truncated"
    else:
        held = min(header.pixel_length, header.size - header.pixel_offset)
    if is_encapsulated(header):
        return ""
    needed = (
        header.integer(tags.ROWS)
        * header.integer(tags.COLUMNS)
        * max(header.integer(tags.NUMBER_OF_FRAMES, 1), 1)
        * ((header.integer(tags.BITS_ALLOCATED) + 7) // 8)
    )
    return "" if 0 < needed <= held else "truncated: fewer pixels than its size says"


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
