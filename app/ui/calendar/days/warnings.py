"""Warnings about the month's plan: how many, beside the views, and the list that leads to each."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.labels import label
from app.language import _, month_text, ngettext, number_text, short_day_text
from app.services.plan_warnings import PlanWarning, WarningKind, plan_warnings
from app.services.platform_names import platform_label
from app.ui.bridge import OfficeBridge, QueryRunner
from app.ui.widgets import Button, Cell, Column, Dialog, RowsModel, Table, announce, named, set_tip

_TITLES = 3  # more are told as a number


def warning_text(warning: PlanWarning) -> str:
    """What is the matter, in one sentence."""
    facts = {
        "titles": _titles(warning),
        "platform": platform_label(warning.platform) if warning.platform else "",
        "n": number_text(warning.minutes),
        "words": warning.words,
        "categories": ", ".join(label(category) for category in warning.categories),
    }
    return {
        WarningKind.SAME_TEXT: _("%(platform)s: the same text twice on one day: %(titles)s"),
        WarningKind.TOO_CLOSE: ngettext(
            "%(platform)s: only %(n)s minute between %(titles)s",
            "%(platform)s: only %(n)s minutes between %(titles)s",
            warning.minutes,
        ),
        WarningKind.QUIET_PERIOD: _("In the quiet period “%(words)s”: %(titles)s"),
        WarningKind.HOLIDAY: _("On a holiday (%(words)s): %(titles)s"),
        WarningKind.EMPTY_WEEK: _("Nothing goes out in this week"),
        WarningKind.CATEGORY_WITHOUT_CONTENT: _("Nothing this month about: %(categories)s"),
    }[warning.kind] % facts


def _titles(warning: PlanWarning) -> str:
    shown = [f"“{content.title}”" for content in warning.contents[:_TITLES]]
    more = len(warning.contents) - _TITLES
    if more > 0:
        shown.append(_("%(n)s more") % {"n": number_text(more)})
    return ", ".join(shown)


class WarningsDialog(Dialog):
    """The list; Enter or a double click leads to the content or the day."""

    led = Signal(object)  # a PlanWarning

    def __init__(self, month: date, warnings: Sequence[PlanWarning], parent: QWidget) -> None:
        super().__init__(
            "calendar.warnings",
            _("Worth a second look in %(month)s") % {"month": month_text(month)},
            _("A warning never stands in the way. Enter leads there."),
            icon="triangle-alert",
            tone="waiting",
            width=760,
            parent=parent,
        )
        model = RowsModel(_columns(), self, lambda warning: warning)
        model.replace(list(warnings))
        self._table = Table("calendar.warnings.list", _("Warnings"), "compact")
        self._table.setModel(model)
        self._table.set_widths(110, 0)
        self._table.setMinimumHeight(260)
        self._table.opened.connect(self._on_opened)
        self.box.addWidget(self._table, 1)
        self.add_cancel(_("&Close"))
        self._lead = self.add_verb(
            _("Lead &there"), "primary", name="lead", slot=self._on_lead, default=True
        )
        self._table.setCurrentIndex(model.index(0, 0))
        self._table.setFocus()

    @Slot()
    def _on_lead(self) -> None:
        self._on_opened(self._table.currentIndex())

    @Slot(QModelIndex)
    def _on_opened(self, _index: QModelIndex) -> None:
        row = self._table.current_row()
        if isinstance(row, PlanWarning):
            self.accept()
            self.led.emit(row)


def _columns() -> list[Column]:
    return [
        Column(_("Day"), lambda warning: Cell(short_day_text(warning.day))),
        Column(
            _("What it is"),
            lambda warning: Cell(warning_text(warning), tip=warning_text(warning)),
        ),
    ]


class PlanWarnings(QObject):
    """Asks for the warnings of a month and shows their number on `button`; none, no button."""

    content_asked = Signal(int)  # the key of a content to open
    day_asked = Signal(object)  # a date to show
    failed = Signal(Exception)

    def __init__(self, bridge: OfficeBridge, over: QWidget) -> None:
        super().__init__(over)
        self._office, self._over = bridge.office, over
        self._month = date(2026, 1, 1)
        self._found: Sequence[PlanWarning] = ()
        self._asked = QueryRunner(bridge, self)
        self._asked.answered.connect(self._show)
        self._asked.failed.connect(self.failed)
        self.button = named(Button("", "plain", "triangle-alert"), "calendar.warnings.show")
        self.button.hide()
        self.button.clicked.connect(self.open)

    def ask(self, month: date) -> None:
        self._month = month
        self._asked.run(plan_warnings, month, self._office.now())

    @Slot(object)
    def _show(self, found: Sequence[PlanWarning]) -> None:
        is_news = len(found) > len(self._found)
        self._found = found
        words = ngettext(
            "%(n)s warning about this month's plan",
            "%(n)s warnings about this month's plan",
            len(found),
        ) % {"n": number_text(len(found))}
        self.button.setText(number_text(len(found)))
        self.button.setAccessibleName(words)
        set_tip(self.button, words)
        self.button.setVisible(bool(found))
        if found and is_news and self.button.isVisible():
            announce(self.button, words)

    @Slot()
    def open(self) -> None:
        """The list of what was found; nothing where nothing was."""
        if self._found:
            dialog = WarningsDialog(self._month, self._found, self._over)
            dialog.led.connect(self._on_led)
            dialog.open()

    @Slot(object)
    def _on_led(self, warning: PlanWarning) -> None:
        if warning.contents:
            self.content_asked.emit(warning.contents[0].content_id)
        else:
            self.day_asked.emit(warning.day)
