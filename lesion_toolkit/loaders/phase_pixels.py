"""Contrast phase from how the organs of one exam enhance beside each other.

The questions are those of LI-RADS 2018: is the blood filled; are the arteries ahead of
the veins of the liver; has the portal vein begun to fill; has the liver caught up; has
the agent left the blood for the hepatocytes. Each is put to every organ that was found.
Where organs contradict each other, or nothing can be compared, the phase is unknown.
(Timing: Bae, Radiology 2010;256:32-61.)
"""

from collections.abc import Sequence

from lesion_toolkit.loaders.arterial_phases import name_arterial
from lesion_toolkit.loaders.enhancement import Enhancement
from lesion_toolkit.loaders.exam_signals import (
    MEASURABLE_RISE,
    NO_CONTRAST_HU,
    Signals,
    signals_of,
)
from lesion_toolkit.loaders.late_phases import name_late
from lesion_toolkit.model.phase import Phase, PhaseLabel

SURE, LIKELY = 0.85, 0.7
"""Confidence when several organs agree, and when one decides alone."""

LEAD_ARTERIAL, LEAD_LATE = 4.0, 3.2
"""Aorta's rise over the liver's: real late arterial 4.7, portal venous 1.6-1.8."""

LEAD_ARTERIAL_MR, LEAD_LATE_MR = 7.5, 6.0
"""The same on MR, each relative to its own signal before contrast."""

RATIO_ARTERIAL, RATIO_LATE = 1.9, 1.6
"""Aorta over liver on CT, where no volume before contrast gives the rises."""

VEINS_ARTERIAL, VEINS_LATE = 0.52, 0.62
"""Filling of the liver's veins, aorta 1: real arterial 0.1-0.4, portal venous 1."""

VEINS_EMPTY = 0.42
"""Above this, veins that count as arterial have half a voice."""

KIDNEYS_ARTERIAL, KIDNEYS_LATE = 0.85, 0.95
"""Kidneys over aorta: real arterial 0.2-0.7, portal venous 1."""

SPLEEN_ARTERIAL, SPLEEN_LATE = 2.2, 1.7
"""Spleen's rise over the liver's: real arterial 3-3.5, portal venous 1.2."""

SPLEEN_ARTERIAL_MR, SPLEEN_LATE_MR = 4.0, 2.8
"""The same on MR: 1.6-2.6 from the portal venous phase on (AJR 2009;193:1318-23)."""

DARKER, BRIGHTER = 0.87, 1.1
"""Aorta or liver this different between two volumes tells which came first."""

KIDNEYS_ARTERIAL_MR, KIDNEYS_LATE_MR = 0.68, 0.78
"""The same on MR, each relative to its own signal before contrast."""

OUTVOTED = 2.0
"""Organs whose votes add up to this overrule one in full voice: its sample is wrong."""

LAST_OF_CONTRAST_HU = 10.0
"""A liver up by this holds portal blood: the scarce contrast is leaving."""

FILLED_BLOOD = 1.45
"""Aorta over liver that some volume of an MR exam must not exceed.

Before contrast it is 0.5, from the portal venous phase on 1.2: what outshines the liver
more in every volume may be no aorta, and nothing tells how the exam began.
"""

SCARCE_CONTRAST_HU = 100.0
"""Blood below this holds the last of the contrast, or its first."""

Vote = tuple[float, str]
"""Above 0 for the arteries ahead, below 0 for filled veins; and why, in words."""


def label_enhancement(
    measured: Sequence[Enhancement], modality: str
) -> tuple[PhaseLabel, ...]:
    """Name the phase of each volume from the enhancement of all.

    Volumes without a measurable aorta or liver are unknown; so is an MR volume
    without another to compare it with, and a volume that looks arterial but stands
    alone.
    """
    exam = signals_of(measured, modality == "CT")
    labels = name_arterial([_label(one, exam) for one in exam], exam)
    return name_late(labels, exam)


def _label(s: Signals, exam: Sequence[Signals]) -> PhaseLabel:
    if not s.is_known:
        return PhaseLabel(Phase.UNKNOWN, 0.0, ())
    if not _is_comparable(s, exam):
        return _unknown(s, "nothing to compare it with")
    if s.is_hepatobiliary:
        reason = "the agent has left the blood for the liver"
        return PhaseLabel(Phase.HEPATOBILIARY, SURE, (str(s), reason))
    if s.is_unenhanced:
        return PhaseLabel(Phase.PRECONTRAST, SURE, (str(s), "no contrast in the blood"))
    if s.is_ct and s.aorta < NO_CONTRAST_HU:
        return _unknown(s, "contrast in the kidneys, none in what looks like the aorta")
    if s.is_ct and s.aorta < SCARCE_CONTRAST_HU and not _holds_the_last(s):
        return _unknown(s, "hardly any contrast in the blood")
    return _dynamic(s, exam)


def _is_comparable(s: Signals, exam: Sequence[Signals]) -> bool:
    """Whether HU, veins or the other volumes give a brightness any meaning."""
    if s.is_ct:
        return True
    known = [one for one in exam if one.is_known]
    if min(one.aorta / one.liver for one in known) > FILLED_BLOOD:
        return False
    aortas = [one.aorta for one in known]
    differ = max(aortas) >= MEASURABLE_RISE * min(aortas)
    return differ or s.veins is not None or _by_rest(s, exam) is not None


