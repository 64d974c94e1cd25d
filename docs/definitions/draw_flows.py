"""Draw the flow of each set of criteria, from its table, into ``images``.

python docs/definitions/draw_flows.py
"""

import textwrap
from html import escape
from pathlib import Path

from lesion_toolkit.criteria.lesion_table import (
    LESION_TABLES,
    LesionTable,
    load_lesion_table,
)
from lesion_toolkit.criteria.preset import Preset, criteria_names, load_preset
from lesion_toolkit.model.response import Response

IMAGES = Path(__file__).parent / "images"
WIDTH, LINE, LETTER = 720, 17, 13
LEFT, ASK, ANSWER = 16, 400, 520
"""Left edge, width of a question, and where its answer stands."""

QUESTIONS = (
    (Response.NE, "Is a target not evaluable?"),
    (Response.CR, "Is all of it gone?"),
    (Response.PD, "Has it progressed?"),
    (Response.PR, "Has it responded?"),
    (Response.SD, "None of these"),
)
FILLS = {"CR": "#dcecf8", "PR": "#e6f2fa", "PD": "#fdebe1", "NE": "#ffffff"}
EDGES = {"CR": "#005b96", "PR": "#0072b2", "PD": "#b3430f", "NE": "#4b5563"}
LINKS = {
    **dict.fromkeys(("unconfirmed", "persists"), "iUPD"),
    **dict.fromkeys(("confirmed", "final"), "iCPD"),
}
"""What the rules that link timepoints call a timepoint."""

GRAY, INK = "#6b7280", "#111827"


class Drawing:
    """Boxes and words from top to bottom; ``y`` is where the next one begins."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.y = 16.0

    def words(self, x: float, y: float, text: str, *, bold: bool = False) -> None:
        weight = ' font-weight="bold"' if bold else ""
        self.parts.append(
            f'<text x="{x:g}" y="{y:g}" fill="{INK}"{weight}>{escape(text)}</text>'
        )

    def heading(self, text: str) -> None:
        self.words(LEFT, self.y + LETTER, text, bold=True)
        self.y += 30

    def step(self, question: str, clause: str, answer: str, category: str) -> None:
        """Write a question with its rule, and an arrow to the answer beside it."""
        lines = textwrap.wrap(clause, 53)
        height = 14 + LINE * (1 + len(lines))
        self._box(LEFT, self.y, ASK, height, "#f3f4f6", GRAY)
        self.words(LEFT + 10, self.y + 18, question, bold=True)
        for n, line in enumerate(lines, start=1):
            self.words(LEFT + 10, self.y + 18 + n * LINE, line)
        middle = self.y + height / 2
        self._arrow(LEFT + ASK, middle, ANSWER - 6)
        self._box(
            ANSWER,
            middle - 16,
            WIDTH - ANSWER - 16,
            32,
            FILLS.get(category, "#f3f4f6"),
            EDGES.get(category, GRAY),
            dashed=category == "NE",
        )
        self.words(ANSWER + 12, middle + 5, answer, bold=True)
        self.y += height + 12

    def row(self, left: str, answer: str, category: str) -> None:
        """Write one row of the overall table."""
        lines = textwrap.wrap(left, 62)
        height = 10 + LINE * len(lines)
        for n, line in enumerate(lines):
            self.words(LEFT + 10, self.y + 16 + n * LINE, line)
        self._box(
            ANSWER,
            self.y,
            WIDTH - ANSWER - 16,
            24,
            FILLS.get(category, "#f3f4f6"),
            EDGES.get(category, GRAY),
            dashed=category == "NE",
        )
        self.words(ANSWER + 12, self.y + 17, answer, bold=True)
        self.y += max(height, 30)

    def _box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: str,
        edge: str,
        *,
        dashed: bool = False,
    ) -> None:
        dash = ' stroke-dasharray="4 3"' if dashed else ""
        self.parts.append(
            f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" rx="4" '
            f'fill="{fill}" stroke="{edge}" stroke-width="1.6"{dash}/>'
        )

    def _arrow(self, x: float, y: float, to: float) -> None:
        self.parts.append(
            f'<path d="M{x:g} {y:g}H{to:g}m-7 -4l7 4l-7 4" fill="none" '
            f'stroke="{GRAY}" stroke-width="1.6"/>'
        )

    def svg(self, title: str) -> str:
        """Return the drawing on a white ground."""
        height = self.y + 8
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:g}" '
            f'font-family="DejaVu Sans, Helvetica, Arial, sans-serif" '
            f'font-size="{LETTER}" role="img"><title>{escape(title)}</title>'
            f'<rect width="{WIDTH}" height="{height:g}" fill="#fff"/>'
            + "".join(self.parts)
            + "</svg>\n"
        )


def flow(preset: Preset) -> str:
    """Draw target response, overall response and what links timepoints."""
    graded = preset.kind == "grade of necrosis"
    drawing = Drawing()
    drawing.heading(f"{preset.criteria}: the targets, asked in this order")
    for response, question in QUESTIONS:
        rule = preset.target[response]
        answer = str(preset.names.get(response, response)) if graded else str(response)
        if response is Response.NE and not graded:
            answer = "PD if proven, else NE"
        drawing.step(question, rule.clause, answer, response)
    drawing.heading("Overall: the first row that fits")
    for row in preset.overall:
        named = str(preset.names.get(row.overall, row.overall))
        if graded and Response.PD not in row.target[:1] and row.overall is Response.PD:
            named = "PD"  # seen outside the nodules that are graded
        if row.overall is Response.PD and "unconfirmed" in preset.steps:
            named = "iUPD, then as below"
        drawing.row(row.clause, named, row.overall)
    if preset.steps:
        links = "unconfirmed" in preset.steps
        drawing.heading("Then" if links else "Each nodule")
        for name, rule in preset.steps.items():
            drawing.row(rule.clause, LINKS.get(name, name), "PD" if links else "")
    return drawing.svg(f"Flow of {preset.criteria}")


def lesion_flow(table: LesionTable) -> str:
    """Draw the rows of a rule set for single lesions, one of which fits."""
    drawing = Drawing()
    drawing.heading(f"{table.title}: one treated lesion, one row fits")
    likeness = {"Viable": "PD", "Nonviable": "CR", "Nonevaluable": "NE"}
    for row in table.rows:
        category = row.category.removeprefix("LR-TR ")
        drawing.row(row.clause, category, likeness.get(category, ""))
    return drawing.svg(f"Flow of {table.title}")


def main() -> None:
    drawn = {name: flow(load_preset(name)) for name in criteria_names()}
    drawn |= {name: lesion_flow(load_lesion_table(name)) for name in LESION_TABLES}
    for name, svg in drawn.items():
        path = IMAGES / f"flow-{name}.svg"
        path.write_text(svg, encoding="utf-8")
        print(path.name)


if __name__ == "__main__":
    main()
