"""One rule for how citizens are named."""

import pytest

from app.services.citizens import citizen_text


@pytest.mark.parametrize(
    ("platform", "handle", "name", "shown"),
    [
        ("instagram", "wulan.tasik", None, "@wulan.tasik"),
        ("instagram", "deden", "Deden Saputra", "Deden Saputra (@deden)"),
        ("facebook", "Yayat S.", None, "Yayat S."),
        ("facebook", "Yayat S.", "Yayat S.", "Yayat S."),
        ("facebook", "deden.saputra", "Deden Saputra", "Deden Saputra (deden.saputra)"),
        ("youtube", "Mang Ujang", "Mang Ujang", "Mang Ujang"),
        ("whatsapp", "081200001142", None, "0812••••••••"),
        ("whatsapp", "081200001142", "Ai Komariah", "Ai Komariah (0812••••••••)"),
        ("elsewhere", None, "Ibu Lilis", "Ibu Lilis"),
        (None, None, "0812-0000-1142", "0812-••••-••••"),
    ],
)
def test_a_citizen_is_named_by_name_with_the_handle_beside_it(
    platform: str | None, handle: str | None, name: str | None, shown: str
) -> None:
    assert citizen_text(platform, handle, name) == shown
