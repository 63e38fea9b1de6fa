"""Kalender's other views, its filters and moving many: by mouse and by keyboard alone."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.models.content import ContentState
from app.models.policy import PolicyKey
from app.office import Office
from app.services import calendar, calendar_material, calendar_views, policies
from app.ui.bridge import OfficeBridge
from app.ui.calendar.board_view import BoardView
from app.ui.calendar.composer.editing import Editing
from app.ui.calendar.painted import PaintedView
from app.ui.calendar.screen import CalendarScreen
from app.ui.calendar.tile_view import TRAY_FORMAT
from app.ui.calendar.week_view import WeekView
from app.ui.calendar.year_view import YearView
from app.ui.widgets import Choice, DropArea, Notice, RowRole, Telling
from tests.content_desk import SLOT, account_id, approved, made, seen
from tests.offices import Colleagues
from tests.ui.finding import find, shortcomings

FRIDAY, MONDAY = date(2026, 11, 27), date(2026, 11, 30)
QUARTER, HOUR = timedelta(minutes=15), timedelta(hours=1)
NAME = QAccessible.Text.Name


@pytest.fixture
def bridge(sqlite_office: Office) -> Iterator[OfficeBridge]:
    bridge = OfficeBridge(sqlite_office)
    yield bridge
    bridge.close()


def opened(qtbot: QtBot, bridge: OfficeBridge) -> CalendarScreen:
    screen = CalendarScreen(bridge)
    screen.resize(1194, 688)
    qtbot.addWidget(screen)
    screen.show()
    qtbot.waitUntil(lambda: find(screen, QLabel, "calendar.heading").text() != "")
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    return screen


def switch(qtbot: QtBot, screen: CalendarScreen, kind: str) -> None:
    """Press the view's segment, and wait until it is shown."""
    find(screen, QAbstractButton, f"calendar.view.{kind}").click()
    qtbot.waitUntil(find(screen, QWidget, f"calendar.{kind}").isVisible)
    find(screen, QWidget, f"calendar.{kind}").setFocus()


def week(qtbot: QtBot, screen: CalendarScreen) -> WeekView:
    """The week of the tests' contents, with the only one on Friday current."""
    screen.show_target(FRIDAY)
    switch(qtbot, screen, "week")
    view = find(screen, WeekView, "calendar.week")
    qtbot.waitUntil(lambda: bool(view.tiles_of(FRIDAY)))
    view.go_to(FRIDAY)
    return view


def planned(office: Office, content_id: int) -> datetime | None:
    return seen(office, content_id).variants[0].planned_at


def drag(view: QWidget, origin: QPoint, by: QPoint) -> None:
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=origin)
    QTest.mouseMove(view, origin + by / 2)
    QTest.mouseMove(view, origin + by)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=origin + by)


def tile_spot(view: WeekView, day: date) -> QPoint:
    placed = view.plan.days[day.weekday()]
    return placed.tiles[0].rect.center().toPoint()


def spoken(view: PaintedView) -> dict[str, list[str]]:
    """Each group that a screen reader finds in the view, and what lies in it."""
    whole = QAccessible.queryAccessibleInterface(view)
    groups = [whole.child(number) for number in range(whole.childCount())]
    return {
        group.text(NAME): [group.child(number).text(NAME) for number in range(group.childCount())]
        for group in groups
    }


# Week


def test_items_of_one_hour_stand_side_by_side_and_none_is_lost(
    qtbot: QtBot, sqlite_office: Office, bridge: OfficeBridge
) -> None:
    for number in range(3):
        made(sqlite_office, title=f"Konten {number}")
    made(sqlite_office, title="Petang", planned_at=SLOT + 6 * HOUR, variants=())
    screen = opened(qtbot, bridge)

    view = week(qtbot, screen)
    qtbot.waitUntil(lambda: len(view.tiles_of(FRIDAY)) == 4)

    friday = view.plan.days[FRIDAY.weekday()]
    rects = [placed.rect for placed in friday.tiles] + [rest.rect for rest in friday.rests]
    assert len(friday.all_tiles) == 4
    assert not any(one.intersects(other) for one in rects for other in rects if one is not other)


