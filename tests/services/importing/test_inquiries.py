"""Inquiry lists: every number that the demo files' README names, and the traps."""

from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest

from app.models.comment import Tone
from app.models.inquiry import InquiryKind
from app.resources import resource
from app.services.importing.inquiries import InquiryImport
from app.services.importing.judged import Judged, NoteCode, ReasonCode
from tests.services.importing.conftest import Judging

THIS_YEAR = resource("demo", "pertanyaan-2026.csv")
LAST_YEAR = resource("demo", "pertanyaan-lama-2025.csv")
DAY = timedelta(hours=24)


@pytest.fixture
def this_year(judged: Judging) -> Judged[InquiryImport]:
    return judged(THIS_YEAR)


@pytest.fixture
def last_year(judged: Judging) -> Judged[InquiryImport]:
    return judged(LAST_YEAR)


def messages(judged: Judged[InquiryImport]) -> list[InquiryImport]:
    return [good.values for good in judged.good]


def within_a_day(message: InquiryImport) -> bool:
    return (
        message.answered_at is not None
        and timedelta() <= message.answered_at - message.received_at <= DAY
    )


def later_than_a_day(message: InquiryImport) -> bool:
    return message.answered_at is not None and message.answered_at - message.received_at > DAY


def test_this_years_list_has_its_records(this_year: Judged[InquiryImport]) -> None:
    assert (this_year.rows_read, len(this_year.good)) == (400, 395)
    # A record's number counts without the header; a row's number includes it.
    assert [(copy.row - 1, copy.earlier) for copy in this_year.duplicates] == [(59, 59), (206, 206)]
    assert [(row.row - 1, row.faults[0].reason, row.value) for row in this_year.faulty] == [
        (122, ReasonCode.DAY_UNREADABLE, "30/02/2026"),
        (302, ReasonCode.DAY_MISSING, ""),
        (327, ReasonCode.TEXT_MISSING, ""),
    ]


def test_this_years_messages_by_channel_kind_tone_and_month(
    this_year: Judged[InquiryImport],
) -> None:
    found = messages(this_year)

    assert Counter(message.platform for message in found) == {
        "facebook": 119, "instagram": 110, "youtube": 8, "whatsapp": 35, "x": 82, "tiktok": 19,
        "linkedin": 11, "threads": 4, "wordpress": 7,
    }  # fmt: skip
    assert Counter(message.kind_word for message in found) == {
        "komentar": 84, "pertanyaan": 162, "kritik": 102, "aduan": 20, "saran": 27,
    }  # fmt: skip
    assert Counter(message.kind for message in found) == {
        InquiryKind.COMMENT: 84,
        InquiryKind.QUESTION: 162,
        InquiryKind.CRITICISM: 122,
        InquiryKind.SUGGESTION: 27,
    }
    assert Counter(message.tone for message in found) == {
        Tone.POSITIVE: 56, Tone.NEUTRAL: 69, Tone.NEGATIVE: 97, None: 173,
    }  # fmt: skip
    assert Counter(message.received_at.month for message in found) == {
        1: 45, 2: 38, 3: 30, 4: 29, 5: 42, 6: 25, 7: 43, 8: 32, 9: 29, 10: 37, 11: 45,
    }  # fmt: skip


def test_this_years_messages_by_what_became_of_them(this_year: Judged[InquiryImport]) -> None:
    found = messages(this_year)
    referred = [message for message in found if message.referred_to]
    answered = [message for message in found if message.answer]
    late = [message for message in answered if later_than_a_day(message)]

    assert (len(referred), len({message.referred_to for message in referred})) == (81, 31)
    assert Counter(message.referred_to for message in referred).most_common(5) == [
        ("Dishub Kota Bandung", 10),
        ("DBMPR", 9),
        ("KAI", 9),
        ("BPBD", 8),
        ("Polda", 5),
    ]
    assert len(answered) == 341
    assert sum(1 for message in answered if within_a_day(message)) == 313
    assert (len(late), sum(1 for message in late if message.referred_to)) == (18, 16)
    assert sum(1 for message in answered if message.answered_at is None) == 9


def test_an_answer_before_its_message_is_kept_and_flagged(
    this_year: Judged[InquiryImport],
) -> None:
    flagged = [n for n in this_year.notes if n.code is NoteCode.ANSWERED_BEFORE_MESSAGE]

    assert [note.row for note in flagged] == [252]
    kept = next(good.values for good in this_year.good if good.row == 252)
    assert kept.is_answered_before_message


