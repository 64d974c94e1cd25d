"""Agreement of readers as files: what to adjudicate, figures, a summary.

::

    agreement.json      shares, coefficients, limits of agreement
    adjudication.csv    one row a split, in the order to adjudicate, with its causes
    ratings.csv         one row a patient and timepoint, a column a reader
    bland_altman        .svg, .png and .csv
    shared              patients split as read, and had a value been shared
"""

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from lesion_toolkit.cohort.drawing import (
    FAINT,
    INK,
    LINES,
    STYLE,
    new_figure,
    write_figure,
)
from lesion_toolkit.cohort.outcome_files import made_folder
from lesion_toolkit.cohort.outcomes import Rate
from lesion_toolkit.export.files import write_whole
from lesion_toolkit.export.tables import Row, write_table
from lesion_toolkit.export.words import criteria_words, unit_words
from lesion_toolkit.reading.agreement import Agreement
from lesion_toolkit.reading.splits import cause_counts

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

BLAND_ALTMAN_COLUMNS = (
    "patient",
    "timepoint",
    "first",
    "second",
    "mean",
    "difference",
    "unit",
)
SHARED_COLUMNS = ("shared", "split_patients", "patients", "share", "low", "high")


def split_rates(found: Agreement) -> dict[str, Rate]:
    """Share of patients split as read, and with a value shared, exact intervals.

    Raises
    ------
    UsageRefused
        No patient was read by all readers.
    """
    counts = {
        "nothing": found.split_patients,
        "baseline": found.split_patients_if_shared(baseline=True),
        "follow-up": found.split_patients_if_shared(baseline=False),
    }
    return {name: Rate.of(k, len(found.readings)) for name, k in counts.items()}


def write_agreement(found: Agreement, folder: str | Path) -> tuple[Path, ...]:
    """Write tables, figures and summary of a comparison of readers.

    Raises
    ------
    InputRefused
        The folder cannot be written to.
    UsageRefused
        No patient was read by all readers.
    """
    folder = made_folder(folder)
    rates = split_rates(found)
    readers = found.readers
    return (
        write_whole(
            folder / "agreement.json", json.dumps(summary(found), indent=2) + "\n"
        ),
        write_table(
            folder / "adjudication.csv",
            ("patient", "line", "timepoint", "date", *readers, "majority", "causes"),
            adjudication_rows(found),
        ),
        write_table(
            folder / "ratings.csv",
            ("patient", "timepoint", *readers),
            (
                {
                    "patient": rating.patient,
                    "timepoint": rating.label,
                    **dict(zip(readers, rating.categories, strict=True)),
                }
                for rating in found.ratings
            ),
        ),
        *write_figure(
            folder,
            "bland_altman",
            bland_altman_figure(found),
            BLAND_ALTMAN_COLUMNS,
            bland_altman_rows(found),
        ),
        *write_figure(
            folder,
            "shared",
            shared_figure(found, rates),
            SHARED_COLUMNS,
            (
                {
                    "shared": name,
                    "split_patients": rate.count,
                    "patients": rate.n,
                    "share": f"{rate.rate:.4f}",
                    "low": f"{rate.low:.4f}",
                    "high": f"{rate.high:.4f}",
                }
                for name, rate in rates.items()
            ),
        ),
    )


def adjudication_rows(found: Agreement) -> Iterator[Row]:
    """One row a split: who said what, and what alone would have prevented it."""
    for split in found.splits:
        yield {
            "patient": split.patient,
            "line": split.line,
            "timepoint": split.label,
            "date": split.date,
            **dict(zip(found.readers, split.categories, strict=True)),
            "majority": split.majority or "none",
            "causes": "; ".join(map(str, split.causes)),
        }


def bland_altman_rows(found: Agreement) -> Iterator[Row]:
    """One row a sum and two readers; the difference is second minus first."""
    for first, second in found.pairs:
        for one in found.sums:
            a, b = one.sums[first], one.sums[second]
            yield {
                "patient": one.patient,
                "timepoint": one.label,
                "first": found.readers[first],
                "second": found.readers[second],
                "mean": f"{(a + b) / 2:.2f}",
                "difference": f"{b - a:.2f}",
                "unit": found.unit,
            }


# ------------------------------------------------------------------ figures
def bland_altman_figure(found: Agreement) -> "Figure":
    """Differences of every two readers' sums against their mean, with limits."""
    from matplotlib import rc_context

    with rc_context(STYLE):
        figure = new_figure(60 + 50 * len(found.pairs), 110)
        grid = figure.subplots(
            2, len(found.pairs), squeeze=False, sharex=True, sharey=True
        )
        for row, baseline in zip(grid, (True, False), strict=True):
            for axes, (first, second) in zip(row, found.pairs, strict=True):
                _draw_limits(axes, found, first, second, baseline)
        figure.suptitle(
            f"Sums of two readers, {criteria_words(found.criteria)}",
            x=0.01,
            ha="left",
        )
        figure.supxlabel(f"mean of both readers ({unit_words(found.unit)})")
        figure.supylabel(f"second minus first ({unit_words(found.unit)})")
    return figure


