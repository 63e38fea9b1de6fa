"""The rules of the database, each found by measuring: a test fails where one is taken away."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, func, inspect, select, text, update
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm import Session

from app.models import Base
from app.models.agency import Agency, AgencyKind
from app.models.audit import AuditEvent, Counter
from app.models.content import Content
from app.models.migrations import REVISIONS
from app.models.person import Person, PersonRole
from app.models.roles import Role
from app.office import Office
from app.services import people
from app.services.audit import ChainFault, chain_fault
from app.services.database import (
    Database,
    bring_up_to_date,
    migrate,
    postgres_database,
    sqlite_database,
)
from app.services.errors import ActError, OfficeDamaged, OfficeTooNew
from app.services.people import PersonFacts
from app.services.transaction import Transaction
from tests.fixed_clock import FixedClock


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A database without a table."""
    if request.param == "sqlite":
        database = sqlite_database(tmp_path / "empty.sqlite3")
    else:
        database = postgres_database(request.getfixturevalue("postgres_url"))
    yield database
    database.close()


def _content(tx: Transaction, **facts: Any) -> Content:
    row = Content(
        reference=tx.next_reference("KTN"), title="Jadwal pustaka keliling", created_at=tx.now
    )
    for name, value in facts.items():
        setattr(row, name, value)
    tx.session.add(row)
    tx.session.flush()
    return row


