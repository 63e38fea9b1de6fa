"""The demo office: every state occurs, the rules were kept, and it never ages."""

import json
from datetime import timedelta
from enum import StrEnum
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app import cli
from app.demo import PASSWORD, PEOPLE, make_demo
from app.demo.year import LAST_MOMENT
from app.models.answer import Answer, InterimState
from app.models.audit import AuditEvent
from app.models.content import Author, Content, ContentState
from app.models.gate import Decision, Means, Revision
from app.models.inquiry import Inquiry, InquiryState
from app.models.referral import Referral, ReferralState
from app.models.variant import Variant, VariantState
from app.office import Office
from app.services.approvals import unconfirmed
from app.services.checking import check
from app.services.errors import Cancelled, OfficeExists


def silent(done: int, total: int) -> None:
    """Nobody watches."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo office, made once for all these tests; none of them changes it."""
    folder = tmp_path_factory.mktemp("demo") / "kantor"
    make_demo(folder, silent)
    return folder


def states(session: Session) -> dict[type[StrEnum], set[StrEnum | None]]:
    return {
        ContentState: set(session.scalars(select(Content.state))),
        VariantState: set(session.scalars(select(Variant.state))),
        InquiryState: set(session.scalars(select(Inquiry.state))),
        ReferralState: set(session.scalars(select(Referral.state))),
        InterimState: set(session.scalars(select(Answer.interim_state))),
    }


def own_decisions(session: Session) -> list[int]:
    """Decisions of somebody who wrote or edited what he decided on."""
    same_content = Author.content_id == Revision.content_id
    same_answer = Author.answer_id == Revision.answer_id
    query = (
        select(Decision.id)
        .join(Revision, Revision.id == Decision.revision_id)
        .join(Author, same_content | same_answer)
        .where(Author.person_id == Decision.decider_id)
    )
    return list(session.scalars(query))


def test_every_state_occurs(folder: Path) -> None:
    with Office.open(folder) as office:
        found = office.read(states)

    missing = {kind: set(kind) - occurring for kind, occurring in found.items()}
    assert missing == {kind: set() for kind in found}


def test_it_is_sound(folder: Path) -> None:
    with Office.open(folder) as office:
        assert office.read(check, office.assets, office.now(), silent).faults == ()


def test_it_lives_on_its_own_day_and_its_clock_runs_on(folder: Path) -> None:
    with Office.open(folder) as office:
        first = office.now()
        second = office.now()

    assert timedelta() <= first - LAST_MOMENT < timedelta(minutes=10)
    assert second > first


def test_everybody_who_was_printed_can_sign_in(folder: Path) -> None:
    for person in PEOPLE[:2]:
        with Office.open(folder) as office:
            assert office.sign_in(person.sign_in_name, PASSWORD).roles == person.roles
            assert not office.must_change_password


def test_nobody_decided_on_his_own_work(folder: Path) -> None:
    with Office.open(folder) as office:
        assert office.read(own_decisions) == []


def test_a_decision_by_message_waits_for_its_confirmation(folder: Path) -> None:
    with Office.open(folder) as office:
        (row,) = office.read(unconfirmed)

    assert (row.title, row.means) == ("Posko angkutan Nataru dibuka", Means.MESSAGE)
    assert row.proof_sha256 is not None


def test_its_year_was_lived_forwards(folder: Path) -> None:
    with Office.open(folder) as office:
        moments = office.read(
            lambda session: list(
                session.scalars(select(AuditEvent.happened_at).order_by(AuditEvent.number))
            )
        )

    assert moments == sorted(moments)


def test_its_report_says_that_it_is_an_example(folder: Path, tmp_path: Path) -> None:
    from pypdf import PdfReader

    cli.main(["report", str(folder), "--year", "2026", "--out", str(tmp_path / "report.pdf")])

    pages = PdfReader(tmp_path / "report.pdf").pages
    assert all("CONTOH" in page.extract_text() for page in (*pages[:3], pages[-1]))


def test_taking_the_same_plan_in_again_changes_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from app.demo.files import demo_file

    monkeypatch.setenv("KOHKOL_PASSWORD", PASSWORD)
    plan = str(demo_file("rencana-konten-2026.xlsx"))

    cli.main(["import", str(folder), plan, "--as", "neneng", "--dry-run", "--json"])

    facts = json.loads(capsys.readouterr().out)
    assert (facts["accepted"], facts["duplicates"], len(facts["rejected"])) == (0, 141, 8)


def test_a_folder_that_holds_something_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("ours")

    with pytest.raises(OfficeExists):
        make_demo(tmp_path, silent)

    assert [file.name for file in tmp_path.iterdir()] == ["notes.txt"]


def test_stopped_half_way_it_leaves_nothing(tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        if done == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        make_demo(tmp_path / "kantor", stop)

    assert list(tmp_path.iterdir()) == []
