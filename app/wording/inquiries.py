"""Sentences of inquiries, their answers and referrals, and of the public's comments."""

from app.language import _
from app.services import errors
from app.wording.registry import says, says_invalid, says_problem


@says_problem("answer_empty")
def _answer_empty() -> str:
    return _("Write the answer first.")


@says_invalid("text", "not_as_approved")
def _not_as_approved(error: errors.InvalidValue) -> str:
    return _("This is not what was approved. Send exactly the approved words.")


@says_invalid("proof", "empty")
def _proof_empty(error: errors.InvalidValue) -> str:
    return _("Paste the link, or name another proof.")


@says_invalid("proof_url", "no_address")
def _proof_no_address(error: errors.InvalidValue) -> str:
    return _("A link begins with https://. Copy it from the browser.")


@says_invalid("handler_id", "inactive")
def _inactive_handler(error: errors.InvalidValue) -> str:
    return _("That person is not active any more. Choose somebody else.")


@says_invalid("remind_on", "before_start")
def _reminder_before(error: errors.InvalidValue) -> str:
    return _("The reminder would come before the day itself. Correct one of them.")


@says_invalid("means", "empty")
def _means_empty(error: errors.InvalidValue) -> str:
    return _("Say how the agency was contacted.")


@says_invalid("agency_id", "own")
def _own_agency(error: errors.InvalidValue) -> str:
    return _("That is our own agency. Choose another one.")


@says_invalid("referral_id", "incoming")
def _incoming_referral(error: errors.InvalidValue) -> str:
    return _("That agency asked us: our approved answer ends the referral.")


@says_invalid("referral_id", "not_answered")
def _referral_not_answered(error: errors.InvalidValue) -> str:
    return _("That agency has not answered yet, so nothing can be built on its answer.")


@says_invalid("address", "no_link")
def _no_address(error: errors.InvalidValue) -> str:
    return _("Write the address of the post, for example https://www.instagram.com/p/…")


@says_invalid("post", "no_link")
def _post_without_link(error: errors.InvalidValue) -> str:
    return _("The link of this post is not recorded yet. Record it first, or write it here.")


@says_invalid("comments", "own")
def _own_comment(error: errors.InvalidValue) -> str:
    return _("This was written by one of our own accounts: it gets no tone and is no inquiry.")


@says(errors.NoCommentsFound)
def _no_comments_found(error: errors.NoCommentsFound) -> str:
    return _(
        "No comments were recognised. Copy the comment column of Instagram, Facebook, YouTube or "
        "TikTok from the browser, with names and “Reply”, and paste it here."
    )
