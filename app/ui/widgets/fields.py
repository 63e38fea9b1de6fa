"""Fields to fill in: label above, error below; lines, areas, choices, days, times, search."""

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QDate, QEvent, QLocale, Qt, QTime, QTimer, Signal, Slot
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from app.language import _, language, ngettext
from app.ui.theme import icon, line_height, set_type
from app.ui.widgets.grounds import set_ground
from app.ui.widgets.icons import IconLabel
from app.ui.widgets.labels import Label
from app.ui.widgets.naming import named

C = TypeVar("C", bound=QWidget, covariant=True)

_SEARCH_PAUSE = 200  # ms without typing before a search is asked


class Field(QWidget, Generic[C]):
    """A control with its label above and, when something is wrong, a sentence below.

    `note` stands beside the label, in the quiet ink. The label names the control for screen
    readers, and its mnemonic leads there.
    """

    def __init__(
        self, label: str, control: C, note: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.control = control
        self.label = Label(label, "label", "text2")
        self.label.setBuddy(control)
        if not control.accessibleName():
            control.setAccessibleName(label.replace("&", ""))
        self.note = Label(note, "meta", "text3")
        self._sign = IconLabel("circle-alert", "bad", 14)
        self._sentence = Label("", "meta", "bad", wrap=True)
        self._error = QWidget()
        self._lay_out()
        self._error.hide()
        if isinstance(control, QLineEdit):
            control.textEdited.connect(self._on_edited)
            control.inputRejected.connect(self._on_input_rejected)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.label)
        head.addWidget(self.note, 1)
        below = QHBoxLayout(self._error)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(6)
        below.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self._sentence, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addLayout(head)
        column.addWidget(self.control)
        column.addWidget(self._error)

    def _on_edited(self, _text: str) -> None:
        """What was wrong is being mended: it is judged again when one goes on."""
        if self.error():
            self.set_error("")

    @Slot()
    def _on_input_rejected(self) -> None:
        """Qt drops what a line does not hold, pasted or typed, and says nothing."""
        QTimer.singleShot(0, self, self._tell_limit)  # after what did fit has been told as edited

    @Slot()
    def _tell_limit(self) -> None:
        limit = self.control.maxLength() if isinstance(self.control, QLineEdit) else 0
        words = ngettext(
            "No more than %(n)d character fits here; the rest was left out.",
            "No more than %(n)d characters fit here; the rest was left out.",
            limit,
        )
        self.set_error(words % {"n": limit})

    def error(self) -> str:
        """The sentence that is shown; empty while nothing is wrong."""
        return self._sentence.text()

    def set_error(self, sentence: str) -> None:
        """Say what is wrong and what to do; an empty sentence takes the mark away."""
        self._sentence.setText(sentence)
        self._error.setVisible(bool(sentence))
        self.control.setProperty("wrong", bool(sentence))
        self.control.setAccessibleDescription(sentence)
        self.control.update()


def show_errors(errors: Iterable[tuple["Field[QWidget]", str]]) -> bool:
    """Show each field's sentence, lead the focus to the first wrong one; True if all are right."""
    first: QWidget | None = None
    for field, sentence in errors:
        field.set_error(sentence)
        if sentence and first is None:
            first = field.control
    if first is not None:
        first.setFocus(Qt.FocusReason.OtherFocusReason)
    return first is None


def line_edit(name: str, text: str = "", placeholder: str = "", limit: int = 500) -> QLineEdit:
    """One line to type in; `limit` is for what is typed, what is there already is never cut."""
    edit = named(_Line(), name)
    edit.setPlaceholderText(placeholder)
    edit.setMaxLength(limit)
    edit.setText(text)
    edit.setCursorPosition(0)  # of what is too long to be seen whole, the beginning
    return edit


class _Line(QLineEdit):
    def setText(self, text: str | None, /) -> None:
        """Keep all of the text: saving the form must not change what nobody touched."""
        units = len((text or "").encode("utf-16-le", "surrogatepass")) // 2
        self.setMaxLength(max(self.maxLength(), units))
        super().setText(text)


