"""Rules of compiled functions: same answer from numba, from disk and without a disk."""

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest

from lesion_toolkit.measurement import compiled as kernels
from lesion_toolkit.measurement.chord import inside_intervals, intervals_buffer
from lesion_toolkit.measurement.compiled import compiled
from lesion_toolkit.measurement.section import Section
from lesion_toolkit.measurement.warm import warm

ROOT = Path(__file__).resolve().parents[2]


class Grid(NamedTuple):
    values: np.ndarray
    pitch: float


FACTOR = 2.0


@compiled
def _times(value, pitch):
    return FACTOR * value * pitch


@compiled
def total(grid, first, into):
    """Sum of the values from an index on, and how many there are."""
    found = 0.0
    for i in range(first, len(grid.values)):
        into[i] = _times(grid.values[i], grid.pitch)
        found += into[i]
    return found, float(len(grid.values))


@compiled
def count(values):
    return len(values)


@compiled
def clear(values):
    values[:] = 0.0


@compiled
def first_two(values):
    first, second = values[0]
    return first + second


def measured(kernel=total):
    into = np.zeros(3)
    return kernel(Grid(np.array([1.0, 2.0, 4.0]), 0.5), 1, into), into.tolist()


@pytest.fixture
def kept(tmp_path, monkeypatch):
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(tmp_path))
    return tmp_path


def measured_with(monkeypatch):
    """Functions, and types of their arguments, that a measurement calls."""
    called = []
    natively = kernels.Kernel.__call__

    def noted(self, *arguments):
        called.append((self, kernels.layout_of(arguments)))
        return natively(self, *arguments)

    monkeypatch.setattr(kernels.Kernel, "__call__", noted)
    warm()
    return called


def afresh_inside_intervals():
    """Stretches of a line through a ring, by the function as a new process has it."""
    region = np.ones((9, 12), bool)
    region[4:6, 3:9] = False
    section = Section.cut(region, (1.0, 0.7))
    found = intervals_buffer(section.polygon)
    along = compiled(inside_intervals.function)
    n = along(section.polygon, 0.3, 1.1, 0.8, 0.6, -9.0, 20.0, np.inf, found)
    return n, found[:n].tolist()


def afresh():
    """The kernel as a new process has it: nothing compiled, nothing loaded."""
    return compiled(total.function)


def test_arrays_tuples_and_numbers_go_in_and_numbers_come_out(kept):
    assert measured(afresh()) == ((6.0, 3.0), [0.0, 2.0, 4.0])
    assert count(np.zeros(7)) == 7
    values = np.ones(3)
    assert clear(values) is None
    assert not values.any()


def test_code_is_kept_and_not_compiled_again(kept, monkeypatch):
    measured(afresh())
    assert len(list(kept.glob("total-*.bin"))) == 1
    monkeypatch.delattr(kernels.Kernel, "_compile")
    monkeypatch.setattr(kernels, "_with_numba", None)
    assert measured(afresh()) == ((6.0, 3.0), [0.0, 2.0, 4.0])


@pytest.mark.parametrize("damage", [lambda code: code[:-1], lambda code: b"no code"])
def test_damaged_code_is_compiled_again(kept, damage):
    measured(afresh())
    (path,) = kept.glob("total-*.bin")
    path.write_bytes(damage(path.read_bytes()))
    assert measured(afresh()) == ((6.0, 3.0), [0.0, 2.0, 4.0])
    assert kernels.read(path) is not None


def test_a_changed_constant_of_a_called_function_is_compiled_anew(kept, monkeypatch):
    measured(afresh())
    monkeypatch.setitem(_times.function.__globals__, "FACTOR", 20.0)
    monkeypatch.setattr(_times, "dispatcher", compiled(_times.function).dispatcher)
    assert measured(afresh())[0] == (60.0, 3.0)
    assert len(list(kept.glob("total-*.bin"))) == 2


@pytest.mark.parametrize("missing", ["linked", "read", "kept_in"])
def test_numba_runs_it_where_code_can_not_be_kept_or_loaded(monkeypatch, missing):
    def fails(*_):
        raise OSError("nowhere to write, nothing to link")

    monkeypatch.setattr(kernels, missing, fails)
    assert measured(afresh()) == ((6.0, 3.0), [0.0, 2.0, 4.0])


def test_every_function_measured_with_has_been_translated_since_it_changed(
    kept, monkeypatch
):
    paths = set()
    for kernel, layout in measured_with(monkeypatch):
        path = kernel.translation(layout)
        assert path.is_file(), "python -m lesion_toolkit.measurement.translate"
        paths.add(path)
    assert paths == set(kernels.TRANSLATED.glob("*.ll"))


def test_a_translation_is_what_numba_says_of_the_same_source(kept, monkeypatch):
    monkeypatch.setattr(kernels, "TRANSLATED", kept / "nothing translated")
    by_numba = afresh_inside_intervals()
    monkeypatch.undo()
    assert by_numba == afresh_inside_intervals()


def test_numba_runs_it_where_it_passes_arguments_in_another_way(kept, monkeypatch):
    monkeypatch.setattr(kernels, "_as_expected", lambda: False)
    assert measured(afresh()) == ((6.0, 3.0), [0.0, 2.0, 4.0])
    assert not list(kept.glob("total-*.bin"))


def test_numba_passes_arguments_as_expected():
    kernels._as_expected.cache_clear()
    assert kernels._as_expected()


def test_code_that_takes_other_arguments_is_not_called(kept):
    kernel = afresh()
    arguments = (Grid(np.zeros(3), 0.5), 1, np.zeros(3))
    translated = kernel.translated(arguments)
    with pytest.raises(RuntimeError, match="another way"):
        kernels.machine_code(translated, kernels.layout_of(arguments[1:]))


def _name(path):
    return path.name


@pytest.mark.parametrize("path", sorted(kernels.TRANSLATED.glob("*.ll")), ids=_name)
def test_a_translation_raises_nothing_and_names_no_place(path):
    code = path.read_text()
    assert "pickle" not in code
    assert str(ROOT) not in code


def test_a_function_that_fails_gives_no_number(kept):
    with pytest.raises(RuntimeError, match="failed"):
        first_two(np.zeros((1, 3)))


def test_an_array_that_is_not_contiguous_is_refused():
    with pytest.raises(TypeError, match="contiguous"):
        count(np.zeros(8)[::2])


def test_the_first_and_every_later_process_measures_without_numba(tmp_path):
    code = (
        "import sys, numpy as np;"
        "from lesion_toolkit.measurement.calipers import longest_diameter as longest;"
        "region = np.ones((9, 12), bool); region[4:6, 3:9] = False;"
        "print(longest(region, (1.0, 1.0), 1.0).length_mm, 'numba' in sys.modules,"
        " 'scipy' in sys.modules)"
    )
    settings = os.environ | {"NUMBA_CACHE_DIR": str(tmp_path)}
    said = [
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
            env=settings,
        ).stdout.split()
        for _ in range(2)
    ]
    assert said[0][1:] == ["False", "False"]
    assert said[1] == said[0]
