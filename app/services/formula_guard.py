"""Text that a spreadsheet program would run: guarded in a CSV, and taken back from one."""

# Spreadsheet programs run a cell that begins so; tab and line ends hide such a beginning.
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n")
_GUARD = "'"


def guarded(text: str) -> str:
    """The text with an apostrophe before it, if a spreadsheet program would run it.

    A text that looks guarded already gets another one, so that `unguarded` gives it back as it was.
    """
    return _GUARD + text if text.lstrip(_GUARD).startswith(FORMULA_SIGNS) else text


def unguarded(text: str) -> str:
    """The text without the apostrophe that `guarded` (or a person in Excel) put before it.

    It is taken off only where a sign of a formula follows: `'=1+1` becomes `=1+1`, while `'pasar'`
    and `'90-an` stay.
    """
    is_guarded = text.startswith(_GUARD) and text.lstrip(_GUARD).startswith(FORMULA_SIGNS)
    return text.removeprefix(_GUARD) if is_guarded else text
