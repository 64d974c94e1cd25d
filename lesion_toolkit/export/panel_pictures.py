"""The pictures of a figure panel: one slice of a visit in each phase, with arrows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from lesion_toolkit.export.arrows import Arrow, Points, arrow_at
from lesion_toolkit.export.key_images import PointMm, placed
from lesion_toolkit.measurement.key_image import needed_field_mm
from lesion_toolkit.measurement.slice_view import (
    SliceView,
    outlines,
    slice_of,
    windowed,
)
from lesion_toolkit.measurement.stack import slice_axis
from lesion_toolkit.model.exam import Exam
from lesion_toolkit.model.measurement import Caliper, KeyImage, LesionMeasurement
from lesion_toolkit.model.phase import PhaseSet
from lesion_toolkit.model.volume import Mask, Volume

FIELDS_MM = (120.0, 180.0, 240.0, 320.0)
"""Fields of view; every picture of a panel has the same one."""

ARROW_SHARE = 0.13
"""Length of an arrow as a share of the field of view."""

LETTER_SHARE = 0.1
"""Corners and edges of a picture that hold letters, a share of the field of view."""

Box = tuple[range, range, range]


class Column(StrEnum):
    """What a column of the panel shows, and its title."""

    PRECONTRAST = "Precontrast"
    ARTERIAL = "Arterial"
    PORTAL_VENOUS = "Portal venous"
    SUBTRACTION = "Arterial − precontrast"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a lesion was measured in an exam: a slice, and the voxels (k, j, i)."""

    across: int
    slice_index: int
    box: Box


def has(phases: PhaseSet, column: Column) -> bool:
    """Whether an exam has what a column shows."""
    needed = (
        (phases.arterial, phases.precontrast)
        if column is Column.SUBTRACTION
        else (_volume(phases, column),)
    )
    return all(volume is not None for volume in needed)


def place_of(
    exam: Exam, lesion: str, measured: LesionMeasurement | None
) -> Place | None:
    """Slice of the caliper of a lesion, else the one with most of its outline."""
    mask, caliper = exam.masks.get(lesion), caliper_of(measured)
    box = _box_of(exam, mask)
    if caliper is not None:
        return _place_of_caliper(exam, caliper, box)
    if mask is None or box is None:
        return None
    across = slice_axis(exam.phases.geometry, "axial")
    rest = tuple(axis for axis in range(3) if axis != across)
    marked = mask.array.sum(axis=rest)
    before = int(np.flatnonzero(marked)[0])
    return Place(across, box[across].start + int(marked.argmax()) - before, box)


def caliper_of(measured: LesionMeasurement | None) -> Caliper | None:
    """Viable caliper of a lesion, else the whole one."""
    return (measured.caliper or measured.whole_caliper) if measured else None


def needed_mm(exam: Exam, place: Place) -> float:
    """Side of the picture that holds a lesion and an arrow beside it, mm."""
    room = 2 * ARROW_SHARE * FIELDS_MM[0]
    return needed_field_mm(exam.phases.geometry, place.across, place.box) + room


def picture(
    exam: Exam, place: Place, column: Column, caliper: Caliper | None, field_mm: float
) -> KeyImage | None:
    """Cut one phase at a place; the arterial picture carries the caliper."""
    phases = exam.phases
    if not has(phases, column):
        return None
    view = SliceView.around(
        phases.geometry, place.across, place.slice_index, place.box, field_mm
    )
    subtraction = column is Column.SUBTRACTION
    volume = phases.reference if subtraction else _volume(phases, column)
    assert volume is not None  # has() said so
    values = view.cut(volume.array)
    if subtraction and phases.precontrast is not None:
        before = view.cut(phases.precontrast.array)
        values = np.subtract(values, before, dtype=np.float32)
    pixels, window = windowed(values, volume.modality, subtraction=subtraction)
    on_slice = column is Column.ARTERIAL and caliper and view.holds(caliper)
    drawn = {"caliper": view.ends_of(caliper)} if caliper and on_slice else {}
    seen = {
        name: outlines(view.cut_part(mask.array, mask.geometry))
        for name, mask in exam.masks.items()
    }
    return KeyImage(
        pixels=pixels.tobytes(),
        shape=view.shape,
        spacing_mm=view.spacing_mm,
        outlines={name: rings for name, rings in seen.items() if rings},
        calipers=drawn,
        edge_letters=view.edge_letters,
        caption=f"{column}, z {view.middle_mm[2]:.1f} mm, {window}",
    )


