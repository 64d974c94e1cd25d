"""One, two or four pictures beside each other that move together."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from typing import Any

from napari.components import ViewerModel
from napari.qt import QtViewer
from napari.qt.threading import create_worker
from qtpy.QtCore import QEvent, QObject, Qt, QTimer
from qtpy.QtWidgets import QFrame, QSplitter, QVBoxLayout

from lesion_toolkit.model.measurement import PointMm
from napari_lesion_toolkit.arrangement import Picture
from napari_lesion_toolkit.drawn import place_of
from napari_lesion_toolkit.linked import Linked, linked
from napari_lesion_toolkit.session import ReadingSession
from napari_lesion_toolkit.widgets.pane import Pane

COUNTS = (1, 2, 4)
"""How many pictures there can be."""

FRAME = "QFrame#pane {{ border: 2px solid {color}; }}"
ACTIVE_COLOR, QUIET_COLOR = "#56b4e9", "transparent"


class Panes(QObject):
    """Holds the pictures, knows the active one, and moves the others with it.

    Parameters
    ----------
    main
        Viewer of the window; its canvas is the first picture.
    make
        Makes a pane on a viewer.
    on_active
        Called when another pane becomes the active one.
    on_look
        Called with a pane whose slice or section changed.
    """

    def __init__(
        self,
        main: ViewerModel,
        make: Callable[[ViewerModel], Pane],
        on_active: Callable[[], None],
        on_look: Callable[[Pane], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._make, self._on_active, self._on_look = make, on_active, on_look
        self.all: list[Pane] = []
        self.count = 1
        self.is_linked = True
        self.linked = Linked()
        self._frames: list[QFrame] = []
        self._extra: list[QtViewer] = []
        self._session: ReadingSession | None = None
        self._moving = False
        canvas = _canvas_of(main)
        self._host = None if canvas is None else _host_of(canvas)
        self._add(main, canvas)
        self.active = self.all[0]
        if self._host is not None:
            self._host.window().installEventFilter(self)

    @property
    def shown(self) -> list[Pane]:
        """Panes in view, row by row."""
        return self.all[: self.count]

    def split(self, count: int) -> None:
        """Show one, two or four pictures."""
        with self.still():
            while len(self.all) < count:
                viewer = ViewerModel()
                canvas = None if self._host is None else QtViewer(viewer)
                self._add(viewer, canvas)
                self._extra += [] if canvas is None else [canvas]
            self.count = count
            self._lay_out()
            if self.active not in self.shown:
                self.activate(self.all[0])
            self._outline()

    def follow(self, session: ReadingSession | None) -> None:
        """Go on with a session: it says where visits and their slices are."""
        if session is None:
            self.linked = Linked()
        self._session = session

    def align(self) -> None:
        """Lay the visits in view on each other in the liver, beside the reading."""
        seen = {pane.picture.timepoint for pane in self.shown}
        if len(seen) < 2 or self.linked.is_tried:
            return
        patient = self._session.reading.patient
        self.linked = Linked(is_tried=True)
        worker = create_worker(linked, self._session, _ignore_errors=True)

        def done(found: Linked) -> None:
            if self._session is not None and self._session.reading.patient == patient:
                self.linked = found
                self.move_with(self.active)

        worker.returned.connect(done)
        worker.start()

    def activate(self, pane: Pane) -> None:
        """Let keys, phases and visits go to a pane."""
        if pane is not self.active:
            self.active = pane
            self._outline()
            self._on_active()

    def next(self) -> None:
        """Make the next pane in view the active one."""
        at = self.shown.index(self.active)
        self.activate(self.shown[(at + 1) % self.count])

    def show_all(self, pictures: tuple[Picture, ...]) -> None:
        """Put a picture into each pane in view."""
        with self.still():
            for pane, picture in zip(self.shown, pictures, strict=False):
                pane.show(self._session, picture)

    def go_to_lesion(self, lesion: str) -> None:
        """Show a lesion in every picture: where it was measured, or where it lies.

        It lies where another visit, in view or not, shows it in the liver.
        """
        session = self._session
        known = {at: place_of(session, at, lesion) for at in session.exams}
        for at in dict.fromkeys(pane.picture.timepoint for pane in self.shown):
            there = known[at] or self._from_another(known, at)
            if there is not None:
                self.show_place(at, there)

    def show_place(self, timepoint: str, at_mm: PointMm) -> None:
        """Show a place (LPS mm) of a visit in the pictures of that visit."""
        of_visit = [p for p in self.shown if p.picture.timepoint == timepoint]
        with self.still():
            for pane in of_visit:
                pane.bring(at_mm)
        for pane in of_visit:
            self._on_look(pane)

    def point_at(self, pane: Pane, at_mm: PointMm) -> None:
        """Mark a place in every picture that has it, and show its slice there."""
        with self.still():
            for one in self.shown:
                there = self._matching(pane, one, at_mm)
                if there is not None and one is not pane:
                    one.go_to_slice_of(there)
                one.cross(there)
        for one in self.shown:
            self._on_look(one)

    def move_with(self, pane: Pane) -> None:
        """Show in the others of its plane the place that a pane shows."""
        if not self.is_linked or self._session is None:
            return
        center, zoom = pane.center_mm(), float(pane.viewer.scene.camera.zoom)
        with self.still():
            for other in self.shown:
                if other is pane or other.picture.plane is not pane.picture.plane:
                    continue
                there = self._matching(pane, other, center)
                if there is not None:
                    other.look_at(there, zoom)
                    self._on_look(other)

    @contextmanager
    def still(self) -> Iterator[None]:
        """Let nothing follow while this program itself moves the pictures."""
        before, self._moving = self._moving, True
        try:
            yield
        finally:
            self._moving = before

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close the further canvases with the window."""
        if event.type() == QEvent.Type.Close:
            for canvas in self._extra:
                canvas.close()
            self._extra.clear()
        return super().eventFilter(watched, event)

    def _add(self, viewer: ViewerModel, canvas: QtViewer | None) -> None:
        pane = self._make(viewer)
        self.all.append(pane)
        if canvas is not None:
            self._frame(canvas)
        looked = partial(self._looked, pane)
        viewer.dims.events.point.connect(looked)
        viewer.scene.camera.events.center.connect(looked)
        viewer.scene.camera.events.zoom.connect(looked)
        viewer.mouse_drag_callbacks.insert(0, partial(self._pressed, pane))

    def _frame(self, canvas: QtViewer) -> None:
        """Give a canvas its place in the window, with a frame around it."""
        row = self._host.widget(len(self._frames) // 2)
        # in the window from the start: a canvas that leaves it loses what it drew
        frame = QFrame(row)
        frame.setObjectName("pane")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(canvas)
        row.addWidget(frame)
        self._frames.append(frame)

    def _lay_out(self) -> None:
        """Give the panes in view equal parts of the window."""
        for number, frame in enumerate(self._frames):
            frame.setVisible(number < self.count)
        if self._host is not None:
            self._host.widget(1).setVisible(self.count > 2)
            for splitter in (self._host, self._host.widget(0), self._host.widget(1)):
                splitter.setSizes([1 << 12] * splitter.count())
            QTimer.singleShot(0, self._fit)

    def _fit(self) -> None:
        """Show all of each picture once the window has laid them out."""
        with self.still():
            for pane in self.shown:
                if pane.grid is not None:
                    pane.fit()
        self.move_with(self.shown[0])

    def _outline(self) -> None:
        for pane, frame in zip(self.all, self._frames, strict=False):
            is_marked = pane is self.active and self.count > 1
            color = ACTIVE_COLOR if is_marked else QUIET_COLOR
            frame.setStyleSheet(FRAME.format(color=color))

    def _pressed(self, pane: Pane, _: ViewerModel, event: Any) -> None:
        self.activate(pane)

    def _looked(self, pane: Pane, event: Any) -> None:
        if self._moving or self._session is None or pane.grid is None:
            return
        self._on_look(pane)
        if self.count > 1 and pane in self.shown:
            self.move_with(pane)

    def _from_another(
        self, known: Mapping[str, PointMm | None], at: str
    ) -> PointMm | None:
        """Place (LPS mm) at a visit that matches the first one known elsewhere."""
        for of, at_mm in known.items():
            if at_mm is not None:
                there = self.linked.matching_mm(self._session, at_mm, of, at)
                if there is not None:
                    return there
        return None

    def _matching(self, pane: Pane, other: Pane, at_mm: PointMm) -> PointMm | None:
        of, at = pane.picture.timepoint, other.picture.timepoint
        return self.linked.matching_mm(self._session, at_mm, of, at)


def _canvas_of(main: ViewerModel) -> QtViewer | None:
    """Canvas of the window; None for a viewer without one."""
    # napari hands plugins a proxy, whose canvas Qt does not take for one
    window = getattr(getattr(main, "__wrapped__", main), "window", None)
    return None if window is None else window._qt_viewer


def _host_of(canvas: QtViewer) -> QSplitter:
    """Make room for two rows of two canvases where the window has one."""
    center = canvas.parentWidget()
    rows = QSplitter(Qt.Orientation.Vertical, center)
    for _ in range(2):
        rows.addWidget(QSplitter(Qt.Orientation.Horizontal))
    center.layout().addWidget(rows)
    return rows
