"""The napari layers of the open patient: which are shown, and that they stay true."""

from collections.abc import Callable, Mapping
from typing import Any

from napari.components import ViewerModel
from napari.layers import Image, Labels, Layer, Shapes
from napari.utils import DirectLabelColormap
from qtpy.QtCore import QObject

from lesion_toolkit.alignment.resampling import outside_value
from lesion_toolkit.model.geometry import Geometry
from napari_lesion_toolkit.drawn import drawn_calipers
from napari_lesion_toolkit.hanging import Plane, cut, cut_grid, hang
from napari_lesion_toolkit.layers import (
    caliper_features,
    caliper_style,
    caliper_text,
    layers_of,
)
from napari_lesion_toolkit.session import ReadingSession
from napari_lesion_toolkit.shown import Shown, gray_limits, pictured
from napari_lesion_toolkit.widgets.caliper_watch import CaliperWatch
from napari_lesion_toolkit.widgets.pointing import set_window
from napari_lesion_toolkit.windows import Window

OUTLINE_MM = 1.4
"""Width of an outline, at least a voxel."""


class PatientLayers(QObject):
    """Finds, shows and repaints the layers of one patient in one viewer.

    Parameters
    ----------
    viewer
        Where they are.
    on_move
        Called with a layer of calipers while one is dragged (False) and when it is let
        go (True), and whether its ends are to stay where they are put.
    on_strange
        Called with a layer of calipers to which lines were added or removed.
    """

    def __init__(
        self,
        viewer: ViewerModel,
        on_move: Callable[[Shapes, bool, bool], None],
        on_strange: Callable[[Shapes], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.viewer = viewer
        self._on_move, self._on_strange = on_move, on_strange
        self._opened: ReadingSession | None = None
        self._watches: dict[str, CaliperWatch] = {}
        self._hidden: set[str] = set()
        self._outlined: dict[str, Mapping[str, Any]] = {}

    @property
    def latest(self) -> ReadingSession | None:
        """Session of the layers that were added last."""
        found = [x.metadata["session"] for x in self.viewer.layers if _is_ours(x)]
        return found[-1] if found else None

    def bring(self, opened: ReadingSession) -> None:
        """Add the layers of a session, none of them in view."""
        for timepoint in opened.exams:
            for content, settings, kind in layers_of(opened, timepoint):
                layer = Layer.create(content, {**settings, "visible": False}, kind)
                self.viewer.add_layer(layer)

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
            before = about["timepoint"]
            about["timepoint"] = now = labels.get(before, before)
            if isinstance(layer, Labels):
                # gray values inside are the answer; a reader can give no contour
                layer.contour = max(1, round(OUTLINE_MM / layer.scale[-1]))
                layer.opacity = 0.9
                self._outlined[now] = opened.exams[before].masks
            elif about["kind"] == "calipers":
                watch = CaliperWatch(layer, self._on_move, self._on_strange, self)
                self._watches[now] = watch

    def release(self) -> None:
        """Let the layers go."""
        for watch in self._watches.values():
            watch.stop()
        self._watches.clear()
        self._outlined.clear()
        self._opened = None

    def remove(self) -> None:
        """Take the layers away."""
        gone = self.all()
        self.release()
        for layer in gone:
            self.viewer.layers.remove(layer)

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

    def image(self, timepoint: str) -> Image | None:
        """Find the gray image of a timepoint."""
        return self.find("image", timepoint)

    def grid(self, timepoint: str) -> Geometry | None:
        """Grid as it is hung of the image of a timepoint."""
        image = self.image(timepoint)
        return None if image is None else image.metadata["hanging"].grid

    def show(self, timepoint: str) -> None:
        """Show the layers of one timepoint that were not put away."""
        image = self.image(timepoint)
        # a caliper lies in the slices it was measured on
        aside = set() if image is None or _is_as_acquired(image) else {"calipers"}
        for layer in self.all():
            about = layer.metadata
            in_view = about["timepoint"] == timepoint
            layer.visible = in_view and about["kind"] not in self._hidden | aside

    def put_away(self, kinds: tuple[str, ...], hidden: bool) -> None:
        """Say which kinds of layers are not to be shown at any timepoint."""
        self._hidden = self._hidden.difference(kinds) | (
            set(kinds) if hidden else set()
        )

    def show_picture(
        self, session: ReadingSession, timepoint: str, shown: Shown, plane: Plane
    ) -> bool:
        """Show another phase or plane in place; False where there is no such image."""
        image = self.image(timepoint)
        if image is None:
            return False
        about = image.metadata
        phases = session.exams[timepoint].phases
        before = about.get("shown", Shown.ARTERIAL), about.get("plane", Plane.ACQUIRED)
        if before == (shown, plane) and about["phases"] is phases:
            return True
        volume = pictured(phases, shown)
        if volume is None:
            return False
        on = cut_grid(phases.geometry, plane)
        array = hang(phases.geometry).array(volume.array)
        if on is not phases.geometry:
            grid = hang(phases.geometry).grid
            array = cut(array, grid, on, outside_value(volume.modality))
        image.data = array
        image.scale = hang(on).grid.spacing_mm
        about |= {"shown": shown, "plane": plane, "cut_on": on, "hanging": hang(on)}
        about["phases"] = phases
        if shown is not before[0]:
            set_window(image, Window.of(gray_limits(volume, shown)))
        self._paint(session, timepoint)
        return True

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
        for timepoint, exam in session.exams.items():
            if not _same(self._outlined.get(timepoint), exam.masks):
                self._paint(session, timepoint)
            calipers = self.find("calipers", timepoint)
            if calipers is not None:
                self.redraw(calipers, session)

    def _paint(self, session: ReadingSession, timepoint: str) -> None:
        """Draw outlines and tissue on the grid that the image is shown on."""
        geometry = session.exams[timepoint].phases.geometry
        self._outlined[timepoint] = session.exams[timepoint].masks
        image = self.image(timepoint)
        on = geometry if image is None else image.metadata.get("cut_on", geometry)
        for content, settings, _ in layers_of(session, timepoint):
            layer = self.find(settings["metadata"]["kind"], timepoint)
            if not isinstance(layer, Labels):
                continue
            whole = on is geometry
            layer.data = content if whole else cut(content, hang(geometry).grid, on)
            layer.scale = hang(on).grid.spacing_mm
            layer.colormap = DirectLabelColormap(color_dict=settings["colormap"])


def _is_ours(layer: Layer) -> bool:
    return "session" in layer.metadata


def _is_as_acquired(image: Image) -> bool:
    return image.metadata.get("plane", Plane.ACQUIRED) is Plane.ACQUIRED


def _same(before: Mapping[str, Any] | None, now: Mapping[str, Any]) -> bool:
    """Whether two outlines of an exam are the very same values."""
    return (
        before is not None
        and list(before) == list(now)
        and all(before[name] is now[name] for name in now)
    )
