"""The command that brings the reading into view, from menu, palette or key."""

from napari import current_viewer

WIDGET = ("lesion-toolkit", "Tumor response")
"""Plugin and display name of the dock widget, as the manifest has them."""


def show_reading() -> None:
    """Dock the table of sums and categories in the window in front, once."""
    viewer = current_viewer()
    if viewer is not None:
        viewer.window.add_plugin_dock_widget(*WIDGET)
