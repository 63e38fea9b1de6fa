"""What is done with the person's own files, on a worker: take in, print a first draft."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.language import wib
from app.models.imports import ImportKind
from app.models.report import Part
from app.office import Office
from app.services import agencies, letters, reports
from app.services.importing.previewing import Preview
from app.services.importing.taking import take
from app.services.printing.contents import Paper
from app.services.reports import Lack
from app.services.transaction import Progress
from app.ui.wizard.answers import use_letterhead

# What others name comes first: plans name accounts, inquiries name contents.
_ORDER = (ImportKind.DIRECTORY, ImportKind.PEOPLE, ImportKind.ACCOUNTS, ImportKind.PLAN)


@dataclass(frozen=True, slots=True)
class FirstDraft:
    """The papers that were made, and what each part of Pasal 12 ayat (3) still lacks.

    `left_out` are the files of which some rows did not come in.
    """

    year: int
    report: Path
    letter: Path
    rows: int
    left_out: tuple[Preview, ...]
    lacks: Mapping[Part, tuple[Lack, ...]]


def make_first_draft(
    office: Office, shown: Sequence[Preview], letterhead: Path | None, progress: Progress
) -> FirstDraft:
    """Take the files in, one transaction each, then print report and Surat Perintah."""
    rows = 0
    for each in sorted(shown, key=_place):
        rows += office.act(take, each, progress).accepted
    if letterhead is not None:
        use_letterhead(office, letterhead)
    now = office.now()
    year = wib(now).year
    folder = office.folder / "cetak"
    folder.mkdir(exist_ok=True)
    report = folder / f"laporan-tahunan-{year}-konsep.pdf"
    letter = folder / "surat-perintah-usulan.pdf"
    _print(office, year, report, letter, progress)
    left_out = tuple(each for each in shown if each.faulty)
    lacks = office.read(reports.lacking, year, now)
    return FirstDraft(year, report, letter, rows, left_out, lacks)


def _place(shown: Preview) -> int:
    return _ORDER.index(shown.kind) if shown.kind in _ORDER else len(_ORDER)


def _print(office: Office, year: int, report: Path, letter: Path, progress: Progress) -> None:
    from app.services.printing.annual_report import write_annual_report
    from app.services.printing.assignment_letter import write_assignment_letter

    paper: Paper = "f4" if office.read(agencies.own_agency).paper == "f4" else "a4"
    example = office.is_demo
    contents = office.read(reports.report_contents, year, office.now(), office.assets, example)
    write_annual_report(contents, report, paper, progress)
    proposed = office.read(letters.proposed_letter, office.assets, example)
    write_assignment_letter(proposed, letter, paper)
