"""How well the phases of each exam lie on each other: figures and a picture each."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from lesion_toolkit.export.key_images import key_image_svg
from lesion_toolkit.model.alignment import Alignment, Move
from lesion_toolkit.model.timeline import Timeline

MOVES = {
    Move.NONE: "left in place",
    Move.RIGID: "moved rigidly",
    Move.DEFORMABLE: "moved",
}


@dataclass(frozen=True, slots=True)
class AlignedPhase:
    """One phase of one exam beside the phase that everything is measured in.

    Attributes
    ----------
    timepoint, phase
        Which exam, and which of its phases.
    move
        What was done to it, in words.
    left
        What is left of the misalignment, in words.
    drawing
        Coronal checkerboard of both, where one was kept.
    caption
        What the drawing shows.
    """

    timepoint: str
    phase: str
    move: str
    left: str
    drawing: Markup | None
    caption: str


def aligned_phases(timeline: Timeline, key: str) -> Iterator[AlignedPhase]:
    """Tell of every phase that was laid on another how well it lies there.

    ``key`` begins every id in the drawings and must be unique within the page.
    """
    for n, timepoint in enumerate(timeline.timepoints):
        for m, done in enumerate(timepoint.alignment):
            yield _aligned(done, timepoint.label, f"{key}-aligned{n}-{m}")


def _aligned(done: Alignment, timepoint: str, key: str) -> AlignedPhase:
    move = MOVES[done.move]
    if done.move is not Move.NONE:
        move += f", {done.shift_mm:.1f} mm"
    if done.move is Move.DEFORMABLE:
        move += f", and bent by up to {done.bend_mm:.1f} mm"
    picture, title = done.picture, f"{timepoint}: {done.phase}"
    drawing = None if picture is None else key_image_svg(picture, title=title, key=key)
    caption = "" if picture is None else picture.caption
    return AlignedPhase(timepoint, done.phase, move, _left(done), drawing, caption)


def _left(done: Alignment) -> str:
    if done.residual_mm is None:
        return "cannot be told"
    worst = max((part.residual_mm for part in done.parts), default=done.residual_mm)
    return f"{done.residual_mm:.1f} mm (worst part {worst:.1f} mm)"
