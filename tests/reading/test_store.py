import sqlite3
import subprocess
import sys

import numpy as np
import pytest
import sqlalchemy as sa

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.volume import Mask
from lesion_toolkit.reading import events as e
from lesion_toolkit.reading import store as store_module
from lesion_toolkit.reading.log import done, reopened, signed, undone
from lesion_toolkit.reading.store import open_store

from .acts import BEGINNING, ONE_OF_EACH
from .conftest import NOW

ADD_COMMENTS = """
import datetime, sys
from lesion_toolkit.reading.events import Commented
from lesion_toolkit.reading.log import done
from lesion_toolkit.reading.store import open_store
store = open_store(sys.argv[1])
reading = store.begin("P01", sys.argv[2])
log = store.load(reading, sys.argv[2])
for n in range(40):
    at = datetime.datetime.now(datetime.UTC)
    log = done(log, Commented(str(n)), at=at, version="1")
    store.append(reading, log)
"""


def stored(store, *acts, reader="R1"):
    """Do acts in the reading of a reader, one after another."""
    id_ = store.begin("P01", reader)
    log = store.load(id_, reader)
    for act in acts:
        log = done(log, act, **NOW)
        store.append(id_, log)
    return id_, log


def test_a_reading_comes_back_as_it_was(store):
    id_, log = stored(store, *ONE_OF_EACH)
    log = undone(log, **NOW)
    store.append(id_, log)
    again = store.load(id_, "R1")
    assert again.entries == log.entries
    assert again.record == log.record


def test_a_reader_has_one_reading_of_a_patient(store):
    assert store.begin("P01", "R1") == store.begin("P01", "R1")
    assert store.begin("P01", "R2") != store.begin("P01", "R1")
    assert store.begin("P02", "R1") != store.begin("P01", "R1")


def test_a_store_opens_again_with_all_that_was_in_it(store, where):
    id_, log = stored(store, *BEGINNING)
    again = open_store(where)
    assert again.load(id_, "R1").entries == log.entries
    again.engine.dispose()


def test_the_list_says_whose_how_long_and_whether_signed(store):
    id_, log = stored(store, *BEGINNING)
    stored(store, reader="R2")
    store.append(id_, signed(log, **NOW))
    first, second = store.readings("P01")
    assert (first.patient, first.reader, first.entries) == ("P01", "R1", 5)
    assert (first.signed, first.ever_signed) == (True, True)
    assert (second.entries, second.changed, second.signed) == (0, None, False)
    store.append(id_, reopened(store.load(id_, "R1"), "typo", **NOW))
    first, _ = store.readings()
    assert (first.signed, first.ever_signed) == (False, True)
    assert store.readings("P02") == ()


def test_readers_are_blinded_to_one_another_until_signed(store):
    id_, log = stored(store, *BEGINNING)
    with pytest.raises(InputRefused, match="never signed"):
        store.load(id_, "R2")
    store.append(id_, signed(log, **NOW))
    assert store.load(id_, "R2").record.timeline.lesions


def test_a_second_writer_is_told_and_nothing_is_lost(store):
    id_, log = stored(store, *BEGINNING)
    here = done(log, e.Commented("here"), **NOW)
    there = done(log, e.Commented("there"), **NOW)
    store.append(id_, here)
    for late in (there, done(there, e.Commented("more"), **NOW), log):
        if late is log:
            continue
        with pytest.raises(InputRefused, match="another window"):
            store.append(id_, late)
    assert store.load(id_, "R1").entries == here.entries
    with pytest.raises(InputRefused, match="another window"):
        store.append(id_, log)


def test_two_programs_on_one_store_lose_nothing(store, where):
    command = [sys.executable, "-c", ADD_COMMENTS, where]
    both = [subprocess.Popen([*command, reader]) for reader in ("R1", "R2")]
    assert [program.wait(120) for program in both] == [0, 0]
    assert [line.entries for line in store.readings()] == [40, 40]
    for line in store.readings():
        assert store.load(line.id, line.reader).record.comments["", ""] == "39"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entries SET content = 'x'",
        "DELETE FROM entries",
        "DELETE FROM masks",
        "UPDATE readings SET reader = 'R2'",
        "DELETE FROM readings",
    ],
)
def test_the_tables_refuse_to_change_what_stands_in_them(store, statement):
    stored(store, *BEGINNING)
    with store.engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO masks VALUES ('a', '')")
        with pytest.raises(sa.exc.DBAPIError, match="never changed"):
            connection.exec_driver_sql(statement)


