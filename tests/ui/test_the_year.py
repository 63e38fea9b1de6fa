"""One year through the program once: from an empty folder to the annual report, in the window.

Teh Rina is admin, Pak Tatang decides, Kang Cecep writes. They share one PC and take turns at it.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from app.resources import resource
from app.ui.preferences import Preferences
from app.ui.program import Program
from tests.fixed_clock import FixedClock
from tests.ui.finding import choose_file
from tests.ui.year_steps import PASSWORD, Pc

PLAN = resource("demo", "rencana-konten-2026.xlsx")
INQUIRIES = resource("demo", "pertanyaan-2026.csv")
AGENCY = "Dinas Perhubungan Provinsi Jawa Barat (Contoh)"
TITLE = "Hujan pertama: jaga jarak"
POST = "https://www.facebook.com/DishubJabarContoh/posts/pfbid0HujanPertama2026"
REPLY = "https://www.facebook.com/DishubJabarContoh/posts/pfbid0HujanPertama2026?comment_id=7"
ROADS = "Dinas Bina Marga dan Penataan Ruang"
FIRST = "sekali-pakai-26"


@pytest.fixture
def pc(qapp: QApplication, tmp_path: Path, clock: FixedClock, qtbot: QtBot) -> Iterator[Pc]:
    """The program on a PC where nothing was opened before."""
    preferences = Preferences(tmp_path / "window.ini")
    preferences.scheme = "light"
    program = Program(qapp, preferences, clock)
    qtbot.addWidget(program.window)
    program.start(None)
    yield Pc(program.window, qtbot)
    program.end()
    program.deleteLater()


# The offscreen platform has neither windows to raise nor a keyboard to grab for a menu.
@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
def test_the_whole_year_goes_through_the_window_once(
    pc: Pc, clock: FixedClock, tmp_path: Path
) -> None:
    make_the_office(pc, tmp_path / "Kantor")
    let_cecep_in(pc)
    take_in_the_plan(pc)
    take_in_the_inquiries(pc)
    collect_a_content(pc)
    decide_on_the_content(pc, clock)
    reference = answer_a_citizen(pc, clock)

    report = save_the_report(pc, tmp_path / "laporan.pdf")

    assert AGENCY.upper() in report
    assert TITLE in report
    # What was published: 129 contents of the plan on 284 accounts, and today's on one.
    assert "Jumlah 130 285" in report
    # What was asked and answered: 395 and 341 of the list, and today's.
    assert "Jumlah 396 342 0" in report
    # The roads were asked once in the program, and that answer was late; the list tells of 9 more.
    assert f"{ROADS} 1 0 1 0 9" in report
    asked, answered = "20 November 2026 11.30 WIB", "21 November 2026 12.30 WIB"
    assert f"{reference} {ROADS} {asked} {answered} Terlambat" in report


def make_the_office(pc: Pc, folder: Path) -> None:
    """The wizard's steps; the trial with files is skipped."""
    pc.write("wizard.folder", str(folder))
    pc.press("wizard.next")
    pc.write("wizard.name", AGENCY)
    pc.write("wizard.short_name", "Dishub")
    pc.press("wizard.next")
    pc.write("wizard.me.name", "Rina Marlina, S.I.Kom.")
    pc.write("wizard.me.term", "Teh")
    pc.write("wizard.me.call", "Rina")
    pc.write("wizard.me.sign_in", "rina")
    pc.write("wizard.me.password", PASSWORD)
    pc.write("wizard.me.again", PASSWORD)
    pc.tick("wizard.has_decider")
    pc.write("wizard.decider.name", "Drs. Tatang Suherlan, M.Si.")
    pc.write("wizard.decider.term", "Pak")
    pc.write("wizard.decider.call", "Tatang")
    pc.write("wizard.decider.sign_in", "tatang")
    pc.write("wizard.decider.password", FIRST)
    pc.press("wizard.next")
    pc.write("wizard.account.facebook", "DishubJabarContoh")
    pc.press("wizard.next")
    pc.press("wizard.link")
    pc.is_in()


def let_cecep_in(pc: Pc) -> None:
    """An admin adds who writes, and gives him a password that works once."""
    pc.go_to("office")
    pc.press("office.tabs.people")
    pc.press("office.people.add")
    pc.write("office.person.name", "Cecep Mulyana")
    pc.write("office.person.address_term", "Kang")
    pc.write("office.person.call_name", "Cecep")
    pc.tick("office.person.role.creative")
    pc.press("office.person.save")
    pc.pick("office.people", "Cecep Mulyana")
    pc.press("office.people.sign_in")
    pc.write("office.sign_in.sign_in_name", "cecep")
    pc.write("office.sign_in.password", FIRST)
    pc.press("office.sign_in.save")
    pc.is_gone("office.sign_in")


def take_in_the_plan(pc: Pc) -> None:
    pc.press("office.import")
    pc.drop("importing.drop", PLAN)
    pc.counts("importing.tabs", good=141, duplicate=0, faulty=8)
    pc.press("importing.take")
    pc.says("importing.notice.text", "141 baris sudah masuk.")
    pc.press("importing.cancel")


