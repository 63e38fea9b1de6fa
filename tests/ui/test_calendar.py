"""Kalender, as a person works in it: by mouse and by keyboard alone."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QByteArray, QDate, QMimeData, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QDropEvent, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDateEdit,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.language import WIB
from app.models.content import Category
from app.office import Office
from app.services import approvals, calendar, contents
from app.services.calendar import Tile
from app.services.obligations import GapKind
from app.ui.bridge import OfficeBridge
from app.ui.calendar.month_paint import fitting_platforms, paint_tile
from app.ui.calendar.month_plan import PlacedTile
from app.ui.calendar.month_view import MonthView
from app.ui.calendar.screen import CalendarScreen
from app.ui.calendar.tile_view import TRAY_FORMAT
from app.ui.theme import Theme, colours, font, scaled, text_width
from app.ui.widgets import Choice, Notice, Telling
from tests.content_desk import (
    SLOT,
    approved,
    complete_form,
    made,
    seen,
    take_category_away,
    version,
)
from tests.offices import Colleagues
from tests.ui.finding import find, shortcomings

FRIDAY, MONDAY = date(2026, 11, 27), date(2026, 11, 30)


@pytest.fixture
def bridge(sqlite_office: Office) -> Iterator[OfficeBridge]:
    bridge = OfficeBridge(sqlite_office)
    yield bridge
    bridge.close()


def opened(qtbot: QtBot, bridge: OfficeBridge) -> CalendarScreen:
    """The screen as the window shows it, its month asked for and painted."""
    screen = CalendarScreen(bridge)
    screen.resize(1194, 688)
    qtbot.addWidget(screen)
    screen.show()
    qtbot.waitUntil(lambda: find(screen, QLabel, "calendar.heading").text() != "")
    screen.activateWindow()
    month(screen).setFocus()
    return screen


def month(screen: CalendarScreen) -> MonthView:
    return find(screen, MonthView, "calendar.month")


def tiles_on(screen: CalendarScreen, day: date) -> list[str]:
    """The titles that the month shows on a day."""
    placed = month(screen).plan.of(day)
    return [tile.title for tile in placed.all_tiles] if placed else []


def centre_of(screen: CalendarScreen, day: date) -> QPoint:
    """A spot in the lower part of a day, where no tile lies."""
    placed = month(screen).plan.of(day)
    assert placed is not None
    return QPoint(int(placed.rect.center().x()), int(placed.rect.bottom()) - 6)


def tile_spot(screen: CalendarScreen, day: date) -> QPoint:
    placed = month(screen).plan.of(day)
    assert placed is not None
    return placed.tiles[0].rect.center().toPoint()


def select_tile(qtbot: QtBot, screen: CalendarScreen, day: date) -> None:
    """Wait until a tile is there, and click it."""
    qtbot.waitUntil(lambda: bool(tiles_on(screen, day)))
    QTest.mouseClick(month(screen), Qt.MouseButton.LeftButton, pos=tile_spot(screen, day))


def drag(screen: CalendarScreen, origin: QPoint, target: QPoint) -> None:
    view = month(screen)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=origin)
    QTest.mouseMove(view, origin + QPoint(30, 5))
    QTest.mouseMove(view, target)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=target)


def planned(office: Office, content_id: int) -> datetime | None:
    return seen(office, content_id).variants[0].planned_at


def test_dragging_a_tile_keeps_its_time_and_can_be_undone(
    qtbot: QtBot, sqlite_office: Office, bridge: OfficeBridge
) -> None:
    content_id = made(sqlite_office)
    screen = opened(qtbot, bridge)
    told: list[Telling] = []
    screen.told.connect(told.append)
    qtbot.waitUntil(lambda: bool(tiles_on(screen, FRIDAY)))

    drag(screen, tile_spot(screen, FRIDAY), centre_of(screen, MONDAY))

    qtbot.waitUntil(lambda: bool(tiles_on(screen, MONDAY)) and bool(told))
    assert planned(sqlite_office, content_id) == SLOT + timedelta(days=3)
    assert told[0].undo is not None
    told[0].undo()
    qtbot.waitUntil(lambda: bool(tiles_on(screen, FRIDAY)))
    assert planned(sqlite_office, content_id) == SLOT


@pytest.mark.parametrize(
    ("key", "days"),
    [(Qt.Key.Key_Right, 1), (Qt.Key.Key_Left, -1), (Qt.Key.Key_Down, 7), (Qt.Key.Key_Up, -7)],
)
def test_alt_and_arrows_move_by_day_and_week(
    qtbot: QtBot, sqlite_office: Office, bridge: OfficeBridge, key: Qt.Key, days: int
) -> None:
    content_id = made(sqlite_office)
    screen = opened(qtbot, bridge)
    select_tile(qtbot, screen, FRIDAY)

    QTest.keyClick(month(screen), key, Qt.KeyboardModifier.AltModifier)

    qtbot.waitUntil(lambda: bool(tiles_on(screen, FRIDAY + timedelta(days=days))))
    assert planned(sqlite_office, content_id) == SLOT + timedelta(days=days)
    assert month(screen).current_day() == FRIDAY + timedelta(days=days)


def test_a_published_tile_stays_where_it_was_published(
    qtbot: QtBot, sqlite_office: Office, bridge: OfficeBridge, colleagues: Colleagues
) -> None:
    content_id = made(sqlite_office, variants=complete_form(sqlite_office).variants[1:])
    approved(sqlite_office, colleagues, content_id)
    row = seen(sqlite_office, content_id).variants[0]
    sqlite_office.act(contents.record_published, row.id, "https://x.com/dislitbudjabar/status/1")
    screen = opened(qtbot, bridge)
    today = date(2026, 11, 20)
    select_tile(qtbot, screen, today)

    drag(screen, tile_spot(screen, today), centre_of(screen, MONDAY))
    QTest.keyClick(month(screen), Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)

    assert seen(sqlite_office, content_id).version == version(sqlite_office, content_id)
    assert tiles_on(screen, MONDAY) == []


def test_m_asks_for_the_day(qtbot: QtBot, sqlite_office: Office, bridge: OfficeBridge) -> None:
    made(sqlite_office)
    screen = opened(qtbot, bridge)
    select_tile(qtbot, screen, FRIDAY)

    QTest.keyClick(month(screen), Qt.Key.Key_M)
    dialog = find(screen, QWidget, "calendar.move")
    find(dialog, QDateEdit, "calendar.move.day").setDate(QDate(2026, 11, 30))
    find(dialog, QPushButton, "calendar.move.yes").click()

    qtbot.waitUntil(lambda: bool(tiles_on(screen, MONDAY)))


def test_an_idea_dropped_from_the_tray_takes_the_day_without_a_time(
    qtbot: QtBot, sqlite_office: Office, bridge: OfficeBridge
) -> None:
    content_id = made(sqlite_office, planned_at=None, variants=())
    screen = opened(qtbot, bridge)
    told: list[Telling] = []
    screen.told.connect(told.append)
    tray = find(screen, QListView, "calendar.tray")
    qtbot.waitUntil(lambda: tray.model().rowCount() == 1)
    carried = QMimeData()
    carried.setData(TRAY_FORMAT, QByteArray(str(content_id).encode()))

    drop = QDropEvent(
        QPointF(centre_of(screen, FRIDAY)),
        Qt.DropAction.MoveAction,
        carried,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    # Qt itself delivers a drop only to the target of a drag that a person holds.
    month(screen).dropEvent(drop)

    qtbot.waitUntil(lambda: bool(tiles_on(screen, FRIDAY)))
    form = seen(sqlite_office, content_id).form
    assert (form.planned_on, form.planned_at) == (FRIDAY, None)
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].text.endswith("jamnya belum ditentukan.")
    qtbot.waitUntil(lambda: tray.model().rowCount() == 0)


def test_pages_turn_by_key_and_t_comes_back_to_today(qtbot: QtBot, bridge: OfficeBridge) -> None:
    screen = opened(qtbot, bridge)
    heading = find(screen, QLabel, "calendar.heading")

    QTest.keyClick(month(screen), Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: heading.text() == "Desember 2026")
    QTest.keyClick(month(screen), Qt.Key.Key_T)

    qtbot.waitUntil(lambda: heading.text() == "November 2026")
    assert month(screen).current_day() == date(2026, 11, 20)


def test_arrows_go_from_day_to_day_and_over_the_edge_of_the_page(
    qtbot: QtBot, bridge: OfficeBridge
) -> None:
    screen = opened(qtbot, bridge)
    view = month(screen)

    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Down)
    there = view.current_day()
    for _week in range(2):
        QTest.keyClick(view, Qt.Key.Key_Down)

    assert there == date(2026, 11, 28)
    qtbot.waitUntil(lambda: view.plan.of(date(2026, 12, 12)) is not None)
    assert view.current_day() == date(2026, 12, 12)


def test_what_does_not_fit_is_counted_and_listed(
    qtbot: QtBot, sqlite_office: Office, bridge: OfficeBridge
) -> None:
    for number in range(6):
        made(sqlite_office, title=f"Konten {number} & lain-lain")
    screen = opened(qtbot, bridge)
    qtbot.waitUntil(lambda: len(tiles_on(screen, FRIDAY)) == 6)
    placed = month(screen).plan.of(FRIDAY)
    assert placed is not None

    spot = placed.number_rect.center().toPoint()
    QTest.mouseClick(month(screen), Qt.MouseButton.LeftButton, pos=spot)

    table = find(screen, QTableView, "calendar.list")
    qtbot.waitUntil(lambda: table.model().rowCount() == 6)
    assert len(placed.hidden) == 3
    assert table.isVisible()
    assert table.currentIndex().siblingAtColumn(2).data() == "Konten 3 & lain-lain"


def test_every_day_and_every_tile_speaks(
    qtbot: QtBot, sqlite_office: Office, bridge: OfficeBridge
) -> None:
    made(sqlite_office, title="<b>Siaga</b> arsip")
    screen = opened(qtbot, bridge)
    qtbot.waitUntil(lambda: bool(tiles_on(screen, FRIDAY)))

    view = QAccessible.queryAccessibleInterface(month(screen))
    days = [view.child(number) for number in range(view.childCount())]
    friday = days[(FRIDAY - date(2026, 10, 26)).days]
    tile = friday.child(0)

    name = QAccessible.Text.Name
    assert len(days) == 42
    assert friday.text(name) == "Jumat, 27 November 2026, 1 konten"
    assert tile.text(name) == "11.00, <b>Siaga</b> arsip, Terkumpul, Facebook, X"
    assert friday.rect().contains(tile.rect())
    assert tile.parent() == friday
    assert days[0].text(name) == "Senin, 26 Oktober 2026, belum ada rencana"


def test_the_list_shows_the_same_month(
    qtbot: QtBot, sqlite_office: Office, bridge: OfficeBridge
) -> None:
    made(sqlite_office)
    screen = opened(qtbot, bridge)

    QTest.keyClick(month(screen), Qt.Key.Key_D)

    table = find(screen, QTableView, "calendar.list")
    qtbot.waitUntil(lambda: table.model().rowCount() == 1)
    row = [table.model().index(0, column).data() for column in range(3)]
    assert table.isVisible()
    assert row == ["Jum, 27 Nov", "11.00", "Siaga arsip musim hujan"]


def test_in_a_narrow_list_the_title_keeps_its_room(
    qtbot: QtBot, sqlite_office: Office, bridge: OfficeBridge
) -> None:
    screen = opened(qtbot, bridge)
    QTest.keyClick(month(screen), Qt.Key.Key_D)
    table = find(screen, QTableView, "calendar.list")
    wide = table.isColumnHidden(6)

    screen.resize(960, 560)

    qtbot.waitUntil(lambda: table.isColumnHidden(6) and table.isColumnHidden(3))
    assert not wide
    assert table.columnWidth(2) >= 150


def test_an_official_reads_and_moves_nothing(
    qtbot: QtBot, sqlite_office: Office, bridge: OfficeBridge, colleagues: Colleagues
) -> None:
    content_id = made(sqlite_office)
    colleagues.sit_down(sqlite_office, "tatang")
    screen = opened(qtbot, bridge)
    qtbot.waitUntil(lambda: bool(tiles_on(screen, FRIDAY)))

    drag(screen, tile_spot(screen, FRIDAY), centre_of(screen, MONDAY))

    assert not find(screen, QPushButton, "calendar.new").isVisible()
    assert planned(sqlite_office, content_id) == SLOT


def test_a_move_that_came_too_late_is_told(
    qtbot: QtBot, sqlite_office: Office, bridge: OfficeBridge
) -> None:
    content_id = made(sqlite_office)
    screen = opened(qtbot, bridge)
    select_tile(qtbot, screen, FRIDAY)
    tile = month(screen).current_tile()
    sqlite_office.act(contents.move, content_id, version(sqlite_office, content_id), FRIDAY, MONDAY)

    month(screen).move_asked.emit(tile, FRIDAY + timedelta(days=1))

    notice = find(screen, Notice, "calendar.notice")
    qtbot.waitUntil(lambda: "KTN-2026-000001" in notice.text())


def test_a_colleagues_content_appears_by_itself(
    qtbot: QtBot, sqlite_office: Office, bridge: OfficeBridge
) -> None:
    screen = opened(qtbot, bridge)

    made(sqlite_office)

    qtbot.waitUntil(lambda: tiles_on(screen, FRIDAY) == ["Siaga arsip musim hujan"])


def test_a_new_content_that_was_left_is_found_again_over_the_tray(
    qtbot: QtBot, sqlite_office: Office, bridge: OfficeBridge
) -> None:
    screen = opened(qtbot, bridge)
    find(screen, QPushButton, "calendar.new").click()
    title = find(screen, QLineEdit, "composer.title")
    qtbot.waitUntil(lambda: title.isVisible() and not title.isReadOnly())
    QTest.keyClicks(title, "Ide di jalan")

    screen.go_back()
    qtbot.waitUntil(lambda: screen.findChild(QWidget, "calendar.draft.0.resume") is not None)
    find(screen, QPushButton, "calendar.draft.0.resume").click()

    qtbot.waitUntil(lambda: title.text() == "Ide di jalan")
    assert title.isVisible()


def test_a_draft_that_was_let_go_can_be_had_back(
    qtbot: QtBot, sqlite_office: Office, bridge: OfficeBridge
) -> None:
    form = contents.draft_body(complete_form(sqlite_office, title="Ide lama"))
    sqlite_office.act(approvals.save_draft, contents.DRAFT_SUBJECT, 0, 0, form)
    screen = opened(qtbot, bridge)
    told: list[Telling] = []
    screen.told.connect(told.append)
    qtbot.waitUntil(lambda: screen.findChild(QWidget, "calendar.draft.0.drop") is not None)

    find(screen, QPushButton, "calendar.draft.0.drop").click()
    qtbot.waitUntil(
        lambda: bool(told) and screen.findChild(QWidget, "calendar.draft.0.drop") is None
    )
    assert told[0].undo is not None
    told[0].undo()

    qtbot.waitUntil(lambda: screen.findChild(QWidget, "calendar.draft.0.drop") is not None)


def test_what_has_no_category_is_listed_until_all_have_one(
    qtbot: QtBot, sqlite_office: Office, bridge: OfficeBridge, colleagues: Colleagues
) -> None:
    content_id = made(sqlite_office, variants=complete_form(sqlite_office).variants[1:])
    approved(sqlite_office, colleagues, content_id)
    row = seen(sqlite_office, content_id).variants[0]
    sqlite_office.act(contents.record_published, row.id, "https://x.com/dislitbudjabar/status/1")
    sqlite_office.act(take_category_away, content_id)
    screen = opened(qtbot, bridge)

    screen.show_target(GapKind.CONTENT_WITHOUT_CATEGORY)
    table = find(screen, QTableView, "calendar.list")
    worklist = find(screen, Notice, "calendar.worklist")
    qtbot.waitUntil(lambda: worklist.text().startswith("1 konten"))
    shown = [table.model().index(0, 2).data()]
    screen.show_target(content_id)
    category = find(screen, Choice, "composer.category")
    qtbot.waitUntil(category.isVisible)
    qtbot.waitUntil(category.hasFocus)
    category.set_value(Category.DISASTER)
    category.activated.emit(category.currentIndex())
    qtbot.waitUntil(lambda: worklist.text().startswith("Semua konten"))
    screen.go_back()

    assert shown == ["Siaga arsip musim hujan"]
    assert table.isVisible()
    assert table.model().rowCount() == 0
    find(screen, QPushButton, "calendar.worklist.end").click()
    assert month(screen).isVisible()


@pytest.mark.parametrize("scale", [1.0, 1.125, 1.25])
@pytest.mark.parametrize("room", [16.0, 40.0, 70.0, 130.0])
def test_badges_leave_the_hour_its_room(theme: Theme, scale: float, room: float) -> None:
    theme.apply("light", scale)

    shown = [fitting_platforms(room, count) for count in range(6)]

    step = scaled(21)
    for count, fitting in enumerate(shown):
        places = fitting + (fitting < count)  # one for "+2"
        assert places * step - 2 <= room or fitting == 0


@pytest.mark.parametrize("scale", [1.0, 1.125, 1.25])
def test_the_hour_of_a_tile_is_painted_whole_however_narrow_the_day(
    qtbot: QtBot, sqlite_office: Office, theme: Theme, scale: float
) -> None:
    theme.apply("light", scale)
    made(sqlite_office)
    tile = sqlite_office.read(calendar.month, 2026, 11, sqlite_office.now())[0]
    hour = scaled(14) + 4 + round(text_width("11.00", font("label"))) + 8

    wide, narrow = (hour_of(tile, width, hour) for width in (200, hour + 12))

    assert wide == narrow


def hour_of(tile: Tile, width: int, hour: int) -> QImage:
    """The part of a painted tile where icon and hour stand; it goes to no platform here."""
    image = QImage(220, 80, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    rect = QRectF(4, 4, width, scaled(35))
    bare = replace(tile, platforms=())
    paint_tile(painter, PlacedTile(bare, rect, is_tall=True), colours(QApplication.palette()))
    painter.end()
    return image.copy(4, 6, hour, scaled(15))


def test_nothing_of_the_calendar_is_out_of_reach(
    qtbot: QtBot, sqlite_office: Office, bridge: OfficeBridge
) -> None:
    made(sqlite_office)
    made(sqlite_office, planned_at=None, variants=())
    screen = opened(qtbot, bridge)
    qtbot.waitUntil(lambda: find(screen, QListView, "calendar.tray").model().rowCount() == 1)

    assert shortcomings(screen) == []


def test_a_tile_at_night_lies_on_the_day_that_west_java_has(
    qtbot: QtBot, sqlite_office: Office, bridge: OfficeBridge
) -> None:
    late = datetime(2026, 11, 28, 0, 30, tzinfo=WIB)
    made(sqlite_office, variants=(), planned_at=late)

    screen = opened(qtbot, bridge)

    qtbot.waitUntil(lambda: tiles_on(screen, date(2026, 11, 28)) != [])
    assert tiles_on(screen, FRIDAY) == []
