"""The frame: places by key and mouse, counters, headings, panes."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.theme import Theme
from app.ui.widgets import ChipLook, Screen, Telling, line_edit, named
from app.ui.window import MainWindow, Place
from tests.ui.finding import find, shortcomings, spoken_name

NOW = datetime(2026, 11, 24, 2, 42, tzinfo=UTC)


class Desk(Screen):
    """A place with two panes that counts how often it was asked."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.asked = 0
        self.shown: list[object] = []
        self.set_heading(f"Judul {key}", "9 terbuka")
        column = QVBoxLayout(self)
        self.left = named(line_edit(f"{key}.left"), f"{key}.left", "kiri")
        self.right = named(line_edit(f"{key}.right"), f"{key}.right", "kanan")
        column.addWidget(self.left)
        column.addWidget(self.right)

    def reload(self) -> None:
        self.asked += 1

    def show_target(self, target: object) -> None:
        self.shown.append(target)

    def panes(self) -> tuple[QWidget, ...]:
        return (self.left, self.right)

    def go_back(self) -> None:
        self.set_heading(self.title)


class Made:
    """The desks that the window has asked for, by key."""

    def __init__(self) -> None:
        self.desks: dict[str, Desk] = {}

    def place(self, key: str, number: int) -> Place:
        def load() -> Screen:
            self.desks[key] = Desk(key)
            return self.desks[key]

        return Place(key, number, "house", lambda: f"Tempat {key}", load)


def test_a_place_chosen_once_more_returns_from_its_inner_page(
    window: MainWindow, made: Made
) -> None:
    window.enter("calendar")
    desk = made.desks["calendar"]
    desk.set_heading("Siaga arsip", back=True)

    find(window, QAbstractButton, "window.calendar").click()
    returned = not desk.has_back
    desk.set_heading("Siaga arsip", back=True)
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)

    assert returned
    assert not desk.has_back
    assert window.screen_shown() is desk


def test_the_keys_of_a_place_work_as_soon_as_one_is_there(window: MainWindow, made: Made) -> None:
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    entered = window.focusWidget()
    made.desks["calendar"].right.setFocus()
    window.enter("calendar")

    assert entered is made.desks["calendar"].left
    assert window.focusWidget() is made.desks["calendar"].right


@pytest.fixture
def made() -> Made:
    return Made()


@pytest.fixture
def window(qtbot: QtBot, made: Made) -> MainWindow:
    """A window with three of the seven places, shown at the first."""
    window = MainWindow()
    qtbot.addWidget(window)
    window.set_places([made.place("home", 1), made.place("calendar", 2), made.place("reports", 6)])
    window.show_office("Dinas Contoh", "Rina Marlina, S.I.Kom.", "Admin")
    window.resize(1366, 736)
    window.show()
    window.activateWindow()
    window.enter("home")
    qtbot.waitUntil(window.isActiveWindow)
    return window


def title(window: MainWindow) -> str:
    return find(window, QLabel, "window.title").text()


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key, *, ctrl: bool = False) -> None:
    held = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(window.focusWidget() or window, key, held)


def test_a_screen_is_made_when_it_is_first_needed(
    window: MainWindow, made: Made, qtbot: QtBot
) -> None:
    assert set(made.desks) == {"home"}

    press(qtbot, window, Qt.Key.Key_2, ctrl=True)

    assert set(made.desks) == {"home", "calendar"}
    assert title(window) == "Judul calendar"


def test_numbers_do_not_move_up_where_a_place_is_absent(window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, window, Qt.Key.Key_3, ctrl=True)
    assert title(window) == "Judul home"

    press(qtbot, window, Qt.Key.Key_6, ctrl=True)

    assert title(window) == "Judul reports"


def test_a_click_in_the_rail_goes_there(window: MainWindow, qtbot: QtBot) -> None:
    button = find(window, QAbstractButton, "window.calendar")

    QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    assert title(window) == "Judul calendar"
    assert button.isChecked()


def test_one_place_leads_to_another(window: MainWindow, made: Made) -> None:
    made.desks["home"].leads.emit("calendar", "KTN-2026-000418")

    assert title(window) == "Judul calendar"
    assert made.desks["calendar"].shown == ["KTN-2026-000418"]


def test_a_place_that_one_may_not_see_is_not_led_to(window: MainWindow, made: Made) -> None:
    made.desks["home"].leads.emit("office", None)

    assert title(window) == "Judul home"


def test_f5_asks_the_place_again(window: MainWindow, made: Made, qtbot: QtBot) -> None:
    press(qtbot, window, Qt.Key.Key_F5)

    assert made.desks["home"].asked == 1


def test_f6_goes_from_pane_to_pane_and_round(window: MainWindow, made: Made, qtbot: QtBot) -> None:
    desk = made.desks["home"]
    seen = []

    for _number in range(4):
        press(qtbot, window, Qt.Key.Key_F6)
        seen.append(window.focusWidget())

    home = find(window, QAbstractButton, "window.home")
    assert seen[:2] in ([desk.left, desk.right], [desk.right, home])
    assert {desk.left, desk.right, home} <= set(seen)


