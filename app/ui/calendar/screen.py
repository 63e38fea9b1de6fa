"""Kalender: the plan, and the composer in which one content opens."""

from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.language import _
from app.models.roles import AUTHORS
from app.services import contents
from app.services.obligations import GapKind
from app.ui.bridge import OfficeBridge, QueryRunner
from app.ui.calendar.composer.page import ComposerPage
from app.ui.calendar.kinds import MONTH
from app.ui.calendar.painted_access import install_painted_access
from app.ui.calendar.plan_page import PlanPage
from app.ui.importing.dialog import ImportDialog
from app.ui.publishing import PublishingTarget
from app.ui.publishing.page import PublishingPage
from app.ui.widgets import Screen

_SHOWN = frozenset(
    {
        "content",
        "variant",
        "decision",
        "asset",
        "pause",
        "policy",
        "platform_limit",
        "ready_text",
        "day_mark",
        "saved_view",
    }
)


class CalendarScreen(Screen):
    """What goes out when.

    `show_target` takes a reference, a content's key, a date, or what Beranda says is lacking.
    """

    def __init__(self, bridge: OfficeBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("calendar")
        install_painted_access()
        self._bridge = bridge
        actor = bridge.office.actor
        may_write = actor is not None and actor.is_any(AUTHORS)
        self._lookup = QueryRunner(bridge, self)
        self._plan = PlanPage(bridge, may_write=may_write)
        self._composer = ComposerPage(bridge)
        self._publishing = PublishingPage(bridge)
        self._behind: QWidget = self._plan  # where the way back from publishing leads
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._plan)
        self._pages.addWidget(self._composer)
        self._pages.addWidget(self._publishing)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)
        self._connect(bridge)
        new = QShortcut(QKeySequence("Ctrl+N"), self, self._plan.toolbar.press_new)
        new.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._head()
        self.reload()

    def _connect(self, bridge: OfficeBridge) -> None:
        bridge.changed.connect(self._on_office_changed)
        self._lookup.answered.connect(self._on_looked_up)
        self._lookup.failed.connect(self._plan.complain)
        self._plan.opened.connect(self._compose)
        self._plan.told.connect(self.tell)
        self._plan.toolbar.import_asked.connect(self._on_import)
        self._composer.headed.connect(self._head)
        self._composer.closed.connect(self._on_composer_closed)
        self._composer.drafted.connect(self._plan.drafts.reload)
        self._composer.told.connect(self.tell)
        self._composer.leads.connect(self.leads)
        self._plan.publishing_asked.connect(lambda: self._publish(PublishingTarget()))
        self._publishing.told.connect(self.tell)
        self._publishing.opened.connect(lambda key: self._compose(key, None))

    @property
    def _is_publishing(self) -> bool:
        return self._pages.currentWidget() is self._publishing

    @property
    def _is_composing(self) -> bool:
        return self._pages.currentWidget() is self._composer

    @Slot()
    def _on_import(self) -> None:
        ImportDialog(self._bridge, self).open()

    # What the frame asks of a place

    def _head(self) -> None:
        composer = self._composer
        if self._is_publishing:
            self.set_heading(_("Publishing"), back=True)
        elif self._is_composing:
            self.set_heading(composer.title, composer.note, composer.chips, back=True)
        else:
            self.set_heading(_("Calendar"))

    def reload(self) -> None:
        self._plan.reload()
        self._composer.reload()

    def show_target(self, target: object) -> None:
        if isinstance(target, date):
            self.go_back()
            self._plan.show_kind(MONTH)
            self._plan.show_day(target)
        elif target == GapKind.CONTENT_WITHOUT_CATEGORY:
            self.go_back()
            self._plan.show_uncategorised()
        elif isinstance(target, PublishingTarget):
            self._publish(target)
        elif isinstance(target, int):
            self._compose(target, None)
        elif isinstance(target, str):
            self._lookup.run(contents.content_of_reference, target)

    @Slot(object)
    def _on_looked_up(self, content_id: object) -> None:
        if isinstance(content_id, int):
            self._compose(content_id, None)

    def go_back(self) -> None:
        if self._is_publishing:
            self._end_publishing()
        elif self._is_composing:
            self._composer.leave()

    def panes(self) -> tuple[QWidget, ...]:
        if self._is_publishing:
            return self._publishing.panes()
        return self._composer.panes() if self._is_composing else self._plan.panes()

    def keys(self) -> tuple[tuple[str, str], ...]:
        if self._is_publishing:
            return self._publishing.keys()
        if self._is_composing:
            return self._composer.keys()
        return (
            ("← → ↑ ↓", _("to the next day, to the next content of the day")),
            ("PgUp PgDn", _("page before, page after")),
            ("T", _("today")),
            ("Enter", _("open the content, or make one on this day")),
            ("Alt+← → ↑ ↓", _("move the content by a day, by a week")),
            ("Alt+Shift+↑ ↓", _("in the week: a quarter of an hour earlier, later")),
            ("M", _("move the content to…, in the list all that are chosen")),
            (_("Space"), _("in the list: choose; Shift with ↑ ↓ chooses several")),
            ("H", _("days of the office")),
            ("U", _("repeat the content")),
            ("W", _("warnings about the plan")),
            ("B I K D A", _("month, week, board, list, year")),
            ("Ctrl+F", _("search in the plan")),
            ("Ctrl+V", _("collect what was copied in WhatsApp")),
            ("P", _("publish: what is due, held, set on platforms")),
            ("Ctrl+N", _("new content")),
        )

    @Slot(frozenset)
    def _on_office_changed(self, aggregates: frozenset[str]) -> None:
        if aggregates & _SHOWN:
            self.reload()

    # The composer

    @Slot(object, object)
    def _compose(self, content_id: int | None, day: date | None) -> None:
        self._pages.setCurrentWidget(self._composer)
        self._composer.open_content(content_id, day)
        self._head()

    @Slot()
    def _on_composer_closed(self) -> None:
        self._pages.setCurrentWidget(self._plan)
        self._head()
        self._plan.shown.setFocus(Qt.FocusReason.OtherFocusReason)

    # Publishing

    def _publish(self, target: PublishingTarget) -> None:
        """Over the plan or over the content that is being composed; back leads there again."""
        if not self._is_publishing:
            self._behind = self._composer if self._is_composing else self._plan
        self._pages.setCurrentWidget(self._publishing)
        self._publishing.show_target(target)
        self._head()

    def _end_publishing(self) -> None:
        self._pages.setCurrentWidget(self._behind)
        self._head()
        if not self._is_composing:
            self._plan.shown.setFocus(Qt.FocusReason.OtherFocusReason)
