"""A new password, typed twice: at the first sign-in and whenever one wants to change it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.language import _, ngettext
from app.services.people import LEAST_PASSWORD
from app.ui.bridge import ActRunner, OfficeBridge
from app.ui.widgets import Dialog, Field, Label, Notice, line_edit, show_errors


class OwnPasswordForm(QWidget):
    """Two lines that must agree."""

    submitted = Signal()  # Enter in the second line

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._first = Field(_("&New password"), line_edit(f"{name}.first"))
        self._second = Field(_("The same &again"), line_edit(f"{name}.second"))
        for field in (self._first, self._second):
            field.control.setEchoMode(QLineEdit.EchoMode.Password)
        self._second.control.returnPressed.connect(self.submitted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        words = ngettext(
            "At least %(n)d character. Nobody but you knows it.",
            "At least %(n)d characters. Nobody but you knows it.",
            LEAST_PASSWORD,
        )
        column.addWidget(Label(words % {"n": LEAST_PASSWORD}, "body", "text2", wrap=True))
        column.addWidget(self._first)
        column.addWidget(self._second)

    def focus_first(self) -> None:
        self._first.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def password(self) -> str | None:
        """The password if both lines agree and it is long enough; else the fields say why not."""
        first, second = self._first.control.text(), self._second.control.text()
        short = _("Too short: use at least %(n)d characters.") % {"n": LEAST_PASSWORD}
        differs = _("The two are not the same. Type the password again.")
        is_right = show_errors(
            [
                (self._first, short if len(first) < LEAST_PASSWORD else ""),
                (self._second, differs if first != second else ""),
            ]
        )
        return first if is_right else None


class ChangePasswordDialog(Dialog):
    """One's own password, changed while signed in."""

    def __init__(self, bridge: OfficeBridge, parent: QWidget) -> None:
        super().__init__(
            "password",
            _("Change your password?"),
            _("PCs that remember you will ask for the new password."),
            icon="lock",
            parent=parent,
        )
        self._acts = ActRunner(bridge, self)
        self._form = OwnPasswordForm("password.own")
        self._notice = Notice("password.notice", "bad", rounded=True)
        self._notice.hide()
        self.box.addWidget(self._notice)
        self.box.addWidget(self._form)
        self.add_cancel()
        self._change = self.add_verb(
            _("Change &password"), "primary", name="change", slot=self._on_change, default=True
        )
        self._form.submitted.connect(self._on_change)
        self._acts.busy.connect(self._change.setDisabled)
        self._acts.done.connect(self.accept)
        self._acts.failed.connect(self._on_failed)
        self._form.focus_first()

    @Slot()
    def _on_change(self) -> None:
        from app.services import people

        if (password := self._form.password()) is not None:
            self._acts.run(people.set_own_password, password)

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        from app.wording import sentence

        self._notice.tell(sentence(error))
