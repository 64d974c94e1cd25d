"""``lesion-toolkit selftest``: phantoms through the whole chain on this machine."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from lesion_toolkit.phantoms.selftest_scenes import SelftestScene

DIAMETER_LIMIT_MM = 2.0
"""Largest tolerated error of a diameter: about 1.5 voxels of these phantoms."""

VOLUME_LIMIT_PCT = 10.0
"""Largest tolerated error of a volume between 20 and 40 mm (QIBA-like phantoms)."""

FAILED = 1


@dataclass(frozen=True, slots=True)
class Check:
    """One measured quantity beside its true value."""

    phantom: str
    quantity: str
    unit: str
    true: float
    measured: float | None
    limit: float

    @property
    def passed(self) -> bool:
        """Whether it was measured, and within the limit."""
        return (
            self.measured is not None and abs(self.measured - self.true) <= self.limit
        )


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("selftest")(selftest)


def selftest(
    json: Annotated[bool, typer.Option("--json", help="Print the figures.")] = False,
) -> None:
    """Send phantoms with known answers through the whole chain on this machine.

    Each is written as DICOM, loaded, registered, segmented from one click and measured.
    """
    from lesion_toolkit.phantoms.selftest_scenes import selftest_scenes

    checks = [check for scene in selftest_scenes() for check in _checks(scene)]
    if json:
        import json as encoder

        rows = [{**asdict(check), "passed": check.passed} for check in checks]
        typer.echo(encoder.dumps(rows, indent=2))
    else:
        _show(checks)
    if not all(check.passed for check in checks):
        raise typer.Exit(FAILED)


def _checks(scene: "SelftestScene") -> Iterator[Check]:
    from lesion_toolkit.phantoms.selftest_scenes import write_selftest_scene
    from lesion_toolkit.segmentation.click import segment
    from lesion_toolkit.workflow import load_exam, measure

    with TemporaryDirectory() as folder:
        write_selftest_scene(scene, Path(folder))
        phases = load_exam(folder)
    lesion = segment(phases, at_mm=scene.click_mm)
    found = measure(phases, {scene.tumor.lesion: lesion}).measurements[0]
    truth = scene.truth
    for name in ("whole_diameter_mm", "viable_diameter_mm"):
        yield _check(scene.name, name, truth, found, DIAMETER_LIMIT_MM)
    for name in ("whole_volume_ml", "viable_volume_ml"):
        limit = VOLUME_LIMIT_PCT / 100 * float(truth.whole_volume_ml)
        yield _check(scene.name, name, truth, found, limit)


def _check(
    phantom: str, name: str, truth: object, found: object, limit: float
) -> Check:
    words, _, unit = name.rpartition("_")
    measured = getattr(found, name)
    return Check(
        phantom,
        words.replace("_", " "),
        unit,
        round(float(getattr(truth, name)), 1),
        None if measured is None else float(measured),
        round(limit, 1),
    )


def _show(checks: list[Check]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(title="Phantoms with known answers, DICOM to diameter")
    for column in ("phantom", "quantity", "true", "measured", "off by", "limit", ""):
        is_text = column in ("phantom", "quantity", "")
        table.add_column(column, justify="left" if is_text else "right")
    for check in checks:
        measured = check.measured
        table.add_row(
            check.phantom,
            check.quantity,
            f"{check.true:.1f} {check.unit}",
            "NE" if measured is None else f"{measured:.1f} {check.unit}",
            "" if measured is None else f"{measured - check.true:+.1f}",
            f"{check.limit:.1f}",
            "pass" if check.passed else "FAIL",
        )
    Console().print(table)
    failed = sum(not check.passed for check in checks)
    typer.echo(f"{len(checks) - failed} passed, {failed} failed")
