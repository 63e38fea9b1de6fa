"""Who else has the same content open, on one PC and on a server."""

import os
import time
from pathlib import Path

from app.office import Office
from app.services.presence import LASTS, FilePresence, Visit

RINA = Visit("window-1", "Teh Rina", "content", 12)
DEDE = Visit("window-2", "Kang Dede", "content", 12)


def test_two_people_in_one_content_see_each_other(office: Office) -> None:
    first = office.presence.come(RINA)
    second = office.presence.come(DEDE)

    assert (first, second) == ([], ["Teh Rina"])
    assert office.presence.come(RINA) == ["Kang Dede"]


def test_who_has_another_content_open_is_not_seen(office: Office) -> None:
    office.presence.come(RINA)

    assert office.presence.come(Visit("window-2", "Kang Dede", "content", 13)) == []


def test_who_leaves_is_not_seen_any_more(office: Office) -> None:
    office.presence.come(RINA)
    office.presence.leave("window-1")

    assert office.presence.come(DEDE) == []


def test_whose_program_ended_without_a_word_is_forgotten_after_a_while(tmp_path: Path) -> None:
    presence = FilePresence(tmp_path)
    presence.come(RINA)
    long_ago = time.time() - LASTS - 1
    os.utime(tmp_path / "window-1.json", (long_ago, long_ago))

    assert presence.come(DEDE) == []
    assert [file.name for file in tmp_path.iterdir()] == ["window-2.json"]


def test_where_nothing_can_be_written_nobody_is_seen_and_nothing_fails(tmp_path: Path) -> None:
    taken = tmp_path / "presence"
    taken.write_text("a file where the folder should be", encoding="utf-8")
    presence = FilePresence(taken)

    assert presence.come(RINA) == []
    presence.leave("window-1")
