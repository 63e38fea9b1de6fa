"""Which agency of the directory a word means; one that is not in it is added under that word."""

import re

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.agency import Agency, AgencyKind
from app.models.search_text import search_text
from app.services.transaction import Transaction

_LONG_FORMS = {
    "pemkot": "pemerintah kota",
    "pemkab": "pemerintah kabupaten",
    "pemprov": "pemerintah provinsi",
    "kab": "kabupaten",
    "kbb": "kabupaten bandung barat",
    "prov": "provinsi",
}
_PROVINCE = ("jabar", "jawa barat", "provinsi jawa barat")
# The kind of an agency that nobody has entered yet, by its name; a person may correct it.
_KINDS: tuple[tuple[re.Pattern[str], AgencyKind], ...] = (
    (re.compile(r"\bkota\b"), AgencyKind.CITY),
    (re.compile(r"\bkabupaten\b"), AgencyKind.REGENCY),
    (re.compile(r"^kemen"), AgencyKind.MINISTRY),
    (
        re.compile(r"\b(?:pt|kai|pln|kcic|damri|bijb|pertamina|telkom|pdam|bumd|bumn)\b"),
        AgencyKind.STATE_ENTERPRISE,
    ),
    (
        re.compile(r"^(?:dis\w+|dinas|badan|bap\w+|satpol|biro|ppid|uptd)\b"),
        AgencyKind.REGIONAL_AGENCY,
    ),
)


class AgencyBook:
    """The directory by every name that people use for its agencies."""

    def __init__(self, session: Session) -> None:
        self._by_word: dict[str, Agency] = {}
        for agency in session.scalars(select(Agency).order_by(Agency.id.desc())):
            self._note(agency)

    def find(self, word: str) -> Agency | None:
        """The agency that a word names, abbreviated or in full."""
        plain = _spelled_out(word)
        ends = ("", *(f" {province}" for province in _PROVINCE))
        return next(
            (self._by_word[plain + end] for end in ends if plain + end in self._by_word), None
        )

    def need(self, tx: Transaction, word: str) -> Agency:
        """The agency; one that the directory lacks is added with the word as its name."""
        if (agency := self.find(word)) is not None:
            return agency
        made = Agency(
            kind=kind_by_name(word), name=word, short_name=word, search_text=search_text(word)
        )
        tx.session.add(made)
        tx.session.flush()
        tx.announce("agency")
        self._note(made)
        return made

    def _note(self, agency: Agency) -> None:
        for name in (agency.name, agency.short_name):
            self._by_word[_spelled_out(name)] = agency


def kind_by_name(name: str) -> AgencyKind:
    """The kind that a name suggests; where it suggests none, one that the regulation binds not."""
    plain = _spelled_out(name)
    return next((kind for form, kind in _KINDS if form.search(plain)), AgencyKind.CENTRAL_AGENCY)


def _spelled_out(name: str) -> str:
    return " ".join(_LONG_FORMS.get(word, word) for word in search_text(name).split())
