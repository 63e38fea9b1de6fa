"""Standard answers, people, accounts and the directory."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from app.models.account import AudienceSegment
from app.models.agency import AgencyKind
from app.models.person import CivilServantKind, Duty
from app.models.roles import Role
from app.resources import resource
from app.services.importing.judged import ReasonCode
from tests.services.importing.conftest import Judging

TODAY = date(2026, 11, 20)


def test_standard_answers_hold_until_their_day(judged: Judging) -> None:
    answers = [good.values for good in judged(resource("demo", "jawaban-standar.xlsx")).good]

    expired = [a.question for a in answers if a.valid_until and a.valid_until < TODAY]
    assert len(answers) == 25
    assert expired == ["Syarat mudik gratis", "Normalisasi truk ODOL", "Bus ke Bandara Kertajati"]
    assert sum(1 for answer in answers if answer.valid_until is None) == 6
    assert "{sapaan}" in answers[0].text


def test_people_have_their_numbers_ranks_and_duties(judged: Judging) -> None:
    people = [good.values for good in judged(resource("demo", "pegawai.xlsx")).good]

    assert len(people) == 12
    assert Counter(person.civil_servant_kind for person in people) == {
        CivilServantKind.PNS: 10,
        CivilServantKind.PPPK: 1,
        CivilServantKind.NONE: 1,
    }
    assert all(person.nip is None or len(person.nip) == 18 for person in people)
    assert {duty for duty in (person.duty for person in people) if duty} == set(Duty)
    assert (people[0].name, people[0].address_term, people[0].call_name) == (
        "Dr. H. Wawan Gumilar Natadikara, S.T., M.T.",
        "Pak",
        "Wawan",
    )
    assert (people[1].address_term, people[1].call_name) == ("Bu", "Euis")
    assert (people[0].role, people[3].role, people[9].role) == (Role.HEAD, Role.OFFICIAL, None)


def test_ranks_are_read_in_all_their_spellings(judged: Judging) -> None:
    people = [good.values for good in judged(resource("demo", "pegawai.xlsx")).good]

    ranks = [(person.rank, person.grade) for person in people]
    assert ranks[:3] == [
        ("Pembina Utama Madya", "IV/d"),
        ("Pembina Tingkat I", "IV/b"),
        ("Pembina", "IV/a"),
    ]
    assert ranks[6] == (None, "IX")
    assert ranks[8:10] == [("Penata Muda Tingkat I", "III/b"), ("Penata", "III/c")]
    assert ranks[11] == (None, None)


@pytest.mark.parametrize(
    "nip", ["19810927200312100", "198113272003121003", "1981O927 200312 1 003"]
)
def test_a_number_that_is_no_nip_is_faulty(tmp_path: Path, judged: Judging, nip: str) -> None:
    (tmp_path / "pegawai.csv").write_text(
        f"Nama;NIP;Jabatan\nBayu;198109272003121003;Kepala\nDede;{nip};Staf\n", encoding="utf-8"
    )

    result = judged(tmp_path / "pegawai.csv")

    assert [good.values.name for good in result.good] == ["Bayu"]
    assert result.faulty[0].faults[0].reason is ReasonCode.NIP_INVALID


def test_accounts_are_official_with_letter_and_day(judged: Judging) -> None:
    accounts = [good.values for good in judged(resource("demo", "akun-resmi.xlsx")).good]

    assert len(accounts) == 9
    assert [a.platform for a in accounts if not (a.designation_number and a.designation_on)] == [
        "wordpress"
    ]
    assert {account.designation_on for account in accounts} == {
        date(2026, 1, 8),
        date(2026, 3, 2),
        None,
    }
    assert accounts[0].segments == (AudienceSegment.CONVERSATIONALIST, AudienceSegment.SPECTATOR)


def test_an_account_is_known_by_its_address_where_the_list_shows_a_name(judged: Judging) -> None:
    accounts = [good.values for good in judged(resource("demo", "akun-resmi.xlsx")).good]

    assert (accounts[1].handle, accounts[1].name) == (
        "DishubJabarContoh",
        "Dinas Perhubungan Jabar (Contoh)",
    )
    assert accounts[0].handle == "dishubjabar.contoh"


def test_the_directory_has_every_kind_of_agency(judged: Judging) -> None:
    agencies = [good.values for good in judged(resource("facts", "directory.csv")).good]

    assert len(agencies) == 86
    assert Counter(agency.kind for agency in agencies)[AgencyKind.REGENCY] == 18
    assert Counter(agency.kind for agency in agencies)[AgencyKind.CITY] == 9
    assert agencies[1].parent == "Setda"


def test_an_account_may_be_listed_by_the_address_of_its_page(
    tmp_path: Path, judged: Judging
) -> None:
    file = tmp_path / "akun.csv"
    file.write_text(
        "Platform;Nama akun\n"
        "Instagram;https://www.instagram.com/dishub.jabar/\n"
        "Facebook;Dinas Perhubungan Jabar\n"
        "X;https://www.instagram.com/dishub.jabar/\n",
        encoding="utf-8",
    )

    result = judged(file)

    rows = [(row.values.handle, row.values.address) for row in result.good]
    assert rows == [
        ("dishub.jabar", "https://www.instagram.com/dishub.jabar/"),
        ("Dinas Perhubungan Jabar", None),
    ]
    (faulty,) = result.faulty
    assert (faulty.row, faulty.faults[0].reason) == (4, ReasonCode.LINK_INVALID)
