"""The composer's page: loads one content, shows it, saves it and takes it on its way."""

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.language import _, wib
from app.models.variant import VariantState
from app.services.calendar import derived_state
from app.services.contents import Composition, Typed
from app.ui.bridge import OfficeBridge
from app.ui.calendar.composer.acts import ComposerActs
from app.ui.calendar.composer.allowed import may_edit
from app.ui.calendar.composer.choosing import Choosing
from app.ui.calendar.composer.company import Company
from app.ui.calendar.composer.editing import Editing
from app.ui.calendar.composer.entering import Entering
from app.ui.calendar.composer.inserting import Inserting
from app.ui.calendar.composer.keeping import DraftKeeping
from app.ui.calendar.composer.loading import Loading
from app.ui.calendar.composer.meanwhile import Meanwhile
from app.ui.calendar.composer.panes import Panes
from app.ui.calendar.composer.saving import Saving
from app.ui.calendar.composer.turns import Turns
from app.ui.publishing import PublishingTarget
from app.ui.widgets import ChipLook, Telling, state_chip
from app.wording import sentence


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
        turns = Turns()
        self._loading = Loading(bridge, self._editing, self)
        self._acts = ComposerActs(bridge, self._editing, turns, self)
        self._meanwhile = Meanwhile(bridge, self._editing, self)
        self._keeping = DraftKeeping(bridge, self._editing, turns, self)
        self._panes = Panes(bridge, self._editing)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._panes)
        self._choosing = Choosing(bridge, self._editing, self._panes.text, self)
        self._inserting = Inserting(bridge, self._editing, self._panes.text, self._acts, self)
        self._company = Company(bridge, self._editing, self)
        self._entering = Entering(self._editing, self._panes, self._keeping, self)
        self._saving = Saving(
            self._editing, self._panes, self._acts, self._keeping, self._meanwhile, self
        )
        self._connect()
        self._connect_panes()
        self._make_keys()

    def _connect(self) -> None:
        panes, loading, choosing = self._panes, self._loading, self._choosing
        loading.begun.connect(self._on_begun)
        loading.renewed.connect(self._on_renewed)
        loading.clashed.connect(lambda error: panes.notice.tell(sentence(error)))
        self._saving.worked.connect(loading.again)
        self._saving.replaced.connect(self._refresh)
        self._entering.titled.connect(self.headed)
        self._entering.dropped.connect(self._refresh)
        self._keeping.noted.connect(self.headed)
        self._keeping.changed.connect(self.drafted)
        self._acts.told.connect(self.told)
        choosing.chosen.connect(self._entering.note)
        choosing.leads.connect(self.leads)
        self._inserting.changed.connect(self._entering.note_all)
        self._company.found.connect(panes.tell_company)
        for worker in (loading, self._acts, self._meanwhile, self._keeping):
            worker.failed.connect(self._on_failed)

    def _connect_panes(self) -> None:
        choosing, panes = self._choosing, self._panes
        panes.idea.categorised.connect(self._acts.categorise)
        panes.idea.notes.remarked.connect(self._acts.remark)
        panes.text.target_wanted.connect(choosing.ask_target)
        panes.text.target_dropped.connect(choosing.drop_target)
        panes.text.media_wanted.connect(choosing.ask_media)
        panes.side.checklist.led.connect(choosing.lead_to)
        panes.side.outcomes.asked.connect(self._acts.record)
        panes.side.outcomes.publishing_asked.connect(self._lead_to_publishing)
        panes.standing.deciding_asked.connect(self._on_deciding_asked)

    def _make_keys(self) -> None:
        for keys, slot in (
            ("Ctrl+S", self._saving.save),
            ("Ctrl+Return", self._saving.press_primary),
            ("Ctrl+Enter", self._saving.press_primary),
            ("Ctrl+Tab", self._panes.text.next_target),
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
        if self._loading.is_open:
            self._keeping.keep()
        self._keeping.begin()
        self._company.leave()
        self._panes.hide_strips()
        self._loading.begin(content_id, day)

    def reload(self) -> None:
        """Ask again; what is typed and not saved stays."""
        self._loading.again()

    def leave(self) -> None:
        """Back to the calendar; what is typed and not saved is kept as a draft."""
        if self._editing.is_dirty and may_edit(self._editing, self._panes.roles):
            words = _("Kept as your draft beside the calendar; colleagues don't see it yet.")
            self.told.emit(Telling(words))
        self._keeping.keep()
        self._loading.close()
        self._company.leave()
        self.closed.emit()

    @Slot(int)
    def _lead_to_publishing(self, variant_id: int) -> None:
        self.leads.emit("calendar", PublishingTarget(variant_id=variant_id))

    def panes(self) -> tuple[QWidget, ...]:
        return self._panes.firsts()

    def keys(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Ctrl+Tab", _("next account")),
            ("Ctrl+M", _("attach from the library")),
            ("Ctrl+S", _("save")),
            ("Ctrl+Enter", _("submit, request approval")),
        )

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._loading.is_open:
            self._keeping.keep_now()

    # Loading

    @Slot(object, object)
    def _on_begun(self, found: Composition, typed: Typed | None) -> None:
        today = wib(self._office.now()).date()
        self._panes.schedule.begin(QDate(today.year, today.month, today.day))
        if typed is not None:
            self._keeping.begin(kept_at=typed.saved_at)
            is_older = typed.base_version != self._editing.version
            self._panes.tell_restored(typed.saved_at, is_older=is_older)
        self._on_renewed(found)
        self._panes.idea.lead_to_first(found.view)

    @Slot(object)
    def _on_renewed(self, found: Composition) -> None:
        self._inserting.begin(found.ready, found.values)
        self._company.come()
        self._panes.influencers = found.influencers
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        """Everything anew."""
        self._panes.show_all()
        self.headed.emit()

    @Slot()
    def _on_deciding_asked(self) -> None:
        if self._editing.view is not None:
            self.leads.emit("approvals", self._editing.view.reference)

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        if not self._inserting.complain(error):
            self._saving.complain(error)
