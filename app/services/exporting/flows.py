"""What goes through a flow: contents, inquiries, comments."""

from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, Select, SQLColumnExpression, func, select
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
from app.services.exporting.table import Table, joined, queried

_Decider = aliased(Person)
_AskingAgency = aliased(Agency)
_AgencyClock = aliased(Clock)  # of the agency that was asked
_AnswerClock = aliased(Clock)  # of our own answer


def contents(session: Session) -> Table:
    """One row a variant; an idea without a variant has one row, too."""
    columns = (
        ("reference", _("Reference"), Content.reference),
        ("state", _("State"), Content.state),
        ("title", _("Title"), Content.title),
        ("category", _("Category"), Content.category),
        ("own_category", _("Own category"), Content.own_category),
        ("category_word", _("Category as imported"), Content.category_word),
        ("source", _("Source"), Content.source),
        ("policy_reference", _("Policy it follows"), Content.policy_reference),
        ("audience", _("Audience"), Content.audience),
        ("campaign", _("Campaign"), Content.campaign),
        ("brief", _("Brief"), Content.brief),
        ("created_at", _("Made at"), Content.created_at),
        ("created_by", _("Made by"), Person.name),
        ("import_file", _("Imported from"), ImportRun.file_name),
        ("platform", _("Platform"), Account.platform),
        ("account", _("Account"), KNOWN_HANDLE),
        ("post_kind", _("Kind of post"), Variant.post_kind),
        ("variant_state", _("State of the variant"), Variant.state),
        ("text", _("Text"), func.coalesce(Variant.text, Content.text)),
        ("planned_at", _("Planned at"), func.coalesce(Variant.planned_at, Content.planned_at)),
        ("planned_on", _("Planned on"), Content.planned_on),
        ("published_at", _("Published at"), Variant.published_at),
        ("proof_url", _("Link as proof"), Variant.proof_url),
        ("approved_by", _("Approved by"), _Decider.name),
        ("approved_at", _("Approved at"), Decision.happened_at),
        ("revision_code", _("Code of the revision"), Revision.code),
        (
            "closing_reason",
            _("Reason of the end"),
            _unless_empty(Variant.closing_reason, Content.closing_reason),
        ),
    )
    return queried(session, _contents_and_variants(), columns)


def _contents_and_variants() -> Select[int]:
    return (
        select(Content.id)
        .outerjoin(Variant, Variant.content_id == Content.id)
        .outerjoin(Account, Account.id == Variant.account_id)
        .outerjoin(Person, Person.id == Content.created_by_id)
        .outerjoin(ImportRun, ImportRun.id == Content.import_run_id)
        .outerjoin(Decision, Decision.id == _last_approval())
        .outerjoin(Revision, Revision.id == Decision.revision_id)
        .outerjoin(_Decider, _Decider.id == Decision.decider_id)
        .order_by(Content.id, Variant.id)
    )


def _last_approval() -> ScalarSelect[Any]:
    return (
        select(func.max(Decision.id))
        .join(Revision, Revision.id == Decision.revision_id)
        .where(Revision.content_id == Content.id)
        .where(Decision.verdict == Verdict.APPROVED, Decision.voided_at.is_(None))
        .correlate(Content)
        .scalar_subquery()
    )


def inquiries(session: Session) -> Table:
    """One row an inquiry; of several referrals, clocks and answers the last one is told."""
    columns = (
        ("reference", _("Reference"), Inquiry.reference),
        ("state", _("State"), Inquiry.state),
        ("kind", _("Kind"), Inquiry.kind),
        ("kind_word", _("Kind as imported"), Inquiry.kind_word),
        ("topic", _("Topic"), Inquiry.topic),
        ("origin", _("Origin"), Inquiry.origin),
        ("platform", _("Platform"), Inquiry.platform),
        ("account", _("Account"), KNOWN_HANDLE),
        ("url", _("Link"), Inquiry.url),
        ("received_at", _("Received at"), Inquiry.received_at),
        ("recorded_at", _("Recorded at"), Inquiry.recorded_at),
        ("citizen_handle", _("Citizen's account"), Citizen.handle),
        ("citizen_name", _("Citizen's name"), Citizen.name),
        ("text", _("Message"), Comment.text),
        ("tone", _("Tone"), Comment.tone),
        ("content", _("Content"), Content.reference),
        ("handler", _("Handler"), Person.name),
        ("asking_agency", _("Asking agency"), _AskingAgency.name),
        ("asking_reference", _("Its reference"), Inquiry.asking_reference),
        ("handed_over_to", _("Handed over to"), Inquiry.handed_over_to),
        ("handed_over_number", _("Number of the hand-over"), Inquiry.handed_over_number),
        ("closing_reason", _("Reason of the end"), Inquiry.closing_reason),
        ("referred_to", _("Referred to"), _agencies_referred_to(session)),
        ("referred_at", _("Referred at"), Referral.contacted_at),
        ("agency_answered_at", _("Agency answered at"), Referral.answered_at),
        ("agency_due_at", _("Agency's answer due at"), _AgencyClock.due_at),
        ("agency_outcome", _("Agency's punctuality"), _AgencyClock.outcome),
        ("answer", _("Answer"), Answer.text),
        ("answered_at", _("Answered at"), Answer.sent_at),
        (
            "answer_proof",
            _("Proof of the answer"),
            _unless_empty(Answer.proof_url, Answer.proof_note),
        ),
        ("first_answer_due_at", _("First answer due at"), _AnswerClock.due_at),
        ("first_answer_outcome", _("Punctuality of the first answer"), _AnswerClock.outcome),
    )
    return queried(session, _inquiries_and_answers(), columns)


