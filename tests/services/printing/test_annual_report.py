"""The annual report on paper: Pasal 12 ayat (3)."""

import re
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.services.printing.annual_report import write_annual_report
from app.services.printing.contents import (
    AgencyFacts,
    Example,
    Figure,
    Grid,
    GridRow,
    Letterhead,
    Missing,
    ObstacleFacts,
    Paper,
    PostLine,
    ReportContents,
    Signatory,
)
from tests.services.printing.example import HEAD, MONTHS, empty_contents, full_contents
from tests.services.printing.paper_text import embedded_fonts, heights_of, pages_text, whole_text

HOSTILE = (
    "<b>tebal</b>",
    "A & B &amp; C",
    '<img src="http://jahat.example/x.png">',
    "</para><para>",
    "<font name=",
    "panjang" * 90,
    "\x00\x07\x1b[31m",
    "= 1 + 1",
)


@pytest.fixture
def printed(tmp_path: Path) -> Path:
    """A report in which every part is filled."""
    path = tmp_path / "laporan.pdf"
    write_annual_report(full_contents(), path)
    return path


def test_the_nine_chapters_and_the_annexes_stand_in_order(printed: Path) -> None:
    text = whole_text(printed)

    titles = [
        "LEMBAR PENGESAHAN",
        "KATA PENGANTAR",
        "DAFTAR ISI",
        "DAFTAR TABEL",
        "DAFTAR GAMBAR",
        "BAB I PENDAHULUAN 1.1",
        "BAB II GAMBARAN UMUM KEBIJAKAN PELAYANAN INFORMASI 2.1",
        "BAB III PEMBAHASAN ISI PESAN 3.1",
        "BAB IV KOMENTAR DAN SIFAT KOMENTAR 4.1",
        "BAB V JUMLAH SHARING DAN PESAN YANG DIKIRIMKAN 5.1",
        "DISIMAK, DAN KOMUNIKASI VIRAL Angka platform",
        "BAB VII KENDALA EKSTERNAL DAN INTERNAL 7.1",
        "BAB VIII REKOMENDASI DAN RENCANA TINDAK LANJUT 8.1",
        "BAB IX PENUTUP Demikian",
        "LAMPIRAN 1 DAFTAR AKUN RESMI No.",
        "LAMPIRAN 6 DEFINISI DAN RUMUS Istilah",
    ]
    places = [text.rfind(title) for title in titles]
    assert -1 not in places
    assert places == sorted(places)


def test_figures_are_written_as_in_indonesia(printed: Path) -> None:
    text = whole_text(printed)

    assert "Sebanyak 3.224 komentar telah ditentukan sifatnya: positif 2.158 (66,9%)" in text
    assert "Jumlah 499 998" in text
    assert "5 Januari 2026" in text


def test_an_unknown_figure_is_no_data_with_its_reason_and_never_zero(printed: Path) -> None:
    text = whole_text(printed)

    assert "TikTok @literasijabar Tidak ada data: akun baru, dibuat 2 November" in text
    assert "(halaman): Instagram tidak memberi jumlah halaman yang disimak." in text


def test_an_office_without_anything_prints_no_data_and_no_zero(tmp_path: Path) -> None:
    path = tmp_path / "kosong.pdf"

    write_annual_report(empty_contents(), path)

    pages = pages_text(path)
    body = " ".join(page for page in pages if "DAFTAR" not in page[:12])
    assert body.count("Tidak ada data") > 12
    assert " 0 " not in body
    assert "[Uraian pembahasan mengenai isi pesan belum diisi]" in body


@pytest.mark.parametrize(("paper", "millimetres"), [("a4", (210, 297)), ("f4", (215, 330))])
def test_every_page_has_the_size_of_its_paper(
    tmp_path: Path, paper: Paper, millimetres: tuple[int, int]
) -> None:
    path = tmp_path / "laporan.pdf"

    write_annual_report(full_contents(), path, paper)

    for page in PdfReader(path).pages:
        size = (float(page.mediabox.width), float(page.mediabox.height))
        assert size == pytest.approx([side * 72 / 25.4 for side in millimetres], abs=0.1)


def test_front_matter_counts_in_roman_and_the_chapters_in_arabic(printed: Path) -> None:
    reader = PdfReader(printed)
    pages = pages_text(printed)

    first = next(index for index, page in enumerate(pages) if page.startswith("BAB I PEND"))
    assert reader.page_labels[: first + 2][1:3] == ["ii", "iii"]
    assert reader.page_labels[first : first + 2] == ["1", "2"]
    assert pages[1].endswith(" ii")
    assert pages[first].endswith(" 1")
    assert len(pages) == len(reader.page_labels)


