"""What was understood of a pasted comment column, before anything of it is stored."""

from dataclasses import dataclass, field

from app.services.comment_text import repeat_key
from app.services.importing.pasted.lines import Kind, Line


@dataclass(frozen=True, slots=True)
class PastedComment:
    """One comment as it stood on the page.

    `age_text` is as the site wrote it ("3 mgg", "8-10"), relative to the day of copying. `likes` is
    None where the page showed none. Whether it answers another comment is guessed from its place
    and its first word, for the copied text has lost the indentation.
    """

    author: str
    text: str
    age_text: str
    likes: int | None
    is_reply_guess: bool
    is_own: bool
    is_pinned: bool
    is_incomplete: bool

    @property
    def repeat_key(self) -> tuple[str, str]:
        """Equal for a comment copied twice from one post: age and likes change."""
        return self.author.removeprefix("@").casefold(), repeat_key(self.text)


@dataclass(frozen=True, slots=True)
class PastedComments:
    """A whole column: its comments from top to bottom, and what was left out of them.

    `left_out` are the lines that are neither comment nor button: the caption, headings, what was
    not understood. `hidden_replies` are answers that the page announced but did not show.
    """

    platform: str
    comments: tuple[PastedComment, ...]
    left_out: tuple[str, ...]
    hidden_replies: int

    @property
    def repeats(self) -> int:
        """How many comments stand there a second time."""
        return len(self.comments) - len({comment.repeat_key for comment in self.comments})


@dataclass(slots=True)
class Draft:
    """A comment being put together by a reader, with the marks found around it."""

    author: str
    lines: list[str]
    age: str = ""
    likes: int | None = None
    badges: frozenset[Kind] = frozenset()
    after: list[Line] = field(default_factory=list)  # the lines between it and the next one

    def replies(self, kind: Kind) -> Line | None:
        """The line below that shows or announces answers, if there is one of that kind."""
        return next((line for line in self.after if line.kind is kind), None)


@dataclass(slots=True)
class Reading:
    """What one site's reader made of the lines; the reader with the most comments is believed."""

    drafts: list[Draft] = field(default_factory=list)
    unused: list[Line] = field(default_factory=list)
    owner: str = ""  # the page's own account, if its name stands above the comments
