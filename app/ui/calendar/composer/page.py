"""The composer's page: loads one content, keeps what is typed, saves, and takes it on its way."""

from datetime import date, datetime, time

from PySide6.QtCore import QDate, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.language import WIB, _, time_text, wib
from app.models.content import ContentAct
from app.models.roles import Role
from app.models.variant import VariantState
from app.services import approvals, contents
from app.services.assets import AssetRow
from app.services.calendar import derived_state
from app.services.contents import (
    DRAFT_SUBJECT,
    AttachedFacts,
    Composition,
    ContentForm,
    ContentView,
    Lack,
    LackCode,
    MediaForm,
    draft_body,
)
from app.services.errors import ChangedMeanwhile
from app.ui.bridge import OfficeBridge, QueryRunner
from app.ui.calendar.composer.acts import ComposerActs
from app.ui.calendar.composer.dialogs import MeanwhileDialog, TargetDialog
from app.ui.calendar.composer.editing import Editing
from app.ui.calendar.composer.idea_pane import IdeaPane
from app.ui.calendar.composer.schedule_bar import ScheduleBar
from app.ui.calendar.composer.side_pane import SidePane, may_categorise, may_edit
from app.ui.calendar.composer.text_pane import TextPane
from app.ui.shelf import pick_assets, thumbnails_of
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
_PAUSE = 1200  # ms without typing before the draft is kept
_MORNING = time(9, 0)
_OF_IDEA = {
    LackCode.NO_TITLE: "composer.title",
    LackCode.NO_CATEGORY: "composer.category",
    LackCode.NO_SOURCE: "composer.source",
    LackCode.SOURCE_NOT_VERIFIED: "composer.verified",
}


