"""The moments of a frozen revision, as it keeps them: ISO text in UTC."""

from datetime import date, datetime

from app.language import _, time_text, weekday_text, wib


def planned_text(moment: str | None, day: str | None = None) -> str:
    """`Rabu, 25 November 2026, 07.00 WIB`; the day alone where no hour is planned."""
    if not moment and day:
        words = weekday_text(date.fromisoformat(day))
        return _("%(day)s, no hour yet") % {"day": words}
    if not moment:
        return _("No date")
    when = datetime.fromisoformat(moment)
    return f"{weekday_text(wib(when).date())}, {time_text(when)} WIB"
