"""The message to another agency: polite, masked, and citing the regulation only where it binds.

What leaves the office is always Indonesian.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.language import time_text, weekday_text, wib
from app.models.agency import BOUND_KINDS, Agency
from app.models.comment import Citizen, Comment
from app.models.inquiry import Inquiry, InquiryKind
from app.models.person import Person
from app.services.clocks import agency_clock, limit_at
from app.services.errors import NotFound
from app.services.masking import mask

_KINDS = {
    InquiryKind.QUESTION: "pertanyaan",
    InquiryKind.COMMENT: "komentar",
    InquiryKind.CRITICISM: "kritik",
    InquiryKind.SUGGESTION: "saran",
}
_PROVINCE = "Provinsi Jawa Barat"
_RULE = "Peraturan Gubernur Jawa Barat Nomor 29 Tahun 2019, Lampiran huruf C angka 4"


@dataclass(frozen=True, slots=True)
class ReferralMessage:
    """What goes to the agency; `due_text` stands in `text` and is what the reader must not miss."""

    text: str
    due_at: datetime
    due_text: str
    is_bound: bool  # the regulation binds this agency, so it is cited


@dataclass(frozen=True, slots=True)
class _Facts:
    inquiry: Inquiry
    agency: Agency
    own: Agency
    sender: Person | None
    question: str
    citizen: str | None


def referral_message(
    session: Session,
    inquiry_id: int,
    agency_id: int,
    sender_id: int | None,
    contacted_at: datetime,
    is_masked: bool = True,
) -> ReferralMessage:
    """The message by which an inquiry is referred, as if the agency were contacted at that moment.

    Masked, it names neither the citizen nor any number or address in the text.

    Raises:
        NotFound: there is no such inquiry or agency.
    """
    facts = _facts(session, inquiry_id, agency_id, sender_id)
    bound = facts.agency.kind in BOUND_KINDS
    due_at = contacted_at + limit_at(session, agency_clock(facts.agency.kind), contacted_at)
    due_text = f"{weekday_text(wib(due_at).date(), 'id')}, {time_text(due_at)} WIB"
    question = " ".join(facts.question.split())
    paragraphs = [
        f"Yth. Pengelola Media Sosial {_addressee(facts.agency, bound)}",
        "Dengan hormat,\n" + _asked(facts, mask(question) if is_masked else question, is_masked),
        _request(due_text, bound),
        "Atas perhatian dan kerja sama Bapak/Ibu, kami ucapkan terima kasih.",
        _signature(facts),
    ]
    return ReferralMessage("\n\n".join(paragraphs), due_at, due_text, bound)


def _facts(session: Session, inquiry_id: int, agency_id: int, sender_id: int | None) -> _Facts:
    inquiry, agency = session.get(Inquiry, inquiry_id), session.get(Agency, agency_id)
    if inquiry is None:
        raise NotFound("inquiry", inquiry_id)
    if agency is None:
        raise NotFound("agency", agency_id)
    opening = session.execute(
        select(Comment.text, Citizen.name, Citizen.handle)
        .join(Citizen, Citizen.id == Comment.citizen_id)
        .where(Comment.inquiry_id == inquiry.id, Comment.is_opening)
        .limit(1)
    ).first()
    return _Facts(
        inquiry,
        agency,
        session.scalars(select(Agency).where(Agency.is_own.is_(True))).one(),
        session.get(Person, sender_id) if sender_id is not None else None,
        opening.text if opening else "",
        (opening.name or opening.handle) if opening else None,
    )


def _addressee(agency: Agency, bound: bool) -> str:
    """The directory calls the province's own agencies without the province's name."""
    return agency.name if "Provinsi" in agency.name or not bound else f"{agency.name} {_PROVINCE}"


def _asked(facts: _Facts, question: str, is_masked: bool) -> str:
    kind = _KINDS[facts.inquiry.kind]
    who = "warga" if is_masked or not facts.citizen else f"warga, {facts.citizen},"
    return f"Kami menerima {kind} {who} ({facts.inquiry.reference}): “{question}”"


def _request(due_text: str, bound: bool) -> str:
    if bound:
        return f"Kami mohon berkenan memberi jawaban paling lambat {due_text}, sesuai {_RULE}."
    return (
        "Kami mohon kiranya berkenan memberi jawaban, bila memungkinkan paling lambat "
        f"{due_text}, agar warga segera memperoleh kepastian."
    )


def _signature(facts: _Facts) -> str:
    sender = facts.sender
    if sender is None:
        return facts.own.name
    position = f"{sender.position}, {facts.own.name}" if sender.position else facts.own.name
    return "\n".join(line for line in (sender.name, position, sender.phone) if line)
