"""What the next clicks in a picture are for: a lesion, a place, the ends of a line."""

from functools import partial
from typing import TYPE_CHECKING

from qtpy.QtWidgets import QApplication

from lesion_toolkit.model.measurement import PointMm
from lesion_toolkit.reading.calipers import Extent
from napari_lesion_toolkit.drawn import (
    summed_extent,
    with_caliper,
    with_short_axis,
)
from napari_lesion_toolkit.pointed import free_name, with_click
from napari_lesion_toolkit.session import ReadingSession
from napari_lesion_toolkit.widgets.pane import Pane

if TYPE_CHECKING:
    from napari_lesion_toolkit.widgets.reading import ReadingWidget

WORDS = {
    "new": "Click into a lesion.",
    "add": "Click what belongs to the chosen lesion as well.",
    "remove": "Click what does not belong to the chosen lesion.",
    "cross": "Click a place to find it in every picture.",
    "caliper": "Click both ends of the longest diameter of the chosen lesion.",
    "short axis": "Click both ends of the short axis of the chosen node.",
}
LINES = ("caliper", "short axis")
"""What takes two clicks, both in one picture."""


class Clicks:
    """Takes the clicks that were asked for, in whichever picture they are made."""

    def __init__(self, room: "ReadingWidget") -> None:
        self.room = room
        self.purpose = ""
        self._first: tuple[Pane, PointMm] | None = None

    def ask(self, purpose: str) -> None:
        """Take the next click, or the next two, for one of :data:`WORDS`."""
        room = self.room
        if room.session is None:
            return
        if purpose in LINES and not room.panel.table.lesion:
            room.say("Choose a lesion in the table first.")
            return
        self.purpose, self._first = purpose, None
        self._arm(True)
        room.say(f"{WORDS[purpose]} Escape ends this.")

    def cancel(self) -> None:
        """Leave what was asked for."""
        self._first = None
        self._arm(False)

    def take(self, pane: Pane, at_mm: PointMm) -> None:
        """Use one click, LPS mm of the visit in its picture."""
        self._arm(False)
        if self.purpose == "cross":
            self.room.panes.point_at(pane, at_mm)
            self.room.say("")
        elif self.purpose in LINES:
            self._line(pane, at_mm)
        else:
            self._outline(pane, at_mm)

    def _arm(self, armed: bool) -> None:
        for pane in self.room.panes.all:
            pane.pointing.is_armed = armed

    def _outline(self, pane: Pane, at_mm: PointMm) -> None:
        room, timepoint = self.room, pane.picture.timepoint
        lesion = self._meant(timepoint)
        remove = self.purpose == "remove"
        room.say("Outlining ...")
        QApplication.processEvents()
        room.try_act(
            lambda session: with_click(session, timepoint, at_mm, lesion, remove=remove)
        )
        room.panel.table.choose(timepoint, lesion)
        pane.go_to_lesion(room.session, lesion)

    def _line(self, pane: Pane, at_mm: PointMm) -> None:
        if self._first is None or self._first[0] is not pane:
            self._first = pane, at_mm
            self._arm(True)
            self.room.say("Now the other end.")
            return
        (_, start_mm), self._first = self._first, None
        lesion, timepoint = self.room.panel.table.lesion, pane.picture.timepoint
        act = _caliper if self.purpose == "caliper" else with_short_axis
        ends_mm = start_mm, at_mm
        self.room.try_act(
            partial(act, timepoint=timepoint, lesion=lesion, ends_mm=ends_mm)
        )

    def _meant(self, timepoint: str) -> str:
        """Lesion of a click: the chosen one unless it is outlined here already."""
        session = self.room.session
        chosen = self.room.panel.table.lesion
        here = session.exams[timepoint].masks
        if self.purpose == "new" and (not chosen or chosen in here):
            return free_name(session)
        return chosen or free_name(session)


def _caliper(
    session: ReadingSession,
    timepoint: str,
    lesion: str,
    ends_mm: tuple[PointMm, PointMm],
) -> ReadingSession:
    """Set the diameter that the criteria sum."""
    meant = next((x for x in session.timeline.lesions if x.id == lesion), None)
    extent = (meant and summed_extent(session, meant)) or Extent.WHOLE
    return with_caliper(session, timepoint, lesion, ends_mm, extent)
