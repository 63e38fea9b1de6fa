"""How open programs learn of each other's acts: a change log, noticed and read."""

import logging
import sqlite3
import threading
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TypeVar

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from app.models.audit import ChangeEntry
from app.services.database import Database, told_apart
from app.services.errors import OfficeError

Answer = TypeVar("Answer")

_CHANNEL = "kohkol_changes"
_SECONDS = 1.0
_log = logging.getLogger(__name__)


def tell_others(session: Session, origin: str, aggregates: Iterable[str], now: datetime) -> None:
    """Write what an act changed to the change log; on PostgreSQL also wake the listeners."""
    session.add(ChangeEntry(origin=origin, aggregates=" ".join(sorted(aggregates)), made_at=now))
    session.flush()
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text(f"NOTIFY {_CHANNEL}"))


def newest_entry(session: Session) -> int:
    """The key of the newest entry of the change log; 0 if there is none."""
    return session.scalar(select(func.max(ChangeEntry.id))) or 0


def entries_after(session: Session, last: int, origin: str) -> tuple[int, frozenset[str]]:
    """(newest key, aggregates that other programs changed since `last`)."""
    rows = session.execute(
        select(ChangeEntry.id, ChangeEntry.origin, ChangeEntry.aggregates)
        .where(ChangeEntry.id > last)
        .order_by(ChangeEntry.id)
    ).all()
    others = {name for row in rows if row.origin != origin for name in row.aggregates.split()}
    return (rows[-1].id if rows else last), frozenset(others)


class ChangeWatcher:
    """A thread that announces what other programs changed; our own acts are skipped."""

    def __init__(
        self, database: Database, origin: str, announce: Callable[[frozenset[str]], None]
    ) -> None:
        self._database = database
        self._origin = origin
        self._announce = announce
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="office-changes", daemon=True)
        self._last = 0

    def start(self) -> None:
        self._last = self._read(newest_entry)
        self._thread.start()

    def stop(self) -> None:
        self._ended.set()
        self._thread.join(timeout=10)

    def _read(self, query: Callable[..., Answer], *args: object) -> Answer:
        with Session(self._database.queries) as session, session.begin():
            return query(session, *args)

    def _watch(self) -> None:
        while not self._ended.is_set():
            try:
                with told_apart(self._database.place):
                    self._wait_on_file() if self._database.path else self._wait_on_server()
            except OfficeError:
                _log.info("the office does not answer; asking again", exc_info=True)
                self._ended.wait(10)

    def _wait_on_file(self) -> None:
        """`PRAGMA data_version` of a connection of its own rises at another's commit."""
        watching = sqlite3.connect(str(self._database.path), isolation_level=None)
        try:
            seen = None
            while not self._ended.is_set():
                version = watching.execute("PRAGMA data_version").fetchone()[0]
                if version != seen:
                    self._tell()
                seen = version
                self._ended.wait(_SECONDS)
        finally:
            watching.close()

    def _wait_on_server(self) -> None:
        with self._database.acts.connect().execution_options(
            isolation_level="AUTOCOMMIT"
        ) as connection:
            connection.exec_driver_sql(f"LISTEN {_CHANNEL}")
            self._tell()
            raw = connection.connection.dbapi_connection
            while not self._ended.is_set():
                notices = list(raw.notifies(timeout=_SECONDS, stop_after=1))  # type: ignore[union-attr]
                if notices:
                    self._tell()

    def _tell(self) -> None:
        self._last, others = self._read(entries_after, self._last, self._origin)
        if others:
            self._announce(others)
