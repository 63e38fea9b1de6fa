"""The words that offices write for the categories of Pasal 7."""

import re
from dataclasses import dataclass

from app.models.content import CATEGORY_LETTERS, Category
from app.models.search_text import search_text

_CERTAIN: dict[Category, tuple[str, ...]] = {
    Category.AGENCY_ACTIVITY: (
        "kegiatan", "kegiatan instansi", "kegiatan dinas", "giat", "agenda", "layanan",
        "layanan publik", "informasi layanan", "activity", "agency activities", "service",
    ),
    Category.CURRENT_ISSUE: (
        "update lalin", "lagi ramai", "isu aktual", "isu terkini", "berita", "informasi terkini",
        "current issue", "current issues", "news",
    ),
    Category.DISASTER: (
        "bencana", "siaga bencana", "kebencanaan", "informasi kebencanaan", "mitigasi bencana",
        "disaster", "disaster information",
    ),
    Category.REGIONAL_PROMOTION: (
        "investasi", "promo daerah", "promosi", "promosi daerah", "promosi investasi", "wisata",
        "pariwisata", "promotion", "investment", "regional promotion",
    ),
    Category.CLARIFICATION: (
        "klarifikasi", "klarifikasi berita", "klarifikasi isu", "hak jawab", "clarification",
    ),
    Category.HOAX_EXPLANATION: (
        "cek fakta", "anti hoax", "anti hoaks", "hoaks", "hoax", "penjelasan hoaks", "fact check",
    ),
    Category.POLICY: (
        "kebijakan", "sosialisasi", "aturan baru", "peraturan", "regulasi", "sosialisasi kebijakan",
        "policy", "regulation",
    ),
    Category.SINGLE_NARRATIVE: (
        "rilis pusat nt", "narasi tunggal", "nt", "rilis pusat", "single narrative",
    ),
    Category.CULTURAL_HERITAGE: (
        "rebo nyunda", "budaya", "nilai budaya", "warisan budaya", "pewarisan nilai budaya",
        "culture", "cultural heritage",
    ),
}  # fmt: skip
# No letter fits for certain: a person decides, this is only what is proposed.
_PROPOSED: dict[Category, tuple[str, ...]] = {
    Category.AGENCY_ACTIVITY: (
        "hari besar", "peringatan hari besar", "hari penting", "ucapan", "tips", "edukasi",
        "holiday", "public holiday", "education",
    ),
}  # fmt: skip
_LETTER = re.compile(r"^(?:pasal 7 )?(?:huruf )?([a-i])$")
_BY_LETTER = {letter: category for category, letter in CATEGORY_LETTERS.items()}


@dataclass(frozen=True, slots=True)
class CategoryWord:
    """What a word stands for; if not `is_certain` it is a proposal, and a person decides."""

    category: Category
    is_certain: bool


def _by_word(
    words: dict[Category, tuple[str, ...]], *, is_certain: bool
) -> dict[str, CategoryWord]:
    return {
        word: CategoryWord(category, is_certain)
        for category, spellings in words.items()
        for word in spellings
    }


_WORDS = {**_by_word(_PROPOSED, is_certain=False), **_by_word(_CERTAIN, is_certain=True)}


def category_of(text: str) -> CategoryWord | None:
    """The category that a word stands for; None if no letter is known to fit."""
    word = search_text(text)
    if found := _LETTER.match(word):
        return CategoryWord(_BY_LETTER[found[1]], is_certain=True)
    return _WORDS.get(word)
