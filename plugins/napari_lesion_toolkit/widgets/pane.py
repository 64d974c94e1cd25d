"""One picture of the room: a visit, a phase and a plane on one canvas."""

from collections.abc import Callable
from typing import Any

import numpy as np
from napari.components import ViewerModel
from napari.layers import Shapes, Vectors
from qtpy.QtCore import QObject

from lesion_toolkit.model.measurement import PointMm
from napari_lesion_toolkit.arrangement import Picture
from napari_lesion_toolkit.drawn import place_of
from napari_lesion_toolkit.hanging import (
    MM,
    Plane,
    ScreenView,
    place_mm,
    position_of,
    screen_view,
)
from napari_lesion_toolkit.session import ReadingSession
from napari_lesion_toolkit.shown import Shown, gray_limits
from napari_lesion_toolkit.table import visit_name
from napari_lesion_toolkit.widgets.canvas_marks import mark_canvas
from napari_lesion_toolkit.widgets.patient_layers import PatientLayers
from napari_lesion_toolkit.widgets.pointing import Pointing, scroll, set_window
from napari_lesion_toolkit.windows import PRESETS_HU, Window

SHOWN_WORDS = {
    Shown.PORTAL: "portal venous",
    Shown.SUBTRACTION: "arterial minus precontrast",
}
CROSS_MM, CROSS_GAP_MM, CROSS_WIDTH_MM = 30.0, 5.0, 1.6
"""Length and width of an arm of the cross, and what it leaves free around its place."""

CROSS_COLOR = "#009e73"


