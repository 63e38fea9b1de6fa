"""What became of each variant once it may go out: link, unsure, skipped, withdrawn."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.labels import label
from app.language import _, moment_text
from app.models.flow import open_acts
from app.models.roles import Role
from app.models.variant import FLOW, VariantAct, VariantState
from app.services.contents import ContentView, VariantRow
from app.services.platforms import entries
from app.ui.publishing.words import took_text
from app.ui.widgets import (
    Box,
    Button,
    ElidedLabel,
    Label,
    PlatformBadge,
    StateChip,
    clear,
    named,
)

_NAMES = {
    VariantAct.RECORD_PUBLISHED: "record",
    VariantAct.RECORD_UNKNOWN: "unknown",
    VariantAct.SKIP: "skip",
    VariantAct.WITHDRAW: "withdraw",
}


class Outcomes(QWidget):
    """One box a variant, with the acts that its flow allows this person."""

    asked = Signal(object, object)  # a VariantAct and the VariantRow
    publishing_asked = Signal(int)  # the key of a variant, for the assistant

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes = QVBoxLayout()
        self._boxes.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 10, 18, 12)
        column.setSpacing(8)
        self._first: int | None = None  # the first variant that the assistant may help with
        self._publish = named(Button(_("Publish…"), size="small"), "composer.publish")
        self._publish.clicked.connect(self._on_publish)
        self._publish.hide()
        head = QHBoxLayout()
        head.addWidget(Label(_("Publication"), "heading"), 1)
        head.addWidget(self._publish)
        column.addLayout(head)
        column.addLayout(self._boxes)

    @Slot()
    def _on_publish(self) -> None:
        if self._first is not None:
            self.publishing_asked.emit(self._first)

    def show_view(self, view: ContentView, roles: frozenset[Role], *, may_publish: bool) -> None:
        clear(self._boxes)
        self._first = None
        for row in view.variants:
            acts = open_acts(FLOW, row.state, roles)
            if not may_publish:
                acts -= {VariantAct.RECORD_PUBLISHED, VariantAct.RECORD_UNKNOWN}
            if self._first is None and VariantAct.RECORD_UNKNOWN in acts:
                self._first = row.id
            self._boxes.addWidget(self._box(row, [act for act in VariantAct if act in acts]))
        self._publish.setVisible(self._first is not None)

    def _box(self, row: VariantRow, acts: list[VariantAct]) -> QWidget:
        box = Box("surface")
        column = QVBoxLayout(box)
        column.setContentsMargins(12, 9, 10, 9)
        column.setSpacing(5)
        facts = entries().get(row.post_kind)
        name = facts.label if facts else row.post_kind
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(PlatformBadge(row.platform, name))
        head.addWidget(ElidedLabel(f"{name} · {row.handle}", "strong"), 1)
        head.addWidget(StateChip("variant", row.state))
        column.addLayout(head)
        for words in _told(row):
            line = ElidedLabel(words, "meta", "text2")
            column.addWidget(line)
        if acts:
            buttons = QHBoxLayout()
            buttons.setSpacing(4)
            for act in acts:
                button = Button(_verb(act), _kind(act, row), size="small")
                named(button, f"composer.{_NAMES[act]}.{row.id}")
                button.clicked.connect(lambda _on=False, act=act: self.asked.emit(act, row))
                buttons.addWidget(button)
            buttons.addStretch(1)
            column.addLayout(buttons)
        return box


def _kind(act: VariantAct, row: VariantRow) -> str:
    is_next = act is VariantAct.RECORD_PUBLISHED and row.state is not VariantState.PUBLISHED
    return "plain" if is_next else "ghost"


def _verb(act: VariantAct) -> str:
    """The act's word; a dialog follows all but one."""
    return label(act) if act is VariantAct.RECORD_UNKNOWN else f"{label(act)}…"


def _told(row: VariantRow) -> list[str]:
    lines = []
    if row.published_at is not None:
        lines.append(_("went out %(when)s") % {"when": moment_text(row.published_at)})
    elif row.planned_at is not None:
        lines.append(_("planned for %(when)s") % {"when": moment_text(row.planned_at)})
    if row.proof_url:
        lines.append(row.proof_url)
    if row.proof_asset_id is not None:
        lines.append(_("with a screenshot among the assets"))
    if row.took is not None:
        lines.append(took_text(row.took))
    if row.scheduled is not None:
        lines.append(
            _("scheduled in %(place)s for %(when)s")
            % {"place": row.scheduled.place, "when": moment_text(row.scheduled.set_for)}
        )
    if row.closing_reason:
        lines.append(row.closing_reason)
    return lines
