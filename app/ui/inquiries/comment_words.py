"""How comments are worded and signed in the marking view."""

from app.labels import label
from app.language import _, date_pattern_text, ngettext, number_text, short_moment_text, wib
from app.models.comment import Tone
from app.services.citizens import citizen_text
from app.services.comments import CommentRow, Fold, FoldKind
from app.services.importing.pasted.ages import days_in
from app.ui.widgets import ChipLook

TONE_KEYS = {Tone.POSITIVE: "+", Tone.NEUTRAL: "0", Tone.NEGATIVE: "-"}
TONE_ICONS = {Tone.POSITIVE: "smile", Tone.NEUTRAL: "meh", Tone.NEGATIVE: "frown"}
TONE_INKS = {Tone.POSITIVE: "good", Tone.NEUTRAL: "neutral", Tone.NEGATIVE: "bad"}
_MOST_EXAMPLES = 3


def tone_chip(tone: Tone) -> ChipLook:
    """The chip of a tone: icon, word and colour."""
    return ChipLook(label(tone), TONE_ICONS[tone], TONE_INKS[tone])


def author_text(row: CommentRow, platform: str | None) -> str:
    """Who wrote it, as everywhere in the program."""
    return citizen_text(platform, row.handle, row.name)


def when_text(row: CommentRow) -> str:
    """The moment, or the age as the site showed it with the day on which it was copied."""
    if row.written_at is not None:
        return short_moment_text(row.written_at)
    age = row.written_age or ""
    if days_in(age) is None:
        return age
    day = date_pattern_text(wib(row.seen_at).date(), "d MMM")
    return _("%(age)s before %(day)s") % {"age": age, "day": day}


def remarks_text(row: CommentRow) -> str:
    """What else is known of it: our own, an answer to another, cut by the site."""
    remarks = []
    if row.is_own:
        remarks.append(_("our account"))
    if row.is_reply:
        remarks.append(_("probably a reply"))
    if row.is_incomplete:
        remarks.append(_("cut by the site"))
    return " · ".join(remarks)


def meta_text(row: CommentRow) -> str:
    """What stands behind the author's name."""
    return "".join(f" · {part}" for part in (when_text(row), remarks_text(row)) if part)


def fold_count(fold: Fold) -> str:
    """How many comments the fold holds."""
    return number_text(len(fold.comments), 0)


def fold_text(fold: Fold) -> str:
    """What the fold holds; stands behind its number."""
    count = len(fold.comments)
    examples = fold.examples[:_MOST_EXAMPLES]
    if fold.kind in (FoldKind.EMOJI, FoldKind.OTHER_EMOJI):
        words = {"emoji": " ".join(examples)}
        if len(fold.examples) > _MOST_EXAMPLES:
            return (
                ngettext(
                    "comment of emoji only: %(emoji)s and others",
                    "comments of emoji only: %(emoji)s and others",
                    count,
                )
                % words
            )
        return (
            ngettext("comment of emoji only: %(emoji)s", "comments of emoji only: %(emoji)s", count)
            % words
        )
    words = {"texts": ", ".join(f"“{text}”" for text in examples)}
    if fold.kind is FoldKind.SAME:
        return ngettext("same comment: %(texts)s", "same comments: %(texts)s", count) % words
    return ngettext("repeated comment: %(texts)s", "repeated comments: %(texts)s", count) % words


def state_text(fold: Fold) -> str:
    """What stands at the right of a row that has no one tone."""
    if all(row.is_own for row in fold.comments):
        return _("no tone")
    marked = sum(row.tone is not None for row in fold.comments)
    if not marked:
        return _("not marked")
    if marked == len(fold.comments):
        return _("different tones")
    counts = {"marked": marked, "all": len(fold.comments)}
    return _("%(marked)d of %(all)d marked") % counts


def spoken_text(fold: Fold, platform: str | None) -> str:
    """The whole row as a screen reader says it."""
    if fold.kind is FoldKind.SINGLE:
        row = fold.comments[0]
        words = f"{author_text(row, platform)}{meta_text(row)}: {row.text}"
    else:
        words = f"{fold_count(fold)} {fold_text(fold)}"
    return f"{words} · {label(fold.tone) if fold.tone else state_text(fold)}"
