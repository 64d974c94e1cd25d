"""Liver, its vessels and its lesions by TotalSegmentator, where it is installed.

Wasserthal et al., Radiology: Artificial Intelligence 2023;5:e230024. The tasks used
here are open; weights are downloaded by the package at its first run.
"""

from importlib.metadata import version
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.finding import Finding
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.phase import PhaseSet
from lesion_toolkit.model.volume import Mask, Volume
from lesion_toolkit.segmentation.segmenters import About, Outlined, Prompt

LESIONS = "liver_lesions"

TASKS: dict[str, tuple[str | None, str | None]] = {
    "liver": ("total", "total_mr"),
    "liver_vessels": ("liver_vessels", None),
    LESIONS: ("liver_lesions", "liver_lesions_mr"),
}
"""Task of the package on CT and on MR, by what is wanted."""

SMALLEST_ML = 0.1
"""A piece of the lesion label below this, a ball of 6 mm, is taken for a speck."""


class TotalSegmentator:
    """Outlines the liver, its vessels or its lesions."""

    about: ClassVar[About] = About(
        "liver, liver vessels or liver lesions, without a click",
        package="TotalSegmentator",
        weights_license="Apache-2.0",
        choices=tuple(TASKS),
        extra="totalsegmentator",
    )

    def __init__(self, choice: str) -> None:
        self.choice = choice

    def __call__(self, phases: PhaseSet, prompt: Prompt) -> Outlined:
        """Ask for the portal venous phase, which the models know best.

        Raises
        ------
        InputRefused
            There is no model of this for MR.
        """
        volume = phases.portal_venous or phases.reference
        task = TASKS[self.choice][volume.modality == "MR"]
        if task is None:
            raise InputRefused(
                f"an MR exam, for which there is no model of {self.choice}.",
                "a CT exam.",
                f"ask for one of: {', '.join(t for t in TASKS if TASKS[t][1])}.",
            )
        labels, names = _labels(volume, task, only_liver=self.choice == "liver")
        found = {name: labels == number for number, name in names.items() if number > 0}
        findings: tuple[Finding, ...] = ()
        if self.choice == LESIONS:
            found, findings = _apart(labels > 0, volume.geometry)
        return Outlined(
            {n: Mask(f, volume.geometry) for n, f in found.items() if f.any()},
            model=f"TotalSegmentator {task}",
            version=version("TotalSegmentator"),
            weights_license=self.about.weights_license,
            findings=findings,
        )


def _labels(
    volume: Volume, task: str, *, only_liver: bool
) -> tuple[NDArray[Any], dict[int, str]]:
    """Label image (k, j, i) of a task and the names of its labels."""
    from nibabel.nifti1 import Nifti1Image
    from totalsegmentator.map_to_binary import class_map
    from totalsegmentator.python_api import totalsegmentator

    wanted = ["liver"] if only_liver else None
    image = Nifti1Image(
        np.asarray(volume.array, np.float32).transpose(2, 1, 0),
        _ras(volume.geometry),
    )
    answer = totalsegmentator(image, ml=True, task=task, roi_subset=wanted, quiet=True)
    labels = np.asarray(answer.dataobj).transpose(2, 1, 0).round().astype(np.int16)
    names: dict[int, str] = dict(class_map[task])
    if wanted:
        names = {number: name for number, name in names.items() if name in wanted}
    return labels, names


def _ras(geometry: Geometry) -> NDArray[np.float64]:
    """NIfTI affine, (i, j, k) to RAS mm, of a geometry."""
    columns = geometry.affine[:, [2, 1, 0, 3]]
    return np.diag([-1.0, -1.0, 1.0, 1.0]) @ columns


def _apart(
    marked: NDArray[np.bool_], geometry: Geometry
) -> tuple[dict[str, NDArray[np.bool_]], tuple[Finding, ...]]:
    """Part one label into lesions, the largest first; specks are left out and told."""
    pieces, _ = ndimage.label(marked, np.ones((3, 3, 3), bool))
    sizes_ml = np.bincount(pieces.ravel())[1:] * geometry.voxel_volume_ml
    order = [n for n in np.argsort(-sizes_ml) if sizes_ml[n] >= SMALLEST_ML]
    found = {f"L{rank}": pieces == n + 1 for rank, n in enumerate(order, 1)}
    specks = len(sizes_ml) - len(order)
    if not specks:
        return found, ()
    message = f"Pieces smaller than {SMALLEST_ML} ml were left out: {specks}."
    return found, (Finding("specks-left-out", message),)
