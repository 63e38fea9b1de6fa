"""How a platform counts this text: what costs more than it looks, what is over, whose limits."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.labels import label
from app.lacks import costs_text
from app.language import _, medium_day_text, number_text, wib
from app.models.platform_limit import LimitName
from app.services.counting import text_length, text_limit
from app.services.entities import hashtags, links, mentions
from app.services.platform_limits import OwnLimit, limit_of
from app.services.platforms import PlatformFacts, Unit
from app.services.threads import spans_of
from app.ui.calendar.composer.editing import Editing
from app.ui.calendar.composer.marks import over_parts
from app.ui.widgets import Dialog, Label

_QUOTED = 160  # of what is over, as many characters are repeated


class WhyDialog(Dialog):
    """Explains; an admin goes on from here to the office's own values."""

    limits_wanted = Signal()

    def __init__(
        self, editing: Editing, facts: PlatformFacts, *, may_set: bool, parent: QWidget
    ) -> None:
        super().__init__(
            "composer.why_dialog",
            _("How %(kind)s counts") % {"kind": facts.label},
            _way_sentence(facts),
            icon="circle-question-mark",
            width=540,
            parent=parent,
        )
        self._facts = facts
        self._add_lengths(editing)
        self._add_numbers(editing)
        self._add_dates(editing)
        if may_set:
            self.add_verb(_("&Change a limit…"), name="limits", slot=self._on_limits)
        self.add_verb(_("&Back to the text"), "primary", name="yes", default=True)

    def _add_lengths(self, editing: Editing) -> None:
        text, facts = editing.text(), self._facts
        with_media = bool(editing.media())
        limit = text_limit(facts.text, with_media=with_media)
        spans = spans_of(text, facts.text)
        over = dict(over_parts(text, facts, with_media=with_media))
        for number, (start, end) in enumerate(spans, 1):
            found = text_length(text[start:end], facts.text)
            words = _of_limit(found.units, limit)
            if len(spans) > 1:
                words = _("Post %(n)s: %(length)s") % {"n": number_text(number), "length": words}
            is_over = limit is not None and found.units > limit
            self.box.addWidget(Label(words, "strong", "bad" if is_over else "text"))
            if found.costs:
                self.box.addWidget(Label(costs_text(found.costs), "meta", "text2", wrap=True))
            for part in (it for it in over if start <= it < end):
                quoted = text[part : over[part]]
                cut = f"{quoted[:_QUOTED]}…" if len(quoted) > _QUOTED else quoted
                told = _("Over the limit: “%(text)s”") % {"text": cut}
                self.box.addWidget(Label(told, "body", "bad", wrap=True))

    def _add_numbers(self, editing: Editing) -> None:
        text, grid = editing.text(), QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(4)
        for row, (name, found) in enumerate(
            (
                (LimitName.HASHTAGS, len(hashtags(text))),
                (LimitName.MENTIONS, len(mentions(text))),
                (LimitName.LINKS, len(links(text))),
            )
        ):
            limit = limit_of(self._facts, name)
            is_over = limit is not None and found > limit
            grid.addWidget(Label(label(name), "body", "text2"), row, 0)
            told = Label(_of_limit(found, limit), "body", "bad" if is_over else "text")
            grid.addWidget(told, row, 1)
        grid.setColumnStretch(1, 1)
        self.box.addLayout(grid)

    def _add_dates(self, editing: Editing) -> None:
        for words in _whose(self._facts, _own(editing)):
            self.box.addWidget(Label(words, "meta", "text2", wrap=True))

    def _on_limits(self) -> None:
        self.limits_wanted.emit()
        self.accept()


def _own(editing: Editing) -> tuple[OwnLimit, ...]:
    variant = editing.variant()
    return editing.limits.of(variant.post_kind, variant.account_id) if variant else ()


def _of_limit(found: int, limit: int | None) -> str:
    if limit is None:
        return _("%(found)s, no limit known") % {"found": number_text(found)}
    return _("%(found)s of %(limit)s") % {"found": number_text(found), "limit": number_text(limit)}


def _way_sentence(facts: PlatformFacts) -> str:
    return {
        Unit.X_WEIGHTED: _(
            "A link always costs 23, however long; an emoji 2; letters of other scripts, such as "
            "Chinese or Sundanese, 2; all others 1."
        ),
        Unit.GRAPHEMES: _("What one sees as one character costs 1, a family of emoji too."),
        Unit.UTF16: _("A letter costs 1, an emoji 2 or more."),
        Unit.CODE_POINTS: _("A letter costs 1; an emoji that is put together costs each part."),
        Unit.BYTES: _("Counted in bytes: a plain letter costs 1, an accented one 2, an emoji 4."),
        Unit.LINKEDIN_ESCAPED: _("Brackets and signs such as # @ _ cost 2, an emoji 2 or more."),
    }[facts.text.unit]


def _whose(facts: PlatformFacts, own: tuple[OwnLimit, ...]) -> Iterator[str]:
    """On which day the limits were checked, and what the office knows better."""
    yield _("Limits checked on %(day)s.") % {"day": medium_day_text(facts.checked_on)}
    if any(key.startswith("text.") for key in facts.uncertain):
        yield _("The sources differ about some of them; look at the platform itself.")
    for limit in own:
        told = _("%(name)s: %(value)s, set by %(person)s on %(day)s")
        words = told % {
            "name": label(limit.name),
            "value": number_text(limit.value),
            "person": limit.set_by or _("the program"),
            "day": medium_day_text(wib(limit.set_at).date()),
        }
        yield f"{words}: {limit.reason}" if limit.reason else f"{words}."
