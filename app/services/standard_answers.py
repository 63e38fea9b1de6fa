"""Answers that are already available (Lampiran C.2), found by a question's own words."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from math import log

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from app.models.roles import ADMIN_ONLY
from app.models.search_text import search_text
from app.models.standard_answer import StandardAnswer
from app.services.errors import InvalidValue
from app.services.transaction import Transaction, found

_LEAST_WORD = 3
_LEAST_STEM = 5  # letters: "daftarkan" and "daftar", "berlakunya" and "berlaku" are one word
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
# Words of nearly every message; they say nothing of what it asks.
_EMPTY_WORDS = frozenset(
    search_text(
        "yang, dan, atau, di, ke, dari, untuk, dengan, pada, itu, ini, ada, tidak, tdk, gak, ga,"
        " nggak, bukan, saya, kami, kita, anda, mohon, tolong, min, admin, kak, pak, bu, bapak,"
        " ibu, selamat, pagi, siang, sore, malam, apa, apakah, bagaimana, gimana, kapan, berapa,"
        " kenapa, mengapa, bisa, boleh, sudah, belum, masih, juga, lagi, aja, saja, dong, ya, nya,"
        " mau, kalau, kalo, karena, seperti, jadi, akan, terima, kasih, punten, abdi, teu, naon"
    ).split()
)


@dataclass(frozen=True, slots=True)
class StandardAnswerRow:
    """One ready answer as it is offered."""

    id: int
    version: int
    question: str
    text: str
    topic: str | None
    owner: str | None
    valid_until: date | None


@dataclass(frozen=True, slots=True)
class StandardAnswerFacts:
    """What is typed in of a ready answer; topic and question are the words it is found by first."""

    question: str
    text: str
    topic: str | None = None
    owner: str | None = None
    valid_until: date | None = None


def standard_answers(session: Session, words: str, today: date) -> list[StandardAnswerRow]:
    """All that are valid, by question; with words only those that hold every one of them."""
    query = _valid(today)
    for word in search_text(words).split():
        query = query.where(StandardAnswer.search_text.contains(word))
    return [_row(answer) for answer in session.scalars(query)]


def fitting_answers(
    session: Session, question: str, today: date, size: int = 5
) -> list[StandardAnswerRow]:
    """Those that share telling words with the question, the best first; expired ones never.

    A word counts the more the fewer answers hold it, and double where it stands in their question.
    """
    asked = _words(question)
    held = [
        (answer, _words(answer.question, answer.topic), _words(answer.search_text))
        for answer in session.scalars(_valid(today))
    ]
    spread = Counter(word for word in asked for _, _, every in held if _has(word, every))
    scored = []
    for answer, titled, every in held:
        score = sum(
            log(1 + len(held) / spread[word]) * (2 if _has(word, titled) else 1)
            for word in asked
            if _has(word, every)
        )
        if score:
            scored.append((-score, answer.id, answer))
    return [_row(answer) for _, _, answer in sorted(scored, key=lambda entry: entry[:2])[:size]]


def _valid(today: date) -> Select[StandardAnswer]:
    return (
        select(StandardAnswer)
        .where(
            StandardAnswer.retired_at.is_(None),
            or_(StandardAnswer.valid_until.is_(None), StandardAnswer.valid_until >= today),
        )
        .order_by(StandardAnswer.question, StandardAnswer.id)
    )


def _words(*texts: str | None) -> frozenset[str]:
    """The telling words of a text."""
    return frozenset(
        word
        for word in search_text(*texts).split()
        if len(word) >= _LEAST_WORD and word not in _EMPTY_WORDS
    )


def _has(word: str, words: Iterable[str]) -> bool:
    """Whether the word is among them, in this or a longer or shorter form."""
    if word in words:
        return True
    if len(word) < _LEAST_STEM:
        return False
    return any(
        len(other) >= _LEAST_STEM and (other.startswith(word) or word.startswith(other))
        for other in words
    )


def _row(answer: StandardAnswer) -> StandardAnswerRow:
    return StandardAnswerRow(
        answer.id,
        answer.version,
        answer.question,
        answer.text,
        answer.topic,
        answer.owner,
        answer.valid_until,
    )


def filled_in(text: str, values: Mapping[str, str]) -> str:
    """The answer with its placeholders such as `{sapaan}` filled; unknown ones stay to be seen."""
    return _PLACEHOLDER.sub(lambda mark: values.get(mark[1].lower(), mark[0]), text)


def add_standard_answer(tx: Transaction, facts: StandardAnswerFacts) -> int:
    """Keep one more ready answer.

    Raises:
        InvalidValue: question or answer is empty.
        NotPermitted: the actor is not an admin.
    """
    tx.permit("add_standard_answer", ADMIN_ONLY)
    answer = StandardAnswer(created_at=tx.now)
    _fill(answer, facts)
    tx.session.add(answer)
    tx.session.flush()
    tx.audit("add_standard_answer", "standard_answer", answer.id)
    return answer.id


def change_standard_answer(
    tx: Transaction, answer_id: int, seen: int, facts: StandardAnswerFacts
) -> None:
    """Change a ready answer; answers that were sent keep their words.

    Raises:
        InvalidValue, ChangedMeanwhile, NotFound, NotPermitted: as usual.
    """
    tx.permit("change_standard_answer", ADMIN_ONLY)
    answer = found(tx, StandardAnswer, answer_id, seen)
    _fill(answer, facts)
    tx.audit("change_standard_answer", "standard_answer", answer.id)


def _fill(answer: StandardAnswer, facts: StandardAnswerFacts) -> None:
    if not facts.question.strip():
        raise InvalidValue("question", "empty")
    if not facts.text.strip():
        raise InvalidValue("text", "empty")
    answer.question = facts.question.strip()
    answer.text = facts.text.strip()
    answer.topic = (facts.topic or "").strip() or None
    answer.owner = (facts.owner or "").strip() or None
    answer.valid_until = facts.valid_until
    answer.search_text = search_text(facts.question, facts.topic, facts.text)


def retire_standard_answer(tx: Transaction, answer_id: int, seen: int) -> None:
    """Offer it no more; it stays on record for the answers that used it.

    Raises:
        ChangedMeanwhile, NotFound, NotPermitted: as usual.
    """
    tx.permit("retire_standard_answer", ADMIN_ONLY)
    answer = found(tx, StandardAnswer, answer_id, seen)
    answer.retired_at = tx.now
    tx.audit("retire_standard_answer", "standard_answer", answer.id)
