"""What may have become of lesions by the next visit, until a person confirms it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from lesion_toolkit.model.finding import Finding
from lesion_toolkit.model.phase import Phase
from lesion_toolkit.model.standing import Standing
from lesion_toolkit.model.volume import Mask


class Fate(StrEnum):
    """What became of a lesion from one visit to the next."""

    SAME = "same"
    SPLIT = "split"
    MERGED = "merged"
    VANISHED = "vanished"
    NEW = "new"
    UNSEEN = "unseen"
    """Its place was not imaged, or could not be judged: neither there nor gone."""


class Nearness(StrEnum):
    """Where a new nodule lies, seen from a treated lesion."""

    INSIDE = "inside"
    BESIDE = "beside"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Match:
    """Lesions of two visits that may be one and the same, and what became of them.

    Attributes
    ----------
    fate
        same (one and one), split (one and several), merged (several and one),
        vanished or unseen (one and none), new (none and one).
    earlier, later
        Names at either visit.
    overlap
        Smallest share of the smaller lesion that the two have in common, over the
        pairs; 0 where they were matched by distance, or not at all.
    distance_mm
        Longest distance between their centers; None where one side is empty.
    """

    fate: Fate
    earlier: tuple[str, ...] = ()
    later: tuple[str, ...] = ()
    overlap: float = 0.0
    distance_mm: float | None = None


@dataclass(frozen=True, slots=True)
class Nodule:
    """What a new nodule looks like, and where it lies.

    Attributes
    ----------
    diameter_mm
        Longest axial diameter.
    above_liver
        Median of the nodule minus normal liver, per phase: HU or scanner units.
    liver
        Level of normal liver per phase, to compare with.
    typical
        Arterial hyperenhancement and portal venous or delayed washout; None where the
        images cannot tell.
    nearness, treated, distance_mm
        Where it lies, seen from the nearest treated lesion: its name, and the shortest
        distance between both surfaces (0 where they touch); None without one.
    findings
        Why the pattern could not be told, and the like.
    """

    diameter_mm: Decimal
    above_liver: Mapping[Phase, float] = field(default_factory=dict)
    liver: Mapping[Phase, float] = field(default_factory=dict)
    typical: bool | None = None
    nearness: Nearness = Nearness.APART
    treated: str = ""
    distance_mm: float | None = None
    findings: tuple[Finding, ...] = ()

    def __post_init__(self) -> None:
        for name in ("above_liver", "liver"):
            object.__setattr__(self, name, MappingProxyType(dict(getattr(self, name))))


@dataclass(frozen=True, slots=True, eq=False)
class Proposal:
    """What the toolkit thinks became of a lesion; nothing until a person confirms it.

    Attributes
    ----------
    lesion
        Name at the earlier visit, which it keeps; of a new nodule its name here.
    match
        Which lesions of both visits belong together, and why.
    mask
        Outline at the later visit, on its grid; None where there is none.
    carried
        The earlier outline laid on the later visit; None for a new nodule.
    nodule
        Size, pattern and place of a new nodule; None for known lesions.
    findings
        What a reader must look at before confirming.
    standing
        proposed until :func:`lesion_toolkit.followup.confirmed` says otherwise.
    """

    lesion: str
    match: Match
    mask: Mask | None = None
    carried: Mask | None = None
    nodule: Nodule | None = None
    findings: tuple[Finding, ...] = ()
    standing: Standing = Standing.PROPOSED
