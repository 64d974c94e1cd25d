"""The self-test passes here, and would say so if it did not."""

import json

from lesion_toolkit.cli.selftest import Check


def test_phantoms_come_out_right_on_this_machine(command) -> None:
    answer = command("selftest", "--json")
    checks = json.loads(answer.out)
    assert [c for c in checks if not c["passed"]] == []
    assert answer.exit_code == 0
    assert len({c["phantom"] for c in checks}) >= 5


def test_what_was_not_measured_has_not_passed() -> None:
    def check(measured: float | None) -> Check:
        return Check("sphere", "click", "viable diameter mm", 40.0, measured, 2.0)

    assert not check(None).passed
    assert not check(42.1).passed
    assert check(41.9).passed
