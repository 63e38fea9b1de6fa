"""Colours, fonts, icons and the style: legible in both schemes, and all of it changes at once."""

import sys

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontInfo, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.resources import resource
from app.ui.theme import (
    Colours,
    Theme,
    colours,
    font,
    icon,
    paint_icon,
    palette_of,
    scaled,
    tokens,
)
from app.ui.theme.tokens import colour
from app.ui.widgets import Button, Label, StateChip, line_edit, set_ground

SCHEMES = [tokens().light, tokens().dark]


def luminance(shade: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = map(linear, (shade.redF(), shade.greenF(), shade.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(ink: QColor, ground: QColor) -> float:
    lighter, darker = sorted((luminance(ink), luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("look", SCHEMES, ids=["light", "dark"])
@pytest.mark.parametrize("ink", ["text", "text2", "text3"])
@pytest.mark.parametrize("ground", ["window", "surface", "sunken", "selection", "accent_soft"])
def test_text_is_legible_on_every_ground(look: Colours, ink: str, ground: str) -> None:
    assert ratio(look.ink(ink), look.ink(ground)) >= 4.5


@pytest.mark.parametrize("look", SCHEMES, ids=["light", "dark"])
def test_tones_are_legible_on_their_soft_ground_and_as_a_ground(look: Colours) -> None:
    for tone in look.tones.values():
        assert ratio(tone.ink, tone.soft) >= 4.5
        assert ratio(look.surface, tone.ink) >= 4.5


@pytest.mark.parametrize("look", SCHEMES, ids=["light", "dark"])
def test_edges_of_controls_and_the_focus_ring_stand_out(look: Colours) -> None:
    for ground in (look.window, look.surface, look.selection):
        assert ratio(look.border, ground) >= 3
        assert ratio(look.focus, ground) >= 3


@pytest.mark.parametrize("look", SCHEMES, ids=["light", "dark"])
def test_the_palette_leads_back_to_its_colours(look: Colours) -> None:
    palette = palette_of(look)

    assert colours(palette) is look
    assert palette.text().color() == look.text
    assert palette.base().color() == look.surface


def test_a_palette_of_the_system_gives_colours_too(theme: Theme, qapp: QApplication) -> None:
    palette = qapp.style().standardPalette()
    palette.setColor(palette.ColorRole.Window, QColor("black"))
    palette.setColor(palette.ColorRole.WindowText, QColor("yellow"))

    look = colours(palette)

    assert look.is_dark
    assert look.text2 == QColor("yellow")
    assert look.tones["bad"].ink == QColor("yellow")


def test_the_last_two_digits_of_a_token_are_its_opacity() -> None:
    scrim = colour("#25211C73")

    assert (scrim.red(), scrim.green(), scrim.blue(), scrim.alpha()) == (0x25, 0x21, 0x1C, 0x73)


@pytest.fixture
def sample(qtbot: QtBot) -> QWidget:
    """A few controls, shown."""
    window = QWidget()
    qtbot.addWidget(window)
    set_ground(window, "window")
    column = QVBoxLayout(window)
    column.setContentsMargins(10, 10, 10, 10)
    for part in (
        Label("Terbuka"),
        Button("Catat", "primary", "plus"),
        line_edit("sample.line", "Isi"),
        StateChip("inquiry", "referred"),
    ):
        column.addWidget(part)
    window.show()
    return window


def shades(widget: QWidget) -> set[int]:
    image = widget.grab().toImage()
    return {image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(image.height())}


def test_a_change_of_scheme_leaves_no_colour_behind(
    sample: QWidget, theme: Theme, qapp: QApplication
) -> None:
    light = shades(sample)

    theme.apply("dark")
    qapp.processEvents()

    dark = shades(sample)
    look = tokens()
    assert {look.light.window.rgba(), look.light.accent.rgba()} <= light
    assert {look.dark.window.rgba(), look.dark.accent.rgba()} <= dark
    assert not dark & {
        look.light.window.rgba(),
        look.light.surface.rgba(),
        look.light.accent.rgba(),
    }


def test_larger_text_makes_controls_higher(sample: QWidget, theme: Theme) -> None:
    button = sample.findChild(Button)
    label = sample.findChild(Label)
    assert button is not None
    assert label is not None
    height, size = button.sizeHint().height(), label.font().pixelSize()

    theme.apply("light", 1.25)

    assert (height, size) == (32, 13)
    assert button.sizeHint().height() == 40
    assert label.font().pixelSize() == 16
    assert scaled(40) == 50


def test_the_bundled_font_is_used_in_every_weight(qapp: QApplication) -> None:
    for role in tokens().types:
        face = font(role)
        found = QFontInfo(face)

        assert found.family() == "Plus Jakarta Sans"
        assert found.weight() == tokens().types[role].weight


def test_figures_are_equally_wide(qapp: QApplication) -> None:
    metrics = QFontMetrics(font("figure"))

    assert len({metrics.horizontalAdvance(digit * 10) for digit in "0123456789"}) == 1


def test_every_icon_that_the_look_names_is_shipped_and_drawn(qapp: QApplication) -> None:
    names = {look.icon for group in tokens().states.values() for look in group.values()}
    names = (names - {"ring"}) | {file.stem for file in resource("icons").glob("*.svg")}
    for name in sorted(names):
        picture = QPixmap(20, 20)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        paint_icon(painter, QRect(0, 0, 20, 20), name, QColor("red"), 20)
        painter.end()

        image = picture.toImage()
        inked = [
            image.pixelColor(x, y)
            for x in range(20)
            for y in range(20)
            if image.pixelColor(x, y).alpha() > 90
        ]
        assert inked, name
        if name != "mark":
            assert all(shade.red() > 200 and shade.green() < 40 for shade in inked), name


def test_an_icon_follows_the_scheme(theme: Theme, qapp: QApplication) -> None:
    bell = icon("bell", "text")

    def darkest() -> QColor:
        image = bell.pixmap(16, 16).toImage()
        pixels = [image.pixelColor(x, y) for x in range(16) for y in range(16)]
        return max(pixels, key=lambda shade: shade.alpha())

    light = darkest()
    theme.apply("dark")

    assert light.lightness() < 80
    assert darkest().lightness() > 180
    assert bell.name() == "bell"


def test_painting_loses_no_reference_to_none(qapp: QApplication) -> None:
    """PySide6 6.12.0 loses one reference to None a call, and on Python 3.11 the process dies."""
    picture = QPixmap(10, 10)
    painter = QPainter(picture)
    before = sys.getrefcount(None)

    for _number in range(1000):
        painter.setPen(Qt.GlobalColor.red)

    after = sys.getrefcount(None)
    painter.end()
    assert after >= before - 20
