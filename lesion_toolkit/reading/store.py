"""Where readings are kept: one SQLite file, or PostgreSQL for a department.

An entry is on the disk when the call that stored it returns. Entries are added, never
changed: the tables refuse it, and each entry's digest holds that of the one before.
"""

import datetime
import uuid
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from platformdirs import user_data_path
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.volume import Mask
from lesion_toolkit.reading.log import (
    Entry,
    Reading,
    begin,
    digest_after,
    entry_from_json,
    first_digest,
    reading_of,
)
from lesion_toolkit.reading.masks import digest_of, from_bytes, to_bytes
from lesion_toolkit.reading.schema import up_to_date
from lesion_toolkit.reading.tables import ENTRIES, MASKS, READINGS

FILE = "readings.sqlite"
WAIT_S = 10
"""How long one writer waits for another."""


@dataclass(frozen=True, slots=True)
class ReadingLine:
    """One reading in the list of a store.

    ``entries`` is how long its log is, ``changed`` when it last grew.
    """

    id: str
    patient: str
    reader: str
    begun: datetime.datetime
    entries: int
    changed: datetime.datetime | None
    signed: bool
    ever_signed: bool


@dataclass(frozen=True, slots=True)
class Store:
    """Readings of many patients by many readers."""

    engine: sa.Engine

    def begin(self, patient: str, reader: str) -> str:
        """Give the reading of this patient by this reader, a new one where needed."""
        begin(patient, reader)  # refuses what cannot be named
        known = sa.select(READINGS.c.id).where(
            READINGS.c.patient == patient, READINGS.c.reader == reader
        )
        row = {
            "id": uuid.uuid4().hex,
            "patient": patient,
            "reader": reader,
            "begun": datetime.datetime.now(datetime.UTC),
        }
        with _told():
            with suppress(IntegrityError), self.engine.begin() as connection:
                if connection.execute(known).scalar() is None:
                    connection.execute(sa.insert(READINGS), row)
            # a program that was faster has begun the same reading
            with self.engine.begin() as connection:
                return str(connection.execute(known).scalar_one())

    def readings(self, patient: str | None = None) -> tuple[ReadingLine, ...]:
        """List the readings there are, of one patient or of all, the oldest first."""
        seals = ("signed", "reopened")
        sealed = sa.case((ENTRIES.c.kind.in_(seals), ENTRIES.c.number))
        signature = sa.case((ENTRIES.c.kind == "signed", ENTRIES.c.number))
        wanted = (
            sa.select(
                READINGS,
                sa.func.count(ENTRIES.c.number),
                sa.func.max(ENTRIES.c.time),
                sa.func.max(sealed),
                sa.func.max(signature),
            )
            .outerjoin(ENTRIES)
            .group_by(READINGS.c.id)
            .order_by(READINGS.c.begun)
        )
        if patient is not None:
            wanted = wanted.where(READINGS.c.patient == patient)
        with _told(), self.engine.begin() as connection:
            rows = connection.execute(wanted).all()
        return tuple(
            ReadingLine(
                *(row[0], row[1], row[2], row[3], row[4], row[5]),
                signed=row[7] is not None and row[6] == row[7],
                ever_signed=row[7] is not None,
            )
            for row in rows
        )

    def load(self, reading: str, reader: str) -> Reading:
        """Read a reading and prove that nobody changed its log.

        Parameters
        ----------
        reading
            Its id.
        reader
            Who asks: a reading of somebody else is shown once it was signed.

        Raises
        ------
        InputRefused
            There is none, it is blinded, or its log was tampered with.
        """
        wanted = sa.select(ENTRIES).where(ENTRIES.c.reading == reading)
        with _told(), self.engine.begin() as connection:
            about = connection.execute(
                sa.select(READINGS).where(READINGS.c.id == reading)
            ).one_or_none()
            rows = connection.execute(wanted.order_by(ENTRIES.c.number)).all()
        if about is None:
            raise InputRefused(
                "no reading of this id.",
                "a reading of this store.",
                "list them with `lesion-toolkit readings list`.",
            )
        entries = _proven(rows, first_digest(about.patient, about.reader))
        found = reading_of(about.patient, about.reader, entries)
        if about.reader != reader and not found.signed_before:
            raise InputRefused(
                "a reading of another reader that was never signed.",
                "a reading of your own, or a signed one.",
                "readers are blinded to one another until they sign.",
            )
        return found

    def append(self, reading: str, log: Reading) -> None:
        """Store what was added to a log since it was read.

        Raises
        ------
        InputRefused
            Somebody else has added to this reading meanwhile; nothing is written.
        """
        known = sa.select(ENTRIES.c.number, ENTRIES.c.digest).where(
            ENTRIES.c.reading == reading
        )
        with _told(), self.engine.begin() as connection:
            last = connection.execute(
                known.order_by(ENTRIES.c.number.desc()).limit(1)
            ).one_or_none()
            count, digest = (0, "") if last is None else last
            same = count <= len(log.entries) and (
                count == 0 or log.entries[count - 1].digest == digest
            )
            if not same:
                raise _another_writer()
            rows = [_row(reading, entry) for entry in log.entries[count:]]
            if rows:
                connection.execute(sa.insert(ENTRIES), rows)

    def add_mask(self, mask: Mask) -> str:
        """Keep an outline; the same voxels are kept once.

        Returns
        -------
        str
            Its digest.
        """
        digest = digest_of(mask)
        known = sa.select(MASKS.c.digest).where(MASKS.c.digest == digest)
        row = {"digest": digest, "content": to_bytes(mask)}
        # one that is added by two programs at once is there as well
        with (
            _told(),
            suppress(IntegrityError),
            self.engine.begin() as connection,
        ):
            if connection.execute(known).scalar() is None:
                connection.execute(sa.insert(MASKS), row)
        return digest

    def kept_masks(self, digests: Collection[str]) -> frozenset[str]:
        """Tell which outlines of these digests are kept."""
        wanted = sa.select(MASKS.c.digest).where(MASKS.c.digest.in_(digests))
        with _told(), self.engine.begin() as connection:
            return frozenset(connection.execute(wanted).scalars())

    def mask(self, digest: str) -> Mask:
        """Give an outline back.

        Raises
        ------
        InputRefused
            There is none of this digest, or it is no longer the same.
        """
        wanted = sa.select(MASKS.c.content).where(MASKS.c.digest == digest)
        with _told(), self.engine.begin() as connection:
            packed = connection.execute(wanted).scalar()
        return from_bytes(packed or b"", digest)


