"""The steps of an office's year at one PC: whoever sits there sees and presses, by name."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QRegularExpression, Qt, QTime
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTableView,
    QTimeEdit,
    QWidget,
)
from pytestqt.exceptions import TimeoutError
from pytestqt.qtbot import QtBot

from app.ui.widgets import DropArea, Tabs
from app.ui.window import MainWindow
from tests.ui.finding import W, find

# Much more than any step takes: other test processes share the machine.
PATIENCE = 60_000
PASSWORD = "angklung-2026"  # noqa: S105 of invented people


@dataclass(frozen=True)
class Pc:
    """The window of one PC, and what people do at it."""

    window: MainWindow
    qtbot: QtBot

    def until(self, met: Callable[[], bool]) -> None:
        """Wait for what the window will show; if it never does, tell what it shows instead."""
        try:
            self.qtbot.waitUntil(met, timeout=PATIENCE)
        except TimeoutError:
            pytest.fail(
                "\n".join(
                    ["It did not come; the window says:", *(said[:200] for said in self._said())]
                )
            )

    # Seeing

    def shown(self, kind: type[W], name: str) -> W | None:
        """The newest shown control of that name; one that was replaced may still wait to end."""
        found = self.window.findChildren(kind, QRegularExpression(f"^{name}$"))
        visible = [widget for widget in found if widget.isVisible()]
        return visible[-1] if visible else None

    def see(self, kind: type[W], name: str) -> W:
        """Wait for a control to be shown."""
        self.until(lambda: self.shown(kind, name) is not None)
        seen = self.shown(kind, name)
        assert seen is not None
        return seen

    def words(self, name: str) -> str:
        """What a label says now; empty if it is not shown."""
        label = self.shown(QLabel, name)
        return label.text() if label is not None else ""

    def says(self, name: str, words: str) -> None:
        """Wait until a label says exactly this."""
        self.until(lambda: self.words(name) == words)

    def reads(self, words: str) -> None:
        """Wait until something shown says these words, in letters or to screen readers."""
        self.until(lambda: any(words in said for said in self._said()))

    def _said(self) -> list[str]:
        """All that labels and painted controls say now, each once."""
        visible = [widget for widget in self.window.findChildren(QWidget) if widget.isVisible()]
        texts = [it.text() if isinstance(it, QLabel) else it.accessibleName() for it in visible]
        return list(dict.fromkeys(text for text in texts if text))

    def is_called(self, name: str, words: str) -> None:
        """Wait until a painted control says these words to screen readers."""

        def called() -> bool:
            control = self.shown(QWidget, name)
            return control is not None and control.accessibleName() == words

        self.until(called)

    def text_of(self, name: str) -> str:
        """What stands on a button."""
        return self.see(QAbstractButton, name).text()

    def heads(self, words: str) -> None:
        """Wait until the top bar says this: title, note or one of the chips beside it."""

        def told() -> bool:
            screen = self.window.screen_shown()
            chips = [chip.text for chip in screen.chips] if screen is not None else []
            return any(words in chip for chip in chips)

        self.until(told)

    def is_told(self, words: str) -> None:
        """Wait until the toast says what was done."""
        self.until(lambda: words in self.words("toast.text"))

    def counts(self, name: str, **counted: int) -> None:
        """Wait until each of these tabs shows its count."""

        def shows() -> bool:
            tabs = self.shown(Tabs, name)
            return tabs is not None and all(
                (tab := self.shown(QAbstractButton, f"{name}.{key}")) is not None
                and tab.accessibleName().split()[-1] == str(count)
                for key, count in counted.items()
            )

        self.until(shows)

    def is_gone(self, name: str) -> None:
        """Wait until a dialog is closed."""
        self.until(lambda: self.shown(QWidget, name) is None)

    # Doing

    def press(self, name: str) -> None:
        """Click a button once it can be clicked; `name` may be a pattern."""

        def ready() -> bool:
            button = self.shown(QAbstractButton, name)
            return button is not None and button.isEnabled()

        self.until(ready)
        self.see(QAbstractButton, name).click()

    def tick(self, name: str) -> None:
        self.see(QCheckBox, name).setChecked(True)

    def write(self, name: str, words: str) -> None:
        """Type a line anew."""
        line = self.see(QLineEdit, name)
        line.selectAll()
        QTest.keyClicks(line, words)

    def write_area(self, name: str, words: str) -> None:
        """Paste a text over what stood in an area."""
        area = self.see(QPlainTextEdit, name)
        self.until(lambda: not area.isReadOnly())
        area.setPlainText(words)

    def choose(self, name: str, beginning: str) -> None:
        """Choose the entry of a list that begins so."""
        choice = self.see(QComboBox, name)
        choice.setCurrentIndex(choice.findText(beginning, Qt.MatchFlag.MatchStartsWith))
        assert choice.currentText().startswith(beginning)
        choice.activated.emit(choice.currentIndex())

    def set_time(self, name: str, hour: int, minute: int) -> None:
        self.see(QTimeEdit, name).setTime(QTime(hour, minute))

    def choose_entry(self, menu: str, entry: str) -> None:
        """Choose in an open menu."""
        opened = self.see(QMenu, menu)
        action = opened.findChild(QAction, entry)
        assert action is not None
        action.trigger()
        opened.close()

    def drop(self, name: str, *files: Path) -> None:
        self.see(DropArea, name).dropped.emit(files)

    def pick(self, name: str, words: str) -> QAbstractItemView:
        """Make the row current that holds these words, once it is there."""
        view = self.see(QAbstractItemView, name)
        columns = range(view.model().columnCount() if isinstance(view, QTableView) else 1)

        def row() -> int | None:
            model = view.model()
            for number in range(model.rowCount()):
                if any(words in str(model.index(number, at).data()) for at in columns):
                    return number
            return None

        self.until(lambda: row() is not None)
        view.setCurrentIndex(view.model().index(row() or 0, 0))
        return view

    def open_row(self, name: str, words: str) -> None:
        """Pick a row and press Enter."""
        QTest.keyClick(self.pick(name, words), Qt.Key.Key_Return)

    def go_to(self, place: str) -> None:
        """Enter one of the seven places."""
        self.press(f"window.{place}")
        button = find(self.window, QAbstractButton, f"window.{place}")
        self.until(button.isChecked)

    def refresh(self) -> None:
        """F5: the place asks again, as it does by itself each minute."""
        self.window.reload()

    # Coming and going

    def sign_in(self, name: str, *, first: str = "") -> None:
        """Sit down at the PC; with a `first` password that another set, choose an own one."""
        who = self.see(QComboBox, "sign_in.name")
        who.setCurrentIndex(who.findData(name))
        assert who.currentData() == name
        self.write("sign_in.password", first or PASSWORD)
        self.press("sign_in.enter")
        if first:
            self.write("sign_in.own.first", PASSWORD)
            self.write("sign_in.own.second", PASSWORD)
            self.press("sign_in.enter")
        self.is_in()

    def is_in(self) -> None:
        """Wait until the places are there and Beranda greets."""
        self.until(lambda: not self.window.is_covered)
        self.until(lambda: self.words("window.title").startswith("Sampurasun"))

    def sign_out(self) -> None:
        """Leave the PC to whoever comes."""
        menu = find(self.window, QMenu, "window.person.menu")
        (leave,) = (action for action in menu.actions() if action.text() == "Keluar")
        leave.trigger()
        self.see(QLineEdit, "sign_in.password")

    def hand_over(self, name: str, *, first: str = "") -> None:
        """One leaves, another sits down."""
        self.sign_out()
        self.sign_in(name, first=first)
