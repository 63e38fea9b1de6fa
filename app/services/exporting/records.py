"""What is kept: assets, measurements, accounts, people, the audit trail."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.language import _
from app.models.account import Account, AccountSegment
from app.models.asset import Asset
from app.models.audit import AuditEvent
from app.models.content import Content
from app.models.imports import ImportRun
from app.models.measurement import Measurement
from app.models.person import Assignment, AssignmentMember, Person, PersonRole
from app.models.variant import Variant, VariantMedia
from app.services.exporting.handles import KNOWN_HANDLE
from app.services.exporting.table import Table, joined, queried


def assets(session: Session) -> Table:
    columns = (
        ("reference", _("Reference"), Asset.reference),
        ("title", _("Title"), Asset.title),
        ("file_name", _("File name"), Asset.file_name),
        ("kind", _("Kind"), Asset.kind),
        ("format", _("Format"), Asset.format),
        ("size", _("Bytes"), Asset.size),
        ("width", _("Width"), Asset.width),
        ("height", _("Height"), Asset.height),
        ("seconds", _("Seconds"), Asset.seconds),
        ("taken_at", _("Taken at"), Asset.taken_at),
        ("creator", _("Creator"), Asset.creator),
        ("alt_text", _("Alt text"), Asset.alt_text),
        ("rights_holder", _("Rights holder"), Asset.rights_holder),
        ("licence", _("Licence"), Asset.licence),
        ("rights_from", _("Rights from"), Asset.rights_from),
        ("rights_until", _("Rights until"), Asset.rights_until),
        ("rights_unlimited", _("Rights without end"), Asset.rights_unlimited),
        ("added_at", _("Added at"), Asset.added_at),
        ("added_by", _("Added by"), Person.name),
        ("sha256", _("SHA-256"), Asset.sha256),
        ("used_in", _("Used in"), _uses(session)),
    )
    found = select(Asset.id).outerjoin(Person, Person.id == Asset.added_by_id).order_by(Asset.id)
    return queried(session, found, columns)


def _uses(session: Session) -> dict[int, tuple[object, ...]]:
    """Of each asset the contents that it stands in."""
    found = (
        select(VariantMedia.asset_id, Content.reference)
        .join(Variant, Variant.id == VariantMedia.variant_id)
        .join(Content, Content.id == Variant.content_id)
        .distinct()
        .order_by(VariantMedia.asset_id, Content.reference)
    )
    return joined(session.execute(found))


def measurements(session: Session) -> Table:
    columns = (
        ("platform", _("Platform"), Account.platform),
        ("account", _("Account"), KNOWN_HANDLE),
        ("post", _("Post"), Measurement.post_key),
        ("content", _("Content"), Content.reference),
        ("posted_at", _("Posted at"), Measurement.posted_at),
        ("measure", _("Measure"), Measurement.measure),
        ("own_name", _("Name on the platform"), Measurement.own_name),
        ("value", _("Value"), Measurement.value),
        ("from_on", _("From"), Measurement.from_on),
        ("until_on", _("Until"), Measurement.until_on),
        ("as_of", _("As of"), Measurement.as_of),
        ("import_file", _("Imported from"), ImportRun.file_name),
    )
    found = (
        select(Measurement.id)
        .join(Account, Account.id == Measurement.account_id)
        .outerjoin(Variant, Variant.id == Measurement.variant_id)
        .outerjoin(Content, Content.id == Variant.content_id)
        .outerjoin(ImportRun, ImportRun.id == Measurement.import_run_id)
        .order_by(Measurement.id)
    )
    return queried(session, found, columns)


def accounts(session: Session) -> Table:
    columns = (
        ("platform", _("Platform"), Account.platform),
        ("account", _("Account"), KNOWN_HANDLE),
        ("name", _("Name"), Account.name),
        ("address", _("Address"), Account.address),
        ("media_kind", _("Type of social medium"), Account.media_kind),
        ("audience", _("Audience"), Account.audience),
        ("responsible", _("Responsible person"), Person.name),
        ("designation_number", _("Number of the designation"), Account.designation_number),
        ("designation_on", _("Day of the designation"), Account.designation_on),
        ("designation_signer", _("Signer of the designation"), Account.designation_signer),
        ("opened_on", _("Opened on"), Account.opened_on),
        ("closed_on", _("Closed on"), Account.closed_on),
        ("review_on", _("Review on"), Account.review_on),
        ("segments", _("Audience segments"), _segments(session)),
    )
    found = (
        select(Account.id)
        .outerjoin(Person, Person.id == Account.responsible_id)
        .order_by(Account.id)
    )
    return queried(session, found, columns)


def _segments(session: Session) -> dict[int, tuple[object, ...]]:
    """Of each account its audience segments."""
    found = select(AccountSegment.account_id, AccountSegment.segment).order_by(AccountSegment.id)
    return joined(session.execute(found))


def people(session: Session) -> Table:
    """Everybody, without passwords."""
    columns = (
        ("name", _("Name"), Person.name),
        ("address_term", _("Form of address"), Person.address_term),
        ("nip", _("NIP"), Person.nip),
        ("civil_servant_kind", _("Kind of civil servant"), Person.civil_servant_kind),
        ("rank", _("Rank"), Person.rank),
        ("grade", _("Grade"), Person.grade),
        ("position", _("Position"), Person.position),
        ("phone", _("Telephone"), Person.phone),
        ("is_active", _("Is active"), Person.is_active),
        ("sign_in_name", _("Sign-in name"), Person.sign_in_name),
        ("roles", _("Roles"), _roles(session)),
        ("duties", _("Duties of the assignment letters"), _duties(session)),
    )
    return queried(session, select(Person.id).order_by(Person.id), columns)


def _roles(session: Session) -> dict[int, tuple[object, ...]]:
    found = select(PersonRole.person_id, PersonRole.role).order_by(PersonRole.id)
    return joined(session.execute(found))


def _duties(session: Session) -> dict[int, tuple[object, ...]]:
    """Of each person the duties in letters that have not been voided."""
    found = (
        select(AssignmentMember.person_id, AssignmentMember.duty)
        .join(Assignment, Assignment.id == AssignmentMember.assignment_id)
        .where(Assignment.voided_at.is_(None))
        .distinct()
        .order_by(AssignmentMember.person_id, AssignmentMember.duty)
    )
    return joined(session.execute(found))


def audit(session: Session) -> Table:
    columns = (
        ("number", _("Number"), AuditEvent.number),
        ("happened_at", _("Moment"), AuditEvent.happened_at),
        ("actor", _("Who"), AuditEvent.actor_name),
        ("machine", _("From where"), AuditEvent.machine),
        ("act", _("Act"), AuditEvent.act),
        ("subject", _("Subject"), AuditEvent.subject),
        ("reference", _("Reference"), AuditEvent.reference),
        ("details", _("Details"), AuditEvent.details),
        ("previous_hash", _("Hash before"), AuditEvent.previous_hash),
        ("hash", _("Hash"), AuditEvent.hash),
    )
    return queried(session, select(AuditEvent.number).order_by(AuditEvent.number), columns)