def test_the_contents_page_names_the_pages_on_which_the_headings_stand(printed: Path) -> None:
    labels = PdfReader(printed).page_labels
    pages = [page.extract_text() for page in PdfReader(printed).pages]
    lists = " ".join(" ".join(pages[3:5]).split())

    for start, heading in (
        ("Daftar Gambar", "DAFTAR GAMBAR"),
        ("4.3 Sifat Komentar menurut Bulan", "4.3 Sifat Komentar menurut Bulan"),
        ("6.4 Komunikasi Viral", "6.4 Komunikasi Viral"),
    ):
        listed = re.search(rf"{start}[ .]*([ivx]+|\d+) ", lists)
        stands_on = max(index for index, page in enumerate(pages) if heading in page)
        assert listed is not None, heading
        assert listed[1] == labels[stands_on]


def test_contents_and_bookmarks_lead_to_their_pages(printed: Path) -> None:
    reader = PdfReader(printed)

    titles = [str(entry.title) for entry in reader.outline if not isinstance(entry, list)]
    links = [annotation for page in reader.pages[3:7] for annotation in page.get("/Annots") or ()]
    assert titles[:2] == ["Lembar Pengesahan", "Kata Pengantar"]
    assert "BAB IV KOMENTAR DAN SIFAT KOMENTAR" in titles
    assert len(links) > 60


def test_the_file_says_its_title_and_language(printed: Path) -> None:
    reader = PdfReader(printed)

    assert reader.metadata is not None
    assert reader.metadata.title is not None
    assert reader.metadata.title.endswith("Media Sosial Tahun 2026")
    assert str(reader.root_object["/Lang"]) == "id"


def test_all_fonts_are_embedded(printed: Path) -> None:
    fonts = embedded_fonts(printed)

    assert all(fonts.values()), fonts
    assert any("NotoEmoji" in name for name in fonts)
    assert any("Sundanese" in name for name in fonts)


def test_an_example_says_so_on_every_page(tmp_path: Path) -> None:
    path = tmp_path / "contoh.pdf"

    write_annual_report(replace(full_contents(), is_example=True), path)

    assert all("CONTOH – bukan dokumen resmi" in page for page in pages_text(path))


def test_a_real_report_has_no_example_mark(printed: Path) -> None:
    assert "CONTOH" not in whole_text(printed)


