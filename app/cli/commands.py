"""One function a command: reads the words, lets the office act, prints, returns the exit code."""

import json
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from app.cli import terminal
from app.cli.arguments import AGENCY_KINDS, CALENDAR_FORMAT
from app.cli.exit_codes import ExitCode
from app.cli.faults import fault_text
from app.findings import gap_text, lack_text
from app.labels import label
from app.language import _, moment_text, month_text, ngettext
from app.models.agency import AgencyKind
from app.office import Office
from app.services.checking import Check, check
from app.services.database import world_error


def new(words: Namespace) -> int:
    """An empty office and its first person."""
    Office.create(
        words.folder,
        name=words.name,
        kind=AgencyKind(AGENCY_KINDS[words.kind]),
        admin=words.admin,
        password=terminal.new_password(),
        database_url=words.database,
    ).close()
    print(
        _("The office is in %(folder)s; %(name)s can sign in.")
        % {"folder": words.folder, "name": words.admin}
    )
    return ExitCode.DONE


def export(words: Namespace) -> int:
    """Everything of one kind, into a file or to standard output."""
    from app.services.exporting import ExportKind, FileFormat, export_table, write_table

    if words.format == CALENDAR_FORMAT:
        return _export_calendar(words)
    with terminal.opened(words.office, words.actor) as office:
        table = office.read(export_table, ExportKind(words.kind))
    with _target(words.out) as target, terminal.progress(_("Writing")) as progress:
        write_table(table, FileFormat(words.format), target, progress)
    terminal.say(
        ngettext("%(n)d row written.", "%(n)d rows written.", len(table.rows))
        % {"n": len(table.rows)}
    )
    return ExitCode.DONE


def _export_calendar(words: Namespace) -> int:
    """What has a day, for calendar programs."""
    from app.services.exporting import ExportKind, calendar_entries, write_calendar

    if words.kind != ExportKind.CONTENTS:
        raise terminal.WordsMissing(_("Only contents can be written as a calendar (ics)."))
    with terminal.opened(words.office, words.actor) as office:
        entries, now = office.read(calendar_entries), office.now()
    with _target(words.out) as target:
        write_calendar(entries, target, now)
    terminal.say(
        ngettext("%(n)d event written.", "%(n)d events written.", len(entries))
        % {"n": len(entries)}
    )
    return ExitCode.DONE


@contextmanager
def _target(file: Path | None) -> Iterator[BinaryIO]:
    """Standard output, or a file that gets its name only when it is finished."""
    if file is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    unfinished = file.with_name(f"{file.name}.{os.getpid()}.part")
    try:
        with unfinished.open("wb") as target:
            yield target
        unfinished.replace(file)
    except OSError as error:
        raise world_error(error, file) from error
    finally:
        unfinished.unlink(missing_ok=True)


def report(words: Namespace) -> int:
    """The annual report of one year as it is now."""
    from app.services.agencies import own_agency
    from app.services.printing.annual_report import write_annual_report
    from app.services.reports import report_contents

    with terminal.opened(words.office, words.actor) as office:
        contents = office.read(
            report_contents, words.year, office.now(), office.assets, office.is_demo
        )
        wanted = words.paper or office.read(own_agency).paper
    try:
        with terminal.progress(_("Drawing the report")) as progress:
            write_annual_report(contents, words.out, "f4" if wanted == "f4" else "a4", progress)
    except OSError as error:
        raise world_error(error, words.out) from error
    print(_("The report of %(year)d is in %(file)s.") % {"year": words.year, "file": words.out})
    return ExitCode.DONE


def month(words: Namespace) -> int:
    """A month of the plan on one sheet."""
    from app.services.plan_paper import month_paper
    from app.services.printing.month import write_month

    with terminal.opened(words.office, words.actor) as office:
        contents = office.read(month_paper, words.month, office.now(), office.is_demo)
    try:
        write_month(contents, words.out, words.paper)
    except OSError as error:
        raise world_error(error, words.out) from error
    print(
        _("The plan of %(month)s is in %(file)s.")
        % {"month": month_text(words.month), "file": words.out}
    )
    return ExitCode.DONE


