"""Errors become sentences: what is wrong, where, what to do. For window and command line alike."""

from collections.abc import Callable
from pathlib import PurePath
from typing import Any, TypeVar

from app.labels import label
from app.lacks import lack_text
from app.language import _, moment_text, ngettext
from app.services import approvals, errors, letterheads, pausing, store
from app.services.contents import DoubtfulLink, Lack, LackCode
from app.services.errors import ActError, OfficeError
from app.services.importing import errors as importing_errors
from app.services.importing.field_words import field_words
from app.services.links import LinkDoubt
from app.services.platform_names import platform_label
from app.services.publishing import MediaDamaged
from app.services.reading import errors as reading_errors
from app.services.reading.errors import Refusal

Told = TypeVar("Told", bound=Exception)
_SENTENCES: dict[type[Exception], Callable[[Any], str]] = {}


def says(
    kind: type[Told],
) -> Callable[[Callable[[Told], str]], Callable[[Told], str]]:
    """Register the sentence for one type of error."""

    def keep(sentence: Callable[[Told], str]) -> Callable[[Told], str]:
        _SENTENCES[kind] = sentence
        return sentence

    return keep


def sentence(error: BaseException) -> str:
    """What a person reads of an error; of ours only that nothing was changed."""
    for kind in type(error).__mro__:
        if kind in _SENTENCES:
            return _SENTENCES[kind](error)
    return _(
        "Something in the program went wrong; nothing was changed. "
        "The details are in the program's log."
    )


def has_sentence(kind: type[Exception]) -> bool:
    """Whether this type itself (not a parent) has words of its own."""
    return kind in _SENTENCES


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


@says(errors.OwnWork)
def _own_work(error: errors.OwnWork) -> str:
    return _("You wrote or edited %(reference)s, so another official has to decide on it.") % {
        "reference": error.reference
    }


@says(errors.ChangedMeanwhile)
def _changed_meanwhile(error: errors.ChangedMeanwhile) -> str:
    return _(
        "Somebody saved %(reference)s while you had it open. Yours is not lost: "
        "compare both, then save again."
    ) % {"reference": error.reference}


@says(errors.RevisionSuperseded)
def _superseded(error: errors.RevisionSuperseded) -> str:
    if error.current is None:
        return _(
            "%(reference)s was changed after revision %(shown)s was shown. Look at it again, "
            "then decide."
        ) % {"reference": error.reference, "shown": error.shown}
    return _(
        "%(reference)s was changed: you saw revision %(shown)s, the current one is %(current)s. "
        "Look at it again, then decide."
    ) % {"reference": error.reference, "shown": error.shown, "current": error.current}


@says(errors.DecidedBefore)
def _decided_before(error: errors.DecidedBefore) -> str:
    return _("%(reference)s has been decided on already.") % {"reference": error.reference}


@says(errors.ReasonMissing)
def _reason_missing(error: errors.ReasonMissing) -> str:
    return _("Write a reason, so that the others know what to do.")


@says(errors.Incomplete)
def _incomplete(error: errors.Incomplete) -> str:
    lines = [_problem(found) for found in error.problems]
    return _("%(reference)s is not complete yet: %(problems)s") % {
        "reference": error.reference,
        "problems": " ".join(lines),
    }


_PROBLEMS: dict[str, Callable[..., str]] = {}


def says_problem(code: str) -> Callable[[Callable[..., str]], Callable[..., str]]:
    """Register the sentence for one code of `Incomplete.problems` (or of a field's value)."""

    def keep(told: Callable[..., str]) -> Callable[..., str]:
        _PROBLEMS[code] = told
        return told

    return keep


def problem_sentence(code: str, *facts: object) -> str:
    """The sentence for one problem, for the checklist beside a form as for a refused act."""
    return _PROBLEMS[code](*facts)


def _problem(found: object) -> str:
    code, *facts = found if isinstance(found, tuple) else (found,)
    return problem_sentence(str(code), *facts)


@says_problem("ethics")
def _ethics(letters: str) -> str:
    return _("Check Pasal 9 huruf %(letters)s too.") % {"letters": ", ".join(letters)}


for _code in LackCode:
    _PROBLEMS[_code] = lambda *facts, code=_code: lack_text(Lack(code, *facts))


@says(errors.InvalidValue)
def _invalid_value(error: errors.InvalidValue) -> str:
    told = _INVALID.get((error.field, error.code)) or _INVALID.get(("", error.code))
    if told is None:
        return _("“%(value)s” is not possible here.") % {"value": error.value}
    return told(error)


