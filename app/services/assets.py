"""The asset desk: what comes into the library, its facts and rights, and where it is used."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256 as digest_of
from pathlib import PurePath
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.language import WIB
from app.models.asset import Asset, AssetKind, RightsState
from app.models.person import Person
from app.models.roles import AUTHORS
from app.models.search_text import search_text
from app.models.variant import VariantMedia
from app.services.asset_library import Arrival
from app.services.asset_uses import AssetUse, uses_of
from app.services.errors import InvalidValue
from app.services.people import addressed
from app.services.transaction import Transaction, found

RIGHTS_NOTICE = timedelta(days=90)  # "ending soon"
_PICTURES = frozenset(
    {
        "image/jpeg",
        "image/png",
        "image/gif",
        "image/webp",
        "image/avif",
        "image/heic",
        "image/tiff",
        "image/bmp",
    }
)


@dataclass(frozen=True, slots=True)
class AddedAsset:
    """What became of one arrival."""

    id: int
    reference: str
    title: str
    is_new: bool  # False: the library had the same bytes already


@dataclass(frozen=True, slots=True)
class AssetFacts:
    """What people type in about an asset."""

    title: str
    alt_text: str = ""
    creator: str | None = None
    rights_holder: str | None = None
    licence: str | None = None  # what is permitted, and where that is written
    rights_until: date | None = None
    rights_unlimited: bool = False


@dataclass(frozen=True, slots=True)
class AssetRow:
    """One asset as the grid shows it."""

    id: int
    version: int
    reference: str
    sha256: str
    kind: AssetKind
    format: str | None
    file_name: str
    title: str
    size: int
    width: int | None
    height: int | None
    seconds: float | None
    has_alpha: bool | None
    no_preview: str | None
    alt_text: str
    rights_until: date | None
    rights_unlimited: bool
    added_at: datetime
    uses: int

    def rights(self, today: date) -> RightsState:
        """Whether it may be used, on that day."""
        return rights_state(self.rights_until, self.rights_unlimited, today)


@dataclass(frozen=True, slots=True)
class AssetDetail:
    """Everything about one asset, and where it is used."""

    row: AssetRow
    creator: str | None
    rights_holder: str | None
    licence: str | None
    taken_at: datetime | None
    has_position: bool
    added_by: str | None  # "Teh Rina"
    uses: tuple[AssetUse, ...]


@dataclass(frozen=True, slots=True)
class AssetSearch:
    """What the person looks for; what is None does not matter."""

    text: str = ""
    kinds: frozenset[AssetKind] = frozenset()
    rights: RightsState | None = None


PageKey = tuple[datetime, int]  # (added_at, id) of the last row that was seen


@dataclass(frozen=True, slots=True)
class AssetPage:
    """Some rows, the newest first, how many match in all, and from where to go on."""

    rows: tuple[AssetRow, ...]
    total: int
    after: PageKey | None  # None: that was the last page


@dataclass(frozen=True, slots=True)
class AssetFigures:
    """How much the library holds."""

    count: int = 0
    size: int = 0
    by_kind: dict[AssetKind, int] = field(default_factory=dict)
    by_rights: dict[RightsState, int] = field(default_factory=dict)


def rights_state(until: date | None, unlimited: bool, today: date) -> RightsState:
    """What the rights allow on a day; the last day itself is still covered."""
    if until is not None and until < today:
        return RightsState.ENDED
    if until is not None and until - today <= RIGHTS_NOTICE:
        return RightsState.ENDING
    return RightsState.CLEAR if unlimited or until is not None else RightsState.UNKNOWN


def add_assets(
    tx: Transaction, arrivals: Sequence[Arrival], import_run_id: int | None = None
) -> list[AddedAsset]:
    """Make assets of files that came in; the same bytes are one asset, whatever their names.

    Returns one entry for each arrival, in order: new, or the asset that was there.

    Raises:
        NotPermitted: the actor is neither admin, designer nor creative team.
    """
    tx.permit("add_assets", AUTHORS)
    added = [_added(tx, arrival, import_run_id) for arrival in arrivals]
    new = [(entry, arrival) for entry, arrival in zip(added, arrivals, strict=True) if entry.is_new]
    if len(new) == 1:
        entry, arrival = new[0]
        tx.audit("add_asset", "asset", entry.id, entry.reference, sha256=arrival.sha256)
    elif new:
        hashes = "".join(sorted(arrival.sha256 for _, arrival in new))
        tx.audit(
            "add_assets",
            "asset",
            count=len(new),
            first=new[0][0].reference,
            last=new[-1][0].reference,
            digest=digest_of(hashes.encode()).hexdigest(),
        )
    return added


def _added(tx: Transaction, arrival: Arrival, import_run_id: int | None) -> AddedAsset:
    known = _known(tx.session, arrival.sha256)
    if known is not None:
        return known
    try:
        with tx.session.begin_nested():
            asset = _new_asset(tx, arrival, import_run_id)
            tx.session.add(asset)
            tx.session.flush()
    except IntegrityError:
        # A colleague on a server brought the same bytes at this very moment.
        known = _known(tx.session, arrival.sha256)
        if known is None:
            raise
        return known
    return AddedAsset(asset.id, asset.reference, asset.title, is_new=True)


def _known(session: Session, sha256: str) -> AddedAsset | None:
    columns = select(Asset.id, Asset.reference, Asset.title)
    row = session.execute(columns.where(Asset.sha256 == sha256)).first()
    return AddedAsset(row.id, row.reference, row.title, is_new=False) if row else None


def _new_asset(tx: Transaction, arrival: Arrival, import_run_id: int | None) -> Asset:
    facts = arrival.facts
    asset = Asset(
        reference=tx.next_reference("AST"),
        sha256=arrival.sha256,
        size=arrival.size,
        kind=_kind_of(facts.media_type),
        format=facts.media_type,
        file_name=arrival.file_name,
        title=PurePath(arrival.file_name).stem or arrival.file_name,
        width=facts.width,
        height=facts.height,
        seconds=facts.duration_seconds,
        has_alpha=facts.has_alpha,
        taken_at=_taken_at(facts.taken_at),
        has_position=facts.has_location,
        unreadable_reason=arrival.no_preview,
        added_at=tx.now,
        added_by_id=tx.actor.id,
        import_run_id=import_run_id,
    )
    asset.search_text = _searchable(asset)
    return asset


def _kind_of(media_type: str) -> AssetKind:
    """What may be posted as it is are pictures and videos; a PSD or SVG is first made into one."""
    if media_type in _PICTURES:
        return AssetKind.PICTURE
    if media_type.startswith("video/"):
        return AssetKind.VIDEO
    return AssetKind.DOCUMENT if media_type == "application/pdf" else AssetKind.OTHER


def _taken_at(written: str | None) -> datetime | None:
    """A camera without a zone keeps the time of the place where it is: West Java's."""
    if written is None:
        return None
    moment = datetime.fromisoformat(written)
    return (moment if moment.tzinfo else moment.replace(tzinfo=WIB)).astimezone(UTC)


