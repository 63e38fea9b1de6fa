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
from app.services.exporting.table import Table, joined, table


def assets(session: Session) -> Table:
    columns = (
        ("reference", _("Reference")),
        ("title", _("Title")),
        ("file_name", _("File name")),
        ("kind", _("Kind")),
        ("format", _("Format")),
        ("size", _("Bytes")),
        ("width", _("Width")),
        ("height", _("Height")),
        ("seconds", _("Seconds")),
        ("taken_at", _("Taken at")),
        ("creator", _("Creator")),
        ("alt_text", _("Alt text")),
        ("rights_holder", _("Rights holder")),
        ("licence", _("Licence")),
        ("rights_from", _("Rights from")),
        ("rights_until", _("Rights until")),
        ("rights_unlimited", _("Rights without end")),
        ("added_at", _("Added at")),
        ("added_by", _("Added by")),
        ("sha256", _("SHA-256")),
        ("used_in", _("Used in")),
    )
    found = (
        select(
            Asset.id,
            Asset.reference,
            Asset.title,
            Asset.file_name,
            Asset.kind,
            Asset.format,
            Asset.size,
            Asset.width,
            Asset.height,
            Asset.seconds,
            Asset.taken_at,
            Asset.creator,
            Asset.alt_text,
            Asset.rights_holder,
            Asset.licence,
            Asset.rights_from,
            Asset.rights_until,
            Asset.rights_unlimited,
            Asset.added_at,
            Person.name,
            Asset.sha256,
        )
        .outerjoin(Person, Person.id == Asset.added_by_id)
        .order_by(Asset.id)
    )
    uses = joined(
        session.execute(
            select(VariantMedia.asset_id, Content.reference)
            .join(Variant, Variant.id == VariantMedia.variant_id)
            .join(Content, Content.id == Variant.content_id)
            .distinct()
            .order_by(VariantMedia.asset_id, Content.reference)
        )
    )
    return table(columns, ((*row[1:], uses.get(row.id)) for row in session.execute(found)))


def measurements(session: Session) -> Table:
    columns = (
        ("platform", _("Platform")),
        ("account", _("Account")),
        ("post", _("Post")),
        ("content", _("Content")),
        ("posted_at", _("Posted at")),
        ("measure", _("Measure")),
        ("own_name", _("Name on the platform")),
        ("value", _("Value")),
        ("from_on", _("From")),
        ("until_on", _("Until")),
        ("as_of", _("As of")),
        ("import_file", _("Imported from")),
    )
    found = (
        select(
            Account.platform,
            KNOWN_HANDLE,
            Measurement.post_key,
            Content.reference,
            Measurement.posted_at,
            Measurement.measure,
            Measurement.own_name,
            Measurement.value,
            Measurement.from_on,
            Measurement.until_on,
            Measurement.as_of,
            ImportRun.file_name,
        )
        .join(Account, Account.id == Measurement.account_id)
        .outerjoin(Variant, Variant.id == Measurement.variant_id)
        .outerjoin(Content, Content.id == Variant.content_id)
        .outerjoin(ImportRun, ImportRun.id == Measurement.import_run_id)
        .order_by(Measurement.id)
    )
    return table(columns, session.execute(found))


def accounts(session: Session) -> Table:
    columns = (
        ("platform", _("Platform")),
        ("account", _("Account")),
        ("name", _("Name")),
        ("address", _("Address")),
        ("media_kind", _("Type of social medium")),
        ("audience", _("Audience")),
        ("responsible", _("Responsible person")),
        ("designation_number", _("Number of the designation")),
        ("designation_on", _("Day of the designation")),
        ("designation_signer", _("Signer of the designation")),
        ("opened_on", _("Opened on")),
        ("closed_on", _("Closed on")),
        ("review_on", _("Review on")),
        ("segments", _("Audience segments")),
    )
    found = (
        select(
            Account.id,
            Account.platform,
            KNOWN_HANDLE,
            Account.name,
            Account.address,
            Account.media_kind,
            Account.audience,
            Person.name,
            Account.designation_number,
            Account.designation_on,
            Account.designation_signer,
            Account.opened_on,
            Account.closed_on,
            Account.review_on,
        )
        .outerjoin(Person, Person.id == Account.responsible_id)
        .order_by(Account.id)
    )
    segments = joined(
        session.execute(
            select(AccountSegment.account_id, AccountSegment.segment).order_by(AccountSegment.id)
        )
    )
    return table(columns, ((*row[1:], segments.get(row.id)) for row in session.execute(found)))


def people(session: Session) -> Table:
    """Everybody, without passwords."""
    columns = (
        ("name", _("Name")),
        ("address_term", _("Form of address")),
        ("nip", _("NIP")),
        ("civil_servant_kind", _("Kind of civil servant")),
        ("rank", _("Rank")),
        ("grade", _("Grade")),
        ("position", _("Position")),
        ("phone", _("Telephone")),
        ("is_active", _("Is active")),
        ("sign_in_name", _("Sign-in name")),
        ("roles", _("Roles")),
        ("duties", _("Duties of the assignment letters")),
    )
    found = select(
        Person.id,
        Person.name,
        Person.address_term,
        Person.nip,
        Person.civil_servant_kind,
        Person.rank,
        Person.grade,
        Person.position,
        Person.phone,
        Person.is_active,
        Person.sign_in_name,
    ).order_by(Person.id)
    roles = joined(
        session.execute(select(PersonRole.person_id, PersonRole.role).order_by(PersonRole.id))
    )
    duties = joined(
        session.execute(
            select(AssignmentMember.person_id, AssignmentMember.duty)
            .join(Assignment, Assignment.id == AssignmentMember.assignment_id)
            .where(Assignment.voided_at.is_(None))
            .distinct()
            .order_by(AssignmentMember.person_id, AssignmentMember.duty)
        )
    )
    return table(
        columns,
        ((*row[1:], roles.get(row.id), duties.get(row.id)) for row in session.execute(found)),
    )


def audit(session: Session) -> Table:
    columns = (
        ("number", _("Number")),
        ("happened_at", _("Moment")),
        ("actor", _("Who")),
        ("machine", _("From where")),
        ("act", _("Act")),
        ("subject", _("Subject")),
        ("reference", _("Reference")),
        ("details", _("Details")),
        ("previous_hash", _("Hash before")),
        ("hash", _("Hash")),
    )
    found = select(
        AuditEvent.number,
        AuditEvent.happened_at,
        AuditEvent.actor_name,
        AuditEvent.machine,
        AuditEvent.act,
        AuditEvent.subject,
        AuditEvent.reference,
        AuditEvent.details,
        AuditEvent.previous_hash,
        AuditEvent.hash,
    ).order_by(AuditEvent.number)
    return table(columns, session.execute(found))
