"""Where two rule sets for single lesions part: therapies, questions, categories."""

import itertools
from collections.abc import Iterator

from lesion_toolkit.criteria.difference import ABSENT, Difference, clauses
from lesion_toolkit.criteria.lesion_table import (
    FEATURES,
    LesionRow,
    LesionTable,
    in_words,
)


def lesion_differences(
    first: LesionTable, second: LesionTable
) -> tuple[Difference, ...]:
    """Tell where two rule sets differ, and which lesions get another category.

    Rows are compared over every combination of what a reader may say; two rows part
    where one combination meets both and their categories differ. Wording and ids alone
    are no difference.
    """
    return (*_scope(first, second), *_rows(first, second), *_ancillary(first, second))


def _scope(first: LesionTable, second: LesionTable) -> Iterator[Difference]:
    one, other = (", ".join(sorted(t.scope.therapies)) for t in (first, second))
    if one != other:
        why = clauses(first.scope, second.scope)
        yield Difference("applies after", one, other, why)
    one, other = (", ".join(map(in_words, t.features)) for t in (first, second))
    if one != other:
        yield Difference("asks for", one, other)


def _rows(first: LesionTable, second: LesionTable) -> Iterator[Difference]:
    names = [name for name in FEATURES if name in {*first.features, *second.features}]
    answers = [tuple(map(str, FEATURES[name])) for name in names]
    parted: dict[tuple[str, str], tuple[LesionRow, LesionRow]] = {}
    for combination in itertools.product(*answers):
        signs = dict(zip(names, combination, strict=True))
        one, other = (
            next(row for row in table.rows if row.matches(signs))
            for table in (first, second)
        )
        if one.category is not other.category:
            parted[one.id, other.id] = one, other
    for one, other in parted.values():
        said, other_said = (f"{row.category}: {row.clause}" for row in (one, other))
        where = f"row {one.id} and {other.id}"
        yield Difference(where, said, other_said, clauses(one, other))


def _ancillary(first: LesionTable, second: LesionTable) -> Iterator[Difference]:
    rules = first.ancillary, second.ancillary
    one, other = (ABSENT if rule is None else rule.clause for rule in rules)
    if one != other:
        why = clauses(*(rule for rule in rules if rule is not None))
        yield Difference("ancillary features", one, other, why)