_INVALID: dict[tuple[str, str], Callable[[errors.InvalidValue], str]] = {}


def says_invalid(
    field: str, code: str
) -> Callable[[Callable[[errors.InvalidValue], str]], Callable[[errors.InvalidValue], str]]:
    """Register the sentence for one code of InvalidValue; field "" serves all fields."""

    def keep(
        told: Callable[[errors.InvalidValue], str],
    ) -> Callable[[errors.InvalidValue], str]:
        _INVALID[field, code] = told
        return told

    return keep


@says_invalid("", "empty")
def _empty(error: errors.InvalidValue) -> str:
    return _("This field can't stay empty.")


@says_invalid("name", "empty")
def _empty_name(error: errors.InvalidValue) -> str:
    return _("Write a name.")


@says_invalid("title", "empty")
def _empty_title(error: errors.InvalidValue) -> str:
    return _("Write a title.")


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


@says_invalid("until_on", "before_start")
def _before_start(error: errors.InvalidValue) -> str:
    return _("The last day is before the first. Correct one of them.")


@says_invalid("address", "no_link")
def _no_address(error: errors.InvalidValue) -> str:
    return _("Write the address of the post, for example https://www.instagram.com/p/…")


@says_invalid("post", "no_link")
def _post_without_link(error: errors.InvalidValue) -> str:
    return _("The link of this post is not recorded yet. Record it first, or write it here.")


@says_invalid("comments", "own")
def _own_comment(error: errors.InvalidValue) -> str:
    return _("This was written by one of our own accounts: it gets no tone and is no inquiry.")


@says_invalid("rights_until", "unlimited")
def _rights_end_and_do_not(error: errors.InvalidValue) -> str:
    return _("Rights either end on a day or have no end. Choose one.")


@says_invalid("asset", "not_postable")
def _not_postable(error: errors.InvalidValue) -> str:
    return _(
        "“%(title)s” is not posted as it is. Save it as a picture or video, then add that."
    ) % {"title": error.value}


@says_invalid("asset", "nothing_to_attach")
def _nothing_to_attach(error: errors.InvalidValue) -> str:
    return _("%(reference)s has no planned variant without this file.") % {"reference": error.value}


@says(errors.NoCommentsFound)
def _no_comments_found(error: errors.NoCommentsFound) -> str:
    return _(
        "No comments were recognised. Copy the comment column of Instagram, Facebook, YouTube or "
        "TikTok from the browser, with names and “Reply”, and paste it here."
    )


@says(errors.AlreadyThere)
def _already_there(error: errors.AlreadyThere) -> str:
    if error.kind == "sign_in_name":
        return _("Somebody signs in as “%(value)s” already. Choose another name.") % {
            "value": error.value
        }
    if error.kind == "link":
        return _("Another publication has the link %(value)s already. Compare both.") % {
            "value": error.value
        }
    if error.kind == "nip":
        return _("Somebody else has the NIP %(value)s. Compare both.") % {"value": error.value}
    if error.kind in ("hashtag_group", "content_template"):
        return _("“%(value)s” is there already. Choose another name.") % {"value": error.value}
    if error.kind == "approval_sheet":
        return _("The sheet %(value)s is noted already.") % {"value": error.value}
    if error.kind == "inquiry":
        return _("The same is entered already, as %(value)s.") % {"value": error.value}
    if error.kind == "referral":
        return _("%(value)s is asked already and has not answered; its clock runs on.") % {
            "value": error.value
        }
    if error.kind == "pause":
        return _("Such a pause is in force already. Look at the banner below the title.")
    if error.kind == "platform_schedule":
        return _(
            "It is scheduled in %(value)s already. Cancel it there and tick that off here first."
        ) % {"value": error.value}
    if error.kind == "interim_reply":
        return _("An interim reply for %(value)s is under way already.") % {"value": error.value}
    return _("“%(value)s” is there already.") % {"value": error.value}


@says(errors.BeforeLastEvent)
def _before_last_event(error: errors.BeforeLastEvent) -> str:
    facts = {"moment": moment_text(error.moment), "limit": moment_text(error.limit)}
    if error.is_future:
        return _("%(moment)s has not come yet: it is %(limit)s now. Correct the time.") % facts
    return _("%(moment)s is before %(limit)s, when this began. Correct the time.") % facts


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


@says(errors.Cancelled)
def _cancelled(error: errors.Cancelled) -> str:
    return _("Stopped. Nothing was changed.")


