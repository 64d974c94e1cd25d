"""Siemens mosaics: the slices of a volume tiled into one image, row by row.

The header places the whole picture as if it were one large slice around the first
tile's center, so its first pixel is half the excess of rows and columns away from the
first tile's. The other tiles follow along the slice normal of the CSA header. Both as
in NiBabel's documentation ("Siemens mosaic format") and SPM's DICOM import.

Nothing a private header says is believed alone: numbers, sizes, positions and pixels
must agree, else the mosaic is set aside.
"""

import math
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lesion_toolkit.loaders import tags
from lesion_toolkit.loaders.codecs import Frames
from lesion_toolkit.loaders.csa import UnreadableCsa, read_csa, slice_centers_mm
from lesion_toolkit.loaders.fragments import UnreadableFrame
from lesion_toolkit.loaders.headers import Header

MAX_TILES = 1024

NORMAL_TOLERANCE = 1e-3
"""The private normal and that of rows and columns agree within this."""

HEIGHT_TOLERANCE_MM = 0.1
"""Where the protocol planned a slice and where its tile lies agree within this."""

Vector = NDArray[np.float64]


class Unplaced(Exception):
    """The tiles have no certain place in the patient; ``args[0]`` says why."""


@dataclass(frozen=True, slots=True)
class Tile:
    """One slice of a mosaic.

    Attributes
    ----------
    rows, columns
        Part of the picture it takes up.
    position
        LPS mm of the center of its first pixel.
    is_planned
        Whether the protocol gives its position too; if not, the distance between
        slices is only what Spacing Between Slices says.
    """

    rows: slice
    columns: slice
    position: tuple[float, float, float]
    is_planned: bool


@dataclass(frozen=True, slots=True)
class _Said:
    """What the public and private elements of a mosaic say of its slices."""

    counts: frozenset[int]
    acquired: int
    step_mm: float
    normal: Vector | None
    centers: Vector


def tiles_of(
    header: Header,
    position: Sequence[float],
    row: Sequence[float],
    column: Sequence[float],
    spacing_mm: tuple[float, float],
) -> tuple[Tile, ...]:
    """Find the slices of a mosaic, the first tile first.

    Parameters
    ----------
    header
        Of the mosaic.
    position, row, column, spacing_mm
        Where the whole picture lies: LPS mm of its first pixel, unit vectors along
        increasing column and row index, distance between rows and between columns.

    Raises
    ------
    Unplaced
        Number, size or place of the tiles are not known, or contradict each other.
    """
    said = _said(header.path)
    sides = header.integer(tags.ROWS), header.integer(tags.COLUMNS)
    count, across = _layout(said, sides)
    rows, columns = sides[0] // across, sides[1] // across
    along_row, along_column = np.array(row), np.array(column)
    down_mm, right_mm = spacing_mm
    first = (
        np.array(position)
        + along_column * down_mm * (sides[0] - rows) / 2
        + along_row * right_mm * (sides[1] - columns) / 2
    )
    middle = first + along_column * down_mm * rows / 2
    middle += along_row * right_mm * columns / 2
    normal = np.cross(along_row, along_column)
    step = _step(said, count, normal, middle, max(spacing_mm))
    _check_blank(header, count, across, (rows, columns))
    tiles = []
    for number in range(count):
        top, left = number // across * rows, number % across * columns
        x, y, z = (first + number * step).tolist()
        tiles.append(
            Tile(
                slice(top, top + rows),
                slice(left, left + columns),
                (x, y, z),
                len(said.centers) > 0,
            )
        )
    return tuple(tiles)


def _said(path: str) -> _Said:
    import pydicom

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            found = pydicom.dcmread(path, stop_before_pixels=True, force=True)
            return _private(found)
        except UnreadableCsa as fault:
            raise Unplaced(f"its private header {fault}") from fault
        except Exception as fault:  # pydicom raises many kinds on damaged files
            raise Unplaced("its private header cannot be read") from fault


