"""Which visit, phase and plane each of one, two or four pictures shows at first."""

from collections.abc import Iterator
from dataclasses import dataclass

from napari_lesion_toolkit.hanging import Plane
from napari_lesion_toolkit.session import ReadingSession
from napari_lesion_toolkit.shown import Shown, is_pictured

PHASES_IN_ORDER = (Shown.ARTERIAL, Shown.PORTAL, Shown.SUBTRACTION, Shown.PRECONTRAST)
"""What is put beside what, most wanted first."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What one pane shows."""

    timepoint: str
    shown: Shown = Shown.ARTERIAL
    plane: Plane = Plane.ACQUIRED


def arranged(
    session: ReadingSession, panes: int, timepoint: str
) -> tuple[Picture, ...]:
    """Hang a patient as a radiologist expects.

    Two visits lie side by side, the earlier one on the left; of four pictures the
    second row is the portal venous phase (or the subtraction, or before contrast) of
    the same two. Where there is one visit its phases lie beside each other, then the
    other planes of the arterial phase.

    Parameters
    ----------
    panes
        1, 2 or 4.
    timepoint
        The visit to compare with the first one; the second where it is the first.

    Returns
    -------
    tuple
        One picture a pane, row by row.
    """
    labels = list(session.exams)
    if panes == 1:
        return (Picture(timepoint),)
    if len(labels) == 1:
        return tuple(_of_one(session, timepoint))[:panes]
    later = labels[1] if timepoint == labels[0] else timepoint
    above = (Picture(labels[0]), Picture(later))
    if panes == 2:
        return above
    return (*above, *(_beside(session, one.timepoint) for one in above))


def _of_one(session: ReadingSession, timepoint: str) -> Iterator[Picture]:
    for shown in _there(session, timepoint):
        yield Picture(timepoint, shown)
    for plane in (Plane.AXIAL, Plane.CORONAL, Plane.SAGITTAL):
        yield Picture(timepoint, plane=plane)


def _beside(session: ReadingSession, timepoint: str) -> Picture:
    others = _there(session, timepoint)[1:]
    if others:
        return Picture(timepoint, others[0])
    return Picture(timepoint, plane=Plane.CORONAL)


def _there(session: ReadingSession, timepoint: str) -> tuple[Shown, ...]:
    phases = session.exams[timepoint].phases
    return tuple(shown for shown in PHASES_IN_ORDER if is_pictured(phases, shown))
