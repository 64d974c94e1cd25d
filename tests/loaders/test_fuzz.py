"""Mutated files are used or named, and never raise; a share of the long run."""

import importlib.util
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"


@pytest.mark.filterwarnings("ignore")
def test_three_hundred_mutated_files_are_all_accounted_for():
    place = importlib.util.spec_from_file_location(
        "fuzz_loaders", BENCHMARKS / "fuzz_loaders.py"
    )
    assert place is not None
    assert place.loader is not None
    script = importlib.util.module_from_spec(place)
    place.loader.exec_module(script)
    outcomes = script.fuzz(300, seed=7, limit_s=60.0)
    assert outcomes == {"well": 300}
