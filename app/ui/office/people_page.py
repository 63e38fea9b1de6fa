"""Orang dan tugas: who works in the office, what he may do, how he comes in (Pasal 5 d, 6)."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.labels import label
from app.language import _, pgettext, wib
from app.models.roles import Role
from app.services.civil_servant_number import grouped
from app.services.deputies import people_and_deputies
from app.services.people import PersonRow
from app.ui.bridge import OfficeBridge, QueryRunner
from app.ui.office.deputy_dialog import DeputyDialog
from app.ui.office.list_page import ListPage
from app.ui.office.person_dialogs import PersonDialog, SignInDialog
from app.ui.widgets import Cell, ChipLook, Column, EmptyState


class PeoplePage(ListPage):
    """The people and the forms that change them."""

    def __init__(self, bridge: OfficeBridge, parent: QWidget | None = None) -> None:
        super().__init__(
            "office.people",
            _("People"),
            _columns(),
            (0, 170, 190, 200, 150),
            rows="tall",
            empty=EmptyState(_("Nobody yet"), _("Add the people who work in this office.")),
            parent=parent,
        )
        self._bridge = bridge
        self.add_verb("change", _("Change…"), self._on_change)
        self.add_verb("sign_in", _("Let sign in…"), self._on_sign_in)
        self.add_verb("deputies", _("Deputies…"), self._on_deputies)
        self._deputies = QueryRunner(bridge, self)
        self._deputies.answered.connect(self._on_deputies_known)
        self.add_primary("add", _("Person"), self._on_add)
        self.opened.connect(self.open_row)

    @Slot()
    def _on_add(self) -> None:
        PersonDialog(self._bridge, None, self).open()

    @Slot()
    def _on_change(self) -> None:
        self.open_row(self.current())

    @Slot(object)
    def open_row(self, row: object) -> None:
        """Change this person."""
        if isinstance(row, PersonRow):
            PersonDialog(self._bridge, row, self).open()

    @Slot()
    def _on_sign_in(self) -> None:
        row = self.current()
        if isinstance(row, PersonRow):
            SignInDialog(self._bridge, row, self).open()

    @Slot()
    def _on_deputies(self) -> None:
        self._deputies.run(people_and_deputies)

    @Slot(object)
    def _on_deputies_known(self, known: object) -> None:
        assert isinstance(known, tuple)  # noqa: S101 what people_and_deputies returns
        people, rows = known
        today = wib(self._bridge.office.now()).date()
        DeputyDialog(self._bridge, people, rows, today, self).open()


def _columns() -> list[Column]:
    return [
        Column(_("Name"), lambda row: Cell(row.name, row.position or "", avatar=row.name)),
        Column(_("NIP"), lambda row: Cell(grouped(row.nip) if row.nip else "–", ink="text2")),
        Column(_("Rank"), lambda row: Cell(_rank(row), ink="text2")),
        Column(_("May do in the program"), lambda row: Cell(_roles(row))),
        Column(_("Signs in as"), _sign_in_cell),
    ]


def _rank(row: PersonRow) -> str:
    return " / ".join(part for part in (row.rank, row.grade) if part) or "–"


def _roles(row: PersonRow) -> str:
    return ", ".join(label(role) for role in Role if role in row.roles) or "–"


def _sign_in_cell(row: PersonRow) -> Cell:
    if not row.is_active:
        chip = ChipLook(pgettext("person", "Inactive"), "", "muted", "dashed")
        return Cell(chip.text, chip=chip)
    if row.sign_in_name is None or not row.has_password:
        return Cell(_("does not sign in"), ink="text3")
    return Cell(row.sign_in_name)
