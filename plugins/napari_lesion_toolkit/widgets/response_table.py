"""The table of lesions, sums and categories by timepoint."""

from qtpy.QtCore import Qt, Signal
from qtpy.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
)

from napari_lesion_toolkit.table import Cell, Row, Table

WIDEST = 150
"""Of a column, in pixels: a long label is cut, its tooltip is not."""

SMALLER_PT = 1
"""Three timepoints fit beside an image in a window of 1280 pixels."""

BY_HAND, TO_LOOK_AT = "✎", "!"
"""Mark a diameter that a person set, and an entry with a finding in its tooltip."""


class ResponseTable(QTableWidget):
    """Shows a :class:`Table`; says which lesion at which timepoint was chosen.

    Arrow keys move, Enter or a click chooses.
    """

    chosen = Signal(str, str)
    """Timepoint label and lesion id; the id is empty for sums and categories."""

    def __init__(self) -> None:
        super().__init__()
        self._table = Table((), (), ())
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToContents)
        font = self.font()
        font.setPointSize(font.pointSize() - SMALLER_PT)
        self.setFont(font)
        self.horizontalHeader().setFont(font)
        self.verticalHeader().setFont(font)
        self.setAccessibleName("Lesions, sums and response by timepoint")
        self.verticalHeader().setSectionResizeMode(
            QHeaderView.ResizeMode.ResizeToContents
        )
        self.horizontalHeader().setSectionResizeMode(
            QHeaderView.ResizeMode.ResizeToContents
        )
        self.horizontalHeader().setMaximumSectionSize(WIDEST)
        self.cellClicked.connect(self._choose)
        self.cellActivated.connect(self._choose)

    def show_table(self, table: Table) -> None:
        """Paint a table; cells that stay the same are not touched."""
        before, self._table = self._table, table
        if _outline(table) != _outline(before):
            row, column = self.currentRow(), self.currentColumn()
            self._lay_out(table)
            self.setCurrentCell(_row_of(before, row, table), column)
        for row_number, row in enumerate(table.rows):
            for column, cell in enumerate(row.cells):
                self._paint(row_number, column, cell)

    @property
    def lesion(self) -> str:
        """Lesion of the chosen row; empty where none is chosen."""
        row = self.currentRow()
        return self._table.rows[row].lesion if 0 <= row < len(self._table.rows) else ""

    def choose(self, timepoint: str, lesion: str) -> None:
        """Put the mark on the cell of a lesion, where there is one."""
        rows = [row.lesion for row in self._table.rows]
        if lesion in rows and timepoint in self._table.timepoints:
            column = self._table.timepoints.index(timepoint)
            self.setCurrentCell(rows.index(lesion), column)

    def text_at(self, heading: str, timepoint: str) -> str:
        """Read what stands in one cell."""
        row = [row.heading for row in self._table.rows].index(heading)
        return self.item(row, self._table.timepoints.index(timepoint)).text()

    def _lay_out(self, table: Table) -> None:
        self.clear()
        self.setRowCount(len(table.rows))
        self.setColumnCount(len(table.timepoints))
        self.setHorizontalHeaderLabels(table.headings)
        for column, timepoint in enumerate(table.timepoints):
            self.horizontalHeaderItem(column).setToolTip(timepoint)
        self.setVerticalHeaderLabels([row.heading for row in table.rows])
        for row_number, row in enumerate(table.rows):
            self.verticalHeaderItem(row_number).setToolTip(row.explanation)
        for row_number, row in enumerate(table.rows):
            for column in range(len(table.timepoints)):
                self.setItem(row_number, column, self._item(row))
        self.updateGeometry()

    def _paint(self, row: int, column: int, cell: Cell) -> None:
        item = self.item(row, column)
        marks = BY_HAND * cell.by_hand + TO_LOOK_AT * cell.to_look_at
        text = f"{cell.text} {marks}".strip()
        if item.text() != text:
            item.setText(text)
        if item.toolTip() != cell.explanation:
            item.setToolTip(cell.explanation)

    def _choose(self, row: int, column: int) -> None:
        self.chosen.emit(self._table.timepoints[column], self._table.rows[row].lesion)

    def _item(self, row: Row) -> QTableWidgetItem:
        item = QTableWidgetItem()
        item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
        font = self.font()
        font.setBold(row.leading)
        item.setFont(font)
        return item


def _outline(table: Table) -> tuple[object, ...]:
    """Give what a table has but for its cells."""
    return table.timepoints, [(row.heading, row.explanation) for row in table.rows]


def _row_of(before: Table, row: int, table: Table) -> int:
    """Where a row of an earlier table is now; a renamed lesion keeps its row."""
    if not 0 <= row < len(before.rows):
        return -1
    names = [one.lesion or one.heading for one in table.rows]
    was = before.rows[row].lesion or before.rows[row].heading
    if was in names:
        return names.index(was)
    return row if len(table.rows) == len(before.rows) else -1
