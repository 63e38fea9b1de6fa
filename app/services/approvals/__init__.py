"""The one gate for contents and answers: revisions, decisions, the official's queue.

Whatever brings a content to `submitted` or `ready`, or an answer to its approval, makes its
revision with `make_revision` (the import of history too); decisions name that revision and are
refused once it is not the current one. They are made in the program (`decisions`), noted for an
official who gave his word elsewhere (`recorded`), or come back on the signed weekly sheet
(`sheets`); what they do is the same (`deciding`).
"""

from typing import TYPE_CHECKING

from app.services.approvals.authors import authors_of, is_author, record_author
from app.services.approvals.deciding import void_approvals
from app.services.approvals.decisions import (
    Settled,
    approve,
    approve_all,
    may_publish,
    recall,
    reopen_content,
    return_to_author,
    select,
)
from app.services.approvals.queue import PersonalQueue, QueueRow, queue, queue_of
from app.services.approvals.revisions import (
    approved_revision,
    current_revision,
    is_as_revised,
    make_revision,
)
from app.services.exports import lazily

if TYPE_CHECKING:
    from app.services.approvals.deciders import DeciderRow, deciders_on
    from app.services.approvals.drafts import DraftRow, discard_draft, draft_of, save_draft
    from app.services.approvals.messages import Message, Shown, message
    from app.services.approvals.recorded import (
        CodeChanged,
        NotAllowedHere,
        Note,
        UnconfirmedRow,
        confirm_decisions,
        record_decisions,
        unconfirmed,
        unconfirmed_of,
    )
    from app.services.approvals.remarks import RemarkRow, add_remark, remarks_of
    from app.services.approvals.sheets import (
        Mark,
        SheetLineRow,
        SheetRow,
        make_sheet,
        open_sheets,
        record_sheet,
        sheet_lines,
    )
    from app.services.approvals.views import DecisionRow, DecisionView, for_decision

__all__ = [
    "CodeChanged",
    "DeciderRow",
    "DecisionRow",
    "DecisionView",
    "DraftRow",
    "Mark",
    "Message",
    "NotAllowedHere",
    "Note",
    "PersonalQueue",
    "QueueRow",
    "RemarkRow",
    "Settled",
    "SheetLineRow",
    "SheetRow",
    "Shown",
    "UnconfirmedRow",
    "add_remark",
    "approve",
    "approve_all",
    "approved_revision",
    "authors_of",
    "confirm_decisions",
    "current_revision",
    "deciders_on",
    "discard_draft",
    "draft_of",
    "for_decision",
    "is_as_revised",
    "is_author",
    "make_revision",
    "make_sheet",
    "may_publish",
    "message",
    "open_sheets",
    "queue",
    "queue_of",
    "recall",
    "record_author",
    "record_decisions",
    "record_sheet",
    "remarks_of",
    "reopen_content",
    "return_to_author",
    "save_draft",
    "select",
    "sheet_lines",
    "unconfirmed",
    "unconfirmed_of",
    "void_approvals",
]

__getattr__ = lazily(
    __name__,
    {
        "deciders": ("DeciderRow", "deciders_on"),
        "drafts": ("DraftRow", "discard_draft", "draft_of", "save_draft"),
        "messages": ("Message", "Shown", "message"),
        "recorded": (
            "CodeChanged",
            "NotAllowedHere",
            "Note",
            "UnconfirmedRow",
            "confirm_decisions",
            "record_decisions",
            "unconfirmed",
            "unconfirmed_of",
        ),
        "remarks": ("RemarkRow", "add_remark", "remarks_of"),
        "sheets": (
            "Mark",
            "SheetLineRow",
            "SheetRow",
            "make_sheet",
            "open_sheets",
            "record_sheet",
            "sheet_lines",
        ),
        "views": ("DecisionRow", "DecisionView", "for_decision"),
    },
)
