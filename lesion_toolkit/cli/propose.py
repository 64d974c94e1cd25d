"""`lesion-toolkit propose`: which lesions could be targets, each with its reason."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from lesion_toolkit.criteria.baseline_targets import BaselineProposal
    from lesion_toolkit.criteria.proposal import TargetProposal


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("propose")(_propose)


def _propose(
    timeline: Annotated[Path, typer.Argument(help="Timeline JSON file.")],
    criteria: Annotated[
        str, typer.Option(help="Name of the criteria, or a TOML file of your own.")
    ] = "mrecist-2010",
    switch: Annotated[
        list[str] | None,
        typer.Option("--set", help="key=value: a switch of the criteria; repeatable."),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the proposals as JSON.")
    ] = False,
) -> None:
    """Targets at the baseline of each treatment line: a proposal, to be confirmed."""
    from lesion_toolkit.cli.assess import refuse_lesion_tables, switches_said
    from lesion_toolkit.criteria.baseline_targets import propose_at_baselines
    from lesion_toolkit.loaders.timelines import read_timeline

    refuse_lesion_tables(criteria)
    switches = switches_said(switch or [])
    patient = read_timeline(timeline)
    proposals = propose_at_baselines(patient, criteria, **switches)
    if as_json:
        content = _content(patient.patient, proposals)
        typer.echo(json.dumps(content, ensure_ascii=False, indent=2))
        return
    for each in proposals:
        _print_baseline(each)
    typer.echo("Proposed, not decided: a reader who sees the images confirms.")


def _print_baseline(each: BaselineProposal) -> None:
    """Print one baseline: its targets first, then all the rest with the reasons."""
    where = f"{each.label} ({each.date})" if each.date else "no baseline"
    typer.echo(" · ".join(filter(None, [each.line, where])))
    if each.proposal is not None:
        _print_proposal(each.proposal)
    for finding in each.findings:
        typer.echo(f"  {finding.severity}: {finding.message}")


def _print_proposal(proposal: TargetProposal) -> None:
    typer.echo(f"  by {proposal.criteria}")
    width = max((len(each.lesion) for each in proposal.roles), default=0)
    for each in proposal.roles:
        typer.echo(f"    {each.lesion:<{width}}  {each.reason}")
    for finding in proposal.findings:
        typer.echo(f"  {finding.severity}: {finding.message}")
    if proposal.fallback is not None:
        _print_proposal(proposal.fallback)


def _content(patient: str, proposals: tuple[BaselineProposal, ...]) -> dict[str, Any]:
    from pydantic import TypeAdapter

    from lesion_toolkit.criteria.baseline_targets import BaselineProposal

    rows = TypeAdapter(tuple[BaselineProposal, ...])
    return {
        "schema": "lesion-toolkit/proposal/1",
        "patient": patient,
        "baselines": rows.dump_python(proposals, mode="json"),
    }
