"""The dock widget: joins the open session, the napari layers and the panel."""

from collections.abc import Callable
from threading import Thread
from typing import Any

from napari.components import ViewerModel
from napari.layers import Shapes
from qtpy.QtCore import QTimer
from qtpy.QtWidgets import QApplication, QInputDialog, QVBoxLayout, QWidget

from lesion_toolkit.criteria.engine import criteria_names
from lesion_toolkit.errors import InputRefused
from lesion_toolkit.measurement.warm import warm as warm_calipers
from lesion_toolkit.segmentation.warm import warm as warm_outlines
from napari_lesion_toolkit.drawn import (
    drawn_calipers,
    edited_lesions,
    with_caliper,
    with_opened_calipers,
)
from napari_lesion_toolkit.keeping import Keeper, kept, same_visits
from napari_lesion_toolkit.layers import (
    CALIPER_COLORS,
    TISSUE_COLORS,
    Shown,
    gray_limits,
    hang,
    moved_calipers,
    place_mm,
)
from napari_lesion_toolkit.pointed import free_name, with_click
from napari_lesion_toolkit.session import (
    ReadingSession,
    can_redo,
    can_undo,
    redone,
    reopened,
    signed,
    undone,
    with_criteria,
)
from napari_lesion_toolkit.steady_canvas import keep_gl_programs
from napari_lesion_toolkit.table import (
    findings_at,
    reason_at,
    response_at,
    table,
    visit_name,
)
from napari_lesion_toolkit.widgets.canvas_marks import mark_canvas
from napari_lesion_toolkit.widgets.commands import bind
from napari_lesion_toolkit.widgets.patient_layers import PatientLayers
from napari_lesion_toolkit.widgets.pointing import Pointing, set_window
from napari_lesion_toolkit.widgets.response_panel import ResponsePanel
from napari_lesion_toolkit.windows import PRESETS_HU, Window

SHOWN_WORDS = {
    Shown.PORTAL: "portal venous",
    Shown.PRECONTRAST: "precontrast",
    Shown.SUBTRACTION: "arterial minus precontrast",
}
POINT_WORDS = {
    "new": "Click into a lesion.",
    "add": "Click what belongs to the chosen lesion as well.",
    "remove": "Click what does not belong to the chosen lesion.",
}


