"""Draw the figures of the diameter pages into ``images``."""

import math
from pathlib import Path

import matplotlib as mpl
import numpy as np

mpl.use("Agg")
import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from numpy.typing import NDArray

from lesion_toolkit.measurement.calipers import (
    Diameter,
    lesion_diameter,
    longest_diameter,
    perpendicular,
    staircase_excess_mm,
    whole_diameter,
)
from lesion_toolkit.model.geometry import Geometry

IMAGES = Path(__file__).parent / "images"
SPACING_MM = (0.7, 0.7)
VIABLE, NECROTIC = "#e07b39", "#5b6b7a"


def ellipse(center: tuple[float, float], axes: tuple[float, float], turn: float = 0.0):
    """Partial volume of an ellipse in a field of 100 × 100 pixels."""
    sub, size = 6, 100
    place = (np.arange(size * sub) + 0.5) / sub - 0.5
    y, x = np.meshgrid(place - center[0], place - center[1], indexing="ij")
    u, v = (
        x * np.cos(turn) + y * np.sin(turn),
        y * np.cos(turn) - x * np.sin(turn),
    )
    inside = (u / axes[0]) ** 2 + (v / axes[1]) ** 2 <= 1
    return inside.reshape(size, sub, size, sub).mean(axis=(1, 3))


def show(axes: Axes, lesion: NDArray, viable: NDArray, title: str) -> None:
    axes.contourf(lesion, levels=[0.5, 2], colors=[NECROTIC])
    axes.contourf(viable, levels=[0.5, 2], colors=[VIABLE])
    axes.set(aspect="equal", xticks=[], yticks=[], xlim=(5, 95), ylim=(95, 5))
    axes.set_title(title, fontsize=10)


def caliper(axes: Axes, found: Diameter, style: str = "-", name: str = "") -> None:
    assert found.ends is not None
    (r0, c0), (r1, c1) = found.ends
    label = f"{name} {found.length_mm:.1f} mm".strip()
    axes.plot([c0, c1], [r0, r1], style, color="black", lw=2, label=label)
    axes.plot([c0, c1], [r0, r1], "o", color="white", mec="black", ms=5)
    axes.legend(
        loc="upper center", frameon=False, fontsize=9, bbox_to_anchor=(0.5, 0.0)
    )


def gaps() -> None:
    """Strict, default and lenient on a lesion with a cleft of 3 and one of 8 mm."""
    lesion = ellipse((50, 50), (42, 26), 0.2)
    viable = lesion.copy()
    viable -= np.minimum(viable, ellipse((50, 36), (2.1, 60), 0.1))
    viable -= np.minimum(viable, ellipse((50, 64), (5.7, 60), -0.1))
    figure, panels = plt.subplots(1, 3, figsize=(9.6, 3.6))
    for panel, gap_mm, name in zip(
        panels, (0.0, 5.0, 10.0), ("strict", "default", "lenient"), strict=True
    ):
        show(panel, lesion, viable, f"{name}: gaps up to {gap_mm:g} mm")
        caliper(panel, longest_diameter(viable, SPACING_MM, gap_mm))
    save(figure, "viable-diameter-gaps.png")


def shapes() -> None:
    """What the rule does on a rim, a crescent and two islands."""
    lesion = ellipse((50, 50), (42, 34), 0.4)
    core = ellipse((48, 54), (30, 22), 0.4)
    crescent = np.clip(lesion - ellipse((42, 60), (30, 26), 0.4), 0, 1)
    islands = ellipse((38, 30), (15, 12)) + ellipse((62, 66), (18, 11), 0.5)
    figure, panels = plt.subplots(1, 3, figsize=(9.6, 3.6))
    for panel, viable, name in zip(
        panels,
        (lesion - core, crescent, islands),
        ("rim", "crescent", "two islands"),
        strict=True,
    ):
        show(panel, lesion, viable, name)
        caliper(panel, whole_diameter(lesion, SPACING_MM), ":", "whole")
        caliper(panel, longest_diameter(viable, SPACING_MM, 5.0), "-", "viable")
    save(figure, "viable-diameter-shapes.png")


def across() -> None:
    """Whole diameter and its perpendicular."""
    lesion = ellipse((50, 50), (42, 26), 0.5)
    core = ellipse((50, 55), (20, 12), 0.5)
    figure, panel = plt.subplots(figsize=(4.2, 4.2))
    show(panel, lesion, lesion - core, "whole diameter and perpendicular")
    longest = whole_diameter(lesion, SPACING_MM)
    assert longest.ends is not None
    caliper(panel, longest, "-", "whole")
    caliper(
        panel, perpendicular(lesion, SPACING_MM, longest.ends), "--", "perpendicular"
    )
    save(figure, "whole-diameter.png")


