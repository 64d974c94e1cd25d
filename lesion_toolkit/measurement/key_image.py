"""The slice a caliper lies on, cut out and windowed, ready to be drawn."""

import numpy as np

from lesion_toolkit.measurement.slice_view import (
    SliceView,
    outlines,
    slice_of,
    windowed,
)
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
    viable: Caliper | None,
    whole: Caliper | None,
) -> KeyImage:
    """Cut out the slice that carries the viable caliper, else the whole one.

    Parameters
    ----------
    phases
        The exam; its arterial volume (or reference) is shown.
    tissues
        Viability on a crop of the exam's grid.
    viable, whole
        Diameters of the lesion. A caliper on another slice than the one shown, or
        across slices, is not drawn; without any, the slice with most of the lesion is
        shown.
    """
    view = _view(phases.geometry, tissues, viable or whole)
    volume = phases.reference
    pixels, window = windowed(view.cut(volume.array), volume.modality)
    part = view.cut_part(tissues.array, tissues.geometry)
    phase = phases.arterial_phase or next(iter(phases.volumes))
    calipers = {"viable": viable, "whole": whole}
    return KeyImage(
        pixels=pixels.tobytes(),
        shape=view.shape,
        spacing_mm=view.spacing_mm,
        outlines={
            "lesion": outlines(part != Tissue.OUTSIDE),
            **{name: outlines(part == tissue) for name, tissue in SHOWN.items()},
        },
        calipers={
            name: view.ends_of(caliper)
            for name, caliper in calipers.items()
            if caliper and caliper.plane != "oblique" and view.holds(caliper)
        },
        edge_letters=view.edge_letters,
        caption=f"{phase}, z {view.middle_mm[2]:.1f} mm, {window}",
    )


def _view(
    geometry: Geometry, tissues: ViabilityMap, caliper: Caliper | None
) -> SliceView:
    across = slice_axis(geometry, caliper.plane if caliper else "axial")
    box = tissues.lesion.bounding_box()
    assert box is not None  # a map without a lesion is never made
    start = np.rint(geometry.mm_to_index(tissues.geometry.origin_mm)).astype(int)
    k, j, i = (
        range(int(first) + part.start, int(first) + part.stop)
        for first, part in zip(start, box, strict=True)
    )
    if caliper is None:
        rest = tuple(axis for axis in range(3) if axis != across)
        fullest = int(tissues.lesion.array.sum(axis=rest).argmax())
        index = int(start[across]) + fullest
    else:
        index = slice_of(geometry, across, caliper)
    needed_mm = needed_field_mm(geometry, across, (k, j, i))
    field_mm = next((field for field in FIELDS_MM if field >= needed_mm), needed_mm)
    return SliceView.around(geometry, across, index, (k, j, i), field_mm)


def needed_field_mm(
    geometry: Geometry, across: int, box: tuple[range, range, range]
) -> float:
    """Side of the square that holds a box of voxels (k, j, i) and a margin, mm."""
    return max(
        len(box[axis]) * geometry.spacing_mm[axis] + 2 * MARGIN_MM
        for axis in range(3)
        if axis != across
    )
