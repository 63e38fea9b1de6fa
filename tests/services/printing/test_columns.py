"""No word of a table is broken while there is another way."""

import pytest

from app.services.printing import fonts
from app.services.printing.columns import SIZES, broken_addresses, fit, longest_word

WIDTH = 439.0


def fits(word: str, width: float, size: float, padding: float) -> bool:
    return fonts.text_width(word, size) + 2 * padding <= width


def test_a_column_takes_from_the_others_what_its_longest_word_needs() -> None:
    words = ["No.", "Pertanggungjawaban", "Judul"]

    fitted = fit((10, 10, 80), [longest_word((word,)) for word in words], WIDTH)

    assert fitted.size == SIZES[0][0]
    assert sum(fitted.widths) == pytest.approx(WIDTH)
    for word, width in zip(words, fitted.widths, strict=True):
        assert fits(word, width, fitted.size, fitted.padding)


def test_shares_that_give_every_word_its_room_are_kept() -> None:
    fitted = fit((30, 70), [longest_word(("Istilah",)), longest_word(("Arti",))], WIDTH)

    assert fitted.widths == pytest.approx((0.3 * WIDTH, 0.7 * WIDTH))


def test_letters_get_smaller_before_a_word_is_broken() -> None:
    words = ["Pertanggungjawaban"] * 5

    fitted = fit((1,) * 5, [longest_word((word,)) for word in words], WIDTH)

    assert SIZES[-1][0] <= fitted.size < SIZES[0][0]
    for word, width in zip(words, fitted.widths, strict=True):
        assert fits(word, width, fitted.size, fitted.padding)


def test_an_endless_word_leaves_the_other_columns_their_room() -> None:
    fitted = fit((1, 1), [longest_word(("w" * 5_000,)), longest_word(("Jumlah",))], WIDTH)

    assert sum(fitted.widths) == pytest.approx(WIDTH)
    assert fits("Jumlah", fitted.widths[1], fitted.size, fitted.padding)


def test_the_widest_words_give_way_first() -> None:
    words = ["No.", "w" * 300, "w" * 300, "w" * 300, "Sasaran"]

    fitted = fit((6, 20, 27, 20, 13), [longest_word((word,)) for word in words], WIDTH)

    assert sum(fitted.widths) == pytest.approx(WIDTH)
    assert fits("No.", fitted.widths[0], fitted.size, fitted.padding)
    assert fits("Sasaran", fitted.widths[4], fitted.size, fitted.padding)


def test_an_address_goes_on_behind_a_slash() -> None:
    address = "https://www.instagram.com/dishubjabar.contoh/"

    shown = broken_addresses(f"lihat {address}", 9.5, 130)

    assert shown == "lihat https://www.instagram.com/\ndishubjabar.contoh/"


def test_a_hard_space_keeps_a_number_whole() -> None:
    nip = "19880619\u00a0202012\u00a02\u00a0010"

    assert longest_word((nip,)) == pytest.approx(fonts.text_width(nip, 1))
