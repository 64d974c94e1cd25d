"""A session as napari layers: images, lesions, viability, calipers; and back."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lesion_toolkit.errors import SpaceMismatch
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.measurement import Caliper, PointMm
from lesion_toolkit.model.volume import Mask, Tissue, ViabilityMap, Volume
from lesion_toolkit.reading.calipers import Extent
from napari_lesion_toolkit.drawn import DrawnCaliper, drawn_calipers
from napari_lesion_toolkit.hanging import Hanging, hang
from napari_lesion_toolkit.session import ReadingSession
from napari_lesion_toolkit.shown import Shown, gray_limits

LayerTuple = tuple[Any, dict[str, Any], str]
"""What napari takes from a reader: array or lines, keyword arguments, layer type."""

MovedCaliper = tuple[str, Extent, tuple[PointMm, PointMm]]
"""Lesion id, extent, the two new ends in LPS mm."""

LayerKind = Literal["image", "viability", "lesions", "calipers"]

TISSUE_COLORS = {
    Tissue.VIABLE: "#e69f00",
    Tissue.NECROTIC: "#56b4e9",
    Tissue.INDETERMINATE: "#cc79a7",
}
"""Okabe and Ito's colors: told apart with any color vision, and by lightness."""

LESION_COLOR = "#ffffff"

CALIPER_COLORS = {Extent.VIABLE: "#f0e442", Extent.WHOLE: "#c8c8c8"}

CALIPER_WIDTH_MM, TEXT_ABOVE_MM = 1.6, 2.5

CALIPER_TEXT = {
    "string": "{readout}",
    "size": 11,
    "anchor": "upper_left",
    "color": {"feature": "color"},
}
"""Each line is labeled with its length, in its own color."""


def layers_of(session: ReadingSession, timepoint: str) -> list[LayerTuple]:
    """Layers of one timepoint, bottom first: image, lesions, viability, calipers."""
    exam = session.exams[timepoint]
    on = exam.phases.geometry
    phase = exam.phases.arterial_phase or next(iter(exam.phases.volumes))

    def about(kind: LayerKind) -> dict[str, Any]:
        of = {"session": session, "timepoint": timepoint, "phases": exam.phases}
        return {**of, "kind": kind}

    masks, maps = exam.masks, exam.viability.values()
    calipers = drawn_calipers(session, timepoint)
    return [
        image_layer(exam.phases.reference, f"{timepoint} {phase}", about("image")),
        lesion_layer(masks, on, f"{timepoint} lesions", about("lesions")),
        viability_layer(maps, on, f"{timepoint} viability", about("viability")),
        caliper_layer(calipers, on, f"{timepoint} calipers", about("calipers")),
    ]


def image_layer(volume: Volume, name: str, metadata: Mapping[str, Any]) -> LayerTuple:
    """Gray image of a volume, windowed for the liver."""
    hanging = hang(volume.geometry)
    settings = {
        "name": name,
        "colormap": "gray",
        "contrast_limits": gray_limits(volume, Shown.ARTERIAL),
        "interpolation2d": "linear",
    }
    return _layer(hanging.array(volume.array), settings, "image", hanging, metadata)


def lesion_layer(
    masks: Mapping[str, Mask], on: Geometry, name: str, metadata: Mapping[str, Any]
) -> LayerTuple:
    """Lesions of an exam; label n is the n-th lesion.

    Raises
    ------
    SpaceMismatch
        A mask does not lie on the exam's grid or a crop of it.
    """
    labels = np.zeros(on.shape, dtype=np.uint8)
    for number, mask in enumerate(masks.values(), start=1):
        part = labels[_box_on(mask.geometry, on)]
        part[mask.array] = number
    colors = dict.fromkeys(range(1, len(masks) + 1), LESION_COLOR)
    settings = {"name": name, "opacity": 0.2}
    return _label_layer(labels, on, settings, colors, metadata)


def viability_layer(
    maps: Iterable[ViabilityMap],
    on: Geometry,
    name: str,
    metadata: Mapping[str, Any],
) -> LayerTuple:
    """Viable, necrotic and indeterminate tissue of the lesions of an exam.

    Raises
    ------
    SpaceMismatch
        A map does not lie on the exam's grid or a crop of it.
    """
    labels = np.zeros(on.shape, dtype=np.uint8)
    for found in maps:
        part = labels[_box_on(found.geometry, on)]
        np.maximum(part, found.array, out=part)
    colors = {int(tissue): color for tissue, color in TISSUE_COLORS.items()}
    settings = {"name": name, "opacity": 0.3}
    return _label_layer(labels, on, settings, colors, metadata)