def test_dragging_down_changes_the_hour_in_quarters_and_can_be_undone(
    qtbot: QtBot, sqlite_office: Office, bridge: OfficeBridge
) -> None:
    content_id = made(sqlite_office)
    screen = opened(qtbot, bridge)
    told: list[Telling] = []
    screen.told.connect(told.append)
    view = week(qtbot, screen)
    quarter = view.plan.hour / 4

    drag(view, tile_spot(view, FRIDAY), QPoint(0, round(3 * quarter)))

    qtbot.waitUntil(lambda: bool(told))
    assert planned(sqlite_office, content_id) == SLOT + 3 * QUARTER
    assert "11.45" in told[0].text
    assert told[0].undo is not None
    told[0].undo()
    qtbot.waitUntil(lambda: planned(sqlite_office, content_id) == SLOT)


def test_dragging_across_keeps_the_time_of_day(
    qtbot: QtBot, sqlite_office: Office, bridge: OfficeBridge
) -> None:
    content_id = made(sqlite_office)
    screen = opened(qtbot, bridge)
    view = week(qtbot, screen)
    width = round(view.plan.days[0].column.width())

    drag(view, tile_spot(view, FRIDAY), QPoint(-2 * width, 3))

    qtbot.waitUntil(lambda: planned(sqlite_office, content_id) == SLOT - timedelta(days=2))


@pytest.mark.parametrize(
    ("key", "shift", "by"),
    [
        (Qt.Key.Key_Left, False, timedelta(days=-1)),
        (Qt.Key.Key_Down, False, timedelta(days=7)),
        (Qt.Key.Key_Down, True, QUARTER),
        (Qt.Key.Key_Up, True, -QUARTER),
    ],
)
def test_keys_move_by_day_week_and_quarter(
    qtbot: QtBot,
    sqlite_office: Office,
    bridge: OfficeBridge,
    key: Qt.Key,
    shift: bool,
    by: timedelta,
) -> None:
    content_id = made(sqlite_office)
    screen = opened(qtbot, bridge)
    view = week(qtbot, screen)
    modifiers = Qt.KeyboardModifier.AltModifier
    if shift:
        modifiers |= Qt.KeyboardModifier.ShiftModifier

    QTest.keyClick(view, key, modifiers)

    qtbot.waitUntil(lambda: planned(sqlite_office, content_id) == SLOT + by)


def test_an_idea_let_go_on_an_hour_takes_it_and_stays_collected(
    qtbot: QtBot, sqlite_office: Office, bridge: OfficeBridge
) -> None:
    content_id = made(sqlite_office, planned_at=None, variants=())
    made(sqlite_office)
    screen = opened(qtbot, bridge)
    view = week(qtbot, screen)
    tray = find(screen, QListView, "calendar.tray")
    qtbot.waitUntil(lambda: tray.model().rowCount() == 1)
    carried = QMimeData()
    carried.setData(TRAY_FORMAT, QByteArray(str(content_id).encode()))
    spot = QPointF(tile_spot(view, FRIDAY)) + QPointF(0, 2 * view.plan.hour)
    expected = view.plan.moment_at(FRIDAY, spot.y())

    drop = QDropEvent(
        spot,
        Qt.DropAction.MoveAction,
        carried,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    # Qt itself delivers a drop only to the target of a drag that a person holds.
    view.dropEvent(drop)

    qtbot.waitUntil(lambda: seen(sqlite_office, content_id).form.planned_at is not None)
    assert seen(sqlite_office, content_id).form.planned_at == expected
    assert seen(sqlite_office, content_id).state is ContentState.COLLECTED


def test_every_day_and_tile_of_the_week_speaks(
    qtbot: QtBot, sqlite_office: Office, bridge: OfficeBridge
) -> None:
    made(sqlite_office)
    screen = opened(qtbot, bridge)

    said = spoken(week(qtbot, screen))

    assert len(said) == 7
    assert said["Jumat, 27 November 2026, 1 konten"] == [
        "11.00, Siaga arsip musim hujan, Terkumpul, Facebook, X"
    ]


# Board


def board(qtbot: QtBot, screen: CalendarScreen) -> BoardView:
    screen.show_target(FRIDAY)
    switch(qtbot, screen, "board")
    view = find(screen, BoardView, "calendar.board")
    qtbot.waitUntil(lambda: len(view.plan.columns) == 4 and bool(view.tiles_of(FRIDAY)))
    return view


def test_the_board_has_a_column_for_each_account_and_says_what_is_where(
    qtbot: QtBot, sqlite_office: Office, bridge: OfficeBridge
) -> None:
    made(sqlite_office)
    screen = opened(qtbot, bridge)

    view = board(qtbot, screen)

    counts = {
        column.account.platform: column.count for column in view.plan.columns if column.account
    }
    assert counts == {"facebook": 1, "instagram": 0, "x": 1, "youtube": 0}
    friday = next(words for day, words in spoken(view).items() if day.startswith("Jumat"))
    assert len(friday) == 2
    assert friday[0].startswith("Facebook · ")
    assert friday[1].startswith("X · ")


def test_on_the_board_keys_go_by_account_and_day_and_move_by_day(
    qtbot: QtBot, sqlite_office: Office, bridge: OfficeBridge
) -> None:
    content_id = made(sqlite_office)
    screen = opened(qtbot, bridge)
    view = board(qtbot, screen)
    view.go_to(FRIDAY - timedelta(days=1))

    QTest.keyClick(view, Qt.Key.Key_Down)
    on_facebook = view.current_tile()
    QTest.keyClick(view, Qt.Key.Key_Right)
    on_instagram = view.current_tile()
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)

    assert on_facebook is not None
    assert on_instagram is None
    qtbot.waitUntil(lambda: planned(sqlite_office, content_id) == SLOT + timedelta(days=1))


