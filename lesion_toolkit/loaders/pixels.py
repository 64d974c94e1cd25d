"""Voxels of a series, in HU for CT, placed by the positions of its images."""

import functools
import math
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.loaders import tags
from lesion_toolkit.loaders.codecs import Frames, is_plain_16_bit, settle_bits
from lesion_toolkit.loaders.elements import Damaged
from lesion_toolkit.loaders.fragments import UnreadableFrame
from lesion_toolkit.loaders.grid import (
    drift_mm,
    geometry_findings,
    geometry_of,
    is_straight,
    tilt_degrees,
)
from lesion_toolkit.loaders.headers import Header, NotDicom, read_header
from lesion_toolkit.loaders.modality_lut import ModalityLut, read_modality_lut
from lesion_toolkit.loaders.plain_text import counted
from lesion_toolkit.loaders.planes import NotAPlane, Plane, planes_of
from lesion_toolkit.loaders.repeats import Repeats
from lesion_toolkit.loaders.stacks import split
from lesion_toolkit.loaders.steps import by_height, is_even
from lesion_toolkit.loaders.tilt import straighten
from lesion_toolkit.model.finding import Finding, Severity
from lesion_toolkit.model.series import Series
from lesion_toolkit.model.volume import Volume

OUTSIDE_HU = -1024
"""What padding around the scanned circle becomes: the low end of the HU scale."""

NOT_TISSUE_HU = -900
"""A padding value above this would blot out tissue and is not believed."""

READ = np.int16
WIDE = np.float32


def read_volume(series: Series, *, strict: bool = False) -> Volume:
    """Read the voxels of one series.

    Parameters
    ----------
    series
        As found by :func:`~lesion_toolkit.loaders.index.find_series`.
    strict
        Refuse a tilted gantry, unreadable slices, and a mosaic whose slice spacing no
        positions prove, instead of correcting for them or saying so.

    Returns
    -------
    Volume
        Array (k, j, i): HU for CT, rescaled scanner units for MR; int16 where every
        value is a whole number, else float32. k runs along the normal of the images
        (feet to head for axial ones). Padding outside the scanned circle is -1024 HU.

    Raises
    ------
    InputRefused
        The images do not make an even, straight stack, or cannot be read.
    """
    planes = _planes(series)
    if strict:
        _refuse_unproven(planes)
    drift = drift_mm(planes)
    array, readable = _read(planes, series.modality)
    findings = [*series.findings, *_why_shorter(planes, readable, strict)]
    planes, drift, array = planes[readable], drift[readable], array[readable]
    drift = drift - drift[0]
    geometry = geometry_of(planes)
    if not is_straight(planes, drift):
        degrees = tilt_degrees(planes, drift)
        findings.append(_tilted(degrees, strict))
        outside = OUTSIDE_HU if series.modality == "CT" else 0
        array, geometry = straighten(array, geometry, drift, outside)
    findings += geometry_findings(geometry)
    findings += _ignored_padding(planes[0], series.modality)
    findings += _not_rescaled(planes, series.modality)
    return Volume(
        array,
        geometry,
        modality=series.modality,
        series_uid=series.uid,
        description=series.description,
        findings=tuple(findings),
    )


def _planes(series: Series) -> tuple[Plane, ...]:
    """Images of the series, sorted, checked to be an even stack."""
    repeats = Repeats()
    try:
        planes = [
            plane
            for file in series.files
            for plane in planes_of(read_header(file, repeats))
        ]
    except (OSError, NotDicom, Damaged, NotAPlane):
        raise _not_as_found() from None
    if len(planes) > len(series.files):
        stacks, _ = split(planes)
        named = [s for s in stacks if ", ".join(s.value) == series.split_value]
        chosen = stacks if len(stacks) == 1 else named
        if len(chosen) != 1:
            raise _not_as_found()
        planes = list(chosen[0].planes)
    ordered = by_height(planes)
    if len(ordered) < 2 or not is_even(ordered):
        raise InputRefused(
            "images that are not an even stack of slices.",
            "at least two slices at one distance from each other.",
            "list the folder with `lesion-toolkit inspect` and choose a volume.",
        )
    return ordered


