"""Office: one opened office = database + asset store + clock + who is signed in. The only door."""

import platform
import tomllib
import uuid
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from sqlalchemy.orm import Session

from app.models.agency import AgencyKind
from app.models.roles import Role
from app.services import audit, people
from app.services.changes import ChangeWatcher, tell_others
from app.services.database import (
    Database,
    backup_sqlite,
    bring_up_to_date,
    postgres_database,
    schema_version,
    sqlite_database,
    told_apart,
)
from app.services.errors import (
    NoOffice,
    NotSignedIn,
    OfficeExists,
    OfficeUnreachable,
    OnNetworkShare,
    PasswordMustChange,
)
from app.services.founding import begin_demo, demo_offset, found_office
from app.services.pc_clock import Clock, pc_clock
from app.services.places import DATABASE_NAME, FACTS_NAME, is_network_share
from app.services.presence import FilePresence, Presence, TablePresence
from app.services.secrets import database_password
from app.services.store import AssetStore
from app.services.transaction import Actor, Progress, Transaction

if TYPE_CHECKING:
    from app.services.asset_library import AssetLibrary
    from app.services.backup import BackupContents

Given = ParamSpec("Given")
Result = TypeVar("Result")
Listener = Callable[[frozenset[str]], None]

_PROGRAM = Actor(None, "Kohkol", frozenset(Role))


