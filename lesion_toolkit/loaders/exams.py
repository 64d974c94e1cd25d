"""Which volume of an exam to read first: the one a reader looks for, arterial."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.loaders.phases import (
    label_phases,
    label_unread,
    may_be_dynamic,
    phase_named,
)
from lesion_toolkit.loaders.pixels import read_volume
from lesion_toolkit.model.phase import ARTERIAL_PHASES, Phase, PhaseLabel
from lesion_toolkit.model.series import Series
from lesion_toolkit.model.volume import Volume

FEW_SLICES = 16
"""Slices a volume that show whether aorta and liver enhance, where words do not say.

On the real patients of docs/validation/loaders.md 16 name the same phases as all do;
8 and 12 take one portal venous volume for a delayed one.
"""

READ_FIRST = (*ARTERIAL_PHASES, Phase.PORTAL_VENOUS)
"""The grid of an exam is that of the first of these it has."""

LabelledSeries = tuple[Series, PhaseLabel]


def arterial_first(
    series: Sequence[Series], named: Mapping[str, PhaseLabel] | None = None
) -> tuple[LabelledSeries, ...]:
    """Order the series of one exam by how likely each shows the late arterial phase.

    Words and times decide. Only where they leave it open which acquisition is the
    arterial one, :data:`FEW_SLICES` slices of each volume that may be it are read and
    compared. The labels are provisional either way: that of a volume is settled by
    :func:`~lesion_toolkit.loaders.phases.label_phases` of the whole exam.

    Parameters
    ----------
    series
        Every stack of one exam.
    named
        Labels a reader gave, by name of the series, from :func:`named_by_reader`.
    """
    named = named or {}
    labels = [named.get(one.name) or label_unread(one) for one in series]
    if not _is_settled(series, labels):
        seen = _at_a_glance(series, labels)
        labels = [
            label if one.name in named else seen.get(one.name, label)
            for one, label in zip(series, labels, strict=True)
        ]
    return tuple(sorted(zip(series, labels, strict=True), key=_place_in_line))


def named_by_reader(
    series: Sequence[Series], phases: Mapping[str | Phase, str]
) -> dict[str, PhaseLabel]:
    """Label of each series whose phase a reader named, by name of the series.

    Parameters
    ----------
    series
        Every stack there is.
    phases
        Phase name to Series Instance UID (or ``UID#stack``).

    Raises
    ------
    InputRefused
        There is no such phase or no such series.
    """
    named = {}
    for name, wanted in phases.items():
        label = PhaseLabel(phase_named(name), 1.0, ("named by the reader",))
        found = next((s for s in series if wanted in (s.name, s.uid)), None)
        if found is None:
            raise InputRefused(
                f"no image stack whose series is the one named for {label.phase}.",
                "a Series Instance UID of this exam.",
                "run `lesion-toolkit inspect` on the folder for the UIDs there are.",
            )
        named[found.name] = label
    return named


def _is_settled(series: Sequence[Series], labels: Sequence[PhaseLabel]) -> bool:
    """Whether words and times leave no more than one acquisition to read first.

    Several reconstructions of one acquisition (thick, thin) leave no doubt.
    """
    dynamic = [label for label in labels if may_be_dynamic(label)]
    phases = {label.phase for label in dynamic}
    best = next((phase for phase in ARTERIAL_PHASES if phase in phases), None)
    if best in (None, Phase.EARLY_ARTERIAL) and Phase.UNKNOWN in phases:
        return len(dynamic) == 1
    surest = max((la.confidence for la in dynamic if la.phase is best), default=0.0)
    moments = {
        one.acquired or one.name
        for one, label in zip(series, labels, strict=True)
        if label.phase is best and label.confidence == surest
    }
    return len(moments) <= 1


def _at_a_glance(
    series: Sequence[Series], labels: Sequence[PhaseLabel]
) -> dict[str, PhaseLabel]:
    """Label the volumes that may be dynamic by a few slices of each, by name."""
    names: list[str] = []
    pairs: list[tuple[Series, Volume]] = []
    for one, label in zip(series, labels, strict=True):
        if not may_be_dynamic(label):
            continue
        few = replace(one, files=one.files[:: -(-len(one.files) // FEW_SLICES)])
        try:
            pairs.append((few, read_volume(few)))
        except InputRefused:
            continue  # why is said when the whole series is read
        names.append(one.name)
    return dict(zip(names, map(_from_few, pairs, label_phases(pairs)), strict=True))


def _from_few(pair: tuple[Series, Volume], label: PhaseLabel) -> PhaseLabel:
    reason = f"seen in {pair[1].geometry.shape[0]} slices only"
    return replace(label, reasons=(*label.reasons, reason))


def _place_in_line(found: LabelledSeries) -> tuple[int, float, float, int]:
    """Order by phase; of one phase the surest, then the thinner slices."""
    one, label = found
    if label.phase in READ_FIRST:
        rank = READ_FIRST.index(label.phase)
    elif not may_be_dynamic(label):
        rank = len(READ_FIRST) + 2
    else:
        rank = len(READ_FIRST) + (label.phase is Phase.UNKNOWN)
    apart = one.spacing_mm[0] if one.spacing_mm else 0.0
    return rank, -label.confidence, apart, -len(one.files)
