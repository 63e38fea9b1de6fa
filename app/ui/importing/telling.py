"""What is said about a file above its rows, and which of its columns are asked about."""

from app.labels import label
from app.language import _, ngettext, number_text
from app.models.roles import DECIDERS
from app.services.importing.errors import ColumnsMissing, NotRecognised
from app.services.importing.previewing import Preview
from app.services.importing.taking import Taken
from app.ui.importing.files import OpenedFile
from app.wording import sentence


def notice_of(opened: OpenedFile | None) -> tuple[str, str]:
    """The words and their tone; no words where the rows speak for themselves."""
    if opened is None:
        return "", "planned"
    if opened.taken is not None:
        return taken_text(opened.taken), "good"
    if opened.is_text:
        return _(
            "This is text without a table. Comments copied from a page are pasted under Inquiries, "
            "where their post is chosen."
        ), "waiting"
    if opened.error is not None:
        return sentence(opened.error), "bad"
    shown = opened.preview
    if shown is None:
        return "", "planned"
    if not shown.rows_read:
        return _("There is no row below the column headers. Nothing would change."), "waiting"
    if not shown.good and not shown.renewed and not shown.faulty:
        return _("The office has all of this already. Nothing would change."), "planned"
    return deciders_text(shown), "waiting"


def deciders_text(shown: Preview) -> str:
    """Who would be allowed to decide once the file is in; empty where nobody."""
    deciders = [f"{name} ({label(role)})" for name, role in shown.roles_given if role in DECIDERS]
    if not deciders:
        return ""
    return _(
        "By taking this in, these people get a role that decides: %(people)s. None of them can "
        "sign in before Office gives a password."
    ) % {"people": ", ".join(deciders)}


def unknown_headers(opened: OpenedFile) -> tuple[str, ...]:
    """The headers to ask about; what was mapped by hand stays there to be changed."""
    if opened.taken is not None:
        return ()
    if opened.preview is not None:
        headers = (*opened.mapping, *opened.preview.judged.unknown)
    elif isinstance(opened.error, (ColumnsMissing, NotRecognised)):
        headers = (*opened.mapping, *opened.error.headers)
    else:
        headers = ()
    return tuple(dict.fromkeys(headers))


def taken_text(taken: Taken) -> str:
    """How many rows came in."""
    written = taken.accepted + taken.renewed
    return ngettext("%(n)s row was taken in.", "%(n)s rows were taken in.", written) % {
        "n": number_text(written, 0)
    }
