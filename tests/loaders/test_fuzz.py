"""Mutated files are used or named, and never raise; a share of the long run."""

import importlib.util
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"


LIMIT_S = 5.0
"""No damaged file may hold a folder up for longer."""

HELD_UP = (1461, 5525, 8110)
"""Cases of seed 1 on which the JPEG-LS decoder once spent 8 to 20 s."""


@pytest.fixture(scope="module")
def fuzz():
    place = importlib.util.spec_from_file_location(
        "fuzz_loaders", BENCHMARKS / "fuzz_loaders.py"
    )
    assert place is not None
    assert place.loader is not None
    script = importlib.util.module_from_spec(place)
    place.loader.exec_module(script)
    return script.fuzz


@pytest.mark.filterwarnings("ignore")
def test_three_hundred_mutated_files_are_all_accounted_for_in_time(fuzz):
    assert fuzz(range(300), seed=7, limit_s=LIMIT_S) == {"well": 300}


@pytest.mark.filterwarnings("ignore")
def test_code_streams_without_an_end_hold_nobody_up(fuzz):
    assert fuzz(HELD_UP, seed=1, limit_s=LIMIT_S) == {"well": len(HELD_UP)}
