"""What counts as viable tumor: every number and choice in one place."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any

from lesion_toolkit.errors import UsageRefused
from lesion_toolkit.model.reference import ReferenceOrgan


class Lipiodol(StrEnum):
    """What tissue is taken for that was bright before contrast (oil, calcification)."""

    INDETERMINATE = "indeterminate"
    NECROSIS = "necrosis"
    VIABLE = "viable"


class ViableMeans(StrEnum):
    """Which uptake makes tissue viable: any at all, or more than normal tissue."""

    ENHANCING = "enhancing"
    HYPERENHANCING = "hyperenhancing"


class JudgedPhase(StrEnum):
    """Contrast phase in which uptake is judged."""

    ARTERIAL = "arterial"
    PORTAL = "portal"


@dataclass(frozen=True, slots=True)
class ViabilityRule:
    """The default definition of viable tissue (``docs/definitions/viable-tissue.md``).

    Attributes
    ----------
    viable_means
        ``enhancing``: takes up contrast at all. ``hyperenhancing``: more than normal
        tissue, by ``k_sd`` standard deviations of its reference regions (2 is qEASL).
    k_sd
        See above; 0 is "brighter than liver".
    reference
        Normal tissue that ``hyperenhancing`` compares with: ``liver``, ``spleen`` or
        ``muscle`` of the back. Regions that are handed in are used as they are.
    phase
        ``arterial``; ``portal``: uptake of the portal venous phase instead, over
        precontrast.
    lipiodol
        Whether what was bright before contrast is ``indeterminate``, ``necrosis`` (as
        RECICL reads it) or ``viable`` (as cautious readers of EASL do).
    enhancement_hu
        CT: arterial minus precontrast from which tissue enhances at all. 20 HU is the
        common cut-off for definite enhancement; 10 to 20 HU is indeterminate, but at
        the blurred edge of tissue that reaches it.
    low_hu, high_hu
        The same for the sensitivity band that is always computed beside it.
    enhancement_mr_pct
        MR: arterial minus precontrast in percent of unenhanced liver around the lesion
        (15 %: Ho, Radiology 2002;224:695, for enhancement of renal masses). The band
        moves it by the same factors as on CT.
    sigma_mm, sigma_noise_hu
        Gaussian that brings the noise of a pixel, given here, well below the threshold;
        full width 4.7 mm. It grows with the root of the noise that an image has, from
        1.5 to 3 mm; a noise of 0 keeps it as it is.
    opening_mm
        In plane, tissue thinner than this is a rim, a vessel or noise, not tumor.
    min_component_mm
        An island that in no slice is as large as a disc of this diameter is not
        measurable.
    gap_mm, lenient_gap_mm
        Longest stretch of dead tissue a viable diameter may cross (0 is strict).
    gap_error_mm
        Smoothing makes a gap look shorter by up to so much: what may be as long as the
        limit ends a diameter, so that islands 5 mm apart stay two.
    lipiodol_hu
        Brighter before contrast: lipiodol or calcification, whatever contrast adds.
    dust_arterial_hu, dust_precontrast_hu, dust_reach_mm
        Fine lipiodol, blurred by thick precontrast slices: this bright in the arterial
        phase, with precontrast voxels this bright within reach.
    lipiodol_grown_mm
        Partial volume around lipiodol: judged by the tissue beside it, not by itself,
        and not at all as far as the precontrast volume may be off.
    void_hu
        Darker is air or fat and says nothing about enhancement.
    darkest_precontrast_hu
        Unenhanced tumor is not darker; a lower value is partial volume with lung.
    without_precontrast_hu
        CT without precontrast: viable is what is brighter than liver plus this.
    oil_seen_hu, oil_seen_pct
        CT without precontrast: so much of the lesion this bright is taken for lipiodol.
    min_judged_pct
        Less of the lesion than this judged: not evaluable.
    """

    viable_means: ViableMeans = ViableMeans.ENHANCING
    k_sd: float = 2.0
    reference: ReferenceOrgan = ReferenceOrgan.LIVER
    phase: JudgedPhase = JudgedPhase.ARTERIAL
    lipiodol: Lipiodol = Lipiodol.INDETERMINATE
    enhancement_hu: float = 20.0
    low_hu: float = 15.0
    high_hu: float = 30.0
    enhancement_mr_pct: float = 15.0
    sigma_mm: float = 2.0
    sigma_noise_hu: float = 25.0
    opening_mm: float = 5.0
    min_component_mm: float = 10.0
    gap_mm: float = 5.0
    lenient_gap_mm: float = 10.0
    gap_error_mm: float = 1.0
    lipiodol_hu: float = 150.0
    dust_arterial_hu: float = 220.0
    dust_precontrast_hu: float = 110.0
    dust_reach_mm: float = 2.0
    lipiodol_grown_mm: float = 1.5
    void_hu: float = -50.0
    darkest_precontrast_hu: float = 20.0
    without_precontrast_hu: float = -10.0
    oil_seen_hu: float = 250.0
    oil_seen_pct: float = 1.0
    min_judged_pct: float = 10.0

    @property
    def gaps_mm(self) -> tuple[float, float, float]:
        """Longest gaps as seen: strict, by default and lenient."""
        error = self.gap_error_mm
        default, lenient = self.gap_mm - error, self.lenient_gap_mm - error
        return 0.0, max(default, 0.0), max(lenient, 0.0)

    def switched(self, settings: Mapping[str, str]) -> "ViabilityRule":
        """Give the definition with some settings as a person wrote them.

        Raises
        ------
        UsageRefused
            There is no such setting, it cannot have that value, or a reference is named
            and nothing compares with it.
        """
        rule = replace(self, **{n: self._read(n, text) for n, text in settings.items()})
        if "reference" in settings and rule.viable_means is ViableMeans.ENHANCING:
            raise UsageRefused(
                f"reference={rule.reference}: nothing is compared with it; say "
                "viable_means=hyperenhancing too."
            )
        return rule

    def _read(self, name: str, text: str) -> Any:
        names = [one.name for one in fields(self)]
        if name not in names:
            raise UsageRefused(
                f"{name!r} is no setting of viability; there are {', '.join(names)}."
            )
        kind = type(getattr(self, name))
        try:
            value = kind(text)
        except ValueError:
            possible = list(kind) if issubclass(kind, StrEnum) else ["a number"]
            raise UsageRefused(
                f"{name}={text}: {name} is {' or '.join(possible)}."
            ) from None
        if isinstance(value, float) and not math.isfinite(value):
            raise UsageRefused(f"{name}={text}: {name} is a number.")
        return value


DEFAULT_RULE = ViabilityRule()
"""The definition used where none is named."""
