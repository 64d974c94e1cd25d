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
