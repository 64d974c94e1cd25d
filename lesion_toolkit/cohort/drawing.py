"""How figures of a cohort look, and how they are written.

Categories have a color of the palette of Okabe and Ito, which color-blind readers can
tell apart, and a hatch or a marker of their own, for print without color.
"""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lesion_toolkit.export.files import write_whole
from lesion_toolkit.export.tables import Row, write_table
from lesion_toolkit.model.response import Response

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.legend import Legend

DAYS_A_MONTH = 30.4375
MM_PER_INCH = 25.4
PNG_DPI = 200
LEGEND_GAP_POINTS = 28
INK, FAINT = "#222222", "#888888"

STYLE: Any = {
    "font.family": "DejaVu Sans",
    "font.size": 8,
    "figure.titlesize": "large",
    "figure.labelsize": "medium",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.edgecolor": INK,
    "hatch.linewidth": 0.6,
    "legend.frameon": False,
    "legend.handlelength": 2.2,
    "legend.handleheight": 1.4,
    "svg.fonttype": "none",
    "text.parse_math": False,  # a study label may hold dollar signs
    "svg.hashsalt": "lesion-toolkit",
}
"""Settings of matplotlib for every figure here; the SVG keeps its text as text."""


@dataclass(frozen=True, slots=True)
class Look:
    """Color, hatch and marker of one category."""

    color: str
    hatch: str
    marker: str


LOOKS = {
    "CR": Look("#0072B2", "", "D"),
    "PR": Look("#56B4E9", "////", "o"),
    "SD": Look("#F0E442", "....", "s"),
    "PD": Look("#D55E00", "xxxx", "v"),
    "NE": Look("#CCCCCC", "----", "P"),
    "none": Look("#FFFFFF", "", "p"),
}

LINES = (
    ("#0072B2", "-"),
    ("#D55E00", "--"),
    ("#009E73", "-."),
    ("#CC79A7", ":"),
    ("#E69F00", (0, (5, 1, 1, 1, 1, 1))),
    ("#000000", (0, (1, 3))),
)
"""Color and dashes of each curve in a figure."""


def look_of(response: Response | None) -> Look:
    """Look of a category; immune and RECICL categories look like their kin."""
    if response is Response.NON_CR_NON_PD:
        return LOOKS["SD"]
    return LOOKS.get(response.kin, LOOKS["none"]) if response else LOOKS["none"]


def months(days: float) -> float:
    """Days as months of a twelfth of 365.25 days."""
    return days / DAYS_A_MONTH


def new_figure(width_mm: float, height_mm: float) -> "Figure":
    """Return an empty figure that no window knows of."""
    from matplotlib.figure import Figure

    size = (width_mm / MM_PER_INCH, height_mm / MM_PER_INCH)
    return Figure(figsize=size, layout="constrained")


def legend_beside(
    axes: "Axes", handles: "Sequence[Artist]", title: str = "", *, low: bool = False
) -> "Legend":
    """Put a legend to the right of the axes, at their upper or lower end."""
    from matplotlib.transforms import offset_copy

    figure = axes.get_figure(root=True)
    beside = offset_copy(axes.transAxes, figure, x=LEGEND_GAP_POINTS, units="points")
    return axes.legend(
        handles=handles,
        title=title or None,
        loc="lower left" if low else "upper left",
        bbox_to_anchor=(1, 0 if low else 1),
        bbox_transform=beside,
        borderaxespad=0,
    )


def write_figure(
    folder: Path,
    name: str,
    figure: "Figure",
    columns: Sequence[str],
    rows: Iterable[Row],
) -> tuple[Path, ...]:
    """Write a figure as SVG and PNG, and what it shows as CSV.

    Raises
    ------
    InputRefused
        The folder cannot be written to.
    """
    from matplotlib import rc_context

    with rc_context(STYLE):
        figure.draw_without_rendering()
    figure.set_layout_engine("none")  # laid out once: both files show the same
    written = []
    for ending in ("svg", "png"):
        drawn = io.BytesIO()
        with rc_context(STYLE):
            metadata = {"Date": None} if ending == "svg" else {"Software": None}
            figure.savefig(drawn, format=ending, dpi=PNG_DPI, metadata=metadata)
        written.append(write_whole(folder / f"{name}.{ending}", drawn.getvalue()))
    return (*written, write_table(folder / f"{name}.csv", columns, rows))
