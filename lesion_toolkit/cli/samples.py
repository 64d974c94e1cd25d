"""``lesion-toolkit samples``: the sample cases that ship with the package."""

import json
from pathlib import Path
from typing import Annotated

import typer

Name = Annotated[str, typer.Argument(help="Name of the sample case.")]

samples = typer.Typer(help="List, copy or rebuild sample cases.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add ``samples list``, ``samples get`` and ``samples build``."""
    app.add_typer(samples, name="samples")


@samples.command("list")
def list_samples(
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Name every sample case."""
    from lesion_toolkit.phantoms.samples import SAMPLES

    if as_json:
        rows = [{"name": one.name, "description": one.description} for one in SAMPLES]
        typer.echo(json.dumps(rows, indent=2))
        return
    for one in SAMPLES:
        typer.echo(f"{one.name}  {one.description}")


@samples.command("get")
def get_sample(
    name: Name,
    directory: Annotated[Path, typer.Argument(help="Where to put it.")] = Path(),
) -> None:
    """Copy a sample case into a folder."""
    from lesion_toolkit.phantoms.samples import copy_sample

    typer.echo(copy_sample(name, directory))


@samples.command("build")
def build(
    name: Name,
    directory: Annotated[Path, typer.Argument(help="Where to write it.")],
) -> None:
    """Compute a sample case anew, byte for byte as it ships."""
    from lesion_toolkit.phantoms.samples import build_sample

    typer.echo(build_sample(name, directory))
