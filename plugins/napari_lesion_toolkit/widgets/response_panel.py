"""Criteria, timepoint, table, category with its reason, findings."""

from collections.abc import Sequence
from functools import partial

from qtpy.QtCore import Qt, Signal
from qtpy.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from lesion_toolkit.model.finding import Finding
from napari_lesion_toolkit.table import Table
from napari_lesion_toolkit.widgets.response_table import ResponseTable

PANEL_WIDTH = 440
"""Room for three timepoints in pixels; the table scrolls beyond."""

OUTLINES, CALIPERS = ("lesions", "viability"), ("calipers",)
"""Layer kinds that are shown and hidden together."""

NONE = "none"
SIGN, REOPEN = "&Sign", "Reo&pen"

NOTHING_OPEN = (
    "No patient is open. Drop a patient's folder on the window, or choose "
    "File > Open Sample > Lesion toolkit."
)


class ResponsePanel(QWidget):
    """Paints what it is given and says what was chosen; knows no session."""

    criteria_chosen = Signal(str)
    timepoint_chosen = Signal(str)
    lesion_chosen = Signal(str, str)
    restore_wanted = Signal()
    marks_wanted = Signal(tuple, bool)
    """Layer kinds, and whether to show them."""

    def __init__(self, criteria: Sequence[str], legend: str) -> None:
        super().__init__()
        self.criteria = QComboBox()
        self.criteria.addItems(criteria)
        self.timepoint = QComboBox()
        self.table = ResponseTable()
        self.response = _text(bold=True)
        self.reason = _text()
        self.findings = QListWidget()
        self.restore = QPushButton("&Restore")
        self.restore.setToolTip("Put back what was measured without a hand here")
        self.undo, self.redo = QPushButton("&Undo"), QPushButton("Re&do")
        self.sign = QPushButton(SIGN)
        self.save = QPushButton("Sa&ve")
        self.message = _text()
        self.message.setAccessibleName("Message")
        self.outlines = QCheckBox("&Outlines")
        self.calipers = QCheckBox("C&alipers")
        self._lay_out(legend)
        self.criteria.textActivated.connect(self.criteria_chosen)
        self.timepoint.textActivated.connect(self.timepoint_chosen)
        self.table.chosen.connect(self.lesion_chosen)
        self.restore.clicked.connect(self.restore_wanted)
        for box, kinds in ((self.outlines, OUTLINES), (self.calipers, CALIPERS)):
            box.setChecked(True)
            box.toggled.connect(partial(self.marks_wanted.emit, kinds))
        self.setMinimumWidth(PANEL_WIDTH)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say that no patient is open, and how to open one."""
        self.setEnabled(False)
        self.response.setText("")
        self.reason.setText(NOTHING_OPEN)
        self.say("")

    def say(self, message: str) -> None:
        """Tell the reader something; empty takes it away."""
        self.message.setText(message)
        self.message.setVisible(bool(message))

    def show_standing(self, undoable: bool, redoable: bool, signed: bool) -> None:
        """Offer undo and redo where there is something, and to sign or reopen."""
        self.undo.setEnabled(undoable)
        self.redo.setEnabled(redoable)
        self.sign.setText(REOPEN if signed else SIGN)

    def show_timepoints(self, timepoints: Sequence[str]) -> None:
        """Offer the timepoints that have images."""
        self.setEnabled(True)
        self.timepoint.clear()
        self.timepoint.addItems(timepoints)

    def show_answer(
        self,
        table: Table,
        response: str,
        reason: str,
        findings: Sequence[Finding],
        *,
        restorable: bool,
    ) -> None:
        """Paint the table, and why the timepoint in view has its category."""
        self.table.show_table(table)
        self.response.setText(response)
        self.reason.setText(reason)
        lines = [f"{f.severity}: {_where(f)}{f.message}" for f in findings] or [NONE]
        if lines != [
            self.findings.item(n).text() for n in range(self.findings.count())
        ]:
            self.findings.clear()
            self.findings.addItems(lines)
        self.restore.setEnabled(restorable)

    def _lay_out(self, legend: str) -> None:
        choices = QFormLayout()
        choices.addRow("&Criteria", self.criteria)
        choices.addRow("&Timepoint", self.timepoint)
        self.findings.setWordWrap(True)
        self.findings.setAccessibleName("Findings at this timepoint")
        self.findings.setTextElideMode(Qt.TextElideMode.ElideNone)
        column = QVBoxLayout(self)
        shown = QHBoxLayout()
        shown.addWidget(self.outlines)
        shown.addWidget(self.calipers)
        choices.addRow("Show", shown)
        column.addLayout(choices)
        policy = QSizePolicy.Policy
        self.table.setSizePolicy(policy.Preferred, policy.Maximum)
        column.addWidget(self.table, stretch=3)
        column.addWidget(self.response)
        column.addWidget(self.reason)
        column.addWidget(QLabel("Findings at this timepoint"))
        column.addWidget(self.findings, stretch=1)
        acts = QHBoxLayout()
        for button in (self.undo, self.redo, self.restore, self.sign, self.save):
            acts.addWidget(button)
        column.addWidget(self.message)
        column.addLayout(acts)
        colors = QLabel(legend)
        colors.setTextFormat(Qt.TextFormat.RichText)
        colors.setWordWrap(True)
        column.addWidget(colors)


def _text(*, bold: bool = False) -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    selectable = Qt.TextInteractionFlag
    label.setTextInteractionFlags(
        selectable.TextSelectableByMouse | selectable.TextSelectableByKeyboard
    )
    font = label.font()
    font.setBold(bold)
    if bold:
        font.setPointSize(font.pointSize() + 3)
    label.setFont(font)
    return label


def _where(finding: Finding) -> str:
    said = not finding.where or finding.message.startswith(finding.where)
    return "" if said else f"{finding.where}: "
