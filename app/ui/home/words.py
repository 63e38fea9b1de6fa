"""How what has to be done reads, and where it leads."""

from datetime import datetime

from app.labels import label
from app.language import _, pgettext, short_day_text, time_text, wib
from app.models.content import ContentState
from app.models.inquiry import InquiryState
from app.services.home import Need, NeedKind
from app.services.platform_names import platform_label
from app.ui.publishing import PublishingList, PublishingTarget
from app.ui.theme import tokens
from app.ui.widgets import clock_look
from app.ui.widgets.lines import LineLook


def place_of(need: Need) -> str:
    """The place where a need is settled."""
    match need.kind:
        case NeedKind.OVERDUE | NeedKind.INQUIRY | NeedKind.REMIND:
            return "inquiries"
        case NeedKind.DECIDE:
            return "approvals"
        case _:
            return "calendar"


_LISTS = {
    NeedKind.MISSED: PublishingList.DUE,
    NeedKind.PUBLISH: PublishingList.DUE,
    NeedKind.LINK: PublishingList.DUE,
    NeedKind.RELEASE: PublishingList.HELD,
    NeedKind.UNDO: PublishingList.UNDO,
}


def target_of(need: Need) -> object:
    """What its place shows: the list of what is to be published, else the thing itself."""
    if need.kind in _LISTS:
        return PublishingTarget(_LISTS[need.kind], need.reference)
    return need.reference


def need_line(need: Need, now: datetime) -> LineLook:
    """How a need reads: its title, what has happened, the verb that comes next."""
    clock = None
    if need.clock is not None and need.kind is NeedKind.OVERDUE:
        clock = clock_look(need.clock.started_at, need.clock.due_at, now)
    icon, tone = _sign(need)
    return LineLook(need.title, _note(need), icon, tone, verb=_verb(need), clock=clock)


def when_text(moment: datetime, now: datetime) -> str:
    """`today 16.00`, or with its day."""
    if wib(moment).date() == wib(now).date():
        return _("today %(time)s") % {"time": time_text(moment)}
    return f"{short_day_text(wib(moment).date())} {time_text(moment)}"


def _sign(need: Need) -> tuple[str, str]:
    if need.kind in (NeedKind.RELEASE, NeedKind.UNDO):
        return "siren", "bad" if need.kind is NeedKind.UNDO else "waiting"
    group, state = _STATES.get(need.kind, ("inquiry", need.state))
    if need.kind is NeedKind.DECIDE:
        group = "content" if need.state in set(ContentState) else "inquiry"
        state = need.state
    look = tokens().states[group].get(state) or tokens().states["inquiry"]["awaiting_approval"]
    tone = "bad" if need.kind is NeedKind.OVERDUE else look.tone
    return look.icon, tone


_STATES = {
    NeedKind.MISSED: ("variant", "missed"),
    NeedKind.PUBLISH: ("content", "scheduled"),
    NeedKind.LINK: ("content", "scheduled"),
    NeedKind.RETURNED: ("content", "returned"),
    NeedKind.FINISH: ("content", "editing"),
}


def _verb(need: Need) -> str:
    match need.kind:
        case NeedKind.OVERDUE:
            return ""
        case NeedKind.DECIDE:
            return _("Decide")
        case NeedKind.MISSED:
            return _("Settle…")
        case NeedKind.PUBLISH:
            return _("Open material")
        case NeedKind.LINK:
            return _("Paste the link")
        case NeedKind.RELEASE:
            return _("Settle…")
        case NeedKind.UNDO:
            return _("Cancel there")
        case NeedKind.RETURNED:
            return _("Mend")
        case NeedKind.FINISH:
            return _("Finish")
        case NeedKind.REMIND:
            return _("Ask again")
        case _:
            return _inquiry_verb(need.state)


def _inquiry_verb(state: str) -> str:
    if state == InquiryState.APPROVED:
        return _("Record the answer…")
    if state == InquiryState.DRAFTED:
        return _("Continue")
    return pgettext("home", "Answer")


def _note(need: Need) -> str:
    names = ", ".join(platform_label(platform) for platform in need.platforms)
    match need.kind:
        case NeedKind.OVERDUE if need.holders:
            what = _("referred to %(agency)s") % {"agency": ", ".join(need.holders)}
        case NeedKind.MISSED:
            what = _("Missed on %(when)s, not yet published") % {"when": _moment(need)}
            return f"{what} · {names}" if names else what
        case NeedKind.PUBLISH:
            return _("Goes out today at %(time)s") % {"time": _time(need)} + (
                f" · {names}" if names else ""
            )
        case NeedKind.LINK:
            what = _("Its moment in %(place)s has passed: %(when)s") % {
                "place": need.place,
                "when": _moment(need),
            }
            return f"{what} · {names}" if names else what
        case NeedKind.RELEASE:
            what = _("Its moment passed in the emergency pause: %(when)s") % {"when": _moment(need)}
            return f"{what} · {names}" if names else what
        case NeedKind.UNDO:
            what = _("Still scheduled in %(place)s for %(when)s: cancel it there too") % {
                "place": need.place,
                "when": _moment(need),
            }
            return f"{what} · {names}" if names else what
        case NeedKind.RETURNED:
            words = {"who": need.by, "reason": need.reason}
            return _("Returned by %(who)s: “%(reason)s”") % words
        case NeedKind.DECIDE:
            what = need.by or names
        case NeedKind.REMIND:
            what = _("handed over to %(to)s; ask how far it is") % {"to": ", ".join(need.holders)}
        case NeedKind.FINISH:
            when = _moment(need)
            what = _("planned for %(when)s") % {"when": when} if when else _("no day chosen yet")
        case _:
            what = label(InquiryState(need.state))
            what = f"{names} · {what}" if names else what
    return f"{need.reference} · {what}" if what else need.reference


def _moment(need: Need) -> str:
    if need.at is None:
        return short_day_text(need.day) if need.day is not None else ""
    return f"{short_day_text(wib(need.at).date())} {time_text(need.at)}"


def _time(need: Need) -> str:
    return time_text(need.at) if need.at is not None else ""
