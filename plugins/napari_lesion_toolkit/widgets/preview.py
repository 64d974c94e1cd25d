"""The first picture of a patient, while the rest is still being read."""

from napari.components import ViewerModel
from napari.layers import Layer

from lesion_toolkit.model.phase import PhaseSet
from napari_lesion_toolkit.layers import image_layer

NAME = "first picture"


class Preview:
    """Puts one volume into an empty viewer and takes it away again."""

    def __init__(self, viewer: ViewerModel) -> None:
        self.viewer = viewer
        self._layer: Layer | None = None

    def show(self, phases: PhaseSet) -> None:
        """Show the first arterial volume, all of it."""
        self.remove()
        self._layer = Layer.create(*image_layer(phases.reference, NAME, {}))
        self.viewer.add_layer(self._layer)
        self.viewer.reset_view()

    def remove(self) -> None:
        """Take it away, unless the reader did."""
        if self._layer is not None and self._layer in self.viewer.layers:
            self.viewer.layers.remove(self._layer)
        self._layer = None
