"""The help's pages: one a place, and those about the office as a whole, in both languages."""

import re
from dataclasses import dataclass

from app.language import language
from app.resources import resource

FIRST = "start"
# In the order of the list: the first day, the seven places as in the rail, what concerns all.
PAGES = (
    FIRST,
    "home",
    "calendar",
    "publishing",
    "approvals",
    "inquiries",
    "assets",
    "reports",
    "office",
    "keys",
    "regulation",
    "backup",
)
# Stands alone on a line of a page, where the flow of that name is drawn.
FLOW_MARKER = re.compile(r"^\{\{flow:(\w+)\}\}$")


@dataclass(frozen=True, slots=True)
class HelpPage:
    """One page. `title` is its first heading, `text` its Markdown with the markers of flows."""

    key: str
    title: str
    text: str

    def has(self, words: str) -> bool:
        """Whether every word that is sought stands in it, in whatever case."""
        text = self.text.casefold()
        return all(word in text for word in words.casefold().split())


def load_pages() -> tuple[HelpPage, ...]:
    """All pages in the language in force."""
    return tuple(_load(key) for key in PAGES)


def _load(key: str) -> HelpPage:
    text = resource("help", language(), f"{key}.md").read_text(encoding="utf-8")
    return HelpPage(key, text.partition("\n")[0].removeprefix("# "), text)


def page_of_place(place: str) -> str:
    """The page of a place; where there is none, such as before signing in, the first one."""
    return place if place in PAGES else FIRST
