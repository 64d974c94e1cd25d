"""Lesions from one visit to the next: everything proposed, nothing decided."""

import datetime
import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from lesion_toolkit.alignment.exams import VisitAlignment, align_visits
from lesion_toolkit.alignment.matching import LEAST_OVERLAP, match_lesions
from lesion_toolkit.alignment.phases import TOLERATED_RESIDUAL_MM
from lesion_toolkit.errors import InputRefused, SpaceMismatch
from lesion_toolkit.measurement.refusals import day_of, viability_refused
from lesion_toolkit.model.alignment import Alignment
from lesion_toolkit.model.finding import Finding, Severity
from lesion_toolkit.model.phase import PhaseSet
from lesion_toolkit.model.proposal import Fate, Match, Proposal
from lesion_toolkit.model.standing import Standing
from lesion_toolkit.model.therapy import Therapy
from lesion_toolkit.model.volume import Mask
from lesion_toolkit.nodules import describe_nodule
from lesion_toolkit.segmentation.click import segment
from lesion_toolkit.segmentation.pieces import separate_pieces, unlike_liver

__all__ = ["Proposals", "confirmed", "match_lesions", "propagate", "propose_matches"]

LEAST_IMAGED = 0.5
"""Share of a lesion within the later images below which it was not seen."""

LEAST_UNLIKE = 0.3
"""Share of an outline that looks unlike liver, below which nothing is left of it."""


@dataclass(frozen=True, slots=True, eq=False)
class Proposals:
    """What may have become of each lesion, and how well both visits are aligned."""

    proposals: tuple[Proposal, ...]
    alignment: VisitAlignment
    findings: tuple[Finding, ...] = ()

    def of(self, lesion: str) -> Proposal:
        """Return the proposal for one lesion.

        Raises
        ------
        KeyError
            There is none of that name.
        """
        for proposal in self.proposals:
            if proposal.lesion == lesion:
                return proposal
        raise KeyError(lesion)


def propagate(
    baseline: PhaseSet,
    masks: Mapping[str, Mask],
    follow_up: PhaseSet,
    *,
    alignment: VisitAlignment | None = None,
    therapies: Mapping[str, Sequence[Therapy]] | None = None,
    date: datetime.date | str | None = None,
) -> Proposals:
    """Carry each lesion to the next visit and outline it there, under its name.

    Parameters
    ----------
    baseline, follow_up
        Two visits of one patient.
    masks
        Lesion name to its outline on the grid of ``baseline``.
    alignment
        From :func:`~lesion_toolkit.alignment.exams.align_visits`; found here where it
        is not given.
    therapies
        Lesion name to what was done to it: a finding says where viable tissue cannot
        be judged for it, whether the lesion has an outline or not.
    date
        Date of the later visit; that of its images where it is not given.

    Returns
    -------
    Proposals
        One for each lesion: ``same`` with an outline, ``split`` where several separate
        lesions lie in its place, ``vanished`` where it looks like liver, ``unseen``
        where it was not imaged or refused an outline. A finding says where two
        outlines overlap.

    Raises
    ------
    SpaceMismatch
        An outline lies on another grid than the earlier visit.
    InputRefused
        The visits cannot be compared, an outline is empty, or there are therapies and
        the later visit has no date.
    """
    _refuse_masks(baseline, masks)
    hidden = {
        name: _hidden(follow_up, (therapies or {}).get(name, ()), date)
        for name in masks
    }
    found = alignment or align_visits(baseline, follow_up)
    proposals = [
        _with(
            _doubted(
                _followed(name, mask, found.place(mask, follow_up.geometry), follow_up),
                found.alignment,
            ),
            hidden[name],
        )
        for name, mask in masks.items()
    ]
    return Proposals(tuple(_told_overlaps(proposals)), found, found.findings)


