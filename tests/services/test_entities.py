"""Links, mentions and hashtags in texts as offices write them."""

import pytest

from app.services.entities import hashtags, links, mentions


def texts(found: list) -> list[str]:  # type: ignore[type-arg]
    return [entity.text for entity in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Daftar di https://dishub.jabarprov.go.id/mudik.",
            ["https://dishub.jabarprov.go.id/mudik"],
        ),
        ("Lihat jabarprov.go.id atau bit.ly/mudik26!", ["jabarprov.go.id", "bit.ly/mudik26"]),
        ("Pukul 09.30 WIB, Rp1.234.500", []),
        ("surat ke humas@jabarprov.go.id", []),
        ("tanpa spasi.Lalu", []),
        (
            "(https://id.wikipedia.org/wiki/Bandung_(kota))",
            ["https://id.wikipedia.org/wiki/Bandung_(kota)"],
        ),
        ("https://t.co/abc123DEF's", ["https://t.co/abc123DEF"]),
        ("http://situs-.example.com", []),
        ("Kunjungi 文字.com文字", []),
    ],
)
def test_links_are_found(text: str, expected: list[str]) -> None:
    assert texts(links(text)) == expected


def test_links_without_a_scheme_can_be_left_out() -> None:
    assert texts(links("jabarprov.go.id dan https://x.com/a", schemeless=False)) == [
        "https://x.com/a"
    ]


def test_positions_lead_back_to_the_text() -> None:
    text = "Sampurasun @Dishub_Jabar #ReboNyunda https://jabarprov.go.id"

    found = [*mentions(text), *hashtags(text), *links(text)]

    assert [text[entity.start : entity.end] for entity in found] == [
        "@Dishub_Jabar",
        "#ReboNyunda",
        "https://jabarprov.go.id",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("#ReboNyunda #Mudik2026, #2026 #_", ["ReboNyunda", "Mudik2026"]),
        ("kata#bukan &#bukan", []),
        ("https://jabarprov.go.id/#bagian #ya", ["ya"]),
        ("🚌#naikbus (#dalamkurung)", ["naikbus", "dalamkurung"]),
        ("#ᮞᮥᮔ᮪ᮓ #العربية", ["ᮞᮥᮔ᮪ᮓ", "العربية"]),
        ("#satu#dua #http://a.com", []),
    ],
)
def test_hashtags_are_found(text: str, expected: list[str]) -> None:
    assert texts(hashtags(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("terima kasih @ridwankamil dan @Dishub_Jabar.", ["ridwankamil", "Dishub_Jabar"]),
        ("humas@jabarprov.go.id", []),
        ("RT@dishub: macet", ["dishub"]),
        ("@nama_yang_lebih_dari_dua_puluh_huruf", []),
    ],
)
def test_mentions_are_found(text: str, expected: list[str]) -> None:
    assert texts(mentions(text)) == expected


def test_a_wall_of_dots_costs_no_time() -> None:
    assert links("ab." * 3000) == []
