"""The list of series with thumbnails: choose one to look at, or say what it is."""

from collections.abc import Sequence

from qtpy.QtCore import QSize, Qt, Signal
from qtpy.QtGui import QIcon, QImage, QPixmap
from qtpy.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from lesion_toolkit.model.phase import Phase
from napari_lesion_toolkit.series_list import THUMBNAIL_PX, SeriesRow

AS_FOUND = "as found"
PHASES = (
    Phase.PRECONTRAST,
    Phase.EARLY_ARTERIAL,
    Phase.LATE_ARTERIAL,
    Phase.PORTAL_VENOUS,
    Phase.DELAYED,
    Phase.TRANSITIONAL,
    Phase.HEPATOBILIARY,
)
"""What a reader may say that a series is."""


class SeriesDock(QWidget):
    """Paints the series it is given, and says what was chosen."""

    chosen = Signal(str)
    """Phase that the series is used as."""
    named = Signal(str, str)
    """Name of a series, and the phase a reader says it is; empty takes it back."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[SeriesRow] = ()
        self.list = QListWidget()
        self.list.setAccessibleName("Series of the visit in view")
        self.list.setIconSize(QSize(THUMBNAIL_PX, THUMBNAIL_PX))
        self.list.setFlow(QListWidget.Flow.LeftToRight)
        self.list.setMaximumHeight(THUMBNAIL_PX + 24)
        self.list.itemActivated.connect(self._choose)
        self.list.itemClicked.connect(self._choose)
        self.phase = QComboBox()
        self.phase.addItems([AS_FOUND, *map(str, PHASES)])
        self.phase.textActivated.connect(self._name)
        label = QLabel("The chosen series &is")
        label.setBuddy(self.phase)
        chooser = QVBoxLayout()
        chooser.addWidget(label)
        chooser.addWidget(self.phase)
        row = QHBoxLayout(self)
        row.addWidget(self.list, stretch=1)
        row.addLayout(chooser)

    def show_rows(self, rows: Sequence[SeriesRow]) -> None:
        """Paint the series of an exam."""
        self._rows = rows
        self.list.clear()
        for row in rows:
            item = QListWidgetItem(row.says)
            item.setToolTip(row.why or "No phase of the exam is taken from it.")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, row.says)
            if row.thumbnail is not None:
                item.setIcon(_icon(row))
            self.list.addItem(item)

    def _choose(self, item: QListWidgetItem) -> None:
        row = self._rows[self.list.row(item)]
        if row.phase is not None:
            self.chosen.emit(str(row.phase))

    def _name(self, phase: str) -> None:
        at = self.list.currentRow()
        if at >= 0:
            named = "" if phase == AS_FOUND else phase
            self.named.emit(self._rows[at].name, named)


def _icon(row: SeriesRow) -> QIcon:
    assert row.thumbnail is not None
    gray = row.thumbnail.copy()
    height, width = gray.shape
    image = QImage(gray.data, width, height, width, QImage.Format.Format_Grayscale8)
    return QIcon(QPixmap.fromImage(image.copy()))
