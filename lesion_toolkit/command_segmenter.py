"""Any program that reads a NIfTI image and writes a mask, as a segmenter.

The command follows the name: ``command:my-model -i {image} -o {mask}``. It runs without
a shell, in a folder of its own that is removed afterwards; the image that it reads
carries voxels and their place, nothing that names the patient.
"""

import shlex
import subprocess
import tempfile
from pathlib import Path
from typing import ClassVar

import SimpleITK as sitk

from lesion_toolkit.alignment.resampling import image_of
from lesion_toolkit.errors import InputRefused, UsageRefused
from lesion_toolkit.loaders.masks import load_masks
from lesion_toolkit.model.phase import PhaseSet
from lesion_toolkit.model.volume import Mask
from lesion_toolkit.segmentation.segmenters import About, Outlined, Prompt

IMAGE, MASK = "{image}", "{mask}"


class CommandSegmenter:
    """Outlines what a command outlines: a NIfTI, NRRD or DICOM SEG file of masks."""

    about: ClassVar[About] = About(
        "what a program outlines (command:PROGRAM -i {image} -o {mask})"
    )

    def __init__(self, choice: str) -> None:
        self.words = shlex.split(choice)

    def __call__(self, phases: PhaseSet, prompt: Prompt) -> Outlined:
        """Run the command on the reference volume and read the mask it writes.

        ``{mask}`` is replaced by a path that ends in ``.nii.gz``; ``{mask}.dcm`` or
        ``{mask}.nrrd`` by one that ends so.

        Raises
        ------
        UsageRefused
            The command does not say where image and mask go, or there is no such
            program.
        InputRefused
            It fails, or writes no mask.
        """
        with tempfile.TemporaryDirectory(prefix="lesion-toolkit-") as folder:
            image = Path(folder, "image.nii.gz")
            words, mask = self._filled_in(image)
            volume = phases.reference
            sitk.WriteImage(image_of(volume.array, volume.geometry), str(image))
            self._run(words, folder)
            if not mask.is_file():
                raise InputRefused(
                    f"no mask where {Path(words[0]).name} should have written it.",
                    f"a mask file at {MASK}.",
                    "run the command by itself and look at what it writes.",
                )
            masks = load_masks(mask, like=volume, any_frame=True)
        return Outlined(
            {name: Mask(m.array, phases.geometry) for name, m in masks.items()},
            model=Path(words[0]).name,
        )

    def _filled_in(self, image: Path) -> tuple[list[str], Path]:
        """Words of the command with both paths in them, and where the mask will be."""
        has_image = any(IMAGE in word for word in self.words)
        wanted = next((word for word in self.words if MASK in word), None)
        if wanted is None or not has_image:
            raise UsageRefused(
                f"a command says where image and mask go: PROGRAM -i {IMAGE} -o {MASK}."
            )
        stem = image.with_name("mask")
        suffix = wanted[wanted.index(MASK) + len(MASK) :] or ".nii.gz"
        mask = stem.with_name(stem.name + suffix)
        filled = [
            word.replace(IMAGE, str(image)).replace(MASK + suffix, str(mask))
            for word in self.words
        ]
        return [word.replace(MASK, str(mask)) for word in filled], mask

    def _run(self, words: list[str], folder: str) -> None:
        try:
            done = subprocess.run(words, cwd=folder, capture_output=True, check=False)
        except OSError as fault:
            raise UsageRefused(f"{words[0]!r} cannot be run: {fault.strerror}.") from (
                fault
            )
        if done.returncode:
            raise InputRefused(
                f"{Path(words[0]).name} ended with exit code {done.returncode}.",
                "a command that ends with 0.",
                "run it by itself to see what it says.",
            )