def hostile_contents(text: str) -> ReportContents:
    contents = full_contents()
    grid = contents.messages.by_account
    rows = (GridRow(text, grid.rows[0].figures), *grid.rows[1:])
    return replace(
        contents,
        agency=AgencyFacts(text, text, text, text, Letterhead(unit=text, address=text)),
        head=replace(HEAD, titles=(text,), name=text, rank=text, nip=text),
        messages=replace(
            contents.messages,
            by_account=replace(grid, rows=rows),
            examples=(Example(None, text, text, text),),
        ),
        comments=replace(
            contents.comments,
            by_account=replace(
                contents.comments.by_account,
                rows=(GridRow(text, contents.comments.by_account.rows[0].figures),),
            ),
        ),
        policy=replace(
            contents.policy,
            accounts=tuple(
                replace(fact, name=text, designation=text) for fact in contents.policy.accounts
            ),
            procedures=(text,),
        ),
        narratives=dict.fromkeys("abcdefg", text),
        external_obstacles=(ObstacleFacts(text),),
        recommendations=tuple(
            replace(fact, text=text, plan=text) for fact in contents.recommendations
        ),
        posts=tuple(replace(line, title=text, account=text) for line in contents.posts[:3]),
        inquiries=tuple(replace(line, topic=text) for line in contents.inquiries[:3]),
        missing=(Missing("a", text),),
        preface=text,
        closing=text,
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_a_persons_text_is_never_read_as_markup(tmp_path: Path, text: str) -> None:
    path = tmp_path / "laporan.pdf"

    write_annual_report(hostile_contents(text), path)

    printed = "".join(whole_text(path).split())
    expected = "".join(sign for sign in text if sign.isprintable() and sign != " ")
    assert printed.count(expected) >= 8


def test_a_narrative_of_ten_thousand_signs_is_printed_whole(tmp_path: Path) -> None:
    path = tmp_path / "laporan.pdf"
    words = [f"kata{number}" for number in range(1400)]
    contents = replace(full_contents(), narratives={"a": " ".join(words)})
    assert len(contents.narratives["a"]) > 10_000

    write_annual_report(contents, path)

    text = whole_text(path)
    assert all(word in text for word in (words[0], words[700], words[-1]))


def test_a_cell_longer_than_a_page_does_not_stop_the_report(tmp_path: Path) -> None:
    path = tmp_path / "laporan.pdf"
    long = " ".join(f"kendala{number}" for number in range(1200))

    write_annual_report(replace(full_contents(), internal_obstacles=(ObstacleFacts(long),)), path)

    assert "kendala1199" in whole_text(path)


def test_the_kop_picture_is_printed_instead_of_composed_lines(tmp_path: Path) -> None:
    from PIL import Image

    picture = BytesIO()
    Image.new("RGBA", (1600, 300), (40, 90, 60, 128)).save(picture, "PNG")
    path = tmp_path / "laporan.pdf"
    kop = Letterhead(picture.getvalue(), unit="Dinas Lain")

    write_annual_report(replace(full_contents(), agency=AgencyFacts("Dinas", letterhead=kop)), path)

    cover = PdfReader(path).pages[0]
    assert len(cover.images) == 1
    assert "DINAS LAIN" not in cover.extract_text()


@pytest.mark.parametrize("picture", [b"", b"bukan gambar", b"\x89PNG\r\n\x1a\n" + b"\x00" * 40])
def test_a_damaged_kop_picture_falls_back_to_lines(tmp_path: Path, picture: bytes) -> None:
    path = tmp_path / "laporan.pdf"
    kop = Letterhead(picture, unit="Dinas Literasi")

    write_annual_report(replace(full_contents(), agency=AgencyFacts("Dinas", letterhead=kop)), path)

    assert "DINAS LITERASI" in pages_text(path)[0]


def test_the_long_annexes_hold_every_line(tmp_path: Path) -> None:
    path = tmp_path / "laporan.pdf"

    write_annual_report(full_contents(posts=130, inquiries=260), path)

    text = whole_text(path)
    assert all(f"KTN-2026-{number:06}" in text for number in range(1, 131))
    assert all(f"INQ-2026-{number:06}" in text for number in range(1, 261))


def test_months_stand_under_the_charts(printed: Path) -> None:
    page = next(
        page
        for page in pages_text(printed)
        if "Gambar 3.1 Tayangan menurut bulan, 2026" in page[40:]
    )

    assert "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des" in page
    assert all(month in page for month in MONTHS)


def test_a_signed_report_carries_its_date(tmp_path: Path) -> None:
    path = tmp_path / "laporan.pdf"

    write_annual_report(replace(full_contents(), signed_on=date(2027, 1, 18)), path)

    page = pages_text(path)[1]
    assert "Bandung, 18 Januari 2027" in page
    assert "KEPALA DINAS LITERASI DAN WARISAN BUDAYA," in page
    assert "NIP. 19700101 199503 2 001" in page


class Stopped(Exception):
    """The person has seen enough."""


def test_stopping_leaves_the_earlier_file_and_no_half_one(tmp_path: Path) -> None:
    path = tmp_path / "laporan.pdf"
    path.write_bytes(b"lama")

    def stop(done: int, total: int) -> None:
        if done * 2 > total:
            raise Stopped

    with pytest.raises(Stopped):
        write_annual_report(full_contents(), path, progress=stop)

    assert path.read_bytes() == b"lama"
    assert list(tmp_path.iterdir()) == [path]


def test_progress_grows_to_the_end(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []

    write_annual_report(
        full_contents(),
        tmp_path / "laporan.pdf",
        progress=lambda done, total: told.append((done, total)),
    )

    shares = [done / total for done, total in told]
    assert len(told) > 20
    assert shares == sorted(shares)
    assert 0 <= shares[0] < 0.2
    assert 0.9 < shares[-1] <= 1


def test_the_lowest_25_mm_stay_free(printed: Path) -> None:
    heights: list[float] = []

    def note(text: str, user: list[float], matrix: list[float], *_font: object) -> None:
        if text.strip():
            heights.append(matrix[5] * user[3] + user[5])

    for page in PdfReader(printed).pages:
        page.extract_text(visitor_text=note)

    assert min(heights) >= 25 * 72 / 25.4


def test_it_tells_on_which_page_of_the_file_each_part_begins(tmp_path: Path) -> None:
    path = tmp_path / "laporan.pdf"

    places = write_annual_report(full_contents(), path)

    pages = pages_text(path)
    assert pages[places["awal-1"]].startswith("KATA PENGANTAR")
    assert pages[places["bab-4"]].startswith("BAB IV KOMENTAR")
    assert pages[places["lampiran-1"]].startswith("LAMPIRAN 1 DAFTAR AKUN")


def test_the_signatures_stand_level_whatever_the_titles(tmp_path: Path) -> None:
    path = tmp_path / "laporan.pdf"
    compiler = Signatory(("Sekretaris",), "Euis Komalasari", "Pembina", "197208221997032002")
    long_title = "Kepala Dinas Perpustakaan, Kearsipan, dan Pelestarian Budaya Daerah"
    head = replace(HEAD, titles=(long_title,))

    write_annual_report(replace(full_contents(), compiler=compiler, head=head), path)

    (page,) = (n for n, text in enumerate(pages_text(path)) if text.startswith("LEMBAR PENG"))
    for words in ("NIP.", "Pembina"):
        left, right = heights_of(path, page, words)
        assert left == right


def test_neither_a_heading_nor_a_handle_is_broken_in_a_table(tmp_path: Path) -> None:
    path = tmp_path / "laporan.pdf"
    handle = "@DinasPerhubunganJabar"
    names = ("Pengunjung", "Profil", "Halaman", "Jangkauan", "Dilihat", "Impresi")
    row = GridRow(f"Instagram {handle}", tuple(Figure(1_062_711) for _name in names))
    contents = full_contents()
    traffic = replace(contents.traffic, visitors=Grid("Akun", names, (row, row)))
    posts = (PostLine(date(2026, 1, 2), f"Facebook {handle}", "c. Kebencanaan", "Judul", "KTN"),)

    write_annual_report(replace(contents, traffic=traffic, posts=posts), path)

    text = whole_text(path)
    assert all(name in text for name in names)
    assert text.count("1.062.711") == 2 * len(names)
    assert text.count(f"Instagram {handle}") == 2
    assert f"Facebook {handle}" in text


def test_a_members_own_task_stands_beside_his_duty(tmp_path: Path) -> None:
    path = tmp_path / "laporan.pdf"
    contents = full_contents()
    order = contents.policy.order
    assert order is not None
    member = replace(order.members[0], tasks=("menjawab pertanyaan warga",))
    policy = replace(contents.policy, order=replace(order, members=(member,)))

    write_annual_report(replace(contents, policy=policy), path)

    # In BAB II and in the annex of the order.
    assert whole_text(path).count("admin menjawab pertanyaan warga") == 2


def test_a_chart_that_would_show_nothing_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "laporan.pdf"
    contents = full_contents()
    rows = tuple(GridRow(month, (Figure(0),) * 2) for month in MONTHS)
    messages = replace(contents.messages, by_month=Grid("Bulan", ("Tayangan", "Konten"), rows))

    write_annual_report(replace(contents, messages=messages), path)

    assert "Gambar 3.1" not in whole_text(path)


def test_a_table_longer_than_half_a_page_begins_below_the_text_before_it(tmp_path: Path) -> None:
    path = tmp_path / "laporan.pdf"
    contents = full_contents()
    by_account = contents.comments.by_account
    long = replace(by_account, rows=by_account.rows[:1] * 45)

    comments = replace(contents.comments, by_account=long)
    write_annual_report(replace(contents, comments=comments), path)

    parts = [text for text in pages_text(path) if "Akun Positif" in text]
    assert len(parts) == 2
    assert parts[0].startswith("BAB IV")
    assert "Tabel 4.1" in parts[0]


def test_a_row_is_not_broken_between_two_pages(tmp_path: Path) -> None:
    path = tmp_path / "laporan.pdf"
    facts = tuple(
        ObstacleFacts(f"Awal {number}. {'Tenaga terlatih belum cukup. ' * 60} Akhir {number}.")
        for number in range(6)
    )

    contents = replace(full_contents(), external_obstacles=facts, internal_obstacles=())
    write_annual_report(contents, path)

    pages = [text for text in pages_text(path) if "Tenaga terlatih" in text]
    assert len(pages) > 1
    for text in pages:
        assert text.count("No. Kendala") == 1
        assert re.findall(r"Awal (\d)", text) == re.findall(r"Akhir (\d)", text)


def test_the_chart_of_many_accounts_shows_those_with_the_most_comments(tmp_path: Path) -> None:
    path = tmp_path / "laporan.pdf"
    contents = full_contents()
    by_account = contents.comments.by_account
    many = tuple(
        GridRow(f"Instagram @akun{number}", tuple(Figure(number) for _column in by_account.columns))
        for number in range(50)
    )

    comments = replace(contents.comments, by_account=replace(by_account, rows=many))
    write_annual_report(replace(contents, comments=comments), path)

    caption = "Gambar 4.1 Sifat komentar menurut 20 akun"
    _list, page = (text for text in pages_text(path) if caption in text)
    assert "@akun30 " in page
    assert "@akun29 " not in page