class Pane(QObject):
    """Shows one picture of a session and says where the reader looks in it.

    Parameters
    ----------
    viewer
        Its canvas, as napari models it.
    on_point
        Called with this pane and a place (LPS mm) that was clicked while
        :attr:`Pointing.is_armed`.
    on_move, on_strange
        As :class:`PatientLayers` calls them.
    """

    def __init__(
        self,
        viewer: ViewerModel,
        on_point: Callable[["Pane", PointMm], None],
        on_move: Callable[[Shapes, bool, bool], None],
        on_strange: Callable[[Shapes], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.viewer = viewer
        self.picture = Picture("")
        self.layers = PatientLayers(viewer, on_move, on_strange, self)
        self.pointing = Pointing(
            viewer, lambda at: on_point(self, place_mm(self.grid, at))
        )
        self._cross: Vectors | None = None

    @property
    def grid(self) -> Any:
        """Grid as it is hung of the image in view; None where there is none."""
        return self.layers.grid(self.picture.timepoint)

    @property
    def view(self) -> ScreenView:
        """How the plane in view lies on the screen."""
        return screen_view(self.grid, self.picture.plane)

    def show(self, session: ReadingSession, picture: Picture) -> bool:
        """Show a picture; False, and nothing changes, where its phase is missing."""
        if not self.layers.show_picture(
            session, picture.timepoint, picture.shown, picture.plane
        ):
            return False
        before, self.picture = self.picture, picture
        self.layers.show(picture.timepoint)
        seen = before.timepoint, before.plane
        if seen != (picture.timepoint, picture.plane):
            self._turn()
        self.mark(session)
        return True

    def show_window(self, session: ReadingSession, name: str) -> None:
        """Set a usual gray window; MR, which has no units, gets its own."""
        image = self.layers.image(self.picture.timepoint)
        if image is None:
            return
        volume = session.exams[self.picture.timepoint].phases.reference
        usual = Window.of(gray_limits(volume, Shown.ARTERIAL))
        set_window(image, PRESETS_HU[name] if volume.modality == "CT" else usual)

    def invert(self) -> None:
        """Show black what is white."""
        image = self.layers.image(self.picture.timepoint)
        if image is not None:
            inverted = image.colormap.name == "gray"
            image.colormap = "gray_r" if inverted else "gray"

    def scroll(self, slices: int) -> None:
        """Move through the slices of the plane in view."""
        scroll(self.viewer, slices)

    def center_mm(self) -> PointMm:
        """Place in the middle of the canvas, LPS mm."""
        position = np.array(self.viewer.dims.point, float)
        displayed = list(self.viewer.dims.displayed)
        position[displayed] = self.viewer.scene.camera.center[-2:]
        return place_mm(self.grid, position)

    def look_at(self, at_mm: PointMm, zoom: float | None = None) -> None:
        """Bring a place into the middle of the canvas.

        Parameters
        ----------
        at_mm
            The place, LPS mm.
        zoom
            Pixels of the canvas to a mm; as it is where not given.
        """
        position = position_of(self.grid, at_mm)
        _, vertical, horizontal = self.view.order
        camera = self.viewer.scene.camera
        camera.center = (0, position[vertical], position[horizontal])
        if zoom is not None:
            camera.zoom = zoom
        self.go_to_slice_of(at_mm)

    def go_to_slice_of(self, at_mm: PointMm) -> None:
        """Show the slice that a place (LPS mm) lies in."""
        axis = self.view.order[0]
        step = self.grid.spacing_mm[axis]
        at = float(np.rint(position_of(self.grid, at_mm)[axis] / step)) * step
        self.viewer.dims.set_point(axis, at)

    def go_to_lesion(self, session: ReadingSession, lesion: str) -> PointMm | None:
        """Show a lesion (the first, unnamed) where it was measured or outlined.

        Returns
        -------
        tuple or None
            Its place, LPS mm; None where it was neither.
        """
        at_mm = place_of(session, self.picture.timepoint, lesion)
        if at_mm is not None:
            self.bring(at_mm)
        return at_mm

    def bring(self, at_mm: PointMm) -> None:
        """Show the slice of a place (LPS mm), and the place if it is off the canvas."""
        self.go_to_slice_of(at_mm)
        position = position_of(self.grid, at_mm)[list(self.view.order[1:])]
        camera = self.viewer.scene.camera
        away = np.abs(position - camera.center[-2:]) * camera.zoom
        if (away > np.array(self.viewer.canvas.size) / 2).any():
            self.look_at(at_mm)

    def cross(self, at_mm: PointMm | None) -> None:
        """Mark a place (LPS mm) with a cross; None takes the mark away."""
        if at_mm is None:
            if self._cross is not None:
                self._cross.visible = False
            return
        arms = np.concatenate([np.eye(3), -np.eye(3)])
        center = position_of(self.grid, at_mm)
        slider = self.view.order[0]
        center[slider] = self.viewer.dims.point[slider]
        lines = np.stack([center + CROSS_GAP_MM * arms, CROSS_MM * arms], axis=1)
        if self._cross is None:
            self._cross = Vectors(
                lines,
                name="crosshair",
                units=MM,
                edge_width=CROSS_WIDTH_MM,
                edge_color=CROSS_COLOR,
                vector_style="line",
                opacity=1.0,
            )
            held = self.viewer.layers.selection.active
            self.viewer.add_layer(self._cross)
            self.viewer.layers.selection.active = held
        self._cross.data = lines
        self._cross.visible = True

    def mark(self, session: ReadingSession) -> None:
        """Write patient directions, caption and scale on the canvas."""
        mark_canvas(self.viewer, self.view.edge_letters, self.caption(session))

    def caption(self, session: ReadingSession) -> str:
        """Visit, phase, plane and slice in words; names no patient."""
        at = self.picture
        timepoint, shown, plane = at.timepoint, at.shown, at.plane
        phases = session.exams[timepoint].phases
        phase = phases.arterial_phase or "no arterial phase"
        words = phase if shown is Shown.ARTERIAL else SHOWN_WORDS.get(shown, shown)
        axis = self.view.order[0]
        number = round(self.viewer.dims.point[axis] / self.grid.spacing_mm[axis]) + 1
        at_mm = float(np.dot(self.center_mm(), self.grid.directions[axis]))
        cut = "" if plane is Plane.ACQUIRED else f"{plane} "
        slices = f"{cut}slice {number} of {self.grid.shape[axis]}, {at_mm:.1f} mm"
        return f"{visit_name(session, timepoint)}\n{words}\n{slices}"

    def fit(self) -> None:
        """Show all of the slice."""
        image = self.layers.image(self.picture.timepoint)
        if image is not None:
            self.viewer.reset_view(layers=[image])

    def _turn(self) -> None:
        """Turn the canvas to the plane in view, all of it visible."""
        view = self.view
        self.viewer.dims.order = view.order
        self.viewer.scene.camera.orientation2d = (
            "up" if view.up else "down",
            "left" if view.left else "right",
        )
        self.fit()
        calipers = self.layers.find("calipers", self.picture.timepoint)
        if calipers is not None:
            calipers.mode = "direct"
            self.viewer.layers.selection.active = calipers
