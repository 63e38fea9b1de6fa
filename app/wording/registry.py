"""Which error is told by which sentence; each room registers its own."""

from collections.abc import Callable
from typing import Any, TypeVar

from app.language import _
from app.services.errors import Incomplete, InvalidValue

Told = TypeVar("Told", bound=Exception)

_SENTENCES: dict[type[Exception], Callable[[Any], str]] = {}
_PROBLEMS: dict[str, Callable[..., str]] = {}
_INVALID: dict[tuple[str, str], Callable[[InvalidValue], str]] = {}


def says(
    kind: type[Told],
) -> Callable[[Callable[[Told], str]], Callable[[Told], str]]:
    """Register the sentence for one type of error."""

    def keep(sentence: Callable[[Told], str]) -> Callable[[Told], str]:
        _SENTENCES[kind] = sentence
        return sentence

    return keep


def says_problem(code: str) -> Callable[[Callable[..., str]], Callable[..., str]]:
    """Register the sentence for one code of `Incomplete.problems`."""

    def keep(told: Callable[..., str]) -> Callable[..., str]:
        _PROBLEMS[code] = told
        return told

    return keep


def says_invalid(
    field: str, code: str
) -> Callable[[Callable[[InvalidValue], str]], Callable[[InvalidValue], str]]:
    """Register the sentence for one code of InvalidValue; field "" serves all fields."""

    def keep(told: Callable[[InvalidValue], str]) -> Callable[[InvalidValue], str]:
        _INVALID[field, code] = told
        return told

    return keep


def sentence(error: BaseException) -> str:
    """What a person reads of an error; of ours only that nothing was changed."""
    for kind in type(error).__mro__:
        if kind in _SENTENCES:
            return _SENTENCES[kind](error)
    return _(
        "Something in the program went wrong; nothing was changed. "
        "The details are in the program's log."
    )


def has_sentence(kind: type[Exception]) -> bool:
    """Whether this type itself (not a parent) has words of its own."""
    return kind in _SENTENCES


@says(Incomplete)
def _incomplete(error: Incomplete) -> str:
    lines = [_problem(found) for found in error.problems]
    return _("%(reference)s is not complete yet: %(problems)s") % {
        "reference": error.reference,
        "problems": " ".join(lines),
    }


def _problem(found: object) -> str:
    code, *facts = found if isinstance(found, tuple) else (found,)
    return _PROBLEMS[str(code)](*facts)


@says(InvalidValue)
def _invalid_value(error: InvalidValue) -> str:
    told = _INVALID.get((error.field, error.code)) or _INVALID.get(("", error.code))
    if told is None:
        return _("“%(value)s” is not possible here.") % {"value": error.value}
    return told(error)
