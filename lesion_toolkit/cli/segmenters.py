"""``lesion-toolkit segmenters list``: what can outline lesions here."""

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from lesion_toolkit.segmentation.segmenters import About


def register(app: typer.Typer) -> None:
    """Add the command."""
    group = typer.Typer(help="Segmenters: our own and those of other packages.")
    group.command("list")(list_segmenters)
    group.callback()(lambda: None)
    app.add_typer(group, name="segmenters")


def list_segmenters(
    json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,
) -> None:
    """Every segmenter: what it outlines and needs, and the license of its weights."""
    from lesion_toolkit.segmentation.segmenters import segmenters

    found = segmenters()
    if json:
        import dataclasses
        import json as encoder

        content = {
            name: {**dataclasses.asdict(about), "installed": about.installed}
            for name, about in found.items()
        }
        typer.echo(encoder.dumps(content, indent=2))
        return
    for name, about in found.items():
        typer.echo(name)
        for line in _said(about):
            typer.echo(f"  {line}")


def _said(about: "About") -> list[str]:
    lines = [f"outlines: {about.finds}"]
    if about.choices:
        lines.append(f"choices: {', '.join(about.choices)} (NAME:CHOICE)")
    if about.package:
        way = f"pip install 'lesion-toolkit[{about.extra}]'" if about.extra else "no"
        installed = about.installed or f"not installed: {way}"
        lines.append(f"{about.package}: {installed}")
    if about.weights_license:
        lines.append(f"weights: {about.weights_license}")
    return lines
