"""Sums over time with the limits that decide the category, as a picture."""

from collections.abc import Sequence

from qtpy.QtCore import QByteArray, Qt
from qtpy.QtSvgWidgets import QSvgWidget
from qtpy.QtWidgets import QLabel, QSizePolicy, QStackedLayout, QWidget

from lesion_toolkit.export.charts import HEIGHT, WIDTH, sums_curve, sums_words
from lesion_toolkit.model.response import Course

TOO_FEW = "A curve needs sums of two dates."


class TrendPlot(QWidget):
    """Paints the sums of a course; a screen reader gets them in words."""

    def __init__(self) -> None:
        super().__init__()
        self.picture = QSvgWidget()
        self.picture.renderer().setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
        # the drawing's letters are dark: it stays on paper in a dark window
        self.picture.setStyleSheet("background: white")
        self.words = QLabel(TOO_FEW)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleName("Sums over time")
        stack = QStackedLayout(self)
        stack.addWidget(self.words)
        stack.addWidget(self.picture)
        self.setMinimumSize(WIDTH * 3 // 4, HEIGHT * 3 // 4)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Preferred, policy.Preferred)

    def show_course(
        self, course: Course | None, compare: Sequence[Course] = ()
    ) -> None:
        """Paint a course and, beside it, the same timeline by other criteria."""
        drawn = sums_curve(course, compare=compare) if course else ""
        if course and drawn:
            self.picture.load(QByteArray(drawn.encode()))
        self.setAccessibleDescription(
            sums_words(course, compare) if course and drawn else TOO_FEW
        )
        shown = self.picture if drawn else self.words
        self.layout().setCurrentWidget(shown)
