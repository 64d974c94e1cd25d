"""How lengths, changes, dates and categories are written for people."""

from decimal import ROUND_HALF_UP, Decimal

from lesion_toolkit.model.response import Response, Unit

MINUS = "\N{MINUS SIGN}"
UNKNOWN = "\N{EN DASH}"
"""Printed where there is no value; never a zero."""

THRESHOLDS_PCT = (Decimal(-30), Decimal(20), Decimal(-50), Decimal(25))
"""Changes that decide a category: one close to them is not rounded onto them."""

RESPONSE_WORDS = {
    Response.CR: "complete response",
    Response.PR: "partial response",
    Response.SD: "stable disease",
    Response.PD: "progressive disease",
    Response.NE: "not evaluable",
    Response.NON_CR_NON_PD: "neither complete response nor progression",
    Response.NONE: "no disease of this kind at baseline",
    Response.ICR: "immune complete response",
    Response.IPR: "immune partial response",
    Response.ISD: "immune stable disease",
    Response.IUPD: "immune unconfirmed progressive disease",
    Response.ICPD: "immune confirmed progressive disease",
    Response.IMCR: "immune-modified complete response",
    Response.IMPR: "immune-modified partial response",
    Response.IMSD: "immune-modified stable disease",
    Response.IMPD: "immune-modified progressive disease",
    Response.TE4: "all nodules completely necrotic",
    Response.TE3: "at least half of the worst nodule necrotic or gone",
    Response.TE2: "less than half of the worst nodule necrotic",
    Response.TE1: "a nodule enlarged",
}

_CRITERIA_WORDS = {
    "mrecist": "mRECIST",
    "mrecist-2010": "mRECIST",
    "mrecist-trial": "mRECIST (trial)",
    "recist-1.1": "RECIST 1.1",
    "mrecist-2020": "mRECIST (2020)",
    "irecist": "iRECIST",
    "imrecist": "imRECIST",
    "easl": "EASL",
    "who": "WHO",
    "qeasl": "qEASL",
    "vrecist": "vRECIST",
    "choi": "Choi",
    "mchoi": "modified Choi",
    "recicl": "RECICL",
}


def criteria_words(name: str) -> str:
    """Name of a criteria as it is printed in papers: ``mRECIST``, ``RECIST 1.1``."""
    return _CRITERIA_WORDS.get(name.lower(), name)


def unit_words(unit: Unit) -> str:
    """Write the unit of a sum: mm, mm², ml."""
    return "mm²" if unit is Unit.MM2 else unit.value


def length_mm(value: Decimal | float | None) -> str:
    """Length with one decimal, without the unit; a dash where it is missing."""
    return UNKNOWN if value is None else str(_rounded(Decimal(str(value)), 1))


def volume_ml(value: Decimal | None) -> str:
    """Volume with one decimal, without the unit; a dash where it is missing."""
    return length_mm(value)


def change_pct(value: Decimal | None) -> str:
    """Signed change in percent with one decimal, without the unit.

    A change next to a threshold keeps as many decimals (up to four) as it takes not to
    read as the threshold: -29.96 is not printed as -30.0.
    """
    if value is None:
        return UNKNOWN
    for digits in (1, 2, 3, 4):
        shown = _rounded(value, digits)
        if shown == value or shown not in THRESHOLDS_PCT:
            break
    sign = MINUS if shown < 0 else "+" if shown > 0 else ""
    return f"{sign}{abs(shown)}"


def response_words(response: Response | None) -> str:
    """Category in words."""
    return "no response yet" if response is None else RESPONSE_WORDS[response]


def _rounded(value: Decimal, digits: int) -> Decimal:
    shown = value.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)
    return shown if shown else abs(shown)
