"""Which language, and how dates, times and numbers are written in it, for all desks alike.

Source texts are English, `id` is complete and the default. Babel is imported when first needed:
it costs 33 ms that the first paint does not have.
"""

import gettext as _gettext
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

from app.resources import resource

WIB = timezone(timedelta(hours=7), "WIB")  # West Java has one zone and no summer time
LANGUAGES = ("id", "en")
DEFAULT = "id"


class _Words:
    """The catalogue in force; a cell of its own so that `_` may be imported by name."""

    def __init__(self) -> None:
        self.code = DEFAULT
        self.catalogue: _gettext.NullTranslations = _gettext.NullTranslations()
        self.use(DEFAULT)

    def use(self, code: str) -> None:
        self.code = code
        self.catalogue = _gettext.translation(
            "kohkol", resource("translations"), languages=[code], fallback=True
        )


_words = _Words()


def use_language(code: str) -> None:
    """Speak `id` or `en` from now on; texts already shown stay as they are."""
    _words.use(code if code in LANGUAGES else DEFAULT)


def language() -> str:
    """The code of the language in force."""
    return _words.code


def _(message: str) -> str:
    return _words.catalogue.gettext(message)


def ngettext(singular: str, plural: str, n: int) -> str:
    return _words.catalogue.ngettext(singular, plural, n)


def pgettext(context: str, message: str) -> str:
    return _words.catalogue.pgettext(context, message)


def wib(moment: datetime) -> datetime:
    """The same moment on West Java's clocks."""
    return moment.astimezone(WIB)


def day_text(day: date, code: str | None = None) -> str:
    """`25 Juni 2019`."""
    from babel.dates import format_date

    return format_date(day, "d MMMM y", locale=code or _words.code)


def medium_day_text(day: date, code: str | None = None) -> str:
    """`25 Jun 2019`: in narrow columns."""
    return date_pattern_text(day, "d MMM y", code)


def weekday_text(day: date, code: str | None = None) -> str:
    """`Selasa, 25 Juni 2019`."""
    from babel.dates import format_date

    return format_date(day, "EEEE, d MMMM y", locale=code or _words.code)


def short_day_text(day: date, code: str | None = None) -> str:
    """`Sel, 25 Jun`: where the year is understood."""
    from babel.dates import format_date

    return format_date(day, "EEE, d MMM", locale=code or _words.code)


def month_text(day: date, code: str | None = None) -> str:
    """`Juni 2019`."""
    from babel.dates import format_date

    return format_date(day, "MMMM y", locale=code or _words.code)


def date_pattern_text(day: date, pattern: str, code: str | None = None) -> str:
    """A day by a CLDR pattern, such as `EEE` or `d MMM`."""
    from babel.dates import format_date

    return format_date(day, pattern, locale=code or _words.code)


def time_text(moment: datetime) -> str:
    """`09.30` in WIB, without the zone's name."""
    return wib(moment).strftime("%H.%M")


def moment_text(moment: datetime, code: str | None = None) -> str:
    """`25 Juni 2019 09.30 WIB`."""
    return f"{day_text(wib(moment).date(), code)} {time_text(moment)} WIB"


def short_moment_text(moment: datetime, code: str | None = None) -> str:
    """`Sel, 25 Jun 09.30`."""
    return f"{short_day_text(wib(moment).date(), code)} {time_text(moment)}"


def length_text(length: timedelta) -> str:
    """`2 jam 31 mnt`: hours and minutes, never days, for a clock of 24 hours counts in hours."""
    minutes = int(abs(length).total_seconds()) // 60
    if minutes < 60:
        return _("%(m)d min") % {"m": minutes}
    return _("%(h)d h %(m)02d min") % {"h": minutes // 60, "m": minutes % 60}


def rough_length_text(length: timedelta) -> str:
    """`21 jam`, below an hour `35 mnt`: where the minutes would only take room."""
    minutes = int(abs(length).total_seconds()) // 60
    if minutes < 60:
        return _("%(m)d min") % {"m": minutes}
    return _("%(h)d h") % {"h": minutes // 60}


def number_text(value: float | Decimal, digits: int | None = None, code: str | None = None) -> str:
    """`1.234,5`; `digits` fixes the number of decimals."""
    from babel.numbers import format_decimal

    pattern = None if digits is None else "#,##0" + ("." + "0" * digits if digits else "")
    return format_decimal(value, pattern, locale=code or _words.code)


def percent_text(share: float, digits: int = 1, code: str | None = None) -> str:
    """`55,2%` of a share between 0 and 1."""
    return number_text(share * 100, digits, code) + "%"


def rupiah_text(amount: int | Decimal) -> str:
    """`Rp259.500.000`, always as on paper."""
    return "Rp" + number_text(amount, 0, "id")
