"""Killed at any moment: what was stored is there, and the store opens."""

import os
import random
import signal
import time

import pytest

from lesion_toolkit.reading import events as e
from lesion_toolkit.reading.log import done
from lesion_toolkit.reading.store import open_store

from .conftest import NOW


def write_until_killed(where, told):
    """Add entries as fast as possible; tell the number of each once it is stored."""
    store = open_store(where)
    id_ = store.begin("P01", "R1")
    log = store.load(id_, "R1")
    while True:
        log = done(log, e.Commented(str(len(log.entries))), **NOW)
        store.append(id_, log)
        os.write(told, f"{len(log.entries)}\n".encode())


def killed_after(seconds, where):
    """Let a program write for so long, kill it, give the last number it told."""
    told, tell = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            write_until_killed(where, tell)
        finally:
            os._exit(1)
    os.close(tell)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    with os.fdopen(told) as lines:
        numbers = [int(line) for line in lines.read().splitlines()]
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), "the program ended by itself"
    return numbers[-1] if numbers else 0


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
@pytest.mark.parametrize(("place", "kills"), [("file", 200), ("postgresql", 30)])
def test_a_program_killed_at_any_moment_loses_no_stored_entry(
    tmp_path, request, place, kills
):
    if place == "file":
        where = str(tmp_path / "readings.sqlite")
    else:
        where = request.getfixturevalue("database")
    moments = random.Random(20260118)
    known = 0
    for _ in range(kills):
        # from before the store is open to well into writing
        told = killed_after(moments.uniform(0.0, 0.2), where)
        store = open_store(where)
        log = store.load(store.begin("P01", "R1"), "R1")
        store.engine.dispose()
        assert len(log.entries) >= max(told, known)
        known = len(log.entries)
    assert known > kills, "too little was written to show anything"
