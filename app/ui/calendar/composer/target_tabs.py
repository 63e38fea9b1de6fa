"""The row of tabs on top of the text: the base text, and one a target."""

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from app.language import _, number_text
from app.services.counting import text_length, text_limit
from app.services.platform_names import platform_label
from app.services.platforms import PlatformFacts
from app.services.threads import posts_of
from app.ui.calendar.composer.editing import Editing, Target
from app.ui.theme import scaled
from app.ui.widgets import Part, Tabs, set_ground

BASE = "base"


def tab_value(target: Target | None) -> str:
    """What a tab is called: `3.instagram_feed`."""
    return f"{target[0]}.{target[1]}" if target else BASE


class TargetTabs(QScrollArea):
    """Scrolls sideways where there are many; says of each how much too long its text is."""

    chosen = Signal(object)  # a Target, or None for the base text

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing, self._shown = editing, ""
        self._parts_shown: list[Part] = []
        self._tabs = Tabs("composer.tabs", [Part(BASE, _("Base text"))], _("Targets"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(self.horizontalScrollBarPolicy().ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(self.horizontalScrollBarPolicy().ScrollBarAlwaysOff)
        self.setFocusPolicy(self.focusPolicy().NoFocus)
        self.setFixedHeight(scaled(38))
        set_ground(self.viewport(), "surface")
        self.setWidget(self._tabs)
        self._tabs.chosen.connect(self._on_chosen)

    def refresh(self) -> None:
        """Made anew only when their words have changed: this runs with every key."""
        parts = self._parts()
        if parts != self._parts_shown:
            self._parts_shown = parts
            self._tabs.set_parts(parts)
        value = tab_value(self._editing.target)
        self._tabs.set_value(value)
        if value != self._shown:
            self._shown = value
            self._bring_into_view()

    def _bring_into_view(self) -> None:
        tab = self._tabs.findChild(QWidget, f"composer.tabs.{self._shown}")
        if tab is not None:
            self.ensureWidgetVisible(tab, scaled(40), 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The shown tab comes into view again once the row has got its width."""
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

    def _parts(self) -> list[Part]:
        parts = [Part(BASE, _("Base text"))]
        for variant in self._editing.form.variants:
            facts = self._editing.facts(variant.target)
            name = _tab_name(facts) if facts else variant.post_kind
            platform = facts.platform if facts else ""
            parts.append(
                Part(tab_value(variant.target), name, self._excess(variant.target), platform)
            )
        return parts

    def _excess(self, target: Target) -> str:
        """`+14` where the text, or a post of a thread, is too long for this target."""
        facts, variant = self._editing.facts(target), self._editing.variant(target)
        if facts is None or variant is None or self._editing.is_decided(target):
            return ""
        limit = text_limit(facts.text, with_media=bool(variant.media))
        text = self._editing.form.text if variant.text is None else variant.text
        longest = max(text_length(post, facts.text).units for post in posts_of(text, facts.text))
        return f"+{number_text(longest - limit)}" if limit and longest > limit else ""

    @Slot(object)
    def _on_chosen(self, value: object) -> None:
        targets = {tab_value(it.target): it.target for it in self._editing.form.variants}
        self.chosen.emit(targets.get(str(value)))


def _tab_name(facts: PlatformFacts) -> str:
    return f"{platform_label(facts.platform)} {facts.post_label}".strip()
