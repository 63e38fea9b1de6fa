"""Who may do what in an office, and how people get in."""

import pytest

from app.models.roles import Role
from app.office import Office
from app.services import people
from app.services.errors import (
    AlreadyThere,
    ChangedMeanwhile,
    InvalidValue,
    NotPermitted,
    PasswordMustChange,
    PasswordTooShort,
    WrongPassword,
)
from app.services.people import PersonFacts, PersonRow
from tests.offices import PASSWORD, Colleagues


def person(office: Office, sign_in_name: str) -> PersonRow:
    return next(row for row in office.read(people.people) if row.sign_in_name == sign_in_name)


def test_a_password_set_by_another_works_once_and_only_to_set_an_own_one(office: Office) -> None:
    cecep = person(office, "cecep")
    office.act(people.set_sign_in, cecep.id, cecep.version, "cecep", "sementara-1")

    office.sign_in("cecep", "sementara-1")

    with pytest.raises(PasswordMustChange):
        office.act(people.add_person, PersonFacts("Siapa Saja"))
    with pytest.raises(WrongPassword):
        office.sign_in("cecep", "sementara-1")
    office.act(people.set_own_password, "milik-sendiri-1")
    assert office.sign_in("Cecep", "milik-sendiri-1").name == "Cecep Mulyana"


def test_a_wrong_password_and_an_unknown_name_are_refused_alike(office: Office) -> None:
    with pytest.raises(WrongPassword):
        office.sign_in("rina", PASSWORD + "x")
    with pytest.raises(WrongPassword):
        office.sign_in("bukan-siapa-siapa", PASSWORD)


def test_a_new_password_makes_every_remembered_pc_ask_again(
    office: Office, colleagues: Colleagues
) -> None:
    office.act(people.set_own_password, "yang-baru-sekali")

    with pytest.raises(WrongPassword):
        colleagues.sit_down(office, "rina")


def test_a_designer_can_add_nobody(office: Office, colleagues: Colleagues) -> None:
    colleagues.sit_down(office, "dede")

    with pytest.raises(NotPermitted) as refused:
        office.act(people.add_person, PersonFacts("Orang Baru"))

    assert refused.value.needed == {Role.ADMIN, Role.HEAD}
    assert "Orang Baru" not in {row.name for row in office.read(people.people)}


def test_the_last_admin_keeps_that_role(office: Office) -> None:
    wulan, rina = person(office, "wulan"), person(office, "rina")
    office.act(people.set_roles, wulan.id, wulan.version, frozenset({Role.DESIGNER}))

    with pytest.raises(InvalidValue) as refused:
        office.act(people.set_roles, rina.id, rina.version, frozenset({Role.OFFICIAL}))

    assert refused.value.code == "last_admin"


def test_granting_a_decision_shows_in_the_audit_trail(office: Office) -> None:
    cecep = person(office, "cecep")

    office.act(people.set_roles, cecep.id, cecep.version, cecep.roles | {Role.OFFICIAL})

    from sqlalchemy import select

    from app.models.audit import AuditEvent

    acts = office.read(lambda session: list(session.scalars(select(AuditEvent.act))))
    assert acts.count("grant_decision") == 1


def test_taking_roles_away_is_felt_at_once(office: Office, colleagues: Colleagues) -> None:
    rina = person(office, "rina")

    office.act(people.set_roles, rina.id, rina.version, frozenset({Role.CREATIVE}))

    with pytest.raises(NotPermitted):
        office.act(people.add_person, PersonFacts("Orang Baru"))


def test_a_form_that_somebody_else_saved_since_is_refused(office: Office) -> None:
    dede = person(office, "dede")
    office.act(people.change_person, dede.id, dede.version, PersonFacts("Dede Kurniawan"))

    with pytest.raises(ChangedMeanwhile) as refused:
        office.act(people.change_person, dede.id, dede.version, PersonFacts("Dede K."))

    assert refused.value.seen == dede.version
    assert person(office, "dede").name == "Dede Kurniawan"


def test_changing_only_the_roles_counts_the_person_up(office: Office) -> None:
    dede = person(office, "dede")

    office.act(people.set_roles, dede.id, dede.version, dede.roles | {Role.CREATIVE})

    assert person(office, "dede").version == dede.version + 1


def test_two_people_never_share_a_nip_or_a_sign_in_name(office: Office) -> None:
    office.act(people.add_person, PersonFacts("Satu", nip="197003121995031004"))

    with pytest.raises(AlreadyThere):
        office.act(people.add_person, PersonFacts("Dua", nip="197003121995031004"))
    with pytest.raises(AlreadyThere):
        office.act(people.add_person, PersonFacts("Tiga"), frozenset(), "RINA", "rahasia-123")


def test_a_short_password_is_refused_before_anything_is_written(office: Office) -> None:
    with pytest.raises(PasswordTooShort):
        office.act(people.add_person, PersonFacts("Baru"), frozenset(), "baru", "pendek")

    assert "Baru" not in {row.name for row in office.read(people.people)}


@pytest.mark.parametrize(
    ("facts", "spoken"),
    [
        (PersonFacts("Drs. Tatang Suherlan, M.Si.", "Pak"), "Pak Tatang"),
        (PersonFacts("Rina Marlina, S.I.Kom.", "Teh", "Rina"), "Teh Rina"),
        (PersonFacts("Suparman"), "Suparman"),
    ],
)
def test_people_are_spoken_of_with_their_form_of_address(facts: PersonFacts, spoken: str) -> None:
    assert people.addressed(facts.address_term, facts.call_name, facts.name) == spoken
