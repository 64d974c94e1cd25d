"""The menu, the curve and the comparison as widgets."""

import dataclasses

import pytest

pytest.importorskip("qtpy", reason='needs "lesion-toolkit[viewer]"')

from qtpy.QtCore import Qt
from qtpy.QtWidgets import QFileDialog, QMessageBox, QWidget

from lesion_toolkit.criteria.engine import criteria_names
from napari_lesion_toolkit.session import open_session
from napari_lesion_toolkit.side_by_side import side_by_side
from napari_lesion_toolkit.telling import What
from napari_lesion_toolkit.widgets.side_by_side import PART, SAME, SideBySidePanel
from napari_lesion_toolkit.widgets.telling import menu_of
from napari_lesion_toolkit.widgets.trend import TOO_FEW, TrendPlot

pytestmark = pytest.mark.gui


class Saving:
    """A menu over a session, and hands that answer its dialogs."""

    def __init__(self, qtbot, monkeypatch, session):
        self.session, self.said, self.path, self.replace = session, [], "", False
        self.parent = QWidget()
        qtbot.addWidget(self.parent)
        self.menu = menu_of(self.parent, lambda: self.session, self.said.append)
        monkeypatch.setattr(
            QFileDialog, "getSaveFileName", lambda *_, **__: (str(self.path), "")
        )
        buttons = QMessageBox.StandardButton
        monkeypatch.setattr(
            QMessageBox,
            "question",
            lambda *_: buttons.Yes if self.replace else buttons.No,
        )

    def choose(self, what, path):
        self.path = path
        next(a for a in self.menu.actions() if a.objectName() == what).trigger()


@pytest.fixture
def saving(qtbot, monkeypatch, session):
    return Saving(qtbot, monkeypatch, session)


def test_a_chosen_file_is_written_and_named(saving, tmp_path):
    saving.choose(What.TIMELINE, tmp_path / "t.json")
    assert saving.said == ["Written: t.json."]
    assert (tmp_path / "t.json").is_file()


def test_a_name_without_suffix_gets_the_usual_one(saving, tmp_path):
    saving.choose(What.TABLES, tmp_path / "p")
    assert saving.said == ["Written: p-measurements.csv, p-assessments.csv."]


def test_a_closed_dialog_writes_nothing(saving):
    saving.choose(What.REPORT, "")
    assert saving.said == []


def test_a_file_that_is_there_is_replaced_only_when_the_reader_says_so(
    saving, tmp_path
):
    there = tmp_path / "p-assessments.csv"
    there.write_text("mine")
    saving.choose(What.TABLES, tmp_path / "p.csv")
    assert there.read_text() == "mine"
    saving.replace = True
    saving.choose(What.TABLES, tmp_path / "p.csv")
    assert there.read_text().startswith("patient,criteria")


def test_what_is_refused_is_said(saving, tmp_path):
    saving.choose(What.REPORT, tmp_path / "absent" / "r.html")
    assert "cannot be written" in saving.said[0]
    saving.session = open_session({}, saving.session.timeline)
    saving.choose(What.FIGURE, tmp_path / "f.png")
    assert "no visit with images" in saving.said[1]


def test_the_menu_offers_nothing_without_a_reading(saving):
    saving.session = None
    saving.menu.aboutToShow.emit()
    assert not any(action.isEnabled() for action in saving.menu.actions())
    saving.choose(What.REPORT, "r.html")
    assert saving.said == []


@pytest.fixture
def plot(qtbot):
    plot = TrendPlot()
    qtbot.addWidget(plot)
    return plot


def dark_pixels(plot):
    image = plot.grab().toImage()
    return sum(
        image.pixelColor(x, y).lightness() < 100
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    )


def test_the_curve_is_painted_and_said_in_words(plot, session):
    plot.resize(460, 342)
    plot.show()
    plot.show_course(session.course)
    assert plot.layout().currentWidget() is plot.picture
    assert plot.picture.renderer().isValid()
    assert dark_pixels(plot) > 200
    assert "2023-06-14: 32.0 mm, SD" in plot.accessibleDescription()


def test_the_curve_follows_the_reading(plot, session):
    plot.show_course(session.course)
    before = plot.accessibleDescription()
    shorter = dataclasses.replace(
        session.course, assessments=session.course.assessments[:1]
    )
    plot.show_course(shorter)
    assert plot.accessibleDescription() == TOO_FEW != before
    assert plot.layout().currentWidget() is plot.words
    plot.show_course(None)
    assert plot.accessibleDescription() == TOO_FEW


@pytest.fixture
def panel(qtbot):
    panel = SideBySidePanel(criteria_names())
    qtbot.addWidget(panel)
    return panel


def test_selected_criteria_are_asked_for(panel, qtbot):
    (item,) = panel.choices.findItems("recist-1.1", Qt.MatchFlag.MatchExactly)
    with qtbot.waitSignal(panel.compared) as asked:
        item.setSelected(True)
    assert asked.args == [["recist-1.1"]]
    assert panel.chosen == ["recist-1.1"]


def test_answers_stand_beside_each_other_and_partings_are_marked(panel, session):
    panel.show_answers(side_by_side(session, ["who"]))
    assert panel.table.item(1, 0).text() == "SD\n32.0 mm\n−20.0 %"
    headings = [panel.table.verticalHeaderItem(n).text() for n in range(2)]
    assert [PART in heading for heading in headings] == [False, True]
    assert "mrecist-2010 and who" in panel.why.text()
    panel.show_answers(side_by_side(session, ["recist-1.1"]))
    assert panel.why.text() == SAME
    panel.show_answers(side_by_side(session, []))
    assert panel.why.text() == ""


def test_a_row_leads_to_its_timepoint(panel, session, qtbot):
    panel.show_answers(side_by_side(session, ["who"]))
    with qtbot.waitSignal(panel.timepoint_chosen) as jumped:
        panel.table.cellClicked.emit(1, 0)
    assert jumped.args == ["week 8"]
