"""How the board looks; colours are read from the palette when painting."""

from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from app.language import _, number_text
from app.ui.calendar.board_plan import BoardColumn, BoardPlan, BoardRow
from app.ui.calendar.day_head import paint_day_head
from app.ui.calendar.month_paint import paint_tile
from app.ui.theme import Colours, paint_text, scaled
from app.ui.widgets import paint_platform

_SATURDAY = 5
_BADGE = 24


def paint_board(painter: QPainter, plan: BoardPlan, today: date, look: Colours) -> None:
    """Rows with their tiles first, the heads of the columns over them."""
    whole = QRectF(0, 0, plan.size.width(), plan.size.height())
    painter.fillRect(whole, look.surface)
    painter.save()
    painter.setClipRect(whole.adjusted(0, plan.top, 0, 0))
    for row in plan.rows:
        _paint_row(painter, plan, row, today, look)
    _paint_uprights(painter, plan, look)
    for row in plan.rows:
        for tile in row.tiles:
            if plan.is_shown(tile.column):
                paint_tile(painter, tile.placed, look)
    painter.restore()
    painter.fillRect(QRectF(0, 0, plan.size.width(), plan.top), look.window)
    painter.fillRect(QRectF(0, plan.top - 1, plan.size.width(), 1), look.line)
    for number, column in enumerate(plan.columns):
        if plan.is_shown(number):
            _paint_column_head(painter, column, look)


def _paint_row(
    painter: QPainter, plan: BoardPlan, row: BoardRow, today: date, look: Colours
) -> None:
    if row.day.weekday() >= _SATURDAY:
        painter.fillRect(row.rect, look.weekend)
    painter.fillRect(
        QRectF(0, row.rect.bottom() - 1, row.rect.width(), 1),
        look.line,
    )
    room = QRectF(8, row.rect.top() + 4, plan.gutter - 8, scaled(20))
    paint_day_head(painter, room, row.day, today, look)


def _paint_uprights(painter: QPainter, plan: BoardPlan, look: Colours) -> None:
    for number, column in enumerate(plan.columns):
        if plan.is_shown(number):
            left = column.head.left() - 1
            painter.fillRect(QRectF(left, 0, 1, plan.size.height()), look.line)


def _paint_column_head(painter: QPainter, column: BoardColumn, look: Colours) -> None:
    """Badge, name, how many this week; a column without any says 0, for that is a gap."""
    room = column.head.adjusted(7, 0, -7, -1)
    words = _("No account yet")
    if column.account is not None:
        words = column.account.name
        top = room.center().y() - scaled(16) / 2
        paint_platform(painter, QPointF(room.left(), top), column.account.platform, look)
        room = room.adjusted(scaled(_BADGE), 0, 0, 0)
    count = number_text(column.count, 0)
    right = Qt.AlignmentFlag.AlignRight
    paint_text(painter, room, count, "label", look.text2, right)
    paint_text(painter, room.adjusted(0, 0, -scaled(22), 0), words, "label", look.text)