@says(OfficeError)
def _office_error(error: OfficeError) -> str:
    return _("“%(place)s” can't be used now. Nothing was changed.") % {"place": error.place}


@says(errors.NoOffice)
def _no_office_here(error: errors.NoOffice) -> str:
    return _("There is no office in “%(place)s”. Choose the folder that holds office.toml.") % {
        "place": error.place
    }


@says(errors.OfficeExists)
def _office_exists(error: errors.OfficeExists) -> str:
    return _(
        "“%(place)s” holds something already. Choose an empty folder; nothing is overwritten."
    ) % {"place": error.place}


@says(errors.OfficeTooNew)
def _office_too_new(error: errors.OfficeTooNew) -> str:
    return _(
        "“%(place)s” was made by a newer Kohkol. Install the newer version on this PC; "
        "the office was not touched."
    ) % {"place": error.place}


@says(errors.OfficeDamaged)
def _office_damaged(error: errors.OfficeDamaged) -> str:
    return _(
        "“%(place)s” is damaged. Don't delete anything: restore the newest backup into a new "
        "folder with “kohkol restore”."
    ) % {"place": error.place}


@says(errors.OfficeBusy)
def _office_busy(error: errors.OfficeBusy) -> str:
    return _("Another program has held “%(place)s” for too long. Close it, then try again.") % {
        "place": error.place
    }


@says(errors.OfficeUnreachable)
def _office_unreachable(error: errors.OfficeUnreachable) -> str:
    return _(
        "“%(place)s” can't be read or written. Connect the drive or ask for access, then try again."
    ) % {"place": error.place}


@says(errors.DiskFull)
def _disk_full(error: errors.DiskFull) -> str:
    return _("There is no room left at “%(place)s”. Make room, then try again.") % {
        "place": error.place
    }


@says(store.SourceUnreadable)
def _source_unreadable(error: store.SourceUnreadable) -> str:
    return _("“%(file)s” can't be read to its end. Is its drive still connected? Try again.") % {
        "file": _file_name(error)
    }


@says(store.SourceChanged)
def _source_changed(error: store.SourceChanged) -> str:
    return _("“%(file)s” is still being written. Wait until it is finished, then add it again.") % {
        "file": _file_name(error)
    }


@says(store.BytesMissing)
def _bytes_missing(error: store.BytesMissing) -> str:
    return _(
        "The bytes of this file are not in the office's folder. Restore them from a backup, or add "
        "the original file again."
    )


def _file_name(error: OfficeError) -> str:
    return PurePath(error.place).name


@says(errors.OnNetworkShare)
def _on_network_share(error: errors.OnNetworkShare) -> str:
    return _(
        "“%(place)s” lies on a network drive, where the database would be damaged sooner or "
        "later. Choose a folder on this PC."
    ) % {"place": error.place}


@says(errors.FileExists)
def _file_exists(error: errors.FileExists) -> str:
    return _("“%(place)s” is there already. Choose another name; nothing is overwritten.") % {
        "place": error.place
    }


@says(errors.BackupDamaged)
def _backup_damaged(error: errors.BackupDamaged) -> str:
    return _(
        "“%(place)s” is not a backup of an office, or it is damaged. Use an older backup; "
        "nothing was made."
    ) % {"place": error.place}


@says(errors.BackupTooNew)
def _backup_too_new(error: errors.BackupTooNew) -> str:
    return _("“%(place)s” was made by a newer Kohkol. Install the newer version on this PC.") % {
        "place": error.place
    }


_REFUSALS: dict[Refusal, Callable[[], str]] = {
    Refusal.MISSING: lambda: _("“%(file)s” is not there any more. Choose it again."),
    Refusal.NOT_ALLOWED: lambda: _(
        "“%(file)s” can't be read now. Close it in the other program, then try again."
    ),
    Refusal.FOLDER: lambda: _("“%(file)s” is a folder. Choose the file in it."),
    Refusal.EMPTY: lambda: _("“%(file)s” is empty."),
    Refusal.DAMAGED: lambda: _(
        "“%(file)s” is damaged or cut off. Open it in its own program, save it anew, try again."
    ),
    Refusal.LOCKED: lambda: _(
        "“%(file)s” is protected by a password. Save it without one, then try again."
    ),
    Refusal.UNKNOWN_KIND: lambda: _(
        "“%(file)s” is none of the kinds of file that Kohkol reads. Save it as XLSX or CSV."
    ),
    Refusal.NO_TABLE: lambda: _(
        "“%(file)s” is called a workbook but holds none. It is damaged, or only got this name. "
        "Save it anew from the spreadsheet program."
    ),
    Refusal.NO_MEDIA: lambda: _(
        "“%(file)s” is neither a picture nor a video nor a PDF. Save it as JPEG, PNG or MP4."
    ),
    Refusal.TOO_LARGE: lambda: _("“%(file)s” is too large to be read, or unpacks to too much."),
    Refusal.TOO_MANY_CELLS: lambda: _(
        "“%(file)s” has too many cells. Delete empty rows and columns, save, try again."
    ),
}