def _draw_limits(
    axes: "Axes", found: Agreement, first: int, second: int, baseline: bool
) -> None:
    sums = np.array([s.sums for s in found.sums if s.baseline is baseline])
    color, _ = LINES[0 if baseline else 1]
    if sums.size:
        pair = sums[:, [first, second]]
        axes.plot(
            pair.mean(axis=1),
            pair[:, 1] - pair[:, 0],
            linestyle="",
            marker="o" if baseline else "v",
            markersize=3,
            markerfacecolor=color,
            markeredgecolor=INK,
            markeredgewidth=0.3,
        )
    limits = found.limits_of_agreement(first, second, baseline=baseline)
    axes.axhline(0, color=FAINT, linewidth=0.5)
    if limits.bias is not None and limits.limits is not None:
        axes.axhline(limits.bias, color=INK, linewidth=0.8)
        for limit in limits.limits:
            axes.axhline(limit, color=INK, linewidth=0.8, linestyle="--")
        low, high = limits.limits
        said = f"{limits.bias:+.1f} ({low:+.1f} to {high:+.1f})"
        axes.text(
            0.98,
            0.98,
            said.replace("-", "−"),
            transform=axes.transAxes,
            ha="right",
            va="top",
            fontsize=7,
        )
    when = "baseline" if baseline else "follow-up"
    names = f"{found.readers[first]}, {found.readers[second]}"
    axes.set_title(f"{when}: {names}", loc="left", fontsize=7)


def shared_figure(found: Agreement, rates: dict[str, Rate]) -> "Figure":
    """Share of patients whose readers part, as read and with one value shared."""
    from matplotlib import rc_context

    with rc_context(STYLE):
        figure = new_figure(120, 70)
        axes = figure.subplots()
        for place, rate in enumerate(rates.values()):
            color, _ = LINES[place]
            axes.bar(
                place,
                100 * rate.rate,
                width=0.6,
                color=color,
                hatch=("", "////", "....")[place],
                edgecolor=INK,
                linewidth=0.5,
                yerr=[[100 * (rate.rate - rate.low)], [100 * (rate.high - rate.rate)]],
                capsize=3,
                ecolor=INK,
            )
            axes.text(
                place + 0.05, 100 * rate.rate + 1, f"{100 * rate.rate:.1f} %", ha="left"
            )
        axes.set_xticks(range(len(rates)), [_shared_words(name) for name in rates])
        axes.set_ylim(0, 100)
        axes.set_ylabel("patients with a split category (%)")
        title = f"{len(found.readings)} patients, {len(found.readers)} readers, "
        axes.set_title(title + criteria_words(found.criteria), loc="left")
    return figure


def _shared_words(name: str) -> str:
    return "as read" if name == "nothing" else f"one {name}\nfor all readers"


# ------------------------------------------------------------------ summary
def summary(found: Agreement) -> dict[str, Any]:
    """Return a comparison of readers as plain values for JSON.

    Raises
    ------
    UsageRefused
        No patient was read by all readers.
    """
    n = len(found.readings)
    names = [f"{found.readers[a]}, {found.readers[b]}" for a, b in found.pairs]
    pairs = list(zip(names, found.pairs, strict=True))
    timepoints = {"baseline": True, "follow_up": False}
    return {
        "criteria": found.criteria,
        "readers": list(found.readers),
        "patients": n,
        "left_out": dict(found.left_out),
        "split_patients": {
            name.replace("-", "_"): asdict(rate)
            for name, rate in split_rates(found).items()
        },
        "response_split_patients": asdict(Rate.of(found.response_split_patients, n)),
        "best_response_split_patients": asdict(
            Rate.of(found.best_response_split_patients, n)
        ),
        "causes": [
            {"what": what, "timepoint": timepoint, "splits": count}
            for (what, timepoint), count in cause_counts(found.splits).most_common()
        ],
        "fleiss_kappa": asdict(found.fleiss()),
        "fleiss_kappa_responding": asdict(found.fleiss(responding=True)),
        "gwet_ac1": asdict(found.ac1()),
        "gwet_ac1_responding": asdict(found.ac1(responding=True)),
        "cohen_kappa": {name: asdict(found.cohen(*pair)) for name, pair in pairs},
        "cohen_kappa_linear": {
            name: asdict(found.cohen(*pair, "linear")) for name, pair in pairs
        },
        "sums": {
            when: {
                **asdict(found.sum_agreement(baseline=baseline)),
                "limits_of_agreement": {
                    name: asdict(found.limits_of_agreement(*pair, baseline=baseline))
                    for name, pair in pairs
                },
            }
            for when, baseline in timepoints.items()
        },
    }
