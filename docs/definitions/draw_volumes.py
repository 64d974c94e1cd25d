"""Draw the figures of volumes and surface into ``images``; print errors on balls.

python docs/definitions/draw_volumes.py
"""

import math
from pathlib import Path

import matplotlib as mpl
import numpy as np

mpl.use("Agg")
import matplotlib.pyplot as plt
from numpy.typing import NDArray

from lesion_toolkit.measurement.lesion import measure_lesion
from lesion_toolkit.measurement.volumetry import mesh, partial_volume_ml
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.phase import Phase, PhaseSet
from lesion_toolkit.model.volume import Mask, Volume

IMAGES = Path(__file__).parent / "images"
SPACING_MM = (2.5, 0.7, 0.7)
SIZES_MM = (10, 15, 20, 30, 40, 60)
VIABLE, NECROTIC = "#e07b39", "#5b6b7a"


def ball(
    diameter_mm: float, center: NDArray | float = 0.0, wide_mm: float = 0.0
) -> tuple[NDArray, Geometry]:
    """Partial volume of a ball in a field for one of ``wide_mm``, and its grid."""
    fine = (np.arange(4) + 0.5) / 4 - 0.5
    half = [int((wide_mm or diameter_mm) / 2 / step) + 12 for step in SPACING_MM]
    z, y, x = (
        ((np.arange(-n, n + 1)[:, None] + fine).ravel()) * step - shift
        for n, step, shift in zip(
            half, SPACING_MM, np.broadcast_to(center, 3), strict=True
        )
    )
    inside = z[:, None, None] ** 2 + y[:, None] ** 2 + x**2 <= (diameter_mm / 2) ** 2
    k, j, i = (2 * n + 1 for n in half)
    soft = inside.reshape(k, 4, j, 4, i, 4).mean(axis=(1, 3, 5))
    return soft, Geometry.from_axes(
        soft.shape, origin_mm=(0, 0, 0), spacing_mm=SPACING_MM
    )


def volumes_and_surface() -> None:
    """Errors of the three volumes and of the surface over the size of a ball."""
    rng = np.random.default_rng(5)
    rows = []
    for diameter_mm in SIZES_MM:
        errors = []
        for _ in range(12):
            soft, geometry = ball(
                diameter_mm, rng.uniform(-0.5, 0.5, 3) * np.array(SPACING_MM)
            )
            region = Mask(soft >= 0.5, geometry)
            true_ml = math.pi * diameter_mm**3 / 6000
            image = Volume(60 + 60 * soft, geometry)
            surface = mesh(region)
            true_cm2 = math.pi * diameter_mm**2 / 100
            errors.append(
                (
                    region.volume_ml / true_ml,
                    partial_volume_ml(image, region) / true_ml,
                    surface.volume_ml / true_ml,
                    surface.surface_cm2 / true_cm2,
                )
            )
        rows.append(100 * (np.array(errors) - 1))
    names = ("counting", "partial volume", "mesh", "surface")
    print("| mm |", " | ".join(names), "|\n|---|---|---|---|---|")
    for size, row in zip(SIZES_MM, rows, strict=True):
        cells = (
            f"{a:+.1f} ± {b:.1f}" for a, b in zip(row.mean(0), row.std(0), strict=True)
        )
        print(f"| {size} |", " | ".join(cells), "|")
    for title, names_shown, name in (
        ("Volume", names[:3], "volumes.png"),
        ("Surface", names[3:], "surface.png"),
    ):
        figure, panel = plt.subplots(figsize=(5.2, 3.4))
        for shown in names_shown:
            values = np.array([row[:, names.index(shown)] for row in rows])
            panel.errorbar(
                SIZES_MM, values.mean(1), values.std(1), marker="o", label=shown
            )
        panel.axhline(0, color="black", lw=0.8)
        panel.set(xlabel="diameter of the ball, mm", ylabel=f"{title} off by, percent")
        panel.legend(frameon=False)
        save(figure, name)


def qeasl() -> None:
    """Viable share of a ball with a dead core, over the size of the core."""
    whole, geometry = ball(40)
    shares, found = [], []
    for core_mm in (0, 10, 15, 20, 25, 30, 34):
        core, _ = ball(core_mm, wide_mm=40)
        phases = {}
        for phase, hu in ((Phase.PRECONTRAST, 45.0), (Phase.LATE_ARTERIAL, 115.0)):
            values = 60 + (hu - 60) * whole + (30 - hu) * np.minimum(core, whole)
            phases[phase] = Volume(values.astype(np.int16), geometry)
        measured = measure_lesion("T1", PhaseSet(phases), Mask(whole >= 0.5, geometry))
        assert measured.volumes is not None
        found.append(float(measured.volumes.viable_pct or 0))
        shares.append(100 * (1 - (core_mm / 40) ** 3))
        print(f"core {core_mm} mm: true {shares[-1]:.1f} %, found {found[-1]:.1f} %")
    figure, panel = plt.subplots(figsize=(4.2, 4.0))
    panel.plot([30, 100], [30, 100], color="black", lw=0.8)
    panel.plot(shares, found, "o", color=VIABLE)
    panel.set(
        xlabel="true viable share, %",
        ylabel="qEASL, %",
        title="ball of 40 mm with a dead core",
    )
    save(figure, "qeasl.png")


def save(figure: plt.Figure, name: str) -> None:
    IMAGES.mkdir(exist_ok=True)
    figure.savefig(IMAGES / name, dpi=110, bbox_inches="tight")
    plt.close(figure)


if __name__ == "__main__":
    volumes_and_surface()
    qeasl()
