"""DICOM Segmentation (PS3.3 A.51): frames in any order, with gaps, placed singly."""

import struct
import warnings
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.loaders.placement import (
    Voxels,
    check_frame,
    free_name,
    overlapping,
    place,
    remarked,
)
from lesion_toolkit.loaders.plain_text import plain_line
from lesion_toolkit.model.finding import Finding, Severity
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.volume import Mask

RLE = "1.2.840.10008.1.2.5"
DEFLATED_FRAMES = "1.2.840.10008.1.2.8.1"
"""Deflated Image Frame Compression (PS3.5 A.4.12)."""

ON_SLICE = 0.1
"""A frame nearer to a slice of the image than this part of the step lies on it."""


THICKER = 1.5
"""Frames further apart than this many slices of the image stand for thicker slices."""

EVEN = 0.1
"""Frames lie in steps of one distance, within this part of it."""

BACKGROUND = ("125040", "DCM")


@dataclass(frozen=True, slots=True)
class Segment:
    """What a SEG says of one segment.

    Codes are (value, scheme, meaning), for example
    ``("10200004", "SCT", "Liver")``.
    """

    number: int
    label: str
    category: tuple[str, str, str] = ("", "", "")
    kind: tuple[str, str, str] = ("", "", "")
    tracking_id: str = ""
    tracking_uid: str = ""
    algorithm: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class _Frame:
    """One stored frame: where it lies, how thick it is, and what it marks.

    ``step_mm`` is Spacing Between Slices, else Slice Thickness, else 0.
    """

    affine: NDArray[np.float64]
    marked: Voxels
    step_mm: float

    @property
    def height_mm(self) -> float:
        """Position along its normal."""
        return float(self.affine[:3, 3] @ self.affine[:3, 0])


def read_segments(path: str | Path) -> tuple[Segment, ...]:
    """Read what a SEG file says of its segments, without their voxels."""
    return _segments(_read(Path(path)))


def masks_from_seg(file: Path, target: Geometry, any_frame: bool) -> dict[str, Mask]:
    """Read every segment of a SEG file onto the grid of an image.

    Raises
    ------
    InputRefused
        Damaged, or nothing marked.
    SpaceMismatch
        Another frame of reference, or outside of the image.
    """
    found = _read(file)
    frame_uid = str(found.get("FrameOfReferenceUID", ""))
    foreign = check_frame(frame_uid, target, any_frame)
    segments = [one for one in _segments(found) if one.kind[:2] != BACKGROUND]
    frames = _frames(found, [segment.number for segment in segments])
    step_mm = _step_mm(frames)
    masks: dict[str, Mask | None] = {}
    for segment in segments:
        marked = [f for f in frames.get(segment.number, ()) if f.marked.any()]
        if marked:
            name = free_name(segment.label, masks)
            masks[name] = remarked(_placed(marked, step_mm, target), foreign)
    return overlapping(masks, empty=len(segments) - len(masks))


def _read(file: Path) -> Any:
    import pydicom

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return pydicom.dcmread(file)
        except Exception as fault:  # pydicom raises many kinds on damaged files
            raise _damaged() from fault


def _damaged() -> InputRefused:
    return InputRefused(
        "a damaged DICOM SEG.",
        "a readable segmentation with a position for each frame.",
        "export it again.",
    )


def _segments(found: Any) -> tuple[Segment, ...]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return tuple(map(_segment, found.get("SegmentSequence") or ()))
        except Exception as fault:  # pydicom raises many kinds on damaged files
            raise _damaged() from fault


def _segment(item: Any) -> Segment:
    return Segment(
        int(item.SegmentNumber),
        plain_line(str(item.get("SegmentLabel", "")))
        or f"segment {int(item.SegmentNumber)}",
        _code(item, "SegmentedPropertyCategoryCodeSequence"),
        _code(item, "SegmentedPropertyTypeCodeSequence"),
        plain_line(str(item.get("TrackingID", ""))),
        plain_line(str(item.get("TrackingUID", ""))),
        plain_line(str(item.get("SegmentAlgorithmType", ""))),
    )


def _code(item: Any, keyword: str) -> tuple[str, str, str]:
    for code in item.get(keyword) or ():
        return (
            plain_line(str(code.get("CodeValue", ""))),
            plain_line(str(code.get("CodingSchemeDesignator", ""))),
            plain_line(str(code.get("CodeMeaning", ""))),
        )
    return "", "", ""


