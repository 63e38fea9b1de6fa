"""Who else has the same thing open: seen for a moment, kept outside the office's own data.

An office on one PC keeps it in small files of its folder, one on a server in a table beside the
office's. Nothing of it is audited, announced, backed up or migrated, and all of it may be lost.
"""

import json
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from uuid import uuid4

from sqlalchemy import Engine, text

LASTS = 45  # seconds; whoever is still there says so again before that


@dataclass(frozen=True, slots=True)
class Visit:
    """Somebody's window in which something is open. `window` tells two of them apart."""

    window: str
    name: str
    subject: str
    subject_id: int


class Presence(Protocol):
    """Where it is kept."""

    def come(self, visit: Visit) -> list[str]:
        """Say that somebody is there, again too; returns the names of the others."""

    def leave(self, window: str) -> None:
        """That window shows it no more."""


class FilePresence:
    """Small files, one a window, whose age is the files' own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def come(self, visit: Visit) -> list[str]:
        try:
            self._folder.mkdir(exist_ok=True)
            self._write(visit)
            return self._others(visit)
        except (OSError, ValueError):
            return []  # a full or read-only disk is told by the acts, not by this

    def leave(self, window: str) -> None:
        try:
            self._file(window).unlink(missing_ok=True)
        except OSError:
            return  # it expires by itself

    def _file(self, window: str) -> Path:
        return self._folder / f"{window}.json"

    def _write(self, visit: Visit) -> None:
        """Written beside it and moved there: nobody reads half of one."""
        body = {"name": visit.name, "subject": visit.subject, "id": visit.subject_id}
        beside = self._folder / f"{visit.window}.{uuid4().hex}"
        beside.write_text(json.dumps(body), encoding="utf-8")
        beside.replace(self._file(visit.window))

    def _others(self, visit: Visit) -> list[str]:
        names, oldest = [], time.time() - LASTS
        for file in sorted(self._folder.glob("*.json")):
            if file.stat().st_mtime < oldest:
                file.unlink(missing_ok=True)
            elif file != self._file(visit.window):
                body = json.loads(file.read_text(encoding="utf-8"))
                if (body["subject"], body["id"]) == (visit.subject, visit.subject_id):
                    names.append(body["name"])
        return list(dict.fromkeys(names))


_MAKE = (
    "CREATE SCHEMA IF NOT EXISTS kohkol_presence",
    "CREATE UNLOGGED TABLE IF NOT EXISTS kohkol_presence.visit ("
    '"window" text PRIMARY KEY, name text NOT NULL, subject text NOT NULL, '
    "subject_id bigint NOT NULL, seen_at timestamptz NOT NULL)",
)
_COME = text(
    'INSERT INTO kohkol_presence.visit ("window", name, subject, subject_id, seen_at) '
    "VALUES (:window, :name, :subject, :subject_id, clock_timestamp()) "
    'ON CONFLICT ("window") DO UPDATE SET name = excluded.name, subject = excluded.subject, '
    "subject_id = excluded.subject_id, seen_at = excluded.seen_at"
)
_OTHERS = text(
    "SELECT DISTINCT name FROM kohkol_presence.visit "
    'WHERE subject = :subject AND subject_id = :subject_id AND "window" <> :window '
    "AND seen_at > clock_timestamp() - make_interval(secs => :lasts) ORDER BY name"
)
_LEAVE = text(
    'DELETE FROM kohkol_presence.visit WHERE "window" = :window '
    "OR seen_at < clock_timestamp() - make_interval(secs => :lasts)"
)


class TablePresence:
    """A table in a schema of its own; the server's clock is the one that counts."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._is_made = False

    def come(self, visit: Visit) -> list[str]:
        self._make()
        facts = {
            "window": visit.window,
            "name": visit.name,
            "subject": visit.subject,
            "subject_id": visit.subject_id,
        }
        with self._engine.begin() as connection:
            connection.execute(_COME, facts)
            return list(connection.execute(_OTHERS, {**facts, "lasts": LASTS}).scalars())

    def leave(self, window: str) -> None:
        self._make()
        with self._engine.begin() as connection:
            connection.execute(_LEAVE, {"window": window, "lasts": LASTS})

    def _make(self) -> None:
        if not self._is_made:
            with self._engine.begin() as connection:
                # Two programs at once would both find it missing.
                connection.execute(text("SELECT pg_advisory_xact_lock(6026061)"))
                for statement in _MAKE:
                    connection.execute(text(statement))
            self._is_made = True
