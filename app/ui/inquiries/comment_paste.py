"""Pasting a comment column: which post it is of, and what was understood, before it is stored."""

from datetime import datetime
from datetime import time as clock_time

from PySide6.QtCore import QDate, Qt, QTime, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.language import WIB, _, number_text, wib
from app.services import comments
from app.services.comments import PostChoice, Taken, Understood
from app.services.errors import BeforeLastEvent, InvalidValue, NoCommentsFound
from app.services.importing.pasted import PastedComments
from app.ui.bridge import ActRunner, OfficeBridge, QueryRunner
from app.ui.inquiries.act_dialog import date_of, qdate_of
from app.ui.inquiries.pasted_table import pasted_columns, store_words, summary
from app.ui.inquiries.post_picker import PostPicker
from app.ui.theme import scaled
from app.ui.widgets import (
    DayField,
    Dialog,
    Field,
    Notice,
    Part,
    RowsModel,
    Segments,
    Table,
    TextArea,
    TimeField,
    named,
)
from app.wording import sentence

_PAUSE = 250  # ms without typing before the text is read
_WIDTH = 760
_LOW = 720  # a window that is lower shows less of the text and of what was understood
_UNDERSTOOD, _LEFT_OUT = "understood", "left_out"


class CopiedField(QWidget):
    """The day and time (WIB) at which the comments were copied; until it is changed: just now."""

    changed = Signal()

    def __init__(self, name: str, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, name)
        here = wib(now)
        self._begin = (qdate_of(here.date()), QTime(here.hour, here.minute))
        self.day = DayField(f"{name}.day", self._begin[0])
        self.time = TimeField(f"{name}.time", self._begin[1])
        self.day.setAccessibleName(_("Day of copying"))
        self.time.setAccessibleName(_("Time of copying"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.day, 1)
        row.addWidget(self.time)
        self.setFocusProxy(self.day)
        self.day.dateChanged.connect(self._on_date_changed)
        self.time.timeChanged.connect(lambda _time: self.changed.emit())

    @Slot(QDate)
    def _on_date_changed(self, _day: QDate) -> None:
        self.changed.emit()

    def value(self) -> datetime | None:
        """None: just now."""
        day, time = self.day.date(), self.time.time()
        if (day, time) == self._begin:
            return None
        return datetime.combine(date_of(day), clock_time(time.hour(), time.minute()), WIB)


class PasteDialog(Dialog):
    """Takes a pasted column, shows what it says, and stores it under the chosen post.

    While a post is searched the posts found stand where else that is which was understood.
    """

    taken = Signal(object)  # the Taken

    def __init__(
        self, bridge: OfficeBridge, parent: QWidget, *, post: PostChoice | None = None
    ) -> None:
        super().__init__(
            "comments.paste",
            _("Paste comments"),
            _("Select the comment column in the browser, copy it, and paste it here."),
            icon="clipboard-paste",
            width=scaled(_WIDTH),
            parent=parent,
        )
        self._office = bridge.office
        self._understood: Understood | None = None
        self._reading = QueryRunner(bridge, self)
        self._acts = ActRunner(bridge, self)
        self._picker = PostPicker(bridge, "comments.paste.post")
        self._copied = CopiedField("comments.paste.copied", bridge.office.now())
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._fill(is_low=parent.window().height() < scaled(_LOW))
        self._connect()
        if post is not None:
            self._picker.set_post(post)
        self._paste_from_clipboard()
        (self._text if post is not None else self._picker.search).setFocus()

    def _fill(self, *, is_low: bool) -> None:
        self._post_field = Field(_("&Post"), self._picker.search)
        self._copied_field = Field(_("Co&pied on"), self._copied)
        where = QHBoxLayout()
        where.setSpacing(12)
        where.addWidget(self._post_field, 1)
        where.addWidget(self._copied_field, 0, Qt.AlignmentFlag.AlignTop)
        self._text = TextArea(
            "comments.paste.text", _("Paste here (Ctrl+V)"), lines=2 if is_low else 4
        )
        self._text.setMaximumHeight(scaled(60 if is_low else 92))
        self._notice = Notice("comments.paste.notice", "planned", rounded=True)
        self._notice.hide()
        self._pages = QStackedWidget()
        self._pages.addWidget(self._preview(scaled(72 if is_low else 176)))
        self._pages.addWidget(self._picker)
        self.box.addLayout(where)
        self.box.addWidget(Field(_("&Copied comments"), self._text))
        self.box.addWidget(self._notice)
        self.box.addWidget(self._pages, 1)
        self.add_cancel()
        self._store = self.add_verb(
            _("Store"), "primary", name="store", slot=self._on_store_clicked, default=True
        )
        self._store.setEnabled(False)

    def _preview(self, least_height: int) -> QWidget:
        self._parts = Segments("comments.paste.parts", _part_words(None))
        self._table = Table("comments.paste.table", _("What was understood"), rows="tall")
        self._model = RowsModel(pasted_columns(), self, key=id)
        self._table.setModel(self._model)
        self._table.set_widths(190, 0)
        self._table.setMinimumHeight(least_height)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._parts)
        column.addWidget(self._table, 1)
        return page

    def _connect(self) -> None:
        self._pause.timeout.connect(self._read)
        self._text.textChanged.connect(self._pause.start)
        self._text.textChanged.connect(self._show_preview)
        self._copied.changed.connect(self._pause.start)
        self._picker.chosen.connect(self._on_post_chosen)
        self._picker.wanted.connect(self._show_posts)
        self._picker.refused.connect(self._post_field.set_error)
        self._parts.chosen.connect(self._show_part)
        self._reading.answered.connect(self._on_understood)
        self._reading.failed.connect(self._on_failed)
        self._acts.busy.connect(self._store.setDisabled)
        self._acts.done.connect(self._on_taken)
        self._acts.failed.connect(self._on_failed)

    def _paste_from_clipboard(self) -> None:
        """What was copied just now is most likely what is meant; other texts are left alone."""
        copied = QGuiApplication.clipboard().text()
        if copied.count("\n") > 3:
            self._text.setPlainText(copied)

    def _key(self) -> str | None:
        post = self._picker.post()
        return post.key if post is not None else None

    @Slot()
    def _show_posts(self) -> None:
        self._post_field.set_error("")
        self._pages.setCurrentWidget(self._picker)

    @Slot()
    def _show_preview(self) -> None:
        self._pages.setCurrentIndex(0)

    @Slot()
    def _read(self) -> None:
        """Ask what the text says; the office is only compared with."""
        self._copied_field.set_error("")
        text = self._text.toPlainText()
        if text.strip():
            copied_at = self._copied.value() or self._office.now()
            self._reading.run(comments.understand_pasted, text, copied_at, self._key())
        else:
            self._show(None)

    @Slot(object)
    def _on_post_chosen(self, post: PostChoice | None) -> None:
        self._post_field.set_error("")
        if post is not None:
            self._show_preview()
        self._read()

    @Slot(object)
    def _on_understood(self, understood: Understood) -> None:
        self._show(understood)

    @Slot()
    def _on_store_clicked(self) -> None:
        if self._understood is None:
            return
        if self._key() is None:
            self._show_posts()
            self._post_field.set_error(_("Choose the post, or paste its address."))
            self._picker.search.setFocus()
            return
        self._acts.run(
            comments.take_pasted,
            self._understood.pasted,
            address=self._key(),
            copied_at=self._copied.value(),
        )

    @Slot(object)
    def _on_taken(self, taken: Taken) -> None:
        self.taken.emit(taken)
        self.accept()

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, NoCommentsFound):
            self._show(None)
            self._notice.tell(sentence(error), "waiting")
        elif isinstance(error, BeforeLastEvent):
            self._copied_field.set_error(sentence(error))
        elif isinstance(error, InvalidValue) and error.field == "address":
            self._post_field.set_error(sentence(error))
            self._store.setEnabled(False)
        else:
            self._notice.tell(sentence(error), "bad")

    def _show(self, understood: Understood | None) -> None:
        self._understood = understood
        self._parts.set_parts(_part_words(understood.pasted if understood else None))
        self._notice.tell(summary(understood) if understood else "", "planned")
        self._store.setText(store_words(understood))
        self._store.setEnabled(understood is not None)
        self._show_part(self._parts.value())

    @Slot(object)
    def _show_part(self, part: object) -> None:
        pasted = self._understood.pasted if self._understood else None
        if pasted is not None and part == _LEFT_OUT:
            self._model.replace(pasted.left_out)
        else:
            self._model.replace(pasted.comments if pasted else ())


def _part_words(pasted: PastedComments | None) -> list[Part]:
    counts = (len(pasted.comments), len(pasted.left_out)) if pasted else (0, 0)
    return [
        Part(_UNDERSTOOD, _("Understood"), number_text(counts[0], 0)),
        Part(_LEFT_OUT, _("Left out"), number_text(counts[1], 0)),
    ]
