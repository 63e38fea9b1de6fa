"""The form of an asset's facts: title, alt text, who made it, what is permitted and until when."""

from datetime import date

from PySide6.QtCore import QDate, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.language import _
from app.models.limits import ASSET_TITLE
from app.services.assets import AssetDetail, AssetFacts
from app.ui.theme import scaled
from app.ui.widgets import (
    DayField,
    Dialog,
    Field,
    Part,
    Segments,
    TextArea,
    line_edit,
    named,
    show_errors,
)

_AREA_HEIGHT = 62  # two lines
_UNKNOWN, _UNTIL, _UNLIMITED = "unknown", "until", "unlimited"


class FactsDialog(Dialog):
    """Shows what is known; `saved` carries what the person wants to be known."""

    saved = Signal(object)  # AssetFacts

    def __init__(self, detail: AssetDetail, today: date, parent: QWidget) -> None:
        super().__init__("asset_facts", _("Facts of the file"), parent=parent, width=640)
        row = detail.row
        self._title = line_edit("asset_facts.title", row.title, limit=ASSET_TITLE)
        self._alt_text = TextArea(
            "asset_facts.alt_text", _("What is to be seen, for people who do not see it"), lines=2
        )
        self._alt_text.setPlainText(row.alt_text)
        self._alt_text.setFixedHeight(scaled(_AREA_HEIGHT))
        self._creator = line_edit("asset_facts.creator", detail.creator or "")
        self._holder = line_edit("asset_facts.holder", detail.rights_holder or "")
        self._licence = TextArea(
            "asset_facts.licence", _("Written permission of …, number, what is allowed"), lines=2
        )
        self._licence.setPlainText(detail.licence or "")
        self._licence.setFixedHeight(scaled(_AREA_HEIGHT))
        self._extent = Segments(
            "asset_facts.extent",
            (
                Part(_UNKNOWN, _("Not known yet")),
                Part(_UNTIL, _("Until a day")),
                Part(_UNLIMITED, _("Without end")),
            ),
            _("End of the rights"),
        )
        self._until = DayField("asset_facts.until", _qt_day(row.rights_until or today))
        self._title_field = Field(_("&Title"), self._title)
        self._lay_out()
        self._show_extent(detail)
        self._extent.chosen.connect(self._on_extent_chosen)

    def _lay_out(self) -> None:
        end = QHBoxLayout()
        end.setSpacing(10)
        end.addWidget(self._extent)
        end.addWidget(self._until)
        end.addStretch(1)
        ending = named(QWidget(), "asset_facts.end")
        ending.setLayout(end)
        end.setContentsMargins(0, 0, 0, 0)
        people = QHBoxLayout()
        people.setSpacing(12)
        people.addWidget(Field(_("&Made by"), self._creator))
        people.addWidget(Field(_("&Rights holder"), self._holder))
        self.box.addWidget(self._title_field)
        self.box.addWidget(Field(_("&Alt text"), self._alt_text))
        self.box.addLayout(people)
        self.box.addWidget(Field(_("&Permitted use, and where that is written"), self._licence))
        self.box.addWidget(Field(_("End of the rights"), ending))
        self.add_cancel()
        self.add_verb(_("&Save"), "primary", name="save", slot=self._on_save, default=True)
        self._title.setFocus()

    def focus_rights(self) -> None:
        """Begin with what is permitted."""
        self._holder.setFocus()

    def _show_extent(self, detail: AssetDetail) -> None:
        until, unlimited = detail.row.rights_until, detail.row.rights_unlimited
        self._extent.set_value(_UNLIMITED if unlimited else _UNTIL if until else _UNKNOWN)
        self._on_extent_chosen(self._extent.value())

    @Slot(object)
    def _on_extent_chosen(self, extent: object) -> None:
        self._until.setVisible(extent == _UNTIL)

    @Slot()
    def _on_save(self) -> None:
        title = self._title.text().strip()
        sentence = "" if title else _("Give the file a title by which it is found again.")
        if not show_errors([(self._title_field, sentence)]):
            return
        extent = self._extent.value()
        self.saved.emit(
            AssetFacts(
                title=title,
                alt_text=self._alt_text.toPlainText(),
                creator=self._creator.text(),
                rights_holder=self._holder.text(),
                licence=self._licence.toPlainText(),
                rights_until=self._chosen_day() if extent == _UNTIL else None,
                rights_unlimited=extent == _UNLIMITED,
            )
        )
        self.accept()

    def _chosen_day(self) -> date:
        chosen = self._until.date()
        return date(chosen.year(), chosen.month(), chosen.day())


def _qt_day(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
