"""Kantor: tabs of the agency's keeping, each change one act (Pasal 5 a–d, 6)."""

import tempfile
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path

import shiboken6
from PySide6.QtCore import QByteArray, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.labels import label
from app.language import _, day_text, pgettext
from app.models.policy import PolicyKey, PolicyValue
from app.models.roles import Role
from app.services import agencies, letters, policies
from app.services.accounts import AccountRow
from app.services.agencies import AgencyFacts, AgencyRow
from app.services.civil_servant_number import grouped
from app.services.overview import Overview, overview
from app.services.people import PersonRow
from app.ui.bridge import ActRunner, OfficeBridge, QueryRunner
from app.ui.importing.dialog import ImportDialog
from app.ui.office.account_dialogs import AccountDialog, DesignationDialog
from app.ui.office.agency_dialog import AgencyDialog
from app.ui.office.agency_page import AgencyPage
from app.ui.office.assignment_dialog import AssignmentDialog
from app.ui.office.list_page import ListPage
from app.ui.office.person_dialogs import PersonDialog, SignInDialog
from app.ui.office.summary_page import SummaryPage, designation_chip
from app.ui.widgets import (
    Button,
    Cell,
    ChipLook,
    Column,
    EmptyState,
    Notice,
    Pane,
    Part,
    Rule,
    Screen,
    Tabs,
    Telling,
    named,
)
from app.ui.widgets.paper import PaperDialog
from app.wording import sentence

_SHOWN = frozenset({"agency", "person", "account", "assignment", "policy", "content", "decision"})


