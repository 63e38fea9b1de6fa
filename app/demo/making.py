"""Making the demo office from the first day to its own "now"; all of it or nothing."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from app.demo.contents import CONTENTS
from app.demo.days import DAYS
from app.demo.decisions import DECISIONS
from app.demo.files import (
    FIRST_FILES,
    LAST_FILES,
    PASTED,
    demo_file,
    mark_comments_as_people_did,
    take_files,
    take_media,
    take_pasted_comments,
)
from app.demo.inquiries import INQUIRIES
from app.demo.people import PEOPLE
from app.demo.report import REPORT
from app.demo.year import DemoYear, at, demo_year
from app.services.asset_library import files_below
from app.services.database import world_error
from app.services.errors import OfficeExists
from app.services.transaction import Progress


def make_demo(folder: Path, progress: Progress) -> None:
    """Make the invented office in a folder that is not there yet, or is empty.

    Raises:
        OfficeExists: the folder holds something.
        DiskFull, OfficeUnreachable: it can't be written.
        Cancelled: by `progress`; nothing is left.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise OfficeExists(folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        workshop = Path(tempfile.mkdtemp(prefix=f"{folder.name}.", dir=folder.parent))
    except OSError as error:
        raise world_error(error, folder) from error
    try:
        with demo_year(workshop / "office") as year:
            _tell_the_year(year, progress)
        if folder.exists():
            folder.rmdir()
        (workshop / "office").rename(folder)
    except OSError as error:
        raise world_error(error, folder) from error
    finally:
        shutil.rmtree(workshop, ignore_errors=True)


def _tell_the_year(year: DemoYear, progress: Progress) -> None:
    stories = (*CONTENTS, *DAYS, *DECISIONS, *INQUIRIES, *REPORT)
    media = len(files_below([demo_file("media")]))
    files = len(FIRST_FILES) + len(LAST_FILES) + len(PASTED)
    total = files + media + len(stories) + len(PEOPLE)
    told = _counting(progress, total)
    year.found()
    told()
    take_files(year, FIRST_FILES, told)
    for person in PEOPLE[1:]:
        year.let_in(person)
        told()
    take_media(year, told)
    year.tell(stories, told)
    year.go_to(at(20, "09.15"))
    take_files(year, LAST_FILES, told)
    take_pasted_comments(year, told)
    mark_comments_as_people_did(year)
    year.end()


def _counting(progress: Progress, total: int) -> Callable[[], None]:
    done = 0

    def count() -> None:
        nonlocal done
        done += 1
        progress(done, total)

    return count
