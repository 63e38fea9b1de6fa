"""Laporan, as an admin works in it through the year, and as a head only reads it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QPalette
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.models.comment import Tone
from app.models.content import Category
from app.models.report import ObstacleSide, Part
from app.office import Office
from app.services import reports
from app.services.reports import ReportYear
from app.ui.bridge import OfficeBridge
from app.ui.reports.chart_view import ChartView
from app.ui.reports.paper_pane import PaperPane
from app.ui.reports.preview import PageView, PaperMaker
from app.ui.reports.screen import ReportsScreen
from app.ui.reports.sign_dialog import SignDialog
from app.ui.theme import Theme
from app.ui.widgets import Choice, NoteRole, Notice, Telling
from app.ui.widgets.sheets import printer_for
from tests.offices import Colleagues
from tests.services.test_reports import NEW_YEAR, add_comment, add_post
from tests.ui.finding import choose_file, find, shortcomings

HOSTILE = 'Warga <b>tebal</b> & <img src="x">'


@pytest.fixture
def bridge(sqlite_office: Office) -> Iterator[OfficeBridge]:
    bridge = OfficeBridge(sqlite_office)
    yield bridge
    bridge.close()


@pytest.fixture
def office(sqlite_office: Office) -> Office:
    """An office with a post and two comments of the year."""
    post = sqlite_office.act(add_post, NEW_YEAR, Category.DISASTER)
    sqlite_office.act(add_comment, NEW_YEAR, Tone.POSITIVE, post)
    sqlite_office.act(add_comment, NEW_YEAR, Tone.NEGATIVE, post)
    return sqlite_office


@pytest.fixture
def screen(qtbot: QtBot, office: Office, bridge: OfficeBridge) -> ReportsScreen:
    return shown(qtbot, bridge)


def shown(qtbot: QtBot, bridge: OfficeBridge) -> ReportsScreen:
    screen = ReportsScreen(bridge)
    screen.resize(1194, 688)
    qtbot.addWidget(screen)
    screen.show()
    parts = find(screen, QListView, "reports.parts")
    qtbot.waitUntil(lambda: parts.model().rowCount() == 10)
    return screen


def choose(screen: ReportsScreen, part: Part) -> None:
    """Choose a part in the list, as the arrow keys would."""
    parts = find(screen, QListView, "reports.parts")
    order = [*"abcdefg", "preface", "introduction", "closing"]
    parts.setCurrentIndex(parts.model().index(order.index(part.value), 0))


def year_of(office: Office) -> ReportYear:
    return office.read(reports.report_year, 2026, office.now())


def cells(model: QAbstractItemModel, row: int) -> list[str]:
    return [str(model.index(row, column).data()) for column in range(model.columnCount())]


def wait_for_paper(qtbot: QtBot, screen: ReportsScreen) -> PageView:
    view = find(screen, PageView, "reports.page")
    qtbot.waitUntil(lambda: view.pages > 0, timeout=30_000)
    return view


def test_it_says_how_many_parts_are_complete(screen: ReportsScreen) -> None:
    assert screen.title == "Laporan Tahunan 2026"
    assert screen.chips[0].text == "0 dari 7 bagian lengkap"


def test_the_tones_of_comments_stand_in_the_table_of_part_c(screen: ReportsScreen) -> None:
    choose(screen, Part.COMMENTS)

    model = find(screen, QTableView, "reports.figures").model()
    assert cells(model, 0)[:6] == ["@dislitbud.jabar", "1", "0", "1", "0", "2"]
    assert cells(model, model.rowCount() - 1)[:6] == ["Jumlah", "1", "0", "1", "0", "2"]


def test_an_unknown_figure_reads_no_data_and_never_nought(screen: ReportsScreen) -> None:
    choose(screen, Part.SHARES)

    model = find(screen, QTableView, "reports.figures").model()
    assert cells(model, 0)[1] == "Tidak ada data"


def test_what_a_part_lacks_is_said_in_words(screen: ReportsScreen) -> None:
    choose(screen, Part.COMMENTS)

    assert find(screen, QLabel, "reports.lacks").text() == "Uraiannya belum ditulis."


def test_a_text_keeps_itself_and_completes_the_part(
    qtbot: QtBot, office: Office, screen: ReportsScreen
) -> None:
    choose(screen, Part.COMMENTS)

    find(screen, QPlainTextEdit, "reports.text").setPlainText(HOSTILE)

    qtbot.waitUntil(lambda: year_of(office).part(Part.COMMENTS).text == HOSTILE)
    qtbot.waitUntil(lambda: screen.chips[0].text == "1 dari 7 bagian lengkap")
    assert find(screen, QLabel, "reports.saved").text() == "tersimpan 09.30"
    assert find(screen, QPlainTextEdit, "reports.text").toPlainText() == HOSTILE


def test_leaving_a_part_keeps_what_was_typed_there(
    qtbot: QtBot, office: Office, screen: ReportsScreen
) -> None:
    choose(screen, Part.COMMENTS)
    find(screen, QPlainTextEdit, "reports.text").setPlainText("Belum selesai")

    choose(screen, Part.SHARES)

    assert find(screen, QPlainTextEdit, "reports.text").toPlainText() == ""
    qtbot.waitUntil(lambda: year_of(office).part(Part.COMMENTS).text == "Belum selesai")
    assert year_of(office).part(Part.SHARES).text == ""


def test_a_colleagues_text_is_offered_and_never_overwrites_what_is_typed(
    qtbot: QtBot, office: Office, screen: ReportsScreen, colleagues: Colleagues
) -> None:
    choose(screen, Part.COMMENTS)
    text = find(screen, QPlainTextEdit, "reports.text")
    colleagues.sit_down(office, "wulan")
    office.act(reports.save_narrative, 2026, Part.COMMENTS, "Milik Wulan", None)
    colleagues.sit_down(office, "rina")
    text.setPlainText("Milik Rina")

    notice = find(screen, Notice, "reports.text_notice")
    qtbot.waitUntil(notice.isVisible)
    qtbot.waitUntil(find(screen, QPushButton, "reports.keep_mine").isVisible)
    assert text.toPlainText() == "Milik Rina"
    assert year_of(office).part(Part.COMMENTS).text == "Milik Wulan"
    find(screen, QPushButton, "reports.keep_mine").click()

    qtbot.waitUntil(lambda: year_of(office).part(Part.COMMENTS).text == "Milik Rina")


def test_a_reason_for_missing_figures_is_kept_too(
    qtbot: QtBot, office: Office, screen: ReportsScreen
) -> None:
    choose(screen, Part.TRAFFIC)
    find(screen, QPlainTextEdit, "reports.text").setPlainText("Lihat alasan.")
    reason = find(screen, QLineEdit, "reports.reason")

    QTest.keyClicks(reason, "Akun baru")

    qtbot.waitUntil(lambda: year_of(office).part(Part.TRAFFIC).empty_reason == "Akun baru")


def test_an_obstacle_is_written_in_a_dialog(
    qtbot: QtBot, office: Office, screen: ReportsScreen
) -> None:
    choose(screen, Part.OBSTACLES)
    find(screen, QPushButton, "reports.add_external").click()
    dialog = find(screen, QWidget, "reports.obstacle")

    find(dialog, QPlainTextEdit, "reports.obstacle.text").setPlainText(HOSTILE)
    find(dialog, QPushButton, "reports.obstacle.save").click()

    model = find(screen, QTableView, "reports.list").model()
    qtbot.waitUntil(lambda: model.rowCount() == 1)
    assert model.index(0, 0).data() == HOSTILE
    assert [row.side for row in year_of(office).obstacles] == [ObstacleSide.EXTERNAL]


def test_a_recommendation_gets_its_plan_and_can_be_left_out(
    qtbot: QtBot, office: Office, screen: ReportsScreen
) -> None:
    office.act(reports.add_recommendation, 2026, reports.RecommendationFacts("Tambah desainer"))
    choose(screen, Part.RECOMMENDATIONS)
    model = find(screen, QTableView, "reports.list").model()
    qtbot.waitUntil(lambda: model.rowCount() == 1)
    find(screen, QPushButton, "reports.change").click()
    dialog = find(screen, QWidget, "reports.recommendation")
    find(dialog, QPlainTextEdit, "reports.recommendation.plan").setPlainText("Usul formasi")
    find(dialog, QPushButton, "reports.recommendation.save").click()
    qtbot.waitUntil(lambda: model.index(0, 0).data(NoteRole) == "Usul formasi")

    find(screen, QPushButton, "reports.remove").click()
    find(screen, QPushButton, "reports.leave_out.yes").click()

    qtbot.waitUntil(lambda: not year_of(office).recommendations)


def test_the_preview_shows_the_chapter_of_the_part(qtbot: QtBot, screen: ReportsScreen) -> None:
    view = wait_for_paper(qtbot, screen)

    choose(screen, Part.TRAFFIC)

    words = " ".join(view.words(view.page).split())
    assert words.startswith("BAB VI")


def test_leaving_the_place_stops_the_preview_until_one_comes_back(
    qtbot: QtBot, bridge: OfficeBridge, screen: ReportsScreen
) -> None:
    view = find(screen, PageView, "reports.page")
    other = PaperMaker(bridge, screen)

    screen.hide()
    with qtbot.waitSignal(other.made, timeout=60_000):
        other.ask(2026, "a4")
    pages_while_away = view.pages
    screen.show()

    wait_for_paper(qtbot, screen)
    assert pages_while_away == 0


def test_a_paper_that_is_being_made_stops_when_nobody_looks(
    qtbot: QtBot, office: Office, bridge: OfficeBridge
) -> None:
    maker = PaperMaker(bridge, bridge)
    made: list[object] = []
    maker.made.connect(made.append)
    with qtbot.waitSignal(maker.busy, timeout=30_000):
        maker.ask(2026, "a4")

    with qtbot.waitSignal(maker.busy, timeout=30_000):
        maker.rest()
    made_while_resting = list(made)
    with qtbot.waitSignal(maker.made, timeout=60_000):
        maker.wake()

    assert made_while_resting == []


def test_pages_are_turned_and_counted(qtbot: QtBot, screen: ReportsScreen) -> None:
    view = wait_for_paper(qtbot, screen)
    choose(screen, Part.PREFACE)
    before = view.page

    find(screen, QPushButton, "reports.page_on").click()

    assert view.page == before + 1
    number = find(screen, QLabel, "reports.page_number").text()
    assert number == f"hlm. {before + 2} dari {view.pages}"


def test_the_page_itself_is_drawn_on_white(qtbot: QtBot, screen: ReportsScreen) -> None:
    view = wait_for_paper(qtbot, screen)

    image = view.grab().toImage()

    margin = image.pixelColor(30, image.height() // 2)
    assert margin.lightness() == 255
    assert image.pixelColor(2, 2).lightness() < 240


def test_another_paper_makes_another_preview(qtbot: QtBot, screen: ReportsScreen) -> None:
    view = wait_for_paper(qtbot, screen)
    papers = find(screen, QComboBox, "reports.paper")

    papers.setCurrentIndex(1)
    papers.activated.emit(1)

    qtbot.waitUntil(
        lambda: round(view.document.pagePointSize(0).height() / 72 * 25.4) == 330, timeout=30_000
    )


def test_the_pdf_is_written_with_what_was_just_typed(
    qtbot: QtBot, screen: ReportsScreen, tmp_path: Path
) -> None:
    target = tmp_path / "laporan.pdf"
    told: list[Telling] = []
    screen.told.connect(told.append)
    choose(screen, Part.COMMENTS)
    find(screen, QPlainTextEdit, "reports.text").setPlainText(HOSTILE)

    find(screen, QPushButton, "reports.save_pdf").click()
    qtbot.waitUntil(lambda: screen.findChild(QFileDialog, "reports.pdf.dialog") is not None)
    choose_file(screen, "reports.pdf", target)

    qtbot.waitUntil(lambda: bool(told), timeout=30_000)
    text = " ".join(page.extract_text() for page in PdfReader(target).pages)
    assert told[0].text == "laporan.pdf tersimpan."
    assert HOSTILE in " ".join(text.split())


def _millimetres(points: float) -> int:
    return round(points / 72 * 25.4)


@pytest.mark.parametrize(("paper", "height"), [("a4", 297), ("f4", 330)])
def test_every_page_is_printed_on_its_paper(
    qtbot: QtBot, screen: ReportsScreen, tmp_path: Path, paper: str, height: int
) -> None:
    view = wait_for_paper(qtbot, screen)
    papers = find(screen, Choice, "reports.paper")
    papers.setCurrentIndex(papers.findData(paper))
    papers.activated.emit(papers.currentIndex())

    def has_size() -> bool:
        return bool(view.pages) and _millimetres(view.document.pagePointSize(0).height()) == height

    qtbot.waitUntil(has_size, timeout=30_000)
    printer = printer_for(view.document)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setResolution(96)
    target = tmp_path / "cetak.pdf"
    printer.setOutputFileName(str(target))
    pane = find(screen, PaperPane, "reports.paper_pane")
    foot = find(screen, QWidget, "reports.progress")

    pane.print_on(printer)

    qtbot.waitUntil(lambda: not foot.isVisible(), timeout=60_000)
    pages = PdfReader(target).pages
    assert len(pages) == view.pages
    assert _millimetres(float(pages[0].mediabox.height)) == height


def test_a_paper_signature_is_recorded_with_its_scan(
    qtbot: QtBot, office: Office, screen: ReportsScreen, tmp_path: Path
) -> None:
    scan = tmp_path / "pengesahan.png"
    screen.grab().save(str(scan))
    find(screen, QPushButton, "reports.record_signature").click()
    dialog = find(screen, SignDialog, "reports.sign")
    find(dialog, QLineEdit, "reports.sign.name").setText("Dr. Euis Ratnaningsih, M.M.")
    dialog.use_scan(scan)

    find(dialog, QPushButton, "reports.sign.save").click()

    qtbot.waitUntil(lambda: year_of(office).signed_on == date(2026, 11, 20), timeout=20_000)
    state = find(screen, QLabel, "reports.signature_state")
    qtbot.waitUntil(lambda: state.text().startswith("Ditandatangani Dr. Euis"))
    assert year_of(office).has_scan
    assert find(screen, QPushButton, "reports.record_delivery").isVisible()


def test_the_delivery_is_recorded_after_the_signature(
    qtbot: QtBot, office: Office, screen: ReportsScreen
) -> None:
    find(screen, QPushButton, "reports.record_signature")
    find(screen, QPushButton, "reports.record_delivery").click()
    dialog = find(screen, QWidget, "reports.submit")

    find(dialog, QPushButton, "reports.submit.save").click()

    refusal = find(dialog, QLabel, "reports.submit.refusal.text")
    qtbot.waitUntil(lambda: refusal.text().startswith("Tanda tangan lebih dahulu"))


def test_an_official_reads_and_changes_nothing(
    qtbot: QtBot, office: Office, bridge: OfficeBridge, colleagues: Colleagues
) -> None:
    office.act(reports.add_obstacle, 2026, ObstacleSide.EXTERNAL, "Banjir")
    colleagues.sit_down(office, "tatang")

    screen = shown(qtbot, bridge)
    choose(screen, Part.OBSTACLES)

    assert find(screen, QPlainTextEdit, "reports.text").isReadOnly()
    for name in ("add_external", "change", "remove", "record_signature"):
        assert not find(screen, QPushButton, f"reports.{name}").isVisible()


def test_the_chart_follows_the_theme(qtbot: QtBot, screen: ReportsScreen, theme: Theme) -> None:
    choose(screen, Part.CONTENT_REVIEW)
    find(screen, QAbstractButton, "reports.tables.month").click()
    chart = find(screen, ChartView, "reports.chart")
    qtbot.waitUntil(lambda: chart.is_drawn, timeout=20_000)
    light = chart.grab().toImage()

    theme.apply("dark", 1.0)

    qtbot.waitUntil(lambda: chart.is_drawn and chart.grab().toImage() != light)
    ground = QApplication.palette().color(QPalette.ColorRole.Base)
    corner = chart.grab().toImage().pixelColor(2, 2)
    assert abs(corner.lightness() - ground.lightness()) < 12


def test_a_narrow_window_shows_the_preview_when_asked(qtbot: QtBot, screen: ReportsScreen) -> None:
    screen.resize(860, 600)
    page = find(screen, QWidget, "reports.page")
    qtbot.waitUntil(lambda: not page.isVisible())

    find(screen, QPushButton, "reports.preview").click()

    assert page.isVisible()
    assert not find(screen, QPlainTextEdit, "reports.text").isVisible()


def test_keys_lead_from_part_to_part(screen: ReportsScreen) -> None:
    parts = find(screen, QListView, "reports.parts")
    choose(screen, Part.POLICY_OVERVIEW)
    parts.setFocus()

    QTest.keyClick(parts, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)

    assert find(screen, QLabel, "reports.part_title").text() == "b. Pembahasan isi pesan"


@pytest.mark.parametrize("part", list(Part))
def test_everything_has_a_name_and_a_way_by_keyboard(screen: ReportsScreen, part: Part) -> None:
    choose(screen, part)

    assert shortcomings(screen) == []
    assert find(screen, QAbstractItemView, "reports.parts").currentIndex().isValid()
