"""How days and tiles of a month look; colours are read from the palette when painting."""

from datetime import date
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from app.language import date_pattern_text, time_text
from app.models.day import DayKind
from app.services.calendar import Tile
from app.ui.calendar.days.paint import number_ink, paint_bar, paint_name, paint_quiet_ground
from app.ui.calendar.month_plan import DAYS, MonthPlan, PlacedDay, PlacedTile
from app.ui.theme import (
    Colours,
    font,
    paint_frame,
    paint_icon,
    paint_text,
    scaled,
    text_width,
    tokens,
)
from app.ui.widgets import ChipLook, paint_platform, state_chip

_EDGE = 3  # the tile's edge in ink
_ICON = 14
_BADGE = 21
_PAD = 7
_SATURDAY = 5
_GONE = frozenset({"cancelled", "skipped", "withdrawn"})  # their titles are struck


def tile_look(tile: Tile) -> ChipLook:
    """Icon, words, tone and form of a tile's state."""
    return state_chip(tile.state.group, tile.state.name)


def paint_month(painter: QPainter, plan: MonthPlan, month: int, today: date, look: Colours) -> None:
    """Grounds, lines, names of days and numbers; tiles are painted on top."""
    for placed in plan.days:
        _paint_ground(painter, placed, month, look)
    _paint_lines(painter, plan, look)
    for column in range(DAYS):
        _paint_name(painter, plan, column, look)
    for placed in plan.days:
        _paint_number(painter, placed, month, today, look)
    for placed_bar in plan.bars:
        paint_bar(painter, placed_bar.rect, placed_bar.bar, look)


def _paint_ground(painter: QPainter, placed: PlacedDay, month: int, look: Colours) -> None:
    ground = look.surface
    if placed.day.weekday() >= _SATURDAY:
        ground = look.weekend
    elif placed.day.month != month:
        ground = look.sunken
    painter.fillRect(placed.rect, ground)
    if any(mark.kind is DayKind.QUIET_PERIOD for mark in placed.marks):
        paint_quiet_ground(painter, placed.rect, look)


