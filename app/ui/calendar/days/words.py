"""How days of the office are said: in the day's tip, to screen readers, in lists."""

from collections.abc import Sequence

from app.labels import label
from app.language import _, day_text, short_day_text
from app.models.day import DayKind
from app.services.days import OFF_KINDS, DayRow


def mark_text(row: DayRow) -> str:
    """`Hari libur nasional: Idul Fitri (perkiraan)`."""
    words = f"{label(row.kind)}: {row.words}"
    if row.is_estimated:
        words = _("%(day)s (estimated)") % {"day": words}
    return f"{words}. {row.reason}" if row.reason else words


def marks_text(rows: Sequence[DayRow]) -> str:
    """All that is said of a day, one line each."""
    return "\n".join(mark_text(row) for row in rows)


def span_text(row: DayRow) -> str:
    """`Sel, 24 Nov`, or `24 November 2026 – 2 Desember 2026`."""
    if row.first_on == row.last_on:
        return short_day_text(row.first_on)
    return f"{day_text(row.first_on)} – {day_text(row.last_on)}"


def certainty_text(row: DayRow) -> str:
    """What is worth knowing before one relies on the date; empty if it is sure."""
    if row.is_hidden:
        return _("Hidden")
    if row.is_certain:
        return _("Set by the office") if row.id is not None else ""
    if row.kind in OFF_KINDS:
        return _("Estimated")
    return _("Date not compared with a source")


def icon_of(kind: DayKind) -> str:
    """The sign beside its words: kinds are told apart without colour too."""
    return {
        DayKind.HOLIDAY: "calendar-x",
        DayKind.COLLECTIVE_LEAVE: "calendar-x",
        DayKind.OBSERVANCE: "bookmark",
        DayKind.QUIET_PERIOD: "ban",
        DayKind.CAMPAIGN: "flag",
        DayKind.NOTE: "file-text",
    }[kind]
