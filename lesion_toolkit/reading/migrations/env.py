"""Bring a store that is already connected to up to date."""

from alembic import context

from lesion_toolkit.reading.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"], target_metadata=METADATA
)
context.run_migrations()
