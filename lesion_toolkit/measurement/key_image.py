"""The slice a caliper lies on, cut out and windowed, ready to be drawn."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from skimage.measure import find_contours

from lesion_toolkit.measurement.calipers import LesionDiameter
from lesion_toolkit.measurement.stack import slice_axis
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.measurement import Caliper, KeyImage
from lesion_toolkit.model.phase import PhaseSet
from lesion_toolkit.model.volume import Tissue, ViabilityMap

MARGIN_MM = 15.0
"""What is shown around the lesion at least."""

FIELDS_MM = (80.0, 160.0, 320.0)
"""Fields of view: a lesion keeps its scale from visit to visit while it fits."""

LEVEL_HU, WIDTH_HU = 80.0, 300.0
"""Window of an arterial liver CT."""

SHOWN = {
    "viable": Tissue.VIABLE,
    "necrotic": Tissue.NECROTIC,
    "indeterminate": Tissue.INDETERMINATE,
}

_DIRECTIONS = (("R", "L"), ("A", "P"), ("F", "H"))
"""Letters towards the negative and the positive end of patient x, y, z (LPS)."""

_Polygon = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class _View:
    """A rectangle of one axial slice of the exam.

    ``order`` lists the array axes as (slice, row, column); ``slice_index``, ``rows``
    and ``columns`` are indices of the exam's grid along them.
    """

    geometry: Geometry
    order: tuple[int, int, int]
    slice_index: int
    rows: range
    columns: range

    def cut(self, array: NDArray[Any]) -> NDArray[Any]:
        """Pixels (row, column) of an array on the exam's grid."""
        whole = array.transpose(self.order)[self.slice_index]
        rows, columns = self.rows, self.columns
        part: NDArray[Any] = whole[rows.start : rows.stop, columns.start : columns.stop]
        return part

    def pixel_of(self, point_mm: tuple[float, float, float]) -> tuple[float, float]:
        """(row, column) of a place in the patient."""
        index = self.geometry.mm_to_index(point_mm)[list(self.order)]
        return float(index[1] - self.rows.start), float(index[2] - self.columns.start)

    @property
    def edge_letters(self) -> tuple[str, str, str, str]:
        """Patient directions at the left, right, top and bottom edge."""
        _, row, column = self.geometry.directions[list(self.order)]
        top, bottom = _letters(row)
        left, right = _letters(column)
        return left, right, top, bottom


def key_image(
    phases: PhaseSet,
    tissues: ViabilityMap,
    *,
    viable: LesionDiameter | None,
    whole: LesionDiameter,
) -> KeyImage:
    """Cut out the slice that carries the viable caliper, else the whole one.

    Parameters
    ----------
    phases
        The exam; its arterial volume (or reference) is shown.
    tissues
        Viability on a crop of the exam's grid.
    viable, whole
        Diameters measured on the grid of ``tissues``. A caliper on another slice than
        the one shown, or across slices, is not drawn.
    """
    shown = whole if viable is None else viable
    start = phases.geometry.mm_to_index(tissues.geometry.origin_mm)
    first = np.round(start).astype(int)
    view = _view(phases.geometry, tissues, first, shown)
    pixels, window = _windowed(view.cut(phases.reference.array), phases)
    codes = np.zeros(phases.geometry.shape, np.uint8)
    box = tuple(
        slice(a, a + n) for a, n in zip(first, tissues.array.shape, strict=True)
    )
    codes[box] = tissues.array
    part = view.cut(codes)
    z = view.geometry.index_to_mm(_index(view))[2]
    phase = phases.arterial_phase or next(iter(phases.volumes))
    return KeyImage(
        pixels=pixels.tobytes(),
        shape=(len(view.rows), len(view.columns)),
        spacing_mm=(
            view.geometry.spacing_mm[view.order[1]],
            view.geometry.spacing_mm[view.order[2]],
        ),
        outlines={
            "lesion": _outlines(part != Tissue.OUTSIDE),
            **{name: _outlines(part == tissue) for name, tissue in SHOWN.items()},
        },
        calipers=_drawn(view, viable, whole, shown.slice_index),
        edge_letters=view.edge_letters,
        caption=f"{phase}, z {z:.1f} mm, {window}",
    )


