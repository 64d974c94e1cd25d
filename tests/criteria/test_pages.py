"""The examples on the definition pages are what the program says."""

import doctest
import runpy
from pathlib import Path

import pytest

from lesion_toolkit.criteria.lesion_table import LESION_TABLES, load_lesion_table
from lesion_toolkit.criteria.preset import criteria_names, load_preset

PAGES = Path(__file__).parents[2] / "docs" / "definitions"


CRITERIA_PAGES = (
    *("choi.md", "easl.md", "imrecist.md", "irecist.md"),
    *("lirads-treatment-response.md", "mrecist.md", "qeasl.md", "recicl.md"),
    *("recist-1-1.md", "stability.md", "vrecist.md", "who.md"),
)


@pytest.mark.parametrize("page", CRITERIA_PAGES)
def test_the_examples_of_a_page_are_true(page):
    outcome = doctest.testfile(str(PAGES / page), module_relative=False)
    assert outcome.attempted > 3
    assert outcome.failed == 0


def test_the_flow_of_each_criteria_is_drawn_from_the_table_of_today():
    namespace = runpy.run_path(str(PAGES / "draw_flows.py"))
    for name in criteria_names():
        drawn = (PAGES / "images" / f"flow-{name}.svg").read_text(encoding="utf-8")
        assert drawn == namespace["flow"](load_preset(name)), name
    for name in LESION_TABLES:
        drawn = (PAGES / "images" / f"flow-{name}.svg").read_text(encoding="utf-8")
        assert drawn == namespace["lesion_flow"](load_lesion_table(name)), name
