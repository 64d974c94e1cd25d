"""Timeline files in, and files of treated lesions."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.timeline import Timeline
from lesion_toolkit.model.treated import TreatedLesions


def read_timeline(path_or_text: str | Path) -> Timeline:
    """Read a timeline from a JSON file or from JSON text.

    Raises
    ------
    InputRefused
        There is no such file, or it is not a timeline.
    """
    return Timeline.from_json(_text(path_or_text, "timeline"))


def read_treated(path_or_text: str | Path) -> TreatedLesions:
    """Read what was seen of treated lesions from a JSON file or from JSON text.

    Raises
    ------
    InputRefused
        There is no such file, or it does not describe treated lesions.
    """
    return TreatedLesions.from_json(_text(path_or_text, "treated lesions"))


def _text(path_or_text: str | Path, what: str) -> str:
    """Return JSON text as it is, or the text of a file."""
    if (
        isinstance(path_or_text, str)
        and path_or_text.lstrip(" \t\r\n\ufeff")[:1] == "{"
    ):
        return path_or_text
    try:
        return Path(path_or_text).read_text(encoding="utf-8")
    except (OSError, ValueError):  # also bytes that are no text, a name that is no path
        raise InputRefused(
            "no readable text file of this name.",
            f"a {what} JSON file in UTF-8.",
            "check the path.",
        ) from None


def read_timelines(paths: Iterable[str | Path]) -> tuple[Timeline, ...]:
    """Read every timeline of files and folders, in order of their names.

    Of a folder those in its ``timelines`` are read, else every ``timeline.json`` below
    it, else the JSON files that lie in it.

    Raises
    ------
    InputRefused
        A folder holds no timeline, or a file is not one.
    """
    files = [file for path in paths for file in _timeline_files(Path(path))]
    return tuple(read_timeline(file) for file in files)


def _timeline_files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    found = (
        sorted((path / "timelines").glob("*.json"))
        or sorted(path.rglob("timeline.json"))
        or sorted(path.glob("*.json"))
    )
    if not found:
        raise InputRefused(
            "a folder without any timeline.",
            "timeline JSON files, such as batch and demo write.",
            "check the path.",
        )
    yield from found
