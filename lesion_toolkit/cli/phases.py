"""``lesion-toolkit phases``: contrast phase of series descriptions, words alone."""

import csv
import json
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from lesion_toolkit.errors import InputRefused

COLUMNS = ("modality", "series_description")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("phases")(phases)


def phases(
    words: Annotated[
        Path,
        typer.Option(
            "--words", help="CSV table with columns modality and series_description."
        ),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Name the contrast phase of a table of series descriptions, from words alone."""
    from lesion_toolkit.loaders.phases import label_phase
    from lesion_toolkit.loaders.plain_text import plain_line

    answers: list[dict[str, Any]] = []
    for row in _read(words):
        label = label_phase(row["series_description"] or "", row["modality"] or "")
        answers.append(
            {
                "modality": plain_line(row["modality"] or ""),
                "series_description": plain_line(row["series_description"] or ""),
                "phase": label.phase.value,
                "confidence": label.confidence,
                "reasons": list(label.reasons),
            }
        )
    if as_json:
        typer.echo(json.dumps(answers, indent=2, ensure_ascii=False))
        return
    table = csv.writer(sys.stdout)
    table.writerow([*COLUMNS, "phase", "confidence", "reasons"])
    for answer in answers:
        reasons = "; ".join(answer["reasons"])
        table.writerow([*list(answer.values())[:4], reasons])


def _read(path: Path) -> list[dict[str, str | None]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise InputRefused(
            "no readable text file of descriptions.",
            "a UTF-8 CSV file with the columns " + ", ".join(COLUMNS) + ".",
            "check the path.",
        ) from None
    rows = csv.DictReader(text.splitlines())
    missing = [name for name in COLUMNS if name not in (rows.fieldnames or ())]
    if missing:
        raise InputRefused(
            f"a table without the column {', '.join(missing)}.",
            "the columns " + ", ".join(COLUMNS) + ".",
            "name the columns in the first row.",
        )
    return list(rows)
