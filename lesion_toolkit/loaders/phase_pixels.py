"""Contrast phase from how aorta and liver enhance relative to the rest of the exam.

Physiology in short: contrast reaches the aorta at 15-20 s, the liver's arteries fill
by 30-40 s, the portal vein brings most of the liver's contrast by 60-80 s, and by some
minutes blood and liver are nearly alike. An hepatocyte agent then leaves the blood
while the liver keeps brightening (Bae, Radiology 2010;256:32-61; LI-RADS 2018).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from lesion_toolkit.loaders.enhancement import Enhancement
from lesion_toolkit.model.phase import Phase, PhaseLabel

UNENHANCED_AORTA_HU = 45.0
UNENHANCED_LIVER_HU = 55.0
"""Assumed where an exam has no volume before contrast."""

ENHANCED_AORTA_HU = 100.0
"""An aorta below this has seen no contrast, or only its last remains."""

ARTERIAL_RATIO = 1.9
"""Aorta over liver at and above which only arteries are full (real portal: 1.3-1.5)."""

PORTAL_RATIO = 1.6
"""Below this the liver has caught up; between the two only other volumes decide."""

EQUAL_RATIO_CT, EQUAL_RATIO_MR = 1.28, 1.14
"""Below this blood and liver are alike: minutes after the injection."""

EARLY_LIVER_RISE_HU = 15.0
EARLY_LIVER_RISE = 0.12
"""A liver that rose by less (HU; MR: fraction) has had no portal blood: too early."""

HEPATOCYTE_RATIO = 0.85
"""Blood darker than a liver at its brightest: the agent is in the hepatocytes."""

SURE, LIKELY = 0.85, 0.7


@dataclass(frozen=True, slots=True)
class _Signal:
    """Aorta and liver of one volume and of its exam, as ratios."""

    aorta: float
    liver: float
    ratio: float
    fill: float
    liver_rise: float
    is_ct: bool

    def __str__(self) -> str:
        unit = " HU" if self.is_ct else ""
        return f"aorta {self.aorta:.0f}{unit}, liver {self.liver:.0f}{unit}"


def label_enhancement(
    measured: Sequence[Enhancement], modality: str
) -> tuple[PhaseLabel, ...]:
    """Name the phase of each volume from the enhancement of all, in order of time.

    Volumes without a measurable aorta or liver are unknown.
    """
    is_ct = modality == "CT"
    signals = _signals(measured, is_ct)
    labels = [_label(signal, signals) for signal in signals]
    return tuple(_late_by_order(labels, signals))


def _signals(measured: Sequence[Enhancement], is_ct: bool) -> list[_Signal | None]:
    aortas = [m.aorta for m in measured if m.aorta is not None and m.liver is not None]
    livers = [m.liver for m in measured if m.aorta is not None and m.liver is not None]
    if not aortas:
        return [None] * len(measured)
    no_aorta, no_liver = min(aortas), min(livers)
    if is_ct and no_aorta > ENHANCED_AORTA_HU:
        no_aorta = UNENHANCED_AORTA_HU
        no_liver = min(no_liver, UNENHANCED_LIVER_HU)
    span = max(max(aortas) - no_aorta, 1e-6)
    found: list[_Signal | None] = []
    for m in measured:
        if m.aorta is None or m.liver is None or m.liver <= 0:
            found.append(None)
            continue
        rise = m.liver - no_liver
        found.append(
            _Signal(
                m.aorta,
                m.liver,
                m.aorta / m.liver,
                (m.aorta - no_aorta) / span,
                rise if is_ct else rise / max(no_liver, 1e-6),
                is_ct,
            )
        )
    return found


def _label(signal: _Signal | None, exam: Sequence[_Signal | None]) -> PhaseLabel:
    if signal is None:
        return PhaseLabel(Phase.UNKNOWN, 0.0, ())
    others = [s for s in exam if s is not None]
    return _label_ct(signal) if signal.is_ct else _label_mr(signal, others)


def _label_ct(s: _Signal) -> PhaseLabel:
    if s.aorta < ENHANCED_AORTA_HU and s.fill < 0.35:
        return PhaseLabel(Phase.PRECONTRAST, SURE, (f"{s}: no contrast in the blood",))
    if s.ratio >= ARTERIAL_RATIO:
        return _arterial(s, s.liver_rise < EARLY_LIVER_RISE_HU)
    if s.ratio > PORTAL_RATIO:
        reason = f"{s}: between the arterial and the portal venous phase"
        return PhaseLabel(Phase.UNKNOWN, 0.5, (reason,))
    if s.ratio >= EQUAL_RATIO_CT:
        reason = f"{s}: the liver has caught up with the aorta"
        return PhaseLabel(Phase.PORTAL_VENOUS, SURE, (reason,))
    return PhaseLabel(Phase.DELAYED, LIKELY, (f"{s}: blood and liver are alike",))


def _label_mr(s: _Signal, exam: Sequence[_Signal]) -> PhaseLabel:
    brightest = max(exam, key=lambda one: one.aorta)
    darkest = min(exam, key=lambda one: one.aorta)
    top_liver = max(one.liver_rise for one in exam)
    if len(exam) < 2 or brightest.aorta < 1.5 * darkest.aorta:
        return PhaseLabel(Phase.UNKNOWN, 0.0, (f"{s}: nothing to compare it with",))
    is_bright_liver = s.liver_rise > 0.25 and s.liver_rise >= 0.9 * top_liver
    if is_bright_liver and s.ratio < HEPATOCYTE_RATIO:
        reason = f"{s}: the agent has left the blood for the liver"
        return PhaseLabel(Phase.HEPATOBILIARY, SURE, (reason,))
    if s.fill < 0.2:
        return PhaseLabel(Phase.PRECONTRAST, SURE, (f"{s}: no contrast in the blood",))
    is_ahead = s.ratio >= ARTERIAL_RATIO or (
        s.liver_rise < 0.6 * top_liver and s.ratio >= 0.8 * _top_ratio(exam)
    )
    if s.fill > 0.6 and is_ahead:
        return _arterial(s, s.liver_rise < EARLY_LIVER_RISE)
    if s.ratio >= EQUAL_RATIO_MR:
        reason = f"{s}: the liver has caught up with the aorta"
        return PhaseLabel(Phase.PORTAL_VENOUS, LIKELY, (reason,))
    return PhaseLabel(Phase.DELAYED, LIKELY, (f"{s}: blood and liver are alike",))


def _top_ratio(exam: Sequence[_Signal]) -> float:
    return max(one.ratio for one in exam)


def _arterial(s: _Signal, is_early: bool) -> PhaseLabel:
    if is_early:
        reason = f"{s}: full arteries, the liver has hardly enhanced"
        return PhaseLabel(Phase.EARLY_ARTERIAL, SURE, (reason,))
    reason = f"{s}: full arteries, the liver begins to enhance"
    return PhaseLabel(Phase.LATE_ARTERIAL, SURE, (reason,))


def _late_by_order(
    labels: Sequence[PhaseLabel], signals: Sequence[_Signal | None]
) -> list[PhaseLabel]:
    """Settle late volumes: the first is portal venous, others delayed or transitional.

    Transitional is the word where the exam also has an hepatobiliary phase.
    """
    ordered = list(labels)
    has_hepatobiliary = any(label.phase is Phase.HEPATOBILIARY for label in labels)
    seen_portal = False
    for n, label in enumerate(labels):
        signal = signals[n]
        if label.phase not in (Phase.PORTAL_VENOUS, Phase.DELAYED) or signal is None:
            continue
        if not seen_portal:
            seen_portal = label.phase is Phase.PORTAL_VENOUS
            continue
        later = Phase.TRANSITIONAL if has_hepatobiliary else Phase.DELAYED
        reason = (*label.reasons, "taken after the portal venous phase")
        ordered[n] = PhaseLabel(later, LIKELY, reason)
    return ordered
