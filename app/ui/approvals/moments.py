"""The moments of a frozen revision, as it keeps them: ISO text in UTC."""

from datetime import datetime

from app.language import _, time_text, weekday_text, wib


def planned_text(moment: str | None) -> str:
    """`Rabu, 25 November 2026, 07.00 WIB`."""
    if not moment:
        return _("No date")
    when = datetime.fromisoformat(moment)
    return f"{weekday_text(wib(when).date())}, {time_text(when)} WIB"
