"""What can be put into a text: templates, hashtags, links with marks; dividing it into a thread."""

from enum import StrEnum

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from app.language import _
from app.ui.calendar.composer.editing import Editing
from app.ui.theme import icon
from app.ui.widgets import Button, named


class Tool(StrEnum):
    """One entry of the menu."""

    TEMPLATE = "template"
    HASHTAGS = "hashtags"
    LINK = "link"
    DIVIDE = "divide"
    DIVIDER = "divider"
    FREE = "free"
    KEEP = "keep"


_THREADS = frozenset({Tool.DIVIDE, Tool.DIVIDER})
_CHANGES_WORDS = frozenset({Tool.HASHTAGS, Tool.LINK})


class TextTools(Button):
    """A button with the menu of what fits the current target and the person."""

    asked = Signal(object)  # a Tool

    def __init__(self, editing: Editing, parent: QWidget | None = None) -> None:
        super().__init__(_("&Insert"), "link", "chevron-down", size="small", parent=parent)
        self._editing = editing
        self.may_keep = False  # whether this person keeps templates and hashtags
        named(self, "composer.insert")
        self.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("composer.insert.menu")
        for tool, icon_name, words in _words():
            if self._is_offered(tool):
                action = menu.addAction(icon(icon_name), words)
                action.setObjectName(f"composer.insert.{tool}")
                action.triggered.connect(lambda _on=False, tool=tool: self.asked.emit(tool))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _is_offered(self, tool: Tool) -> bool:
        editing, facts = self._editing, self._editing.facts()
        has_narrative = editing.form.narrative_id is not None
        if tool is Tool.KEEP:
            return self.may_keep
        if tool is Tool.FREE:
            return has_narrative
        if tool is Tool.TEMPLATE and has_narrative:
            return False
        if tool in _THREADS:
            is_hand = tool is Tool.DIVIDER
            return facts is not None and facts.text.threads and not (is_hand and has_narrative)
        return not (tool in _CHANGES_WORDS and has_narrative)


def _words() -> tuple[tuple[Tool, str, str], ...]:
    return (
        (Tool.TEMPLATE, "file-text", _("Template…")),
        (Tool.HASHTAGS, "hash", _("Hashtags…")),
        (Tool.LINK, "link", _("Link with marks (UTM)…")),
        (Tool.DIVIDE, "layers", _("Divide into a thread")),
        (Tool.DIVIDER, "text-cursor-input", _("Begin a new post here")),
        (Tool.FREE, "lock", _("Take the single narrative off")),
        (Tool.KEEP, "pencil-line", _("Keep templates and hashtags…")),
    )
