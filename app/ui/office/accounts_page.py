"""Akun resmi: the agency's accounts and the letters that made them official (Pasal 5 b–c, 6)."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.labels import label
from app.language import _, day_text
from app.services.accounts import AccountRow
from app.services.obligations import GapKind
from app.services.people import PersonRow
from app.services.platform_names import is_named
from app.ui.bridge import OfficeBridge
from app.ui.office.account_dialogs import AccountDialog, DesignationDialog
from app.ui.office.account_words import account_cell, designation_cell
from app.ui.office.list_page import ListPage
from app.ui.widgets import Cell, Column, EmptyState

_LACKING: dict[GapKind, Callable[[AccountRow], bool]] = {
    GapKind.ACCOUNT_NOT_DESIGNATED: lambda row: not row.is_official,
    GapKind.ACCOUNT_WITHOUT_SEGMENT: lambda row: not row.segments,
    GapKind.ACCOUNT_WITHOUT_ADDRESS: lambda row: not is_named(row.platform, row.handle),
}


class AccountsPage(ListPage):
    """The accounts and the forms that change them."""

    def __init__(self, bridge: OfficeBridge, parent: QWidget | None = None) -> None:
        super().__init__(
            "office.accounts",
            _("Official accounts"),
            _columns(),
            (200, 0, 130, 120, 260, 160),
            empty=EmptyState(
                _("No account yet"),
                _("Enter the agency's accounts; the head names them official."),
            ),
            parent=parent,
        )
        self._bridge = bridge
        self._rows_shown: Sequence[AccountRow] = ()
        self._people: Sequence[PersonRow] = ()
        self.add_verb("change", _("Change…"), self._on_change)
        self.add_verb("designate", _("Record designation…"), self._on_designate)
        self.add_primary("add", _("Account"), self.open_new)
        self.opened.connect(self.open_row)

    def show_accounts(self, rows: Sequence[AccountRow], people: Sequence[PersonRow]) -> None:
        """These accounts; each of these people may be responsible for one."""
        self._rows_shown, self._people = rows, people
        self.show_rows(rows)

    def lead_to(self, lack: GapKind) -> None:
        """Stand at the first account that lacks this."""
        lacking = (row for row in self._rows_shown if not row.closed_on and _LACKING[lack](row))
        row = next(lacking, None)
        if row is not None:
            self.table.select_key(row.id)
        self.table.setFocus()

    @Slot()
    def open_new(self) -> None:
        AccountDialog(self._bridge, None, self._people, self).open()

    @Slot()
    def _on_change(self) -> None:
        self.open_row(self.current())

    @Slot(object)
    def open_row(self, row: object) -> None:
        """Change this account."""
        if isinstance(row, AccountRow):
            AccountDialog(self._bridge, row, self._people, self).open()

    @Slot()
    def _on_designate(self) -> None:
        row = self.current()
        if isinstance(row, AccountRow):
            DesignationDialog(self._bridge, row, self).open()


def _columns() -> list[Column]:
    return [
        Column(_("Account"), account_cell),
        Column(_("Name"), lambda row: Cell(row.name or "–")),
        Column(_("Type"), lambda row: Cell(label(row.media_kind), ink="text2")),
        Column(_("Responsible"), lambda row: Cell(row.responsible or "–")),
        Column(_("Letter"), lambda row: Cell(_letter(row), ink="text2")),
        Column(_("Designation"), designation_cell),
    ]


def _letter(row: AccountRow) -> str:
    if not row.designation_number:
        return "–"
    day = day_text(row.designation_on) if row.designation_on else ""
    return " · ".join(part for part in (row.designation_number, day) if part)
