"""The middle: base text and one tab a target, the text with its counters, media, alt text."""

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.language import _
from app.ui.calendar.composer.counters import CounterLine
from app.ui.calendar.composer.editing import Editing, Target
from app.ui.calendar.composer.marks import show_marks
from app.ui.calendar.composer.media_strip import MediaStrip
from app.ui.calendar.composer.target_tabs import TargetTabs
from app.ui.calendar.composer.text_tools import TextTools
from app.ui.shelf import Thumbnails
from app.ui.widgets import (
    Button,
    Chip,
    ChipLook,
    ElidedLabel,
    IconButton,
    Rule,
    TextArea,
    named,
    set_ground,
    set_tip,
    state_chip,
)


class TextPane(QWidget):
    """Edits the text and the media of the current target; tells when something was typed."""

    _is_built = False  # Qt tells of palettes while it is being made
    typed = Signal()
    targeted = Signal()  # another target is shown
    target_wanted = Signal()
    target_dropped = Signal()
    media_wanted = Signal()

    def __init__(
        self, editing: Editing, thumbnails: Thumbnails, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._editing = editing
        self._is_filling = False
        self._is_read_only = False
        self._tabs = TargetTabs(editing)
        self._add = named(IconButton("plus", _("Add an account")), "composer.add_target")
        self.swap = named(IconButton("panel-right", _("Preview, checks and acts")), "composer.side")
        self.swap.setCheckable(True)
        self._heading = ElidedLabel("", "label", "text2")
        self._differs = Chip(ChipLook(_("own text"), "git-compare", "working"))
        set_tip(self._differs, _("Its text differs from the base text."))
        self._state = Chip(ChipLook(""))
        self._same = named(
            Button(_("&Same as base"), "link", "undo-2", size="small"), "composer.same"
        )
        self._remove = named(Button(_("&Remove"), "link", "x", size="small"), "composer.remove")
        self._text = TextArea("composer.text", lines=4, reading=True)
        self.counters = CounterLine(editing)
        self.tools = TextTools(editing)
        self.media = MediaStrip(editing, thumbnails)
        self._build()
        self._connect()
        self._is_built = True

    def _build(self) -> None:
        set_ground(self, "surface")
        top = QHBoxLayout()
        top.setContentsMargins(20, 4, 12, 0)
        top.addWidget(self._tabs, 1)
        top.addWidget(self._add)
        top.addWidget(self.swap)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._heading, 1)
        head.addWidget(self._differs)
        head.addWidget(self._state)
        head.addWidget(self.tools)
        head.addWidget(self._same)
        head.addWidget(self._remove)
        body = QVBoxLayout()
        body.setContentsMargins(20, 10, 20, 10)
        body.setSpacing(7)
        body.addLayout(head)
        body.addWidget(self._text, 1)
        body.addWidget(self.counters)
        body.addWidget(self.media)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(Rule())
        column.addLayout(body, 1)

    def _connect(self) -> None:
        self._tabs.chosen.connect(self.choose)
        self._add.clicked.connect(self.target_wanted)
        self._text.textChanged.connect(self._on_text_changed)
        self._text.cursorPositionChanged.connect(self._on_cursor_moved)
        self._same.clicked.connect(self._on_same)
        self._remove.clicked.connect(self.target_dropped)
        self.media.wanted.connect(self.media_wanted)
        self.media.changed.connect(self._on_media_changed)

    def first(self) -> QWidget:
        return self._text

    def changeEvent(self, event: QEvent) -> None:
        """Marks are in the colours of the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._is_built:
            self._show_counts()

    def set_read_only(self, read_only: bool) -> None:
        self._is_read_only = read_only
        self._add.setVisible(not read_only)
        self.refresh()

    def refresh(self) -> None:
        """Show the current target as it stands in the form now."""
        editing = self._editing
        self._is_filling = True
        self._tabs.refresh()
        if self._text.toPlainText() != editing.text():
            self._text.setPlainText(editing.text())
        self._is_filling = False
        target = editing.target
        locked = self._is_read_only or (target is not None and editing.is_decided(target))
        self._text.setReadOnly(locked or editing.form.narrative_id is not None)
        self.tools.setVisible(not locked)
        self._text.setPlaceholderText("" if locked else _("What the public will read"))
        self._remove.setVisible(target is not None and not locked)
        self.media.show_media(read_only=locked)
        self._show_state()
        self._show_counts()

    @Slot(object)
    def choose(self, target: Target | None) -> None:
        """Show this target's text."""
        self._editing.target = target
        self.refresh()
        self.targeted.emit()

    def insert(self, words: str) -> None:
        """Write at the cursor; what one does by hand can be undone by hand."""
        self._text.textCursor().insertText(words)
        self._text.setFocus()

    def rewrite(self, text: str) -> None:
        """Put another text in its place, so that Ctrl+Z brings the first one back."""
        cursor = self._text.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self._text.setFocus()

    def next_target(self) -> None:
        """Ctrl+Tab: the next tab, and after the last one the first."""
        targets: list[Target | None] = [None, *(it.target for it in self._editing.form.variants)]
        at = targets.index(self._editing.target)
        self.choose(targets[(at + 1) % len(targets)])

    def focus_media(self, target: Target | None, number: int) -> None:
        """Lead to the alt text of a picture."""
        self.choose(target)
        self.media.focus_alt_text(number)

    def focus_text(self, target: Target | None) -> None:
        self.choose(target)
        self._text.setFocus()

    def focus_attaching(self, target: Target | None) -> None:
        """Lead to where this target's media are chosen."""
        self.choose(target)
        self.media.focus_attaching()

    def _show_state(self) -> None:
        editing = self._editing
        variant, facts = editing.variant(), editing.facts()
        if variant is None:
            self._heading.setText(_("Base text: every account follows it"))
        else:
            name = facts.label if facts else variant.post_kind
            handle = editing.handle(variant.target)
            self._heading.setText(f"{name} · {handle}" if handle else name)
        self._text.setAccessibleName(self._heading.text())
        differs = variant is not None and variant.text is not None
        self._differs.setVisible(differs)
        self._same.setVisible(differs and not self.tools.isHidden())
        row = editing.row(variant.target) if variant else None
        self._state.setVisible(row is not None and editing.is_decided(row.target))
        if row is not None:
            self._state.set_look(state_chip("variant", row.state))

    def _show_counts(self) -> None:
        """Count what is written, and mark in it what a platform sees."""
        editing = self._editing
        cursor = self._text.textCursor()
        before = self._text.toPlainText().encode("utf-16-le")[: 2 * cursor.position()]
        is_wrong = self.counters.count(len(before.decode("utf-16-le", "ignore")))
        self._text.setProperty("wrong", is_wrong)
        self._text.update()
        show_marks(self._text, editing.facts(), with_media=bool(editing.media()))

    @Slot()
    def _on_text_changed(self) -> None:
        if self._is_filling:
            return
        self._editing.write(self._text.toPlainText())
        self._tabs.refresh()
        self._show_state()
        self._show_counts()
        self.typed.emit()

    @Slot()
    def _on_cursor_moved(self) -> None:
        """Of a thread the post in which one writes is counted."""
        if not self._is_filling and len(self._editing.posts()) > 1:
            self._show_counts()

    @Slot()
    def _on_same(self) -> None:
        self._editing.follow_base()
        self.refresh()
        self.typed.emit()

    @Slot()
    def _on_media_changed(self) -> None:
        self._show_counts()
        self.typed.emit()