def take_in_the_inquiries(pc: Pc) -> None:
    pc.go_to("inquiries")
    pc.press("inquiries.more")
    pc.choose_entry("inquiries.more.menu", "inquiries.more.import")
    pc.drop("importing.drop", INQUIRIES)
    pc.counts("importing.tabs", good=395, duplicate=2, faulty=3)
    pc.press("importing.take")
    pc.says("importing.notice.text", "395 baris sudah masuk.")
    pc.press("importing.cancel")
    pc.says("inquiries.count", "54 pertanyaan terbuka")


def collect_a_content(pc: Pc) -> None:
    """Teh Rina has an idea for today and submits it."""
    pc.go_to("calendar")
    pc.press("calendar.new")
    pc.until(lambda: "belum" in pc.words("composer.reference"))
    pc.write("composer.title", TITLE)
    pc.choose("composer.category", "c")
    pc.write("composer.source", "Prakiraan BMKG, 20 November 2026")
    pc.tick("composer.verified")
    pc.write_area("composer.text", "Jalan licin, jaga jarak. #SelamatSampaiTujuan")
    pc.press("composer.add_target")
    pc.choose("composer.target.choice", "Facebook")
    pc.press("composer.target.yes")
    pc.tick("composer.dated")
    pc.set_time("composer.time", 11, 0)
    pc.press("composer.submit")
    pc.heads("Diajukan")


def decide_on_the_content(pc: Pc, clock: FixedClock) -> None:
    """Selected, edited by another, approved with the ethics of Pasal 9, proved by its link."""
    pc.hand_over("tatang", first=FIRST)
    look_at_the_queue(pc, TITLE)
    pc.press("approvals.approve")
    pc.is_told("dipilih")

    pc.hand_over("cecep", first=FIRST)
    open_the_content(pc)
    pc.write_area("composer.text", "Jalan licin: jaga jarak tiga detik. #SelamatSampaiTujuan")
    pc.press("composer.finish")
    pc.heads("Menunggu persetujuan")

    pc.hand_over("tatang")
    look_at_the_queue(pc, TITLE)
    pc.reads("tiga detik")
    pc.tick("approvals.ethics")
    pc.press("approvals.approve")
    pc.is_told("disetujui")

    clock.advance(hours=2)
    pc.hand_over("rina")
    open_the_content(pc)
    pc.press(r"composer\.record\.\d+")
    pc.write("composer.link.address", POST)
    pc.press("composer.link.yes")
    pc.heads("Tayang")


def look_at_the_queue(pc: Pc, words: str) -> None:
    pc.go_to("approvals")
    pc.pick("approvals.queue", words)
    pc.reads(words)


def open_the_content(pc: Pc) -> None:
    pc.go_to("calendar")
    pc.press("calendar.view.list")
    pc.open_row("calendar.list", TITLE)
    pc.says("window.title", TITLE)


def answer_a_citizen(pc: Pc, clock: FixedClock) -> str:
    """Referred, answered too late, drafted, reported, approved, sent, closed (Lampiran C).

    Returns the inquiry's reference.
    """
    pc.go_to("inquiries")
    pc.press("inquiries.enter")
    pc.write_area("entry.text", "Jalan di depan terminal berlubang, kapan ditambal?")
    pc.write("entry.name", "Deden Saputra")
    pc.press("entry.yes")
    pc.reads("Jalan di depan terminal berlubang")
    reference = pc.words("inquiries.reference")
    pc.press("inquiries.refer")
    pc.write("refer.agency.search", "bina marga")
    pc.until(lambda: pc.text_of("refer.yes") == "Teruskan ke DBMPR")
    pc.write("refer.contact", "Ibu Lilis (Humas)")
    pc.press("refer.yes")
    pc.is_called("inquiries.state", "Diteruskan")

    clock.advance(hours=25)
    pc.refresh()
    pc.heads("1 terlambat")

    pc.press(r"inquiries\.referral\.\d+\.answer")
    pc.write_area("agency_answer.text", "Ditambal pekan depan.")
    pc.press("agency_answer.yes")
    pc.is_called("inquiries.state", "Dijawab instansi")
    pc.reads("Terlambat 1 jam")

    pc.write_area("inquiries.answer", "Kang Deden, jalan ditambal pekan depan.")
    pc.press("inquiries.request")
    pc.is_called("inquiries.state", "Menunggu persetujuan")

    pc.hand_over("tatang")
    look_at_the_queue(pc, reference)
    pc.reads("jalan ditambal pekan depan")
    pc.tick("approvals.ethics")
    pc.press("approvals.approve")
    pc.is_told("disetujui")

    pc.hand_over("rina")
    pc.go_to("inquiries")
    pc.pick("inquiries.table", "Jalan di depan terminal berlubang")
    pc.press("inquiries.record_answer")
    pc.write("sent.link", REPLY)
    pc.press("sent.yes")
    pc.is_called("inquiries.state", "Terjawab")
    pc.press("inquiries.close")
    pc.is_told("selesai")
    return reference


def save_the_report(pc: Pc, file: Path) -> str:
    """Save the PDF where the file dialog is told to; returns the text read back."""
    pc.go_to("reports")
    pc.heads("bagian lengkap")
    pc.press("reports.save_pdf")
    pc.see(QFileDialog, "reports.pdf.dialog")
    choose_file(pc.window, "reports.pdf", file)
    pc.is_told("laporan.pdf tersimpan.")
    return " ".join(" ".join(page.extract_text() for page in PdfReader(file).pages).split())