class OfficeScreen(Screen):
    """The agency, its people, accounts, orders and directory."""

    def __init__(self, bridge: OfficeBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._office = bridge.office
        self._view: Overview | None = None
        self._words = ""
        self._kop_shown: str | None = None
        self._overview = QueryRunner(bridge, self)
        self._directory = QueryRunner(bridge, self)
        self._acts = ActRunner(bridge, self)
        self._printing = ActRunner(bridge, self)
        self._build()
        self._connect()
        self.reload()

    def _build(self) -> None:
        self._tabs = Tabs("office.tabs", self._parts())
        self._summary = SummaryPage()
        self._people = _people_page()
        self._accounts = _accounts_page()
        self._own = AgencyPage()
        self._agencies = _agencies_page()
        self._pages = QStackedWidget()
        for page in (self._summary, self._people, self._accounts, self._own, self._agencies):
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
        self._add_buttons()
        named(self, "office")
        self.set_heading(pgettext("place", "Office"))

    def _add_buttons(self) -> None:
        def button(
            page: ListPage,
            name: str,
            words: str,
            slot: Callable[[], None],
            *,
            kind: str = "plain",
            icon: str = "",
            needs_row: bool = True,
        ) -> None:
            made = named(Button(words, kind, icon, size="small"), name)
            made.clicked.connect(slot)
            page.add_button(made, needs_row=needs_row)

        button(self._people, "office.people.change", _("Change…"), self._on_person_change)
        button(self._people, "office.people.sign_in", _("Let sign in…"), self._on_sign_in)
        button(
            self._people,
            "office.people.add",
            _("Person"),
            self._on_person_add,
            kind="primary",
            icon="plus",
            needs_row=False,
        )
        button(self._accounts, "office.accounts.change", _("Change…"), self._on_account_change)
        button(
            self._accounts,
            "office.accounts.designate",
            _("Record designation…"),
            self._on_designate,
        )
        button(
            self._accounts,
            "office.accounts.add",
            _("Account"),
            self._on_account_add,
            kind="primary",
            icon="plus",
            needs_row=False,
        )
        button(self._agencies, "office.agencies.change", _("Change…"), self._on_agency_change)
        button(
            self._agencies,
            "office.agencies.add",
            _("Agency"),
            self._on_agency_add,
            kind="primary",
            icon="plus",
            needs_row=False,
        )

    def _connect(self) -> None:
        self._bridge.changed.connect(self._on_office_changed)
        self._overview.answered.connect(self._on_overview)
        self._overview.failed.connect(self._on_failed)
        self._directory.answered.connect(self._agencies.show_rows)
        self._directory.failed.connect(self._on_failed)
        self._acts.done.connect(self._on_done)
        self._acts.failed.connect(self._on_failed)
        self._printing.done.connect(self._on_printed)
        self._printing.failed.connect(self._on_failed)
        self._tabs.chosen.connect(self._on_tab_chosen)
        self._summary.draw_up.connect(self._on_draw_up)
        self._summary.complete.connect(self._on_complete)
        self._summary.print_order.connect(self._on_print)
        self._summary.add_account.connect(self._on_account_add)
        self._summary.open_account.connect(self._open_account)
        self._people.opened.connect(self._open_person)
        self._accounts.opened.connect(self._open_account)
        self._agencies.opened.connect(self._open_agency)
        self._agencies.searched.connect(self._on_searched)
        self._own.saved.connect(self._on_own_saved)
        self._own.kop_chosen.connect(self._on_kop_chosen)
        self._own.kop_removed.connect(self._on_kop_removed)
        self._own.rule_set.connect(self._on_rule_set)

    def panes(self) -> tuple[QWidget, ...]:
        return (self._tabs, self._pages)

    def reload(self) -> None:
        self._overview.run(overview, self._office.now())
        self._directory.run(agencies.directory, self._words)

    def show_target(self, target: object) -> None:
        """Another place leads to a tab: summary, people, accounts, agency, directory."""
        if target in ("summary", "people", "accounts", "agency", "directory"):
            self._tabs.set_value(target)
            self._on_tab_chosen(target)

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
        order = ("summary", "people", "accounts", "agency", "directory")
        self._pages.setCurrentIndex(order.index(str(value)))

    @Slot(object)
    def _on_overview(self, view: object) -> None:
        assert isinstance(view, Overview)  # noqa: S101 what overview returns
        self._view = view
        self._tabs.set_parts(self._parts())
        self._summary.show_overview(view)
        self._people.show_rows(view.people)
        self._accounts.show_rows(view.accounts)
        self._own.show_overview(view)
        self._fetch_kop(view.agency.letterhead_sha256)

    def _fetch_kop(self, sha256: str | None) -> None:
        if sha256 is None or sha256 == self._kop_shown:
            return
        store = self._office.assets
        self._bridge.submit(lambda: (sha256, store.path(sha256).read_bytes()), self._on_kop_read)

    def _on_kop_read(self, done: "Future[object]") -> None:
        """A kop whose bytes are away is told by the check; the form works without it."""
        if not shiboken6.isValid(self) or done.exception() is not None:
            return
        answer = done.result()
        assert isinstance(answer, tuple)  # noqa: S101 what _fetch_kop asked for
        self._kop_shown, encoded = answer
        picture = QImage.fromData(QByteArray(encoded))
        if not picture.isNull():
            self._own.show_kop(picture)

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        self._notice.tell(sentence(error))

    @Slot(object)
    def _on_done(self, _result: object) -> None:
        self._notice.tell("")
        self.tell(Telling(_("Saved.")))

    @Slot(str)
    def _on_searched(self, words: str) -> None:
        self._words = words
        self._directory.run(agencies.directory, words)

    @Slot()
    def _on_import(self) -> None:
        ImportDialog(self._bridge, self).open()

    @Slot()
    def _on_person_add(self) -> None:
        PersonDialog(self._bridge, None, self).open()

    @Slot()
    def _on_person_change(self) -> None:
        self._open_person(self._people.current())

    @Slot(object)
    def _open_person(self, row: object) -> None:
        if isinstance(row, PersonRow):
            PersonDialog(self._bridge, row, self).open()

    @Slot()
    def _on_sign_in(self) -> None:
        row = self._people.current()
        if isinstance(row, PersonRow):
            SignInDialog(self._bridge, row, self).open()

    @Slot()
    def _on_account_add(self) -> None:
        if self._view is not None:
            AccountDialog(self._bridge, None, self._view.people, self).open()

    @Slot()
    def _on_account_change(self) -> None:
        self._open_account(self._accounts.current())

    @Slot(object)
    def _open_account(self, row: object) -> None:
        if isinstance(row, AccountRow) and self._view is not None:
            AccountDialog(self._bridge, row, self._view.people, self).open()

    @Slot()
    def _on_designate(self) -> None:
        row = self._accounts.current()
        if isinstance(row, AccountRow):
            DesignationDialog(self._bridge, row, self).open()

    @Slot()
    def _on_agency_add(self) -> None:
        AgencyDialog(self._bridge, None, self).open()

    @Slot()
    def _on_agency_change(self) -> None:
        self._open_agency(self._agencies.current())

    @Slot(object)
    def _open_agency(self, row: object) -> None:
        if isinstance(row, AgencyRow):
            AgencyDialog(self._bridge, row, self).open()

    @Slot()
    def _on_draw_up(self) -> None:
        if self._view is not None:
            AssignmentDialog(self._bridge, None, self._view.people, self._view.today, self).open()

    @Slot()
    def _on_complete(self) -> None:
        view = self._view
        if view is not None and view.order is not None:
            AssignmentDialog(self._bridge, view.order, view.people, view.today, self).open()

    @Slot()
    def _on_print(self) -> None:
        view, office = self._view, self._office
        if view is None or view.order is None:
            return
        key, paper = view.order.id, view.agency.paper

        def write() -> Path:
            from app.services.printing.assignment_letter import write_assignment_letter

            contents = office.read(letters.letter_contents, key, office.assets, office.is_demo)
            target = Path(tempfile.mkdtemp(prefix="kohkol-")) / "surat-perintah.pdf"
            write_assignment_letter(contents, target, "f4" if paper == "f4" else "a4")
            return target

        self._printing.call(write)

    @Slot(object)
    def _on_printed(self, path: object) -> None:
        assert isinstance(path, Path)  # noqa: S101 what write returns
        PaperDialog(path, _("Assignment letter"), self).open()

    @Slot(int, object, str)
    def _on_own_saved(self, version: int, facts: AgencyFacts, paper: str) -> None:
        self._acts.run(agencies.change_own_agency, version, facts, paper)

    @Slot(object)
    def _on_kop_chosen(self, file: Path) -> None:
        office = self._office

        def take() -> None:
            arrival = office.library.take_in(file, file.name)
            office.act(agencies.set_letterhead, arrival.sha256)

        self._acts.call(take)

    @Slot()
    def _on_kop_removed(self) -> None:
        self._kop_shown = None
        self._acts.run(agencies.set_letterhead, None)

    @Slot(object, object)
    def _on_rule_set(self, key: PolicyKey, value: PolicyValue) -> None:
        self._acts.run(policies.set_policy, key, value)


def _people_page() -> ListPage:
    return ListPage(
        "office.people",
        _("People"),
        [
            Column(_("Name"), lambda row: Cell(row.name, row.position or "", avatar=row.name)),
            Column(_("NIP"), lambda row: Cell(grouped(row.nip) if row.nip else "–", ink="text2")),
            Column(_("Rank"), lambda row: Cell(_rank(row), ink="text2")),
            Column(_("May do in the program"), lambda row: Cell(_roles(row))),
            Column(_("Signs in as"), _sign_in_cell),
        ],
        (0, 170, 190, 200, 150),
        rows="tall",
        empty=EmptyState(_("Nobody yet"), _("Add the people who work in this office.")),
    )


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


def _accounts_page() -> ListPage:
    return ListPage(
        "office.accounts",
        _("Official accounts"),
        [
            Column(_("Account"), lambda row: Cell(f"@{row.handle}", platforms=(row.platform,))),
            Column(_("Name"), lambda row: Cell(row.name or "–")),
            Column(_("Type"), lambda row: Cell(label(row.media_kind), ink="text2")),
            Column(_("Responsible"), lambda row: Cell(row.responsible or "–")),
            Column(_("Letter"), lambda row: Cell(_letter(row), ink="text2")),
            Column(
                _("Designation"),
                lambda row: Cell(designation_chip(row).text, chip=designation_chip(row)),
            ),
        ],
        (200, 0, 130, 120, 230, 160),
        empty=EmptyState(
            _("No account yet"), _("Enter the agency's accounts; the head names them official.")
        ),
    )


def _letter(row: AccountRow) -> str:
    if not row.designation_number:
        return "–"
    day = day_text(row.designation_on) if row.designation_on else ""
    return " · ".join(part for part in (row.designation_number, day) if part)


def _agencies_page() -> ListPage:
    return ListPage(
        "office.agencies",
        _("Agencies to refer to"),
        [
            Column(_("Name"), lambda row: Cell(row.name)),
            Column(_("Short name"), lambda row: Cell(row.short_name, ink="text2")),
            Column(_("Kind"), lambda row: Cell(label(row.kind), ink="text2")),
            Column(_("Contact"), lambda row: Cell(_contact(row), ink="text2")),
            Column(
                _("24 hours"),
                lambda row: Cell(_("bound") if row.is_bound else _("on request"), ink="text2"),
            ),
        ],
        (0, 150, 190, 220, 110),
        search=_("Search an agency"),
        empty=EmptyState(_("No agency of that name"), _("Search by other words, or add it.")),
    )


def _contact(row: AgencyRow) -> str:
    parts = (row.contact_name, row.contact_means, row.phone, row.site)
    return next((part for part in parts if part), "–")
