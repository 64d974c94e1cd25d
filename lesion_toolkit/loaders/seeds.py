"""Seeds: where a reader clicked on each lesion, from a CSV file."""

import csv
import math
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.loaders.plain_text import plain_line
from lesion_toolkit.model.lesion import Kind, Role
from lesion_toolkit.model.measurement import PointMm
from lesion_toolkit.model.seed import Seed

CLICK = ("x_mm", "y_mm", "z_mm")
OTHER_END = ("x2_mm", "y2_mm", "z2_mm")
REQUIRED = ("lesion", *CLICK)
OPTIONAL = (*OTHER_END, "role", "organ", "kind")

Word = TypeVar("Word", bound=StrEnum)


def read_seeds(path: str | Path) -> tuple[Seed, ...]:
    """Read seeds from a CSV file, one row a click, in the order lesions first appear.

    Columns ``lesion, x_mm, y_mm, z_mm`` (patient LPS mm); optional ``x2_mm, y2_mm,
    z2_mm`` (a rough long-axis caliper), ``role, organ, kind``.

    Raises
    ------
    InputRefused
        Not a text file, a column is missing or unknown, or a row cannot be understood.
    """
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise InputRefused(
            "no readable text file of seeds.",
            "a UTF-8 CSV file with the columns " + ", ".join(REQUIRED) + ".",
            "check the path.",
        ) from None
    rows = csv.DictReader(text.splitlines(), skipinitialspace=True)
    _check_columns([name.strip() for name in rows.fieldnames or ()])
    seeds: dict[str, Seed] = {}
    for number, row in enumerate(rows, 2):
        seed = _seed(row, number)
        known = seeds.get(seed.lesion)
        seeds[seed.lesion] = seed if known is None else _joined(known, seed, number)
    if not seeds:
        raise InputRefused(
            "a seeds file without any row.",
            "one row for each click.",
            "click at least one lesion.",
        )
    return tuple(seeds.values())


def _check_columns(names: list[str]) -> None:
    missing = [name for name in REQUIRED if name not in names]
    unknown = [name for name in names if name not in (*REQUIRED, *OPTIONAL)]
    twice = sorted({name for name in names if names.count(name) > 1})
    unknown = [plain_line(name) for name in unknown]
    if twice:
        found = f"columns that repeat in the seeds file: {', '.join(twice)}."
    elif unknown:
        found = f"unknown columns in the seeds file: {', '.join(unknown)}."
    elif missing:
        found = f"a seeds file without the columns {', '.join(missing)}."
    else:
        return
    needed = f"{', '.join(REQUIRED)}, and where wanted {', '.join(OPTIONAL)}."
    raise InputRefused(found, needed, "rename or remove columns.")


def _seed(row: Mapping[str | None, str | None], number: int) -> Seed:
    if None in row:
        raise _bad_row(number, "more values than columns", "one value a column")
    cells = {str(k).strip(): plain_line(v or "") for k, v in row.items()}
    if not cells["lesion"]:
        raise _bad_row(number, "no lesion name", "a name such as T1")
    start = _point(cells, CLICK, number)
    has_end = any(cells.get(name) for name in OTHER_END)
    end = _point(cells, OTHER_END, number) if has_end else None
    return Seed(
        cells["lesion"],
        points_mm=() if end else (start,),
        caliper_mm=(start, end) if end else None,
        role=_word(Role, cells.get("role", ""), Role.TARGET, number),
        organ=cells.get("organ", "") or "liver",
        kind=_word(Kind, cells.get("kind", ""), Kind.MASS, number),
    )


def _point(
    cells: Mapping[str, str], names: tuple[str, str, str], number: int
) -> PointMm:
    values = []
    for name in names:
        text = cells.get(name, "")
        try:
            value = float(text)
        except ValueError:
            value = math.nan
        if not math.isfinite(value):
            raise _bad_row(number, f"{text!r} in {name}", "a number in mm")
        values.append(value)
    x, y, z = values
    return x, y, z


def _word(kind: type[Word], text: str, default: Word, number: int) -> Word:
    if not text:
        return default
    try:
        return kind(text.lower())
    except ValueError:
        known = ", ".join(word.value for word in kind)
        raise _bad_row(number, f"{text!r}", f"one of {known}") from None


def _joined(known: Seed, seed: Seed, number: int) -> Seed:
    """Add another click to a lesion that has one."""
    if known.caliper_mm or seed.caliper_mm:
        raise _bad_row(
            number, "a second row for a lesion with a caliper", "one caliper, or clicks"
        )
    if (known.role, known.organ, known.kind) != (seed.role, seed.organ, seed.kind):
        raise _bad_row(
            number, "another role, organ or kind for the same lesion", "the same"
        )
    points = (*known.points_mm, *seed.points_mm)
    return Seed(known.lesion, points, None, known.role, known.organ, known.kind)


def _bad_row(number: int, found: str, needed: str) -> InputRefused:
    return InputRefused(
        f"{found} (row {number} of the seeds file).",
        f"{needed}.",
        "correct the row.",
    )
