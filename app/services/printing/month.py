"""A month of the plan for the wall: one sheet of A4 or A3 across, holidays and campaigns in it."""

from collections.abc import Iterator
from pathlib import Path

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A3, A4, landscape
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from app.language import day_text
from app.services.printing import fonts, words
from app.services.printing.month_contents import (
    MonthContents,
    WallBar,
    WallDay,
    WallPaper,
    WallTile,
)
from app.services.printing.paper import INK, PALE_INK, RULE, draw_example_mark, write

_SIZES = {"a4": landscape(A4), "a3": landscape(A3)}
_A3_SCALE = 2**0.5
_DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_MARGIN = 10 * mm
_TITLE = 15.0
_NAMES = 11.0  # the row with the names of the days
_NUMBER = 11.0
_BAR = 9.0
_LINE = 7.6
_WORDS = 6.4
_PAD = 2.5
_RED = HexColor("#A3261B")
_WOOD = HexColor("#8A4B22")
_QUIET = HexColor("#7A5A00")
_WEEKEND = HexColor("#F6F3EE")
_OUTSIDE = HexColor("#F3F3F3")
_WHITE = HexColor("#FFFFFF")
_HATCH = HexColor("#DDD3BC")


def write_month(contents: MonthContents, path: Path, paper: WallPaper = "a4") -> None:
    """Make the sheet; `path` is replaced only by a whole one. Its words are Indonesian."""
    fonts.register()
    write(path, lambda unfinished: _draw(contents, unfinished, paper))


def _draw(contents: MonthContents, path: Path, paper: WallPaper) -> None:
    size = _SIZES[paper]
    title = f"Rencana konten {_month_words(contents)}"
    canvas = Canvas(str(path), pagesize=size, lang="id")
    canvas.setTitle(title)
    canvas.setAuthor(fonts.one_line(contents.agency))
    canvas.setCreator("Kohkol")
    if contents.is_example:
        draw_example_mark(canvas, size)
    _Sheet(canvas, contents, size, 1.0 if paper == "a4" else _A3_SCALE).draw(title)
    canvas.showPage()
    canvas.save()


def _month_words(contents: MonthContents) -> str:
    return f"{words.MONTHS[contents.month.month - 1]} {contents.month.year}"