def shift_mm(image: KeyImage, field_mm: float) -> PointMm:
    """Where a picture begins in its square: one at the border of the image is less."""
    (rows, columns), (row_mm, column_mm) = image.shape, image.spacing_mm
    return (field_mm - columns * column_mm) / 2, (field_mm - rows * row_mm) / 2


def arrows_on(shown: Sequence[KeyImage | None], field_mm: float) -> Iterator[Arrow]:
    """Point at each lesion of a row from where no picture of the row is covered."""
    pictures = [image for image in shown if image]
    if not pictures:
        return
    image = pictures[0]
    rings = {
        name: [_ring(line, image, field_mm) for line in lines]
        for name, lines in image.outlines.items()
    }
    taken = [_square(corner, field_mm) for corner in _lettered(field_mm)]
    taken += [
        _band(_ring(ends, one, field_mm))
        for one in pictures
        for ends in one.calipers.values()
    ]
    for name, own in rings.items():
        others = [ring for key, lines in rings.items() if key != name for ring in lines]
        arrow = arrow_at(
            name, own, (field_mm,) * 2, ARROW_SHARE * field_mm, [*taken, *others]
        )
        taken.append(np.array(arrow.polygon))
        yield arrow


def _volume(phases: PhaseSet, column: Column) -> Volume | None:
    return {
        Column.PRECONTRAST: phases.precontrast,
        Column.ARTERIAL: phases.arterial,
        Column.PORTAL_VENOUS: phases.portal_venous,
    }[column]


def _place_of_caliper(exam: Exam, caliper: Caliper, box: Box | None) -> Place:
    geometry = exam.phases.geometry
    across = slice_axis(geometry, caliper.plane)
    ends = geometry.mm_to_index(caliper.ends_mm)
    low, high = np.floor(ends.min(axis=0)), np.ceil(ends.max(axis=0)) + 1
    k, j, i = (range(int(a), int(b)) for a, b in zip(low, high, strict=True))
    return Place(across, slice_of(geometry, across, caliper), box or (k, j, i))


def _box_of(exam: Exam, mask: Mask | None) -> Box | None:
    """Voxels (k, j, i) of the exam that a mask spans."""
    inside = None if mask is None else mask.bounding_box()
    crop = mask and exam.phases.geometry.box_of(mask.geometry)
    if inside is None or not crop:
        return None
    k, j, i = (
        range(whole.start + part.start, whole.start + part.stop)
        for whole, part in zip(crop, inside, strict=True)
    )
    return k, j, i


def _ring(
    line: Sequence[tuple[float, float]], image: KeyImage, field_mm: float
) -> Points:
    shift = shift_mm(image, field_mm)
    return np.array([placed(point, image, shift) for point in line])


def _lettered(field_mm: float) -> Iterator[PointMm]:
    """Middles of the places that hold letters: three corners, left and right edge."""
    near = LETTER_SHARE / 2 * field_mm
    far = field_mm - near
    yield from ((near, near), (near, far), (3 * near, far))
    yield from ((near, field_mm / 2), (far, field_mm / 2))


def _square(middle: PointMm, field_mm: float) -> Points:
    half = LETTER_SHARE / 2 * field_mm
    corners = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)])
    return np.array(middle) + half * corners


def _band(ends: Points) -> Points:
    """Ring of 3 mm around a caliper."""
    along = (ends[1] - ends[0]) / max(float(np.linalg.norm(ends[1] - ends[0])), 1e-9)
    side = 1.5 * np.array([-along[1], along[0]])
    reach = 1.5 * along
    first, last = ends[0] - reach, ends[1] + reach
    return np.array([first + side, last + side, last - side, first - side])
