"""Before it is submitted or finished: what is lacking, what is only worth a word, what is right."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.lacks import lack_text
from app.language import _
from app.models.content import ContentState
from app.services.contents import Lack, LackCode, lacks_to_finish, lacks_to_submit
from app.ui.calendar.composer.editing import Editing
from app.ui.widgets import Button, IconLabel, Label, clear, named

_TO_SUBMIT = (ContentState.COLLECTED, ContentState.RETURNED)
_OF_IDEA = frozenset(
    {
        LackCode.NO_TITLE,
        LackCode.NO_CATEGORY,
        LackCode.NO_SOURCE,
        LackCode.SOURCE_NOT_VERIFIED,
    }
)


_ORDER = list(LackCode)


def lacks_of(editing: Editing) -> tuple[Lack, ...]:
    """Everything that the form lacks now, for either step; what stands in the way comes first."""
    view = editing.view
    found = (
        *lacks_to_submit(editing.form),
        *lacks_to_finish(
            editing.form,
            editing.attached,
            alt_text_required=view.alt_text_required if view else True,
            decided=editing.decided(),
        ),
    )
    in_order = sorted(found, key=lambda lack: (not lack.is_refusal, _ORDER.index(lack.code)))
    return tuple(_alt_texts_together(editing, in_order))


def _alt_texts_together(editing: Editing, lacks: Sequence[Lack]) -> list[Lack]:
    """A picture without alt text everywhere is said once, and mended for all accounts at once."""
    missing: dict[int, list[Lack]] = {}
    for lack in lacks:
        if lack.code is LackCode.NO_ALT_TEXT:
            missing.setdefault(_asset_of(editing, lack), []).append(lack)
    told = []
    for lack in lacks:
        alike = missing.get(_asset_of(editing, lack), []) if lack.target else []
        if lack.code is not LackCode.NO_ALT_TEXT or len(alike) < len(editing.open_targets()):
            told.append(lack)
        elif lack is alike[0]:
            told.append(Lack(lack.code, detail=lack.detail))
    return told


def _asset_of(editing: Editing, lack: Lack) -> int:
    """The asset that a lack of alt text is about."""
    variant = editing.variant(lack.target)
    if variant is None or not isinstance(lack.detail, int):
        return 0
    return variant.media[lack.detail - 1].asset_id


def hindrances(editing: Editing) -> list[Lack]:
    """What stands in the way of the next step of this content's flow."""
    state = editing.view.state if editing.view else ContentState.COLLECTED
    refusals = [lack for lack in lacks_of(editing) if lack.is_refusal]
    if state in _TO_SUBMIT:
        return [lack for lack in refusals if lack.code in _OF_IDEA]
    if state is ContentState.EDITING:
        return [lack for lack in refusals if lack.code not in _OF_IDEA]
    return []


class Checklist(QWidget):
    """Each line says what to do and leads there."""

    led = Signal(object)  # a Lack: show where it is mended

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = Label("", "heading")
        self._count = named(Label("", "meta", "text2"), "composer.checks")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 10, 18, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(self._lines)

    def show_checks(self, editing: Editing) -> None:
        state = editing.view.state if editing.view else ContentState.COLLECTED
        heading = _("Before it is submitted")
        if state not in _TO_SUBMIT:
            heading = _("Before its approval is requested")
        self._heading.setText(heading)
        lacks = lacks_of(editing)
        if state in _TO_SUBMIT:
            lacks = tuple(sorted(lacks, key=lambda lack: lack.code not in _OF_IDEA))
        good = _satisfied(lacks)
        total = len(lacks) + len(good)
        self._count.setText(_("%(n)d of %(total)d") % {"n": len(good), "total": total})
        clear(self._lines)
        for number, lack in enumerate(lacks):
            self._lines.addWidget(self._lack_line(lack, number))
        for words in good:
            self._lines.addWidget(_line("circle-check", "good", words, "text2"))

    def _lack_line(self, lack: Lack, number: int) -> QWidget:
        sign, ink = ("circle-alert", "bad") if lack.is_refusal else ("triangle-alert", "waiting")
        line = _line(sign, ink, lack_text(lack), "text")
        lead = named(Button(_("Show"), "link", size="small"), f"composer.check.{number}")
        lead.setAccessibleDescription(lack_text(lack))
        lead.clicked.connect(lambda: self.led.emit(lack))
        box = line.layout()
        if box is not None:
            box.addWidget(lead)
        return line


def _line(sign: str, ink: str, words: str, words_ink: str) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(IconLabel(sign, ink, 16))
    row.addWidget(Label(words, "body", words_ink, wrap=True), 1)
    return line


def _satisfied(lacks: Sequence[Lack]) -> list[str]:
    """What is right, in words."""
    codes = {lack.code for lack in lacks}
    has_variants = LackCode.NO_VARIANT not in codes
    checks = (
        (not codes & _OF_IDEA, _("Title, category, source and verification are there")),
        (
            has_variants and not codes & {LackCode.TEXT, LackCode.NOTHING_SAID},
            _("The text fits every account"),
        ),
        (has_variants and LackCode.MEDIA not in codes, _("The media fit every account")),
        (has_variants and LackCode.NO_ALT_TEXT not in codes, _("Every picture has alt text")),
        (
            has_variants and LackCode.RIGHTS_END not in codes,
            _("Rights hold on the day it goes out"),
        ),
    )
    return [words for holds, words in checks if holds]
