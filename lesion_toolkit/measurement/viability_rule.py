"""What counts as viable tumor: every number of the definition in one place."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ViabilityRule:
    """The default definition of viable tissue (``docs/definitions/viable-tissue.md``).

    Attributes
    ----------
    enhancement_hu
        CT: arterial minus precontrast from which tissue enhances at all. 20 HU is the
        common cut-off for definite enhancement; 10 to 20 HU is indeterminate.
    low_hu, high_hu
        The same for the sensitivity band that is always computed beside it.
    enhancement_mr_pct
        MR: arterial minus precontrast in percent of unenhanced liver around the lesion
        (15 %: Ho, Radiology 2002;224:695, for enhancement of renal masses). The band
        moves it by the same factors as on CT.
    sigma_mm
        Gaussian that brings the noise well below the threshold; full width 4.7 mm.
    opening_mm
        In plane, tissue thinner than this is a rim, a vessel or noise, not tumor.
    min_component_mm
        An island that in no slice is as large as a disc of this diameter is not
        measurable.
    gap_mm, lenient_gap_mm
        Longest stretch of dead tissue a viable diameter may cross (0 is strict).
    lipiodol_hu
        Brighter before contrast: lipiodol or calcification, whatever contrast adds.
    dust_arterial_hu, dust_precontrast_hu, dust_reach_mm
        Fine lipiodol, blurred by thick precontrast slices: this bright in the arterial
        phase, with precontrast voxels this bright within reach.
    lipiodol_grown_mm
        Partial volume around lipiodol.
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

    enhancement_hu: float = 20.0
    low_hu: float = 15.0
    high_hu: float = 30.0
    enhancement_mr_pct: float = 15.0
    sigma_mm: float = 2.0
    opening_mm: float = 5.0
    min_component_mm: float = 10.0
    gap_mm: float = 5.0
    lenient_gap_mm: float = 10.0
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


DEFAULT_RULE = ViabilityRule()
"""The definition used where none is named."""
