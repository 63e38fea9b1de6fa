"""The first start: from nothing to an office, and to a first report from the person's own files."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.models.roles import Role
from app.office import Office
from app.resources import resource
from app.services import accounts, agencies, people
from app.ui.bridge import Workers
from app.ui.widgets import Chip, DropArea, Field
from app.ui.wizard.agency_step import email_fault
from app.ui.wizard.faulty_dialog import FaultyDialog
from app.ui.wizard.file_row import FileRow
from app.ui.wizard.page import WizardPage
from tests.ui.finding import find, shortcomings

PASSWORD = "angklung-2026"  # noqa: S105 of invented people
AGENCY = "Dinas Literasi & Warisan <b>Budaya</b>"


class Taken:
    """The office that the wizard gave away, if it did."""

    office: Office | None = None
    folder: Path | None = None

    def keep(self, office: Office, folder: Path) -> None:
        self.office, self.folder = office, folder


@pytest.fixture
def workers(qtbot: QtBot) -> Iterator[Workers]:
    workers = Workers()
    yield workers
    workers.close()


@pytest.fixture
def taken() -> Iterator[Taken]:
    taken = Taken()
    yield taken
    if taken.office is not None:
        taken.office.close()


@pytest.fixture
def page(workers: Workers, taken: Taken, qtbot: QtBot) -> Iterator[WizardPage]:
    """The wizard on a PC where no office was opened before."""
    page = WizardPage(workers, ())
    page.made.connect(taken.keep)
    qtbot.addWidget(page)
    page.resize(1366, 736)
    page.show()
    yield page
    page.abandon()


def write(page: WizardPage, name: str, text: str) -> None:
    line = find(page, QLineEdit, name)
    line.clear()
    QTest.keyClicks(line, text)


def go_on(page: WizardPage) -> None:
    find(page, QPushButton, "wizard.next").click()


def is_shown(page: WizardPage, name: str) -> bool:
    found = page.findChild(QWidget, name)
    return found is not None and found.isVisible()


def error_of(page: WizardPage, name: str) -> str:
    control = find(page, QLineEdit, name)
    field = control.parentWidget()
    assert isinstance(field, Field)
    return field.error()


def choose_place(page: WizardPage, folder: Path) -> None:
    write(page, "wizard.folder", str(folder))
    go_on(page)


def fill_agency(page: WizardPage) -> None:
    write(page, "wizard.name", AGENCY)
    write(page, "wizard.short_name", "Dislitbud")
    write(page, "wizard.email", "humas@dislitbud.jabarprov.go.id")
    go_on(page)


def fill_people(page: WizardPage) -> None:
    write(page, "wizard.me.name", "Rina Marlina, S.I.Kom.")
    write(page, "wizard.me.term", "Teh")
    write(page, "wizard.me.call", "Rina")
    write(page, "wizard.me.sign_in", "rina")
    write(page, "wizard.me.password", PASSWORD)
    write(page, "wizard.me.again", PASSWORD)


def made_office(page: WizardPage, folder: Path, qtbot: QtBot) -> None:
    choose_place(page, folder)
    fill_agency(page)
    fill_people(page)
    go_on(page)
    write(page, "wizard.account.instagram", "@dislitbud.jabar")
    go_on(page)
    qtbot.waitUntil(lambda: is_shown(page, "wizard.files"), timeout=20_000)


@pytest.fixture
def kop(tmp_path: Path) -> Path:
    """A letterhead as a picture."""
    picture = QImage(1200, 240, QImage.Format.Format_RGB32)
    picture.fill(0xFFFFFF)
    file = tmp_path / "kop dinas.png"
    assert picture.save(str(file))
    return file


def test_one_s_own_files_become_a_first_report_with_its_kop(
    page: WizardPage, taken: Taken, tmp_path: Path, kop: Path, qtbot: QtBot
) -> None:
    made_office(page, tmp_path / "Kantor", qtbot)
    area = find(page, DropArea, "wizard.files")
    files = (resource("demo", "rencana-konten-2026.xlsx"), resource("demo", "pertanyaan-2026.csv"))
    area.dropped.emit((*files, kop))
    qtbot.waitUntil(lambda: is_shown(page, "wizard.file.plan.faulty"), timeout=30_000)
    qtbot.waitUntil(lambda: is_shown(page, "wizard.file.inquiries.faulty"), timeout=30_000)

    go_on(page)
    qtbot.waitUntil(lambda: is_shown(page, "wizard.open_report"), timeout=60_000)
    told = [label.text() for label in page.findChildren(QLabel)]
    assert str(tmp_path / "Kantor" / "cetak") in text_of(page, "wizard.papers")
    assert any("8 baris" in words and "rencana-konten" in words for words in told)
    find(page, QPushButton, "wizard.left_out.0").click()
    dialog = find(page, FaultyDialog, "faulty")
    dialog.save_to(tmp_path / "perbaiki.xlsx")
    assert (tmp_path / "perbaiki.xlsx").is_file()
    find(dialog, QPushButton, "faulty.done").click()
    go_on(page)

    assert taken.office is not None
    assert taken.folder == tmp_path / "Kantor"
    printed = taken.folder / "cetak"
    (report,) = printed.glob("laporan-tahunan-*.pdf")
    text = "".join(sheet.extract_text() for sheet in PdfReader(report).pages)
    assert AGENCY in text.replace("\n", " ")
    assert any("Pasal 12 ayat (3)" in words for words in told)
    letter = PdfReader(printed / "surat-perintah-usulan.pdf")
    assert "Rina Marlina" in "".join(sheet.extract_text() for sheet in letter.pages)
    assert len(letter.pages[0].images) == 1


def test_what_was_typed_in_is_the_office(
    page: WizardPage, taken: Taken, tmp_path: Path, qtbot: QtBot
) -> None:
    choose_place(page, tmp_path / "Kantor")
    fill_agency(page)
    fill_people(page)
    find(page, QCheckBox, "wizard.has_decider").click()
    write(page, "wizard.decider.name", "Drs. Tatang Suherlan, M.Si.")
    write(page, "wizard.decider.term", "Pak")
    write(page, "wizard.decider.sign_in", "tatang")
    write(page, "wizard.decider.password", PASSWORD)
    go_on(page)
    write(page, "wizard.account.x", "dislitbudjabar")
    go_on(page)
    qtbot.waitUntil(lambda: is_shown(page, "wizard.files"), timeout=20_000)

    find(page, QPushButton, "wizard.link").click()

    office = taken.office
    assert office is not None
    assert office.actor is not None
    own = office.read(agencies.own_agency)
    assert (own.name, own.short_name) == (AGENCY, "Dislitbud")
    assert own.email == "humas@dislitbud.jabarprov.go.id"
    roles = {row.addressed: row.roles for row in office.read(people.people)}
    assert roles == {"Teh Rina": {Role.ADMIN}, "Pak Tatang": {Role.OFFICIAL}}
    assert [row.handle for row in office.read(accounts.accounts)] == ["dislitbudjabar"]


def test_a_step_says_what_is_missing_and_leads_there(page: WizardPage, tmp_path: Path) -> None:
    choose_place(page, tmp_path / "Kantor")

    write(page, "wizard.email", "humas@dislitbud,jabarprov.go.id")
    go_on(page)

    assert error_of(page, "wizard.name")
    assert "dislitbud" in error_of(page, "wizard.email")
    assert is_shown(page, "wizard.name")


def test_an_error_goes_once_it_is_being_mended(page: WizardPage, tmp_path: Path) -> None:
    choose_place(page, tmp_path / "Kantor")
    go_on(page)
    assert error_of(page, "wizard.name")

    QTest.keyClicks(find(page, QLineEdit, "wizard.name"), "D")

    assert error_of(page, "wizard.name") == ""


@pytest.mark.parametrize(
    "address", ["humas@dinas.jabarprov.go.id", "", "a.b-c@dislitbud.jabarprov.go.id"]
)
def test_good_addresses_pass(address: str) -> None:
    assert email_fault(address) == ""


@pytest.mark.parametrize("address", ["humas", "@dinas.id", "humas@dinas", "hu mas@dinas.id"])
def test_what_is_no_address_is_told(address: str) -> None:
    assert email_fault(address)


def test_a_folder_with_other_files_is_not_taken(page: WizardPage, tmp_path: Path) -> None:
    (tmp_path / "surat.docx").write_bytes(b"x")

    choose_place(page, tmp_path)

    assert error_of(page, "wizard.folder")
    assert not is_shown(page, "wizard.name")


def test_a_unit_names_its_parent(page: WizardPage, tmp_path: Path) -> None:
    choose_place(page, tmp_path / "Kantor")

    find(page, QAbstractButton, "wizard.kind.technical_unit").click()

    assert is_shown(page, "wizard.parent")


def test_back_keeps_what_was_typed(page: WizardPage, tmp_path: Path) -> None:
    choose_place(page, tmp_path / "Kantor")
    fill_agency(page)

    find(page, QPushButton, "wizard.back").click()

    assert is_shown(page, "wizard.name")
    assert find(page, QLineEdit, "wizard.name").text() == AGENCY


def test_an_office_that_is_there_is_opened(
    page: WizardPage, office_folder: Path, qtbot: QtBot
) -> None:
    find(page, QAbstractButton, "wizard.place.open").click()

    with qtbot.waitSignal(page.opening) as opening:
        choose_place(page, office_folder)

    assert opening.args == [office_folder]


def drop(page: WizardPage, *files: Path, area: str = "wizard.files") -> None:
    find(page, DropArea, area).dropped.emit(files)


def text_of(page: WizardPage, name: str) -> str:
    found = page.findChild(QLabel, name)
    return found.text() if found is not None and found.isVisible() else ""


def rows_shown(page: WizardPage) -> list[FileRow]:
    return [row for row in page.findChildren(FileRow) if row.isVisible()]


def row_of(page: WizardPage, file: Path) -> FileRow | None:
    return next((row for row in rows_shown(page) if row.file == file), None)


def warning_of(page: WizardPage, file: Path) -> str:
    row = row_of(page, file)
    return text_of(page, f"{row.objectName()}.warning") if row is not None else ""


@pytest.fixture
def last(page: WizardPage, tmp_path: Path, qtbot: QtBot) -> WizardPage:
    """The wizard at its last step."""
    made_office(page, tmp_path / "Kantor", qtbot)
    return page


def test_a_file_that_nobody_knows_is_told_and_stops_nothing(
    last: WizardPage, tmp_path: Path, qtbot: QtBot
) -> None:
    strange = tmp_path / "resep.csv"
    strange.write_text("bumbu;gram\ngaram;3\n", encoding="utf-8")

    drop(last, strange)

    qtbot.waitUntil(lambda: "bukan daftar" in warning_of(last, strange), timeout=20_000)
    assert find(last, QPushButton, "wizard.next").isEnabled()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("tiga.xlsx", b"PK\x03", "rusak atau terpotong"),
        ("kosong.csv", b"", "kosong"),
        ("kop.pdf", b"%PDF-1.7\n%%EOF", "PNG atau JPG"),
        ("kop.png", b"\x89PNG\r\n\x1a\n0000", "rusak atau terpotong"),
        ("komentar.txt", "mantap min 👍\n".encode(), "ditempel"),
    ],
)
def test_a_wrong_file_is_named_and_can_be_taken_off_again(
    last: WizardPage, tmp_path: Path, qtbot: QtBot, name: str, content: bytes, words: str
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    drop(last, file)
    qtbot.waitUntil(lambda: words in warning_of(last, file), timeout=20_000)
    row = row_of(last, file)
    assert row is not None

    remove = find(last, QPushButton, f"{row.objectName()}.remove")
    assert name in remove.accessibleName()
    remove.setFocus()
    QTest.keyClick(remove, Qt.Key.Key_Delete)

    assert row_of(last, file) is None
    assert len(rows_shown(last)) == 3


def test_a_plan_that_is_taken_off_leaves_its_row_waiting(last: WizardPage, qtbot: QtBot) -> None:
    drop(last, resource("demo", "rencana-konten-2026.xlsx"))
    qtbot.waitUntil(lambda: is_shown(last, "wizard.file.plan.faulty"), timeout=30_000)

    find(last, QPushButton, "wizard.file.plan.remove").click()

    assert not is_shown(last, "wizard.file.plan.faulty")
    assert find(last, Chip, "wizard.file.plan.state").accessibleName() == "Belum ada"


def test_each_kind_has_its_own_row(last: WizardPage, qtbot: QtBot) -> None:
    staff, accounts_ = resource("demo", "pegawai.xlsx"), resource("demo", "akun-resmi.xlsx")

    drop(last, staff, accounts_)

    qtbot.waitUntil(lambda: "(Kepala)" in warning_of(last, staff), timeout=30_000)
    qtbot.waitUntil(lambda: row_of(last, accounts_) is not None, timeout=30_000)
    assert len(rows_shown(last)) == 5
    assert find(last, Chip, "wizard.file.inquiries.state").accessibleName() == "Belum ada"


def test_a_folder_is_told_as_one(last: WizardPage, tmp_path: Path) -> None:
    find(last, DropArea, "wizard.files").folder_dropped.emit(tmp_path)

    assert is_shown(last, "wizard.trial.notice")


def test_a_kop_is_looked_at_when_it_is_chosen(
    page: WizardPage, tmp_path: Path, kop: Path, qtbot: QtBot
) -> None:
    choose_place(page, tmp_path / "Kantor")

    drop(page, resource("demo", "pegawai.xlsx"), area="wizard.letterhead")
    qtbot.waitUntil(lambda: "kop" in text_of(page, "wizard.kop.warning"), timeout=20_000)
    drop(page, kop, area="wizard.letterhead")

    qtbot.waitUntil(lambda: text_of(page, "wizard.kop.note") == kop.name, timeout=20_000)
    assert text_of(page, "wizard.kop.warning") == ""


def test_the_last_step_knows_the_kop_of_an_earlier_one(
    page: WizardPage, taken: Taken, tmp_path: Path, kop: Path, qtbot: QtBot
) -> None:
    choose_place(page, tmp_path / "Kantor")
    drop(page, kop, area="wizard.letterhead")
    qtbot.waitUntil(lambda: text_of(page, "wizard.kop.note") == kop.name, timeout=20_000)
    fill_agency(page)
    fill_people(page)
    go_on(page)
    go_on(page)
    qtbot.waitUntil(lambda: is_shown(page, "wizard.files"), timeout=20_000)

    assert kop.name in text_of(page, "wizard.file.letterhead.note")
    find(page, QPushButton, "wizard.link").click()

    assert taken.office is not None
    assert taken.office.read(agencies.own_agency).letterhead_sha256 is not None


def test_a_kop_that_was_taken_off_is_not_used(
    page: WizardPage, taken: Taken, tmp_path: Path, kop: Path, qtbot: QtBot
) -> None:
    choose_place(page, tmp_path / "Kantor")
    drop(page, kop, area="wizard.letterhead")
    qtbot.waitUntil(lambda: is_shown(page, "wizard.kop.remove"), timeout=20_000)

    find(page, QPushButton, "wizard.kop.remove").click()
    fill_agency(page)
    fill_people(page)
    go_on(page)
    go_on(page)
    qtbot.waitUntil(lambda: is_shown(page, "wizard.files"), timeout=20_000)
    find(page, QPushButton, "wizard.link").click()

    assert taken.office is not None
    assert taken.office.read(agencies.own_agency).letterhead_sha256 is None


def test_accounts_may_be_pasted_as_addresses(
    page: WizardPage, taken: Taken, tmp_path: Path, qtbot: QtBot
) -> None:
    choose_place(page, tmp_path / "Kantor")
    fill_agency(page)
    fill_people(page)
    go_on(page)
    write(page, "wizard.account.instagram", "https://www.instagram.com/dishubjabar/?igsh=x")
    write(page, "wizard.account.facebook", "Dinas Perhubungan Jabar")
    write(page, "wizard.account.x", "https://www.instagram.com/dishubjabar")
    go_on(page)
    assert "Instagram" in error_of(page, "wizard.account.x")

    write(page, "wizard.account.x", "")
    go_on(page)
    qtbot.waitUntil(lambda: is_shown(page, "wizard.files"), timeout=20_000)
    find(page, QPushButton, "wizard.link").click()

    assert taken.office is not None
    assert [(row.platform, row.handle) for row in taken.office.read(accounts.accounts)] == [
        ("instagram", "dishubjabar"),
        ("facebook", "Dinas Perhubungan Jabar"),
    ]


def test_faulty_rows_are_shown_with_their_reasons(
    page: WizardPage, tmp_path: Path, qtbot: QtBot
) -> None:
    made_office(page, tmp_path / "Kantor", qtbot)
    plan = resource("demo", "rencana-konten-2026.xlsx")
    find(page, DropArea, "wizard.files").dropped.emit((plan,))
    qtbot.waitUntil(lambda: is_shown(page, "wizard.file.plan.faulty"), timeout=30_000)

    find(page, QPushButton, "wizard.file.plan.faulty").click()

    dialog = find(page, QWidget, "faulty")
    assert shortcomings(dialog) == []
    find(dialog, QPushButton, "faulty.done").click()


@pytest.mark.parametrize("steps", [0, 1, 2, 3])
def test_every_step_has_names_and_is_reached_by_keyboard(
    page: WizardPage, tmp_path: Path, steps: int
) -> None:
    if steps > 0:
        choose_place(page, tmp_path / "Kantor")
    if steps > 1:
        fill_agency(page)
    if steps > 2:
        fill_people(page)
        go_on(page)

    assert shortcomings(page) == []
