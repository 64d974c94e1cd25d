"""Tells when a caliper is being dragged, and when it was let go."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from napari.layers import Shapes
from napari.layers.base import ActionType
from qtpy.QtCore import QObject, QTimer

LIVE_MS = 30
"""A moving caliper is read at most this often."""


class CaliperWatch(QObject):
    """Watches one layer of calipers.

    napari announces only ``set_data`` while a line is dragged and ``data`` once it is
    let go; lines that are added or removed come as ``data`` too.

    Parameters
    ----------
    layer
        The calipers of one timepoint.
    on_move
        Called with the layer while a line moves (False) and when it is let go (True),
        and whether Alt is held: its ends then stay where they are put.
    on_strange
        Called with the layer when lines were added or removed.
    """

    def __init__(
        self,
        layer: Shapes,
        on_move: Callable[[Shapes, bool, bool], None],
        on_strange: Callable[[Shapes], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.layer = layer
        self._on_move, self._on_strange = on_move, on_strange
        self._writing = self._free = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LIVE_MS)
        self._timer.timeout.connect(self._read)
        layer.mouse_drag_callbacks.insert(0, self._grabbed)
        layer.events.set_data.connect(self._moving)
        layer.events.data.connect(self._changed)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold back while this program itself changes the layer."""
        self._writing = True
        try:
            yield
        finally:
            self._writing = False

    def stop(self) -> None:
        """Let the layer go."""
        self._timer.stop()
        self.layer.mouse_drag_callbacks.remove(self._grabbed)
        self.layer.events.set_data.disconnect(self._moving)
        self.layer.events.data.disconnect(self._changed)

    def _grabbed(self, layer: Shapes, event: Any) -> Iterator[None]:
        """Let the first press on any caliper's end move it.

        napari moves the ends of selected lines only. A caliper that is not held is not
        selected: it shows its own color.
        """
        if layer.mode == "direct":
            layer.selected_data = set(range(len(layer.data)))
        self._free = "Alt" in event.modifiers
        yield
        while event.type == "mouse_move":
            self._free = "Alt" in event.modifiers
            yield
        QTimer.singleShot(0, layer.selected_data.clear)

    def _moving(self, event: Any) -> None:
        if not self._writing and not self._timer.isActive():
            self._timer.start()

    def _changed(self, event: Any) -> None:
        if self._writing:
            return
        if event.action == ActionType.CHANGED:
            self._timer.stop()
            self._on_move(self.layer, True, self._free)
        elif event.action in (ActionType.ADDED, ActionType.REMOVED):
            QTimer.singleShot(0, lambda: self._on_strange(self.layer))

    def _read(self) -> None:
        self._on_move(self.layer, False, self._free)
