"""Who begins: the first admin, and the official who will decide."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from app.language import _
from app.services.people import LEAST_PASSWORD
from app.ui.widgets import Card, Field, line_edit, named, show_errors
from app.ui.wizard.answers import Answers, PersonAnswer
from app.ui.wizard.step import Step

Fault = tuple[Field[QWidget], str]


class _PersonForm(QWidget):
    """Name, how one is spoken to, the name and password for signing in."""

    def __init__(self, name: str, password: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name: Field[QLineEdit] = Field(_("Name with degrees"), line_edit(f"{name}.name"))
        self.term: Field[QLineEdit] = Field(
            _("Form of address"), line_edit(f"{name}.term", placeholder="Teh, Kang, Bu, Pak")
        )
        self.call: Field[QLineEdit] = Field(_("Called"), line_edit(f"{name}.call"))
        self.sign_in: Field[QLineEdit] = Field(
            _("Name for signing in"), line_edit(f"{name}.sign_in")
        )
        self.password: Field[QLineEdit] = Field(password, line_edit(f"{name}.password"))
        self.password.control.setEchoMode(QLineEdit.EchoMode.Password)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 12, 16, 14)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(12)
        self._put(self.name, 0, 0, 2)
        self._put(self.term, 0, 2, 1)
        self._put(self.call, 0, 3, 1)
        self._put(self.sign_in, 1, 0, 2)
        self._put(self.password, 1, 2, 2)
        for column in range(4):
            self._grid.setColumnStretch(column, 1)
        self.name.control.editingFinished.connect(self._on_named)

    def _put(self, field: QWidget, row: int, column: int, span: int) -> None:
        self._grid.addWidget(field, row, column, 1, span, Qt.AlignmentFlag.AlignTop)

    def add(self, field: QWidget) -> None:
        """One more field, below the password."""
        self._put(field, 2, 2, 2)

    @Slot()
    def _on_named(self) -> None:
        """Propose the first name to be called and to sign in by."""
        words = self.name.control.text().split(",")[0].split()
        plain = [word for word in words if not word.endswith(".")]
        if plain and not self.call.control.text():
            self.call.control.setText(plain[0])
        if plain and not self.sign_in.control.text():
            self.sign_in.control.setText(plain[0].casefold())

    def answer(self) -> PersonAnswer:
        return PersonAnswer(
            self.name.control.text().strip(),
            self.term.control.text().strip(),
            self.call.control.text().strip(),
            self.sign_in.control.text().strip(),
            self.password.control.text(),
        )

    def faults(self) -> list[Fault]:
        answer = self.answer()
        short = _("Use at least %(n)d characters.") % {"n": LEAST_PASSWORD}
        return [
            (self.name, "" if answer.name else _("Write the name.")),
            (self.sign_in, "" if answer.sign_in_name else _("Write a short name.")),
            (self.password, short if len(answer.password) < LEAST_PASSWORD else ""),
        ]


class PeopleStep(Step):
    """Yourself, who keeps the accounts; and whoever decides, if he is known."""

    def __init__(self, answers: Answers, parent: QWidget | None = None) -> None:
        super().__init__(
            _("People"),
            _("You begin as admin. All others, and their duties, follow in Office."),
            parent,
        )
        self._answers = answers
        self._me = _PersonForm("wizard.me", _("Your password"))
        self._again: Field[QLineEdit] = Field(_("The password again"), line_edit("wizard.me.again"))
        self._again.control.setEchoMode(QLineEdit.EchoMode.Password)
        self._me.add(self._again)
        self._has_decider = named(
            QCheckBox(_("The official who decides is known already")), "wizard.has_decider"
        )
        self._decider = _PersonForm("wizard.decider", _("First password, works once"))
        mine = Card(_("You"), _("admin"))
        mine.box.addWidget(self._me)
        self._official = Card(_("The official"), _("nobody decides on his own work"))
        self._official.box.addWidget(self._decider)
        column = QVBoxLayout()
        column.setSpacing(12)
        for part in (mine, self._has_decider, self._official):
            column.addWidget(part)
        self.box.addLayout(column)
        self._has_decider.toggled.connect(self._official.setVisible)
        self._official.hide()

    def enter(self) -> None:
        self._me.name.control.setFocus()

    def is_filled(self) -> bool:
        me = self._answers.me = self._me.answer()
        faults = self._me.faults()
        same = self._again.control.text() == me.password
        faults.append((self._again, "" if same else _("The two are not the same.")))
        self._answers.decider = None
        if self._has_decider.isChecked():
            decider = self._answers.decider = self._decider.answer()
            faults += self._decider.faults()
            if (
                decider.sign_in_name
                and decider.sign_in_name.casefold() == me.sign_in_name.casefold()
            ):
                faults.append((self._decider.sign_in, _("You sign in by this name yourself.")))
        return show_errors(faults)
