"""Contrast phase of each volume of an exam: words, times and pixels together."""

import datetime
from collections.abc import Sequence

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.loaders import tags
from lesion_toolkit.loaders.elements import Damaged
from lesion_toolkit.loaders.headers import Header, NotDicom, read_header
from lesion_toolkit.loaders.phase_pixels import label_enhancement
from lesion_toolkit.loaders.phase_words import label_after, label_phase
from lesion_toolkit.model.phase import ARTERIAL_PHASES, Phase, PhaseLabel
from lesion_toolkit.model.series import Series
from lesion_toolkit.model.volume import Volume

__all__ = [
    "label_phase",
    "label_phases",
    "label_unread",
    "may_be_dynamic",
    "phase_named",
]

MIN_CONFIDENCE = 0.6
"""Evidence below this is shown but decides nothing."""

BELIEVED_PIXELS = 0.8
"""Pixels this sure overrule words: a wrong arterial phase costs a wrong category."""

_CODED = {
    "PRE_CONTRAST": Phase.PRECONTRAST,
    "ARTERIAL": Phase.ARTERIAL,
    "PORTAL_VENOUS": Phase.PORTAL_VENOUS,
    "DELAYED": Phase.DELAYED,
}
"""Contrast/Bolus Agent Phase (0018,9344) terms that name one phase of the liver."""


def label_phases(pairs: Sequence[tuple[Series, Volume]]) -> tuple[PhaseLabel, ...]:
    """Name the phase of every volume of one exam, one label a pair, in order.

    Words of the description, the time since the injection, and the enhancement of
    aorta and liver relative to the other volumes of the exam are weighed together;
    every label carries its reasons. What the evidence does not settle is unknown,
    never arterial by guess.
    """
    words = [label_phase(series.description, series.modality) for series, _ in pairs]
    pixels = _from_pixels(pairs, words)
    labels = []
    for (series, _), said, seen in zip(pairs, words, pixels, strict=True):
        labels.append(_combined(said, _from_header(series), seen))
    return tuple(labels)


def label_unread(series: Series) -> PhaseLabel:
    """Name the phase of a series by its words and times, before its pixels are read.

    Pixels may overrule it: :func:`label_phases` of the whole exam is the last word.
    """
    nothing = PhaseLabel(Phase.UNKNOWN, 0.0, ())
    said = label_phase(series.description, series.modality)
    return _combined(said, _from_header(series), nothing)


def may_be_dynamic(label: PhaseLabel) -> bool:
    """Whether words leave it open that this is a phase: no T2, no subtraction."""
    return label.phase is not Phase.NON_DYNAMIC and not _is_computed(label)


def phase_named(name: str | Phase) -> Phase:
    """Phase of a name that a reader gave.

    Raises
    ------
    InputRefused
        There is no such phase.
    """
    try:
        return Phase(name)
    except ValueError:
        raise InputRefused(
            f"{name!r} as the name of a phase.",
            f"one of: {', '.join(Phase)}.",
            "correct the name.",
        ) from None


def _from_pixels(
    pairs: Sequence[tuple[Series, Volume]], words: Sequence[PhaseLabel]
) -> list[PhaseLabel]:
    """Compare volumes that share a frame of reference and may be dynamic."""
    from lesion_toolkit.loaders.enhancement import measure_enhancement

    nothing = PhaseLabel(Phase.UNKNOWN, 0.0, ())
    found = [nothing] * len(pairs)
    groups: dict[tuple[str, str, str], list[int]] = {}
    for n, (series, volume) in enumerate(pairs):
        if not may_be_dynamic(words[n]):
            continue
        frame = volume.geometry.frame_of_reference_uid
        key = (series.modality, series.study_uid, frame)
        groups.setdefault(key, []).append(n)
    for (modality, _, _), members in groups.items():
        members.sort(key=lambda n: _when(pairs[n][0]))
        measured = measure_enhancement([pairs[n][1] for n in members])
        labels = label_enhancement(measured, modality)
        for n, label in zip(members, labels, strict=True):
            found[n] = label
    return found


