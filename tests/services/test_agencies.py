"""The office's own agency and the directory."""

import io
from pathlib import Path

import pytest

from app.models.agency import AgencyKind
from app.office import Office
from app.services import agencies
from app.services.agencies import AgencyFacts
from app.services.errors import AlreadyThere, ChangedMeanwhile, InvalidValue, NotFound
from tests.inquiry_desk import Desk
from tests.offices import PASSWORD


def test_a_new_office_knows_the_agencies_of_the_province_and_its_regencies(office: Office) -> None:
    found = office.read(agencies.directory, "dinas pendidikan")

    assert "Dinas Pendidikan" in {row.name for row in found}
    assert len(office.read(agencies.directory, "", 500)) == 86


def test_the_directory_is_searched_by_words_in_any_order(office: Office) -> None:
    found = office.read(agencies.directory, "TASIKMALAYA kab")

    assert [row.name for row in found] == ["Pemerintah Kabupaten Tasikmalaya"]
    assert office.read(agencies.directory, "100% tidak ada") == []


def test_only_the_provincial_government_is_bound(office: Office) -> None:
    bound = {row.kind: row.is_bound for row in office.read(agencies.directory, "", 500)}

    assert bound[AgencyKind.REGIONAL_AGENCY]
    assert not bound[AgencyKind.CITY]
    assert not bound[AgencyKind.MINISTRY]


def test_the_own_agency_is_changed_from_what_was_shown(office: Office) -> None:
    own = office.read(agencies.own_agency)
    facts = AgencyFacts(own.kind, own.name, "Dislitbud", town="Bandung", head_title="Kepala Dinas")

    office.act(agencies.change_own_agency, own.version, facts, "f4")

    changed = office.read(agencies.own_agency)
    assert (changed.short_name, changed.town, changed.paper) == ("Dislitbud", "Bandung", "f4")
    with pytest.raises(ChangedMeanwhile):
        office.act(agencies.change_own_agency, own.version, facts, "a4")


def test_an_agency_that_the_directory_holds_too_is_one_and_the_same(office: Office) -> None:
    own = office.read(agencies.own_agency)
    facts = AgencyFacts(own.kind, "Dinas Perhubungan Provinsi Jawa Barat", "Dishub")

    office.act(agencies.change_own_agency, own.version, facts, "a4")

    changed = office.read(agencies.own_agency)
    assert (changed.short_name, changed.head_title) == ("Dishub", "Kepala Dinas")
    assert office.read(agencies.directory, "dinas perhubungan") == []


def test_an_agency_that_was_asked_something_is_another_one(desk: Desk, referred: int) -> None:
    own = desk.office.read(agencies.own_agency)

    with pytest.raises(AlreadyThere):
        desk.office.act(
            agencies.change_own_agency, own.version, AgencyFacts(own.kind, "Jalan", "DBMPR"), "a4"
        )

    assert desk.referral(referred).agency_short == "DBMPR"


def test_a_new_office_of_a_known_agency_takes_its_line_of_the_directory(tmp_path: Path) -> None:
    with Office.create(
        tmp_path / "kantor",
        name="Dinas Perhubungan",
        kind=AgencyKind.REGIONAL_AGENCY,
        admin="Rina",
        password=PASSWORD,
    ) as made:
        own = made.read(agencies.own_agency)

        assert (own.name, own.short_name) == ("Dinas Perhubungan", "Dishub")
        assert len(made.read(agencies.directory, "", 500)) == 85


def test_a_city_runs_no_office_and_paper_has_two_sizes(office: Office) -> None:
    own = office.read(agencies.own_agency)

    with pytest.raises(InvalidValue):
        office.act(
            agencies.change_own_agency, own.version, AgencyFacts(AgencyKind.CITY, "A", "A"), "a4"
        )
    with pytest.raises(InvalidValue):
        office.act(
            agencies.change_own_agency, own.version, AgencyFacts(own.kind, "A", "A"), "letter"
        )


def test_two_agencies_never_share_a_short_name(office: Office) -> None:
    with pytest.raises(AlreadyThere):
        office.act(
            agencies.add_agency, AgencyFacts(AgencyKind.REGIONAL_AGENCY, "Disdik Baru", "Disdik")
        )


def test_a_letterhead_is_a_picture_that_the_store_has(office: Office) -> None:
    with pytest.raises(NotFound):
        office.act(agencies.set_letterhead, "0" * 64)
    stored = office.assets.put(io.BytesIO(b"kop"))

    office.act(agencies.set_letterhead, stored.sha256)

    assert office.read(agencies.own_agency).letterhead_sha256 == stored.sha256