def propose_matches(
    baseline: PhaseSet,
    masks: Mapping[str, Mask],
    follow_up: PhaseSet,
    later: Mapping[str, Mask],
    *,
    alignment: VisitAlignment | None = None,
) -> Proposals:
    """Match lesions that were outlined at each visit separately; describe new ones.

    Parameters
    ----------
    baseline, follow_up
        Two visits of one patient.
    masks, later
        Lesion names to outlines, each on the grid of its visit. Those of the earlier
        visit count as treated: new nodules are placed beside or inside them.
    alignment
        As of :func:`propagate`.

    Returns
    -------
    Proposals
        One for each earlier lesion, and one for each new nodule with its size,
        enhancement pattern and place.

    Raises
    ------
    SpaceMismatch
        An outline lies on another grid than its visit.
    InputRefused
        The visits cannot be compared, or an outline is empty.
    """
    _refuse_masks(baseline, masks)
    _refuse_masks(follow_up, later)
    found = alignment or align_visits(baseline, follow_up)
    carried = {
        name: _imaged(found.place(mask, follow_up.geometry), mask)
        for name, mask in masks.items()
    }
    proposals = []
    for match in match_lesions(carried, later):
        if match.fate is Fate.NEW:
            (name,) = match.later
            nodule = describe_nodule(follow_up, name, later, carried)
            new = Proposal(name, match, later[name], nodule=nodule)
            proposals.append(new)
        for name in match.earlier:
            mask = _together([later[other] for other in match.later])
            proposals.append(Proposal(name, match, mask, carried[name]))
    return Proposals(tuple(proposals), found, found.findings)


def confirmed(proposal: Proposal) -> Proposal:
    """Return the proposal as one that a person has agreed to."""
    return replace(proposal, standing=Standing.CONFIRMED)


def _refuse_masks(phases: PhaseSet, masks: Mapping[str, Mask]) -> None:
    for mask in masks.values():
        if not mask.geometry.same_space_as(phases.geometry):
            raise SpaceMismatch(
                "a lesion outline on another grid than its visit.",
                "an outline on the grid of the arterial phase of that visit.",
                "load it with load_masks(path, like=volume), which resamples it.",
            )
        if not mask.array.any():
            raise InputRefused(
                "an empty lesion outline.",
                "outlines with at least one voxel.",
                "outline the lesion, or leave it out.",
            )


def _hidden(
    exam: PhaseSet, therapies: Sequence[Therapy], date: datetime.date | str | None
) -> tuple[Finding, ...]:
    """Why a therapy keeps viable tissue from being judged, or nothing."""
    if not therapies:
        return ()
    why = viability_refused(exam, None, therapies, day_of(exam, date))
    return () if why is None else (why,)


def _with(proposal: Proposal, findings: tuple[Finding, ...]) -> Proposal:
    return replace(proposal, findings=(*proposal.findings, *findings))


def _imaged(carried: Mask, mask: Mask) -> Mask:
    """Empty the carried outline where most of it lies outside the later images."""
    if carried.volume_ml >= LEAST_IMAGED * mask.volume_ml:
        return carried
    return replace(carried, array=np.zeros(carried.array.shape, bool))