@pytest.mark.parametrize(
    ("number", "change"),
    [
        (1, "UPDATE entries SET content = replace(content, 'CT', 'MR')"),
        (3, "UPDATE entries SET digest = '0' WHERE number = 3"),
        (2, "DELETE FROM entries WHERE number = 2"),
        (1, "UPDATE entries SET number = 9 - number"),
        (4, "UPDATE entries SET kind = 'signed' WHERE number = 4"),
        (4, "UPDATE entries SET time = '2001-01-01 00:00:00.000000' WHERE number = 4"),
        (1, "UPDATE readings SET reader = 'R2'"),
        (1, "UPDATE readings SET patient = 'P02'"),
    ],
)
def test_a_log_that_somebody_changed_shows_where(tmp_path, number, change):
    store = open_store(tmp_path / "readings.sqlite")
    id_, _ = stored(store, *BEGINNING)
    raw = sqlite3.connect(tmp_path / "readings.sqlite")
    for trigger in ("entries_no_update", "entries_no_delete", "readings_no_update"):
        raw.execute(f"DROP TRIGGER {trigger}")
    raw.execute(change)
    raw.commit()
    raw.close()
    for reader in ("R1", "R2"):
        with pytest.raises(InputRefused, match=f"entry {number} is not what was"):
            store.load(id_, reader)
    store.engine.dispose()


def test_an_outline_is_kept_once(store):
    array = np.zeros((4, 5, 6), bool)
    array[1:3, 2:4, 3:5] = True
    mask = Mask(
        array, Geometry.from_axes((4, 5, 6), origin_mm=(0, 0, 0), spacing_mm=(1, 1, 1))
    )
    digest = store.add_mask(mask)
    assert store.add_mask(mask) == digest
    assert store.kept_masks([digest, "f" * 64]) == {digest}
    assert store.kept_masks([]) == frozenset()
    assert np.array_equal(store.mask(digest).array, array)
    with pytest.raises(InputRefused):
        store.mask("f" * 64)


def test_an_unknown_reading_is_refused(store):
    with pytest.raises(InputRefused, match="no reading of this id"):
        store.load("nonsense", "R1")


def test_a_file_keeps_each_entry_on_the_disk(tmp_path):
    store = open_store(tmp_path / "deep" / "readings.sqlite")
    with store.engine.begin() as connection:
        ask = connection.exec_driver_sql
        assert ask("PRAGMA journal_mode").scalar() == "wal"
        assert ask("PRAGMA synchronous").scalar() == 2
        assert ask("PRAGMA foreign_keys").scalar() == 1
    store.engine.dispose()


def test_a_store_of_a_newer_version_is_left_alone(store, where):
    with store.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '999'")
    with pytest.raises(InputRefused, match="newer version"):
        open_store(where)


def test_a_database_of_something_else_is_left_alone(tmp_path):
    raw = sqlite3.connect(tmp_path / "other.sqlite")
    raw.execute("CREATE TABLE recipes (name)")
    raw.close()
    with pytest.raises(InputRefused, match="holds something else"):
        open_store(tmp_path / "other.sqlite")


def test_a_file_that_is_no_store_is_refused(tmp_path):
    (tmp_path / "notes.txt").write_text("not a database at all" * 100)
    with pytest.raises(InputRefused, match="no store"):
        open_store(tmp_path / "notes.txt")


def test_a_folder_in_place_of_a_file_is_refused(tmp_path):
    with pytest.raises(InputRefused, match="cannot be opened"):
        open_store(tmp_path)
    (tmp_path / "file").write_text("")
    with pytest.raises(InputRefused, match="no folder"):
        open_store(tmp_path / "file" / "readings.sqlite")


def test_a_locked_store_is_told_and_nothing_is_lost(tmp_path, monkeypatch):
    monkeypatch.setattr(store_module, "WAIT_S", 0)
    file = tmp_path / "readings.sqlite"
    store = open_store(file)
    id_, log = stored(store, *BEGINNING)
    raw = sqlite3.connect(file, isolation_level=None)
    raw.execute("BEGIN IMMEDIATE")
    with pytest.raises(InputRefused, match="locked"):
        store.append(id_, done(log, e.Commented("x"), **NOW))
    raw.execute("ROLLBACK")
    raw.close()
    store.append(id_, done(log, e.Commented("x"), **NOW))
    assert len(store.load(id_, "R1").entries) == 5
    store.engine.dispose()


def test_a_full_disk_is_told_and_nothing_is_half_written(tmp_path):
    store = open_store(tmp_path / "readings.sqlite")
    id_, log = stored(store, *BEGINNING)
    with store.engine.begin() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    with pytest.raises(InputRefused, match="full disk"):
        store.append(id_, done(log, *[e.Commented("x" * 4000)] * 9, **NOW))
    assert store.load(id_, "R1").entries == log.entries
    store.engine.dispose()


def test_an_unreachable_server_is_said_without_its_password():
    pytest.importorskip("psycopg")
    with pytest.raises(InputRefused, match="cannot be reached") as refusal:
        open_store("postgresql+psycopg://user:secret@127.0.0.1:1/none")
    assert "secret" not in str(refusal.value)


@pytest.mark.parametrize("address", ["foo://x/y", "postgresql+psycopg://h:port/n"])
def test_an_address_that_is_none_is_told_in_words(address):
    with pytest.raises(InputRefused, match="address of a database"):
        open_store(address)


def test_a_missing_driver_is_told_with_how_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(InputRefused, match=r"lesion-toolkit\[postgresql\]"):
        open_store("postgresql+psycopg://user@host/name")
