"""A lesion: a named finding followed over time."""

from enum import StrEnum

from lesion_toolkit.model.noun import noun
from lesion_toolkit.model.therapy import Therapy


class Role(StrEnum):
    """What part a lesion plays in the assessment."""

    TARGET = "target"
    NON_TARGET = "non-target"
    NEW = "new"


class Kind(StrEnum):
    """What kind of disease a lesion is."""

    MASS = "mass"
    NODE = "node"
    THROMBUS = "thrombus"
    BONE = "bone"
    EFFUSION = "effusion"


class Pattern(StrEnum):
    """Enhancement pattern of a mass at baseline."""

    TYPICAL = "typical"
    ATYPICAL = "atypical"
    INFILTRATIVE = "infiltrative"


class Location(StrEnum):
    """Inside or outside the liver."""

    INTRAHEPATIC = "intrahepatic"
    EXTRAHEPATIC = "extrahepatic"


@noun
class Lesion:
    """A named finding followed over time.

    Attributes
    ----------
    id
        Name within the patient, for example ``T1``.
    role, organ, kind, pattern, site
        As a reader would dictate them.
    location
        Where unset, inside the liver exactly when the organ is the liver.
    prior_local_therapy
        Local therapy the lesion had before baseline (``cTACE``, ``ablation``, ...).
    therapies
        What it was treated with and when, before baseline and since.
    progressed_since_therapy
        Whether it was shown to progress between its local therapy and baseline; None
        where nobody said.
    """

    id: str
    role: Role = Role.TARGET
    organ: str = "liver"
    kind: Kind = Kind.MASS
    pattern: Pattern = Pattern.TYPICAL
    site: str = ""
    location: Location | None = None
    prior_local_therapy: str = ""
    therapies: tuple[Therapy, ...] = ()
    progressed_since_therapy: bool | None = None

    @property
    def is_intrahepatic(self) -> bool:
        """Whether the lesion lies in the liver."""
        if self.location is not None:
            return self.location is Location.INTRAHEPATIC
        return self.organ.strip().lower() == "liver"
