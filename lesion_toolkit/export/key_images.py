"""Key images as SVG: gray pixels with vector outlines, calipers and a scale bar.

The user unit of every drawing is one millimetre, so a bar of 10 units is 10 mm.
"""

import base64
import math
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

import imagecodecs
import numpy as np
from markupsafe import Markup

from lesion_toolkit.export.page import render
from lesion_toolkit.export.words import length_mm
from lesion_toolkit.model.measurement import KeyImage

LETTER_SHARE = 0.045
"""Height of letters as a share of the drawing's width."""

BOLD_WIDTH = 0.72
"""Mean width of a bold letter in units of its height, on the generous side."""

LONG_BAR_FROM_MM = 120.0
"""Drawings at least this wide carry a 50 mm scale bar, smaller ones 10 mm."""

LESION_WEIGHT = 0.5
"""How bad it is that a label covers the lesion, beside covering a caliper (1)."""

SAME_LENGTH_MM = 0.1
"""A drawn caliper this close to the tabulated diameter carries the table's figure."""

PointMm = tuple[float, float]
"""(x, y) on the drawing in mm, from the top left corner."""


@dataclass(frozen=True, slots=True)
class Box:
    """Rectangle on the drawing, mm."""

    left: float
    top: float
    width: float
    height: float

    def overlap_mm2(self, other: "Box") -> float:
        """Area this rectangle shares with another one."""
        across = min(self.left + self.width, other.left + other.width)
        down = min(self.top + self.height, other.top + other.height)
        wide, high = (
            across - max(self.left, other.left),
            down - max(self.top, other.top),
        )
        return max(wide, 0.0) * max(high, 0.0)


@dataclass(frozen=True, slots=True)
class DrawnCaliper:
    """A caliper with end ticks and its label, ready for the template."""

    name: str
    ends: tuple[PointMm, PointMm]
    ticks: tuple[tuple[PointMm, PointMm], ...]
    text: str
    label: PointMm


def extent_mm(image: KeyImage) -> tuple[float, float]:
    """Width and height of the pixels in mm."""
    (rows, columns), (row_mm, column_mm) = image.shape, image.spacing_mm
    return columns * column_mm, rows * row_mm


def placed(
    point: tuple[float, float], image: KeyImage, shift: PointMm = (0.0, 0.0)
) -> PointMm:
    """Drawing mm of a (row, column) point; pixel centers are whole numbers.

    ``shift`` is where the pixels begin on the drawing.
    """
    (row, column), (row_mm, column_mm) = point, image.spacing_mm
    return (column + 0.5) * column_mm + shift[0], (row + 0.5) * row_mm + shift[1]


def key_image_svg(
    image: KeyImage,
    *,
    title: str,
    key: str,
    diameters_mm: Mapping[str, Decimal | None] | None = None,
    frame_mm: tuple[float, float] | None = None,
) -> Markup:
    """Draw one key image as a self-contained ``<svg>`` element.

    Parameters
    ----------
    image
        Pixels, outlines and calipers. Outline and caliper points are (row, column)
        with pixel centers at whole numbers.
    title
        What is seen, for a reader who cannot see it.
    key
        Prefix of the ids in the drawing, unique within the page.
    diameters_mm
        Tabulated diameters by caliper name; a caliper drawn within 0.1 mm of its
        diameter carries that figure, otherwise the length that is drawn.
    frame_mm
        (width, height) to center the pixels in, so that the images of one lesion share
        one scale. Default: the pixels' own extent.
    """
    width, height = extent_mm(image)
    frame = frame_mm or (width, height)
    shift = (frame[0] - width) / 2, (frame[1] - height) / 2
    letter = LETTER_SHARE * frame[0]
    outlines = {
        name: [[placed(p, image, shift) for p in line] for line in lines]
        for name, lines in image.outlines.items()
    }
    bar_mm = 50 if frame[0] >= LONG_BAR_FROM_MM else 10
    corner = 0.03 * frame[0], frame[1] - 0.04 * frame[0]
    edges = _edge_letters(image, frame, letter)
    taken = [_text_box(at, text, letter) for text, at in edges]
    taken.append(
        Box(corner[0], corner[1] - 1.6 * letter, max(bar_mm, 4 * letter), 2 * letter)
    )
    lesion = [_bounds(line) for line in outlines.get("lesion", ())]
    room = _Room(frame, letter, taken, lesion)
    calipers = _drawn_calipers(image, diameters_mm or {}, shift, room)
    return render(
        "key_image.svg.j2",
        key=key,
        title=title,
        caption=image.caption,
        frame=frame,
        pixels=Box(*shift, width, height),
        png=png_base64(image),
        paths={name: _path(lines) for name, lines in outlines.items() if lines},
        calipers=calipers,
        edges=edges,
        letter=letter,
        bar_mm=bar_mm,
        corner=corner,
    )


def png_base64(image: KeyImage) -> str:
    """Pixels as a gray 8-bit PNG, base64."""
    gray = np.frombuffer(image.pixels, np.uint8).reshape(image.shape)
    return base64.b64encode(imagecodecs.png_encode(gray)).decode("ascii")


