"""Files that are whole or not there at all."""

import contextlib
import os
from pathlib import Path

from lesion_toolkit.errors import InputRefused


def write_whole(path: str | Path, content: str | bytes) -> Path:
    """Write a file so that a reader sees the old file or the whole new one.

    Text is written as UTF-8, bytes as they are.

    Raises
    ------
    InputRefused
        The folder is missing or cannot be written to.
    """
    path = Path(path)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("xb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as fault:
        with contextlib.suppress(OSError):  # also a file where a folder was meant
            part.unlink()
        raise InputRefused(
            f"a file that cannot be written ({fault.strerror}).",
            "a file name in a folder that exists and may be written to.",
            "create the folder, free some space, or choose another place.",
        ) from None
    return path
