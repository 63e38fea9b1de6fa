"""What this person has typed and not saved, over the tray: to go on with it, or to let it go."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.language import _, number_text, short_moment_text
from app.services import approvals, contents
from app.services.approvals import DraftRow
from app.services.contents import DRAFT_SUBJECT, Unsaved
from app.ui.bridge import ActRunner, OfficeBridge, QueryRunner
from app.ui.widgets import (
    Box,
    Button,
    ElidedLabel,
    IconButton,
    Label,
    Telling,
    clear,
    named,
)

_MOST = 3  # boxes; what is older comes up once these are dealt with


class DraftsBox(QWidget):
    """Shown only while there is something in it; colleagues see nothing of it."""

    resumed = Signal(int)  # key of the content, 0 of a new one
    told = Signal(object)  # a Telling
    failed = Signal(Exception)

    def __init__(self, bridge: OfficeBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = bridge.office
        self._found = QueryRunner(bridge, self)
        self._acts = ActRunner(bridge, self)
        self._dropped: Unsaved | None = None
        self._count = Label("", "meta", "text2")
        self._boxes = QVBoxLayout()
        self._boxes.setSpacing(7)
        head = QHBoxLayout()
        head.setContentsMargins(4, 0, 0, 0)
        head.setSpacing(8)
        head.addWidget(Label(_("Not saved yet"), "heading"))
        head.addWidget(self._count, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(9)
        column.addLayout(head)
        column.addLayout(self._boxes)
        self._found.answered.connect(self._show)
        self._found.failed.connect(self.failed)
        self._acts.done.connect(self._on_done)
        self._acts.failed.connect(self.failed)
        self.hide()

    @Slot()
    def reload(self) -> None:
        actor = self._office.actor
        if actor is not None and actor.id is not None:
            self._found.run(contents.unsaved, actor.id)

    @Slot(object)
    def _show(self, drafts: Sequence[Unsaved]) -> None:
        clear(self._boxes)
        self._count.setText(number_text(len(drafts)))
        for draft in drafts[:_MOST]:
            self._boxes.addWidget(self._box(draft))
        self.setVisible(bool(drafts))

    def _box(self, draft: Unsaved) -> QWidget:
        box = Box("surface")
        name = f"calendar.draft.{draft.content_id}"
        title = draft.title or _("New content without a title")
        resume = named(Button(_("Go on"), "link", size="small"), f"{name}.resume")
        resume.setAccessibleDescription(title)
        drop = IconButton("x", _("Let this draft go"), size="small")
        named(drop, f"{name}.drop", _("Let this draft go"))
        drop.setAccessibleDescription(title)
        kind = draft.reference or _("new content")
        below = QHBoxLayout()
        below.setSpacing(4)
        when = f"{kind} · {short_moment_text(draft.saved_at)}"
        below.addWidget(resume)
        below.addStretch(1)
        below.addWidget(drop)
        column = QVBoxLayout(box)
        column.setContentsMargins(10, 7, 6, 4)
        column.setSpacing(2)
        column.addWidget(ElidedLabel(title, "strong"))
        column.addWidget(ElidedLabel(when, "meta", "text2"))
        column.addLayout(below)
        resume.clicked.connect(lambda: self.resumed.emit(draft.content_id))
        drop.clicked.connect(lambda: self._drop(draft))
        return box

    def _drop(self, draft: Unsaved) -> None:
        """Let it go; the toast gives it back."""
        office, key, person = self._office, draft.content_id, self._person()

        def work() -> DraftRow | None:
            kept = office.read(approvals.draft_of, person, DRAFT_SUBJECT, key)
            office.act(approvals.discard_draft, DRAFT_SUBJECT, key)
            return kept

        if self._acts.call(work):
            self._dropped = draft

    def _person(self) -> int:
        actor = self._office.actor
        return actor.id or 0 if actor is not None else 0

    @Slot(object)
    def _on_done(self, kept: DraftRow | None) -> None:
        self.reload()
        dropped, self._dropped = self._dropped, None
        if dropped is None or kept is None:
            return

        def give_back() -> None:
            self._acts.run(
                approvals.save_draft,
                DRAFT_SUBJECT,
                dropped.content_id,
                kept.base_version,
                kept.body,
            )

        self.told.emit(Telling(_("The draft is gone."), give_back, "x"))
