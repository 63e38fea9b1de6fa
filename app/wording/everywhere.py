"""Sentences that an act of any room can need."""

from collections.abc import Callable

from app.labels import label
from app.language import _, moment_text
from app.services import errors
from app.services.errors import ActError
from app.wording.registry import says, says_invalid


@says(ActError)
def _act_error(error: ActError) -> str:
    return _("This can't be done now. Nothing was changed.")


@says(errors.NotFound)
def _not_found(error: errors.NotFound) -> str:
    return _("It is not there any more. Perhaps a colleague removed it. Ask again with F5.")


@says(errors.WrongState)
def _wrong_state(error: errors.WrongState) -> str:
    return _(
        "%(reference)s is now “%(state)s”, so this is not possible: perhaps a colleague was faster."
    ) % {"reference": error.reference, "state": label(error.state)}


@says(errors.NotPermitted)
def _not_permitted(error: errors.NotPermitted) -> str:
    roles = ", ".join(label(role) for role in sorted(error.needed))
    return _("Your role does not allow this. It is for: %(roles)s.") % {"roles": roles}


@says(errors.ChangedMeanwhile)
def _changed_meanwhile(error: errors.ChangedMeanwhile) -> str:
    return _(
        "Somebody saved %(reference)s while you had it open. Yours is not lost: "
        "compare both, then save again."
    ) % {"reference": error.reference}


@says(errors.ReasonMissing)
def _reason_missing(error: errors.ReasonMissing) -> str:
    return _("Write a reason, so that the others know what to do.")


@says(errors.AlreadyThere)
def _already_there(error: errors.AlreadyThere) -> str:
    told = _THERE.get(error.kind, lambda: _("“%(value)s” is there already."))
    return told() % {"value": error.value}


def _name_is_taken() -> str:
    return _("“%(value)s” is there already. Choose another name.")


_THERE: dict[str, Callable[[], str]] = {
    "sign_in_name": lambda: _("Somebody signs in as “%(value)s” already. Choose another name."),
    "link": lambda: _("Another publication has the link %(value)s already. Compare both."),
    "nip": lambda: _("Somebody else has the NIP %(value)s. Compare both."),
    "hashtag_group": _name_is_taken,
    "content_template": _name_is_taken,
    "approval_sheet": lambda: _("The sheet %(value)s is noted already."),
    "inquiry": lambda: _("The same is entered already, as %(value)s."),
    "referral": lambda: _("%(value)s is asked already and has not answered; its clock runs on."),
    "pause": lambda: _("Such a pause is in force already. Look at the banner below the title."),
    "platform_schedule": lambda: _(
        "It is scheduled in %(value)s already. Cancel it there and tick that off here first."
    ),
    "interim_reply": lambda: _("An interim reply for %(value)s is under way already."),
}


@says(errors.BeforeLastEvent)
def _before_last_event(error: errors.BeforeLastEvent) -> str:
    facts = {"moment": moment_text(error.moment), "limit": moment_text(error.limit)}
    if error.is_future:
        return _("%(moment)s has not come yet: it is %(limit)s now. Correct the time.") % facts
    return _("%(moment)s is before %(limit)s, when this began. Correct the time.") % facts


@says(errors.Cancelled)
def _cancelled(error: errors.Cancelled) -> str:
    return _("Stopped. Nothing was changed.")


@says_invalid("", "empty")
def _empty(error: errors.InvalidValue) -> str:
    return _("This field can't stay empty.")


@says_invalid("name", "empty")
def _empty_name(error: errors.InvalidValue) -> str:
    return _("Write a name.")


@says_invalid("title", "empty")
def _empty_title(error: errors.InvalidValue) -> str:
    return _("Write a title.")


@says_invalid("last_on", "before_start")
@says_invalid("until_on", "before_start")
def _before_start(error: errors.InvalidValue) -> str:
    return _("The last day is before the first. Correct one of them.")


@says_invalid("first_on", "year_range")
@says_invalid("year", "range")
def _year_range(error: errors.InvalidValue) -> str:
    return _("Write a year between 2000 and 2100.")
