"""Single images: where each lies in the patient and what tells it from its siblings.

A frame of an enhanced multi-frame object (PS3.3 C.7.6.16) becomes a plane like any
other, so that splitting and stacking need to know one kind only.
"""

import functools
import math
import struct
import warnings
from collections.abc import Iterator
from typing import Any, NamedTuple

from lesion_toolkit.loaders import tags
from lesion_toolkit.loaders.diffusion import with_b_value
from lesion_toolkit.loaders.dynamics import with_scan_begin
from lesion_toolkit.loaders.headers import Header
from lesion_toolkit.loaders.mosaic import Tile, Unplaced, tiles_of

Vector = tuple[float, float, float]


class NotAPlane(Exception):
    """The image has no usable place in the patient; ``args[0]`` says why."""


class Plane(NamedTuple):
    """One image in the patient.

    Attributes
    ----------
    header
        Elements of its file, with those of its own frame on top.
    frame
        Number of the frame in the file, from 0.
    position
        LPS mm of the center of the first pixel.
    row, column
        Unit vectors (LPS) along increasing column index and row index.
    spacing_mm
        Distance between rows and between columns.
    height_mm
        Position along the normal of the image.
    tile
        Part of the picture that is this image, in a mosaic; None elsewhere.
    """

    header: Header
    frame: int
    position: Vector
    row: Vector
    column: Vector
    spacing_mm: tuple[float, float]
    height_mm: float
    tile: Tile | None = None

    @property
    def path(self) -> str:
        """File that holds it."""
        return self.header.path

    @property
    def shape(self) -> tuple[int, int]:
        """Number of rows and columns."""
        if self.tile:
            rows, columns = self.tile.rows, self.tile.columns
            return rows.stop - rows.start, columns.stop - columns.start
        return self.header.integer(tags.ROWS), self.header.integer(tags.COLUMNS)


def planes_of(header: Header) -> tuple[Plane, ...]:
    """Every image of a file.

    Raises
    ------
    NotAPlane
        Position, orientation or pixel spacing are missing or make no sense.
    """
    raw = header.elements
    if tags.PER_FRAME_FUNCTIONAL_GROUPS not in raw:
        if tags.NUMBER_OF_FRAMES in raw and header.integer(tags.NUMBER_OF_FRAMES) > 1:
            raise NotAPlane("several frames without a position for each")
        plane = _plane(with_scan_begin(with_b_value(header)), 0)
        is_mosaic = b"MOSAIC" in raw.get(tags.IMAGE_TYPE, b"").upper()
        return _tiles(plane) if is_mosaic else (plane,)
    frames = _frame_elements(header.path)
    return tuple(
        _plane(header.with_elements(own), number) for number, own in enumerate(frames)
    )


def _plane(header: Header, frame: int) -> Plane:
    raw = header.elements
    missing = "no position in the patient"
    try:
        x, y, z = _numbers(raw[tags.IMAGE_POSITION], 3)
        missing = "no usable orientation in the patient"
        row, column, normal = _orientation(raw[tags.IMAGE_ORIENTATION])
        missing = "no pixel spacing"
        spacing = _spacing(raw[tags.PIXEL_SPACING])
    except (KeyError, ValueError):
        raise NotAPlane(missing) from None
    position = x, y, z
    height = _dot(position, normal)
    return Plane(header, frame, position, row, column, spacing, height)


def _tiles(whole: Plane) -> tuple[Plane, ...]:
    """Slices of a mosaic, whose own position is that of none of them."""
    try:
        tiles = tiles_of(
            whole.header, whole.position, whole.row, whole.column, whole.spacing_mm
        )
    except Unplaced as fault:
        raise NotAPlane(f"mosaic of several slices: {fault}") from fault
    normal = normal_of(whole)
    return tuple(
        whole._replace(
            position=tile.position,
            height_mm=_dot(tile.position, normal),
            tile=tile,
        )
        for tile in tiles
    )


def _numbers(raw: bytes, count: int) -> tuple[float, ...]:
    numbers = tuple(map(float, raw.rstrip(b"\0 ").split(b"\\")))
    if len(numbers) != count or not all(map(math.isfinite, numbers)):
        raise ValueError
    return numbers


@functools.lru_cache(4096)
def _spacing(raw: bytes) -> tuple[float, float]:
    between_rows, between_columns = _numbers(raw, 2)
    if between_rows <= 0 or between_columns <= 0:
        raise ValueError
    return between_rows, between_columns


