"""The lesions of an exam by a named segmenter, with or without places of a reader."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.phase import PhaseSet
from lesion_toolkit.model.seed import Seed
from lesion_toolkit.model.volume import Mask
from lesion_toolkit.segmentation.anatomy import box_around
from lesion_toolkit.segmentation.segmenters import (
    Place,
    Prompt,
    about_segmenter,
    segment_with,
)
from lesion_toolkit.segmentation.surface import MISSED_MM


def segment_lesions(
    phases: PhaseSet, segmenter: str, seeds: Sequence[Seed] = ()
) -> dict[str, Mask]:
    """Outline the lesions of an exam with a named segmenter.

    A segmenter that needs a reader to point is asked once for each seed. Any other is
    asked once; seeds then choose and name which of its lesions are meant, without them
    all are.

    Parameters
    ----------
    phases
        The exam.
    segmenter
        Name as of :func:`~lesion_toolkit.segmentation.segmenters.segment_with`.
    seeds
        Where a reader pointed at each lesion, patient LPS mm.

    Returns
    -------
    dict
        Lesion to its mask on ``phases.geometry``; what a model says of its masks is
        among the findings of each.

    Raises
    ------
    UsageRefused
        As of ``segment_with``.
    InputRefused
        As of ``segment_with``; or nothing it outlines holds the place of a seed.
    """
    if about_segmenter(segmenter).needs_place:
        return {
            seed.lesion: _meant(_outlined(segmenter, phases, _prompt(seed)), seed)
            for seed in seeds
        }
    found = _outlined(segmenter, phases, Prompt())
    return {seed.lesion: _meant(found, seed) for seed in seeds} if seeds else found


def _outlined(segmenter: str, phases: PhaseSet, prompt: Prompt) -> dict[str, Mask]:
    outlined = segment_with(segmenter, phases, prompt)
    return {
        name: replace(mask, findings=(*mask.findings, *outlined.findings))
        for name, mask in outlined.masks.items()
        if mask.array.any()
    }


def _prompt(seed: Seed) -> Prompt:
    return Prompt(at_mm=seed.points_mm, caliper_mm=seed.caliper_mm)


def _meant(found: Mapping[str, Mask], seed: Seed) -> Mask:
    """Choose the one of several masks that a reader pointed at.

    Raises
    ------
    InputRefused
        None holds the place, or comes within the slip of a hand.
    """
    if seed.points_mm:
        place: Place = seed.points_mm[0]
    else:
        place = np.mean(seed.caliper_mm or (), axis=0)
    for mask in found.values():
        if mask.array[box_around(mask.geometry, np.asarray(place), MISSED_MM)].any():
            return mask
    raise InputRefused(
        f"no outline of the segmenter where {seed.lesion} was pointed at.",
        f"an outline that holds the place, or comes within {MISSED_MM:g} mm of it.",
        "check the coordinates (patient LPS mm), or let the lesion be clicked instead.",
    )
