"""The list's questions: which rows it shows, which of them is current, what comes below."""

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.services import inquiries
from app.services.inquiries import Asker, InquiryRow, Listing, Wanted
from app.ui.bridge import OfficeBridge, QueryRunner
from app.ui.inquiries.list_pane import ListPane
from app.ui.inquiries.table import InquiryTable
from app.ui.theme import tokens

_PAGE = 100


class ListDesk(QObject):
    """Keeps one inquiry current while its list is asked again, filtered and scrolled."""

    listed = Signal(object)  # the Listing, once its rows are shown
    chosen = Signal(object)  # the key of the inquiry that became current; None: there is none
    failed = Signal(Exception)

    def __init__(self, bridge: OfficeBridge, parent: QWidget) -> None:
        super().__init__(parent)
        self._office = bridge.office
        self.model = InquiryTable(bridge.office.now(), parent)
        self.pane = ListPane(self.model)
        self._current: int | None = None
        self._place = 0
        self._rows = QueryRunner(bridge, self)
        self._page = QueryRunner(bridge, self)
        self._rows.answered.connect(self._on_listing)
        self._page.answered.connect(self.model.append)
        self._rows.failed.connect(self.failed)
        self._page.failed.connect(self.failed)
        self.model.more_wanted.connect(self._on_more_wanted)
        self.pane.wanted.connect(self._on_wanted)
        self.pane.moved.connect(self._on_moved)

    @property
    def current(self) -> int | None:
        """The key of the inquiry that is current."""
        return self._current

    def current_row(self) -> InquiryRow | None:
        """Its row, if this list holds it."""
        row = self.pane.table.current_row()
        return row if isinstance(row, InquiryRow) else None

    def asker(self) -> Asker:
        """Who looks at the list, and when."""
        actor = self._office.actor
        return Asker(
            actor.id if actor else None, actor.roles if actor else frozenset(), self._office.now()
        )

    def reload(self) -> None:
        """Ask again for as many rows as are shown."""
        above = tokens().clock_above_hours
        self._rows.run(
            inquiries.listing,
            self.pane.wanted_now(),
            self.asker(),
            max(_PAGE, len(self.model.rows)),
            timedelta(hours=above["notice"]),
            timedelta(hours=above["calm"]),
        )

    def lead_to(self, inquiry_id: int) -> None:
        """Show this inquiry, whether the list holds it or not."""
        self.pane.show_all()
        self.pane.table.clearSelection()
        self._current = inquiry_id
        self.model.replace((), 0, self._office.now())
        self.reload()

    @Slot(object)
    def _on_wanted(self, _wanted: Wanted) -> None:
        self.model.replace((), 0, self._office.now())
        self._current = None
        self.reload()

    @Slot(object)
    def _on_listing(self, listing: Listing) -> None:
        if listing.wanted != self.pane.wanted_now():
            return
        self.model.replace(listing.rows, listing.in_all, self._office.now())
        self.pane.show_listing(listing)
        self._choose_row(listing.rows)
        self.listed.emit(listing)

    def _choose_row(self, rows: Sequence[InquiryRow]) -> None:
        """The inquiry that is shown stays current; one that has left is followed by the next."""
        table = self.pane.table
        if self._current is not None and any(row.id == self._current for row in rows):
            if table.current_row() is None:
                table.select_key(self._current)
        elif self._current is not None and table.current_row() is None:
            self.chosen.emit(self._current)  # another place led to one that this list does not hold
        elif rows:
            table.selectRow(min(self._place, len(rows) - 1))
        else:
            self._current = None
            self.chosen.emit(None)

    @Slot()
    def _on_more_wanted(self) -> None:
        rows = self.model.rows
        if rows:
            self._page.run(
                inquiries.page, self.pane.wanted_now(), self.asker(), rows[-1].place, _PAGE
            )

    @Slot(object)
    def _on_moved(self, row: InquiryRow | None) -> None:
        if row is not None:
            self._current, self._place = row.id, self.pane.table.currentIndex().row()
            self.chosen.emit(row.id)
