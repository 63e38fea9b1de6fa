"""Sentences about the office's folder, its drive and its backups."""

from app.language import _
from app.services import errors
from app.services.errors import OfficeError
from app.wording.registry import says


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
