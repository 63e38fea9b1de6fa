"""Lengths by each platform's own way, and why a text is too long."""

import pytest

from app.services.counting import (
    Cost,
    CostKind,
    ProblemKind,
    judge,
    length,
    text_length,
    weighted_length,
)
from app.services.platforms import Unit, facts

FAMILY = "👨‍👩‍👧‍👦"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sampurasun", 10),
        ("https://dishub.jabarprov.go.id/berita/panjang-sekali-alamatnya", 23),
        ("jabarprov.go.id", 23),
        ("e\u0301", 1),
        ("🚌", 2),
        (FAMILY, 2),
        ("👍🏽🇮🇩1️⃣", 6),
        ("©", 1),
        ("©️", 2),
        ("“kutipan” – tanda", 17),
        ("文字", 4),
        ("ᮞᮥᮔ᮪ᮓ", 10),
    ],
)
def test_x_weighs(text: str, expected: int) -> None:
    assert weighted_length(text) == expected


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        (Unit.GRAPHEMES, 3),
        (Unit.CODE_POINTS, 9),
        (Unit.UTF16, 13),
        (Unit.BYTES, 28),
        (Unit.LINKEDIN_ESCAPED, 14),
    ],
)
def test_the_same_text_has_a_length_in_every_unit(unit: Unit, expected: int) -> None:
    assert length(f"é#{FAMILY}", unit).units == expected


def test_a_link_has_its_fixed_price_where_the_platform_says_so() -> None:
    text = "Info https://jabarprov.go.id/sangat/panjang/sekali/alamatnya jabarprov.go.id"

    measured = text_length(text, facts("mastodon").text)

    assert measured.units == len("Info ") + 23 + len(" jabarprov.go.id")
    assert measured.costs == (Cost(CostKind.LINKS, 1, 23),)


def test_a_text_that_fits_has_no_problem() -> None:
    assert judge("Mudik aman. #Mudik2026", facts("x")) == ()


def test_why_a_post_on_x_is_too_long_is_said() -> None:
    text = "a" * 250 + " https://jabarprov.go.id/a 🚌🚌 文"

    (problem,) = judge(text, facts("x"))

    assert problem.kind is ProblemKind.TEXT_TOO_LONG
    assert (problem.found, problem.limit, problem.over) == (282, 280, 2)
    assert problem.costs == (
        Cost(CostKind.LINKS, 1, 23),
        Cost(CostKind.EMOJI, 2, 4),
        Cost(CostKind.WIDE, 1, 2),
    )


def test_exactly_at_the_limit_is_within_it() -> None:
    assert judge("a" * 280, facts("x")) == ()
    assert [problem.over for problem in judge("a" * 281, facts("x"))] == [1]


def test_linkedin_pays_twice_for_what_it_escapes() -> None:
    (problem,) = judge("(a)" * 700, facts("linkedin"))

    assert (problem.found, problem.over) == (3500, 500)
    assert problem.costs == (Cost(CostKind.ESCAPES, 1400, 2800),)


def test_youtube_counts_the_description_in_bytes_and_refuses_angle_brackets() -> None:
    problems = judge("é" * 2501 + "<b>", facts("youtube_video"), title="Judul" * 21)

    assert [(problem.kind, problem.found) for problem in problems] == [
        (ProblemKind.TEXT_TOO_LONG, 5005),
        (ProblemKind.TITLE_TOO_LONG, 105),
        (ProblemKind.FORBIDDEN_CHARACTER, 2),
    ]
    assert problems[2].characters == "<>"


def test_too_many_hashtags_mentions_and_links_are_counted() -> None:
    tags = " ".join(f"#tagar{n}a" for n in range(6))
    names = " ".join(f"@nama{n}" for n in range(21))
    addresses = " ".join(f"https://jabarprov.go.id/{n}" for n in range(6))

    feed = judge(f"{tags} {names}", facts("instagram_feed"))
    threads = judge(addresses, facts("threads"))

    assert [(problem.kind, problem.found, problem.limit) for problem in (*feed, *threads)] == [
        (ProblemKind.TOO_MANY_HASHTAGS, 6, 5),
        (ProblemKind.TOO_MANY_MENTIONS, 21, 20),
        (ProblemKind.TOO_MANY_LINKS, 6, 5),
    ]


def test_a_story_leaves_the_text_out_but_is_not_refused_for_it() -> None:
    (problem,) = judge("Naskah dasar", facts("instagram_story"))

    assert problem.kind is ProblemKind.TEXT_NOT_SHOWN
    assert not problem.is_refusal
    assert judge("", facts("instagram_story")) == ()


def test_below_a_picture_telegram_allows_less() -> None:
    text = "a" * 2000

    assert judge(text, facts("telegram_channel")) == ()
    (problem,) = judge(text, facts("telegram_channel"), with_media=True)
    assert problem.limit == 1024


def test_bluesky_holds_two_limits_at_once() -> None:
    kinds = [problem.kind for problem in judge(FAMILY * 200, facts("bluesky"))]

    assert kinds == [ProblemKind.TOO_MANY_BYTES]


def test_an_unknown_limit_refuses_nothing() -> None:
    assert judge("panjang " * 100_000, facts("wordpress")) == ()
