"""The words that the command line understands, with help in the person's language."""

import argparse
from datetime import date
from pathlib import Path

from app.cli.argparse_words import teach_argparse
from app.language import _, use_language

# The person's word for the kinds of agency that may have an office.
AGENCY_KINDS = {
    "perangkat-daerah": "regional_agency",
    "biro": "bureau",
    "uptd": "technical_unit",
    "lembaga-nonstruktural": "non_structural_body",
}
IMPORT_KINDS = (
    "plan",
    "inquiries",
    "comments",
    "standard-answers",
    "people",
    "accounts",
    "measurements",
    "directory",
    "assets",
    "days",
)
EXPORT_KINDS = (
    "contents",
    "inquiries",
    "comments",
    "assets",
    "measurements",
    "accounts",
    "people",
    "audit",
)
CALENDAR_FORMAT = "ics"


def speak_chosen_language(arguments: list[str], otherwise: str) -> None:
    """`--language` counts before anything is said, wherever it stands."""
    choosing = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    choosing.add_argument("--language", default=otherwise)
    use_language(choosing.parse_known_args(arguments)[0].language)


def parser() -> argparse.ArgumentParser:
    """All commands; the texts are in the language in force."""
    teach_argparse()
    top = argparse.ArgumentParser(
        prog="kohkol",
        description=_(
            "The social-media office of a government agency: decisions, clocks and proof. "
            "Without a command the window opens."
        ),
        epilog=_(
            "Exit codes: 0 done; 1 done, but rows were refused or findings exist; 2 wrong words; "
            "3 the office or a file can't be opened; 4 refused by a rule or the password."
        ),
    )
    _add_language(top)
    commands = top.add_subparsers(dest="command", metavar=_("COMMAND"), title=_("commands"))

    def command(name: str, help_text: str) -> argparse.ArgumentParser:
        added: argparse.ArgumentParser = commands.add_parser(
            name, help=help_text, description=help_text
        )
        _add_language(added)
        return added

    _add_open(command("open", _("open the window")))
    _add_new(command("new", _("make an empty office and its first person")))
    _add_demo(command("demo", _("make an invented office year to try things with")))
    _add_import(command("import", _("take in files that the office has")))
    _add_export(command("export", _("write everything of one kind into a file")))
    _add_report(command("report", _("make the annual report as PDF")))
    _add_month(command("month", _("draw the plan of a month for the wall as PDF")))
    _add_check(command("check", _("look whether the office is sound, and what it still lacks")))
    _add_backup(command("backup", _("write the whole office into one file, verified")))
    _add_restore(command("restore", _("make an office in a new folder from a backup")))
    return top


def _add_language(to: argparse.ArgumentParser) -> None:
    to.add_argument("--language", choices=("id", "en"), help=_("the language to speak"))


def _add_office(to: argparse.ArgumentParser) -> None:
    to.add_argument("office", type=Path, metavar=_("OFFICE"), help=_("the office's folder"))


def _add_actor(to: argparse.ArgumentParser) -> None:
    to.add_argument(
        "--as",
        dest="actor",
        metavar=_("NAME"),
        help=_("who acts; the password is asked for, or read from KOHKOL_PASSWORD"),
    )


def _add_open(to: argparse.ArgumentParser) -> None:
    to.add_argument(
        "office",
        type=Path,
        nargs="?",
        metavar=_("OFFICE"),
        help=_("the office's folder; without it the last one, or the first steps"),
    )


def _add_new(to: argparse.ArgumentParser) -> None:
    to.add_argument(
        "folder", type=Path, metavar=_("FOLDER"), help=_("a folder that is not there yet")
    )
    to.add_argument("--name", required=True, metavar=_("NAME"), help=_("the agency's name"))
    to.add_argument("--kind", required=True, choices=AGENCY_KINDS, help=_("the kind of agency"))
    to.add_argument(
        "--admin",
        required=True,
        metavar=_("NAME"),
        help=_(
            "the first person, who signs in by this name; the password is asked for, or "
            "read from KOHKOL_PASSWORD"
        ),
    )
    to.add_argument(
        "--database",
        metavar=_("ADDRESS"),
        help=_("an empty PostgreSQL database to keep the office in, instead of a file"),
    )


def _add_demo(to: argparse.ArgumentParser) -> None:
    to.add_argument(
        "folder", type=Path, metavar=_("FOLDER"), help=_("a folder that is not there yet")
    )


def _add_import(to: argparse.ArgumentParser) -> None:
    _add_office(to)
    to.add_argument("files", type=Path, nargs="+", metavar=_("FILE"), help=_("files to take in"))
    to.add_argument(
        "--kind", choices=IMPORT_KINDS, help=_("what the files hold; otherwise they are recognised")
    )
    to.add_argument(
        "--map",
        action="append",
        default=[],
        metavar=_("COLUMN=FIELD"),
        help=_("explain a column; may be given several times"),
    )
    to.add_argument(
        "--post", metavar="URL", help=_("the post under which pasted comments were written")
    )
    to.add_argument(
        "--dry-run", action="store_true", help=_("only show what would happen; nothing is written")
    )
    to.add_argument("--json", action="store_true", help=_("one JSON object per file"))
    _add_actor(to)


def _add_export(to: argparse.ArgumentParser) -> None:
    _add_office(to)
    to.add_argument("kind", choices=EXPORT_KINDS, help=_("what to write"))
    to.add_argument(
        "--format",
        choices=("csv", "xlsx", "json", CALENDAR_FORMAT),
        default="csv",
        help=_("the form of the file; ics is for contents, to be read by calendar programs"),
    )
    to.add_argument(
        "--out", type=Path, metavar=_("FILE"), help=_("the file; without it, to standard output")
    )
    _add_actor(to)


def _add_report(to: argparse.ArgumentParser) -> None:
    _add_office(to)
    to.add_argument("--year", type=int, required=True, metavar=_("YEAR"), help=_("the year"))
    to.add_argument("--out", type=Path, required=True, metavar=_("FILE"), help=_("the PDF"))
    to.add_argument(
        "--paper", choices=("a4", "f4"), help=_("the paper; otherwise the office's own")
    )
    _add_actor(to)


def _add_month(to: argparse.ArgumentParser) -> None:
    _add_office(to)
    to.add_argument("--month", type=_month, required=True, metavar="YYYY-MM", help=_("the month"))
    to.add_argument("--out", type=Path, required=True, metavar=_("FILE"), help=_("the PDF"))
    to.add_argument("--paper", choices=("a4", "a3"), default="a4", help=_("the paper"))
    _add_actor(to)


def _month(word: str) -> date:
    """The first day of `2026-11`; argparse tells what can't be read."""
    return date.fromisoformat(f"{word}-01")


def _add_check(to: argparse.ArgumentParser) -> None:
    _add_office(to)
    to.add_argument("--json", action="store_true", help=_("one JSON object"))
    _add_actor(to)


def _add_backup(to: argparse.ArgumentParser) -> None:
    _add_office(to)
    to.add_argument("file", type=Path, metavar=_("FILE"), help=_("a file that is not there yet"))
    _add_actor(to)


def _add_restore(to: argparse.ArgumentParser) -> None:
    to.add_argument("file", type=Path, metavar=_("FILE"), help=_("the backup"))
    to.add_argument(
        "folder", type=Path, metavar=_("FOLDER"), help=_("a folder that is not there yet")
    )
