"""Timeline files in."""

from pathlib import Path

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.timeline import Timeline


def read_timeline(path_or_text: str | Path) -> Timeline:
    """Read a timeline from a JSON file or from JSON text.

    Raises
    ------
    InputRefused
        There is no such file, or it is not a timeline.
    """
    if (
        isinstance(path_or_text, str)
        and path_or_text.lstrip(" \t\r\n\ufeff")[:1] == "{"
    ):
        return Timeline.from_json(path_or_text)
    path = Path(path_or_text)
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, ValueError):  # also bytes that are no text, a name that is no path
        raise InputRefused(
            "no readable text file of this name.",
            "a timeline JSON file in UTF-8.",
            "check the path.",
        ) from None
    return Timeline.from_json(text)
