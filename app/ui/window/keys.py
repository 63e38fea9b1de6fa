"""The keys that work everywhere, and those of the place being shown."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from app.language import _
from app.ui.widgets import Dialog, KeyCap, Label


def keys_everywhere() -> tuple[tuple[str, str], ...]:
    return (
        ("Ctrl+1…7", _("go to a place")),
        ("F6", _("next pane")),
        ("F5", _("ask again")),
        ("Esc", _("close, back")),
        ("Ctrl+Z", _("undo what was just done")),
        ("Ctrl+Shift+J", _("emergency pause…")),
        ("Ctrl+B", _("narrow or widen the rail")),
        ("Ctrl+ +  Ctrl+ −", _("larger or smaller text")),
        ("F1", _("help for this place")),
        ("Ctrl+/", _("this list")),
    )


class KeysDialog(Dialog):
    """A list to look at; it changes nothing."""

    help_page = "keys"

    def __init__(self, of_place: Sequence[tuple[str, str]], parent: QWidget) -> None:
        super().__init__("keys", _("Keys"), parent=parent, width=520)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, (key, words) in enumerate((*keys_everywhere(), *of_place)):
            grid.addWidget(KeyCap(key), row, 0)
            grid.addWidget(Label(words, "body", "text2"), row, 1)
        self.box.addLayout(grid)
        self.add_verb(_("&Close"), name="done", default=True).setFocus()
