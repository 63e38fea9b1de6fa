"""The middle: base text and one tab a target, the text with its counters, media, alt text."""

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.lacks import problem_text
from app.language import _, number_text
from app.services.counting import ProblemKind, judge, text_length, text_limit
from app.services.platform_names import platform_label
from app.services.platforms import PlatformFacts, entries
from app.ui.calendar.composer.counters import entities_text, length_text, unit_text
from app.ui.calendar.composer.editing import Editing, Target
from app.ui.calendar.composer.media_strip import MediaStrip
from app.ui.shelf import Thumbnails
from app.ui.theme import scaled
from app.ui.widgets import (
    Button,
    Chip,
    ChipLook,
    ElidedLabel,
    IconButton,
    Label,
    Part,
    Rule,
    Tabs,
    TextArea,
    named,
    set_ground,
    set_tip,
    state_chip,
)

BASE = "base"


def tab_value(target: Target | None) -> str:
    """What a tab is called: `3.instagram_feed`."""
    return f"{target[0]}.{target[1]}" if target else BASE


class _TabsArea(QScrollArea):
    """A row of tabs that scrolls sideways where there are many."""

    def __init__(self, tabs: Tabs) -> None:
        super().__init__()
        self._tabs, self._shown = tabs, ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(self.horizontalScrollBarPolicy().ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(self.horizontalScrollBarPolicy().ScrollBarAlwaysOff)
        self.setFocusPolicy(self.focusPolicy().NoFocus)
        self.setFixedHeight(scaled(38))
        set_ground(self.viewport(), "surface")
        self.setWidget(tabs)

    def show_tab(self, name: str) -> None:
        """Bring this tab into view; again once the row has got its width."""
        if name != self._shown:
            self._shown = name
            self._bring_into_view()

    def _bring_into_view(self) -> None:
        tab = self._tabs.findChild(QWidget, self._shown)
        if tab is not None:
            self.ensureWidgetVisible(tab, scaled(40), 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        done = super().eventFilter(watched, event)
        if watched is self._tabs and event.type() in (
            QEvent.Type.Resize,
            QEvent.Type.LayoutRequest,
        ):
            self._bring_into_view()
        return done

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the row, whichever way it turns."""
        turned = event.angleDelta()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - (turned.x() or turned.y()) // 2)


class TextPane(QWidget):
    """Edits the text and the media of the current target; tells when something was typed."""

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
        self._parts_shown: list[Part] = []
        self._tabs = Tabs("composer.tabs", [Part(BASE, _("Base text"))], _("Targets"))
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
        self._text = TextArea("composer.text", lines=5, reading=True)
        self._length = named(Label("", "label", "text2"), "composer.length")
        self._entities = Label("", "meta", "text2")
        self._unit = Label("", "meta", "text2")
        self._problem = named(Label("", "meta", "bad", wrap=True), "composer.problem")
        self.media = MediaStrip(editing, thumbnails)
        self._build()
        self._connect()

    def _build(self) -> None:
        set_ground(self, "surface")
        top = QHBoxLayout()
        top.setContentsMargins(20, 4, 12, 0)
        self._tabs_area = _TabsArea(self._tabs)
        top.addWidget(self._tabs_area, 1)
        top.addWidget(self._add)
        top.addWidget(self.swap)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._heading, 1)
        head.addWidget(self._differs)
        head.addWidget(self._state)
        head.addWidget(self._same)
        head.addWidget(self._remove)
        counters = QHBoxLayout()
        counters.setSpacing(14)
        counters.addWidget(self._length)
        counters.addWidget(self._entities)
        counters.addStretch(1)
        counters.addWidget(self._unit)
        body = QVBoxLayout()
        body.setContentsMargins(20, 10, 20, 10)
        body.setSpacing(7)
        body.addLayout(head)
        body.addWidget(self._text, 1)
        body.addLayout(counters)
        body.addWidget(self._problem)
        body.addWidget(self.media)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(Rule())
        column.addLayout(body, 1)

    def _connect(self) -> None:
        self._tabs.chosen.connect(self._on_tab_chosen)
        self._add.clicked.connect(self.target_wanted)
        self._text.textChanged.connect(self._on_text_changed)
        self._same.clicked.connect(self._on_same)
        self._remove.clicked.connect(self.target_dropped)
        self.media.wanted.connect(self.media_wanted)
        self.media.changed.connect(self._on_media_changed)

    def first(self) -> QWidget:
        return self._text

    def set_read_only(self, read_only: bool) -> None:
        self._is_read_only = read_only
        self._add.setVisible(not read_only)
        self.refresh()

    def refresh(self) -> None:
        """Show the current target as it stands in the form now."""
        editing = self._editing
        self._is_filling = True
        self._show_tabs()
        if self._text.toPlainText() != editing.text():
            self._text.setPlainText(editing.text())
        self._is_filling = False
        target = editing.target
        locked = self._is_read_only or (target is not None and editing.is_decided(target))
        self._text.setReadOnly(locked)
        self._text.setPlaceholderText("" if locked else _("What the public will read"))
        self._remove.setVisible(target is not None and not locked)
        self.media.show_media(read_only=locked)
        self._show_state()
        self._show_counts()

    def choose(self, target: Target | None) -> None:
        """Show this target's text."""
        self._editing.target = target
        self.refresh()
        self.targeted.emit()

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

    def _show_tabs(self) -> None:
        """Made anew only when their words have changed: this runs with every key."""
        parts = self._parts()
        if parts != self._parts_shown:
            self._parts_shown = parts
            self._tabs.set_parts(parts)
        self._tabs.set_value(tab_value(self._editing.target))
        self._tabs_area.show_tab(f"composer.tabs.{tab_value(self._editing.target)}")

    def _parts(self) -> list[Part]:
        form = self._editing.form
        parts = [Part(BASE, _("Base text"))]
        for variant in form.variants:
            facts = entries().get(variant.post_kind)
            name = _tab_name(facts) if facts else variant.post_kind
            platform = facts.platform if facts else ""
            parts.append(
                Part(tab_value(variant.target), name, self._excess(variant.target), platform)
            )
        return parts

    def _excess(self, target: Target) -> str:
        """`+14` where the text is too long for this target."""
        facts, variant = self._editing.facts(target), self._editing.variant(target)
        if facts is None or variant is None or self._editing.is_decided(target):
            return ""
        limit = text_limit(facts.text, with_media=bool(variant.media))
        text = self._editing.form.text if variant.text is None else variant.text
        found = text_length(text, facts.text).units
        return f"+{number_text(found - limit)}" if limit and found > limit else ""

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
        self._same.setVisible(differs and not self._text.isReadOnly())
        row = editing.row(variant.target) if variant else None
        self._state.setVisible(row is not None and editing.is_decided(row.target))
        if row is not None:
            self._state.set_look(state_chip("variant", row.state))

    def _show_counts(self) -> None:
        editing, text = self._editing, self._editing.text()
        facts = editing.facts()
        with_media = bool(editing.media()) and facts is not None
        self._length.setText(length_text(text, facts, with_media=with_media))
        self._entities.setText(entities_text(text, facts))
        self._unit.setText(unit_text(facts.text) if facts else "")
        problems = (
            judge(text, facts, title=editing.form.title, with_media=with_media) if facts else ()
        )
        refused = [problem for problem in problems if problem.is_refusal]
        words = " ".join(problem_text(problem) for problem in refused)
        self._problem.setText(words[:1].upper() + words[1:])
        self._problem.setVisible(bool(refused))
        is_wrong = any(problem.kind is not ProblemKind.TITLE_TOO_LONG for problem in refused)
        self._length.set_ink("bad" if is_wrong else "text2")
        self._text.setProperty("wrong", is_wrong)
        self._text.update()

    @Slot(object)
    def _on_tab_chosen(self, value: object) -> None:
        targets = {tab_value(it.target): it.target for it in self._editing.form.variants}
        self.choose(targets.get(str(value)))

    @Slot()
    def _on_text_changed(self) -> None:
        if self._is_filling:
            return
        self._editing.write(self._text.toPlainText())
        self._show_tabs()
        self._show_state()
        self._show_counts()
        self.typed.emit()

    @Slot()
    def _on_same(self) -> None:
        self._editing.follow_base()
        self.refresh()
        self.typed.emit()

    @Slot()
    def _on_media_changed(self) -> None:
        self._show_counts()
        self.typed.emit()


def _tab_name(facts: PlatformFacts) -> str:
    return f"{platform_label(facts.platform)} {facts.post_label}".strip()
