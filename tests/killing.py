"""A process of its own that works in an office and stands still at one moment, to be killed there.

`python -m tests.killing WORK MOMENT NUMBER OFFICE MARKER`: at the NUMBERth time that MOMENT comes
(a `write` to the database, or the `commit`), it writes the marker file and waits for its end.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Engine, event

from app.models.inquiry import InquiryKind
from app.office import Office
from app.resources import resource
from app.services.importing.foreign import read_foreign
from app.services.importing.previewing import preview
from app.services.importing.taking import take
from app.services.inquiries.receiving import Reception, receive_inquiry
from app.services.reading.process import ReaderProcess
from tests.fixed_clock import FixedClock
from tests.offices import PASSWORD

_WRITING = ("INSERT", "UPDATE", "DELETE")


def import_inquiries(office: Office) -> None:
    """395 good rows in one transaction."""
    with ReaderProcess() as reader:
        foreign = read_foreign(reader, resource("demo", "pertanyaan-2026.csv"))
    office.act(take, office.read(preview, foreign))


def receive_one(office: Office) -> None:
    """One ordinary act: inquiry, citizen, comment, clock, audit event."""
    office.act(receive_inquiry, Reception("Bus jam berapa?", InquiryKind.QUESTION))


WORKS: dict[str, Callable[[Office], None]] = {"import": import_inquiries, "act": receive_one}


def say(marker: Path, word: str) -> None:
    """The marker is there only once its word is in it."""
    unfinished = marker.with_name(f"{marker.name}.part")
    unfinished.write_text(word)
    unfinished.replace(marker)


def stand_still_at(moment: str, number: int, marker: Path) -> None:
    """Listen to every database of this process from now on."""
    seen = 0

    def come() -> None:
        nonlocal seen
        seen += 1
        if seen == number:
            say(marker, moment)
            time.sleep(600)  # the test kills this process long before

    if moment == "commit":
        event.listen(Engine, "commit", lambda connection: come())
        return

    def written(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.lstrip().upper().startswith(_WRITING):
            come()

    event.listen(Engine, "after_cursor_execute", written)


def main(work: str, moment: str, number: str, office: str, marker: str) -> None:
    with Office.open(Path(office), FixedClock()) as opened:
        opened.sign_in("rina", PASSWORD)
        stand_still_at(moment, int(number), Path(marker))
        WORKS[work](opened)
    say(Path(marker), "finished")


if __name__ == "__main__":
    main(*sys.argv[1:])
