"""The bar over the calendar: which month, month or list, new content, import."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.language import _
from app.ui.theme import scaled, tokens
from app.ui.widgets import Button, IconButton, Label, Pane, Part, Segments, named

MONTH, LIST = "month", "list"


class Toolbar(Pane):
    """Only says what was pressed; `may_write` shows what makes contents."""

    turned = Signal(int)  # months: -1, 1
    today_asked = Signal()
    kind_chosen = Signal(object)  # MONTH or LIST
    new_asked = Signal()
    import_asked = Signal()

    def __init__(self, *, may_write: bool, parent: QWidget | None = None) -> None:
        super().__init__("surface", across=True, margins=(20, 6, 20, 6), gap=8, parent=parent)
        self.setFixedHeight(scaled(tokens().size["toolbar"]) + 4)
        earlier = named(IconButton("chevron-left", _("Month before"), "plain"), "calendar.earlier")
        today = named(Button(_("&Today")), "calendar.today")
        later = named(IconButton("chevron-right", _("Month after"), "plain"), "calendar.later")
        self._heading = named(Label("", "title"), "calendar.heading")
        self._kinds = Segments(
            "calendar.view", [Part(MONTH, _("Month")), Part(LIST, _("List"))], _("View")
        )
        self._new = named(Button(_("&New content"), "primary", "plus"), "calendar.new")
        take_in = named(Button(_("Import…"), "plain", "upload"), "calendar.import")
        for part in (earlier, today, later):
            self.box.addWidget(part)
        self.box.addSpacing(6)
        self.box.addWidget(self._heading)
        self.box.addSpacing(12)
        self.box.addWidget(self._kinds)
        self.box.addStretch(1)
        self._tools_at = self.box.count()
        for part in (take_in, self._new):
            self.box.addWidget(part)
            part.setVisible(may_write)
        earlier.clicked.connect(lambda: self.turned.emit(-1))
        later.clicked.connect(lambda: self.turned.emit(1))
        today.clicked.connect(self.today_asked)
        self._kinds.chosen.connect(self.kind_chosen)
        self._new.clicked.connect(self.new_asked)
        take_in.clicked.connect(self.import_asked)

    def add_tool(self, tool: QWidget) -> None:
        """A button of another part of the calendar, before those that make contents."""
        self.box.insertWidget(self._tools_at, tool)

    def set_heading(self, words: str) -> None:
        self._heading.setText(words)

    def set_kind(self, kind: object) -> None:
        self._kinds.set_value(kind)

    @Slot()
    def press_new(self) -> None:
        """As if the button was pressed; nothing where it is not offered."""
        self._new.click()