def _followed(name: str, mask: Mask, whole: Mask, exam: PhaseSet) -> Proposal:
    """Outline a carried lesion at the later visit, or say why there is no outline."""
    carried = _imaged(whole, mask)
    box = carried.bounding_box()
    unseen = Match(Fate.UNSEEN, (name,))
    if box is None:
        said = Finding(
            "lesion-not-imaged",
            f"{name} lies outside the later images, or mostly so.",
            Severity.SERIOUS,
            where=name,
        )
        return Proposal(name, unseen, findings=(said,))
    if (parted := _parted(name, carried, exam)) is not None:
        return parted
    first = [edge.start - 0.5 for edge in box]
    last = [edge.stop - 0.5 for edge in box]
    corners = carried.geometry.index_to_mm([first, last])
    try:
        found = segment(exam, box_mm=corners.tolist())
    except InputRefused as refusal:
        said = Finding(
            "lesion-not-outlined",
            f"{name} could not be outlined at the later visit: {refusal.found}",
            Severity.SERIOUS,
            where=name,
        )
        return Proposal(name, unseen, carried=carried, findings=(said,))
    if not found.array.any() or unlike_liver(exam, found) < LEAST_UNLIKE:
        return Proposal(name, Match(Fate.VANISHED, (name,)), carried=carried)
    shared = np.count_nonzero(found.array & carried.array)
    smaller = min(np.count_nonzero(found.array), np.count_nonzero(carried.array))
    apart = np.linalg.norm(_center_mm(found) - _center_mm(carried))
    match = Match(
        Fate.SAME,
        (name,),
        (name,),
        round(float(shared / smaller), 3),
        round(float(apart), 1),
    )
    kept = replace(found, source="propagated")
    return Proposal(name, match, kept, carried, findings=found.findings)


def _parted(name: str, carried: Mask, exam: PhaseSet) -> Proposal | None:
    """Propose that a lesion fell apart, where several lie in its place; else None."""
    pieces = separate_pieces(exam, carried)
    later = {f"{name}{chr(ord('a') + n)}": one for n, one in enumerate(pieces)}
    for match in match_lesions({name: carried}, later) if later else ():
        if match.fate is not Fate.SPLIT:
            continue
        chosen = [later[other] for other in match.later]
        said = Finding(
            "perhaps-split",
            f"{name} may have split into {len(chosen)}: its outline holds all of them; "
            "outline each one for a diameter of its own.",
            Severity.CAUTION,
            where=name,
        )
        told = dict.fromkeys((said, *(f for one in chosen for f in one.findings)))
        mask = _together(chosen)
        assert mask is not None
        whole = replace(mask, source="propagated", findings=())
        return Proposal(name, match, whole, carried, findings=tuple(told))
    return None


def _doubted(proposal: Proposal, alignment: Alignment) -> Proposal:
    """Say where the visits do not lie well on each other around a lesion."""
    carried = proposal.carried
    if carried is None or not carried.array.any():
        return proposal
    x, y, z = (float(axis) for axis in _center_mm(carried))
    left = alignment.residual_near((x, y, z))
    if left is None or left <= TOLERATED_RESIDUAL_MM:
        return proposal
    message = (
        f"Around {proposal.lesion} both visits stay about {left:.0f} mm off: check "
        "that this is where it was."
    )
    said = Finding("carried-inexactly", message, Severity.CAUTION, proposal.lesion)
    return replace(proposal, findings=(*proposal.findings, said))


def _center_mm(mask: Mask) -> np.ndarray:
    center: np.ndarray = mask.geometry.index_to_mm(np.argwhere(mask.array).mean(axis=0))
    return center


def _told_overlaps(proposals: list[Proposal]) -> list[Proposal]:
    """Say which lesions' outlines became one: they may have merged."""
    said: dict[str, list[Finding]] = {proposal.lesion: [] for proposal in proposals}
    for one, other in itertools.combinations(proposals, 2):
        if one.mask is None or other.mask is None:
            continue
        shared = np.count_nonzero(one.mask.array & other.mask.array)
        sizes = [np.count_nonzero(p.mask.array) for p in (one, other) if p.mask]
        if shared > LEAST_OVERLAP * min(sizes):
            message = (
                f"The outlines of {one.lesion} and {other.lesion} overlap: they may "
                "have merged."
            )
            for proposal in (one, other):
                finding = Finding("outlines-overlap", message, where=proposal.lesion)
                said[proposal.lesion].append(finding)
    return [replace(p, findings=(*p.findings, *said[p.lesion])) for p in proposals]


def _together(masks: list[Mask]) -> Mask | None:
    if not masks:
        return None
    array = np.logical_or.reduce([mask.array for mask in masks])
    return replace(masks[0], array=array)