# Year


def test_the_year_counts_each_day_and_enter_opens_the_month(
    qtbot: QtBot, sqlite_office: Office, bridge: OfficeBridge
) -> None:
    made(sqlite_office)
    made(sqlite_office, planned_at=SLOT + timedelta(days=20), variants=())
    screen = opened(qtbot, bridge)
    switch(qtbot, screen, "year")
    view = find(screen, YearView, "calendar.year")
    heading = find(screen, QLabel, "calendar.heading")
    qtbot.waitUntil(lambda: heading.text() == "2026")

    said = spoken(view)
    view.set_current(date(2026, 12, 17))
    QTest.keyClick(view, Qt.Key.Key_Return)

    assert len(said) == 12
    assert sum(map(len, said.values())) == 365
    assert (
        said["November 2026, 1 konten, 2 pekan kosong"][26] == "Jumat, 27 November 2026, 1 konten"
    )
    assert "Desember 2026, 1 konten, 2 pekan kosong" in said
    qtbot.waitUntil(lambda: heading.text() == "Desember 2026")
    assert find(screen, QWidget, "calendar.month").isVisible()


@pytest.mark.parametrize(
    ("key", "kind", "heading"),
    [
        (Qt.Key.Key_I, "week", "16–22 November 2026"),
        (Qt.Key.Key_K, "board", "16–22 November 2026"),
        (Qt.Key.Key_D, "list", "November 2026"),
        (Qt.Key.Key_A, "year", "2026"),
    ],
)
def test_a_letter_shows_the_view_and_it_is_there_again_the_next_time(
    qtbot: QtBot, bridge: OfficeBridge, key: Qt.Key, kind: str, heading: str
) -> None:
    screen = opened(qtbot, bridge)
    find(screen, QWidget, "calendar.month").setFocus()

    QTest.keyClick(find(screen, QWidget, "calendar.month"), key)
    qtbot.waitUntil(lambda: find(screen, QLabel, "calendar.heading").text() == heading)
    shown = find(screen, QWidget, f"calendar.{kind}")
    has_focus = shown.hasFocus()
    actor = bridge.office.actor
    assert actor is not None
    qtbot.waitUntil(lambda: kept(bridge.office) == kind)
    screen.close()
    again = opened(qtbot, bridge)

    assert has_focus
    qtbot.waitUntil(find(again, QWidget, f"calendar.{kind}").isVisible)
    assert find(again, QWidget, "calendar.month").isHidden()


