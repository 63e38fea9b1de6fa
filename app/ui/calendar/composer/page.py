"""The composer's page: loads one content, shows it, saves it and takes it on its way."""

from datetime import date, datetime, time

from PySide6.QtCore import QDate, QSize, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.language import WIB, _, time_text, wib
from app.models.content import ContentAct
from app.models.roles import Role
from app.models.variant import VariantState
from app.services import contents
from app.services.calendar import derived_state
from app.services.contents import Composition, ContentForm, ContentView
from app.services.errors import ChangedMeanwhile
from app.ui.bridge import OfficeBridge, QueryRunner
from app.ui.calendar.composer.acts import ComposerActs
from app.ui.calendar.composer.allowed import may_categorise, may_edit
from app.ui.calendar.composer.choosing import Choosing
from app.ui.calendar.composer.editing import Editing
from app.ui.calendar.composer.idea_pane import IdeaPane
from app.ui.calendar.composer.keeping import DraftKeeping
from app.ui.calendar.composer.meanwhile import Meanwhile
from app.ui.calendar.composer.schedule_bar import ScheduleBar
from app.ui.calendar.composer.side_pane import SidePane
from app.ui.calendar.composer.standing import Standing
from app.ui.calendar.composer.text_pane import TextPane
from app.ui.shelf import thumbnails_of
from app.ui.theme import scaled
from app.ui.widgets import (
    Button,
    ChipLook,
    Notice,
    Rule,
    Telling,
    named,
    set_ground,
    state_chip,
)
from app.wording import sentence

_SWAPS_BELOW = 1180 - 56 - 120  # narrower, idea and acts take turns beside the text
_LEAST = 236 + 374  # idea or checks, and the text beside them
_MORNING = time(9, 0)