def _not_as_found() -> InputRefused:
    return InputRefused(
        "files that are no longer as they were when the folder was listed.",
        "the files of the series, unchanged.",
        "list the folder again.",
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    """From stored values to HU or scanner units, for one image."""

    slope: float
    intercept: float
    padding: tuple[int, int] | None
    lut: ModalityLut | None = None

    @property
    def is_whole(self) -> bool:
        """Whether values are stored ones plus a whole number."""
        return self.lut is None and self.slope == 1 and self.intercept.is_integer()


def _scale(plane: Plane, modality: str) -> _Scale:
    header = plane.header
    slope, intercept = _rescale(header)
    slope = 1.0 if slope is None else slope
    intercept = 0.0 if intercept is None else intercept
    padding = _padding(plane) if modality == "CT" else None
    if padding and max(padding) * slope + intercept > NOT_TISSUE_HU:
        padding = None
    return _Scale(slope, intercept, padding, _lut(header))


def _rescale(header: Header) -> tuple[float | None, float | None]:
    """Slope and intercept; None for what is missing or makes no sense."""
    slope = header.number(tags.RESCALE_SLOPE)
    intercept = header.number(tags.RESCALE_INTERCEPT)
    return (
        slope if slope and math.isfinite(slope) else None,
        None if intercept is None or not math.isfinite(intercept) else intercept,
    )


def _lut(header: Header) -> ModalityLut | None:
    """Table that stands in for slope and intercept in a few images."""
    if tags.MODALITY_LUT_SEQUENCE not in header.elements:
        return None
    signed = header.integer(tags.PIXEL_REPRESENTATION) == 1
    return read_modality_lut(header.path, signed)


def _padding(plane: Plane) -> tuple[int, int] | None:
    """Range of stored padding values, signed as the pixels are (PS3.3 C.7.5.1.1.2)."""
    header = plane.header
    if not header.elements.get(tags.PIXEL_PADDING_VALUE):
        return None
    value = header.integer(tags.PIXEL_PADDING_VALUE)
    limit = header.integer(tags.PIXEL_PADDING_RANGE_LIMIT, value)
    if header.integer(tags.PIXEL_REPRESENTATION) == 1:
        value, limit = (v - 65536 if v > 32767 else v for v in (value, limit))
    return min(value, limit), max(value, limit)


def _read(planes: tuple[Plane, ...], modality: str) -> tuple[NDArray[Any], slice]:
    """Voxels of all images and the longest run of readable ones."""
    scales = [_scale(plane, modality) for plane in planes]
    shape = (len(planes), *planes[0].shape)
    if all(scale.is_whole for scale in scales):
        array = np.empty(shape, READ)
        failed = _fill(array, planes, scales)
        if failed is not None:
            return array, _longest_run(failed)
    wide = np.empty(shape, WIDE)
    failed = _fill(wide, planes, scales)
    assert failed is not None  # nothing overflows a float
    return wide, _longest_run(failed)


def _fill(
    array: NDArray[Any], planes: Sequence[Plane], scales: Sequence[_Scale]
) -> list[bool] | None:
    """Read each image into its slice; which failed, or None if int16 is too narrow."""
    if array.dtype == READ and all(
        is_plain_16_bit(p.header) and p.tile is None for p in planes
    ):
        done = [
            _read_in_place(array[k], planes[k], scales[k]) for k in range(len(planes))
        ]
    else:
        done = _fill_by_file(array, planes, scales)
    if None in done:
        return None
    return [not well for well in done]


def _fill_by_file(
    array: NDArray[Any], planes: Sequence[Plane], scales: Sequence[_Scale]
) -> list[bool | None]:
    """Read every file, and decode every frame, once.

    Files of one frame in parallel; the frames of a larger file in parallel, but one
    such file at a time, as all of it may have to be held.
    """
    done: list[bool | None] = [False] * len(planes)
    files: dict[str, dict[int, list[int]]] = {}
    for k, plane in enumerate(planes):
        files.setdefault(plane.path, {}).setdefault(plane.frame, []).append(k)

    def fill(frames: Frames, cuts: list[int]) -> None:
        try:
            stored = frames.pixels(planes[cuts[0]].frame)
        except (UnreadableFrame, OSError):
            return
        for k in cuts:
            done[k] = _place(array[k], stored, planes[k], scales[k])

    def open_and_fill(pictures: dict[int, list[int]], run: Callable[..., Any]) -> None:
        (k, *_), *_ = pictures.values()
        try:
            frames = Frames(planes[k].header)
        except (UnreadableFrame, OSError):
            return
        list(run(functools.partial(fill, frames), pictures.values()))

    with ThreadPoolExecutor(min(os.cpu_count() or 1, 8)) as pool:
        single = [pictures for pictures in files.values() if len(pictures) == 1]
        list(pool.map(functools.partial(open_and_fill, run=map), single))
        for pictures in files.values():
            if len(pictures) > 1:
                open_and_fill(pictures, pool.map)
    return done


def _read_in_place(out: NDArray[Any], plane: Plane, scale: _Scale) -> bool | None:
    """Read straight into the slice; True when done, None when int16 is too narrow."""
    header = plane.header
    try:
        descriptor = os.open(header.path, os.O_RDONLY)
    except OSError:
        return False
    try:
        offset = header.pixel_offset + plane.frame * out.nbytes
        if os.preadv(descriptor, [out.data.cast("B")], offset) < out.nbytes:
            return False
    except OSError:
        return False
    finally:
        os.close(descriptor)
    stored = settle_bits(out, header)
    return _scale_whole(out, stored, scale)


def _place(
    out: NDArray[Any], stored: NDArray[Any], plane: Plane, scale: _Scale
) -> bool | None:
    """Cut, scale and store a slice; None when int16 is too narrow."""
    if plane.tile is not None:
        stored = stored[plane.tile.rows, plane.tile.columns]
    if out.dtype == READ:
        return _scale_whole(out, stored, scale)
    padded = _padded(stored, scale)
    if scale.lut is not None:
        out[...] = scale.lut.apply(stored)
    else:
        np.multiply(stored, scale.slope, out=out, dtype=np.float32, casting="unsafe")
        out += np.float32(scale.intercept)
    if padded is not None:
        out[padded] = OUTSIDE_HU
    return True


def _scale_whole(out: NDArray[Any], stored: NDArray[Any], scale: _Scale) -> bool | None:
    """Add the intercept in int16; None when a value would not fit."""
    padded = _padded(stored, scale)
    intercept = int(scale.intercept)
    limits = np.iinfo(READ)
    kind = np.iinfo(stored.dtype)
    if not (limits.min <= kind.min + intercept and kind.max + intercept <= limits.max):
        tissue = stored if padded is None else stored[~padded]
        if tissue.size and not (
            limits.min <= int(tissue.min()) + intercept
            and int(tissue.max()) + intercept <= limits.max
        ):
            return None
    if not np.shares_memory(out, stored):
        out[...] = stored.astype(READ, copy=False)
    if intercept:
        # Two's complement wraps around and back, so uint16 50000 - 32768 comes right.
        out += np.array(intercept).astype(READ)
    if padded is not None:
        out[padded] = OUTSIDE_HU
    return True


def _padded(stored: NDArray[Any], scale: _Scale) -> NDArray[np.bool_] | None:
    if scale.padding is None:
        return None
    low, high = scale.padding
    padded: NDArray[np.bool_] = (
        stored == low if low == high else (stored >= low) & (stored <= high)
    )
    return padded


def _longest_run(failed: Sequence[bool]) -> slice:
    best, start = slice(0, 0), 0
    for k, bad in enumerate([*failed, True]):
        if bad:
            if k - start > best.stop - best.start:
                best = slice(start, k)
            start = k + 1
    return best


def _why_shorter(
    planes: tuple[Plane, ...], readable: slice, strict: bool
) -> list[Finding]:
    kept = readable.stop - readable.start
    if kept == len(planes):
        return []
    message = (
        f"Pixels of at least one of {len(planes)} slices are cut or damaged; only the "
        f"longest run of {kept} readable slices was kept."
    )
    if strict or kept < 2:
        raise InputRefused(
            message, "readable pixels in every slice.", "fetch the series again."
        )
    return [Finding("unreadable-slices", message, Severity.SERIOUS)]


def _refuse_unproven(planes: Sequence[Plane]) -> None:
    if any(plane.tile and not plane.tile.is_planned for plane in planes):
        raise InputRefused(
            "a mosaic whose slice spacing no positions prove.",
            "the measurement protocol in its private header.",
            "load without strict to rely on Spacing Between Slices.",
        )


def _tilted(degrees: float, strict: bool) -> Finding:
    if strict:
        raise InputRefused(
            f"a gantry tilt of {degrees:.1f} degrees.",
            "slices stacked along their normal.",
            "load without strict to have the tilt corrected by resampling.",
        )
    message = f"The gantry was tilted by {degrees:.1f}°; slices were shifted back."
    return Finding("gantry-tilt", message)


def _ignored_padding(plane: Plane, modality: str) -> list[Finding]:
    if modality != "CT" or _padding(plane) is None or _scale(plane, modality).padding:
        return []
    message = "The padding value of the file is a tissue value; it was not applied."
    return [Finding("padding-ignored", message, Severity.NOTE)]


def _not_rescaled(planes: Sequence[Plane], modality: str) -> list[Finding]:
    without = [
        plane
        for plane in planes
        if None in _rescale(plane.header)
        and tags.MODALITY_LUT_SEQUENCE not in plane.header.elements
    ]
    if modality != "CT" or not without:
        return []
    message = (
        f"{counted(len(without), 'slice')} without a slope and intercept that make "
        "sense; the values may not be HU."
    )
    return [Finding("not-rescaled", message, Severity.SERIOUS)]
