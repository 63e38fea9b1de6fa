"""The left pane: tabs, filters, the table, the keys below it."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QMenu, QSizePolicy, QStackedWidget, QWidget

from app.labels import label
from app.language import _, ngettext, number_text, pgettext
from app.models.comment import Tone
from app.models.inquiry import InquiryKind
from app.services.accounts import AccountRow
from app.services.inquiries import InquiryRow, Listing, Tab, Wanted
from app.services.platform_names import platform_label
from app.ui.inquiries.table import CLOCK, LEAD, InquiryCells, InquiryTable
from app.ui.theme import icon, scaled
from app.ui.widgets import (
    Button,
    Choice,
    EmptyState,
    IconButton,
    KeyCap,
    Label,
    Pane,
    Part,
    Rule,
    SearchBox,
    Table,
    Tabs,
    named,
    set_tip,
)

_FILTER, _LEAST_FILTER = 122, 72
_GAP = 8
_WIDTHS = (170, 0, 116, 184)
_NARROW, _NARROW_WIDTHS = 600, (156, 0, 44, 184)  # the kind is its sign alone
_LETTERS = {
    Qt.Key.Key_T: "refer",
    Qt.Key.Key_J: "answer",
    Qt.Key.Key_C: "agency_answer",
    Qt.Key.Key_X: "dismiss",
}
_TONES = {
    Qt.Key.Key_Plus: Tone.POSITIVE,
    Qt.Key.Key_Equal: Tone.POSITIVE,  # the same key without Shift
    Qt.Key.Key_0: Tone.NEUTRAL,
    Qt.Key.Key_Minus: Tone.NEGATIVE,
}


class _Heads(QHeaderView):
    """The first head stands on the screen's margin, as its column does."""

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        if section == CLOCK:
            super().paintSection(painter, QRect(rect.left(), rect.top(), LEAD, rect.height()), -1)
            rect = rect.adjusted(LEAD, 0, 0, 0)
        super().paintSection(painter, rect, section)


class _List(Table):
    """The table with the desk's single letters; they work only while it has the focus."""

    acted = Signal(str)  # "refer", "answer", "agency_answer", "dismiss"
    toned = Signal(object)  # the Tone of the key

    def __init__(self) -> None:
        super().__init__("inquiries.table", _("Inquiries"), "tall")
        self.setHorizontalHeader(_Heads(Qt.Orientation.Horizontal, self))
        self._dress_heads()

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        self._fit_columns()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.model() is not None:
            self._fit_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        was_narrow = event.oldSize().width() < scaled(_NARROW)
        if was_narrow != (event.size().width() < scaled(_NARROW)):
            self._fit_columns()
        super().resizeEvent(event)

    def _fit_columns(self) -> None:
        is_narrow = self.viewport().width() < scaled(_NARROW)
        self.set_widths(*(_NARROW_WIDTHS if is_narrow else _WIDTHS))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        keypad_or_shift = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        if not event.modifiers() & ~keypad_or_shift and self.currentIndex().isValid():
            if key in _LETTERS:
                self.acted.emit(_LETTERS[key])
                return
            if key in _TONES:
                self.toned.emit(_TONES[key])
                return
        super().keyPressEvent(event)


