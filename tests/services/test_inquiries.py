"""An inquiry on its way from the citizen's words to the answer that was approved."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.models.answer import Answer, InterimState
from app.models.audit import AuditEvent
from app.models.clock import ClockKind, Outcome
from app.models.comment import Citizen, Comment, Tone
from app.models.gate import Decision, Revision
from app.models.inquiry import Inquiry, InquiryKind, InquiryOrigin, InquiryState
from app.models.person import Person, PersonRole
from app.models.roles import Role
from app.office import Office
from app.services import approvals, inquiries, referrals
from app.services.errors import (
    ActError,
    AlreadyThere,
    BeforeLastEvent,
    ChangedMeanwhile,
    Incomplete,
    InvalidValue,
    NotPermitted,
    OwnWork,
    ReasonMissing,
    RevisionSuperseded,
    WrongState,
)
from app.services.inquiries import Asker, HandOver, Held, Holder, Reception, Tab, Wanted
from app.services.transaction import Transaction
from app.wording import sentence
from tests.inquiry_desk import QUESTION, Desk

ADMIN = frozenset({Role.ADMIN})


def _rows(
    desk: Desk, wanted: Wanted, person_id: int | None = None, roles: frozenset[Role] = ADMIN
) -> list[str]:
    """References, as Teh Rina or whoever is named sees the list."""
    actor = desk.office.actor
    asker = Asker(person_id or (actor.id if actor else None), roles, desk.clock())
    return [row.reference for row in desk.office.read(inquiries.page, wanted, asker)]


def test_what_is_entered_has_its_citizen_its_message_and_its_first_clock(desk: Desk) -> None:
    inquiry = desk.receive()

    whole = desk.whole(inquiry)
    assert (whole.reference, whole.state) == ("INQ-2026-000001", InquiryState.RECEIVED)
    assert (whole.platform, whole.account) == ("facebook", "DislitbudJabar")
    (comment,) = whole.comments
    assert (comment.text, comment.citizen, comment.tone) == (
        QUESTION,
        "Deden Saputra",
        Tone.NEGATIVE,
    )
    assert [clock.kind for clock in whole.clocks] == [ClockKind.FIRST_ANSWER]


def test_the_same_person_is_one_citizen_however_the_handle_is_written(desk: Desk) -> None:
    desk.receive("Satu", handle="@Deden.Saputra")
    desk.receive("Dua", handle="deden.saputra ")

    assert len(desk.office.read(lambda session: session.scalars(select(Citizen)).all())) == 1


def test_a_telephone_number_is_one_citizen_however_it_is_grouped(desk: Desk) -> None:
    for text, number in (("Satu", "0812-0000-1142"), ("Dua", "0812 0000 1142")):
        desk.office.act(
            inquiries.receive_inquiry, Reception(text, platform="whatsapp", handle=number)
        )

    (citizen,) = desk.office.read(lambda session: session.scalars(select(Citizen.handle)).all())
    assert citizen == "081200001142"


def test_two_people_without_a_handle_are_two_citizens(desk: Desk) -> None:
    for text in ("Lewat telepon", "Lewat surat"):
        desk.office.act(inquiries.receive_inquiry, Reception(text, name="Ibu Nunung"))

    assert len(desk.office.read(lambda session: session.scalars(select(Citizen)).all())) == 2


def test_a_second_click_does_not_make_a_second_inquiry(desk: Desk, received: int) -> None:
    with pytest.raises(AlreadyThere) as refused:
        desk.receive()

    assert refused.value.value == desk.whole(received).reference


def test_an_inquiry_is_never_without_words(desk: Desk) -> None:
    with pytest.raises(InvalidValue):
        desk.receive("  ")


def test_nothing_reached_us_in_the_future(desk: Desk) -> None:
    with pytest.raises(BeforeLastEvent):
        desk.receive(received_at=desk.clock() + timedelta(minutes=5))


def test_only_an_admin_enters_inquiries(desk: Desk) -> None:
    with desk.as_person("cecep"), pytest.raises(NotPermitted):
        desk.receive()


def _add_comments(tx: Transaction, account_id: int) -> list[int]:
    citizen = Citizen(platform="instagram", handle="wulan.tasik")
    tx.session.add(citizen)
    tx.session.flush()
    comments = [
        Comment(
            citizen_id=citizen.id,
            platform="instagram",
            account_id=account_id,
            post_key="https://instagram.com/p/DC4OyU",
            text=text,
            fold_key=text,
            written_at=tx.now - timedelta(hours=2),
            seen_at=tx.now,
            is_own=is_own,
        )
        for text, is_own in (("KTP hilang", False), ("masih bisa daftar?", False), ("Halo", True))
    ]
    tx.session.add_all(comments)
    tx.session.flush()
    tx.announce("comment")
    return [comment.id for comment in comments]


def test_comments_of_a_post_become_one_inquiry(desk: Desk) -> None:
    first, second, _ = desk.office.act(_add_comments, desk.account("instagram"))

    inquiry = desk.office.act(inquiries.make_inquiry_from_comments, [first, second])

    whole = desk.whole(inquiry)
    assert whole.origin is InquiryOrigin.COMMENT
    assert [(row.text, row.is_opening) for row in whole.comments] == [
        ("KTP hilang", True),
        ("masih bisa daftar?", False),
    ]
    assert whole.received_at == desk.clock() - timedelta(hours=2)
    assert whole.clocks[0].due_at == whole.received_at + timedelta(hours=24)


def test_a_comment_belongs_to_one_inquiry_and_our_own_to_none(desk: Desk) -> None:
    first, _, own = desk.office.act(_add_comments, desk.account("instagram"))
    desk.office.act(inquiries.make_inquiry_from_comments, [first])

    with pytest.raises(AlreadyThere):
        desk.office.act(inquiries.make_inquiry_from_comments, [first])
    with pytest.raises(InvalidValue):
        desk.office.act(inquiries.make_inquiry_from_comments, [own])


def test_a_known_answer_goes_through_the_gate_to_the_citizen(desk: Desk, received: int) -> None:
    desk.approved(received)
    assert desk.state(received) is InquiryState.APPROVED

    desk.send(received)

    whole = desk.whole(received)
    assert whole.state is InquiryState.ANSWERED
    assert whole.clocks[0].outcome is Outcome.MET
    assert whole.answers[0].sent_at == desk.clock()


def test_before_the_24_hours_are_over_answering_without_the_agency_needs_a_reason(
    desk: Desk, referred: int
) -> None:
    with pytest.raises(ReasonMissing):
        desk.draft(referred)

    desk.draft(referred, reason="Jadwalnya sudah diumumkan DBMPR.")

    assert desk.state(referred) is InquiryState.DRAFTED
    assert desk.referral(referred).clock is not None
    assert desk.referral(referred).clock.is_running  # type: ignore[union-attr]


def test_after_the_24_hours_a_silent_agency_does_not_block_the_answer(
    desk: Desk, referred: int
) -> None:
    desk.clock.advance(hours=24, seconds=1)

    desk.draft(referred)

    assert desk.state(referred) is InquiryState.DRAFTED


def test_an_answer_built_on_an_agency_s_is_reported_to_the_official(
    desk: Desk, referred: int
) -> None:
    desk.agency_answers(referred)

    answer = desk.approved(referred)

    assert answer.referral_id == desk.referral(referred).id
    reported = desk.office.read(lambda session: session.scalars(select(Decision.reported)).all())
    assert reported == [True]


def test_an_answer_names_only_an_answered_referral_of_its_own_inquiry(
    desk: Desk, referred: int
) -> None:
    other = desk.receive("Yang lain", handle="lain")

    with pytest.raises(InvalidValue):
        desk.office.act(
            inquiries.draft_answer,
            other,
            None,
            "Jawaban",
            referral_id=desk.referral(referred).id,
        )


def test_nobody_approves_an_answer_that_he_edited(desk: Desk, received: int) -> None:
    answer_id = desk.draft(received)
    with desk.as_person("wulan"):
        desk.office.act(
            inquiries.save_answer, answer_id, desk.answer(received).version, "Diperbaiki."
        )
    revision = desk.request(answer_id)
    desk.office.act(_make_deciders, ["wulan"])

    with desk.as_person("wulan"), pytest.raises(OwnWork):
        desk.office.act(approvals.approve, revision, "abcdefghi")


def _make_deciders(tx: Transaction, names: list[str]) -> None:
    for name in names:
        person = tx.session.scalars(select(Person).where(Person.sign_in_name == name)).one()
        person.roles.append(PersonRole(role=Role.OFFICIAL))
    tx.announce("person")


def test_a_returned_answer_comes_back_with_its_reason(desk: Desk, received: int) -> None:
    desk.return_answer(desk.request(desk.draft(received)), "Sebut nama jalannya.")

    assert desk.state(received) is InquiryState.DRAFTED
    assert desk.answer(received).returned_reason == "Sebut nama jalannya."


def test_an_answer_without_words_is_not_brought_to_the_official(desk: Desk, received: int) -> None:
    answer_id = desk.draft(received, " ")

    with pytest.raises(Incomplete):
        desk.request(answer_id)


def test_two_people_on_one_answer_the_second_save_is_told(desk: Desk, received: int) -> None:
    answer_id = desk.draft(received)
    seen = desk.answer(received).version
    with desk.as_person("wulan"):
        desk.office.act(inquiries.save_answer, answer_id, seen, "Kata Wulan")

    with pytest.raises(ChangedMeanwhile) as refused:
        desk.office.act(inquiries.save_answer, answer_id, seen, "Kata Rina")

    assert (refused.value.seen, refused.value.current) == (seen, seen + 1)
    assert desk.answer(received).text == "Kata Wulan"


def test_what_waits_for_the_official_is_not_edited(desk: Desk, received: int) -> None:
    answer_id = desk.draft(received)
    desk.request(answer_id)

    with pytest.raises(WrongState):
        desk.office.act(
            inquiries.save_answer, answer_id, desk.answer(received).version, "Diam-diam lain"
        )


def test_an_approved_answer_is_edited_only_after_its_approval_is_void(
    desk: Desk, received: int
) -> None:
    answer = desk.approved(received)

    desk.office.act(inquiries.reopen_answer, answer.id, answer.version)

    assert desk.state(received) is InquiryState.DRAFTED
    assert not desk.answer(received).is_approved


def test_only_exactly_what_was_approved_is_sent(desk: Desk, received: int) -> None:
    answer = desk.approved(received)

    with pytest.raises(InvalidValue) as refused:
        desk.office.act(
            inquiries.record_answer,
            answer.id,
            answer.revision_id or 0,
            answer.text + " Terima kasih.",
            proof_note="tangkapan layar",
        )

    assert refused.value.code == "not_as_approved"
    assert desk.state(received) is InquiryState.APPROVED


def test_words_changed_behind_the_approval_are_refused(desk: Desk, received: int) -> None:
    answer = desk.approved(received)
    desk.office.act(_change_behind, answer.id)

    with pytest.raises(RevisionSuperseded):
        desk.office.act(
            inquiries.record_answer,
            answer.id,
            answer.revision_id or 0,
            "Lain",
            proof_note="tangkapan layar",
        )


def _change_behind(tx: Transaction, answer_id: int) -> None:
    tx.session.execute(update(Answer).where(Answer.id == answer_id).values(text="Lain"))
    tx.announce("inquiry")


def test_an_older_revision_is_not_what_was_approved(desk: Desk, received: int) -> None:
    answer_id = desk.draft(received)
    older = desk.request(answer_id)
    desk.return_answer(older)
    desk.approve(desk.request(answer_id))

    with pytest.raises(RevisionSuperseded):
        desk.office.act(
            inquiries.record_answer,
            answer_id,
            older,
            desk.answer(received).text,
            proof_note="tangkapan layar",
        )


@pytest.mark.parametrize(("link", "field"), [(None, "proof"), ("menyusul", "proof_url")])
def test_sending_needs_a_link_or_another_proof(
    desk: Desk, received: int, link: str | None, field: str
) -> None:
    answer = desk.approved(received)

    with pytest.raises(InvalidValue) as refused:
        desk.office.act(
            inquiries.record_answer,
            answer.id,
            answer.revision_id or 0,
            answer.text,
            proof_url=link,
        )

    assert refused.value.field == field


def test_no_answer_was_sent_before_it_was_approved(desk: Desk, received: int) -> None:
    earlier = desk.clock()
    desk.clock.advance(hours=1)
    desk.approved(received)

    with pytest.raises(BeforeLastEvent):
        desk.send(received, sent_at=earlier)


def test_an_answer_entered_later_stops_the_clock_when_it_was_sent(
    desk: Desk, received: int
) -> None:
    desk.approved(received)
    sent = desk.clock.advance(hours=23)
    desk.clock.advance(hours=10)

    desk.send(received, sent_at=sent)

    clock = desk.clocks(received)[0]
    assert (clock.outcome, clock.stopped_at) == (Outcome.MET, sent)
    assert desk.whole(received).answers[0].sent_recorded_at == desk.clock()


def _interim(desk: Desk, inquiry_id: int) -> inquiries.AnswerRow:
    """An approved interim reply."""
    desk.office.act(inquiries.draft_interim_reply, inquiry_id, "Sedang kami tanyakan ke DBMPR.")
    interim = desk.whole(inquiry_id).interim_reply
    assert interim is not None
    desk.approve(desk.request(interim.id))
    approved = desk.whole(inquiry_id).interim_reply
    assert approved is not None
    return approved


def test_an_interim_reply_stops_the_first_answer_not_the_agency_s_clock(
    desk: Desk, referred: int
) -> None:
    interim = _interim(desk, referred)

    desk.office.act(
        inquiries.send_interim_reply,
        interim.id,
        interim.revision_id or 0,
        interim.text,
        proof_note="tangkapan layar",
    )

    running = {clock.kind: clock.is_running for clock in desk.clocks(referred)}
    assert running == {ClockKind.FIRST_ANSWER: False, ClockKind.AGENCY_ANSWER: True}
    assert desk.state(referred) is InquiryState.REFERRED


def test_an_interim_reply_goes_through_the_same_gate(desk: Desk, referred: int) -> None:
    desk.office.act(inquiries.draft_interim_reply, referred, "Sedang kami tanyakan.")
    interim = desk.whole(referred).interim_reply
    assert interim is not None

    with pytest.raises(WrongState):
        desk.office.act(
            inquiries.send_interim_reply, interim.id, 1, interim.text, proof_note="tanpa izin"
        )


def test_there_is_one_interim_reply_at_a_time(desk: Desk, referred: int) -> None:
    desk.office.act(inquiries.draft_interim_reply, referred, "Satu")

    with pytest.raises(AlreadyThere):
        desk.office.act(inquiries.draft_interim_reply, referred, "Dua")


def test_an_approved_interim_reply_may_be_edited_again(desk: Desk, referred: int) -> None:
    interim = _interim(desk, referred)

    desk.office.act(inquiries.reopen_answer, interim.id, interim.version)

    again = desk.whole(referred).interim_reply
    assert again is not None
    assert (again.interim_state, again.is_approved) == (InterimState.DRAFTED, False)


def test_an_answered_inquiry_needs_no_interim_reply(desk: Desk, received: int) -> None:
    desk.answered(received)

    with pytest.raises(WrongState):
        desk.office.act(inquiries.draft_interim_reply, received, "Terlambat")


def test_spam_is_dismissed_with_a_reason_and_owes_nothing(desk: Desk, referred: int) -> None:
    desk.office.act(inquiries.dismiss, referred, None, "Iklan judi")

    whole = desk.whole(referred)
    assert (whole.state, whole.closing_reason) == (InquiryState.DISMISSED, "Iklan judi")
    assert {clock.outcome for clock in whole.clocks} == {Outcome.VOID}


def test_nothing_is_dismissed_without_a_reason(desk: Desk, received: int) -> None:
    with pytest.raises(ReasonMissing):
        desk.office.act(inquiries.dismiss, received, None, " ")


def test_dismissing_does_not_hide_what_had_fallen_due(desk: Desk, referred: int) -> None:
    desk.clock.advance(hours=30)

    desk.office.act(inquiries.dismiss, referred, None, "Ternyata iklan")

    assert {clock.outcome for clock in desk.clocks(referred)} == {Outcome.BREACHED}


def test_a_formal_request_is_handed_over_with_number_and_reminder(
    desk: Desk, received: int
) -> None:
    facts = HandOver("PPID", date(2026, 11, 20), "012/PPID/2026", date(2026, 12, 4))

    desk.office.act(inquiries.hand_over, received, None, facts)

    whole = desk.whole(received)
    assert whole.state is InquiryState.HANDED_OVER
    assert (whole.handed_over_to, whole.handed_over_number) == ("PPID", "012/PPID/2026")
    assert (whole.handed_over_on, whole.remind_on) == (facts.on, facts.remind_on)


def test_a_reminder_does_not_come_before_the_hand_over(desk: Desk, received: int) -> None:
    facts = HandOver("PPID", date(2026, 11, 20), remind_on=date(2026, 11, 19))

    with pytest.raises(InvalidValue):
        desk.office.act(inquiries.hand_over, received, None, facts)


def test_what_the_citizen_adds_while_it_is_open_joins_the_thread(desk: Desk, received: int) -> None:
    desk.clock.advance(hours=1)

    desk.office.act(inquiries.write_again, received, None, "Di dekat jembatan.")

    whole = desk.whole(received)
    assert [row.text for row in whole.comments] == [QUESTION, "Di dekat jembatan."]
    assert whole.state is InquiryState.RECEIVED
    assert len(whole.clocks) == 1


def test_writing_again_opens_an_answered_inquiry_and_promises_anew(
    desk: Desk, received: int
) -> None:
    desk.answered(received)
    desk.office.act(inquiries.close, received, None)
    desk.clock.advance(days=3)

    desk.office.act(inquiries.write_again, received, None, "Berlubang lagi.")

    whole = desk.whole(received)
    assert whole.state is InquiryState.RECEIVED
    assert [clock.is_running for clock in whole.clocks] == [False, True]
    assert whole.clocks[1].started_at == desk.clock()


def test_a_second_answer_leaves_the_first_as_it_was_sent(desk: Desk, received: int) -> None:
    desk.answered(received)
    first = desk.whole(received).answers[0]
    desk.office.act(inquiries.write_again, received, None, "Berlubang lagi.")

    desk.approved(received, "Ditambal ulang besok.")
    desk.send(received)

    answers = desk.whole(received).answers
    assert answers[0] == first
    assert answers[1].text == "Ditambal ulang besok."


def test_reopening_what_nobody_wrote_to_promises_nothing(desk: Desk, received: int) -> None:
    desk.answered(received)

    desk.office.act(inquiries.reopen, received, None)

    assert desk.state(received) is InquiryState.RECEIVED
    assert not any(clock.is_running for clock in desk.clocks(received))


def test_kind_topic_tone_and_handler_can_be_set(desk: Desk, received: int) -> None:
    with desk.as_person("wulan"):
        wulan = desk.office.actor
    assert wulan is not None

    desk.office.act(inquiries.set_kind, received, None, InquiryKind.SUGGESTION)
    desk.office.act(inquiries.set_topic, received, None, "Layanan")
    desk.office.act(inquiries.set_tone, received, None, Tone.POSITIVE)
    desk.office.act(inquiries.set_handler, received, None, wulan.id)

    whole = desk.whole(received)
    assert (whole.kind, whole.topic) == (InquiryKind.SUGGESTION, "Layanan")
    assert whole.comments[0].tone is Tone.POSITIVE
    assert whole.handler == "Teh Wulan"


def test_a_tone_can_be_taken_away(desk: Desk, received: int) -> None:
    desk.office.act(inquiries.set_tone, received, None, None)

    assert desk.whole(received).comments[0].tone is None


def test_the_earliest_clock_leads_then_the_oldest_without_a_clock(desk: Desk) -> None:
    answered = desk.receive("Sudah dijawab instansi", handle="a")
    desk.answered(answered)
    desk.clock.advance(minutes=10)
    late = desk.receive("Belakangan", handle="b")
    early = desk.receive("Lebih dulu", handle="c", received_at=desk.clock() - timedelta(hours=5))

    rows = _rows(desk, Wanted())

    assert rows == [desk.whole(key).reference for key in (early, late, answered)]


def _import_unanswered(tx: Transaction, days: int) -> int:
    """What the import of history writes of an inquiry that has no answer."""
    inquiry = Inquiry(
        reference=tx.next_reference("INQ"),
        kind=InquiryKind.QUESTION,
        origin=InquiryOrigin.IMPORTED,
        received_at=tx.now - timedelta(days=days),
        recorded_at=tx.now,
    )
    tx.session.add(inquiry)
    tx.session.flush()
    tx.announce("inquiry")
    return inquiry.id


def test_imported_history_stands_below_what_has_a_clock_or_waits_for_an_act(desk: Desk) -> None:
    history = [desk.office.act(_import_unanswered, days) for days in (318, 100)]
    answered = desk.receive("Sudah dijawab", handle="a")
    desk.answered(answered)
    fresh = desk.receive("Baru", handle="b")

    rows = _rows(desk, Wanted())

    assert rows == [desk.whole(key).reference for key in (fresh, answered, *history)]


def test_pages_follow_each_other_without_gap_or_repeat(desk: Desk) -> None:
    for days in (318, 100, 100):
        desk.office.act(_import_unanswered, days)
    for number in range(7):
        inquiry = desk.receive(f"Nomor {number}", handle=f"warga{number}")
        if number % 3 == 0:
            desk.answered(inquiry)
        desk.clock.advance(minutes=1)
    asker = Asker(None, ADMIN, desk.clock())
    whole = [row.id for row in desk.office.read(inquiries.page, Wanted(), asker)]

    paged, after = [], None
    while rows := desk.office.read(inquiries.page, Wanted(), asker, after, 2):
        paged += [row.id for row in rows]
        after = rows[-1].place

    assert len(whole) == 10
    assert paged == whole


def test_each_tab_holds_what_it_says_and_counts_it(desk: Desk) -> None:
    desk.receive("Baru", handle="a")
    desk.refer(desk.receive("Diteruskan", handle="b"))
    desk.request(desk.draft(desk.receive("Menunggu", handle="c")))
    desk.office.act(inquiries.dismiss, desk.receive("Iklan", handle="d"), None, "Iklan")
    asker = Asker(None, ADMIN, desk.clock())

    counts = desk.office.read(inquiries.tab_counts, asker)

    assert counts == {Tab.OPEN: 3, Tab.MINE: 1, Tab.REFERRED: 1, Tab.AWAITING: 1}
    assert _rows(desk, Wanted(Tab.MINE)) == ["INQ-2026-000001"]
    assert _rows(desk, Wanted(Tab.REFERRED)) == ["INQ-2026-000002"]
    assert _rows(desk, Wanted(Tab.AWAITING)) == ["INQ-2026-000003"]
    assert _rows(desk, Wanted(Tab.DONE)) == ["INQ-2026-000004"]


def test_a_breached_referral_needs_the_admin_and_an_approval_the_official(desk: Desk) -> None:
    desk.refer(desk.receive("Diteruskan", handle="b"))
    desk.request(desk.draft(desk.receive("Menunggu", handle="c")))
    desk.clock.advance(hours=25)

    assert _rows(desk, Wanted(Tab.MINE)) == ["INQ-2026-000001"]
    official = frozenset({Role.OFFICIAL})
    assert _rows(desk, Wanted(Tab.MINE), roles=official) == ["INQ-2026-000002"]


def test_what_a_colleague_deals_with_does_not_need_my_act(desk: Desk, received: int) -> None:
    with desk.as_person("wulan"):
        wulan = desk.office.actor
    assert wulan is not None
    desk.office.act(inquiries.set_handler, received, None, wulan.id)

    mine, hers = _rows(desk, Wanted(Tab.MINE), 4711), _rows(desk, Wanted(Tab.MINE), wulan.id)

    assert (mine, hers) == ([], ["INQ-2026-000001"])


def test_filters_by_account_kind_tone_and_words(desk: Desk) -> None:
    desk.receive("Jalan berlubang", handle="a")
    desk.receive("Kapan buka?", handle="b", kind=InquiryKind.QUESTION, tone=Tone.NEUTRAL)

    assert _rows(desk, Wanted(kind=InquiryKind.QUESTION)) == ["INQ-2026-000002"]
    assert _rows(desk, Wanted(tone=Tone.NEGATIVE)) == ["INQ-2026-000001"]
    assert _rows(desk, Wanted(account_id=desk.account("x"))) == []
    assert _rows(desk, Wanted(words="BERLUBANG jalan")) == ["INQ-2026-000001"]
    assert _rows(desk, Wanted(words="000002")) == ["INQ-2026-000002"]
    assert len(_rows(desk, Wanted(words="%"))) == 2


def test_answers_and_authors_are_found_by_words_too(desk: Desk, received: int) -> None:
    desk.draft(received, "Perbaikan dijadwalkan Selasa.")

    assert _rows(desk, Wanted(words="dijadwalkan")) == ["INQ-2026-000001"]
    assert _rows(desk, Wanted(words="deden")) == ["INQ-2026-000001"]


def test_a_row_says_who_holds_it(desk: Desk, referred: int) -> None:
    asker = Asker(None, ADMIN, desk.clock())

    (row,) = desk.office.read(inquiries.page, Wanted(), asker)

    assert (row.holders, row.handler) == (("DBMPR",), "Teh Rina")
    assert row.decider is None  # the office has two officials


def test_every_minute_belongs_to_somebody(desk: Desk, received: int) -> None:
    desk.clock.advance(minutes=23)
    desk.refer(received)
    desk.clock.advance(hours=3)
    desk.agency_answers(received)
    desk.clock.advance(minutes=7)
    revision = desk.request(desk.draft(received))
    desk.clock.advance(minutes=30)
    desk.approve(revision)
    desk.clock.advance(minutes=10)
    desk.send(received)
    desk.clock.advance(hours=5)

    assert desk.whole(received).held == (
        Held(Holder.ADMIN, None, timedelta(minutes=40)),
        Held(Holder.AGENCY, "DBMPR", timedelta(hours=3)),
        Held(Holder.OFFICIAL, None, timedelta(minutes=30)),
    )


def test_after_not_competent_the_minutes_are_the_admin_s_again(desk: Desk, referred: int) -> None:
    desk.clock.advance(hours=2)
    referral = desk.referral(referred)
    desk.office.act(referrals.record_not_competent, referral.id, referral.version)
    desk.clock.advance(hours=1)
    desk.refer(referred, "Dishub")
    desk.clock.advance(hours=4)

    assert desk.whole(referred).held == (
        Held(Holder.AGENCY, "DBMPR", timedelta(hours=2)),
        Held(Holder.ADMIN, None, timedelta(hours=1)),
        Held(Holder.AGENCY, "Dishub", timedelta(hours=4)),
    )


def test_the_history_names_each_act_and_when_it_happened(desk: Desk, received: int) -> None:
    contacted = desk.clock()
    desk.clock.advance(hours=1)
    desk.refer(received, contacted_at=contacted)

    history = desk.whole(received).history

    assert [row.act for row in history] == ["receive_inquiry", "refer"]
    assert (history[1].happened_at, history[1].recorded_at) == (contacted, desk.clock())
    assert (history[1].actor, history[1].agency) == ("Teh Rina", "DBMPR")


def test_an_internal_remark_is_in_no_revision_answer_or_message(desk: Desk, received: int) -> None:
    internal = "Rahasia: kepala bidangnya sedang cuti"
    desk.office.act(approvals.add_remark, internal, inquiry_id=received)
    desk.approved(received)

    bodies = desk.office.read(lambda session: session.scalars(select(Revision.body)).all())
    message = desk.office.read(
        inquiries.referral_message, received, desk.agency("DBMPR"), None, desk.clock()
    )

    assert [row.text for row in desk.whole(received).remarks] == [internal]
    assert not any("Rahasia" in text for text in (*bodies, message.text))


def test_the_audit_trail_holds_nothing_personal(desk: Desk, referred: int) -> None:
    desk.agency_answers(referred)
    desk.answered(referred)

    details = " ".join(desk.office.read(_details))

    assert "Saputra" not in details
    assert "deden" not in details
    assert "berlubang" not in details


def _details(session: Session) -> list[str]:
    return list(session.scalars(select(AuditEvent.details)))


def test_a_reference_leads_to_its_inquiry(office: Office, desk: Desk, received: int) -> None:
    assert office.read(inquiries.inquiry_of, "INQ-2026-000001") == received
    assert office.read(inquiries.inquiry_of, "INQ-2026-000099") is None


def _import_answered(tx: Transaction) -> int:
    """What the import of history writes: closed, answered nobody knows when."""
    inquiry = Inquiry(
        reference=tx.next_reference("INQ"),
        kind=InquiryKind.QUESTION,
        origin=InquiryOrigin.IMPORTED,
        state=InquiryState.CLOSED,
        received_at=tx.now - timedelta(days=400),
        recorded_at=tx.now,
    )
    citizen = Citizen(platform="facebook", name="Ibu Nunung")
    tx.session.add_all([inquiry, citizen])
    tx.session.flush()
    tx.session.add_all(
        [
            Comment(
                citizen_id=citizen.id,
                inquiry_id=inquiry.id,
                is_opening=True,
                text="Apakah buka?",
                fold_key="Apakah buka?",
                seen_at=tx.now,
            ),
            Answer(
                inquiry_id=inquiry.id,
                text="Buka, Ibu.",
                created_at=tx.now,
                sent_recorded_at=tx.now,
                is_history=True,
            ),
        ]
    )
    tx.announce("inquiry")
    return inquiry.id


def test_imported_history_was_sent_and_its_minutes_are_nobody_s(desk: Desk) -> None:
    whole = desk.whole(desk.office.act(_import_answered))

    assert whole.answer is None
    assert whole.answers[0].is_sent
    assert (whole.held, whole.clocks) == ((), ())


def test_imported_history_can_be_opened_again_and_answered_anew(desk: Desk) -> None:
    inquiry = desk.office.act(_import_answered)

    desk.office.act(inquiries.write_again, inquiry, None, "Sekarang buka?")
    desk.approved(inquiry, "Masih buka, Ibu.")
    desk.send(inquiry)

    assert [answer.text for answer in desk.whole(inquiry).answers] == [
        "Buka, Ibu.",
        "Masih buka, Ibu.",
    ]


_REFUSALS: tuple[ActError, ...] = (
    AlreadyThere("inquiry", "INQ-2026-000001"),
    AlreadyThere("referral", "DBMPR"),
    AlreadyThere("interim_reply", "INQ-2026-000001"),
    Incomplete("INQ-2026-000001", (("answer_empty",),)),
    InvalidValue("agency_id", "own"),
    InvalidValue("comments", "own"),
    InvalidValue("handler_id", "inactive"),
    InvalidValue("means", "empty"),
    InvalidValue("proof", "empty"),
    InvalidValue("proof_url", "no_address"),
    InvalidValue("referral_id", "incoming"),
    InvalidValue("referral_id", "not_answered"),
    InvalidValue("remind_on", "before_start"),
    InvalidValue("text", "empty"),
    InvalidValue("text", "not_as_approved"),
)


@pytest.mark.parametrize("refusal", _REFUSALS, ids=lambda refusal: "-".join(map(str, refusal.args)))
def test_each_refusal_of_the_desk_says_what_to_do(refusal: ActError) -> None:
    general = (
        sentence(ActError()),
        sentence(InvalidValue("", "", None)),
        sentence(AlreadyThere("", refusal.args[1])),
    )

    assert sentence(refusal) not in general
