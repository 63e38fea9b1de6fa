"""The emergency pause: what it holds, who may, and what is decided on when it has ended."""

from datetime import timedelta

import pytest

from app.language import wib
from app.models.content import Category
from app.models.pause import PauseScope
from app.office import Office
from app.services import calendar, contents, home, pausing, publishing
from app.services.errors import (
    AlreadyThere,
    InvalidValue,
    NotPermitted,
    ReasonMissing,
)
from app.services.home import NeedKind
from app.services.pausing import HeldByPause, NotHeld, PauseEnded, Reach
from app.services.publishing import Hold, Slots
from tests.content_desk import SLOT, account_id, approved, made, seen
from tests.fixed_clock import FixedClock
from tests.offices import Colleagues

LANDSLIDE = "Longsor di Cililin: hanya kebencanaan yang tayang"
EVERYTHING = Reach(PauseScope.ALL)
BUT_DISASTER = Reach(PauseScope.ALL_BUT_CATEGORY, category=Category.DISASTER)


@pytest.fixture
def planned(office: Office, colleagues: Colleagues) -> int:
    """Approved for Friday at 11 on Facebook and X; its category is kegiatan instansi."""
    content_id = made(office, category=Category.AGENCY_ACTIVITY)
    approved(office, colleagues, content_id)
    return content_id


def found(office: Office) -> Slots:
    return office.read(publishing.slots, office.now())


def variants(office: Office, content_id: int) -> dict[str, int]:
    return {row.platform: row.id for row in seen(office, content_id).variants}


def kinds(office: Office) -> list[NeedKind]:
    actor = office.actor
    assert actor is not None
    return [need.kind for need in office.read(home.needs, actor, office.now())]


def test_a_pause_of_everything_holds_what_is_planned_and_tells_who_why_and_when(
    office: Office, colleagues: Colleagues, planned: int
) -> None:
    colleagues.sit_down(office, "tatang")

    office.act(pausing.pause, EVERYTHING, LANDSLIDE)

    (row,) = office.read(pausing.in_force)
    assert (row.begun_by, row.reason, row.begun_at) == ("Pak Tatang", LANDSLIDE, office.now())
    assert [slot.hold for slot in found(office).held] == [Hold.PAUSED] * 2


def test_what_is_held_is_offered_neither_as_due_today_nor_as_missed(
    office: Office, clock: FixedClock, planned: int
) -> None:
    office.act(pausing.pause, EVERYTHING, LANDSLIDE)
    clock.now = SLOT - timedelta(hours=1)
    today = kinds(office)
    clock.now = SLOT + timedelta(hours=1)

    assert today == []
    assert kinds(office) == []
    assert office.read(calendar.missed, office.now()) == []
    assert found(office).due == ()


def test_the_calendar_says_held_until_somebody_has_decided(
    office: Office, clock: FixedClock, planned: int
) -> None:
    day = wib(SLOT).date()

    def states() -> list[str]:
        tiles = office.read(calendar.tiles, day, day + timedelta(days=1), office.now())
        return [str(tile.state.name) for tile in tiles]

    before = states()
    begun = office.act(pausing.pause, EVERYTHING, LANDSLIDE)
    during = states()
    clock.now = SLOT + timedelta(hours=2)
    office.act(pausing.resume, begun)
    after = states()
    for variant_id in variants(office, planned).values():
        office.act(pausing.keep, variant_id)

    assert (before, during, after) == (["scheduled"], ["held"], ["held"])
    assert states() == ["missed"]


def test_everything_but_a_category_lets_that_category_go_out(
    office: Office, colleagues: Colleagues, clock: FixedClock, planned: int
) -> None:
    disaster = made(office)
    approved(office, colleagues, disaster)
    clock.now = SLOT - timedelta(hours=1)

    office.act(pausing.pause, BUT_DISASTER, LANDSLIDE)

    assert {slot.content_id for slot in found(office).due} == {disaster}
    assert {slot.content_id for slot in found(office).held} == {planned}


def test_a_category_and_an_account_hold_only_their_own(
    office: Office, colleagues: Colleagues, planned: int
) -> None:
    disaster = made(office)
    approved(office, colleagues, disaster)
    of_x = Reach(PauseScope.ACCOUNT, account_id=account_id(office, "x"))
    of_disaster = Reach(PauseScope.CATEGORY, category=Category.DISASTER)

    office.act(pausing.pause, of_x, "Akun X diretas")
    on_x = {(slot.content_id, slot.platform) for slot in found(office).held}
    office.act(pausing.pause, of_disaster, "Data keliru")

    assert on_x == {(planned, "x"), (disaster, "x")}
    both = {(slot.content_id, slot.platform) for slot in found(office).held}
    assert both == {*on_x, (disaster, "facebook")}
    assert office.read(pausing.held_by, of_x, office.now()).planned == 2


def test_a_link_is_recorded_in_a_pause_too_for_it_has_happened(
    office: Office, clock: FixedClock, planned: int
) -> None:
    office.act(pausing.pause, EVERYTHING, LANDSLIDE)
    clock.now = SLOT + timedelta(minutes=5)

    office.act(
        contents.record_published,
        variants(office, planned)["x"],
        "https://x.com/dislitbudjabar/status/1987654321098765432",
    )

    assert [slot.platform for slot in found(office).held] == ["facebook"]


