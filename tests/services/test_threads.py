"""Threads: one text as several posts, read the same way by everybody."""

import pytest

from app.services.contents import divided
from app.services.counting import ProblemKind, judge, text_length
from app.services.platforms import facts
from app.services.threads import canonical, numbered, posts_of, said_by

LONG = (
    "Hujan mulai rapat. Sudah amankah ijazah, akta, dan foto keluarga Anda? Simpan dalam map. " * 5
    + "\n\nKeterangan: https://dishub.jabarprov.go.id/berita/siaga-hujan-dan-arsip-keluarga. "
) * 2


@pytest.mark.parametrize("kind", ["x", "threads", "bluesky", "mastodon"])
def test_every_post_of_a_divided_text_fits_with_its_number(kind: str) -> None:
    rules = facts(kind).text
    limit = rules.limit or 0

    thread = divided(LONG, rules, limit)

    posts = posts_of(thread, rules)
    assert len(posts) > 1
    assert all(text_length(post, rules).units <= limit for post in posts)
    assert posts[0][-5:] == f"(1/{len(posts)})"
    assert judge(thread, facts(kind)) == ()


def test_dividing_changes_no_word_and_twice_is_as_once() -> None:
    rules = facts("x").text

    thread = divided(LONG, rules, 280)

    assert said_by(thread) == said_by(LONG)
    assert divided(thread, rules, 280) == thread


def test_posts_end_with_a_sentence_where_they_can() -> None:
    rules = facts("x").text

    posts = posts_of(divided(LONG, rules, 280), rules)

    assert all(post.rsplit(" (", 1)[0][-1] in ".?" for post in posts)


def test_more_than_nine_posts_leave_room_for_their_longer_numbers() -> None:
    rules = facts("x").text

    posts = posts_of(divided("a" * 3000, rules, 280), rules)

    assert len(posts) == 12
    assert all(text_length(post, rules).units <= 280 for post in posts)
    assert posts[11].endswith("(12/12)")


def test_what_fits_stays_one_post_without_a_number() -> None:
    assert divided("Hujan mulai rapat. (1/3)", facts("x").text, 280) == "Hujan mulai rapat."


def test_where_somebody_divided_it_that_place_stays() -> None:
    rules = facts("x").text

    thread = divided("Siaga hujan.\n-----\n" + "Simpan surat penting. " * 20, rules, 280)

    assert posts_of(thread, rules)[0] == "Siaga hujan. (1/3)"


def test_a_thread_has_one_form_however_it_was_typed() -> None:
    rules = facts("bluesky").text

    assert canonical("Satu\n\n  ---- \n\nDua\n---\n---\n", rules) == "Satu\n---\nDua"


def test_elsewhere_a_line_of_hyphens_is_only_a_line() -> None:
    text = "Satu\n---\nDua"

    assert posts_of(text, facts("instagram_feed").text) == (text,)
    assert canonical(text, facts("instagram_feed").text) == text


def test_a_post_that_is_too_long_is_named() -> None:
    problems = judge("Satu\n---\n" + "a" * 281, facts("x"))

    assert [(it.kind, it.post, it.over) for it in problems] == [(ProblemKind.TEXT_TOO_LONG, 2, 1)]


def test_numbers_follow_when_a_post_is_taken_out() -> None:
    assert numbered(("Satu (1/3)", "Tiga (3/3)")) == ("Satu (1/2)", "Tiga (2/2)")
