"""How the calendar says things: tiles, days, moves."""

from collections.abc import Sequence
from datetime import date, datetime

from app.labels import category_label
from app.language import (
    _,
    month_text,
    ngettext,
    number_text,
    short_day_text,
    short_moment_text,
    time_text,
    weekday_text,
)
from app.services.calendar import Tile
from app.services.platform_names import platform_label
from app.ui.widgets import state_chip


def state_text(tile: Tile) -> str:
    return state_chip(tile.state.group, tile.state.name).text


def platforms_text(tile: Tile) -> str:
    return ", ".join(platform_label(platform) for platform in tile.platforms)


def tile_text(tile: Tile) -> str:
    """`11.00, Siaga arsip, Disunting, Instagram, Facebook`: all that a tile shows, in words."""
    when = time_text(tile.at) if tile.at else _("no time yet")
    parts = (when, tile.title, state_text(tile), platforms_text(tile))
    return ", ".join(part for part in parts if part)


def tile_tip(tile: Tile) -> str:
    """What a tooltip adds: reference, the whole title, category."""
    lines = (
        tile.title,
        f"{tile.reference} · {state_text(tile)}",
        platforms_text(tile),
        category_label(tile.category, tile.own_category),
    )
    return "\n".join(line for line in lines if line)


def day_words(day: date, count: int) -> str:
    """`Jumat, 27 November 2026, 2 konten`."""
    if not count:
        return _("%(day)s, nothing planned") % {"day": weekday_text(day)}
    contents = ngettext("%(n)d content", "%(n)d contents", count) % {"n": count}
    return f"{weekday_text(day)}, {contents}"


def month_words(first: date, count: int, empty_weeks: int) -> str:
    """`November 2026, 34 konten, 1 pekan kosong`."""
    parts = [month_text(first)]
    parts.append(ngettext("%(n)d content", "%(n)d contents", count) % {"n": count})
    if empty_weeks:
        words = ngettext("%(n)d empty week", "%(n)d empty weeks", empty_weeks)
        parts.append(words % {"n": empty_weeks})
    return ", ".join(parts)


def more_words(tiles: Sequence[Tile]) -> str:
    """What "+2" stands for: how many more, and each of them."""
    count = ngettext("%(n)d more", "%(n)d more", len(tiles)) % {"n": len(tiles)}
    return ": ".join((count, "; ".join(map(tile_text, tiles))))


def moved_text(
    title: str, from_on: date | None, to_on: date | None, *, approval_is_void: bool
) -> str:
    """What a toast says after a move; what had no date has no time of day either."""
    if approval_is_void:
        return _("“%(title)s” moved to %(day)s. Its approval is void: request it again.") % {
            "title": title,
            "day": short_day_text(to_on) if to_on else "",
        }
    if to_on is None:
        return _("“%(title)s” has no date any more.") % {"title": title}
    if from_on is None:
        return _("“%(title)s” goes out on %(day)s; it has no time of day yet.") % {
            "title": title,
            "day": short_day_text(to_on),
        }
    return _("“%(title)s” moved to %(day)s; its time of day stays.") % {
        "title": title,
        "day": short_day_text(to_on),
    }


def moved_to_hour_text(
    title: str, at: datetime | None, on: date | None, *, approval_is_void: bool
) -> str:
    """What a toast says after a move to an hour, or back to where there was none."""
    if approval_is_void or at is None:
        return moved_text(title, None, on, approval_is_void=approval_is_void)
    return _("“%(title)s” moved to %(moment)s.") % {
        "title": title,
        "moment": short_moment_text(at),
    }


def moved_many_text(count: int, fallen: int) -> str:
    """What a toast says after many were moved."""
    words = ngettext("%(n)s content moved.", "%(n)s contents moved.", count)
    told = [words % {"n": number_text(count, 0)}]
    if fallen:
        words = ngettext("%(n)s approval is void.", "%(n)s approvals are void.", fallen)
        told.append(words % {"n": number_text(fallen, 0)})
    return " ".join(told)
