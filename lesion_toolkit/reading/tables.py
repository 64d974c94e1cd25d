"""Tables of a store of readings."""

from sqlalchemy import (
    Column,
    DateTime,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

METADATA = MetaData()

READINGS = Table(
    "readings",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("patient", String(128), nullable=False, index=True),
    Column("reader", String(128), nullable=False),
    Column("begun", DateTime(timezone=True), nullable=False),
    UniqueConstraint("patient", "reader"),
)
"""One row a reading; one reading of a patient by a reader."""

ENTRIES = Table(
    "entries",
    METADATA,
    Column("reading", ForeignKey("readings.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(32), nullable=False),
    Column("time", DateTime(timezone=True), nullable=False),
    Column("content", Text, nullable=False),
    Column("digest", String(64), nullable=False),
)
"""One row an entry of a log; ``content`` is the text that ``digest`` is of."""

MASKS = Table(
    "masks",
    METADATA,
    Column("digest", String(64), primary_key=True),
    Column("content", LargeBinary, nullable=False),
)
"""Outlines by what they hold."""
