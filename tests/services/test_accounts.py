"""The agency's accounts, and what makes one official."""

from datetime import date

import pytest

from app.models.account import AudienceSegment, MediaKind
from app.office import Office
from app.services import accounts
from app.services.accounts import AccountFacts, AccountRow
from app.services.errors import AlreadyThere, ChangedMeanwhile, InvalidValue, NotPermitted
from tests.offices import Colleagues


def account(office: Office, handle: str) -> AccountRow:
    return next(row for row in office.read(accounts.accounts) if row.handle == handle)


def test_an_account_is_official_only_with_number_and_day_of_its_letter(office: Office) -> None:
    facts = AccountFacts("tiktok", "@dislitbud.jabar", MediaKind.MEDIA_SHARING)
    key = office.act(accounts.add_account, facts)
    added = office.read(accounts.accounts)[-1]
    assert (added.id, added.handle, added.is_official) == (key, "dislitbud.jabar", False)

    office.act(
        accounts.record_designation,
        key,
        added.version,
        "800/041/Dislitbud",
        date(2026, 1, 6),
        "Kepala Dinas",
    )

    assert office.read(accounts.accounts)[-1].is_official


def test_an_account_is_entered_once(office: Office) -> None:
    facts = AccountFacts("x", "@dislitbudjabar", MediaKind.MICROBLOG)

    with pytest.raises(AlreadyThere):
        office.act(accounts.add_account, facts)


@pytest.mark.parametrize(("platform", "handle"), [("myspace", "jabar"), ("x", " @ ")])
def test_a_platform_nobody_knows_and_an_empty_handle_are_refused(
    office: Office, platform: str, handle: str
) -> None:
    with pytest.raises(InvalidValue):
        office.act(accounts.add_account, AccountFacts(platform, handle, MediaKind.MICROBLOG))


def test_changing_the_segments_counts_the_account_up(office: Office) -> None:
    before = account(office, "dislitbud.jabar")
    facts = AccountFacts(
        before.platform,
        before.handle,
        before.media_kind,
        segments=frozenset({AudienceSegment.SPECTATOR, AudienceSegment.CRITIC}),
    )

    office.act(accounts.change_account, before.id, before.version, facts)

    after = account(office, "dislitbud.jabar")
    assert after.segments == (AudienceSegment.CRITIC, AudienceSegment.SPECTATOR)
    assert after.version > before.version
    with pytest.raises(ChangedMeanwhile):
        office.act(accounts.change_account, before.id, before.version, facts)


def test_an_official_enters_no_accounts(office: Office, colleagues: Colleagues) -> None:
    colleagues.sit_down(office, "tatang")

    with pytest.raises(NotPermitted):
        office.act(accounts.add_account, AccountFacts("x", "baru", MediaKind.MICROBLOG))


def test_a_pasted_address_is_kept_and_gives_the_handle(office: Office) -> None:
    facts = AccountFacts(
        "tiktok", "https://www.tiktok.com/@dislitbud.jabar?lang=id", MediaKind.MEDIA_SHARING
    )

    office.act(accounts.add_account, facts)

    added = office.read(accounts.accounts)[-1]
    assert added.handle == "dislitbud.jabar"
    assert added.address == "https://www.tiktok.com/@dislitbud.jabar?lang=id"
