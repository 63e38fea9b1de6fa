"""Kantor: tabs of the agency's keeping, each change one act (Pasal 5 a–d, 6)."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.language import _, pgettext
from app.services.obligations import Gap, GapKind
from app.services.overview import Overview, overview
from app.ui.bridge import OfficeBridge, QueryRunner
from app.ui.gap_leads import place_of_gap, target_of_gap
from app.ui.importing.dialog import ImportDialog
from app.ui.office.accounts_page import AccountsPage
from app.ui.office.agency_page import AgencyPage
from app.ui.office.directory_page import DirectoryPage
from app.ui.office.order_desk import OrderDesk
from app.ui.office.own_agency import OwnAgency
from app.ui.office.people_page import PeoplePage
from app.ui.office.summary_page import SummaryPage
from app.ui.widgets import Button, Notice, Pane, Part, Rule, Screen, Tabs, Telling, named
from app.wording import sentence

_SHOWN = frozenset({"agency", "person", "account", "assignment", "policy", "content", "decision"})
_TABS = ("summary", "people", "accounts", "agency", "directory")
_TAB_OF_GAP = {
    GapKind.ADMIN_NOT_CIVIL_SERVANT: "people",
    GapKind.NO_OFFICIAL: "people",
    GapKind.ACCOUNT_WITHOUT_SEGMENT: "accounts",
    GapKind.ACCOUNT_WITHOUT_ADDRESS: "accounts",
    GapKind.ACCOUNT_NOT_DESIGNATED: "accounts",
    GapKind.NO_ASSIGNMENT: "summary",
    GapKind.DUTY_NOT_GIVEN: "summary",
}


class OfficeScreen(Screen):
    """The agency, its people, accounts, orders and directory."""

    def __init__(self, bridge: OfficeBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._view: Overview | None = None
        self._wanted: GapKind | None = None
        self._overview = QueryRunner(bridge, self)
        self._build()
        self._connect()
        self.reload()

    def _build(self) -> None:
        self._tabs = Tabs("office.tabs", self._parts())
        self._summary = SummaryPage()
        self._people = PeoplePage(self._bridge)
        self._accounts = AccountsPage(self._bridge)
        agency = AgencyPage()
        self._own = OwnAgency(self._bridge, agency)
        self._directory = DirectoryPage(self._bridge)
        self._orders = OrderDesk(self._bridge, self)
        self._pages = QStackedWidget()
        for page in (self._summary, self._people, self._accounts, agency, self._directory):
            self._pages.addWidget(page)
        self._notice = Notice("office.notice", "bad")
        self._notice.hide()
        tabs = Pane("surface", across=True, margins=(20, 0, 20, 0))
        take_in = named(Button(_("Import…"), "plain", "upload", size="small"), "office.import")
        take_in.clicked.connect(self._on_import)
        tabs.box.addWidget(self._tabs)
        tabs.box.addStretch(1)
        tabs.box.addWidget(take_in)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (tabs, Rule(), self._notice):
            column.addWidget(part)
        column.addWidget(self._pages, 1)
        named(self, "office")
        self.set_heading(pgettext("place", "Office"))

    def _connect(self) -> None:
        self._bridge.changed.connect(self._on_office_changed)
        self._overview.answered.connect(self._on_overview)
        for source in (self._overview, self._directory, self._orders, self._own):
            source.failed.connect(self._on_failed)
        self._own.saved.connect(self._on_saved)
        self._tabs.chosen.connect(self._on_tab_chosen)
        self._summary.draw_up.connect(self._orders.draw_up)
        self._summary.complete.connect(self._orders.complete)
        self._summary.print_order.connect(self._orders.print_order)
        self._summary.add_account.connect(self._accounts.open_new)
        self._summary.open_account.connect(self._accounts.open_row)
        self._summary.gap_chosen.connect(self._on_gap_chosen)

    def panes(self) -> tuple[QWidget, ...]:
        return (self._tabs, self._pages)

    def reload(self) -> None:
        self._overview.run(overview, self._bridge.office.now())
        self._directory.reload()

    def show_target(self, target: object) -> None:
        """A tab (summary, people, accounts, agency, directory), or a GapKind mended here."""
        if target in _TABS:
            self._show_tab(str(target))
        elif target in _TAB_OF_GAP:
            self._wanted = GapKind(str(target))
            if self._view is not None:
                self._lead_to_wanted()

    def _show_tab(self, tab: str) -> None:
        self._tabs.set_value(tab)
        self._pages.setCurrentIndex(_TABS.index(tab))

    def _lead_to_wanted(self) -> None:
        """To what was asked for, as soon as it is known what the office has."""
        wanted, self._wanted = self._wanted, None
        if wanted is None:
            return
        tab = _TAB_OF_GAP[wanted]
        self._show_tab(tab)
        if tab == "accounts":
            self._accounts.lead_to(wanted)
        elif tab == "people":
            self._people.table.setFocus()
        else:
            self._orders.mend()

    def _parts(self) -> list[Part]:
        view = self._view
        return [
            Part("summary", _("Summary")),
            Part("people", _("People and roles"), str(len(view.people)) if view else ""),
            Part("accounts", _("Official accounts"), str(len(view.accounts)) if view else ""),
            Part("agency", _("Agency")),
            Part("directory", _("Agencies to refer to")),
        ]

    @Slot(frozenset)
    def _on_office_changed(self, aggregates: frozenset[str]) -> None:
        if aggregates & _SHOWN:
            self.reload()

    @Slot(object)
    def _on_tab_chosen(self, value: object) -> None:
        self._pages.setCurrentIndex(_TABS.index(str(value)))

    @Slot(object)
    def _on_overview(self, view: object) -> None:
        assert isinstance(view, Overview)  # noqa: S101 what overview returns
        self._view = view
        self._tabs.set_parts(self._parts())
        self._summary.show_overview(view)
        self._people.show_rows(view.people)
        self._accounts.show_accounts(view.accounts, view.people)
        self._own.show_overview(view)
        self._orders.show_overview(view)
        self._lead_to_wanted()

    @Slot(object)
    def _on_gap_chosen(self, gap: Gap) -> None:
        """What other places mend, they mend; the rest is here."""
        place = place_of_gap(gap)
        if place == "office":
            self.show_target(gap.kind)
        else:
            self.leads.emit(place, target_of_gap(gap))

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        self._notice.tell(sentence(error))

    @Slot()
    def _on_saved(self) -> None:
        self._notice.tell("")
        self.tell(Telling(_("Saved.")))

    @Slot()
    def _on_import(self) -> None:
        ImportDialog(self._bridge, self).open()
