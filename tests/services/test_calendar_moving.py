"""Moving to another hour, and many contents in one act."""

from datetime import date, timedelta

import pytest

from app.models.content import ContentState
from app.models.policy import PolicyKey
from app.office import Office
from app.services import calendar_moving, contents, policies
from app.services.calendar_moving import NOWHERE, DayStep, Place
from app.services.contents import VariantForm
from app.services.errors import ChangedMeanwhile, NotPermitted, WrongState
from tests.content_desk import SLOT, account_id, approved, complete_form, made, seen, version
from tests.offices import Colleagues

FRIDAY, MONDAY = date(2026, 11, 27), date(2026, 11, 30)
THREE_DAYS, QUARTER = timedelta(days=3), timedelta(minutes=15)


def moments(office: Office, content_id: int) -> list[object]:
    return [variant.planned_at for variant in seen(office, content_id).variants]


def step(office: Office, content_id: int, to_on: date = MONDAY, from_on: date = FRIDAY) -> DayStep:
    return DayStep(content_id, version(office, content_id), from_on, to_on)


def test_a_quarter_later_is_a_quarter_later_for_all_that_goes_out_then(office: Office) -> None:
    other = VariantForm(account_id(office, "youtube"), "youtube_video", None, SLOT + QUARTER * 8)
    content_id = made(office, variants=(*complete_form(office).variants, other))
    origin, target = Place(FRIDAY, SLOT), Place(FRIDAY, SLOT + QUARTER)

    moved = office.act(
        calendar_moving.move_to, content_id, version(office, content_id), origin, target
    )
    then = moments(office, content_id)
    office.act(calendar_moving.move_to, content_id, moved.version, target, origin)

    assert then == [SLOT + QUARTER, SLOT + QUARTER, SLOT + QUARTER * 8]
    assert moments(office, content_id) == [SLOT, SLOT, SLOT + QUARTER * 8]


def test_an_idea_let_go_on_an_hour_has_it_and_is_no_more_scheduled_than_before(
    office: Office,
) -> None:
    content_id = made(office, planned_at=None, variants=())

    moved = office.act(
        calendar_moving.move_to,
        content_id,
        version(office, content_id),
        NOWHERE,
        Place(FRIDAY, SLOT),
    )
    there = seen(office, content_id)
    office.act(calendar_moving.move_to, content_id, moved.version, Place(FRIDAY, SLOT), NOWHERE)

    assert (there.form.planned_at, there.state) == (SLOT, ContentState.COLLECTED)
    assert seen(office, content_id).form.planned_at is None


def test_many_move_together_and_come_back_exactly(office: Office) -> None:
    later = VariantForm(account_id(office, "youtube"), "youtube_video", None, SLOT + THREE_DAYS)
    twice = made(office, variants=(*complete_form(office).variants, later))
    idea = made(office, planned_at=None, planned_on=FRIDAY, variants=())
    steps = (
        step(office, twice, MONDAY, FRIDAY),
        step(office, twice, MONDAY, MONDAY),
        step(office, idea),
    )

    moved = office.act(calendar_moving.move_many, steps)
    then = (moments(office, twice), seen(office, idea).form.planned_on)
    office.act(calendar_moving.put_back, moved.back)

    assert then == ([SLOT + THREE_DAYS] * 3, MONDAY)
    assert moments(office, twice) == [SLOT, SLOT, SLOT + THREE_DAYS]
    assert seen(office, idea).form.planned_on == FRIDAY


def test_a_content_of_two_days_moves_by_the_same_number_of_days(office: Office) -> None:
    later = VariantForm(account_id(office, "youtube"), "youtube_video", None, SLOT + THREE_DAYS)
    content_id = made(office, variants=(*complete_form(office).variants, later))
    steps = (
        step(office, content_id, MONDAY, FRIDAY),
        step(office, content_id, MONDAY + THREE_DAYS, MONDAY),
    )

    office.act(calendar_moving.move_many, steps)

    assert moments(office, content_id) == [SLOT + THREE_DAYS] * 2 + [SLOT + 2 * THREE_DAYS]


def test_of_many_all_are_moved_or_none(office: Office) -> None:
    first, second = made(office), made(office)
    stale = DayStep(second, version(office, second) - 1, FRIDAY, MONDAY)

    with pytest.raises(ChangedMeanwhile):
        office.act(calendar_moving.move_many, (step(office, first), stale))

    assert moments(office, first) == [SLOT, SLOT]


def test_under_the_policy_approvals_fall_what_waits_stays_and_both_are_told_before(
    office: Office, colleagues: Colleagues
) -> None:
    office.act(policies.set_policy, PolicyKey.MOVE_VOIDS_APPROVAL, True)
    done, waiting = made(office), made(office)
    approved(office, colleagues, done)
    office.act(contents.submit, waiting, version(office, waiting))

    fate = office.read(calendar_moving.fate_of, (done, waiting), office.now())
    moved = office.act(calendar_moving.move_many, (step(office, done),))

    assert (fate.falling, fate.staying) == (1, frozenset({waiting}))
    assert moved.fallen == 1
    assert seen(office, done).state is ContentState.EDITING
    with pytest.raises(WrongState):
        office.act(calendar_moving.move_many, (step(office, waiting),))


def test_without_the_policy_an_approval_is_kept(office: Office, colleagues: Colleagues) -> None:
    content_id = made(office)
    approved(office, colleagues, content_id)

    moved = office.act(calendar_moving.move_many, (step(office, content_id),))

    assert office.read(calendar_moving.fate_of, (content_id,), office.now()).falling == 0
    assert moved.fallen == 0
    assert seen(office, content_id).state is ContentState.APPROVED


def test_an_official_moves_nothing(office: Office, colleagues: Colleagues) -> None:
    content_id = made(office)
    wanted = step(office, content_id)
    colleagues.sit_down(office, "tatang")

    with pytest.raises(NotPermitted):
        office.act(calendar_moving.move_many, (wanted,))
    with pytest.raises(NotPermitted):
        office.act(calendar_moving.move_to, content_id, wanted.seen, Place(FRIDAY, SLOT), NOWHERE)
