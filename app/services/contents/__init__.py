"""The content desk: ideas and their variants, from collected to published (Lampiran D).

Acts take what a form holds (`ContentForm`) and the version that was shown. Deciding is the gate's
(`app.services.approvals`); when things are planned is asked of `app.services.calendar`.
"""

from app.services.contents.campaign_links import campaign_link
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
from app.services.contents.composing import (
    AccountChoice,
    Composition,
    Typed,
    account_choices,
    composition,
)
from app.services.contents.dividing import divided
from app.services.contents.forms import ContentForm, HoaxForm, MediaForm, VariantForm
from app.services.contents.passing import Moved, cancel, finish, move, submit
from app.services.contents.placeholders import Filled, fill, moment_values
from app.services.contents.publishing import (
    DoubtfulLink,
    record_published,
    record_unknown,
    skip,
    withdraw,
)
from app.services.contents.ready_texts import (
    GroupRow,
    ReadyTexts,
    TemplateFacts,
    TemplateRow,
    keep_group,
    keep_template,
    ready_texts,
    retire_group,
    retire_template,
)
from app.services.contents.replanning import replan
from app.services.contents.typed import draft_body, typed_form
from app.services.contents.unsaved import Unsaved, unsaved
from app.services.contents.whole import (
    ContentView,
    DecisionLine,
    VariantRow,
    content_of_reference,
    content_whole,
    version_of,
)
from app.services.contents.writing import DRAFT_SUBJECT, change_content, collect, make_content

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
    "Filled",
    "GroupRow",
    "HoaxForm",
    "Lack",
    "LackCode",
    "MediaForm",
    "Moved",
    "ReadyTexts",
    "TemplateFacts",
    "TemplateRow",
    "Typed",
    "Unsaved",
    "VariantForm",
    "VariantRow",
    "account_choices",
    "campaign_link",
    "can_categorise",
    "cancel",
    "categorise",
    "change_content",
    "collect",
    "composition",
    "content_of_reference",
    "content_whole",
    "divided",
    "draft_body",
    "fill",
    "finish",
    "keep_group",
    "keep_template",
    "lacks_to_finish",
    "lacks_to_submit",
    "make_content",
    "moment_values",
    "move",
    "ready_texts",
    "record_published",
    "record_unknown",
    "replan",
    "retire_group",
    "retire_template",
    "skip",
    "submit",
    "text_of",
    "typed_form",
    "unsaved",
    "version_of",
    "withdraw",
]
