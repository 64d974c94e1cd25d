import json

import pytest
from typer.testing import CliRunner

from lesion_toolkit.cli.app import app, register
from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.timeline import Timeline
from lesion_toolkit.reading.log import done, undone
from lesion_toolkit.reading.store import open_store
from tests.reading.acts import BEGINNING, measured
from tests.reading.conftest import NOW

register()


@pytest.fixture
def reading(tmp_path, monkeypatch):
    """Id of a reading of R1: a tumor measured twice, the second time undone."""
    where = str(tmp_path / "readings.sqlite")
    monkeypatch.setenv("LESION_TOOLKIT_STORE", where)
    monkeypatch.setenv("LESION_TOOLKIT_READER", "R1")
    store = open_store(where)
    id_ = store.begin("P01", "R1")
    log = done(store.load(id_, "R1"), *BEGINNING, **NOW)
    for mm in (32, 28):
        log = done(log, measured("T1", mm), **NOW)
    store.append(id_, undone(log, **NOW))
    store.engine.dispose()
    return id_


def said(*arguments):
    answer = CliRunner().invoke(app, ["readings", *arguments])
    if answer.exception and not isinstance(answer.exception, SystemExit):
        raise answer.exception
    return answer.stdout


def test_the_list_says_whose_reading_it_is_and_how_it_stands(reading):
    assert "P01  by R1: open" in said("list")
    said("sign", reading)
    assert "P01  by R1: signed" in said("list")
    (line,) = json.loads(said("list", "--json"))
    assert (line["id"], line["entries"], line["signed"]) == (reading, 8, True)


def test_a_store_without_readings_says_how_to_begin(tmp_path, monkeypatch):
    monkeypatch.setenv("LESION_TOOLKIT_STORE", str(tmp_path / "none.sqlite"))
    assert "No readings yet" in said("list")


def test_the_log_says_what_was_done_and_what_it_replaced(reading):
    lines = said("log", reading).splitlines()
    assert "timepoint added: timepoint baseline" in lines[0]
    assert (
        "measured: timepoint baseline, measurement T1 viable_diameter_mm 28"
        in (lines[5])
    )
    assert "(was T1 viable_diameter_mm 32)" in lines[5]
    assert lines[6].endswith("undone: act 6")
    entries = json.loads(said("log", reading, "--json"))
    assert [entry["number"] for entry in entries] == list(range(1, 8))
    assert len({entry["digest"] for entry in entries}) == 7


def test_the_timeline_is_the_one_that_assess_reads(reading, tmp_path):
    timeline = Timeline.from_json(said("timeline", reading))
    (found,) = timeline.timepoints[0].measurements
    assert found.viable_diameter_mm == 32
    said("timeline", reading, "--out", str(tmp_path / "timeline.json"))
    assert Timeline.from_json((tmp_path / "timeline.json").read_text()) == timeline


def test_another_reader_sees_a_reading_once_it_is_signed_and_never_changes_it(reading):
    with pytest.raises(InputRefused, match="never signed"):
        said("log", reading, "--reader", "R2")
    said("sign", reading)
    assert "timepoint added" in said("log", reading, "--reader", "R2")
    with pytest.raises(InputRefused, match="another reader"):
        said("reopen", reading, "--reason", "mine is better", "--reader", "R2")


def test_a_signed_reading_is_opened_again_with_a_reason(reading):
    said("sign", reading)
    with pytest.raises(InputRefused, match="signed reading"):
        said("sign", reading)
    with pytest.raises(InputRefused, match="no reason"):
        said("reopen", reading, "--reason", " ")
    said("reopen", reading, "--reason", "wrong lesion")
    assert "reason wrong lesion" in said("log", reading)
