"""`lesion-toolkit criteria`: the rule tables with their sources and switches."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from rich.table import Table

    from lesion_toolkit.criteria.difference import Difference
    from lesion_toolkit.criteria.lesion_table import LesionTable
    from lesion_toolkit.criteria.preset import Preset, Sourced


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("criteria")(_criteria)


def _criteria(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NAME | diff A B]", help="Criteria by name, or a TOML file."
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,
) -> None:
    """Rule table of one set of criteria, where two sets differ, or all names."""
    from lesion_toolkit.criteria.lesion_table import (
        LESION_TABLES,
        is_lesion_table,
        load_lesion_table,
    )
    from lesion_toolkit.criteria.preset import criteria_names, load_preset
    from lesion_toolkit.errors import UsageRefused

    match names:
        case None | []:
            pass
        case ["diff", first, second]:
            return _print_differences(first, second, as_json=as_json)
        case [name] if is_lesion_table(name):
            return _print_lesion_table(load_lesion_table(name), as_json=as_json)
        case [name] if name != "diff":
            preset = load_preset(name)
            if as_json:
                return typer.echo(preset.model_dump_json(indent=2))
            return _print(preset)
        case _:
            raise UsageRefused(
                f"criteria {' '.join(names)}: give one name, or diff and two names."
            )
    titles = {each: load_preset(each).title for each in criteria_names()}
    of_lesions = {each: load_lesion_table(each).title for each in LESION_TABLES}
    if as_json:
        return typer.echo(json.dumps(titles | of_lesions, indent=2, ensure_ascii=False))
    for heading, listed in (
        ("Patients (assess, propose):", titles),
        ("Single treated lesions (treated):", of_lesions),
    ):
        typer.echo(heading)
        for each, title in listed.items():
            typer.echo(f"  {each:<30}{title}")
    return None


def _print_lesion_table(table: LesionTable, *, as_json: bool) -> None:
    """Print a rule set for single lesions: its rows, scope and sources."""
    from rich.console import Console

    if as_json:
        return typer.echo(table.model_dump_json(indent=2))
    console = Console(highlight=False, markup=False)
    console.print(f"{table.table} · {table.title}", style="bold")
    console.print(f"after: {_clause(table.scope)}")
    rows = _table("category of one lesion", "category", "rule", "id")
    for row in table.rows:
        rows.add_row(row.category, _clause(row), row.id, end_section=True)
    console.print(rows)
    if table.ancillary is not None:
        console.print(f"ancillary features: {_clause(table.ancillary)}")
    for key, citation in table.sources.items():
        console.print(f"[{key}] {citation}")
    return None


def _print_differences(first: str, second: str, *, as_json: bool) -> None:
    from rich.console import Console

    found = _differences(first, second)
    if as_json:
        rows = [asdict(one) for one in found]
        typer.echo(json.dumps(rows, indent=2, ensure_ascii=False))
        return
    if not found:
        typer.echo(f"{first} and {second} judge alike.")
        return
    table = _table("", "differ in", first, second)
    for one in found:
        table.add_row(one.where, one.first, one.second, end_section=True)
    Console(highlight=False, markup=False).print(table)


def _differences(first: str, second: str) -> tuple[Difference, ...]:
    """Compare two rule sets for patients, or two for single lesions."""
    from lesion_toolkit.criteria.difference import differences
    from lesion_toolkit.criteria.lesion_difference import lesion_differences
    from lesion_toolkit.criteria.lesion_table import is_lesion_table, load_lesion_table
    from lesion_toolkit.criteria.preset import load_preset
    from lesion_toolkit.errors import UsageRefused

    match is_lesion_table(first), is_lesion_table(second):
        case True, True:
            return lesion_differences(
                load_lesion_table(first), load_lesion_table(second)
            )
        case False, False:
            return differences(load_preset(first), load_preset(second))
        case _:
            raise UsageRefused(
                f"{first} and {second}: one judges single lesions, the other patients; "
                "compare two of a kind."
            )


def _print(preset: Preset) -> None:
    from rich.console import Console

    console = Console(highlight=False, markup=False)
    console.print(f"{preset.preset} · {preset.title}", style="bold")
    table = _table("target response", "category", "rule", "id")
    for response, rule in preset.target.items():
        table.add_row(response, _clause(rule), rule.id)
    console.print(table)
    table = _table("overall response", "target", "non-target", "new", "overall", "rule")
    for row in (*preset.overall, *preset.non_target_only):
        statuses = (row.target, row.non_target, row.new)
        said = (" ".join(status) for status in statuses)
        table.add_row(*said, row.overall, f"{_clause(row)} ({row.id})")
    console.print(table)
    table = _table("switches (assess --set key=value)", "key", "default", "meaning")
    for key, switch in preset.offered.items():
        table.add_row(key, str(switch.default), _clause(switch))
    console.print(table)
    console.print(f"targets: {_clause(preset.eligibility)}")
    for each in preset.eligibility.rules.values():
        console.print(f"targets: {_clause(each)}")
    for key, citation in preset.sources.items():
        console.print(f"[{key}] {citation}")


def _table(title: str, *headings: str) -> Table:
    from rich.table import Table

    table = Table(title=title, title_justify="left")
    for heading in headings:
        table.add_column(heading, overflow="fold")
    return table


def _clause(rule: Sourced) -> str:
    known = f"{rule.basis}; {', '.join(rule.source)}"
    if rule.extension:
        known += f"; extension from {rule.extension}"
    return f"{rule.clause} [{known}]"
