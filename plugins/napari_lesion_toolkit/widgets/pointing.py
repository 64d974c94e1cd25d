"""Mouse of a workstation: right drag windows, the wheel scrolls, a click points."""

from collections.abc import Callable, Iterator
from typing import Any

from napari.components import ViewerModel
from napari.layers import Image

from napari_lesion_toolkit.windows import Window

RIGHT, LEFT = 2, 1
ZOOM_STEP = 1.15


class Pointing:
    """What the mouse does on one canvas.

    Parameters
    ----------
    viewer
        Whose canvas.
    on_point
        Called with the position (slider, down, right; mm) of a left click while
        :attr:`is_armed`.
    """

    def __init__(
        self, viewer: ViewerModel, on_point: Callable[[tuple[float, ...]], None]
    ) -> None:
        self.viewer, self._on_point = viewer, on_point
        self.is_armed = False
        viewer.mouse_drag_callbacks.insert(0, self._pressed)
        # napari zooms where a reader expects to scroll
        viewer.mouse_wheel_callbacks[:] = [self._wheel]
        viewer.scene.camera.events.mouse_zoom.connect(self._keep_zoom)
        self._keep_zoom()

    def _keep_zoom(self, _: Any = None) -> None:
        """Hold what each layer that becomes active would switch on again."""
        self.viewer.scene.camera.mouse_zoom = False

    def _pressed(self, _: ViewerModel, event: Any) -> Iterator[None] | None:
        if event.button == RIGHT:
            return self._windowed(event)
        if event.button == LEFT and self.is_armed:
            self._on_point(tuple(event.position))
        return None

    def _windowed(self, event: Any) -> Iterator[None]:
        images = [x for x in self.viewer.layers if isinstance(x, Image) and x.visible]
        began = [(image, Window.of(image.contrast_limits)) for image in images]
        start = event.pos
        yield
        while event.type == "mouse_move":
            right, down = event.pos[0] - start[0], event.pos[1] - start[1]
            for image, window in began:
                set_window(image, window.dragged(right, down))
            yield

    def _wheel(self, viewer: ViewerModel, event: Any) -> None:
        up = event.delta[1] > 0
        if "Control" in event.modifiers or "Meta" in event.modifiers:
            viewer.scene.camera.zoom *= ZOOM_STEP if up else 1 / ZOOM_STEP
        else:
            scroll(viewer, 1 if up else -1)


def scroll(viewer: ViewerModel, slices: int) -> None:
    """Move the slice slider."""
    axis = viewer.dims.order[0]
    viewer.dims.set_current_step(axis, viewer.dims.current_step[axis] + slices)


def set_window(image: Image, window: Window) -> None:
    """Show a gray window, whatever range the slider of napari was made for."""
    low, high = window.limits
    least, most = image.contrast_limits_range
    image.contrast_limits_range = min(least, low), max(most, high)
    image.contrast_limits = low, high
