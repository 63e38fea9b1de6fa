"""The page on which one says who one is."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.language import _
from app.ui.bridge import ActRunner, OfficeBridge, QueryRunner
from app.ui.sign_in import remembering
from app.ui.sign_in.own_password import OwnPasswordForm
from app.ui.widgets import Button, Choice, Field, Label, Notice, line_edit, named, set_ground
from app.ui.widgets.landscape import Landscape
from app.wording import sentence

if TYPE_CHECKING:
    from app.office import Office


class SignInPage(QWidget):
    """Name and password; after a password that another set, one's own."""

    signed_in = Signal()
    came_in = Signal(str)  # the sign-in name of who has just come in
    other_office_asked = Signal()

    def __init__(
        self,
        bridge: OfficeBridge,
        folder: Path,
        agency: str,
        names: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
        *,
        last_name: str = "",
    ) -> None:
        super().__init__(parent)
        self.setObjectName("sign_in")
        set_ground(self, "surface")
        self._bridge, self._folder = bridge, folder
        self._acts = ActRunner(bridge, self)
        self._memory = QueryRunner(bridge, self)
        self._build(agency, names)
        self._name.control.set_value(last_name)
        self._connect()
        self._memory.run(lambda _session: remembering.can_remember())
        if bridge.office.is_demo:
            self._tell_demo_password()

    def _build(self, agency: str, names: Sequence[tuple[str, str]]) -> None:
        self._band = Landscape(_("News for citizens,\nanswers in time"), agency)
        self._name = Field(_("&Name"), _names_to_choose(names))
        self._password = Field(_("&Password"), line_edit("sign_in.password"))
        self._password.control.setEchoMode(QLineEdit.EchoMode.Password)
        self._remember = named(QCheckBox(_("&Remember me on this PC")), "sign_in.remember")
        self._memory_note = Label("", "meta", "text2", wrap=True)
        self._hint = named(Label("", "body", "planned", wrap=True), "sign_in.hint")
        self._hint.hide()
        self._notice = Notice("sign_in.notice", "bad", rounded=True)
        self._notice.hide()
        self._enter = named(Button(_("Sign &in"), "primary", size="large"), "sign_in.enter")
        self._other = named(Button(_("Open another office…"), "link"), "sign_in.other")
        self._own = OwnPasswordForm("sign_in.own")
        self._own.hide()
        self._form = QWidget()
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(14)
        fields: list[QWidget] = [
            self._name,
            self._password,
            self._hint,
            self._remember,
            self._memory_note,
        ]
        for field in fields:
            form.addWidget(field)
        column = QVBoxLayout()
        column.setSpacing(14)
        column.addStretch(2)
        self._title = Label(_("Sign in"), "display")
        parts: list[QWidget] = [self._title, self._notice, self._form, self._own]
        for part in parts:
            column.addWidget(part)
        acts = QHBoxLayout()
        acts.addWidget(self._enter)
        acts.addStretch(1)
        acts.addWidget(self._other)
        column.addSpacing(6)
        column.addLayout(acts)
        column.addStretch(3)
        room = QWidget()
        room.setLayout(column)
        room.setMaximumWidth(420)
        row = QHBoxLayout(self)
        row.setSpacing(0)
        row.addWidget(self._band)
        row.addSpacing(24)
        row.addStretch(1)
        row.addWidget(room, 4)
        row.addStretch(1)
        row.addSpacing(24)

    def _connect(self) -> None:
        self._memory.answered.connect(self._on_memory_known)
        self._acts.busy.connect(self._enter.setDisabled)
        self._acts.done.connect(self._on_done)
        self._acts.failed.connect(self._on_failed)
        self._enter.clicked.connect(self._on_enter_clicked)
        self._password.control.returnPressed.connect(self._on_enter_clicked)
        self._own.submitted.connect(self._on_enter_clicked)
        self._other.clicked.connect(self.other_office_asked)

    def _tell_demo_password(self) -> None:
        """Everybody in the demo office is invented; so is the password."""
        from app.demo.people import PASSWORD

        words = _("Demo office: the password of everybody is %(password)s")
        self._hint.setText(words % {"password": PASSWORD})
        self._hint.show()

    def focus_first(self) -> None:
        """Lead the keyboard to the password if the name is known, else to the name."""
        line = self._password if self._name.control.value() else self._name
        line.control.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_memory_known(self, can: object) -> None:
        self._remember.setEnabled(bool(can))
        if not can:
            self._remember.setChecked(False)
            self._memory_note.setText(
                _("This PC has no working keyring, so the password is asked for each time.")
            )

    @Slot()
    def _on_enter_clicked(self) -> None:
        self._notice.hide()
        office = self._bridge.office
        if self._own.isVisible():
            if (own := self._own.password()) is not None:
                self._acts.call(lambda: self._set_own(office, own))
            return
        name, password = str(self._name.control.value() or ""), self._password.control.text()
        self._name.set_error("" if name else _("Choose your name."))
        if not name:
            self._name.control.setFocus()
            return
        if not password:
            self._password.set_error(_("Type your password."))
            self._password.control.setFocus()
            return
        self._password.set_error("")
        self._acts.call(lambda: self._sign_in(office, name, password))

    def _sign_in(self, office: "Office", name: str, password: str) -> bool:
        """Runs on a worker: checking a password takes long on purpose."""
        office.sign_in(name, password)
        return not office.must_change_password and self._note_machine(office)

    def _set_own(self, office: "Office", password: str) -> bool:
        from app.services import people

        office.act(people.set_own_password, password)
        return self._note_machine(office)

    def _note_machine(self, office: "Office") -> bool:
        if self._remember.isChecked():
            remembering.remember(office, self._folder)
        return True

    @Slot(object)
    def _on_done(self, is_in: object) -> None:
        if is_in:
            self.came_in.emit(str(self._name.control.value()))
            self.signed_in.emit()
            return
        self._title.setText(_("Your own password"))
        self._form.hide()
        self._own.show()
        self._own.focus_first()

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        self._notice.tell(sentence(error))
        self._password.control.selectAll()
        self.focus_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._band.fit(event.size().width())


def _names_to_choose(names: Sequence[tuple[str, str]]) -> Choice:
    """Nobody is chosen at first: the first name of the alphabet is mostly somebody else."""
    entries = [(name, key) for key, name in names]
    return Choice("sign_in.name", entries, placeholder=_("Choose your name"))