class ReadingWidget(QWidget):
    """Sums, categories and their reasons, live while calipers are dragged.

    Shows the patient whose layers were opened last. Holds the only state of the
    plugin: the current session and the timepoint in view.
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
        self.shown = Shown.ARTERIAL
        self.pointing = Pointing(napari_viewer, self._pointed)
        self._pointing_as = ""
        self.timepoint = ""
        self._opened: ReadingSession | None = None
        self._not_kept = ""
        self.layers = PatientLayers(napari_viewer, self._follow, self._redraw, self)
        self.panel = ResponsePanel(criteria_names(), _legend())
        bind(napari_viewer, self)
        QVBoxLayout(self).addWidget(self.panel)
        self.layout().setContentsMargins(0, 0, 0, 0)
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
        self.viewer.dims.events.point.connect(self._scrolled)
        self._adopt_latest()

    def show_timepoint(self, timepoint: str) -> None:
        """Bring one timepoint into view, at its first caliper."""
        self.timepoint = timepoint
        self.panel.timepoint.setCurrentText(timepoint)
        self.show_phase(self.shown)
        self.layers.show(timepoint)
        image = self.layers.image(timepoint)
        calipers = self.layers.find("calipers", timepoint)
        if image is not None:
            self.viewer.reset_view(layers=[image])
        if calipers is not None:
            calipers.mode = "direct"
            self.viewer.layers.selection.active = calipers
        self._mark()
        self._go_to_first_caliper()
        self._show()

    def jump_to(self, timepoint: str, lesion: str) -> None:
        """Show the slice on which a lesion was measured at a timepoint."""
        if timepoint not in self.session.exams:
            return
        if timepoint != self.timepoint:
            self.show_timepoint(timepoint)
        if lesion:
            self._go_to_slice_of(lesion)

    def show_phase(self, shown: Shown) -> None:
        """Show another phase in place; where it is missing, say so and stay."""
        if self.session is None:
            return
        if self.layers.show_phase(self.session, self.timepoint, shown):
            self.shown = shown
            self._mark()
        else:
            self._say(f"No {shown} images at {self.timepoint}.")

    def show_window(self, name: str) -> None:
        """Set a usual gray window; MR, which has no units, gets its own."""
        image = self.layers.image(self.timepoint)
        if image is None:
            return
        volume = self.session.exams[self.timepoint].phases.reference
        usual = Window.of(gray_limits(volume, Shown.ARTERIAL))
        set_window(image, PRESETS_HU[name] if volume.modality == "CT" else usual)

    def invert(self) -> None:
        """Show black what is white."""
        image = self.layers.image(self.timepoint)
        if image is not None:
            inverted = image.colormap.name == "gray"
            image.colormap = "gray_r" if inverted else "gray"

    def step_timepoint(self, by: int) -> None:
        """Show the next visit with images, or the one before."""
        if self.session is None:
            return
        labels = list(self.session.exams)
        at = labels.index(self.timepoint) + by
        if 0 <= at < len(labels):
            self.show_timepoint(labels[at])

    def point(self, purpose: str) -> None:
        """Take the next click for a new lesion, or to add to or take from the chosen.

        Parameters
        ----------
        purpose
            ``new``, ``add`` or ``remove``.
        """
        if self.session is not None:
            self._pointing_as = purpose
            self.pointing.is_armed = True
            self._say(f"{POINT_WORDS[purpose]} Escape ends this.")

    def cancel(self) -> None:
        """Leave the click that was asked for, and go back to the calipers."""
        self.pointing.is_armed = False
        self._say("")

    def undo(self) -> None:
        """Take back the last act."""
        self._try(undone)

    def redo(self) -> None:
        """Restore what was taken back last."""
        self._try(redone)

    def _pointed(self, position: tuple[float, ...]) -> None:
        self.pointing.is_armed = False
        phases = self.session.exams[self.timepoint].phases
        at_mm = place_mm(phases.geometry, position)
        lesion = self._meant(self._pointing_as)
        remove = self._pointing_as == "remove"
        self._say("Outlining ...")
        QApplication.processEvents()
        self._try(
            lambda session: with_click(
                session, self.timepoint, at_mm, lesion, remove=remove
            )
        )
        self.panel.table.choose(self.timepoint, lesion)
        self._go_to_slice_of(lesion)

    def _meant(self, purpose: str) -> str:
        """Lesion of a click: the chosen one unless it is outlined here already."""
        chosen = self.panel.table.lesion
        here = self.session.exams[self.timepoint].masks
        if purpose == "new" and (not chosen or chosen in here):
            return free_name(self.session)
        return chosen or free_name(self.session)

    def _try(self, act: Callable[[ReadingSession], ReadingSession]) -> None:
        """Do something; what is refused changes nothing and is said."""
        if self.session is None:
            return
        try:
            done = act(self.session)
        except InputRefused as refusal:
            self._say(str(refusal))
            return
        self._take(done)
        self.layers.repaint(done)
        self._show()

    def _take(self, session: ReadingSession) -> None:
        """Go on with a session, and keep it at once."""
        self.session = session
        if self.keeper is not None:
            try:
                self.keeper.keep(session)
                self._not_kept = ""
            except InputRefused as refusal:
                self._not_kept = f"NOT SAVED. {refusal}"
        self._say("")

    def _say(self, message: str) -> None:
        """Tell the reader something; what is not saved is said as long as it is not."""
        self.panel.say("\n".join(filter(None, [self._not_kept, message])))

    def _sign_or_reopen(self) -> None:
        if self.session is None:
            return
        if not self.session.reading.is_signed:
            self._try(signed)
            return
        reason, given = QInputDialog.getText(self, "Reopen", "Why is it changed?")
        if given:
            self._try(lambda session: reopened(session, reason))

    def _layers_changed(self, event: Any) -> None:
        """Look once when napari has added all the layers it was given."""
        self._look.start(0)

    def _show_marks(self, kinds: tuple[str, ...], shown: bool) -> None:
        self.layers.put_away(kinds, not shown)
        self.layers.show(self.timepoint)

    def _adopt_latest(self) -> None:
        latest = self.layers.latest
        if latest is self._opened:
            return
        self.layers.release()
        self._opened = self.session = latest
        self.keeper = None
        self.shown = Shown.ARTERIAL
        if latest is None:
            self.panel.show_nothing()
            return
        try:
            self.session, self.keeper = kept(latest)
            self._not_kept = ""
        except InputRefused as refusal:
            self._not_kept = f"NOT SAVED. {refusal}"
        self._say("")
        labels = same_visits(latest.timeline, self.session.timeline)
        self.layers.adopt(latest, labels)
        for layer in self.layers.all():
            bind(layer, self)
        self.layers.repaint(self.session)
        self.panel.show_timepoints(list(self.session.exams))
        self.show_timepoint(next(iter(self.session.exams)))

    def _follow(self, layer: Shapes, let_go: bool) -> None:
        """Show at once what a dragged caliper would mean; let go, it is an act."""
        timepoint = layer.metadata["timepoint"]
        held = self.session
        try:
            for lesion, extent, ends_mm in moved_calipers(held, timepoint, layer.data):
                held = with_caliper(held, timepoint, lesion, ends_mm, extent)
        except InputRefused as refusal:
            self._say(str(refusal))
            QTimer.singleShot(0, lambda: self._redraw(layer))
            return
        if held is self.session:
            return
        self.layers.relabel(layer, held)
        self._show(held)
        if let_go:
            self._take(held)
            self._show()

    def _redraw(self, layer: Shapes) -> None:
        self.layers.redraw(layer, self.session)

    def _choose_criteria(self, criteria: str) -> None:
        self._try(lambda session: with_criteria(session, criteria))
        self._go_to_first_caliper()

    def _restore(self) -> None:
        """Take back every edit at the timepoint in view."""

        def restored(session: ReadingSession) -> ReadingSession:
            for lesion in edited_lesions(session, self.timepoint):
                session = with_opened_calipers(session, self.timepoint, lesion)
            return session

        self._try(restored)

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

    def _mark(self) -> None:
        phases = self.session.exams[self.timepoint].phases
        hanging = hang(phases.geometry)
        mark_canvas(self.viewer, hanging.edge_letters, self._caption())

    def _caption(self) -> str:
        phases = self.session.exams[self.timepoint].phases
        slices = hang(phases.geometry).grid.shape[0]
        at = self.viewer.dims.point[0] / hang(phases.geometry).grid.spacing_mm[0]
        phase = phases.arterial_phase or "no arterial phase"
        if self.shown is not Shown.ARTERIAL:
            phase = SHOWN_WORDS[self.shown]
        visit = visit_name(self.session, self.timepoint)
        return f"{visit}\n{phase}\nslice {round(at) + 1} of {slices}"

    def _scrolled(self, event: Any) -> None:
        if self.session is not None:
            self.viewer.canvas.overlays.text.text = self._caption()

    def _go_to_first_caliper(self) -> None:
        drawn = drawn_calipers(self.session, self.timepoint)
        if drawn:
            self._go_to_slice_of(drawn[0].lesion)

    def _go_to_slice_of(self, lesion: str) -> None:
        drawn = drawn_calipers(self.session, self.timepoint)
        at = next((c for c in drawn if c.lesion == lesion), None)
        if at is None:
            return
        hanging = hang(self.session.exams[self.timepoint].phases.geometry)
        self.viewer.dims.set_point(0, hanging.slider_mm(at.caliper.ends_mm[0]))


def _legend() -> str:
    """Colors in words: nothing is said by color alone."""
    tissue = [("■", color, t.name.lower()) for t, color in TISSUE_COLORS.items()]
    lines = [("▬", color, f"{e} diameter") for e, color in CALIPER_COLORS.items()]
    entries = [
        f'<span style="color:{color}">{mark}</span>&nbsp;{name.replace(" ", "&nbsp;")}'
        for mark, color, name in [*tissue, *lines]
    ]
    return "&nbsp;&nbsp; ".join(entries)
