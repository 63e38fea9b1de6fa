"""How long a line of text may be: the same for forms, acts and files that are taken in.

Columns hold any length; a form that allowed less than a file brought in would cut what it saves.
Counted as Qt counts, in UTF-16 units, so that an emoji is two. Longer texts, which are written in
several lines, have no limit.
"""

LINE = 500  # whatever is not named below
LINK = 2000  # as long as browsers and servers agree on
CONTENT_TITLE = 200
OWN_CATEGORY = 80
TOPIC = 200
ASSET_TITLE = 255  # a file's name, which it is at first
ALT_TEXT = 4000


def length(text: str) -> int:
    """How long a text is by these limits."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
