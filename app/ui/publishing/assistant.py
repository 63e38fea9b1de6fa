"""The assistant for one post: where it goes, the steps, its proof, and what else may be done."""

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.labels import label
from app.language import _, pgettext, short_moment_text
from app.models.variant import VariantAct, VariantState
from app.services.publishing import Hold, Material
from app.services.publishing import Slot as PostSlot
from app.ui.bridge import OfficeBridge
from app.ui.publishing.material_box import MaterialBox
from app.ui.publishing.proof_box import ProofBox
from app.ui.publishing.words import account_text, late_text, slot_chip
from app.ui.widgets import (
    Button,
    Chip,
    ElidedLabel,
    Label,
    Notice,
    Pane,
    PlatformBadge,
    Rule,
    Scroll,
    clear,
    named,
    set_ground,
)


class Act(StrEnum):
    """What may be done with a post beside recording its link."""

    MOVE = "move"
    SKIP = "skip"
    UNKNOWN = "unknown"
    SCHEDULE = "schedule"
    UNDO = "undo"
    KEEP = "keep"
    OPEN = "open"


KEYS = {Act.MOVE: "M", Act.SKIP: "S", Act.UNKNOWN: "U", Act.SCHEDULE: "P", Act.KEEP: "K"}


def acts_of(slot: PostSlot, *, may_publish: bool) -> frozenset[Act]:
    """What this person may do with it now; the acts themselves check again."""
    if not may_publish:
        return frozenset({Act.OPEN})
    acts = {Act.SKIP, Act.OPEN}
    if slot.state is VariantState.PLANNED:
        acts |= {Act.MOVE, Act.UNKNOWN}
        if slot.schedule is None and slot.hold is Hold.NONE:
            acts.add(Act.SCHEDULE)
    if slot.schedule is not None:
        acts.add(Act.UNDO)
    if slot.hold is Hold.TO_DECIDE:
        acts.add(Act.KEEP)
    return frozenset(acts)


class AssistantPane(QWidget):
    """Shows the current post; its buttons say what was asked."""

    asked = Signal(object)  # an Act

    def __init__(
        self,
        bridge: OfficeBridge,
        now: Callable[[], datetime],
        *,
        may_publish: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        set_ground(self, "window")
        self._now, self._may_publish = now, may_publish
        self._slot: PostSlot | None = None
        self._title = named(Label("", "title", wrap=True), "publishing.title")
        self._target = QHBoxLayout()
        self._target.setSpacing(8)
        self._when = named(Label("", "body", "text2", wrap=True), "publishing.when")
        self._notice = Notice("publishing.notice", "waiting", rounded=True)
        self.material = MaterialBox(bridge)
        self.proof = ProofBox(bridge, now)
        self._buttons = {act: self._button(act) for act in Act}
        self._build()

    def _button(self, act: Act) -> Button:
        in_notice = act in (Act.KEEP, Act.UNDO)
        kind, size = ("plain", "small") if in_notice else ("ghost", "normal")
        button = Button(_verb(act), kind, size=size, key=KEYS.get(act, ""))
        named(button, f"publishing.{act}")
        button.clicked.connect(lambda: self.asked.emit(act))
        return button

    def _build(self) -> None:
        for act in (Act.KEEP, Act.UNDO):
            self._notice.add_act(self._buttons[act])
        inner = QWidget()
        middle = QVBoxLayout(inner)
        middle.setContentsMargins(20, 10, 20, 12)
        middle.setSpacing(12)
        titled = QHBoxLayout()
        titled.setSpacing(8)
        titled.addWidget(self._title, 1)
        titled.addWidget(self._buttons[Act.OPEN])
        head = QVBoxLayout()
        head.setSpacing(5)
        head.addLayout(titled)
        head.addLayout(self._target)
        head.addWidget(self._when)
        middle.addLayout(head)
        for part in (self._notice, self.material, Rule(), self.proof):
            middle.addWidget(part)
        middle.addStretch(1)
        foot = Pane("surface", across=True, margins=(16, 8, 16, 8), gap=4)
        for act in (Act.MOVE, Act.SKIP, Act.UNKNOWN, Act.SCHEDULE):
            foot.box.addWidget(self._buttons[act])
        foot.box.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Scroll(inner, "window"), 1)
        column.addWidget(Rule())
        column.addWidget(foot)

    def first(self) -> QWidget:
        """What F6 comes to."""
        return self.findChild(Button, "publishing.copy") or self

    def show_slot(self, slot: PostSlot) -> None:
        """Show another post, or the same one as it is now: what was typed stays then."""
        is_other = self._slot is None or self._slot.variant_id != slot.variant_id
        self._slot = slot
        self._title.setText(slot.title)
        clear(self._target)
        name = account_text(slot.post_kind, slot.handle)
        self._target.addWidget(PlatformBadge(slot.platform, name))
        self._target.addWidget(ElidedLabel(name, "strong"))
        self._target.addWidget(Chip(slot_chip(slot, self._now())))
        self._target.addWidget(ElidedLabel(slot.reference, "meta", "text2"), 1)
        words = {"when": short_moment_text(slot.planned_at), "late": late_text(slot, self._now())}
        self._when.setText(_("Planned for %(when)s WIB, %(late)s.") % words)
        self._notice.tell(_notice(slot))
        acts = acts_of(slot, may_publish=self._may_publish)
        for act, button in self._buttons.items():
            button.setVisible(act in acts)
        self.proof.setVisible(self._may_publish)
        if is_other:
            self.material.show_material(None)
            self.proof.show_slot(slot)

    @Slot(object)
    def show_material(self, material: Material) -> None:
        """The answer to what goes out; of a post that was left meanwhile it is dropped."""
        if self._slot is not None and material.variant_id == self._slot.variant_id:
            self.material.show_material(material)

    @Slot(bool)
    def set_busy(self, busy: bool) -> None:
        for button in self._buttons.values():
            button.setDisabled(busy)
        self.proof.set_busy(busy)


def _notice(slot: PostSlot) -> str:
    if slot.hold is Hold.PAUSED:
        return _(
            "An emergency pause holds it: don't publish it. If it went out all the same, record "
            "its link."
        )
    if slot.hold is Hold.TO_DECIDE:
        return _("Its moment passed in an emergency pause: move it, skip it, or keep it.")
    if slot.schedule is not None:
        return _("Scheduled in %(place)s for %(when)s WIB: paste its link when it is out.") % {
            "place": slot.schedule.place,
            "when": short_moment_text(slot.schedule.set_for),
        }
    return ""


def _verb(act: Act) -> str:
    return {
        Act.MOVE: _("Move…"),
        Act.SKIP: f"{label(VariantAct.SKIP)}…",
        Act.UNKNOWN: label(VariantAct.RECORD_UNKNOWN),
        Act.SCHEDULE: _("On platform…"),
        Act.UNDO: _("Cancelled there"),
        Act.KEEP: _("Keep"),
        Act.OPEN: pgettext("act", "Open content"),
    }[act]
