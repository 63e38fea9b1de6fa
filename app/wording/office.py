"""Sentences of Kantor: passwords, people, accounts, agencies, deputies, letterheads, limits."""

from collections.abc import Callable

from app.language import _, ngettext
from app.services import errors, letterheads
from app.services.platform_names import platform_label
from app.wording.registry import says, says_invalid


@says(errors.NotSignedIn)
def _not_signed_in(error: errors.NotSignedIn) -> str:
    return _("Sign in first.")


@says(errors.WrongPassword)
def _wrong_password(error: errors.WrongPassword) -> str:
    return _("Name and password don't match. Try again, or ask your admin for a new password.")


@says(errors.PasswordTooShort)
def _password_too_short(error: errors.PasswordTooShort) -> str:
    return ngettext(
        "The password needs at least %(n)d character.",
        "The password needs at least %(n)d characters.",
        error.least,
    ) % {"n": error.least}


@says(errors.PasswordMustChange)
def _password_must_change(error: errors.PasswordMustChange) -> str:
    return _("This password was set by somebody else. Set your own first.")


@says_invalid("nip", "length")
def _nip_length(error: errors.InvalidValue) -> str:
    return _("A NIP or NI PPPK has 18 digits. Compare it with the document.")


@says_invalid("nip", "birth_date")
def _nip_birth_date(error: errors.InvalidValue) -> str:
    return _("The first eight digits are no birth date. Compare them with the document.")


@says_invalid("nip", "appointment")
def _nip_appointment(error: errors.InvalidValue) -> str:
    return _(
        "Digits 13 and 14 are neither a month (PNS) nor a contract (PPPK). "
        "Compare them with the document."
    )


@says_invalid("nip", "sex")
def _nip_sex(error: errors.InvalidValue) -> str:
    return _("The 15th digit is 1 for a man, 2 for a woman. Compare it with the document.")


@says_invalid("nip", "sequence")
def _nip_sequence(error: errors.InvalidValue) -> str:
    return _("The last three digits can't be 000. Compare them with the document.")


@says_invalid("handle", "other_platform")
def _handle_of_other_platform(error: errors.InvalidValue) -> str:
    return _("This is an address of %(platform)s. Write it there.") % {
        "platform": platform_label(str(error.value))
    }


@says_invalid("handle", "no_profile")
def _handle_without_profile(error: errors.InvalidValue) -> str:
    return _("This address names no account. Paste the address of the account's own page.")


@says_invalid("handle", "not_fitting")
def _handle_not_fitting(error: errors.InvalidValue) -> str:
    return _(
        "This can't be an account of %(platform)s. Write its name without spaces, or paste the "
        "address of its page."
    ) % {"platform": platform_label(str(error.value))}


@says_invalid("official", "decides_nothing")
def _no_official_to_stand_in_for(error: errors.InvalidValue) -> str:
    return _("Only an official or the head of the agency has a deputy.")


@says_invalid("deputy", "same_person")
def _own_deputy(error: errors.InvalidValue) -> str:
    return _("Nobody is his own deputy. Choose somebody else.")


@says_invalid("deputy", "is_over")
def _deputy_is_over(error: errors.InvalidValue) -> str:
    return _("This deputy's days are over already.")


@says(letterheads.NotALetterhead)
def _not_a_letterhead(error: letterheads.NotALetterhead) -> str:
    return _NO_LETTERHEAD[error.fault]() % {"file": error.file}


_NO_LETTERHEAD: dict[letterheads.LetterheadFault, Callable[[], str]] = {
    letterheads.LetterheadFault.PDF: lambda: _(
        "“%(file)s” is a PDF. Save the page with the letterhead as PNG or JPG and choose that."
    ),
    letterheads.LetterheadFault.OTHER_KIND: lambda: _(
        "“%(file)s” is no picture of a letterhead. It has to be a PNG or JPG."
    ),
    letterheads.LetterheadFault.WHOLE_PAGE: lambda: _(
        "“%(file)s” is higher than wide, like a whole page. Crop it to the letterhead alone."
    ),
    letterheads.LetterheadFault.TOO_LARGE: lambda: _(
        "“%(file)s” has too many pixels. Save the letterhead about 2,000 pixels wide."
    ),
}


@says_invalid("limit", "range")
def _limit_range(error: errors.InvalidValue) -> str:
    return _("Write a number between 1 and 1,000,000.")
