""" "Salin rekap": what went out, with its links, as a message for WhatsApp.

What leaves the office is always Indonesian.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.language import WIB, day_text, time_text, weekday_text, wib
from app.models.account import Account
from app.models.agency import Agency
from app.models.content import Content
from app.models.variant import Variant, VariantState
from app.services.platforms import entries

_OTHERS = "Lainnya"  # what belongs to no campaign


@dataclass(frozen=True, slots=True)
class Recap:
    """The message, and how many links it has: with none there is nothing to copy."""

    text: str
    links: int


@dataclass(frozen=True, slots=True)
class _Line:
    campaign: str
    title: str
    place: str
    link: str
    published_at: datetime


def recap(session: Session, first: date, last: date) -> Recap:
    """The links of what was published from `first` to `last` (days in WIB), per campaign."""
    lines = _lines(session, first, last)
    if not lines:
        return Recap("", 0)
    agency = session.scalar(select(Agency.name).where(Agency.is_own.is_(True))) or ""
    parts = [_greeting(agency, first, last)]
    named = {line.campaign for line in lines} != {_OTHERS}
    for campaign, of_it in groupby(lines, key=lambda line: line.campaign):
        titled = [f"*{campaign}*"] if named else []
        parts.append("\n".join([*titled, *_told(list(of_it), shows_day=first != last)]))
    parts.append("Mohon berkenan membantu menyebarluaskan. Terima kasih.")
    return Recap("\n\n".join(parts), len(lines))


def _lines(session: Session, first: date, last: date) -> list[_Line]:
    start = datetime.combine(first, time(), WIB)
    end = datetime.combine(last + timedelta(days=1), time(), WIB)
    rows = session.execute(
        select(
            Content.campaign,
            Content.title,
            Account.handle,
            Variant.post_kind,
            Variant.proof_url,
            Variant.published_at,
        )
        .join(Variant, Variant.content_id == Content.id)
        .join(Account, Account.id == Variant.account_id)
        .where(
            Variant.state == VariantState.PUBLISHED,
            Variant.proof_url.is_not(None),
            Variant.published_at >= start,
            Variant.published_at < end,
        )
        .order_by(Variant.published_at, Content.id, Variant.id)
    )
    lines = [
        _Line((campaign or "").strip() or _OTHERS, _plain(title), _place(kind, handle), link, at)
        for campaign, title, handle, kind, link, at in rows
        if link is not None and at is not None
    ]
    first_of: dict[str, datetime] = {}
    for line in lines:
        first_of.setdefault(line.campaign, line.published_at)
    # Campaigns in the order in which they began; what belongs to none comes last.
    return sorted(lines, key=lambda line: (line.campaign == _OTHERS, first_of[line.campaign]))


def _greeting(agency: str, first: date, last: date) -> str:
    when = weekday_text(first, "id") if first == last else _span(first, last)
    return f"Yth. Bapak/Ibu,\nberikut rekap tayangan media sosial {agency}, {when}:"


def _span(first: date, last: date) -> str:
    return f"{day_text(first, 'id')} – {day_text(last, 'id')}"


def _told(lines: list[_Line], *, shows_day: bool) -> list[str]:
    """One title, and below it where it is to be seen."""
    told = []
    for title, of_it in groupby(lines, key=lambda line: line.title):
        told.append(f"• {title}")
        for line in of_it:
            day = f"{day_text(wib(line.published_at).date(), 'id')}, " if shows_day else ""
            told.append(f"  {line.place} ({day}{time_text(line.published_at)} WIB): {line.link}")
    return told


def _place(post_kind: str, handle: str) -> str:
    known = entries().get(post_kind)
    return f"{known.label if known else post_kind} {handle}"


def _plain(title: str) -> str:
    """WhatsApp would read asterisks and underscores of a title as bold and italic."""
    return " ".join(title.replace("*", "").replace("_", " ").split())
