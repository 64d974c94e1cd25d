"""Patient space to napari layers and back: the only code here that knows axes.

Every volume is shown on a voxel grid of its own, because napari draws a rotated affine
wrongly in two dimensions: the one it was acquired on, or, where an oblique series is
looked at in a plane of the patient, one it is resampled on. A layer therefore has only
a scale in mm along the grid's axes; the true patient affine travels in its metadata,
and points are converted here.

Convention (radiological): axial slices are seen from the feet, so the patient's right
is on the left of the screen and anterior is up; coronal slices are seen from the
front; on sagittal slices anterior is on the left. Head is up in both. The slice slider
runs from the feet to the head (axial), from front to back (coronal), from right to
left (sagittal).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal

import numpy as np
import SimpleITK as sitk
from numpy.typing import ArrayLike, NDArray

from lesion_toolkit.alignment.resampling import image_of, resampled
from lesion_toolkit.errors import SpaceMismatch
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.measurement import Caliper, PointMm
from lesion_toolkit.model.phase import Phase, PhaseSet
from lesion_toolkit.model.volume import Mask, Tissue, ViabilityMap, Volume
from lesion_toolkit.reading.calipers import Extent
from napari_lesion_toolkit.drawn import DrawnCaliper, drawn_calipers
from napari_lesion_toolkit.session import ReadingSession
from napari_lesion_toolkit.windows import PRESETS_HU, SUBTRACTION_HU

LayerTuple = tuple[Any, dict[str, Any], str]
"""What napari takes from a reader: array or lines, keyword arguments, layer type."""

MovedCaliper = tuple[str, Extent, tuple[PointMm, PointMm]]
"""Lesion id, extent, the two new ends in LPS mm."""

LayerKind = Literal["image", "viability", "lesions", "calipers"]

LPS = np.eye(3)
LEFT, POSTERIOR, HEAD = LPS

VIEWS = {
    0: (LEFT, -HEAD, POSTERIOR),
    1: (POSTERIOR, -HEAD, LEFT),
    2: (HEAD, POSTERIOR, LEFT),
}
"""Patient directions of (slider, down, right) by the axis that slices are stacked on:
0 sagittal, 1 coronal, 2 axial."""

CT_WINDOW_HU = PRESETS_HU["arterial"].limits
"""Gray range that keeps enhancing rim, liver and necrosis apart."""

TISSUE_COLORS = {
    Tissue.VIABLE: "#e69f00",
    Tissue.NECROTIC: "#56b4e9",
    Tissue.INDETERMINATE: "#cc79a7",
}
"""Okabe and Ito's colors: told apart with any color vision, and by lightness."""


class Plane(StrEnum):
    """How a volume is cut: along its own slices, or as the patient lies."""

    ACQUIRED = "acquired"
    AXIAL = "axial"
    CORONAL = "coronal"
    SAGITTAL = "sagittal"


SLIDER_OF = {Plane.SAGITTAL: 0, Plane.CORONAL: 1, Plane.AXIAL: 2}
"""Patient axis (left, posterior, head) that the slider of a plane moves along."""

SQUARE_COSINE = np.cos(np.radians(2))
"""A grid within 2 degrees of the patient's axes is cut along its own."""

FINEST_MM = 1.0
"""Voxels of an oblique series cut in another plane are not made smaller."""


class Shown(StrEnum):
    """What of an exam is in view."""

    ARTERIAL = "arterial"
    PORTAL = "portal"
    PRECONTRAST = "precontrast"
    SUBTRACTION = "subtraction"
    EARLY_ARTERIAL = "early arterial"
    DELAYED = "delayed"
    TRANSITIONAL = "transitional"
    HEPATOBILIARY = "hepatobiliary"
    NON_DYNAMIC = "non-dynamic"
    UNKNOWN = "unknown"


PHASE_SHOWN = {
    Shown.PORTAL: Phase.PORTAL_VENOUS,
    Shown.PRECONTRAST: Phase.PRECONTRAST,
    Shown.EARLY_ARTERIAL: Phase.EARLY_ARTERIAL,
    Shown.DELAYED: Phase.DELAYED,
    Shown.TRANSITIONAL: Phase.TRANSITIONAL,
    Shown.HEPATOBILIARY: Phase.HEPATOBILIARY,
    Shown.NON_DYNAMIC: Phase.NON_DYNAMIC,
    Shown.UNKNOWN: Phase.UNKNOWN,
}
"""Phases that are shown by their own name; the arterial one is the exam's best."""


