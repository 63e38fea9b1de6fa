"""The Surat Perintah as paper."""

from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.models.person import Duty
from app.office import Office
from app.services import assignments, letters
from app.services.assignments import AssignmentFacts, MemberFacts
from app.services.errors import NotFound
from app.services.printing.assignment_letter import write_assignment_letter


def test_the_paper_says_what_the_order_says(office: Office, tmp_path: Path) -> None:
    facts = AssignmentFacts(
        (MemberFacts(1, Duty.ADMIN), MemberFacts(5, Duty.GRAPHIC_DESIGN)),
        number="800.1.11.1/041/Dislitbud",
        signed_on=date(2026, 1, 6),
    )
    key = office.act(assignments.draw_up, facts)

    contents = office.read(letters.letter_contents, key, office.assets, False)
    write_assignment_letter(contents, tmp_path / "surat.pdf")

    text = "".join(page.extract_text() for page in PdfReader(tmp_path / "surat.pdf").pages)
    assert "800.1.11.1/041/Dislitbud" in text
    assert "Rina Marlina, S.I.Kom." in text
    assert "Dr. Euis Ratnaningsih, M.M." in text


def test_a_proposed_order_gives_every_duty_of_the_regulation(office: Office) -> None:
    contents = office.read(letters.proposed_letter, office.assets, True)

    duties = {duty for member in contents.members for duty in member.duties}
    assert len(duties) == 4
    assert contents.is_example
    assert contents.number == ""


def test_a_task_that_only_repeats_the_duty_is_not_said_twice(office: Office) -> None:
    members = (
        MemberFacts(1, Duty.ADMIN, "Menjawab pertanyaan warga"),
        MemberFacts(1, Duty.GRAPHIC_DESIGN, "Menjawab pertanyaan warga"),
        MemberFacts(5, Duty.RESPONSIBLE_OFFICIAL, "Pejabat penanggung jawab"),
        MemberFacts(3, Duty.CREATIVE_TEAM, "Tim kreatif, penulis naskah"),
    )
    key = office.act(assignments.draw_up, AssignmentFacts(members))

    contents = office.read(letters.letter_contents, key, office.assets, False)

    assert [member.work for member in contents.members] == [
        "admin, desain grafis\nMenjawab pertanyaan warga",
        "pejabat penanggung jawab",
        "Tim kreatif, penulis naskah",
    ]


def test_an_order_that_is_not_there_is_not_printed(office: Office) -> None:
    with pytest.raises(NotFound):
        office.read(letters.letter_contents, 77, office.assets, False)