def _is_computed(said: PhaseLabel) -> bool:
    return said.phase is Phase.UNKNOWN and "not an acquisition" in " ".join(
        said.reasons
    )


def _when(series: Series) -> tuple[str, int, str]:
    moment = series.acquired or datetime.datetime.min
    value = series.split_value
    return moment.isoformat(), series.number or 0, value.rjust(12, "0")


def _from_header(series: Series) -> PhaseLabel:
    """Read what the header says of injection and phase."""
    nothing = PhaseLabel(Phase.UNKNOWN, 0.0, ())
    if not series.files:
        return nothing
    try:
        header = read_header(series.files[0])
    except (OSError, NotDicom, Damaged):
        return nothing
    coded = _CODED.get(header.text(tags.CONTRAST_PHASE))
    if coded:
        reason = f"coded as {header.text(tags.CONTRAST_PHASE)} in the image header"
        return PhaseLabel(coded, 0.9, (reason,))
    seconds = _since_injection(series, header)
    return nothing if seconds is None else label_after(seconds, series.modality)


def _since_injection(series: Series, header: Header) -> float | None:
    """Seconds from Contrast/Bolus Start Time (0018,1042) to the first image."""
    if series.acquired is None:
        return None
    start = header.text(tags.CONTRAST_START_TIME)[:6]
    try:
        clock = datetime.datetime.strptime(start, "%H%M%S").time()
    except ValueError:
        return None
    injected = datetime.datetime.combine(series.acquired.date(), clock)
    seconds = (series.acquired - injected).total_seconds()
    # Scanner and injector clocks that disagree give absurd times.
    return seconds if 0 < seconds < 3600 else None


def _combined(said: PhaseLabel, timed: PhaseLabel, seen: PhaseLabel) -> PhaseLabel:
    reasons = (*said.reasons, *timed.reasons, *seen.reasons)
    if not may_be_dynamic(said):
        return said
    votes = [v for v in (said, timed, seen) if _counts(v)]
    if not votes:
        return PhaseLabel(Phase.UNKNOWN, 0.5, reasons)
    agreed = _finest([vote.phase for vote in votes])
    if agreed is not None:
        doubt = 1.0
        for vote in votes:
            doubt *= 1 - vote.confidence
        return PhaseLabel(agreed, round(1 - doubt, 3), reasons)
    return _disputed(said, timed, seen, reasons)


def _counts(vote: PhaseLabel) -> bool:
    return vote.phase is not Phase.UNKNOWN and vote.confidence >= MIN_CONFIDENCE


_LATE = {Phase.PORTAL_VENOUS, Phase.DELAYED, Phase.TRANSITIONAL, Phase.HEPATOBILIARY}


def _finest(phases: Sequence[Phase]) -> Phase | None:
    """Give the one phase that all names mean, or None where they differ."""
    named = set(phases)
    if len(named) > 1 and named <= set(ARTERIAL_PHASES):
        named.discard(Phase.ARTERIAL)
    return named.pop() if len(named) == 1 else None


def _disputed(
    said: PhaseLabel, timed: PhaseLabel, seen: PhaseLabel, reasons: tuple[str, ...]
) -> PhaseLabel:
    """Words against pixels: sure pixels veto an arterial phase, never make one."""
    named = said if _counts(said) else timed
    if not _counts(seen):
        return PhaseLabel(Phase.UNKNOWN, 0.5, (*reasons, "words and times disagree"))
    if named.phase in ARTERIAL_PHASES and seen.phase in ARTERIAL_PHASES:
        return PhaseLabel(named.phase, MIN_CONFIDENCE, reasons)
    if named.phase in _LATE and seen.phase in _LATE:
        # Pixels tell late phases apart only roughly; words know the protocol.
        return PhaseLabel(named.phase, 0.8, reasons)
    if seen.confidence >= BELIEVED_PIXELS:
        reason = f"named {named.phase} but looks {seen.phase}: not settled"
        return PhaseLabel(Phase.UNKNOWN, 0.5, (*reasons, reason))
    return PhaseLabel(named.phase, MIN_CONFIDENCE, reasons)
