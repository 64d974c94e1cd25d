"""The tables of a store, brought up to date when it is opened."""

import sqlalchemy as sa
from alembic.command import upgrade
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from lesion_toolkit.errors import InputRefused

LOCK = 7_302_026
"""Of PostgreSQL: two programs that open a new store at once make its tables once."""


def up_to_date(engine: sa.Engine) -> None:
    """Make or renew the tables.

    Raises
    ------
    InputRefused
        The store was made by a newer version, or holds tables of something else.
    """
    config = Config()
    config.set_main_option("script_location", "lesion_toolkit.reading:migrations")
    scripts = ScriptDirectory.from_config(config)
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(LOCK)))
        now = MigrationContext.configure(connection).get_current_revision()
        if now == scripts.get_current_head():
            return
        known = {script.revision for script in scripts.walk_revisions()}
        if now is not None and now not in known:
            raise InputRefused(
                "a store made by a newer version of lesion-toolkit.",
                "a store of this version or an earlier one.",
                "update lesion-toolkit.",
            )
        if now is None and sa.inspect(connection).get_table_names():
            raise InputRefused(
                "a database that holds something else.",
                "a store of readings, or an empty database.",
                "name another with --store.",
            )
        config.attributes["connection"] = connection
        upgrade(config, "head")
