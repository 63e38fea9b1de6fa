"""Sentences of publishing: links as proof, schedules on platforms, emergency pauses."""

from collections.abc import Callable

from app.language import _, moment_text
from app.services import errors, pausing
from app.services.contents import DoubtfulLink
from app.services.links import LinkDoubt
from app.services.publishing import MediaDamaged
from app.wording.registry import says, says_invalid


@says(DoubtfulLink)
def _doubtful_link(error: DoubtfulLink) -> str:
    return _DOUBTS[error.doubt]() % {"link": error.link, "place": error.place}


_DOUBTS: dict[LinkDoubt, Callable[[], str]] = {
    LinkDoubt.NO_ADDRESS: lambda: _(
        "“%(link)s” is no web address. Copy it from the post itself, from https:// on."
    ),
    LinkDoubt.OTHER_PLATFORM: lambda: _(
        "This link does not lead to %(place)s. Compare it with the post."
    ),
    LinkDoubt.NO_POST: lambda: _(
        "This link leads to a page of %(place)s, not to one post. Open the post and copy its link."
    ),
    LinkDoubt.OTHER_ACCOUNT: lambda: _(
        "This link leads to another account than %(place)s. Compare it with the post."
    ),
}


@says_invalid("account", "empty")
def _pause_without_account(error: errors.InvalidValue) -> str:
    return _("Choose the account.")


@says_invalid("category", "empty")
def _pause_without_category(error: errors.InvalidValue) -> str:
    return _("Choose the category.")


@says(pausing.PauseEnded)
def _pause_ended(error: pausing.PauseEnded) -> str:
    return _("This pause was ended already, on %(moment)s.") % {
        "moment": moment_text(error.ended_at)
    }


@says(pausing.NotHeld)
def _not_held(error: pausing.NotHeld) -> str:
    return _("%(reference)s does not wait for a decision: look at the list again.") % {
        "reference": error.reference
    }


@says(pausing.HeldByPause)
def _held_by_pause(error: pausing.HeldByPause) -> str:
    return _("An emergency pause holds %(reference)s: nothing of it is scheduled anywhere.") % {
        "reference": error.reference
    }


@says_invalid("place", "empty")
def _schedule_without_place(error: errors.InvalidValue) -> str:
    return _("Write where it is scheduled, for example Meta Business Suite.")


@says_invalid("set_for", "past")
@says_invalid("planned_at", "past")
def _past_moment(error: errors.InvalidValue) -> str:
    return _("This moment has passed. Choose one that is still to come.")


@says(MediaDamaged)
def _media_damaged(error: MediaDamaged) -> str:
    return _(
        "The file “%(title)s” in the office's store is not what was approved any more. "
        "Restore it from a backup before it is published."
    ) % {"title": error.place}
