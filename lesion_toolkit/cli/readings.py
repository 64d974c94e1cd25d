"""``lesion-toolkit readings``: who read whom, and everything that was done."""

import datetime
import json as encoder
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lesion_toolkit import __version__

if TYPE_CHECKING:
    from lesion_toolkit.reading.log import Entry
    from lesion_toolkit.reading.store import ReadingLine, Store

StoreOption = Annotated[
    str,
    typer.Option(
        "--store",
        envvar="LESION_TOOLKIT_STORE",
        help="File, or URL of a database; a file in your data folder by default.",
    ),
]
ReaderOption = Annotated[
    str,
    typer.Option(
        "--reader",
        envvar="LESION_TOOLKIT_READER",
        help="Who asks: readings of others show once they were signed.",
    ),
]
IdArgument = Annotated[str, typer.Argument(help="Id, as the list gives it.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print as JSON.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(help="Readings: list, audit trail, timeline, signature.")
    group.command("list")(list_readings)
    group.command("log")(log)
    group.command("timeline")(timeline)
    group.command("sign")(sign)
    group.command("reopen")(reopen)
    app.add_typer(group, name="readings")


def list_readings(store: StoreOption = "", json: JsonOption = False) -> None:
    """Every reading of a store: whose, how long, and whether it is signed."""
    lines = _store(store).readings()
    if json:
        typer.echo(encoder.dumps([_content(line) for line in lines], indent=2))
        return
    for line in lines:
        stands = "signed" if line.signed else "open"
        last = f", last {line.changed:%Y-%m-%d %H:%M}" if line.changed else ""
        typer.echo(f"{line.id}  {line.patient}  by {line.reader}: {stands}")
        typer.echo(f"  {line.entries} entries{last} UTC" if last else "  no entries")
    if not lines:
        typer.echo("No readings yet: open a patient with `lesion-toolkit view`.")


def log(
    reading: IdArgument,
    store: StoreOption = "",
    reader: ReaderOption = "",
    json: JsonOption = False,
) -> None:
    """Audit trail of a reading: when, who, by which version, what, what it replaced."""
    entries = _store(store).load(reading, reader).entries
    if json:
        content = [{**encoder.loads(e.to_json()), "digest": e.digest} for e in entries]
        typer.echo(encoder.dumps(content, indent=2, ensure_ascii=False))
        return
    for entry in entries:
        typer.echo(_said(entry))


def timeline(
    reading: IdArgument,
    store: StoreOption = "",
    reader: ReaderOption = "",
    out: Annotated[Path | None, typer.Option(help="File to write.")] = None,
) -> None:
    """Timeline JSON of a reading, for ``assess`` and ``report``."""
    text = _store(store).load(reading, reader).record.timeline.to_json()
    if out is None:
        typer.echo(text)
        return
    from lesion_toolkit.export.files import write_whole

    write_whole(out, text + "\n")


def sign(
    reading: IdArgument, store: StoreOption = "", reader: ReaderOption = ""
) -> None:
    """Sign a reading of your own: it is locked, and others may see it."""
    from lesion_toolkit.reading.log import signed

    _changed(store, reading, reader, lambda known, **now: signed(known, **now))


def reopen(
    reading: IdArgument,
    reason: Annotated[str, typer.Option(help="Why it is changed; it is recorded.")],
    store: StoreOption = "",
    reader: ReaderOption = "",
) -> None:
    """Open a signed reading of your own again."""
    from lesion_toolkit.reading.log import reopened

    def again(known: Any, **now: Any) -> Any:
        return reopened(known, reason, **now)

    _changed(store, reading, reader, again)


def _changed(where: str, reading: str, reader: str, change: Any) -> None:
    from lesion_toolkit.errors import InputRefused

    store = _store(where)
    known = store.load(reading, reader)
    if known.reader != reader:
        raise InputRefused(
            "a reading of another reader.",
            "a reading of your own.",
            "name yourself with --reader.",
        )
    now = datetime.datetime.now(datetime.UTC)
    store.append(reading, change(known, at=now, version=__version__))


def _store(where: str) -> "Store":
    from lesion_toolkit.reading.store import open_store

    return open_store(where or None)


def _content(line: "ReadingLine") -> dict[str, Any]:
    return {
        "id": line.id,
        "patient": line.patient,
        "reader": line.reader,
        "begun": line.begun.isoformat(),
        "changed": line.changed and line.changed.isoformat(),
        "entries": line.entries,
        "signed": line.signed,
    }


def _said(entry: "Entry") -> str:
    """One line: number, time, reader, version, event, and what stood there before."""
    event = encoder.loads(entry.to_json())["event"]
    kind = event.pop("kind")
    said = ", ".join(
        f"{k} {_short(v)}" for k, v in event.items() if v not in (None, "")
    )
    was = "" if entry.replaced is None else f" (was {_short(entry.replaced)})"
    head = f"{entry.number:4d}  {entry.time:%Y-%m-%d %H:%M:%S}  {entry.reader}"
    return f"{head}  {entry.version}  {kind}: {said}{was}".rstrip(": ")


SHORTEST = 60


def _short(value: Any) -> str:
    """Sizes of a measurement, the name of anything else that has one."""
    if not isinstance(value, dict):
        text = encoder.dumps(value, ensure_ascii=False).strip('"')
        return text if len(text) <= SHORTEST else f"{text[:SHORTEST]}..."
    named = [value[k] for k in ("id", "lesion", "name", "label") if value.get(k)]
    sizes = [f"{k} {v}" for k, v in value.items() if k.endswith("_mm") and _plain(v)]
    return " ".join([*map(str, named), *sizes]) or str(value.get("status", ""))


def _plain(value: Any) -> bool:
    return isinstance(value, int | float)
