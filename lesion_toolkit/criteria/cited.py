"""The rules behind an answer, each with its clause, its sources and how it is known."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lesion_toolkit.criteria.lesion_table import load_lesion_table
from lesion_toolkit.criteria.preset import Preset, Rule, load_preset
from lesion_toolkit.model.response import Assessment, Course
from lesion_toolkit.model.treated import LesionResponse


@dataclass(frozen=True, slots=True)
class CitedRule:
    """One row of a rule table that an answer stands on.

    Attributes
    ----------
    clause
        The rule in words.
    basis
        ``read``, ``reproduced``, ``derived`` or ``recalled``.
    sources
        Full citations by their short keys.
    """

    clause: str
    basis: str
    sources: dict[str, str]


def cited_rules(
    course: Course, criteria: str | Path | None = None
) -> dict[str, CitedRule]:
    """Rules that answered in a course by their ids, in the order of their first use.

    Parameters
    ----------
    course
        What ``assess`` returned.
    criteria
        The name or the TOML file it was judged by; None for installed criteria.

    Raises
    ------
    UsageRefused
        There are no such criteria.
    """
    preset = load_preset(criteria or course.criteria)
    known = {rule.id: rule for rule in preset.rules if isinstance(rule, Rule)}
    ids = (name for a in course.assessments for name in rule_ids(a, preset))
    return {
        name: _cited(known[name], preset.sources)
        for name in dict.fromkeys(ids)
        if name in known
    }


def cited_rows(
    answers: Iterable[LesionResponse], own_table: Path | None = None
) -> dict[str, CitedRule]:
    """Rows that answered for single lesions by their ids, in the order of first use.

    ``own_table`` is the file they were judged by; None for a published version.
    """
    found: dict[str, CitedRule] = {}
    for answer in answers:
        table = load_lesion_table(own_table or answer.table)
        for rule in table.rules:
            if isinstance(rule, Rule) and rule.id == answer.rule_id:
                found.setdefault(rule.id, _cited(rule, table.sources))
    return found


def _cited(rule: Rule, sources: Mapping[str, str]) -> CitedRule:
    citations = {key: sources[key] for key in rule.source}
    return CitedRule(rule.clause, rule.basis, citations)


def rule_ids(answer: Assessment, preset: Preset) -> Iterator[str]:
    """Ids of the rules of one timepoint: its target response, lesions, and overall."""
    renamed = {name: rule for rule, name in preset.names.items()}
    target = answer.target and renamed.get(answer.target, answer.target)
    if target in preset.target:
        yield preset.target[target].id
    for lesion in answer.lesions:
        yield lesion.rule_id
    yield answer.rule_id
