"""What goes through a flow: contents, inquiries, comments."""

from collections import defaultdict
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session, aliased

from app.language import _
from app.models.account import Account
from app.models.agency import Agency
from app.models.answer import Answer, AnswerKind
from app.models.clock import Clock, ClockKind
from app.models.comment import Citizen, Comment
from app.models.content import Content
from app.models.gate import Decision, Revision, Verdict
from app.models.imports import ImportRun
from app.models.inquiry import Inquiry
from app.models.person import Person
from app.models.referral import Direction, Referral
from app.models.variant import Variant
from app.services.exporting.handles import KNOWN_HANDLE
from app.services.exporting.table import Table, table


def contents(session: Session) -> Table:
    """One row a variant; an idea without a variant has one row, too."""
    columns = (
        ("reference", _("Reference")),
        ("state", _("State")),
        ("title", _("Title")),
        ("category", _("Category")),
        ("own_category", _("Own category")),
        ("category_word", _("Category as imported")),
        ("source", _("Source")),
        ("policy_reference", _("Policy it follows")),
        ("audience", _("Audience")),
        ("campaign", _("Campaign")),
        ("brief", _("Brief")),
        ("created_at", _("Made at")),
        ("created_by", _("Made by")),
        ("import_file", _("Imported from")),
        ("platform", _("Platform")),
        ("account", _("Account")),
        ("post_kind", _("Kind of post")),
        ("variant_state", _("State of the variant")),
        ("text", _("Text")),
        ("planned_at", _("Planned at")),
        ("planned_on", _("Planned on")),
        ("published_at", _("Published at")),
        ("proof_url", _("Link as proof")),
        ("approved_by", _("Approved by")),
        ("approved_at", _("Approved at")),
        ("revision_code", _("Code of the revision")),
        ("closing_reason", _("Reason of the end")),
    )
    found = select(
        Content.id,
        Content.reference,
        Content.state,
        Content.title,
        Content.category,
        Content.own_category,
        Content.category_word,
        Content.source,
        Content.policy_reference,
        Content.audience,
        Content.campaign,
        Content.brief,
        Content.created_at,
        Person.name.label("created_by"),
        ImportRun.file_name.label("import_file"),
        Account.platform,
        KNOWN_HANDLE,
        Variant.post_kind,
        Variant.state.label("variant_state"),
        Content.text.label("base_text"),
        Variant.text,
        Content.planned_at.label("base_planned_at"),
        Variant.planned_at,
        Content.planned_on,
        Variant.published_at,
        Variant.proof_url,
        Content.closing_reason,
        Variant.closing_reason.label("variant_closing_reason"),
    )
    found = (
        found.outerjoin(Variant, Variant.content_id == Content.id)
        .outerjoin(Account, Account.id == Variant.account_id)
        .outerjoin(Person, Person.id == Content.created_by_id)
        .outerjoin(ImportRun, ImportRun.id == Content.import_run_id)
        .order_by(Content.id, Variant.id)
    )
    approvals = _approvals(session)
    return table(columns, (_content_row(row, approvals) for row in session.execute(found)))


def _content_row(
    row: Row[*tuple[Any, ...]], approvals: dict[int, tuple[object, ...]]
) -> tuple[object, ...]:
    return (
        *row[1:19],
        row.base_text if row.text is None else row.text,
        row.planned_at or row.base_planned_at,
        row.planned_on,
        row.published_at,
        row.proof_url,
        *approvals.get(row.id, (None, None, None)),
        row.variant_closing_reason or row.closing_reason,
    )


def _approvals(session: Session) -> dict[int, tuple[object, ...]]:
    """Of each content: who approved it last, when, and the code of what he saw."""
    found = (
        select(Revision.content_id, Person.name, Decision.happened_at, Revision.code)
        .join(Revision, Revision.id == Decision.revision_id)
        .join(Person, Person.id == Decision.decider_id)
        .where(Decision.verdict == Verdict.APPROVED, Decision.voided_at.is_(None))
        .where(Revision.content_id.is_not(None))
        .order_by(Decision.id)
    )
    return {
        content_id: (decider, happened_at, code)
        for content_id, decider, happened_at, code in session.execute(found)
        if content_id is not None
    }


