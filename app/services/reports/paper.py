"""The year as the paper prints it: the office's facts gathered into one frozen value."""

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, selectinload

from app.language import day_text, wib
from app.models.account import Account
from app.models.agency import Agency
from app.models.person import (
    Assignment,
    AssignmentMember,
    Duty,
    Person,
    PersonRole,
    SigningMode,
)
from app.models.report import ObstacleSide, Part
from app.models.roles import DECIDERS, Role
from app.services.platform_names import handle_text, is_named, platform_label
from app.services.platforms import profile_address
from app.services.printing import words
from app.services.printing.contents import (
    AccountFacts,
    AgencyFacts,
    Letterhead,
    MemberFacts,
    Missing,
    ObstacleFacts,
    OrderFacts,
    PolicyFacts,
    RecommendationFacts,
    ReportContents,
    Signatory,
)
from app.services.reports.accounts import report_accounts
from app.services.reports.comments import inquiry_lines, referral_lines
from app.services.reports.messages import post_lines
from app.services.reports.parts import (
    Lack,
    LackKind,
    RecommendationRow,
    ReportYear,
    recommendations_of,
    report_year,
)
from app.services.store import AssetStore, BytesMissing

_LACKS = {
    LackKind.NARRATIVE: "Uraian belum ditulis.",
    LackKind.ACCOUNTS: "Akun media sosial belum dicatat.",
    LackKind.DESIGNATIONS: "Akun yang belum ditunjuk sebagai akun resmi (Pasal 6 ayat (1)): {n}.",
    LackKind.ASSIGNMENT: "Surat Perintah yang ditandatangani belum dicatat (Pasal 6 ayat (2)).",
    LackKind.POSTS: "Belum ada pesan yang tercatat tayang.",
    LackKind.CATEGORIES: "Konten yang tayang tahun ini dan belum dikategorikan (Pasal 7): {n}.",
    LackKind.COMMENTS: "Belum ada komentar yang tercatat.",
    LackKind.TONES: "Komentar yang belum ditentukan sifatnya: {n}.",
    LackKind.SHARES: "Jumlah sharing belum diketahui.",
    LackKind.VISITORS: "Jumlah pengunjung belum diketahui.",
    LackKind.PAGE_VIEWS: "Jumlah halaman yang disimak belum diketahui.",
    LackKind.EXTERNAL_OBSTACLES: "Kendala eksternal belum ditulis.",
    LackKind.INTERNAL_OBSTACLES: "Kendala internal belum ditulis.",
    LackKind.RECOMMENDATIONS: "Rekomendasi belum ditulis.",
    LackKind.FOLLOW_UP_PLANS: "Rekomendasi yang belum punya rencana tindak lanjut: {n}.",
}


def report_contents(
    session: Session, year: int, now: datetime, assets: AssetStore, is_example: bool
) -> ReportContents:
    """Everything that the annual report of this year prints, as it is now."""
    whole = report_year(session, year, now)
    accounts = report_accounts(session)
    texts = {row.part: row for row in whole.parts}
    agency = agency_facts(session, assets)
    return ReportContents(
        year=year,
        agency=agency,
        head=_head(session, agency),
        compiler=_compiler(session, whole.until),
        until=whole.until,
        made_on=wib(now).date(),
        signed_on=whole.signed_on,
        policy=_policy(session, whole.until),
        messages=whole.figures.messages,
        comments=whole.figures.comments,
        sending=whole.figures.sending,
        traffic=whole.figures.traffic,
        narratives={
            part.value: "\n".join(filter(None, (row.text, row.empty_reason)))
            for part, row in texts.items()
        },
        preface=texts[Part.PREFACE].text,
        introduction=texts[Part.INTRODUCTION].text,
        closing=texts[Part.CLOSING].text,
        external_obstacles=_obstacles(whole, ObstacleSide.EXTERNAL),
        internal_obstacles=_obstacles(whole, ObstacleSide.INTERNAL),
        recommendations=(
            *map(_recommendation, whole.recommendations),
            *map(_earlier, recommendations_of(session, year - 1)),
        ),
        missing=tuple(
            Missing(row.part.value, lack_text(lack)) for row in whole.parts for lack in row.lacks
        ),
        posts=post_lines(session, year, accounts),
        inquiries=inquiry_lines(session, year, accounts),
        referrals=referral_lines(session, year, now),
        is_example=is_example,
    )


def lack_text(lack: Lack) -> str:
    """What is lacking, as the paper says it."""
    return _LACKS[lack.kind].format(n=lack.count)


def agency_facts(session: Session, assets: AssetStore) -> AgencyFacts:
    """The office's own agency as its papers name it."""
    own = session.scalars(select(Agency).where(Agency.is_own.is_(True))).one()
    parent = session.get(Agency, own.parent_id) if own.parent_id else None
    site, email, phone = own.site, own.email, own.phone
    return AgencyFacts(
        own.name,
        words.AGENCY_KINDS[own.kind],
        words.head_title(own.head_title, own.name, own.kind),
        own.town or "Bandung",
        Letterhead(
            picture=_picture(assets, own.letterhead_sha256),
            parent=parent.name if parent else "",
            unit=own.name,
            address=" ".join(filter(None, (own.address, f"Telepon {phone}" if phone else ""))),
            contact=" ".join(
                filter(None, (f"Laman {site}" if site else "", f"Pos-el {email}" if email else ""))
            ),
            place=(own.town or "").upper(),
        ),
    )


def _picture(assets: AssetStore, sha256: str | None) -> bytes | None:
    """The office's kop; a paper with composed lines is better than none if its bytes are away."""
    if sha256 is None:
        return None
    try:
        with assets.open(sha256) as file:
            return file.read()
    except BytesMissing:
        return None