def test_line_breaks_stay_in_the_text(this_year: Judged[InquiryImport]) -> None:
    assert sum(1 for message in messages(this_year) if "\n" in message.text) == 2


def test_last_years_list_is_read_with_its_own_headers_and_encoding(
    last_year: Judged[InquiryImport],
) -> None:
    found = messages(last_year)
    answered = [message for message in found if message.answer]

    assert (last_year.rows_read, len(found), last_year.unknown) == (81, 81, ())
    assert Counter(message.platform for message in found) == {
        "instagram": 24, "facebook": 27, "x": 17, "whatsapp": 8, "wordpress": 5,
    }  # fmt: skip
    assert Counter(message.kind for message in found) == {
        InquiryKind.QUESTION: 28,
        InquiryKind.COMMENT: 17,
        InquiryKind.CRITICISM: 27,
        InquiryKind.SUGGESTION: 9,
    }
    assert Counter(message.tone for message in found) == {
        Tone.NEUTRAL: 29, Tone.POSITIVE: 16, Tone.NEGATIVE: 36,
    }  # fmt: skip
    assert sum(1 for message in found if message.referred_to) == 18
    assert len(answered) == 74
    assert sum(1 for message in answered if within_a_day(message)) == 54
    assert sum(1 for message in answered if later_than_a_day(message)) == 20
    assert "“Pak Nana”" in found[1].text


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8"])
def test_the_same_list_in_another_encoding_says_the_same(
    tmp_path: Path, judged: Judging, encoding: str
) -> None:
    text = LAST_YEAR.read_text(encoding="cp1252")
    (tmp_path / "daftar.txt").write_text(text, encoding=encoding, newline="")

    copied = judged(tmp_path / "daftar.txt")

    assert copied.good == judged(LAST_YEAR).good


def test_equal_words_of_two_people_are_two_messages(tmp_path: Path, judged: Judging) -> None:
    (tmp_path / "daftar.csv").write_text(
        "Tanggal;Jam;Kanal;User;Pesan;Jenis\n"
        "2/1/2026;9.00;IG;a;mantap;komentar\n"
        "2/1/2026;9.00;IG;b;mantap;komentar\n",
        encoding="utf-8",
    )

    assert len(judged(tmp_path / "daftar.csv").good) == 2


def test_what_is_not_known_is_noted_and_not_made_up(tmp_path: Path, judged: Judging) -> None:
    (tmp_path / "daftar.csv").write_text(
        "Tanggal;Kanal;User;Pesan;Jenis;Jawaban;Dijawab pada\n"
        "2/1/2026;IG;a;kapan bus?;;Besok;3/1/2026\n",
        encoding="utf-8",
    )

    result = judged(tmp_path / "daftar.csv")

    (message,) = messages(result)
    assert (message.has_time, message.answered_at) == (False, None)
    assert {note.code for note in result.notes} == {
        NoteCode.TIME_UNKNOWN,
        NoteCode.KIND_ASSUMED,
        NoteCode.ANSWER_TIME_UNKNOWN,
    }


@pytest.mark.parametrize(
    ("column", "value", "reason"),
    [
        ("Jenis", "curhat", ReasonCode.KIND_UNKNOWN),
        ("Sifat", "gembira", ReasonCode.TONE_UNKNOWN),
        ("Dijawab pada", "besok", ReasonCode.MOMENT_UNREADABLE),
        ("Kanal", "Friendster", ReasonCode.CHANNEL_UNKNOWN),
    ],
)
def test_words_that_are_not_understood_make_the_row_faulty(
    tmp_path: Path, judged: Judging, column: str, value: str, reason: ReasonCode
) -> None:
    row = {"Tanggal": "2/1/2026", "Jam": "9.00", "Kanal": "IG", "Pesan": "halo", "Jenis": "saran",
           "Sifat": "", "Dijawab pada": ""} | {column: value}  # fmt: skip
    (tmp_path / "daftar.csv").write_text(
        ";".join(row) + "\n" + ";".join(row.values()) + "\n", encoding="utf-8"
    )

    (faulty,) = judged(tmp_path / "daftar.csv").faulty

    assert (faulty.column, faulty.value, faulty.faults[0].reason) == (column, value, reason)
