"""One spelling for each post's address, and proofs that fit."""

import pytest

from app.services import links
from app.services.links import LinkDoubt


@pytest.mark.parametrize(
    ("pasted", "expected"),
    [
        ("https://twitter.com/Dishub/status/271475?s=20", "https://x.com/dishub/status/271475"),
        ("x.com/Dishub/status/271475/photo/1", "https://x.com/dishub/status/271475"),
        ("https://x.com/i/web/status/271475", "https://x.com/i/status/271475"),
        (
            "https://www.instagram.com/p/DC4OyU-OqeS/?igsh=HoE6==",
            "https://instagram.com/p/DC4OyU-OqeS",
        ),
        ("https://www.instagram.com/Dishub/reels/DCmG_2/", "https://instagram.com/reel/DCmG_2"),
        ("https://youtu.be/dJ09mtZDZjp?si=abc&t=3", "https://youtube.com/watch?v=dJ09mtZDZjp"),
        (
            "https://m.youtube.com/watch?app=desktop&v=dJ09mtZDZjp&feature=share",
            "https://youtube.com/watch?v=dJ09mtZDZjp",
        ),
        ("https://www.youtube.com/live/dJ09mtZDZjp", "https://youtube.com/watch?v=dJ09mtZDZjp"),
        (
            "https://m.facebook.com/story.php?story_fbid=123456&id=1000&mibextid=Nif5",
            "https://facebook.com/story.php?id=1000&story_fbid=123456",
        ),
        (
            "https://www.tiktok.com/@Dishub/video/7522?lang=id",
            "https://tiktok.com/@dishub/video/7522",
        ),
        ("https://vt.tiktok.com/ZSaBc/", "https://vt.tiktok.com/ZSaBc"),
        ("https://www.threads.net/@Dishub/post/DAb_1", "https://threads.com/@dishub/post/DAb_1"),
        ("https://t.me/s/Dishub/12", "https://t.me/dishub/12"),
        (
            "http://www.dishub.example/Berita/?utm_source=ig&page=2#isi",
            "https://dishub.example/Berita?page=2",
        ),
        ("(https://x.com/a/status/1).", "https://x.com/a/status/1"),
    ],
)
def test_the_same_post_has_one_spelling(pasted: str, expected: str) -> None:
    assert links.canonical(pasted) == expected
    assert links.canonical(expected) == expected


@pytest.mark.parametrize(
    "typed", ["menyusul", "", "http://[::1", "ftp://a.example/b", "a@b.example"]
)
def test_what_is_no_address_has_no_spelling(typed: str) -> None:
    assert links.canonical(typed) is None
    assert links.recognise(typed) is None


@pytest.mark.parametrize(
    ("address", "platform", "post_id"),
    [
        ("https://twitter.com/Dishub/status/2714750000354669963", "x", "2714750000354669963"),
        ("https://www.facebook.com/Dishub/posts/pfbid06WqHoa", "facebook", "pfbid06WqHoa"),
        ("https://www.facebook.com/watch/?v=123456789", "facebook", "123456789"),
        ("https://www.linkedin.com/feed/update/urn:li:share:7457415", "linkedin", "7457415"),
        ("https://id.linkedin.com/posts/dishub_mudik-activity-7457415-ab", "linkedin", "7457415"),
        ("https://www.instagram.com/dishub/", "instagram", None),
        ("https://id.wikipedia.org/wiki/Angklung", "mediawiki", None),
        ("https://dishub.blogspot.co.id/2026/01/a.html", "blogger", None),
    ],
)
def test_platform_and_post_are_recognised(address: str, platform: str, post_id: str | None) -> None:
    found = links.recognise(address)

    assert found is not None
    assert (found.platform, found.post_id) == (platform, post_id)


def test_a_site_of_ones_own_belongs_to_no_platform() -> None:
    assert links.recognise("https://dishub-jabar.example/berita/mudik") is None


def test_the_address_tells_a_reel_from_a_feed_post() -> None:
    reel = links.fitting_kinds("https://www.instagram.com/reel/DCmGpr2IWW5/")
    feed = links.fitting_kinds("https://www.instagram.com/p/DCmGpr2IWW5/")

    assert [entry.key for entry in (*reel, *feed)] == ["instagram_reel", "instagram_feed"]


@pytest.mark.parametrize(
    ("address", "post_kind", "handle", "doubt"),
    [
        ("https://twitter.com/dishub/status/1?s=20", "x", "Dishub", None),
        ("https://x.com/i/status/1", "x", "Dishub", None),
        ("https://x.com/tetangga/status/1", "x", "Dishub", LinkDoubt.OTHER_ACCOUNT),
        ("https://x.com/Dishub", "x", "Dishub", LinkDoubt.NO_POST),
        ("https://www.instagram.com/p/DC4/", "x", "Dishub", LinkDoubt.OTHER_PLATFORM),
        ("https://contoh.example/a", "x", "Dishub", LinkDoubt.OTHER_PLATFORM),
        ("sudah tayang", "x", "Dishub", LinkDoubt.NO_ADDRESS),
        ("https://www.instagram.com/p/DC4/", "instagram_reel", "dishub", LinkDoubt.NO_POST),
        ("https://dishub.example/berita/mudik", "wordpress", "dishub.example", None),
        ("https://drive.example/tangkapan-layar", "line", "dishub", None),
    ],
)
def test_a_proof_is_held_against_account_and_kind_of_post(
    address: str, post_kind: str, handle: str, doubt: LinkDoubt | None
) -> None:
    assert links.link_doubt(address, post_kind, handle) is doubt