def check_office(words: Namespace) -> int:
    """Whether the office is sound, and what the regulation still lacks."""
    with (
        terminal.opened(words.office, words.actor) as office,
        terminal.progress(_("Checking")) as progress,
    ):
        found = office.read(check, office.assets, office.now(), progress)
    print(json.dumps(_check_facts(found), ensure_ascii=False) if words.json else _check_text(found))
    return ExitCode.DONE if found.is_clean else ExitCode.FINDINGS


def _check_facts(found: Check) -> dict[str, object]:
    return {
        "sound": not found.faults,
        "events": found.events,
        "assets": found.assets,
        "faults": [
            {"kind": fault.kind, "where": fault.where, "detail": fault.detail}
            for fault in found.faults
        ],
        "gaps": [
            {
                "kind": gap.kind,
                "article": gap.article,
                "count": gap.count,
                "names": gap.names,
                "text": gap_text(gap),
            }
            for gap in found.gaps
        ],
        "report": {
            part: [
                {"kind": lack.kind, "count": lack.count, "text": lack_text(lack)} for lack in lacks
            ]
            for part, lacks in found.report_lacks.items()
        },
        "grants": [
            {
                "at": grant.happened_at.isoformat(),
                "by": grant.by,
                "person": grant.person,
                "roles": grant.roles,
            }
            for grant in found.grants
        ],
    }


def _check_text(found: Check) -> str:
    lines = [
        _("Looked at the database, %(events)d audit events and %(assets)d files.")
        % {"events": found.events, "assets": found.assets}
    ]
    lines += [fault_text(fault) for fault in found.faults] or [_("The office is sound.")]
    if found.gaps:
        lines += ["", _("What the regulation asks for and is lacking:")]
        lines += [f"- {gap.article}: {gap_text(gap)}" for gap in found.gaps]
    if found.report_lacks:
        lines += ["", _("What this year's report still lacks:")]
        lines += [
            f"- Pasal 12 ayat (3) huruf {part}: {lack_text(lack)}"
            for part, lacks in found.report_lacks.items()
            for lack in lacks
        ]
    if found.grants:
        lines += ["", _("Who was allowed to decide, and by whom:")]
        lines += [
            _("- %(moment)s: %(person)s, by %(by)s")
            % {"moment": moment_text(grant.happened_at), "person": grant.person, "by": grant.by}
            for grant in found.grants
        ]
    return "\n".join(lines)


def backup(words: Namespace) -> int:
    """One file with everything, read back after writing."""
    with (
        terminal.opened(words.office, words.actor) as office,
        terminal.progress(_("Backing up")) as progress,
    ):
        contents = office.back_up(words.file, progress)
    print(
        ngettext(
            "%(file)s holds %(n)d file of the office and was verified.",
            "%(file)s holds %(n)d files of the office and was verified.",
            contents.files,
        )
        % {"file": words.file, "n": contents.files}
    )
    return ExitCode.DONE


def restore(words: Namespace) -> int:
    """An office in a new folder, as it was when the backup was made."""
    with terminal.progress(_("Restoring")) as progress:
        contents = Office.restore(words.file, words.folder, progress)
    print(
        _("The office of %(moment)s is in %(folder)s.")
        % {"moment": moment_text(contents.made_at), "folder": words.folder}
    )
    return ExitCode.DONE


def demo(words: Namespace) -> int:
    """The invented office; prints who can sign in and how."""
    from app.demo import PASSWORD, PEOPLE, make_demo

    with terminal.progress(_("Making the demo office")) as progress:
        make_demo(words.folder, progress)
    print(
        _("The demo office is in %(folder)s. The password of everybody is %(password)s")
        % {"folder": words.folder, "password": PASSWORD}
    )
    for person in PEOPLE:
        roles = ", ".join(label(role) for role in sorted(person.roles))
        print(f"  {person.sign_in_name:8} {person.name} ({roles})")
    return ExitCode.DONE


def import_files(words: Namespace) -> int:
    """Files come in; the reading libraries are loaded only for this."""
    from app.cli import importing

    return importing.import_files(words)


COMMANDS: dict[str, Callable[[Namespace], int]] = {
    "new": new,
    "demo": demo,
    "import": import_files,
    "export": export,
    "report": report,
    "month": month,
    "check": check_office,
    "backup": backup,
    "restore": restore,
}