def test_nothing_is_scheduled_on_a_platform_while_it_is_held(office: Office, planned: int) -> None:
    office.act(pausing.pause, EVERYTHING, LANDSLIDE)

    with pytest.raises(HeldByPause):
        office.act(
            publishing.set_on_platform,
            variants(office, planned)["facebook"],
            "Meta Business Suite",
            SLOT,
        )


def test_after_the_pause_what_should_have_gone_out_waits_for_a_decision(
    office: Office, clock: FixedClock, planned: int
) -> None:
    begun = office.act(pausing.pause, EVERYTHING, LANDSLIDE)
    clock.now = SLOT + timedelta(hours=2)

    waiting = office.act(pausing.resume, begun)

    assert waiting == 2
    assert office.read(pausing.in_force) == ()
    assert [slot.hold for slot in found(office).held] == [Hold.TO_DECIDE] * 2
    assert found(office).due == ()
    assert kinds(office) == [NeedKind.RELEASE]


def test_each_held_post_is_moved_skipped_or_kept(
    office: Office, colleagues: Colleagues, clock: FixedClock, planned: int
) -> None:
    disaster = made(office)
    approved(office, colleagues, disaster)
    begun = office.act(pausing.pause, EVERYTHING, LANDSLIDE)
    clock.now = SLOT + timedelta(hours=2)
    office.act(pausing.resume, begun)
    ours, other = variants(office, planned), variants(office, disaster)

    office.act(pausing.keep, ours["x"])
    office.act(contents.skip, ours["facebook"], "Sudah basi")
    version = seen(office, disaster).version
    tomorrow = office.now() + timedelta(days=1)
    moved = office.act(contents.replan, other["x"], version, tomorrow)

    slots = found(office)
    assert [slot.variant_id for slot in slots.due] == [ours["x"]]
    assert [slot.variant_id for slot in slots.held] == [other["facebook"]]
    assert not moved.approval_is_void
    assert sorted(kinds(office)) == [NeedKind.MISSED, NeedKind.RELEASE]


def test_a_later_pause_holds_what_was_kept_before(
    office: Office, clock: FixedClock, planned: int
) -> None:
    begun = office.act(pausing.pause, EVERYTHING, LANDSLIDE)
    clock.now = SLOT + timedelta(hours=2)
    office.act(pausing.resume, begun)
    office.act(pausing.keep, variants(office, planned)["x"])

    office.act(pausing.pause, EVERYTHING, "Longsor susulan")

    assert [slot.hold for slot in found(office).held] == [Hold.PAUSED] * 2
    with pytest.raises(NotHeld):
        office.act(pausing.keep, variants(office, planned)["facebook"])


def test_what_is_still_to_come_is_free_as_soon_as_the_pause_ends(
    office: Office, clock: FixedClock, planned: int
) -> None:
    begun = office.act(pausing.pause, EVERYTHING, LANDSLIDE)
    clock.advance(hours=3)

    assert office.act(pausing.resume, begun) == 0

    assert found(office).held == ()
    with pytest.raises(NotHeld):
        office.act(pausing.keep, variants(office, planned)["x"])


def test_what_was_missed_before_the_pause_is_missed_again_after_it(
    office: Office, clock: FixedClock, planned: int
) -> None:
    clock.now = SLOT + timedelta(hours=1)
    begun = office.act(pausing.pause, EVERYTHING, LANDSLIDE)
    clock.advance(hours=1)

    assert office.act(pausing.resume, begun) == 0

    assert kinds(office) == [NeedKind.MISSED]


@pytest.mark.parametrize("who", ["dede", "cecep"])
def test_neither_designer_nor_creative_team_pauses(
    office: Office, colleagues: Colleagues, who: str
) -> None:
    begun = office.act(pausing.pause, EVERYTHING, LANDSLIDE)
    colleagues.sit_down(office, who)

    with pytest.raises(NotPermitted):
        office.act(pausing.pause, EVERYTHING, "Iseng")
    with pytest.raises(NotPermitted):
        office.act(pausing.resume, begun)


def test_a_pause_needs_a_reason_an_end_comes_once_and_none_is_begun_twice(office: Office) -> None:
    with pytest.raises(ReasonMissing):
        office.act(pausing.pause, EVERYTHING, "  ")
    with pytest.raises(InvalidValue):
        office.act(pausing.pause, Reach(PauseScope.ACCOUNT), LANDSLIDE)
    with pytest.raises(InvalidValue):
        office.act(pausing.pause, Reach(PauseScope.CATEGORY), LANDSLIDE)
    begun = office.act(pausing.pause, BUT_DISASTER, LANDSLIDE)
    with pytest.raises(AlreadyThere):
        office.act(pausing.pause, BUT_DISASTER, LANDSLIDE)
    office.act(pausing.resume, begun)

    with pytest.raises(PauseEnded):
        office.act(pausing.resume, begun)