class TextArea(QPlainTextEdit):
    """Several lines of plain text; Tab leaves it. `reading` sets it in 15 px, to be judged."""

    def __init__(
        self,
        name: str,
        placeholder: str = "",
        *,
        lines: int = 3,
        reading: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        named(self, name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(7)
        role = "read" if reading else "body"
        set_type(self, role)
        self.setMinimumHeight(line_height(role) * lines + 18)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def changeEvent(self, event: QEvent) -> None:
        """What can only be read stands on the ground of what is settled, its frame too."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ReadOnlyChange:
            set_ground(self.viewport(), "sunken" if self.isReadOnly() else "surface")
            self.update()


class Choice(QComboBox):
    """A list to choose one of; `prefix` writes its subject inside: *Akun  Semua*.

    Entries carry a value: `set_entries([("Semua", None), ("Instagram", 3)])`, `value()`.
    """

    chosen = Signal(object)  # the value that the person chose

    def __init__(
        self,
        name: str,
        entries: Sequence[tuple[str, object]] = (),
        *,
        prefix: str = "",
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        named(self, name, prefix)
        self.setProperty("prefix", prefix)
        self.setPlaceholderText(placeholder)
        self.setMaxVisibleItems(14)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMinimumContentsLength(4)
        self._values: list[object] = []  # Qt's own data would turn a StrEnum into a plain str
        self.activated.connect(self._on_activated)
        self.set_entries(entries)

    def set_entries(self, entries: Sequence[tuple[str, object]]) -> None:
        """Replace the entries; the value that was chosen stays chosen if it is still there."""
        kept = self.value()
        self.clear()
        self._values = [value for _text, value in entries]
        for text, value in entries:
            self.addItem(text, value)
        if entries and self.placeholderText():
            self.setCurrentIndex(-1)
        self.set_value(kept)

    def value(self) -> object:
        row = self.currentIndex()
        return self._values[row] if 0 <= row < len(self._values) else None

    def set_value(self, value: object) -> None:
        if value in self._values:
            self.setCurrentIndex(self._values.index(value))

    def _on_activated(self, _row: int) -> None:
        self.chosen.emit(self.value())


def _locale() -> QLocale:
    """The language's own days and months, never the PC's."""
    return QLocale("id_ID" if language() == "id" else "en_GB")


class DayField(QDateEdit):
    """A day, with the calendar to choose it from; `Jumat, 27 Nov 2026`."""

    def __init__(self, name: str, day: QDate | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, name)
        self.setLocale(_locale())
        self.setDisplayFormat("dddd, d MMM yyyy")
        self.setCalendarPopup(True)
        self.calendarWidget().setLocale(_locale())
        self.calendarWidget().setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setDate(day or QDate.currentDate())
        self.setMinimumWidth(170)


class TimeField(QTimeEdit):
    """A time of day in WIB, written `11.00`."""

    def __init__(self, name: str, time: QTime | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, name)
        self.setDisplayFormat("HH.mm")
        self.setTime(time or QTime(9, 0))
        self.setFixedWidth(84)


class SearchBox(QLineEdit):
    """A line to search with; `searched` comes when the person has paused, Esc empties it."""

    searched = Signal(str)  # what to search for, without spaces around it

    def __init__(self, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, name, placeholder or _("Search"))
        self.setPlaceholderText(placeholder or _("Search"))
        self.setClearButtonEnabled(True)
        self._sign = self.addAction(QIcon(icon("search")), QLineEdit.ActionPosition.LeadingPosition)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_SEARCH_PAUSE)
        self._pause.timeout.connect(self._on_paused)
        self.textChanged.connect(self._pause.start)
        self.returnPressed.connect(self._on_paused)

    def _on_paused(self) -> None:
        self._pause.stop()
        self.searched.emit(self.text().strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)
