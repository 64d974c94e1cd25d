"""The napari layers of the open patient: which are shown, and that they stay true."""

from collections.abc import Callable, Mapping

import numpy as np
from napari.components import ViewerModel
from napari.layers import Image, Labels, Layer, Shapes
from napari.utils import DirectLabelColormap
from qtpy.QtCore import QObject

from napari_lesion_toolkit.drawn import drawn_calipers
from napari_lesion_toolkit.layers import (
    Shown,
    caliper_features,
    caliper_style,
    caliper_text,
    gray_limits,
    hang,
    layers_of,
    pictured,
)
from napari_lesion_toolkit.session import ReadingSession
from napari_lesion_toolkit.widgets.caliper_watch import CaliperWatch
from napari_lesion_toolkit.widgets.pointing import set_window
from napari_lesion_toolkit.windows import Window

OUTLINE_MM = 1.4
"""Width of an outline, at least a voxel."""


class PatientLayers(QObject):
    """Finds, shows and repaints the layers that one opened session brought.

    Parameters
    ----------
    viewer
        Where they are.
    on_move
        Called with a layer of calipers while one is dragged (False) and when it is let
        go (True).
    on_strange
        Called with a layer of calipers to which lines were added or removed.
    """

    def __init__(
        self,
        viewer: ViewerModel,
        on_move: Callable[[Shapes, bool], None],
        on_strange: Callable[[Shapes], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.viewer = viewer
        self._on_move, self._on_strange = on_move, on_strange
        self._opened: ReadingSession | None = None
        self._watches: dict[str, CaliperWatch] = {}
        self._hidden: set[str] = set()

    @property
    def latest(self) -> ReadingSession | None:
        """Session of the layers that were added last."""
        found = [x.metadata["session"] for x in self.viewer.layers if _is_ours(x)]
        return found[-1] if found else None

    def adopt(self, opened: ReadingSession, labels: Mapping[str, str]) -> None:
        """Take over the layers of a session.

        Parameters
        ----------
        opened
            The session as it was opened, which its layers carry.
        labels
            What the reading calls each of its timepoints.
        """
        self._opened = opened
        for layer in self.all():
            about = layer.metadata
            about["timepoint"] = labels.get(about["timepoint"], about["timepoint"])
            if isinstance(layer, Labels):
                # gray values inside are the answer; a reader can give no contour
                layer.contour = max(1, round(OUTLINE_MM / layer.scale[-1]))
                layer.opacity = 0.9
            elif about["kind"] == "calipers":
                watch = CaliperWatch(layer, self._on_move, self._on_strange, self)
                self._watches[about["timepoint"]] = watch

    def release(self) -> None:
        """Let the layers go."""
        for watch in self._watches.values():
            watch.stop()
        self._watches.clear()
        self._opened = None

    def all(self) -> list[Layer]:
        """Every layer of the open session."""
        return [
            layer
            for layer in self.viewer.layers
            if _is_ours(layer) and layer.metadata["session"] is self._opened
        ]

    def find(self, kind: str, timepoint: str) -> Layer | None:
        """Find a layer of a timepoint, unless it was removed."""
        wanted = kind, timepoint
        about = ((layer, layer.metadata) for layer in self.all())
        found = (x for x, m in about if (m["kind"], m["timepoint"]) == wanted)
        return next(found, None)

    def show(self, timepoint: str) -> None:
        """Show the layers of one timepoint that were not put away."""
        for layer in self.all():
            about = layer.metadata
            in_view = about["timepoint"] == timepoint
            layer.visible = in_view and about["kind"] not in self._hidden

    def put_away(self, kinds: tuple[str, ...], hidden: bool) -> None:
        """Say which kinds of layers are not to be shown at any timepoint."""
        self._hidden = self._hidden.difference(kinds) | (
            set(kinds) if hidden else set()
        )

    def show_phase(self, session: ReadingSession, timepoint: str, shown: Shown) -> bool:
        """Show another phase in place; False where there is no such image."""
        image = self.find("image", timepoint)
        if image is None:
            return False
        if image.metadata.get("shown", Shown.ARTERIAL) is shown:
            return True
        phases = session.exams[timepoint].phases
        volume = pictured(phases, shown)
        if volume is None:
            return False
        image.data = hang(phases.geometry).array(volume.array)
        image.metadata["shown"] = shown
        set_window(image, Window.of(gray_limits(volume, shown)))
        return True

    def image(self, timepoint: str) -> Image | None:
        """Find the gray image of a timepoint."""
        return self.find("image", timepoint)

    def relabel(self, layer: Shapes, session: ReadingSession) -> None:
        """Write the lengths of calipers beside them."""
        timepoint = layer.metadata["timepoint"]
        with self._watches[timepoint].writing():
            layer.features = caliper_features(drawn_calipers(session, timepoint))

    def redraw(self, layer: Shapes, session: ReadingSession) -> None:
        """Draw a session's calipers: none is lost or added by a slip of the hand."""
        timepoint = layer.metadata["timepoint"]
        on = session.exams[timepoint].phases.geometry
        drawn = drawn_calipers(session, timepoint)
        with self._watches[timepoint].writing():
            layer.data = [(hang(on).line(c.caliper.ends_mm), "line") for c in drawn]
            for name, values in caliper_style(drawn, on).items():
                setattr(layer, name, values)
            if drawn:
                layer.text = caliper_text(on)

    def repaint(self, session: ReadingSession) -> None:
        """Draw outlines, tissue and calipers of each timepoint as they stand."""
        for timepoint in session.exams:
            fresh = {x[1]["metadata"]["kind"]: x for x in layers_of(session, timepoint)}
            for kind in ("lesions", "viability"):
                layer = self.find(kind, timepoint)
                content, settings, _ = fresh[kind]
                if layer is not None and not np.array_equal(layer.data, content):
                    layer.data = content
                    colors = settings["colormap"]
                    layer.colormap = DirectLabelColormap(color_dict=colors)
            calipers = self.find("calipers", timepoint)
            if calipers is not None:
                self.redraw(calipers, session)


def _is_ours(layer: Layer) -> bool:
    return "session" in layer.metadata
