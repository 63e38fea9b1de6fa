"""The one gate for contents and answers: revisions, decisions, the official's queue.

Whatever brings a content to `submitted` or `ready`, or an answer to its approval, makes its
revision with `make_revision` (the import of history too); decisions name that revision and are
refused once it is not the current one.
"""

from app.services.approvals.authors import authors_of, is_author, record_author
from app.services.approvals.decisions import (
    approve,
    may_publish,
    recall,
    reopen_content,
    return_to_author,
    select,
    void_approvals,
)
from app.services.approvals.drafts import DraftRow, discard_draft, draft_of, save_draft
from app.services.approvals.queue import (
    DecisionView,
    PersonalQueue,
    QueueRow,
    for_decision,
    queue,
    queue_of,
)
from app.services.approvals.remarks import RemarkRow, add_remark, remarks_of
from app.services.approvals.revisions import (
    approved_revision,
    current_revision,
    is_as_revised,
    make_revision,
)

__all__ = [
    "DecisionView",
    "DraftRow",
    "PersonalQueue",
    "QueueRow",
    "RemarkRow",
    "add_remark",
    "approve",
    "approved_revision",
    "authors_of",
    "current_revision",
    "discard_draft",
    "draft_of",
    "for_decision",
    "is_as_revised",
    "is_author",
    "make_revision",
    "may_publish",
    "queue",
    "queue_of",
    "recall",
    "record_author",
    "remarks_of",
    "reopen_content",
    "return_to_author",
    "save_draft",
    "select",
    "void_approvals",
]
