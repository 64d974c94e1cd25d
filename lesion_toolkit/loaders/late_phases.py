"""Portal venous, delayed or transitional: volumes whose veins are filled."""

from collections.abc import Sequence
from dataclasses import replace

from lesion_toolkit.loaders.exam_signals import Signals
from lesion_toolkit.model.phase import Phase, PhaseLabel

LIKELY = 0.7
"""Confidence: minutes change late phases little."""

FADED = 0.93
"""Blood below this share of the fullest late volume was taken later."""

UNDECIDED = 0.5
"""Evidence that adds up to less decides nothing."""

SURELY_LATE = 1.0
"""Evidence that outweighs the order in which volumes fade."""

PEAK_AGO_CT, PEAK_AGO_MR = (0.40, 0.07), (0.625, 0.05)
"""Aorta's filling, first pass 1, halfway from portal venous to delayed; and spread."""

CAUGHT_UP_CT, CAUGHT_UP_MR = (1.25, 0.10), (1.10, 0.05)
"""Aorta over liver halfway from portal venous to delayed, and spread."""

KIDNEYS = (1.19, 0.08)
"""Kidneys over aorta (CT) halfway from portal venous to delayed, and spread."""


def name_late(
    labels: Sequence[PhaseLabel], exam: Sequence[Signals]
) -> tuple[PhaseLabel, ...]:
    """Settle which late phase each volume is that is provisionally portal venous.

    Of several, the one with the fullest blood came first. A single one is named by
    how far aorta, liver and kidneys have come, and is unknown where they do not say.
    Transitional is the word where an agent is on its way into the liver.
    """
    late = [n for n, label in enumerate(labels) if label.phase is Phase.PORTAL_VENOUS]
    if not late:
        return tuple(labels)
    is_first_pass = any(label.phase.is_arterial for label in labels)
    has_uptake = any(label.phase is Phase.HEPATOBILIARY for label in labels)
    first = max(late, key=lambda n: exam[n].aorta)
    fullest = exam[first].aorta
    faded = [n for n in late if exam[n].aorta < FADED * fullest]
    age = _age(exam[first], is_first_pass=is_first_pass)
    decisive = UNDECIDED if sum(one.is_known for one in exam) > 1 else SURELY_LATE
    is_second = any(
        label.phase is Phase.UNKNOWN and one.is_known and one.aorta * FADED > fullest
        for label, one in zip(labels, exam, strict=True)
    )
    named = list(labels)
    for n in late:
        later = _later_word(exam[n], exam[first], has_uptake=has_uptake)
        if n in faded:
            reason = "its blood has faded since the portal venous phase"
            named[n] = _named(labels[n], later, reason)
        elif is_second and age < SURELY_LATE:
            reason = "a fuller volume is not settled, so neither is this"
            reasons = (*labels[n].reasons, reason)
            named[n] = PhaseLabel(Phase.UNKNOWN, 0.5, reasons)
        elif abs(age) < decisive and not faded:
            reason = "portal venous or delayed is not settled"
            reasons = (*labels[n].reasons, reason)
            named[n] = PhaseLabel(Phase.UNKNOWN, 0.5, reasons)
        elif age > (SURELY_LATE if faded else 0.0):
            reason = "blood and liver are nearly alike, minutes after the injection"
            named[n] = _named(labels[n], later, reason)
    return tuple(named)


def _named(label: PhaseLabel, phase: Phase, reason: str) -> PhaseLabel:
    return replace(
        label, phase=phase, confidence=LIKELY, reasons=(*label.reasons, reason)
    )


def _later_word(s: Signals, first: Signals, *, has_uptake: bool) -> Phase:
    brightens = s is not first and s.liver > 1.03 * first.liver
    is_uptake = has_uptake or (not s.is_ct and brightens)
    return Phase.TRANSITIONAL if is_uptake else Phase.DELAYED


def _age(s: Signals, *, is_first_pass: bool) -> float:
    """Signs of minutes since the injection, minus those of portal venous timing."""
    # A coil brightens what lies near it, fat darkens a liver: half a voice on CT,
    # a quarter on MR; kidneys differ most between patients.
    caught_up = _sign(s.aorta / s.liver, CAUGHT_UP_CT if s.is_ct else CAUGHT_UP_MR)
    signs = [caught_up / (2 if s.is_ct else 4)]
    if is_first_pass and s.fill is not None:
        signs.append(_sign(s.fill, PEAK_AGO_CT if s.is_ct else PEAK_AGO_MR))
    if s.is_ct and s.kidneys is not None:
        signs.append(-_sign(s.kidneys, KIDNEYS) / 2)
    return sum(signs)


def _sign(value: float, halfway: tuple[float, float]) -> float:
    """Negative before halfway, at most 1.5 either way."""
    middle, spread = halfway
    return max(-1.5, min(1.5, (middle - value) / spread))
