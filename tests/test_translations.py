"""The Indonesian catalogue has every text that the program shows, and no other."""

import re
from collections.abc import Iterator

from babel.messages.catalog import Message

from build import words

PLACEHOLDER = re.compile(r"%\((\w+)\)\d*[sdif]|\{(\w+)\}")


def pairs() -> Iterator[tuple[str, str]]:
    """Each source text beside its translation; of a plural, both forms beside the one."""
    for message in words.texts(words.translated()):
        for source in sources(message):
            yield source, translation(message)


def sources(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def translation(message: Message) -> str:
    forms = (message.string,) if isinstance(message.string, str) else message.string or ("",)
    return forms[0]


def names(text: str) -> set[str]:
    return {first or second for first, second in PLACEHOLDER.findall(text)}


def test_every_text_is_translated() -> None:
    assert words.missing() == []


def test_nothing_is_translated_that_nobody_shows() -> None:
    shown = {words.key(message) for message in words.texts(words.extracted())}

    obsolete = [
        message for message in words.texts(words.translated()) if words.key(message) not in shown
    ]

    assert [message.id for message in obsolete] == []


def test_a_translation_names_no_value_that_its_source_lacks() -> None:
    """It would end the program in a KeyError; leaving out is allowed in "one" only."""
    wrong = [source for source, text in pairs() if text and names(text) - names(source)]

    assert wrong == []


def test_a_translation_leaves_no_value_out() -> None:
    wrong = [
        message.id
        for message in words.texts(words.translated())
        if translation(message) and names(sources(message)[-1]) - names(translation(message))
    ]

    assert wrong == []


def test_a_shortcut_letter_of_the_source_is_one_in_the_translation_too() -> None:
    """`&Refer` can be reached by Alt and a letter; so can its Indonesian."""
    shortcut = re.compile(r"&\w")

    wrong = [
        source
        for source, text in pairs()
        if text and bool(shortcut.search(source)) != bool(shortcut.search(text))
    ]

    assert wrong == []


def test_spaces_at_the_ends_and_line_ends_are_kept() -> None:
    def edges(text: str) -> tuple[bool, bool, bool]:
        return text[:1].isspace(), text[-1:].isspace(), text.endswith("…")

    wrong = [source for source, text in pairs() if text and edges(source) != edges(text)]

    assert wrong == []


def test_one_form_serves_every_number() -> None:
    """Babel's table lacks Indonesian and would say nplurals=2: "2 inquiries" stayed English."""
    catalogue = words.translated()

    assert (catalogue.num_plurals, catalogue.plural_expr) == (1, "0")
