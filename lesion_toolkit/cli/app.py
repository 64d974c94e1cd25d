"""The ``lesion-toolkit`` command: one module a command, errors become exit codes.

Exit codes: 0 done, 1 some cases failed, 2 usage, 3 input refused.
"""

import pkgutil
import sys
from importlib import import_module
from typing import NoReturn

import typer

import lesion_toolkit.cli
from lesion_toolkit import __version__
from lesion_toolkit.errors import InputRefused, UsageRefused

USAGE, REFUSED = 2, 3

app = typer.Typer(
    name="lesion-toolkit",
    help="From arterial-phase DICOM of the liver to viable tumor and response.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(__version__)
        raise typer.Exit


@app.callback()
def _options(
    version: bool = typer.Option(
        False, "--version", callback=_print_version, is_eager=True, help="Print it."
    ),
) -> None:
    """From arterial-phase DICOM of the liver to viable tumor and response."""


def register() -> None:
    """Add every module of this package that offers ``register(app)``."""
    for module in pkgutil.iter_modules(lesion_toolkit.cli.__path__):
        if module.name != "app":
            import_module(f"{lesion_toolkit.cli.__name__}.{module.name}").register(app)


def run() -> None:
    """Run the command line; a refusal is one paragraph on standard error."""
    register()
    try:
        app()
    except (InputRefused, UsageRefused) as refusal:
        _refuse(refusal)
    except OSError as fault:  # without its file name, which may be a patient's
        _refuse(
            InputRefused(
                f"a file or folder that the system refused ({fault.strerror}).",
                "files that may be read, a folder that may be written to, and space.",
                "check the paths and the permissions, or choose another folder.",
            )
        )


def _refuse(refusal: InputRefused | UsageRefused) -> NoReturn:
    typer.secho("Refused. ", fg="red", bold=True, nl=False, err=True)
    typer.echo(str(refusal), err=True)
    sys.exit(REFUSED if isinstance(refusal, InputRefused) else USAGE)
