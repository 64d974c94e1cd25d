"""Which lesions of two visits are the same: by overlap, else by the nearest center."""

import itertools
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from lesion_toolkit.errors import InputRefused, SpaceMismatch
from lesion_toolkit.model.proposal import Fate, Match
from lesion_toolkit.model.volume import Mask

LEAST_OVERLAP = 0.2
"""Share of the smaller lesion that two outlines of one lesion have in common."""

NEAR_MM = 15.0
"""Centers of lesions without overlap that may still be one: the error of an alignment
that is allowed without a finding, for each of two outlines, and a breath."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """A lesion of either visit, what they share, and how far apart they are."""

    earlier: str
    later: str
    overlap: float
    distance_mm: float


def match_lesions(
    earlier: Mapping[str, Mask], later: Mapping[str, Mask]
) -> tuple[Match, ...]:
    """Propose which lesions of two visits belong together.

    Outlines that share at least a fifth of the smaller one belong together, the
    largest shares first: one and one (same), one and several (split), several and one
    (merged), never several and several. What shares nothing with anything is paired
    one to one where centers are within 15 mm, so that the distances are the least on
    the whole. The rest vanished or is new. Each lesion gets exactly one fate, whatever
    the order of the names.

    Parameters
    ----------
    earlier
        Outlines of the earlier visit, carried to the later one
        (:meth:`~lesion_toolkit.alignment.exams.VisitAlignment.place`). An empty one
        lies where the later visit has no images: its fate is ``unseen``.
    later
        Outlines found at the later visit, on the same grid; none is empty.

    Raises
    ------
    SpaceMismatch
        The outlines lie on different grids.
    InputRefused
        A later outline is empty.
    """
    _refuse_unlike(earlier, later)
    unseen = sorted(name for name, mask in earlier.items() if not mask.array.any())
    pairs = _pairs({n: m for n, m in earlier.items() if n not in unseen}, later)
    linked = _by_overlap(pairs)
    lonely = [
        pair
        for pair in pairs
        if not any(pair.earlier == p.earlier or pair.later == p.later for p in linked)
    ]
    linked += _by_distance(lonely)
    found = _groups(linked)
    before = {*unseen, *(name for match in found for name in match.earlier)}
    after = {name for match in found for name in match.later}
    return (
        *found,
        *(Match(Fate.UNSEEN, earlier=(name,)) for name in unseen),
        *(Match(Fate.VANISHED, (name,)) for name in sorted(set(earlier) - before)),
        *(Match(Fate.NEW, later=(name,)) for name in sorted(set(later) - after)),
    )


def _refuse_unlike(earlier: Mapping[str, Mask], later: Mapping[str, Mask]) -> None:
    masks = [*earlier.values(), *later.values()]
    if any(not mask.geometry.same_space_as(masks[0].geometry) for mask in masks):
        raise SpaceMismatch(
            "lesion outlines on different grids.",
            "earlier outlines carried to the later visit, on its grid.",
            "carry them with the alignment of both visits first.",
        )
    if any(not mask.array.any() for mask in later.values()):
        raise InputRefused(
            "an empty outline at the later visit.",
            "only lesions that were found.",
            "leave it out; a lesion without an outline has vanished or was not seen.",
        )


def _pairs(earlier: Mapping[str, Mask], later: Mapping[str, Mask]) -> list[_Pair]:
    """Compare each lesion of one visit with each of the other."""
    found = []
    for a, b in itertools.product(sorted(earlier), sorted(later)):
        one, other = earlier[a], later[b]
        smaller = min(np.count_nonzero(one.array), np.count_nonzero(other.array))
        shared = np.count_nonzero(one.array & other.array)
        apart = float(np.linalg.norm(_center_mm(one) - _center_mm(other)))
        found.append(_Pair(a, b, float(shared / smaller), apart))
    return found


def _center_mm(mask: Mask) -> NDArray[np.float64]:
    center: NDArray[np.float64] = mask.geometry.index_to_mm(
        np.argwhere(mask.array).mean(axis=0)
    )
    return center


def _by_overlap(pairs: list[_Pair]) -> list[_Pair]:
    """Link by shares, largest first, as long as no several belong to several."""
    linked: list[_Pair] = []
    wanted = [pair for pair in pairs if pair.overlap >= LEAST_OVERLAP]
    wanted.sort(key=lambda p: (-p.overlap, p.distance_mm, p.earlier, p.later))
    for pair in wanted:
        of_earlier = [p.later for p in linked if p.earlier == pair.earlier]
        of_later = [p.earlier for p in linked if p.later == pair.later]
        degree_later = Counter(p.later for p in linked)
        degree_earlier = Counter(p.earlier for p in linked)
        several_and_several = (
            (of_earlier and of_later)
            or any(degree_later[name] > 1 for name in of_earlier)
            or any(degree_earlier[name] > 1 for name in of_later)
        )
        if not several_and_several:
            linked.append(pair)
    return linked


def _by_distance(pairs: list[_Pair]) -> list[_Pair]:
    """Link one to one so that the distances are the least on the whole."""
    rows = sorted({pair.earlier for pair in pairs})
    columns = sorted({pair.later for pair in pairs})
    near = {(p.earlier, p.later): p for p in pairs if p.distance_mm <= NEAR_MM}
    if not near:
        return []
    # more than any sum of near ones: as many pairs as can be, then the nearest
    far = 2 * NEAR_MM * (len(rows) + len(columns))
    cost = [
        [near[a, b].distance_mm if (a, b) in near else far for b in columns]
        for a in rows
    ]
    chosen = zip(*linear_sum_assignment(np.array(cost)), strict=True)
    keys = [(rows[int(a)], columns[int(b)]) for a, b in chosen]
    return [near[key] for key in keys if key in near]


def _groups(linked: list[_Pair]) -> list[Match]:
    """Give each group of linked lesions its fate."""
    groups: list[list[_Pair]] = []
    for pair in sorted(linked, key=lambda p: (p.earlier, p.later)):
        for group in groups:
            if any(p.earlier == pair.earlier or p.later == pair.later for p in group):
                group.append(pair)
                break
        else:
            groups.append([pair])
    return [
        Match(
            _fate(group),
            tuple(sorted({pair.earlier for pair in group})),
            tuple(sorted({pair.later for pair in group})),
            round(min(pair.overlap for pair in group), 3),
            round(max(pair.distance_mm for pair in group), 1),
        )
        for group in groups
    ]


def _fate(group: list[_Pair]) -> Fate:
    if len(group) == 1:
        return Fate.SAME
    return Fate.SPLIT if len({pair.earlier for pair in group}) == 1 else Fate.MERGED