def node() -> None:
    """Short axis of a lymph node: its perpendicular, hilum and all."""
    outline = ellipse((50, 50), (40, 20), 0.6)
    hilum = ellipse((56, 62), (9, 6), 0.6)
    figure, panel = plt.subplots(figsize=(4.2, 4.2))
    show(panel, outline, outline - np.minimum(outline, hilum), "lymph node")
    longest = whole_diameter(outline, SPACING_MM)
    assert longest.ends is not None
    caliper(panel, longest, ":", "long axis")
    across = perpendicular(outline, SPACING_MM, longest.ends)
    caliper(panel, across, "-", "short axis")
    save(figure, "short-axis.png")


def islands() -> None:
    """Longest island, and the sum over islands of 10 mm or more."""
    lesion = ellipse((50, 50), (42, 34), 0.4)
    parts = (
        ellipse((36, 30), (16, 12)),
        ellipse((64, 66), (13, 10), 0.5),
        ellipse((36, 72), (5, 4)),
    )
    figure, panel = plt.subplots(figsize=(4.2, 4.2))
    show(panel, lesion, sum(parts, np.zeros_like(lesion)), "three viable islands")
    names = ("longest:", "added to the sum:", "below 10 mm, not measured:")
    for part, style, name in zip(parts, ("-", "--", ":"), names, strict=True):
        caliper(panel, longest_diameter(part, SPACING_MM, 5.0), style, name)
    save(figure, "islands.png")


def in_space() -> None:
    """Longest axial diameter and the longest in space of a tilted spindle."""
    pixel_mm, slice_mm = 1.0, 2.5
    z, y, x = np.mgrid[-20:21, -30:31, -30:31] * np.array(
        [slice_mm, pixel_mm, pixel_mm]
    ).reshape(3, 1, 1, 1)
    turn = 0.7
    u, v = (
        y * np.cos(turn) + z * np.sin(turn),
        z * np.cos(turn) - y * np.sin(turn),
    )
    apart = 1 - np.sqrt((u / 26) ** 2 + (v / 11) ** 2 + (x / 11) ** 2)
    region = np.clip(0.5 + 11 * apart / pixel_mm, 0, 1)
    geometry = Geometry.from_axes(
        region.shape,
        origin_mm=(-30.0, -30.0, -50.0),
        spacing_mm=(slice_mm, pixel_mm, pixel_mm),
    )
    figure, panel = plt.subplots(figsize=(4.2, 4.2))
    panel.contourf(
        y[0, :, 0], z[:, 0, 0], region.max(axis=2), levels=[0.5, 2], colors=[VIABLE]
    )
    for plane, style in (("axial", ":"), ("oblique", "-")):
        found = lesion_diameter(region, geometry, math.inf, plane=plane)
        assert found is not None
        _, depth, height = np.array(found.caliper.ends_mm).T
        label = f"{plane} {found.length_mm:.1f} mm"
        panel.plot(depth, height, style, color="black", lw=2, label=label)
    panel.set(
        aspect="equal",
        xlabel="front to back, mm",
        ylabel="foot to head, mm",
        title="seen from the side",
    )
    panel.legend(frameon=False, loc="lower right")
    save(figure, "diameter-in-space.png")


def staircase() -> None:
    """How much too long a bare mask makes a diameter, and the correction."""
    rng = np.random.default_rng(4)
    half = np.exp(rng.uniform(math.log(3), math.log(45), 300))
    excess = []
    for a in half:
        center = tuple(50 + rng.uniform(-0.5, 0.5, 2))
        soft = ellipse(center, (a, a * rng.uniform(0.6, 1)), rng.uniform(0, math.pi))
        excess.append(whole_diameter(soft >= 0.5, (1.0, 1.0)).length_mm - 2 * a)
    figure, panel = plt.subplots(figsize=(6.4, 3.6))
    panel.plot(2 * half, excess, ".", color=NECROTIC, ms=4, label="an ellipse")
    lengths = np.geomspace(6, 90, 100)
    law = [staircase_excess_mm(length, 1.0) for length in lengths]
    panel.plot(lengths, law, color=VIABLE, lw=2, label="correction")
    panel.axhline(0, color="black", lw=0.8)
    panel.set(
        xscale="log",
        xlabel="true diameter, pixels",
        ylabel="staircase too long by, pixels",
        xticks=[6, 10, 20, 40, 80],
        xticklabels=["6", "10", "20", "40", "80"],
    )
    panel.minorticks_off()
    panel.legend(frameon=False)
    save(figure, "staircase.png")


def save(figure: plt.Figure, name: str) -> None:
    IMAGES.mkdir(exist_ok=True)
    figure.savefig(IMAGES / name, dpi=110, bbox_inches="tight")
    plt.close(figure)


if __name__ == "__main__":
    gaps()
    shapes()
    across()
    node()
    islands()
    in_space()
    staircase()
