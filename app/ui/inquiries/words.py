"""How inquiries are worded: clocks, people, moments, the steps of their history."""

from collections.abc import Callable
from datetime import datetime, timedelta

from app.labels import clock_label
from app.language import (
    _,
    length_text,
    ngettext,
    rough_length_text,
    short_moment_text,
    time_text,
    weekday_text,
    wib,
)
from app.models.clock import ClockKind, Outcome
from app.models.comment import Tone
from app.models.inquiry import DONE, InquiryAct, InquiryOrigin, InquiryState
from app.models.referral import ReferralAct
from app.services.citizens import citizen_text
from app.services.clocks import OF_REFERRALS, ClockRow
from app.services.inquiries import HistoryRow, InquiryRow
from app.ui.widgets import ClockLook, clock_look

TONE_ICONS = {Tone.POSITIVE: "smile", Tone.NEUTRAL: "meh", Tone.NEGATIVE: "frown"}
TONE_INKS = {Tone.POSITIVE: "good", Tone.NEUTRAL: "text2", Tone.NEGATIVE: "bad"}
_IN_DAYS = timedelta(days=3)


def age_text(since: datetime, now: datetime) -> str:
    """`sudah 35 mnt`; after three days in days."""
    age = now - since
    if age < timedelta(minutes=1):
        return _("just now")
    if age < _IN_DAYS:
        return _("for %(t)s") % {"t": length_text(age)}
    return ngettext("for %(n)d day", "for %(n)d days", age.days) % {"n": age.days}


def shown_clock(clocks: tuple[ClockRow, ...], now: datetime) -> ClockRow | None:
    """The clock that a row shows.

    The earliest due one that runs; but a first answer that is not pressing yet stands behind the
    24 hours of a referral, and alone it is not shown: how old the inquiry is says more.
    """
    running = [clock for clock in clocks if clock.is_running]
    if not running:
        return None
    first = running[0]
    if first.kind is not ClockKind.FIRST_ANSWER or look_of(first, now).mood != "calm":
        return first
    return next((clock for clock in running if clock.kind in OF_REFERRALS), None)


def clock_name(kind: ClockKind, agency: str | None = None) -> str:
    """What a clock is of, in two or three words; `agency` is the one that was asked."""
    if agency is not None and kind in (ClockKind.AGENCY_ANSWER, ClockKind.AGENCY_REQUEST):
        return _("Answer of %(agency)s") % {"agency": agency}
    return clock_label(kind)


def look_of(clock: ClockRow, now: datetime, *, narrow: bool = False) -> ClockLook:
    """How a clock stands at this moment."""
    return clock_look(clock.started_at, clock.due_at, now, clock.stopped_at, narrow=narrow)


def _stopped_look(clock: ClockRow) -> ClockLook:
    """A clock that ended; a breach is told even after a late answer."""
    assert clock.stopped_at is not None  # noqa: S101 the caller asks for stopped clocks only
    if clock.outcome is Outcome.BREACHED:
        late = rough_length_text(clock.stopped_at - clock.due_at)
        return ClockLook("stopped", _("Late by %(t)s") % {"t": late})
    return clock_look(clock.started_at, clock.due_at, clock.stopped_at, clock.stopped_at)


def row_clock(row: InquiryRow, now: datetime) -> tuple[ClockLook, str] | None:
    """The clock in the first column, and its name; None: only how old the inquiry is."""
    if row.state in DONE:
        return None
    shown = shown_clock(row.clocks, now)
    if shown is not None:
        return look_of(shown, now, narrow=True), clock_name(shown.kind)
    told = (InquiryState.AGENCY_ANSWERED, InquiryState.ANSWERED)
    ended = [
        clock
        for clock in row.clocks
        if clock.outcome in (Outcome.MET, Outcome.BREACHED)
        and (clock.kind in OF_REFERRALS or row.state is InquiryState.ANSWERED)
    ]
    if not ended or row.state not in told:
        return None
    return _stopped_look(ended[-1]), clock_name(ended[-1].kind)


def row_age(row: InquiryRow, now: datetime) -> str:
    """How old it is, or when it came where that is past; imported history waits for nobody."""
    if row.state in DONE:
        return short_moment_text(row.received_at)
    if row.origin is InquiryOrigin.IMPORTED:
        return "–"
    return age_text(row.received_at, now)


def row_holder(row: InquiryRow) -> str:
    """Who has it now: the agencies that are asked, the official, or whoever deals with it."""
    if row.has_interim_waiting:
        return _("Interim reply awaits approval")
    if row.state is InquiryState.REFERRED and row.holders:
        return ", ".join(row.holders)
    if row.state is InquiryState.AWAITING_APPROVAL:
        return row.decider or _("An official")
    if row.state in DONE:
        return row.handler or ""
    return row.handler or _("Nobody deals with it yet")


def row_citizen(row: InquiryRow) -> str:
    if row.asking_agency is not None:
        return row.asking_agency
    return citizen_text(row.platform, row.handle, row.name)


def full_moment_text(moment: datetime) -> str:
    """`Senin 23 Nov, 10.31` where the year is understood."""
    weekday = weekday_text(wib(moment).date()).split(",", maxsplit=1)[0]
    day = short_moment_text(moment).split(", ", maxsplit=1)[-1].rsplit(" ", 1)[0]
    return f"{weekday} {day}, {time_text(moment)}"


def recorded_note(happened_at: datetime, recorded_at: datetime) -> str:
    """`dicatat Sen, 23 Nov 08.10` where something was entered later than it happened."""
    if recorded_at - happened_at < timedelta(minutes=2):
        return ""
    return _("recorded %(when)s") % {"when": short_moment_text(recorded_at)}


_STEPS: dict[str, tuple[str, Callable[[], str]]] = {
    InquiryAct.REQUEST_APPROVAL: ("stamp", lambda: _("%(who)s asked for approval")),
    InquiryAct.RECALL: ("undo-2", lambda: _("%(who)s took it back before it was decided")),
    InquiryAct.REOPEN: ("undo-2", lambda: _("%(who)s opened it again")),
    InquiryAct.CLOSE: ("check-check", lambda: _("%(who)s closed it")),
    InquiryAct.DISMISS: ("archive", lambda: _("%(who)s dismissed it")),
    InquiryAct.HAND_OVER: ("arrow-right", lambda: _("%(who)s handed it over")),
    ReferralAct.ACKNOWLEDGE: ("building-2", lambda: _("%(agency)s has received it")),
    ReferralAct.RECORD_NOT_COMPETENT: (
        "corner-up-left",
        lambda: _("%(agency)s says that it is not its authority"),
    ),
    ReferralAct.RECALL: ("eye-off", lambda: _("The referral to %(agency)s was recalled")),
}


def step_words(row: HistoryRow) -> tuple[str, str] | None:
    """Icon and sentence of a step of the history; None for what the thread shows otherwise."""
    known = _STEPS.get(row.act)
    if known is None:
        return None
    icon, words = known
    return icon, words() % {"who": row.actor, "agency": row.agency or ""}
