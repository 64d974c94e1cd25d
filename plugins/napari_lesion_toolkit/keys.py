"""The one table of keys, and what a reader changed in it."""

import tomllib
from collections import Counter
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from platformdirs import user_config_path

from lesion_toolkit.errors import InputRefused

FILE = "keys.toml"


@dataclass(frozen=True, slots=True)
class Key:
    """A command, the key that runs it, and what it does in words."""

    command: str
    key: str
    does: str


def keys(changed: Path | None = None) -> tuple[Key, ...]:
    """List every command with its key, a reader's own keys in place of ours.

    Parameters
    ----------
    changed
        TOML file of ``command = "key"`` lines; the one in the user's configuration
        folder where it is not given. It need not exist.

    Raises
    ------
    InputRefused
        The file names an unknown command, gives one key twice, or is no TOML.
    """
    ours = tomllib.loads(files(__package__).joinpath(FILE).read_text(encoding="utf-8"))
    file = changed or user_config_path("lesion-toolkit") / FILE
    own = _own(file) if file.is_file() else {}
    unknown = sorted(set(own) - set(ours))
    table = tuple(
        Key(command, str(own.get(command, said["key"])), said["does"])
        for command, said in ours.items()
    )
    twice = [key for key, n in Counter(one.key for one in table).items() if n > 1]
    if unknown or twice:
        found = f"no command {unknown[0]!r}" if unknown else f"{twice[0]!r} twice"
        raise _unusable(found)
    return table


def _own(file: Path) -> dict[str, object]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise _unusable("text that is not TOML") from None


def _unusable(found: str) -> InputRefused:
    return InputRefused(
        f"{FILE} with {found}.",
        'lines such as undo = "Control-Z", each key once.',
        "correct or remove the file.",
    )
