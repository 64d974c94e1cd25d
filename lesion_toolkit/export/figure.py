"""A figure for print: visits down, phases across, an arrow at each lesion.

Gray throughout, so that it reads the same in print; 300 dots per inch.
"""

import io
import string
import textwrap
from collections.abc import Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import Any

import matplotlib
import numpy as np
from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Polygon
from matplotlib.patheffects import Stroke, withStroke

from lesion_toolkit.errors import UsageRefused
from lesion_toolkit.export.arrows import Arrow
from lesion_toolkit.export.files import write_whole
from lesion_toolkit.export.key_images import extent_mm, placed
from lesion_toolkit.export.panel import Panel, PanelRow, panel_of
from lesion_toolkit.export.panel_pictures import shift_mm
from lesion_toolkit.model.exam import Exam
from lesion_toolkit.model.measurement import KeyImage
from lesion_toolkit.model.response import Course

SUFFIXES = (".svg", ".png", ".pdf")
DPI = 300

WIDTH_MM = 180.0
"""Two columns of a journal."""

TEXT_MM, GAP_MM, MARGIN_MM, TITLE_MM = 40.0, 1.2, 2.0, 6.0
"""Column of text, space between pictures, around the figure, and above it."""

WIDEST_MM = 46.0
"""Side of a picture at most."""

SMALL_PT, LARGE_PT = 6.5, 7.5
LINE_MM = 3.0
"""Letters, and the distance of lines of small ones."""

CHARACTERS_PER_MM = 0.78
"""How many small letters fit, on the cautious side."""

POINTS_PER_MM = 72 / 25.4

FAR_EAST = (
    "Noto Sans CJK SC",
    "Noto Sans CJK JP",
    "Source Han Sans SC",
    "WenQuanYi Zen Hei",
    "Microsoft YaHei",
    "PingFang SC",
    "Hiragino Sans",
    "Malgun Gothic",
)
"""Fonts for labels that DejaVu Sans has no letters for, where one is installed."""

STYLE: Any = {
    "svg.fonttype": "none",
    "svg.hashsalt": "lesion-toolkit",
    "pdf.fonttype": 42,
}
"""Text stays text; the same figure gives the same file."""

UNDATED = {
    ".svg": {"Date": None, "Creator": None},
    ".png": {"Software": None},
    ".pdf": {"CreationDate": None, "Creator": None, "Producer": None},
}
DESCRIBED = {".svg": "Description", ".png": "Description", ".pdf": "Subject"}


def figure_panel(
    course: Course, exams: Mapping[str, Exam], path: str | Path, *, lesion: str = ""
) -> Path:
    """Draw the visits of one target as a panel: SVG, PNG or PDF by the suffix.

    Each picture is the slice of the target's caliper; an arrow points at each outlined
    lesion, its tip 1.5 mm outside. Dates are days since the first visit, and the
    patient is not named.

    Parameters
    ----------
    course
        The answer; its categories stand beside the pictures.
    exams
        Images by timepoint label, as of :func:`~lesion_toolkit.patient.read_patient`.
    path
        Where to write; an existing file is replaced as a whole.
    lesion
        The target that is followed; the largest where it is not named.

    Raises
    ------
    InputRefused
        No visit has images in which the target was found, or the file cannot be
        written there.
    UsageRefused
        There is no such target, or the suffix is another one.
    """
    suffix = Path(path).suffix.lower()
    if suffix not in SUFFIXES:
        raise UsageRefused(f"a figure is one of {', '.join(SUFFIXES)}.")
    panel = panel_of(course, exams, lesion)
    content = io.BytesIO()
    metadata = {**UNDATED[suffix], "Title": panel.title[:80]}
    metadata[DESCRIBED[suffix]] = panel.title
    with matplotlib.rc_context({**STYLE, "font.family": _fonts()}):
        drawn = draw(panel)
        drawn.savefig(content, format=suffix[1:], dpi=DPI, metadata=metadata)
    return write_whole(path, content.getvalue())


def _fonts() -> list[str]:
    known = set(font_manager.get_font_names())
    return ["DejaVu Sans", *(name for name in FAR_EAST if name in known)]


def draw(panel: Panel) -> Figure:
    """Draw a panel in millimetres."""
    count = len(panel.columns)
    room = WIDTH_MM - 2 * MARGIN_MM - TEXT_MM - (count - 1) * GAP_MM
    side = min(room / count, WIDEST_MM)
    width = 2 * MARGIN_MM + TEXT_MM + count * side + (count - 1) * GAP_MM
    notes = [
        line
        for note in panel.notes
        for line in textwrap.wrap(note, int(width * CHARACTERS_PER_MM))
    ]
    heights = [_height(row, side) for row in panel.rows]
    below = len(notes) * LINE_MM + MARGIN_MM
    height = MARGIN_MM + TITLE_MM + sum(heights) + below
    page = _Page(Figure(figsize=(width / 25.4, height / 25.4)), width, height)
    left = [MARGIN_MM + TEXT_MM + n * (side + GAP_MM) for n in range(count)]
    for x, column in zip(left, panel.columns, strict=True):
        page.text(x + side / 2, MARGIN_MM + TITLE_MM - 2, column, LARGE_PT, "center")
    top, letters = MARGIN_MM + TITLE_MM, iter(_letters())
    for row, high in zip(panel.rows, heights, strict=True):
        _say(page, row, top)
        first = True
        for x, image in zip(left, row.pictures, strict=True):
            axes = page.axes(x, top, side, panel.field_mm)
            if image is None:
                _no_picture(axes, panel.field_mm)
                continue
            _picture(axes, image, row.arrows, panel.field_mm)
            _marks(axes, image, panel.field_mm, next(letters))
            if first:
                _scale_bar(axes, panel.field_mm)
            first = False
        top += high
    for n, line in enumerate(notes, start=1):
        page.text(MARGIN_MM, top + n * LINE_MM, line)
    return page.figure


