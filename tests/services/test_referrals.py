"""Passing an inquiry on and getting it answered; being asked ourselves."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.agency import Agency
from app.models.clock import ClockKind, Outcome
from app.models.inquiry import InquiryOrigin, InquiryState
from app.models.referral import Direction, ReferralState
from app.services import agencies, inquiries, referrals
from app.services.errors import (
    AlreadyThere,
    BeforeLastEvent,
    ChangedMeanwhile,
    InvalidValue,
    NotPermitted,
    WrongState,
)
from app.services.referrals import Incoming
from tests.inquiry_desk import Desk


def _incoming(desk: Desk, text: str = "Mohon jawaban soal Pustaka Keliling.") -> int:
    return desk.office.act(
        referrals.receive_referral,
        Incoming(desk.agency("Diskominfo"), text, "Nota dinas", "NDE-17/HM/2026"),
    )


def test_referring_again_to_the_same_agency_leaves_its_clock_alone(
    desk: Desk, referred: int
) -> None:
    before = desk.clocks(referred)
    desk.clock.advance(hours=3)

    with pytest.raises(AlreadyThere) as refused:
        desk.refer(referred)

    assert refused.value.value == "DBMPR"
    assert desk.clocks(referred) == before


def test_several_agencies_may_be_asked_at_once(desk: Desk, referred: int) -> None:
    desk.clock.advance(hours=1)

    desk.refer(referred, "Kota Bandung")

    whole = desk.whole(referred)
    assert [row.agency_short for row in whole.referrals] == ["DBMPR", "Kota Bandung"]
    assert whole.state is InquiryState.REFERRED


def test_the_second_answer_is_recorded_too(desk: Desk, referred: int) -> None:
    desk.refer(referred, "Kota Bandung")
    desk.agency_answers(referred, "Jalan kota.")
    first = desk.referral(referred, 0)

    desk.office.act(referrals.record_agency_answer, first.id, first.version, "Jalan provinsi.")

    whole = desk.whole(referred)
    assert [row.answer_text for row in whole.referrals] == ["Jalan provinsi.", "Jalan kota."]
    assert whole.state is InquiryState.AGENCY_ANSWERED


def test_an_answer_is_recorded_whatever_has_become_of_the_inquiry(
    desk: Desk, referred: int
) -> None:
    desk.clock.advance(hours=25)
    desk.answered(referred)
    whole = desk.whole(referred)
    desk.office.act(inquiries.close, referred, whole.version)

    desk.agency_answers(referred)

    assert desk.state(referred) is InquiryState.CLOSED
    assert desk.referral(referred).state is ReferralState.ANSWERED
    late = next(clock for clock in desk.clocks(referred) if clock.kind is ClockKind.AGENCY_ANSWER)
    assert late.outcome is Outcome.BREACHED


def test_an_agency_that_is_not_competent_is_followed_by_another(desk: Desk, referred: int) -> None:
    referral = desk.referral(referred)
    desk.office.act(referrals.record_not_competent, referral.id, referral.version)

    desk.refer(referred, "Dishub")
    desk.agency_answers(referred)

    states = [row.state for row in desk.whole(referred).referrals]
    assert states == [ReferralState.NOT_COMPETENT, ReferralState.ANSWERED]
    assert desk.state(referred) is InquiryState.AGENCY_ANSWERED


def test_a_recalled_agency_may_be_asked_again(desk: Desk, referred: int) -> None:
    referral = desk.referral(referred)
    desk.office.act(referrals.recall_referral, referral.id, referral.version)
    desk.clock.advance(hours=2)

    due = desk.refer(referred)

    assert due == desk.clock() + timedelta(hours=24)


def test_receipt_by_the_agency_is_noted_and_its_clock_runs_on(desk: Desk, referred: int) -> None:
    referral = desk.referral(referred)
    desk.clock.advance(minutes=30)

    desk.office.act(referrals.acknowledge, referral.id, referral.version)

    row = desk.referral(referred)
    assert (row.state, row.acknowledged_at) == (ReferralState.ACKNOWLEDGED, desk.clock())
    assert row.clock is not None
    assert row.clock.is_running


def test_an_answered_referral_can_not_be_answered_again(desk: Desk, referred: int) -> None:
    desk.agency_answers(referred)

    with pytest.raises(WrongState):
        desk.agency_answers(referred)


def test_an_answer_can_not_come_before_the_agency_was_contacted(desk: Desk, referred: int) -> None:
    earlier = desk.clock() - timedelta(hours=1)
    desk.clock.advance(hours=1)

    with pytest.raises(BeforeLastEvent):
        desk.agency_answers(referred, answered_at=earlier)


def test_an_inquiry_is_not_referred_to_ourselves(desk: Desk, received: int) -> None:
    own = desk.office.read(_own_agency)

    with pytest.raises(InvalidValue) as refused:
        desk.office.act(referrals.refer, received, None, own, means="WhatsApp")

    assert refused.value.code == "own"


def _own_agency(session: Session) -> int:
    return session.scalars(select(Agency.id).where(Agency.is_own.is_(True))).one()


def test_it_is_said_how_the_agency_was_contacted(desk: Desk, received: int) -> None:
    with pytest.raises(InvalidValue):
        desk.office.act(referrals.refer, received, None, desk.agency("DBMPR"), means=" ")


def test_only_an_admin_refers(desk: Desk, received: int) -> None:
    with desk.as_person("cecep"), pytest.raises(NotPermitted):
        desk.refer(received)


def test_a_stale_form_does_not_refer(desk: Desk, received: int) -> None:
    seen = desk.whole(received).version
    desk.office.act(inquiries.set_topic, received, seen, "Jalan")

    with pytest.raises(ChangedMeanwhile):
        desk.office.act(referrals.refer, received, seen, desk.agency("DBMPR"), means="WhatsApp")


def test_what_another_agency_asks_us_is_our_duty_of_24_hours(desk: Desk) -> None:
    inquiry = _incoming(desk)

    whole = desk.whole(inquiry)
    assert whole.origin is InquiryOrigin.AGENCY
    assert whole.asking_agency == "Dinas Komunikasi dan Informatika"
    assert whole.asking_reference == "NDE-17/HM/2026"
    assert [row.direction for row in whole.referrals] == [Direction.IN]
    (clock,) = whole.clocks
    assert clock.kind is ClockKind.OUR_ANSWER
    assert clock.due_at == desk.clock() + timedelta(hours=24)


def test_our_answer_stops_our_clock_and_ends_the_incoming_referral(desk: Desk) -> None:
    inquiry = _incoming(desk)
    desk.clock.advance(hours=4)

    desk.answered(inquiry)

    whole = desk.whole(inquiry)
    assert whole.clocks[0].outcome is Outcome.MET
    assert whole.referrals[0].state is ReferralState.ANSWERED
    assert whole.referrals[0].answer_text == whole.answers[0].text


def test_an_incoming_referral_is_only_answered_by_our_approved_answer(desk: Desk) -> None:
    inquiry = _incoming(desk)

    with pytest.raises(InvalidValue) as refused:
        desk.agency_answers(inquiry)

    assert refused.value.code == "incoming"


def test_the_same_request_of_an_agency_is_not_entered_twice(desk: Desk) -> None:
    _incoming(desk)

    with pytest.raises(AlreadyThere) as refused:
        _incoming(desk, "Yang sama lagi")

    assert refused.value.value == "INQ-2026-000001"


def test_agencies_are_found_by_name_and_by_what_they_were_asked(desk: Desk) -> None:
    inquiry = desk.receive("Internet desa di pojok baca mati sejak Jumat.")
    desk.refer(inquiry, "Diskominfo")
    desk.clock.advance(hours=7)
    desk.agency_answers(inquiry)

    by_name = desk.office.read(agencies.competent_agencies, "bina marga", desk.clock())
    by_question = desk.office.read(agencies.competent_agencies, "internet desa", desk.clock())

    assert [row.agency.short_name for row in by_name] == ["DBMPR"]
    (asked,) = by_question
    assert (asked.agency.short_name, asked.referrals, asked.was_asked_alike) == (
        "Diskominfo",
        1,
        True,
    )
    assert asked.average == timedelta(hours=7)


def test_without_words_the_most_asked_agencies_come_first_and_never_ourselves(
    desk: Desk, referred: int
) -> None:
    rows = desk.office.read(agencies.competent_agencies, "", desk.clock(), 500)

    assert rows[0].agency.short_name == "DBMPR"
    assert desk.office.read(_own_agency) not in {row.agency.id for row in rows}


def test_the_message_is_masked_and_cites_the_regulation_within_the_province(desk: Desk) -> None:
    inquiry = desk.receive("Jalan rusak, hubungi saya 0812-0000-1142.")

    message = desk.office.read(
        inquiries.referral_message, inquiry, desk.agency("DBMPR"), None, desk.clock()
    )

    assert "0812-••••-••••" in message.text
    assert "Deden" not in message.text
    assert "Lampiran huruf C angka 4" in message.text
    assert message.due_text == "Sabtu, 21 November 2026, 09.30 WIB"
    assert message.due_text in message.text
    assert "INQ-2026-000001" in message.text


def test_outside_the_province_the_message_asks_and_does_not_cite(desk: Desk) -> None:
    inquiry = desk.receive()

    message = desk.office.read(
        inquiries.referral_message, inquiry, desk.agency("Kota Bandung"), None, desk.clock()
    )

    assert "Peraturan Gubernur" not in message.text
    assert "bila memungkinkan" in message.text


def test_unmasked_the_message_names_the_citizen_and_its_sender(desk: Desk) -> None:
    inquiry = desk.receive()
    sender = desk.office.actor

    message = desk.office.read(
        inquiries.referral_message,
        inquiry,
        desk.agency("DBMPR"),
        sender.id if sender else None,
        desk.clock(),
        False,
    )

    assert "Deden Saputra" in message.text
    assert message.text.endswith("Rina Marlina, S.I.Kom.\nDinas Literasi dan Warisan Budaya")
