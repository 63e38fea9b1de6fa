"""`kohkol import`: files of the office come in, one transaction each; what was refused is named."""

import hashlib
import json
from argparse import Namespace
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.cli import terminal
from app.cli.exit_codes import ExitCode
from app.labels import label
from app.language import _
from app.models.imports import ImportKind
from app.models.roles import Role
from app.office import Office
from app.services.asset_library import AssetLibrary, files_below
from app.services.assets import add_assets
from app.services.comments import compare_pasted, own_names, post_at, take_pasted
from app.services.database import world_error
from app.services.errors import NoCommentsFound, OfficeError
from app.services.importing.errors import (
    ColumnsMissing,
    NotRecognised,
    PastedNeedsPost,
    UnknownField,
)
from app.services.importing.foreign import read_foreign
from app.services.importing.pasted import PastedComments, read_pasted
from app.services.importing.previewing import preview, report_of
from app.services.importing.taking import take
from app.services.reading.delimited import decoded
from app.services.reading.errors import FileRefused
from app.services.reading.media import media_type_of
from app.services.reading.process import ReaderProcess
from app.services.reading.readers import Refused
from app.wording import sentence

_MAY_BE_PASTED = (None, ImportKind.COMMENTS)
_LONGEST_PASTED = 16 * 1024 * 1024  # bytes: far more than a clipboard ever held


@dataclass(slots=True)
class Told:
    """What is said of one file, to people and to programs."""

    file: str
    kind: str
    rows: int
    accepted: int
    duplicates: int
    changed: int
    roles: list[dict[str, str]] = field(default_factory=list)  # who gets which role
    rejected: list[dict[str, Any]] = field(default_factory=list)

    @property
    def has_findings(self) -> bool:
        return bool(self.rejected or self.changed)

    def facts(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.__slots__}


def import_files(words: Namespace) -> int:
    """Take in each file; one that can't be read does not stop the others."""
    mapping = _mapping(words.map)
    worst = ExitCode.DONE
    needs_actor = not words.dry_run
    with (
        terminal.opened(words.office, words.actor, needs_actor=needs_actor) as office,
        ReaderProcess() as reader,
    ):
        for file in _files(words):
            try:
                told = _import_file(office, reader, file, words, mapping)
            except (OfficeError, NotRecognised, ColumnsMissing) as error:
                terminal.say(sentence(error))
                worst = max(worst, ExitCode.CANNOT_OPEN)
                continue
            if not told.rows:
                terminal.say(
                    _("“%(file)s” has no row below its column headers.") % {"file": told.file}
                )
            print(json.dumps(told.facts(), ensure_ascii=False) if words.json else _text(told))
            if told.has_findings:
                worst = max(worst, ExitCode.FINDINGS)
    return worst


def _files(words: Namespace) -> list[Path]:
    return files_below(words.files) if words.kind == "assets" else words.files


def _mapping(given: list[str]) -> dict[str, str]:
    pairs = {}
    for pair in given:
        column, equals, name = pair.rpartition("=")
        if not equals or not column.strip():
            raise terminal.WordsMissing(
                _("--map needs COLUMN=FIELD; “%(pair)s” is not of that form.") % {"pair": pair}
            )
        pairs[column.strip()] = name.strip()
    return pairs


def _import_file(
    office: Office, reader: ReaderProcess, file: Path, words: Namespace, mapping: Mapping[str, str]
) -> Told:
    if words.kind == "assets":
        return _import_asset(office, reader, file, dry_run=words.dry_run)
    kind = ImportKind(words.kind.replace("-", "_")) if words.kind else None
    try:
        shown = office.read(preview, read_foreign(reader, file), kind, mapping)
    except UnknownField as error:
        raise terminal.WordsMissing(sentence(error)) from error
    except (NotRecognised, ColumnsMissing, FileRefused):
        pasted = _pasted(office, file, words.post) if kind in _MAY_BE_PASTED else None
        if pasted is not None:
            return _import_pasted(office, file, pasted, words.post, dry_run=words.dry_run)
        if kind is None and _is_medium(file):
            return _import_asset(office, reader, file, dry_run=words.dry_run)
        raise
    if not words.dry_run:
        with terminal.progress(file.name) as progress:
            office.act(take, shown, progress)
    return Told(**report_of(shown))


def _pasted(office: Office, file: Path, post: str | None) -> PastedComments | None:
    """The comments of a text copied from a web page; None if the file is none."""
    names = office.read(own_names, office.read(post_at, post).platform) if post else frozenset()
    try:
        if file.stat().st_size > _LONGEST_PASTED:
            return None
        return read_pasted(decoded(file.read_bytes()), names)
    except (OSError, Refused, NoCommentsFound):
        return None  # what is wrong with it as a table is said instead


def _is_medium(file: Path) -> bool:
    try:
        media_type_of(file)
    except (OSError, Refused):
        return False
    return True


def _import_pasted(
    office: Office, file: Path, pasted: PastedComments, post: str | None, *, dry_run: bool
) -> Told:
    if post is None:
        raise terminal.WordsMissing(
            f"{sentence(PastedNeedsPost(file.name))} {_('Use --post URL.')}"
        )
    if dry_run:
        taken = office.read(compare_pasted, pasted, address=post)
    else:
        taken = office.act(take_pasted, pasted, address=post)
    return Told(
        file.name, ImportKind.COMMENTS, len(pasted.comments), taken.new, taken.known, changed=0
    )


def _import_asset(office: Office, reader: ReaderProcess, file: Path, *, dry_run: bool) -> Told:
    """Bytes are kept before the row that names them; a refused file is a refused row."""
    library = AssetLibrary(office.folder, office.assets)
    told = Told(file.name, ImportKind.ASSETS, rows=1, accepted=0, duplicates=0, changed=0)
    try:
        with terminal.progress(file.name) as progress:
            if dry_run:
                reader.read("media", file)  # what it refuses would be refused in earnest, too
                is_new = not office.assets.exists(_sha256(file))
            else:
                arrivals = [library.take_in(file, file.name, progress)]
                is_new = office.act(add_assets, arrivals)[0].is_new
    except OfficeError as error:
        told.rejected.append(
            {"row": 1, "column": "", "value": file.name, "reason": sentence(error)}
        )
    else:
        told.accepted, told.duplicates = int(is_new), int(not is_new)
    finally:
        library.close()
    return told


def _sha256(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise world_error(error, file) from error


def _text(told: Told) -> str:
    head = _(
        "%(file)s (%(kind)s): %(rows)d rows, %(accepted)d accepted, %(duplicates)d duplicates, "
        "%(changed)d changed, %(rejected)d refused"
    ) % {
        "file": told.file,
        "kind": label(ImportKind(told.kind)),
        "rows": told.rows,
        "accepted": told.accepted,
        "duplicates": told.duplicates,
        "changed": told.changed,
        "rejected": len(told.rejected),
    }
    given = [
        _("  gets a role: %(name)s (%(role)s)")
        % {"name": row["name"], "role": label(Role(row["role"]))}
        for row in told.roles
    ]
    return "\n".join([head, *given, *map(_refused, told.rejected)])


def _refused(row: Mapping[str, Any]) -> str:
    place = f"{row['sheet']} " if row.get("sheet") else ""
    return _("  %(place)srow %(row)d: %(reason)s") % {
        "place": place,
        "row": row["row"],
        "reason": row["reason"],
    }
