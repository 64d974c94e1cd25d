"""Faults: what was found, what was needed, what to do next.

A clinical surprise is a :class:`~lesion_toolkit.model.finding.Finding`; an error here
means that no honest answer can be given at all. Messages never carry patient identity.

::

    LesionToolkitError
    ├── InputRefused          the files or values handed in cannot be used (exit code 3)
    │   └── SpaceMismatch     two things do not lie in the same patient space
    └── UsageRefused          the request itself is not possible (exit code 2)
"""


class LesionToolkitError(Exception):
    """Base of every error this package raises on purpose."""


class InputRefused(LesionToolkitError, ValueError):
    """The input cannot be used.

    Parameters
    ----------
    found, needed, next_step
        One sentence each: what is there, what is required, what the reader can do.
    """

    def __init__(self, found: str, needed: str, next_step: str) -> None:
        self.found, self.needed, self.next_step = found, needed, next_step
        super().__init__(found, needed, next_step)

    def __str__(self) -> str:
        return f"Found: {self.found} Needed: {self.needed} Next: {self.next_step}"


class SpaceMismatch(InputRefused):
    """Two images, masks or points do not lie in the same patient space."""


class UsageRefused(LesionToolkitError, ValueError):
    """The request names something that does not exist or does not go together."""
