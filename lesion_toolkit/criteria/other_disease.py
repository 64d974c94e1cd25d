"""Non-target disease and new lesions at one timepoint."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from lesion_toolkit.criteria.switches import Switches
from lesion_toolkit.criteria.wording import plain, shown
from lesion_toolkit.model.lesion import Kind, Lesion
from lesion_toolkit.model.response import NewLesion, Response
from lesion_toolkit.model.timeline import (
    Cytology,
    NewLesionSeen,
    NewLesionStatus,
    NonTargetStatus,
    Timepoint,
)

PERSISTS = frozenset(
    {
        NonTargetStatus.PRESENT,
        NonTargetStatus.INCREASED,
        NonTargetStatus.NON_CR_NON_PD,
    }
)


INCREASED, PROGRESSES = NonTargetStatus.INCREASED, NonTargetStatus.PD
NOT_JUDGED = NonTargetStatus.NE


class NonTargets(NamedTuple):
    """Response of all non-target disease, and the lesions that decided it.

    ``increased`` names those that are larger than before without being unequivocal,
    ``without_progression`` is the response had those that progress stayed as they were.
    """

    response: Response
    deciding: tuple[str, ...] = ()
    seen: bool = False
    increased: tuple[str, ...] = ()
    without_progression: Response = Response.NON_CR_NON_PD


NO_NON_TARGETS = NonTargets(Response.NONE)


def non_target_response(
    lesions: tuple[Lesion, ...], timepoint: Timepoint
) -> NonTargets:
    """Derive the non-target response from the status of each lesion.

    One progressing lesion makes PD; else one that was not judged makes NE; else one
    that persists makes NON-CR/NON-PD; else CR.
    """
    if not lesions:
        return NO_NON_TARGETS
    said = {n.lesion: n.status for n in timepoint.non_targets}
    progressing: list[str] = []
    persisting: list[str] = []
    unjudged: list[str] = []
    increased: list[str] = []
    for lesion in lesions:
        status = said.get(lesion.id, NOT_JUDGED)
        if status in PERSISTS:
            persisting.append(lesion.id)
            if status is INCREASED:
                increased.append(lesion.id)
        elif status is PROGRESSES:
            progressing.append(lesion.id)
        elif status is NOT_JUDGED:
            unjudged.append(lesion.id)
    more = tuple(increased)
    seen = bool(progressing or persisting)
    if progressing:
        stays = Response.NE if unjudged else Response.NON_CR_NON_PD
        return NonTargets(Response.PD, tuple(progressing), seen, more, stays)
    if unjudged:
        return NonTargets(Response.NE, tuple(unjudged), seen, more)
    if persisting:
        return NonTargets(Response.NON_CR_NON_PD, tuple(persisting), seen, more)
    return NonTargets(Response.CR)


@dataclass(frozen=True, slots=True)
class FirstSeen:
    """When a new lesion was first seen in this line, and its size in mm then."""

    date: datetime.date
    label: str
    diameter_mm: Decimal | None


class NewLesions(NamedTuple):
    """Whether there is a new lesion, which count, since when, and which do not yet."""

    answer: NewLesion
    counting: tuple[str, ...] = ()
    doubtful: tuple[tuple[str, str], ...] = ()
    first_seen: FirstSeen | None = None


def new_lesions(
    listed: tuple[NewLesionSeen, ...],
    first_seen: Mapping[str, FirstSeen],
    counted: frozenset[str],
    switches: Switches,
) -> NewLesions:
    """Judge the new lesions of one timepoint.

    Parameters
    ----------
    listed
        Those of the timepoint that were not there at baseline.
    first_seen
        Every new lesion of this line up to and including this timepoint.
    counted
        Those that counted at an earlier timepoint: they stay new lesions.
    switches
        Size and growth from which a new nodule in the liver counts, where the
        criteria have that rule.
    """
    if not listed:
        return NO_NEW_LESIONS
    counting, doubtful = [], []
    for lesion in listed:
        doubt = ""
        if lesion.status is NewLesionStatus.EQUIVOCAL:
            doubt = "it is equivocal"
        elif lesion.lesion not in counted:
            doubt = _doubt(lesion, first_seen[lesion.lesion], switches)
        if doubt:
            doubtful.append((lesion.lesion, doubt))
        else:
            counting.append(lesion.lesion)
    if counting:
        earliest = min((first_seen[name] for name in counting), key=_date)
        return NewLesions(NewLesion.YES, tuple(counting), tuple(doubtful), earliest)
    answer = NewLesion.EQUIVOCAL if doubtful else NewLesion.NO
    return NewLesions(answer, doubtful=tuple(doubtful))


NO_NEW_LESIONS = NewLesions(NewLesion.NO)


def _date(seen: FirstSeen) -> datetime.date:
    return seen.date


def _doubt(lesion: NewLesionSeen, first: FirstSeen, switches: Switches) -> str:
    """Why a new lesion does not count yet; empty when it counts."""
    if lesion.kind is Kind.EFFUSION:
        proven = lesion.cytology is Cytology.POSITIVE
        needed = switches.effusion_needs_cytology and not proven
        return "an effusion counts with positive cytology only" if needed else ""
    if lesion.kind is Kind.NODE:
        short, limit = lesion.diameter_mm, switches.node_mm
        if short is None or short >= limit:
            return ""
        return f"a node of less than {plain(limit)} mm is looked at again"
    return _doubt_of_nodule(lesion, first, switches)


def _doubt_of_nodule(
    lesion: NewLesionSeen, first: FirstSeen, switches: Switches
) -> str:
    """Why a new nodule in the liver does not count yet.

    Cirrhosis makes nodules: one counts when it has the typical pattern and the size,
    or has grown enough. Where the reader gave neither pattern nor size, the reader's
    word stands.
    """
    minimum, growth = switches.new_nodule_min_mm, switches.growth_mm
    in_liver = lesion.organ.strip().lower() == "liver"
    if minimum is None or growth is None or not in_liver:
        return ""
    size = lesion.diameter_mm
    if size is not None and size < minimum:
        return f"{shown(size, minimum)} mm is less than {plain(minimum)} mm"
    if _is_typical(lesion, switches) is not False:
        return ""
    if size is None or first.diameter_mm is None:
        return "it lacks the typical pattern"
    if size - first.diameter_mm >= growth:
        return ""
    return f"it lacks the typical pattern and has not grown by {plain(growth)} mm"


def _is_typical(lesion: NewLesionSeen, switches: Switches) -> bool | None:
    """Whether a nodule has the pattern of HCC; None where a reader did not say.

    Arterial hyperenhancement makes it, with washout unless that is switched off.
    """
    if lesion.hyperenhancing is None:
        return lesion.typical
    if not lesion.hyperenhancing or switches.washout_required is False:
        return lesion.hyperenhancing
    return lesion.typical if lesion.washout is None else lesion.washout