def open_store(where: str | Path | None = None) -> Store:
    """Open a store, making it where there is none.

    Parameters
    ----------
    where
        A file (SQLite), or the URL of a database
        (``postgresql+psycopg://user@host/name``); a file in the user's data folder
        where it is not given.

    Raises
    ------
    InputRefused
        It cannot be opened, is no store, or was made by a newer version.
    """
    try:
        engine = sa.create_engine(_url(where))
    except InputRefused:
        raise
    except (ArgumentError, ImportError, ValueError):
        raise InputRefused(
            "the address of a database that cannot be used here.",
            "a file, or postgresql+psycopg://user@host/name.",
            'check it; PostgreSQL needs pip install "lesion-toolkit[postgresql]".',
        ) from None
    if engine.dialect.name == "sqlite":
        sa.event.listen(engine, "connect", _durable)
        sa.event.listen(engine, "begin", _write_at_once)
    try:
        with _told():
            up_to_date(engine)
    except InputRefused:
        engine.dispose()
        raise
    return Store(engine)


def _url(where: str | Path | None) -> sa.URL:
    if isinstance(where, str) and "://" in where:
        return sa.make_url(where)
    file = Path(where) if where else user_data_path("lesion-toolkit") / FILE
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise InputRefused(
            "no folder in which a store could be made.",
            "a folder that can be written to.",
            "name another file with --store.",
        ) from None
    return sa.URL.create("sqlite", database=str(file))


def _durable(connection: Any, _: Any) -> None:
    """SQLite: on the disk at each commit, readers beside one writer."""
    connection.isolation_level = None  # transactions are begun by _write_at_once
    for setting in (
        f"busy_timeout={WAIT_S * 1000}",
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
    ):
        connection.execute(f"PRAGMA {setting}")


def _write_at_once(connection: sa.Connection) -> None:
    """Wait for another writer at the beginning, where nothing is half done yet."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _row(reading: str, entry: Entry) -> dict[str, Any]:
    return {
        "reading": reading,
        "number": entry.number,
        "kind": entry.event.kind,
        "time": entry.time,
        "content": entry.to_json(),
        "digest": entry.digest,
    }


def _proven(rows: Sequence[Any], first: str) -> tuple[Entry, ...]:
    """Follow the digests from the first entry to the last, and read the entries."""
    entries, before = [], first
    for number, row in enumerate(rows, start=1):
        before = digest_after(before, row.content)
        entry = (
            entry_from_json(row.content, row.digest) if row.digest == before else None
        )
        if entry is None or (entry.event.kind, entry.time, entry.number) != (
            row.kind,
            _in_utc(row.time),
            row.number,
        ):
            raise InputRefused(
                f"a log whose entry {number} is not what was written.",
                "a log that nobody changed.",
                "restore the store from its last copy; do not go on with this one.",
            )
        entries.append(entry)
    return tuple(entries)


def _in_utc(time: datetime.datetime) -> datetime.datetime:
    """SQLite keeps no time zone: what is stored is UTC."""
    return time if time.tzinfo else time.replace(tzinfo=datetime.UTC)


def _another_writer() -> InputRefused:
    return InputRefused(
        "a reading that was changed in another window.",
        "one writer at a time.",
        "close one of the two and open the reading again; nothing stored is lost.",
    )


FAULTS = (
    ("locked", "a store that another program has locked", "close the other program"),
    ("full", "a full disk", "make room; what was stored before is safe"),
    ("readonly", "a store that cannot be written to", "name another with --store"),
    ("not a database", "a file that is no store", "name another with --store"),
    ("unable to open", "a file that cannot be opened", "name another with --store"),
    ("malformed", "a damaged store", "restore it from its last copy"),
)
"""What a database says, what that means, and what to do."""
UNREACHED = ["a store that cannot be reached", "check its address"]


@contextmanager
def _told() -> Iterator[None]:
    """Say in words what a database refuses; statements and values are not repeated."""
    try:
        yield
    except IntegrityError:
        raise _another_writer() from None
    except DBAPIError as fault:
        said = str(fault.orig)
        meant = (words for sign, *words in FAULTS if sign in said)
        found, next_step = next(meant, UNREACHED)
        raise InputRefused(
            f"{found}.", "a store that can be read and written.", f"{next_step}."
        ) from None
