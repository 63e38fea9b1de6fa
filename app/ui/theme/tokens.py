"""The look's numbers and colours, read once from `resources/look/tokens.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from PySide6.QtGui import QColor, QPalette

from app.resources import resource


@dataclass(frozen=True, slots=True)
class TypeRole:
    """One way of setting text; sizes in pixels at a text scale of 100 %."""

    size: int
    weight: int
    line: int


@dataclass(frozen=True, slots=True)
class Tone:
    """A pair for chips: ink on soft, or `surface` on ink when solid."""

    ink: QColor
    soft: QColor


@dataclass(frozen=True, slots=True)
class StateLook:
    """How a state is shown: never by colour alone."""

    label: str
    icon: str
    tone: str
    form: str


@dataclass(frozen=True, slots=True)
class Colours:
    """Every role of one scheme; the same names in light and dark."""

    is_dark: bool
    window: QColor
    surface: QColor
    sunken: QColor
    rail: QColor
    line: QColor
    border: QColor
    text: QColor
    text2: QColor
    text3: QColor
    accent: QColor
    accent_hover: QColor
    accent_soft: QColor
    on_accent: QColor
    selection: QColor
    focus: QColor
    today: QColor
    weekend: QColor
    scrim: QColor
    tooltip: QColor
    on_tooltip: QColor
    pause: QColor
    on_pause: QColor
    wood: QColor
    added: QColor
    on_added: QColor
    removed: QColor
    on_removed: QColor
    tones: Mapping[str, Tone]
    platforms: Mapping[str, Tone]

    def ink(self, name: str) -> QColor:
        """The colour of a role (`text2`, `accent`) or the ink of a tone (`good`, `bad`)."""
        if tone := self.tones.get(name):
            return tone.ink
        colour = getattr(self, name)
        if not isinstance(colour, QColor):
            raise TypeError(f"{name} is no colour")
        return colour


@dataclass(frozen=True, slots=True)
class Tokens:
    """The whole look."""

    families: tuple[str, ...]
    features: tuple[str, ...]
    scales: tuple[float, ...]
    types: Mapping[str, TypeRole]
    space: Mapping[str, int]
    radius: Mapping[str, int]
    size: Mapping[str, int]
    window_min: tuple[int, int]
    fade_ms: int
    toast_ms: int
    light: Colours
    dark: Colours
    states: Mapping[str, Mapping[str, StateLook]]
    clock_above_hours: Mapping[str, float]
    letters: Mapping[str, str]


def colour(text: str) -> QColor:
    """A token's `#RRGGBB` or `#RRGGBBAA`; Qt itself would read the latter as `#AARRGGBB`."""
    if len(text) == 9:
        text = "#" + text[7:] + text[1:7]
    return QColor(text)


_ROLES = tuple(
    field.name for field in fields(Colours) if field.name not in ("is_dark", "tones", "platforms")
)


def _colours(document: Mapping[str, Any], scheme: str) -> Colours:
    table = document[scheme]
    return Colours(
        is_dark=scheme == "dark",
        tones={
            name: Tone(colour(pair["ink"]), colour(pair["soft"]))
            for name, pair in table["tone"].items()
        },
        platforms={
            key: Tone(colour(platform[scheme][0]), colour(platform[scheme][1]))
            for key, platform in document["platform"].items()
        },
        **{role: colour(table[role]) for role in _ROLES},
    )


@cache
def tokens() -> Tokens:
    """The look as the file has it."""
    with resource("look", "tokens.toml").open("rb") as file:
        document = tomllib.load(file)
    font, size = document["font"], dict(document["size"])
    window_min = size.pop("window_min")
    return Tokens(
        families=(font["ui"], *font["fallback"]),
        features=tuple(font["features"]),
        scales=tuple(font["scales"]),
        types={name: TypeRole(**role) for name, role in document["type"].items()},
        space=document["space"],
        radius=document["radius"],
        size=size,
        window_min=(window_min[0], window_min[1]),
        fade_ms=document["motion"]["fade"],
        toast_ms=document["motion"]["toast"],
        light=_colours(document, "light"),
        dark=_colours(document, "dark"),
        states={
            group: {
                name: StateLook(look["label"], look["icon"], look["tone"], look["form"])
                for name, look in states.items()
            }
            for group, states in document["state"].items()
        },
        clock_above_hours={
            mood: look["above_hours"]
            for mood, look in document["state"]["clock"].items()
            if "above_hours" in look
        },
        letters={key: platform["letters"] for key, platform in document["platform"].items()},
    )


def colours(palette: QPalette) -> Colours:
    """The colours that belong to a palette: ours by its window colour, else drawn from it.

    Asked when painting, so that nothing has to be told when the theme changes. A palette that is
    not ours is the system's own in high contrast.
    """
    look = tokens()
    window = palette.color(QPalette.ColorRole.Window)
    for scheme in (look.light, look.dark):
        if window == scheme.window:
            return scheme
    return _of_system(palette)


def _of_system(palette: QPalette) -> Colours:
    role = QPalette.ColorRole
    window, text = palette.color(role.Window), palette.color(role.WindowText)
    base, accent = palette.color(role.Base), palette.color(role.Highlight)
    on_accent = palette.color(role.HighlightedText)
    paired = Tone(text, base)
    look = tokens()
    return Colours(
        is_dark=window.lightness() < 128,
        tones=dict.fromkeys(look.light.tones, paired),
        platforms=dict.fromkeys(look.light.platforms, paired),
        **dict.fromkeys(("window", "rail", "sunken", "weekend"), window),
        **dict.fromkeys(("surface", "accent_soft", "added", "removed", "selection"), base),
        **dict.fromkeys(("text", "text2", "text3", "on_added", "on_removed", "wood"), text),
        **dict.fromkeys(("line", "border", "tooltip"), text),
        **dict.fromkeys(("accent", "accent_hover", "focus", "today", "pause"), accent),
        **dict.fromkeys(("on_accent", "on_pause"), on_accent),
        on_tooltip=window,
        scrim=QColor(0, 0, 0, 160),
    )
