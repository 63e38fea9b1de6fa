"""Messages as WhatsApp puts them on the clipboard or into an exported chat: who, when, what."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time
from datetime import date as day_of

from app.language import WIB

_INVISIBLE = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202c\ufeff")) | {
    ord("\u202f"): " ",
    ord("\xa0"): " ",
}
_DAY = r"(?P<first>\d{1,2})[/.-](?P<second>\d{1,2})[/.-](?P<year>\d{4}|\d{2})"
_TIME = r"(?P<hour>\d{1,2})[.:](?P<minute>\d{2})(?:[.:]\d{2})?(?: ?(?P<half>[AaPp])\.?[Mm]\.?)?"
_WHO = r"(?P<sender>[^:\n]{1,80}?): ?(?P<text>.*)"
# `[24/11/26 09.31] …` and `[24/11/26, 09.31.05] …` copied or exported on a telephone, `[09.31,
# 24/11/2026] …` copied in the browser, `24/11/26 09.31 - …` exported by Android.
_HEADS = tuple(
    re.compile(form)
    for form in (
        rf"\[{_DAY},? {_TIME}\] {_WHO}",
        rf"\[{_TIME}, {_DAY}\] {_WHO}",
        rf"{_DAY},? (?:pukul )?{_TIME} [-–] {_WHO}",
    )
)
# What stands for a picture that was not copied along.
_OMITTED = re.compile(
    r"<?(?:media|gambar|video|foto|image|dokumen|document|stiker|sticker|audio)"
    r" (?:tidak disertakan|omitted)>?"
    r"|\S+\.(?:jpe?g|png|mp4|webp|pdf) \((?:file terlampir|file attached)\)"
    r"|<(?:terlampir|attached): [^>]+>",
    re.IGNORECASE,
)
_TITLE = 80


@dataclass(frozen=True, slots=True)
class Message:
    """One message; sender and moment are unknown where only its text was copied."""

    sender: str
    sent_at: datetime | None
    text: str


def messages_of(pasted: str) -> list[Message]:
    """The messages of a paste, in its order; text without any head is one message of nobody."""
    lines = pasted.translate(_INVISIBLE).splitlines()
    return [message for message in _read(lines) if message.text or message.sender]


def _read(lines: list[str]) -> Iterator[Message]:
    sender, sent_at = "", None
    text: list[str] = []
    for line in lines:
        head = next((found for form in _HEADS if (found := form.fullmatch(line.strip()))), None)
        moment = _moment(head) if head else None
        if head is None or moment is None:
            text.append(line.rstrip())
            continue
        if text or sender:
            yield Message(sender, sent_at, _text(text))
        sender, sent_at, text = head["sender"].strip(), moment, [head["text"]]
    yield Message(sender, sent_at, _text(text))


def _text(lines: list[str]) -> str:
    return _OMITTED.sub("", "\n".join(lines)).strip()


def _moment(head: re.Match[str]) -> datetime | None:
    """In UTC; None if it is no day. Day first, as in Indonesia, unless only the other fits."""
    first, second, year = int(head["first"]), int(head["second"]), int(head["year"])
    day, month = (first, second) if second <= 12 else (second, first)
    hour = int(head["hour"])
    if head["half"]:
        hour = hour % 12 + (12 if head["half"] in "Pp" else 0)
    try:
        on = day_of(year if year > 99 else 2000 + year, month, day)
        at = time(hour, int(head["minute"]))
    except ValueError:
        return None
    return datetime.combine(on, at, WIB).astimezone(UTC)


def whole_text(messages: list[Message]) -> str:
    """What was said, message after message."""
    return "\n\n".join(message.text for message in messages if message.text)


def title_of(messages: list[Message]) -> str:
    """The first line that says something, cut at a word."""
    lines = (line.strip(" *_~") for line in whole_text(messages).splitlines())
    first = next((line for line in lines if line), "")
    if len(first) <= _TITLE:
        return first
    cut = first[: _TITLE - 1].rsplit(" ", 1)[0].rstrip(" ,.;:-–")
    return f"{cut}…"
