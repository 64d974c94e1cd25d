"""Segmenters, criteria and exporters that any package can add by entry point.

Groups: ``lesion_toolkit.segmenters``, ``lesion_toolkit.criteria``,
``lesion_toolkit.exporters``. What this project ships comes through the same door.
"""

from collections import Counter
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from lesion_toolkit.errors import UsageRefused

SEGMENTERS = "lesion_toolkit.segmenters"
CRITERIA = "lesion_toolkit.criteria"
EXPORTERS = "lesion_toolkit.exporters"


def extension_names(group: str) -> tuple[str, ...]:
    """Names installed for a group, sorted, without importing any of them."""
    return tuple(sorted(point.name for point in _points(group)))


def load_extension(group: str, name: str) -> Any:
    """Import what an entry point names.

    Raises
    ------
    UsageRefused
        Nothing has that name, two packages claim it, or its import fails.
    """
    for point in _points(group):
        if point.name == name:
            try:
                return point.load()
            except (ImportError, AttributeError) as fault:
                raise UsageRefused(
                    f"{name!r} ({point.value}) could not be imported: {fault}"
                ) from fault
    installed = ", ".join(extension_names(group)) or "none"
    raise UsageRefused(f"{name!r} is not among the installed {group}: {installed}.")


def _points(group: str) -> tuple[EntryPoint, ...]:
    points = tuple(entry_points(group=group))
    clashes = [name for name, n in Counter(p.name for p in points).items() if n > 1]
    if clashes:
        raise UsageRefused(
            f"two packages offer {', '.join(map(repr, sorted(clashes)))} in {group}; "
            "uninstall one of them."
        )
    return points
