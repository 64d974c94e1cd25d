"""`lesion-toolkit assess`: response at each timepoint of a timeline, explained."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lesion_toolkit.errors import InputRefused, LesionToolkitError, UsageRefused

if TYPE_CHECKING:
    from decimal import Decimal

    from rich.console import Console

    from lesion_toolkit.criteria.cited import CitedRule
    from lesion_toolkit.model.response import Assessment, Course, LineOutcome
    from lesion_toolkit.model.timeline import Timeline

SOME_FAILED = 1


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("assess")(_assess)


def _assess(
    timeline: Annotated[
        str, typer.Argument(help="Timeline JSON file, or - for JSON Lines on stdin.")
    ],
    criteria: Annotated[
        str, typer.Option(help="Name of the criteria, or a TOML file of your own.")
    ] = "mrecist-2010",
    line: Annotated[
        str | None, typer.Option(help="Assess this treatment line only.")
    ] = None,
    switch: Annotated[
        list[str] | None,
        typer.Option("--set", help="key=value: a switch of the criteria; repeatable."),
    ] = None,
    compare: Annotated[
        list[str] | None,
        typer.Option(help="Further criteria beside it, at their defaults; repeatable."),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the course as JSON.")
    ] = False,
) -> None:
    """Response at each timepoint of a timeline, explained."""
    from lesion_toolkit.criteria.preset import load_preset
    from lesion_toolkit.loaders.timelines import read_timeline

    said = [name for text in compare or [] for name in text.split(",")]
    names = [name for name in dict.fromkeys(said) if name != criteria]
    switches = switches_said(switch or [])
    refuse_lesion_tables(criteria, *names)
    load_preset(criteria).switched(switches)  # refused before any timeline is read
    for name in names:
        load_preset(name)

    def courses(timeline: Timeline) -> list[Course]:
        from lesion_toolkit.criteria.engine import assess

        first = assess(timeline, criteria, line=line, **switches)
        return [first, *(assess(timeline, name, line=line) for name in names)]

    if timeline == "-":
        failed = False
        for answer in _answers(sys.stdin, courses, (criteria, *names)):
            failed = failed or "error" in answer
            typer.echo(json.dumps(answer, ensure_ascii=False))
        if failed:
            raise typer.Exit(SOME_FAILED)
        return
    found = courses(read_timeline(Path(timeline)))
    if as_json:
        content = _content(found, (criteria, *names))
        typer.echo(json.dumps(content, ensure_ascii=False, indent=2))
    elif names:
        _print_comparison(found)
    else:
        _print_course(found[0], criteria)


def refuse_lesion_tables(*names: str) -> None:
    """Refuse rule sets for single lesions where a patient is judged."""
    from lesion_toolkit.criteria.lesion_table import is_lesion_table

    for name in names:
        if is_lesion_table(name):
            raise UsageRefused(
                f"{name} judges single treated lesions, not patients: "
                "`lesion-toolkit treated` does so."
            )


def switches_said(pairs: list[str]) -> dict[str, str]:
    """Read what ``--set key=value`` said, each time it was given."""
    switches = {}
    for pair in pairs:
        key, separator, value = pair.partition("=")
        if not separator or not key:
            raise UsageRefused(f"--set takes key=value, not {pair!r}.")
        switches[key.strip()] = value.strip()
    return switches


def _print_course(course: Course, criteria: str) -> None:
    """Print a table a treatment line, the reasons below it, the outcome, the rules."""
    from rich.console import Console

    from lesion_toolkit.criteria.cited import cited_rules, rule_ids
    from lesion_toolkit.criteria.preset import load_preset

    preset = load_preset(criteria)
    console = Console(highlight=False, markup=False)
    limits_pct = [limit for limit in course.limits_pct if limit is not None]
    for outcome in course.lines:
        answers = [a for a in course.assessments if a.line == outcome.line]
        title = " · ".join(filter(None, [course.criteria, outcome.line]))
        _print_table(console, title, answers, limits_pct)
        for a in answers:
            _print_reason(console, a)
            if a.overall:
                console.print(f"  rules: {', '.join(rule_ids(a, preset))}")
        console.print(_outcome(outcome), style="bold")
    if not course.assessments:
        console.print("No timepoint to judge.")
    _print_notes(console, course)
    print_rules(console, cited_rules(course, criteria))


def _print_table(
    console: Console,
    title: str,
    answers: list[Assessment],
    limits_pct: list[Decimal],
) -> None:
    """Print a row a timepoint; one below the other where the window is too narrow."""
    from rich.box import SIMPLE
    from rich.measure import Measurement
    from rich.table import Table

    from lesion_toolkit.criteria.wording import UNITS

    table = Table(title=title, box=SIMPLE, padding=(0, 1, 0, 0), pad_edge=False)
    unit = UNITS[answers[0].unit] if answers else ""
    sizes = ("sum", "vs baseline", "vs nadir")
    states = ("target", "non-target", "new", "overall")
    table.add_column("date", no_wrap=True)
    table.add_column("timepoint")
    for heading in (f"sum\n{unit}", "vs base-\nline", "vs\nnadir"):
        table.add_column(heading, justify="right", no_wrap=True)
    for heading in states:
        table.add_column(heading.replace("-", "-\n"), no_wrap=True)
    rows = [_row(a, limits_pct) for a in answers]
    for row in rows:
        table.add_row(*row[:6], row[6].replace("/", "/\n"), *row[7:])
    unbounded = console.options.update(max_width=1000)
    if Measurement.get(console, unbounded, table).minimum <= console.width:
        console.print(table)
        return
    console.print(title, style="italic")
    for (day, label, *shown), a in zip(rows, answers, strict=True):
        shown[0] = _sum(a)
        console.print(f"{day} {label}")
        for heading, text in zip((*sizes, *states), shown, strict=True):
            if text:
                console.print(f"  {heading} {text}")


def _row(a: Assessment, limits_pct: list[Decimal]) -> list[str]:
    references = (a.baseline_sum, a.nadir_sum) if a.overall else (None, None)
    return [
        str(a.date),
        a.label,
        _shown(a.sum),
        *(_change(a.sum, reference, limits_pct) for reference in references),
        a.target or "",
        a.non_target or "",
        a.new_lesion if a.overall else "",
        a.overall or "baseline",
    ]


def _print_comparison(courses: list[Course]) -> None:
    """Print the categories side by side, then the reasons where they part."""
    from rich.console import Console
    from rich.table import Table

    from lesion_toolkit.criteria.parting import parting, why_they_part

    console = Console(highlight=False, markup=False)
    table = Table()
    for heading in ("line", "date", "timepoint", *(c.criteria for c in courses)):
        table.add_column(heading)
    for beside in zip(*(c.assessments for c in courses), strict=True):
        first = beside[0]
        said = (f"{a.overall or 'baseline'} {_sum(a)}".strip() for a in beside)
        table.add_row(first.line, str(first.date), first.label, *said)
    console.print(table)
    for beside in parting(courses):
        console.print(f"{beside[0].label}: the criteria part", style="bold")
        console.print(f"  {why_they_part(beside)}")
        for a in beside:
            console.print(f"  {a.preset}: {a.reason}")
    for course in courses:
        for outcome in course.lines:
            console.print(f"{course.criteria}: {_outcome(outcome)}")
    _print_notes(console, courses[0])


def _print_reason(console: Console, answer: Assessment) -> None:
    console.print(f"{answer.label}: {answer.reason}")
    if answer.otherwise:
        console.print(f"  otherwise: {answer.otherwise}")
    if answer.stability is not None and answer.stability.probability:
        shares = answer.stability.probability.items()
        said = ", ".join(f"{name} {100 * share:.0f} %" for name, share in shares)
        console.print(f"  probability: {said}")
    for lesion in answer.lesions:
        console.print(f"  {lesion.lesion} {lesion.category}: {lesion.reason}")
    for finding in answer.findings:
        console.print(f"  {finding.severity}: {finding.message}")


def _print_notes(console: Console, course: Course) -> None:
    for finding in course.findings:
        console.print(f"{finding.severity}: {finding.message}")
    if course.switches:
        said = ", ".join(f"{key}={value}" for key, value in course.switches.items())
        console.print(f"switches: {said}")


def print_rules(console: Console, cited: dict[str, CitedRule]) -> None:
    """Print each rule that answered with its basis, then the sources in full."""
    sources: dict[str, str] = {}
    for name, rule in cited.items():
        known = f"{rule.basis}; {', '.join(rule.sources)}"
        console.print(f"rule {name}: {rule.clause} [{known}]")
        sources |= rule.sources
    for key, citation in sources.items():
        console.print(f"[{key}] {citation}")


def _outcome(outcome: LineOutcome) -> str:
    said = [
        f"best overall response {outcome.best_overall_response}",
        f"confirmed {outcome.confirmed_best_overall_response}",
    ]
    if outcome.response_date:
        said.append(f"first response {outcome.response_date}")
    if outcome.progression_date:
        said.append(f"progression {outcome.progression_date}")
    times = {
        "time to progression": outcome.time_to_progression,
        "duration of response": outcome.duration_of_response,
    }
    for words, time in times.items():
        if time is not None:
            said.append(f"{words} {time.days} days ({time.why})")
    return ", ".join(said)


def _change(
    current: Decimal | None, reference: Decimal | None, limits_pct: list[Decimal]
) -> str:
    """Write a change with one decimal, or as many as keep it off a limit it misses."""
    from lesion_toolkit.criteria.wording import change_pct, shown

    if current is None or reference is None:
        return ""
    change = change_pct(current, reference)
    if change is None:
        return ""
    sign = "+" if change >= 0 else ""
    return f"{sign}{shown(change, *limits_pct)} %"


def _shown(value: Decimal | None) -> str:
    from lesion_toolkit.criteria.wording import rounded

    return "" if value is None else f"{rounded(value, 1)}"


def _sum(answer: Assessment) -> str:
    from lesion_toolkit.criteria.wording import UNITS

    if answer.sum is None:
        return ""
    return f"{_shown(answer.sum)} {UNITS[answer.unit]}"


def _content(courses: list[Course], criteria: Sequence[str]) -> dict[str, Any]:
    """One course as it is; several beside each other, with where they part."""
    from lesion_toolkit.criteria.course_json import comparison_content, course_content

    if len(courses) == 1:
        return course_content(courses[0], criteria[0])
    return comparison_content(courses, criteria)


def _answers(
    lines: Iterable[str], courses: Any, criteria: Sequence[str]
) -> Iterator[dict[str, Any]]:
    """One answer a line of JSON Lines; a refused line answers with its error."""
    from lesion_toolkit.model.timeline import Timeline

    for number, text in enumerate(lines, start=1):
        if not text.strip():
            continue
        try:
            yield _content(courses(Timeline.from_json(text)), criteria)
        except LesionToolkitError as fault:
            yield {"error": {"line": number, **_said(fault)}}


def _said(fault: LesionToolkitError) -> dict[str, str]:
    if isinstance(fault, InputRefused):
        return {"found": fault.found, "needed": fault.needed, "next": fault.next_step}
    return {"found": str(fault)}
