"""What WhatsApp puts on the clipboard, on telephones and in the browser."""

from datetime import UTC, datetime

import pytest

from app.services.whatsapp_text import Message, messages_of, title_of, whole_text

MOMENT = datetime(2026, 11, 24, 2, 31, tzinfo=UTC)
ASEP = Message("Pak Asep", MOMENT, "Longsor di Cikalong.")


@pytest.mark.parametrize(
    "pasted",
    [
        "[24/11/26 09.31] Pak Asep: Longsor di Cikalong.",
        "[24/11/26, 09.31.05] Pak Asep: Longsor di Cikalong.",
        "[09.31, 24/11/2026] Pak Asep: Longsor di Cikalong.",
        "24/11/26 09.31 - Pak Asep: Longsor di Cikalong.",
        "24/11/2026 pukul 09.31 - Pak Asep: Longsor di Cikalong.",
        "\u200e[24/11/26 09.31] Pak Asep: \u200eLongsor di Cikalong.",
        "[11/24/26, 9:31\u202fAM] Pak Asep: Longsor di Cikalong.",
        "[24-11-26 09:31] Pak Asep: Longsor di Cikalong.",
    ],
)
def test_sender_and_moment_are_read_in_every_form(pasted: str) -> None:
    assert messages_of(pasted) == [ASEP]


def test_a_message_may_have_several_lines_and_colons_and_several_may_come() -> None:
    pasted = (
        "[24/11/26 09.31] Pak Asep: Longsor di Cikalong.\n"
        "\n"
        "Catatan: jalan ditutup pukul 10.00\n"
        "[24/11/26 21.40] +62 812-3456-7890: Sudah dibuka"
    )

    first, second = messages_of(pasted)

    assert first.text == "Longsor di Cikalong.\n\nCatatan: jalan ditutup pukul 10.00"
    assert (second.sender, second.text) == ("+62 812-3456-7890", "Sudah dibuka")
    assert second.sent_at == datetime(2026, 11, 24, 14, 40, tzinfo=UTC)
    assert whole_text([first, second]).endswith("10.00\n\nSudah dibuka")


def test_text_without_a_head_is_one_message_of_nobody() -> None:
    assert messages_of("Longsor.\nJalan ditutup.") == [
        Message("", None, "Longsor.\nJalan ditutup.")
    ]
    assert messages_of("  \n") == []


@pytest.mark.parametrize(
    "mark",
    [
        "<Media tidak disertakan>",
        "gambar tidak disertakan",
        "image omitted",
        "IMG-20261124-WA0012.jpg (file terlampir)",
        "<terlampir: 00000012-PHOTO-2026-11-24.jpg>",
    ],
)
def test_what_stands_for_a_picture_is_no_text(mark: str) -> None:
    pasted = f"[24/11/26 09.31] Pak Asep: {mark}\nLongsor di Cikalong."

    assert messages_of(pasted) == [ASEP]


@pytest.mark.parametrize("head", ["[31/02/26 09.31]", "[24/11/26 25.31]", "[0/0/00 09.31]"])
def test_what_is_no_moment_stays_text(head: str) -> None:
    line = f"{head} Pak Asep: Longsor"

    assert messages_of(line) == [Message("", None, line)]


def test_a_title_is_the_first_line_cut_at_a_word() -> None:
    long = Message("", None, "*" + "Siaga arsip musim hujan " * 6 + "*")

    assert title_of([ASEP]) == "Longsor di Cikalong."
    assert title_of([Message("", None, "\n  \n*Penting*\nlain")]) == "Penting"
    assert len(title_of([long])) <= 80
    assert title_of([long]).endswith("hujan Siaga…")
    assert title_of([]) == ""
