"""A year of 10,000 contents: turning a month and searching, beside bare sqlite3.

The floor runs the same SQL with sqlite3 alone and builds the same frozen tiles from its rows.
"""

import sqlite3
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from app.language import wib
from app.models.content import Category, ContentState
from app.models.search_text import search_text
from app.models.variant import VariantState
from app.services.calendar import Tile, derived_state

CONTENTS = 10_000
_TURNS = 30
_FIRST = datetime(2026, 1, 1, 0, tzinfo=UTC)
_STEP = timedelta(days=364) / CONTENTS
_CATEGORIES = tuple(Category)
_WORDS = ("layanan", "perhubungan", "arsip", "hujan", "mudik", "trotoar", "halte", "angkutan")
_OPEN = frozenset(ContentState) - {ContentState.CANCELLED, ContentState.RECORDED}


class Measured(NamedTuple):
    """Milliseconds of the program and of the floor, for one question."""

    name: str
    value: float
    floor: float


def fill(database: Path | None) -> None:
    """10,000 contents of the year, two variants each, as the program would have written them."""
    if database is None:
        raise ValueError("only an office of SQLite is measured")
    bare = sqlite3.connect(database)
    with bare:
        accounts = _accounts(bare)
        for number in range(CONTENTS):
            _add_content(bare, number, accounts)
    bare.execute("ANALYZE")
    bare.close()


def _accounts(bare: sqlite3.Connection) -> list[int]:
    keys = []
    for platform in ("instagram", "facebook", "x"):
        row = {"platform": platform, "handle": "ukur", "media_kind": "social_network", "version": 1}
        keys.append(_insert(bare, "account", row))
    return keys


def _add_content(bare: sqlite3.Connection, number: int, accounts: Sequence[int]) -> None:
    at = _FIRST + number * _STEP
    is_past = number < CONTENTS * 9 // 10
    reference = f"KTN-2026-{number + 1:06}"
    title = f"Konten {number} tentang {_WORDS[number % 8]} {_WORDS[number // 8 % 8]}"
    text = f"Wargi, ini naskah nomor {number} yang wajar panjangnya. #Jabar " * 3
    planned = _stored(at)
    content = {
        "reference": reference,
        "uuid": f"{number:032x}",
        "state": "approved" if is_past or number % 3 else "collected",
        "title": title,
        "brief": "",
        "text": text,
        "category": _CATEGORIES[number % len(_CATEGORIES)].value,
        "planned_at": planned,
        "created_at": planned,
        "search_text": search_text(reference, title, text),
        "version": 1,
    }
    key = _insert(bare, "content", content)
    for turn in range(2):
        variant = {
            "content_id": key,
            "account_id": accounts[(number + turn) % 3],
            "post_kind": "feed",
            "state": "published" if is_past else "planned",
            "planned_at": planned,
            "published_at": planned if is_past else None,
            "proof_url": "https://example.org" if is_past else None,
            "is_history": 0,
        }
        _insert(bare, "variant", variant)


def _insert(bare: sqlite3.Connection, table: str, row: Mapping[str, object]) -> int:
    names, marks = ", ".join(row), ", ".join("?" * len(row))
    done = bare.execute(
        f"INSERT INTO {table} ({names}) VALUES ({marks})",  # noqa: S608 (our own names)
        tuple(row.values()),
    )
    return done.lastrowid or 0


def _stored(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")


def measure(office: Any) -> list[Measured]:
    """A month's page, the same for one account, a rare word and a frequent one in all days."""
    from app.services import calendar
    from app.services.calendar_filter import Wanted

    now = office.now()
    first, end = date(2026, 10, 26), date(2026, 12, 7)
    return [
        _measured(f"turning a month, {CONTENTS} contents", office, calendar.month, 2026, 11, now),
        _measured(
            "a month of one account", office, calendar.tiles, first, end, now, Wanted(account_id=1)
        ),
        _measured(
            "a word in a month", office, calendar.tiles, first, end, now, Wanted(words="trotoar")
        ),
        _measured(
            "a frequent word in all days", office, calendar.found, now, Wanted(words="arsip mud")
        ),
        _measured(
            "a rare word in all days", office, calendar.found, now, Wanted(words="konten 9876")
        ),
    ]


def _measured(name: str, office: Any, query: Callable[..., object], *words: object) -> Measured:
    asked = _statements(office, query, *words)
    bare = sqlite3.connect(office.database_file)
    now = office.now()

    def floor() -> list[Tile]:
        rows = [row for sql, given in asked for row in bare.execute(sql, given).fetchall()]
        return _tiles([row for row in rows if len(row) > 1], now)

    answer = office.read(query, *words)
    ours = list(getattr(answer, "tiles", answer))
    whole = [tile for tile in floor() if tile.day in {shown.day for shown in ours}]
    if sorted(map(repr, ours)) != sorted(map(repr, whole)):
        raise SystemExit(f"{name}: the floor builds other tiles than the program")
    values, floors = [], []
    for _turn in range(_TURNS):
        values.append(_timed(lambda: office.read(query, *words)))
        floors.append(_timed(floor))
    bare.close()
    return Measured(name, statistics.median(values), statistics.median(floors))


def _statements(office: Any, query: Callable[..., object], *words: object) -> list[tuple[str, Any]]:
    from sqlalchemy import Engine, event

    noted: list[tuple[str, Any]] = []

    def note(_connection: object, _cursor: object, sql: str, given: Any, *_rest: object) -> None:
        if sql.lstrip().upper().startswith("SELECT"):
            noted.append((sql, given))

    event.listen(Engine, "before_cursor_execute", note)
    office.read(query, *words)
    event.remove(Engine, "before_cursor_execute", note)
    return noted


def _tiles(rows: Sequence[tuple[Any, ...]], now: datetime) -> list[Tile]:
    """The frozen tiles of these rows, by the shortest way."""
    together: dict[tuple[int, str | None], list[tuple[Any, ...]]] = {}
    for row in rows:
        moment = row[11] or row[10] or row[7]
        together.setdefault((row[0], moment), []).append(row)
    tiles = [_tile(group, moment, now) for (_key, moment), group in together.items()]
    return sorted(tiles, key=lambda tile: (tile.day, tile.at or now, tile.content_id))


def _tile(group: Sequence[tuple[Any, ...]], moment: str | None, now: datetime) -> Tile:
    first = group[0]
    at = datetime.fromisoformat(moment).replace(tzinfo=UTC) if moment else now
    state = ContentState(first[4])
    variants = [VariantState(row[9]) if row[9] else None for row in group]
    return Tile(
        content_id=first[0],
        version=first[1],
        reference=first[2],
        title=first[3],
        day=wib(at).date(),
        at=at,
        platforms=tuple(dict.fromkeys(row[13] for row in group if row[13])),
        accounts=tuple(dict.fromkeys(row[14] for row in group if row[14])),
        category=Category(first[5]) if first[5] else None,
        own_category=first[6],
        state=derived_state(state, variants, at, now),
        is_movable=state in _OPEN
        and any(each in (None, VariantState.PLANNED) for each in variants),
    )


def _timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - begun)
