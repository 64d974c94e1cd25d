"""The lesions of an earlier visit, outlined at the next one as proposals."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.followup import propagate
from lesion_toolkit.loaders.index import find_series
from lesion_toolkit.model.finding import Finding, Severity
from lesion_toolkit.model.measurement import LesionMeasurement, State
from lesion_toolkit.model.phase import PhaseSet
from lesion_toolkit.model.proposal import Fate, Proposal
from lesion_toolkit.model.therapy import Therapy
from lesion_toolkit.model.timeline import Timepoint
from lesion_toolkit.model.volume import Mask

VANISHED = (
    "proposed to have vanished: its place looks like liver; record it as absent once a "
    "reader agrees"
)


@dataclass(frozen=True, slots=True, eq=False)
class Carried:
    """What was carried over.

    Attributes
    ----------
    outlines
        Lesion name to its proposed outline at the next visit.
    without_outline
        Rows of lesions that have none: not evaluable until a reader says what became
        of them.
    names
        All lesions, in the order they were given.
    findings
        What a reader must know about the alignment of the visits.
    """

    outlines: Mapping[str, Mask]
    without_outline: Mapping[str, LesionMeasurement]
    names: tuple[str, ...]
    findings: tuple[Finding, ...]

    def completed(self, timepoint: Timepoint) -> Timepoint:
        """Add the lesions without an outline to what was measured of the others."""
        measured = {row.lesion: row for row in timepoint.measurements}
        rows = {**measured, **self.without_outline}
        return replace(
            timepoint,
            measurements=tuple(rows[name] for name in self.names),
            findings=(*timepoint.findings, *self.findings),
        )


def refuse_other_patient(path: str | Path, drawn_at: str | Path) -> None:
    """Refuse two visits whose images carry different patient identifiers.

    Raises
    ------
    InputRefused
        They do, or a folder cannot be listed.
    """
    now, before = find_series(path).patients, find_series(drawn_at).patients
    if now and before and now.isdisjoint(before):
        raise InputRefused(
            "two visits whose images carry different patient identifiers.",
            "an earlier visit of the patient that is measured.",
            "check the folder after --drawn-at.",
        )


def carry_over(
    earlier: PhaseSet,
    masks: Mapping[str, Mask],
    later: PhaseSet,
    *,
    therapies: Mapping[str, Sequence[Therapy]] | None = None,
    date: datetime.date | str | None = None,
) -> Carried:
    """Carry lesions to the next visit and outline them there, each as a proposal.

    Parameters
    ----------
    earlier, later
        Two visits of one patient.
    masks
        Lesion name to its outline on the grid of ``earlier``.
    therapies, date
        As of :func:`~lesion_toolkit.followup.propagate`.

    Raises
    ------
    SpaceMismatch
        An outline lies on another grid than the earlier visit.
    InputRefused
        As of :func:`~lesion_toolkit.followup.propagate`.
    """
    found = propagate(earlier, masks, later, therapies=therapies, date=date)
    outlined = [p for p in found.proposals if p.mask is not None]
    others = [p for p in found.proposals if p.mask is None]
    return Carried(
        {p.lesion: _proposed(p, p.mask) for p in outlined if p.mask is not None},
        {p.lesion: _not_outlined(p) for p in others},
        tuple(p.lesion for p in found.proposals),
        found.findings,
    )


def _proposed(proposal: Proposal, mask: Mask) -> Mask:
    note = Finding(
        "proposed-outline",
        f"{proposal.lesion} was carried over from the earlier visit and outlined here: "
        "a proposal until a reader agrees.",
        Severity.NOTE,
        proposal.lesion,
    )
    findings = dict.fromkeys((*mask.findings, note, *proposal.findings))
    return replace(mask, findings=tuple(findings))


def _not_outlined(proposal: Proposal) -> LesionMeasurement:
    said = " ".join(finding.message for finding in proposal.findings)
    if proposal.match.fate is Fate.VANISHED:
        said = f"{VANISHED}. {said}" if said else VANISHED
    return LesionMeasurement(
        proposal.lesion,
        State.NOT_EVALUABLE,
        reason=said or "its place could not be judged",
        findings=proposal.findings,
    )
