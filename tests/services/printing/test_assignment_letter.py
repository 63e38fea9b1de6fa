"""The Surat Perintah of Pasal 6 on paper."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.services.printing.assignment_letter import write_assignment_letter
from app.services.printing.contents import LetterContents, MemberFacts, Mode, Paper, Signatory
from tests.services.printing.example import HEAD, full_contents
from tests.services.printing.paper_text import embedded_fonts, pages_text, whole_text


@pytest.fixture
def letter() -> LetterContents:
    """An order that has been numbered and signed."""
    year = full_contents()
    assert year.policy.order is not None
    return LetterContents(
        year.agency,
        HEAD,
        year.policy.order.members,
        number="1234/800.1.11.1/Dislitbud",
        valid_from=date(2026, 1, 5),
        valid_until=date(2026, 12, 31),
        signed_on=date(2026, 1, 5),
        copies_to=("Sekretaris Daerah", "Kepala Badan Kepegawaian Daerah", "Arsip"),
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "surat-perintah.pdf"


def test_it_names_everyone_with_duty_and_period(path: Path, letter: LetterContents) -> None:
    write_assignment_letter(letter, path)

    text = whole_text(path)
    assert "SURAT PERINTAH NOMOR : 1234/800.1.11.1/Dislitbud" in text
    assert (
        "Nama : Rina Marlina, S.I.Kom. Pangkat/Golongan : Penata / III/c"
        " NIP : 19900512 201503 2 004" in text
    )
    assert "Sebagai : desain grafis" in text
    assert "tanggal 5 Januari 2026 sampai dengan tanggal 31 Desember 2026" in text
    assert "Ditetapkan di Bandung Pada tanggal 5 Januari 2026 KEPALA DINAS" in text
    assert "Yth. 1. Sekretaris Daerah; 2. Kepala Badan Kepegawaian Daerah; dan 3. Arsip." in text


def test_who_is_no_civil_servant_has_a_dash(path: Path, letter: LetterContents) -> None:
    write_assignment_letter(letter, path)

    assert "Nama : Dede Suhendar Pangkat/Golongan : - NIP : -" in whole_text(path)


def test_a_members_own_task_is_printed_by_his_name_and_in_the_lampiran(
    path: Path, letter: LetterContents
) -> None:
    charged = replace(letter.members[0], tasks=("menjawab pertanyaan warga",))
    few = replace(letter, members=(charged, *letter.members[1:]))
    many = replace(letter, members=(charged, *letter.members))

    write_assignment_letter(few, path)
    by_name = whole_text(path)
    write_assignment_letter(many, path)

    assert "Sebagai : admin Tugas : menjawab pertanyaan warga" in by_name
    assert "admin menjawab pertanyaan warga" in whole_text(path)


def test_dots_stand_where_the_number_is_missing(path: Path, letter: LetterContents) -> None:
    write_assignment_letter(replace(letter, number="", signed_on=None), path)

    text = whole_text(path)
    assert "NOMOR : ....." in text
    assert "Pada tanggal ....." in text


def test_more_than_three_persons_go_to_a_lampiran(path: Path, letter: LetterContents) -> None:
    members = (*letter.members, MemberFacts("Neng Lilis", ("pejabat penanggung jawab",)))

    write_assignment_letter(replace(letter, members=members), path)

    first, *_others, last = pages_text(path)
    assert "Nama-nama sebagaimana tercantum dalam Lampiran" in first
    assert "Neng Lilis" not in first
    assert "LAMPIRAN SURAT PERINTAH KEPALA DINAS" in last
    assert "NOMOR : 1234/800.1.11.1/Dislitbud TANGGAL : 5 Januari 2026" in last
    assert "Neng Lilis" in last


@pytest.mark.parametrize(
    ("mode", "titles", "expected"),
    [
        ("own", ("Kepala Dinas",), "KEPALA DINAS, Tatang"),
        ("plt", ("Kepala Dinas",), "Plt. KEPALA DINAS, Tatang"),
        ("plh", ("Kepala Dinas",), "Plh. KEPALA DINAS, Tatang"),
        ("an", ("Kepala Dinas", "Sekretaris"), "a.n. KEPALA DINAS, SEKRETARIS, Tatang"),
        (
            "an_ub",
            ("Kepala Dinas", "Sekretaris", "Kepala Subbagian Umum"),
            "a.n. KEPALA DINAS, SEKRETARIS, u.b. KEPALA SUBBAGIAN UMUM, Tatang",
        ),
    ],
)
def test_each_way_of_signing_has_its_titles(
    path: Path, letter: LetterContents, mode: Mode, titles: tuple[str, ...], expected: str
) -> None:
    write_assignment_letter(
        replace(letter, signer=Signatory(titles, "Tatang Suryana", mode=mode)), path
    )

    assert expected in whole_text(path)


def test_a_signature_never_stands_alone_on_a_page(path: Path, letter: LetterContents) -> None:
    write_assignment_letter(letter, path)

    page = next(page for page in pages_text(path) if "Ditetapkan di" in page)
    assert "melaporkan pelaksanaan tugas" in page.split("Ditetapkan di")[0]


@pytest.mark.parametrize("paper", ["a4", "f4"])
@pytest.mark.parametrize("count", [1, 3, 4, 10, 12])
@pytest.mark.parametrize("tasks", [0, 2, 8])
def test_the_signature_stays_on_one_page(
    path: Path, letter: LetterContents, paper: Paper, count: int, tasks: int
) -> None:
    member = letter.members[0]
    members = tuple(replace(member, name=f"Orang ke-{number}.") for number in range(1, count + 1))
    task = " ".join(["melaksanakan pengelolaan dan pelayanan informasi"] * 12) + "."
    order = replace(letter, members=members, tasks=(task,) * tasks, bases=(task,) * 2)

    write_assignment_letter(order, path, paper)

    signed = [page for page in pages_text(path) if "Ditetapkan di" in page or HEAD.name in page]
    above = ("pelayanan informasi", "pimpinan", f"Orang ke-{count}.")
    assert len(signed) == (2 if count > 3 else 1)
    for page in signed:
        assert "Ditetapkan di" in page
        assert HEAD.name in page
        assert any(words in page.split("Ditetapkan di")[0] for words in above)


def test_an_example_says_so_and_a_real_one_does_not(path: Path, letter: LetterContents) -> None:
    write_assignment_letter(replace(letter, is_example=True), path)
    marked = pages_text(path)
    write_assignment_letter(letter, path)

    assert all("CONTOH" in page for page in marked)
    assert "CONTOH" not in whole_text(path)


@pytest.mark.parametrize("text", ["<b>tebal</b>", "A & B &amp;", "<para>", "panjang" * 120])
def test_a_persons_text_is_never_read_as_markup(
    path: Path, letter: LetterContents, text: str
) -> None:
    member = MemberFacts(text, (text,), text, text, text)

    write_assignment_letter(
        replace(letter, members=(member,), bases=(text,), tasks=(text, text), copies_to=(text,)),
        path,
    )

    assert "".join(whole_text(path).split()).count("".join(text.split())) >= 4


def test_tasks_longer_than_a_page_are_printed_whole(path: Path, letter: LetterContents) -> None:
    words = [f"tugas{number}" for number in range(1500)]

    write_assignment_letter(replace(letter, tasks=(" ".join(words), "melapor.")), path)

    text = whole_text(path)
    assert all(word in text for word in words)
    assert "2. melapor." in text


def test_f4_has_its_own_size_and_all_fonts_are_embedded(path: Path, letter: LetterContents) -> None:
    write_assignment_letter(letter, path, "f4")

    box = PdfReader(path).pages[0].mediabox
    assert (round(float(box.width) / 72 * 25.4), round(float(box.height) / 72 * 25.4)) == (215, 330)
    assert all(embedded_fonts(path).values())
