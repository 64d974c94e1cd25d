"""Organ signals of each volume as ratios that no scanner's units can change."""

from collections.abc import Sequence
from dataclasses import dataclass

from lesion_toolkit.loaders.enhancement import Enhancement

UNENHANCED_BLOOD_HU, UNENHANCED_LIVER_HU, UNENHANCED_SPLEEN_HU = 42.0, 55.0, 48.0
"""Assumed where a CT exam has no volume before contrast."""

NO_CONTRAST_HU = 75.0
"""Blood below this has seen no contrast (anemia to polycythemia: 30 to 65 HU)."""

MEASURABLE_RISE = 1.5
"""On MR an aorta must differ this much between volumes to say anything."""

EMPTY_BLOOD = 0.22
"""Blood before contrast as a share of its peak, where no MR volume shows it."""

SAME_BLOOD, SAME_LIVER = 0.15, 0.12
"""On MR, before contrast: share of the aorta's rise, and of the liver's signal."""

MOSTLY_LIVER = 0.5
"""On MR, what lies further from blood towards liver before contrast is no vein."""

VEINS_BRIGHTER_HU, PORTAL_BRIGHTER_HU = 13.0, 18.0
"""On CT, what is so much brighter than blood before contrast is none; the brightest
part of the veins lies higher by its choice."""

BLOOD_LEADS = 1.27
"""Relative to before contrast, blood leads liver by 1.7 in a transitional phase, by 0.9
in a hepatobiliary one (phantoms: at least 1.34, at most 1.20)."""

LEFT_BLOOD, MIN_UPTAKE = 0.85, 0.2
"""Hepatobiliary: blood below this share of the liver, a liver up by this share."""


@dataclass(frozen=True, slots=True)
class Signals:
    """One volume's organs, and what they mean beside the rest of its exam.

    Attributes
    ----------
    seen
        The organs as measured.
    is_ct
        HU, which mean something by themselves.
    fill
        Aorta: 0 as before contrast, 1 as in the exam's fullest volume.
    lead
        Rise of the aorta over that of the liver since before contrast.
    veins, portal
        Filling of the liver's veins and of their brighter fifth: 0 empty, 1 as aorta.
    liver_rise
        Liver since before contrast: HU on CT, a fraction on MR.
    spleen_lead
        Rise of the spleen over that of the liver, as ``lead``.
    kidneys
        Kidneys over aorta; on MR of their signals relative to before contrast.
    is_unenhanced, is_hepatobiliary
        Nothing has arrived yet; the agent is in the hepatocytes.

    A ratio is None where the exam does not give it.
    """

    seen: Enhancement
    is_ct: bool
    fill: float | None = None
    lead: float | None = None
    veins: float | None = None
    portal: float | None = None
    liver_rise: float | None = None
    spleen_lead: float | None = None
    kidneys: float | None = None
    is_unenhanced: bool = False
    is_hepatobiliary: bool = False

    @property
    def is_known(self) -> bool:
        """Whether aorta and liver were measured."""
        return self.seen.aorta is not None and self.seen.liver is not None

    @property
    def aorta(self) -> float:
        """Brightness of the aorta, 0 where it was not measured."""
        return self.seen.aorta or 0.0

    @property
    def liver(self) -> float:
        """Brightness of the liver, 0 where it was not measured."""
        return self.seen.liver or 0.0

    def __str__(self) -> str:
        seen, unit = self.seen, " HU" if self.is_ct else ""
        organs = (
            ("aorta", seen.aorta),
            ("liver", seen.liver),
            ("veins of the liver", seen.veins),
            ("spleen", seen.spleen),
            ("kidneys", seen.kidneys),
        )
        return ", ".join(
            f"{name} {value:.0f}{unit}" for name, value in organs if value is not None
        )


def signals_of(measured: Sequence[Enhancement], is_ct: bool) -> list[Signals]:
    """Relate each volume of an exam to its other volumes, in the order given."""
    plain = [Signals(one, is_ct) for one in measured]
    known = [one for one in plain if one.is_known and one.liver > 0]
    if not known:
        return plain
    uptake = [] if is_ct else [one for one in known if _in_hepatocytes(one, known)]
    before = _before_contrast(known, uptake, is_ct)
    return [
        _related(one, known, before, one in uptake) if one in known else one
        for one in plain
    ]


def _in_hepatocytes(s: Signals, known: Sequence[Signals]) -> bool:
    """Blood dark beside the brightest liver: an extracellular agent never does that."""
    livers = [one.liver for one in known]
    if len(known) < 2 or s.liver < 0.95 * max(livers):
        return False
    if s.liver < (1 + MIN_UPTAKE) * min(livers) or s.aorta > LEFT_BLOOD * s.liver:
        return False
    spleen = s.seen.spleen
    if spleen is not None and spleen > LEFT_BLOOD * s.liver:
        return False
    darkest = min(known, key=lambda one: one.aorta)
    if s is darkest:
        return True
    # Coils make a liver near the surface bright: compare what contrast added.
    blood, liver = s.aorta / darkest.aorta, s.liver / darkest.liver
    return blood < BLOOD_LEADS * liver


