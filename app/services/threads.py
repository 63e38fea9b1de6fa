"""Threads: one text that goes out as several posts, each an answer to the one before.

A thread is kept as one text whose posts are parted by a line of three hyphens; the number of a
post stands in its words. So whoever reads the text, be it counting, a preview, a message to the
official or a publisher, sees the same posts, and what was approved is what goes out.
"""

import re

from app.services.platforms import TextFacts

DIVIDER = "---"
_DIVIDING_LINE = re.compile(r"^[^\S\n]*-{3,}[^\S\n]*$", re.MULTILINE)
_NUMBER = re.compile(r"\s*\(\d+/\d+\)\s*$")


def posts_of(text: str, facts: TextFacts) -> tuple[str, ...]:
    """The posts of a text on this platform; one where it knows no threads or nothing parts it."""
    return tuple(text[start:end] for start, end in spans_of(text, facts))


def spans_of(text: str, facts: TextFacts) -> tuple[tuple[int, int], ...]:
    """Where the posts begin and end, in code points; what is empty is no post."""
    lines = list(_DIVIDING_LINE.finditer(text)) if facts.threads else []
    if not lines:
        return ((0, len(text)),)
    starts = [0, *(line.end() for line in lines)]
    ends = [*(line.start() for line in lines), len(text)]
    spans = []
    for start, end in zip(starts, ends, strict=True):
        post = text[start:end]
        if post.strip():
            first = start + len(post) - len(post.lstrip())
            spans.append((first, start + len(post.rstrip())))
    return tuple(spans) or ((0, 0),)


def canonical(text: str, facts: TextFacts) -> str:
    """The one form in which a thread is stored; a text that is none stays as it was typed."""
    posts = posts_of(text, facts)
    return text if posts == (text,) else joined(posts)


def joined(posts: tuple[str, ...]) -> str:
    """Posts as one text, their dividing lines between them."""
    return f"\n{DIVIDER}\n".join(posts)


def numbered(posts: tuple[str, ...]) -> tuple[str, ...]:
    """The posts with their numbers at the end, `(2/3)`; old numbers go. One post has none."""
    bare = tuple(without_number(post) for post in posts)
    if len(bare) < 2:
        return bare
    return tuple(f"{post} ({at}/{len(bare)})" for at, post in enumerate(bare, 1))


def without_number(post: str) -> str:
    """A post's own words."""
    return _NUMBER.sub("", post)


def said_by(text: str) -> str:
    """The letters and signs alone, however they are divided into posts, lines or words."""
    posts = _DIVIDING_LINE.split(text)
    if len(posts) > 1:
        posts = [without_number(post) for post in posts]
    return "".join("".join(posts).split())
