"""The rule tables this project ships, offered through the public entry points."""

from pathlib import Path

TABLES = Path(__file__).with_name("tables")


def mrecist_2010() -> Path:
    """MRECIST as published in 2010."""
    return TABLES / "mrecist-2010.toml"


def mrecist_trial() -> Path:
    """MRECIST with the 5 mm floor that many trials add."""
    return TABLES / "mrecist-trial.toml"


def recist_1_1() -> Path:
    """RECIST 1.1."""
    return TABLES / "recist-1.1.toml"


def mrecist_2020() -> Path:
    """MRECIST with the refinements of 2020."""
    return TABLES / "mrecist-2020.toml"


def easl() -> Path:
    """EASL 2001: products of enhancing diameters."""
    return TABLES / "easl.toml"


def who() -> Path:
    """WHO 1979/1981: products of whole diameters."""
    return TABLES / "who.toml"


def qeasl() -> Path:
    """QEASL: enhancing volumes."""
    return TABLES / "qeasl.toml"


def vrecist() -> Path:
    """VRECIST: whole volumes."""
    return TABLES / "vrecist.toml"


def irecist() -> Path:
    """IRECIST: RECIST 1.1 with progression confirmed later."""
    return TABLES / "irecist.toml"


def imrecist() -> Path:
    """ImRECIST: new lesions join the total burden."""
    return TABLES / "imrecist.toml"


def choi() -> Path:
    """Choi: size or attenuation."""
    return TABLES / "choi.toml"


def mchoi() -> Path:
    """Size and attenuation: modified Choi."""
    return TABLES / "mchoi.toml"


def recicl() -> Path:
    """RECICL: grades of necrosis of each nodule."""
    return TABLES / "recicl.toml"


def pharmaverse_onco() -> Path:
    """Rules of a public synthetic trial, which are not RECIST 1.1."""
    return TABLES / "pharmaverse-onco.toml"
