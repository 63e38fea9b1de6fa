"""Cells as people write them: days (before months), times, moments, numbers, yes and no."""

import re
from datetime import date, datetime, time, timedelta

from app.language import WIB
from app.models.search_text import search_text
from app.services.importing.judged import ReasonCode, RowFault
from app.services.importing.tables import Cell, text_of

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari january jan",
            "februari pebruari february feb peb",
            "maret march mar mrt",
            "april apr",
            "mei may",
            "juni june jun",
            "juli july jul",
            "agustus august agu agt ags agust aug",
            "september sep sept",
            "oktober october okt oct",
            "november nopember nov nop",
            "desember december des dec",
        ),
        1,
    )
    for name in names.split()
}
_WEEKDAY = re.compile(
    r"^(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad|"
    r"sen|sel|rab|kam|jum|sab|min|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)\b\.?,?\s*",
    re.IGNORECASE,
)
_NUMERIC = re.compile(r"^(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4}|\d{2})$")
_ISO = re.compile(r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$")
_NAMED = re.compile(r"^(\d{1,2})[\s\-./]*([^\W\d_]{3,9})\.?[\s\-./,]*(\d{4}|\d{2})?$")
_ENGLISH = re.compile(r"^([^\W\d_]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$")
_TIME = re.compile(
    r"^(?:(?:pukul|jam|pkl)\.?\s*)?(\d{1,2})(?:[.:](\d{2}))?(?:[.:](\d{2}))?\s*(am|pm|wib)?"
    r"(?:\s*(?:-|–|s\.?d\.?|sampai)\s*(?:\d{1,2}[.:]\d{2}|selesai)\s*(?:wib)?)?$",
    re.IGNORECASE,
)
_TIME_AT_END = re.compile(
    r"^(.*?\d)(?:,\s*|\s+|T)((?:(?:pukul|jam|pkl)\.?\s*)?\d{1,2}[.:]\d{2}(?:[.:]\d{2})?\s*(?:am|pm|wib)?)$",
    re.IGNORECASE,
)
_EXCEL_ZERO = date(1899, 12, 30)  # day 0 of a spreadsheet's serial numbers
_SERIALS = range(36526, 73051)  # 2000 to 2099
_YES = frozenset({"ya", "y", "yes", "true", "1", "benar", "sudah", "v", "x"})
_NO = frozenset({"tidak", "t", "no", "n", "false", "0", "salah", "belum", ""})


def month_named(word: str) -> int | None:
    """The number of a month by its name in Indonesian or English, short or whole."""
    return _MONTHS.get(word.casefold())


def day_of(cell: Cell, year: int | None = None) -> date:
    """A day; `year` stands in where the cell names none.

    Raises:
        RowFault: it is empty, or no day of the calendar.
    """
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, (int, float)) and int(cell) in _SERIALS:
        return _EXCEL_ZERO + timedelta(days=int(cell))
    text = text_of(cell)
    if not text:
        raise RowFault(ReasonCode.DAY_MISSING)
    found = _day_in(text, year)
    if found is None:
        lacks_year = year is None and has_no_year(cell)
        raise RowFault(ReasonCode.YEAR_MISSING if lacks_year else ReasonCode.DAY_UNREADABLE, text)
    return found


def has_no_year(cell: Cell) -> bool:
    """Whether a day is written without its year, as in `5 Januari`."""
    named = _NAMED.match(_without_weekday(text_of(cell))) if isinstance(cell, str) else None
    return named is not None and named[3] is None and month_named(named[2]) is not None