class ListPane(Pane):
    """Says what is wanted of the list, which row is current, and which act its keys ask for."""

    wanted = Signal(object)  # a Wanted
    moved = Signal(object)  # the InquiryRow that became current, or None
    acted = Signal(str)
    toned = Signal(object)
    entry_asked = Signal()
    incoming_asked = Signal()
    import_asked = Signal()
    comments_asked = Signal()

    def __init__(self, model: InquiryTable, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent=parent)
        self._tabs = Tabs("inquiries.tabs", _tab_parts({}), _("Lists of inquiries"))
        self._account = Choice("inquiries.account", [(_("All"), None)], prefix=_("Account"))
        self._kind = Choice("inquiries.kind", _kinds(), prefix=_("Kind"))
        self._tone = Choice("inquiries.tone", _tones(), prefix=_("Tone"))
        self._find = named(
            IconButton("search", _("Search the inquiries (Ctrl+F)"), "plain"), "inquiries.find"
        )
        self._search = SearchBox("inquiries.search", _("Words, name, or reference"))
        self._comments_words = _("Comments…")
        self._comments = named(Button(self._comments_words), "inquiries.comments")
        self._comments.setAccessibleName(self._comments_words)
        self._enter = named(Button(_("Enter"), "primary", "plus"), "inquiries.enter")
        self._more = named(IconButton("chevron-down", _("More ways in"), "plain"), "inquiries.more")
        self.table = _List()
        self._count = named(Label("", "meta", "text2"), "inquiries.count")
        self._empty = EmptyState("")
        self._build(model)
        self._connect()

    def _build(self, model: InquiryTable) -> None:
        self.table.setItemDelegate(InquiryCells(self.table))
        self.table.setModel(model)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        tabs = Pane("surface", across=True, margins=(20, 0, 12, 0))
        tabs.box.addWidget(self._tabs)
        self._tools = Pane("surface", across=True, margins=(20, 7, 12, 7), gap=_GAP)
        for choice in (self._account, self._kind, self._tone):
            choice.setMinimumWidth(scaled(_LEAST_FILTER))
            choice.setMaximumWidth(scaled(_FILTER))
            choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self._tools.box.addWidget(choice, 10)
        self._tools.box.addWidget(self._find)
        self._tools.box.addStretch(1)
        for button in (self._comments, self._enter, self._more):
            self._tools.box.addWidget(button)
        self._searching = Pane("surface", margins=(20, 0, 12, 8))
        self._searching.box.addWidget(self._search)
        self._searching.hide()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        for part in (tabs, Rule(), self._tools, self._searching):
            self.box.addWidget(part)
        self.box.addWidget(self._stack, 1)
        self.box.addWidget(Rule())
        self.box.addWidget(self._foot())

    def _foot(self) -> QWidget:
        foot = Pane("sunken", across=True, margins=(20, 8, 16, 8), gap=6)
        foot.box.addWidget(self._count, 1)
        for caps, words in (
            (("↑", "↓"), _("move")),
            (("T",), _("refer")),
            (("J",), _("answer")),
        ):
            for cap in caps:
                foot.box.addWidget(KeyCap(cap))
            foot.box.addWidget(Label(words, "meta", "text2"))
            foot.box.addSpacing(4)
        return foot

    def _connect(self) -> None:
        self._tabs.chosen.connect(self._on_wanted)
        for choice in (self._account, self._kind, self._tone):
            choice.chosen.connect(self._on_wanted)
        self._search.searched.connect(self._on_wanted)
        self._find.clicked.connect(self.open_search)
        self._comments.clicked.connect(self.comments_asked)
        self._enter.clicked.connect(self.entry_asked)
        self._more.clicked.connect(self._on_more_clicked)
        self.table.moved.connect(self._on_moved)
        self.table.acted.connect(self.acted)
        self.table.toned.connect(self.toned)
        self.table.opened.connect(self._on_opened)

    def set_may_enter(self, *, may_enter: bool) -> None:
        """Only an admin receives inquiries."""
        for button in (self._enter, self._more):
            button.setVisible(may_enter)
        self._fit_tools()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_tools()

    def _fit_tools(self) -> None:
        """Where the filters would be cut, the way to the comments is an icon alone."""
        buttons = [self._find, self._comments, self._enter, self._more]
        self._comments.setText(self._comments_words)
        self._comments.setIcon(QIcon())
        shown = [button for button in buttons if not button.isHidden()]
        needed = sum(button.sizeHint().width() + _GAP for button in shown)
        room = self.width() - 32 - 3 * (scaled(_FILTER) + _GAP)
        if needed > room:
            self._comments.setText("")
            self._comments.set_icon("message-circle")
        set_tip(self._comments, "" if self._comments.text() else self._comments_words)

    def wanted_now(self) -> Wanted:
        """What the tabs and filters say."""
        tab, account = self._tabs.value(), self._account.value()
        # A QComboBox gives the members of our enumerations back as bare words.
        kind, tone = self._kind.value(), self._tone.value()
        return Wanted(
            tab if isinstance(tab, Tab) else Tab.OPEN,
            account if isinstance(account, int) else None,
            InquiryKind(str(kind)) if kind is not None else None,
            Tone(str(tone)) if tone is not None else None,
            self._search.text().strip(),
        )

    def show_all(self) -> None:
        """Take every filter away, so that what another place leads to is in the list."""
        self._tabs.set_value(Tab.OPEN)
        for choice in (self._account, self._kind, self._tone):
            choice.set_value(None)
        self._search.clear()

    def show_listing(self, listing: Listing) -> None:
        """The counts and choices around the table; its rows are the model's."""
        self._tabs.set_parts(_tab_parts(listing.tabs))
        self._account.set_entries(_accounts(listing.accounts))
        n = listing.in_all
        self._count.setText(_count_words(listing.wanted.tab, n))
        self._stack.setCurrentIndex(0 if n else 1)
        if not n:
            self._empty.set_words(*_nothing(listing.wanted))

    @Slot()
    def open_search(self) -> None:
        """Open the line to search with, or go to it."""
        self._searching.show()
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    @Slot()
    def _on_wanted(self, _value: object = None) -> None:
        self.wanted.emit(self.wanted_now())

    @Slot(QModelIndex)
    def _on_moved(self, index: QModelIndex) -> None:
        row = self.table.current_row() if index.isValid() else None
        self.moved.emit(row if isinstance(row, InquiryRow) else None)

    @Slot(QModelIndex)
    def _on_opened(self, _index: QModelIndex) -> None:
        self.acted.emit("answer")

    @Slot()
    def _on_more_clicked(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("inquiries.more.menu")
        for icon_name, words, asked, name in (
            ("plus", _("Inquiry of a citizen…"), self.entry_asked, "citizen"),
            ("forward", _("Incoming referral…"), self.incoming_asked, "incoming"),
            ("upload", _("Import…"), self.import_asked, "import"),
        ):
            action = menu.addAction(icon(icon_name), words, asked.emit)
            action.setObjectName(f"inquiries.more.{name}")
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height() + 2)))


