"""The slice a caliper lies on, cut out and windowed, ready to be drawn."""

import numpy as np
from numpy.typing import NDArray

from lesion_toolkit.measurement.calipers import LesionDiameter
from lesion_toolkit.measurement.slice_view import SliceView, outlines, windowed
from lesion_toolkit.measurement.stack import slice_axis
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.measurement import Caliper, KeyImage
from lesion_toolkit.model.phase import PhaseSet
from lesion_toolkit.model.volume import Tissue, ViabilityMap

MARGIN_MM = 15.0
"""What is shown around the lesion at least."""

FIELDS_MM = (80.0, 160.0, 320.0)
"""Fields of view: a lesion keeps its scale from visit to visit while it fits."""

SHOWN = {
    "viable": Tissue.VIABLE,
    "necrotic": Tissue.NECROTIC,
    "indeterminate": Tissue.INDETERMINATE,
}


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
    volume = phases.reference
    pixels, window = windowed(view.cut(volume.array), volume.modality)
    part = view.cut_part(tissues.array, tissues.geometry)
    phase = phases.arterial_phase or next(iter(phases.volumes))
    return KeyImage(
        pixels=pixels.tobytes(),
        shape=view.shape,
        spacing_mm=view.spacing_mm,
        outlines={
            "lesion": outlines(part != Tissue.OUTSIDE),
            **{name: outlines(part == tissue) for name, tissue in SHOWN.items()},
        },
        calipers=_drawn(view, viable, whole, shown.slice_index),
        edge_letters=view.edge_letters,
        caption=f"{phase}, z {view.middle_mm[2]:.1f} mm, {window}",
    )


def _view(
    geometry: Geometry,
    tissues: ViabilityMap,
    first: NDArray[np.int_],
    shown: LesionDiameter,
) -> SliceView:
    across = slice_axis(geometry, shown.caliper.plane)
    box = tissues.lesion.bounding_box()
    assert box is not None  # a map without a lesion is never made
    k, j, i = (
        range(int(start) + part.start, int(start) + part.stop)
        for start, part in zip(first, box, strict=True)
    )
    spans = (k, j, i)
    index = int(first[across]) + shown.slice_index
    needed_mm = needed_field_mm(geometry, across, spans)
    field_mm = next((field for field in FIELDS_MM if field >= needed_mm), needed_mm)
    return SliceView.around(geometry, across, index, spans, field_mm)


def needed_field_mm(
    geometry: Geometry, across: int, box: tuple[range, range, range]
) -> float:
    """Side of the square that holds a box of voxels (k, j, i) and a margin, mm."""
    return max(
        len(box[axis]) * geometry.spacing_mm[axis] + 2 * MARGIN_MM
        for axis in range(3)
        if axis != across
    )


def _drawn(
    view: SliceView,
    viable: LesionDiameter | None,
    whole: LesionDiameter,
    slice_index: int,
) -> dict[str, tuple[tuple[float, float], tuple[float, float]]]:
    found = {"viable": viable, "whole": whole}
    return {
        name: caliper_ends(view, diameter.caliper)
        for name, diameter in found.items()
        if diameter is not None
        and diameter.slice_index == slice_index
        and diameter.caliper.plane != "oblique"
    }


def caliper_ends(
    view: SliceView, caliper: Caliper
) -> tuple[tuple[float, float], tuple[float, float]]:
    """Both ends of a caliper as (row, column) of a view."""
    start, end = caliper.ends_mm
    return view.pixel_of(start), view.pixel_of(end)