def _dynamic(s: Signals, exam: Sequence[Signals]) -> PhaseLabel:
    """First pass or later, by every organ that can tell."""
    asked = _by_liver(s), _by_veins(s), _by_spleen(s), _by_kidneys(s), _by_rest(s, exam)
    votes = [vote for vote in asked if vote is not None]
    words = tuple(word for _, word in votes)
    total = sum(vote for vote, _ in votes)
    against = [vote for vote, _ in votes if vote * total < 0]
    disputed = any(abs(vote) == 1 for vote in against) and abs(total) < OUTVOTED
    # Late without being arterial: one organ in full voice is enough.
    is_late = total <= -0.5 and any(vote == -1 for vote, _ in votes)
    if disputed or not (total >= 1 or total <= -1 or is_late):
        return _unknown(s, *words, "not settled which phase")
    several = sum(vote * total > 0 for vote, _ in votes) > 1 and not against
    if total < 0:
        return PhaseLabel(Phase.PORTAL_VENOUS, SURE, (str(s), *words))
    if sum(one.is_known for one in exam) < 2:
        return _unknown(s, *words, "looks arterial, but no other volume confirms it")
    if not s.is_ct and s.liver_rise is None and not several:
        return _unknown(s, *words, "looks arterial, but no second organ confirms it")
    confidence = SURE if several else LIKELY
    return PhaseLabel(Phase.ARTERIAL, confidence, (str(s), *words))


def _by_liver(s: Signals) -> Vote | None:
    """Ask whether the aorta is ahead of the liver."""
    measure, ahead, level, voice = s.lead, LEAD_ARTERIAL, LEAD_LATE, 1.0
    if not s.is_ct:
        ahead, level = LEAD_ARTERIAL_MR, LEAD_LATE_MR
    elif s.liver_rise is None:
        # A fatty liver is dark without being behind: half a voice.
        measure, ahead, level = s.aorta / s.liver, RATIO_ARTERIAL, RATIO_LATE
        voice = 0.5
    if measure is None:
        return None
    if measure >= ahead:
        return voice, "the aorta is far ahead of the liver"
    if measure <= level:
        return -voice, "the liver has caught up with the aorta"
    return 0.0, "the liver is catching up with the aorta"


def _by_veins(s: Signals) -> Vote | None:
    """Ask whether blood has come back through the liver."""
    if s.veins is None:
        return None
    # Without HU or a volume before contrast it may not be the aorta: half a voice.
    voice = 1.0 if s.is_ct or s.liver_rise is not None else 0.5
    if VEINS_EMPTY < s.veins <= VEINS_ARTERIAL:
        return 0.5, "the veins of the liver are hardly filled"
    if s.veins <= VEINS_EMPTY:
        return voice, "the veins of the liver are not filled yet"
    if s.veins >= VEINS_LATE:
        return -voice, "the veins of the liver are filled"
    return 0.0, "the veins of the liver are half filled"


def _by_spleen(s: Signals) -> Vote | None:
    """Ask whether the spleen, fed by an artery, is ahead of the liver."""
    if s.spleen_lead is None:
        return None
    ahead = SPLEEN_ARTERIAL if s.is_ct else SPLEEN_ARTERIAL_MR
    level = SPLEEN_LATE if s.is_ct else SPLEEN_LATE_MR
    if s.spleen_lead >= ahead:
        return 0.5, "the spleen is ahead of the liver"
    if s.spleen_lead <= level:
        return -0.5, "the liver has caught up with the spleen"
    return None


def _by_kidneys(s: Signals) -> Vote | None:
    """Ask whether the kidneys are still behind the aorta."""
    if s.kidneys is None:
        return None
    if s.kidneys <= (KIDNEYS_ARTERIAL if s.is_ct else KIDNEYS_ARTERIAL_MR):
        return 0.5, "the kidneys are behind the aorta"
    if s.kidneys >= (KIDNEYS_LATE if s.is_ct else KIDNEYS_LATE_MR):
        return -0.5, "the kidneys have caught up with the aorta"
    return None


def _by_rest(s: Signals, exam: Sequence[Signals]) -> Vote | None:
    """Ask in which volumes the liver is brighter although the blood is darker."""
    rest = [
        one
        for one in exam
        if one.is_known and not (one.is_unenhanced or one.is_hepatobiliary)
    ]
    after = any(_comes_before(s, one) for one in rest)
    before = any(_comes_before(one, s) for one in rest)
    if after and not before:
        # Hepatocytes brighten the liver in every later phase too: half a voice.
        has_uptake = any(one.is_hepatobiliary for one in exam)
        return 0.5 if has_uptake else 1.0, "the liver brightens while the blood fades"
    if before and not after:
        return -1.0, "the liver has brightened while the blood faded"
    if s.is_ct and any(_has_faded(one, s) for one in rest):
        return -1.0, "blood and liver fade from here on"
    return None


def _comes_before(first: Signals, second: Signals) -> bool:
    fades = second.aorta < DARKER * first.aorta
    return fades and second.liver > BRIGHTER * first.liver


def _has_faded(later: Signals, s: Signals) -> bool:
    """Whether a volume certainly after the first pass has less contrast all over."""
    is_late = later.aorta < RATIO_LATE * later.liver
    return is_late and later.aorta < DARKER * s.aorta and later.liver < 0.93 * s.liver


def _holds_the_last(s: Signals) -> bool:
    """Whether liver or kidneys show that scarce contrast is leaving, not arriving."""
    if s.kidneys is not None and s.kidneys >= KIDNEYS_LATE:
        return True
    return s.liver_rise is not None and s.liver_rise >= LAST_OF_CONTRAST_HU


def _unknown(s: Signals, *words: str) -> PhaseLabel:
    return PhaseLabel(Phase.UNKNOWN, 0.5, (str(s), *words))
