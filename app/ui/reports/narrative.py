"""The text of a part: kept by itself while it is typed, never over a colleague's words."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QSignalBlocker, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.language import _, time_text
from app.models.report import Part
from app.services import reports
from app.services.reports import LackKind, PartRow
from app.ui.bridge import ActRunner, OfficeBridge
from app.ui.reports.words import text_hint
from app.ui.widgets import Button, Label, Notice, TextArea, line_edit, named
from app.wording import sentence

_PAUSE = 1500  # ms after the last key

_COUNTED = (Part.CONTENT_REVIEW, Part.COMMENTS, Part.SHARES, Part.TRAFFIC)


@dataclass(frozen=True, slots=True)
class _Kept:
    """A text as the office has it, or as it was typed over what was saved at that moment."""

    part: Part
    text: str
    saved_at: datetime | None
    empty_reason: str


class NarrativeEditor(QWidget):
    """Editor, when it was kept, and what to do if a colleague kept another text meanwhile."""

    failed = Signal(Exception)

    def __init__(self, bridge: OfficeBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._acts = ActRunner(bridge, self)
        self._year = 0
        self._kept: _Kept | None = None
        self._saving: _Kept | None = None
        self._waiting: list[_Kept] = []  # what was typed while an earlier text was being kept
        self._theirs: PartRow | None = None
        self._then: Callable[[], object] | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._build()
        self._pause.timeout.connect(self.save)
        self.text.textChanged.connect(self._on_typed)
        self.reason.textEdited.connect(self._on_typed)
        self._acts.done.connect(self._on_saved)
        self._acts.failed.connect(self._on_failed)

    def _build(self) -> None:
        self.text = TextArea("reports.text", lines=4, reading=True)
        self.text.setAccessibleName(_("Text of this part"))
        self.reason = line_edit("reports.reason")
        self.reason.setAccessibleName(_("Why there are no figures"))
        self.reason.setPlaceholderText(
            _("Why figures are missing, such as: the platform does not give them")
        )
        self._saved = named(Label("", "meta", "text2"), "reports.saved")
        self._mine = named(Button(_("Keep mine"), size="small"), "reports.keep_mine")
        self._use_theirs = named(Button(_("Take theirs"), size="small"), "reports.take_theirs")
        self._mine.clicked.connect(self._on_keep_mine)
        self._use_theirs.clicked.connect(self._on_take_theirs)
        self._notice = Notice(
            "reports.text_notice", "waiting", "", self._mine, self._use_theirs, rounded=True
        )
        self._notice.hide()
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(_("Text"), "label", "text2"))
        head.addWidget(self._saved, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._notice)
        column.addWidget(self.text, 1)
        column.addWidget(self.reason)

    @property
    def is_dirty(self) -> bool:
        """Whether something is typed that the office does not have."""
        typed = (self.text.toPlainText(), self.reason.text().strip())
        return self._kept is not None and typed != (self._kept.text, self._kept.empty_reason)

    def settle(self, then: Callable[[], object]) -> None:
        """Call `then` once all that was typed is kept; not at all if that is refused."""
        self.save()
        if self._saving is None and not self.is_dirty:
            then()
        else:
            self._then = then

    def show_part(self, year: int, row: PartRow, *, may_write: bool) -> None:
        """Show a part's text; what is typed of another part is kept first, of this one stays."""
        kept = _Kept(row.part, row.text, row.saved_at, row.empty_reason)
        if self._kept is not None and (self._year, self._kept.part) == (year, row.part):
            self._renew(row, kept)
        else:
            self.save()
            self._year, self._kept = year, kept
            self._let_go_of_theirs()
            self._show_texts(row)
        self.text.setReadOnly(not may_write)
        self.reason.setReadOnly(not may_write)
        lacks_figures = any(lack.kind is not LackKind.NARRATIVE for lack in row.lacks)
        self.reason.setVisible(row.part in _COUNTED and (lacks_figures or bool(self.reason.text())))
        self.text.setPlaceholderText(text_hint(row.part) if may_write else "")
        self._tell_saved()

    def _renew(self, row: PartRow, kept: _Kept) -> None:
        """The same part again: a text that is being typed is never replaced."""
        if self._saving is not None:
            return
        if not self.is_dirty:
            self._kept = kept
            self._let_go_of_theirs()
            self._show_texts(row)
        elif self._kept is not None and row.saved_at != self._kept.saved_at:
            self._offer(row)

    def _show_texts(self, row: PartRow) -> None:
        """Leaves the cursor where it is when nothing is new."""
        with QSignalBlocker(self.text), QSignalBlocker(self.reason):
            if self.text.toPlainText() != row.text:
                self.text.setPlainText(row.text)
            if self.reason.text() != row.empty_reason:
                self.reason.setText(row.empty_reason)

    @Slot()
    def _on_typed(self) -> None:
        if self.is_dirty:
            self._saved.setText(_("not kept yet"))
            if self._theirs is None:
                self._pause.start()

    @Slot()
    def save(self) -> None:
        """Keep what was typed, now."""
        self._pause.stop()
        if self._kept is None or not self.is_dirty or self._theirs is not None:
            return
        part, saved_at = self._kept.part, self._kept.saved_at
        self._keep(_Kept(part, self.text.toPlainText(), saved_at, self.reason.text().strip()))

    def _keep(self, typed: _Kept) -> None:
        """Save what was typed; `saved_at` is of the text over which it was written."""
        if self._saving is not None:
            self._waiting = [entry for entry in self._waiting if entry.part is not typed.part]
            self._waiting.append(typed)
            return
        self._saving = typed
        self._acts.run(
            reports.save_narrative,
            self._year,
            typed.part,
            typed.text,
            typed.saved_at,
            typed.empty_reason,
        )

    @Slot(object)
    def _on_saved(self, saved_at: object) -> None:
        saved, self._saving = self._saving, None
        assert saved is not None  # noqa: S101 only `_keep` starts an act
        assert isinstance(saved_at, datetime)  # noqa: S101 what save_narrative returns
        if self._kept is not None and self._kept.part is saved.part:
            self._kept = replace(saved, saved_at=saved_at)
            self._tell_saved()
        if self._waiting:
            typed = self._waiting.pop(0)
            over = saved_at if typed.part is saved.part else typed.saved_at
            self._keep(replace(typed, saved_at=over))
        elif self.is_dirty:
            self._pause.start()
        elif self._then is not None:
            then, self._then = self._then, None
            then()

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        self._saving = self._then = None
        # After ChangedMeanwhile the next answer brings the colleague's text to choose from.
        self._saved.setText(_("not kept yet"))
        self._notice.tell(sentence(error), "waiting")
        self._mine.setVisible(self._theirs is not None)
        self._use_theirs.setVisible(self._theirs is not None)
        self.failed.emit(error)

    def _offer(self, row: PartRow) -> None:
        """A colleague kept another text: the person decides which one stands."""
        self._theirs = row
        self._pause.stop()
        words = _("A colleague kept another text of this part while you were writing.")
        self._notice.tell(words, "waiting")
        self._mine.show()
        self._use_theirs.show()

    def _let_go_of_theirs(self) -> None:
        self._theirs = None
        self._notice.hide()

    @Slot()
    def _on_keep_mine(self) -> None:
        theirs = self._theirs
        if theirs is not None and self._kept is not None:
            self._kept = _Kept(theirs.part, theirs.text, theirs.saved_at, theirs.empty_reason)
            self._let_go_of_theirs()
            self.save()

    @Slot()
    def _on_take_theirs(self) -> None:
        theirs = self._theirs
        if theirs is not None:
            self._kept = _Kept(theirs.part, theirs.text, theirs.saved_at, theirs.empty_reason)
            self._let_go_of_theirs()
            self._show_texts(theirs)
            self._tell_saved()

    def _tell_saved(self) -> None:
        if self._kept is None or self.is_dirty:
            return
        moment = self._kept.saved_at
        words = _("kept %(time)s") % {"time": time_text(moment)} if moment else ""
        self._saved.setText(words)