class ComposerPage(QWidget):
    """One content from idea to proof."""

    headed = Signal()
    closed = Signal()
    told = Signal(object)  # a Telling
    leads = Signal(str, object)

    def __init__(self, bridge: OfficeBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("composer")
        self._bridge, self._office = bridge, bridge.office
        self._editing = Editing()
        self._is_open = False
        self._day: date | None = None  # on which a new content is to go out
        self._kept = ""  # when the draft was kept
        self._complaint = ""
        self._loads = QueryRunner(bridge, self)
        self._stored = QueryRunner(bridge, self)
        self._acts = ComposerActs(bridge, self._editing, self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._build()
        self._connect()
        self._make_keys()

    def _build(self) -> None:
        set_ground(self, "surface")
        thumbnails = thumbnails_of(self._bridge)
        self._idea = IdeaPane()
        self._text = TextPane(self._editing, thumbnails)
        self._schedule = ScheduleBar(self._editing)
        self._side = SidePane(self._editing, thumbnails)
        self._notice = Notice("composer.notice", "bad")
        self._restored = Notice("composer.restored", "planned")
        self._drop_draft = named(
            Button(_("&Discard what I typed"), size="small"), "composer.discard"
        )
        self._restored.add_act(self._drop_draft)
        for strip in (self._notice, self._restored):
            strip.hide()
        middle = QVBoxLayout()
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
        column.addWidget(self._notice)
        column.addWidget(self._restored)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        self._loads.answered.connect(self._show)
        self._loads.failed.connect(self._on_failed)
        self._stored.answered.connect(self._show_both)
        self._stored.failed.connect(self._on_failed)
        self._acts.busy.connect(self._refresh_side)
        self._acts.settled.connect(self._settle)
        self._acts.worked.connect(self._on_worked)
        self._acts.told.connect(self.told)
        self._acts.failed.connect(self._on_failed)
        self._pause.timeout.connect(self._keep_draft)
        self._idea.changed.connect(self._on_idea_changed)
        self._idea.categorised.connect(self._acts.categorise)
        self._idea.remarked.connect(self._acts.remark)
        self._text.typed.connect(self._on_typed)
        self._text.targeted.connect(self._on_targeted)
        self._text.target_wanted.connect(self._ask_target)
        self._text.target_dropped.connect(self._on_target_dropped)
        self._text.media_wanted.connect(self._ask_media)
        self._text.swap.toggled.connect(self._share_room)
        self._schedule.changed.connect(self._on_typed)
        self._side.save_asked.connect(self.save)
        self._side.asked.connect(self._on_act_asked)
        self._side.checklist.led.connect(self._lead_to)
        self._side.outcomes.asked.connect(self._acts.record)
        self._drop_draft.clicked.connect(self._on_draft_dropped)

    def _make_keys(self) -> None:
        for keys, slot in (
            ("Ctrl+S", self.save),
            ("Ctrl+Return", self._press_primary),
            ("Ctrl+Enter", self._press_primary),
            ("Ctrl+Tab", self._text.next_target),
            ("Ctrl+M", self._ask_media),
        ):
            shortcut = QShortcut(QKeySequence(keys), self, slot)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # What the screen asks

    @property
    def title(self) -> str:
        return self._editing.form.title or _("New content")

    @property
    def note(self) -> str:
        return self._kept

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
        if self._is_open and self._editing.is_dirty:
            self._keep_draft()
        self._is_open, self._day, self._kept = True, day, ""
        self._editing.target = None
        self._editing.begin(None, ContentForm(""))
        for strip in (self._notice, self._restored):
            strip.hide()
        self._ask(content_id or 0)

    def reload(self) -> None:
        """Ask again; what is typed and not saved stays."""
        if self._is_open:
            self._ask(self._editing.content_id)

    def leave(self) -> None:
        """Back to the calendar; what is typed and not saved is kept as a draft."""
        self._close(keep=self._editing.is_dirty)

    def _close(self, *, keep: bool) -> None:
        if keep:
            self._keep_draft()
            self.told.emit(Telling(_("Kept as your draft; colleagues don't see it yet.")))
        self._pause.stop()
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    @Slot()
    def _share_room(self) -> None:
        """In a narrow window idea and acts take turns at the text's side."""
        swap = self._text.swap
        is_narrow = self.width() < _SWAPS_BELOW
        swap.setVisible(is_narrow)
        self._idea.setVisible(not (is_narrow and swap.isChecked()))
        self._side.setVisible(not is_narrow or swap.isChecked())

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._is_open and self._pause.isActive():
            self._keep_draft()

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
        if is_first and found.view is None:
            self._idea.first().setFocus()

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
        self._refresh_side()
        self.headed.emit()

    @Slot()
    def _refresh_side(self) -> None:
        self._side.refresh(self._roles(), is_busy=self._acts.is_busy)

    # Typing

    @Slot(dict)
    def _on_idea_changed(self, fields: dict[str, object]) -> None:
        self._editing.change(**fields)
        self._on_typed()
        if "title" in fields:
            self.headed.emit()

    @Slot()
    def _on_typed(self) -> None:
        self._pause.start()
        self._refresh_side()

    @Slot()
    def _on_targeted(self) -> None:
        editable = may_edit(self._editing, self._roles())
        self._schedule.refresh(read_only=not editable)
        self._side.show_preview()

    @Slot()
    def _keep_draft(self) -> None:
        """What was typed is kept for this person: no audit, nobody is told."""
        self._pause.stop()
        editing = self._editing
        if not editing.is_dirty or not may_edit(editing, self._roles()):
            return
        key, version, body = editing.content_id, editing.version, draft_body(editing.form)
        self._bridge.submit(
            lambda: self._office.act(approvals.save_draft, DRAFT_SUBJECT, key, version, body),
            lambda done: self._on_draft_kept(done.exception()),
        )

    def _on_draft_kept(self, error: BaseException | None) -> None:
        if isinstance(error, Exception):
            self._notice.tell(sentence(error))
            return
        self._kept = _("draft kept %(time)s") % {"time": time_text(self._office.now())}
        self.headed.emit()

    @Slot()
    def _on_draft_dropped(self) -> None:
        editing = self._editing
        self._restored.hide()
        self._pause.stop()
        editing.begin(editing.view, editing.stored)
        self._refresh()
        self._acts.discard_draft()

    # Targets and media

    @Slot()
    def _ask_target(self) -> None:
        dialog = TargetDialog(self._editing.free_targets(), self)
        dialog.chosen.connect(self._on_target_chosen)
        dialog.open()

    @Slot(int, str)
    def _on_target_chosen(self, account_id: int, post_kind: str) -> None:
        self._editing.add_variant(account_id, post_kind)
        self._text.choose(self._editing.target)
        self._on_typed()

    @Slot()
    def _on_target_dropped(self) -> None:
        self._editing.remove_variant()
        self._text.choose(None)
        self._on_typed()

    @Slot()
    def _ask_media(self) -> None:
        if self._editing.form.variants and may_edit(self._editing, self._roles()):
            pick_assets(self._bridge, self, self._on_media_picked)

    def _on_media_picked(self, rows: tuple[AssetRow, ...]) -> None:
        self._editing.attached |= {row.id: _facts(row) for row in rows}
        self._editing.attach([MediaForm(row.id, row.alt_text) for row in rows])
        self._text.refresh()
        self._on_typed()

    @Slot(object)
    def _lead_to(self, lack: Lack) -> None:
        """Where what is lacking can be mended."""
        if lack.code in _OF_IDEA:
            field = self._idea.findChild(QWidget, _OF_IDEA[lack.code])
            if field is not None:
                field.setFocus(Qt.FocusReason.OtherFocusReason)
        elif lack.code is LackCode.NO_VARIANT:
            self._ask_target()
        elif lack.code is LackCode.NO_ALT_TEXT and isinstance(lack.detail, int):
            self._text.focus_media(lack.target, lack.detail)
        else:
            self._text.focus_text(lack.target)

    # Saving

    @Slot()
    def save(self) -> None:
        """Save what stands in the form."""
        if self._editing.is_dirty and may_edit(self._editing, self._roles()):
            self._pause.stop()
            self._acts.save()

    def _press_primary(self) -> None:
        button = self._side.primary()
        if button is not None:
            button.click()

    @Slot(object)
    def _on_act_asked(self, act: ContentAct) -> None:
        self._pause.stop()
        self._acts.take(act)

    @Slot()
    def _settle(self) -> None:
        """What stands in the form is stored now."""
        self._editing.stored = self._editing.form
        self._restored.hide()
        self._kept = ""

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
            self._compare(error)
        else:
            self._notice.tell(sentence(error))

    def _compare(self, error: ChangedMeanwhile) -> None:
        """Ask for what is stored, to show it beside what is typed."""
        self._complaint = sentence(error)
        actor = self._office.actor
        person = actor.id if actor else None
        key, now = self._editing.content_id, self._office.now()
        self._stored.run(contents.content_whole, key, person, now)

    @Slot(object)
    def _show_both(self, view: ContentView) -> None:
        """Mine can still be saved over theirs, or theirs be taken."""

        def take_theirs() -> None:
            self._editing.begin(view, view.form)
            self._settle()
            self._refresh()

        def keep_mine() -> None:
            mine = self._editing.form
            self._editing.begin(view, mine)
            self.save()

        MeanwhileDialog(
            self._complaint,
            _told(view.form),
            _told(self._editing.form),
            take_theirs,
            keep_mine,
            self,
        ).open()


def _told(form: ContentForm) -> str:
    """A form as text, to compare two."""
    texts = [form.title, form.text, *(it.text for it in form.variants if it.text)]
    return "\n\n".join([*texts, form.brief, form.source])


def _facts(row: AssetRow) -> AttachedFacts:
    return AttachedFacts(
        sha256=row.sha256,
        title=row.title,
        kind=row.kind,
        format=row.format,
        size=row.size,
        width=row.width,
        height=row.height,
        seconds=row.seconds,
        rights_until=row.rights_until,
        rights_unlimited=row.rights_unlimited,
    )