class _Sheet:
    """Lengths are those of A4, times `scale`; the origin is at the lower left."""

    def __init__(
        self, canvas: Canvas, contents: MonthContents, size: tuple[float, float], scale: float
    ) -> None:
        self._canvas, self._contents, self._scale = canvas, contents, scale
        self._left, self._right = _MARGIN, size[0] - _MARGIN
        self._top = size[1] - _MARGIN - 36 * scale
        self._foot = _MARGIN + 12 * scale
        weeks = len(contents.days) // 7
        self._width = (self._right - self._left) / 7
        self._height = (self._top - _NAMES * scale - self._foot) / weeks

    def draw(self, title: str) -> None:
        self._draw_head(title)
        for number, day in enumerate(self._contents.days):
            self._draw_ground(number, day)
        self._draw_lines()
        for number, day in enumerate(self._contents.days):
            self._draw_day(number, day)
        for bar in self._contents.bars:
            self._draw_bar(bar)
        self._draw_foot()

    # Where things lie

    def _corner(self, number: int) -> tuple[float, float]:
        """The upper left corner of a day."""
        week, column = divmod(number, 7)
        top = self._top - _NAMES * self._scale - week * self._height
        return self._left + column * self._width, top

    # Drawing

    def _text(
        self, x: float, y: float, text: str, size: float, ink: Color, font: str, room: float
    ) -> float:
        """One line of anybody's words, cut with an ellipsis; returns its width."""
        shown = _cut(fonts.one_line(text), size, font, room)
        at = x
        self._canvas.setFillColor(ink)
        for run in fonts.runs(shown, font):
            self._canvas.setFont(run.font, size)
            self._canvas.drawString(at, y, run.text)
            at += stringWidth(run.text, run.font, size)
        return at - x

    def _draw_head(self, title: str) -> None:
        scale = self._scale
        room = (self._right - self._left) * 0.6
        y = self._top + 7 * scale
        self._text(self._left, y, title, _TITLE * scale, INK, fonts.BOLD, room)
        agency = fonts.one_line(self._contents.agency)
        width = min(fonts.text_width(agency, 10 * scale), room * 0.6)
        self._text(self._right - width, y, agency, 10 * scale, PALE_INK, fonts.REGULAR, width + 1)
        for column, name in enumerate(_DAYS):
            x = self._left + column * self._width + _PAD * scale
            y = self._top - (_NAMES - 3) * scale
            self._text(x, y, name, 8 * scale, PALE_INK, fonts.BOLD, self._width)

    def _draw_ground(self, number: int, day: WallDay) -> None:
        x, top = self._corner(number)
        canvas = self._canvas
        if not self._contents.is_example:
            fill = _WEEKEND if day.day.weekday() > 4 else _WHITE
            canvas.setFillColor(fill if day.is_of_month else _OUTSIDE)
            canvas.rect(x, top - self._height, self._width, self._height, stroke=0, fill=1)
        if day.is_quiet:
            self._hatch(x, top)

    def _hatch(self, x: float, top: float) -> None:
        """Slanted lines: seen on a copy without colours too."""
        canvas, step = self._canvas, 6 * self._scale
        canvas.saveState()
        clip = canvas.beginPath()
        clip.rect(x, top - self._height, self._width, self._height)
        canvas.clipPath(clip, stroke=0, fill=0)
        canvas.setStrokeColor(_HATCH)
        canvas.setLineWidth(0.5)
        for shift in range(int((self._width + self._height) / step) + 1):
            begin = x - self._height + shift * step
            canvas.line(begin, top - self._height, begin + self._height, top)
        canvas.restoreState()

    def _draw_lines(self) -> None:
        canvas = self._canvas
        canvas.setStrokeColor(RULE)
        canvas.setLineWidth(0.5)
        bottom = self._corner(len(self._contents.days) - 1)[1] - self._height
        for column in range(8):
            x = self._left + column * self._width
            canvas.line(x, self._top, x, bottom)
        canvas.line(self._left, self._top, self._right, self._top)
        for week in range(len(self._contents.days) // 7 + 1):
            y = self._top - _NAMES * self._scale - week * self._height
            canvas.line(self._left, y, self._right, y)

    def _draw_day(self, number: int, day: WallDay) -> None:
        scale = self._scale
        x, top = self._corner(number)
        ink = _RED if day.is_off else INK if day.is_of_month else PALE_INK
        y = top - (_NUMBER - 2) * scale
        inner = x + _PAD * scale
        used = self._text(inner, y, str(day.day.day), 8.5 * scale, ink, fonts.BOLD, self._width)
        room = self._width - used - (_PAD * 2 + 4) * scale
        named = _RED if day.is_off else _WOOD
        self._text(
            inner + used + 4 * scale, y, day.words, _WORDS * scale, named, fonts.REGULAR, room
        )
        self._draw_tiles(number, day)

    def _draw_tiles(self, number: int, day: WallDay) -> None:
        """As many as fit, the rest as a number: nothing is left out unsaid."""
        scale = self._scale
        x, top = self._corner(number)
        lanes = self._lanes_of(number)
        y = top - (_NUMBER + lanes * _BAR + 1) * scale
        lines = int((y - (top - self._height)) / (_LINE * scale))
        fitting = len(day.tiles) if len(day.tiles) * 2 <= lines else max(0, (lines - 1) // 2)
        of_title = 2 if len(day.tiles) * 3 <= lines else 1
        for tile in day.tiles[:fitting]:
            y -= self._draw_tile(x, y, tile, of_title) * _LINE * scale
        if fitting < len(day.tiles):
            more = f"+ {len(day.tiles) - fitting} konten lagi"
            self._text(
                x + _PAD * scale,
                y - (_LINE - 2) * scale,
                more,
                _WORDS * scale,
                INK,
                fonts.BOLD,
                self._width,
            )

    def _draw_tile(self, x: float, y: float, tile: WallTile, of_title: int) -> int:
        """Title above, time and channels below; a full square where it is settled.

        Returns how many lines it takes, of which `of_title` at most are the title's.
        """
        scale, canvas = self._scale, self._canvas
        side, line = 4 * scale, y - (_LINE - 2) * scale
        canvas.setLineWidth(0.6)
        canvas.setStrokeColor(INK)
        canvas.setFillColor(INK)
        canvas.rect(x + _PAD * scale, line, side, side, stroke=1, fill=int(tile.is_settled))
        left = x + _PAD * scale + side + 2.5 * scale
        room = self._width - (left - x) - _PAD * scale
        size = (_WORDS + 0.4) * scale
        titles = _broken(fonts.one_line(tile.title), size, fonts.BOLD, room, of_title)
        for title in titles:
            self._text(left, line, title, size, INK, fonts.BOLD, room)
            line -= _LINE * scale
        below = " · ".join(part for part in (tile.time, tile.channels) if part)
        self._text(left, line, below, _WORDS * scale, PALE_INK, fonts.REGULAR, room)
        return len(titles) + 1

    def _lanes_of(self, number: int) -> int:
        week, column = divmod(number, 7)
        of_day = (
            bar.lane + 1
            for bar in self._contents.bars
            if bar.week == week and bar.first <= column <= bar.last
        )
        return max(of_day, default=0)

    def _draw_bar(self, bar: WallBar) -> None:
        scale, canvas = self._scale, self._canvas
        x, top = self._corner(bar.week * 7 + bar.first)
        y = top - (_NUMBER + (bar.lane + 1) * _BAR - 1) * scale
        width = (bar.last - bar.first + 1) * self._width
        canvas.setFillColor(_WHITE if bar.is_quiet else _WOOD)
        canvas.setStrokeColor(_QUIET if bar.is_quiet else _WOOD)
        canvas.setLineWidth(0.8)
        inset = 1.5 * scale
        canvas.rect(x + inset, y, width - 2 * inset, (_BAR - 1.5) * scale, stroke=1, fill=1)
        ink = _QUIET if bar.is_quiet else _WHITE
        room = width - 4 * inset
        self._text(x + 2 * inset, y + 1.8 * scale, bar.words, _WORDS * scale, ink, fonts.BOLD, room)

    def _draw_foot(self) -> None:
        """What the signs mean, and when it was printed."""
        told = " · ".join(_legend(self._contents))
        y = _MARGIN + 1
        size = 6.8 * self._scale
        room = self._right - self._left
        self._text(self._left, y, told, size, PALE_INK, fonts.REGULAR, room)


def _legend(contents: MonthContents) -> Iterator[str]:
    yield "kotak penuh: disetujui atau tayang; kotak kosong: belum disetujui"
    yield "angka merah: libur"
    if any(bar.is_quiet for bar in contents.bars):
        yield "arsiran: masa tenang"
    if contents.has_estimates:
        yield "±: perkiraan, dapat berubah"
    yield f"dicetak {day_text(contents.printed_on, 'id')} dengan Kohkol"


def _cut(text: str, size: float, font: str, room: float) -> str:
    """The text, or as much of it as there is room for."""
    if fonts.text_width(text, size, font) <= room:
        return text
    few, many = 0, len(text)
    while few < many:  # the most signs that fit
        middle = (few + many + 1) // 2
        if fonts.text_width(text[:middle].rstrip() + "…", size, font) <= room:
            few = middle
        else:
            many = middle - 1
    return text[:few].rstrip() + "…" if few else ""


def _broken(text: str, size: float, font: str, room: float, most: int) -> list[str]:
    """The text in so many lines at most, broken between words; the last one may be too long."""
    lines: list[str] = []
    rest = text.split()
    while rest and len(lines) < most - 1:
        taken = 1
        while taken < len(rest) and (
            fonts.text_width(" ".join(rest[: taken + 1]), size, font) <= room
        ):
            taken += 1
        lines.append(" ".join(rest[:taken]))
        rest = rest[taken:]
    return [*lines, " ".join(rest)] if rest else lines