def _paint_lines(painter: QPainter, plan: MonthPlan, look: Colours) -> None:
    width = plan.head.width()
    height = plan.days[-1].rect.bottom()
    painter.fillRect(plan.head, look.window)
    for column in range(1, DAYS):
        painter.fillRect(QRectF(plan.days[column].rect.left() - 1, 0, 1, height), look.line)
    for row in range(len(plan.days) // DAYS):
        painter.fillRect(QRectF(0, plan.days[row * DAYS].rect.top() - 1, width, 1), look.line)


def _paint_name(painter: QPainter, plan: MonthPlan, column: int, look: Colours) -> None:
    placed = plan.days[column]
    room = QRectF(placed.rect.left() + 8, 0, placed.rect.width() - 12, plan.head.height() - 1)
    paint_text(painter, room, date_pattern_text(placed.day, "EEEE"), "label", look.text2)


def _paint_number(
    painter: QPainter, placed: PlacedDay, month: int, today: date, look: Colours
) -> None:
    row = placed.number_rect
    number = str(placed.day.day)
    room = QRectF(row.left() + 8, row.top(), row.width() - 16, row.height())
    if placed.day == today:
        pill = QRectF(room.left() - 3, row.top() + 2, scaled(22), row.height() - 3)
        paint_frame(painter, pill, pill.height() / 2, look.today)
        middle = Qt.AlignmentFlag.AlignHCenter
        paint_text(painter, pill, number, "label", look.on_accent, middle)
    elif placed.day.month == month:
        paint_text(painter, room, number, "label", number_ink(placed.marks, look.text, look))
    else:
        paint_text(painter, room, number, "meta", number_ink(placed.marks, look.text3, look))
    more_room = scaled(26) if placed.hidden else 0
    paint_name(painter, room.adjusted(scaled(22), 0, 6 - more_room, 0), placed.marks, look)
    if placed.hidden:
        more = f"+{len(placed.hidden)}"
        paint_text(painter, room, more, "label", look.text2, Qt.AlignmentFlag.AlignRight)


def paint_drop(painter: QPainter, rect: QRectF, look: Colours) -> None:
    """Where a dragged tile would land; what lies there shines through."""
    inner = rect.adjusted(1, 1, -2, -2)
    radius = tokens().radius["small"]
    painter.save()
    painter.setOpacity(0.5)
    paint_frame(painter, inner, radius, look.selection)
    painter.restore()
    paint_frame(painter, inner, radius, None, look.accent, width=2, dashed=True)


def paint_ring(painter: QPainter, rect: QRectF, look: Colours) -> None:
    """The focus ring around a tile or a day."""
    width = tokens().size["focus"]
    around = rect.adjusted(-width, -width, width, width)
    paint_frame(painter, around, tokens().radius["small"] + 1, None, look.focus, width)


def paint_tile(painter: QPainter, placed: PlacedTile, look: Colours) -> None:
    """One tile: its state as icon, tone and form, its time, its platforms, its title."""
    chip = tile_look(placed.tile)
    _paint_tile_ground(painter, placed.rect, chip, look)
    inner = placed.rect.adjusted(_PAD, 0, -4, 0)
    if placed.is_tall:
        half = inner.height() / 2
        _paint_head(
            painter,
            QRectF(inner.topLeft(), QPointF(inner.right(), inner.top() + half + 1)),
            placed.tile,
            chip,
            look,
        )
        title = QRectF(inner.left(), inner.top() + half - 1, inner.width(), half)
        _paint_title(painter, title, placed.tile, chip, look)
    else:
        used = _paint_time(painter, inner, placed.tile, chip, look)
        _paint_title(painter, inner.adjusted(used, 0, 0, 0), placed.tile, chip, look)


def _is_quiet(chip: ChipLook) -> bool:
    """What is published needs no attention any more: no ground."""
    return chip.form == "solid"


def _paint_tile_ground(painter: QPainter, rect: QRectF, chip: ChipLook, look: Colours) -> None:
    tone = look.tones[chip.tone]
    radius = tokens().radius["small"]
    if chip.form == "dashed":
        paint_frame(painter, rect, radius, look.surface, look.border, dashed=True)
        return
    fill = look.surface if _is_quiet(chip) else tone.soft
    painter.save()
    painter.setClipRect(QRectF(rect.left(), rect.top(), _EDGE, rect.height()))
    paint_frame(painter, rect, radius, tone.ink)
    painter.setClipRect(rect.adjusted(_EDGE, 0, 0, 0))
    paint_frame(painter, rect, radius, fill, look.line if _is_quiet(chip) else None)
    painter.restore()


def _paint_time(
    painter: QPainter, rect: QRectF, tile: Tile, chip: ChipLook, look: Colours
) -> float:
    """Icon and time at the left; returns the width that they take."""
    ink = look.tones[chip.tone].ink
    spot = QRectF(rect.left(), rect.top(), _ICON, rect.height())
    paint_icon(painter, spot, chip.icon, ink, _ICON)
    if tile.at is None:
        return _ICON + 5
    words, face = time_text(tile.at), font("label")
    width = ceil(text_width(words, face))
    # An hour that is cut is a wrong hour: it is painted whole, whatever the room is.
    room = QRectF(rect.left() + _ICON + 4, rect.top(), width + 2, rect.height())
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip
    painter.setFont(face)
    painter.setPen(ink)
    painter.drawText(room, int(flags), words)
    return _ICON + 4 + width + 5


def fitting_platforms(room: float, count: int) -> int:
    """How many badges have room beside the hour; where not all have, one place is for "+2"."""
    fitting = max(0, int((room + 2) // scaled(_BADGE)))
    return count if count <= fitting else max(0, fitting - 1)


def _paint_head(painter: QPainter, rect: QRectF, tile: Tile, chip: ChipLook, look: Colours) -> None:
    used = _paint_time(painter, rect, tile, chip, look)
    room = rect.width() - used
    shown = tile.platforms[: fitting_platforms(room, len(tile.platforms))]
    hidden = len(tile.platforms) - len(shown)
    step = scaled(_BADGE)
    left = rect.right() - (len(shown) + bool(hidden)) * step + 2
    top = rect.center().y() - scaled(16) / 2
    for number, platform in enumerate(shown):
        paint_platform(painter, QPointF(left + number * step, top), platform, look)
    if hidden and room >= step - 2:
        rest = QRectF(rect.right() - step + 2, rect.top(), step, rect.height())
        _paint_rest(painter, rest, hidden, look, is_all=not shown)


def _paint_rest(
    painter: QPainter, rect: QRectF, hidden: int, look: Colours, *, is_all: bool
) -> None:
    """`+2` after the badges that fit; where none does, a sign for several and their number."""
    if not is_all:
        paint_text(painter, rect, f"+{hidden}", "badge", look.text2)
        return
    paint_icon(painter, rect.adjusted(0, 0, _ICON - rect.width(), 0), "layers", look.text2, 12)
    paint_text(painter, rect.adjusted(_ICON, 0, 0, 0), str(hidden), "badge", look.text2)


def _paint_title(
    painter: QPainter, rect: QRectF, tile: Tile, chip: ChipLook, look: Colours
) -> None:
    ink = look.text2 if _is_quiet(chip) or chip.form == "dashed" else look.text
    if tile.state.name in _GONE:
        _paint_struck(painter, rect, tile.title, ink)
    else:
        paint_text(painter, rect, tile.title, "meta", ink)


def _paint_struck(painter: QPainter, rect: QRectF, title: str, ink: QColor) -> None:
    face: QFont = font("meta")
    face.setStrikeOut(True)
    room = rect.width() + 0.5
    words = QFontMetricsF(face).elidedText(
        title.replace("\n", " "), Qt.TextElideMode.ElideRight, room
    )
    painter.setFont(face)
    painter.setPen(ink)
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter), words)
