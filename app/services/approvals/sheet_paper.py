"""A weekly sheet as its paper prints it. The paper is always Indonesian."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.language import day_text, time_text, weekday_text, wib
from app.models.approval_sheet import ApprovalSheet, SheetLine
from app.models.content import Category
from app.models.gate import Decision, Means, Subject, Verdict
from app.models.person import Person, SigningMode
from app.services.approvals.deciders import capacity_on
from app.services.approvals.views import DecisionView, for_decision
from app.services.errors import NotFound
from app.services.people import addressed
from app.services.platforms import entries
from app.services.printing.contents import Mode, Signatory
from app.services.printing.sheet_contents import SheetContents, SheetItem
from app.services.printing.words import category_name
from app.services.reports.paper import agency_facts
from app.services.store import AssetStore

_MODES: dict[SigningMode, Mode] = {
    SigningMode.OWN: "own",
    SigningMode.PLT: "plt",
    SigningMode.PLH: "plh",
}
_BY = {
    Means.MESSAGE: "melalui pesan",
    Means.SPOKEN: "secara lisan",
    Means.PAPER: "di atas kertas",
}
_SAID = {
    Verdict.SELECTED: "Dipilih",
    Verdict.APPROVED: "Disetujui",
    Verdict.RETURNED: "Dikembalikan",
}


def sheet_contents(
    session: Session, sheet_id: int, assets: AssetStore, is_example: bool
) -> SheetContents:
    """What the paper of this sheet prints, as it was when it was drawn up.

    Raises:
        NotFound: there is no such sheet.
    """
    sheet = session.get(ApprovalSheet, sheet_id)
    if sheet is None:
        raise NotFound("approval_sheet", sheet_id)
    return SheetContents(
        agency_facts(session, assets),
        _signer(session, sheet),
        sheet.reference,
        sheet.made_at,
        tuple(_item(session, line) for line in sheet.lines),
        is_example,
    )


def _signer(session: Session, sheet: ApprovalSheet) -> Signatory:
    """The official; a deputy signs with the title of him in whose place he acts."""
    who = session.get_one(Person, sheet.official_id)
    roles = frozenset(held.role for held in who.roles)
    by = capacity_on(session, who.id, roles, wib(sheet.made_at).date())
    seat = session.get_one(Person, by.seat)
    mode = _MODES[by.deputy_mode or SigningMode.OWN]
    title = seat.position or "Pejabat"
    return Signatory((title,), who.name, who.rank or "", who.nip or "", mode)


def _item(session: Session, line: SheetLine) -> SheetItem:
    view = for_decision(session, line.revision_id)
    is_content = view.subject is Subject.CONTENT
    return SheetItem(
        line.position,
        view.reference,
        view.code,
        view.body["title"] if is_content else "Jawaban untuk warga",
        _facts(view.body) if is_content else _question(view),
        _texts(view.body) if is_content else (("Jawaban", view.body["text"]),),
        _pictures(view.body),
        _noted(session, line.decision_id),
    )


def _question(view: DecisionView) -> tuple[tuple[str, str], ...]:
    return (("Ditanyakan", view.question),) if view.question else ()


def _facts(body: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    category = Category(body["category"]) if body["category"] else None
    return (
        ("Tayang", _when(body)),
        ("Kategori", category_name(category, body["own_category"])),
        ("Sumber", body["source"] or "belum diisi"),
    )


def _when(body: dict[str, Any]) -> str:
    moments = [one["planned_at"] for one in body["variants"] if one["planned_at"]]
    first = min(moments, default=body["planned_at"])
    if first:
        moment = datetime.fromisoformat(first)
        return f"{weekday_text(wib(moment).date(), 'id')}, {time_text(moment)} WIB"
    if body["planned_on"]:
        return weekday_text(date.fromisoformat(body["planned_on"]), "id")
    return "belum dijadwalkan"


def _texts(body: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    """Accounts with the same words stand together."""
    if not body["variants"]:
        return (("Naskah", body["text"] or body["brief"]),)
    places: dict[str, list[str]] = {}
    for variant in body["variants"]:
        known = entries().get(variant["post_kind"])
        place = f"{known.label if known else variant['post_kind']} {variant['handle'] or ''}"
        places.setdefault(variant["text"], []).append(place.strip())
    return tuple((", ".join(of_it), text) for text, of_it in places.items())


def _pictures(body: dict[str, Any]) -> tuple[str, ...]:
    media = (one["sha256"] for variant in body.get("variants", ()) for one in variant["media"])
    return tuple(dict.fromkeys(media))


def _noted(session: Session, decision_id: int | None) -> str:
    if decision_id is None:
        return ""
    decision, recorder = session.execute(
        select(Decision, Person)
        .join(Person, Person.id == Decision.recorded_by_id)
        .where(Decision.id == decision_id)
    ).one()
    when = f"{day_text(wib(decision.happened_at).date(), 'id')} {time_text(decision.happened_at)}"
    by = addressed(recorder.address_term, recorder.call_name, recorder.name)
    said = f"{_SAID[decision.verdict]} {_BY[decision.means]} pada {when} WIB, dicatat oleh {by}"
    return f"{said}. Alasan: {decision.reason}" if decision.reason else f"{said}."
