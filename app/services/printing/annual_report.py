"""The annual report of Pasal 12 as PDF, on A4 or F4.

The chapters are laid out first and once: they have page numbers of their own, so the contents page
can name them afterwards; then the front matter is moved before them.
"""

from collections.abc import Callable
from pathlib import Path

from reportlab.platypus import NextPageTemplate, PageBreak
from reportlab.platypus.doctemplate import ActionFlowable, BaseDocTemplate

from app.services.printing.annexes import write_annexes
from app.services.printing.chapters import write_chapters
from app.services.printing.contents import Paper, ReportContents
from app.services.printing.front_matter import cover, report_title, write_front
from app.services.printing.outline import Report
from app.services.printing.paper import Document, Progress, text_width, write

OUTLINED = ("front", "chapter", "section")


def write_annual_report(
    contents: ReportContents, path: Path, paper: Paper = "a4", progress: Progress | None = None
) -> dict[str, int]:
    """Make the report; `progress(done, total)` is told after each page and may raise to stop it.

    `path` is replaced only by a finished report. Returns on which page of the file, from 0, each
    part begins: `bab-4`, `lampiran-1`, `awal-1` for what stands before the chapters.
    """
    pages: dict[str, int] = {}
    write(path, lambda unfinished: pages.update(_draw(contents, unfinished, paper, progress)))
    return pages


class _BeginFront(ActionFlowable):
    """From here on the pages are front matter."""

    def __init__(self, report: Report) -> None:
        super().__init__()
        self.report = report

    def apply(self, doc: BaseDocTemplate) -> None:
        """Called by platypus on its way."""
        if isinstance(doc, Document):
            doc.begin_front()
            self.report.begin_front(doc.body_pages)


def _draw(
    contents: ReportContents, path: Path, paper: Paper, progress: Progress | None
) -> dict[str, int]:
    width = text_width(paper)
    report = Report(width)
    write_chapters(report, contents)
    write_annexes(report, contents)
    report.add(NextPageTemplate("cover"), PageBreak(), _BeginFront(report))
    report.add(*cover(contents, paper, width), NextPageTemplate("front"), PageBreak())
    write_front(report, contents, paper)
    title = report_title(contents)
    document = Document(path, paper, title, contents.agency.name, contents.is_example)
    if progress:
        document.setProgressCallBack(_page_progress(progress))
    document.build_front_first(report.story)
    outlined = [place for place in report.places if place.kind in OUTLINED]
    document.save([(place.text, place.key, int(place.kind == "section")) for place in outlined])
    return {place.key: document.place_in_file(place.page) for place in outlined}


def _page_progress(progress: Progress) -> Callable[[str, object], None]:
    """ReportLab's events as `progress(done, total)`, once a page."""
    counts = {"SIZE_EST": 0, "PROGRESS": 0}

    def tell(event: str, value: object) -> None:
        if event in counts and isinstance(value, int):
            # A list of contents becomes many lines when its turn comes: never count backwards.
            counts[event] = max(counts[event], value)
        elif event == "PAGE":
            progress(min(counts["PROGRESS"], counts["SIZE_EST"]), counts["SIZE_EST"])

    return tell
