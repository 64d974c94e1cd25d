"""From a click to a lesion: outlined, judged, measured, and said in the reading."""

from collections.abc import Mapping

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.lesion import Lesion
from lesion_toolkit.model.measurement import PointMm
from lesion_toolkit.model.volume import Mask
from lesion_toolkit.reading import log
from lesion_toolkit.reading.events import Act, LesionAdded, MaskSet, Measured
from lesion_toolkit.reading.masks import digest_of
from lesion_toolkit.segmentation.click import segment
from napari_lesion_toolkit.listed import resized
from napari_lesion_toolkit.session import (
    Outline,
    ReadingSession,
    with_outlines,
)
from napari_lesion_toolkit.treated import examined, with_treated


def with_click(
    session: ReadingSession,
    timepoint: str,
    at_mm: PointMm,
    lesion: str = "",
    *,
    remove: bool = False,
) -> ReadingSession:
    """Outline and measure the lesion at a place, or add to or take from a known one.

    Parameters
    ----------
    timepoint
        Label of the visit that was clicked in.
    at_mm
        The place, LPS mm of that visit.
    lesion
        Which lesion it belongs to; a new target where none is named.
    remove
        Take what grows from this click off the lesion instead of adding it.

    Raises
    ------
    InputRefused
        Nothing can be outlined there, or the reading is signed.
    """
    name = lesion or free_name(session)
    before = clicks_of(session, timepoint, name)
    added, removed = before.added_mm, before.removed_mm
    if remove and not added:
        raise InputRefused(
            f"no click that {name!r} was grown from here.",
            "a lesion outlined by a click.",
            "click into the lesion first, or correct its outline.",
        )
    added, removed = (
        (added, (*removed, at_mm)) if remove else ((*added, at_mm), removed)
    )
    phases = session.exams[timepoint].phases
    mask = segment(phases, at_mm=added, remove_mm=removed)
    return with_outlined(session, timepoint, name, mask, added, removed)


def with_outlined(
    session: ReadingSession,
    timepoint: str,
    lesion: str,
    mask: Mask,
    added_mm: tuple[PointMm, ...] = (),
    removed_mm: tuple[PointMm, ...] = (),
) -> ReadingSession:
    """Take an outline for a lesion at a timepoint, and measure what it holds.

    Raises
    ------
    InputRefused
        The outline is empty, or the reading is signed.
    """
    found = examined(session, timepoint, lesion, mask)
    digest = digest_of(mask)
    outline = Outline(mask, found.tissues)
    known = {one.id for one in session.timeline.lesions}
    acts: list[Act] = [] if lesion in known else [LesionAdded(Lesion(lesion))]
    acts += [
        MaskSet(timepoint, lesion, digest, added_mm, removed_mm),
        Measured(timepoint, found.measurement),
        *resized(session, timepoint, found.measurement),
    ]
    held = with_outlines(session, {(timepoint, digest): outline})
    return with_treated(held, *acts)


def free_name(session: ReadingSession) -> str:
    """Find the first of T1, T2, ... that no lesion has."""
    taken = {lesion.id for lesion in session.timeline.lesions}
    number = 1
    while f"T{number}" in taken:
        number += 1
    return f"T{number}"


def clicks_of(session: ReadingSession, timepoint: str, lesion: str) -> MaskSet:
    """Find the clicks that the standing outline of a lesion was grown from."""
    digest = session.reading.record.masks.get((timepoint, lesion))
    said = [
        act
        for act in log.standing_acts(session.reading)
        # the outline says which act it was: the lesion may have had another name then
        if isinstance(act, MaskSet) and (act.timepoint, act.mask) == (timepoint, digest)
    ]
    return said[-1] if said else MaskSet(timepoint, lesion, "")


def outlines_of(
    session: ReadingSession, masks: Mapping[tuple[str, str], Mask]
) -> dict[tuple[str, str], Outline]:
    """Judge the tissue of outlines that were kept, by timepoint and digest."""
    names = {
        (at, d): lesion for (at, lesion), d in session.reading.record.masks.items()
    }
    found = {}
    for (timepoint, digest), mask in masks.items():
        lesion = names[timepoint, digest]
        tissues = examined(session, timepoint, lesion, mask).tissues
        found[timepoint, digest] = Outline(mask, tissues)
    return found
