"""Hostile text in every field of an office, and every place and dialog looked at."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui.calendar.composer.dialogs import MeanwhileDialog
from app.ui.inquiries.compare_dialog import CompareDialog
from app.ui.preferences import Preferences
from app.ui.program import Program
from tests.fixed_clock import FixedClock
from tests.hostile_office import ENDLESS, MARKUP, Words, endless, hostile, hostile_folder
from tests.offices import Template
from tests.ui.hostile_tour import Tour
from tests.ui.misreading import misreadings
from tests.ui.year_steps import Pc

MARKS = {hostile: MARKUP, endless: ENDLESS[:250]}
# Each has to be seen, so that none is passed over in silence.
DIALOGS = frozenset(
    {
        "agency_answer",
        "approvals.confirm",
        "approvals.note",
        "approvals.print_sheet",
        "approvals.replan",
        "approvals.sheet",
        "asset_facts",
        "asset_picker",
        "asset_use",
        "available",
        "calendar.keep",
        "calendar.material",
        "calendar.move",
        "calendar.move_many",
        "comments.paste",
        "composer.cancel_reason",
        "composer.link",
        "composer.reopen_reason",
        "composer.skip_reason",
        "composer.target",
        "composer.withdraw_reason",
        "dismiss",
        "edit_again",
        "entry",
        "explanation",
        "hand_over",
        "importing",
        "incoming",
        "interim",
        "keeping",
        "new_agency",
        "not_competent",
        "office.account",
        "office.agency",
        "office.assignment",
        "office.deputy",
        "office.designation",
        "office.person",
        "office.sign_in",
        "paper",
        "pause.ask",
        "pause.end",
        "publishing.move",
        "publishing.schedule",
        "publishing.skip",
        "recall",
        "refer",
        "reports.leave_out",
        "reports.obstacle",
        "reports.recommendation",
        "reports.sign",
        "retire",
        "sent",
        "topic",
        "write_again",
    }
)
Folders = dict[Words, Path]


@pytest.fixture(scope="module")
def folders(sqlite_template: Template, tmp_path_factory: pytest.TempPathFactory) -> Folders:
    """The two hostile offices."""
    return {
        words: hostile_folder(sqlite_template, tmp_path_factory.mktemp(words.__name__), words)
        for words in MARKS
    }


@pytest.fixture(params=["hostile-light"])
def tour(
    request: pytest.FixtureRequest,
    qapp: QApplication,
    qtbot: QtBot,
    tmp_path: Path,
    folders: Folders,
) -> Iterator[Tour]:
    """An admin is about to sign in to one of the offices."""
    named, _dash, scheme = request.param.partition("-")
    words = hostile if named == "hostile" else endless
    preferences = Preferences(tmp_path / "window.ini")
    preferences.scheme = scheme
    program = Program(qapp, preferences, FixedClock())
    qtbot.addWidget(program.window)
    program.start(shutil.copytree(folders[words], tmp_path / "kantor"))
    (plan,) = folders[words].parent.glob("rencana*.xlsx")
    yield Tour(Pc(program.window, qtbot), MARKS[words], plan)
    program.end()
    program.deleteLater()


# The offscreen platform has neither windows to raise nor a keyboard to grab for a menu.
@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
def test_what_was_typed_is_shown_letter_by_letter_in_a_window_that_keeps_its_size(
    tour: Tour,
) -> None:
    tour.sign_in()
    tour.calendar()
    tour.publishing()
    tour.approvals()
    tour.inquiries()
    tour.assets()
    tour.reports()
    tour.office()
    tour.decide()

    assert list(tour.wrong) == []
    assert tour.opened == DIALOGS


@pytest.mark.parametrize("words", list(MARKS), ids=["hostile", "endless"])
def test_what_two_people_typed_at_once_is_compared_letter_by_letter(
    qtbot: QtBot, words: Words
) -> None:
    window = QWidget()
    window.resize(1366, 736)
    qtbot.addWidget(window)
    window.show()
    stored, typed = words("tersimpan"), words("diketik")
    compared = CompareDialog("INQ-2026-000001", words("rekan"), stored, typed, window)
    meanwhile = MeanwhileDialog(words("keluhan"), stored, typed, list, list, window)

    for dialog in (compared, meanwhile):
        dialog.open()
        assert not dialog.grab().isNull()
        assert list(misreadings(dialog)) == []
        assert dialog.width() <= window.width()
        dialog.reject()
