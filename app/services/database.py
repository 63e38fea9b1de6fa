"""Engines for both databases, migration with a backup before it, the world's errors told apart."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError

from app.models.migrations import REVISIONS
from app.models.triggers import recreate_triggers
from app.services.errors import (
    DiskFull,
    OfficeBusy,
    OfficeDamaged,
    OfficeError,
    OfficeTooNew,
    OfficeUnreachable,
)

BUSY_SECONDS = 30
BACKUP_PAGES = 1000  # a step of this size allows progress and costs nothing (measured)


@dataclass(frozen=True, slots=True)
class Database:
    """One database with its two ways in: acts may write, queries can't."""

    acts: Engine
    queries: Engine
    path: Path | None  # of the SQLite file; None on a server
    place: str  # what a person knows it by

    def close(self) -> None:
        self.acts.dispose()


def sqlite_database(path: Path) -> Database:
    """An SQLite file. We emit BEGIN ourselves: IMMEDIATE for acts, with query_only for queries."""
    engine = create_engine(
        f"sqlite:///{path}",
        connect_args={"isolation_level": None, "timeout": BUSY_SECONDS},
    )

    @event.listens_for(engine, "connect")
    def _prepare(raw: Any, _record: object) -> None:
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
            raw.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        acts = connection.get_execution_options().get("purpose") == "act"
        connection.exec_driver_sql(f"PRAGMA query_only={'OFF' if acts else 'ON'}")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if acts else "BEGIN")

    return Database(
        engine.execution_options(purpose="act"),
        engine.execution_options(purpose="query"),
        path,
        str(path),
    )


def postgres_database(url: str, password: str | None = None) -> Database:
    """A PostgreSQL database. Acts run READ COMMITTED and lock what they read to change."""
    from sqlalchemy import make_url

    address = make_url(url).set(drivername="postgresql+psycopg")
    if password:
        address = address.set(password=password)
    engine = create_engine(address)
    reading = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    place = address.set(password=None).render_as_string()
    return Database(engine, reading, None, place)


def schema_version(database: Database) -> str | None:
    """The revision the database is at; None for an empty one. Costs no Alembic at start-up."""
    with told_apart(database.place), database.queries.connect() as connection:
        if database.path is not None:
            known = "SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'"
        else:
            known = "SELECT 1 FROM pg_tables WHERE tablename = 'alembic_version'"
        if connection.exec_driver_sql(known).first() is None:
            return None
        row = connection.exec_driver_sql("SELECT version_num FROM alembic_version").first()
        return str(row[0]) if row else None


def bring_up_to_date(database: Database, backups: Path) -> None:
    """Migrate to this program's schema; a backup is made first unless the database is empty.

    Raises:
        OfficeTooNew: a newer program made it.
        DiskFull: there is no room for the backup; nothing was migrated.
    """
    version = schema_version(database)
    if version == REVISIONS[-1]:
        return
    if version is not None and version not in REVISIONS:
        raise OfficeTooNew(database.place)
    if version is not None and database.path is not None:
        backups.mkdir(parents=True, exist_ok=True)
        backup_sqlite(database.path, backups / f"before-{REVISIONS[-1]}-from-{version}.sqlite3")
    with told_apart(database.place):
        migrate(database.acts)


def migrate(engine: Engine, target: str = "head") -> None:
    """Run Alembic in one transaction, with foreign keys off on SQLite and checked at the end.

    Raises:
        OfficeDamaged: a row points to nothing after the migration; all is as before.
    """
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option(
        "script_location", str(Path(__file__).parent.parent / "models" / "migrations")
    )
    config.set_main_option("path_separator", "os")
    with engine.connect() as connection:
        raw: Any = connection.connection.dbapi_connection
        on_sqlite = connection.dialect.name == "sqlite"
        if on_sqlite:
            raw.execute("PRAGMA foreign_keys=OFF")  # through Connection it follows BEGIN: ignored
        try:
            with connection.begin():
                config.attributes["connection"] = connection
                command.upgrade(config, target)
                recreate_triggers(connection)
                if on_sqlite and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                    raise OfficeDamaged(str(engine.url.database))
        finally:
            if on_sqlite:
                raw.execute("PRAGMA foreign_keys=ON")


def backup_sqlite(source: Path, target: Path, progress: Any = None) -> None:
    """Copy a live database by SQLite's backup interface and check the copy; all or nothing."""
    unfinished = target.with_name(target.name + ".part")
    try:
        with told_apart(str(target)):
            _copy_database(source, unfinished, progress)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def _copy_database(source: Path, target: Path, progress: Any) -> None:
    reading = sqlite3.connect(source)
    writing = sqlite3.connect(target)
    try:

        def _told(_status: int, remaining: int, total: int) -> None:
            if progress is not None:
                progress(total - remaining, total)

        reading.backup(writing, pages=BACKUP_PAGES, progress=_told)
        if writing.execute("PRAGMA quick_check").fetchone() != ("ok",):
            raise OfficeDamaged(source)
        writing.execute("PRAGMA journal_mode=DELETE")
    finally:
        writing.close()
        reading.close()


@contextmanager
def told_apart(place: str, *, writing: bool = True) -> Iterator[None]:
    """Turn what the world does to a database into an OfficeError that says where.

    A query that wants to write is our own mistake, though SQLite words it like a locked disk.
    """
    try:
        yield
    except DBAPIError as error:
        told = _worlds(error.orig, place)
        if told is None or (not writing and "readonly" in str(error.orig)):
            raise
        raise told from error
    except sqlite3.Error as error:
        raise (_worlds(error, place) or OfficeDamaged(place)) from error
    except OSError as error:
        raise world_error(error, place) from error


def _worlds(error: BaseException | None, place: str) -> OfficeError | None:
    text = str(error).lower()
    if "locked" in text or "busy" in text:
        return OfficeBusy(place)
    if "full" in text:
        return DiskFull(place)
    if "malformed" in text or "not a database" in text:
        return OfficeDamaged(place)
    unreachable = ("unable to open", "i/o error", "readonly", "connection", "connect to")
    if any(words in text for words in unreachable):
        return OfficeUnreachable(place)
    return None


def world_error(error: OSError, place: Path | str) -> OfficeError:
    """The OfficeError for what the operating system said of a file or folder."""
    import errno

    return DiskFull(place) if error.errno == errno.ENOSPC else OfficeUnreachable(place)