def _view(
    geometry: Geometry,
    tissues: ViabilityMap,
    first: NDArray[np.int_],
    shown: LesionDiameter,
) -> _View:
    across = slice_axis(geometry, shown.caliper.plane)
    rest = [axis for axis in range(3) if axis != across]
    order = (across, rest[0], rest[1])
    box = tissues.lesion.bounding_box()
    assert box is not None  # a map without a lesion is never made
    spans = [(int(first[a]) + box[a].start, int(first[a]) + box[a].stop) for a in rest]
    pixels_mm = [geometry.spacing_mm[a] for a in rest]
    needed_mm = max(
        (stop - start) * pixel_mm + 2 * MARGIN_MM
        for (start, stop), pixel_mm in zip(spans, pixels_mm, strict=True)
    )
    field_mm = next((field for field in FIELDS_MM if field >= needed_mm), needed_mm)
    ranges = [
        _centered(span, round(field_mm / pixel_mm), geometry.shape[axis])
        for span, pixel_mm, axis in zip(spans, pixels_mm, rest, strict=True)
    ]
    index = int(first[across]) + shown.slice_index
    return _View(geometry, order, index, ranges[0], ranges[1])


def _centered(span: tuple[int, int], count: int, available: int) -> range:
    """Take ``count`` pixels around a span, moved to lie inside the image."""
    low = (span[0] + span[1] - count) // 2
    low = max(min(low, available - count), 0)
    return range(low, min(low + count, available))


def _index(view: _View) -> NDArray[np.float64]:
    """Index (k, j, i) of the middle of a view."""
    index = np.zeros(3)
    middle = (
        view.slice_index,
        (view.rows.start + view.rows.stop - 1) / 2,
        (view.columns.start + view.columns.stop - 1) / 2,
    )
    index[list(view.order)] = middle
    return index


def _windowed(values: NDArray[Any], phases: PhaseSet) -> tuple[NDArray[np.uint8], str]:
    """Gray values 0 to 255, and the window in words."""
    if phases.reference.modality == "MR":
        low, high = (float(v) for v in np.percentile(values, (1, 99.5)))
        words = f"window {low:.0f} to {high:.0f}"
    else:
        low, high = LEVEL_HU - WIDTH_HU / 2, LEVEL_HU + WIDTH_HU / 2
        words = f"W {WIDTH_HU:.0f} L {LEVEL_HU:.0f}"
    gray = (np.asarray(values, np.float64) - low) / max(high - low, 1.0)
    return np.round(np.clip(gray, 0, 1) * 255).astype(np.uint8), words


def _outlines(flags: NDArray[np.bool_]) -> tuple[_Polygon, ...]:
    """Draw closed polygons (row, column) around flagged pixels, holes included."""
    if not flags.any():
        return ()
    framed = np.pad(flags, 1).astype(np.float64)
    return tuple(
        tuple((round(float(r) - 1, 2), round(float(c) - 1, 2)) for r, c in polygon)
        for polygon in find_contours(framed, 0.5)
    )


def _drawn(
    view: _View, viable: LesionDiameter | None, whole: LesionDiameter, slice_index: int
) -> dict[str, tuple[tuple[float, float], tuple[float, float]]]:
    found = {"viable": viable, "whole": whole}
    return {
        name: _ends(view, diameter.caliper)
        for name, diameter in found.items()
        if diameter is not None
        and diameter.slice_index == slice_index
        and diameter.caliper.plane != "oblique"
    }


def _ends(
    view: _View, caliper: Caliper
) -> tuple[tuple[float, float], tuple[float, float]]:
    start, end = caliper.ends_mm
    return view.pixel_of(start), view.pixel_of(end)


def _letters(direction: NDArray[np.float64]) -> tuple[str, str]:
    """Letters where an image axis begins and ends."""
    axis = int(np.argmax(np.abs(direction)))
    letters = _DIRECTIONS[axis]
    return letters if direction[axis] > 0 else letters[::-1]