def _searchable(asset: Asset) -> str:
    return search_text(
        asset.title,
        asset.file_name,
        asset.reference,
        asset.alt_text,
        asset.creator,
        asset.rights_holder,
        asset.licence,
    )


def change_asset(tx: Transaction, asset_id: int, seen: int, facts: AssetFacts) -> None:
    """Save what the form of an asset's facts shows.

    Raises:
        ChangedMeanwhile: somebody saved it since.
        InvalidValue: the title is empty, or the rights both end and do not.
        NotFound, NotPermitted: as usual.
    """
    tx.permit("change_asset", AUTHORS)
    asset = found(tx, Asset, asset_id, seen)
    if not facts.title.strip():
        raise InvalidValue("title", "empty")
    if facts.rights_unlimited and facts.rights_until is not None:
        raise InvalidValue("rights_until", "unlimited", facts.rights_until)
    asset.title = facts.title.strip()
    asset.alt_text = facts.alt_text.strip()
    asset.creator = _or_none(facts.creator)
    asset.rights_holder = _or_none(facts.rights_holder)
    asset.licence = _or_none(facts.licence)
    asset.rights_until = facts.rights_until
    asset.rights_unlimited = facts.rights_unlimited
    asset.search_text = _searchable(asset)
    tx.audit("change_asset", "asset", asset.id, asset.reference)


def _or_none(text: str | None) -> str | None:
    return (text or "").strip() or None


