"""What the explanation of a hoax rests on (Pasal 7 f): claim, evidence, kind, verdict."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from app.labels import label
from app.language import _
from app.models.hoax import HoaxKind, HoaxVerdict
from app.services.contents import HoaxForm
from app.ui.theme import line_height
from app.ui.widgets import Choice, Field, TextArea


class HoaxFields(QWidget):
    """Shown where the category is the explanation of hoaxes; `changed` carries the HoaxForm."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_filling = False
        self._claim = _area("composer.hoax.claim")
        self._evidence = _area("composer.hoax.evidence")
        self._kind = _choice("composer.hoax.kind", [(label(it), it) for it in HoaxKind])
        self._verdict = _choice("composer.hoax.verdict", [(label(it), it) for it in HoaxVerdict])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(11)
        for field in (
            Field(_("C&laim that goes round"), self._claim),
            Field(_("&Evidence, and where it comes from"), self._evidence),
            Field(_("&Kind of hoax"), self._kind),
            Field(_("Ve&rdict"), self._verdict),
        ):
            column.addWidget(field)
        self._claim.textChanged.connect(self._tell)
        self._evidence.textChanged.connect(self._tell)
        self._kind.chosen.connect(self._tell)
        self._verdict.chosen.connect(self._tell)

    def show_form(self, form: HoaxForm) -> None:
        """Fill the fields; what has the focus keeps its cursor."""
        self._is_filling = True
        for area, text in ((self._claim, form.claim), (self._evidence, form.evidence)):
            if area.toPlainText() != text:
                area.setPlainText(text)
        self._kind.set_value(form.kind)
        self._verdict.set_value(form.verdict)
        self._is_filling = False

    def set_read_only(self, read_only: bool) -> None:
        for area in (self._claim, self._evidence):
            area.setReadOnly(read_only)
        for choice in (self._kind, self._verdict):
            choice.setEnabled(not read_only)

    @Slot()
    def _tell(self) -> None:
        if self._is_filling:
            return
        kind, verdict = self._kind.value(), self._verdict.value()
        self.changed.emit(
            HoaxForm(
                self._claim.toPlainText(),
                self._evidence.toPlainText(),
                kind if isinstance(kind, HoaxKind) else None,
                verdict if isinstance(verdict, HoaxVerdict) else None,
            )
        )


def _area(name: str) -> TextArea:
    area = TextArea(name, lines=2)
    area.setMaximumHeight(5 * line_height("body"))
    return area


def _choice(name: str, entries: list[tuple[str, object]]) -> Choice:
    choice = Choice(name, [(_("Not chosen yet"), None), *entries])
    # As wide as the pane, however long a kind's name is.
    choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return choice
