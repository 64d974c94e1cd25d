"""Outlines of one exam as an NRRD file that 3D Slicer and we read by name."""

import tempfile
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import SimpleITK as sitk
from numpy.typing import NDArray

from lesion_toolkit.errors import InputRefused, SpaceMismatch, UsageRefused
from lesion_toolkit.export.files import write_whole
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.volume import Mask

SUFFIX = ".nrrd"


def write_masks(path: str | Path, masks: Mapping[str, Mask], on: Geometry) -> Path:
    """Write the lesions of one exam as a label map with their names (NRRD).

    Lesions that overlap lie in layers of their own, as Slicer keeps them.

    Parameters
    ----------
    path
        Where to write; an existing file is replaced as a whole.
    masks
        Lesion id to its mask, on the exam's grid or a crop of it.
    on
        The exam's grid.

    Raises
    ------
    InputRefused
        There is no lesion, or the file cannot be written there.
    SpaceMismatch
        A mask does not lie on the exam's grid or a crop of it.
    UsageRefused
        The suffix is not ``.nrrd``.
    """
    if Path(path).suffix.lower() != SUFFIX:
        raise UsageRefused(f"outlines are written as {SUFFIX}.")
    if not masks:
        raise InputRefused(
            "no outlined lesion.", "an exam with outlines.", "outline a lesion first."
        )
    layers: list[NDArray[np.uint16]] = []
    at: dict[str, tuple[int, int]] = {}
    for value, (name, mask) in enumerate(masks.items(), start=1):
        box = on.box_of(mask.geometry)
        if box is None:
            raise SpaceMismatch(
                f"{name} lies on another grid than its exam.",
                "masks on the grid of the exam, or on a crop of it.",
                "resample the mask onto the exam first.",
            )
        clear = (n for n, seen in enumerate(layers) if not seen[box][mask.array].any())
        layer = next(clear, len(layers))
        if layer == len(layers):
            layers.append(np.zeros(on.shape, np.uint16))
        layers[layer][box][mask.array] = value
        at[name] = layer, value
    return write_whole(path, _nrrd(layers, at, on))


def _nrrd(
    layers: list[NDArray[np.uint16]], at: Mapping[str, tuple[int, int]], on: Geometry
) -> bytes:
    several = len(layers) > 1
    stacked = np.stack(layers, axis=-1) if several else layers[0]
    image = sitk.GetImageFromArray(stacked, isVector=several)
    image.SetSpacing(on.spacing_mm[::-1])
    image.SetOrigin(on.origin_mm.tolist())
    image.SetDirection(on.directions[::-1].T.ravel().tolist())
    for number, (name, (layer, value)) in enumerate(at.items()):
        said = {"ID": name, "Name": name, "Layer": layer, "LabelValue": value}
        for key, content in said.items():
            image.SetMetaData(f"Segment{number}_{key}", str(content))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"outlines{SUFFIX}"
        sitk.WriteImage(image, str(file), useCompression=True)
        return file.read_bytes()
