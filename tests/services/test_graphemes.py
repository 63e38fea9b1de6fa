"""Characters as a reader sees them."""

import pytest

from app.services.graphemes import grapheme_count, graphemes


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("kabar baik", 10),
        ("satu\r\ndua", 8),
        ("e\u0301", 1),
        ("🇮🇩🇮🇩", 2),
        ("🇮🇩🇮", 2),
        ("👨‍👩‍👧‍👦", 1),
        ("👍🏽", 1),
        ("❤️‍🔥", 1),
        ("1️⃣2️⃣", 2),
        ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 1),
        ("한국", 2),
        ("\u1112\u1161\u11ab", 1),
        ("بِسْمِ", 3),
        ("ᮃᮔᮥ", 2),
        ("ᮞᮥᮔ᮪ᮓ", 3),
        ("ᮘ\u1babᮘ", 1),
        ("ꦧꦱ꧀ꦗ", 2),
        ("क्षि", 1),
        ("a\u200bb", 3),
    ],
)
def test_a_reader_counts(text: str, count: int) -> None:
    assert grapheme_count(text) == count


def test_the_pieces_make_the_text_again() -> None:
    text = "Wilujeng ᮞᮥᮔ᮪ᮓ 👨‍👩‍👧 é\r\n"

    assert "".join(graphemes(text)) == text