def test_esc_goes_back_from_an_inner_page(window: MainWindow, made: Made, qtbot: QtBot) -> None:
    desk = made.desks["home"]
    back = find(window, QAbstractButton, "window.back")
    desk.set_heading("Penyusun", back=True)
    assert back.isVisible()

    press(qtbot, window, Qt.Key.Key_Escape)

    assert not back.isVisible()


def test_a_counter_is_spoken_with_its_place(window: MainWindow) -> None:
    window.set_counter("calendar", 3, alarming=True)

    assert spoken_name(find(window, QAbstractButton, "window.calendar")).startswith(
        "Tempat calendar, 3"
    )


def test_the_heading_shows_chips_and_note(window: MainWindow, made: Made) -> None:
    made.desks["home"].set_heading("Pertanyaan", "9 terbuka", [ChipLook("1 terlambat", tone="bad")])

    chips = [
        widget.accessibleName()
        for widget in find(window, QWidget, "window.topbar").findChildren(QWidget)
        if widget.accessibleName() == "1 terlambat"
    ]
    assert chips == ["1 terlambat"]
    assert find(window, QLabel, "window.note").text() == "9 terbuka"


def test_the_clock_shows_west_java_whatever_the_pc_says(window: MainWindow) -> None:
    window.start_clock(lambda: NOW)

    assert find(window, QLabel, "window.clock").text() == "Sel, 24 Nov · 09.42 WIB"


def test_the_rail_is_narrow_in_a_narrow_window_and_when_asked(
    window: MainWindow, qtbot: QtBot
) -> None:
    rail = find(window, QWidget, "window.rail")
    assert rail.width() == 172

    press(qtbot, window, Qt.Key.Key_B, ctrl=True)
    assert rail.width() == 56
    press(qtbot, window, Qt.Key.Key_B, ctrl=True)
    assert rail.width() == 172


def test_below_1280_the_rail_shows_icons_with_tips(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1200, 700)

    rail = find(window, QWidget, "window.rail")
    qtbot.waitUntil(lambda: rail.width() == 56)
    assert "Tempat calendar" in find(window, QAbstractButton, "window.calendar").toolTip()


def test_ctrl_plus_and_minus_choose_the_texts_size(
    window: MainWindow, qtbot: QtBot, theme: Theme
) -> None:
    chosen: list[float] = []
    window.scale_chosen.connect(chosen.append)

    press(qtbot, window, Qt.Key.Key_Plus, ctrl=True)
    theme.apply("light", chosen[-1])
    press(qtbot, window, Qt.Key.Key_Minus, ctrl=True)

    assert chosen == [1.125, 1.0]


def test_a_complaint_stays_until_it_is_closed(window: MainWindow) -> None:
    window.complain("Folder kantor di drive D tidak terbaca.")
    strip = find(window, QWidget, "window.complaint")
    assert strip.isVisible()

    find(window, QAbstractButton, "window.complaint.close").click()

    assert not strip.isVisible()


def test_what_a_screen_tells_appears_as_a_toast(window: MainWindow, made: Made) -> None:
    made.desks["home"].tell(Telling("Tersimpan"))

    assert find(window, QLabel, "toast.text").text() == "Tersimpan"
    assert find(window, QWidget, "toast").isVisible()


def test_new_places_close_the_screens_of_before(
    window: MainWindow, made: Made, qtbot: QtBot
) -> None:
    before = made.desks["home"]
    with qtbot.waitSignal(before.destroyed):
        window.set_places([made.place("home", 1)])
        window.enter("home")

    assert made.desks["home"] is not before


def test_ctrl_slash_lists_the_keys(window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, window, Qt.Key.Key_Slash, ctrl=True)

    keys = window.findChild(QWidget, "keys")
    assert keys is not None
    assert keys.isVisible()
    assert shortcomings(keys) == []
    find(keys, QAbstractButton, "keys.done").click()


def test_everything_has_a_name_and_is_reached_by_keyboard(window: MainWindow) -> None:
    window.complain("Sesuatu terjadi.")
    window.show_choices("light", 1.0, "id")

    assert shortcomings(window) == []


def test_the_least_window_holds_its_parts(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(100, 100)

    assert (window.width(), window.height()) == (960, 600)
    line = find(window, QLineEdit, "home.left")
    assert line.mapTo(window, line.rect().bottomRight()).x() <= 960


def test_with_larger_text_the_rail_leaves_the_panes_their_room(
    window: MainWindow, theme: Theme, qtbot: QtBot
) -> None:
    window.resize(1366, 736)
    rail = find(window, QWidget, "window.rail")
    qtbot.waitUntil(lambda: rail.width() == 172)

    theme.apply("light", 1.25)
    window.refit()

    qtbot.waitUntil(lambda: rail.width() == 56)
