"""Dividing a long text into the numbered posts of a thread, at the ends of sentences."""

import re
from collections.abc import Iterator

from app.services.counting import fitting, text_length
from app.services.platforms import TextFacts
from app.services.threads import joined, numbered, posts_of, without_number

# A sentence with what follows it: the end of the line, or a sign that ends it and a space.
_SENTENCE = re.compile(r"\S(?:[^\n]*?(?:[.!?…][\"'”’)\]]*(?=\s|$)|(?=\n)|$))")


def divided(text: str, facts: TextFacts, limit: int) -> str:
    """The text as a thread whose posts all fit with their numbers; one post if all fits in one.

    Where somebody has divided it already, those places stay.
    """
    whole = tuple(without_number(post) for post in posts_of(text, facts))
    if len(whole) == 1 and text_length(whole[0], facts).units <= limit:
        return whole[0]
    count = len(whole)
    while True:
        # The number itself takes room, and more of it from the tenth post on.
        room = limit - len(f" ({count}/{count})")
        posts = tuple(piece for post in whole for piece in _pieces(post, facts, room))
        if len(str(len(posts))) <= len(str(count)):
            return joined(numbered(posts))
        count = len(posts)


def _pieces(post: str, facts: TextFacts, room: int) -> Iterator[str]:
    """As many sentences together as there is room for."""
    start = end = 0
    for sentence_start, sentence_end in _sentences(post, facts, room):
        if end and text_length(post[start:sentence_end], facts).units > room:
            yield post[start:end].strip()
            start = sentence_start
        end = sentence_end
    if post[start:end].strip():
        yield post[start:end].strip()


def _sentences(post: str, facts: TextFacts, room: int) -> Iterator[tuple[int, int]]:
    """Where sentences begin and end; one that has no room by itself is cut between words."""
    for found in _SENTENCE.finditer(post):
        start, end = found.span()
        while text_length(post[start:end], facts).units > room:
            fits = start + max(1, fitting(post[start:end], facts, room))
            space = max(post.rfind(" ", start + 1, fits + 1), post.rfind("\n", start + 1, fits + 1))
            cut = space if space > start else fits
            yield start, cut
            start = cut + (len(post[cut:end]) - len(post[cut:end].lstrip()))
        if start < end:
            yield start, end