def inquiries(session: Session) -> Table:
    columns = (
        ("reference", _("Reference")),
        ("state", _("State")),
        ("kind", _("Kind")),
        ("kind_word", _("Kind as imported")),
        ("topic", _("Topic")),
        ("origin", _("Origin")),
        ("platform", _("Platform")),
        ("account", _("Account")),
        ("url", _("Link")),
        ("received_at", _("Received at")),
        ("recorded_at", _("Recorded at")),
        ("citizen_handle", _("Citizen's account")),
        ("citizen_name", _("Citizen's name")),
        ("text", _("Message")),
        ("tone", _("Tone")),
        ("content", _("Content")),
        ("handler", _("Handler")),
        ("asking_agency", _("Asking agency")),
        ("asking_reference", _("Its reference")),
        ("handed_over_to", _("Handed over to")),
        ("handed_over_number", _("Number of the hand-over")),
        ("closing_reason", _("Reason of the end")),
        ("referred_to", _("Referred to")),
        ("referred_at", _("Referred at")),
        ("agency_answered_at", _("Agency answered at")),
        ("agency_due_at", _("Agency's answer due at")),
        ("agency_outcome", _("Agency's punctuality")),
        ("answer", _("Answer")),
        ("answered_at", _("Answered at")),
        ("answer_proof", _("Proof of the answer")),
        ("first_answer_due_at", _("First answer due at")),
        ("first_answer_outcome", _("Punctuality of the first answer")),
    )
    asking = aliased(Agency)
    found = (
        select(
            Inquiry.id,
            Inquiry.reference,
            Inquiry.state,
            Inquiry.kind,
            Inquiry.kind_word,
            Inquiry.topic,
            Inquiry.origin,
            Inquiry.platform,
            KNOWN_HANDLE,
            Inquiry.url,
            Inquiry.received_at,
            Inquiry.recorded_at,
            Citizen.handle,
            Citizen.name,
            Comment.text,
            Comment.tone,
            Content.reference,
            Person.name,
            asking.name,
            Inquiry.asking_reference,
            Inquiry.handed_over_to,
            Inquiry.handed_over_number,
            Inquiry.closing_reason,
        )
        .outerjoin(Comment, (Comment.inquiry_id == Inquiry.id) & Comment.is_opening)
        .outerjoin(Citizen, Citizen.id == Comment.citizen_id)
        .outerjoin(Account, Account.id == Inquiry.account_id)
        .outerjoin(Content, Content.id == Inquiry.content_id)
        .outerjoin(Person, Person.id == Inquiry.handler_id)
        .outerjoin(asking, asking.id == Inquiry.asking_agency_id)
        .order_by(Inquiry.id)
    )
    besides = (
        (_referrals(session), 3),
        (_clocks(session, ClockKind.AGENCY_ANSWER, ClockKind.AGENCY_REQUEST), 2),
        (_answers(session), 3),
        (_clocks(session, ClockKind.FIRST_ANSWER, ClockKind.OUR_ANSWER), 2),
    )
    rows = (
        [
            *row[1:],
            *(cell for facts, width in besides for cell in facts.get(row.id, (None,) * width)),
        ]
        for row in session.execute(found)
    )
    return table(columns, rows)


def _referrals(session: Session) -> dict[int, tuple[object, ...]]:
    """Of each inquiry: all agencies that it was referred to, and the moments of the last one."""
    found = (
        select(Referral.inquiry_id, Agency.name, Referral.contacted_at, Referral.answered_at)
        .join(Agency, Agency.id == Referral.agency_id)
        .where(Referral.direction == Direction.OUT)
        .order_by(Referral.id)
    )
    names: defaultdict[int, list[str]] = defaultdict(list)
    last: dict[int, tuple[object, ...]] = {}
    for inquiry_id, name, contacted_at, answered_at in session.execute(found):
        names[inquiry_id].append(name)
        last[inquiry_id] = ("; ".join(names[inquiry_id]), contacted_at, answered_at)
    return last


def _clocks(session: Session, *kinds: ClockKind) -> dict[int, tuple[object, ...]]:
    """Of each inquiry: when the last clock of these kinds was due, and how it ended."""
    found = (
        select(Clock.inquiry_id, Clock.due_at, Clock.outcome)
        .where(Clock.kind.in_(kinds))
        .order_by(Clock.id)
    )
    return {row[0]: tuple(row[1:]) for row in session.execute(found)}


def _answers(session: Session) -> dict[int, tuple[object, ...]]:
    """Of each inquiry: the last final answer; one that is still a draft has no moment."""
    found = (
        select(Answer.inquiry_id, Answer.text, Answer.sent_at, Answer.proof_url, Answer.proof_note)
        .where(Answer.kind == AnswerKind.FINAL)
        .order_by(Answer.id)
    )
    return {row[0]: (row[1], row[2], row[3] or row[4]) for row in session.execute(found)}


def comments(session: Session) -> Table:
    columns = (
        ("platform", _("Platform")),
        ("account", _("Account")),
        ("post", _("Post")),
        ("content", _("Content")),
        ("citizen_handle", _("Citizen's account")),
        ("citizen_name", _("Citizen's name")),
        ("text", _("Message")),
        ("written_at", _("Written at")),
        ("written_age", _("Age as shown")),
        ("seen_at", _("First seen at")),
        ("likes", _("Likes")),
        ("is_reply", _("Is a reply")),
        ("is_own", _("Is our own")),
        ("is_incomplete", _("Is cut off")),
        ("tone", _("Tone")),
        ("marked_by", _("Marked by")),
        ("inquiry", _("Inquiry")),
    )
    found = (
        select(
            Comment.platform,
            KNOWN_HANDLE,
            Comment.post_key,
            Content.reference,
            Citizen.handle,
            Citizen.name,
            Comment.text,
            Comment.written_at,
            Comment.written_age,
            Comment.seen_at,
            Comment.likes,
            Comment.is_reply,
            Comment.is_own,
            Comment.is_incomplete,
            Comment.tone,
            Person.name,
            Inquiry.reference,
        )
        .join(Citizen, Citizen.id == Comment.citizen_id)
        .outerjoin(Account, Account.id == Comment.account_id)
        .outerjoin(Variant, Variant.id == Comment.variant_id)
        .outerjoin(Content, Content.id == Variant.content_id)
        .outerjoin(Person, Person.id == Comment.marked_by_id)
        .outerjoin(Inquiry, Inquiry.id == Comment.inquiry_id)
        .order_by(Comment.id)
    )
    return table(columns, session.execute(found))
