"""The facts about platforms are read whole and typed."""

import re

import pytest

from app.models.account import MediaKind
from app.services import platforms
from app.services.platform_names import handle_text, platform_label
from app.services.platform_names import platforms as names
from app.services.platforms import MediaNeed, Unit


def test_an_account_may_publish_in_every_kind_of_its_platform() -> None:
    kinds = platforms.post_kinds("instagram")

    assert [kind.key for kind in kinds] == ["instagram_feed", "instagram_reel", "instagram_story"]
    assert [kind.post_label for kind in kinds] == ["feed", "reel", "story"]
    assert kinds[0].label == "Instagram (feed)"


def test_a_platform_with_one_kind_of_post_needs_no_name_for_it() -> None:
    only = platforms.facts("x")

    assert (only.label, only.post_label) == ("X (Twitter)", "")


def test_a_platform_may_stand_under_two_types_of_lampiran_b() -> None:
    kinds = platforms.media_kinds("facebook")

    assert kinds == (MediaKind.SOCIAL_NETWORK, MediaKind.MEDIA_SHARING)


def test_all_five_types_of_lampiran_b_have_a_platform_that_the_regulation_names() -> None:
    named = {
        kind
        for entry in platforms.entries().values()
        if entry.named_in_regulation
        for kind in entry.media_kinds
    }

    assert named == set(MediaKind)


def test_limits_are_typed_and_unknown_is_none() -> None:
    x, wordpress, story = map(platforms.facts, ("x", "wordpress", "instagram_story"))

    assert (x.text.limit, x.text.unit, x.text.url_cost) == (280, Unit.X_WEIGHTED, 23)
    assert wordpress.text.limit is None
    assert story.text.limit == 0
    assert story.media is MediaNeed.REQUIRED
    assert story.images is not None
    assert story.images.formats == ("jpeg",)
    assert [export.safe_top for export in story.exports] == [250, 250]


def test_every_pattern_is_a_regular_expression_that_compiles() -> None:
    patterns = [
        pattern
        for entry in platforms.entries().values()
        for pattern in (entry.address.handle, entry.address.post)
        if pattern
    ]

    assert len([re.compile(pattern) for pattern in patterns]) > 40


def test_an_unknown_kind_of_post_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        platforms.facts("friendster")


@pytest.mark.parametrize(
    ("platform", "handle", "fits"),
    [
        ("x", "DishubJbrContoh", True),
        ("x", "lebih_dari_lima_belas_huruf", False),
        ("instagram", "dishubjabar.contoh", True),
        ("facebook", "nama", False),
        ("google_business", "tempat apa pun", True),
    ],
)
def test_handles_are_judged_by_their_platform(platform: str, handle: str, fits: bool) -> None:
    assert platforms.is_handle(platform, handle) is fits


def test_the_page_of_an_account_is_made_from_its_handle() -> None:
    assert platforms.profile_address("x", "kohkol") == "https://x.com/kohkol"
    assert platforms.profile_address("mastodon", "humas@sosial.id") == "https://sosial.id/@humas"
    assert platforms.profile_address("google_business", "kantor") is None


def test_a_platform_the_file_does_not_know_keeps_its_own_name() -> None:
    assert platform_label("friendster") == "friendster"
    assert platforms.media_kinds("friendster") == ()


def test_every_platform_has_its_name_and_no_name_is_without_one() -> None:
    entries = platforms.entries().values()

    assert set(names()) == {entry.platform for entry in entries}


def test_a_handle_has_its_sign_and_a_page_s_name_has_none() -> None:
    assert handle_text("dishub.jabar") == "@dishub.jabar"
    assert handle_text("Dinas Perhubungan Jabar") == "Dinas Perhubungan Jabar"