def kept(office: Office) -> str | None:
    actor = office.actor
    assert actor is not None
    assert actor.id is not None
    return office.read(calendar_views.views_of, actor.id).left_as


# Filters


def shown_titles(screen: CalendarScreen) -> list[str]:
    table = find(screen, QTableView, "calendar.list")
    model = table.model()
    return [model.index(row, 2).data() for row in range(model.rowCount())]


def test_words_search_this_page_and_then_all_days(
    qtbot: QtBot, sqlite_office: Office, bridge: OfficeBridge
) -> None:
    made(sqlite_office, title="Kini")
    made(sqlite_office, title="Dulu", planned_at=SLOT - timedelta(days=200), variants=())
    screen = opened(qtbot, bridge)
    fits = find(screen, Notice, "calendar.fits")

    QTest.keyClicks(find(screen, QLineEdit, "calendar.search"), "siaga ars")
    qtbot.waitUntil(lambda: fits.isVisible())
    on_page = fits.text()
    QTest.keyClick(find(screen, QLineEdit, "calendar.search"), Qt.Key.Key_Backspace)
    find(screen, QPushButton, "calendar.fits.all_days").click()

    qtbot.waitUntil(lambda: shown_titles(screen) == ["Dulu", "Kini"])
    assert on_page.startswith("1 konten")
    assert not find(screen, QPushButton, "calendar.fits.all_days").isVisible()


def test_filters_are_cleared_at_once(
    qtbot: QtBot, sqlite_office: Office, bridge: OfficeBridge
) -> None:
    made(sqlite_office)
    screen = opened(qtbot, bridge)
    switch(qtbot, screen, "list")
    qtbot.waitUntil(lambda: len(shown_titles(screen)) == 1)
    account = find(screen, Choice, "calendar.account")
    qtbot.waitUntil(lambda: account.count() == 5)
    clear = find(screen, QPushButton, "calendar.clear")
    was_offered = clear.isVisible()

    account.set_value(account_id(sqlite_office, "youtube"))
    account.activated.emit(account.currentIndex())
    qtbot.waitUntil(lambda: shown_titles(screen) == [])
    clear.click()

    qtbot.waitUntil(lambda: len(shown_titles(screen)) == 1)
    assert not was_offered
    assert account.value() is None
    assert not clear.isVisible()


def test_a_view_is_kept_under_a_name_and_shown_again(
    qtbot: QtBot, sqlite_office: Office, bridge: OfficeBridge
) -> None:
    made(sqlite_office)
    screen = opened(qtbot, bridge)
    switch(qtbot, screen, "board")
    state = find(screen, QComboBox, "calendar.state")
    state.setCurrentIndex(2)
    state.activated.emit(2)
    menu = find(screen, QMenu, "calendar.views.menu")

    trigger(menu, "calendar.views.keep")
    dialog = find(screen, QWidget, "calendar.keep")
    find(dialog, QLineEdit, "calendar.keep.name").setText("Papan & bahan")
    find(dialog, QPushButton, "calendar.keep.yes").click()
    find(screen, QPushButton, "calendar.clear").click()
    switch(qtbot, screen, "month")
    qtbot.waitUntil(lambda: "calendar.views.1" in entries(menu) or len(entries(menu)) > 1)
    trigger(menu, entries(menu)[0])

    qtbot.waitUntil(find(screen, QWidget, "calendar.board").isVisible)
    assert state.currentIndex() == 2


def entries(menu: QMenu) -> list[str]:
    menu.aboutToShow.emit()
    return [action.objectName() for action in menu.actions()]


def trigger(menu: QMenu, name: str) -> None:
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.objectName() == name).trigger()


# Many at once


def listed(qtbot: QtBot, screen: CalendarScreen, count: int) -> QTableView:
    switch(qtbot, screen, "list")
    table = find(screen, QTableView, "calendar.list")
    qtbot.waitUntil(lambda: table.model().rowCount() == count)
    table.setCurrentIndex(table.model().index(0, 0))
    return table


