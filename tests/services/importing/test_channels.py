"""The words of a channel cell."""

import pytest

from app.resources import resource
from app.services.importing.channels import (
    Channel,
    addresses_in,
    channels_of,
    platform_of_address,
    post_kind_of_address,
)
from app.services.importing.judged import ReasonCode, RowFault


def kinds_of(text: str) -> list[str]:
    return [channel.post_kind for channel in channels_of(text)]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("IG, FB, X", ["instagram_feed", "facebook_page", "x"]),
        ("Instagram, Facebook", ["instagram_feed", "facebook_page"]),
        ("TikTok, IG Reels", ["tiktok_video", "instagram_reel"]),
        ("Instagram Story", ["instagram_story"]),
        ("IG Feed, Story", ["instagram_feed", "instagram_story"]),
        ("Reels IG & YT Shorts", ["instagram_reel", "youtube_short"]),
        ("X (Twitter)", ["x"]),
        ("X/Twitter", ["x"]),
        ("Twitter / Threads dan LinkedIn", ["x", "threads", "linkedin"]),
        ("Saluran WhatsApp", ["whatsapp_channel"]),
        ("Blog (situs)", ["wordpress"]),
        ("IG; IG", ["instagram_feed"]),
        ("fb\nig", ["facebook_page", "instagram_feed"]),
    ],
)
def test_channels_are_found_with_their_formats(text: str, kinds: list[str]) -> None:
    assert kinds_of(text) == kinds


def test_every_kind_of_post_is_one_of_the_facts_about_platforms() -> None:
    import tomllib

    from app.services.importing import channels

    facts = tomllib.loads(resource("facts", "platforms.toml").read_text(encoding="utf-8"))

    usual = [channels_of(word) for word in channels.known_words()]

    assert usual
    assert {c.post_kind: c.platform for (c,) in usual} == {
        kind: facts[kind]["platform"] for (c,) in usual for kind in [c.post_kind]
    }


def test_a_typing_error_is_faulty_and_only_offers_what_was_meant() -> None:
    with pytest.raises(RowFault) as fault:
        channels_of("Facebok, IG")

    assert fault.value.reason is ReasonCode.CHANNEL_UNKNOWN
    assert (fault.value.value, fault.value.facts) == ("Facebok", {"suggestion": "Facebook"})


def test_an_unknown_channel_offers_nothing() -> None:
    with pytest.raises(RowFault) as fault:
        channels_of("TikTok, Myspace")

    assert (fault.value.value, fault.value.facts) == ("Myspace", {})


def test_a_named_format_is_told_from_the_usual_one() -> None:
    assert channels_of("IG") == (Channel("instagram", "instagram_feed", is_named=False),)
    assert channels_of("IG Reels") == (Channel("instagram", "instagram_reel", is_named=True),)


def test_addresses_are_found_between_other_words() -> None:
    text = (
        "lihat https://x.com/a/status/1?s=20, www.instagram.com/p/AbC/ dan dishub.example/berita."
    )

    assert addresses_in(text) == (
        "https://x.com/a/status/1?s=20",
        "https://www.instagram.com/p/AbC/",
        "https://dishub.example/berita",
    )


@pytest.mark.parametrize(
    ("address", "platform"),
    [
        ("https://twitter.com/a/status/1", "x"),
        ("https://youtu.be/abc", "youtube"),
        ("https://m.facebook.com/a/posts/1", "facebook"),
        ("https://vt.tiktok.com/abc/", "tiktok"),
        ("https://www.threads.net/@a/post/b", "threads"),
        ("https://dishub-jabar.example/berita/a", None),
        ("https://notinstagram.com/p/1", None),
    ],
)
def test_an_address_tells_its_platform(address: str, platform: str | None) -> None:
    assert platform_of_address(address) == platform


def test_an_address_may_name_the_kind_of_post() -> None:
    assert post_kind_of_address("https://www.instagram.com/reel/DCX/") == "instagram_reel"
    assert post_kind_of_address("https://www.instagram.com/p/DCX/") == "instagram_feed"
    assert post_kind_of_address("https://dishub.example/berita/a") is None
