"""Marks on the canvas, and what their colors mean."""

from napari.components import ViewerModel
from napari.components.overlays import TextOverlay

from napari_lesion_toolkit.layers import CALIPER_COLORS, TISSUE_COLORS

EDGES = {
    "edge_left": "middle_left",
    "edge_right": "middle_right",
    "edge_top": "top_center",
    "edge_bottom": "bottom_center",
}


def mark_canvas(
    viewer: ViewerModel, edge_letters: tuple[str, str, str, str], caption: str
) -> None:
    """Write the patient directions (left, right, top, bottom), a caption and a scale.

    The caption names no patient.
    """
    overlays = viewer.canvas.overlays
    for (name, position), letter in zip(EDGES.items(), edge_letters, strict=True):
        if name not in overlays:
            overlays[name] = TextOverlay(position=position, font_size=14, box=False)
        overlays[name].text = letter
        overlays[name].visible = True
    overlays.text.position = "top_left"
    overlays.text.text = caption
    overlays.text.visible = True
    overlays.scale_bar.visible = True


def legend() -> str:
    """Colors in words: nothing is said by color alone."""
    tissue = [("■", color, t.name.lower()) for t, color in TISSUE_COLORS.items()]
    lines = [("▬", color, f"{e} diameter") for e, color in CALIPER_COLORS.items()]
    entries = [
        f'<span style="color:{color}">{mark}</span>&nbsp;{name.replace(" ", "&nbsp;")}'
        for mark, color, name in [*tissue, *lines]
    ]
    return "&nbsp;&nbsp; ".join(entries)
