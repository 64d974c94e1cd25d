"""Extension points: found by name, loaded when asked for, never clashing in silence."""

from importlib.metadata import EntryPoint

import pytest

from lesion_toolkit import extensions
from lesion_toolkit.errors import UsageRefused

GROUP = "lesion_toolkit.criteria"


def _install(monkeypatch, *points: EntryPoint) -> None:
    monkeypatch.setattr(extensions, "entry_points", lambda group: points)


def test_an_unknown_name_is_refused_with_the_installed_ones(monkeypatch) -> None:
    _install(monkeypatch, EntryPoint("ours", "os:path", GROUP))
    with pytest.raises(UsageRefused, match="ours"):
        extensions.load_extension(GROUP, "theirs")


def test_two_packages_with_one_name_stop_the_program(monkeypatch) -> None:
    same = [EntryPoint("ours", "os:path", GROUP), EntryPoint("ours", "sys:path", GROUP)]
    _install(monkeypatch, *same)
    with pytest.raises(UsageRefused, match="two packages"):
        extensions.extension_names(GROUP)


def test_listing_imports_nothing_and_loading_names_the_broken_package(
    monkeypatch,
) -> None:
    _install(monkeypatch, EntryPoint("broken", "no_such_package:thing", GROUP))
    assert extensions.extension_names(GROUP) == ("broken",)
    with pytest.raises(UsageRefused, match="no_such_package"):
        extensions.load_extension(GROUP, "broken")
