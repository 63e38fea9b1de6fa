"""Pasal 9: the ethics of whoever runs the media, held at every decision."""

import pytest
from sqlalchemy import select

from app.models.gate import Decision, Means, Verdict
from app.models.policy import PolicyKey
from app.office import Office
from app.services import approvals, contents, policies
from app.services.approvals import Note
from app.services.contents import LackCode
from app.services.errors import Incomplete
from app.services.ethics import ALL_LETTERS, short_rule
from tests.content_desk import made, version
from tests.contents import collect, finish
from tests.offices import Colleagues


@pytest.fixture
def ready(office: Office) -> int:
    """The revision of a content that waits for its approval."""
    return office.act(finish, office.act(collect))


@pytest.mark.parametrize("letter", ALL_LETTERS)
def test_each_of_the_nine_letters_is_asked_at_every_approval(
    sqlite_office: Office, colleagues: Colleagues, letter: str
) -> None:
    revision = sqlite_office.act(finish, sqlite_office.act(collect))
    colleagues.sit_down(sqlite_office, "tatang")

    with pytest.raises(Incomplete) as refused:
        sqlite_office.act(approvals.approve, revision, ALL_LETTERS.replace(letter, ""))

    assert refused.value.problems == (("ethics", letter),)
    assert short_rule(letter)


def test_a_word_from_outside_the_program_is_asked_the_same(
    office: Office, colleagues: Colleagues, ready: int
) -> None:
    office.act(policies.set_policy, PolicyKey.RECORDED_DECISIONS, True)
    tatang = colleagues.sit_down(office, "tatang")
    colleagues.sit_down(office, "rina")
    code = office.read(approvals.for_decision, ready).code
    unasked = Note(
        tatang,
        office.now(),
        Means.SPOKEN,
        Verdict.APPROVED,
        frozenset({code}),
        proof="“Setuju”, per telepon",
    )

    settled = office.act(approvals.record_decisions, [ready], unasked)

    assert [type(error) for error in settled.refused] == [Incomplete]
    assert office.read(lambda session: session.scalars(select(Decision)).all()) == []


def test_the_letters_that_were_checked_stay_with_the_decision(
    office: Office, colleagues: Colleagues, ready: int
) -> None:
    colleagues.sit_down(office, "tatang")

    office.act(approvals.approve, ready, ALL_LETTERS)

    decision = office.read(lambda session: session.scalars(select(Decision)).one())
    assert decision.ethics == "abcdefghi"


def test_f_a_content_without_a_clear_source_is_not_put_forward(office: Office) -> None:
    content = made(office, source="")

    with pytest.raises(Incomplete) as refused:
        office.act(contents.submit, content, version(office, content))

    assert LackCode.NO_SOURCE in {getattr(lack, "code", None) for lack in refused.value.problems}
