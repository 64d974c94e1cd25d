"""Our own click-to-lesion under the door that every segmenter comes through."""

from typing import ClassVar

from lesion_toolkit.model.phase import PhaseSet
from lesion_toolkit.segmentation.click import segment
from lesion_toolkit.segmentation.segmenters import About, Outlined, Prompt


class Clicked:
    """Outlines one lesion from clicks, a caliper or a box, without a trained model."""

    about: ClassVar[About] = About(
        "one lesion, from clicks, a rough caliper or a box", needs_place=True
    )

    def __init__(self, choice: str) -> None:
        self.name = choice or "lesion"

    def __call__(self, phases: PhaseSet, prompt: Prompt) -> Outlined:
        """Outline the lesion a reader points at."""
        mask = segment(
            phases,
            at_mm=prompt.at_mm,
            caliper_mm=prompt.caliper_mm,
            box_mm=prompt.box_mm,
            remove_mm=prompt.remove_mm,
        )
        return Outlined({self.name: mask})
