"""Decisions by message, spoken and on paper: they hold, and stay marked until confirmed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from app.models.content import Content, ContentState
from app.models.gate import Decision, Means, Revision, Verdict
from app.models.person import SigningMode
from app.models.policy import PolicyKey
from app.office import Office
from app.services import approvals, deputies, policies
from app.services.approvals import CodeChanged, Mark, NotAllowedHere, Note
from app.services.errors import (
    AlreadyThere,
    BeforeLastEvent,
    DecidedBefore,
    InvalidValue,
    NotPermitted,
    OwnWork,
    ReasonMissing,
)
from app.services.ethics import ALL_LETTERS
from app.services.transaction import Transaction
from tests.content_desk import picture
from tests.contents import collect, finish, retype, submit
from tests.fixed_clock import FixedClock
from tests.inquiry_desk import Desk
from tests.offices import Colleagues


@pytest.fixture
def scan(office: Office) -> int:
    """The key of a screenshot; and the agency lets decisions be noted."""
    office.act(policies.set_policy, PolicyKey.RECORDED_DECISIONS, True)
    return picture(office, 9)


@pytest.fixture
def ready(office: Office) -> int:
    """The revision of a content that waits for its approval."""
    return office.act(finish, office.act(collect))


def _code(office: Office, revision_id: int) -> str:
    return office.read(lambda session: session.get_one(Revision, revision_id).code)


def _state(office: Office, revision_id: int) -> ContentState:
    def ask(session: Session) -> ContentState:
        revision = session.get_one(Revision, revision_id)
        return session.get_one(Content, revision.content_id or 0).state

    return office.read(ask)


def _tatang(office: Office, colleagues: Colleagues) -> int:
    key = colleagues.sit_down(office, "tatang")
    colleagues.sit_down(office, "rina")
    return key


def _note(office: Office, colleagues: Colleagues, scan: int, *revisions: int) -> Note:
    """Pak Tatang said yes on WhatsApp to what he was sent of these."""
    return Note(
        _tatang(office, colleagues),
        office.now(),
        Means.MESSAGE,
        Verdict.APPROVED,
        frozenset(_code(office, revision) for revision in revisions),
        ALL_LETTERS,
        proof_asset_id=scan,
    )


def _decision(office: Office) -> Decision:
    return office.read(lambda session: session.scalars(select(Decision)).one())


def test_a_yes_by_message_approves_and_stands_marked(
    office: Office, colleagues: Colleagues, ready: int, scan: int
) -> None:
    note = _note(office, colleagues, scan, ready)

    settled = office.act(approvals.record_decisions, [ready], note)

    assert settled.done == ("KTN-2026-000001",)
    assert _state(office, ready) is ContentState.APPROVED
    decision = _decision(office)
    assert (decision.decider_id, decision.means) == (note.decider_id, Means.MESSAGE)
    assert decision.proof_asset_id == scan
    assert decision.confirmed_at is None
    (row,) = office.read(approvals.unconfirmed)
    assert (row.reference, row.decider, row.recorded_by) == (
        "KTN-2026-000001",
        "Pak Tatang",
        "Teh Rina",
    )


def test_a_code_that_is_not_current_any_more_is_refused_by_name(
    office: Office, colleagues: Colleagues, ready: int, scan: int
) -> None:
    note = _note(office, colleagues, scan, ready)
    office.act(approvals.recall, ready)
    content = office.read(lambda session: session.scalars(select(Content.id)).one())
    office.act(retype, content, "Guru bebas meminjam lima buku.")
    second = office.act(finish, content)

    settled = office.act(approvals.record_decisions, [second], note)

    assert settled.done == ()
    (refused,) = settled.refused
    assert isinstance(refused, CodeChanged)
    assert (refused.reference, refused.current) == ("KTN-2026-000001", _code(office, second))
    assert _state(office, second) is ContentState.READY


def test_of_several_the_changed_one_is_named_and_the_rest_stands(
    office: Office, colleagues: Colleagues, scan: int
) -> None:
    contents = [office.act(collect) for _number in range(2)]
    office.act(retype, contents[1], "Yang kedua.")
    first, second = (office.act(finish, content) for content in contents)
    note = _note(office, colleagues, scan, first, second)
    office.act(retype, contents[1], "Diam-diam diganti.")

    settled = office.act(approvals.record_decisions, [first, second], note)

    assert settled.done == ("KTN-2026-000001",)
    assert [type(error) for error in settled.refused] == [CodeChanged]
    assert _state(office, first) is ContentState.APPROVED
    assert _state(office, second) is ContentState.READY


def test_it_needs_the_agencys_leave(
    office: Office, colleagues: Colleagues, ready: int, scan: int
) -> None:
    note = _note(office, colleagues, scan, ready)
    office.act(policies.set_policy, PolicyKey.RECORDED_DECISIONS, False)

    with pytest.raises(NotAllowedHere):
        office.act(approvals.record_decisions, [ready], note)


def test_only_an_admin_notes_and_never_his_own_word(
    office: Office, colleagues: Colleagues, ready: int, scan: int
) -> None:
    note = _note(office, colleagues, scan, ready)
    rina = office.actor.id if office.actor else None
    assert rina is not None
    with pytest.raises(InvalidValue):
        office.act(approvals.record_decisions, [ready], replace(note, decider_id=rina))
    colleagues.sit_down(office, "dede")

    with pytest.raises(NotPermitted):
        office.act(approvals.record_decisions, [ready], note)


def test_who_decides_nothing_is_not_taken_for_a_decider(
    office: Office, colleagues: Colleagues, ready: int, scan: int
) -> None:
    dede = colleagues.sit_down(office, "dede")
    note = _note(office, colleagues, scan, ready)

    with pytest.raises(InvalidValue) as refused:
        office.act(approvals.record_decisions, [ready], replace(note, decider_id=dede))

    assert (refused.value.field, refused.value.code) == ("decider", "decides_nothing")


def test_nobodys_own_work_is_decided_by_message_either(
    office: Office, colleagues: Colleagues, scan: int
) -> None:
    tatang = colleagues.sit_down(office, "tatang")
    own = office.act(collect)
    colleagues.sit_down(office, "rina")
    revision = office.act(finish, own)
    note = _note(office, colleagues, scan, revision)

    settled = office.act(approvals.record_decisions, [revision], note)

    assert note.decider_id == tatang
    assert [type(error) for error in settled.refused] == [OwnWork]
    assert _state(office, revision) is ContentState.READY


@pytest.mark.parametrize("means", [Means.MESSAGE, Means.PAPER])
def test_a_message_and_a_paper_need_a_file(
    office: Office, colleagues: Colleagues, ready: int, scan: int, means: Means
) -> None:
    note = replace(_note(office, colleagues, scan, ready), means=means, proof_asset_id=None)

    with pytest.raises(InvalidValue) as refused:
        office.act(approvals.record_decisions, [ready], note)

    assert refused.value.code == "no_file"


def test_a_spoken_decision_needs_what_was_said(
    office: Office, colleagues: Colleagues, ready: int, scan: int
) -> None:
    spoken = replace(
        _note(office, colleagues, scan, ready), means=Means.SPOKEN, proof_asset_id=None
    )
    with pytest.raises(InvalidValue):
        office.act(approvals.record_decisions, [ready], spoken)

    said = replace(spoken, proof="“Setuju”, per telepon, didengar Kang Dede")
    office.act(approvals.record_decisions, [ready], said)

    assert _decision(office).proof == said.proof
    assert _state(office, ready) is ContentState.APPROVED


def test_a_decision_lies_between_its_revision_and_now(
    office: Office, colleagues: Colleagues, ready: int, scan: int
) -> None:
    note = _note(office, colleagues, scan, ready)
    later = replace(note, happened_at=office.now() + timedelta(hours=1))
    with pytest.raises(BeforeLastEvent):
        office.act(approvals.record_decisions, [ready], later)

    earlier = replace(note, happened_at=office.now() - timedelta(hours=1))
    settled = office.act(approvals.record_decisions, [ready], earlier)

    assert [type(error) for error in settled.refused] == [BeforeLastEvent]


def test_a_return_by_message_needs_its_reason(
    office: Office, colleagues: Colleagues, ready: int, scan: int
) -> None:
    returned = replace(_note(office, colleagues, scan, ready), verdict=Verdict.RETURNED, ethics="")
    settled = office.act(approvals.record_decisions, [ready], returned)
    assert [type(error) for error in settled.refused] == [ReasonMissing]

    office.act(approvals.record_decisions, [ready], replace(returned, reason="Sebut tanggalnya."))

    assert _state(office, ready) is ContentState.EDITING
    assert _decision(office).reason == "Sebut tanggalnya."


def test_a_submitted_idea_is_selected_by_message(
    office: Office, colleagues: Colleagues, scan: int
) -> None:
    revision = office.act(submit, office.act(collect, ContentState.COLLECTED))
    note = _note(office, colleagues, scan, revision)

    office.act(approvals.record_decisions, [revision], note)

    assert _state(office, revision) is ContentState.EDITING
    assert _decision(office).verdict is Verdict.SELECTED


def test_only_the_official_himself_confirms(
    office: Office, colleagues: Colleagues, ready: int, scan: int
) -> None:
    note = _note(office, colleagues, scan, ready)
    office.act(approvals.record_decisions, [ready], note)
    decision = _decision(office).id
    with pytest.raises(InvalidValue):
        office.act(approvals.confirm_decisions, [decision])
    colleagues.sit_down(office, "neneng")
    with pytest.raises(InvalidValue):
        office.act(approvals.confirm_decisions, [decision])

    colleagues.sit_down(office, "tatang")
    assert office.act(approvals.confirm_decisions, [decision]) == 1

    assert office.read(approvals.unconfirmed) == []
    assert office.act(approvals.confirm_decisions, [decision]) == 0


def test_a_deputys_message_counts_on_his_days_only_and_names_him(
    office: Office, colleagues: Colleagues, clock: FixedClock, ready: int, scan: int
) -> None:
    note = _note(office, colleagues, scan, ready)
    wulan = colleagues.sit_down(office, "wulan")
    colleagues.sit_down(office, "rina")
    today = clock.now.date()
    official = note.decider_id
    days = (today + timedelta(days=1), today + timedelta(days=2))
    office.act(deputies.appoint_deputy, official, wulan, SigningMode.PLH, *days)
    with pytest.raises(InvalidValue):
        office.act(approvals.record_decisions, [ready], replace(note, decider_id=wulan))
    clock.advance(days=1)

    tomorrow = replace(note, decider_id=wulan, happened_at=office.now())
    office.act(approvals.record_decisions, [ready], tomorrow)

    view = office.read(approvals.for_decision, ready)
    (row,) = view.decisions
    assert (row.deputy_for, row.deputy_mode) == ("Pak Tatang", SigningMode.PLH)
    assert (row.recorded_by, row.is_confirmed) == ("Teh Rina", False)


def test_a_deputy_is_no_second_official(
    office: Office, colleagues: Colleagues, clock: FixedClock
) -> None:
    office.act(policies.set_policy, PolicyKey.LEVELS, 2)
    revision = office.act(finish, office.act(collect))
    tatang, wulan = (colleagues.sit_down(office, name) for name in ("tatang", "wulan"))
    today = clock.now.date()
    office.act(deputies.appoint_deputy, tatang, wulan, SigningMode.PLH, today, today)
    colleagues.sit_down(office, "tatang")
    office.act(approvals.approve, revision, ALL_LETTERS)
    colleagues.sit_down(office, "wulan")

    with pytest.raises(DecidedBefore):
        office.act(approvals.approve, revision, ALL_LETTERS)


def test_what_was_noted_is_never_rewritten(
    office: Office, colleagues: Colleagues, ready: int, scan: int
) -> None:
    note = _note(office, colleagues, scan, ready)
    office.act(approvals.record_decisions, [ready], note)

    def blank(tx: Transaction, column: str) -> None:
        tx.session.execute(text(f"UPDATE decision SET {column} = NULL"))  # noqa: S608 fixed names

    for column in ("proof_asset_id", "deputy_for_id", "proof", "recorded_at"):
        with pytest.raises(DBAPIError, match="append-only"):
            office.act(blank, column)


def test_an_answer_is_decided_by_message_as_well(desk: Desk, scan: int, received: int) -> None:
    inquiry = received
    revision = desk.request(desk.draft(inquiry))
    note = _note(desk.office, desk.colleagues, scan, revision)

    settled = desk.office.act(approvals.record_decisions, [revision], note)

    assert settled.refused == ()
    assert desk.state(inquiry) == "approved"
    (row,) = desk.office.read(approvals.unconfirmed)
    assert row.reference == "INQ-2026-000001"


# The weekly sheet


def test_the_signed_sheet_decides_and_confirms_in_one_act(
    office: Office, colleagues: Colleagues, clock: FixedClock, scan: int
) -> None:
    by_message, on_paper, back = (office.act(finish, office.act(collect)) for _n in range(3))
    note = _note(office, colleagues, scan, by_message)
    office.act(approvals.record_decisions, [by_message], note)
    sheet = office.act(approvals.make_sheet, note.decider_id)
    lines = office.read(approvals.sheet_lines, sheet)
    assert [line.noted for line in lines] == [None, None, Verdict.APPROVED]
    clock.advance(days=3)
    marks = {
        lines[0].id: Mark(Verdict.APPROVED),
        lines[1].id: Mark(Verdict.RETURNED, "Fotonya buram."),
        lines[2].id: Mark(Verdict.APPROVED),
    }
    (row,) = office.read(approvals.open_sheets)

    signed = clock.now.date()
    settled = office.act(approvals.record_sheet, sheet, row.version, signed, scan, marks)

    assert len(settled.done) == 3
    assert settled.refused == ()
    assert office.read(approvals.unconfirmed) == []
    assert _state(office, on_paper) is ContentState.APPROVED
    assert _state(office, back) is ContentState.EDITING
    decisions = office.read(lambda session: list(session.scalars(select(Decision))))
    assert {decision.sheet_id for decision in decisions} == {sheet}
    assert office.read(approvals.open_sheets) == []


def test_what_changed_after_the_sheet_was_printed_is_refused_by_name(
    office: Office, colleagues: Colleagues, clock: FixedClock, scan: int
) -> None:
    contents = [office.act(collect) for _number in range(2)]
    revisions = [office.act(finish, content) for content in contents]
    tatang = _tatang(office, colleagues)
    sheet = office.act(approvals.make_sheet, tatang)
    office.act(approvals.recall, revisions[0])
    office.act(retype, contents[0], "Sesudah dicetak.")
    newer = office.act(finish, contents[0])
    lines = office.read(approvals.sheet_lines, sheet)
    marks = {line.id: Mark(Verdict.APPROVED) for line in lines}

    today = clock.now.date()
    settled = office.act(approvals.record_sheet, sheet, 1, today, scan, marks)

    (refused,) = settled.refused
    assert isinstance(refused, CodeChanged)
    assert refused.current == _code(office, newer)
    assert settled.done == ("KTN-2026-000002",)
    assert _state(office, newer) is ContentState.READY


def test_a_line_without_a_mark_goes_on_waiting(
    office: Office, colleagues: Colleagues, clock: FixedClock, ready: int, scan: int
) -> None:
    sheet = office.act(approvals.make_sheet, _tatang(office, colleagues))

    office.act(approvals.record_sheet, sheet, 1, clock.now.date(), scan, {})

    assert _state(office, ready) is ContentState.READY


def test_a_sheet_is_noted_once_and_on_a_day_that_can_be(
    office: Office, colleagues: Colleagues, clock: FixedClock, ready: int, scan: int
) -> None:
    sheet = office.act(approvals.make_sheet, _tatang(office, colleagues))
    today = clock.now.date()
    for day in (today - timedelta(days=1), today + timedelta(days=1)):
        with pytest.raises(InvalidValue):
            office.act(approvals.record_sheet, sheet, 1, day, scan, {})
    office.act(approvals.record_sheet, sheet, 1, today, scan, {})

    with pytest.raises(AlreadyThere):
        office.act(approvals.record_sheet, sheet, 2, today, scan, {})


def test_there_is_no_sheet_of_nothing(office: Office, colleagues: Colleagues, scan: int) -> None:
    with pytest.raises(InvalidValue) as refused:
        office.act(approvals.make_sheet, _tatang(office, colleagues))

    assert refused.value.code == "empty"


def test_the_sheet_leaves_out_what_its_official_wrote(
    office: Office, colleagues: Colleagues, scan: int
) -> None:
    tatang = colleagues.sit_down(office, "tatang")
    own = office.act(collect)
    colleagues.sit_down(office, "rina")
    office.act(finish, own)
    other = office.act(finish, office.act(collect))

    sheet = office.act(approvals.make_sheet, tatang)

    assert [line.code for line in office.read(approvals.sheet_lines, sheet)] == [
        _code(office, other)
    ]


def test_the_message_holds_text_and_code_and_nothing_internal(
    office: Office, ready: int, clock: FixedClock
) -> None:
    content = office.read(lambda session: session.scalars(select(Content.id)).one())
    office.act(approvals.add_remark, "Jangan sampai bocor.", content_id=content)

    message = office.read(approvals.message, [ready])

    assert "Guru bebas meminjam sepuluh buku sekaligus." in message.text
    assert f"KTN-2026-000001 · kode {_code(office, ready)}" in message.text
    assert "Pasal 9 huruf a sampai i" in message.text
    assert "bocor" not in message.text


def test_days_of_a_deputy_end_today_and_keep_what_was_decided(
    office: Office, colleagues: Colleagues, clock: FixedClock, ready: int
) -> None:
    tatang, wulan = (colleagues.sit_down(office, name) for name in ("tatang", "wulan"))
    first = date(2026, 11, 1)
    key = office.act(deputies.appoint_deputy, tatang, wulan, SigningMode.PLT, first, None)
    office.act(approvals.approve, ready, ALL_LETTERS)

    office.act(deputies.end_deputy, key)

    assert not office.read(deputies.deputising_for, wulan, clock.now.date())
    assert _decision(office).deputy_mode is SigningMode.PLT
    with pytest.raises(InvalidValue):
        office.act(deputies.end_deputy, key)