def _inquiries_and_answers() -> Select[int]:
    referral = _last(Referral, Referral.direction == Direction.OUT)
    asked = _last(Clock, Clock.kind.in_((ClockKind.AGENCY_ANSWER, ClockKind.AGENCY_REQUEST)))
    answering = _last(Clock, Clock.kind.in_((ClockKind.FIRST_ANSWER, ClockKind.OUR_ANSWER)))
    return (
        select(Inquiry.id)
        .outerjoin(Comment, (Comment.inquiry_id == Inquiry.id) & Comment.is_opening)
        .outerjoin(Citizen, Citizen.id == Comment.citizen_id)
        .outerjoin(Account, Account.id == Inquiry.account_id)
        .outerjoin(Content, Content.id == Inquiry.content_id)
        .outerjoin(Person, Person.id == Inquiry.handler_id)
        .outerjoin(_AskingAgency, _AskingAgency.id == Inquiry.asking_agency_id)
        .outerjoin(Referral, Referral.id == referral)
        .outerjoin(_AgencyClock, _AgencyClock.id == asked)
        .outerjoin(Answer, Answer.id == _last(Answer, Answer.kind == AnswerKind.FINAL))
        .outerjoin(_AnswerClock, _AnswerClock.id == answering)
        .order_by(Inquiry.id)
    )


def _last(
    kind: type[Referral] | type[Clock] | type[Answer], which: ColumnElement[bool]
) -> ScalarSelect[Any]:
    """The id of an inquiry's last one of these; None if it has none."""
    return (
        select(func.max(kind.id))
        .where(kind.inquiry_id == Inquiry.id, which)
        .correlate(Inquiry)
        .scalar_subquery()
    )


def _agencies_referred_to(session: Session) -> dict[int, str]:
    """Of each inquiry all agencies that it was referred to, in that order."""
    found = (
        select(Referral.inquiry_id, Agency.name)
        .join(Agency, Agency.id == Referral.agency_id)
        .where(Referral.direction == Direction.OUT)
        .order_by(Referral.id)
    )
    names = joined(session.execute(found))
    return {inquiry_id: "; ".join(map(str, of_one)) for inquiry_id, of_one in names.items()}


def comments(session: Session) -> Table:
    columns = (
        ("platform", _("Platform"), Comment.platform),
        ("account", _("Account"), KNOWN_HANDLE),
        ("post", _("Post"), Comment.post_key),
        ("content", _("Content"), Content.reference),
        ("citizen_handle", _("Citizen's account"), Citizen.handle),
        ("citizen_name", _("Citizen's name"), Citizen.name),
        ("text", _("Message"), Comment.text),
        ("written_at", _("Written at"), Comment.written_at),
        ("written_age", _("Age as shown"), Comment.written_age),
        ("seen_at", _("First seen at"), Comment.seen_at),
        ("likes", _("Likes"), Comment.likes),
        ("is_reply", _("Is a reply"), Comment.is_reply),
        ("is_own", _("Is our own"), Comment.is_own),
        ("is_incomplete", _("Is cut off"), Comment.is_incomplete),
        ("tone", _("Tone"), Comment.tone),
        ("marked_by", _("Marked by"), Person.name),
        ("inquiry", _("Inquiry"), Inquiry.reference),
    )
    found = (
        select(Comment.id)
        .join(Citizen, Citizen.id == Comment.citizen_id)
        .outerjoin(Account, Account.id == Comment.account_id)
        .outerjoin(Variant, Variant.id == Comment.variant_id)
        .outerjoin(Content, Content.id == Variant.content_id)
        .outerjoin(Person, Person.id == Comment.marked_by_id)
        .outerjoin(Inquiry, Inquiry.id == Comment.inquiry_id)
        .order_by(Comment.id)
    )
    return queried(session, found, columns)


def _unless_empty(
    first: SQLColumnExpression[Any], otherwise: SQLColumnExpression[Any]
) -> ColumnElement[Any]:
    return func.coalesce(func.nullif(first, ""), otherwise)
