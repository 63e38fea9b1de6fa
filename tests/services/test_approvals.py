"""The one gate: what was approved is exactly what was shown, and by somebody else."""

import json
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from app.models.content import FLOW, Content, ContentAct, ContentState
from app.models.flow import find_step, open_acts
from app.models.gate import Decision, Revision, Verdict
from app.models.person import SigningMode
from app.models.policy import PolicyKey
from app.models.roles import Role
from app.models.variant import Variant
from app.office import Office
from app.services import approvals, deputies, people, policies
from app.services.errors import (
    ActError,
    DecidedBefore,
    Incomplete,
    NotPermitted,
    OwnWork,
    ReasonMissing,
    RevisionSuperseded,
    WrongState,
)
from app.services.transaction import Transaction, advance, found
from tests.contents import collect, finish, retype, submit
from tests.fixed_clock import FixedClock
from tests.offices import Colleagues

ALL = "abcdefghi"


def _state(office: Office, content_id: int) -> ContentState:
    return office.read(lambda session: session.get_one(Content, content_id).state)


@pytest.fixture
def content(office: Office) -> int:
    return office.act(collect)


@pytest.fixture
def ready(office: Office, content: int) -> int:
    """The revision of a content that waits for its approval."""
    return office.act(finish, content)


def test_approving_binds_the_fingerprints_of_what_was_shown(
    office: Office, content: int, ready: int, colleagues: Colleagues
) -> None:
    official = colleagues.sit_down(office, "tatang")

    office.act(approvals.approve, ready, ALL)

    assert _state(office, content) is ContentState.APPROVED
    decision = office.read(lambda session: session.scalars(select(Decision)).one())
    assert (decision.revision_id, decision.decider_id, decision.ethics) == (ready, official, ALL)

    def holds(session: Session) -> bool:
        revision = session.get_one(Revision, ready)
        subject = session.get_one(Content, content)
        return approvals.is_as_revised(session, subject, revision, office.now())

    assert office.read(holds)
    office.act(retype, content, "Guru bebas meminjam lima buku.")
    assert not office.read(holds)


def test_what_changed_after_it_was_shown_is_not_approved(
    office: Office, content: int, ready: int, colleagues: Colleagues
) -> None:
    office.act(retype, content, "Diam-diam diganti.")
    colleagues.sit_down(office, "tatang")

    with pytest.raises(RevisionSuperseded):
        office.act(approvals.approve, ready, ALL)

    assert _state(office, content) is ContentState.READY


def test_an_older_revision_is_not_decided_on(
    office: Office, content: int, ready: int, colleagues: Colleagues
) -> None:
    office.act(approvals.recall, ready)
    office.act(retype, content, "Versi kedua.")
    second = office.act(finish, content)
    colleagues.sit_down(office, "tatang")

    with pytest.raises(RevisionSuperseded) as refused:
        office.act(approvals.approve, ready, ALL)

    code = office.read(lambda session: session.get_one(Revision, second).code)
    assert refused.value.current == code


def test_nobody_approves_what_he_wrote(
    office: Office, content: int, colleagues: Colleagues
) -> None:
    tatang = colleagues.sit_down(office, "tatang")
    colleagues.sit_down(office, "rina")
    row = office.read(people.person, tatang)
    assert row is not None
    office.act(people.set_roles, tatang, row.version, frozenset({Role.OFFICIAL, Role.ADMIN}))
    colleagues.sit_down(office, "tatang")
    own = office.act(collect)
    revision = office.act(finish, own)

    with pytest.raises(OwnWork):
        office.act(approvals.approve, revision, ALL)

    colleagues.sit_down(office, "neneng")
    office.act(approvals.approve, revision, ALL)
    assert _state(office, own) is ContentState.APPROVED


def test_an_admin_decides_nothing(office: Office, ready: int, colleagues: Colleagues) -> None:
    colleagues.sit_down(office, "wulan")

    with pytest.raises(NotPermitted):
        office.act(approvals.approve, ready, ALL)


def test_a_deputy_decides_between_his_dates_and_is_named(
    office: Office, ready: int, clock: FixedClock, colleagues: Colleagues
) -> None:
    tatang, wulan = colleagues.sit_down(office, "tatang"), colleagues.sit_down(office, "wulan")
    today = clock.now.date()
    office.act(deputies.appoint_deputy, tatang, wulan, SigningMode.PLH, today, today)
    clock.advance(days=1)
    with pytest.raises(NotPermitted):
        office.act(approvals.approve, ready, ALL)
    clock.advance(days=-1)

    office.act(approvals.approve, ready, ALL)

    decision = office.read(lambda session: session.scalars(select(Decision)).one())
    assert (decision.decider_id, decision.deputy_for_id) == (wulan, tatang)


