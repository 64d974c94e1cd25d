"""Acts to do, and stores to keep them in: a file, and a real PostgreSQL server."""

import datetime
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

from lesion_toolkit.reading.store import open_store

NOW = {"at": datetime.datetime(2026, 1, 2, 9, 30, tzinfo=datetime.UTC), "version": "1"}


def postgresql(program):
    """Path of a program of PostgreSQL; None where it is not installed."""
    installed = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{program}"))
    return str(installed[-1]) if installed else shutil.which(program)


@pytest.fixture(scope="session")
def postgresql_server():
    """URL of a throw-away server on a socket of its own."""
    pytest.importorskip("psycopg", reason='needs "lesion-toolkit[postgresql]"')
    initdb, server = postgresql("initdb"), postgresql("pg_ctl")
    if not initdb or not server:
        pytest.skip("PostgreSQL is not installed")
    as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    # a short path: the name of a socket has no room for more
    folder = Path(tempfile.mkdtemp(prefix="pg", dir="/tmp"))
    if as_user:
        shutil.chown(folder, "postgres")
    quiet = {"check": True, "stdout": subprocess.DEVNULL, "cwd": "/"}
    cluster = [*as_user, server, "-D", str(folder / "db"), "-w"]
    options = f"-k {folder} -c listen_addresses=''"
    try:
        subprocess.run(
            [*as_user, initdb, "-D", str(folder / "db"), "-A", "trust", "-U", "lesion"],
            **quiet,
        )
        log = ["-l", str(folder / "log")]
        subprocess.run([*cluster, *log, "-o", options, "start"], **quiet)
        yield f"postgresql+psycopg://lesion@/{{}}?host={folder}"
        subprocess.run([*cluster, "-m", "immediate", "stop"], **quiet)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def new_database(server, name):
    """Make an empty database; say where it is."""
    import psycopg

    socket = server.partition("host=")[2]
    with psycopg.connect(
        f"host={socket} user=lesion dbname=postgres", autocommit=True
    ) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return server.format(name)


@pytest.fixture
def database(request, postgresql_server):
    """An empty database of the throw-away server."""
    return new_database(postgresql_server, f"t{abs(hash(request.node.nodeid))}")


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request, tmp_path):
    """Where a store is: a file, or a database of a real server."""
    if request.param == "sqlite":
        return str(tmp_path / "readings.sqlite")
    return request.getfixturevalue("database")


@pytest.fixture
def store(where):
    """An empty store."""
    opened = open_store(where)
    yield opened
    opened.engine.dispose()
