"""A check finds what is wrong with an office, and what the regulation still lacks."""

import sqlite3
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from app.models.asset import Asset, AssetKind
from app.models.person import Assignment, AssignmentMember, CivilServantKind, Duty, Person
from app.models.roles import Role
from app.office import Office
from app.services.checking import Check, FaultKind, check
from app.services.obligations import GapKind, duties_given, gaps
from app.services.people import PersonFacts, add_person
from app.services.transaction import Transaction


def silent(done: int, total: int) -> None:
    """Nobody watches."""


def looked_at(office: Office) -> Check:
    return office.read(check, office.assets, office.now(), silent)


def keep_asset(tx: Transaction, content: bytes) -> str:
    stored = tx.assets.put(BytesIO(content))
    tx.session.add(
        Asset(
            reference=tx.next_reference("AST"),
            sha256=stored.sha256,
            size=stored.size,
            kind=AssetKind.OTHER,
            file_name="notes",
            title="notes",
            added_at=tx.now,
        )
    )
    tx.audit("keep_asset", "asset")
    return stored.sha256


def sign_assignment(tx: Transaction, duties: dict[Duty, str], signed_on: date) -> None:
    letter = Assignment(number="1", signed_on=signed_on)
    for duty, name in duties.items():
        person = tx.session.query(Person).filter(Person.name.startswith(name)).one()
        letter.members.append(AssignmentMember(person_id=person.id, duty=duty))
    tx.session.add(letter)
    tx.audit("sign_assignment", "assignment")


def kinds(office: Office) -> set[GapKind]:
    return {gap.kind for gap in office.read(gaps, office.now())}


def test_a_sound_office_has_no_fault(office: Office) -> None:
    office.act(keep_asset, b"notes")

    found = looked_at(office)

    assert found.faults == ()
    assert found.assets == 1
    assert found.events > 0


def test_a_changed_event_is_found(office_folder: Path) -> None:
    with sqlite3.connect(office_folder / "office.sqlite3") as database:
        database.execute("DROP TRIGGER keep_audit_event_update")
        database.execute("UPDATE audit_event SET actor_name = 'Nobody' WHERE number = 3")
    database.close()

    with Office.open(office_folder) as office:
        found = looked_at(office)

    assert [(fault.kind, fault.where) for fault in found.faults] == [(FaultKind.AUDIT_CHAIN, "3")]


def test_a_removed_event_is_found(office_folder: Path) -> None:
    with sqlite3.connect(office_folder / "office.sqlite3") as database:
        database.execute("DROP TRIGGER keep_audit_event_delete")
        database.execute("DELETE FROM audit_event WHERE number = 3")
    database.close()

    with Office.open(office_folder) as office:
        found = looked_at(office)

    assert [fault.kind for fault in found.faults] == [FaultKind.AUDIT_CHAIN]


def test_a_row_that_points_to_nothing_is_found(office_folder: Path) -> None:
    with sqlite3.connect(office_folder / "office.sqlite3") as database:
        database.execute("UPDATE person_role SET person_id = 4711 WHERE id = 1")
    database.close()

    with Office.open(office_folder) as office:
        found = looked_at(office)

    assert [(fault.kind, fault.where) for fault in found.faults] == [
        (FaultKind.REFERENCE, "person_role 1")
    ]


@pytest.mark.parametrize(
    ("damage", "kind"),
    [("missing", FaultKind.ASSET_MISSING), ("changed", FaultKind.ASSET_DAMAGED)],
)
def test_bytes_that_are_not_as_they_were_are_found(
    office: Office, damage: str, kind: FaultKind
) -> None:
    path = office.assets.path(office.act(keep_asset, b"notes"))
    path.unlink()
    if damage == "changed":
        path.write_bytes(b"n0tes")

    found = looked_at(office)

    assert [(fault.kind, fault.where) for fault in found.faults] == [(kind, "AST-2026-000001")]


def test_who_was_allowed_to_decide_is_shown(office: Office) -> None:
    before = len(looked_at(office).grants)

    office.act(add_person, PersonFacts("Asep"), frozenset({Role.HEAD}))

    grants = looked_at(office).grants
    assert len(grants) == before + 1
    assert (grants[-1].person, grants[-1].roles) == ("Asep", ("head",))


def test_accounts_without_designation_are_named(office: Office) -> None:
    found = {gap.kind: gap for gap in office.read(gaps, office.now())}

    missing = found[GapKind.ACCOUNT_NOT_DESIGNATED]
    assert missing.count == 4
    assert "Instagram dislitbud.jabar" in missing.names
    assert missing.article == "Pasal 6 ayat (1)"


def test_the_three_duties_are_asked_for(office: Office) -> None:
    before = {gap.kind: gap for gap in office.read(gaps, office.now())}

    office.act(
        sign_assignment,
        {Duty.ADMIN: "Rina", Duty.GRAPHIC_DESIGN: "Dede", Duty.CREATIVE_TEAM: "Cecep"},
        date(2026, 1, 5),
    )

    assert before[GapKind.DUTY_NOT_GIVEN].names == ("admin", "graphic_design", "creative_team")
    assert not {GapKind.DUTY_NOT_GIVEN, GapKind.NO_ASSIGNMENT} & kinds(office)


def test_a_letter_that_begins_later_gives_no_duty_yet(office: Office) -> None:
    office.act(sign_assignment, {Duty.ADMIN: "Rina"}, date(2026, 11, 21))

    assert office.read(duties_given, date(2026, 11, 20))[Duty.ADMIN] == ()
    assert GapKind.NO_ASSIGNMENT in kinds(office)


def test_an_admin_of_the_letter_has_to_be_a_civil_servant(office: Office) -> None:
    office.act(sign_assignment, {Duty.ADMIN: "Rina"}, date(2026, 1, 5))
    before = kinds(office)

    office.act(_make_civil_servant, "Rina")

    assert GapKind.ADMIN_NOT_CIVIL_SERVANT in before
    assert GapKind.ADMIN_NOT_CIVIL_SERVANT not in kinds(office)


def _make_civil_servant(tx: Transaction, name: str) -> None:
    person = tx.session.query(Person).filter(Person.name.startswith(name)).one()
    person.civil_servant_kind = CivilServantKind.PNS
    tx.audit("make_civil_servant", "person", person.id)
