"""Deputies (Plt./Plh.): who decides in whose place and between which days, kept by the office."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.labels import label
from app.language import _, short_day_text
from app.models.person import SigningMode
from app.models.roles import DECIDERS
from app.services import deputies
from app.services.deputies import DeputyRow
from app.services.errors import InvalidValue
from app.services.people import PersonRow
from app.ui.bridge import OfficeBridge
from app.ui.office.forms import FormDialog
from app.ui.widgets import Button, Choice, Label, Rule, named

_MODES = (SigningMode.PLH, SigningMode.PLT)


class DeputyDialog(FormDialog):
    """Shows who deputises, and appoints another one."""

    help_page = "office"

    def __init__(
        self,
        bridge: OfficeBridge,
        people: Sequence[PersonRow],
        rows: Sequence[DeputyRow],
        today: date,
        parent: QWidget,
    ) -> None:
        super().__init__(
            bridge,
            "office.deputy",
            _("Who decides in an official's place?"),
            _("A deputy decides between these days only, and is named with every decision."),
            verb=_("Appoint"),
            width=600,
            parent=parent,
        )
        active = [row for row in people if row.is_active]
        officials = [(row.addressed, row.id) for row in active if row.roles & DECIDERS]
        others = [(row.addressed, row.id) for row in active if row.has_password]
        self._official = Choice("office.deputy.official", officials, placeholder=_("For whom?"))
        self._deputy = Choice("office.deputy.deputy", others, placeholder=_("Who deputises?"))
        self._mode = Choice("office.deputy.mode", [(label(mode), mode) for mode in _MODES])
        self.add("official", _("Official"), self._official, 0, 0)
        self.add("deputy", _("Deputy"), self._deputy, 0, 1)
        self.add("mode", _("As"), self._mode, 1, 0)
        self.add_line("basis", _("Basis (number of the order)"), "", 1, 1)
        self.add_day("from_on", _("From"), today, 2, 0)
        self.add_day("until_on", _("Until (empty: open)"), None, 2, 1)
        living = [row for row in rows if row.until_on is None or row.until_on >= today]
        if living:
            self.box.addWidget(Rule())
            self.box.addWidget(Label(_("Appointed now"), "label", "text2"))
        for row in living:
            self.box.addWidget(self._line(row))

    def _line(self, row: DeputyRow) -> QWidget:
        line = QWidget()
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(0)
        facts = {"deputy": row.deputy, "mode": label(row.mode), "official": row.official}
        name = _("%(deputy)s, %(mode)s of %(official)s") % facts
        words.addWidget(Label(name, "strong", wrap=True))
        until = short_day_text(row.until_on) if row.until_on is not None else "…"
        days = f"{short_day_text(row.from_on)} – {until}"
        told = " · ".join(part for part in (days, row.basis) if part)
        words.addWidget(Label(told, "meta", "text2", wrap=True))
        end = named(Button(_("End today"), "ghost", size="small"), f"office.deputy.{row.id}.end")
        end.setAccessibleName(f"{_('End today')}, {name}")
        end.setProperty("deputy", row.id)
        end.clicked.connect(self._on_end_clicked)
        across.addLayout(words, 1)
        across.addWidget(end, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _acting(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        for field, control in (("official", self._official), ("deputy", self._deputy)):
            if control.value() is None:
                raise InvalidValue(field, "empty")
        from_on = self.day("from_on")
        if from_on is None:
            raise InvalidValue("from_on", "empty")
        given = (self._official.value(), self._deputy.value(), self._mode.value(), from_on)
        return deputies.appoint_deputy, (*given, self.day("until_on"), self.text("basis"))

    @Slot()
    def _on_end_clicked(self) -> None:
        self._acts.run(deputies.end_deputy, self.sender().property("deputy"))
