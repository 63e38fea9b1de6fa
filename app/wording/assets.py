"""Sentences of assets: their files, their rights, where they can stand."""

from pathlib import PurePath

from app.language import _
from app.services import errors, store
from app.services.errors import OfficeError
from app.wording.registry import says, says_invalid


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
