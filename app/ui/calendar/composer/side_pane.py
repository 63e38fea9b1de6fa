"""The right pane: the post as the public sees it, what is lacking or became of it, the acts."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.labels import label
from app.lacks import lack_text
from app.language import _, pgettext
from app.models.content import ContentAct, ContentState
from app.models.roles import Role
from app.models.variant import VariantState
from app.ui.calendar.composer.allowed import allowed_acts, may_edit
from app.ui.calendar.composer.checklist import Checklist
from app.ui.calendar.composer.checks import hindrances
from app.ui.calendar.composer.editing import Editing
from app.ui.calendar.composer.outcomes import Outcomes
from app.ui.calendar.composer.post_column import PostColumn
from app.ui.shelf import Thumbnails
from app.ui.theme import scaled
from app.ui.widgets import Button, Label, Pane, Rule, Scroll, named, set_ground

WIDTH = 374
_GOING_OUT = frozenset({ContentState.APPROVED, ContentState.RECORDED})
_FORWARD = (ContentAct.SUBMIT, ContentAct.FINISH)
_ICONS = {ContentAct.SUBMIT: "send", ContentAct.FINISH: "stamp"}
_NAMES = {
    ContentAct.SUBMIT: "submit",
    ContentAct.FINISH: "finish",
    ContentAct.CANCEL: "cancel",
}


class SidePane(QWidget):
    """Shows what the form holds; its buttons are enabled from the flow table."""

    asked = Signal(object)  # a ContentAct
    save_asked = Signal()

    def __init__(
        self, editing: Editing, thumbnails: Thumbnails, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setFixedWidth(scaled(WIDTH))
        set_ground(self, "window")
        self._editing = editing
        self._preview_heading = Label("", "meta", "text2")
        self._posts = PostColumn(editing, thumbnails)
        self.checklist = Checklist()
        self.outcomes = Outcomes()
        self._why = named(Label("", "meta", "text2", wrap=True), "composer.why")
        self._save = named(Button(_("&Save")), "composer.save")
        self._acts: Mapping[ContentAct, Button] = {
            act: named(Button("", "primary", _ICONS.get(act, "")), f"composer.{name}")
            for act, name in _NAMES.items()
        }
        self._acts[ContentAct.CANCEL].set_kind("ghost")
        self._build()
        self._save.clicked.connect(self.save_asked)
        for act, button in self._acts.items():
            button.clicked.connect(lambda _on=False, act=act: self.asked.emit(act))

    def _build(self) -> None:
        inner = QWidget()
        middle = QVBoxLayout(inner)
        middle.setContentsMargins(18, 12, 18, 12)
        middle.setSpacing(8)
        middle.addWidget(self._preview_heading)
        middle.addWidget(self._posts)
        middle.addStretch(1)
        below = QWidget()
        lower = QVBoxLayout(below)
        lower.setContentsMargins(0, 0, 0, 0)
        lower.addWidget(self.checklist)
        lower.addWidget(self.outcomes)
        lower.addStretch(1)
        foot = self.foot = Pane("surface", margins=(18, 8, 18, 8), gap=4)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._acts[ContentAct.CANCEL])
        buttons.addStretch(1)
        buttons.addWidget(self._save)
        for act in _FORWARD:
            buttons.addWidget(self._acts[act])
        foot.box.addWidget(self._why)
        foot.box.addLayout(buttons)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Scroll(inner, "window"), 2)
        column.addWidget(Rule())
        column.addWidget(Scroll(below, "window"), 3)
        column.addWidget(Rule())
        self.take_foot()

    def take_foot(self) -> None:
        """The acts stand below the checks; in a narrow window the page puts them elsewhere."""
        if self.foot.parentWidget() is not self:
            self._column.addWidget(self.foot)

    def first(self) -> QWidget:
        shown = [button for button in self._acts.values() if button.isEnabled()]
        return next((button for button in shown if not button.isHidden()), self._save)

    def refresh(self, roles: frozenset[Role], *, is_busy: bool) -> None:
        """Show preview, checks and acts for what stands in the form now."""
        self.show_preview()
        state = self._editing.state
        is_going_out = state in _GOING_OUT or self._has_outcome()
        self.checklist.setVisible(not is_going_out and state is not ContentState.CANCELLED)
        self.outcomes.setVisible(is_going_out)
        if is_going_out and self._editing.view is not None:
            view = self._editing.view
            ready = view.has_one_check and state is ContentState.READY
            self.outcomes.show_view(view, roles, may_publish=state in _GOING_OUT or ready)
        else:
            self.checklist.show_checks(self._editing, leads=may_edit(self._editing, roles))
        self._show_acts(roles, is_busy=is_busy)

    def _has_outcome(self) -> bool:
        """Something of it went out before; also a ready item where one check is all."""
        view = self._editing.view
        if view is None:
            return False
        may_go_out = view.has_one_check and view.state is ContentState.READY
        return may_go_out or any(row.state is not VariantState.PLANNED for row in view.variants)

    # Preview

    def show_preview(self) -> None:
        self._preview_heading.setText(self._posts.show_posts())

    # Acts

    def _show_acts(self, roles: frozenset[Role], *, is_busy: bool) -> None:
        """What opens a settled content again stands in the strip on top, not here."""
        editing = self._editing
        allowed = allowed_acts(editing, roles)
        editable = may_edit(editing, roles)
        hindered = hindrances(editing)
        for act, button in self._acts.items():
            button.setText(_verb(act, editing.state))
            button.setVisible(act in allowed)
            button.setEnabled(not is_busy and not (act in _FORWARD and hindered))
        self._save.setVisible(editable)
        self._save.setEnabled(editing.is_dirty and not is_busy)
        self._why.setText(lack_text(hindered[0]) if editable and hindered else "")
        self._why.setVisible(bool(self._why.text()))
        self.foot.setVisible(editable or bool(allowed & self._acts.keys()))

    def primary(self) -> Button | None:
        """The act that comes next, if it can be pressed."""
        for act in (ContentAct.SUBMIT, ContentAct.FINISH):
            button = self._acts[act]
            if not button.isHidden() and button.isEnabled():
                return button
        return None


def _verb(act: ContentAct, state: ContentState) -> str:
    if act is ContentAct.SUBMIT and state is ContentState.RETURNED:
        return pgettext("act", "Submit again")
    return f"{label(act)}…" if act is ContentAct.CANCEL else label(act)
