"""From a click, a scribble, a rough caliper or a box to the whole lesion.

A lesion is tissue around the click that does not look like liver: brighter or darker
in the arterial phase, washed out or necrotic in the portal venous phase. Viable and
necrotic parts belong to it alike: its surface is the one that every ray from its middle
meets once and that gathers the most such tissue, held back by fat, gas, vessels and the
body wall, and smooth where nothing marks its end.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.finding import Finding, Severity
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.phase import PhaseSet
from lesion_toolkit.model.volume import Mask
from lesion_toolkit.segmentation.anatomy import Anatomy, anatomy_of, around, box_around
from lesion_toolkit.segmentation.evidence import between
from lesion_toolkit.segmentation.prompts import (
    Place,
    box_shape,
    caliper_shape,
    pair,
    points,
    refuse_no_lesion,
    refuse_outside,
    refuse_removed,
    strokes,
)
from lesion_toolkit.segmentation.surface import (
    LARGEST_MM,
    NOTHING,
    Body,
    Wanted,
    clear_difference,
    exact_surface,
    largest_ball,
    rough_surface,
)

Flags = NDArray[np.bool_]
Floats = NDArray[np.float64]

SMALL_MM = 20.0
"""A lesion with a smaller radius is looked at again with finer voxels."""

FINE_MM = (1.0, 3.0)
FINENESS, FIRST_FINENESS = 12.0, 5.0
"""Voxels along a radius when the exact and when the first surface is looked for."""

OPEN = 0.15
"""Share of the surface without an end beyond it from which a leak is said."""

LEAKED = 2.2
"""Multiple of the largest ball around the click at which a leak is stopped."""

AGREES = 0.25
"""Images and reader agree on a size when radii differ by no more than this share."""

MARGIN_MM = 10.0


def segment(
    phases: PhaseSet,
    at_mm: Place | Sequence[Place] = (),
    caliper_mm: Sequence[Place] | None = None,
    *,
    box_mm: Sequence[Place] | None = None,
    remove_mm: Place | Sequence[Place] = (),
) -> Mask:
    """Outline the whole lesion, viable and necrotic, where a reader points.

    Parameters
    ----------
    phases
        The exam on one geometry. Arterial and portal venous phase together tell most.
    at_mm
        A click inside the lesion in patient LPS mm, or several: each adds its part.
        Places that follow each other within 6 mm are one scribble.
    caliper_mm
        Both ends of a rough long axis: for lesions that look like liver or like what
        they touch, and that a click alone does not find.
    box_mm
        Two opposite corners of a box around the lesion, drawn in one slice or in all.
    remove_mm
        A click, or several, on what does not belong to it.

    Returns
    -------
    Mask
        On ``phases.geometry``, source ``click``, ``caliper`` or ``box``. Findings:
        ``leak-stopped`` where nothing marks the end of the lesion over a seventh of
        its surface, ``grown-far`` where it is more than 2.2 times as wide as the ball
        of even tissue around the click, ``cut-by-edge`` where it reaches the border of
        the images.

    Raises
    ------
    InputRefused
        Nothing was pointed at; a place outside the volume, in air, fat, bone, the body
        wall or a vessel; a click where nothing differs from liver; a click that is
        removed again; images that show nothing.
    """
    clicks, removed = points(at_mm), points(remove_mm)
    shapes = []
    if caliper_mm is not None:
        shapes.append(caliper_shape(pair(caliper_mm, "caliper")))
    if box_mm is not None:
        shapes.append(box_shape(pair(box_mm, "box")))
    if not len(clicks) and not shapes:
        raise InputRefused(
            "neither a click nor a caliper nor a box.",
            "a place inside the lesion in patient mm.",
            "give at_mm=(x, y, z), or the two ends of a rough long axis.",
        )
    for place in (*clicks, *(center for center, _ in shapes)):
        refuse_outside(phases, place)
    anatomy = anatomy_of(phases)
    for click in clicks:
        refuse_no_lesion(anatomy, click)
        refuse_removed(click, removed)
    marked = np.zeros(phases.geometry.shape, bool)
    bodies = [
        _within_shape(phases, anatomy, center, replace(wanted, removed_mm=removed))
        for center, wanted in shapes
    ]
    for body in bodies:
        _add(marked, phases.geometry, body)
    for stroke in strokes(clicks):
        if not all(_is_marked(marked, phases.geometry, place) for place in stroke):
            bodies += [body := _at_click(phases, anatomy, stroke, removed)]
            _add(marked, phases.geometry, body)
    source = "caliper" if caliper_mm is not None else "box" if shapes else "click"
    findings = _findings(bodies, marked)
    return Mask(marked, phases.geometry, source=source, findings=findings)


def _at_click(
    phases: PhaseSet, anatomy: Anatomy, stroke: Floats, removed: Floats
) -> Body:
    """Find the lesion's size with coarse voxels, then its outline with finer ones."""
    wanted = replace(NOTHING, removed_mm=removed)
    click = stroke[len(stroke) // 2]
    seen = anatomy.rough.cropped(box_around(anatomy.rough.geometry, click, LARGEST_MM))
    ball = largest_ball(seen, click)
    if ball is None:
        # what is thinner than the coarse voxels
        seen = around(anatomy, phases, click, SMALL_MM, FINE_MM[0])
        ball = largest_ball(seen, click)
    if ball is None:
        raise InputRefused(
            "a click where nothing differs from liver in any phase.",
            "a lesion that is brighter or darker than liver around the click.",
            "lay a rough long-axis caliper on the lesion instead.",
        )
    first = body = rough_surface(seen, *ball, wanted)
    if body.radius_mm < SMALL_MM:
        voxel = float(np.clip(body.radius_mm / FIRST_FINENESS, *FINE_MM))
        reach = 3 * body.radius_mm + MARGIN_MM
        seen = around(anatomy, phases, body.centroid_mm, reach, voxel)
        wanted = replace(wanted, different=clear_difference(seen, body))
    for _ in range(2):
        body = rough_surface(seen, body.centroid_mm, body.radius_mm, wanted)
    # what was open and has grown on may look closed: it fills the neighbor
    grown = body.radius_mm > LEAKED * ball[1]
    if body.open_share > OPEN or (grown and first.open_share > OPEN):
        wanted = replace(wanted, longest_mm=LEAKED * ball[1])
        stopped = rough_surface(seen, *ball, wanted)
        share = max(one.open_share for one in (first, body, stopped))
        body = replace(stopped, open_share=share)
    elif grown:
        body = replace(body, grown_far=True)
    return _refined(phases, anatomy, body)


def _within_shape(
    phases: PhaseSet, anatomy: Anatomy, center: Floats, wanted: Wanted
) -> Body:
    """Find the lesion whose size and place a caliper or a box gives.

    Where the images mark its end all around and agree with the reader about its size,
    they decide alone; elsewhere the surface is held to what the reader drew.
    """
    expected = Body(center, np.asarray(wanted.radii_mm))
    voxel = float(np.clip(expected.radius_mm / FIRST_FINENESS, *FINE_MM))
    reach = 1.5 * float(expected.radii_mm.max()) + MARGIN_MM
    seen = around(anatomy, phases, center, reach, voxel)
    unheld = replace(wanted, radii_mm=None)
    body = rough_surface(seen, center, expected.radius_mm, unheld)
    apart = np.median(np.abs(np.log(body.radii_mm / expected.radii_mm)))
    if body.open_share > OPEN or apart > AGREES:
        body = rough_surface(seen, center, expected.radius_mm, wanted)
    return _refined(phases, anatomy, body)


def _refined(phases: PhaseSet, anatomy: Anatomy, body: Body) -> Body:
    voxel = float(np.clip(body.radius_mm / FINENESS, *FINE_MM))
    reach = float(body.radii_mm.max()) + MARGIN_MM
    seen = around(anatomy, phases, body.center_mm, reach, voxel)
    for _ in range(2):
        body = exact_surface(seen, body)
    return body


def _is_marked(marked: Flags, geometry: Geometry, place: Floats) -> bool:
    k, j, i = np.round(geometry.mm_to_index(place)).astype(int)
    return bool(marked[k, j, i])


def _add(marked: Flags, onto: Geometry, body: Body) -> None:
    """Mark a body on the exam's grid."""
    reach = float(body.radii_mm.max())
    box = box_around(onto, body.center_mm, reach)
    k, j, i = (edge.stop - edge.start for edge in box)
    part = onto.crop([edge.start for edge in box], (k, j, i))
    step = np.maximum(np.round(reach / 20 / np.array(part.spacing_mm)), 1).astype(int)
    coarse = np.stack(
        np.meshgrid(
            *(np.arange(0, n + s, s) for n, s in zip(part.shape, step, strict=True)),
            indexing="ij",
        ),
        axis=-1,
    )
    level = body.level_mm(part.index_to_mm(coarse)).astype(np.float32)
    along = [np.arange(n) / s for n, s in zip(part.shape, step, strict=True)]
    fine = between(level, along)
    marked[box] |= fine > 0


def _findings(bodies: Sequence[Body], marked: Flags) -> tuple[Finding, ...]:
    found = []
    if any(body.open_share > OPEN for body in bodies):
        found.append(_LEAK)
    elif any(body.grown_far for body in bodies):
        found.append(_FAR)
    borders = [marked[0], marked[-1], marked[:, 0], marked[:, -1]]
    if any(border.any() for border in (*borders, marked[:, :, 0], marked[:, :, -1])):
        found.append(_CUT)
    return tuple(found)


_LEAK = Finding(
    "leak-stopped",
    "The lesion could not be told from what it touches; growth was stopped. Check the "
    "outline, lay a rough caliper on the lesion, or remove what does not belong to it.",
    Severity.SERIOUS,
)

_FAR = Finding(
    "grown-far",
    "The outline is more than twice as wide as the even tissue around the click: check "
    "that it did not grow into a neighbor, or lay a rough caliper on the lesion.",
    Severity.CAUTION,
)

_CUT = Finding(
    "cut-by-edge",
    "The lesion reaches the border of the images: part of it may not be imaged.",
    Severity.SERIOUS,
)
