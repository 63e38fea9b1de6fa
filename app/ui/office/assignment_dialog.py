"""Draws up a Surat Perintah, or completes one: members with duties, number, signer (Pasal 6)."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.labels import label
from app.language import _
from app.models.person import REQUIRED_DUTIES, Duty, SigningMode
from app.models.roles import Role
from app.services import assignments
from app.services.assignments import AssignmentFacts, AssignmentRow, MemberFacts
from app.services.people import PersonRow
from app.ui.bridge import OfficeBridge
from app.ui.office.forms import FormDialog
from app.ui.theme import scaled
from app.ui.widgets import Button, Choice, Field, IconButton, Label, Scroll, line_edit, named

_MOST_ROWS = 4  # of members that are shown at once
_FITTING = {
    Duty.RESPONSIBLE_OFFICIAL: Role.OFFICIAL,
    Duty.ADMIN: Role.ADMIN,
    Duty.GRAPHIC_DESIGN: Role.DESIGNER,
    Duty.CREATIVE_TEAM: Role.CREATIVE,
}


class _Member(QWidget):
    """One line: who, with which duty, and a task of his own if the duty doesn't say enough."""

    def __init__(self, number: int, persons: Sequence[PersonRow], parent: QWidget) -> None:
        super().__init__(parent)
        prefix = f"office.assignment.member{number}"
        self.person = Choice(f"{prefix}.person", [(one.name, one.id) for one in persons])
        self.person.setAccessibleName(_("Member %(n)d") % {"n": number})
        self.duty = Choice(f"{prefix}.duty", [(label(duty), duty) for duty in Duty])
        self.duty.setAccessibleName(_("Duty of member %(n)d") % {"n": number})
        self.task = line_edit(f"{prefix}.task", placeholder=_("Task of one's own"))
        self.task.setAccessibleName(_("Task of member %(n)d") % {"n": number})
        self.remove = named(
            IconButton("x", _("Take member %(n)d off the list") % {"n": number}), f"{prefix}.remove"
        )
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.person, 4)
        line.addWidget(self.duty, 3)
        line.addWidget(self.task, 3)
        line.addWidget(self.remove)


class AssignmentDialog(FormDialog):
    """The form of one order."""

    def __init__(
        self,
        bridge: OfficeBridge,
        row: AssignmentRow | None,
        persons: Sequence[PersonRow],
        today: date,
        parent: QWidget,
    ) -> None:
        title = _("Draw up a Surat Perintah") if row is None else _("Complete the Surat Perintah")
        super().__init__(
            bridge,
            "office.assignment",
            title,
            _("Number and day come from your Tata Usaha; they may be added after printing."),
            width=800,
            parent=parent,
        )
        self._row = row
        self._persons = [one for one in persons if one.is_active]
        self._made = 0
        self._members: list[_Member] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self._build_form(today)

    def _build_form(self, today: date) -> None:
        row = self._row
        self.add_line("number", _("Number"), row.number if row else None, 0, 0)
        self.add_day("signed_on", _("Signed on"), row.signed_on if row else None, 0, 1)
        head = next((one for one in self._persons if Role.HEAD in one.roles), None)
        self.add_line(
            "signer_name",
            _("Signed by"),
            row.signer_name if row else (head.name if head else None),
            1,
            0,
        )
        self.add_line(
            "signer_title",
            _("Title of the signer"),
            row.signer_title if row else (head.position if head else None),
            1,
            1,
        )
        begin = row.from_on if row else date(today.year, 1, 1)
        end = row.until_on if row else date(today.year, 12, 31)
        self.add_day("from_on", _("In force from"), begin, 2, 0)
        self.add_day("until_on", _("In force until"), end, 2, 1)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        inner = QWidget()
        inner.setLayout(self._lines)
        self._lines.setContentsMargins(3, 3, 3, 3)
        self._scroll = Scroll(inner)
        column.addWidget(self._scroll)
        more = named(
            Button(_("Member"), "plain", "plus", size="small"), "office.assignment.add_member"
        )
        more.clicked.connect(self._on_add_clicked)
        column.addWidget(more)
        members = Field(_("Members and duties"), holder)
        self._fields["members"] = members
        self.box.addWidget(members)
        needed = ", ".join(label(duty) for duty in REQUIRED_DUTIES)
        hint = _("Pasal 6 ayat (4) asks for at least: %(duties)s. One person may have several.")
        self.box.addWidget(Label(hint % {"duties": needed}, "meta", "text2", wrap=True))
        tasks = {(m.person_id, m.duty): m.task for m in row.members} if row else {}
        for person_id, duty in self._first_members():
            self._add_member(person_id, duty, tasks.get((person_id, duty)))
        self._fit_members()

    def _first_members(self) -> list[tuple[int, Duty]]:
        if self._row is not None:
            return [(member.person_id, member.duty) for member in self._row.members]
        fitting = [
            (one.id, duty)
            for duty, role in _FITTING.items()
            for one in self._persons
            if role in one.roles
        ]
        return fitting or [(one.id, Duty.ADMIN) for one in self._persons[:1]]

    def _add_member(self, person_id: int | None, duty: Duty, task: str | None = None) -> None:
        self._made += 1
        member = _Member(self._made, self._persons, self)
        if person_id is not None:
            member.person.set_value(person_id)
        member.duty.set_value(duty)
        member.task.setText(task or "")
        member.task.setCursorPosition(0)
        member.remove.clicked.connect(self._on_remove_clicked)
        self._members.append(member)
        self._lines.addWidget(member)

    def _fit_members(self) -> None:
        """As high as its lines, up to what an office PC's screen has room for; then they scroll."""
        rows = min(len(self._members), _MOST_ROWS)
        self._scroll.setFixedHeight(scaled(38) * max(rows, 1) + 6)
        self.adjustSize()

    @Slot()
    def _on_add_clicked(self) -> None:
        given = {member.duty.value() for member in self._members}
        missing = [duty for duty in REQUIRED_DUTIES if duty not in given]
        self._add_member(None, missing[0] if missing else Duty.CREATIVE_TEAM)
        self._fit_members()

    @Slot()
    def _on_remove_clicked(self) -> None:
        member = self.sender().parent()
        assert isinstance(member, _Member)  # noqa: S101 only members have this button
        self._members.remove(member)
        self._lines.removeWidget(member)
        member.hide()
        member.deleteLater()
        self._fit_members()

    def _member_facts(self) -> tuple[MemberFacts, ...]:
        known = {(m.person_id, m.duty): m for m in self._row.members} if self._row else {}
        facts = []
        for member in self._members:
            key = (int(str(member.person.value())), Duty(str(member.duty.value())))
            old = known.get(key)
            task = member.task.text().strip() or None
            days = (old.from_on, old.until_on) if old else (None, None)
            facts.append(MemberFacts(*key, task, *days))
        return tuple(facts)

    def _acting(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        row = self._row
        signer = next((p for p in self._persons if p.name == self.text("signer_name")), None)
        facts = AssignmentFacts(
            self._member_facts(),
            self.text("number"),
            self.day("signed_on"),
            self.text("signer_name"),
            self.text("signer_title"),
            signer.rank if signer else (row.signer_rank if row else None),
            signer.nip if signer else (row.signer_nip if row else None),
            row.signing_mode if row else SigningMode.OWN,
            row.town if row else None,
            row.basis if row else (),
            row.copies_to if row else (),
            self.day("from_on"),
            self.day("until_on"),
        )
        if row is None:
            return assignments.draw_up, (facts,)
        return assignments.change_assignment, (row.id, row.version, facts)