@says(reading_errors.FileRefused)
def _file_refused(error: reading_errors.FileRefused) -> str:
    return _REFUSALS[error.reason]() % {"file": error.file}


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


@says(reading_errors.ReaderDied)
def _reader_died(error: reading_errors.ReaderDied) -> str:
    return _(
        "“%(file)s” could not be read: it needs too much memory. Nothing was changed. "
        "Save it anew in its own program, then try again."
    ) % {"file": error.file}


@says(reading_errors.ReaderTooSlow)
def _reader_too_slow(error: reading_errors.ReaderTooSlow) -> str:
    return _("Reading “%(file)s” took too long and was stopped. Nothing was changed.") % {
        "file": error.file
    }


@says(importing_errors.NotRecognised)
def _not_recognised(error: importing_errors.NotRecognised) -> str:
    if not error.headers:
        return _(
            "“%(file)s” holds no table: no row in it has column headers. It may be damaged, or "
            "another file than you meant."
        ) % {"file": error.file}
    return _(
        "“%(file)s” is no list that Kohkol knows. Say what it holds, or which column is what. "
        "Its headers seem to be: %(headers)s"
    ) % {"file": error.file, "headers": ", ".join(error.headers)}


@says(importing_errors.ColumnsMissing)
def _columns_missing(error: importing_errors.ColumnsMissing) -> str:
    return _(
        "“%(file)s” lacks columns for “%(kind)s”: %(missing)s. Say which column is what. "
        "Its headers seem to be: %(headers)s"
    ) % {
        "file": error.file,
        "kind": label(error.kind),
        "missing": ", ".join(
            f"{field_words(error.kind, field)} ({field})" for field in error.missing
        ),
        "headers": ", ".join(error.headers) or "–",
    }


@says(importing_errors.UnknownField)
def _unknown_field(error: importing_errors.UnknownField) -> str:
    return _("“%(field)s” is no field of “%(kind)s”. There are: %(fields)s.") % {
        "field": error.field,
        "kind": label(error.kind),
        "fields": ", ".join(error.fields),
    }


@says(importing_errors.PastedNeedsPost)
def _pasted_needs_post(error: importing_errors.PastedNeedsPost) -> str:
    return _(
        "“%(file)s” holds pasted comments, but not under which post they were written. Name it."
    ) % {"file": error.file}


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


@says_invalid("post_kind", "other_platform")
def _other_platform(error: errors.InvalidValue) -> str:
    return _("This account has no such kind of post. Choose another.")


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


@says_invalid("signed_on", "future")
@says_invalid("submitted_on", "future")
def _day_to_come(error: errors.InvalidValue) -> str:
    return _("This day has not come yet. Check the day.")


@says_invalid("submitted_on", "not_signed")
def _not_signed(error: errors.InvalidValue) -> str:
    return _("The signature comes first: record it, then the delivery.")


@says_invalid("submitted_on", "before_signature")
def _before_signature(error: errors.InvalidValue) -> str:
    return _("The report can't be delivered before it was signed. Check the day.")


@says_invalid("year", "range")
def _year_range(error: errors.InvalidValue) -> str:
    return _("Write a year between 2000 and 2100.")


@says_problem("answer_empty")
def _answer_empty() -> str:
    return _("Write the answer first.")


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


@says_invalid("words", "empty")
def _day_without_words(error: errors.InvalidValue) -> str:
    return _("Write what the day is.")


@says_invalid("words", "too_long")
def _day_too_long(error: errors.InvalidValue) -> str:
    return _("This is too long for a day of the calendar. Shorten it.")


@says_invalid("reason", "quiet_without_reason")
def _quiet_without_reason(error: errors.InvalidValue) -> str:
    return _("Say why it is a quiet period: colleagues will ask.")


@says_invalid("last_on", "before_start")
def _day_ends_before_start(error: errors.InvalidValue) -> str:
    return _("The last day is before the first. Correct one of them.")


