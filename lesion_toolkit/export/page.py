"""Pages from templates, and files that are whole or not there at all."""

import os
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.export import words


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("lesion_toolkit.export"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "mm": words.length_mm,
        "ml": words.volume_ml,
        "pct": words.change_pct,
        "words": words.response_words,
        "criteria": words.criteria_words,
    }
    return environment


def render(template: str, **content: Any) -> Markup:
    """Fill a template of this package; every value is escaped unless it is markup."""
    return Markup(_environment().get_template(template).render(content))


def write_whole(path: str | Path, text: str) -> Path:
    """Write a UTF-8 text file so that a reader sees the old file or the whole new one.

    Raises
    ------
    InputRefused
        The folder is missing or cannot be written to.
    """
    path = Path(path)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("x", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as fault:
        part.unlink(missing_ok=True)
        raise InputRefused(
            f"{path} cannot be written ({fault.strerror}).",
            "a file name in a folder that exists and may be written to.",
            "create the folder, free some space, or choose another place.",
        ) from None
    return path
