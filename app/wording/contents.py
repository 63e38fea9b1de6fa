"""Sentences of the composer: what a content lacks, its hashtags, narrative and links."""

from app.lacks import lack_text
from app.language import _
from app.services import errors
from app.services.contents import Lack, LackCode
from app.wording.registry import says_invalid, says_problem


@says_problem("ethics")
def _ethics(letters: str) -> str:
    return _("Check Pasal 9 huruf %(letters)s too.") % {"letters": ", ".join(letters)}


for _code in LackCode:
    says_problem(_code)(lambda *facts, code=_code: lack_text(Lack(code, *facts)))


@says_invalid("post_kind", "other_platform")
def _other_platform(error: errors.InvalidValue) -> str:
    return _("This account has no such kind of post. Choose another.")


@says_invalid("tags", "hashtag")
def _no_hashtag(error: errors.InvalidValue) -> str:
    return _("“%(value)s” can be no hashtag: letters and digits only, at least one letter.") % {
        "value": error.value
    }


@says_invalid("narrative", "unknown")
def _unknown_narrative(error: errors.InvalidValue) -> str:
    return _("This single narrative is not there any more. Choose it again.")


@says_invalid("text", "narrative")
def _other_than_narrative(error: errors.InvalidValue) -> str:
    return _(
        "The words of a single narrative can't be edited. Take the narrative off to write a text "
        "of your own."
    )


@says_invalid("utm_source", "empty")
def _empty_source_of_link(error: errors.InvalidValue) -> str:
    return _("Write where the link will stand, such as instagram.")


@says_invalid("link", "address")
def _no_web_address(error: errors.InvalidValue) -> str:
    return _("This is no web address. It begins with https://")
