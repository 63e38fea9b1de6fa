"""The moments of a frozen revision, as it keeps them: ISO text in UTC."""

from datetime import date, datetime

from app.language import _, ngettext, rough_length_text, time_text, weekday_text, wib

_DAYS_FROM = 3  # below that, hours say more


def planned_text(moment: str | None, day: str | None = None) -> str:
    """`Rabu, 25 November 2026, 07.00 WIB`; the day alone where no hour is planned."""
    if not moment and day:
        words = weekday_text(date.fromisoformat(day))
        return _("%(day)s, no hour yet") % {"day": words}
    if not moment:
        return _("No date")
    when = datetime.fromisoformat(moment)
    return f"{weekday_text(wib(when).date())}, {time_text(when)} WIB"


def left_text(moment: str | None, now: datetime | None) -> str:
    """How long it is until a post goes out, or for how long its moment has passed."""
    if not moment or now is None:
        return ""
    left = datetime.fromisoformat(moment) - now
    if left.days >= _DAYS_FROM:
        return ngettext("%(n)d day", "%(n)d days", left.days) % {"n": left.days}
    if left.total_seconds() > 0:
        return rough_length_text(left)
    return _("Passed %(left)s ago; it needs another moment") % {"left": rough_length_text(-left)}
