"""Lampiran D: how a message goes out, step by step, and every way through its flow.

The walk at the end goes at random, with people of every role, a deputy, and words that came by
message, spoken or on paper; after each step the office must be as tables and articles have it.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.content import FLOW, Author, Content, ContentState
from app.models.gate import Decision, Means, Revision, Verdict
from app.models.person import SigningMode
from app.models.policy import PolicyKey
from app.models.roles import AUTHORS
from app.models.variant import Variant, VariantState
from app.office import Office
from app.services import approvals, contents, deputies, policies
from app.services.approvals import Mark, Note
from app.services.contents import DoubtfulLink
from app.services.contents.resubmitting import plan_anew
from app.services.errors import ActError, Incomplete, OwnWork, WrongState
from app.services.ethics import ALL_LETTERS
from tests.content_desk import (
    account_id,
    approved,
    complete_form,
    made,
    picture,
    seen,
    selected,
    version,
)
from tests.fixed_clock import FixedClock
from tests.offices import Colleagues

LINK = "https://www.facebook.com/DislitbudJabar/posts/pfbid0Siaga"


def _revision(office: Office, content_id: int) -> int:
    revision = seen(office, content_id).revision_id
    assert revision is not None
    return revision


def _variant(office: Office, content_id: int, platform: str) -> int:
    return next(one.id for one in seen(office, content_id).variants if one.platform == platform)


def test_d1_material_is_collected_with_its_source_and_submitted(office: Office) -> None:
    without_source = made(office, source="")
    with pytest.raises(Incomplete):
        office.act(contents.submit, without_source, version(office, without_source))

    content = made(office)
    office.act(contents.submit, content, version(office, content))

    assert seen(office, content).state is ContentState.SUBMITTED


def test_d2_an_official_selects_and_nobody_who_wrote_it(
    office: Office, colleagues: Colleagues
) -> None:
    content = made(office)
    office.act(contents.submit, content, version(office, content))
    revision = _revision(office, content)
    with pytest.raises(ActError):
        office.act(approvals.select, revision)

    colleagues.sit_down(office, "neneng")
    office.act(approvals.select, revision)

    assert seen(office, content).state is ContentState.EDITING


def test_d3_what_is_not_selected_goes_back_alive_with_its_reason(
    office: Office, colleagues: Colleagues
) -> None:
    content = made(office)
    office.act(contents.submit, content, version(office, content))
    colleagues.sit_down(office, "tatang")
    office.act(approvals.return_to_author, _revision(office, content), "Sebut sumbernya.")
    colleagues.sit_down(office, "rina")

    view = seen(office, content)
    office.act(contents.submit, content, view.version)

    assert view.state is ContentState.RETURNED
    assert view.returned_reason == "Sebut sumbernya."
    assert seen(office, content).state is ContentState.SUBMITTED


def test_d4_editing_ends_with_an_approval_of_exactly_what_will_be_seen(
    office: Office, colleagues: Colleagues
) -> None:
    content = made(office)
    approved(office, colleagues, content)

    form = complete_form(office, text="Diganti sesudah disetujui.")
    with pytest.raises(WrongState):
        office.act(contents.change_content, content, version(office, content), form)

    assert seen(office, content).state is ContentState.APPROVED


def test_d5_the_channel_is_chosen_before_the_approval(
    office: Office, colleagues: Colleagues
) -> None:
    content = made(office, variants=())
    selected(office, colleagues, content)

    with pytest.raises(Incomplete):
        office.act(contents.finish, content, version(office, content))

    assert account_id(office, "facebook") > 0
    assert seen(office, content).state is ContentState.EDITING


def test_d6_only_what_is_approved_goes_out_and_its_link_proves_it(
    office: Office, colleagues: Colleagues
) -> None:
    content = made(office)
    selected(office, colleagues, content)
    variant = _variant(office, content, "facebook")
    with pytest.raises(ActError):
        office.act(contents.record_published, variant, LINK)
    office.act(contents.finish, content, version(office, content))
    colleagues.sit_down(office, "tatang")
    office.act(approvals.approve, _revision(office, content), ALL_LETTERS)
    colleagues.sit_down(office, "rina")

    with pytest.raises(DoubtfulLink):
        office.act(contents.record_published, variant, "")
    office.act(contents.record_published, variant, LINK)

    row = next(one for one in seen(office, content).variants if one.id == variant)
    assert row.state is VariantState.PUBLISHED


def test_changing_what_was_approved_says_why_voids_it_and_shows_the_difference(
    office: Office, colleagues: Colleagues
) -> None:
    content = made(office)
    approved(office, colleagues, content)
    before = _revision(office, content)
    reason = "Jumlah map salah."
    office.act(approvals.reopen_content, content, version(office, content), reason)
    form = complete_form(office, text="Simpan surat penting dalam dua map bersegel.")
    office.act(contents.change_content, content, version(office, content), form)
    office.act(contents.finish, content, version(office, content))

    view = office.read(approvals.for_decision, _revision(office, content))

    void = [row for row in view.decisions if row.verdict is Verdict.APPROVED]
    assert [(row.is_void, row.void_reason) for row in void] == [(True, reason)]
    assert view.before is not None
    assert "map bersegel" in view.before["text"]
    assert "dua map" in view.body["text"]
    assert office.read(approvals.for_decision, before).code != view.code


@pytest.mark.parametrize("leave", ["variant", "content"])
def test_taking_something_out_never_deletes_a_decision(
    office: Office, colleagues: Colleagues, leave: str
) -> None:
    content = made(office)
    approved(office, colleagues, content)
    if leave == "content":
        office.act(contents.cancel, content, version(office, content), "Tidak jadi.")
    else:
        why = "Cukup satu akun."
        office.act(approvals.reopen_content, content, version(office, content), why)
        one = complete_form(office).variants[:1]
        form = complete_form(office, variants=one)
        office.act(contents.change_content, content, version(office, content), form)

    decisions = office.read(lambda session: list(session.scalars(select(Decision))))

    assert [one.verdict for one in decisions] == [Verdict.SELECTED, Verdict.APPROVED]
    assert decisions[1].voided_at is not None
    assert decisions[1].voided_reason


def test_what_waited_past_its_moment_is_planned_anew_and_put_forward_again(
    office: Office, colleagues: Colleagues, clock: FixedClock
) -> None:
    content = made(office)
    selected(office, colleagues, content)
    office.act(contents.finish, content, version(office, content))
    clock.advance(days=10)
    (row,) = office.read(approvals.queue)
    assert row.has_passed(office.now())
    later = office.now() + timedelta(days=1)

    newer = office.act(plan_anew, row.revision_id, later)

    (row,) = office.read(approvals.queue)
    assert (row.revision_id, row.urgent_at) == (newer, later)
    assert not row.has_passed(office.now())


# Every way through the flow

PEOPLE = ("rina", "wulan", "tatang", "neneng", "euis", "dede", "cecep")
VERDICTS = (Verdict.APPROVED, Verdict.RETURNED)
MEANS = (Means.MESSAGE, Means.SPOKEN, Means.PAPER)
ACTS = (
    *("make", "submit", "finish", "select", "approve", "approve_all", "return", "recall"),
    *("reopen", "change", "cancel", "note", "confirm", "sheet", "publish", "anew"),
)
# What leads on from each state, and by whom: without it a random walk seldom comes far.
ONWARD: dict[ContentState, tuple[tuple[str, str], ...]] = {
    ContentState.COLLECTED: (("rina", "submit"), ("cecep", "submit")),
    ContentState.SUBMITTED: (("neneng", "select"), ("rina", "note"), ("wulan", "sheet")),
    ContentState.RETURNED: (("rina", "submit"), ("wulan", "submit")),
    ContentState.EDITING: (("rina", "finish"), ("dede", "change")),
    ContentState.READY: (("tatang", "approve"), ("rina", "note"), ("wulan", "approve")),
    ContentState.APPROVED: (("rina", "publish"), ("wulan", "reopen"), ("tatang", "confirm")),
    ContentState.CANCELLED: (("rina", "make"),),
}
_numbers = count()  # each example adds a proof of its own to the one office


@dataclass
class Walker:
    """Tries one act after the other; the office refuses or stays in order."""

    office: Office
    colleagues: Colleagues
    ids: dict[str, int]
    proof: int
    contents: list[int] = field(default_factory=list)
    verdicts: int = 0

    def try_to(self, act: Callable[..., object], *args: object, **more: object) -> None:
        before = self._states()
        try:
            self.office.act(act, *args, **more)
        except ActError:
            assert self._states() == before
        self._check(before)

    def _states(self) -> dict[int, ContentState]:
        rows = select(Content.id, Content.state)
        return self.office.read(
            lambda session: {row.id: row.state for row in session.execute(rows)}
        )

    def _check(self, before: dict[int, ContentState]) -> None:
        steps = {(step.state, step.to) for step in FLOW}
        for content, state in self._states().items():
            was = before.get(content, state)
            assert was is state or (was, state) in steps or self._two(steps, was, state)
        self.office.read(_is_in_order)
        kept = self.office.read(lambda session: len(session.scalars(select(Decision.id)).all()))
        assert kept >= self.verdicts, "a decision is gone"
        self.verdicts = kept

    @staticmethod
    def _two(steps: set[tuple[StrEnum, StrEnum]], was: ContentState, state: ContentState) -> bool:
        """Planning anew takes it back and puts it forward in one act."""
        return any(one == was and (to, state) in steps for one, to in steps)


def _is_in_order(session: Session) -> None:
    """What tables and articles forbid is nowhere in the office."""
    for content in session.scalars(select(Content)):
        if content.state is ContentState.APPROVED:
            revision = approvals.approved_revision(session, content)
            assert revision is not None, "approved without an approval"
            assert approvals.is_as_revised(session, content, revision, content.created_at)
        for variant in content.variants:
            if variant.state is VariantState.PUBLISHED:
                assert variant.revision_id is not None
                assert variant.proof_url
    authors = {(row.content_id, row.person_id) for row in session.scalars(select(Author))}
    for decision, revision in session.execute(
        select(Decision, Revision).join(Revision, Revision.id == Decision.revision_id)
    ):
        assert decision.happened_at >= revision.made_at
        if decision.verdict is Verdict.APPROVED:
            assert decision.ethics == ALL_LETTERS, "Pasal 9"
        if decision.verdict is Verdict.RETURNED:
            assert decision.reason
        if decision.means is Means.IN_PROGRAM:
            assert decision.recorded_by_id == decision.decider_id
            assert decision.confirmed_at is not None
        else:
            assert decision.recorded_by_id != decision.decider_id
            assert decision.proof or decision.proof_asset_id
        # Somebody who joined the authors later could decide before that.
        joined = _first(session, revision.content_id, decision.decider_id)
        assert (revision.content_id, decision.decider_id) not in authors or (
            joined is not None and joined > decision.recorded_at
        )


def _first(session: Session, content_id: int | None, person_id: int) -> datetime | None:
    own = select(Author.first_at).where(
        Author.content_id == content_id, Author.person_id == person_id
    )
    return session.scalar(own)


@st.composite
def steps(draw: st.DrawFn) -> tuple[str, str, dict[str, object]]:
    """Who tries what, and with which words."""
    facts = {
        "which": draw(st.integers(0, 3)),
        "decider": draw(st.sampled_from(PEOPLE)),
        "means": draw(st.sampled_from(MEANS)),
        "verdict": draw(st.sampled_from(VERDICTS)),
        "stale": draw(st.booleans()),
        "is_onward": draw(st.sampled_from((True, True, False))),
        "hours": draw(st.integers(0, 30)),
    }
    return draw(st.sampled_from(PEOPLE)), draw(st.sampled_from(ACTS)), facts


@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(walk=st.lists(steps(), max_size=24), levels=st.integers(1, 2), checks=st.integers(1, 2))
def test_no_walk_reaches_what_the_tables_or_an_article_forbid(
    sqlite_office: Office,
    colleagues: Colleagues,
    clock: FixedClock,
    walk: list[tuple[str, str, dict[str, object]]],
    levels: int,
    checks: int,
) -> None:
    office = sqlite_office
    ids = {name: colleagues.sit_down(office, name) for name in PEOPLE}
    colleagues.sit_down(office, "rina")
    for key, value in (
        (PolicyKey.RECORDED_DECISIONS, True),
        (PolicyKey.LEVELS, levels),
        (PolicyKey.CHECKS, checks),
    ):
        office.act(policies.set_policy, key, value)
    today = clock.now.date()
    days = (today, today + timedelta(days=1))
    office.act(deputies.appoint_deputy, ids["tatang"], ids["wulan"], SigningMode.PLH, *days)
    number = len(office.read(lambda session: session.scalars(select(Decision.id)).all()))
    proof = picture(office, 1000 + next(_numbers))
    walker = Walker(office, colleagues, ids, proof, [made(office)], number)
    for who, act, facts in walk:
        if facts["is_onward"]:
            state = seen(office, _chosen(walker, facts)).state
            who, act = ONWARD[state][int(str(facts["hours"])) % len(ONWARD[state])]
        colleagues.sit_down(office, who)
        clock.advance(hours=int(str(facts["hours"])) // 10, minutes=1)
        _take(walker, act, facts)


def _take(walker: Walker, act: str, facts: dict[str, object]) -> None:
    office = walker.office
    if act == "make":
        if office.actor is not None and office.actor.is_any(AUTHORS):
            walker.contents.append(made(office))
        return
    content = _chosen(walker, facts)
    view = seen(office, content)
    revision = view.revision_id or 0
    reason = "alasan"
    if act == "note":
        walker.try_to(approvals.record_decisions, [revision], _note(walker, revision, facts))
        return
    if act == "sheet":
        _sign_sheet(walker, facts)
        return
    if act == "confirm":
        marked = [row.id for row in office.read(approvals.unconfirmed)]
        walker.try_to(approvals.confirm_decisions, marked)
        return
    changed = complete_form(office, text=f"Naskah lain {facts['hours']}")
    variant = view.variants[0].id if view.variants else 0
    later = office.now() + timedelta(days=3)
    tries: dict[str, tuple[Callable[..., object], tuple[object, ...]]] = {
        "submit": (contents.submit, (content, view.version)),
        "finish": (contents.finish, (content, view.version)),
        "select": (approvals.select, (revision, ALL_LETTERS)),
        "approve": (approvals.approve, (revision, ALL_LETTERS)),
        "approve_all": (approvals.approve_all, ([revision], ALL_LETTERS)),
        "return": (approvals.return_to_author, (revision, reason)),
        "recall": (approvals.recall, (revision,)),
        "reopen": (approvals.reopen_content, (content, view.version, reason)),
        "change": (contents.change_content, (content, view.version, changed)),
        "cancel": (contents.cancel, (content, view.version, reason)),
        "publish": (contents.record_published, (variant, f"{LINK}{content}")),
        "anew": (plan_anew, (revision, later)),
    }
    call, given = tries[act]
    walker.try_to(call, *given)


def _chosen(walker: Walker, facts: dict[str, object]) -> int:
    return walker.contents[int(str(facts["which"])) % len(walker.contents)]


def _note(walker: Walker, revision: int, facts: dict[str, object]) -> Note:
    office = walker.office
    code = "XXXXXX"
    if revision and not facts["stale"]:
        code = office.read(approvals.for_decision, revision).code
    verdict, means = facts["verdict"], facts["means"]
    assert isinstance(verdict, Verdict)
    assert isinstance(means, Means)
    is_spoken, is_return = means is Means.SPOKEN, verdict is Verdict.RETURNED
    return Note(
        walker.ids[str(facts["decider"])],
        office.now(),
        means,
        verdict,
        frozenset({code}),
        "" if is_return else ALL_LETTERS,
        "alasan" if is_return else "",
        "“Setuju”, per telepon" if is_spoken else None,
        None if is_spoken else walker.proof,
    )


def _sign_sheet(walker: Walker, facts: dict[str, object]) -> None:
    office = walker.office
    walker.try_to(approvals.make_sheet, walker.ids[str(facts["decider"])])
    verdict = facts["verdict"]
    assert isinstance(verdict, Verdict)
    for sheet in office.read(approvals.open_sheets)[:1]:
        lines = office.read(approvals.sheet_lines, sheet.id)
        marks = {line.id: Mark(verdict, "alasan") for line in lines}
        today = office.now().date()
        given = (sheet.id, sheet.version, today, walker.proof, marks)
        walker.try_to(approvals.record_sheet, *given)


def test_a_walk_that_goes_well_reaches_what_it_should(
    office: Office, colleagues: Colleagues
) -> None:
    """The random walk means something only if its acts can succeed."""
    content = made(office)
    approved(office, colleagues, content)
    office.act(contents.record_published, _variant(office, content, "facebook"), LINK)

    states = office.read(lambda session: set(session.scalars(select(Variant.state))))

    assert VariantState.PUBLISHED in states
    with pytest.raises(OwnWork):
        _decide_own(office, colleagues)


def _decide_own(office: Office, colleagues: Colleagues) -> None:
    """Teh Wulan deputises for Pak Tatang and tries to approve what she wrote."""
    tatang, wulan = (colleagues.sit_down(office, name) for name in ("tatang", "wulan"))
    today = office.now().date()
    office.act(deputies.appoint_deputy, tatang, wulan, SigningMode.PLT, today, None)
    own = made(office)
    office.act(contents.submit, own, version(office, own))
    office.act(approvals.select, _revision(office, own))
