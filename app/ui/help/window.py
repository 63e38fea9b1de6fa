"""The help's window: pages at the left, the page at the right, a line to search with above.

It is not modal: one reads in it while working in the place, or in the dialog, beside it.
"""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QEvent, Qt, QUrl, Slot
from PySide6.QtGui import (
    QBrush,
    QKeySequence,
    QShortcut,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QTextBrowser,
    QTextEdit,
    QWidget,
)

from app.language import _, language
from app.ui.help.drawing import draw
from app.ui.help.pages import HelpPage, load_pages, page_of_place
from app.ui.theme import colours, scaled
from app.ui.widgets import (
    ROOT,
    EmptyState,
    Index,
    KeyRole,
    Pane,
    RowRole,
    Rule,
    SearchBox,
    Table,
    TypeRole,
    named,
    set_ground,
)

_NAME = "help"
_WIDTH, _HEIGHT = 940, 640  # pixels at 100 %
_LIST = 236
_BESIDE = 24  # what of the main window stays to be seen at the right and below
_TITLE_BAR = 48  # at most, of any system
_RING = 3  # room for the ring around the page that has the focus


class PagesModel(QAbstractListModel):
    """The titles of the pages that fit what is sought."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pages: Sequence[HelpPage] = ()

    def replace(self, pages: Sequence[HelpPage]) -> None:
        self.beginResetModel()
        self._pages = pages
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._pages)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        page = self._pages[index.row()]
        return {
            Qt.ItemDataRole.DisplayRole: page.title,
            RowRole: page,
            KeyRole: page.key,
            TypeRole: "body",
        }.get(role)


class HelpWindow(QDialog):
    """Shows one page; Ctrl+F searches all of them, Enter goes from hit to hit, Esc closes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        named(self, _NAME, _("Help"))
        self.setWindowTitle(_("Help"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.language = language()
        self._pages = load_pages()
        self._page = self._pages[0]
        self._sought = ""
        self._model = PagesModel(self)
        self._search = SearchBox("help.search", _("Search the help"))
        self._list = Table("help.pages", _("Pages of the help"), rows="compact")
        self._browser = named(QTextBrowser(), "help.page")
        self._nothing = EmptyState(
            _("No page has these words"), _("Search by fewer or other words.")
        )
        self._build()
        self._connect()
        self._model.replace(self._pages)
        self._place(parent)

    def _build(self) -> None:
        self._list.setModel(self._model)
        self._list.horizontalHeader().hide()
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_ground(self._list.viewport(), "sunken")
        self._browser.setOpenLinks(False)
        self._browser.setFrameShape(QFrame.Shape.NoFrame)
        left = Pane("sunken", margins=(0, 12, 0, 0), gap=10)
        left.setFixedWidth(scaled(_LIST))
        search = QHBoxLayout()
        search.setContentsMargins(12, 0, 12, 0)
        search.addWidget(self._search)
        left.box.addLayout(search)
        left.box.addWidget(self._list, 1)
        self._right = QStackedWidget()
        self._right.addWidget(self._browser)
        self._right.addWidget(self._nothing)
        room = QHBoxLayout()
        room.setContentsMargins(*(_RING,) * 4)
        room.addWidget(self._right)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left)
        row.addWidget(Rule(upright=True))
        row.addLayout(room, 1)

    def _connect(self) -> None:
        self._list.moved.connect(self._on_moved)
        self._list.opened.connect(self.focus_page)
        self._search.searched.connect(self._on_searched)
        self._browser.anchorClicked.connect(self._on_link)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._on_find)

    def _place(self, parent: QWidget) -> None:
        """At the right over the window, so that of the place beside it something is seen."""
        screen = parent.screen().availableGeometry()
        width = min(scaled(_WIDTH), screen.width())
        height = min(scaled(_HEIGHT), screen.height() - _TITLE_BAR)
        corner = parent.frameGeometry().bottomRight()
        left = max(screen.left(), min(corner.x() - _BESIDE, screen.right()) - width)
        top = max(screen.top(), min(corner.y() - _BESIDE, screen.bottom()) - height)
        self.resize(width, height)
        self.move(left, top)  # where its frame begins, so that the title bar is on the screen

    def stand_over(self, window: QWidget) -> None:
        """Belong to this window: a dialog blocks every window but its own.

        Once the dialog is done, the help stays for the one that is below it.
        """
        if window is self or window is self.parentWidget():
            return
        spot = self.geometry() if self.isVisible() else None
        self.setParent(window, self.windowFlags())
        if spot is not None:
            self.setGeometry(spot)
        if isinstance(window, QDialog):
            window.finished.connect(self._on_dialog_done)

    @Slot()
    def _on_dialog_done(self) -> None:
        dialog = self.parentWidget()
        below = dialog.parentWidget() if isinstance(dialog, QDialog) else None
        if below is None or self.sender() is not dialog:
            return
        was_shown = self.isVisible()
        self.stand_over(below.window())
        self.setVisible(was_shown)

    # Pages

    def show_page(self, key: str) -> None:
        """Go to a page; what was sought is let go."""
        self._search.clear()
        self._seek("")
        self._list.select_key(key)

    @Slot()
    def focus_page(self) -> None:
        """Let the keys that scroll work at once."""
        self._browser.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_moved(self, index: Index) -> None:
        page = index.data(RowRole) if index.isValid() else None
        if isinstance(page, HelpPage):
            self._page = page
            self._draw()
            self._go_to_hit()

    def _draw(self) -> None:
        draw(self._browser.document(), self._page, colours(self.palette()))
        self._browser.setAccessibleName(self._page.title)
        self._browser.moveCursor(QTextCursor.MoveOperation.Start)
        self._mark_hits()

    def changeEvent(self, event: QEvent) -> None:
        """The page is drawn in colours and sizes, so it is drawn anew when they change."""
        super().changeEvent(event)
        kinds = (QEvent.Type.PaletteChange, QEvent.Type.StyleChange)
        if event.type() in kinds and self._model.rowCount():
            top = self._browser.verticalScrollBar().value()
            self._draw()
            self._browser.verticalScrollBar().setValue(top)

    @Slot(QUrl)
    def _on_link(self, link: QUrl) -> None:
        self.show_page(link.path().removesuffix(".md"))

    # Searching

    @Slot()
    def _on_find(self) -> None:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    @Slot(str)
    def _on_searched(self, words: str) -> None:
        if words != self._sought:
            self._seek(words)
        elif words:
            self._go_to_hit()

    def _seek(self, words: str) -> None:
        """List the pages that have the words, and read the first of them."""
        self._sought = words
        pages = [page for page in self._pages if page.has(words)]
        kept = self._page.key
        self._model.replace(pages)
        self._right.setCurrentIndex(0 if pages else 1)
        if not self._list.select_key(kept) and pages:
            self._list.select_key(pages[0].key)

    def _mark_hits(self) -> None:
        look = colours(self.palette())
        marked = []
        for word in self._sought.split():
            found = self._browser.document().find(word)
            while not found.isNull():
                hit = QTextEdit.ExtraSelection()
                shape = QTextCharFormat()
                shape.setBackground(QBrush(look.tones["waiting"].soft))
                shape.setForeground(QBrush(look.tones["waiting"].ink))
                hit.format, hit.cursor = shape, found
                marked.append(hit)
                found = self._browser.document().find(word, found)
        self._browser.setExtraSelections(marked)

    def _go_to_hit(self) -> None:
        """On to the next place where the first of the words stands; after the last, the first."""
        first = self._sought.partition(" ")[0]
        if first and not self._browser.find(first):
            self._browser.moveCursor(QTextCursor.MoveOperation.Start)
            self._browser.find(first)


def show_help(window: QWidget, place: str) -> HelpWindow:
    """Open the help over a window at the page of a place; one that is open goes there."""
    shown = window.findChild(HelpWindow, _NAME)
    if shown is not None and shown.language != language():
        shown.close()
        shown = None
    if shown is None:
        shown = HelpWindow(window)
    shown.stand_over(QApplication.activeModalWidget() or window)
    shown.show_page(page_of_place(place))
    shown.show()
    shown.activateWindow()
    shown.focus_page()
    return shown
