"""Dialogs: a question as title, its consequence in one sentence, verbs on the buttons.

They are opened, not executed: `dialog.open()`, then `accepted` or `rejected` comes. Behind them
the window lies under a scrim. Esc says no; a dangerous verb is never the default.
"""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF, Qt, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.language import _
from app.ui.theme import colours, paint_frame, tokens
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.grounds import Rule, Scroll
from app.ui.widgets.icons import IconLabel
from app.ui.widgets.labels import Label
from app.ui.widgets.naming import named, set_tip
from app.ui.widgets.notices import announce

_AROUND = 8  # pixels of the window that stay to be seen above and below
_LONGEST_TITLE = 160  # characters: four lines of the usual width


class _Scrim(QWidget):
    """Darkens a window while a dialog is open over it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._cover()
        window.installEventFilter(self)
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._cover()
        return super().eventFilter(watched, event)

    def _cover(self) -> None:
        # The window is asked for, not kept: a child that holds its parent may free it too early.
        window = self.parentWidget()
        if window is not None:
            self.setGeometry(window.rect())

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), colours(self.palette()).scrim)


def _headline(title: str) -> str:
    """A title stays a title, however long the name is that somebody gave the thing in it."""
    return title if len(title) <= _LONGEST_TITLE else f"{title[:_LONGEST_TITLE].rstrip()}…"


class Dialog(QDialog):
    """The frame of every dialog: `box` takes its content, `add_verb` its buttons.

    `width` is in pixels. `note` stands quietly beside the title (a reference), `foot_note` at the
    left of the buttons.
    """

    help_page = ""  # the help's page for it; empty: that of the place behind it

    def __init__(
        self,
        name: str,
        title: str,
        sentence: str = "",
        *,
        icon: str = "",
        tone: str = "text2",
        note: str = "",
        width: int = 460,
        parent: QWidget,
    ) -> None:
        super().__init__(parent.window(), Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        named(self, name, title)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(width)
        self._scrim: _Scrim | None = None
        self._scrolling: Scroll | None = None  # once the dialog is too high for the window
        self._is_warned = False  # Esc was pressed once over something typed
        self._name = name
        self._verbs: list[Button] = []
        self.heading = Label(_headline(title), "title", wrap=True)
        set_tip(self.heading, title if self.heading.text() != title else "")
        self.sentence = Label(sentence, "body", "text2", wrap=True)
        self.sentence.setVisible(bool(sentence))
        self.foot_note = Label("", "meta", "text2", wrap=True)
        self.box = QVBoxLayout()
        self.box.setSpacing(12)
        self._foot = QHBoxLayout()
        self._build(icon, tone, note)

    def _build(self, icon: str, tone: str, note: str) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        if icon:
            head.addWidget(IconLabel(icon, tone, 18))
        head.addWidget(self.heading, 1)
        if note:
            head.addWidget(Label(note, "meta", "text2"))
        close = named(IconButton("x", _("Close"), size="small"), f"{self._name}.close")
        close.clicked.connect(self.reject)
        head.addWidget(close)
        top = QVBoxLayout()
        top.setContentsMargins(20, 16, 14, 0)
        top.setSpacing(8)
        top.addLayout(head)
        self._body = QVBoxLayout()
        self._body.setContentsMargins(20, 8, 20, 16)
        self._body.setSpacing(12)
        self._body.addWidget(self.sentence)
        self._body.addLayout(self.box)
        self._foot.setContentsMargins(20, 12, 20, 14)
        self._foot.setSpacing(8)
        self._foot.addWidget(self.foot_note, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        self._column.addLayout(top)
        self._column.addLayout(self._body, 1)
        self._column.addWidget(Rule())
        self._column.addLayout(self._foot)

    def add_verb(
        self,
        text: str,
        kind: str = "plain",
        icon: str = "",
        *,
        name: str,
        slot: Callable[[], object] | None = None,
        default: bool = False,
        key: str = "",
    ) -> Button:
        """A button in the foot, from left to right; `slot` defaults to `accept`.

        A `default` one is also pressed by Ctrl+Enter and, in one-line fields, by Enter.
        """
        verb = named(Button(text, kind, icon, key=key), f"{self._name}.{name}")
        verb.clicked.connect(slot or self.accept)
        if default and not kind.startswith("danger"):
            verb.setDefault(True)
        self._foot.addWidget(verb)
        self._verbs.append(verb)
        return verb

    def add_cancel(self, text: str = "") -> Button:
        """The button that changes nothing; Esc does the same."""
        return self.add_verb(text or _("&Cancel"), name="cancel", slot=self.reject)

    def showEvent(self, event: QShowEvent) -> None:
        over = self.parentWidget()
        if over is not None and self._scrim is None:
            self._scrim = _Scrim(over)
            self.adjustSize()
            self._fit_into(over)
            middle = over.mapToGlobal(over.rect().center())
            self.move(middle.x() - self.width() // 2, middle.y() - self.height() // 2)
            focused = self.focusWidget()
            first = self._first_input() if focused is None or focused in self._verbs else None
            if first is not None:
                first.setFocus(Qt.FocusReason.OtherFocusReason)
        super().showEvent(event)

    def _fit_into(self, over: QWidget) -> None:
        """What is higher than the window scrolls between title and buttons, which stay in view."""
        room = over.height() - 2 * _AROUND
        if self.height() <= room:
            return
        holder = QWidget()
        place = self._column.indexOf(self._body)
        self._column.takeAt(place)
        self._body.setParent(None)
        holder.setLayout(self._body)
        self._scrolling = Scroll(holder)
        self._column.insertWidget(place, self._scrolling, 1)
        self._scrolling.show()  # at once: a layout would do so later, after the focus was given
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)
        self.setMinimumHeight(0)
        self.setMaximumHeight(room)
        self.resize(self.width(), room)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Qt scrolls to what Tab reaches, not to a field that a refusal leads to."""
        if now is not None and self._scrolling is not None and self._scrolling.isAncestorOf(now):
            self._scrolling.ensureWidgetVisible(now)

    def done(self, result: int) -> None:
        self._lift_scrim()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._lift_scrim()
        super().closeEvent(event)

    def _lift_scrim(self) -> None:
        if self._scrim is not None:
            self._scrim.hide()
            self._scrim.deleteLater()
            self._scrim = None

    def _has_typed(self) -> bool:
        """Whether something was typed that this dialog has not saved."""
        lines = self.findChildren(QLineEdit)
        areas = self.findChildren(QPlainTextEdit)
        return any(line.isModified() and line.text() for line in lines) or any(
            area.document().isModified() and area.toPlainText() for area in areas
        )

    def _first_input(self) -> QWidget | None:
        """The first field to fill in, so that typing goes there and not to a button.

        Not by `nextInFocusChain`: PySide 6.11 then takes each widget for the Python parent of the
        next, at the end of the round a button for that of its dialog. Nothing holds such a ring
        any more: it is collected as garbage while the dialog is on the screen.
        """
        kinds = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox)
        for widget in self.findChildren(QWidget):
            if isinstance(widget, kinds) and widget.isVisibleTo(self) and widget.isEnabled():
                return widget
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F1:
            self._hand_on(event)
            return
        if event.key() == Qt.Key.Key_Escape and self._has_typed() and not self._is_warned:
            self._is_warned = True
            self.foot_note.setText(_("What you typed is not saved. Esc once more discards it."))
            self.foot_note.set_ink("waiting")
            announce(self, self.foot_note.text())
            return
        ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if ctrl and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            for verb in self._verbs:
                if verb.isDefault() and verb.isEnabled():
                    verb.click()
            return
        super().keyPressEvent(event)

    def _hand_on(self, event: QKeyEvent) -> None:
        """Help is the window's: it gets the key from dialog to dialog below this one."""
        below = self.parentWidget()
        if below is not None:
            QCoreApplication.sendEvent(below, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A frameless dialog is dragged by any empty spot of it."""
        handle = self.windowHandle()
        if event.button() == Qt.MouseButton.LeftButton and handle is not None:
            handle.startSystemMove()
        super().mousePressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = colours(self.palette())
        rect = QRectF(self.rect())
        radius = tokens().radius["card"]
        paint_frame(QPainter(self), rect, radius, look.surface, look.border)


def ask(
    parent: QWidget,
    name: str,
    question: str,
    sentence: str,
    verb: str,
    then: Callable[[], object],
    *,
    danger: bool = False,
    icon: str = "",
) -> Dialog:
    """Ask before an act; `then` is called if the person presses the verb."""
    tone = "bad" if danger else "text2"
    dialog = Dialog(name, question, sentence, icon=icon, tone=tone, parent=parent)
    cancel = dialog.add_cancel()
    yes = dialog.add_verb(
        verb, "danger_primary" if danger else "primary", name="yes", default=not danger
    )
    dialog.accepted.connect(then)
    (cancel if danger else yes).setFocus()
    dialog.open()
    return dialog
