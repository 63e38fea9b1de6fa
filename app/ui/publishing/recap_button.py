""" "Salin rekap": the links of today or of this week, as a message, into the clipboard."""

from datetime import timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from app.language import _, ngettext, wib
from app.services import publishing
from app.services.publishing import Recap
from app.ui.bridge import OfficeBridge, QueryRunner
from app.ui.theme import icon
from app.ui.widgets import Button, Telling, named


class RecapButton(Button):
    """A button with a menu: today, this week."""

    told = Signal(object)  # a Telling
    failed = Signal(Exception)

    def __init__(self, bridge: OfficeBridge, parent: QWidget | None = None) -> None:
        super().__init__(_("Copy &recap"), "plain", "copy", parent=parent)
        named(self, "publishing.recap")
        self._office = bridge.office
        self._recap = QueryRunner(bridge, self)
        self._recap.answered.connect(self._on_recap)
        self._recap.failed.connect(self.failed)
        menu = QMenu(self)
        menu.setObjectName("publishing.recap.menu")
        today = menu.addAction(icon("calendar-days"), _("Today"), self._ask_today)
        week = menu.addAction(icon("calendar-days"), _("This week"), self._ask_week)
        today.setObjectName("publishing.recap.today")
        week.setObjectName("publishing.recap.week")
        self.setMenu(menu)

    @Slot()
    def _ask_today(self) -> None:
        today = wib(self._office.now()).date()
        self._recap.run(publishing.recap, today, today)

    @Slot()
    def _ask_week(self) -> None:
        today = wib(self._office.now()).date()
        self._recap.run(publishing.recap, today - timedelta(days=today.weekday()), today)

    @Slot(object)
    def _on_recap(self, recap: Recap) -> None:
        if not recap.links:
            self.told.emit(Telling(_("Nothing with a link has gone out yet."), None, "info"))
            return
        QGuiApplication.clipboard().setText(recap.text)
        words = ngettext(
            "Recap with %(n)d link copied: paste it into WhatsApp.",
            "Recap with %(n)d links copied: paste it into WhatsApp.",
            recap.links,
        )
        self.told.emit(Telling(words % {"n": recap.links}, None, "copy"))
