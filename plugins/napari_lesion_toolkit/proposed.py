"""Lesions of earlier visits, proposed at a later one; an act only once accepted."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from lesion_toolkit.alignment.exams import VisitAlignment
from lesion_toolkit.errors import InputRefused
from lesion_toolkit.followup import propagate
from lesion_toolkit.model.finding import Finding, Severity
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.lesion import Role
from lesion_toolkit.model.measurement import State
from lesion_toolkit.model.proposal import Fate, Proposal
from lesion_toolkit.model.timeline import NonTargetStatus
from lesion_toolkit.model.volume import Mask
from napari_lesion_toolkit.edited import with_state, with_status
from napari_lesion_toolkit.listed import lesion_named
from napari_lesion_toolkit.pointed import with_outlined
from napari_lesion_toolkit.session import ReadingSession, timepoint_of
from napari_lesion_toolkit.treated import therapies_of


@dataclass(frozen=True, slots=True, eq=False)
class Offer:
    """What may have become of one lesion at a timepoint, until a reader agrees.

    Attributes
    ----------
    timepoint, source
        Labels of the visit it is proposed at, and of the one it comes from.
    proposal
        Its outline or its fate, and what must be looked at.
    findings
        What must be known about how the two visits were aligned.
    """

    timepoint: str
    source: str
    proposal: Proposal
    findings: tuple[Finding, ...] = ()

    @property
    def lesion(self) -> str:
        """Name of the lesion."""
        return self.proposal.lesion

    @property
    def words(self) -> str:
        """What is proposed and how sure it is, in one line."""
        match = self.proposal.match
        if self.proposal.mask is None:
            gone = match.fate is Fate.VANISHED
            what = "not seen in its place" if gone else "could not be judged"
            return f"{self.lesion}: {what}"
        apart = "" if match.distance_mm is None else f", {match.distance_mm:.0f} mm off"
        split = "perhaps split, " if match.fate is Fate.SPLIT else ""
        return f"{self.lesion}: {split}{100 * match.overlap:.0f} % overlap{apart}"

    @property
    def doubts(self) -> tuple[str, ...]:
        """What a reader must look at before accepting it."""
        found = (*self.proposal.findings, *self.findings)
        doubts = (f.message for f in found if f.severity is not Severity.NOTE)
        return tuple(dict.fromkeys(doubts))


def unsaid(session: ReadingSession, timepoint: str) -> dict[str, str]:
    """Find lesions of which nothing is said at a visit, and their last outline before.

    Returns
    -------
    dict
        Lesion to the label of the latest earlier visit on which it is outlined.
    """
    labels = list(session.exams)
    before = labels[: labels.index(timepoint)]
    said = timepoint_of(session, timepoint)
    known = {m.lesion for m in said.measurements}
    known |= {n.lesion for n in said.non_targets} | set(session.exams[timepoint].masks)
    return {
        lesion: label
        for label in before
        for lesion in session.exams[label].masks
        if lesion not in known
    }


def offers(
    session: ReadingSession,
    timepoint: str,
    alignments: Mapping[str, VisitAlignment] | None = None,
) -> tuple[Offer, ...]:
    """Propose at a visit the lesions of which nothing is said there yet.

    Nothing of the session changes; it takes seconds.

    Parameters
    ----------
    timepoint
        Label of a visit with images.
    alignments
        How later visits were laid on the first one, where that is known.

    Raises
    ------
    InputRefused
        No earlier visit outlines a lesion that is missing here, or the visits cannot be
        compared.
    """
    sources = unsaid(session, timepoint)
    if not sources:
        raise InputRefused(
            f"no lesion to carry over to {timepoint!r}.",
            "a lesion outlined at an earlier visit, and nothing said of it here.",
            "outline it at the earlier visit, or choose a later visit.",
        )
    first = next(iter(session.exams))
    found: list[Offer] = []
    for source in dict.fromkeys(sources.values()):
        names = [name for name, label in sources.items() if label == source]
        aligned = (alignments or {}).get(timepoint) if source == first else None
        found += _from(session, timepoint, source, names, aligned)
    order = list(sources)
    return tuple(sorted(found, key=lambda offer: order.index(offer.lesion)))


def with_accepted(session: ReadingSession, offer: Offer) -> ReadingSession:
    """Agree to a proposal: the lesion is outlined and measured, or said to be gone.

    A non-target that is gone is judged CR, one that could not be judged NE.

    Raises
    ------
    InputRefused
        Something has been said of the lesion since, or the reading is signed.
    """
    lesion, timepoint = offer.lesion, offer.timepoint
    meant = lesion_named(session, lesion)
    if meant is None or lesion not in unsaid(session, timepoint):
        raise InputRefused(
            f"{lesion!r}, which changed since it was proposed at {timepoint!r}.",
            "a lesion of which nothing is said there.",
            "carry the lesions over again.",
        )
    proposal = offer.proposal
    gone = proposal.match.fate is Fate.VANISHED
    if proposal.mask is not None:
        told = dict.fromkeys((*proposal.mask.findings, *proposal.findings))
        mask = replace(proposal.mask, findings=tuple(told))
        return with_outlined(session, timepoint, lesion, mask)
    if meant.role is Role.NON_TARGET:
        status = NonTargetStatus.CR if gone else NonTargetStatus.NE
        return with_status(session, timepoint, lesion, status)
    if gone:
        return with_state(session, timepoint, lesion, State.ABSENT)
    why = " ".join(finding.message for finding in proposal.findings)
    return with_state(session, timepoint, lesion, State.NOT_EVALUABLE, why)


def _from(
    session: ReadingSession,
    timepoint: str,
    source: str,
    names: list[str],
    aligned: VisitAlignment | None,
) -> list[Offer]:
    earlier, later = session.exams[source], session.exams[timepoint]
    grid = earlier.phases.geometry
    found = propagate(
        earlier.phases,
        {name: _on(grid, earlier.masks[name]) for name in names},
        later.phases,
        alignment=aligned,
        therapies={name: therapies_of(session, name) for name in names},
        date=timepoint_of(session, timepoint).date,
    )
    return [Offer(timepoint, source, p, found.findings) for p in found.proposals]


def _on(grid: Geometry, mask: Mask) -> Mask:
    """Lay an outline on the whole grid of its exam, where it lies on a crop of it."""
    if mask.geometry.shape == grid.shape:
        return mask
    array = np.zeros(grid.shape, bool)
    array[grid.box_of(mask.geometry)] = mask.array
    return replace(mask, array=array, geometry=grid)