def test_several_are_chosen_by_keys_moved_together_and_taken_back(
    qtbot: QtBot, sqlite_office: Office, bridge: OfficeBridge
) -> None:
    keys = [made(sqlite_office, title=f"Konten {number}") for number in range(3)]
    screen = opened(qtbot, bridge)
    told: list[Telling] = []
    screen.told.connect(told.append)
    table = listed(qtbot, screen, 3)

    QTest.keyClick(table, Qt.Key.Key_Space)
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    marked = find(screen, Notice, "calendar.marked").text()
    QTest.keyClick(table, Qt.Key.Key_M)
    qtbot.waitUntil(lambda: screen.findChild(QWidget, "calendar.move_many") is not None)
    dialog = find(screen, QWidget, "calendar.move_many")
    title = dialog.windowTitle()
    lacking = shortcomings(dialog)
    find(dialog, QSpinBox, "calendar.move_many.days").setValue(-2)
    find(dialog, QPushButton, "calendar.move_many.yes").click()

    two_days = timedelta(days=2)
    qtbot.waitUntil(lambda: bool(told))
    assert marked == "2 konten dipilih."
    assert (title, lacking) == ("Pindahkan 2 konten", [])
    assert [planned(sqlite_office, key) for key in keys] == [SLOT - two_days, SLOT - two_days, SLOT]
    assert told[0].undo is not None
    told[0].undo()
    qtbot.waitUntil(lambda: [planned(sqlite_office, key) for key in keys] == [SLOT] * 3)


def test_many_can_go_to_one_day_and_keep_their_hours(
    qtbot: QtBot, sqlite_office: Office, bridge: OfficeBridge
) -> None:
    late = made(sqlite_office, title="A", planned_at=SLOT - timedelta(days=3, hours=2), variants=())
    early = made(sqlite_office, title="B", planned_at=SLOT, variants=())
    screen = opened(qtbot, bridge)
    table = listed(qtbot, screen, 2)

    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    find(screen, QPushButton, "calendar.marked.move").click()
    qtbot.waitUntil(lambda: screen.findChild(QWidget, "calendar.move_many") is not None)
    dialog = find(screen, QWidget, "calendar.move_many")
    find(dialog, QAbstractButton, "calendar.move_many.way.to").click()
    find(dialog, QPushButton, "calendar.move_many.yes").click()

    def moment(key: int) -> datetime | None:
        return seen(sqlite_office, key).form.planned_at

    qtbot.waitUntil(lambda: moment(early) == SLOT - timedelta(days=3))
    assert moment(late) == SLOT - timedelta(days=3, hours=2)


def test_what_a_move_voids_is_said_before_and_nothing_happens_without_a_yes(
    qtbot: QtBot, sqlite_office: Office, bridge: OfficeBridge, colleagues: Colleagues
) -> None:
    sqlite_office.act(policies.set_policy, PolicyKey.MOVE_VOIDS_APPROVAL, True)
    content_id = made(sqlite_office)
    approved(sqlite_office, colleagues, content_id)
    screen = opened(qtbot, bridge)
    view = week(qtbot, screen)

    QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: screen.findChild(QWidget, "calendar.void") is not None)
    find(find(screen, QWidget, "calendar.void"), QPushButton, "calendar.void.cancel").click()
    stayed = planned(sqlite_office, content_id)
    qtbot.waitUntil(lambda: screen.findChild(QWidget, "calendar.void") is None)
    QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: screen.findChild(QWidget, "calendar.void") is not None)
    find(find(screen, QWidget, "calendar.void"), QPushButton, "calendar.void.yes").click()

    qtbot.waitUntil(lambda: planned(sqlite_office, content_id) == SLOT - timedelta(days=1))
    assert stayed == SLOT
    assert seen(sqlite_office, content_id).state is ContentState.EDITING


def test_every_view_can_be_worked_and_read_aloud(qtbot: QtBot, bridge: OfficeBridge) -> None:
    screen = opened(qtbot, bridge)

    for kind in ("week", "board", "year", "list"):
        switch(qtbot, screen, kind)

        assert shortcomings(screen) == []


# Material by WhatsApp

PASTED = "[24/11/26 09.31] Pak Asep: Longsor di Cikalong.\nJalan ditutup."


def photo(folder: Path) -> Path:
    file = folder / "IMG-20261124-WA0012.png"
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    assert image.save(str(file))
    return file


