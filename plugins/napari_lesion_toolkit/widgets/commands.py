"""What each key of the table does in an open room."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from napari.components import ViewerModel
from napari.layers import Layer

from napari_lesion_toolkit.hanging import Plane
from napari_lesion_toolkit.keys import keys
from napari_lesion_toolkit.shown import Shown
from napari_lesion_toolkit.windows import PRESETS_HU

if TYPE_CHECKING:
    from napari_lesion_toolkit.widgets.reading import ReadingWidget

Command = Callable[[], None]

WITH_KEYS = (
    Shown.ARTERIAL,
    Shown.PORTAL,
    Shown.PRECONTRAST,
    Shown.SUBTRACTION,
    Shown.DELAYED,
    Shown.HEPATOBILIARY,
)
"""Pictures that have a key; the list of series shows the others."""


def commands(room: "ReadingWidget") -> dict[str, Command]:
    """Give what can be done from the keyboard, by the names of ``keys.toml``."""
    windows = {
        f"window_{name.replace(' ', '_')}": partial(room.show_window, name)
        for name in PRESETS_HU
    }
    phases = {str(shown): partial(room.show_phase, shown) for shown in WITH_KEYS}
    planes = {str(plane): partial(room.show_plane, plane) for plane in Plane}
    return {
        "cancel": room.cancel,
        "undo": room.undo,
        "redo": room.redo,
        "next_timepoint": partial(room.step_timepoint, 1),
        "previous_timepoint": partial(room.step_timepoint, -1),
        "next_slice": lambda: room.pane.scroll(1),
        "previous_slice": lambda: room.pane.scroll(-1),
        "one_picture": partial(room.split, 1),
        "two_pictures": partial(room.split, 2),
        "four_pictures": partial(room.split, 4),
        "next_picture": lambda: room.panes.next(),
        "link": room.link,
        "crosshair": partial(room.clicks.ask, "cross"),
        **planes,
        **phases,
        **windows,
        "invert": room.invert,
        "click": partial(room.clicks.ask, "new"),
        "add": partial(room.clicks.ask, "add"),
        "caliper": partial(room.clicks.ask, "caliper"),
        "short_axis": partial(room.clicks.ask, "short axis"),
        "remove": partial(room.clicks.ask, "remove"),
        "outlines": room.panel.outlines.toggle,
        "calipers": room.panel.calipers.toggle,
    }


def bind(holder: ViewerModel | Layer, room: "ReadingWidget") -> None:
    """Bind every key of the table on a viewer or a layer.

    The keys of the layer that is active come before those of the viewer: napari's own
    would put the calipers into a mode that draws or removes lines.
    """
    does = commands(room)
    for one in keys():
        holder.bind_key(one.key, _pressed(does[one.command]), overwrite=True)


def _pressed(command: Command) -> Callable[[ViewerModel | Layer], None]:
    def run(_: ViewerModel | Layer) -> None:
        command()

    return run
