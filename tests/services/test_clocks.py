"""The 24 hours: started when somebody was contacted, never paused, never changed once stopped."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from app.models.clock import Clock, ClockKind, Outcome
from app.models.policy import PolicyKey
from app.services import clocks, inquiries, policies, referrals
from app.services.errors import BeforeLastEvent, NotFound
from tests.inquiry_desk import Desk

DAY = timedelta(hours=24)


def _of(desk: Desk, inquiry_id: int, kind: ClockKind) -> clocks.ClockRow:
    return next(clock for clock in desk.clocks(inquiry_id) if clock.kind is kind)


def _attention(desk: Desk, inquiry_id: int) -> datetime | None:
    row = next(
        row
        for row in desk.office.read(
            inquiries.page,
            inquiries.Wanted(),
            inquiries.Asker(None, frozenset(), desk.clock()),
        )
        if row.id == inquiry_id
    )
    return row.attention_at


def test_a_provincial_agency_owes_an_answer_within_24_hours(desk: Desk, received: int) -> None:
    due = desk.refer(received)

    clock = _of(desk, received, ClockKind.AGENCY_ANSWER)
    assert (clock.started_at, clock.due_at) == (desk.clock(), desk.clock() + DAY)
    assert due == clock.due_at


def test_an_agency_outside_the_province_is_only_asked(desk: Desk, received: int) -> None:
    desk.refer(received, "Kota Bandung")

    kinds = {clock.kind for clock in desk.clocks(received)}
    assert kinds == {ClockKind.FIRST_ANSWER, ClockKind.AGENCY_REQUEST}


def test_the_clock_runs_through_weekend_and_collective_leave(desk: Desk) -> None:
    # Thursday before Christmas: then a holiday, a collective leave day and a weekend.
    desk.clock.now = datetime.fromisoformat("2026-12-24T08:00:00+07:00")
    inquiry = desk.receive()
    desk.refer(inquiry)

    assert _of(desk, inquiry, ClockKind.AGENCY_ANSWER).due_at == datetime.fromisoformat(
        "2026-12-25T08:00:00+07:00"
    )


def test_it_starts_when_the_agency_was_contacted_not_when_that_was_entered(desk: Desk) -> None:
    inquiry = desk.receive()
    contacted = desk.clock()
    desk.clock.advance(hours=5)

    desk.refer(inquiry, contacted_at=contacted)

    assert _of(desk, inquiry, ClockKind.AGENCY_ANSWER).due_at == contacted + DAY
    assert desk.referral(inquiry).contacted_recorded_at == desk.clock()


def test_an_answer_of_saturday_entered_on_monday_is_no_breach(desk: Desk, referred: int) -> None:
    saturday = desk.clock.advance(hours=20)
    desk.clock.advance(hours=40)

    desk.agency_answers(referred, answered_at=saturday)

    clock = _of(desk, referred, ClockKind.AGENCY_ANSWER)
    assert (clock.outcome, clock.stopped_at) == (Outcome.MET, saturday)
    assert desk.referral(referred).answered_recorded_at == desk.clock()


def test_a_late_answer_does_not_hide_the_breach(desk: Desk, referred: int) -> None:
    desk.clock.advance(hours=24, minutes=1)

    desk.agency_answers(referred)

    assert _of(desk, referred, ClockKind.AGENCY_ANSWER).outcome is Outcome.BREACHED


def test_the_last_second_is_still_in_time(desk: Desk, referred: int) -> None:
    desk.clock.advance(hours=24)

    desk.agency_answers(referred)

    assert _of(desk, referred, ClockKind.AGENCY_ANSWER).outcome is Outcome.MET


def test_a_program_closed_for_a_week_dates_the_breach_to_the_due_moment(
    desk: Desk, referred: int
) -> None:
    due = _of(desk, referred, ClockKind.AGENCY_ANSWER).due_at

    desk.clock.advance(days=7)

    clock = _of(desk, referred, ClockKind.AGENCY_ANSWER)
    assert clock.is_running
    assert clock.is_overdue(desk.clock())
    assert clock.due_at == due


@pytest.mark.parametrize(("hours", "outcome"), [(3, Outcome.VOID), (30, Outcome.BREACHED)])
def test_an_agency_that_is_not_competent_owes_nothing_but_what_had_fallen_due(
    desk: Desk, referred: int, hours: int, outcome: Outcome
) -> None:
    desk.clock.advance(hours=hours)
    referral = desk.referral(referred)

    desk.office.act(referrals.record_not_competent, referral.id, referral.version)

    assert _of(desk, referred, ClockKind.AGENCY_ANSWER).outcome is outcome


def test_a_later_policy_leaves_running_and_stopped_clocks_alone(desk: Desk, referred: int) -> None:
    before = desk.clocks(referred)
    desk.clock.advance(hours=1)

    desk.office.act(policies.set_policy, PolicyKey.AGENCY_ANSWER_HOURS, 48)
    desk.office.act(policies.set_policy, PolicyKey.FIRST_ANSWER_HOURS, 2)

    assert desk.clocks(referred) == before


def test_a_clock_names_the_policy_that_held_when_it_started(desk: Desk) -> None:
    inquiry = desk.receive()
    contacted = desk.clock()
    desk.clock.advance(hours=1)
    desk.office.act(policies.set_policy, PolicyKey.AGENCY_ANSWER_HOURS, 48)
    desk.clock.advance(hours=1)

    old, new = desk.refer(inquiry, "DBMPR", contacted), desk.refer(inquiry, "Dishub")

    assert old == contacted + DAY
    assert new == desk.clock() + 2 * DAY


def test_where_the_policy_sets_no_first_answer_no_clock_runs(desk: Desk) -> None:
    desk.office.act(policies.set_policy, PolicyKey.FIRST_ANSWER_HOURS, 0)

    inquiry = desk.receive()

    assert desk.clocks(inquiry) == ()
    assert _attention(desk, inquiry) is None


def test_a_stopped_clock_never_changes(desk: Desk, referred: int) -> None:
    desk.agency_answers(referred)
    stopped = _of(desk, referred, ClockKind.AGENCY_ANSWER)

    desk.clock.advance(days=3)
    desk.answered(referred)
    desk.office.act(inquiries.write_again, referred, None, "Sampai sekarang belum.")
    desk.refer(referred)

    assert stopped in desk.clocks(referred)


def test_the_list_is_led_by_the_earliest_running_clock(desk: Desk, received: int) -> None:
    first = _of(desk, received, ClockKind.FIRST_ANSWER)
    desk.clock.advance(hours=2)
    desk.refer(received)
    assert _attention(desk, received) == first.due_at

    desk.agency_answers(received)
    desk.answered(received)

    assert _attention(desk, received) is None


def test_a_moment_that_has_not_come_is_refused(desk: Desk, received: int) -> None:
    tomorrow = desk.clock() + DAY

    with pytest.raises(BeforeLastEvent) as refused:
        desk.refer(received, contacted_at=tomorrow)

    assert refused.value.is_future


def test_a_clock_of_the_pc_that_was_set_back_is_noticed(desk: Desk, received: int) -> None:
    desk.clock.advance(hours=-1)

    with pytest.raises(BeforeLastEvent):
        desk.refer(received)


def test_a_time_typed_without_seconds_may_be_the_same_minute(desk: Desk) -> None:
    desk.clock.now = desk.clock.now.replace(second=40)
    inquiry = desk.receive()

    desk.refer(inquiry, contacted_at=desk.clock.now.replace(second=0))

    assert desk.referral(inquiry).contacted_at == desk.clock.now


def test_open_inquiries_are_counted_by_how_their_clock_stands(desk: Desk) -> None:
    now = desk.clock()
    for hours in (25, 23, 19, 1):
        desk.receive(f"Pertanyaan {hours}", received_at=now - timedelta(hours=hours))

    counts = desk.office.read(clocks.running_clocks, now, timedelta(hours=2), timedelta(hours=6))

    assert counts == clocks.ClockCounts(breached=1, urgent=1, notice=1, calm=1)


def test_an_explanation_lets_an_inspector_reckon_again(desk: Desk, received: int) -> None:
    contacted = desk.clock()
    desk.clock.advance(hours=1)
    desk.refer(received, contacted_at=contacted)
    clock = _of(desk, received, ClockKind.AGENCY_ANSWER)

    told = desk.office.read(clocks.explanation, clock.id)

    assert told.agency == told.owed_by == "Dinas Bina Marga dan Penataan Ruang"
    assert (told.started_at, told.start_recorded_at) == (contacted, desk.clock())
    assert told.started_at + told.limit == told.due_at
    assert (told.started_by, told.policy_from) == ("Teh Rina", None)


def test_there_is_no_explanation_of_a_clock_that_does_not_exist(desk: Desk) -> None:
    with pytest.raises(NotFound):
        desk.office.read(clocks.explanation, 4711)


def test_no_clock_is_ever_removed(desk: Desk, referred: int) -> None:
    desk.office.act(inquiries.dismiss, referred, None, "Salah kirim")

    kept = desk.office.read(lambda session: session.scalars(select(Clock.outcome)).all())
    assert kept == [Outcome.VOID, Outcome.VOID]
