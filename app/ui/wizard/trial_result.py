"""What the last step ends with: the papers, the rows that did not come in, what is lacking."""

from collections import Counter
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.findings import lack_text
from app.labels import label
from app.language import _, ngettext, number_text
from app.models.report import REQUIRED_PARTS
from app.services.importing.previewing import Preview
from app.ui.widgets import Box, Button, IconLabel, Label, named
from app.ui.widgets.paper import PaperDialog
from app.ui.wizard.faulty_dialog import FaultyDialog
from app.ui.wizard.first_draft import FirstDraft


class TrialResult(QWidget):
    """Filled once the first draft is made."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)

    def show_draft(self, draft: FirstDraft) -> None:
        self._box.addLayout(self._papers(draft))
        place = _("Both papers are in the folder %(folder)s.") % {"folder": draft.report.parent}
        self._box.addWidget(named(Label(place, "meta", "text2", wrap=True), "wizard.papers"))
        if draft.left_out:
            self._box.addSpacing(6)
            self._box.addWidget(self._left_out(draft.left_out))
        words = _("What the report of %(year)d still lacks (Pasal 12 ayat (3))")
        self._box.addSpacing(6)
        self._box.addWidget(Label(words % {"year": draft.year}, "heading"))
        self._box.addWidget(_lacks(draft))

    def _papers(self, draft: FirstDraft) -> QHBoxLayout:
        acts = QHBoxLayout()
        acts.setSpacing(8)
        report = named(Button(_("Open the &draft"), "plain", "file-text"), "wizard.open_report")
        letter = named(
            Button(_("&Print the assignment letter"), "plain", "printer"), "wizard.open_letter"
        )
        report.clicked.connect(
            lambda: self._show_paper(draft.report, _("Draft of the annual report"))
        )
        letter.clicked.connect(lambda: self._show_paper(draft.letter, _("Assignment letter")))
        for button in (report, letter):
            acts.addWidget(button)
        acts.addStretch(1)
        return acts

    def _show_paper(self, file: Path, title: str) -> None:
        """Shown by the program itself: not every PC has something that opens a PDF."""
        PaperDialog(file, title, self).open()

    def _left_out(self, files: tuple[Preview, ...]) -> Box:
        box = Box()
        lines = QVBoxLayout(box)
        lines.setContentsMargins(14, 8, 14, 8)
        lines.setSpacing(4)
        for number, shown in enumerate(files):
            line = _line("triangle-alert", "waiting", _left_out_text(shown), _columns_text(shown))
            look = named(Button(_("See and save…"), size="small"), f"wizard.left_out.{number}")
            look.setAccessibleName(_("See and save the rows of “%(file)s”") % {"file": shown.file})
            look.clicked.connect(lambda _=False, shown=shown: FaultyDialog(shown, self).open())
            layout = line.layout()
            assert layout is not None  # noqa: S101 made by _line
            layout.addWidget(look)
            lines.addWidget(line)
        return box


def _left_out_text(shown: Preview) -> str:
    count = len(shown.faulty)
    words = ngettext(
        "%(n)s row of “%(file)s” was left out",
        "%(n)s rows of “%(file)s” were left out",
        count,
    )
    return words % {"n": number_text(count, 0), "file": shown.file}


def _columns_text(shown: Preview) -> str:
    """`Belum benar: Tanggal 4, Judul 2`: which column made how many rows faulty."""
    counts = Counter(faulty.column for faulty in shown.faulty)
    columns = ", ".join(f"{column} {number_text(n, 0)}" for column, n in counts.most_common())
    return _("Not right yet, by column: %(columns)s. Saved and corrected, they can come later.") % {
        "columns": columns
    }


def _lacks(draft: FirstDraft) -> Box:
    box = Box()
    lines = QVBoxLayout(box)
    lines.setContentsMargins(14, 8, 14, 8)
    lines.setSpacing(4)
    for part in REQUIRED_PARTS:
        lacks = [lack_text(lack) for lack in draft.lacks.get(part, ())]
        icon, tone = ("circle-dot", "waiting") if lacks else ("circle-check", "good")
        title = f"{part.value}. {label(part)}"
        lines.addWidget(_line(icon, tone, title, " ".join(lacks) or _("Complete")))
    return box


def _line(icon: str, tone: str, title: str, told: str) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 2, 0, 2)
    row.setSpacing(10)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Label(title, "strong", wrap=True))
    words.addWidget(Label(told, "meta", "text2", wrap=True))
    row.addWidget(IconLabel(icon, tone))
    row.addLayout(words, 1)
    return line
