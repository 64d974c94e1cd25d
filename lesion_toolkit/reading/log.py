"""A reading: the log of what one reader did with one patient, never rewritten.

Undo, redo, autosave, recovery after a crash and the audit trail are this one log.
Taking something back adds an entry that says so; the acts that count are those not
taken back. Each entry carries a digest of itself and of the one before, so that a log
changed by anything but this code shows.
"""

import datetime
import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from pydantic import ValidationError

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.timeline import to_content
from lesion_toolkit.reading.events import (
    EVENT,
    Act,
    Event,
    Redone,
    Reopened,
    Signed,
    Undone,
)
from lesion_toolkit.reading.record import (
    Record,
    after,
    fold,
    record_of,
    replaced_by,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the log.

    Attributes
    ----------
    number
        1, 2, 3, ... within the reading.
    act
        Number of the first entry of what the reader did in one go; entries of one act
        are taken back together.
    time
        When, UTC.
    reader, version
        Who, and by which version of this software.
    event
        What.
    replaced
        JSON content of what stood in its place before; None where nothing did.
    digest
        SHA-256 of the entry before and this one, as hexadecimal digits.
    """

    number: int
    act: int
    time: datetime.datetime
    reader: str
    version: str
    event: Event
    replaced: Any
    digest: str = ""

    def to_json(self) -> str:
        """Everything but the digest, as one line of JSON: what the digest is of."""
        return json.dumps(
            {
                "number": self.number,
                "act": self.act,
                "time": self.time.isoformat(),
                "reader": self.reader,
                "version": self.version,
                "event": EVENT.dump_python(self.event, mode="json"),
                "replaced": self.replaced,
            },
            ensure_ascii=False,
            separators=(",", ":"),
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """One reader's account of one patient.

    Attributes
    ----------
    patient, reader
        Labels; never a name.
    entries
        The log, oldest first.
    record
        What it says now.
    """

    patient: str
    reader: str
    entries: tuple[Entry, ...]
    record: Record

    @property
    def is_signed(self) -> bool:
        """Whether the reading is locked by its reader's signature."""
        return _last_seal(self.entries) is Signed

    @property
    def signed_before(self) -> bool:
        """Whether it was ever signed: from then on other readers may see it."""
        return any(isinstance(entry.event, Signed) for entry in self.entries)


def begin(patient: str, reader: str) -> Reading:
    """Begin an empty reading.

    Raises
    ------
    InputRefused
        Patient or reader is unnamed.
    """
    if not patient.strip() or not reader.strip():
        raise InputRefused(
            "a reading without a patient or without a reader.",
            "a label for both.",
            "name them.",
        )
    return Reading(patient, reader, (), record_of(patient, reader, {}))


def done(reading: Reading, *acts: Act, at: datetime.datetime, version: str) -> Reading:
    """Do something, in one go: it is taken back in one go as well.

    Parameters
    ----------
    at
        When, with its time zone.
    version
        Of the software by which it is done.

    Raises
    ------
    InputRefused
        The reading is signed, or the acts contradict what it says.
    """
    _refuse_signed(reading)
    slots, replaced = reading.record.slots, []
    for act in acts:
        replaced.append(_json(replaced_by(slots, act)))
        slots = after(slots, act)
    record = record_of(reading.patient, reading.reader, slots)
    return _logged(reading, zip(acts, replaced, strict=True), record, at, version)


def undone(reading: Reading, *, at: datetime.datetime, version: str) -> Reading:
    """Take back the last act that counts; what was signed stays.

    Raises
    ------
    InputRefused
        There is nothing to take back, or the reading is signed.
    """
    _refuse_signed(reading)
    act = last_act(reading)
    if act is None:
        raise InputRefused(
            "nothing to undo.", "an act since the last signature.", "go on reading."
        )
    return _marked(reading, Undone(act), at, version)


def redone(reading: Reading, *, at: datetime.datetime, version: str) -> Reading:
    """Restore the act that was taken back last, unless something was done since.

    Raises
    ------
    InputRefused
        There is nothing to restore, or the reading is signed.
    """
    _refuse_signed(reading)
    act = next_act(reading)
    if act is None:
        raise InputRefused(
            "nothing to redo.", "an act that was just undone.", "go on reading."
        )
    return _marked(reading, Redone(act), at, version)


def signed(reading: Reading, *, at: datetime.datetime, version: str) -> Reading:
    """Sign and lock a reading."""
    _refuse_signed(reading)
    return _logged(reading, [(Signed(), None)], reading.record, at, version)


def reopened(
    reading: Reading, reason: str, *, at: datetime.datetime, version: str
) -> Reading:
    """Open a signed reading again.

    Raises
    ------
    InputRefused
        It is not signed, or no reason is given.
    """
    if not reading.is_signed or not reason.strip():
        found = "no reason" if reading.is_signed else "a reading that is not signed"
        raise InputRefused(
            f"{found}.",
            "a signed reading and the reason to change it.",
            "say why it is opened again.",
        )
    event = Reopened(reason.strip())
    return _logged(reading, [(event, None)], reading.record, at, version)


def standing_acts(reading: Reading) -> tuple[Act, ...]:
    """List the acts that count, oldest first."""
    return tuple(_acts(reading.entries))


def last_act(reading: Reading) -> int | None:
    """Find the act that undo would take back."""
    return next(reversed(_standing(_since_seal(reading.entries))), None)


def next_act(reading: Reading) -> int | None:
    """Find the act that redo would restore."""
    waiting: list[int] = []
    for entry in _since_seal(reading.entries):
        if isinstance(entry.event, Undone):
            waiting.append(entry.event.act)
        elif isinstance(entry.event, Redone):
            waiting.remove(entry.event.act)
        else:
            waiting.clear()
    return waiting[-1] if waiting else None


def reading_of(patient: str, reader: str, entries: Iterable[Entry]) -> Reading:
    """Put a reading together from its log."""
    log = tuple(entries)
    return Reading(patient, reader, log, fold(patient, reader, _acts(log)))


def entry_from_json(text: str, digest: str) -> Entry:
    """Read one line of a log, lengths as exact decimals.

    Raises
    ------
    InputRefused
        It is not an entry that this version knows.
    """
    try:
        content = json.loads(text, parse_float=Decimal)
        said = EVENT.validate_python(content["event"])
        time = datetime.datetime.fromisoformat(content["time"])
        return Entry(
            content["number"],
            content["act"],
            time,
            content["reader"],
            content["version"],
            said,
            json.loads(text)["replaced"],
            digest,
        )
    except (ValueError, KeyError, TypeError, ValidationError):
        raise InputRefused(
            "an entry of a reading that this version cannot read.",
            "an entry written by this version or an earlier one.",
            "update lesion-toolkit, or restore the store from its last copy.",
        ) from None


def first_digest(patient: str, reader: str) -> str:
    """Digest that stands before the first entry: of whose reading of whom it is."""
    return digest_after("", json.dumps([patient, reader]))


def digest_after(previous: str, text: str) -> str:
    """Digest of an entry's JSON that follows an entry of this digest."""
    return hashlib.sha256(f"{previous}\n{text}".encode()).hexdigest()


def _marked(
    reading: Reading, event: Event, at: datetime.datetime, version: str
) -> Reading:
    log = _logged(reading, [(event, None)], reading.record, at, version).entries
    return reading_of(reading.patient, reading.reader, log)


def _logged(
    reading: Reading,
    events: Iterable[tuple[Event, Any]],
    record: Record,
    at: datetime.datetime,
    version: str,
) -> Reading:
    """Append events as one act."""
    log = list(reading.entries)
    first = first_digest(reading.patient, reading.reader)
    act = len(log) + 1
    time = at.astimezone(datetime.UTC)
    for event, replaced in events:
        previous = log[-1].digest if log else first
        entry = Entry(len(log) + 1, act, time, reading.reader, version, event, replaced)
        log.append(replace(entry, digest=digest_after(previous, entry.to_json())))
    return replace(reading, entries=tuple(log), record=record)


def _acts(log: tuple[Entry, ...]) -> list[Act]:
    standing = _standing(log)
    marks = Undone | Redone | Signed | Reopened
    return [
        entry.event
        for entry in log
        if entry.act in standing and not isinstance(entry.event, marks)
    ]


def _standing(log: tuple[Entry, ...]) -> dict[int, None]:
    """Acts that count, oldest first."""
    standing: dict[int, None] = {}
    for entry in log:
        if isinstance(entry.event, Undone):
            del standing[entry.event.act]
        elif isinstance(entry.event, Redone):
            standing[entry.event.act] = None
        elif not isinstance(entry.event, Signed | Reopened):
            standing[entry.act] = None
    return standing


def _since_seal(log: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Entries since the reading was last signed or opened again."""
    last = 0
    for position, entry in enumerate(log, start=1):
        if isinstance(entry.event, Signed | Reopened):
            last = position
    return log[last:]


def _last_seal(log: tuple[Entry, ...]) -> type[Signed] | type[Reopened] | None:
    for entry in reversed(log):
        if isinstance(entry.event, Signed | Reopened):
            return type(entry.event)
    return None


def _refuse_signed(reading: Reading) -> None:
    if reading.is_signed:
        raise InputRefused(
            "a signed reading, which is locked.",
            "a reading that is open.",
            "reopen it with a reason, which is recorded.",
        )


def _json(value: Any) -> Any:
    """JSON content of what a slot held."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return json.loads(json.dumps(value, default=str))
    return to_content(value)
