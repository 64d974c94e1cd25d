"""The panel, the sums over time, and criteria beside each other, one in view."""

from collections.abc import Callable, Sequence

from qtpy.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from napari_lesion_toolkit.session import ReadingSession
from napari_lesion_toolkit.side_by_side import side_by_side
from napari_lesion_toolkit.telling import compared
from napari_lesion_toolkit.widgets.response_panel import ResponsePanel
from napari_lesion_toolkit.widgets.side_by_side import SideBySidePanel
from napari_lesion_toolkit.widgets.trend import TrendPlot


class ReadingTabs(QTabWidget):
    """Paints a session in the tab that is in view; the others wait until they are.

    Parameters
    ----------
    panel
        The first tab.
    criteria
        Names that can be compared.
    on_timepoint
        Called with the label of a timepoint that was chosen in the comparison.
    """

    def __init__(
        self,
        panel: ResponsePanel,
        criteria: Sequence[str],
        on_timepoint: Callable[[str], None],
    ) -> None:
        super().__init__()
        self._session: ReadingSession | None = None
        self.trend = TrendPlot()
        self.beside = SideBySidePanel(criteria)
        self.beside.compared.connect(lambda _: self._paint())
        self.beside.timepoint_chosen.connect(on_timepoint)
        self.addTab(panel, "R&eading")
        self.addTab(_at_the_top(self.trend), "Sums over &time")
        self.addTab(self.beside, "&Compare")
        self.currentChanged.connect(lambda _: self._paint())

    def show_session(self, session: ReadingSession | None) -> None:
        """Paint a session; None where no patient is open."""
        self._session = session
        self._paint()

    def _paint(self) -> None:
        session = self._session
        if session is None:
            self.trend.show_course(None)
            return
        if self.beside.isVisible():
            self.beside.show_answers(side_by_side(session, self.beside.chosen))
        elif self.trend.isVisible():
            others = compared(session, self.beside.chosen)
            self.trend.show_course(session.course, others)


def _at_the_top(widget: QWidget) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.addWidget(widget)
    column.addStretch()
    return page
