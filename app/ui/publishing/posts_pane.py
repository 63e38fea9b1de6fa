"""A list of posts and beside it the assistant for the current one; all acts by keyboard."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.services import publishing
from app.services.publishing import Slot as PostSlot
from app.ui.bridge import OfficeBridge, QueryRunner
from app.ui.publishing.assistant import KEYS, Act, AssistantPane, acts_of
from app.ui.publishing.lists import PostTable, slot_columns
from app.ui.publishing.settling import Settling
from app.ui.theme import scaled
from app.ui.widgets import RowsModel, Rule

_LEAST = 300  # pixels of the list


class PostsPane(QWidget):
    """Once a post is settled it leaves the list, and the next one is current."""

    opened = Signal(int)  # the key of a content
    failed = Signal(Exception)

    def __init__(
        self,
        bridge: OfficeBridge,
        settling: Settling,
        spoken: str,
        *,
        may_publish: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._may_publish, self._settling = may_publish, settling
        now = bridge.office.now
        self._material = QueryRunner(bridge, self)
        self._rows = RowsModel(slot_columns(now), self, lambda row: row.variant_id)
        self.table = PostTable("publishing.posts", spoken, self._rows)
        self.table.set_widths(0, 152, 164)
        self.table.setMinimumWidth(scaled(_LEAST))
        self.assistant = AssistantPane(bridge, now, may_publish=may_publish)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.table.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.assistant.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addWidget(self.table, 1)
        row.addWidget(Rule(upright=True))
        row.addWidget(self.assistant, 1)
        self._connect()
        self._make_keys()

    def _connect(self) -> None:
        self._material.answered.connect(self.assistant.show_material)
        self._material.failed.connect(self.failed)
        self._settling.busy.connect(self.assistant.set_busy)
        self.table.moved.connect(self._show_current)
        self.table.opened.connect(self._on_opened)
        self.assistant.asked.connect(self._on_asked)
        self.assistant.material.failed.connect(self.failed)
        self.assistant.proof.given.connect(self._on_given)

    def _make_keys(self) -> None:
        """Single letters work only while the list has the focus."""
        material, proof = self.assistant.material, self.assistant.proof
        steps: Mapping[str, Callable[[], object]] = {
            "C": material.copy_text,
            "F": material.lay_media_out,
            "B": material.open_page,
            "L": proof.focus_link,
        }
        acts = {key: partial(self._press, act) for act, key in KEYS.items()}
        for key, slot in {**steps, **acts}.items():
            shortcut = QShortcut(QKeySequence(key), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(slot)

    def show_posts(self, posts: Sequence[PostSlot]) -> None:
        """Replace the list; the current post stays current while it is there."""
        self._rows.replace(posts)
        self._show_current()

    def current(self) -> PostSlot | None:
        row = self.table.current_row()
        return row if isinstance(row, PostSlot) else None

    def panes(self) -> tuple[QWidget, ...]:
        return (self.table, self.assistant.first())

    @Slot()
    def _show_current(self, _index: object = None) -> None:
        slot = self.current()
        if slot is not None:
            self.assistant.show_slot(slot)
            self._material.run(publishing.material, slot.variant_id)

    @Slot()
    def _on_opened(self, _index: object = None) -> None:
        """Enter goes on to the proof."""
        self.assistant.proof.focus_link()

    def _press(self, act: Act) -> None:
        slot = self.current()
        if slot is not None and act in acts_of(slot, may_publish=self._may_publish):
            self._on_asked(act)

    @Slot(object)
    def _on_asked(self, act: Act) -> None:
        slot = self.current()
        if slot is None:
            return
        match act:
            case Act.MOVE:
                self._settling.ask_moment(slot)
            case Act.SKIP:
                self._settling.ask_skip(slot)
            case Act.UNKNOWN:
                self._settling.note_unknown(slot)
            case Act.SCHEDULE:
                self._settling.ask_schedule(slot)
            case Act.UNDO if slot.schedule is not None:
                self._settling.undo(slot.schedule.id)
            case Act.KEEP:
                self._settling.keep(slot)
            case _:
                self.opened.emit(slot.content_id)

    @Slot(str, object, object, bool)
    def _on_given(self, link: str, moment: datetime, screenshot: int | None, sure: bool) -> None:
        slot = self.current()
        if slot is not None:
            self._settling.record(slot, link, moment, screenshot, sure=sure)

    def complain(self, error: Exception) -> bool:
        """Say what was wrong with the link; False for anything else."""
        if not self._settling.is_about_link:
            return False
        self.assistant.proof.complain(error)
        return True
