"""Placeholders of templates, such as `{nama_kantor}`: what they stand for, and which are left."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.language import day_text, time_text
from app.models.agency import Agency

_PLACEHOLDER = re.compile(r"(?<!\{)\{([a-z][a-z_]*)\}(?!\})")


@dataclass(frozen=True, slots=True)
class Filled:
    """A text with what is known filled in; `missing` are the names that stand in it still."""

    text: str
    missing: tuple[str, ...]


def fill(text: str, values: Mapping[str, str]) -> Filled:
    """Fill in what is known and not empty; the rest stays to be seen."""
    filled = _PLACEHOLDER.sub(lambda found: values.get(found[1]) or found[0], text)
    return Filled(filled, left_in(filled))


def left_in(text: str) -> tuple[str, ...]:
    """The names of the placeholders in a text, each once, in their order."""
    return tuple(dict.fromkeys(found[1] for found in _PLACEHOLDER.finditer(text)))


def office_values(session: Session) -> dict[str, str]:
    """What the office's own agency fills in, by the names that people write in templates."""
    own = session.scalar(select(Agency).where(Agency.is_own.is_(True)))
    if own is None:
        return {}
    return {
        "nama_kantor": own.name,
        "nama_singkat": own.short_name,
        "hotline": own.phone or "",
        "surel": own.email or "",
        "situs": own.site or "",
        "alamat": own.address or "",
        "kota": own.town or "",
        "kepala": own.head_title or "",
    }


def moment_values(day: date | None, at: datetime | None) -> dict[str, str]:
    """What the planned moment fills in; what the public reads is Indonesian."""
    return {
        "tanggal": day_text(day, "id") if day else "",
        "jam": f"{time_text(at)} WIB" if at else "",
    }
