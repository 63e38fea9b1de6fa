"""Folding: comments that say the same, and those of emoji only, are one row with one mark."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.models.comment import Tone
from app.services.comment_text import (
    emoji_in,
    is_emoji_only,
    is_friendly_emoji,
    likeness_key,
    repeat_key,
)
from app.services.comments.rows import CommentRow


class FoldKind(StrEnum):
    """Why comments stand in one row."""

    SINGLE = "single"
    SAME = "same"  # word for word
    ALIKE = "alike"  # "Mantap", "mantap pisan"
    EMOJI = "emoji"  # emoji of thanks and praise only
    OTHER_EMOJI = "other_emoji"  # emoji only, not all of them friendly


@dataclass(frozen=True, slots=True)
class Fold:
    """One row of the list: a comment, or several that one mark is for.

    `key` tells it from others when the list is asked again, whatever has been marked since.
    """

    kind: FoldKind
    comments: tuple[CommentRow, ...]
    key: str

    @property
    def ids(self) -> tuple[int, ...]:
        return tuple(comment.id for comment in self.comments)

    @property
    def tone(self) -> Tone | None:
        """The tone that all of them have; None if there is none, or they differ."""
        tones = {comment.tone for comment in self.comments}
        return tones.pop() if len(tones) == 1 else None

    @property
    def is_marked(self) -> bool:
        return all(comment.tone is not None for comment in self.comments)

    @property
    def examples(self) -> tuple[str, ...]:
        """The different texts, or the different emoji, the most frequent first."""
        if self.kind in (FoldKind.EMOJI, FoldKind.OTHER_EMOJI):
            found = Counter(sign for row in self.comments for sign in emoji_in(row.text))
        else:
            found = Counter(repeat_key(row.text) for row in self.comments)
        return tuple(text for text, _count in found.most_common())


def folded(comments: Sequence[CommentRow]) -> list[Fold]:
    """The comments in their order; a fold stands where its first comment stood.

    Our own lines, and comments that became an inquiry, are never folded away.
    """
    groups: dict[tuple[FoldKind, str], list[CommentRow]] = {}
    for comment in comments:
        groups.setdefault(_group(comment), []).append(comment)
    return [_fold(kind, rows, f"{kind} {key}") for (kind, key), rows in groups.items()]


def unfolded(fold: Fold) -> list[Fold]:
    """Each comment of a fold as a row of its own."""
    return [Fold(FoldKind.SINGLE, (row,), f"{FoldKind.SINGLE} {row.id}") for row in fold.comments]


def _group(comment: CommentRow) -> tuple[FoldKind, str]:
    if comment.is_own or comment.inquiry_id is not None:
        return FoldKind.SINGLE, str(comment.id)
    if is_emoji_only(comment.text):
        is_friendly = is_friendly_emoji(comment.text)
        return FoldKind.EMOJI if is_friendly else FoldKind.OTHER_EMOJI, ""
    return FoldKind.ALIKE, likeness_key(comment.text)


def _fold(kind: FoldKind, rows: list[CommentRow], key: str) -> Fold:
    if len(rows) == 1:
        kind = FoldKind.SINGLE
    elif kind is FoldKind.ALIKE and len({repeat_key(row.text) for row in rows}) == 1:
        kind = FoldKind.SAME
    return Fold(kind, tuple(rows), key)
