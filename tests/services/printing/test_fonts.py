import unicodedata

import pytest

from app.services.printing import fonts


def shown(text: str) -> str:
    return "".join(run.text for run in fonts.runs(text))


@pytest.mark.parametrize(
    "text", ["<b>tebal</b>", "a & b", '<img src="x">', "<para>", "1 < 2 > 0", "&amp;"]
)
def test_markup_is_shown_as_it_was_typed(text: str) -> None:
    from reportlab.platypus import Paragraph

    from app.services.printing.paper import BODY

    paragraph = Paragraph(fonts.markup(text), BODY)

    assert " ".join(paragraph.getPlainText().split()) == text


def test_plain_text_needs_one_font() -> None:
    assert fonts.runs("Bandung, 25 Juni 2019 – “é”") == [
        fonts.Run(fonts.REGULAR, "Bandung, 25 Juni 2019 – “é”")
    ]


def test_emoji_and_sundanese_go_to_fonts_that_have_them() -> None:
    used = [run.font for run in fonts.runs("Sampurasun 😀 ᮞᮥᮔ᮪ᮓ")]

    assert used == [fonts.REGULAR, fonts.EMOJI, fonts.REGULAR, fonts.SUNDANESE]


def test_fancy_letters_of_posts_become_plain_ones() -> None:
    assert shown("\U0001d5e3\U0001d5f2\U0001d5fb\U0001d601\uff49\uff4e\uff47") == "Penting"


def test_what_steers_an_emoji_is_not_printed() -> None:
    assert shown("👍🏽👨‍👩‍👧❤️1️⃣") == "👍👨👩👧❤1"


def test_a_flag_is_printed_as_its_country() -> None:
    assert shown("Merdeka 🇮🇩") == "Merdeka [ID]"


def test_what_no_font_has_is_printed_as_its_code_point() -> None:
    assert shown("中\ud83d") == "[U+4E2D][U+D83D]"


def test_controls_and_invisible_signs_are_left_out() -> None:
    assert shown("a\x00b\x07c\u200bd\ufeffe\u202ef") == "abcdef"


def test_arabic_is_joined_and_stands_in_visual_order() -> None:
    (run,) = fonts.runs("سلام")

    assert run.font == fonts.ARABIC
    assert [unicodedata.name(sign) for sign in run.text] == [
        "ARABIC LETTER MEEM ISOLATED FORM",
        "ARABIC LIGATURE LAM WITH ALEF FINAL FORM",
        "ARABIC LETTER SEEN INITIAL FORM",
    ]


def test_a_long_arabic_passage_is_cut_before_it_is_turned() -> None:
    passage = "بسم الله الرحمن الرحيم " * 4

    assert fonts.markup(f"Awal {passage} akhir").count("<br/>") >= 2


def test_every_sign_has_a_font_that_shows_it() -> None:
    signs = (chr(code) for code in range(0x20, 0x110000, 7) if not 0xD800 <= code <= 0xDFFF)

    for sign in signs:
        for run in fonts.runs(sign):
            assert set(run.text) - {"\n"} <= fonts.shown_by(run.font)