def _private(found: Any) -> _Said:
    image = _csa(found, 0x10)
    series = _csa(found, 0x20)
    counts = {int(text) for text in image.get("NumberOfImagesInMosaic", ())[:1]}
    counted = _element(found, 0x0019, "SIEMENS MR HEADER", 0x0A)
    if counted is not None:
        is_raw = isinstance(counted, bytes)
        counts.add(int.from_bytes(counted, "little") if is_raw else int(counted))
    protocol = series.get("MrPhoenixProtocol") or series.get("MrProtocol") or ("",)
    centers = np.array(slice_centers_mm(protocol[0])).reshape(-1, 3)
    if len(centers):
        counts.add(len(centers))
    matrix = [int(side) for side in found.get("AcquisitionMatrix") or ()]
    return _Said(
        frozenset(counts),
        max(matrix, default=0),
        float(found.get("SpacingBetweenSlices") or 0),
        _normal(image.get("SliceNormalVector", ())),
        centers,
    )


def _csa(found: Any, element: int) -> dict[str, tuple[str, ...]]:
    raw = _element(found, 0x0029, "SIEMENS CSA HEADER", element)
    return read_csa(raw) if raw else {}


def _element(found: Any, group: int, creator: str, element: int) -> Any:
    """Value of a private element, or None."""
    try:
        return found.private_block(group, creator)[element].value
    except KeyError:
        return None


def _normal(texts: Sequence[str]) -> Vector | None:
    if not texts:
        return None
    normal = np.array(texts, dtype=np.float64)
    if normal.shape != (3,) or abs(np.linalg.norm(normal) - 1) > NORMAL_TOLERANCE:
        raise UnreadableCsa("has a slice normal that is none")
    return normal


def _layout(said: _Said, sides: tuple[int, int]) -> tuple[int, int]:
    """Count the tiles, and those side by side: the smallest square that holds all."""
    if not said.counts:
        raise Unplaced("nothing says how many")
    if len(said.counts) > 1:
        raise Unplaced("its headers disagree on how many")
    (count,) = said.counts
    if not 1 < count <= MAX_TILES:
        raise Unplaced("an absurd number of them")
    across = math.isqrt(count - 1) + 1
    if sides[0] % across or sides[1] % across:
        raise Unplaced(f"its size does not hold {count} tiles")
    largest = max(sides) // across
    if said.acquired and largest % said.acquired:
        raise Unplaced("its tiles are not of the size that was acquired")
    return count, across


def _step(
    said: _Said, count: int, normal: Vector, middle: Vector, pixel_mm: float
) -> Vector:
    """Give the way from tile to tile, LPS mm, from planned positions where known."""
    along = 0.0
    if said.normal is not None:
        along = float(said.normal @ normal)
        if abs(abs(along) - 1) > NORMAL_TOLERANCE:
            raise Unplaced("its slice normals disagree")
    if not len(said.centers):
        if not along or not 0 < said.step_mm < math.inf:
            raise Unplaced("nothing says how its slices follow each other")
        step: Vector = normal * math.copysign(said.step_mm, along)
        return step
    planned = said.centers
    if abs((planned[-1] - middle) @ normal) < abs((planned[0] - middle) @ normal):
        planned = planned[::-1]
    step = normal * ((planned[-1] - planned[0]) @ normal) / (count - 1)
    apart = planned - (middle + np.arange(count)[:, None] * step)
    heights = apart @ normal
    sideways = np.linalg.norm(apart - heights[:, None] * normal, axis=1)
    if np.abs(heights).max() > HEIGHT_TOLERANCE_MM or sideways.max() > pixel_mm:
        raise Unplaced("its slices do not lie where they were planned")
    if along * (step @ normal) < 0:
        raise Unplaced("its slice normal points against its planned slices")
    if said.step_mm and abs(np.linalg.norm(step) - said.step_mm) > HEIGHT_TOLERANCE_MM:
        raise Unplaced("its slices are not as far apart as they were planned")
    return step


def _check_blank(
    header: Header, count: int, across: int, shape: tuple[int, int]
) -> None:
    """Refuse a number of tiles that the pixels contradict."""
    try:
        picture = Frames(header).pixels(0)
    except (UnreadableFrame, OSError):
        return  # told when the volume is read
    rows, columns = shape
    apart = picture.reshape(across, rows, across, columns).swapaxes(1, 2)
    tiles = apart.reshape(across * across, rows, columns)
    if not tiles[count - 1].any():
        raise Unplaced("the last of its tiles is empty")
    if any(tile.min() != tile.max() for tile in tiles[count:]):
        raise Unplaced("there is a picture beyond its last tile")
