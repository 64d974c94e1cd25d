"""Whether a person has agreed to what the toolkit proposes."""

from enum import StrEnum


class Standing(StrEnum):
    """Whether a person has agreed."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