def test_all_nine_points_of_ethics_must_be_checked(
    office: Office, content: int, ready: int, colleagues: Colleagues
) -> None:
    colleagues.sit_down(office, "tatang")

    with pytest.raises(Incomplete) as refused:
        office.act(approvals.approve, ready, "abcdegi")

    assert refused.value.problems == (("ethics", "fh"),)
    assert _state(office, content) is ContentState.READY


def test_a_return_needs_a_reason_and_keeps_the_item_alive(
    office: Office, content: int, ready: int, colleagues: Colleagues
) -> None:
    colleagues.sit_down(office, "tatang")
    with pytest.raises(ReasonMissing):
        office.act(approvals.return_to_author, ready, "  ")

    office.act(approvals.return_to_author, ready, "Sebut tanggalnya.")

    assert _state(office, content) is ContentState.EDITING
    row = office.read(lambda session: session.get_one(Content, content))
    assert row.returned_reason == "Sebut tanggalnya."


def test_two_levels_need_two_officials(
    office: Office, content: int, colleagues: Colleagues
) -> None:
    office.act(policies.set_policy, PolicyKey.LEVELS, 2)
    revision = office.act(finish, content)
    colleagues.sit_down(office, "tatang")
    office.act(approvals.approve, revision, ALL)
    assert _state(office, content) is ContentState.READY

    with pytest.raises(DecidedBefore):
        office.act(approvals.approve, revision, ALL)

    colleagues.sit_down(office, "euis")
    office.act(approvals.approve, revision, ALL)
    assert _state(office, content) is ContentState.APPROVED


def test_what_is_decided_on_can_not_be_taken_back(
    office: Office, content: int, colleagues: Colleagues
) -> None:
    office.act(policies.set_policy, PolicyKey.LEVELS, 2)
    revision = office.act(finish, content)
    colleagues.sit_down(office, "tatang")
    office.act(approvals.approve, revision, ALL)
    colleagues.sit_down(office, "rina")

    with pytest.raises(DecidedBefore):
        office.act(approvals.recall, revision)


def test_reopening_voids_the_approval_and_keeps_it_on_record(
    office: Office, content: int, ready: int, colleagues: Colleagues
) -> None:
    colleagues.sit_down(office, "tatang")
    office.act(approvals.approve, ready, ALL)
    colleagues.sit_down(office, "rina")
    version = office.read(lambda session: session.get_one(Content, content).version)

    office.act(approvals.reopen_content, content, version, "Jumlah buku salah.")

    decision = office.read(lambda session: session.scalars(select(Decision)).one())
    assert decision.voided_reason == "Jumlah buku salah."
    approved = office.read(
        lambda session: approvals.approved_revision(session, session.get_one(Content, content))
    )
    assert approved is None


def test_with_one_check_the_selection_approves_a_complete_item(
    office: Office, colleagues: Colleagues
) -> None:
    office.act(policies.set_policy, PolicyKey.CHECKS, 1)
    content = office.act(collect, ContentState.COLLECTED)
    revision = office.act(submit, content)
    colleagues.sit_down(office, "tatang")

    office.act(approvals.select, revision, ALL)

    assert _state(office, content) is ContentState.APPROVED


def test_selecting_leads_to_editing(office: Office, colleagues: Colleagues) -> None:
    content = office.act(collect, ContentState.COLLECTED)
    revision = office.act(submit, content)
    colleagues.sit_down(office, "tatang")

    office.act(approvals.select, revision)

    assert _state(office, content) is ContentState.EDITING
    with pytest.raises(WrongState):
        office.act(approvals.select, revision)


def test_moving_voids_only_where_the_agency_says_so(
    office: Office, content: int, ready: int, clock: FixedClock
) -> None:
    def move(tx: Transaction) -> None:
        tx.session.execute(update(Variant).values(planned_at=tx.now.replace(hour=9)))

    def holds(session: Session) -> bool:
        revision = session.get_one(Revision, ready)
        subject = session.get_one(Content, content)
        return approvals.is_as_revised(session, subject, revision, office.now())

    office.act(move)
    assert office.read(holds)

    office.act(policies.set_policy, PolicyKey.MOVE_VOIDS_APPROVAL, True)

    assert not office.read(holds)


@pytest.mark.parametrize("table", ["revision", "fingerprint", "decision"])
def test_what_was_decided_is_never_changed_or_deleted(
    office: Office, ready: int, colleagues: Colleagues, table: str
) -> None:
    from sqlalchemy import text

    colleagues.sit_down(office, "tatang")
    office.act(approvals.approve, ready, ALL)
    column = {"revision": "body", "fingerprint": "sha256", "decision": "reason"}[table]

    def run(tx: Transaction, statement: str) -> None:
        tx.session.execute(text(statement))

    for statement in (f"UPDATE {table} SET {column} = 'x'", f"DELETE FROM {table}"):  # noqa: S608 fixed names
        with pytest.raises(DBAPIError, match="append-only"):
            office.act(run, statement)


