"""Accounts as people write them down: handles, names of pages, pasted addresses."""

import pytest

from app.services.errors import InvalidValue
from app.services.profiles import handle_in, may_be_account, profile


@pytest.mark.parametrize(
    ("platform", "typed", "handle"),
    [
        ("instagram", "https://www.instagram.com/dishubjabar", "dishubjabar"),
        ("instagram", "https://www.instagram.com/dishub.jabar/?igsh=abc", "dishub.jabar"),
        ("instagram", "instagram.com/dishubjabar/", "dishubjabar"),
        ("instagram", "@dishub.jabar", "dishub.jabar"),
        ("facebook", "https://web.facebook.com/DishubJabar/", "DishubJabar"),
        ("facebook", "https://www.facebook.com/profile.php?id=100064123456", "100064123456"),
        ("facebook", "https://www.facebook.com/people/Dishub-Jabar/100064123456/", "100064123456"),
        ("facebook", "Dinas Perhubungan Jawa Barat", "Dinas Perhubungan Jawa Barat"),
        ("x", "https://twitter.com/dishubjabar", "dishubjabar"),
        ("youtube", "https://www.youtube.com/@dishubjabar/videos", "dishubjabar"),
        ("youtube", "https://youtube.com/channel/UC1234567890", "UC1234567890"),
        ("tiktok", "https://www.tiktok.com/@dishub.jabar?lang=id", "dishub.jabar"),
        ("whatsapp", "https://whatsapp.com/channel/0029VaABCDEFGHIJKLMN", "0029VaABCDEFGHIJKLMN"),
        ("linkedin", "https://id.linkedin.com/company/dishub-jabar/", "dishub-jabar"),
        ("telegram", "https://t.me/s/dishubjabar", "dishubjabar"),
        ("wordpress", "https://dishub.jabarprov.go.id/blog/", "dishub.jabarprov.go.id/blog"),
        ("wordpress", "https://dishubjabar.wordpress.com", "dishubjabar.wordpress.com"),
        ("blogger", "https://dishubjabar.blogspot.com/", "dishubjabar"),
        ("mastodon", "https://sosial.id/@humas", "humas@sosial.id"),
        ("mediawiki", "https://id.wikipedia.org/wiki/Pengguna:Dishub", "Dishub"),
    ],
)
def test_the_handle_is_taken_out_of_what_was_pasted(platform: str, typed: str, handle: str) -> None:
    found = profile(platform, typed)

    assert found.handle == handle
    assert (found.address is not None) == ("/" in typed)
    assert may_be_account(platform, found.handle)


@pytest.mark.parametrize(
    ("platform", "typed", "code"),
    [
        ("facebook", "https://www.instagram.com/dishubjabar", "other_platform"),
        ("instagram", "https://www.instagram.com/p/DC2BDWkzzLA/", "no_profile"),
        ("instagram", "https://dishub.jabarprov.go.id/profil", "no_profile"),
        ("youtube", "https://www.youtube.com/watch?v=dJ4fAFbhScI", "no_profile"),
        ("x", "https://x.com/", "no_profile"),
        ("x", " @ ", "empty"),
    ],
)
def test_an_address_that_is_no_page_of_this_platform_is_told(
    platform: str, typed: str, code: str
) -> None:
    with pytest.raises(InvalidValue) as refused:
        profile(platform, typed)

    assert refused.value.code == code


def test_names_with_spaces_are_only_for_pages_and_channels() -> None:
    assert may_be_account("facebook", "Dinas Perhubungan")
    assert may_be_account("whatsapp", "Kabar Dishub")
    assert not may_be_account("instagram", "Dinas Perhubungan")
    assert not may_be_account("facebook", "Dishub\nJabar")


def test_an_address_of_another_site_names_no_handle() -> None:
    assert handle_in("instagram", "https://dishub.jabarprov.go.id/profil") is None
    assert handle_in("instagram", None) is None


def test_a_page_s_name_with_a_slash_is_no_address() -> None:
    assert profile("facebook", "Dinas A/B Jawa Barat").handle == "Dinas A/B Jawa Barat"