def _before_contrast(
    known: Sequence[Signals], uptake: Sequence[Signals], is_ct: bool
) -> Signals | None:
    """Find the volume without contrast, if the exam has one."""
    rest = [one for one in known if one not in uptake]
    if not rest:
        return None
    if is_ct:
        rest = [one for one in rest if _is_plain_ct(one)]
        return min(rest, key=lambda one: one.aorta, default=None)
    darkest = min(rest, key=lambda one: one.aorta)
    brightest = max(one.aorta for one in known)
    # The blood of a late volume is brighter than its liver's rise explains.
    is_dark = brightest >= 2 * darkest.aorta and darkest.aorta < darkest.liver
    least = min(one.liver for one in known)
    return darkest if is_dark and darkest.liver <= (1 + SAME_LIVER) * least else None


def _related(
    s: Signals, known: Sequence[Signals], before: Signals | None, is_uptake: bool
) -> Signals:
    blood, liver = _reference(before, s.is_ct)
    full = max(one.aorta for one in known)
    empty = EMPTY_BLOOD * full if blood is None else blood
    empty_organs = Enhancement() if before is None else before.seen
    rise = None if liver is None else _rise(s.liver, liver, s.is_ct)
    veins_hu, portal_hu = VEINS_BRIGHTER_HU, PORTAL_BRIGHTER_HU
    has_veins = _is_blood(empty_organs.veins, before, veins_hu)
    # Without a volume before contrast blood is assumed on CT, and unknown on MR.
    has_portal = blood is not None and _is_blood(empty_organs.portal, before, portal_hu)
    return Signals(
        s.seen,
        s.is_ct,
        (s.aorta - empty) / max(full - empty, 1e-6),
        _lead(s.aorta, blood, rise, s.is_ct),
        _filling(s, s.seen.veins, empty_organs.veins, blood) if has_veins else None,
        _filling(s, s.seen.portal, empty_organs.portal, blood) if has_portal else None,
        None if before is None else rise,
        _lead(s.seen.spleen, empty_organs.spleen, rise, s.is_ct),
        _kidneys(s, before),
        _is_like(s, before, full),
        is_uptake,
    )


def _reference(
    before: Signals | None, is_ct: bool
) -> tuple[float | None, float | None]:
    if before is not None:
        return before.aorta, before.liver
    return (UNENHANCED_BLOOD_HU, UNENHANCED_LIVER_HU) if is_ct else (None, None)


def _rise(now: float, before: float, is_ct: bool) -> float:
    """Give what contrast added: HU on CT, a fraction of the signal before on MR."""
    return now - before if is_ct else now / before - 1


def _lead(
    organ: float | None, before: float | None, liver_rise: float | None, is_ct: bool
) -> float | None:
    """Rise of an organ over that of the liver."""
    if organ is None or before is None or before <= 0 or liver_rise is None:
        return None
    return _rise(organ, before, is_ct) / max(liver_rise, 1.0 if is_ct else 0.02)


def _filling(
    s: Signals, veins: float | None, empty: float | None, blood: float | None
) -> float | None:
    """Share of the aorta's contrast that has reached the veins."""
    start = empty if empty is not None else blood
    if veins is None or s.aorta <= 0:
        return None
    if start is None or blood is None:
        return veins / s.aorta
    return (veins - start) / max(s.aorta - blood, 1e-6)


def _is_blood(sample: float | None, before: Signals | None, most_hu: float) -> bool:
    """Whether what was taken for veins looks like blood before contrast.

    On MR liver is far brighter than blood then; on CT any tissue may be brighter.
    """
    if before is None or sample is None:
        return True
    above = sample - before.aorta
    if before.is_ct:
        return above <= most_hu
    return above <= MOSTLY_LIVER * (before.liver - before.aorta)


def _kidneys(s: Signals, before: Signals | None) -> float | None:
    kidneys = s.seen.kidneys
    if kidneys is None or s.aorta <= 0:
        return None
    if s.is_ct:
        return kidneys / s.aorta
    if before is None or not before.seen.kidneys or before.seen.kidneys <= 0:
        return None
    return kidneys / before.seen.kidneys / (s.aorta / before.aorta)


def _is_like(s: Signals, before: Signals | None, full: float) -> bool:
    """Whether a volume shows no more contrast than the one before contrast."""
    if before is None:
        return False
    if s.is_ct:
        return _is_plain_ct(s)
    share = (s.aorta - before.aorta) / max(full - before.aorta, 1e-6)
    return share < SAME_BLOOD and s.liver < (1 + SAME_LIVER) * before.liver


def _is_plain_ct(s: Signals) -> bool:
    """Whether neither the blood nor the kidneys hold contrast."""
    return s.aorta < NO_CONTRAST_HU and (s.seen.kidneys or 0.0) < NO_CONTRAST_HU
