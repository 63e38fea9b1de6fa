"""Ringkasan: the Surat Perintah with its three duties, the accounts, and what is still lacking."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.labels import label
from app.language import _, medium_day_text, ngettext, pgettext
from app.models.person import REQUIRED_DUTIES, Duty
from app.services.assignments import AssignmentRow, MemberRow
from app.services.civil_servant_number import grouped
from app.services.obligations import Gap
from app.services.overview import Overview
from app.services.platform_names import platform_label
from app.ui.gap_leads import gap_line
from app.ui.office.account_words import account_cell, designation_cell
from app.ui.theme import scaled
from app.ui.widgets import (
    Box,
    Button,
    Card,
    Cell,
    Column,
    EmptyState,
    IconLabel,
    Label,
    RowsModel,
    Scroll,
    Table,
    clear,
    named,
)
from app.ui.widgets.lines import Line


class _MemberLine:
    """A member as the table wants a row: with a key of its own."""

    def __init__(self, number: int, member: MemberRow, order: AssignmentRow) -> None:
        self.id = number
        self.member = member
        self.until_on = member.until_on or order.until_on


class SummaryPage(QWidget):
    """Shows an Overview; what is to be done, the screen does."""

    draw_up = Signal()
    complete = Signal()
    print_order = Signal()
    add_account = Signal()
    open_account = Signal(object)  # AccountRow
    gap_chosen = Signal(object)  # Gap

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("office.summary")
        self._order = Card(_("Assignment letter"))
        self._accounts = Card(_("Official accounts"), _("named by the head, Pasal 6 ayat (1)"))
        self._gaps = Card(_("What the regulation asks for"))
        self._build()

    def _build(self) -> None:
        self._draw = named(
            Button(_("Draw up…"), "primary", "file-plus", size="small"), "office.draw_up"
        )
        self._draw.clicked.connect(self.draw_up)
        self._complete = named(
            Button(_("Complete…"), "plain", "pencil-line", size="small"), "office.complete"
        )
        self._complete.clicked.connect(self.complete)
        self._print = named(
            Button(_("Print…"), "plain", "printer", size="small"), "office.print_order"
        )
        self._print.clicked.connect(self.print_order)
        for button in (self._print, self._complete, self._draw):
            self._order.add_to_head(button)
        add = named(Button(_("Account"), "plain", "plus", size="small"), "office.add_account")
        add.clicked.connect(self.add_account)
        self._accounts.add_to_head(add)
        self._build_order()
        self._account_rows = RowsModel(_account_columns(), self)
        self._account_table = Table("office.summary.accounts", _("Official accounts"), "row")
        self._account_table.setModel(self._account_rows)
        self._account_table.set_widths(190, 120, 0, 110, 150)
        self._account_table.horizontalHeader().hide()
        self._account_table.opened.connect(self._on_account_opened)
        self._accounts.box.addWidget(self._account_table)
        inner = QWidget()
        left = QVBoxLayout()
        left.setSpacing(16)
        left.addWidget(self._order)
        left.addWidget(self._accounts)
        left.addStretch(1)
        right = QVBoxLayout()
        right.addWidget(self._gaps)
        right.addStretch(1)
        row = QHBoxLayout(inner)
        row.setContentsMargins(20, 14, 20, 20)
        row.setSpacing(16)
        row.addLayout(left, 65)
        row.addLayout(right, 35)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Scroll(inner, "window"))

    def _build_order(self) -> None:
        self._tiles = QHBoxLayout()
        self._tiles.setContentsMargins(16, 12, 16, 8)
        self._tiles.setSpacing(10)
        self._order.box.addLayout(self._tiles)
        self._note = Label("", "meta", "text2", wrap=True)
        self._note.setContentsMargins(16, 0, 16, 8)
        self._order.box.addWidget(self._note)
        self._member_rows = RowsModel(_member_columns(), self)
        self._member_table = Table("office.summary.members", _("Members"), "compact")
        self._member_table.setModel(self._member_rows)
        self._member_table.set_widths(0, 186, 180, 100)
        self._order.box.addWidget(self._member_table)
        self._none = EmptyState(
            _("No assignment letter yet"),
            _(
                "Pasal 6 ayat (2): staff and responsible official are appointed by Surat Perintah. "
                "Draw one up here, print it, and have it signed."
            ),
        )
        self._order.box.addWidget(self._none)

    def show_overview(self, view: Overview) -> None:
        """Fill everything anew."""
        self._view = view
        order = view.order
        self._show_order(view, order)
        self._account_rows.replace(view.accounts)
        self._fit(self._account_table, len(view.accounts), 40, head=False)
        self._accounts.counter.setText(str(len(view.accounts)))
        self._show_gaps(view)

    def _show_order(self, view: Overview, order: AssignmentRow | None) -> None:
        for widget in (self._note, self._member_table, self._print, self._complete):
            widget.setVisible(order is not None)
        self._none.setVisible(order is None)
        clear(self._tiles)
        if order is None:
            self._order.note.setText("")
            return
        for duty in REQUIRED_DUTIES:
            self._tiles.addWidget(_duty_tile(duty, view.duties[duty]), 1)
        self._order.note.setText(_order_words(order))
        lines = [_MemberLine(n, member, order) for n, member in enumerate(order.members)]
        self._member_rows.replace(lines)
        self._fit(self._member_table, len(lines), 36, head=True)
        self._note.setText(_order_note(view, order))
        fresh = order.signed_on is None
        self._complete.set_kind("primary" if fresh else "plain")
        self._draw.set_kind("plain" if fresh else "primary")
        self._draw.setText(_("Replace…"))

    def _show_gaps(self, view: Overview) -> None:
        clear(self._gaps.box)
        n = len(view.gaps)
        words = ngettext("%(n)d open", "%(n)d open", n) % {"n": n} if n else _("nothing is lacking")
        self._gaps.note.setText(words)
        if not n:
            self._gaps.box.addWidget(_nothing_lacking())
        for gap in view.gaps:
            line = Line(gap_line(gap), f"office.gap.{gap.kind}", ruled=gap is not view.gaps[-1])
            line.clicked.connect(self._teller(gap))
            self._gaps.box.addWidget(line)

    def _teller(self, gap: Gap) -> Callable[[], None]:
        def tell() -> None:
            self.gap_chosen.emit(gap)

        return tell

    def _fit(self, table: Table, rows: int, height: int, *, head: bool) -> None:
        """Tables on cards are as high as their rows: the page scrolls, not they."""
        table.setFixedHeight(scaled(height) * max(rows, 1) + (scaled(30) if head else 0) + 2)
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @Slot(QModelIndex)
    def _on_account_opened(self, index: QModelIndex) -> None:
        row = self._view.accounts[index.row()]
        self.open_account.emit(row)


def _order_words(order: AssignmentRow) -> str:
    number = order.number or _("not numbered yet")
    signed = medium_day_text(order.signed_on) if order.signed_on else _("not signed yet")
    return f"{number} · {signed}"


def _order_note(view: Overview, order: AssignmentRow) -> str:
    if order.signed_on is None:
        return _(
            "Print it, have it signed, then complete number and day: from then on it is in force."
        )
    if view.missing_duties:
        duties = ", ".join(label(duty) for duty in view.missing_duties)
        return _(
            "Pasal 6 ayat (4) asks for all three. Empty: %(duties)s. Replace the letter to fill it."
        ) % {"duties": duties}
    return _("Pasal 6 ayat (4): all three duties are filled.")


def _duty_tile(duty: Duty, names: tuple[str, ...]) -> Box:
    tile = Box("sunken") if names else Box("waiting", edge="waiting", dashed=True)
    row = QHBoxLayout(tile)
    row.setContentsMargins(12, 10, 12, 10)
    row.setSpacing(10)
    sign = IconLabel("circle-check", "good") if names else IconLabel("triangle-alert", "waiting")
    row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(1)
    title = label(duty) if names else _("%(duty)s is empty") % {"duty": label(duty)}
    words.addWidget(Label(title, "strong", "text" if names else "waiting"))
    words.addWidget(Label(", ".join(names) or _("nobody today"), "meta", "text2", wrap=True))
    words.addStretch(1)
    row.addLayout(words, 1)
    tile.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    return tile


def _nothing_lacking() -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(16, 10, 14, 10)
    row.setSpacing(10)
    row.addWidget(IconLabel("circle-check", "good"), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Label(_("All is there."), "body", wrap=True), 1)
    return line


def _member_columns() -> list[Column]:
    return [
        Column(_("Name"), lambda line: Cell(line.member.name, avatar=line.member.name)),
        Column(
            _("NIP"),
            lambda line: Cell(grouped(line.member.nip) if line.member.nip else "–", ink="text2"),
        ),
        Column(_("Duty"), lambda line: Cell(label(line.member.duty))),
        Column(
            pgettext("day", "Until"),
            lambda line: Cell(
                medium_day_text(line.until_on) if line.until_on else "–", ink="text2"
            ),
        ),
    ]


def _account_columns() -> list[Column]:
    return [
        Column(_("Account"), account_cell),
        Column(_("Type"), lambda row: Cell(label(row.media_kind), ink="text2")),
        Column(
            _("Audience"),
            lambda row: Cell(
                ", ".join((*filter(None, (row.audience,)), *map(label, row.segments)))
                or platform_label(row.platform),
                ink="text2",
            ),
        ),
        Column(_("Responsible"), lambda row: Cell(row.responsible or "–")),
        Column(_("Designation"), designation_cell),
    ]