def _path(lines: list[list[PointMm]]) -> str:
    """One SVG path of closed polygons; inner rings become holes by even-odd fill."""
    rings = (" L".join(f"{x:.2f} {y:.2f}" for x, y in line) for line in lines)
    return " ".join(f"M{ring} Z" for ring in rings)


def _edge_letters(
    image: KeyImage, frame: tuple[float, float], letter: float
) -> list[tuple[str, PointMm]]:
    """Patient directions with the center of each letter."""
    width, height = frame
    near = 0.75 * letter
    centers = [
        (near, height / 2),
        (width - near, height / 2),
        (width / 2, near),
        (width / 2, height - near),
    ]
    return [(text, at) for text, at in zip(image.edge_letters, centers, strict=True)]


@dataclass(frozen=True, slots=True)
class _Room:
    """Where labels may go: a frame, what they must not and better not cover."""

    frame: tuple[float, float]
    letter: float
    taken: list[Box]
    lesion: list[Box]

    def clear_place(self, ends: tuple[PointMm, PointMm], text: str) -> PointMm:
        """Center for a caliper's label: near its ends, else in a corner."""
        size = _text_box((0.0, 0.0), text, self.letter)
        inside = [self._clamped(at, size) for at in _label_places(ends, size, self)]
        return min(inside, key=lambda at: self._covered(at, text))

    def _clamped(self, at: PointMm, size: Box) -> PointMm:
        margin = 0.3 * self.letter
        (x, y), (width, height) = at, self.frame
        across, down = size.width / 2 + margin, size.height / 2 + margin
        return (
            min(max(x, across), max(width - across, across)),
            min(max(y, down), max(height - down, down)),
        )

    def _covered(self, at: PointMm, text: str) -> float:
        box = _text_box(at, text, self.letter)
        hidden = sum(box.overlap_mm2(other) for other in self.taken)
        return hidden + LESION_WEIGHT * sum(box.overlap_mm2(o) for o in self.lesion)


def _drawn_calipers(
    image: KeyImage,
    diameters_mm: Mapping[str, Decimal | None],
    shift: tuple[float, float],
    room: _Room,
) -> list[DrawnCaliper]:
    """Calipers with labels that keep clear of each other and of the edges."""
    drawn_ends = {
        name: (placed(ends[0], image, shift), placed(ends[1], image, shift))
        for name, ends in image.calipers.items()
    }
    for ends in drawn_ends.values():
        room.taken.extend(_along(ends, room.letter))
    drawn = []
    for name, ends in drawn_ends.items():
        length = math.dist(*ends)
        tabulated = diameters_mm.get(name)
        agrees = tabulated is not None and (
            abs(float(tabulated) - length) <= SAME_LENGTH_MM
        )
        text = f"{name} {length_mm(tabulated if agrees else length)} mm"
        label = room.clear_place(ends, text)
        room.taken.append(_text_box(label, text, room.letter))
        drawn.append(DrawnCaliper(name, ends, _ticks(ends, room.letter), text, label))
    return drawn


def _label_places(
    ends: tuple[PointMm, PointMm], size: Box, room: _Room
) -> list[PointMm]:
    """Beyond either end of a caliper, then the corners of the frame from the top."""
    (ux, uy), letter, (width, height) = _direction(ends), room.letter, room.frame
    beyond = [
        (
            x + side * ux * (reach + size.width / 2),
            y + side * uy * (reach + size.height / 2),
        )
        for reach in (0.8 * letter, 2.4 * letter)
        for side, (x, y) in ((1, ends[1]), (-1, ends[0]))
    ]
    rows = [0.0, 1.5 * letter]
    corners = [(x, y) for y in rows for x in (0.0, width)]
    corners += [(width, height - y) for y in rows]
    return beyond + corners


def _bounds(line: list[PointMm]) -> Box:
    xs, ys = zip(*line, strict=True)
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _text_box(center: PointMm, text: str, letter: float) -> Box:
    width, height = BOLD_WIDTH * letter * max(len(text), 1), 1.2 * letter
    return Box(center[0] - width / 2, center[1] - height / 2, width, height)


def _along(ends: tuple[PointMm, PointMm], letter: float) -> list[Box]:
    """Small boxes along a caliper, so that no label covers it."""
    (x0, y0), (x1, y1) = ends
    steps = max(int(math.dist(*ends) / (0.5 * letter)), 1)
    half = 0.25 * letter
    shares = [step / steps for step in range(steps + 1)]
    centers = [(x0 + s * (x1 - x0), y0 + s * (y1 - y0)) for s in shares]
    return [Box(x - half, y - half, 2 * half, 2 * half) for x, y in centers]


def _ticks(
    ends: tuple[PointMm, PointMm], letter: float
) -> tuple[tuple[PointMm, PointMm], ...]:
    """Short strokes across both ends."""
    ux, uy = _direction(ends)
    half = 0.35 * letter
    return tuple(
        ((x - uy * half, y + ux * half), (x + uy * half, y - ux * half))
        for x, y in ends
    )


def _direction(ends: tuple[PointMm, PointMm]) -> PointMm:
    (x0, y0), (x1, y1) = ends
    length = math.dist(*ends) or 1.0
    return (x1 - x0) / length, (y1 - y0) / length
