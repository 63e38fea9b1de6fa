"""Lampiran C: how an inquiry is answered, step by step, and every way through its flow."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.answer import AnswerKind
from app.models.clock import Clock, ClockKind, Outcome
from app.models.gate import Decision
from app.models.inquiry import DONE, FLOW, Inquiry, InquiryKind, InquiryState
from app.models.referral import RUNNING, Direction
from app.office import Office
from app.services import approvals, inquiries, referrals
from app.services.errors import ActError, Incomplete, WrongState
from app.services.ethics import ALL_LETTERS
from app.services.inquiries import HandOver
from tests.fixed_clock import FixedClock
from tests.inquiry_desk import Desk
from tests.offices import Colleagues

DAY = timedelta(hours=24)


@pytest.mark.parametrize("kind", list(InquiryKind))
def test_c1_questions_comments_criticism_and_suggestions_are_received(
    desk: Desk, kind: InquiryKind
) -> None:
    inquiry = desk.receive(kind=kind)

    assert desk.whole(inquiry).kind is kind
    assert desk.state(inquiry) is InquiryState.RECEIVED


def test_c2_a_known_answer_is_given_after_the_official_approved_it(
    desk: Desk, received: int
) -> None:
    answer_id = desk.draft(received)

    with pytest.raises(WrongState):
        desk.send(received)
    desk.approve(desk.request(answer_id))
    desk.send(received)

    assert desk.state(received) is InquiryState.ANSWERED


def test_c3_what_is_another_agency_s_authority_is_brought_to_that_agency(
    desk: Desk, received: int
) -> None:
    desk.refer(received)

    (referral,) = desk.whole(received).referrals
    assert (referral.agency, referral.means) == (
        "Dinas Bina Marga dan Penataan Ruang",
        "WhatsApp ke Ibu Lilis (Humas)",
    )
    assert desk.state(received) is InquiryState.REFERRED


def test_c4_the_agency_answers_through_us_within_24_hours(desk: Desk, referred: int) -> None:
    due = desk.referral(referred).clock
    assert due is not None
    assert due.due_at - desk.referral(referred).contacted_at == DAY

    desk.clock.advance(hours=23, minutes=59)
    desk.agency_answers(referred)

    stopped = desk.referral(referred).clock
    assert stopped is not None
    assert stopped.outcome is Outcome.MET
    assert desk.state(referred) is InquiryState.AGENCY_ANSWERED


def test_c5_the_answer_built_on_it_is_reported_to_the_official_before_it_is_given(
    desk: Desk, referred: int
) -> None:
    desk.agency_answers(referred)
    desk.approved(referred)
    desk.send(referred)

    decisions = desk.office.read(lambda session: session.scalars(select(Decision)).all())
    assert [decision.reported for decision in decisions] == [True]
    assert desk.state(referred) is InquiryState.ANSWERED


# What leads on from each state; a walk mostly takes one of these, sometimes any other.
_LEADING_ON = {
    InquiryState.RECEIVED: ("refer", "draft", "interim", "write_again"),
    InquiryState.REFERRED: (
        "refer_city",
        "acknowledge",
        "agency_answer",
        "late_agency_answer",
        "not_competent",
        "recall",
        "draft_with_reason",
        "interim",
        "request_interim",
        "approve_interim",
        "send_interim",
    ),
    InquiryState.AGENCY_ANSWERED: ("draft",),
    InquiryState.DRAFTED: ("save", "request", "agency_answer"),
    InquiryState.AWAITING_APPROVAL: ("approve", "return", "take_back"),
    InquiryState.APPROVED: ("send", "edit_again", "late_agency_answer"),
    InquiryState.ANSWERED: ("close", "write_again"),
    InquiryState.CLOSED: ("reopen", "write_again", "agency_answer"),
    InquiryState.DISMISSED: (),
    InquiryState.HANDED_OVER: (),
}
_ENDING = ("dismiss", "hand_over")
_ACTS = sorted({act for acts in _LEADING_ON.values() for act in acts}) + list(_ENDING)


@dataclass
class Walk:
    """One inquiry, pushed about; remembers each clock as it was when it stopped."""

    desk: Desk
    inquiry: int
    stopped: dict[int, tuple[datetime | None, Outcome | None, datetime]] = field(
        default_factory=dict
    )

    def take(self, act: str) -> None:
        whole = self.desk.whole(self.inquiry)
        running = [row for row in whole.referrals if row.state in RUNNING]
        answer, interim = whole.answer, whole.interim_reply
        office, now = self.desk.office, self.desk.clock()
        match act:
            case "refer":
                self.desk.refer(self.inquiry, contacted_at=max(whole.received_at, now - DAY / 8))
            case "refer_city":
                self.desk.refer(self.inquiry, "Kota Bandung")
            case "close":
                office.act(inquiries.close, self.inquiry, whole.version)
            case "reopen":
                office.act(inquiries.reopen, self.inquiry, whole.version)
            case "write_again":
                office.act(inquiries.write_again, self.inquiry, whole.version, f"Lagi {now}")
            case "dismiss":
                office.act(inquiries.dismiss, self.inquiry, whole.version, "Iklan")
            case "hand_over":
                facts = HandOver("PPID", now.date())
                office.act(inquiries.hand_over, self.inquiry, whole.version, facts)
            case "draft":
                self.desk.draft(self.inquiry)
            case "draft_with_reason":
                self.desk.draft(self.inquiry, reason="Sudah tahu jawabannya")
            case "interim":
                office.act(inquiries.draft_interim_reply, self.inquiry, "Sedang ditanyakan")
            case _ if act in ("save", "request", "approve", "return", "take_back", "edit_again"):
                if answer is not None:
                    self._on_answer(act, answer)
            case "send":
                if answer is not None:
                    self.desk.send(self.inquiry)
            case "request_interim" | "approve_interim" | "send_interim":
                if interim is not None:
                    self._on_interim(act, interim)
            case _:
                if running:
                    self._on_referral(act, running[-1])

    def _on_answer(self, act: str, answer: inquiries.AnswerRow) -> None:
        office = self.desk.office
        match act:
            case "save":
                office.act(inquiries.save_answer, answer.id, answer.version, "Diperbaiki")
            case "request":
                self.desk.request(answer.id)
            case "edit_again":
                office.act(inquiries.reopen_answer, answer.id, answer.version)
            case "approve":
                self.desk.approve(answer.revision_id or 0)
            case "return":
                self.desk.return_answer(answer.revision_id or 0)
            case "take_back":
                office.act(approvals.recall, answer.revision_id or 0)

    def _on_interim(self, act: str, interim: inquiries.AnswerRow) -> None:
        if act == "request_interim":
            self.desk.request(interim.id)
        elif act == "approve_interim":
            self.desk.approve(interim.revision_id or 0)
        else:
            self.desk.office.act(
                inquiries.send_interim_reply,
                interim.id,
                interim.revision_id or 0,
                interim.text,
                proof_note="tangkapan layar",
            )

    def _on_referral(self, act: str, referral: inquiries.ReferralRow) -> None:
        office, now = self.desk.office, self.desk.clock()
        earlier = max(referral.contacted_at, now - DAY)
        match act:
            case "acknowledge":
                office.act(referrals.acknowledge, referral.id, referral.version)
            case "agency_answer":
                self._agency_answers(referral, None)
            case "late_agency_answer":
                self._agency_answers(referral, earlier)
            case "not_competent":
                office.act(referrals.record_not_competent, referral.id, referral.version, earlier)
            case "recall":
                office.act(referrals.recall_referral, referral.id, referral.version)

    def _agency_answers(
        self, referral: inquiries.ReferralRow, answered_at: datetime | None
    ) -> None:
        self.desk.office.act(
            referrals.record_agency_answer,
            referral.id,
            referral.version,
            "Jawaban instansi",
            answered_at,
        )

    def check(self, before: InquiryState) -> None:
        """The state moved by the table alone, and every clock is what it has to be."""
        whole = self.desk.whole(self.inquiry)
        if whole.state is not before:
            acts = [step.act for step in FLOW if (step.state, step.to) == (before, whole.state)]
            assert acts, f"{before} -> {whole.state} is in no table"
        clocks = self.desk.office.read(self._clocks)
        self._check_clocks(clocks)
        self._check_against_events(whole, clocks)

    def _clocks(self, session: Session) -> list[Clock]:
        return list(session.scalars(select(Clock).where(Clock.inquiry_id == self.inquiry)))

    def _check_clocks(self, clocks: list[Clock]) -> None:
        for clock in clocks:
            assert clock.due_at == clock.started_at + DAY
            if clock.stopped_at is not None:
                late = clock.stopped_at > clock.due_at
                assert (clock.outcome is Outcome.BREACHED) == late
                now = (clock.stopped_at, clock.outcome, clock.due_at)
                assert self.stopped.setdefault(clock.id, now) == now, "a stopped clock changed"
        running = [clock.due_at for clock in clocks if clock.stopped_at is None]
        attention = self.desk.office.read(
            lambda session: session.get_one(Inquiry, self.inquiry).attention_at
        )
        assert attention == min(running, default=None)

    def _check_against_events(self, whole: inquiries.InquiryWhole, clocks: list[Clock]) -> None:
        """A slow, obvious second reckoning: from the events alone, clock by clock."""
        for row in whole.referrals:
            (clock,) = (one for one in clocks if one.referral_id == row.id)
            assert clock.started_at == row.contacted_at
            assert (clock.stopped_at is None) == (row.state in RUNNING)
            if row.answered_at is not None:
                in_time = row.answered_at - row.contacted_at <= DAY
                assert clock.outcome is (Outcome.MET if in_time else Outcome.BREACHED)
            assert row.direction is Direction.OUT
        first = [clock for clock in clocks if clock.kind is ClockKind.FIRST_ANSWER]
        sent = sorted(answer.sent_at for answer in whole.answers if answer.sent_at is not None)
        for clock in first:
            after = [moment for moment in sent if moment >= clock.started_at]
            if whole.state not in DONE and after:
                assert clock.stopped_at == after[0]
        if whole.state in (InquiryState.DISMISSED, InquiryState.HANDED_OVER):
            assert all(clock.stopped_at is not None for clock in clocks)
        total = sum((share.length for share in whole.held), timedelta())
        finals = [one.sent_at for one in whole.answers if one.kind is AnswerKind.FINAL]
        if not any(finals) and whole.state not in DONE:
            assert total == self.desk.clock() - whole.received_at, "a minute belongs to nobody"


@settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    walk=st.lists(
        st.tuples(st.integers(0, 99), st.sampled_from((0, 1, 6, 13, 26))), min_size=6, max_size=14
    )
)
def test_any_walk_keeps_to_the_table_and_its_clocks_consistent(
    sqlite_office: Office,
    clock: FixedClock,
    colleagues: Colleagues,
    walk: list[tuple[int, int]],
) -> None:
    desk = Desk(sqlite_office, clock, colleagues)
    walked = Walk(desk, desk.receive(f"Pertanyaan {clock()}", handle=f"warga{clock():%j%H%M%S}"))

    for choice, hours in walk:
        clock.advance(hours=hours, minutes=7)
        before = desk.state(walked.inquiry)
        options = (*_LEADING_ON[before] * 4, *_ACTS)
        try:
            walked.take(options[choice % len(options)])
        except ActError:
            assert desk.state(walked.inquiry) is before
        walked.check(before)
    clock.advance(hours=1)


def test_the_letters_of_pasal_9_are_asked_for_answers_too(desk: Desk, received: int) -> None:
    revision = desk.request(desk.draft(received))

    with desk.as_person("tatang"), pytest.raises(Incomplete):
        desk.office.act(approvals.approve, revision, ALL_LETTERS[:-1])

    assert desk.state(received) is InquiryState.AWAITING_APPROVAL