def _head(session: Session, agency: AgencyFacts) -> Signatory:
    """Whoever has the role of the head signs; without one the place stays free."""
    head = session.scalar(
        select(Person)
        .join(PersonRole, PersonRole.person_id == Person.id)
        .where(PersonRole.role == Role.HEAD, Person.is_active)
        .order_by(Person.id)
        .limit(1)
    )
    if head is None:
        return Signatory((agency.head_title,))
    delegated = head.signing_mode in (SigningMode.AN, SigningMode.AN_UB)
    titles = (agency.head_title, head.position or "") if delegated else (agency.head_title,)
    return Signatory(titles, head.name, head.rank or "", head.nip or "", head.signing_mode.value)


def _compiler(session: Session, day: date) -> Signatory | None:
    """The responsible official of the Surat Perintah in force, else an official of the office."""
    named = session.scalar(
        select(Person)
        .join(AssignmentMember, AssignmentMember.person_id == Person.id)
        .join(Assignment, Assignment.id == AssignmentMember.assignment_id)
        .where(
            AssignmentMember.duty == Duty.RESPONSIBLE_OFFICIAL,
            Assignment.voided_at.is_(None),
            Assignment.signed_on <= day,
        )
        .order_by(Assignment.signed_on.desc(), AssignmentMember.position)
        .limit(1)
    )
    official = named or session.scalar(
        select(Person)
        .join(PersonRole, PersonRole.person_id == Person.id)
        .where(PersonRole.role.in_(DECIDERS - {Role.HEAD}), Person.is_active)
        .order_by(Person.id)
        .limit(1)
    )
    if official is None:
        return None
    title = official.position or "Pejabat yang bertanggung jawab"
    return Signatory((title,), official.name, official.rank or "", official.nip or "")


def _policy(session: Session, until: date) -> PolicyFacts:
    accounts = session.execute(
        select(Account, Person.name)
        .outerjoin(Person, Person.id == Account.responsible_id)
        .where(or_(Account.closed_on.is_(None), Account.closed_on >= date(until.year, 1, 1)))
        .order_by(Account.id)
    ).all()
    return PolicyFacts(
        tuple(_account(account, responsible or "") for account, responsible in accounts),
        _order(session, until),
    )


def _account(account: Account, responsible: str) -> AccountFacts:
    designation = ""
    if account.designation_on is not None and account.designation_number:
        designation = f"{account.designation_number}, {day_text(account.designation_on, 'id')}"
    platform, handle = account.platform, account.handle
    named = is_named(platform, handle)
    profile = profile_address(platform, handle) if named else None
    return AccountFacts(
        platform_label(platform),
        account.name or (handle_text(handle) if named else ""),
        account.address or profile or "",
        words.MEDIA_KINDS[account.media_kind],
        designation,
        ", ".join(words.SEGMENTS[row.segment] for row in account.segments),
        responsible,
    )


def _order(session: Session, until: date) -> OrderFacts | None:
    """The Surat Perintah that was in force last in the year."""
    order = session.scalar(
        select(Assignment)
        .options(selectinload(Assignment.members))
        .where(
            Assignment.voided_at.is_(None),
            Assignment.signed_on <= until,
            or_(Assignment.until_on.is_(None), Assignment.until_on >= date(until.year, 1, 1)),
        )
        .order_by(Assignment.signed_on.desc(), Assignment.id.desc())
        .limit(1)
    )
    if order is None:
        return None
    people = session.scalars(
        select(Person).where(Person.id.in_([member.person_id for member in order.members]))
    )
    return OrderFacts(
        order.number or "",
        order.signed_on,
        order.signer_name or "",
        order.from_on,
        order.until_on,
        member_facts(order.members, {person.id: person for person in people}),
    )


def member_facts(
    members: Iterable[AssignmentMember], people: dict[int, Person]
) -> tuple[MemberFacts, ...]:
    """Each person once, with all his duties and tasks, in the order of the letter."""
    duties: dict[int, list[str]] = {}
    tasks: dict[int, dict[str, None]] = {}  # a task named with two duties is one task
    for member in members:
        duty = words.DUTIES[member.duty]
        duties.setdefault(member.person_id, []).append(duty)
        if member.task and member.task.casefold() != duty:
            tasks.setdefault(member.person_id, {})[member.task] = None
    return tuple(
        MemberFacts(
            people[key].name,
            tuple(held),
            people[key].nip or "",
            " / ".join(filter(None, (people[key].rank, people[key].grade))),
            people[key].position or "",
            tuple(tasks.get(key, ())),
        )
        for key, held in duties.items()
    )


def _obstacles(whole: ReportYear, side: ObstacleSide) -> tuple[ObstacleFacts, ...]:
    return tuple(ObstacleFacts(row.text) for row in whole.obstacles if row.side is side)


def _recommendation(row: RecommendationRow) -> RecommendationFacts:
    return RecommendationFacts(
        row.text, row.follow_up_plan, row.owner, _day(row.due_on), _done(row.done_on)
    )


def _earlier(row: RecommendationRow) -> RecommendationFacts:
    return RecommendationFacts(
        row.text,
        row.follow_up_plan,
        row.owner,
        _day(row.due_on),
        _done(row.done_on) or "Belum selesai",
        is_from_last_year=True,
    )


def _day(day: date | None) -> str:
    return day_text(day, "id") if day else ""


def _done(day: date | None) -> str:
    return f"Selesai {day_text(day, 'id')}" if day else ""
