"""Penayangan: what is due, what comes later, what a pause holds, what to cancel on platforms."""

from collections.abc import Mapping, Sequence
from typing import cast

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.language import _, number_text, pgettext
from app.models.roles import ADMIN_ONLY
from app.services import publishing
from app.services.publishing import Slot as PostSlot
from app.services.publishing import Slots
from app.ui.bridge import OfficeBridge, QueryRunner
from app.ui.publishing import PublishingList, PublishingTarget
from app.ui.publishing.lists import PostTable
from app.ui.publishing.posts_pane import PostsPane
from app.ui.publishing.recap_button import RecapButton
from app.ui.publishing.settling import Settling
from app.ui.publishing.undo_pane import UndoPane
from app.ui.widgets import EmptyState, Notice, Pane, Part, Rule, Segments
from app.wording import sentence

_MINUTE = 60_000
_WATCHED = frozenset({"content", "variant", "decision", "pause", "policy"})


class PublishingPage(QWidget):
    """Four lists, one of them shown; asked again on every change and each minute."""

    told = Signal(object)  # a Telling
    opened = Signal(int)  # the key of a content, to be opened in the composer

    def __init__(self, bridge: OfficeBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = bridge.office
        actor = bridge.office.actor
        may_publish = actor is not None and actor.is_any(ADMIN_ONLY)
        self._wanted: PublishingTarget | None = None
        self._counts: Mapping[PublishingList, int] = {}
        self._slots = QueryRunner(bridge, self)
        self._settling = Settling(bridge, self)
        self._lists = Segments("publishing.list", self._parts(), _("List"))
        self._recap = RecapButton(bridge)
        self._complaint = Notice("publishing.complaint", "bad")
        self._complaint.hide()
        self._posts = PostsPane(bridge, self._settling, _("Posts"), may_publish=may_publish)
        self._undos = UndoPane(may_publish=may_publish)
        self._empty = EmptyState("", "")
        self._views = QStackedWidget()
        self._build()
        self._connect(bridge)

    def _build(self) -> None:
        bar = Pane("surface", across=True, margins=(20, 8, 20, 8), gap=8)
        bar.box.addWidget(self._lists)
        bar.box.addStretch(1)
        bar.box.addWidget(self._recap)
        for view in (self._posts, self._undos, self._empty):
            self._views.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (bar, Rule(), self._complaint):
            column.addWidget(part)
        column.addWidget(self._views, 1)

    def _parts(self) -> list[Part]:
        words = {
            PublishingList.DUE: pgettext("publishing", "Due"),
            PublishingList.AHEAD: _("Later"),
            PublishingList.HELD: _("Held by a pause"),
            PublishingList.UNDO: _("Cancel on platforms"),
        }
        counts = {key: self._counts.get(key, 0) for key in words}
        return [
            Part(key, text, number_text(counts[key], 0) if counts[key] else "")
            for key, text in words.items()
        ]

    def _connect(self, bridge: OfficeBridge) -> None:
        bridge.changed.connect(self._on_office_changed)
        self._slots.answered.connect(self._on_slots)
        self._slots.failed.connect(self.complain)
        self._settling.told.connect(self._on_told)
        self._settling.refused.connect(self._on_refused)
        self._settling.busy.connect(self._undos.set_busy)
        self._lists.chosen.connect(self._on_list_chosen)
        self._recap.told.connect(self.told)
        self._recap.failed.connect(self.complain)
        self._posts.opened.connect(self.opened)
        self._posts.failed.connect(self.complain)
        self._undos.opened.connect(self.opened)
        self._undos.undone.connect(self._settling.undo)
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE)
        self._minute.timeout.connect(self._on_minute)
        self._minute.start()

    # What the screen asks of it

    def show_target(self, target: PublishingTarget) -> None:
        """Show a list, and in it the post that is meant as soon as it is there."""
        self._wanted = target
        self._lists.set_value(target.list)
        self.reload()

    def reload(self) -> None:
        self._slots.run(publishing.slots, self._office.now())

    def panes(self) -> tuple[QWidget, ...]:
        if self._views.currentWidget() is self._posts:
            return self._posts.panes()
        return (self._undos.table,) if self._views.currentWidget() is self._undos else ()

    @staticmethod
    def keys() -> tuple[tuple[str, str], ...]:
        return (
            ("C", _("copy the text")),
            ("F", _("media into a folder")),
            ("B", _("open the platform's page")),
            ("L", _("to the link; Enter records it")),
            ("M S U", _("move, skip, outcome unknown")),
            ("P", _("set on the platform")),
            ("K", _("keep what a pause held")),
            ("X", _("cancelled on the platform")),
        )

    @Slot(Exception)
    def complain(self, error: Exception) -> None:
        self._complaint.tell(sentence(error))

    # Asking and showing

    @Slot(frozenset)
    def _on_office_changed(self, aggregates: frozenset[str]) -> None:
        if aggregates & _WATCHED and self.isVisible():
            self.reload()

    @Slot()
    def _on_minute(self) -> None:
        if self.isVisible():
            self.reload()

    @Slot(object)
    def _on_list_chosen(self, _value: object) -> None:
        self._wanted = None
        self.reload()

    @property
    def _list(self) -> PublishingList:
        return cast("PublishingList", self._lists.value())

    def _table(self) -> PostTable:
        return self._undos.table if self._list is PublishingList.UNDO else self._posts.table

    @Slot(object)
    def _on_slots(self, found: Slots) -> None:
        rows = {
            PublishingList.DUE: found.due,
            PublishingList.AHEAD: found.ahead,
            PublishingList.HELD: found.held,
        }
        wanted, self._wanted = self._wanted, None
        counts = {key: len(of_it) for key, of_it in rows.items()}
        self._counts = counts | {PublishingList.UNDO: len(found.undos)}
        self._lists.set_parts(self._parts())
        meant = _meant(rows, wanted) if wanted is not None else None
        if meant is not None:
            self._lists.set_value(meant[0])
        self._undos.show_undos(found.undos)
        self._posts.show_posts(rows.get(self._list, ()))
        self._show_view()
        if meant is not None:
            self._posts.table.select_key(meant[1].variant_id)
        if wanted is not None:
            self._focus_list()

    def _show_view(self) -> None:
        is_undo = self._list is PublishingList.UNDO
        shown: QWidget = self._undos if is_undo else self._posts
        if not self._counts[self._list]:
            self._empty.set_words(*_nothing(self._list))
            shown = self._empty
        had_focus = self._views.isAncestorOf(self.focusWidget() or self)
        self._views.setCurrentWidget(shown)
        self._table().go_on()
        if had_focus:
            self._focus_list()

    def _focus_list(self) -> None:
        """The list takes the keys; where nothing is in it, the choice of lists."""
        is_empty = self._views.currentWidget() is self._empty
        target: QWidget = self._lists if is_empty else self._table()
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_told(self, telling: object) -> None:
        self._complaint.hide()
        self._table().setFocus(Qt.FocusReason.OtherFocusReason)
        self.told.emit(telling)

    @Slot(Exception)
    def _on_refused(self, error: Exception) -> None:
        if not self._posts.complain(error):
            self.complain(error)


def _meant(
    rows: Mapping[PublishingList, Sequence[PostSlot]], wanted: PublishingTarget
) -> tuple[PublishingList, PostSlot] | None:
    """The post that is meant, in whatever list it is by now; None where only a list is."""
    in_order = [wanted.list, *(key for key in rows if key is not wanted.list)]
    for key in in_order:
        for slot in rows.get(key, ()):
            is_it = slot.variant_id == wanted.variant_id
            if is_it or (wanted.variant_id is None and slot.reference == wanted.reference):
                return key, slot
    return None


def _nothing(shown: PublishingList) -> tuple[str, str]:
    return {
        PublishingList.DUE: (
            _("Nothing is due"),
            _("What was missed or goes out today stands here, with its text and media."),
        ),
        PublishingList.AHEAD: (
            _("Nothing is planned later"),
            _("Approved posts of the coming days stand here."),
        ),
        PublishingList.HELD: (
            _("No pause holds anything"),
            _("In an emergency Ctrl+Shift+J holds what is planned."),
        ),
        PublishingList.UNDO: (
            _("Nothing to cancel on platforms"),
            _("Posts that were scheduled there and must not go out any more stand here."),
        ),
    }[shown]