@says_invalid("last_on", "too_far")
def _day_too_far(error: errors.InvalidValue) -> str:
    return _("This is longer than a year. Check the year.")


@says_invalid("first_on", "year_range")
def _day_year_range(error: errors.InvalidValue) -> str:
    return _("Write a year between 2000 and 2100.")


@says_invalid("content", "without_day")
def _repeats_without_day(error: errors.InvalidValue) -> str:
    return _("%(reference)s has no day yet. Give it one: occurrences are counted from it.") % {
        "reference": error.value
    }


@says_invalid("weekdays", "without_first")
def _weekdays_without_first(error: errors.InvalidValue) -> str:
    return _("The day of the week of the first occurrence must be among them.")


@says_invalid("nth", "without_first")
def _nth_without_first(error: errors.InvalidValue) -> str:
    return _("The first occurrence is not on that day of its month. Choose the other one.")


@says_invalid("every", "range")
@says_invalid("number", "range")
def _repeats_range(error: errors.InvalidValue) -> str:
    return _("Write a number between 1 and %(limit)s.") % {"limit": error.value}


@says_invalid("days", "not_of_series")
def _not_of_series(error: errors.InvalidValue) -> str:
    return _("The rule was changed meanwhile. Look at the dates again.")


@says_invalid("account", "empty")
def _pause_without_account(error: errors.InvalidValue) -> str:
    return _("Choose the account.")


@says_invalid("category", "empty")
def _pause_without_category(error: errors.InvalidValue) -> str:
    return _("Choose the category.")


@says_invalid("place", "empty")
def _schedule_without_place(error: errors.InvalidValue) -> str:
    return _("Write where it is scheduled, for example Meta Business Suite.")


@says_invalid("set_for", "past")
@says_invalid("planned_at", "past")
def _past_moment(error: errors.InvalidValue) -> str:
    return _("This moment has passed. Choose one that is still to come.")


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


@says(MediaDamaged)
def _media_damaged(error: MediaDamaged) -> str:
    return _(
        "The file “%(title)s” in the office's store is not what was approved any more. "
        "Restore it from a backup before it is published."
    ) % {"title": error.place}


@says_invalid("limit", "range")
def _limit_range(error: errors.InvalidValue) -> str:
    return _("Write a number between 1 and 1,000,000.")


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


@says(approvals.CodeChanged)
def _code_changed(error: approvals.CodeChanged) -> str:
    facts = {"reference": error.reference, "code": error.current}
    if error.current is None:
        return _("%(reference)s was changed after it was sent. Request approval again.") % facts
    return _("%(reference)s was changed after it was sent; its code now is %(code)s.") % facts


@says(approvals.NotAllowedHere)
def _decisions_not_noted_here(error: approvals.NotAllowedHere) -> str:
    return _(
        "This office lets officials decide in the program only. The head or an admin can change "
        "that in Kantor, Rules of the agency."
    )


@says_invalid("decider", "self")
def _own_word_noted(error: errors.InvalidValue) -> str:
    return _("Your own decision is made in the program, not noted.")


@says_invalid("decider", "decides_nothing")
def _decides_nothing_then(error: errors.InvalidValue) -> str:
    return _("This person was neither official, head nor deputy on that day.")


@says_invalid("official", "decides_nothing")
def _no_official_to_stand_in_for(error: errors.InvalidValue) -> str:
    return _("Only an official or the head of the agency has a deputy.")


@says_invalid("deputy", "same_person")
def _own_deputy(error: errors.InvalidValue) -> str:
    return _("Nobody is his own deputy. Choose somebody else.")


@says_invalid("deputy", "is_over")
def _deputy_is_over(error: errors.InvalidValue) -> str:
    return _("This deputy's days are over already.")


@says_invalid("proof", "no_file")
def _proof_without_file(error: errors.InvalidValue) -> str:
    return _("Add the screenshot, or the scan of the signed paper.")


@says_invalid("proof", "nothing_said")
def _proof_without_words(error: errors.InvalidValue) -> str:
    return _("Write what was said, and who heard it.")


@says_invalid("decision", "of_another")
def _decision_of_another(error: errors.InvalidValue) -> str:
    return _("Only the official in whose name it was noted can confirm this decision.")


@says_invalid("sheet", "empty")
def _sheet_without_lines(error: errors.InvalidValue) -> str:
    return _("Nothing waits for this official, so there is nothing to print.")


@says_invalid("signed_on", "before_sheet")
def _signed_before_printed(error: errors.InvalidValue) -> str:
    return _("The sheet was printed after this day. Check the day.")
