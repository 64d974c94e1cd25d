"""Masks drawn elsewhere, onto the grid of an image."""

import gzip
import math
import zlib
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.loaders import tags
from lesion_toolkit.loaders.elements import Damaged
from lesion_toolkit.loaders.headers import NotDicom, read_header
from lesion_toolkit.loaders.placement import free_name, overlapping, place
from lesion_toolkit.loaders.plain_text import plain_line
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.volume import Mask, Volume

SEGMENTATION_CLASSES = frozenset(
    {
        "1.2.840.10008.5.1.4.1.1.66.4",  # Segmentation
        "1.2.840.10008.5.1.4.1.1.66.7",  # Label Map Segmentation
    }
)
STRUCTURE_SET_CLASS = "1.2.840.10008.5.1.4.1.1.481.3"
MAX_LABELS = 512
"""No atlas of organs has as many; an image given for a mask has thousands."""

IMAGE_SUFFIXES = (".nii", ".nii.gz", ".nrrd", ".nhdr", ".mha", ".mhd")


def load_masks(
    path: str | Path, like: Volume, *, any_frame: bool = False
) -> dict[str, Mask]:
    """Read masks and place them on the grid of an image by patient coordinates.

    Parameters
    ----------
    path
        DICOM SEG or RTSTRUCT, NIfTI, NRRD (also Slicer's ``.seg.nrrd``) or MetaImage.
    like
        Image the masks belong to.
    any_frame
        Accept a mask from another frame of reference; its findings tell.

    Returns
    -------
    dict
        Name of each segment, structure or label -> mask on the grid of ``like``.

    Raises
    ------
    InputRefused
        No such file, not a mask, or nothing marked.
    SpaceMismatch
        The mask lies in another frame of reference or outside of the image.
    """
    file = Path(path)
    if not file.is_file():
        raise InputRefused(
            "no mask file of this name.",
            "a DICOM SEG, RTSTRUCT, NIfTI, NRRD or MetaImage file.",
            "check the path.",
        )
    if file.name.lower().endswith(IMAGE_SUFFIXES):
        return _from_image(file, like)
    try:
        header = read_header(file)
    except (NotDicom, Damaged, OSError):
        raise _not_a_mask() from None
    if header.sop_class in SEGMENTATION_CLASSES:
        from lesion_toolkit.loaders.seg import masks_from_seg

        return masks_from_seg(file, like.geometry, any_frame)
    if header.sop_class == STRUCTURE_SET_CLASS:
        from lesion_toolkit.loaders.rtstruct import masks_from_rtstruct

        return masks_from_rtstruct(file, like.geometry, any_frame)
    raise _not_a_mask(header.text(tags.MODALITY))


def _not_a_mask(modality: str = "") -> InputRefused:
    modality = plain_line(modality)
    kind = f"a DICOM object of modality {modality}" if modality else "another file"
    return InputRefused(
        f"{kind} where a mask was expected.",
        "a DICOM SEG, RTSTRUCT, NIfTI, NRRD or MetaImage file.",
        "export the mask in one of these formats.",
    )


def _from_image(file: Path, like: Volume) -> dict[str, Mask]:
    import SimpleITK as sitk

    try:
        image = sitk.ReadImage(str(file))
    except RuntimeError:
        raise _not_a_mask() from None
    if not _is_whole(file, image):
        raise InputRefused(
            "a mask file that ends before its last voxel.",
            "the whole file.",
            "copy or export it again.",
        )
    if image.GetDimension() != 3:
        raise InputRefused(
            f"a mask with {image.GetDimension()} dimensions.",
            "a mask with three dimensions.",
            "save one time point or one slice stack.",
        )
    labels = sitk.GetArrayViewFromImage(image)
    _check_labels(labels)
    layers = labels[..., None] if labels.ndim == 3 else labels
    source = _geometry_of(image)
    masks: dict[str, Mask | None] = {}
    for name, layer, value in _named_labels(image, layers):
        masks[free_name(name, masks)] = place(
            layers[..., layer] == value, source, like.geometry, file_format(file)
        )
    return overlapping(masks)


def _is_whole(file: Path, image: Any) -> bool:
    """Whether every voxel of a NIfTI file is there: ITK reads missing ones as 0."""
    if not (image.HasMetaDataKey("vox_offset") and image.HasMetaDataKey("bitpix")):
        return True
    voxels = math.prod(image.GetSize()) * image.GetNumberOfComponentsPerPixel()
    start = int(float(image.GetMetaData("vox_offset")))
    size = start + voxels * int(image.GetMetaData("bitpix")) // 8
    opened = gzip.open if file.name.lower().endswith(".gz") else open
    try:
        with opened(file, "rb") as stream:
            stream.seek(size - 1)
            return bool(stream.read())
    except (EOFError, OSError, zlib.error):
        return False


def file_format(file: Path) -> str:
    """Format of a mask file, from its name."""
    name = file.name.lower()
    return next(s for s in IMAGE_SUFFIXES[::-1] if name.endswith(s)).strip(".")


def _check_labels(labels: NDArray[Any]) -> None:
    if np.issubdtype(labels.dtype, np.floating) and not (
        np.isfinite(labels).all() and (labels == np.rint(labels)).all()
    ):
        raise InputRefused(
            "a mask file with fractional values.",
            "whole numbers, one for each structure.",
            "threshold the probability map and save it as labels.",
        )


def _geometry_of(image: Any) -> Geometry:
    """Grid of a SimpleITK image, whose axes run (i, j, k) in LPS mm."""
    direction = np.array(image.GetDirection()).reshape(3, 3)
    return Geometry.from_axes(
        image.GetSize()[::-1],
        origin_mm=image.GetOrigin(),
        spacing_mm=image.GetSpacing()[::-1],
        directions=direction.T[::-1],
    )


def _named_labels(image: Any, layers: NDArray[Any]) -> list[tuple[str, int, int]]:
    """Name, layer and value of each structure, as Slicer names them if it did.

    Structures without a name are T1, T2, ... by their value: a file's name may be a
    patient's.
    """
    present = [
        (layer, value)
        for layer in range(layers.shape[-1])
        for value in np.unique(layers[..., layer]).tolist()
        if value != 0
    ]
    if len(present) > MAX_LABELS:
        raise InputRefused(
            f"a mask file with {len(present)} different values.",
            "one value for each structure.",
            "give the file of the mask, not that of the image.",
        )
    layered = layers.shape[-1] > 1
    names = {
        (layer, value): f"T{layer}.{value:.0f}" if layered else f"T{value:.0f}"
        for layer, value in present
    }
    if len(present) == 1:
        names = {present[0]: "T1"}
    names |= {at: name for at, name in _slicer_names(image).items() if at in names}
    return [(name, layer, value) for (layer, value), name in names.items()]


def _slicer_names(image: Any) -> dict[tuple[int, int], str]:
    """Name of each segment by its layer and value, where Slicer wrote them."""
    names = {}
    for number in range(len(image.GetMetaDataKeys())):
        said = {
            key: image.GetMetaData(f"Segment{number}_{key}")
            for key in ("Name", "LabelValue", "Layer")
            if image.HasMetaDataKey(f"Segment{number}_{key}")
        }
        if "LabelValue" not in said:
            break
        name = plain_line(said.get("Name", ""))
        try:
            at = int(said.get("Layer", "0")), int(said["LabelValue"])
        except ValueError:
            continue
        if name:
            names[at] = name
    return names
