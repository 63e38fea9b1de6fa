"""A person's facts, what he may do, and his way into the program."""

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QWidget

from app.labels import label
from app.language import _
from app.models.person import CivilServantKind
from app.models.roles import Role
from app.services import people
from app.services.civil_servant_number import grouped, read_number
from app.services.people import PersonFacts, PersonRow
from app.services.transaction import Transaction
from app.ui.bridge import OfficeBridge
from app.ui.office.forms import FormDialog
from app.ui.widgets import Choice, named


class PersonDialog(FormDialog):
    """Adds or changes a person, with his roles."""

    def __init__(self, bridge: OfficeBridge, row: PersonRow | None, parent: QWidget) -> None:
        title = _("Add a person") if row is None else _("Change a person")
        super().__init__(bridge, "office.person", title, parent=parent)
        self._row = row
        self._kind = Choice(
            "office.person.kind", [(label(kind), kind) for kind in CivilServantKind]
        )
        self._roles = {
            role: named(QCheckBox(label(role)), f"office.person.role.{role}") for role in Role
        }
        self._active = named(QCheckBox(_("Works here")), "office.person.active")
        self._build_form()

    def _build_form(self) -> None:
        row = self._row
        self.add_line("name", _("Full name, with degrees"), row.name if row else None, 0, 0, 2)
        self.add_line(
            "address_term",
            _("Form of address"),
            row.address_term if row else None,
            1,
            0,
            1,
            "Pak, Bu, Teh, Kang …",
        )
        self.add_line("call_name", _("Name in conversation"), row.call_name if row else None, 1, 1)
        nip = grouped(row.nip) if row and row.nip else ""
        self.add_line("nip", _("NIP or NI PPPK"), nip, 2, 0)
        self.add("kind", _("Civil servant"), self._kind, 2, 1)
        self.add_line("rank", _("Rank"), row.rank if row else None, 3, 0)
        self.add_line("grade", _("Grade"), row.grade if row else None, 3, 1)
        self.add_line("position", _("Position"), row.position if row else None, 4, 0)
        self.add_line("phone", _("Telephone"), row.phone if row else None, 4, 1)
        self.add("roles", _("May do in the program"), self._role_boxes(), 5, 0, 2)
        self._active.setChecked(row is None or row.is_active)
        if row is not None:
            self._kind.set_value(row.civil_servant_kind)
            for role, box in self._roles.items():
                box.setChecked(role in row.roles)
            self.box.addWidget(self._active)

    def _role_boxes(self) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        for number, box in enumerate(self._roles.values()):
            grid.addWidget(box, number // 3, number % 3)
        return holder

    def _facts(self) -> PersonFacts:
        kind = self._kind.value()
        typed = self.text("nip")
        number = read_number(typed) if typed else None
        return PersonFacts(
            self.text("name"),
            self.text("address_term"),
            self.text("call_name"),
            number.digits if number else None,
            number.kind if number else CivilServantKind(str(kind)),
            self.text("rank"),
            self.text("grade"),
            self.text("position"),
            self.text("phone"),
            self._active.isChecked(),
        )

    def _acting(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        facts = self._facts()
        roles = frozenset(role for role, box in self._roles.items() if box.isChecked())
        if self._row is None:
            return people.add_person, (facts, roles)
        return _change_with_roles, (self._row, facts, roles)


def _change_with_roles(
    tx: Transaction, row: PersonRow, facts: PersonFacts, roles: frozenset[Role]
) -> None:
    """Facts and roles of one form are saved together or not at all."""
    people.change_person(tx, row.id, row.version, facts)
    if roles != row.roles:
        tx.session.flush()
        people.set_roles(tx, row.id, people.version_of(tx.session, row.id), roles)


class SignInDialog(FormDialog):
    """Gives somebody a name to sign in with and a first password, which works once."""

    def __init__(self, bridge: OfficeBridge, row: PersonRow, parent: QWidget) -> None:
        super().__init__(
            bridge,
            "office.sign_in",
            _("Let %(name)s sign in") % {"name": row.addressed},
            _("The first password works once; then a password of one's own is set."),
            width=440,
            parent=parent,
        )
        self._row = row
        self.add_line("sign_in_name", _("Name to sign in with"), row.sign_in_name, 0, 0, 2)
        password = self.add_line("password", _("First password"), "", 1, 0, 2)
        password.setEchoMode(QLineEdit.EchoMode.Password)

    def _acting(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        return people.set_sign_in, (
            self._row.id,
            self._row.version,
            self.text("sign_in_name"),
            self.text("password"),
        )
