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
    if isinstance(path_or_text, str) and path_or_text.lstrip().startswith("{"):
        return Timeline.from_json(path_or_text)
    path = Path(path_or_text)
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise InputRefused(
            f"no readable text file at {path}.",
            "a timeline JSON file.",
            "check the path.",
        ) from None
    return Timeline.from_json(text)
