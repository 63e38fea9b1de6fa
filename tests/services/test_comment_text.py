"""Comments that say the same are folded together, those that only look alike are not."""

import pytest

from app.services.comment_text import (
    emoji_in,
    is_emoji_only,
    is_friendly_emoji,
    likeness_key,
    repeat_key,
)


@pytest.mark.parametrize(
    "text", ["mantap pisan", "Mantaap", "MANTAP min", "mantap 👍🏽", "Mantap!!"]
)
def test_praise_is_alike_however_loud_it_is(text: str) -> None:
    assert likeness_key(text) == likeness_key("Mantap")


@pytest.mark.parametrize(
    "text", ["mantap?", "mantap 🙄", "mantap 👎", "mantap Dishub", "tidak mantap"]
)
def test_what_may_mean_something_else_is_not_alike(text: str) -> None:
    assert likeness_key(text) != likeness_key("Mantap")


def test_a_comment_of_nothing_but_address_keeps_its_words() -> None:
    assert likeness_key("min") == "min"


def test_long_texts_are_alike_only_word_for_word() -> None:
    one = "Alhamdulillah tahun ini bisa pulang lagi ke Kuningan min"

    assert likeness_key(one) != likeness_key(one.removesuffix(" min"))
    assert likeness_key(one) == likeness_key(one.upper() + ".")


@pytest.mark.parametrize(
    "text",
    ["🔥🔥🔥", "❤️", "👏 👏", "🏃‍♀️", "🇮🇩", "👍🏿!", "[menangis][menangis]", "😭 [tertawa]", "1️⃣"],
)
def test_emoji_only(text: str) -> None:
    assert is_emoji_only(text)


@pytest.mark.parametrize("text", ["p", "...", "", "?", "👍 ok", "[penting] baca", "10", "🙏 3x"])
def test_not_emoji_only(text: str) -> None:
    assert not is_emoji_only(text)


def test_angry_and_doubtful_emoji_do_not_fold_with_praise() -> None:
    assert is_friendly_emoji("👏🏽👏🏽❤️")
    assert not is_friendly_emoji("👎")
    assert not is_friendly_emoji("❤️🙄")
    assert not is_friendly_emoji("[menangis]")


def test_emoji_are_named_once_in_their_order() -> None:
    assert emoji_in("😭😭 ok 🏃‍♀️😭") == ["😭", "🏃‍♀️"]


def test_the_key_of_a_repeat_looks_at_every_sign_but_not_at_spaces() -> None:
    assert repeat_key("cek  dm\nmin") == repeat_key("cek dm min")
    assert repeat_key("👍") != repeat_key("👎")
    assert repeat_key("Mantap") != repeat_key("mantap")


def test_the_key_of_a_long_text_is_short_and_its_own() -> None:
    long = "panjang " * 800

    assert len(repeat_key(long)) < 100
    assert repeat_key(long) != repeat_key(long + "sekali")