def test_a_message_pasted_with_its_photo_is_an_idea_in_the_tray(
    qtbot: QtBot, sqlite_office: Office, bridge: OfficeBridge, tmp_path: Path
) -> None:
    screen = opened(qtbot, bridge)
    told: list[Telling] = []
    screen.told.connect(told.append)
    find(screen, QWidget, "calendar.month").setFocus()
    QGuiApplication.clipboard().setText(PASTED)

    QTest.keyClick(
        find(screen, QWidget, "calendar.month"), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier
    )
    dialog = find(screen, QWidget, "calendar.material")
    source = find(dialog, QLineEdit, "calendar.material.source").text()
    find(dialog, DropArea, "calendar.material.pictures").dropped.emit((photo(tmp_path),))
    named = find(dialog, QLabel, "calendar.material.names").text()
    lacking = shortcomings(dialog)
    find(dialog, QPushButton, "calendar.material.yes").click()

    tray = find(screen, QListView, "calendar.tray")
    qtbot.waitUntil(lambda: tray.model().rowCount() == 1)
    qtbot.waitUntil(lambda: bool(told))
    row = tray.model().index(0, 0).data(RowRole)
    assert source == "Pak Asep (WhatsApp, 24 November 2026 09.31 WIB)"
    assert named == "1 gambar: IMG-20261124-WA0012.png"
    assert lacking == []
    assert row.title == "Longsor di Cikalong."
    assert row.picture is not None


def test_the_first_account_of_an_idea_takes_the_pictures_that_came_with_it(
    sqlite_office: Office, tmp_path: Path
) -> None:
    came = sqlite_office.library.take_in(photo(tmp_path), "IMG.png")
    content_id = sqlite_office.act(
        calendar_material.collect_material, "Longsor", "", "Pak Asep", (came,)
    )
    editing = Editing()
    view = seen(sqlite_office, content_id)
    editing.begin(view, view.form)

    editing.add_variant(account_id(sqlite_office, "instagram"), "instagram_feed")
    editing.add_variant(account_id(sqlite_office, "facebook"), "facebook_page")

    media = [medium.asset_id for medium in view.material]
    assert len(media) == 1
    assert [[it.asset_id for it in variant.media] for variant in editing.form.variants] == [
        media,
        media,
    ]


def test_what_the_person_mends_is_not_read_over(qtbot: QtBot, bridge: OfficeBridge) -> None:
    screen = opened(qtbot, bridge)
    find(screen, QWidget, "calendar.month").setFocus()
    QGuiApplication.clipboard().setText(PASTED)
    QTest.keyClick(
        find(screen, QWidget, "calendar.month"), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier
    )
    dialog = find(screen, QWidget, "calendar.material")
    title = find(dialog, QLineEdit, "calendar.material.title")
    source = find(dialog, QLineEdit, "calendar.material.source")

    title.setText("Longsor Cikalong")
    find(dialog, QPlainTextEdit, "calendar.material.message").setPlainText(
        PASTED.replace("Pak Asep", "Bu Tati")
    )

    qtbot.waitUntil(lambda: source.text().startswith("Bu Tati"))
    assert title.text() == "Longsor Cikalong"


def test_a_picture_that_is_none_keeps_the_dialog_open_and_says_so(
    qtbot: QtBot, sqlite_office: Office, bridge: OfficeBridge, tmp_path: Path
) -> None:
    screen = opened(qtbot, bridge)
    broken = tmp_path / "IMG.jpg"
    broken.write_bytes(b"no picture at all")
    find(screen, QWidget, "calendar.month").setFocus()
    QGuiApplication.clipboard().setText(PASTED)
    QTest.keyClick(
        find(screen, QWidget, "calendar.month"), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier
    )
    dialog = find(screen, QWidget, "calendar.material")

    find(dialog, DropArea, "calendar.material.pictures").dropped.emit((broken,))
    find(dialog, QPushButton, "calendar.material.yes").click()

    notice = find(dialog, Notice, "calendar.material.notice")
    qtbot.waitUntil(notice.isVisible)
    assert "IMG.jpg" in notice.text()
    assert sqlite_office.read(calendar.undated).total == 0
