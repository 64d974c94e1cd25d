"""A reader's word on which series is a phase, and what is measured by it."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import SimpleITK as sitk

from lesion_toolkit.alignment.resampling import image_of, resampled
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.phase import PhaseSet
from lesion_toolkit.model.volume import Mask
from lesion_toolkit.reading.events import Act, MaskSet, Measured, SeriesChosen
from lesion_toolkit.reading.masks import digest_of
from lesion_toolkit.workflow import examine
from napari_lesion_toolkit.drawn import edited_lesions
from napari_lesion_toolkit.session import (
    Outline,
    ReadingSession,
    timepoint_of,
    with_acts,
    with_exam,
    with_outlines,
)
from napari_lesion_toolkit.treated import therapies_of


def chosen_series(session: ReadingSession, timepoint: str) -> dict[str, str]:
    """Series by the phase that the reader said it is, at one timepoint."""
    said = session.reading.record.series
    return {phase: name for (at, phase), name in said.items() if at == timepoint}


def is_as_chosen(session: ReadingSession, timepoint: str) -> bool:
    """Whether the images in view are those that the reading names."""
    sources = session.exams[timepoint].phases.sources
    chosen = chosen_series(session, timepoint)
    return all(sources.get(phase) == name for phase, name in chosen.items())


def with_series(
    session: ReadingSession,
    timepoint: str,
    phases: PhaseSet,
    chosen: Mapping[str, str],
) -> ReadingSession:
    """Go on with the exam as it is when series are the phases a reader says they are.

    Lesions keep their outlines, laid on the new grid, and are measured anew; a size
    that a person set stays.

    Parameters
    ----------
    phases
        The exam, loaded with ``chosen``.
    chosen
        Series by phase; all of what the reader says, not only what is new.

    Raises
    ------
    InputRefused
        The reading is signed.
    """
    before = chosen_series(session, timepoint)
    acts: list[Act] = [
        SeriesChosen(timepoint, phase, chosen.get(phase, ""))
        for phase in {**before, **chosen}
        if before.get(phase) != chosen.get(phase)
    ]
    masks = {
        lesion: _laid(mask, phases.geometry)
        for lesion, mask in session.exams[timepoint].masks.items()
    }
    masks = {lesion: mask for lesion, mask in masks.items() if mask.array.any()}
    date = timepoint_of(session, timepoint).date
    told = {lesion: therapies_of(session, lesion) for lesion in masks}
    examined = examine(phases, masks, date, timepoint, therapies=told).lesions
    outlines = {
        (timepoint, digest_of(one.mask)): Outline(one.mask, one.tissues)
        for one in examined.values()
    }
    seen = with_outlines(with_exam(session, timepoint, phases), outlines)
    by_hand = edited_lesions(session, timepoint)
    for name, one in examined.items():
        acts.append(MaskSet(timepoint, name, digest_of(one.mask)))
        if name not in by_hand:
            acts.append(Measured(timepoint, one.measurement))
    return with_acts(seen, *acts)


def _laid(mask: Mask, geometry: Geometry) -> Mask:
    """Lay an outline on the grid of other images of the same visit."""
    if geometry.box_of(mask.geometry) is not None:
        return mask
    image = image_of(mask.array.astype(np.float32), mask.geometry)
    share = resampled(image, geometry, 0.0, sitk.Transform())
    return replace(mask, array=share >= 0.5, geometry=geometry)
