"""Sentences about foreign files: what can't be read, and what can't be recognised."""

from collections.abc import Callable

from app.labels import label
from app.language import _
from app.services.importing import errors as importing_errors
from app.services.importing.field_words import field_words
from app.services.reading import errors as reading_errors
from app.services.reading.errors import Refusal
from app.wording.registry import says


@says(reading_errors.FileRefused)
def _file_refused(error: reading_errors.FileRefused) -> str:
    return _REFUSALS[error.reason]() % {"file": error.file}


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
