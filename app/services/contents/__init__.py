"""The content desk: ideas and their variants, from collected to published (Lampiran D).

Acts take what a form holds (`ContentForm`) and the version that was shown. Deciding is the gate's
(`app.services.approvals`); when things are planned is asked of `app.services.calendar`.
"""

from app.services.contents.categorising import CATEGORISERS, can_categorise, categorise
from app.services.contents.completeness import (
    Attached,
    AttachedFacts,
    Lack,
    LackCode,
    lacks_to_finish,
    lacks_to_submit,
    text_of,
)
from app.services.contents.forms import ContentForm, MediaForm, VariantForm
from app.services.contents.passing import Moved, cancel, finish, move, submit
from app.services.contents.publishing import (
    DoubtfulLink,
    record_published,
    record_unknown,
    skip,
    withdraw,
)
from app.services.contents.typed import draft_body, typed_form
from app.services.contents.unsaved import Unsaved, unsaved
from app.services.contents.whole import (
    AccountChoice,
    Composition,
    ContentView,
    DecisionLine,
    Typed,
    VariantRow,
    account_choices,
    composition,
    content_of_reference,
    content_whole,
)
from app.services.contents.writing import DRAFT_SUBJECT, change_content, make_content

__all__ = [
    "CATEGORISERS",
    "DRAFT_SUBJECT",
    "AccountChoice",
    "Attached",
    "AttachedFacts",
    "Composition",
    "ContentForm",
    "ContentView",
    "DecisionLine",
    "DoubtfulLink",
    "Lack",
    "LackCode",
    "MediaForm",
    "Moved",
    "Typed",
    "Unsaved",
    "VariantForm",
    "VariantRow",
    "account_choices",
    "can_categorise",
    "cancel",
    "categorise",
    "change_content",
    "composition",
    "content_of_reference",
    "content_whole",
    "draft_body",
    "finish",
    "lacks_to_finish",
    "lacks_to_submit",
    "make_content",
    "move",
    "record_published",
    "record_unknown",
    "skip",
    "submit",
    "text_of",
    "typed_form",
    "unsaved",
    "withdraw",
]
