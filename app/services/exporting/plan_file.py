"""The plan for other programs: a month as a table, all that is dated as a calendar file (ICS)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, BinaryIO, NamedTuple
from uuid import UUID, uuid5

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.labels import category_label, label
from app.language import _, pgettext, time_text
from app.models.account import Account
from app.models.content import Category, Content, ContentState
from app.models.variant import Variant, VariantState
from app.services import calendar
from app.services.calendar_filter import StateName
from app.services.exporting.table import Table, table
from app.services.platform_names import platform_label

_LENGTH = timedelta(minutes=15)  # how long a post is shown to last in a calendar program
_GONE = (VariantState.SKIPPED, VariantState.WITHDRAWN)
_PRODUCT = "-//Kohkol//Kalender konten//ID"


def month_table(session: Session, month: date, now: datetime) -> Table:
    """What is planned and published in a month, one row a moment of a content, by day and time."""
    first = month.replace(day=1)
    end = (first + timedelta(days=31)).replace(day=1)
    tiles = calendar.tiles(session, first, end, now)
    keys = {tile.content_id for tile in tiles}
    besides = {
        row.id: row
        for row in session.execute(
            select(Content.id, Content.text, Content.campaign, Content.source).where(
                Content.id.in_(keys)
            )
        )
    }
    columns = (
        ("day", _("Day")),
        ("time", _("Time")),
        ("channels", _("Channels")),
        ("category", _("Category")),
        ("title", _("Title")),
        ("text", _("Text")),
        ("campaign", _("Campaign")),
        ("source", _("Source")),
        ("state", _("State")),
        ("reference", _("Reference")),
    )
    return table(
        columns,
        (
            (
                tile.day,
                time_text(tile.at) if tile.at else None,
                ", ".join(map(platform_label, tile.platforms)),
                category_label(tile.category, tile.own_category),
                tile.title,
                besides[tile.content_id].text,
                besides[tile.content_id].campaign,
                besides[tile.content_id].source,
                _state_text(tile.state),
                tile.reference,
            )
            for tile in tiles
        ),
    )


def _state_text(state: StateName) -> str:
    derived = {
        StateName("content", "scheduled"): pgettext("content state", "Scheduled"),
        StateName("content", "partly_published"): pgettext("content state", "Partly published"),
        StateName("content", "published"): pgettext("content state", "Published"),
        StateName("variant", "missed"): pgettext("variant state", "Missed"),
        StateName("variant", "held"): pgettext("variant state", "Held"),
    }
    if state in derived:
        return derived[state]
    kind = ContentState if state.group == "content" else VariantState
    return label(kind(state.name))


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One event: a content at one moment, or on a day without a time.

    `uid` stays the same when it is moved, so that reading the file again moves the event.
    """

    uid: str
    version: int
    at: datetime | date
    title: str
    reference: str
    state: ContentState
    category: str
    accounts: tuple[str, ...]
    text: str
    proof_url: str | None


class _Part(NamedTuple):
    content_id: int
    uuid: UUID
    version: int
    reference: str
    title: str
    state: ContentState
    category: Category | None
    own_category: str | None
    text: str
    idea_at: datetime | None
    idea_on: date | None
    account_id: int | None
    platform: str | None
    handle: str | None
    post_kind: str | None
    variant_state: VariantState | None
    planned_at: datetime | None
    published_at: datetime | None
    own_text: str | None
    proof_url: str | None

    @property
    def at(self) -> datetime | date | None:
        return self.published_at or self.planned_at or self.idea_at or self.idea_on


def calendar_entries(session: Session) -> list[CalendarEntry]:
    """Everything that has a day, in the order of contents; what was skipped is left out."""
    query: Select[*tuple[Any, ...]] = (
        select(
            Content.id,
            Content.uuid,
            Content.version,
            Content.reference,
            Content.title,
            Content.state,
            Content.category,
            Content.own_category,
            Content.text,
            Content.planned_at,
            Content.planned_on,
            Account.id,
            Account.platform,
            Account.handle,
            Variant.post_kind,
            Variant.state,
            Variant.planned_at,
            Variant.published_at,
            Variant.text,
            Variant.proof_url,
        )
        .outerjoin(Variant, Variant.content_id == Content.id)
        .outerjoin(Account, Account.id == Variant.account_id)
        .order_by(Content.id, Variant.id)
    )
    by_content: dict[int, list[_Part]] = defaultdict(list)
    for row in session.execute(query):
        part = _Part(*row)
        if part.variant_state not in _GONE and part.at is not None:
            by_content[part.content_id].append(part)
    return [entry for parts in by_content.values() for entry in _entries(parts)]


def write_calendar(entries: Iterable[CalendarEntry], target: BinaryIO, now: datetime) -> None:
    """Write an iCalendar file (RFC 5545); moments are instants in UTC, days stay days."""
    from icalendar import Calendar

    whole: Any = Calendar()
    whole.add("prodid", _PRODUCT)
    whole.add("version", "2.0")
    whole.add("x-wr-calname", _("Content calendar"))
    whole.add("x-wr-timezone", "Asia/Jakarta")
    for entry in entries:
        whole.add_component(_event(entry, now))
    target.write(whole.to_ical())


def _entries(parts: Sequence[_Part]) -> list[CalendarEntry]:
    """One for each moment of a content; the first variant's keeps the content's own identity."""
    together: dict[datetime | date | None, list[_Part]] = {}
    for part in parts:
        together.setdefault(part.at, []).append(part)
    made = []
    for number, (at, same) in enumerate(together.items()):
        first = same[0]
        target = f"{first.account_id}/{first.post_kind}"
        uid = uuid5(first.uuid, target) if number else first.uuid
        if at is None:
            continue
        texts = dict.fromkeys(part.own_text or part.text for part in same)
        made.append(
            CalendarEntry(
                f"{uid}@kohkol",
                first.version,
                at,
                first.title,
                first.reference,
                first.state,
                category_label(first.category, first.own_category),
                tuple(_account(part) for part in same if part.platform),
                "\n\n".join(texts),
                next((part.proof_url for part in same if part.proof_url), None),
            )
        )
    return made


def _account(part: _Part) -> str:
    return f"{platform_label(part.platform or '')} {part.handle}"


def _event(entry: CalendarEntry, now: datetime) -> Any:
    from icalendar import Event

    event: Any = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", now)
    event.add("sequence", entry.version)
    event.add("dtstart", entry.at)
    length = _LENGTH if isinstance(entry.at, datetime) else timedelta(days=1)
    event.add("dtend", entry.at + length)
    event.add("summary", entry.title)
    lines = (f"{entry.reference} · {label(entry.state)}", ", ".join(entry.accounts), entry.text)
    event.add("description", "\n".join(line for line in lines if line))
    event.add("status", _status(entry.state))
    if entry.category:
        event.add("categories", [entry.category])
    if entry.proof_url:
        event.add("url", entry.proof_url)
    return event


def _status(state: ContentState) -> str:
    match state:
        case ContentState.CANCELLED:
            return "CANCELLED"
        case ContentState.APPROVED | ContentState.RECORDED:
            return "CONFIRMED"
    return "TENTATIVE"
