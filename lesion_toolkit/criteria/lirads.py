"""LI-RADS treatment response: is this one treated lesion still viable.

Of one lesion on one scan, never of a patient. The most recent local therapy chooses
the algorithm; the rules and their sources are in the tables ``lirads-tr-*``.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal

from lesion_toolkit.criteria.lesion_table import (
    FEATURES,
    LESION_TABLES,
    Ancillary,
    LesionRow,
    LesionTable,
    in_words,
    load_lesion_table,
)
from lesion_toolkit.criteria.therapy import FIRST_SCAN_DAYS
from lesion_toolkit.criteria.wording import day, listed
from lesion_toolkit.errors import InputRefused, UsageRefused
from lesion_toolkit.model.finding import Finding, Severity
from lesion_toolkit.model.therapy import LOCAL, RADIATION, Therapy, TherapyKind
from lesion_toolkit.model.treated import (
    ChangeOverTime,
    LesionResponse,
    OtherEnhancement,
    TreatedLesionSeen,
    TreatmentResponse,
)

PER_LESION = Finding(
    "per-lesion-category",
    "LR-TR is of this lesion alone and is never turned into an mRECIST category: "
    "report both.",
    Severity.NOTE,
)
"""Said with every category."""

IN_WORDS = {
    ChangeOverTime.NO_COMPARISON: "no earlier scan to compare with",
    ChangeOverTime.NEW: "new since the earlier scan",
    ChangeOverTime.INCREASED: "increased over time",
    ChangeOverTime.STABLE: "stable over time",
    ChangeOverTime.DECREASED: "decreased over time",
    ChangeOverTime.UNCERTAIN: "change over time uncertain",
}
"""How change over time is written in a reason."""


def treatment_response(
    seen: TreatedLesionSeen,
    therapies: Sequence[Therapy],
    *,
    lirads_version: Literal["2018", "2024"] = "2024",
    ancillary_features: bool = False,
    own_table: Path | None = None,
) -> LesionResponse:
    """Return the LI-RADS treatment response of one lesion on one scan.

    Parameters
    ----------
    seen
        What a reader saw.
    therapies
        Everything the lesion was treated with; those of the day of the scan and after
        come after it. The most recent local one chooses the 2024 algorithm.
    lirads_version
        2018 has one algorithm, 2024 one for radiation and one for all other therapies.
    ancillary_features
        Whether features on MR may raise a category to Viable (2024 alone; optional
        there).
    own_table
        TOML file of one's own that judges instead of a published version.

    Raises
    ------
    InputRefused
        No local therapy came before the scan, the version does not cover it, a
        feature that decides was not said, or the file is not a complete table.
    UsageRefused
        There is no such version, or it has no ancillary features.

    Notes
    -----
    Sources: ACR LI-RADS v2018 and v2024 treatment response, known through the
    publications that the tables name.
    """
    before = tuple(one for one in therapies if one.date < seen.date)
    latest = _latest_local(seen, before)
    if own_table is None:
        tables = _of_version(lirads_version)
    else:
        tables = [load_lesion_table(own_table)]
    table = _covering(tables, seen, latest)
    if ancillary_features and table.ancillary is None:
        raise UsageRefused(f"{table.title} has no ancillary features.")
    row = table.row_of(seen)
    raising, said = _raising(table.ancillary, row, seen, switched_on=ancillary_features)
    findings = [PER_LESION, *row.findings, *said, *_cautions(seen, before, latest)]
    category, rule_id, why = row.category, row.id, row.clause
    if table.ancillary is not None and raising:
        category, rule_id = table.ancillary.to, table.ancillary.id
        why = f"raised from {row.category} ({row.clause}) for {listed(raising)}"
    if category is TreatmentResponse.VIABLE and table.version == "2018":
        findings += _enhancing_after_radiation(latest)
    when = f"{_days(seen, latest)} days after {_named(latest)}"
    return LesionResponse(
        lesion=seen.lesion,
        date=seen.date,
        category=category,
        table=table.table,
        rule_id=rule_id,
        reason=f"{_signs(row, seen)}, {when}: {category} by {table.title}, {why}.",
        findings=tuple(replace(finding, where=seen.lesion) for finding in findings),
    )


def _latest_local(
    seen: TreatedLesionSeen, before: tuple[Therapy, ...]
) -> tuple[Therapy, ...]:
    """Return the local therapies of the last day on which there was one."""
    local = [therapy for therapy in before if therapy.kind in LOCAL]
    if local:
        last = max(therapy.date for therapy in local)
        return tuple(dict.fromkeys(one for one in local if one.date == last))
    given = "systemic therapy alone" if before else "no therapy before it"
    raise InputRefused(
        f"{seen.lesion} on the scan of {day(seen.date)} with {given}.",
        "a local therapy before the scan: LI-RADS treatment response is neither for "
        "untreated lesions nor for systemic therapy alone.",
        "give the local therapy with its date, or judge the patient by mRECIST or "
        "RECIST 1.1.",
    )


def _of_version(version: str) -> list[LesionTable]:
    tables = [load_lesion_table(name) for name in LESION_TABLES]
    of_version = [table for table in tables if table.version == version]
    if not of_version:
        known = dict.fromkeys(table.version for table in tables)
        raise UsageRefused(
            f"LI-RADS treatment response {version!r} is not one of {', '.join(known)}."
        )
    return of_version


def _covering(
    tables: list[LesionTable], seen: TreatedLesionSeen, latest: tuple[Therapy, ...]
) -> LesionTable:
    """Return the one table whose scope has the most recent local therapy."""
    version, kinds = tables[0].version, {therapy.kind for therapy in latest}
    covering = [t for t in tables if not kinds.isdisjoint(t.scope.therapies)]
    if len(covering) == 1:
        return covering[0]
    if not covering:
        raise InputRefused(
            f"{seen.lesion} after {_named(latest)}, which LI-RADS treatment response "
            f"{version} does not cover.",
            f"a therapy it covers ({tables[0].scope.clause}).",
            "choose another version.",
        )
    raise InputRefused(
        f"{seen.lesion} after {_named(latest)}, for which {version} has two "
        "algorithms.",
        "one most recent local therapy.",
        "say which of them came last by its date, or leave the other out.",
    )


def _raising(
    ancillary: Ancillary | None,
    row: LesionRow,
    seen: TreatedLesionSeen,
    *,
    switched_on: bool,
) -> tuple[tuple[str, ...], list[Finding]]:
    """Ancillary features that raise the category, and what is to be said of them."""
    if ancillary is None or row.category is not ancillary.raises:
        return (), []
    asked = ancillary.with_any_of.items()
    present = tuple(in_words(n) for n, answers in asked if getattr(seen, n) in answers)
    if not present:
        return (), []
    features = listed(present)
    signs = {name: getattr(seen, name) for name in FEATURES}
    counts = seen.modality == ancillary.modality and ancillary.matches(signs)
    if counts and switched_on:
        message = (
            f"{ancillary.raises} without {features}: use ancillary features "
            "conservatively."
        )
        return present, [Finding("raised-by-ancillary-features", message)]
    if counts:
        message = f"With ancillary features ({features}) this would be {ancillary.to}."
        code = "ancillary-features-would-raise"
        return (), [Finding(code, message, Severity.NOTE)]
    if switched_on:
        message = f"Seen and not counted: {features}, because {ancillary.clause}."
        return (), [Finding("ancillary-features-not-counted", message)]
    return (), []


def _cautions(
    seen: TreatedLesionSeen, before: tuple[Therapy, ...], latest: tuple[Therapy, ...]
) -> Iterator[Finding]:
    if (days := _days(seen, latest)) < FIRST_SCAN_DAYS:
        yield Finding(
            "scan-early-after-therapy",
            f"{days} days after {_named(latest)}; response is read {FIRST_SCAN_DAYS} "
            "days after it or later.",
        )
    kinds = {therapy.kind for therapy in before}
    if TherapyKind.CTACE in kinds and seen.modality == "CT":
        yield Finding(
            "lipiodol-hides-enhancement",
            "Lipiodol hides enhancement on CT: read the difference from a precontrast "
            "series, or MR.",
        )
    if TherapyKind.SYSTEMIC in kinds:
        yield Finding(
            "systemic-therapy-too",
            "Systemic therapy was given too, which LI-RADS treatment response does not "
            "judge: use it with caution.",
        )


def _enhancing_after_radiation(latest: tuple[Therapy, ...]) -> list[Finding]:
    if RADIATION.isdisjoint(therapy.kind for therapy in latest):
        return []
    return [
        Finding(
            "radiation-treated",
            f"Tissue may enhance for months after {_named(latest)} without being "
            "viable: readers of the 2018 version often say Equivocal at first, and the "
            "2024 version waits for growth.",
        )
    ]


def _days(seen: TreatedLesionSeen, latest: tuple[Therapy, ...]) -> int:
    return (seen.date - latest[0].date).days


def _named(latest: tuple[Therapy, ...]) -> str:
    return f"{listed(tuple(one.kind for one in latest))} ({day(latest[0].date)})"


def _signs(row: LesionRow, seen: TreatedLesionSeen) -> str:
    """Write what was seen of all that the row looks at."""
    asked = dict.fromkeys((*row.when, *row.with_any_of))
    answers = {name: getattr(seen, name) for name in asked}
    said = [_sign(name, answer) for name, answer in answers.items() if answer]
    first, *rest = said
    return ", ".join((first[:1].upper() + first[1:], *rest))


def _sign(name: str, answer: str) -> str:
    if isinstance(answer, ChangeOverTime):
        return IN_WORDS[answer]
    if answer is OtherEnhancement.NONE:
        return "no other enhancement"
    return f"{in_words(name)} {answer}"
