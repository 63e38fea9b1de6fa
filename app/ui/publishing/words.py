"""How posts that are to go out read: when, how late, why they must be cancelled elsewhere."""

from datetime import datetime, timedelta

from app.labels import category_label
from app.language import _, length_text, short_moment_text
from app.models.content import Category
from app.models.pause import PauseScope
from app.models.variant import VariantState
from app.services.pausing import PauseRow
from app.services.platform_names import platform_label
from app.services.platforms import entries
from app.services.publishing import Hold, Slot, Undo, UndoReason
from app.ui.widgets import ChipLook, state_chip


def kind_text(post_kind: str) -> str:
    """`Instagram (feed)`."""
    known = entries().get(post_kind)
    return known.label if known else post_kind


def account_text(post_kind: str, handle: str) -> str:
    """`Instagram (feed) · dislitbud.jabar`."""
    return f"{kind_text(post_kind)} · {handle}"


def slot_chip(slot: Slot, now: datetime) -> ChipLook:
    """Its state in one word: held, missed, unsure, on the platform, or scheduled."""
    if slot.hold is Hold.PAUSED:
        return state_chip("variant", "held")
    if slot.hold is Hold.TO_DECIDE:
        return ChipLook(_("To decide"), "siren", "waiting", "outline")
    if slot.state is VariantState.UNKNOWN:
        return state_chip("variant", "unknown")
    if slot.schedule is not None:
        word = _("Link is lacking") if slot.is_past(now) else _("Set on platform")
        return ChipLook(word, "calendar-clock", "waiting" if slot.is_past(now) else "good", "soft")
    if slot.is_past(now):
        return state_chip("variant", "missed")
    return state_chip("content", "scheduled")


def late_text(slot: Slot, now: datetime) -> str:
    """`sudah 14 mnt` since it was due, or `dalam 2 jam 10 mnt`."""
    length = length_text(now - slot.planned_at)
    if slot.is_past(now):
        return _("due for %(length)s") % {"length": length}
    return _("in %(length)s") % {"length": length}


def took_text(took: timedelta) -> str:
    """How long it took from due to proof; what went out early says so."""
    if took < timedelta(0):
        return _("its link was recorded %(length)s before it was due") % {
            "length": length_text(took)
        }
    return _("its link was recorded %(length)s after it was due") % {"length": length_text(took)}


def undo_text(undo: Undo) -> str:
    """Why it must be cancelled on the platform."""
    if undo.reason is UndoReason.MOVED and undo.planned_at is not None:
        return _("moved to %(when)s") % {"when": short_moment_text(undo.planned_at)}
    return {
        UndoReason.PAUSED: _("an emergency pause holds it"),
        UndoReason.CANCELLED: _("the content was cancelled"),
        UndoReason.NOT_APPROVED: _("it is not approved any more"),
        UndoReason.TAKEN_OUT: _("it is not to go out on this account any more"),
        UndoReason.SKIPPED: _("it was skipped"),
        UndoReason.MOVED: _("it has no moment any more"),
        UndoReason.PUBLISHED: _("it went out by hand and would go out twice"),
    }[undo.reason]


def reach_text(
    scope: PauseScope, category: Category | None, platform: str | None, handle: str | None
) -> str:
    """What a pause holds: `semua kecuali c. Informasi kebencanaan`."""
    match scope:
        case PauseScope.ALL:
            return _("everything is held")
        case PauseScope.ALL_BUT_CATEGORY:
            return _("everything but “%(category)s” is held") % {
                "category": category_label(category)
            }
        case PauseScope.CATEGORY:
            return _("“%(category)s” is held") % {"category": category_label(category)}
        case _:
            name = f"{platform_label(platform or '')} {handle or ''}".strip()
            return _("what goes to %(account)s is held") % {"account": name}


def pause_text(row: PauseRow) -> str:
    """`Jeda darurat: semua kecuali … ditahan`."""
    reach = reach_text(row.scope, row.category, row.platform, row.handle)
    return _("Emergency pause: %(reach)s") % {"reach": reach}
