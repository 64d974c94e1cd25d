"""The examples on the definition pages are what the program says."""

import doctest
from pathlib import Path

import pytest

PAGES = Path(__file__).parents[2] / "docs" / "definitions"


@pytest.mark.parametrize(
    "page", ["lirads-treatment-response.md", "mrecist.md", "recist-1-1.md"]
)
def test_the_examples_of_a_page_are_true(page):
    outcome = doctest.testfile(str(PAGES / page), module_relative=False)
    assert outcome.attempted > 3
    assert outcome.failed == 0
