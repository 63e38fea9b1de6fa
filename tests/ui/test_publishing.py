"""The publishing page: posts are settled by keyboard, the assistant goes step by step."""

from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QTableView
from pytestqt.qtbot import QtBot

from app.models.pause import PauseScope
from app.office import Office
from app.services import assets, contents, pausing, publishing
from app.services.contents import MediaForm
from app.services.pausing import Reach
from app.ui.bridge import OfficeBridge
from app.ui.calendar.screen import CalendarScreen
from app.ui.publishing import PublishingList, PublishingTarget
from app.ui.publishing.page import PublishingPage
from app.ui.widgets import Dialog, LastFolders, RowRole, TextArea
from tests.content_desk import SLOT, approved, made, on_instagram, seen
from tests.fixed_clock import FixedClock
from tests.offices import Colleagues
from tests.ui.finding import find, shortcomings

LINK = "https://x.com/dislitbudjabar/status/1987654321098765432"
FACEBOOK_LINK = "https://www.facebook.com/DislitbudJabar/posts/pfbid0Abcdefgh"


class Opened(QObject):
    """Takes what would open a browser or a folder."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.urls.append(url.toString())


@pytest.fixture
def opened(qapp: QApplication) -> Iterator[Opened]:
    taker = Opened()
    for scheme in ("https", "file"):
        # PySide 6.11 takes the name as text only, whatever its annotation says.
        QDesktopServices.setUrlHandler(scheme, taker, "take")  # type: ignore[arg-type]
    yield taker
    for scheme in ("https", "file"):
        QDesktopServices.unsetUrlHandler(scheme)


@pytest.fixture
def bridge(sqlite_office: Office, qtbot: QtBot) -> Iterator[OfficeBridge]:
    bridge = OfficeBridge(sqlite_office)
    yield bridge
    bridge.close()


@pytest.fixture
def missed(sqlite_office: Office, colleagues: Colleagues, clock: FixedClock) -> int:
    """Approved for Friday at 11 on Facebook and X; it is a quarter past eleven."""
    content_id = made(sqlite_office)
    approved(sqlite_office, colleagues, content_id)
    clock.now = SLOT + timedelta(minutes=15)
    return content_id


def page_of(
    bridge: OfficeBridge, qtbot: QtBot, target: PublishingTarget | None = None
) -> PublishingPage:
    page = PublishingPage(bridge)
    qtbot.addWidget(page)
    page.resize(1194, 688)
    page.show()
    page.show_target(target or PublishingTarget())
    return page


def rows(page: PublishingPage, name: str = "publishing.posts") -> list[str]:
    model = find(page, QTableView, name).model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def platforms(page: PublishingPage) -> list[str]:
    model = find(page, QTableView, "publishing.posts").model()
    return [model.index(row, 0).data(RowRole).platform for row in range(model.rowCount())]


def dialog_of(page: PublishingPage, qtbot: QtBot, name: str) -> Dialog:
    qtbot.waitUntil(lambda: page.window().findChild(Dialog, name) is not None)
    return find(page.window(), Dialog, name)


def press(page: PublishingPage, key: Qt.Key, qtbot: QtBot, name: str = "publishing.posts") -> None:
    """In the list, once its window is active again: shortcuts of others are not heard."""
    table = find(page, QTableView, name)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    table.setFocus()
    QTest.keyClick(table, key)


def action(page: PublishingPage, name: str) -> QAction:
    found = page.findChild(QAction, name)
    assert found is not None
    return found


def states(office: Office, content_id: int) -> dict[str, str]:
    return {row.platform: str(row.state) for row in seen(office, content_id).variants}


def test_missed_posts_are_settled_one_after_the_other_by_two_keys_each(
    bridge: OfficeBridge, sqlite_office: Office, missed: int, qtbot: QtBot
) -> None:
    page = page_of(bridge, qtbot)
    qtbot.waitUntil(lambda: platforms(page) == ["facebook", "x"])

    press(page, Qt.Key.Key_L, qtbot)
    link = find(page, QLineEdit, "publishing.link")
    QTest.keyClicks(link, FACEBOOK_LINK)
    QTest.keyClick(link, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: platforms(page) == ["x"])
    press(page, Qt.Key.Key_S, qtbot)
    skip = dialog_of(page, qtbot, "publishing.skip")
    reason = find(skip, QLineEdit, "publishing.skip.reason")
    QTest.keyClicks(reason, "Keburu lewat")
    QTest.keyClick(reason, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: platforms(page) == [])
    assert states(sqlite_office, missed) == {"facebook": "published", "x": "skipped"}


def test_the_link_tells_how_long_it_took_and_a_wrong_one_what_is_wrong(
    bridge: OfficeBridge, missed: int, qtbot: QtBot
) -> None:
    page = page_of(bridge, qtbot)
    told: list[str] = []
    page.told.connect(lambda telling: told.append(telling.text))
    qtbot.waitUntil(lambda: platforms(page) == ["facebook", "x"])
    link = find(page, QLineEdit, "publishing.link")

    link.setText(LINK)
    find(page, QAbstractButton, "publishing.record").click()
    qtbot.waitUntil(lambda: link.accessibleDescription() != "")
    assert "Facebook" in link.accessibleDescription()
    link.setText(FACEBOOK_LINK)
    find(page, QAbstractButton, "publishing.record").click()

    qtbot.waitUntil(lambda: told != [])
    assert told == ["Tercatat: tayang, 15 mnt setelah waktunya."]


def test_a_post_is_moved_to_the_next_day_and_noted_as_unsure_by_one_key(
    bridge: OfficeBridge, sqlite_office: Office, missed: int, qtbot: QtBot
) -> None:
    page = page_of(bridge, qtbot)
    qtbot.waitUntil(lambda: platforms(page) == ["facebook", "x"])

    press(page, Qt.Key.Key_M, qtbot)
    move = dialog_of(page, qtbot, "publishing.move")
    QTest.keyClick(move, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: platforms(page) == ["x"])
    press(page, Qt.Key.Key_U, qtbot)

    qtbot.waitUntil(lambda: states(sqlite_office, missed)["x"] == "unknown")
    facebook = next(row for row in seen(sqlite_office, missed).variants if row.platform != "x")
    assert facebook.planned_at == SLOT + timedelta(days=1)


@pytest.fixture
def pictured(sqlite_office: Office, colleagues: Colleagues, clock: FixedClock) -> int:
    """Due on Instagram, with a real picture."""
    stream = BytesIO()
    Image.new("RGB", (320, 400), "red").save(stream, "JPEG")
    stream.seek(0)
    arrived = sqlite_office.library.take_in(stream, "final_banget.jpg")
    (added,) = sqlite_office.act(assets.add_assets, (arrived,))
    medium = MediaForm(added.id, "Rak buku di teras rumah")
    content_id = made(sqlite_office, variants=(on_instagram(sqlite_office, medium),))
    approved(sqlite_office, colleagues, content_id)
    clock.now = SLOT + timedelta(minutes=15)
    return content_id


def test_text_media_and_page_are_at_hand_by_one_key_each(
    bridge: OfficeBridge, pictured: int, qtbot: QtBot, opened: Opened, tmp_path: Path
) -> None:
    page = page_of(bridge, qtbot)
    LastFolders(lambda _purpose: tmp_path / "tayang", lambda _purpose, _folder: None, page)
    text = find(page, TextArea, "publishing.text")
    qtbot.waitUntil(lambda: text.toPlainText().startswith("Hujan mulai rapat"))

    press(page, Qt.Key.Key_C, qtbot)
    press(page, Qt.Key.Key_F, qtbot)
    press(page, Qt.Key.Key_B, qtbot)

    assert QGuiApplication.clipboard().text() == text.toPlainText()
    laid_out = tmp_path / "tayang" / "KTN-2026-000001" / "KTN-2026-000001-1.jpg"
    qtbot.waitUntil(lambda: len(opened.urls) == 2)
    assert laid_out.is_file()
    assert set(opened.urls) == {
        "https://www.instagram.com/",
        QUrl.fromLocalFile(str(laid_out.parent)).toString(),
    }
    find(page, QAbstractButton, "publishing.alt.1").click()
    assert QGuiApplication.clipboard().text() == "Rak buku di teras rumah"


def test_a_screenshot_that_was_copied_becomes_proof(
    bridge: OfficeBridge, sqlite_office: Office, missed: int, qtbot: QtBot
) -> None:
    page = page_of(bridge, qtbot)
    qtbot.waitUntil(lambda: platforms(page) == ["facebook", "x"])
    QGuiApplication.clipboard().setImage(page.grab().toImage())

    find(page, QAbstractButton, "publishing.screenshot").click()
    told = find(page, QLabel, "publishing.screenshot.told")
    qtbot.waitUntil(lambda: told.text() != "", timeout=30_000)
    find(page, QLineEdit, "publishing.link").setText(FACEBOOK_LINK)
    find(page, QAbstractButton, "publishing.record").click()

    qtbot.waitUntil(lambda: platforms(page) == ["x"])
    facebook = next(row for row in seen(sqlite_office, missed).variants if row.platform != "x")
    assert facebook.proof_asset_id is not None
    QGuiApplication.clipboard().clear()


def test_a_post_set_on_the_platform_is_to_be_cancelled_there_once_it_is_paused(
    bridge: OfficeBridge,
    sqlite_office: Office,
    missed: int,
    clock: FixedClock,
    qtbot: QtBot,
) -> None:
    clock.now = SLOT - timedelta(days=2)
    page = page_of(bridge, qtbot, PublishingTarget(PublishingList.AHEAD))
    qtbot.waitUntil(lambda: platforms(page) == ["facebook", "x"])

    press(page, Qt.Key.Key_P, qtbot)
    schedule = dialog_of(page, qtbot, "publishing.schedule")
    place = find(schedule, QLineEdit, "publishing.schedule.place")
    assert place.text() == "Meta Business Suite"
    QTest.keyClick(place, Qt.Key.Key_Return)
    notice = find(page, QLabel, "publishing.notice.text")
    qtbot.waitUntil(lambda: "Meta Business Suite" in notice.text())
    sqlite_office.act(pausing.pause, Reach(PauseScope.ALL), "Longsor di Cililin")
    page.show_target(PublishingTarget(PublishingList.UNDO))
    qtbot.waitUntil(lambda: len(rows(page, "publishing.undos")) == 1)
    press(page, Qt.Key.Key_X, qtbot, "publishing.undos")

    qtbot.waitUntil(lambda: rows(page, "publishing.undos") == [])
    assert sqlite_office.read(publishing.to_undo, sqlite_office.now()) == []


def test_after_a_pause_what_it_held_is_kept_by_one_key_and_is_due_then(
    bridge: OfficeBridge, sqlite_office: Office, missed: int, clock: FixedClock, qtbot: QtBot
) -> None:
    clock.now = SLOT - timedelta(hours=1)
    begun = sqlite_office.act(pausing.pause, Reach(PauseScope.ALL), "Longsor")
    clock.now = SLOT + timedelta(hours=1)
    sqlite_office.act(pausing.resume, begun)
    page = page_of(bridge, qtbot, PublishingTarget(PublishingList.HELD))
    qtbot.waitUntil(lambda: platforms(page) == ["facebook", "x"])

    press(page, Qt.Key.Key_K, qtbot)

    qtbot.waitUntil(lambda: platforms(page) == ["x"])
    due = sqlite_office.read(publishing.due, sqlite_office.now())
    assert [slot.platform for slot in due] == ["facebook"]


def test_the_recap_lands_in_the_clipboard(
    bridge: OfficeBridge, sqlite_office: Office, missed: int, qtbot: QtBot
) -> None:
    page = page_of(bridge, qtbot)
    told: list[str] = []
    page.told.connect(lambda telling: told.append(telling.text))
    action(page, "publishing.recap.today").trigger()
    qtbot.waitUntil(lambda: told == ["Belum ada yang tayang dengan tautan."])
    variant = next(row.id for row in seen(sqlite_office, missed).variants if row.platform == "x")
    sqlite_office.act(contents.record_published, variant, LINK)

    action(page, "publishing.recap.week").trigger()

    qtbot.waitUntil(lambda: len(told) == 2)
    assert LINK in QGuiApplication.clipboard().text()


def test_an_official_sees_the_lists_and_does_nothing_there(
    bridge: OfficeBridge,
    sqlite_office: Office,
    missed: int,
    colleagues: Colleagues,
    qtbot: QtBot,
) -> None:
    colleagues.sit_down(sqlite_office, "tatang")
    page = page_of(bridge, qtbot)
    qtbot.waitUntil(lambda: platforms(page) == ["facebook", "x"])

    for name in ("record", "skip", "move", "unknown", "schedule"):
        assert not find(page, QAbstractButton, f"publishing.{name}").isVisibleTo(page)


def test_every_control_is_named_and_reached_by_keyboard(
    bridge: OfficeBridge, missed: int, qtbot: QtBot
) -> None:
    page = page_of(bridge, qtbot)
    qtbot.waitUntil(lambda: platforms(page) == ["facebook", "x"])

    assert shortcomings(page) == []


def test_the_composer_leads_to_the_assistant_and_names_first_what_to_cancel_there(
    bridge: OfficeBridge, sqlite_office: Office, missed: int, clock: FixedClock, qtbot: QtBot
) -> None:
    clock.now = SLOT - timedelta(days=2)
    variant = next(row for row in seen(sqlite_office, missed).variants if row.platform != "x")
    sqlite_office.act(publishing.set_on_platform, variant.id, "Meta Business Suite", SLOT)
    screen = CalendarScreen(bridge)
    qtbot.addWidget(screen)
    screen.resize(1194, 688)
    screen.show()
    screen.show_target(missed)
    qtbot.waitUntil(find(screen, QAbstractButton, "composer.publish").isVisible)
    led: list[tuple[str, object]] = []
    screen.leads.connect(lambda place, target: led.append((place, target)))

    find(screen, QAbstractButton, "composer.publish").click()
    find(screen, QAbstractButton, "composer.cancel").click()

    assert led == [("calendar", PublishingTarget(variant_id=variant.id))]
    asked = find(screen, Dialog, "composer.cancel_reason")
    assert "Meta Business Suite (DislitbudJabar)" in asked.sentence.text()
    asked.reject()
