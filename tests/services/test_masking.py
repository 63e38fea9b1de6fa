"""Personal data becomes unreadable, everything else stays."""

import pytest

from app.services.masking import PersonalKind, mask, personal_data


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NIK 3211071509760003.", "NIK 3211••••••••••••."),
        ("NIK 3273 2566 0869 0004", "NIK 3273 •••• •••• ••••"),
        ("hp 0812-0000-2284", "hp 0812-••••-••••"),
        ("WA +62 812 0000 2284", "WA +62 81• •••• ••••"),
        ("(0812) 0000 2284", "(0812) •••• ••••"),
        ("wa.me/6281200002284", "wa.me/6281•••••••••"),
        ("surel budi.s@contoh.example ya", "surel b•••@contoh.example ya"),
        ("NIP 19880619 202012 2 010", "NIP 19880619 •••••• • •••"),
    ],
)
def test_personal_data_is_masked(text: str, expected: str) -> None:
    assert mask(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "@dishubjabar.contoh jam 08.30 rusak",
        "https://www.facebook.com/photo?fbid=1234567890123456",
        "https://x.com/a/status/2714750000354669963",
        "INQ-2026-000418 tanggal 12-08-2026, Rp1.250.000.000",
        "hubungi 112 atau 1500-404",
    ],
)
def test_what_is_not_personal_stays(text: str) -> None:
    assert mask(text) == text


def test_each_find_says_what_it_is_and_where() -> None:
    text = "3204134507890002, 0812-0000-6613, a@b.example"

    found = personal_data(text)

    assert [one.kind for one in found] == [PersonalKind.NIK, PersonalKind.PHONE, PersonalKind.EMAIL]
    assert text[found[1].start : found[1].end] == "0812-0000-6613"
