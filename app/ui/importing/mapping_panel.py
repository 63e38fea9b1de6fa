"""Columns that nobody knows: which field each of them is, said by the person."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from app.language import _
from app.models.imports import ImportKind
from app.services.importing.field_words import fields_to_choose
from app.ui.widgets import Choice, Label, clear, named

_UNSAID = None
_LEFT_OUT = ""


class MappingPanel(QWidget):
    """One list of fields for each header that was not understood."""

    changed = Signal(object)  # dict: header → field, "" for a column that is left out

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "importing.mapping")
        self._choices: dict[str, Choice] = {}
        self._asked: tuple[ImportKind, tuple[str, ...]] | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(2, 1)

    def show_headers(
        self, kind: ImportKind, headers: Sequence[str], mapping: Mapping[str, str]
    ) -> None:
        """Ask about these headers of a file of this kind; the same ones keep their lists."""
        if (kind, tuple(headers)) == self._asked:
            for header, choice in self._choices.items():
                choice.set_value(mapping.get(header, _UNSAID))
            return
        self._asked = (kind, tuple(headers))
        clear(self._grid)
        self._choices = {}
        entries: list[tuple[str, object]] = [
            (_("– not said –"), _UNSAID),
            (_("leave this column out"), _LEFT_OUT),
            *fields_to_choose(kind),
        ]
        for row, header in enumerate(headers):
            choice = Choice(f"importing.map.{row + 1}", entries)
            choice.setAccessibleName(header)
            choice.set_value(mapping.get(header, _UNSAID))
            choice.chosen.connect(self._on_chosen)
            self._choices[header] = choice
            self._grid.addWidget(Label(_("Column “%(header)s” is") % {"header": header}), row, 0)
            self._grid.addWidget(choice, row, 1)

    def mapping(self) -> dict[str, str]:
        """What the person has said so far."""
        said = {header: choice.value() for header, choice in self._choices.items()}
        return {header: field for header, field in said.items() if isinstance(field, str)}

    @Slot(object)
    def _on_chosen(self, _field: object) -> None:
        self.changed.emit(self.mapping())
