"""What a person may do with the content in the composer, as it stands now."""

from app.models.content import EDITABLE, FLOW, ContentAct
from app.models.flow import open_acts
from app.models.roles import AUTHORS, Role
from app.models.variant import VariantState
from app.services.contents import CATEGORISERS, can_categorise
from app.ui.calendar.composer.editing import Editing

_OUT = frozenset({VariantState.PUBLISHED, VariantState.UNKNOWN})


def may_edit(editing: Editing, roles: frozenset[Role]) -> bool:
    """Whether this person can change the content."""
    return bool(roles & AUTHORS) and editing.state in EDITABLE


def may_categorise(editing: Editing, roles: frozenset[Role]) -> bool:
    """Whether this person can give it a category although its text is settled."""
    view = editing.view
    if view is None or not roles & CATEGORISERS:
        return False
    return can_categorise(view.state, [row.state for row in view.variants])


def allowed_acts(editing: Editing, roles: frozenset[Role]) -> frozenset[ContentAct]:
    """The steps of the flow that are open to this person and make sense."""
    view = editing.view
    is_mine = view is None or view.is_mine
    found = open_acts(FLOW, editing.state, roles, is_author=is_mine) - _over(editing)
    return frozenset(act for act in ContentAct if act in found)


def _over(editing: Editing) -> frozenset[ContentAct]:
    """What makes no sense: cancelling what went out or was never stored, editing what is over."""
    states = {row.state for row in editing.view.variants} if editing.view else set()
    over = set()
    if editing.view is None or states & _OUT:
        over.add(ContentAct.CANCEL)
    if states and VariantState.PLANNED not in states:
        over.add(ContentAct.REOPEN)
    return frozenset(over)