def test_two_acts_at_once_lose_no_count(office: Office) -> None:
    def count_up(tx: Transaction) -> None:
        tx.next_reference("KTN")

    def many() -> None:
        for _ in range(25):
            office.act(count_up)

    threads = [threading.Thread(target=many) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert office.read(lambda session: session.scalar(select(Counter.last))) == 100


def test_a_query_sees_one_state_while_an_act_commits(office: Office) -> None:
    def twice(session: Session) -> tuple[int | None, int | None]:
        count = select(func.count(Person.id))
        first = session.scalar(count)
        thread = threading.Thread(
            target=office.act, args=(people.add_person, PersonFacts("Di Tengah"))
        )
        thread.start()
        thread.join()
        return first, session.scalar(count)

    first, second = office.read(twice)

    assert first == second
    assert len(office.read(people.people)) == (first or 0) + 1


def test_a_query_can_write_nothing(office: Office) -> None:
    def write(session: Session) -> None:
        session.execute(update(Person).values(phone="0812-0000-0001"))

    with pytest.raises(DBAPIError):
        office.read(write)

    assert {row.phone for row in office.read(people.people)} == {None}


def test_an_act_that_fails_half_way_leaves_nothing(office: Office) -> None:
    def half(tx: Transaction) -> None:
        people.add_person(tx, PersonFacts("Setengah Jalan"))
        raise ActError

    before = office.read(lambda session: session.scalar(select(func.count(AuditEvent.id))))

    with pytest.raises(ActError):
        office.act(half)

    assert "Setengah Jalan" not in {row.name for row in office.read(people.people)}
    assert before == office.read(lambda session: session.scalar(select(func.count(AuditEvent.id))))


def test_rows_point_only_to_rows_that_are_there(office: Office) -> None:
    def orphan(tx: Transaction) -> None:
        tx.session.add(PersonRole(person_id=99_999, role=Role.ADMIN))

    with pytest.raises(IntegrityError):
        office.act(orphan)


def test_a_state_that_no_flow_knows_is_refused_by_the_database(office: Office) -> None:
    def invent(tx: Transaction) -> None:
        row = _content(tx)
        tx.session.execute(
            text("UPDATE content SET state = 'ditolak' WHERE id = :id"), {"id": row.id}
        )

    with pytest.raises(IntegrityError):
        office.act(invent)


def test_a_moment_without_a_zone_is_a_mistake(office: Office) -> None:
    def naive(tx: Transaction) -> None:
        _content(tx, planned_at=tx.now.replace(tzinfo=None))

    with pytest.raises(Exception, match="needs a zone"):
        office.act(naive)


def test_a_nul_in_a_text_is_dropped(office: Office) -> None:
    key = office.act(people.add_person, PersonFacts("Asep\0 Hidayat"))

    row = office.read(people.person, key)

    assert row is not None
    assert row.name == "Asep Hidayat"


def test_numbers_of_64_bits_and_order_by_bytes_are_the_same_on_both(office: Office) -> None:
    def numbers(tx: Transaction) -> None:
        tx.session.add(Counter(kind="besar", year=2**62, last=2**62 + 1))
        for name in ("b", "a", "B", "A", "é"):
            tx.session.add(Counter(kind=name, year=1, last=0))

    office.act(numbers)

    of_one = select(Counter.kind).where(Counter.year == 1).order_by(Counter.kind)
    big = select(Counter.last).where(Counter.kind == "besar")
    assert office.read(lambda session: list(session.scalars(of_one))) == ["A", "B", "a", "b", "é"]
    assert office.read(lambda session: session.scalar(big)) == 2**62 + 1


@pytest.mark.parametrize("change", ["UPDATE audit_event SET act = 'x'", "DELETE FROM audit_event"])
def test_the_audit_trail_can_only_grow(office: Office, change: str) -> None:
    with pytest.raises(DBAPIError, match="append-only"):
        office.act(lambda tx: tx.session.execute(text(change)))


def _forge(office: Office, statement: str) -> None:
    """What somebody with the database's password and without scruples would do."""

    def by_force(tx: Transaction) -> None:
        on_sqlite = tx.session.get_bind().dialect.name == "sqlite"
        for change in ("update", "delete"):
            where = "" if on_sqlite else " ON audit_event"
            tx.session.execute(text(f"DROP TRIGGER keep_audit_event_{change}{where}"))
        tx.session.execute(text(statement))

    office.act(by_force)


def test_an_altered_event_breaks_the_chain(office: Office) -> None:
    _forge(office, "UPDATE audit_event SET actor_name = 'Bukan Rina' WHERE number = 3")

    assert office.read(chain_fault) == ChainFault(3, "altered")


def test_a_removed_event_breaks_the_chain(office: Office) -> None:
    _forge(office, "DELETE FROM audit_event WHERE number = 3")

    assert office.read(chain_fault) == ChainFault(3, "missing")


def test_an_end_cut_off_breaks_the_chain(office: Office) -> None:
    count = office.read(lambda session: session.scalar(select(func.count(AuditEvent.id)))) or 0
    _forge(office, "DELETE FROM audit_event WHERE number = (SELECT max(number) FROM audit_event)")

    assert office.read(chain_fault) == ChainFault(count, "head")


def test_an_untouched_chain_is_whole(office: Office) -> None:
    assert office.read(chain_fault) is None


def test_the_migrations_build_what_the_models_say(empty: Database) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    migrate(empty.acts)

    with empty.queries.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": False})
        differences = compare_metadata(context, Base.metadata)
    assert differences == []


def _checks(database: Database) -> dict[str, dict[str, str]]:
    """Table → its CHECKs; Alembic compares none of them."""
    with database.queries.connect() as connection:
        inspector = inspect(connection)
        return {
            table: {
                str(check["name"]): str(check["sqltext"])
                for check in inspector.get_check_constraints(table)
            }
            for table in Base.metadata.tables
        }


def test_the_migrations_build_the_checks_that_the_models_say(tmp_path: Path) -> None:
    migrated = sqlite_database(tmp_path / "migrated.sqlite3")
    created = sqlite_database(tmp_path / "created.sqlite3")
    migrate(migrated.acts)
    with created.acts.begin() as connection:
        Base.metadata.create_all(connection)

    assert _checks(migrated) == _checks(created)

    migrated.close()
    created.close()


def test_the_known_revisions_are_those_of_the_scripts() -> None:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    import app.models.migrations

    config = Config()
    config.set_main_option("script_location", str(Path(app.models.migrations.__file__).parent))
    config.set_main_option("path_separator", "os")
    scripts = ScriptDirectory.from_config(config)

    known = [script.revision for script in scripts.walk_revisions()]
    assert tuple(reversed(known)) == REVISIONS


def test_no_foreign_key_deletes_by_itself() -> None:
    keys = [key for table in Base.metadata.tables.values() for key in table.foreign_keys]

    assert [key for key in keys if key.ondelete] == []


def test_a_newer_database_is_refused_untouched(office_folder: Path) -> None:
    file = office_folder / "office.sqlite3"
    engine = create_engine(f"sqlite:///{file}")
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()

    with pytest.raises(OfficeTooNew):
        Office.open(office_folder)

    assert not list((office_folder / "backups").iterdir())


def test_a_backup_is_made_before_a_migration(
    office_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = sqlite_database(office_folder / "office.sqlite3")
    monkeypatch.setattr("app.services.database.REVISIONS", (*REVISIONS, "0002-of-a-test"))

    bring_up_to_date(database, office_folder / "backups")

    backups = list((office_folder / "backups").iterdir())
    assert [file.name for file in backups] == ["before-0002-of-a-test-from-0001.sqlite3"]
    copy = sqlite_database(backups[0])
    with copy.queries.connect() as connection:
        assert connection.scalar(select(func.count(Person.id))) == 7
    copy.close()
    database.close()


def test_a_migration_that_orphans_a_row_is_taken_back(office_folder: Path) -> None:
    database = sqlite_database(office_folder / "office.sqlite3")
    raw = database.acts.raw_connection()
    raw.cursor().execute("PRAGMA foreign_keys=OFF")
    raw.cursor().execute("DELETE FROM person WHERE sign_in_name = 'rina'")
    raw.cursor().execute("PRAGMA foreign_keys=ON")
    raw.close()

    with pytest.raises(OfficeDamaged):
        migrate(database.acts)

    database.close()


def test_a_migration_keeps_every_row(office_folder: Path) -> None:
    database = sqlite_database(office_folder / "office.sqlite3")

    def counts() -> dict[str, int | None]:
        with database.queries.connect() as connection:
            return {
                name: connection.scalar(select(func.count()).select_from(table))
                for name, table in Base.metadata.tables.items()
            }

    before = counts()
    with database.acts.begin() as connection:
        connection.execute(text("DELETE FROM alembic_version"))
        connection.execute(text("INSERT INTO alembic_version VALUES ('0001')"))

    migrate(database.acts)

    assert counts() == before
    assert before["agency"]
    database.close()


def test_what_another_program_changes_is_announced_and_our_own_only_once(
    office: Office, clock: FixedClock
) -> None:
    heard: list[frozenset[str]] = []
    arrived = threading.Event()

    def listen(changed: frozenset[str]) -> None:
        heard.append(changed)
        arrived.set()

    office.on_change(listen)
    office.watch()
    with Office.open(office.folder, clock) as other:
        other._actor = office.actor  # noqa: SLF001 the same person at a second PC

        other.act(people.add_person, PersonFacts("Dari PC Lain"))

        assert arrived.wait(10)
    assert heard == [frozenset({"person"})]
    office.act(people.add_person, PersonFacts("Dari PC Ini"))
    assert heard[1:] == [frozenset({"person"})]


def test_only_one_agency_is_the_offices_own(office: Office) -> None:
    def second(tx: Transaction) -> None:
        tx.session.add(
            Agency(is_own=True, kind=AgencyKind.BUREAU, name="Biro Lain", short_name="Lain")
        )

    with pytest.raises(IntegrityError):
        office.act(second)


def test_references_count_on_without_a_gap_and_begin_anew_each_year(
    office: Office, clock: FixedClock
) -> None:
    def refer(tx: Transaction) -> str:
        return tx.next_reference("INQ")

    def refused(tx: Transaction) -> None:
        tx.next_reference("INQ")
        raise ActError

    first = office.act(refer)
    with pytest.raises(ActError):
        office.act(refused)
    second = office.act(refer)
    clock.advance(days=42)

    assert (first, second) == ("INQ-2026-000001", "INQ-2026-000002")
    assert office.act(refer) == "INQ-2027-000001"