def caliper_layer(
    calipers: Iterable[DrawnCaliper],
    on: Geometry,
    name: str,
    metadata: Mapping[str, Any],
) -> LayerTuple:
    """One line per caliper, labeled with its length in mm."""
    hanging = hang(on)
    calipers = tuple(calipers)
    settings: dict[str, Any] = {"name": name, "ndim": 3, "opacity": 1.0}
    if calipers:
        settings |= {"shape_type": "line", "text": caliper_text(on)}
        settings |= caliper_style(calipers, on)
    lines = [hanging.line(c.caliper.ends_mm) for c in calipers]
    return _layer(lines, settings, "shapes", hanging, metadata)


def caliper_text(on: Geometry) -> dict[str, Any]:
    """How each line of a caliper layer is labeled: above it, in its own color."""
    above = [0, -TEXT_ABOVE_MM / hang(on).grid.spacing_mm[1], 0]
    return {**CALIPER_TEXT, "translation": above}


def caliper_style(calipers: Sequence[DrawnCaliper], on: Geometry) -> dict[str, Any]:
    """Width, color and features of each line of a caliper layer."""
    width = CALIPER_WIDTH_MM / min(on.spacing_mm[1:])
    return {
        "edge_width": [width] * len(calipers),
        "edge_color": [CALIPER_COLORS[c.extent] for c in calipers],
        "features": caliper_features(calipers),
    }


def moved_calipers(
    session: ReadingSession, timepoint: str, lines: Sequence[ArrayLike]
) -> tuple[MovedCaliper, ...]:
    """Compare the lines of a caliper layer with the session; give those that moved.

    Parameters
    ----------
    lines
        Layer coordinates (2, 3) of each line, in the order they were drawn.

    Returns
    -------
    tuple
        Lesion id, extent and the two new ends in LPS mm of each line that moved.
    """
    hanging = hang(session.exams[timepoint].phases.geometry)
    moved = []
    drawn = drawn_calipers(session, timepoint)
    for known, line in zip(drawn, lines, strict=True):
        ends_mm = _ends_after(known.caliper, hanging, line)
        if ends_mm != known.caliper.ends_mm:
            moved.append((known.lesion, known.extent, ends_mm))
    return tuple(moved)


def _ends_after(
    known: Caliper, hanging: Hanging, line: ArrayLike
) -> tuple[PointMm, PointMm]:
    """Read the ends in LPS mm; napari rounds, so an end left alone keeps its own."""
    shown = np.asarray(line, dtype=np.float32)
    left_alone = (shown == hanging.line(known.ends_mm).astype(np.float32)).all(axis=1)
    first, second = hanging.ends_mm(shown)
    return (
        known.ends_mm[0] if left_alone[0] else first,
        known.ends_mm[1] if left_alone[1] else second,
    )


def caliper_features(calipers: Sequence[DrawnCaliper]) -> dict[str, list[str]]:
    """Columns that say, line by line, what each caliper measures."""
    return {
        "lesion": [c.lesion for c in calipers],
        "extent": [str(c.extent) for c in calipers],
        "readout": [c.readout for c in calipers],
        "color": [CALIPER_COLORS[c.extent] for c in calipers],
    }


def _layer(
    content: Any,
    settings: Mapping[str, Any],
    kind: str,
    hanging: Hanging,
    metadata: Mapping[str, Any],
) -> LayerTuple:
    """Add to a layer its place in mm, and the true patient affine."""
    about = {**metadata, "hanging": hanging, "affine_lps_mm": hanging.grid.affine}
    return content, {**settings, **hanging.placement, "metadata": about}, kind


def _label_layer(
    labels: NDArray[np.uint8],
    on: Geometry,
    settings: Mapping[str, Any],
    colors: Mapping[int, str],
    metadata: Mapping[str, Any],
) -> LayerTuple:
    hanging = hang(on)
    colormap = {0: "transparent", None: "transparent", **colors}
    settings = {**settings, "colormap": colormap}
    return _layer(hanging.array(labels), settings, "labels", hanging, metadata)


def _box_on(part: Geometry, whole: Geometry) -> tuple[slice, slice, slice]:
    """Voxels (k, j, i) of a grid that a crop of it covers."""
    box = whole.box_of(part)
    if box is None:
        raise SpaceMismatch(
            "a lesion whose voxels are not voxels of the exam it is shown on.",
            "lesions on the grid of their exam, or on a crop of it.",
            "resample the mask onto the exam first.",
        )
    return box
