"""The dock widget: joins the open session, the napari layers and the panel."""

from threading import Thread
from typing import Any

from napari.components import ViewerModel
from napari.layers import Labels, Layer, Shapes
from qtpy.QtCore import QTimer
from qtpy.QtWidgets import QVBoxLayout, QWidget

from lesion_toolkit.criteria.engine import criteria_names
from lesion_toolkit.measurement.warm import warm
from napari_lesion_toolkit.layers import (
    CALIPER_COLORS,
    TISSUE_COLORS,
    caliper_features,
    caliper_style,
    hang,
    moved_calipers,
)
from napari_lesion_toolkit.session import (
    ReadingSession,
    drawn_calipers,
    edited_lesions,
    with_caliper,
    with_criteria,
    with_opened_calipers,
)
from napari_lesion_toolkit.steady_canvas import keep_gl_programs
from napari_lesion_toolkit.table import (
    findings_at,
    reason_at,
    response_at,
    table,
    visit_name,
)
from napari_lesion_toolkit.widgets.caliper_watch import CaliperWatch
from napari_lesion_toolkit.widgets.canvas_marks import mark_canvas
from napari_lesion_toolkit.widgets.response_panel import ResponsePanel

OUTLINE_MM = 1.4
"""Width of an outline, at least a voxel."""


class ReadingWidget(QWidget):
    """Sums, categories and their reasons, live while calipers are dragged.

    Shows the patient whose layers were opened last. Holds the only state of the
    plugin: the current session and the timepoint in view.
    """

    def __init__(self, napari_viewer: ViewerModel) -> None:
        super().__init__()
        keep_gl_programs()
        # the first caliper would otherwise wait for the inner loops to be compiled
        Thread(target=warm, name="warm calipers").start()
        self.viewer = napari_viewer
        self.session: ReadingSession | None = None
        self.timepoint = ""
        self._opened: ReadingSession | None = None
        self._watches: dict[str, CaliperWatch] = {}
        self._hidden: set[str] = set()
        self.panel = ResponsePanel(criteria_names(), _legend())
        QVBoxLayout(self).addWidget(self.panel)
        self.layout().setContentsMargins(0, 0, 0, 0)
        self.panel.criteria_chosen.connect(self._choose_criteria)
        self.panel.timepoint_chosen.connect(self.show_timepoint)
        self.panel.lesion_chosen.connect(self.jump_to)
        self.panel.restore_wanted.connect(self._restore)
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
        self._set_visible()
        image, calipers = self._layer("image"), self._layer("calipers")
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

    def _layers_changed(self, event: Any) -> None:
        """Look once when napari has added all the layers it was given."""
        self._look.start(0)

    def _show_marks(self, kinds: tuple[str, ...], shown: bool) -> None:
        self._hidden = self._hidden.difference(kinds) | (set() if shown else set(kinds))
        self._set_visible()

    def _set_visible(self) -> None:
        for layer in self._layers():
            about = layer.metadata
            in_view = about["timepoint"] == self.timepoint
            layer.visible = in_view and about["kind"] not in self._hidden

    def _adopt_latest(self) -> None:
        sessions = [
            layer.metadata["session"]
            for layer in self.viewer.layers
            if "session" in layer.metadata
        ]
        latest = sessions[-1] if sessions else None
        if latest is self._opened:
            return
        self._stop_watching()
        self._opened = self.session = latest
        if latest is None:
            self.panel.show_nothing()
            return
        self._outline()
        self._watch_calipers()
        self.panel.criteria.setCurrentText(latest.criteria)
        self.panel.show_timepoints(list(latest.exams))
        self.show_timepoint(next(iter(latest.exams)))

    def _layers(self) -> list[Layer]:
        """Every layer of the open session."""
        return [
            layer
            for layer in self.viewer.layers
            if layer.metadata.get("session") is self._opened
        ]

    def _layer(self, kind: str) -> Layer | None:
        """Find a layer of the timepoint in view, unless it was removed."""
        here = (kind, self.timepoint)
        about = ((layer, layer.metadata) for layer in self._layers())
        found = (layer for layer, m in about if (m["kind"], m["timepoint"]) == here)
        return next(found, None)

    def _outline(self) -> None:
        """Draw lesions and tissue as outlines: the gray values inside are the answer.

        napari takes no contour from a reader, so it is set here.
        """
        for layer in self._layers():
            if isinstance(layer, Labels):
                layer.contour = max(1, round(OUTLINE_MM / layer.scale[-1]))
                layer.opacity = 0.9

    def _watch_calipers(self) -> None:
        for layer in self._layers():
            if layer.metadata["kind"] == "calipers":
                watch = CaliperWatch(layer, self._follow, self._redraw, self)
                self._watches[layer.metadata["timepoint"]] = watch

    def _stop_watching(self) -> None:
        for watch in self._watches.values():
            watch.stop()
        self._watches.clear()

    def _follow(self, layer: Shapes) -> None:
        """Take over what was dragged; sums and category are at once those of it."""
        timepoint = layer.metadata["timepoint"]
        moved = moved_calipers(self.session, timepoint, layer.data)
        for lesion, extent, ends_mm in moved:
            self.session = with_caliper(
                self.session, timepoint, lesion, ends_mm, extent
            )
        if moved:
            self._relabel(layer)
            self._show()

    def _relabel(self, layer: Shapes) -> None:
        timepoint = layer.metadata["timepoint"]
        drawn = drawn_calipers(self.session, timepoint)
        with self._watches[timepoint].writing():
            layer.features = caliper_features(drawn)

    def _redraw(self, layer: Shapes) -> None:
        """Draw the session's calipers: none is lost or added by a slip of the hand."""
        timepoint = layer.metadata["timepoint"]
        on = self.session.exams[timepoint].phases.geometry
        drawn = drawn_calipers(self.session, timepoint)
        with self._watches[timepoint].writing():
            layer.data = [(hang(on).line(c.caliper.ends_mm), "line") for c in drawn]
            for name, values in caliper_style(drawn, on).items():
                setattr(layer, name, values)

    def _choose_criteria(self, criteria: str) -> None:
        self.session = with_criteria(self.session, criteria)
        for watch in self._watches.values():
            self._redraw(watch.layer)
        self._go_to_first_caliper()
        self._show()

    def _restore(self) -> None:
        """Take back every edit at the timepoint in view."""
        for lesion in edited_lesions(self.session, self.timepoint):
            self.session = with_opened_calipers(self.session, self.timepoint, lesion)
        layer = self._layer("calipers")
        if layer is not None:
            self._redraw(layer)
        self._show()

    def _show(self) -> None:
        session = self.session
        self.panel.show_answer(
            table(session),
            response_at(session, self.timepoint),
            reason_at(session, self.timepoint),
            findings_at(session, self.timepoint),
            restorable=bool(edited_lesions(session, self.timepoint)),
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
