"""An office with invented people and accounts, on SQLite and on a real PostgreSQL.

It is made once a test process and copied for each test; people sign in by remembered tokens, for
hashing a password takes long on purpose.
"""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.models.account import Account, MediaKind
from app.models.agency import AgencyKind
from app.models.roles import Role
from app.office import Office
from app.services import people
from app.services.people import PersonFacts
from app.services.transaction import Transaction
from tests.databases import PostgresServer
from tests.fixed_clock import FixedClock

PASSWORD = "angklung-2026"  # noqa: S105 of invented people
_PEOPLE = (
    ("tatang", PersonFacts("Drs. Tatang Suherlan, M.Si.", "Pak", "Tatang"), Role.OFFICIAL),
    ("neneng", PersonFacts("Neneng Hasanah, S.Sos.", "Bu", "Neneng"), Role.OFFICIAL),
    ("euis", PersonFacts("Dr. Euis Ratnaningsih, M.M.", "Bu", "Euis"), Role.HEAD),
    ("dede", PersonFacts("Dede Kurniawan, A.Md.", "Kang", "Dede"), Role.DESIGNER),
    ("cecep", PersonFacts("Cecep Mulyana", "Kang", "Cecep"), Role.CREATIVE),
    ("wulan", PersonFacts("Wulan Sari, S.I.Kom.", "Teh", "Wulan"), Role.ADMIN),
)
_ACCOUNTS = (
    ("instagram", "dislitbud.jabar", MediaKind.MEDIA_SHARING),
    ("facebook", "DislitbudJabar", MediaKind.SOCIAL_NETWORK),
    ("x", "dislitbudjabar", MediaKind.MICROBLOG),
    ("youtube", "dislitbudjabar", MediaKind.MEDIA_SHARING),
)


@dataclass(frozen=True)
class Template:
    """A finished office to copy: its folder, its database on the server if any, the tokens."""

    folder: Path
    database: str | None
    tokens: dict[str, str]


class Colleagues:
    """Lets the office's people take turns at one PC."""

    def __init__(self, tokens: dict[str, str]) -> None:
        self._tokens = tokens

    def sit_down(self, office: Office, name: str) -> int:
        """Sign in `rina`, `tatang` …; returns the person's key."""
        actor = office.sign_in_remembered(self._tokens[name])
        assert actor.id is not None
        return actor.id


def _fill(office: Office) -> dict[str, str]:
    tokens = {"rina": office.act(people.remember_machine, "PC")}
    rina = next(row for row in office.read(people.people) if row.sign_in_name == "rina")
    facts = PersonFacts("Rina Marlina, S.I.Kom.", "Teh", "Rina")
    office.act(people.change_person, rina.id, rina.version, facts)
    for name, facts, role in _PEOPLE:
        office.act(people.add_person, facts, frozenset({role}), name, PASSWORD)
    office.act(_add_accounts)
    for name, _facts, _role in _PEOPLE:
        office.sign_in(name, PASSWORD)
        office.act(people.set_own_password, PASSWORD)
        tokens[name] = office.act(people.remember_machine, "PC")
    return tokens


def _add_accounts(tx: Transaction) -> None:
    for platform, handle, kind in _ACCOUNTS:
        tx.session.add(Account(platform=platform, handle=handle, media_kind=kind))
    tx.audit("add_accounts", "account")


def _template(folder: Path, server: PostgresServer | None) -> Template:
    database = server.make() if server else None
    with Office.create(
        folder,
        name="Dinas Literasi dan Warisan Budaya",
        kind=AgencyKind.REGIONAL_AGENCY,
        admin="Rina Marlina, S.I.Kom.",
        password=PASSWORD,
        sign_in_name="rina",
        database_url=server.url(database) if server and database else None,
        clock=FixedClock(),
    ) as office:
        return Template(folder, database, _fill(office))


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    return _template(tmp_path_factory.mktemp("template") / "office", None)


@pytest.fixture(scope="session")
def postgres_template(
    tmp_path_factory: pytest.TempPathFactory, postgres_server: PostgresServer
) -> Template:
    return _template(tmp_path_factory.mktemp("template-pg") / "office", postgres_server)


def _copied(template: Template, folder: Path) -> Path:
    shutil.copytree(template.folder, folder)
    return folder


@pytest.fixture
def office_folder(tmp_path: Path, sqlite_template: Template) -> Path:
    """The folder of an SQLite office that nobody has opened."""
    return _copied(sqlite_template, tmp_path / "office")


@pytest.fixture
def sqlite_office(
    office_folder: Path, clock: FixedClock, sqlite_template: Template
) -> Iterator[Office]:
    """An SQLite office in which Teh Rina, an admin, is signed in: for tests of the window."""
    with Office.open(office_folder, clock) as office:
        office.sign_in_remembered(sqlite_template.tokens["rina"])
        yield office


@pytest.fixture(params=["sqlite", "postgresql"])
def office(request: pytest.FixtureRequest, tmp_path: Path, clock: FixedClock) -> Iterator[Office]:
    """The same office on each database in turn; Teh Rina, an admin, is signed in."""
    if request.param == "sqlite":
        template: Template = request.getfixturevalue("sqlite_template")
        folder = _copied(template, tmp_path / "office")
        with Office.open(folder, clock) as opened:
            opened.sign_in_remembered(template.tokens["rina"])
            yield opened
        return
    template = request.getfixturevalue("postgres_template")
    server: PostgresServer = request.getfixturevalue("postgres_server")
    database = server.make(template.database)
    folder = _copied(template, tmp_path / "office")
    facts = folder / "office.toml"
    facts.write_text(f'form = 1\n[database]\nurl = "{server.url(database)}"\n', encoding="utf-8")
    with Office.open(folder, clock) as opened:
        opened.sign_in_remembered(template.tokens["rina"])
        yield opened
    server.drop(database)


@pytest.fixture
def colleagues(request: pytest.FixtureRequest) -> Colleagues:
    """Whoever else works in the office of this test."""
    on_server = getattr(request.node, "callspec", None) is not None and (
        request.node.callspec.params.get("office") == "postgresql"
    )
    template = request.getfixturevalue("postgres_template" if on_server else "sqlite_template")
    return Colleagues(template.tokens)