def test_the_code_avoids_signs_that_are_confused_and_changes_with_the_text(
    office: Office, content: int, ready: int
) -> None:
    office.act(approvals.recall, ready)
    office.act(retype, content, "Lain sama sekali.")
    office.act(finish, content)

    codes = office.read(lambda session: list(session.scalars(select(Revision.code))))

    assert len(set(codes)) == 2
    assert all(len(code) == 6 and not set(code) & set("01IO") for code in codes)


def test_the_queue_names_what_waits_and_whose_work_it_is(
    office: Office, content: int, ready: int, colleagues: Colleagues
) -> None:
    rows = office.read(approvals.queue)

    assert [(row.reference, row.revision_id) for row in rows] == [("KTN-2026-000001", ready)]
    assert rows[0].platforms == ("instagram",)
    assert rows[0].authors == ("Teh Rina",)
    assert rows[0].is_own_of(colleagues.sit_down(office, "rina"))
    assert not rows[0].is_own_of(colleagues.sit_down(office, "tatang"))


def test_the_view_shows_what_was_decided_last_beside_what_is_new(
    office: Office, content: int, ready: int, colleagues: Colleagues
) -> None:
    colleagues.sit_down(office, "tatang")
    office.act(approvals.approve, ready, ALL)
    colleagues.sit_down(office, "rina")
    version = office.read(lambda session: session.get_one(Content, content).version)
    office.act(approvals.reopen_content, content, version, "Jumlah buku salah.")
    office.act(retype, content, "Guru bebas meminjam lima buku.")
    second = office.act(finish, content)

    view = office.read(approvals.for_decision, second)

    assert view.before is not None
    assert view.before["text"] == "Guru bebas meminjam sepuluh buku sekaligus."
    assert view.body["text"] == "Guru bebas meminjam lima buku."
    assert [(row.verdict, row.is_void) for row in view.decisions] == [(Verdict.APPROVED, True)]


def test_a_draft_leaves_no_trace_in_audit_or_announcements(office: Office, content: int) -> None:
    heard: list[frozenset[str]] = []
    office.on_change(heard.append)
    rina = office.actor.id if office.actor else None
    assert rina is not None

    office.act(approvals.save_draft, "content", content, 1, {"text": "Baru separuh"})

    draft = office.read(approvals.draft_of, rina, "content", content)
    assert draft is not None
    assert (draft.base_version, draft.body) == (1, {"text": "Baru separuh"})
    assert heard == []
    office.act(approvals.discard_draft, "content", content)
    assert office.read(approvals.draft_of, rina, "content", content) is None


def test_a_revision_keeps_what_was_seen_whatever_becomes_of_the_content(
    office: Office, content: int, ready: int
) -> None:
    office.act(retype, content, "Kemudian berubah.")

    body = json.loads(office.read(lambda session: session.get_one(Revision, ready).body))

    assert body["variants"][0]["text"] == "Guru bebas meminjam sepuluh buku sekaligus."


@settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    acts=st.lists(
        st.tuples(st.sampled_from(list(ContentAct)), st.sampled_from(["rina", "tatang", "cecep"])),
        max_size=8,
    )
)
def test_a_content_walks_only_the_steps_of_its_flow(
    sqlite_office: Office, colleagues: Colleagues, acts: list[tuple[ContentAct, str]]
) -> None:
    colleagues.sit_down(sqlite_office, "rina")
    content = sqlite_office.act(collect, ContentState.COLLECTED)

    def take(tx: Transaction, act: ContentAct, author: bool) -> None:
        row = found(tx, Content, content)
        row.closing_reason = "alasan"
        advance(tx, row, FLOW, act, when="last", reason="alasan", is_author=author)

    for act, who in acts:
        colleagues.sit_down(sqlite_office, who)
        before = _state(sqlite_office, content)
        actor = sqlite_office.actor
        assert actor is not None
        may = act in open_acts(FLOW, before, actor.roles, is_author=who == "rina")
        try:
            sqlite_office.act(take, act, who == "rina")
        except ActError:
            assert not may
            assert _state(sqlite_office, content) is before
        else:
            step = find_step(FLOW, before, act, "last")
            assert may
            assert step is not None
            assert _state(sqlite_office, content) is step.to


def test_a_day_without_an_hour_is_shown_to_the_decider(office: Office, content: int) -> None:
    def plan(tx: Transaction) -> None:
        row = found(tx, Content, content)
        row.planned_on = date(2026, 11, 26)
        for variant in row.variants:
            variant.planned_at = None

    office.act(plan)
    revision = office.act(finish, content)

    (row,) = office.read(approvals.queue)
    assert row.planned_on == date(2026, 11, 26)
    assert office.read(approvals.for_decision, revision).body["planned_on"] == "2026-11-26"
