"""``lesion-toolkit selftest``: phantoms through the whole chain on this machine."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from decimal import Decimal

    from lesion_toolkit.model.measurement import LesionMeasurement
    from lesion_toolkit.model.phase import PhaseSet
    from lesion_toolkit.model.volume import Mask
    from lesion_toolkit.phantoms.selftest_scenes import SelftestScene

PIXELS_OFF = {"whole_diameter_mm": 1.0, "viable_diameter_mm": 2.0}
"""From the true outline: the whole diameter is given but for its staircase; of the
viable one each end may be off by a pixel."""

SHARE_OFF_PCT = 5.0
"""From the true outline the viable share may be off by so many percentage points."""

CLICK_OFF_PCT = 10.0
"""From one click a diameter may be off by so much: half of what readers differ by."""

OVERLAP = 0.85
"""Dice overlap that one click must reach with the true lesion."""

FAILED = 1


@dataclass(frozen=True, slots=True)
class Check:
    """One measured quantity of a phantom beside its true value."""

    phantom: str
    lesion_from: str
    quantity: str
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

    Each is written as DICOM, loaded, registered and measured, once from its true
    outline and once from the lesion that one click finds.
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
    from lesion_toolkit.workflow import load_exam

    with TemporaryDirectory() as folder:
        write_selftest_scene(scene, Path(folder))
        phases = load_exam(folder)
    outline = scene.outline_on(phases.geometry)
    yield from _from_outline(scene, phases, outline)
    clicked = segment(phases, at_mm=scene.click_mm)
    yield from _from_click(scene, phases, clicked, outline)


def _from_outline(
    scene: "SelftestScene", phases: "PhaseSet", outline: "Mask"
) -> Iterator[Check]:
    """Measure inside the true outline: what the measurement alone is worth."""
    found, truth = _measured(phases, outline), scene.truth
    pixel_mm = max(phases.geometry.spacing_mm[1:])
    for name, pixels in PIXELS_OFF.items():
        limit = pixels * pixel_mm
        true, measured = getattr(truth, name), getattr(found, name)
        yield _check(scene.name, "outline", name, true, measured, limit)
    whole, viable = found.whole_volume_ml, found.viable_volume_ml
    share = None if whole is None or viable is None else 100 * viable / whole
    true = 100 * truth.viable_volume_ml / truth.whole_volume_ml
    name = "viable_share_pct"
    yield _check(scene.name, "outline", name, true, share, SHARE_OFF_PCT)


def _from_click(
    scene: "SelftestScene", phases: "PhaseSet", clicked: "Mask", outline: "Mask"
) -> Iterator[Check]:
    """Measure what one click finds: what the whole chain is worth."""
    both = float((clicked.array & outline.array).sum())
    overlap = 2 * both / float(clicked.array.sum() + outline.array.sum())
    yield _check(scene.name, "click", "overlap_dice", 1.0, overlap, 1 - OVERLAP)
    found = _measured(phases, clicked)
    for name in PIXELS_OFF:
        true, measured = getattr(scene.truth, name), getattr(found, name)
        limit = CLICK_OFF_PCT / 100 * true
        yield _check(scene.name, "click", name, true, measured, limit)


def _measured(phases: "PhaseSet", lesion: "Mask") -> "LesionMeasurement":
    from lesion_toolkit.workflow import measure

    return measure(phases, {"T1": lesion}).measurements[0]


def _check(
    phantom: str,
    lesion_from: str,
    name: str,
    true: float,
    measured: "Decimal | float | None",
    limit: float,
) -> Check:
    number = None if measured is None else round(float(measured), 2)
    quantity = name.replace("_", " ")
    return Check(
        phantom, lesion_from, quantity, round(true, 2), number, round(limit, 2)
    )


def _show(checks: list[Check]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(title="Phantoms with known answers, DICOM to diameter")
    for column in ("phantom", "lesion from", "quantity"):
        table.add_column(column)
    for column in ("true", "measured", "off by", "limit"):
        table.add_column(column, justify="right", no_wrap=True)
    table.add_column("")
    for check in checks:
        measured = check.measured
        table.add_row(
            check.phantom,
            check.lesion_from,
            check.quantity,
            f"{check.true:g}",
            "NE" if measured is None else f"{measured:g}",
            "" if measured is None else f"{measured - check.true:+.2f}",
            f"{check.limit:g}",
            "pass" if check.passed else "FAIL",
        )
    Console().print(table)
    failed = sum(not check.passed for check in checks)
    typer.echo(f"{len(checks) - failed} passed, {failed} failed")