def shown_of(phases: PhaseSet, phase: Phase) -> Shown:
    """Say what to show for a phase of an exam."""
    if phase is phases.arterial_phase:
        return Shown.ARTERIAL
    return next((s for s, p in PHASE_SHOWN.items() if p is phase), Shown.ARTERIAL)


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
MM = ("mm", "mm", "mm")
AXIS_LABELS = ("slice", "row", "column")


@dataclass(frozen=True, slots=True, eq=False)
class Hanging:
    """How an exam's grid is turned to lie on the screen as a radiologist expects.

    Attributes
    ----------
    axes
        Array axes that become (slider, down, right).
    flipped
        Which of (slider, down, right) run against the array axis.
    grid
        The grid as shown: index (slider, down, right), same place in the patient.
    """

    axes: tuple[int, int, int]
    flipped: tuple[bool, bool, bool]
    grid: Geometry

    def array(self, array: NDArray[Any]) -> NDArray[Any]:
        """View of voxels (k, j, i) as (slider, down, right); nothing is copied."""
        step = tuple(slice(None, None, -1 if flip else 1) for flip in self.flipped)
        return array.transpose(self.axes)[step]

    def line(self, ends_mm: ArrayLike) -> NDArray[np.float64]:
        """Layer coordinates (2, 3) of the two ends of a caliper in LPS mm."""
        return self.grid.mm_to_index(np.asarray(ends_mm, dtype=np.float64))

    def ends_mm(self, line: ArrayLike) -> tuple[PointMm, PointMm]:
        """Two ends in LPS mm of a line (2, 3) in layer coordinates."""
        first, second = self.grid.index_to_mm(line)
        return _point(first), _point(second)

    @property
    def placement(self) -> dict[str, Any]:
        """Keyword arguments that put any layer of this exam in its place, in mm.

        Every exam begins at 0 mm: two exams in two frames of reference have no common
        origin, and the slice slider would run through empty space between them.
        """
        return {
            "scale": self.grid.spacing_mm,
            "units": MM,
            "axis_labels": AXIS_LABELS,
        }


def hang(geometry: Geometry) -> Hanging:
    """Choose the axes and flips that show a grid the way radiologists look at it."""
    unit = geometry.directions
    normal = np.cross(unit[1], unit[2])
    wanted = VIEWS[int(np.argmax(np.abs(normal)))]
    right = 2 if abs(unit[2] @ wanted[2]) >= abs(unit[1] @ wanted[2]) else 1
    axes = (0, 3 - right, right)
    flips = [bool(unit[a] @ want < 0) for a, want in zip(axes, wanted, strict=True)]
    first = np.zeros(3)
    affine = geometry.affine.copy()
    for column, (axis, flip) in enumerate(zip(axes, flips, strict=True)):
        affine[:3, column] = geometry.affine[:3, axis] * (-1 if flip else 1)
        first[axis] = geometry.shape[axis] - 1 if flip else 0
    affine[:3, 3] = geometry.index_to_mm(first)
    depth, height, width = (geometry.shape[axis] for axis in axes)
    grid = Geometry((depth, height, width), affine, geometry.frame_of_reference_uid)
    return Hanging(axes, (flips[0], flips[1], flips[2]), grid)


@dataclass(frozen=True, slots=True)
class ScreenView:
    """How one plane of a hung grid lies on the screen.

    Attributes
    ----------
    order
        Axes of the grid that become (slider, vertical, horizontal).
    up, left
        Whether the vertical axis runs up and the horizontal one left.
    edge_letters
        Patient direction at the (left, right, top, bottom) edge of the screen.
    """

    order: tuple[int, int, int]
    up: bool
    left: bool
    edge_letters: tuple[str, str, str, str]


def screen_view(grid: Geometry, plane: Plane) -> ScreenView:
    """Lay a plane of a hung grid on the screen as a radiologist looks at it."""
    unit = grid.directions
    if plane is Plane.ACQUIRED:
        order, up, left = (0, 1, 2), False, False
    else:
        wanted = np.array(VIEWS[SLIDER_OF[plane]])
        along = unit @ wanted.T
        slider, vertical, horizontal = np.abs(along).argmax(axis=0)
        order = int(slider), int(vertical), int(horizontal)
        up, left = bool(along[vertical, 1] < 0), bool(along[horizontal, 2] < 0)
    down = unit[order[1]] * (-1 if up else 1)
    right = unit[order[2]] * (-1 if left else 1)
    letters = _letter(-right), _letter(right), _letter(-down), _letter(down)
    return ScreenView(order, up, left, letters)