class Office:
    """One opened office. Safe to use from several threads; `close` it in the end."""

    def __init__(self, folder: Path, database: Database, assets: AssetStore, clock: Clock) -> None:
        self.folder = folder
        self._database = database
        self._assets = assets
        self._library: AssetLibrary | None = None
        self._making_library = Lock()
        self._clock = clock
        self._actor: Actor | None = None
        self._must_change_password = False
        self._listeners: list[Listener] = []
        self._origin = str(uuid.uuid4())
        self._machine = platform.node() or "?"
        self._watcher: ChangeWatcher | None = None
        self._offset = self.read(demo_offset)
        self._presence: Presence = (
            FilePresence(folder / "presence")
            if database.path is not None
            else TablePresence(database.acts)
        )

    @classmethod
    def open(cls, folder: Path, clock: Clock = pc_clock) -> "Office":
        """Open the office in `folder`; an older database is backed up and migrated.

        Raises:
            NoOffice: there is none.
            OnNetworkShare: it keeps an SQLite file on another machine.
            OfficeTooNew, OfficeDamaged, OfficeBusy, OfficeUnreachable: it can't be opened.
        """
        facts_file = folder / FACTS_NAME
        if not facts_file.is_file():
            raise NoOffice(folder)
        try:
            facts = tomllib.loads(facts_file.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise OfficeUnreachable(facts_file) from error
        database = _database_of(folder, facts)
        with ExitStack() as unless_opened:
            unless_opened.callback(database.close)
            _must_be_there(folder, database)
            bring_up_to_date(database, folder / "backups")
            office = cls(folder, database, _store_of(folder, facts), clock)
            unless_opened.pop_all()
        return office

    @classmethod
    def create(
        cls,
        folder: Path,
        *,
        name: str,
        kind: AgencyKind,
        admin: str,
        password: str,
        sign_in_name: str | None = None,
        database_url: str | None = None,
        clock: Clock = pc_clock,
    ) -> "Office":
        """Make an empty office with its first person, an admin who is signed in then.

        The directory of agencies is filled from the shipped facts. What was begun is removed if
        anything fails, so that nothing is half made.

        Raises:
            OfficeExists: the folder holds something already.
            OnNetworkShare: the folder lies on another machine and no server is named.
            InvalidValue, PasswordTooShort: of what was typed in.
        """
        if folder.exists() and any(folder.iterdir()):
            raise OfficeExists(folder)
        if database_url is None and is_network_share(folder):
            raise OnNetworkShare(folder)
        made = _Making(folder)
        with ExitStack() as unless_made:
            unless_made.callback(made.undo)
            made.begin(database_url)
            database = _database_of(folder, {"database": {"url": database_url}})
            made.database = database
            _must_be_empty(database)
            bring_up_to_date(database, folder / "backups")
            office = cls(folder, database, AssetStore(folder / "assets"), clock)
            office._actor = _PROGRAM
            office.act(found_office, name, kind, admin, sign_in_name or admin, password)
            office.sign_in(sign_in_name or admin, password)
            unless_made.pop_all()
        return office

    @property
    def actor(self) -> Actor | None:
        """Who is signed in."""
        return self._actor

    @property
    def must_change_password(self) -> bool:
        """The password was set by another: nothing but setting an own one is possible."""
        return self._must_change_password

    @property
    def assets(self) -> AssetStore:
        """The bytes of the office's assets."""
        return self._assets

    def sweep(self) -> list[str]:
        """Remove bytes older than any transaction that no asset names; returns their hashes."""
        from app.services.assets import kept_hashes  # a fifth of the time to open, seldom needed

        return self._assets.sweep(self.read(kept_hashes))

    @property
    def library(self) -> "AssetLibrary":
        """How files become assets, and their thumbnails."""
        from app.services.asset_library import AssetLibrary  # not needed to see Beranda

        with self._making_library:
            if self._library is None:
                self._library = AssetLibrary(self.folder / "cache", self._assets)
            return self._library

    @property
    def presence(self) -> Presence:
        """Who else has something open; kept outside the office's own data."""
        return self._presence

    @property
    def database_file(self) -> Path | None:
        """The SQLite file for backup and check; None on a server."""
        return self._database.path

    @property
    def is_demo(self) -> bool:
        """A demo office carries its own today, and its paper says CONTOH."""
        return self._offset is not None

    def now(self) -> datetime:
        """This moment (UTC); in a demo office its own time, running on."""
        moment = self._clock()
        return moment if self._offset is None else moment + self._offset

    def act(
        self,
        act: Callable[Concatenate[Transaction, Given], Result],
        *args: Given.args,
        **kwargs: Given.kwargs,
    ) -> Result:
        """Let the signed-in person do one act, in one transaction: all of it or nothing.

        Raises:
            NotSignedIn: nobody is.
            PasswordMustChange: first the password that another set must be replaced.
            ActError: the act's own refusals. OfficeError: the world's.
        """
        if self._actor is None:
            raise NotSignedIn
        if self._must_change_password and act is not people.set_own_password:
            raise PasswordMustChange
        return self._run(self._actor, act, *args, **kwargs)

    def _run(
        self,
        actor: Actor,
        act: Callable[Concatenate[Transaction, Given], Result],
        *args: Given.args,
        **kwargs: Given.kwargs,
    ) -> Result:
        now = self.now()
        with (
            told_apart(self._database.place),
            Session(self._database.acts, expire_on_commit=False) as session,
        ):
            session.info["now"] = now
            tx = Transaction(session, actor, now, self._assets)
            with session.begin():
                result = act(tx, *args, **kwargs)
                session.flush()
                if tx.changed:
                    tell_others(session, self._origin, tx.changed, now)
                audit.seal(session, tx.happenings, (actor.id, actor.name), self._machine, now)
        if act is people.set_own_password:
            self._must_change_password = False
        self._announce(tx.changed)
        return result

    def read(
        self,
        query: Callable[Concatenate[Session, Given], Result],
        *args: Given.args,
        **kwargs: Given.kwargs,
    ) -> Result:
        """Answer one question from one consistent state; nothing can be written."""
        with (
            told_apart(self._database.place, writing=False),
            Session(self._database.queries, autoflush=False, expire_on_commit=False) as session,
            session.begin(),
        ):
            return query(session, *args, **kwargs)

    def sign_in(self, name: str, password: str) -> Actor:
        """Let somebody in. A password that another set works once, and only to set an own one.

        Raises:
            WrongPassword: name and password don't match.
        """
        signed_in = self.read(people.check_password, name, password)
        self._run(
            signed_in.actor,
            people.use_up_password if signed_in.must_change else people.note_sign_in,
        )
        self._actor = signed_in.actor
        self._must_change_password = signed_in.must_change
        return signed_in.actor

    def sign_in_remembered(self, token: str) -> Actor:
        """Let in whom this PC remembers.

        Raises:
            WrongPassword: it does not, any more.
        """
        self._actor = self.read(people.check_token, token)
        self._must_change_password = False
        return self._actor

    def sign_out(self) -> None:
        """Nobody is signed in any more."""
        self._actor = None
        self._must_change_password = False

    def refresh_actor(self) -> None:
        """Ask again what the signed-in person may do: roles may have changed."""
        if self._actor is not None and self._actor.id is not None:
            row = self.read(people.person, self._actor.id)
            if row is None or not row.is_active:
                self.sign_out()
            else:
                self._actor = Actor(row.id, row.name, row.roles)

    def back_up(self, target: Path, progress: Progress) -> "BackupContents":
        """Write the whole office into one new file, and read it back to verify it.

        Raises:
            FileExists: a backup never overwrites a file.
            DiskFull, OfficeUnreachable: it can't be written. Cancelled: by `progress`.
        """
        from app.services import backup

        snapshot = target.with_name(target.name + ".sqlite3")
        try:
            if self._database.path is not None:
                backup_sqlite(self._database.path, snapshot)
            else:
                self.read(backup.snapshot_rows, snapshot)
            return backup.pack(snapshot, self._assets, target, self.now(), progress)
        finally:
            snapshot.unlink(missing_ok=True)

    @staticmethod
    def restore(file: Path, folder: Path, progress: Progress) -> "BackupContents":
        """Make an office in a new folder from a backup; see `backup.unpack` for what it raises.

        Raises:
            OnNetworkShare: the folder lies on another machine.
        """
        from app.services import backup

        if is_network_share(folder):
            raise OnNetworkShare(folder)
        return backup.unpack(file, folder, _facts_text(None), progress)

    def live_at(self, today: datetime) -> None:
        """Make this a demo office that lives at `today`, its clock running on from there."""
        self._run(_PROGRAM, begin_demo, today)
        self._offset = self.read(demo_offset)

    def on_change(self, listener: Listener) -> None:
        """Call `listener` with the aggregates that an act changed, ours or another program's."""
        self._listeners.append(listener)

    def watch(self) -> None:
        """Notice from now on what other programs change in this office."""
        if self._watcher is None:
            self._watcher = ChangeWatcher(self._database, self._origin, self._announce)
            self._watcher.start()

    def _announce(self, aggregates: Iterable[str]) -> None:
        changed = frozenset(aggregates)
        if "person" in changed:
            self.refresh_actor()
        if changed:
            for listener in tuple(self._listeners):
                listener(changed)

    def close(self) -> None:
        """End watching and let go of the database."""
        if self._watcher is not None:
            self._watcher.stop()
            self._watcher = None
        if self._library is not None:
            self._library.close()
        self._database.close()

    def __enter__(self) -> "Office":
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()


class _Making:
    """What making an office has left on the disk so far, so that it can be taken back."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._was_there = folder.exists()
        self.database: Database | None = None

    def begin(self, database_url: str | None) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            (self._folder / "assets").mkdir()
            (self._folder / "backups").mkdir()
            (self._folder / FACTS_NAME).write_text(_facts_text(database_url), encoding="utf-8")
        except OSError as error:
            raise OfficeUnreachable(self._folder) from error

    def undo(self) -> None:
        import shutil

        if self.database is not None:
            self.database.close()
        for left in (DATABASE_NAME, f"{DATABASE_NAME}-wal", f"{DATABASE_NAME}-shm", FACTS_NAME):
            (self._folder / left).unlink(missing_ok=True)
        for left in ("assets", "backups"):
            shutil.rmtree(self._folder / left, ignore_errors=True)
        if not self._was_there:
            shutil.rmtree(self._folder, ignore_errors=True)


def _facts_text(database_url: str | None) -> str:
    lines = ["# An office of Kohkol. Keep this file beside the database.", "form = 1"]
    if database_url is not None:
        lines += ["", "[database]", f'url = "{database_url}"']
    return "\n".join(lines) + "\n"


def _must_be_there(folder: Path, database: Database) -> None:
    """An SQLite engine would make a missing file anew."""
    if database.path is not None and not database.path.is_file():
        raise NoOffice(folder)


def _must_be_empty(database: Database) -> None:
    if schema_version(database) is not None:
        raise OfficeExists(database.place)


def _database_of(folder: Path, facts: dict[str, object]) -> Database:
    section = facts.get("database")
    url = section.get("url") if isinstance(section, dict) else None
    if isinstance(url, str):
        return postgres_database(url, database_password(url))
    if is_network_share(folder):
        raise OnNetworkShare(folder)
    return sqlite_database(folder / DATABASE_NAME)


def _store_of(folder: Path, facts: dict[str, object]) -> AssetStore:
    section = facts.get("assets")
    named = section.get("folder") if isinstance(section, dict) else None
    return AssetStore(Path(named) if isinstance(named, str) else folder / "assets")
