"""The nine chapters of the annual report; each function writes one (Pasal 12 ayat (3))."""

from app.services.printing.chapters.comments import write_comments
from app.services.printing.chapters.framing import write_closing, write_introduction
from app.services.printing.chapters.messages import write_messages
from app.services.printing.chapters.plans import write_obstacles, write_recommendations
from app.services.printing.chapters.policy import write_policy
from app.services.printing.chapters.sending import write_sending
from app.services.printing.chapters.traffic import write_traffic
from app.services.printing.contents import ReportContents
from app.services.printing.outline import Report

__all__ = ["write_chapters"]


def write_chapters(report: Report, contents: ReportContents) -> None:
    """BAB I to BAB IX."""
    for chapter in (
        write_introduction,
        write_policy,
        write_messages,
        write_comments,
        write_sending,
        write_traffic,
        write_obstacles,
        write_recommendations,
        write_closing,
    ):
        chapter(report, contents)
