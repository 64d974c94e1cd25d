"""The dock widget: joins the open session, the pictures and the panel."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Thread
from typing import Any

from napari.components import ViewerModel
from napari.layers import Shapes
from qtpy.QtCore import QTimer
from qtpy.QtWidgets import QInputDialog, QVBoxLayout, QWidget

from lesion_toolkit.criteria.engine import criteria_names
from lesion_toolkit.errors import InputRefused
from lesion_toolkit.measurement.warm import warm as warm_calipers
from lesion_toolkit.model.phase import PhaseSet
from lesion_toolkit.segmentation.warm import warm as warm_outlines
from napari_lesion_toolkit.arrangement import Picture, arranged
from napari_lesion_toolkit.drawn import edited_lesions, with_caliper, without_edits
from napari_lesion_toolkit.hanging import Plane
from napari_lesion_toolkit.keeping import Keeper, kept, same_visits
from napari_lesion_toolkit.layers import moved_calipers
from napari_lesion_toolkit.session import (
    ReadingSession,
    can_redo,
    can_undo,
    reopened,
    signed,
    with_criteria,
)
from napari_lesion_toolkit.shown import Shown
from napari_lesion_toolkit.steady_canvas import keep_gl_programs
from napari_lesion_toolkit.table import (
    findings_at,
    reason_at,
    response_at,
    table,
)
from napari_lesion_toolkit.treated import redone, undone
from napari_lesion_toolkit.widgets.canvas_marks import legend
from napari_lesion_toolkit.widgets.clicks import Clicks
from napari_lesion_toolkit.widgets.commands import bind
from napari_lesion_toolkit.widgets.opening import Opening
from napari_lesion_toolkit.widgets.pane import Pane
from napari_lesion_toolkit.widgets.panes import Panes
from napari_lesion_toolkit.widgets.preview import Preview
from napari_lesion_toolkit.widgets.response_panel import ResponsePanel
from napari_lesion_toolkit.widgets.series_choice import SeriesChoice
from napari_lesion_toolkit.widgets.tabs import ReadingTabs
from napari_lesion_toolkit.widgets.telling import menu_of


class ReadingWidget(QWidget):
    """Sums, categories and their reasons, live while calipers are dragged.

    Shows the patient whose layers were opened last. Holds the only state of the
    plugin: the current session; each pane knows the picture it shows.
    """

    def __init__(self, napari_viewer: ViewerModel) -> None:
        super().__init__()
        keep_gl_programs()
        # the first click would otherwise wait for the inner loops to be compiled
        for ready in (warm_outlines, warm_calipers):
            Thread(target=ready, name="warm").start()
        self.viewer = napari_viewer
        self.session: ReadingSession | None = None
        self.keeper: Keeper | None = None
        self.clicks = Clicks(self)
        self._opened: ReadingSession | None = None
        self._labels: dict[str, str] = {}
        self._not_kept = ""
        self._preview = Preview(napari_viewer)
        self.panel = ResponsePanel(criteria_names(), legend())
        self.panes = Panes(
            napari_viewer, self._make_pane, self._activated, self._looked, self
        )
        self.opening = Opening(self._first_picture, self._patient_open, self._not_open)
        self.series = SeriesChoice(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.opening)
        self.tabs = ReadingTabs(self.panel, criteria_names(), self.show_timepoint)
        column.addWidget(self.tabs)
        self.panel.save.setMenu(menu_of(self, lambda: self.session, self.say))
        self.panel.criteria_chosen.connect(self._choose_criteria)
        self.panel.timepoint_chosen.connect(self.show_timepoint)
        self.panel.lesion_chosen.connect(self.jump_to)
        self.panel.restore_wanted.connect(self._restore)
        self.panel.undo.clicked.connect(self.undo)
        self.panel.redo.clicked.connect(self.redo)
        self.panel.sign.clicked.connect(self._sign_or_reopen)
        self.panel.marks_wanted.connect(self._show_marks)
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.timeout.connect(self._adopt_latest)
        self.viewer.layers.events.inserted.connect(self._layers_changed)
        self.viewer.layers.events.removed.connect(self._layers_changed)
        self._adopt_latest()

    @property
    def pane(self) -> Pane:
        """The active picture: keys, phases and visits go there."""
        return self.panes.active

    @property
    def timepoint(self) -> str:
        """Visit in the active picture."""
        return self.pane.picture.timepoint

    def open(self, path: str | Path) -> None:
        """Open a patient's folder, and show the first arterial volume once it is in."""
        self.say("")
        self.opening.begin(path)

    def show_timepoint(self, timepoint: str) -> None:
        """Bring one visit into the active picture, at its first caliper."""
        before = self.pane.picture
        with self.panes.still():
            if not self.pane.show(self.session, replace(before, timepoint=timepoint)):
                self.pane.show(self.session, Picture(timepoint))
            self.pane.go_to_lesion(self.session, "")
        self.panel.timepoint.setCurrentText(timepoint)
        self._looked(self.pane)
        self._show()
        self.series.follow()
        self.panes.align()

    def jump_to(self, timepoint: str, lesion: str) -> None:
        """Show a lesion in every picture: where it was measured, or where it lies."""
        if timepoint not in self.session.exams:
            return
        showing = [p for p in self.panes.shown if p.picture.timepoint == timepoint]
        if showing and self.pane not in showing:
            self.panes.activate(showing[0])
        if not showing:
            self.show_timepoint(timepoint)
        if lesion:
            self.panes.go_to_lesion(lesion)

    def show_phase(self, shown: Shown) -> None:
        """Show another phase in place; where it is missing, say so and stay."""
        if self.session is None:
            return
        if not self.pane.show(self.session, replace(self.pane.picture, shown=shown)):
            self.say(f"No {shown} images at {self.timepoint}.")

    def show_plane(self, plane: Plane) -> None:
        """Cut the active picture along another plane of the patient, at its place."""
        if self.session is None:
            return
        at_mm = self.pane.center_mm()
        with self.panes.still():
            self.pane.show(self.session, replace(self.pane.picture, plane=plane))
            self.pane.go_to_slice_of(at_mm)
        self._looked(self.pane)

    def show_window(self, name: str) -> None:
        """Set a usual gray window in the active picture."""
        if self.session is not None:
            self.pane.show_window(self.session, name)

    def invert(self) -> None:
        """Show black what is white in the active picture."""
        self.pane.invert()

    def split(self, count: int) -> None:
        """Show one, two or four pictures: visits side by side, phases below.

        The visit that was in view stays the one that panel and keys are about.
        """
        timepoint = self.timepoint
        self.panes.split(count)
        if self.session is None:
            return
        self.panes.show_all(arranged(self.session, count, timepoint))
        same = (p for p in self.panes.shown if p.picture.timepoint == timepoint)
        self.panes.activate(next(same, self.panes.shown[0]))
        self._activated()
        self.panes.go_to_lesion(self.panel.table.lesion)
        self.panes.align()

    def link(self) -> None:
        """Let pictures move together, or each on its own."""
        self.panes.is_linked = not self.panes.is_linked
        self.say("Linked." if self.panes.is_linked else "Not linked.")

    def step_timepoint(self, by: int) -> None:
        """Show the next visit with images, or the one before."""
        if self.session is None:
            return
        labels = list(self.session.exams)
        at = labels.index(self.timepoint) + by
        if 0 <= at < len(labels):
            self.show_timepoint(labels[at])

    def cancel(self) -> None:
        """Leave the click that was asked for and take the crosshair away."""
        self.clicks.cancel()
        for pane in self.panes.all:
            pane.cross(None)
        self.say("")

    def undo(self) -> None:
        """Take back the last act."""
        self.try_act(undone)

    def redo(self) -> None:
        """Restore what was taken back last."""
        self.try_act(redone)

    def try_act(self, act: Callable[[ReadingSession], ReadingSession]) -> None:
        """Do something; what is refused changes nothing and is said."""
        if self.session is None:
            return
        try:
            done = act(self.session)
        except InputRefused as refusal:
            self.say(str(refusal))
            return
        self._take(done)
        self._repaint()
        self._show()

    def take_images(self, session: ReadingSession) -> None:
        """Go on with other images of a visit; the reading is the same."""
        self.session = session
        self.panes.follow(session)

    def show_images_anew(self, timepoint: str) -> None:
        """Show the images of a visit that were exchanged."""
        for pane in self.panes.all:
            if pane.picture.timepoint == timepoint:
                pane.picture = Picture("")
                pane.show(self.session, Picture(timepoint))
        self._repaint()
        self._show()

    def _first_picture(self, phases: PhaseSet) -> None:
        """Show the first arterial volume where nothing else is in view."""
        if self.session is None:
            self._preview.show(phases)

    def _patient_open(self, session: ReadingSession) -> None:
        """Put a patient that was opened in place of what is in view."""
        self._preview.remove()
        self.panes.all[0].layers.remove()
        self.panes.all[0].layers.bring(session)
        self._adopt_latest()
        self.split(2 if len(session.exams) > 1 else 1)

    def _not_open(self, why: str) -> None:
        self._preview.remove()
        self.say(why)

    def _make_pane(self, viewer: ViewerModel) -> Pane:
        pane = Pane(viewer, self.clicks.take, self._follow, self._redraw, self)
        bind(viewer, self)
        if self.session is not None:
            self._fill(pane)
        return pane

    def _fill(self, pane: Pane) -> None:
        """Bring the open patient's layers into a further pane."""
        pane.layers.bring(self._opened)
        self._adopt_into(pane)

    def _adopt_into(self, pane: Pane) -> None:
        pane.picture = Picture("")
        pane.layers.adopt(self._opened, self._labels)
        for layer in pane.layers.all():
            bind(layer, self)
        pane.layers.repaint(self.session)

    def _take(self, session: ReadingSession) -> None:
        """Go on with a session, and keep it at once."""
        self.session = session
        self.panes.follow(session)
        if self.keeper is not None:
            try:
                self.keeper.keep(session)
                self._not_kept = ""
            except InputRefused as refusal:
                self._not_kept = f"NOT SAVED. {refusal}"
        self.say("")

    def say(self, message: str) -> None:
        """Tell the reader something; what is not saved is said as long as it is not."""
        self.panel.say("\n".join(filter(None, [self._not_kept, message])))

    def _sign_or_reopen(self) -> None:
        if self.session is None:
            return
        if not self.session.reading.is_signed:
            self.try_act(signed)
            return
        reason, given = QInputDialog.getText(self, "Reopen", "Why is it changed?")
        if given:
            self.try_act(lambda session: reopened(session, reason))

    def _layers_changed(self, event: Any) -> None:
        """Look once when napari has added all the layers it was given."""
        self._look.start(0)

    def _show_marks(self, kinds: tuple[str, ...], shown: bool) -> None:
        for pane in self.panes.all:
            pane.layers.put_away(kinds, not shown)
            pane.layers.show(pane.picture.timepoint)

    def _adopt_latest(self) -> None:
        first, *further = self.panes.all
        latest = first.layers.latest
        if latest is self._opened:
            return
        first.layers.release()
        for pane in further:
            pane.layers.remove()
        self._opened = self.session = latest
        self.keeper = None
        self.panes.follow(None)
        if latest is None:
            self.panel.show_nothing()
            self.tabs.show_session(None)
            self.series.follow()
            return
        try:
            self.session, self.keeper = kept(latest)
            self._not_kept = ""
        except InputRefused as refusal:
            self._not_kept = f"NOT SAVED. {refusal}"
        self.say("")
        self._labels = same_visits(latest.timeline, self.session.timeline)
        self._adopt_into(first)
        for pane in further:
            self._fill(pane)
        self.panes.follow(self.session)
        self.panes.split(1)
        self.panel.show_timepoints(list(self.session.exams))
        self.show_timepoint(next(iter(self.session.exams)))
        self.series.restore()

    def _follow(self, layer: Shapes, let_go: bool, free: bool) -> None:
        """Show at once what a dragged caliper would mean; let go, it is an act."""
        timepoint = layer.metadata["timepoint"]
        held = self.session
        try:
            for lesion, extent, ends_mm in moved_calipers(held, timepoint, layer.data):
                held = with_caliper(held, timepoint, lesion, ends_mm, extent, free=free)
        except InputRefused as refusal:
            self.say(str(refusal))
            QTimer.singleShot(0, lambda: self._redraw(layer))
            return
        if held is self.session:
            return
        self._pane_of(layer).layers.relabel(layer, held)
        self._show(held)
        if let_go:
            self._take(held)
            self._show()
            # napari still holds the line: an end that snapped is drawn after that
            QTimer.singleShot(0, self._repaint)

    def _redraw(self, layer: Shapes) -> None:
        self._pane_of(layer).layers.redraw(layer, self.session)

    def _pane_of(self, layer: Shapes) -> Pane:
        return next(p for p in self.panes.all if layer in p.viewer.layers)

    def _repaint(self) -> None:
        for pane in self.panes.all:
            pane.layers.repaint(self.session)

    def _choose_criteria(self, criteria: str) -> None:
        self.try_act(lambda session: with_criteria(session, criteria))
        self.pane.go_to_lesion(self.session, "")

    def _restore(self) -> None:
        """Take back every edit at the timepoint in view."""
        self.try_act(lambda session: without_edits(session, self.timepoint))

    def _show(self, session: ReadingSession | None = None) -> None:
        session = session or self.session
        self.panel.criteria.setCurrentText(session.criteria)
        self.panel.show_answer(
            table(session),
            response_at(session, self.timepoint),
            reason_at(session, self.timepoint),
            findings_at(session, self.timepoint),
            restorable=bool(edited_lesions(session, self.timepoint)),
        )
        self.panel.show_standing(
            can_undo(session), can_redo(session), session.reading.is_signed
        )
        self.tabs.show_session(session)

    def _activated(self) -> None:
        """Let the panel speak of the picture that became the active one."""
        if self.session is not None and self.timepoint:
            self.panel.timepoint.setCurrentText(self.timepoint)
            self._show()
            self.series.follow()

    def _looked(self, pane: Pane) -> None:
        if self.session is not None and pane.grid is not None:
            pane.viewer.canvas.overlays.text.text = pane.caption(self.session)
