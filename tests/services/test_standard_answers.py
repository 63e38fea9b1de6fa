"""Answers that are already available, found by the question's own words (Lampiran C.2)."""

from datetime import date, timedelta

import pytest

from app.office import Office
from app.services import standard_answers
from app.services.errors import ChangedMeanwhile, InvalidValue, NotPermitted
from app.services.standard_answers import StandardAnswerFacts, StandardAnswerRow, filled_in
from tests.offices import Colleagues

TODAY = date(2026, 11, 20)
_ANSWERS = (
    StandardAnswerFacts(
        "Jam buka perpustakaan",
        "Perpustakaan buka Selasa sampai Minggu pukul 08.00–16.00 WIB.",
        "jam buka, hari libur, tutup",
    ),
    StandardAnswerFacts(
        "Cara mendaftar kartu anggota",
        "{sapaan}, pendaftaran kartu anggota gratis, cukup membawa KTP.",
        "kartu anggota, daftar, ktp hilang",
    ),
    StandardAnswerFacts(
        "Jadwal pustaka keliling",
        "Jadwal pustaka keliling terbit tiap tanggal 25.",
        "pustaka keliling, jadwal, mobil pustaka",
        valid_until=TODAY,
    ),
)


@pytest.fixture
def kept(office: Office) -> list[int]:
    return [office.act(standard_answers.add_standard_answer, facts) for facts in _ANSWERS]


def _fitting(office: Office, question: str, today: date = TODAY) -> list[str]:
    rows = office.read(standard_answers.fitting_answers, question, today)
    return [row.question for row in rows]


def _row(office: Office, words: str) -> StandardAnswerRow:
    (row,) = office.read(standard_answers.standard_answers, words, TODAY)
    return row


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Min, hari Minggu buka sampai jam berapa?", "Jam buka perpustakaan"),
        ("KTP saya hilang, masih bisa daftar anggota?", "Cara mendaftar kartu anggota"),
        ("jadwalnya pustaka keliling ke Cianjur kapan ya", "Jadwal pustaka keliling"),
    ],
)
@pytest.mark.usefixtures("kept")
def test_the_question_s_own_words_find_the_answer(
    office: Office, question: str, expected: str
) -> None:
    assert _fitting(office, question)[0] == expected


@pytest.mark.usefixtures("kept")
def test_what_shares_only_small_words_is_not_offered(office: Office) -> None:
    assert _fitting(office, "Mohon maaf, apakah bisa?") == []


@pytest.mark.usefixtures("kept")
def test_an_expired_answer_is_not_offered(office: Office) -> None:
    tomorrow = TODAY + timedelta(days=1)

    assert "Jadwal pustaka keliling" in _fitting(office, "jadwal keliling", TODAY)
    assert "Jadwal pustaka keliling" not in _fitting(office, "jadwal keliling", tomorrow)
    assert office.read(standard_answers.standard_answers, "keliling", tomorrow) == []


def test_a_retired_answer_is_not_offered(office: Office, kept: list[int]) -> None:
    row = _row(office, "kartu")

    office.act(standard_answers.retire_standard_answer, kept[1], row.version)

    assert _fitting(office, "kartu anggota") == []


@pytest.mark.usefixtures("kept")
def test_searching_needs_every_word(office: Office) -> None:
    assert _row(office, "KARTU gratis").question == "Cara mendaftar kartu anggota"
    assert office.read(standard_answers.standard_answers, "kartu keliling", TODAY) == []


def test_a_changed_answer_is_found_by_its_new_words(office: Office, kept: list[int]) -> None:
    row = _row(office, "kartu")
    facts = StandardAnswerFacts("Kehilangan barang", "Hubungi meja informasi.")

    office.act(standard_answers.change_standard_answer, kept[1], row.version, facts)

    assert _row(office, "meja informasi").id == kept[1]
    with pytest.raises(ChangedMeanwhile):
        office.act(standard_answers.change_standard_answer, kept[1], row.version, facts)


@pytest.mark.parametrize("facts", [StandardAnswerFacts(" ", "x"), StandardAnswerFacts("x", "")])
def test_neither_question_nor_answer_is_empty(office: Office, facts: StandardAnswerFacts) -> None:
    with pytest.raises(InvalidValue):
        office.act(standard_answers.add_standard_answer, facts)


def test_only_an_admin_keeps_them(office: Office, colleagues: Colleagues) -> None:
    colleagues.sit_down(office, "cecep")

    with pytest.raises(NotPermitted):
        office.act(standard_answers.add_standard_answer, _ANSWERS[0])


def test_placeholders_are_filled_and_unknown_ones_stay_to_be_seen() -> None:
    text = "{sapaan}, datanglah ke {tempat}."

    assert filled_in(text, {"sapaan": "Kang Deden"}) == "Kang Deden, datanglah ke {tempat}."
