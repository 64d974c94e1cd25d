"""How well two volumes of a patient were laid on each other, and the evidence."""

import math
from enum import StrEnum
from typing import Annotated

from pydantic import Field, InstanceOf
from pydantic.json_schema import SkipJsonSchema

from lesion_toolkit.model.measurement import KeyImage, PointMm
from lesion_toolkit.model.noun import MmFloat, noun


class Move(StrEnum):
    """What was done to a volume to lay it on the reference."""

    NONE = "none"
    RIGID = "rigid"
    DEFORMABLE = "deformable"


@noun
class Part:
    """What is left of the misalignment in one part of the organs.

    ``center_mm`` is the middle of the part in patient LPS mm, ``residual_mm`` the
    length of the shift that would still make it more alike.
    """

    center_mm: PointMm
    residual_mm: MmFloat


@noun
class Alignment:
    """How a phase was laid on the reference phase of its exam.

    Attributes
    ----------
    phase
        The phase that was moved.
    move
        none, rigid, or deformable: a gentle bend on top of it.
    shift_mm
        How far its organs were moved on the whole.
    bend_mm
        Longest push of the bend within the organs; 0 where nothing was bent.
    residual_mm
        Median over the parts of what is left; None when no part could be judged. It
        hides a part that stays far off, as between real visits: see ``parts`` and
        :meth:`residual_near`. How true either is: docs/validation/alignment.md.
    parts
        Where the residual was judged.
    picture
        Coronal checkerboard of the reference phase and this one; never part of the
        JSON.
    """

    phase: str
    move: Move = Move.NONE
    shift_mm: MmFloat = 0.0
    bend_mm: MmFloat = 0.0
    residual_mm: MmFloat | None = None
    parts: tuple[Part, ...] = ()
    picture: Annotated[
        SkipJsonSchema[InstanceOf[KeyImage] | None], Field(exclude=True, repr=False)
    ] = None

    def residual_near(self, place_mm: PointMm) -> float | None:
        """Give what is left in mm of the part whose middle is nearest to a place.

        A caution and no measurement: on phantoms 1 mm too much on the mean, SD 3 mm
        (docs/validation/alignment.md).
        """
        nearest = min(
            self.parts,
            key=lambda part: math.dist(part.center_mm, place_mm),
            default=None,
        )
        return None if nearest is None else nearest.residual_mm
