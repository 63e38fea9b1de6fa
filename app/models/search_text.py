"""Text as it is searched: one normal form, so that both engines give the same answers."""

import unicodedata

_KEPT = ("L", "N")


def search_text(*parts: str | None) -> str:
    """Case folded, accents off, only letters, digits and single spaces between words."""
    text = " ".join(part for part in parts if part).casefold()
    plain = unicodedata.normalize("NFKD", text)
    letters = "".join(
        ""
        if unicodedata.combining(sign)
        else sign
        if unicodedata.category(sign)[0] in _KEPT
        else " "
        for sign in plain
    )
    return " ".join(letters.split())