class _Page:
    """A figure with its origin at the top left corner, in mm."""

    def __init__(self, figure: Figure, width: float, height: float) -> None:
        self.figure, self._width, self._height = figure, width, height

    def text(
        self,
        x: float,
        y: float,
        said: str,
        size: float = SMALL_PT,
        align: str = "left",
        weight: str = "normal",
    ) -> None:
        self.figure.text(
            x / self._width,
            1 - y / self._height,
            said,
            size=size,
            ha=align,
            weight=weight,
            parse_math=False,
        )

    def axes(self, x: float, y: float, side: float, field_mm: float) -> Axes:
        box = (
            x / self._width,
            1 - (y + side) / self._height,
            side / self._width,
            side / self._height,
        )
        axes = self.figure.add_axes(box)
        axes.set(xlim=(0, field_mm), ylim=(field_mm, 0), xticks=[], yticks=[])
        axes.set_facecolor("black")
        for edge in axes.spines.values():
            edge.set_visible(False)
        return axes


def _height(row: PanelRow, side: float) -> float:
    """Height of a row with the gap below it: that of its pictures, or of its text."""
    titles, lines = _wrapped(row)
    return max(side, (len(titles) + len(lines) + 1.5) * LINE_MM) + GAP_MM


def _say(page: _Page, row: PanelRow, top: float) -> None:
    """Write the title and the lines of a row."""
    titles, lines = _wrapped(row)
    for n, line in enumerate(titles, start=1):
        page.text(MARGIN_MM, top + n * LINE_MM, line, LARGE_PT, weight="bold")
    for n, line in enumerate(lines, start=1 + len(titles)):
        page.text(MARGIN_MM, top + n * LINE_MM + 0.5, line)


def _wrapped(row: PanelRow) -> tuple[list[str], list[str]]:
    """Title and lines of a row, broken to fit the column of text."""
    characters = int(TEXT_MM * CHARACTERS_PER_MM)
    titles = textwrap.wrap(row.title, characters - 6)
    lines = [
        part
        for line in row.lines
        for part in textwrap.wrap(line, characters, subsequent_indent="  ")
    ]
    return titles, lines


def _letters() -> list[str]:
    """Name pictures A to Z, then AA to ZZ."""
    one = string.ascii_uppercase
    return [*one, *("".join(pair) for pair in product(one, one))]


def _no_picture(axes: Axes, field_mm: float) -> None:
    axes.set_facecolor("white")
    axes.text(field_mm / 2, field_mm / 2, "no picture", size=SMALL_PT, ha="center")


def _picture(
    axes: Axes, image: KeyImage, arrows: Sequence[Arrow], field_mm: float
) -> None:
    """Draw pixels, caliper and arrows; names of lesions where there are several."""
    shift = shift_mm(image, field_mm)
    width, height = extent_mm(image)
    pixels = np.frombuffer(image.pixels, np.uint8).reshape(image.shape)
    reach = (shift[0], shift[0] + width, shift[1] + height, shift[1])
    axes.imshow(
        pixels, cmap="gray", vmin=0, vmax=255, extent=reach, interpolation="bicubic"
    )
    axes.set(xlim=(0, field_mm), ylim=(field_mm, 0))
    for ends in image.calipers.values():
        (x0, y0), (x1, y1) = (placed(end, image, shift) for end in ends)
        axes.plot((x0, x1), (y0, y1), color="white", lw=0.9, path_effects=_halo(2.0))
    for arrow in arrows:
        axes.add_patch(
            Polygon(arrow.polygon, fc="white", ec="black", lw=0.4, joinstyle="miter")
        )
        if len(arrows) > 1:
            (x0, y0), (x1, y1) = arrow.tip, arrow.tail
            _mark(axes, x1 + 0.4 * (x1 - x0), y1 + 0.4 * (y1 - y0), arrow.lesion)


def _marks(axes: Axes, image: KeyImage, field_mm: float, letter: str) -> None:
    """Letter of the picture, and the patient's sides."""
    near = 0.06 * field_mm
    left, right, _, _ = image.edge_letters
    _mark(axes, near, near, letter, weight="bold")
    _mark(axes, near, field_mm / 2, left)
    _mark(axes, field_mm - near, field_mm / 2, right)


def _mark(
    axes: Axes,
    x: float,
    y: float,
    said: str,
    *,
    weight: str = "normal",
    align: str = "center",
) -> None:
    axes.text(
        x,
        y,
        said,
        color="white",
        size=LARGE_PT,
        weight=weight,
        ha=align,
        va="center",
        path_effects=_halo(1.8),
        parse_math=False,
        clip_on=True,
    )


def _scale_bar(axes: Axes, field_mm: float) -> None:
    near, length = 0.035 * field_mm, 50 if field_mm >= 180 else 20
    y = field_mm - near
    axes.plot(
        (near, near + length),
        (y, y),
        color="white",
        lw=1.6,
        solid_capstyle="butt",
        path_effects=_halo(2.8),
    )
    _mark(axes, near, y - 0.05 * field_mm, f"{length} mm", align="left")


def _halo(width_pt: float) -> list[Stroke]:
    return [withStroke(linewidth=width_pt, foreground="black")]