def _frames(found: Any, numbers: Sequence[int]) -> dict[int, list[_Frame]]:
    """Frames of each segment."""
    frames: dict[int, list[_Frame]] = {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            pixels = _pixels(found)
            shared = (found.get("SharedFunctionalGroupsSequence") or [{}])[0]
            groups = found.PerFrameFunctionalGroupsSequence
            kind = str(found.get("SegmentationType", "BINARY"))
            most = found.get("MaximumFractionalValue") if kind == "FRACTIONAL" else None
            half = float(most or 1) / 2
            for group, values in zip(groups, pixels, strict=True):
                affine = _affine(group, shared)
                step = _declared_mm(group, shared)
                if kind == "LABELMAP":
                    marks = {n: values == n for n in numbers}
                else:
                    marks = {_number(group, shared): values > half - 1e-6}
                for number, marked in marks.items():
                    frames.setdefault(number, []).append(_Frame(affine, marked, step))
        except Exception as fault:  # pydicom raises many kinds on damaged files
            raise _damaged() from fault
    return frames


def _pixels(found: Any) -> NDArray[Any]:
    """Give stored values (frame, row, column)."""
    syntax = found.file_meta.TransferSyntaxUID
    if syntax == DEFLATED_FRAMES:
        return _unpacked(found, _inflate)
    if syntax == RLE and found.BitsAllocated == 1:
        return _unpacked(found, _run_length_decode)
    pixels: NDArray[Any] = found.pixel_array
    return pixels[None] if pixels.ndim == 2 else pixels


def _unpacked(found: Any, unpack: Callable[[bytes, int], bytes]) -> NDArray[Any]:
    """Frames packed one by one in a way that pydicom does not read yet.

    Never more than one frame is unpacked at a time: what holds more is damaged, or a
    bomb.
    """
    from pydicom.encaps import generate_frames

    frames, shape = int(found.NumberOfFrames), (int(found.Rows), int(found.Columns))
    bits, count = int(found.BitsAllocated), shape[0] * shape[1]
    length = (count * bits + 7) // 8
    values = []
    for code in generate_frames(found.PixelData, number_of_frames=frames):
        held = unpack(code, length)
        flat = np.frombuffer(held, np.uint8 if bits <= 8 else "<u2")
        if bits == 1:
            flat = np.unpackbits(flat, count=count, bitorder="little")
        values.append(flat.reshape(shape))
    return np.stack(values)


def _inflate(code: bytes, length: int) -> bytes:
    return zlib.decompressobj(wbits=-15).decompress(code, length)


def _run_length_decode(code: bytes, length: int) -> bytes:
    """Decode a frame of single bits: one segment of whole bytes (PS3.5 Annex G)."""
    import imagecodecs

    segments, start = struct.unpack_from("<2I", code)
    if segments != 1 or len(code) > start + 2 * length + 64:
        raise ValueError("not one segment of single bits")
    return bytes(imagecodecs.packbits_decode(code[start:]))[:length]


def _item(group: Any, shared: Any, keyword: str) -> Any:
    """Functional group item of a frame, or the one all frames share."""
    return (group.get(keyword) or shared.get(keyword))[0]


def _number(group: Any, shared: Any) -> int:
    item = _item(group, shared, "SegmentIdentificationSequence")
    return int(item.ReferencedSegmentNumber)


def _declared_mm(group: Any, shared: Any) -> float:
    measures = _item(group, shared, "PixelMeasuresSequence")
    between = float(measures.get("SpacingBetweenSlices") or 0)
    return between or float(measures.get("SliceThickness") or 0)


def _affine(group: Any, shared: Any) -> NDArray[np.float64]:
    """From (row, column) index of a frame to LPS mm; first column: its unit normal."""
    position = _item(group, shared, "PlanePositionSequence").ImagePositionPatient
    orientation = _item(group, shared, "PlaneOrientationSequence")
    measures = _item(group, shared, "PixelMeasuresSequence")
    along = np.array(orientation.ImageOrientationPatient, float)
    row, column = along[:3], along[3:]
    affine = np.eye(4)
    affine[:3, 0] = np.cross(row, column)
    affine[:3, 1] = column * float(measures.PixelSpacing[0])
    affine[:3, 2] = row * float(measures.PixelSpacing[1])
    affine[:3, 3] = np.array(position, float)
    return affine


def _step_mm(frames: Mapping[int, Sequence[_Frame]]) -> float:
    """Distance between the slices that were drawn on; 0 where nothing tells.

    Frames that mark nothing may be left out, so the gaps between frames are that
    distance or a multiple of it.
    """
    known = [frame for of_segment in frames.values() for frame in of_segment]
    declared = min((f.step_mm for f in known if f.step_mm > 0), default=0.0)
    heights = np.unique(np.round([frame.height_mm for frame in known], 3))
    gaps = np.diff(heights)
    if not len(gaps) or (declared and _are_multiples(gaps, declared)):
        return declared
    return float(gaps.min())


def _are_multiples(gaps: NDArray[np.float64], step: float) -> bool:
    times = gaps / step
    return bool((np.abs(times - np.rint(times)) < EVEN).all() and times.min() > EVEN)


def _placed(frames: Sequence[_Frame], step_mm: float, target: Geometry) -> Mask | None:
    slices = [_on_slice(frame, target) for frame in frames]
    is_thicker = _is_thicker(frames, step_mm, target)
    if is_thicker or any(k is None for k in slices):
        mask = place(*_stacked(frames, step_mm, target), target, "seg")
        return _spread(mask, step_mm) if mask and is_thicker else mask
    marked = np.zeros(target.shape, np.bool_)
    for k, frame in zip(slices, frames, strict=True):
        marked[k] |= frame.marked
    return Mask(marked, target, "seg")


def _is_thicker(frames: Sequence[_Frame], step_mm: float, target: Geometry) -> bool:
    """Whether frames stand for thicker slices than the image has.

    Both the gaps between them and what they say of themselves must tell so: frames of
    thin slices may be far apart only because those between mark nothing.
    """
    thick = THICKER * target.spacing_mm[0]
    return step_mm > thick and min(frame.step_mm for frame in frames) > thick


def _spread(mask: Mask, step_mm: float) -> Mask:
    message = (
        f"Drawn on slices {step_mm:.1f} mm apart; each was spread over the thinner "
        "slices of the image."
    )
    finding = Finding("mask-from-thicker-slices", message, Severity.NOTE)
    return Mask(mask.array, mask.geometry, mask.source, (*mask.findings, finding))


def _on_slice(frame: _Frame, target: Geometry) -> int | None:
    """Slice of the image a frame coincides with, pixel for pixel, or None."""
    rows, columns = frame.marked.shape
    if (rows, columns) != target.shape[1:]:
        return None
    corners = np.array([[0, 0, 0, 1], [0, rows - 1, 0, 1], [0, 0, columns - 1, 1]])
    at = target.mm_to_index((corners @ frame.affine.T)[:, :3])
    k = round(float(at[0, 0]))
    if not 0 <= k < target.shape[0] or np.abs(at[:, 0] - k).max() > ON_SLICE:
        return None
    return k if np.abs(at[:, 1:] - corners[:, 1:3]).max() <= ON_SLICE else None


def _stacked(
    frames: Sequence[_Frame], step_mm: float, target: Geometry
) -> tuple[Voxels, Geometry]:
    """Frames as one volume of their own; slices without a frame stay unmarked."""
    first = frames[0]
    normal = first.affine[:3, 0]
    heights = np.array([frame.height_mm for frame in frames])
    step = step_mm or target.spacing_mm[0]
    times = (heights - heights.min()) / step
    numbers = np.rint(times).astype(int)
    shapes = {frame.marked.shape for frame in frames}
    if len(shapes) > 1 or numbers.max() > 100_000:
        raise _damaged()
    if np.abs(times - numbers).max() > EVEN:
        raise InputRefused(
            "a DICOM SEG whose frames are not evenly apart and lie between the slices.",
            "frames on the slices of this image, or one distance apart.",
            "choose the series it was drawn on.",
        )
    marked = np.zeros((int(numbers.max()) + 1, *first.marked.shape), np.bool_)
    for number, frame in zip(numbers, frames, strict=True):
        marked[number] |= frame.marked
    affine = frames[int(heights.argmin())].affine.copy()
    affine[:3, 0] = normal * step
    return marked, Geometry(marked.shape, affine)