@functools.lru_cache(4096)
def _orientation(raw: bytes) -> tuple[Vector, Vector, Vector]:
    """Give unit row, column and normal; the normal points up its main axis."""
    a, b, c, d, e, f = _numbers(raw, 6)
    row, column = _unit((a, b, c)), _unit((d, e, f))
    if abs(_dot(row, column)) > 1e-2:
        raise ValueError
    normal = _unit(_cross(row, column))
    if max(normal, key=abs) < 0:
        normal = (-normal[0], -normal[1], -normal[2])
    return row, column, normal


def normal_of(plane: Plane) -> Vector:
    """Give the unit normal (LPS), pointing to head, back or left."""
    return _orientation(plane.header.elements[tags.IMAGE_ORIENTATION])[2]


def _unit(v: Vector) -> Vector:
    length = math.sqrt(_dot(v, v))
    if length < 0.5:
        raise ValueError
    return v[0] / length, v[1] / length, v[2] / length


def _dot(v: Vector, w: Vector) -> float:
    return v[0] * w[0] + v[1] * w[1] + v[2] * w[2]


def _cross(v: Vector, w: Vector) -> Vector:
    return (
        v[1] * w[2] - v[2] * w[1],
        v[2] * w[0] - v[0] * w[2],
        v[0] * w[1] - v[1] * w[0],
    )


_FRAME_ITEMS = (
    ("PlanePositionSequence", "ImagePositionPatient", tags.IMAGE_POSITION),
    ("PlaneOrientationSequence", "ImageOrientationPatient", tags.IMAGE_ORIENTATION),
    ("PixelMeasuresSequence", "PixelSpacing", tags.PIXEL_SPACING),
    ("PixelMeasuresSequence", "SliceThickness", tags.SLICE_THICKNESS),
    ("FrameContentSequence", "StackID", tags.STACK_ID),
    ("FrameContentSequence", "TemporalPositionIndex", tags.TEMPORAL_POSITION),
    ("FrameContentSequence", "FrameAcquisitionNumber", tags.ACQUISITION_NUMBER),
    ("FrameContentSequence", "FrameAcquisitionDateTime", tags.ACQUISITION_DATE_TIME),
    ("PixelValueTransformationSequence", "RescaleSlope", tags.RESCALE_SLOPE),
    ("PixelValueTransformationSequence", "RescaleIntercept", tags.RESCALE_INTERCEPT),
    ("MREchoSequence", "EffectiveEchoTime", tags.ECHO_TIME),
    ("MRDiffusionSequence", "DiffusionBValue", tags.B_VALUE),
    ("CardiacSynchronizationSequence", "NominalCardiacTriggerDelayTime",
     tags.TRIGGER_TIME),
    ("CTImageFrameTypeSequence", "FrameType", tags.IMAGE_TYPE),
    ("MRImageFrameTypeSequence", "FrameType", tags.IMAGE_TYPE),
    ("ContrastBolusUsageSequence", "ContrastBolusAgentPhase", tags.CONTRAST_PHASE),
    # Images that were converted from single-frame files keep these per frame.
    ("UnassignedPerFrameConvertedAttributesSequence", "AcquisitionTime",
     tags.ACQUISITION_TIME),
    ("UnassignedPerFrameConvertedAttributesSequence", "InstanceNumber",
     tags.INSTANCE_NUMBER),
)  # fmt: skip


def _frame_elements(path: str) -> Iterator[dict[int, bytes]]:
    """Read what each frame says of itself, as raw elements by tag."""
    import pydicom

    wanted = [tags.SHARED_FUNCTIONAL_GROUPS, tags.PER_FRAME_FUNCTIONAL_GROUPS]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            found = pydicom.dcmread(path, specific_tags=wanted, force=True)
            shared = _group_elements(found.get("SharedFunctionalGroupsSequence") or ())
            frames = [
                {**shared, **_group_elements([group])}
                for group in found.PerFrameFunctionalGroupsSequence
            ]
        except Exception as fault:  # pydicom raises many kinds on damaged files
            raise NotAPlane("unreadable functional groups") from fault
    for number, own in enumerate(frames):
        own.setdefault(tags.INSTANCE_NUMBER, str(number + 1).encode())
        yield own


def _group_elements(groups: Any) -> dict[int, bytes]:
    own: dict[int, bytes] = {}
    for group in groups:
        for sequence, keyword, tag in _FRAME_ITEMS:
            items = group.get(sequence) or ()
            value = next((item.get(keyword) for item in items), None)
            if value is None or value == "":
                continue
            if tag in tags.BINARY_DOUBLE:
                own[tag] = struct.pack("<d", float(value))
            elif isinstance(value, str | int | float):
                own[tag] = str(value).encode("latin-1", "replace")
            else:
                own[tag] = "\\".join(map(str, value)).encode("latin-1", "replace")
    return own
