"""What the office says of its days, and a content that repeats."""

from collections.abc import Iterator
from datetime import date, datetime

from app.demo.year import DemoYear, Story, at
from app.models.content import Content
from app.models.day import DayKind
from app.models.series import Frequency
from app.services.days import DayForm, add_day
from app.services.recurrence import Rule, make_occurrences, repeat, repeating

_DAYS = (
    DayForm(
        DayKind.CAMPAIGN, date(2026, 11, 16), date(2026, 11, 20), "Pekan Keselamatan Jalan (contoh)"
    ),
    DayForm(
        DayKind.CAMPAIGN, date(2026, 12, 18), date(2027, 1, 4), "Angkutan Natal dan Tahun Baru"
    ),
    DayForm(
        DayKind.QUIET_PERIOD,
        date(2026, 12, 7),
        date(2026, 12, 9),
        "Masa tenang pemilihan kepala desa",
        "Edaran Setda (contoh): tidak ada promosi program",
    ),
    DayForm(DayKind.NOTE, date(2026, 11, 23), date(2026, 11, 23), "Rapat redaksi"),
)


def days_of_the_office(year: DemoYear) -> Iterator[datetime]:
    """Campaigns, a quiet period and a note."""
    yield at(3, "08.40")
    for form in _DAYS:
        year.act("neneng", add_day, form)


def repeated(year: DemoYear) -> Iterator[datetime]:
    """Coffee with drivers comes again every other Monday; three occurrences are made ahead."""
    yield at(20, "08.30")
    content_id = year.key(Content, title="Ngopi bareng sopir: cerita dari rest area")
    seen = year.version(Content, content_id)
    rule = Rule(Frequency.WEEKLY, every=2)
    series_id = year.act("siti", repeat, content_id, seen, rule)
    view = year.read(repeating, content_id, date(2026, 11, 20)).series
    if view is not None:
        year.act("siti", make_occurrences, series_id, view.following[:3])


DAYS: tuple[Story, ...] = (days_of_the_office, repeated)
