"""Instansi tujuan: the agencies to which inquiries are referred (Lampiran C.4)."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.labels import label
from app.language import _
from app.services import agencies
from app.services.agencies import AgencyRow
from app.ui.bridge import OfficeBridge, QueryRunner
from app.ui.office.agency_dialog import AgencyDialog
from app.ui.office.list_page import ListPage
from app.ui.widgets import Cell, Column, EmptyState


class DirectoryPage(ListPage):
    """The directory, searched while one types, and its form."""

    failed = Signal(Exception)

    def __init__(self, bridge: OfficeBridge, parent: QWidget | None = None) -> None:
        super().__init__(
            "office.agencies",
            _("Agencies to refer to"),
            _columns(),
            (0, 150, 190, 220, 110),
            search=_("Search an agency"),
            empty=EmptyState(_("No agency of that name"), _("Search by other words, or add it.")),
            parent=parent,
        )
        self._bridge = bridge
        self._words = ""
        self._found = QueryRunner(bridge, self)
        self._found.answered.connect(self.show_rows)
        self._found.failed.connect(self.failed)
        self.add_verb("change", _("Change…"), self._on_change)
        self.add_primary("add", _("Agency"), self._on_add)
        self.opened.connect(self._open)
        self.searched.connect(self._on_searched)

    def reload(self) -> None:
        """Ask again for what is searched."""
        self._found.run(agencies.directory, self._words)

    @Slot(str)
    def _on_searched(self, words: str) -> None:
        self._words = words
        self.reload()

    @Slot()
    def _on_add(self) -> None:
        AgencyDialog(self._bridge, None, self).open()

    @Slot()
    def _on_change(self) -> None:
        self._open(self.current())

    @Slot(object)
    def _open(self, row: object) -> None:
        if isinstance(row, AgencyRow):
            AgencyDialog(self._bridge, row, self).open()


def _columns() -> list[Column]:
    return [
        Column(_("Name"), lambda row: Cell(row.name)),
        Column(_("Short name"), lambda row: Cell(row.short_name, ink="text2")),
        Column(_("Kind"), lambda row: Cell(label(row.kind), ink="text2")),
        Column(_("Contact"), lambda row: Cell(_contact(row), ink="text2")),
        Column(
            _("24 hours"),
            lambda row: Cell(_("bound") if row.is_bound else _("on request"), ink="text2"),
        ),
    ]


def _contact(row: AgencyRow) -> str:
    parts = (row.contact_name, row.contact_means, row.phone, row.site)
    return next((part for part in parts if part), "–")
