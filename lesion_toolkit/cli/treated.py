"""`lesion-toolkit treated`: LI-RADS treatment response of single lesions, explained."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from lesion_toolkit.errors import InputRefused

if TYPE_CHECKING:
    from lesion_toolkit.model.treated import (
        LesionResponse,
        TreatedLesions,
        TreatedLesionSeen,
    )

SOME_FAILED = 1


class Version(StrEnum):
    """Published versions of LI-RADS treatment response."""

    V2018 = "2018"
    V2024 = "2024"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("treated")(_treated)


def _treated(
    seen: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help="JSON file of treated lesions (`schema treated`)."
        ),
    ],
    version: Annotated[
        Version, typer.Option("--lirads-version", help="Which version judges.")
    ] = Version.V2024,
    ancillary: Annotated[
        bool,
        typer.Option(
            "--ancillary-features", help="May raise a category to Viable (2024, MR)."
        ),
    ] = False,
    own: Annotated[
        Path | None,
        typer.Option("--table", help="TOML file of your own that judges instead."),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the responses as JSON.")
    ] = False,
) -> None:
    """LI-RADS treatment response of each treated lesion on each scan, explained."""
    from rich.console import Console

    from lesion_toolkit.cli.assess import print_rules
    from lesion_toolkit.criteria.cited import cited_rows
    from lesion_toolkit.criteria.lesion_table import load_lesion_table
    from lesion_toolkit.loaders.timelines import read_treated

    lesions = read_treated(seen)
    named = version.value
    if own is not None:
        named = load_lesion_table(own).version  # refused before any lesion is judged
    answers = list(_answers(lesions, version, own, ancillary=ancillary))
    judged = [each for _, each in answers if not isinstance(each, InputRefused)]
    rules = cited_rows(judged, own)
    if as_json:
        content = {
            "schema": "lesion-toolkit/lesion-responses/1",
            "patient": lesions.patient,
            "lirads_version": named,
            "ancillary_features": ancillary,
            "responses": [_content(row, answer) for row, answer in answers],
            "rules": {name: asdict(rule) for name, rule in rules.items()},
        }
        typer.echo(json.dumps(content, ensure_ascii=False, indent=2))
    else:
        for row, answer in answers:
            _print(row, answer)
        print_rules(Console(highlight=False, markup=False), rules)
    if len(judged) < len(answers):
        raise typer.Exit(SOME_FAILED)


def _answers(
    lesions: TreatedLesions, version: Version, own: Path | None, *, ancillary: bool
) -> Iterator[tuple[TreatedLesionSeen, LesionResponse | InputRefused]]:
    """Judge each lesion on each scan; one that is refused answers with its error."""
    from lesion_toolkit.criteria.lirads import treatment_response

    for row in lesions.seen:
        try:
            answer: LesionResponse | InputRefused = treatment_response(
                row,
                lesions.therapies_of(row.lesion),
                lirads_version=version.value,
                ancillary_features=ancillary,
                own_table=own,
            )
        except InputRefused as refusal:
            answer = refusal
        yield row, answer


def _print(row: TreatedLesionSeen, answer: LesionResponse | InputRefused) -> None:
    scan = f"{row.lesion} · {row.date} · {row.modality}"
    if isinstance(answer, InputRefused):
        typer.echo(f"{scan}: refused")
        typer.echo(f"  {answer}")
        return
    typer.echo(f"{scan}: {answer.category}")
    typer.echo(f"  {answer.reason} ({answer.rule_id})")
    for finding in answer.findings:
        typer.echo(f"  {finding.severity}: {finding.message}")


def _content(
    row: TreatedLesionSeen, answer: LesionResponse | InputRefused
) -> dict[str, Any]:
    from pydantic import TypeAdapter

    from lesion_toolkit.model.treated import LesionResponse

    scan = {"lesion": row.lesion, "date": str(row.date), "modality": row.modality}
    if isinstance(answer, InputRefused):
        said = {"found": answer.found, "needed": answer.needed}
        return {**scan, "error": {**said, "next": answer.next_step}}
    judged = TypeAdapter(LesionResponse).dump_python(answer, mode="json")
    return {**scan, **cast("dict[str, Any]", judged)}