def time_of(cell: Cell) -> time | None:
    """A time of day in WIB; None where nothing is written. Of a span the beginning.

    Raises:
        RowFault: it is no time of day.
    """
    if cell is None or text_of(cell) in ("", "-"):
        return None
    if isinstance(cell, datetime):
        return cell.time()
    if isinstance(cell, time):
        return cell
    if isinstance(cell, timedelta):
        return _clock(int(cell.total_seconds()) // 60, text_of(cell))
    if isinstance(cell, float) and 0 <= cell < 1:
        return _clock(round(cell * 24 * 60), text_of(cell))
    if isinstance(cell, (int, float)):
        # 9.3 is what a spreadsheet with a decimal point makes of `09.30`.
        return _hours(int(cell), round((cell - int(cell)) * 100), text_of(cell))
    text = text_of(cell)
    found = _TIME.match(text)
    if not found:
        raise RowFault(ReasonCode.TIME_INVALID, text)
    hours, half = int(found[1]), (found[4] or "").lower()
    if half in ("am", "pm"):
        if not 1 <= hours <= 12:
            raise RowFault(ReasonCode.TIME_INVALID, text)
        hours = hours % 12 + (12 if half == "pm" else 0)
    return _hours(hours, int(found[2] or 0), text)


def day_and_time_of(cell: Cell, year: int | None = None) -> tuple[date, time | None]:
    """A day with the time of day that stands behind it, where one does.

    Raises:
        RowFault: it is empty, or no moment.
    """
    if isinstance(cell, datetime):
        return cell.date(), cell.time()
    if isinstance(cell, str):
        if found := _TIME_AT_END.match(cell.strip()):
            return day_of(found[1], year), time_of(found[2])
        if (moment := _iso_moment(cell.strip())) is not None:
            return moment.date(), moment.time()
    return day_of(cell, year), None


def moment_of(day: date, at: time | None) -> datetime:
    """A moment on West Java's clocks; the beginning of the day where no time is known."""
    return datetime.combine(day, at or time(), WIB)


def whole_number_of(cell: Cell) -> int | None:
    """A count: `1.234`, `1,234` and `1234` are the same; None where nothing is written.

    Raises:
        RowFault: it is no whole number.
    """
    if isinstance(cell, bool):
        raise RowFault(ReasonCode.NUMBER_UNREADABLE, text_of(cell))
    if isinstance(cell, (int, float)):
        if cell != int(cell):
            raise RowFault(ReasonCode.NUMBER_UNREADABLE, text_of(cell))
        return int(cell)
    text = text_of(cell)
    if text in ("", "-"):
        return None
    if not re.fullmatch(r"-?\d+|-?\d{1,3}(?:[.,\s]\d{3})+", text):
        raise RowFault(ReasonCode.NUMBER_UNREADABLE, text)
    return int(re.sub(r"[.,\s]", "", text))


def yes_or_no_of(cell: Cell) -> bool:
    """`ya`, `yes`, a tick or its contrary; nothing written means no.

    Raises:
        RowFault: it is neither.
    """
    if isinstance(cell, bool):
        return cell
    word = search_text(text_of(cell))
    if word in _YES or text_of(cell) in ("✓", "✔", "√"):
        return True
    if word in _NO:
        return False
    raise RowFault(ReasonCode.YES_OR_NO_UNREADABLE, text_of(cell))


def year_in(titles: tuple[str, ...]) -> int | None:
    """The only year that the lines above a table name, as in `RENCANA KONTEN TAHUN 2026`."""
    years = {int(found) for title in titles for found in re.findall(r"\b(20\d\d)\b", title)}
    return years.pop() if len(years) == 1 else None


def _without_weekday(text: str) -> str:
    return _WEEKDAY.sub("", " ".join(text.split()))


def _day_in(text: str, year: int | None) -> date | None:
    plain = _without_weekday(text)
    if found := _ISO.match(plain):
        return _calendar_day(int(found[1]), int(found[2]), int(found[3]))
    if found := _NUMERIC.match(plain):
        return _calendar_day(_full_year(found[3]), int(found[2]), int(found[1]))
    if found := _NAMED.match(plain):
        named_year = _full_year(found[3]) if found[3] else year
        month = _MONTHS.get(found[2].lower())
        return _calendar_day(named_year, month, int(found[1])) if named_year and month else None
    if found := _ENGLISH.match(plain):
        month = _MONTHS.get(found[1].lower())
        return _calendar_day(int(found[3]), month, int(found[2])) if month else None
    return None


def _full_year(written: str) -> int:
    return int(written) if len(written) == 4 else 2000 + int(written)


def _calendar_day(year: int, month: int, day: int) -> date | None:
    if not 2000 <= year < 2100:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _clock(minutes: int, text: str) -> time:
    return _hours(minutes // 60, minutes % 60, text)


def _hours(hours: int, minutes: int, text: str) -> time:
    if not (0 <= hours < 24 and 0 <= minutes < 60):
        raise RowFault(ReasonCode.TIME_INVALID, text)
    return time(hours, minutes)


def _iso_moment(text: str) -> datetime | None:
    """`2026-09-03T13:37:48.000Z`: a moment with its zone, shown in WIB; without one it is WIB."""
    if "T" not in text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    local = moment if moment.tzinfo is None else moment.astimezone(WIB)
    return local.replace(tzinfo=None)
