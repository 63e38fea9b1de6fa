"""The inquiry desk of a test: its people take the ordinary steps in one line each."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

import pytest
from sqlalchemy import select

from app.models.account import Account
from app.models.agency import Agency
from app.models.answer import Answer
from app.models.comment import Tone
from app.models.inquiry import InquiryKind, InquiryState
from app.office import Office
from app.services import approvals, inquiries, referrals
from app.services.clocks import ClockRow
from app.services.ethics import ALL_LETTERS
from app.services.inquiries import AnswerRow, InquiryWhole, Reception, ReferralRow
from tests.fixed_clock import FixedClock
from tests.offices import Colleagues

QUESTION = "Jalan menuju Pustaka Cikapundung berlubang, mobil pustaka saja sampai mogok."


@dataclass(frozen=True)
class Desk:
    """Steps of the flow, taken by whoever does them in the office: rina asks, tatang decides."""

    office: Office
    clock: FixedClock
    colleagues: Colleagues

    @contextmanager
    def as_person(self, name: str) -> Iterator[None]:
        """Let a colleague sit down; afterwards Teh Rina is back."""
        self.colleagues.sit_down(self.office, name)
        try:
            yield
        finally:
            self.colleagues.sit_down(self.office, "rina")

    def agency(self, short_name: str) -> int:
        key = self.office.read(
            lambda session: session.scalar(select(Agency.id).where(Agency.short_name == short_name))
        )
        assert isinstance(key, int)
        return key

    def account(self, platform: str) -> int:
        key = self.office.read(
            lambda session: session.scalar(select(Account.id).where(Account.platform == platform))
        )
        assert isinstance(key, int)
        return key

    def receive(
        self,
        text: str = QUESTION,
        *,
        handle: str = "deden.saputra",
        received_at: datetime | None = None,
        kind: InquiryKind = InquiryKind.CRITICISM,
        tone: Tone | None = Tone.NEGATIVE,
    ) -> int:
        return self.office.act(
            inquiries.receive_inquiry,
            Reception(
                text,
                kind,
                received_at,
                account_id=self.account("facebook"),
                handle=handle,
                name="Deden Saputra",
                tone=tone,
                topic="Jalan dan akses",
            ),
        )

    def whole(self, inquiry_id: int) -> InquiryWhole:
        return self.office.read(inquiries.inquiry, inquiry_id, self.clock())

    def state(self, inquiry_id: int) -> InquiryState:
        return self.whole(inquiry_id).state

    def clocks(self, inquiry_id: int) -> tuple[ClockRow, ...]:
        return self.whole(inquiry_id).clocks

    def referral(self, inquiry_id: int, number: int = -1) -> ReferralRow:
        return self.whole(inquiry_id).referrals[number]

    def answer(self, inquiry_id: int) -> AnswerRow:
        answer = self.whole(inquiry_id).answer
        assert answer is not None
        return answer

    def refer(
        self, inquiry_id: int, agency: str = "DBMPR", contacted_at: datetime | None = None
    ) -> datetime | None:
        return self.office.act(
            referrals.refer,
            inquiry_id,
            None,
            self.agency(agency),
            means="WhatsApp ke Ibu Lilis (Humas)",
            contacted_at=contacted_at,
        )

    def agency_answers(
        self,
        inquiry_id: int,
        text: str = "Penambalan dijadwalkan pekan depan.",
        answered_at: datetime | None = None,
    ) -> None:
        referral = self.referral(inquiry_id)
        self.office.act(
            referrals.record_agency_answer, referral.id, referral.version, text, answered_at
        )

    def draft(
        self, inquiry_id: int, text: str = "Jalan diperbaiki pekan depan.", reason: str = ""
    ) -> int:
        return self.office.act(inquiries.draft_answer, inquiry_id, None, text, reason=reason)

    def request(self, answer_id: int) -> int:
        """Ask for the approval; returns the revision."""
        answer = self._row(answer_id)
        return self.office.act(inquiries.request_approval, answer_id, answer.version)

    def _row(self, answer_id: int) -> AnswerRow:
        inquiry_id = self.office.read(
            lambda session: session.scalar(select(Answer.inquiry_id).where(Answer.id == answer_id))
        )
        assert isinstance(inquiry_id, int)
        return next(row for row in self.whole(inquiry_id).answers if row.id == answer_id)

    def approve(self, revision_id: int, by: str = "tatang") -> None:
        with self.as_person(by):
            self.office.act(approvals.approve, revision_id, ALL_LETTERS)

    def return_answer(self, revision_id: int, reason: str = "Sebut jadwalnya.") -> None:
        with self.as_person("tatang"):
            self.office.act(approvals.return_to_author, revision_id, reason)

    def approved(self, inquiry_id: int, text: str = "Jalan diperbaiki pekan depan.") -> AnswerRow:
        """Draft an answer and bring it through the gate."""
        self.approve(self.request(self.draft(inquiry_id, text)))
        return self.answer(inquiry_id)

    def send(self, inquiry_id: int, sent_at: datetime | None = None) -> None:
        """Record that the approved answer was sent."""
        answer = self.answer(inquiry_id)
        self.office.act(
            inquiries.record_answer,
            answer.id,
            answer.revision_id or 0,
            answer.text,
            sent_at=sent_at,
            proof_url="https://www.facebook.com/DislitbudJabar/posts/1",
        )

    def answered(self, inquiry_id: int) -> None:
        self.approved(inquiry_id)
        self.send(inquiry_id)


@pytest.fixture
def desk(office: Office, clock: FixedClock, colleagues: Colleagues) -> Desk:
    return Desk(office, clock, colleagues)


@pytest.fixture
def received(desk: Desk) -> int:
    """An inquiry that came in just now."""
    return desk.receive()


@pytest.fixture
def referred(desk: Desk, received: int) -> int:
    """The same, referred to the road agency just now."""
    desk.refer(received)
    return received
