"""What an official is sent on WhatsApp to decide on: text and code, in Indonesian always."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from app.language import time_text, weekday_text, wib
from app.models.gate import Subject
from app.services.approvals.views import DecisionView, for_decision
from app.services.platforms import entries

_ETHICS = (
    "Dengan menjawab setuju, Bapak/Ibu menyatakan etika Pasal 9 huruf a sampai i sudah diperiksa."
)


@dataclass(frozen=True, slots=True)
class Shown:
    """One picture of the message: its hash, and what stands below it."""

    sha256: str
    caption: str


@dataclass(frozen=True, slots=True)
class Message:
    """The text, and the pictures that belong to it, each once for each item."""

    text: str
    pictures: tuple[Shown, ...]
    references: tuple[str, ...]


def message(session: Session, revision_ids: Sequence[int]) -> Message:
    """What is sent for these revisions, in this order; nothing internal is in it.

    Raises:
        NotFound: there is no such revision.
    """
    views = [for_decision(session, revision_id) for revision_id in revision_ids]
    codes = " ".join(view.code for view in views)
    if len(views) == 1:
        first = "Yth. Bapak/Ibu, mohon keputusan atas yang berikut."
        answer = f"Balas: SETUJU {codes}, atau KEMBALIKAN {codes} beserta alasannya."
    else:
        first = f"Yth. Bapak/Ibu, mohon keputusan atas {len(views)} hal berikut."
        answer = (
            "Balas SETUJU atau KEMBALIKAN beserta kodenya, untuk yang dikembalikan juga alasannya."
            f" Semua kode: {codes}"
        )
    parts = [first, *(_item(view) for view in views), f"{answer}\n{_ETHICS}"]
    return Message(
        "\n\n".join(parts),
        tuple(shown for view in views for shown in _pictures(view)),
        tuple(view.reference for view in views),
    )


def _item(view: DecisionView) -> str:
    head = f"*{view.reference} · kode {view.code}*"
    if view.subject is Subject.ANSWER:
        asked = [f"Pertanyaan warga: {_quoted(view.question)}"] if view.question else []
        return "\n".join([head, *asked, "Jawaban kita:", view.body["text"].strip()])
    facts = [
        _plain(view.body["title"]),
        _when(view.body),
        f"Sumber: {view.body['source'] or 'belum diisi'}",
    ]
    texts: dict[str, list[str]] = {}
    for variant in view.body["variants"]:
        texts.setdefault(variant["text"], []).append(_place(variant))
    if not texts:
        return "\n".join([head, *facts, "", (view.body["text"] or view.body["brief"]).strip()])
    told = [f"{', '.join(places)}:\n{text.strip()}" for text, places in texts.items()]
    return "\n".join([head, *facts, "", "\n\n".join(told)])


def _when(body: dict[str, Any]) -> str:
    moments = [one["planned_at"] for one in body["variants"] if one["planned_at"]]
    first = min(moments, default=body["planned_at"])
    if first:
        moment = datetime.fromisoformat(first)
        day = weekday_text(wib(moment).date(), "id")
        return f"Tayang: {day}, {time_text(moment)} WIB"
    if body["planned_on"]:
        return f"Tayang: {weekday_text(date.fromisoformat(body['planned_on']), 'id')}"
    return "Tayang: belum dijadwalkan"


def _place(variant: dict[str, Any]) -> str:
    known = entries().get(variant["post_kind"])
    return f"{known.label if known else variant['post_kind']} {variant['handle'] or ''}".strip()


def _pictures(view: DecisionView) -> list[Shown]:
    caption = f"{view.reference} · kode {view.code}"
    variants = view.body.get("variants", ())
    hashes = dict.fromkeys(one["sha256"] for variant in variants for one in variant["media"])
    return [Shown(sha256, caption) for sha256 in hashes]


def _plain(text: str) -> str:
    """WhatsApp would read asterisks and underscores of a title as bold and italic."""
    return " ".join(text.replace("*", "").replace("_", " ").split())


def _quoted(text: str) -> str:
    return "“" + " ".join(text.split()) + "”"
