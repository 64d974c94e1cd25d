"""The outline of a proposal as a napari layer, told apart from what is accepted."""

from typing import Any

import numpy as np

from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.volume import Mask
from napari_lesion_toolkit.hanging import MM, hang, position_of

COLOR = "#009e73"
WIDTH_PX = 2


def proposal_layer(mask: Mask, on: Geometry, name: str) -> tuple[Any, dict[str, Any]]:
    """Labels of the part of an exam that a proposed outline covers, and their place.

    Parameters
    ----------
    mask
        The outline, with at least one voxel.
    on
        The exam's grid.

    Returns
    -------
    tuple
        Voxels (slider, down, right), and keyword arguments of a layer of labels.
    """
    box = mask.bounding_box(margin=1)
    assert box is not None
    first = [side.start for side in box]
    depth, height, width = (side.stop - side.start for side in box)
    part = hang(mask.geometry.crop(first, (depth, height, width)))
    corner_mm = part.grid.index_to_mm((0, 0, 0))
    settings = {
        "name": name,
        "scale": part.grid.spacing_mm,
        "translate": position_of(hang(on).grid, corner_mm),
        "units": MM,
        "opacity": 1.0,
        "colormap": {0: "transparent", None: "transparent", 1: COLOR},
    }
    return part.array(mask.array[box].astype(np.uint8)), settings
