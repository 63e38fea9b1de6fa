"""Pasting a comment column: which post it is of, and what was understood, before it is stored."""

from PySide6.QtCore import QAbstractTableModel, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.language import _, ngettext, number_text, short_day_text, wib
from app.services import comments
from app.services.comments import PostChoice, Taken, Understood
from app.services.errors import InvalidValue, NoCommentsFound
from app.services.importing.pasted import PastedComment, PastedComments
from app.ui.bridge import ActRunner, OfficeBridge, QueryRunner
from app.ui.theme import scaled
from app.ui.widgets import (
    ROOT,
    Choice,
    Dialog,
    Field,
    Index,
    InkRole,
    NoteRole,
    Notice,
    Part,
    Segments,
    Table,
    TextArea,
    line_edit,
    platform_letters,
)
from app.wording import sentence

_PAUSE = 250  # ms without typing before the text is read
_WIDTH = 760
_UNDERSTOOD, _LEFT_OUT = "understood", "left_out"


class PastedTable(QAbstractTableModel):
    """Author and text of what was understood, or the lines that were left out."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._comments: tuple[PastedComment, ...] = ()
        self._lines: tuple[str, ...] = ()

    def show_comments(self, understood: tuple[PastedComment, ...]) -> None:
        self._replace(understood, ())

    def show_lines(self, lines: tuple[str, ...]) -> None:
        self._replace((), lines)

    def _replace(self, understood: tuple[PastedComment, ...], lines: tuple[str, ...]) -> None:
        self.beginResetModel()
        self._comments, self._lines = understood, lines
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._comments) + len(self._lines)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else 2

    def headerData(
        self, section: int, across: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole or across is Qt.Orientation.Vertical:
            return None
        return (_("Author"), _("Comment"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self._lines:
            is_words = role == Qt.ItemDataRole.DisplayRole and index.column() == 1
            if role == InkRole:
                return "text2"
            return self._lines[index.row()] if is_words else None
        comment = self._comments[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (comment.author, comment.text)[index.column()]
        if role == NoteRole:
            return (comment.age_text, _remarks(comment))[index.column()]
        return "text2" if role == InkRole and comment.is_own else None


class PasteDialog(Dialog):
    """Takes a pasted column, shows what it says, and stores it under the chosen post."""

    taken = Signal(object)  # the Taken

    def __init__(
        self,
        bridge: OfficeBridge,
        parent: QWidget,
        *,
        post_key: str | None = None,
        title: str | None = None,
    ) -> None:
        super().__init__(
            "comments.paste",
            _("Paste comments"),
            _("Select the comment column in the browser, copy it, and paste it here."),
            icon="clipboard-paste",
            width=scaled(_WIDTH),
            parent=parent,
        )
        self._post_key = post_key
        self._understood: Understood | None = None
        self._posts = QueryRunner(bridge, self)
        self._reading = QueryRunner(bridge, self)
        self._acts = ActRunner(bridge, self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._fill(title)
        self._connect()
        self._posts.run(comments.recent_posts)
        self._paste_from_clipboard()
        self._text.setFocus()

    def _fill(self, title: str | None) -> None:
        self._choice = Choice("comments.paste.post")
        self._choice.set_entries(self._entries([], title))
        self._choice.set_value(self._post_key)
        self._address = line_edit(
            "comments.paste.address", placeholder="https://www.instagram.com/p/…"
        )
        self._post_field = Field(_("&Post"), self._choice)
        self._address_field = Field(_("&Address of the post"), self._address)
        where = QHBoxLayout()
        where.setSpacing(12)
        where.addWidget(self._post_field, 1)
        where.addWidget(self._address_field, 1)
        self._text = TextArea("comments.paste.text", _("Paste here (Ctrl+V)"), lines=4)
        self._text.setMaximumHeight(scaled(92))
        self._notice = Notice("comments.paste.notice", "planned", rounded=True)
        self._notice.hide()
        self._parts = Segments("comments.paste.parts", self._part_words(None))
        self._table = Table("comments.paste.table", _("What was understood"), rows="tall")
        self._model = PastedTable(self)
        self._table.setModel(self._model)
        self._table.set_widths(190, 0)
        self._table.setMinimumHeight(scaled(176))
        self.box.addLayout(where)
        self.box.addWidget(Field(_("&Copied comments"), self._text))
        self.box.addWidget(self._notice)
        self.box.addWidget(self._parts)
        self.box.addWidget(self._table, 1)
        self.add_cancel()
        self._store = self.add_verb(
            _("Store"), "primary", name="store", slot=self._on_store_clicked, default=True
        )
        self._store.setEnabled(False)
        self._address_field.setVisible(self._post_key is None)

    def _connect(self) -> None:
        self._pause.timeout.connect(self._read)
        self._text.textChanged.connect(self._pause.start)
        self._address.textChanged.connect(self._pause.start)
        self._choice.chosen.connect(self._on_post_chosen)
        self._parts.chosen.connect(self._show_part)
        self._posts.answered.connect(self._on_posts)
        self._posts.failed.connect(self._on_failed)
        self._reading.answered.connect(self._on_understood)
        self._reading.failed.connect(self._on_failed)
        self._acts.busy.connect(self._store.setDisabled)
        self._acts.done.connect(self._on_taken)
        self._acts.failed.connect(self._on_failed)

    def _entries(self, posts: list[PostChoice], title: str | None) -> list[tuple[str, object]]:
        """This post if there is one, then others of the calendar, then any by its address."""
        entries: list[tuple[str, object]] = []
        if self._post_key is not None:
            entries.append((title or self._post_key, self._post_key))
        entries += [(_post_words(post), post.key) for post in posts if post.key != self._post_key]
        return [*entries, (_("Another post, by its address"), None)]

    def _paste_from_clipboard(self) -> None:
        """What was copied just now is most likely what is meant; other texts are left alone."""
        copied = QGuiApplication.clipboard().text()
        if copied.count("\n") > 3:
            self._text.setPlainText(copied)

    def _address_text(self) -> str:
        chosen = self._choice.value()
        return chosen if isinstance(chosen, str) else self._address.text().strip()

    @Slot()
    def _read(self) -> None:
        """Ask what the text says; the office is only compared with."""
        self._post_field.set_error("")
        self._address_field.set_error("")
        text = self._text.toPlainText()
        if text.strip():
            self._reading.run(comments.understand_pasted, text, None, self._address_text() or None)
        else:
            self._show(None)

    @Slot(object)
    def _on_posts(self, posts: list[PostChoice]) -> None:
        title = self._choice.itemText(0) if self._post_key is not None else None
        kept = self._choice.value()
        self._choice.set_entries(self._entries(posts, title))
        self._choice.set_value(kept)

    @Slot(object)
    def _on_post_chosen(self, key: object) -> None:
        self._address_field.setVisible(key is None)
        self._read()

    @Slot(object)
    def _on_understood(self, understood: Understood) -> None:
        self._show(understood)

    @Slot()
    def _on_store_clicked(self) -> None:
        if self._understood is None:
            return
        if not self._address_text():
            self._address_field.set_error(sentence(InvalidValue("address", "no_link")))
            self._address.setFocus()
            return
        self._acts.run(comments.take_pasted, self._understood.pasted, address=self._address_text())

    @Slot(object)
    def _on_taken(self, taken: Taken) -> None:
        self.taken.emit(taken)
        self.accept()

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, NoCommentsFound):
            self._show(None)
            self._notice.tell(sentence(error), "waiting")
        elif isinstance(error, InvalidValue) and error.field == "address":
            self._address_field.set_error(sentence(error))
            self._store.setEnabled(False)
        else:
            self._notice.tell(sentence(error), "bad")

    def _show(self, understood: Understood | None) -> None:
        self._understood = understood
        pasted = understood.pasted if understood else None
        self._parts.set_parts(self._part_words(pasted))
        self._notice.tell(summary(understood) if understood else "", "planned")
        self._store.setText(_store_words(understood))
        self._store.setEnabled(understood is not None)
        self._show_part(self._parts.value())

    @Slot(object)
    def _show_part(self, part: object) -> None:
        pasted = self._understood.pasted if self._understood else None
        if pasted is not None and part == _LEFT_OUT:
            self._model.show_lines(pasted.left_out)
        else:
            self._model.show_comments(pasted.comments if pasted else ())

    def _part_words(self, pasted: PastedComments | None) -> list[Part]:
        counts = (len(pasted.comments), len(pasted.left_out)) if pasted else (0, 0)
        return [
            Part(_UNDERSTOOD, _("Understood"), number_text(counts[0], 0)),
            Part(_LEFT_OUT, _("Left out"), number_text(counts[1], 0)),
        ]


def summary(understood: Understood) -> str:
    """What was understood, in one line; what was not copied or cut is said, never hidden."""
    pasted, taken = understood.pasted, understood.taken
    told = [_platform_name(pasted.platform)]
    if taken is not None:
        told.append(
            _("%(new)s new, %(known)s there already")
            % {"new": number_text(taken.new, 0), "known": number_text(taken.known, 0)}
        )
    own = sum(comment.is_own for comment in pasted.comments)
    if own:
        told.append(ngettext("%(n)d of our own", "%(n)d of our own", own) % {"n": own})
    cut = sum(comment.is_incomplete for comment in pasted.comments)
    if cut:
        told.append(ngettext("%(n)d cut by the site", "%(n)d cut by the site", cut) % {"n": cut})
    hidden = pasted.hidden_replies
    if hidden:
        told.append(
            ngettext("%(n)d reply not copied", "%(n)d replies not copied", hidden) % {"n": hidden}
        )
    return " · ".join(told)


def _store_words(understood: Understood | None) -> str:
    new = understood.taken.new if understood and understood.taken else 0
    if not new:  # likes may have grown all the same
        return _("Store")
    return ngettext("Store %(n)d comment", "Store %(n)d comments", new) % {"n": new}


def _remarks(comment: PastedComment) -> str:
    remarks = []
    if comment.is_own:
        remarks.append(_("our account"))
    if comment.is_pinned:
        remarks.append(_("pinned"))
    if comment.is_reply_guess:
        remarks.append(_("probably a reply"))
    if comment.is_incomplete:
        remarks.append(_("cut by the site"))
    return " · ".join(remarks)


def _post_words(post: PostChoice) -> str:
    day = f" · {short_day_text(wib(post.published_at).date())}" if post.published_at else ""
    return f"{platform_letters(post.platform)} · {post.title}{day}"


def _platform_name(platform: str) -> str:
    names = {"instagram": "Instagram", "facebook": "Facebook"}
    return names.get(platform) or {"youtube": "YouTube", "tiktok": "TikTok"}[platform]
