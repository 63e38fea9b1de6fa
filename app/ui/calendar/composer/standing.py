"""The strip on top of the composer: why nothing can be typed, and the act that opens it again.

The acts that take a content back stand here and not where it is submitted: there a second click
in a hurry would undo the first.
"""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.labels import label
from app.language import _
from app.models.content import ContentAct, ContentState
from app.models.roles import AUTHORS, DECIDERS, Role
from app.ui.calendar.composer.allowed import allowed_acts, may_categorise, may_edit
from app.ui.calendar.composer.editing import Editing
from app.ui.widgets import Button, Notice, named

_WAITING = (ContentState.SUBMITTED, ContentState.READY)


class _Words(NamedTuple):
    """What the strip says; empty words hide it."""

    text: str = ""
    strong: str = ""
    tone: str = "planned"


class Standing(Notice):
    """Tells how a content stands wherever that keeps from typing, or why it came back."""

    asked = Signal(object)  # ContentAct.RECALL or ContentAct.REOPEN
    deciding_asked = Signal()  # an official wants to decide on it

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("composer.standing", "planned", parent=parent)
        self._said = _Words()
        self._recall = named(
            Button(label(ContentAct.RECALL), "plain", "undo-2", size="small"), "composer.recall"
        )
        self._reopen = named(
            Button(f"{label(ContentAct.REOPEN)}…", "plain", "pencil-line", size="small"),
            "composer.reopen",
        )
        self._decide = named(Button(_("&Open in Approvals"), size="small"), "composer.decide")
        for button in (self._recall, self._reopen, self._decide):
            self.add_act(button)
        self._recall.clicked.connect(lambda: self.asked.emit(ContentAct.RECALL))
        self._reopen.clicked.connect(lambda: self.asked.emit(ContentAct.REOPEN))
        self._decide.clicked.connect(self.deciding_asked)
        self.hide()

    def show_standing(self, editing: Editing, roles: frozenset[Role], *, is_busy: bool) -> None:
        """Show how it stands for somebody with these roles."""
        acts = allowed_acts(editing, roles)
        for button, act in (
            (self._recall, ContentAct.RECALL),
            (self._reopen, ContentAct.REOPEN),
        ):
            button.setVisible(act in acts)
            button.setEnabled(not is_busy)
        self._decide.setVisible(bool(roles & DECIDERS) and editing.state in _WAITING)
        words = _words(editing, roles, acts)
        if words != self._said:
            self._said = words
            self.tell(words.text, words.tone, words.strong)


def _words(editing: Editing, roles: frozenset[Role], acts: frozenset[ContentAct]) -> _Words:
    view = editing.view
    if view is None:
        return _Words()
    if may_edit(editing, roles):
        if not view.returned_reason:
            return _Words()
        return _Words(_("Returned: %(reason)s") % {"reason": view.returned_reason}, tone="waiting")
    text = _why_settled(editing, roles, acts)
    if may_categorise(editing, roles):
        text = " ".join((text, _("Its category can still be chosen.")))
    return _Words(text, _("Read only"))


def _why_settled(editing: Editing, roles: frozenset[Role], acts: frozenset[ContentAct]) -> str:
    """Why it can't be changed, and what to do."""
    view, state = editing.view, editing.state
    if state is ContentState.CANCELLED:
        return _("Cancelled: %(reason)s") % {"reason": (view.closing_reason if view else "") or "–"}
    if state in _WAITING and roles & DECIDERS:
        return _("It waits for a decision, which is made in Approvals.")
    if not roles & AUTHORS:
        return _("Your role may read contents here.")
    return _SETTLED[state](acts)


_SETTLED: dict[ContentState, Callable[[frozenset[ContentAct]], str]] = {
    ContentState.SUBMITTED: lambda acts: _waiting(acts),
    ContentState.READY: lambda acts: _waiting(acts),
    ContentState.APPROVED: lambda acts: (
        _("Approved as it is. Editing it again voids the approval.")
        if ContentAct.REOPEN in acts
        else _("All of it went out or is settled; its text stays as it was.")
    ),
    ContentState.RECORDED: lambda acts: _("It is on record as it went out; its text stays so."),
}


def _waiting(acts: frozenset[ContentAct]) -> str:
    if ContentAct.RECALL in acts:
        return _("It waits for the official's decision; take it back to change it.")
    return _("It waits for the official's decision; its author or an admin can take it back.")
