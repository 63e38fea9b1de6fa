"""The texts of Python's own argparse, in the program's language.

argparse asks the gettext domain of the process, which follows the PC's settings and has no
Indonesian; so its function for that is replaced by ours. Texts that a newer Python words
differently stay English.
"""

import argparse

from app.language import _


def teach_argparse() -> None:
    """From now on argparse speaks the language in force."""
    vars(argparse)["_"] = _ours


def _ours(text: str) -> str:
    return _words().get(text, text)


def _words() -> dict[str, str]:
    return {
        "usage: ": _("usage: "),
        "options": _("options"),
        "positional arguments": _("words"),
        "show this help message and exit": _("show this help"),
        "%(prog)s: error: %(message)s\n": _("%(prog)s: not understood: %(message)s\n"),
        "argument %(argument_name)s: %(message)s": _("%(argument_name)s: %(message)s"),
        "the following arguments are required: %s": _("these words are missing: %s"),
        "unrecognized arguments: %s": _("unknown words: %s"),
        "expected one argument": _("a word has to follow"),
        "expected at least one argument": _("at least one word has to follow"),
        "invalid %(type)s value: %(value)r": _("%(value)r is not possible here"),
        "invalid choice: %(value)r (choose from %(choices)s)": _(
            "%(value)r is not possible; choose from %(choices)s"
        ),
    }