def _tab_parts(counts: dict[Tab, int]) -> list[Part]:
    words = {
        Tab.OPEN: pgettext("tab", "Open"),
        Tab.MINE: _("Needs my act"),
        Tab.REFERRED: _("Referred"),
        Tab.AWAITING: _("Awaiting approval"),
        Tab.DONE: pgettext("tab", "Done"),
    }
    return [
        Part(tab, text, number_text(counts[tab], 0) if counts.get(tab) else "")
        for tab, text in words.items()
    ]


def _kinds() -> list[tuple[str, object]]:
    return [(_("All"), None), *((label(kind), kind) for kind in InquiryKind)]


def _tones() -> list[tuple[str, object]]:
    return [(_("All"), None), *((label(tone), tone) for tone in Tone)]


def _accounts(accounts: Sequence[AccountRow]) -> list[tuple[str, object]]:
    return [
        (_("All"), None),
        *(
            (f"{platform_label(account.platform)} · {account.name or account.handle}", account.id)
            for account in accounts
        ),
    ]


def _count_words(tab: Tab, n: int) -> str:
    number = {"n": number_text(n, 0)}
    if tab is Tab.OPEN:
        return ngettext("%(n)s open inquiry", "%(n)s open inquiries", n) % number
    return ngettext("%(n)s inquiry", "%(n)s inquiries", n) % number


def _nothing(wanted: Wanted) -> tuple[str, str]:
    if wanted != Wanted(wanted.tab):
        return _("Nothing fits these filters"), _("Choose “All” again, or search other words.")
    match wanted.tab:
        case Tab.OPEN:
            return (
                _("No open inquiries"),
                _("Enter what came by telephone or WhatsApp, or mark the comments of a post."),
            )
        case Tab.MINE:
            return _("Nothing needs your act"), _("What others hold stands under “Open”.")
        case Tab.REFERRED:
            return _("No agency is asked now"), _("Key T refers an inquiry to another agency.")
        case Tab.AWAITING:
            return _("No answer awaits approval"), _("Answers appear here until they are decided.")
        case _:
            return _("Nothing is done yet"), _("Closed, dismissed, handed-over ones appear here.")
