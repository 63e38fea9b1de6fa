"""What came of files: those that were there already, and those that were not taken, with why."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.language import _
from app.ui.shelf.intake import Summary, summary_text
from app.ui.widgets import Dialog, ElidedLabel, IconLabel, Label, Scroll, named
from app.wording import sentence


class SummaryDialog(Dialog):
    """Opened when there is more to tell than that all went well."""

    def __init__(self, summary: Summary, parent: QWidget) -> None:
        super().__init__(
            "asset_summary", _("Files taken in"), summary_text(summary), parent=parent, width=560
        )
        content = named(QWidget(), "asset_summary.list")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for refused in summary.refused:
            column.addWidget(
                _line(refused.file_name, sentence(refused.error), "circle-alert", "bad")
            )
        for known in summary.known:
            words = _("The same bytes are in the library already, as %(reference)s “%(title)s”.")
            told = words % {"reference": known.reference, "title": known.title}
            column.addWidget(_line(known.title, told, "copy", "text2"))
        column.addStretch(1)
        scroll = Scroll(content)
        scroll.setMinimumHeight(min(320, content.sizeHint().height() + 8))
        self.box.addWidget(scroll)
        self.add_verb(_("&Close"), "primary", name="done", default=True).setFocus()


def _line(name: str, words: str, icon: str, ink: str) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(IconLabel(icon, ink))
    texts = QVBoxLayout()
    texts.setSpacing(2)
    texts.addWidget(ElidedLabel(name, "strong"))
    texts.addWidget(Label(words, "meta", "text2", wrap=True))
    row.addLayout(texts, 1)
    return line
