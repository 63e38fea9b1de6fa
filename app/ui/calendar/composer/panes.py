"""How the composer is laid out: strips on top, idea, text with its moment, checks and acts."""

from datetime import datetime

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.language import _, ngettext, time_text
from app.models.roles import Role
from app.ui.bridge import OfficeBridge
from app.ui.calendar.composer.allowed import may_categorise, may_edit
from app.ui.calendar.composer.editing import Editing
from app.ui.calendar.composer.idea_pane import IdeaPane
from app.ui.calendar.composer.schedule_bar import ScheduleBar
from app.ui.calendar.composer.side_pane import SidePane
from app.ui.calendar.composer.standing import Standing
from app.ui.calendar.composer.text_pane import TextPane
from app.ui.shelf import thumbnails_of
from app.ui.theme import scaled
from app.ui.widgets import Button, Notice, Rule, named, set_ground

_SWAPS_BELOW = 1180 - 56 - 120  # narrower, idea and checks take turns beside the text
_LEAST = 236 + 374  # idea or checks, and the text beside them


class Panes(QWidget):
    """Shows what is being edited to whoever is signed in; decides nothing."""

    def __init__(
        self, bridge: OfficeBridge, editing: Editing, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        set_ground(self, "surface")
        thumbnails = thumbnails_of(bridge)
        self._office, self._editing = bridge.office, editing
        self._is_busy = False  # an act runs
        self.influencers: tuple[str, ...] = ()  # whom the office knows
        self.idea = IdeaPane()
        self.text = TextPane(editing, thumbnails)
        self.schedule = ScheduleBar(editing)
        self.side = SidePane(editing, thumbnails)
        self.notice = Notice("composer.notice", "bad")
        self.standing = Standing()
        self.company = Notice("composer.company", "planned")
        self.restored = Notice("composer.restored", "planned")
        self.drop_draft = named(
            Button(_("&Discard what I typed"), size="small"), "composer.discard"
        )
        self.restored.add_act(self.drop_draft)
        self.hide_strips()
        self._lay_out()
        self.text.swap.toggled.connect(self._share_room)
        self.text.targeted.connect(self.show_target)

    def _lay_out(self) -> None:
        middle = self._middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.text, 1)
        middle.addWidget(Rule())
        middle.addWidget(self.schedule)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.idea)
        row.addWidget(Rule(upright=True))
        row.addLayout(middle, 1)
        row.addWidget(Rule(upright=True))
        row.addWidget(self.side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for strip in (self.notice, self.company, self.standing, self.restored):
            column.addWidget(strip)
        column.addLayout(row, 1)

    def firsts(self) -> tuple[QWidget, ...]:
        """What F6 focuses in each pane."""
        return (self.idea.first(), self.text.first(), self.side.first())

    # Showing

    def hide_strips(self) -> None:
        """Another content is shown: what was told of the one before is over."""
        for strip in (self.notice, self.company, self.restored):
            strip.hide()

    @property
    def roles(self) -> frozenset[Role]:
        """Of whoever is signed in."""
        actor = self._office.actor
        return actor.roles if actor is not None else frozenset()

    @Slot(bool)
    def note_busy(self, is_busy: bool) -> None:
        """While an act runs, no other can be begun."""
        self._is_busy = is_busy
        self.show_acts()

    def show_all(self) -> None:
        """Everything anew, after loading."""
        editing, roles = self._editing, self.roles
        editable = may_edit(editing, roles)
        self.idea.show_form(editing.form)
        self.idea.show_view(editing.view)
        self.idea.notes.show_view(editing.view)
        self._show_around()
        self.idea.set_read_only(not editable, saves_category=may_categorise(editing, roles))
        self.text.set_read_only(not editable)
        self.schedule.refresh(read_only=not editable)
        self.show_acts()

    def show_acts(self) -> None:
        """Preview, checks and acts, as what was typed last makes them."""
        self.side.refresh(self.roles, is_busy=self._is_busy)
        self.standing.show_standing(self._editing, self.roles, is_busy=self._is_busy)

    @Slot()
    def show_target(self) -> None:
        """Another account was chosen: its moment and its preview."""
        self.schedule.refresh(read_only=not may_edit(self._editing, self.roles))
        self.side.show_preview()
        self._show_around()

    def _show_around(self) -> None:
        """For whom its accounts are meant, and which of them the next remark is about."""
        editing, target = self._editing, self._editing.target
        self.idea.show_around(editing.segments(), self.influencers)
        facts = editing.facts() if target and editing.row(target) else None
        self.idea.notes.say_about(facts.label if facts else "")

    def tell_restored(self, saved_at: datetime, *, is_older: bool) -> None:
        """What was typed before is here again; `is_older` than what a colleague saved since."""
        words = _("What you typed until %(time)s and did not save is here again.")
        if is_older:
            words = _(
                "What you typed until %(time)s is here again; a colleague has saved this content "
                "since. Saving shows both."
            )
        self.restored.tell(words % {"time": time_text(saved_at)})

    @Slot(object)
    def tell_company(self, names: tuple[str, ...]) -> None:
        """Who else has it open: nothing is overwritten, but two would write the same."""
        if not names:
            self.company.hide()
            return
        words = ngettext(
            "%(names)s has this content open too. Whoever saves second compares both versions.",
            "%(names)s have this content open too. Whoever saves second compares both versions.",
            len(names),
        )
        self.company.tell(words % {"names": ", ".join(names)})

    # Room

    def minimumSizeHint(self) -> QSize:
        """What it needs once it has taken the narrow form, whatever it shows now."""
        return QSize(scaled(_LEAST), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    @Slot()
    def _share_room(self) -> None:
        """In a narrow window idea and checks take turns beside the text, the acts stand below."""
        swap = self.text.swap
        is_narrow = self.width() < scaled(_SWAPS_BELOW)
        swap.setVisible(is_narrow)
        if not is_narrow:
            self.side.take_foot()
        elif self._middle.indexOf(self.side.foot) < 0:
            self._middle.addWidget(self.side.foot)
        self.idea.setVisible(not (is_narrow and swap.isChecked()))
        self.side.setVisible(not is_narrow or swap.isChecked())