class ComposerPage(QWidget):
    """One content from idea to proof."""

    headed = Signal()
    closed = Signal()
    drafted = Signal()  # a draft was kept or let go
    told = Signal(object)  # a Telling
    leads = Signal(str, object)

    def __init__(self, bridge: OfficeBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("composer")
        self._bridge, self._office = bridge, bridge.office
        self._editing = Editing()
        self._is_open = False
        self._day: date | None = None  # on which a new content is to go out
        self._loads = QueryRunner(bridge, self)
        self._acts = ComposerActs(bridge, self._editing, self)
        self._meanwhile = Meanwhile(bridge, self._editing, self)
        self._keeping = DraftKeeping(bridge, self._editing, self)
        self._build()
        self._choosing = Choosing(bridge, self._editing, self._text, self)
        self._connect_work()
        self._connect_panes()
        self._make_keys()

    def _build(self) -> None:
        set_ground(self, "surface")
        thumbnails = thumbnails_of(self._bridge)
        self._idea = IdeaPane()
        self._text = TextPane(self._editing, thumbnails)
        self._schedule = ScheduleBar(self._editing)
        self._side = SidePane(self._editing, thumbnails)
        self._notice = Notice("composer.notice", "bad")
        self._standing = Standing()
        self._restored = Notice("composer.restored", "planned")
        self._drop_draft = named(
            Button(_("&Discard what I typed"), size="small"), "composer.discard"
        )
        self._restored.add_act(self._drop_draft)
        self._hide_strips()
        middle = self._middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._text, 1)
        middle.addWidget(Rule())
        middle.addWidget(self._schedule)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._idea)
        row.addWidget(Rule(upright=True))
        row.addLayout(middle, 1)
        row.addWidget(Rule(upright=True))
        row.addWidget(self._side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for strip in (self._notice, self._standing, self._restored):
            column.addWidget(strip)
        column.addLayout(row, 1)

    def _connect_work(self) -> None:
        self._loads.answered.connect(self._show)
        self._loads.failed.connect(self._on_failed)
        self._acts.busy.connect(self._refresh_acts)
        self._acts.settled.connect(self._settle)
        self._acts.worked.connect(self._on_worked)
        self._acts.told.connect(self.told)
        self._acts.failed.connect(self._on_failed)
        self._meanwhile.theirs_taken.connect(self._take_theirs)
        self._meanwhile.mine_kept.connect(self._keep_mine)
        self._meanwhile.failed.connect(self._on_failed)
        self._keeping.noted.connect(self.headed)
        self._keeping.changed.connect(self.drafted)
        self._keeping.failed.connect(self._on_failed)
        self._choosing.chosen.connect(self._on_typed)
        self._choosing.leads.connect(self.leads)

    def _connect_panes(self) -> None:
        choosing = self._choosing
        self._idea.changed.connect(self._on_idea_changed)
        self._idea.categorised.connect(self._acts.categorise)
        self._idea.remarked.connect(self._acts.remark)
        self._text.typed.connect(self._on_typed)
        self._text.targeted.connect(self._on_targeted)
        self._text.target_wanted.connect(choosing.ask_target)
        self._text.target_dropped.connect(choosing.drop_target)
        self._text.media_wanted.connect(choosing.ask_media)
        self._text.swap.toggled.connect(self._share_room)
        self._schedule.changed.connect(self._on_typed)
        self._side.save_asked.connect(self.save)
        self._side.asked.connect(self._on_act_asked)
        self._side.checklist.led.connect(choosing.lead_to)
        self._side.outcomes.asked.connect(self._acts.record)
        self._standing.asked.connect(self._on_act_asked)
        self._standing.deciding_asked.connect(self._on_deciding_asked)
        self._drop_draft.clicked.connect(self._on_draft_dropped)

    def _make_keys(self) -> None:
        for keys, slot in (
            ("Ctrl+S", self.save),
            ("Ctrl+Return", self._press_primary),
            ("Ctrl+Enter", self._press_primary),
            ("Ctrl+Tab", self._text.next_target),
            ("Ctrl+M", self._choosing.ask_media),
        ):
            shortcut = QShortcut(QKeySequence(keys), self, slot)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # What the screen asks

    @property
    def title(self) -> str:
        return self._editing.form.title or _("New content")

    @property
    def note(self) -> str:
        return self._keeping.note

    @property
    def chips(self) -> tuple[ChipLook, ...]:
        view = self._editing.view
        if view is None:
            return ()
        planned = [row.planned_at for row in view.variants if row.state is VariantState.PLANNED]
        at = min((moment for moment in planned if moment is not None), default=None)
        states = [row.state for row in view.variants]
        return (state_chip(*derived_state(view.state, states, at, self._office.now())),)

    def open_content(self, content_id: int | None, day: date | None = None) -> None:
        """Show a content, or a new one that goes out on `day`."""
        if self._is_open:
            self._keeping.keep()
        self._is_open, self._day = True, day
        self._editing.target = None
        self._editing.begin(None, ContentForm(""))
        self._keeping.begin()
        self._hide_strips()
        self._ask(content_id or 0)

    def reload(self) -> None:
        """Ask again; what is typed and not saved stays."""
        if self._is_open:
            self._ask(self._editing.content_id)

    def leave(self) -> None:
        """Back to the calendar; what is typed and not saved is kept as a draft."""
        if self._editing.is_dirty and may_edit(self._editing, self._roles()):
            words = _("Kept as your draft beside the calendar; colleagues don't see it yet.")
            self.told.emit(Telling(words))
        self._keeping.keep()
        self._is_open = False
        self.closed.emit()

    def panes(self) -> tuple[QWidget, ...]:
        return (self._idea.first(), self._text.first(), self._side.first())

    def keys(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Ctrl+Tab", _("next account")),
            ("Ctrl+M", _("attach from the library")),
            ("Ctrl+S", _("save")),
            ("Ctrl+Enter", _("submit, request approval")),
        )

    def minimumSizeHint(self) -> QSize:
        """What it needs once it has taken the narrow form, whatever it shows now."""
        return QSize(scaled(_LEAST), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    @Slot()
    def _share_room(self) -> None:
        """In a narrow window idea and checks take turns beside the text, the acts stand below."""
        swap = self._text.swap
        is_narrow = self.width() < scaled(_SWAPS_BELOW)
        swap.setVisible(is_narrow)
        if not is_narrow:
            self._side.take_foot()
        elif self._middle.indexOf(self._side.foot) < 0:
            self._middle.addWidget(self._side.foot)
        self._idea.setVisible(not (is_narrow and swap.isChecked()))
        self._side.setVisible(not is_narrow or swap.isChecked())

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._is_open:
            self._keeping.keep_now()

    # Loading

    def _ask(self, content_id: int) -> None:
        actor = self._office.actor
        if actor is not None and actor.id is not None:
            self._loads.run(contents.composition, content_id, actor.id, self._office.now())

    @Slot(object)
    def _show(self, found: Composition) -> None:
        if not self._is_open:
            return
        editing = self._editing
        editing.accounts = {account.id: account for account in found.accounts}
        is_first = editing.view is None and not editing.is_dirty
        if is_first:
            self._begin(found)
        elif not editing.is_dirty or found.view is None or found.view.version == editing.version:
            form = editing.form if editing.is_dirty or found.view is None else found.view.form
            editing.begin(found.view, form)
        else:
            self._notice.tell(
                sentence(
                    ChangedMeanwhile(found.view.reference, editing.version, found.view.version)
                )
            )
            return
        self._refresh()
        if is_first:
            self._idea.lead_to_first(found.view)

    def _begin(self, found: Composition) -> None:
        editing, typed = self._editing, found.typed
        stored = found.view.form if found.view else self._new_form()
        editing.begin(found.view, stored)
        editing.stored = stored
        editing.attached = dict(found.attached)
        today = wib(self._office.now()).date()
        self._schedule.begin(QDate(today.year, today.month, today.day))
        if typed is None or typed.form == stored or not may_edit(editing, self._roles()):
            return
        editing.form = typed.form
        self._keeping.begin(kept_at=typed.saved_at)
        self._tell_restored(typed.saved_at, typed.base_version != editing.version)

    def _new_form(self) -> ContentForm:
        if self._day is None:
            return ContentForm("")
        at = datetime.combine(self._day, _MORNING, WIB)
        return ContentForm("", planned_at=at)

    def _tell_restored(self, saved_at: datetime, is_older: bool) -> None:
        words = _("What you typed until %(time)s and did not save is here again.")
        if is_older:
            words = _(
                "What you typed until %(time)s is here again; a colleague has saved this content "
                "since. Saving shows both."
            )
        self._restored.tell(words % {"time": time_text(saved_at)})

    def _roles(self) -> frozenset[Role]:
        actor = self._office.actor
        return actor.roles if actor is not None else frozenset()

    # Showing

    def _hide_strips(self) -> None:
        for strip in (self._notice, self._restored):
            strip.hide()

    def _refresh(self) -> None:
        """Everything anew, after loading."""
        editable = may_edit(self._editing, self._roles())
        self._idea.show_form(self._editing.form)
        self._idea.show_view(self._editing.view)
        self._idea.set_read_only(
            not editable, saves_category=may_categorise(self._editing, self._roles())
        )
        self._text.set_read_only(not editable)
        self._schedule.refresh(read_only=not editable)
        self._refresh_acts()
        self.headed.emit()

    @Slot()
    def _refresh_acts(self) -> None:
        roles, is_busy = self._roles(), self._acts.is_busy
        self._side.refresh(roles, is_busy=is_busy)
        self._standing.show_standing(self._editing, roles, is_busy=is_busy)

    # Typing

    @Slot(object)
    def _on_idea_changed(self, fields: dict[str, object]) -> None:
        self._editing.change(**fields)
        self._on_typed()
        if "title" in fields:
            self.headed.emit()

    @Slot()
    def _on_typed(self) -> None:
        self._keeping.note_typing()
        self._refresh_acts()

    @Slot()
    def _on_targeted(self) -> None:
        editable = may_edit(self._editing, self._roles())
        self._schedule.refresh(read_only=not editable)
        self._side.show_preview()

    @Slot()
    def _on_draft_dropped(self) -> None:
        editing, stored = self._editing, self._editing.stored
        self._restored.hide()
        editing.begin(editing.view, stored)
        editing.stored = stored
        self._keeping.keep()
        self._refresh()

    # Saving and going on

    @Slot()
    def save(self) -> None:
        """Save what stands in the form."""
        if self._editing.is_dirty and may_edit(self._editing, self._roles()):
            self._keeping.stop()
            self._acts.save()

    def _press_primary(self) -> None:
        button = self._side.primary()
        if button is not None:
            button.click()

    @Slot(object)
    def _on_act_asked(self, act: ContentAct) -> None:
        self._keeping.stop()
        self._acts.take(act)

    @Slot()
    def _on_deciding_asked(self) -> None:
        if self._editing.view is not None:
            self.leads.emit("approvals", self._editing.view.reference)

    @Slot()
    def _settle(self) -> None:
        """What stands in the form is stored now."""
        self._editing.stored = self._editing.form
        self._restored.hide()
        self._keeping.note_saved()

    @Slot(object)
    def _on_worked(self, made: object) -> None:
        """Something was done: show what it has become."""
        self._notice.hide()
        self._ask(made if isinstance(made, int) else self._editing.content_id)

    # What went wrong

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        if self._acts.complain(error):
            return
        if isinstance(error, ChangedMeanwhile) and self._editing.is_dirty:
            self._meanwhile.compare(error)
        else:
            self._notice.tell(sentence(error))

    @Slot(object)
    def _take_theirs(self, view: ContentView) -> None:
        self._editing.begin(view, view.form)
        self._settle()
        self._refresh()

    @Slot(object)
    def _keep_mine(self, view: ContentView) -> None:
        self._editing.begin(view, self._editing.form)
        self.save()
