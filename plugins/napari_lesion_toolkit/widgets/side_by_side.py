"""Criteria beside each other: which to compare, and what each says when."""

from collections.abc import Sequence

from qtpy.QtCore import Qt, Signal
from qtpy.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QListWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from napari_lesion_toolkit.side_by_side import Answer, SideBySide

PART, SAME = "≠", "The criteria agree at every timepoint."
LIST_ROWS = 6


class SideBySidePanel(QWidget):
    """Shows a :class:`SideBySide`; says which criteria are to be compared."""

    compared = Signal(list)
    """Names of the criteria that are selected."""

    timepoint_chosen = Signal(str)
    """Label of the timepoint whose row was clicked."""

    def __init__(self, criteria: Sequence[str]) -> None:
        super().__init__()
        self._shown = SideBySide((), (), ())
        self.choices = QListWidget()
        self.choices.setAccessibleName("Criteria to compare")
        self.choices.addItems(criteria)
        self.choices.setSelectionMode(QAbstractItemView.SelectionMode.MultiSelection)
        row = self.choices.sizeHintForRow(0) if criteria else 0
        self.choices.setMaximumHeight(LIST_ROWS * max(row, 20))
        self.table = QTableWidget()
        self.table.setAccessibleName("Answers of each criteria by timepoint")
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        for header in (self.table.horizontalHeader(), self.table.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.why = QLabel()
        self.why.setWordWrap(True)
        self.why.setTextFormat(Qt.TextFormat.PlainText)
        self.why.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        for widget in (self.choices, self.table, self.why):
            column.addWidget(widget)
        self.choices.itemSelectionChanged.connect(self._choose)
        self.table.cellClicked.connect(self._jump)
        self.table.cellActivated.connect(self._jump)

    @property
    def chosen(self) -> list[str]:
        """Names of the criteria that are selected."""
        return [item.text() for item in self.choices.selectedItems()]

    def show_answers(self, shown: SideBySide) -> None:
        """Paint what each criteria says, and mark where they part."""
        self._shown = shown
        self.table.clear()
        self.table.setColumnCount(len(shown.headings))
        self.table.setRowCount(len(shown.rows))
        self.table.setHorizontalHeaderLabels(shown.headings)
        marked = [
            f"{row.heading} {PART}" if row.why_apart else row.heading
            for row in shown.rows
        ]
        self.table.setVerticalHeaderLabels(marked)
        for number, row in enumerate(shown.rows):
            for column, answer in enumerate(row.answers):
                item = self._item(answer, apart=bool(row.why_apart))
                self.table.setItem(number, column, item)
        apart = [
            f"{row.timepoint}: {row.why_apart}" for row in shown.rows if row.why_apart
        ]
        alone = len(shown.criteria) < 2
        self.why.setText("" if alone else "\n".join(apart) or SAME)

    def _item(self, answer: Answer, *, apart: bool) -> QTableWidgetItem:
        lines = filter(None, (answer.category, answer.sum, answer.change))
        item = QTableWidgetItem("\n".join(lines))
        item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
        item.setToolTip(answer.reason)
        font = self.table.font()
        font.setBold(apart)
        item.setFont(font)
        return item

    def _choose(self) -> None:
        self.compared.emit(self.chosen)

    def _jump(self, row: int, _: int) -> None:
        self.timepoint_chosen.emit(self._shown.rows[row].timepoint)
