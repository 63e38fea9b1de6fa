"""Pictures and videos held against what a platform takes."""

import pytest

from app.models.asset import AssetKind
from app.services.media_fit import MediaProblemKind, Medium, judge_media
from app.services.platforms import facts


def picture(**changed: object) -> Medium:
    fields: dict[str, object] = {
        "kind": AssetKind.PICTURE,
        "format": "image/jpeg",
        "size": 400_000,
        "width": 1080,
        "height": 1350,
        "seconds": None,
        "alt_text": "Rak arsip",
    }
    return Medium(**(fields | changed))  # type: ignore[arg-type]


def video(**changed: object) -> Medium:
    moving: dict[str, object] = {
        "kind": AssetKind.VIDEO,
        "format": "video/mp4",
        "width": 720,
        "height": 1280,
        "seconds": 30.0,
    }
    return picture(**(moving | changed))


def test_a_portrait_picture_fits_a_feed() -> None:
    assert judge_media([picture()], facts("instagram_feed")) == ()


def test_a_feed_needs_a_picture_and_x_does_not() -> None:
    (problem,) = judge_media([], facts("instagram_feed"))

    assert (problem.kind, problem.is_refusal) == (MediaProblemKind.MISSING, True)
    assert judge_media([], facts("x")) == ()


@pytest.mark.parametrize(
    ("medium", "post_kind", "kind", "found", "limit"),
    [
        (picture(size=5_000_001), "x", MediaProblemKind.TOO_BIG, 5_000_001, 5_000_000),
        (picture(), "instagram_reel", MediaProblemKind.NOT_TAKEN, 0, 0),
        (video(seconds=2.0), "instagram_reel", MediaProblemKind.TOO_SHORT, 2, 3),
        (video(seconds=141.0, width=1280, height=720), "x", MediaProblemKind.TOO_LONG, 141, 140),
        (picture(alt_text="a" * 1001), "x", MediaProblemKind.ALT_TEXT_TOO_LONG, 1001, 1000),
    ],
)
def test_what_a_platform_refuses_is_found_with_its_number(
    medium: Medium, post_kind: str, kind: MediaProblemKind, found: float, limit: float
) -> None:
    (problem,) = judge_media([medium], facts(post_kind))

    assert (problem.kind, problem.number) == (kind, 1)
    assert (problem.found, problem.limit) == (found, limit)
    assert problem.is_refusal


@pytest.mark.parametrize(
    ("medium", "kind"),
    [
        (picture(format="image/png"), MediaProblemKind.FORMAT),
        (picture(width=2000, height=2500), MediaProblemKind.SIZE),
        (picture(width=500, height=1000), MediaProblemKind.RATIO),
    ],
)
def test_what_the_platforms_app_mends_by_itself_is_only_worth_a_word(
    medium: Medium, kind: MediaProblemKind
) -> None:
    (problem,) = judge_media([medium], facts("instagram_feed"))

    assert (problem.kind, problem.is_refusal) == (kind, False)


def test_more_than_a_carousel_holds_is_counted_once() -> None:
    (problem,) = judge_media([picture()] * 11, facts("instagram_feed"))

    assert (problem.kind, problem.found, problem.limit) == (MediaProblemKind.TOO_MANY, 11, 10)


def test_where_nothing_is_known_nothing_is_refused() -> None:
    assert judge_media([picture(size=10**9), video()], facts("wordpress")) == ()
