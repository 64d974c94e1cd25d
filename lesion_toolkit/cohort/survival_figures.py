"""Kaplan-Meier curves with the numbers at risk below them."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from lesion_toolkit.cohort.drawing import (
    DAYS_A_MONTH,
    INK,
    LINES,
    STYLE,
    months,
    new_figure,
)
from lesion_toolkit.cohort.survival import LogRank, SurvivalCurve
from lesion_toolkit.export.tables import Row

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

CURVE_COLUMNS = (
    "group",
    "days",
    "at_risk",
    "events",
    "censored",
    "survival",
    "low",
    "high",
)

MONTHS_BETWEEN_TICKS = (1, 2, 3, 6, 12, 24, 60, 120)


def curve_rows(curves: Mapping[str, SurvivalCurve]) -> Iterator[Row]:
    """One row a day on which something happened; shares with six decimals."""
    for group, curve in curves.items():
        for step in curve.steps:
            yield {
                "group": group,
                "days": step.days,
                "at_risk": step.at_risk,
                "events": step.events,
                "censored": step.censored,
                "survival": _decimals(step.survival),
                "low": _decimals(step.low),
                "high": _decimals(step.high),
            }


def _decimals(share: float | None) -> str:
    return "" if share is None else f"{share:.6f}"


def survival_figure(
    curves: Mapping[str, SurvivalCurve],
    title: str,
    *,
    test: LogRank | None = None,
    origin: str = "the start of the line",
) -> "Figure":
    """Draw curves with their 95 % band, censorings, and the numbers at risk.

    Parameters
    ----------
    curves
        By name of the group; at least one, each with at least one patient.
    title
        Name of the endpoint.
    test
        Log-rank test of the groups, printed where it is known.
    origin
        What day 0 is, in words.
    """
    from matplotlib import rc_context

    longest = max(months(c.steps[-1].days) for c in curves.values())
    every = next((m for m in MONTHS_BETWEEN_TICKS if longest / m <= 8), 240)
    ticks = [every * n for n in range(int(longest // every) + 2)]
    with rc_context(STYLE):
        # each curve needs a row of numbers and four lines of legend
        height_mm, rows_mm = 65 + 20 * len(curves), 6 * len(curves)
        figure = new_figure(140, height_mm)
        above, below = figure.subplots(
            2, 1, sharex=True, height_ratios=(height_mm - rows_mm - 30, rows_mm)
        )
        for (name, curve), (color, dashes) in zip(
            curves.items(), _cycled(len(curves)), strict=True
        ):
            _draw_curve(above, curve, color, dashes, _label(name, curve))
        above.set_ylim(0, 1.02)
        above.set_ylabel("share without the event")
        above.set_title(title, loc="left")
        above.legend(loc="upper left", bbox_to_anchor=(1.0, 1))
        if test is not None:
            above.text(
                0.02, 0.04, f"log-rank p = {test.p:.3g}", transform=above.transAxes
            )
        _draw_numbers(below, curves, ticks)
        below.set_xticks(ticks)
        below.set_xlim(0, ticks[-1])
        below.set_xlabel(f"months from {origin}")
    return figure


def _cycled(count: int) -> "list[tuple[str, object]]":
    return [LINES[n % len(LINES)] for n in range(count)]


def median_words(curve: SurvivalCurve) -> str:
    """Say the median and its interval in months, or that it was not reached."""
    low, high = curve.median_interval_days
    if low is None:
        interval = "not estimable"
    else:
        upper = "not reached" if high is None else f"{months(high):.1f}"
        interval = f"{months(low):.1f} to {upper}"
    median = curve.median_days
    said = "not reached" if median is None else f"{months(median):.1f} months"
    return f"median {said}\n(95 % CI {interval})"


def _label(name: str, curve: SurvivalCurve) -> str:
    events = f"{curve.events}/{curve.n} events"
    return "\n".join(filter(None, [name, events, median_words(curve)]))


def _draw_curve(
    axes: "Axes", curve: SurvivalCurve, color: str, dashes: object, label: str
) -> None:
    days = [0.0, *(months(s.days) for s in curve.steps)]
    shares = [1.0, *(s.survival for s in curve.steps)]
    axes.step(days, shares, where="post", color=color, linestyle=dashes, label=label)
    band = [(0, 1.0, 1.0)]
    for step in curve.steps:
        low, high = (step.low, step.high)
        if low is None or high is None:  # nobody is left: the band ends here
            low, high = band[-1][1:]
        band.append((step.days, low, high))
    axes.fill_between(
        [months(day) for day, _, _ in band],
        [low for _, low, _ in band],
        [high for _, _, high in band],
        step="post",
        color=color,
        alpha=0.15,
        linewidth=0,
    )
    censored = [s for s in curve.steps if s.censored]
    axes.plot(
        [months(s.days) for s in censored],
        [s.survival for s in censored],
        linestyle="",
        marker="|",
        markersize=7,
        color=color,
        clip_on=False,
    )


def _draw_numbers(
    axes: "Axes", curves: Mapping[str, SurvivalCurve], ticks: list[int]
) -> None:
    for place, (curve, (color, _)) in enumerate(
        zip(curves.values(), _cycled(len(curves)), strict=True)
    ):
        for tick in ticks:
            number = str(curve.at_risk(round(tick * DAYS_A_MONTH)))
            axes.text(tick, place, number, ha="center", va="center", color=INK)
        axes.plot(
            -0.075,
            place,
            marker="s",
            color=color,
            transform=axes.get_yaxis_transform(),
            clip_on=False,
        )
    axes.set_ylim(len(curves) - 0.5, -0.7)
    axes.set_yticks(range(len(curves)), [name or "all" for name in curves])
    axes.tick_params(axis="y", length=0, pad=26)
    axes.spines["left"].set_visible(False)
    axes.set_title("at risk", loc="left", fontsize=8)
