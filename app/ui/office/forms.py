"""What the dialogs of Kantor share: fields by name, days as people write them, one act to save."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from app.language import _, day_text
from app.services.errors import InvalidValue
from app.services.importing.judged import RowFault
from app.services.importing.values import day_of
from app.ui.bridge import ActRunner, OfficeBridge
from app.ui.widgets import Dialog, Field, Notice, line_edit
from app.wording import sentence


class FormDialog(Dialog):
    """A dialog that saves by one act and stays open, with a sentence, while that is refused.

    Subclasses make fields with `add`, and say in `_acting` what is to be done.
    """

    def __init__(
        self,
        bridge: OfficeBridge,
        name: str,
        title: str,
        text: str = "",
        *,
        verb: str = "",
        width: int = 560,
        parent: QWidget,
    ) -> None:
        super().__init__(name, title, text, width=width, parent=parent)
        self._prefix = name
        self._acts = ActRunner(bridge, self)
        self._fields: dict[str, Field[QWidget]] = {}
        self._refusal = Notice(f"{name}.refusal", "bad", rounded=True)
        self._refusal.hide()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(12)
        self.box.addWidget(self._refusal)
        self.box.addLayout(self._grid)
        self.add_cancel()
        self._save = self.add_verb(
            verb or _("Save"), "primary", name="save", slot=self._on_save_clicked, default=True
        )
        self._acts.busy.connect(self._save.setDisabled)
        self._acts.done.connect(self._on_done)
        self._acts.failed.connect(self._on_failed)

    def add(
        self, field: str, label: str, control: QWidget, row: int, column: int = 0, span: int = 1
    ) -> None:
        """Put a control into the form's grid of two columns."""
        held = Field(label, control)
        self._fields[field] = held
        self._grid.addWidget(held, row, column, 1, span, Qt.AlignmentFlag.AlignTop)

    def add_line(
        self,
        field: str,
        label: str,
        text: str | None,
        row: int,
        column: int = 0,
        span: int = 1,
        placeholder: str = "",
    ) -> QLineEdit:
        """A line of text under its label."""
        edit = line_edit(f"{self._prefix}.{field}", text or "", placeholder)
        self.add(field, label, edit, row, column, span)
        return edit

    def add_day(
        self, field: str, label: str, day: date | None, row: int, column: int = 0
    ) -> QLineEdit:
        """A day that may be unknown, typed as people write it."""
        shown = day_text(day) if day else ""
        return self.add_line(field, label, shown, row, column, 1, _("for example 25 Juni 2026"))

    def text(self, field: str) -> str:
        """What stands in a line."""
        control = self._fields[field].control
        assert isinstance(control, QLineEdit)  # noqa: S101 only lines are asked
        return control.text().strip()

    def day(self, field: str) -> date | None:
        """The day of a line; None if it is empty.

        Raises:
            InvalidValue: nobody can read it as a day.
        """
        typed = self.text(field)
        if not typed:
            return None
        try:
            return day_of(typed)
        except RowFault as error:
            raise InvalidValue(field, "day", typed) from error

    def _acting(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        """The act that saves, and what it is given; may raise InvalidValue."""
        raise NotImplementedError

    @Slot()
    def _on_save_clicked(self) -> None:
        self._refusal.tell("")
        for field in self._fields.values():
            field.set_error("")
        try:
            act, given = self._acting()
        except InvalidValue as error:
            self._on_failed(error)
            return
        self._acts.run(act, *given)

    @Slot(object)
    def _on_done(self, _result: object) -> None:
        self.accept()

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        field = self._fields.get(error.field) if isinstance(error, InvalidValue) else None
        if field is not None:
            field.set_error(sentence(error))
            field.control.setFocus()
        else:
            self._refusal.tell(sentence(error))