def cut_grid(geometry: Geometry, plane: Plane) -> Geometry:
    """Grid on which a plane of a volume is looked at.

    The volume's own, unless the plane crosses its voxels obliquely: then one along the
    patient's axes that holds the whole volume, for the volume to be resampled on.
    """
    cosines = np.abs(geometry.directions).max(axis=1)
    if plane is Plane.ACQUIRED or (cosines >= SQUARE_COSINE).all():
        return geometry
    last = np.array(geometry.shape) - 1
    corners = geometry.index_to_mm([np.where(c, last, 0) for c in np.ndindex(2, 2, 2)])
    first, extent = corners.min(axis=0), np.ptp(corners, axis=0)
    voxel_mm = max(min(geometry.spacing_mm), FINEST_MM)
    width, depth, height = (int(n) for n in np.ceil(extent / voxel_mm) + 1)
    return Geometry.from_axes(
        (height, depth, width),
        origin_mm=tuple(first),
        spacing_mm=(voxel_mm,) * 3,
        frame_of_reference_uid=geometry.frame_of_reference_uid,
    )


def cut(
    array: NDArray[Any], grid: Geometry, on: Geometry, outside: float = 0
) -> NDArray[Any]:
    """Look up a hung array on the grid of another plane, hung as well.

    Parameters
    ----------
    array, grid
        Voxels (slider, down, right) and the grid as it is hung. Labels (uint8) keep
        their values; gray values are interpolated.
    on
        From :func:`cut_grid`.
    outside
        Value where there are no voxels.
    """
    found = resampled(
        image_of(array, grid),
        on,
        outside,
        sitk.Transform(),
        nearest=array.dtype == np.uint8,
    )
    return hang(on).array(found)


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
        "contrast_limits": _window(volume),
        "interpolation2d": "linear",
    }
    return _layer(hanging.array(volume.array), settings, "image", hanging, metadata)


def is_pictured(phases: PhaseSet, shown: Shown) -> bool:
    """Whether an exam has the images that show a phase, or both of a subtraction."""
    if shown is Shown.ARTERIAL:
        return True
    if shown is Shown.SUBTRACTION:
        return phases.precontrast is not None and phases.arterial is not None
    return PHASE_SHOWN[shown] in phases.volumes


def pictured(phases: PhaseSet, shown: Shown) -> Volume | None:
    """Volume that shows a phase, or arterial minus precontrast; None where missing.

    The subtraction holds what contrast added, HU on CT, on the exam's grid.
    """
    if shown is Shown.ARTERIAL:
        return phases.reference
    if shown is not Shown.SUBTRACTION:
        return phases.volumes.get(PHASE_SHOWN[shown])
    before, after = phases.precontrast, phases.arterial
    if before is None or after is None:
        return None
    added = np.subtract(after.array, before.array, dtype=np.float32)
    return after.with_array(added.astype(np.int16))


def gray_limits(volume: Volume, shown: Shown) -> tuple[float, float]:
    """Values shown black and white when a phase comes into view."""
    if shown is not Shown.SUBTRACTION:
        return _window(volume)
    if volume.modality == "CT":
        return SUBTRACTION_HU.limits
    low, high = np.percentile(volume.array[::4, ::4, ::4], (5, 99.5))
    return float(low), float(max(high, low + 1))


def place_mm(grid: Geometry, position: ArrayLike) -> PointMm:
    """Patient LPS mm of a position (slider, down, right; mm) of the viewer.

    Parameters
    ----------
    grid
        The grid as it is hung.
    """
    return _point(grid.index_to_mm(np.asarray(position) / grid.spacing_mm))


def position_of(grid: Geometry, point_mm: ArrayLike) -> NDArray[np.float64]:
    """Position (slider, down, right; mm) in the viewer of a point in LPS mm."""
    return grid.mm_to_index(np.asarray(point_mm, np.float64)) * grid.spacing_mm


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


def _window(volume: Volume) -> tuple[float, float]:
    """Gray range: fixed for CT, the middle of the histogram for MR."""
    if volume.modality == "CT":
        return CT_WINDOW_HU
    sample = volume.array[::4, ::4, ::4]
    low, high = np.percentile(sample, (1, 99.5))
    return float(low), float(max(high, low + 1))


def _point(xyz: NDArray[np.float64]) -> PointMm:
    x, y, z = (float(value) for value in xyz)
    return x, y, z


def _letter(direction: NDArray[np.float64]) -> str:
    axis = int(np.argmax(np.abs(direction)))
    return ("LR", "PA", "HF")[axis][0 if direction[axis] > 0 else 1]