_USES = (
    select(func.count(VariantMedia.id))
    .where(VariantMedia.asset_id == Asset.id)
    .correlate(Asset)
    .scalar_subquery()
)
_COLUMNS = (
    Asset.id,
    Asset.version,
    Asset.reference,
    Asset.sha256,
    Asset.kind,
    Asset.format,
    Asset.file_name,
    Asset.title,
    Asset.size,
    Asset.width,
    Asset.height,
    Asset.seconds,
    Asset.has_alpha,
    Asset.unreadable_reason,
    Asset.alt_text,
    Asset.rights_until,
    Asset.rights_unlimited,
    Asset.added_at,
    _USES,
)


def asset_page(
    session: Session,
    search: AssetSearch,
    today: date,
    after: PageKey | None = None,
    size: int = 200,
) -> AssetPage:
    """The next assets that match, the newest first; `today` decides on rights."""
    matching = _matching(search, today)
    total = session.scalar(select(func.count(Asset.id)).where(*matching)) or 0
    page = select(*_COLUMNS).where(*matching)
    if after is not None:
        moment, last = after
        page = page.where(
            or_(Asset.added_at < moment, and_(Asset.added_at == moment, Asset.id < last))
        )
    page = page.order_by(Asset.added_at.desc(), Asset.id.desc()).limit(size + 1)
    rows = _rows(session, page)
    more = len(rows) > size
    rows = rows[:size]
    return AssetPage(rows, total, (rows[-1].added_at, rows[-1].id) if more else None)


def _rows(session: Session, page: Select[Any]) -> tuple[AssetRow, ...]:
    return tuple(AssetRow(*row) for row in session.execute(page))


def _matching(search: AssetSearch, today: date) -> list[ColumnElement[bool]]:
    found_in = Asset.search_text
    conditions = [
        found_in.contains(word, autoescape=True) for word in search_text(search.text).split()
    ]
    if search.kinds:
        conditions.append(Asset.kind.in_(search.kinds))
    if search.rights is not None:
        conditions.append(_rights_column(today) == search.rights.value)
    return conditions


def _rights_column(today: date) -> ColumnElement[str]:
    """`rights_state` for the database."""
    return case(
        (Asset.rights_until < today, RightsState.ENDED.value),
        (Asset.rights_until <= today + RIGHTS_NOTICE, RightsState.ENDING.value),
        (or_(Asset.rights_unlimited, Asset.rights_until.is_not(None)), RightsState.CLEAR.value),
        else_=RightsState.UNKNOWN.value,
    )


def asset_figures(session: Session, today: date) -> AssetFigures:
    """How many files of which kind and with what rights, and their bytes in all."""
    rights = _rights_column(today).label("rights")
    groups = session.execute(
        select(Asset.kind, rights, func.count(Asset.id), func.sum(Asset.size)).group_by(
            Asset.kind, rights
        )
    )
    count = size = 0
    by_kind: dict[AssetKind, int] = {}
    by_rights: dict[RightsState, int] = {}
    for kind, state, number, total in groups:
        count += number
        size += int(total)
        by_kind[kind] = by_kind.get(kind, 0) + number
        by_rights[RightsState(state)] = by_rights.get(RightsState(state), 0) + number
    return AssetFigures(count, size, by_kind, by_rights)


def asset(session: Session, asset_id: int) -> AssetDetail | None:
    """One asset with where it is used, the newest use first; None if there is none."""
    rows = _rows(session, select(*_COLUMNS).where(Asset.id == asset_id))
    if not rows:
        return None
    rest = session.execute(
        select(
            Asset.creator,
            Asset.rights_holder,
            Asset.licence,
            Asset.taken_at,
            Asset.has_position,
            Person.name,
            Person.address_term,
            Person.call_name,
        )
        .outerjoin(Person, Person.id == Asset.added_by_id)
        .where(Asset.id == asset_id)
    ).one()
    added_by = addressed(rest.address_term, rest.call_name, rest.name) if rest.name else None
    return AssetDetail(
        rows[0],
        rest.creator,
        rest.rights_holder,
        rest.licence,
        rest.taken_at,
        rest.has_position,
        added_by,
        uses_of(session, asset_id),
    )


def kept_hashes(session: Session) -> frozenset[str]:
    """The hash of every asset: what the sweep must leave alone."""
    return frozenset(session.scalars(select(Asset.sha256)))


def assets_by_id(session: Session, asset_ids: Sequence[int]) -> dict[int, AssetRow]:
    """The rows of these assets, such as a variant's media."""
    page = select(*_COLUMNS).where(Asset.id.in_(asset_ids))
    return {row.id: row for row in _rows(session, page)}
