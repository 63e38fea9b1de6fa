"""Hostile text in what the composer's own dialogs show."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.models.hoax import HoaxKind
from app.models.platform_limit import LimitName
from app.models.ready_text import TemplateKind
from app.services.contents import (
    ContentForm,
    GroupRow,
    HoaxForm,
    ReadyTexts,
    TemplateRow,
    VariantForm,
)
from app.services.platform_limits import OwnLimit, OwnLimits
from app.services.platforms import facts
from app.ui.calendar.composer.editing import Editing
from app.ui.calendar.composer.hashtag_dialog import HashtagDialog
from app.ui.calendar.composer.hoax_fields import HoaxFields
from app.ui.calendar.composer.limits_dialog import LimitsDialog
from app.ui.calendar.composer.link_dialog import CampaignLinkDialog
from app.ui.calendar.composer.ready_dialog import ReadyTextsDialog
from app.ui.calendar.composer.template_dialog import TemplateDialog
from app.ui.calendar.composer.why_dialog import WhyDialog
from app.ui.widgets import Dialog
from app.ui.widgets.preview import PostLook, PostPreview
from tests.hostile_office import Words, endless, hostile
from tests.ui.finding import shortcomings
from tests.ui.misreading import misreadings

NOON = datetime(2026, 11, 20, 5, 0, tzinfo=UTC)


def editing(words: Words) -> Editing:
    """A text that is too long for X, and a limit of the office's own."""
    found = Editing()
    variant = VariantForm(1, "x", words("naskah") * 12)
    found.form = ContentForm(words("judul"), variants=(variant,))
    found.target = variant.target
    own = OwnLimit("x", 1, LimitName.TEXT, 100, words("sebab"), NOON, words("siapa"))
    found.limits = OwnLimits((own,))
    return found


def ready(words: Words) -> ReadyTexts:
    group = GroupRow(1, 1, words("kelompok"), ("a" * 300, "Siaga"), words("siapa"), NOON)
    template = TemplateRow(
        1, 1, words("templat"), TemplateKind.EVENT, words("naskah"), "", words("siapa"), NOON
    )
    return ReadyTexts((group,), (template,))


def why(words: Words, over: QWidget) -> Dialog:
    found = editing(words)
    known = found.facts()
    assert known is not None
    return WhyDialog(found, known, may_set=True, parent=over)


DIALOGS: dict[str, Callable[[Words, QWidget], Dialog]] = {
    "why": why,
    "limits": lambda words, over: LimitsDialog("x", 1, words("akun"), editing(words).limits, over),
    "hashtags": lambda words, over: HashtagDialog(
        ready(words).groups, words("naskah"), facts("instagram_feed"), over
    ),
    "template": lambda words, over: TemplateDialog(
        ready(words).templates, {"nama": words("nama")}, over, replaces=True
    ),
    "link": lambda words, over: CampaignLinkDialog(words("tempat"), words("kampanye"), over),
    "ready": lambda words, over: ReadyTextsDialog(ready(words), over),
}


@pytest.mark.parametrize("words", [hostile, endless])
@pytest.mark.parametrize("name", list(DIALOGS))
def test_a_dialog_reads_letters_only_and_stays_within_the_window(
    qtbot: QtBot, name: str, words: Words
) -> None:
    window = QWidget()
    window.resize(1366, 736)
    qtbot.addWidget(window)
    window.show()

    dialog = DIALOGS[name](words, window)
    dialog.open()

    assert not dialog.grab().isNull()
    assert list(misreadings(dialog)) == []
    assert shortcomings(dialog) == []
    assert dialog.width() <= window.width()
    assert dialog.height() <= window.height()
    dialog.reject()


@pytest.mark.parametrize("words", [hostile, endless])
def test_what_a_hoax_explanation_rests_on_and_a_preview_read_letters_only(
    qtbot: QtBot, words: Words
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    fields = HoaxFields(window)
    fields.show_form(HoaxForm(words("klaim"), words("bukti"), HoaxKind.SATIRE))
    preview = PostPreview(window)
    look = PostLook(words("akun"), words("naskah"), words("tempat"), link=words("tautan"))
    preview.show_post(replace(look, media=4, is_video=True))
    window.show()

    assert not preview.grab().isNull()
    assert list(misreadings(window)) == []
    assert shortcomings(window) == []
