"""The Indonesian catalogue: collect the texts of app/, compile them, tell what is missing.

Runs inside the environment (it needs Babel): `python -m build.words update|compile|check`.
"""

import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = ROOT / "resources" / "translations" / "id" / "LC_MESSAGES" / "kohkol.po"

# Written by hand: Babel's table lacks Indonesian and would say nplurals=2.
HEADER = """\
# Kohkol in Indonesian.
msgid ""
msgstr ""
"Project-Id-Version: Kohkol\\n"
"Language: id\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

"""


def new_catalogue() -> Catalog:
    """An empty Indonesian catalogue; a text for any number is one text."""
    catalogue = Catalog(locale="id", project="Kohkol", domain="kohkol", fuzzy=False)
    catalogue.mime_headers = [("Plural-Forms", "nplurals=1; plural=0;")]
    return catalogue


def extracted() -> Catalog:
    """Every text that app/ shows, untranslated."""
    catalogue = new_catalogue()
    found = extract_from_dir(
        ROOT / "app", keywords=DEFAULT_KEYWORDS, comment_tags=("Translators:",)
    )
    for _file, _line, message, comments, context in found:
        texts = message if isinstance(message, str) else tuple(message)
        catalogue.add(texts, auto_comments=comments, context=context)
    return catalogue


def translated() -> Catalog:
    """The catalogue as it is kept."""
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="id")


def key(message: Message) -> tuple[str | None, str]:
    """What tells one text from another."""
    return message.context, message.id if isinstance(message.id, str) else message.id[0]


def texts(catalogue: Catalog) -> Iterator[Message]:
    """All messages but the header."""
    return (message for message in catalogue if message.id)


def update() -> None:
    """Take in new texts, drop those that nobody shows any more; translations stay."""
    known = {key(message): message.string for message in texts(translated())}
    fresh = extracted()
    for message in texts(fresh):
        message.string = known.get(key(message), message.string)
        message.flags.discard("fuzzy")
    body = io.BytesIO()
    write_po(body, fresh, width=100, sort_output=True, omit_header=True)
    CATALOGUE.write_text(HEADER + body.getvalue().decode(), encoding="utf-8", newline="\n")


def compile_catalogue() -> None:
    """Write the form that the program reads at run time."""
    compiled = io.BytesIO()
    write_mo(compiled, translated())
    CATALOGUE.with_suffix(".mo").write_bytes(compiled.getvalue())


def missing() -> list[str]:
    """Texts that the program shows and the catalogue does not translate."""
    known = {
        key(message) for message in texts(translated()) if message.string and all(message.string)
    }
    return sorted(key(message)[1] for message in texts(extracted()) if key(message) not in known)


def main(words: list[str]) -> int:
    """Exit code 1 tells that texts are missing."""
    if words == ["update"]:
        update()
    if words in (["update"], ["compile"]):
        compile_catalogue()
    if words == ["compile"]:
        return 0
    untranslated = missing()
    for text in untranslated:
        print("not translated:", repr(text))
    print(f"{len(untranslated)} texts are not translated.")
    return 1 if untranslated else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
