"""The bar over the calendar: which page of which view, new content, import."""

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.language import _
from app.ui.calendar.kinds import KINDS, MONTH, kind_words, turn_words
from app.ui.theme import scaled, tokens
from app.ui.widgets import Button, IconButton, Label, Pane, Part, Segments, named, set_tip


class Toolbar(Pane):
    """Only says what was pressed; `may_write` shows what makes contents."""

    turned = Signal(int)  # pages: -1, 1
    today_asked = Signal()
    kind_chosen = Signal(object)  # one of KINDS
    new_asked = Signal()
    import_asked = Signal()

    def __init__(self, *, may_write: bool, parent: QWidget | None = None) -> None:
        super().__init__("surface", across=True, margins=(20, 6, 20, 6), gap=8, parent=parent)
        self.setFixedHeight(scaled(tokens().size["toolbar"]) + 4)
        before, after = turn_words(MONTH)
        self._earlier = named(IconButton("chevron-left", before, "plain"), "calendar.earlier")
        today = named(Button(_("&Today")), "calendar.today")
        self._later = named(IconButton("chevron-right", after, "plain"), "calendar.later")
        self._heading = named(Label("", "title"), "calendar.heading")
        kinds = [Part(kind, kind_words(kind)) for kind in KINDS]
        self._kinds = Segments("calendar.view", kinds, _("View"))
        self._new = named(Button(_("&New content"), "primary", "plus"), "calendar.new")
        self._take_in = named(Button(_("Import…"), "plain", "upload"), "calendar.import")
        self._words = {button: button.text() for button in (self._take_in, self._new)}
        for part in (self._earlier, today, self._later):
            self.box.addWidget(part)
        self.box.addSpacing(6)
        self.box.addWidget(self._heading)
        self.box.addSpacing(12)
        self.box.addWidget(self._kinds)
        self.box.addStretch(1)
        self._tools_at = self.box.count()
        for part in (self._take_in, self._new):
            self.box.addWidget(part)
            part.setVisible(may_write)
        self._earlier.clicked.connect(lambda: self.turned.emit(-1))
        self._later.clicked.connect(lambda: self.turned.emit(1))
        today.clicked.connect(self.today_asked)
        self._kinds.chosen.connect(self.kind_chosen)
        self._new.clicked.connect(self.new_asked)
        self._take_in.clicked.connect(self.import_asked)

    def add_tool(self, tool: QWidget) -> None:
        """A button of another part of the calendar, before those that make contents."""
        self.box.insertWidget(self._tools_at, tool)

    def minimumSizeHint(self) -> QSize:
        """Where it is narrow, what makes contents shows its sign alone."""
        hint = super().minimumSizeHint()
        spare = sum(button.sizeHint().width() for button in self._words if button.text())
        least = hint.width() - spare + len(self._words) * scaled(tokens().size["control"])
        return QSize(least, hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Words where they have room; what has none is told in a tip and to screen readers."""
        for button, words in self._words.items():
            button.setText(words)
        needed = super().minimumSizeHint().width()
        for button, words in self._words.items():
            spoken = words.replace("&", "")
            button.setAccessibleName(spoken)
            if needed > self.width():
                needed -= button.sizeHint().width() - scaled(tokens().size["control"])
                button.setText("")
            set_tip(button, "" if button.text() else spoken)

    def set_heading(self, words: str) -> None:
        self._heading.setText(words)
        self._fit()

    def set_kind(self, kind: str) -> None:
        self._kinds.set_value(kind)
        words = turn_words(kind)
        for button, spoken in zip((self._earlier, self._later), words, strict=True):
            button.setAccessibleName(spoken)
            set_tip(button, spoken)

    @Slot()
    def press_new(self) -> None:
        """As if the button was pressed; nothing where it is not offered."""
        self._new.click()
