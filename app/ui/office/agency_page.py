"""Instansi: the agency's own facts, its kop and paper, and the rules it sets for itself."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.labels import label
from app.language import _
from app.models.agency import OFFICE_KINDS, AgencyKind
from app.models.policy import PolicyKey, PolicyValue
from app.services.agencies import AgencyFacts, AgencyRow
from app.services.overview import Overview
from app.ui.widgets import (
    Button,
    Card,
    Choice,
    DropArea,
    Field,
    FileKind,
    Label,
    Scroll,
    line_edit,
    named,
)

_KOP_HEIGHT = 96


class AgencyPage(QWidget):
    """A form that stays open; it is saved by a button, rules are set one by one."""

    saved = Signal(int, object, str)  # version that was shown, AgencyFacts, paper
    kop_chosen = Signal(object)  # Path
    kop_removed = Signal()
    rule_set = Signal(object, object)  # PolicyKey, value

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: AgencyRow | None = None
        self._lines: dict[str, QLineEdit] = {}
        self._fields: dict[str, Field[QWidget]] = {}
        self._kind = Choice(
            "office.own.kind",
            [(label(kind), kind) for kind in AgencyKind if kind in OFFICE_KINDS],
        )
        self._paper = Choice("office.own.paper", [("A4", "a4"), ("F4 (215 × 330 mm)", "f4")])
        self._kop = QLabel()
        self._spacing_shown = 0
        self._build()

    def _build(self) -> None:
        inner = QWidget()
        row = QHBoxLayout(inner)
        row.setContentsMargins(20, 14, 20, 20)
        row.setSpacing(16)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(16)
        right.setSpacing(16)
        left.addWidget(self._facts_card())
        left.addStretch(1)
        right.addWidget(self._kop_card())
        right.addWidget(self._rules_card())
        right.addStretch(1)
        row.addLayout(left, 58)
        row.addLayout(right, 42)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Scroll(inner, "window"))

    def _facts_card(self) -> Card:
        card = Card(_("Agency"), margins=(16, 12, 16, 16))
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(12)
        lines = (
            ("name", _("Name"), 0, 0, 2),
            ("short_name", _("Short name"), 1, 0, 1),
            ("head_title", _("Title of its head"), 2, 0, 1),
            ("town", _("Town"), 2, 1, 1),
            ("address", _("Address"), 3, 0, 2),
            ("phone", _("Telephone"), 4, 0, 1),
            ("email", _("E-mail"), 4, 1, 1),
            ("site", _("Site"), 5, 0, 1),
            ("code", _("Code of the unit"), 5, 1, 1),
        )
        for name, words, line, column, span in lines:
            edit = line_edit(f"office.own.{name}")
            self._lines[name] = edit
            self._fields[name] = Field(words, edit)
            grid.addWidget(self._fields[name], line, column, 1, span)
        grid.addWidget(Field(_("Kind"), self._kind), 1, 1)
        grid.addWidget(Field(_("Paper of letters and report"), self._paper), 6, 0)
        card.box.addLayout(grid)
        save = named(Button(_("Save"), "primary"), "office.own.save")
        save.clicked.connect(self._on_save_clicked)
        self._unsaved = named(Label("", "meta", "waiting"), "office.own.unsaved")
        for edit in self._lines.values():
            edit.textEdited.connect(self._on_edited)
        self._kind.chosen.connect(self._on_edited)
        self._paper.chosen.connect(self._on_edited)
        row = QHBoxLayout()
        row.addWidget(save)
        row.addSpacing(10)
        row.addWidget(self._unsaved, 1)
        card.box.addSpacing(12)
        card.box.addLayout(row)
        return card

    def _kop_card(self) -> Card:
        card = Card(_("Letterhead (kop surat)"), margins=(16, 12, 16, 16))
        self._kop.setFixedHeight(_KOP_HEIGHT)
        self._kop.setTextFormat(Qt.TextFormat.PlainText)
        self._kop.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._kop_note = Label("", "meta", "text2", wrap=True)
        drop = DropArea(
            "office.own.kop",
            _("Drop a picture of the letterhead here (PNG or JPG)"),
            "image",
            kinds=(FileKind.PICTURE,),
            many=False,
        )
        drop.dropped.connect(self._on_kop_dropped)
        self._remove = named(
            Button(_("Without picture"), "ghost", size="small"), "office.own.kop.remove"
        )
        self._remove.clicked.connect(self.kop_removed)
        buttons = QHBoxLayout()
        buttons.addWidget(self._remove)
        buttons.addStretch(1)
        for part in (self._kop, self._kop_note, drop):
            card.box.addWidget(part)
        card.box.addSpacing(8)
        card.box.addLayout(buttons)
        return card

    def _rules_card(self) -> Card:
        card = Card(_("Rules of the agency"), margins=(16, 12, 16, 16))
        card.box.setSpacing(10)
        self._checks = Choice(
            "office.rule.checks",
            [
                (_("Selection, then approval of what will be seen"), 2),
                (_("One check: the selection approves"), 1),
            ],
        )
        self._levels = Choice("office.rule.levels", [(str(number), number) for number in (1, 2, 3)])
        self._alt = named(
            QCheckBox(_("Every picture needs alt text")), "office.rule.alt_text_required"
        )
        self._move = named(
            QCheckBox(_("Moving an approved content voids its approval")),
            "office.rule.move_voids_approval",
        )
        self._noted = named(
            QCheckBox(_("Decisions by message, by word of mouth or on paper may be noted")),
            "office.rule.recorded_decisions",
        )
        self._greet = named(
            QCheckBox(_("Greet in Sundanese on Beranda")), "office.rule.sundanese_greeting"
        )
        self._holidays = named(
            QCheckBox(_("Warn of contents planned on holidays and cuti bersama")),
            "office.rule.warn_on_holidays",
        )
        self._spacing = named(QSpinBox(), "office.rule.spacing_minutes")
        self._spacing.setRange(0, 24 * 60 - 1)
        self._spacing.setSpecialValueText(_("no warning"))
        self._spacing.setSuffix(_(" minutes"))
        card.box.addWidget(Field(_("Checks (Lampiran huruf D)"), self._checks))
        card.box.addWidget(Field(_("Levels of the approval"), self._levels))
        card.box.addWidget(Field(_("Least time between two posts on one account"), self._spacing))
        for box in (self._alt, self._move, self._noted, self._holidays, self._greet):
            card.box.addWidget(box)
        words = _(
            "A rule holds from the moment it is set; what was decided before keeps the old one."
        )
        card.box.addWidget(Label(words, "meta", "text2", wrap=True))
        self._checks.chosen.connect(self._teller(PolicyKey.CHECKS))
        self._levels.chosen.connect(self._teller(PolicyKey.LEVELS))
        self._alt.clicked.connect(self._teller(PolicyKey.ALT_TEXT_REQUIRED))
        self._move.clicked.connect(self._teller(PolicyKey.MOVE_VOIDS_APPROVAL))
        self._noted.clicked.connect(self._teller(PolicyKey.RECORDED_DECISIONS))
        self._greet.clicked.connect(self._teller(PolicyKey.SUNDANESE_GREETING))
        self._holidays.clicked.connect(self._teller(PolicyKey.WARN_ON_HOLIDAYS))
        self._spacing.editingFinished.connect(self._on_spacing_typed)
        return card

    @Slot()
    def _on_spacing_typed(self) -> None:
        """Leaving the field without a change sets nothing."""
        if self._spacing.value() != self._spacing_shown:
            self._spacing_shown = self._spacing.value()
            self.rule_set.emit(PolicyKey.SPACING_MINUTES, self._spacing_shown)

    def _teller(self, key: PolicyKey) -> Callable[[object], None]:
        def tell(value: object) -> None:
            self.rule_set.emit(key, value)

        return tell

    def show_overview(self, view: Overview) -> None:
        """Fill the form; what somebody is typing stays, unless the agency itself changed."""
        if self._row is None or self._row.version != view.agency.version:
            self._row = view.agency
            for name, edit in self._lines.items():
                edit.setText(getattr(view.agency, name) or "")
                edit.setCursorPosition(0)
            self._kind.set_value(view.agency.kind)
            self._paper.set_value(view.agency.paper)
            self._unsaved.setText("")
        self._show_rules(view.policies)
        has_kop = view.agency.letterhead_sha256 is not None
        self._remove.setEnabled(has_kop)
        self._kop.setVisible(has_kop)
        self._kop_note.setText(
            _("Printed at full width on top of letters and the report.")
            if has_kop
            else _("Without a picture the letterhead is composed from the facts at the left.")
        )

    def _show_rules(self, rules: dict[PolicyKey, PolicyValue]) -> None:
        self._checks.set_value(rules[PolicyKey.CHECKS])
        self._levels.set_value(rules[PolicyKey.LEVELS])
        self._levels.setEnabled(rules[PolicyKey.CHECKS] == 2)
        self._alt.setChecked(bool(rules[PolicyKey.ALT_TEXT_REQUIRED]))
        self._move.setChecked(bool(rules[PolicyKey.MOVE_VOIDS_APPROVAL]))
        self._noted.setChecked(bool(rules[PolicyKey.RECORDED_DECISIONS]))
        self._greet.setChecked(bool(rules[PolicyKey.SUNDANESE_GREETING]))
        self._holidays.setChecked(bool(rules[PolicyKey.WARN_ON_HOLIDAYS]))
        self._spacing_shown = int(rules[PolicyKey.SPACING_MINUTES])
        if not self._spacing.hasFocus():
            self._spacing.setValue(self._spacing_shown)

    def show_kop(self, picture: QImage) -> None:
        """The picture itself, once it has been read."""
        ratio = self.devicePixelRatioF()
        fitted = picture.scaled(
            round(self._kop.width() * ratio),
            round(_KOP_HEIGHT * ratio),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        fitted.setDevicePixelRatio(ratio)
        self._kop.setPixmap(QPixmap.fromImage(fitted))
        self._kop.setAccessibleName(_("The letterhead"))

    @Slot(object)
    def _on_edited(self, _value: object) -> None:
        self._unsaved.setText(_("not saved yet"))

    @Slot()
    def _on_save_clicked(self) -> None:
        row = self._row
        if row is None:
            return
        texts = {name: edit.text().strip() for name, edit in self._lines.items()}
        self._fields["name"].set_error("" if texts["name"] else _("Write a name."))
        if not texts["name"]:
            return
        facts = AgencyFacts(
            AgencyKind(str(self._kind.value())),
            parent_id=row.parent_id,
            area=row.area,
            contact_name=row.contact_name,
            contact_means=row.contact_means,
            valid_from=row.valid_from,
            valid_until=row.valid_until,
            **texts,
        )
        self.saved.emit(row.version, facts, str(self._paper.value()))

    @Slot(object)
    def _on_kop_dropped(self, files: object) -> None:
        assert isinstance(files, list | tuple)  # noqa: S101 what the drop area sends
        self.kop_chosen.emit(Path(files[0]))
