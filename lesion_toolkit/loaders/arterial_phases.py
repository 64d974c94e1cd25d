"""Early or late arterial: volumes whose arteries are ahead of the veins.

Early until the portal vein begins to fill (LI-RADS 2018). Liver and spleen tell it too,
so each is heard by how far it is from halfway.
"""

import math
from collections.abc import Sequence
from dataclasses import replace

from lesion_toolkit.loaders.exam_signals import (
    UNENHANCED_BLOOD_HU,
    UNENHANCED_SPLEEN_HU,
    Signals,
)
from lesion_toolkit.model.phase import Phase, PhaseLabel

PORTAL_BEGINS, PORTAL_BEGINS_ASSUMED = (0.165, 0.05), (0.22, 0.08)
"""Filling of the portal vein, aorta 1, halfway from early to late; and spread.

Real early 0.04-0.13, late 0.3; the second where blood before contrast is assumed.
"""

LIVER_BEGINS, LIVER_BEGINS_MR = (20.0, 0.2), (34.0, 0.3)
"""Aorta's rise over the liver's halfway from early to late, and spread of its log.

Real early 34, late 4.7.
"""

SPLEEN_FILLS = (0.27, 0.06)
"""Spleen's rise over the aorta's on CT, halfway and spread: real 0.1 and 0.6."""

UNSETTLED = 0.25
"""Signs of late minus signs of early that add up to less settle nothing."""

SURELY = 1.0
"""Signs that outweigh what another arterial volume of the exam shows."""

EARLIER = 1.5
"""Of two arterial volumes, one with so much less signs of late was taken earlier."""

Sign = tuple[float, str]
"""Above 0 for late, below 0 for early; and why, in words."""


def name_arterial(
    labels: Sequence[PhaseLabel], exam: Sequence[Signals]
) -> tuple[PhaseLabel, ...]:
    """Settle which arterial phase each volume is that is provisionally arterial.

    One whose own organs do not settle it is named beside the other arterial volumes of
    the exam: the one before them is early, the one after them late.
    """
    asked = {
        n: _signs(exam[n])
        for n, label in enumerate(labels)
        if label.phase is Phase.ARTERIAL
    }
    totals = {n: sum(sign for sign, _ in signs) for n, signs in asked.items() if signs}
    named = list(labels)
    for n, signs in asked.items():
        rest = [total for other, total in totals.items() if other != n]
        phase, reason = _early_or_late(signs, rest)
        reasons = (*labels[n].reasons, reason)
        named[n] = replace(labels[n], phase=phase, reasons=reasons)
    return tuple(named)


def _early_or_late(signs: Sequence[Sign], rest: Sequence[float]) -> tuple[Phase, str]:
    if not signs:
        return Phase.ARTERIAL, "nothing tells whether early or late"
    total = sum(sign for sign, _ in signs)
    if abs(total) < SURELY and rest:
        if max(rest) >= max(total + EARLIER, SURELY):
            return Phase.EARLY_ARTERIAL, "another arterial volume was taken later"
        if min(rest) <= min(total - EARLIER, -SURELY):
            return Phase.LATE_ARTERIAL, "another arterial volume was taken earlier"
    if abs(total) < UNSETTLED:
        return Phase.ARTERIAL, "early or late is not settled"
    phase = Phase.LATE_ARTERIAL if total > 0 else Phase.EARLY_ARTERIAL
    return phase, next(word for sign, word in signs if sign * total > 0)


def _signs(s: Signals) -> list[Sign]:
    """Ask portal vein, liver and spleen."""
    asked = (
        (
            _portal_fills(s),
            "the portal vein begins to fill",
            "the portal vein is empty",
        ),
        (
            _liver_rises(s),
            "the liver begins to enhance",
            "the liver has hardly enhanced",
        ),
        (_spleen_fills(s), "the spleen has filled", "the spleen has hardly enhanced"),
    )
    return [
        (sign, late if sign > 0 else early)
        for sign, late, early in asked
        if sign is not None
    ]


def _portal_fills(s: Signals) -> float | None:
    if s.portal is None:
        return None
    known = s.liver_rise is not None
    sign = _sign(s.portal, PORTAL_BEGINS if known else PORTAL_BEGINS_ASSUMED)
    # A vein no brighter than the liver around it does not tell that it fills.
    stands_out = not s.is_ct or (s.seen.portal or 0.0) > s.liver
    return sign if stands_out else min(sign, 0.0)


def _liver_rises(s: Signals) -> float | None:
    if s.lead is None or s.liver_rise is None or s.lead <= 0:
        return None
    middle, spread = LIVER_BEGINS if s.is_ct else LIVER_BEGINS_MR
    return -_sign(math.log(s.lead / middle), (0.0, spread))


def _spleen_fills(s: Signals) -> float | None:
    """Ask the spleen, whose HU before contrast differ little between patients."""
    if not s.is_ct or s.seen.spleen is None:
        return None
    fill = (s.seen.spleen - UNENHANCED_SPLEEN_HU) / (s.aorta - UNENHANCED_BLOOD_HU)
    return _sign(fill, SPLEEN_FILLS)


def _sign(value: float, halfway: tuple[float, float]) -> float:
    """Above 0 beyond halfway, at most 1.5 either way."""
    middle, spread = halfway
    return max(-1.5, min(1.5, (value - middle) / spread))
