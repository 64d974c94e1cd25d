"""The menu that saves what a reading says."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from qtpy.QtCore import Qt
from qtpy.QtWidgets import (
    QApplication,
    QFileDialog,
    QMenu,
    QMessageBox,
    QWidget,
)

from lesion_toolkit.errors import LesionToolkitError
from napari_lesion_toolkit.session import ReadingSession
from napari_lesion_toolkit.telling import KINDS, What, files_of, tell, usual_name


def menu_of(
    parent: QWidget,
    session: Callable[[], ReadingSession | None],
    say: Callable[[str], None],
) -> QMenu:
    """Make the menu: report, figure panel, tables, timeline.

    Parameters
    ----------
    parent
        What the dialogs lie over.
    session
        Gives the open session when something is chosen; None where none is open.
    say
        Takes one sentence: what was written, or why not.
    """
    menu = QMenu("&Save", parent)
    for what, kind in KINDS.items():
        action = menu.addAction(f"{kind.title} …")
        action.setObjectName(what)
        action.triggered.connect(partial(_asked, parent, session, say, what))

    def offer() -> None:
        for action in menu.actions():
            action.setEnabled(session() is not None)

    menu.aboutToShow.connect(offer)
    return menu


def _asked(
    parent: QWidget,
    session: Callable[[], ReadingSession | None],
    say: Callable[[str], None],
    what: What,
    _checked: bool = False,
) -> None:
    """Ask for a file, and write it."""
    reading = session()
    if reading is None:
        return
    path = _asked_path(parent, reading, what)
    if path is None:
        return
    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        written = tell(reading, what, path)
    except LesionToolkitError as refusal:
        say(str(refusal))
        return
    finally:
        QApplication.restoreOverrideCursor()
    say(f"Written: {', '.join(file.name for file in written)}.")


def _asked_path(parent: QWidget, session: ReadingSession, what: What) -> Path | None:
    """Ask where to; files that are there are replaced only if the reader says so."""
    kind = KINDS[what]
    patterns = " ".join(f"*{suffix}" for suffix in dict.fromkeys(kind.suffixes))
    named, _ = QFileDialog.getSaveFileName(
        parent,
        kind.title,
        usual_name(session, what),
        f"{kind.title} ({patterns})",
        options=QFileDialog.Option.DontConfirmOverwrite,
    )
    if not named:
        return None
    path = Path(named)
    if not path.suffix:
        path = path.with_name(path.name + kind.suffixes[0])
    there = [file.name for file in files_of(what, path) if file.exists()]
    return path if not there or _confirmed(parent, kind.title, there) else None


def _confirmed(parent: QWidget, title: str, there: list[str]) -> bool:
    answer = QMessageBox.question(
        parent, title, f"Already there: {', '.join(there)}. Replace?"
    )
    return answer == QMessageBox.StandardButton.Yes
