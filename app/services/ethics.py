"""The nine points of ethics (Pasal 9) and how the checklist words them."""

from app.language import _

ALL_LETTERS = "abcdefghi"


def short_rule(letter: str) -> str:
    """One line of the checklist."""
    rules = {
        "a": _(
            "True to Pancasila, the constitution, the lawful government; professional, impartial"
        ),
        "b": _("Ethics, core values, reputation and integrity of the civil service"),
        "c": _("Confidences kept; true, not misleading"),
        "d": _("Internal information not misused"),
        "e": _("Wise; strengthens the unity of the nation"),
        "f": _("Clear source, true, no lie"),
        "g": _("No hoax, slander, provocation, radicalism, terrorism, pornography"),
        "h": _("No hatred of groups, indecency, gambling, insult, defamation, extortion, threat"),
        "i": _("Public information is open as the law says"),
    }
    return rules[letter]
