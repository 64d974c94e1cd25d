"""Where two rule sets part: what is measured, numbers, switches, and categories."""

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from lesion_toolkit.criteria.preset import Default, Eligibility, Preset, Row, Sourced
from lesion_toolkit.model.response import Response

ABSENT = "not a rule of it"
"""Said of the set that has no such switch."""

RULES = {
    "pathological_node_mm": "pathological-node",
    "treated": "target-previously-treated",
    "fallback": "fallback",
}
"""Rules in words of eligibility, by the number or choice they are about."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One place at which two rule sets part.

    Attributes
    ----------
    where
        What they part over: ``switch pd_abs_floor_mm``, ``target PD``, ...
    first, second
        What each says there.
    why
        The clauses of both with their sources, where it is a rule.
    """

    where: str
    first: str
    second: str
    why: tuple[str, ...] = ()


def differences(first: Preset, second: Preset) -> tuple[Difference, ...]:
    """Tell where two rule sets differ, in the order in which a reading meets it.

    Wording and rule ids alone are no difference of the overall response: only a
    combination of findings that gets another category is. A target response differs
    where its clause does.
    """
    return tuple(
        one
        for found in (
            _numbers("measured", first.measured, second.measured),
            _eligibility(first, second),
            _numbers("threshold", first.thresholds, second.thresholds),
            _targets(first, second),
            _switches(first, second),
            _overall(first, second),
        )
        for one in found
    )


def _numbers(kind: str, first: BaseModel, second: BaseModel) -> Iterator[Difference]:
    for name, one in first:
        other = getattr(second, name)
        if one != other:
            yield Difference(f"{kind} {name}", str(one), str(other))


def _eligibility(first: Preset, second: Preset) -> Iterator[Difference]:
    in_words = {*Sourced.model_fields, "rules"}
    for name in type(first.eligibility).model_fields:
        if name in in_words:
            continue
        one, other = (getattr(p.eligibility, name) for p in (first, second))
        if one != other:
            why = clauses(*(_rule_of(p.eligibility, name) for p in (first, second)))
            first_said, second_said = str(one) or ABSENT, str(other) or ABSENT
            yield Difference(f"eligibility {name}", first_said, second_said, why)


def _rule_of(eligibility: Eligibility, name: str) -> Sourced:
    """Clause behind one number or choice; that of the table where it has no own."""
    return eligibility.rules.get(RULES.get(name, ""), eligibility)


def _targets(first: Preset, second: Preset) -> Iterator[Difference]:
    for response, rule in first.target.items():
        other = second.target[response]
        if rule.clause != other.clause:
            why = clauses(rule, other)
            yield Difference(f"target {response}", rule.clause, other.clause, why)


def _switches(first: Preset, second: Preset) -> Iterator[Difference]:
    names = dict.fromkeys((*first.switches, *second.switches))
    for name in names:
        one, other = first.switches.get(name), second.switches.get(name)
        if _plain(one) != _plain(other):
            why = clauses(*(each for each in (one, other) if each is not None))
            yield Difference(f"switch {name}", _plain(one), _plain(other), why)


def _overall(first: Preset, second: Preset) -> Iterator[Difference]:
    parted: dict[tuple[str, str], list[str]] = {}
    why: dict[tuple[str, str], tuple[Row, Row]] = {}
    for key in sorted(first.table):
        one, other = first.table[key], second.table[key]
        if one.overall != other.overall:
            pair = one.id, other.id
            parted.setdefault(pair, []).append(_combination(*key))
            why[pair] = one, other
    for pair, combinations in parted.items():
        one, other = why[pair]
        where = f"overall response of {'; '.join(combinations)}"
        yield Difference(where, one.overall, other.overall, clauses(one, other))


def _combination(target: Response, non_target: Response, new: str) -> str:
    return f"target {target}, non-target {non_target}, new lesion {new}"


def _plain(switch: Default | None) -> str:
    if switch is None:
        return ABSENT
    value = switch.default
    return str(value).lower() if isinstance(value, bool) else str(value)


def clauses(*rules: Sourced) -> tuple[str, ...]:
    """Clauses of rules, each with its sources."""
    return tuple(f"{rule.clause} [{', '.join(rule.source)}]" for rule in rules)
