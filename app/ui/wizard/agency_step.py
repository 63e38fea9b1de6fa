"""Whose office it is; the name is printed on everything that leaves on paper."""

import csv
from concurrent.futures import Future
from functools import cache, partial
from pathlib import Path

import shiboken6
from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from app.language import _
from app.resources import resource
from app.services.letterheads import check_letterhead
from app.services.reading.process import ReaderProcess
from app.ui.bridge import Workers
from app.ui.widgets import Choice, DropArea, Field, FileKind, Label, line_edit, show_errors
from app.ui.widgets.cards import CardChoice, Option
from app.ui.wizard.answers import WITH_PARENT, Answers
from app.ui.wizard.file_row import FileRow
from app.ui.wizard.step import Step
from app.wording import sentence


@cache
def regional_agencies() -> tuple[str, ...]:
    """The Perangkat Daerah of the shipped directory, by name."""
    with resource("facts", "directory.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return tuple(sorted(row["name"] for row in rows if row["kind"] == "regional_agency"))


def email_fault(address: str) -> str:
    """What is wrong with an address; empty if nothing is, or if there is none."""
    if not address:
        return ""
    name, at, domain = address.partition("@")
    if "," in address:
        before = address.partition(",")[0].rpartition("@")[2]
        return _("The address has a comma after “%(part)s”. Use a full stop.") % {"part": before}
    if not name or not at or "." not in domain or " " in address:
        return _("This is no e-mail address. One looks like humas@dinas.jabarprov.go.id.")
    return ""


class AgencyStep(Step):
    """Kind, name, short name, e-mail, code, kop."""

    def __init__(self, answers: Answers, workers: Workers, parent: QWidget | None = None) -> None:
        super().__init__(
            _("Your agency"),
            _("This name is printed on assignment letters and on the annual report."),
            parent,
        )
        self._answers, self._workers = answers, workers
        self._kind = CardChoice("wizard.kind", _("Kind of agency"), _kinds())
        self._parent = Field(
            _("Parent agency"),
            Choice(
                "wizard.parent",
                [(name, name) for name in regional_agencies()],
                placeholder=_("Choose the agency it belongs to"),
            ),
        )
        self._name: Field[QLineEdit] = Field(_("&Official name"), line_edit("wizard.name"))
        self._short: Field[QLineEdit] = Field(_("&Short name"), line_edit("wizard.short_name"))
        self._email: Field[QLineEdit] = Field(_("Official &e-mail"), line_edit("wizard.email"))
        self._code: Field[QLineEdit] = Field(_("Unit &code in letters"), line_edit("wizard.code"))
        self._kop = DropArea(
            "wizard.letterhead",
            _("Drop a picture of the letterhead here (PNG or JPG), or leave it for later"),
            "image-plus",
            kinds=(FileKind.PICTURE,),
            many=False,
        )
        self._kop_row = FileRow("wizard.kop", _("Picture of the letterhead"), icon="image")
        self._kop_row.hide()
        self._kop.box.addWidget(self._kop_row)
        self._lay_out()
        self._kind.chosen.connect(self._on_kind_chosen)
        self._kop.dropped.connect(self._on_dropped)
        self._kop.folder_dropped.connect(self._check)
        self._kop_row.removed.connect(self._on_kop_taken_off)
        self._kop_row.cancelled.connect(self._on_kop_taken_off)
        self._on_kind_chosen(self._kind.value())

    def _lay_out(self) -> None:
        self.box.addWidget(Label(_("Kind of agency"), "label", "text2"))
        self.box.setSpacing(8)
        self.box.addWidget(self._kind)
        self.box.addSpacing(4)
        self.box.addWidget(self._parent)
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 1)
        for number, field in enumerate((self._name, self._short, self._email, self._code)):
            row, column = divmod(number, 2)
            grid.addWidget(field, row, column, Qt.AlignmentFlag.AlignTop)
        self.box.addLayout(grid)
        self.box.addSpacing(4)
        self.box.addWidget(Label(_("Letterhead"), "label", "text2"))
        self.box.addWidget(self._kop)

    def enter(self) -> None:
        self._name.control.setFocus()

    @Slot(str)
    def _on_kind_chosen(self, kind: str) -> None:
        self._parent.setVisible(kind in WITH_PARENT)

    @Slot(object)
    def _on_dropped(self, files: tuple[Path, ...]) -> None:
        self._check(files[0])

    @Slot(object)
    def _check(self, file: Path) -> None:
        """Whether it can be printed is known before one goes on."""
        self._answers.letterhead = None
        self._kop_row.show()
        self._kop_row.show_reading(file)
        self._workers.submit(lambda: _looked_at(file), partial(self._on_checked, file))

    def _on_checked(self, file: Path, done: "Future[object]") -> None:
        if not shiboken6.isValid(self) or self._kop_row.file != file:
            return
        error = done.exception()
        if error is not None:
            self._kop_row.show_trouble(file, sentence(error))
            return
        self._answers.letterhead = file
        self._kop_row.show_picture(file)

    @Slot(object)
    def _on_kop_taken_off(self, row: FileRow) -> None:
        self._answers.letterhead = None
        row.show_wanted()
        row.hide()
        self._kop.choose.setFocus()

    def is_filled(self) -> bool:
        name, email = self._name.control.text().strip(), self._email.control.text().strip()
        answers = self._answers
        answers.choice, answers.name, answers.email = self._kind.value(), name, email
        answers.short_name = self._short.control.text().strip()
        answers.code = self._code.control.text().strip()
        answers.parent = str(self._parent.control.value() or "")
        needs_parent = answers.choice in WITH_PARENT and not answers.parent
        return show_errors(
            [
                (self._parent, _("Choose the agency it belongs to.") if needs_parent else ""),
                (self._name, "" if name else _("Write the agency's full official name.")),
                (self._email, email_fault(email)),
            ]
        )


def _looked_at(file: Path) -> None:
    with ReaderProcess() as reader:
        check_letterhead(reader, file)


def _kinds() -> list[Option]:
    return [
        Option("regional_agency", "Perangkat Daerah", _("dinas, badan, inspectorate, Satpol PP")),
        Option("bureau", "Biro", _("of the Regional Secretariat")),
        Option("technical_unit", "UPTD", _("balai, museum")),
        Option("branch", "Cabang Dinas", _("a dinas's office in the region")),
        Option("hospital", "RSUD", _("hospital of the province")),
        Option("non_structural_body", "Lembaga Non Struktural", _("team, forum, task force")),
    ]
