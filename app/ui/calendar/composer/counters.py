"""The line below a text: how long it is by the platform's own way, hashtags, mentions, links."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.lacks import problem_text
from app.language import _, medium_day_text, ngettext, number_text
from app.services.counting import ProblemKind, judge, text_length, text_limit
from app.services.entities import hashtags, links, mentions
from app.services.graphemes import grapheme_count
from app.services.platforms import PlatformFacts, Unit
from app.services.threads import spans_of
from app.ui.calendar.composer.editing import Editing
from app.ui.widgets import Button, ElidedLabel, Label, named


class CounterLine(QWidget):
    """Counts the text of the current target; `why_asked` when somebody wants to know more."""

    why_asked = Signal()

    def __init__(self, editing: Editing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editing = editing
        self._length = named(Label("", "label", "text2"), "composer.length")
        self._entities = ElidedLabel("", "meta", "text2")
        self._unit = ElidedLabel("", "meta", "text2")
        self._why = named(
            Button(_("&Why?"), "link", "circle-question-mark", size="small"), "composer.why_length"
        )
        self._why.setAccessibleName(_("How this platform counts, and its limits"))
        self._problem = named(Label("", "meta", "bad", wrap=True), "composer.problem")
        line = QHBoxLayout()
        line.setSpacing(14)
        line.addWidget(self._length)
        line.addWidget(self._entities, 1)
        line.addWidget(self._unit, 1)
        line.addWidget(self._why)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        column.addLayout(line)
        column.addWidget(self._problem)
        self._why.clicked.connect(self.why_asked)

    def count(self, at: int) -> bool:
        """Count the text as it stands now; of a thread the post at position `at`.

        Returns whether something of it is over a limit.
        """
        editing, text = self._editing, self._editing.text()
        facts = editing.facts()
        with_media = bool(editing.media()) and facts is not None
        spans = spans_of(text, facts.text) if facts else ((0, len(text)),)
        number = max(sum(start <= at for start, _end in spans), 1)
        start, end = spans[number - 1]
        told = length_text(text[start:end], facts, with_media=with_media)
        if len(spans) > 1:
            of = {"n": number_text(number), "count": number_text(len(spans)), "length": told}
            told = _("post %(n)s of %(count)s: %(length)s") % of
        self._length.setText(told)
        entities = entities_text(text[start:end], facts)
        self._entities.setText(entities)
        self._entities.setVisible(bool(entities))
        self._unit.setText(unit_text(facts) if facts else "")
        self._why.setVisible(facts is not None)
        problems = (
            judge(text, facts, title=editing.form.title, with_media=with_media) if facts else ()
        )
        refused = [problem for problem in problems if problem.is_refusal]
        words = " ".join(problem_text(problem) for problem in refused)
        self._problem.setText(words[:1].upper() + words[1:])
        self._problem.setVisible(bool(refused))
        is_wrong = any(problem.kind is not ProblemKind.TITLE_TOO_LONG for problem in refused)
        self._length.set_ink("bad" if is_wrong else "text2")
        return is_wrong


def length_text(text: str, facts: PlatformFacts | None, *, with_media: bool) -> str:
    """`350 dari 2.200`, by the platform's own way; of the base text the characters one sees."""
    if facts is None:
        count = grapheme_count(text)
        words = ngettext("%(n)s character", "%(n)s characters", count)
        return words % {"n": number_text(count)}
    found = text_length(text, facts.text).units
    limit = text_limit(facts.text, with_media=with_media)
    if limit is None:
        return _("%(found)s, no limit known") % {"found": number_text(found)}
    if limit == 0:
        return _("shows no text")
    return _("%(found)s of %(limit)s") % {
        "found": number_text(found),
        "limit": number_text(limit),
    }


def entities_text(text: str, facts: PlatformFacts | None) -> str:
    """`tagar 3 dari 5 · sebutan 0 dari 20`, where the platform limits them."""
    if facts is None:
        return ""
    parts = []
    if facts.text.hashtag_limit is not None:
        numbers = _numbers(len(hashtags(text)), facts.text.hashtag_limit)
        parts.append(_("hashtags %(found)s of %(limit)s") % numbers)
    if facts.text.mention_limit is not None:
        numbers = _numbers(len(mentions(text)), facts.text.mention_limit)
        parts.append(_("mentions %(found)s of %(limit)s") % numbers)
    if facts.text.link_limit is not None:
        numbers = _numbers(len(links(text)), facts.text.link_limit)
        parts.append(_("links %(found)s of %(limit)s") % numbers)
    return " · ".join(parts)


def unit_text(facts: PlatformFacts) -> str:
    """What counts otherwise than one thinks, and on which day the limits were checked."""
    checked = _("checked %(day)s") % {"day": medium_day_text(facts.checked_on)}
    return " · ".join(part for part in (way_text(facts), checked) if part)


def way_text(facts: PlatformFacts) -> str:
    """What counts otherwise than one thinks; empty where a character is a character."""
    return {
        Unit.X_WEIGHTED: _("links 23, emoji 2"),
        Unit.BYTES: _("counted in bytes"),
        Unit.LINKEDIN_ESCAPED: _("brackets and signs 2"),
    }.get(facts.text.unit, "")


def _numbers(found: int, limit: int) -> dict[str, str]:
    return {"found": number_text(found), "limit": number_text(limit)}
